/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/report/report_mark.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "corpus/report/report_section.h"

void
cd_mark_span(struct cd_marked *marked, size_t start, size_t end,
             enum cd_mark mark)
{
    if (marked->marks == NULL)
        marked->marks = cd_alloc(marked->text.n);
    if (end > marked->text.n)
        end = marked->text.n;
    for (size_t i = start; i < end; i++)
        marked->marks[i] |= (unsigned char)mark;
}

void
cd_mark_words(struct cd_marked *marked, struct cd_str words, enum cd_mark mark)
{
    size_t at = 0, start;

    if (words.n == 0)
        return;
    while ((at = cd_str_find(marked->text, words, at)) != SIZE_MAX) {
        bool begins =
            at == 0 ||
            !cd_utf8_is_word(marked->text,
                             (cd_utf8_before(marked->text, at, &start), start));

        if (begins && !cd_utf8_is_word(marked->text, at + words.n))
            cd_mark_span(marked, at, at + words.n, mark);
        at += words.n;
    }
}

static void
open_tags(struct cd_buf *out, unsigned marks)
{
    if (marks & CD_MARK_ALIGNED)
        cd_buf_puts(out, "<mark>");
    if (marks & CD_MARK_DIFFERS)
        cd_buf_puts(out, "<strong class=\"differ\">");
    if (marks & CD_MARK_QUANTITY)
        cd_buf_puts(out, "<strong class=\"quantity\">");
}

static void
close_tags(struct cd_buf *out, unsigned marks)
{
    if (marks & CD_MARK_QUANTITY)
        cd_buf_puts(out, "</strong>");
    if (marks & CD_MARK_DIFFERS)
        cd_buf_puts(out, "</strong>");
    if (marks & CD_MARK_ALIGNED)
        cd_buf_puts(out, "</mark>");
}

/* The end of the run of equally marked bytes that begins at from; never
 * inside a character. */
static size_t
run_end(const struct cd_marked *marked, size_t from)
{
    size_t end = from + 1;

    while (end < marked->text.n &&
           (marked->marks == NULL ||
            marked->marks[end] == marked->marks[from] ||
            ((unsigned char)marked->text.p[end] & 0xC0) == 0x80))
        end++;
    return end;
}

/* Where the shown part of a long text begins, so that the first thing that
 * differs is in it: at a word a third of the part before. */
static size_t
shown_from(const struct cd_marked *marked)
{
    size_t first = 0, from;

    if (marked->marks == NULL)
        return 0;
    while (first < marked->text.n &&
           (marked->marks[first] & ~(unsigned)CD_MARK_ALIGNED) == 0)
        first++;
    if (first == marked->text.n || first < CD_SHOWN_TEXT * 2 / 3)
        return 0;
    from = first - CD_SHOWN_TEXT / 3;
    while (from < first && marked->text.p[from - 1] != ' ')
        from++;
    return from;
}

void
cd_mark_write(struct cd_buf *out, const struct cd_marked *marked)
{
    size_t from = shown_from(marked), at = from;

    if (from > 0)
        cd_buf_puts(out, "<small>…</small> ");
    while (at < marked->text.n && at - from < CD_SHOWN_TEXT) {
        unsigned marks = marked->marks != NULL ? marked->marks[at] : 0;
        size_t end = run_end(marked, at);

        open_tags(out, marks);
        cd_html_clip(out, cd_str_sub(marked->text, at, end),
                     CD_SHOWN_TEXT - (at - from));
        close_tags(out, marks);
        at = end;
    }
    if (at < marked->text.n)
        cd_buf_puts(out, " <small>…</small>");
}

void
cd_mark_release(struct cd_marked *marked)
{
    free(marked->marks);
    marked->marks = NULL;
}
