/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/plain/plain.h"

#include <math.h>

#include "base/ascii.h"
#include "base/list_mark.h"
#include "base/utf8.h"
#include "parser/judge/measure.h"
#include "parser/page/space.h"

enum {
    WIDTH_MAX = 120, /* a longer line was not broken to a width */
    WIDTH_MIN = 40,  /* a text with no line longer than this is a list */
    HEADING_WORDS = 15,
};

/* A line without space around it, and what stands between it and the next. */
struct line {
    struct cd_span span;
    bool blank; /* nothing visible in it */
};

struct lines {
    struct line *p;
    size_t n;
    size_t width; /* that they were broken to, or 0 */
};

/* The end of the line that begins at from; *next is the start of the next. */
static size_t
line_end(struct cd_str text, size_t from, size_t *next)
{
    size_t at = from;

    while (at < text.n && text.p[at] != '\n' && text.p[at] != '\r' &&
           text.p[at] != '\f' && text.p[at] != '\v')
        at++;
    *next = at + 1;
    if (at + 1 < text.n && text.p[at] == '\r' && text.p[at + 1] == '\n')
        *next = at + 2;
    return at;
}

static struct line
trimmed(struct cd_str text, size_t start, size_t end)
{
    size_t at;

    for (at = start; at < end; start = at) {
        if (!cd_utf8_is_space(cd_utf8_next(text, &at)))
            break;
    }
    while (end > start) {
        if (!cd_utf8_is_space(cd_utf8_before(text, end, &at)))
            break;
        end = at;
    }
    return (struct line){ { start, end }, end == start };
}

static size_t
count_lines(struct cd_str text)
{
    size_t n = 0;

    for (size_t at = 0; at < text.n; n++)
        line_end(text, at, &at);
    return n;
}

static size_t
line_size(const struct line *line)
{
    return line->span.end - line->span.start;
}

static size_t
first_word_size(struct cd_str text, const struct line *line)
{
    size_t at = line->span.start;

    while (at < line->span.end && !cd_ascii_is_space(text.p[at]))
        at++;
    return at - line->span.start;
}

/* Was the break behind line i made because the next word did not fit? */
static bool
is_full(struct cd_str text, const struct lines *lines, size_t i)
{
    return line_size(&lines->p[i]) + 1 +
               first_word_size(text, &lines->p[i + 1]) >
           lines->width;
}

static bool
has_follower(const struct lines *lines, size_t i)
{
    return i + 1 < lines->n && !lines->p[i].blank && !lines->p[i + 1].blank;
}

static bool
begins_item(struct cd_str text, const struct line *line)
{
    return cd_list_mark(cd_str_sub(text, line->span.start, line->span.end)) > 0;
}

/* The width is that of the longest line, if most lines that are followed by
 * another are full to it. */
static size_t
broken_width(struct cd_str text, struct lines *lines)
{
    size_t full = 0, followed = 0;

    lines->width = 0;
    for (size_t i = 0; i < lines->n; i++) {
        if (line_size(&lines->p[i]) > lines->width)
            lines->width = line_size(&lines->p[i]);
    }
    if (lines->width > WIDTH_MAX || lines->width < WIDTH_MIN)
        return 0;
    for (size_t i = 0; i < lines->n; i++) {
        if (!has_follower(lines, i) || begins_item(text, &lines->p[i + 1]))
            continue;
        followed++;
        full += is_full(text, lines, i);
    }
    return full * 3 > followed * 2 ? lines->width : 0;
}

static struct lines
split_lines(struct cd_doc *doc)
{
    size_t room = count_lines(doc->page);
    struct lines lines = { 0 };

    lines.p = cd_arena_new_array(&doc->arena, struct line, room + 1);
    for (size_t at = 0, next; at < doc->page.n; at = next) {
        size_t end = line_end(doc->page, at, &next);

        lines.p[lines.n++] = trimmed(doc->page, at, end);
    }
    lines.width = broken_width(doc->page, &lines);
    return lines;
}

/* Index behind the last line of the block that begins at line i. */
static size_t
block_lines(struct cd_str text, const struct lines *lines, size_t i)
{
    if (lines->width == 0)
        return i + 1;
    while (has_follower(lines, i) && is_full(text, lines, i) &&
           !begins_item(text, &lines->p[i + 1]))
        i++;
    return i + 1;
}

static enum cd_block_kind
kind_of(struct cd_str text)
{
    struct cd_measure m;

    if (cd_list_mark(text) > 0)
        return CD_BLOCK_LIST_ITEM;
    if (cd_str_starts(text, CD_STR("> ")))
        return CD_BLOCK_QUOTE;
    m = cd_measure(text);
    return cd_measure_is_title(&m) && m.words <= HEADING_WORDS
               ? CD_BLOCK_HEADING
               : CD_BLOCK_PARAGRAPH;
}

static void
add_block(struct cd_doc *doc, struct cd_span raw)
{
    struct cd_block *block = &doc->blocks[doc->block_count++];

    block->raw = raw;
    block->text = cd_space_collapse(&doc->arena,
                                    cd_str_sub(doc->page, raw.start, raw.end));
    block->kind = kind_of(block->text);
    block->level = block->kind == CD_BLOCK_HEADING ? 2 : 0;
    block->keep = true;
    block->reason = CD_STR("text");
    block->score = NAN;
    doc->account.in += block->text.n;
}

void
cd_plain_read(struct cd_doc *doc)
{
    struct lines lines = split_lines(doc);

    doc->blocks = cd_arena_new_array(&doc->arena, struct cd_block, lines.n + 1);
    for (size_t i = 0, end; i < lines.n; i = end) {
        end = i + 1;
        if (lines.p[i].blank)
            continue;
        end = block_lines(doc->page, &lines, i);
        add_block(doc, (struct cd_span){ lines.p[i].span.start,
                                         lines.p[end - 1].span.end });
    }
    if (doc->block_count > 0 && doc->blocks[0].kind == CD_BLOCK_HEADING)
        doc->blocks[0].level = 1;
}
