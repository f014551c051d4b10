/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/view_claim.h"

#include <string.h>

/* Columns of a claim. */
enum { UNIT = 7, CHANGE = 9 };

enum { NUMBER_MAX = 64 }; /* bytes of a number as it is shown */

/* "3.5tn" for 3500000000000; a number that is not round stands as it is. */
static const char *
short_number(char out[NUMBER_MAX], const char *digits, size_t n)
{
    static const struct {
        size_t zeros;
        const char *suffix;
    } scales[] = { { 12, "tn" }, { 9, "bn" }, { 6, "m" }, { 0, "" } };
    size_t end = n, i = 0, whole;

    while (end > 0 && digits[end - 1] == '0')
        end--;
    while (scales[i].zeros > 0 && n <= scales[i].zeros)
        i++;
    whole = n - scales[i].zeros;
    if (scales[i].zeros == 0 || whole > 3 || strspn(digits, "0123456789") < n ||
        end > whole + 3)
        snprintf(out, NUMBER_MAX, "%.*s", (int)n, digits);
    else if (end > whole)
        snprintf(out, NUMBER_MAX, "%.*s.%.*s%s", (int)whole, digits,
                 (int)(end - whole), digits + whole, scales[i].suffix);
    else
        snprintf(out, NUMBER_MAX, "%.*s%s", (int)whole, digits,
                 scales[i].suffix);
    return out;
}

/* "8 - 12" for the value [8,12]. */
static void
take_range(const char **from, size_t *n_from, const char **to, size_t *n_to,
           const char *value, size_t n)
{
    const char *comma = n > 2 ? memchr(value, ',', n) : NULL;

    if (comma == NULL || value[0] != '[' || value[n - 1] != ']')
        return;
    *from = value + 1;
    *n_from = (size_t)(comma - *from);
    *to = comma + 1;
    *n_to = (size_t)(value + n - 1 - *to);
}

/* "4.9 - 5.2" for "from 4.9 to 5.2", which has no value by itself. */
static void
show_value(const struct cd_view *view, struct cd_row *row, size_t columns)
{
    size_t n = 0, n_from, n_to;
    const char *value = cd_row_get(row, "value", &n);
    const char *from = cd_row_get(row, "from", &n_from);
    const char *to = cd_row_get(row, "to", &n_to);
    char line[2 * NUMBER_MAX + 3], a[NUMBER_MAX], b[NUMBER_MAX];

    if (value != NULL && n == 4 && memcmp(value, "null", 4) == 0)
        value = NULL; /* "billions" */
    if (value != NULL)
        take_range(&from, &n_from, &to, &n_to, value, n);
    if (from != NULL && to != NULL)
        snprintf(line, sizeof(line), "%s - %s", short_number(a, from, n_from),
                 short_number(b, to, n_to));
    else
        snprintf(line, sizeof(line), "%s",
                 short_number(a, value != NULL ? value : "", n));
    cd_terminal_cell(view->to, line, strlen(line), columns);
}

/* "subject / property" in so many columns; a short subject leaves room. */
static void
show_question(const struct cd_view *view, struct cd_row *row, size_t columns)
{
    size_t n, n_property, used, most = columns;
    const char *subject = cd_row_get(row, "subject", &n);
    const char *property = cd_row_get(row, "property", &n_property);

    if (property != NULL) {
        size_t wanted = cd_terminal_columns(property, n_property) + 3;

        most = wanted < columns / 2 ? columns - wanted : columns - columns / 2;
    }
    used = cd_terminal_text(view->to, subject != NULL ? subject : "",
                            subject != NULL ? n : 0, most);
    if (property == NULL || used + 4 > columns)
        return;
    fputs(" / ", view->to->file);
    cd_terminal_text(view->to, property, n_property, columns - used - 3);
}

/*   €700 million   700000000  EUR  down   Vantry Shipping / market value */
void
cd_view_claim(struct cd_view *view, struct cd_row *row)
{
    size_t width = view->to->width;
    size_t words = width / 4, value = width / 6;

    fputs("  ", view->to->file);
    cd_terminal_style(view->to, CD_STYLE_KEEP);
    cd_view_field(view, row, "text", words);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    fputc(' ', view->to->file);
    show_value(view, row, value);
    fputc(' ', view->to->file);
    cd_view_field(view, row, "unit", UNIT);
    fputc(' ', view->to->file);
    cd_view_field(view, row,
                  cd_view_is(row, "change", "none") ? "kind" : "change",
                  CHANGE);
    fputc(' ', view->to->file);
    show_question(view, row, width - words - value - UNIT - CHANGE - 6);
    fputc('\n', view->to->file);
}
