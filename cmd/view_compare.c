/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two texts under each other, what only one of them has marked: by colour, or
 * by brackets where there is none.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/view_compare.h"
#include "cmd/view_copy.h"

enum {
    INDENT = 3,
    MARKS = 2,         /* columns of the brackets around a word */
    SHOWN_WORDS = 12,  /* of each end of what both have */
    HIDDEN_BYTES = 80, /* less is shown */
};

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

/* Bytes of the mark at text, if it is one of general punctuation or of those
 * that go with Chinese and Japanese; else 0. */
static size_t
wide_mark(const char *text, size_t n)
{
    static const struct {
        char lead[3];
        unsigned char first, last;
    } marks[] = {
        { "\xE2\x80", 0x80, 0xBF }, /* dashes, quotes, ellipsis */
        { "\xE3\x80", 0x80, 0xBF }, /* ideographic stop, comma, brackets */
        { "\xEF\xBC", 0x81, 0x8F }, /* full width ! to / */
        { "\xEF\xBC", 0x9A, 0xA0 }, /* full width : to @ */
    };

    for (size_t i = 0; n >= 3 && i < sizeof(marks) / sizeof(marks[0]); i++) {
        unsigned char last = (unsigned char)text[2];

        if (memcmp(text, marks[i].lead, 2) == 0 && last >= marks[i].first &&
            last <= marks[i].last)
            return 3;
    }
    return 0;
}

/* Is there more in it than punctuation? */
static int
has_words(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        size_t mark = wide_mark(text + i, n - i);

        if (mark > 0)
            i += mark - 1;
        else if (c >= 0x80 || (c >= '0' && c <= '9') ||
                 ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
            return 1;
    }
    return 0;
}

/* A text being laid out in lines. */
struct flow {
    const struct cd_terminal *to;
    const char *text;
    size_t size;
    size_t at;     /* end of what was shown */
    size_t column; /* of the present line, behind the indent */
};

static bool
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static size_t
word_end(const struct flow *flow, size_t at)
{
    while (at < flow->size && !is_space(flow->text[at]))
        at++;
    return at;
}

static size_t
next_word(const struct flow *flow, size_t at)
{
    while (at < flow->size && is_space(flow->text[at]))
        at++;
    return at;
}

/* The space before the word at i, or a new line: behind a paragraph, and where
 * the word does not fit. */
static void
part_from(struct flow *flow, size_t i)
{
    size_t lines = 0, word = word_end(flow, i) - i;
    size_t columns = cd_terminal_columns(flow->text + i, word);

    for (size_t k = flow->at; k < i; k++)
        lines += flow->text[k] == '\n';
    if (flow->column > 0 &&
        (lines > 1 ||
         INDENT + flow->column + columns + MARKS >= flow->to->width)) {
        fprintf(flow->to->file, "\n%*s", INDENT, "");
        flow->column = 0;
    } else if (flow->at < i && flow->column > 0) {
        fputc(' ', flow->to->file);
        flow->column++;
    }
    flow->at = i;
}

static void
show(struct flow *flow, size_t from, size_t end)
{
    for (size_t i = next_word(flow, from); i < end; i = next_word(flow, i)) {
        size_t last = word_end(flow, i);

        if (last > end)
            last = end;
        if (i > flow->at || flow->column == 0)
            part_from(flow, i);
        flow->column +=
            cd_terminal_text(flow->to, flow->text + i, last - i, (size_t)-1);
        flow->at = i = last;
    }
}

static void
show_sign(struct flow *flow, const char *sign)
{
    if (flow->to->colour)
        return;
    fputs(sign, flow->to->file);
    flow->column++;
}

/* Space, and marks that end a sentence or a part of it. */
static bool
is_edge(char c)
{
    return c != '\0' && strchr(" \n\t\r.,;:!?", c) != NULL;
}

/* What only this text has, without the marks that end what was before it. */
static void
show_marked(struct flow *flow, size_t from, size_t end)
{
    size_t first = from, last = end;

    if (!has_words(flow->text + from, end - from)) {
        show(flow, from, end);
        return;
    }
    while (is_edge(flow->text[first]))
        first++;
    while (is_space(flow->text[last - 1]))
        last--;
    show(flow, from, first);
    if (first > flow->at || flow->column == 0)
        part_from(flow, first);
    cd_terminal_style(flow->to, CD_STYLE_DROP);
    show_sign(flow, "[");
    show(flow, first, last);
    show_sign(flow, "]");
    cd_terminal_style(flow->to, CD_STYLE_PLAIN);
    show(flow, last, end);
}

/* What both have: of a long passage its ends. */
static void
show_shared(struct flow *flow, size_t from, size_t end)
{
    size_t first = from, last = end;

    for (int k = 0; k < SHOWN_WORDS && first < end; k++)
        first = word_end(flow, next_word(flow, first));
    for (int k = 0; k < SHOWN_WORDS && last > first; k++) {
        while (last > first && is_space(flow->text[last - 1]))
            last--;
        while (last > first && !is_space(flow->text[last - 1]))
            last--;
    }
    if (last < first + HIDDEN_BYTES) {
        show(flow, from, end);
        return;
    }
    show(flow, from, first);
    fputs(" ...", flow->to->file);
    flow->column += strlen(" ...");
    show(flow, last, end);
}

struct range {
    size_t from, to;
};

static int
by_start(const void *x, const void *y)
{
    const struct range *a = x, *b = y;

    return (a->from > b->from) - (a->from < b->from);
}

/* What both have, in the order of one text: side 0 for a, 1 for b.  To be
 * freed. */
static struct range *
shared_ranges(struct cd_row *row, int side, size_t *count)
{
    size_t size, number[4];
    const char *at = cd_row_get(row, "spans", &size);
    const char *end = at + size;
    /* four digits and what parts them, at least */
    struct range *ranges = malloc((size / 8 + 1) * sizeof(*ranges));

    *count = 0;
    while (ranges != NULL && next_number(&at, end, &number[0]) &&
           next_number(&at, end, &number[1]) &&
           next_number(&at, end, &number[2]) &&
           next_number(&at, end, &number[3]))
        ranges[(*count)++] =
            (struct range){ number[2 * side], number[2 * side + 1] };
    if (*count > 0)
        qsort(ranges, *count, sizeof(*ranges), by_start);
    return ranges;
}

static void
show_text(const struct cd_view *view, struct cd_row *row, const char *name,
          int side)
{
    size_t text_size, count, at = 0;
    const char *text = cd_row_get(row, name, &text_size);
    struct range *ranges = shared_ranges(row, side, &count);
    struct flow flow = { view->to, text, text_size, 0, 0 };

    cd_terminal_style(view->to, CD_STYLE_STRONG);
    fprintf(view->to->file, "\n%s  ", name);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    for (size_t i = 0; i < count; i++) {
        const struct range *range = &ranges[i];

        if (range->from < at || range->to < range->from ||
            range->to > text_size)
            break;
        show_marked(&flow, at, range->from);
        show_shared(&flow, range->from, range->to);
        at = range->to;
    }
    free(ranges);
    show_marked(&flow, at, text_size);
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
