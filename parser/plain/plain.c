/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/plain/plain.h"

#include <math.h>

#include "base/list_mark.h"
#include "parser/judge/measure.h"
#include "parser/plain/figures.h"
#include "parser/plain/unwrap.h"
#include "parser/plain/wrap.h"

enum { HEADING_WORDS = 15 };

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
add_block(struct cd_doc *doc, struct cd_str text, struct cd_span raw)
{
    struct cd_block *block = &doc->blocks[doc->block_count++];

    block->raw = raw;
    block->text = text;
    block->kind = kind_of(text);
    block->level = block->kind == CD_BLOCK_HEADING ? 2 : 0;
    block->keep = true;
    block->reason = CD_STR("text");
    block->score = NAN;
    doc->account.in += text.n;
}

/* A row of figures heads nothing. */
static void
mark_rows(struct cd_doc *doc)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_block *block = &doc->blocks[i];

        if (block->kind != CD_BLOCK_HEADING || !cd_plain_is_row(doc, i))
            continue;
        block->kind = CD_BLOCK_PARAGRAPH;
        block->level = 0;
    }
}

static size_t
count_blocks(const struct cd_plain_lines *lines,
             const struct cd_plain_wrap *wrap)
{
    size_t n = 0;

    for (size_t i = 0; i < lines->n;) {
        bool blank = lines->p[i].n == 0;

        i = blank ? i + 1 : cd_plain_block_end(lines, wrap, i);
        n += !blank;
    }
    return n;
}

void
cd_plain_read(struct cd_doc *doc)
{
    struct cd_plain_lines lines = cd_plain_lines(&doc->arena, doc->page);
    struct cd_plain_wrap wrap = cd_plain_wrap(&lines);
    struct cd_plain_words words = { .broken = wrap.broken };
    const struct cd_plain_line *p = lines.p;

    doc->blocks = cd_arena_new_array(&doc->arena, struct cd_block,
                                     count_blocks(&lines, &wrap) + 1);
    for (size_t i = 0, end; i < lines.n; i = end) {
        end = i + 1;
        if (p[i].n == 0)
            continue;
        end = cd_plain_block_end(&lines, &wrap, i);
        add_block(
            doc,
            cd_plain_unwrap(&doc->arena, doc->page, &lines, i, end, &words),
            (struct cd_span){ p[i].start, p[end - 1].start + p[end - 1].n });
    }
    mark_rows(doc);
    if (doc->block_count > 0 && doc->blocks[0].kind == CD_BLOCK_HEADING)
        doc->blocks[0].level = 1;
}
