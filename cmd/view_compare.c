/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two texts under each other, what only one of them has marked: by colour, or
 * by brackets where there is none.
 */
#include <string.h>

#include "cmd/view_compare.h"

/* Reads the next number in the JSON array at *at; 0 at its end. */
static int
next_number(const char **at, const char *end, size_t *number)
{
    while (*at < end && (**at < '0' || **at > '9'))
        ++*at;
    if (*at == end)
        return 0;
    for (*number = 0; *at < end && **at >= '0' && **at <= '9'; ++*at)
        *number = *number * 10 + (size_t)(**at - '0');
    return 1;
}

/* Is there more in it than punctuation? */
static int
has_words(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];

        if (c >= 0x80 || (c >= '0' && c <= '9') ||
            ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
            return 1;
    }
    return 0;
}

static void
show_marked(const struct cd_view *view, const char *text, size_t n)
{
    size_t from = 0, to = n;

    if (!has_words(text, n))
        from = n;
    while (from < n && text[from] == ' ')
        from++;
    while (to > from && text[to - 1] == ' ')
        to--;
    cd_terminal_text(view->to, text, from, (size_t)-1);
    if (from < to) {
        cd_terminal_style(view->to, CD_STYLE_DROP);
        fputs(view->to->colour ? "" : "[", view->to->file);
        cd_terminal_text(view->to, text + from, to - from, (size_t)-1);
        fputs(view->to->colour ? "" : "]", view->to->file);
        cd_terminal_style(view->to, CD_STYLE_PLAIN);
    }
    cd_terminal_text(view->to, text + to, n - to, (size_t)-1);
}

/* side: 0 for a, 1 for b. */
static void
show_text(const struct cd_view *view, struct cd_row *row, const char *name,
          int side)
{
    size_t text_size, spans_size, at = 0, number[4];
    const char *text = cd_row_get(row, name, &text_size);
    const char *spans = cd_row_get(row, "spans", &spans_size);
    const char *end = spans + spans_size;

    cd_terminal_style(view->to, CD_STYLE_STRONG);
    fprintf(view->to->file, "\n%s  ", name);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    while (next_number(&spans, end, &number[0]) &&
           next_number(&spans, end, &number[1]) &&
           next_number(&spans, end, &number[2]) &&
           next_number(&spans, end, &number[3])) {
        size_t from = number[2 * side], to = number[2 * side + 1];

        if (from < at || to < from || to > text_size)
            break;
        show_marked(view, text + at, from - at);
        cd_terminal_text(view->to, text + from, to - from, (size_t)-1);
        at = to;
    }
    show_marked(view, text + at, text_size - at);
    fputc('\n', view->to->file);
}

void
cd_view_compared(struct cd_view *view, struct cd_row *row)
{
    size_t n;
    const char *value = cd_row_get(row, "id", &n);

    if (view->rows++ > 0)
        fputc('\n', view->to->file);
    if (value != NULL && n > 0) {
        cd_terminal_text(view->to, value, n, 40);
        fputs("  ", view->to->file);
    }
    cd_terminal_style(view->to, CD_STYLE_NOTE);
    value = cd_row_get(row, "kind", &n);
    cd_terminal_text(view->to, value, n, 12);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    value = cd_row_get(row, "copy", &n);
    fputs(n == 4 && memcmp(value, "true", 4) == 0 ? ", a copy: "
                                                  : ", no copy: ",
          view->to->file);
    value = cd_row_get(row, "score", &n);
    cd_terminal_text(view->to, value, n, 8);
    fputc('\n', view->to->file);
    cd_view_differences(view, row);
    show_text(view, row, "a", 0);
    show_text(view, row, "b", 1);
}
