/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parser: any bytes as HTML, as plain text and as Markdown.  What it makes
 * must add up: blocks lie inside the page, kept blocks are the text, and every
 * byte of text is kept or dropped.
 */
#include <assert.h>

#include "fuzz/fuzz.h"
#include "parser/parse.h"

static void
check_blocks(const struct cd_doc *doc)
{
    size_t kept = 0, dropped = 0;

    for (size_t i = 0; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];

        assert(block->raw.start <= block->raw.end);
        assert(block->raw.end <= doc->page.n);
        kept += block->keep ? block->text.n : 0;
        dropped += block->keep ? 0 : block->text.n;
        assert(block->reason.n > 0);
        if (!block->keep)
            continue;
        assert(block->span.end <= doc->text.n);
        assert(block->span.end - block->span.start == block->text.n);
    }
    assert(doc->account.kept == kept);
    assert(doc->account.dropped == dropped);
    assert(doc->account.in == kept + dropped);
}

static void
parse_as(enum cd_format format, const uint8_t *data, size_t size)
{
    const struct cd_parse_options options = CD_PARSE_OPTIONS;
    struct cd_doc doc = { .format = format };
    struct cd_arena scratch = { 0 };
    struct cd_error err;

    doc.bytes =
        cd_arena_copy(&doc.arena, (struct cd_str){ (const char *)data, size });
    if (cd_parse(&doc, &options, &scratch, &err) == CD_OK)
        check_blocks(&doc);
    cd_arena_release(&scratch);
    cd_arena_release(&doc.arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    parse_as(CD_FORMAT_HTML, data, size);
    parse_as(CD_FORMAT_TEXT, data, size);
    parse_as(CD_FORMAT_MARKDOWN, data, size);
    return 0;
}
