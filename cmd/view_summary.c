/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The summary of a run: parts with a heading, lines of name, value and a bar,
 * or what stands where there is no bar.
 */
#include "cmd/view_summary.h"

#include <string.h>

enum { INDENT = 2, VALUE = 9, GAP = 2, SHORT = 20 };

static void
begin_part(struct cd_view *view, struct cd_row *row)
{
    size_t n;
    const char *part = cd_row_get(row, "part", &n);

    if (n >= sizeof(view->document) ||
        (n == strlen(view->document) && memcmp(part, view->document, n) == 0))
        return;
    if (view->rows > 0)
        fputc('\n', view->to->file);
    memcpy(view->document, part, n);
    view->document[n] = '\0';
    cd_terminal_style(view->to, CD_STYLE_STRONG);
    cd_terminal_text(view->to, part, n, view->to->width);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    fputc('\n', view->to->file);
}

/* Spaces, then the text at the right of so many columns. */
static void
show_right(const struct cd_view *view, const char *text, size_t n,
           size_t columns)
{
    size_t wide = cd_terminal_columns(text, n);

    fprintf(view->to->file, "%*s", (int)(wide < columns ? columns - wide : 0),
            "");
    cd_terminal_text(view->to, text, n, columns);
}

static size_t
number(const char *digits, size_t n)
{
    size_t value = 0;

    for (size_t i = 0; i < n && digits[i] >= '0' && digits[i] <= '9'; i++)
        value = value * 10 + (size_t)(digits[i] - '0');
    return value;
}

/* Whole and half blocks; something for anything above nothing. */
static void
show_bar(const struct cd_view *view, size_t thousandths, size_t columns)
{
    size_t halves = (thousandths * columns * 2 + 500) / 1000;

    if (halves == 0)
        halves = 1;
    cd_terminal_style(view->to, CD_STYLE_NOTE);
    for (; halves > 1; halves -= 2)
        fputs("\342\226\210", view->to->file);
    fputs(halves > 0 ? "\342\226\214" : "", view->to->file);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
}

/* A bar, or else a note. */
static void
show_rest(const struct cd_view *view, struct cd_row *row, size_t columns)
{
    size_t n;
    const char *share = cd_row_get(row, "share", &n);
    const char *note;

    if (share != NULL && number(share, n) > 0) {
        fprintf(view->to->file, "%*s", GAP, "");
        show_bar(view, number(share, n), columns);
        return;
    }
    note = cd_row_get(row, "note", &n);
    if (note != NULL) {
        fprintf(view->to->file, "%*s", GAP, "");
        cd_terminal_text(view->to, note, n, columns);
    }
}

static int
stands_alone(struct cd_row *row)
{
    size_t n;

    return cd_row_get(row, "share", &n) == NULL &&
           cd_row_get(row, "value", &n) == NULL &&
           cd_row_get(row, "note", &n) == NULL;
}

/* Columns of the name: all that is left where nothing stands behind it. */
static size_t
name_columns(const struct cd_view *view, struct cd_row *row)
{
    size_t n, value;

    if (cd_row_get(row, "share", &n) == NULL &&
        cd_row_get(row, "note", &n) == NULL) {
        cd_row_get(row, "name", &n);
        if (cd_row_get(row, "value", &value) != NULL && n > SHORT)
            return view->to->width - INDENT - VALUE;
    }
    return (view->to->width - VALUE) / 2 - INDENT;
}

/*     kw-2041, 2026-05-12
 *       ...operator Norrlin is to cut 340 jobs */
static void
show_side(const struct cd_view *view, struct cd_row *row, const char *text,
          size_t n)
{
    size_t size;
    const char *name = cd_row_get(row, "name", &size);

    fprintf(view->to->file, "%*s", 2 * INDENT, "");
    cd_terminal_style(view->to, CD_STYLE_NOTE);
    cd_terminal_text(view->to, name != NULL ? name : "", size,
                     view->to->width - 2 * INDENT);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    fprintf(view->to->file, "\n%*s", 3 * INDENT, "");
    cd_terminal_text(view->to, text, n, view->to->width - 3 * INDENT);
    fputc('\n', view->to->file);
}

/*   edited                       33.4 %  █████████▌
 *   430 / 340                            Norrlin ends Halm ferry */
void
cd_view_summary(struct cd_view *view, struct cd_row *row)
{
    size_t columns = name_columns(view, row), n;
    size_t used = INDENT + columns + GAP;
    const char *text = cd_row_get(row, "name", &n);
    const char *side;
    size_t side_size;

    begin_part(view, row);
    view->rows++;
    side = cd_row_get(row, "text", &side_size);
    if (side != NULL) {
        show_side(view, row, side, side_size);
        return;
    }
    fprintf(view->to->file, "%*s", INDENT, "");
    if (stands_alone(row))
        columns = cd_terminal_text(view->to, text != NULL ? text : "", n,
                                   view->to->width - INDENT);
    else
        cd_terminal_cell(view->to, text != NULL ? text : "", n, columns);
    text = cd_row_get(row, "value", &n);
    if (text != NULL) {
        show_right(view, text, n, VALUE);
        used += VALUE;
    }
    show_rest(view, row, view->to->width > used ? view->to->width - used : 0);
    fputc('\n', view->to->file);
}
