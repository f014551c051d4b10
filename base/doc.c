/* SPDX-License-Identifier: Apache-2.0 */
#include "base/doc.h"

const char *const cd_block_kind_names[] = {
#define X(name, text) text,
    CD_BLOCK_KINDS(X)
#undef X
};

size_t
cd_doc_block_at(const struct cd_doc *doc, size_t at)
{
    /* Dropped blocks have no span, so this is a scan; a document has few
     * blocks and the callers ask once a claim. */
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];

        if (block->keep && at >= block->span.start && at < block->span.end)
            return i;
    }
    return SIZE_MAX;
}

static void
keep_str(struct cd_arena *arena, struct cd_str *s)
{
    if (s->p != NULL)
        *s = cd_arena_copy(arena, *s);
}

static void
keep_block(struct cd_arena *arena, struct cd_block *block)
{
    struct cd_block_trace *trace;

    keep_str(arena, &block->text);
    keep_str(arena, &block->reason);
    keep_str(arena, &block->links);
    keep_str(arena, &block->number);
    if (block->trace == NULL)
        return;
    trace = cd_arena_new(arena, struct cd_block_trace);
    *trace = *block->trace;
    keep_str(arena, &trace->path);
    keep_str(arena, &trace->pushes);
    block->trace = trace;
}

static void
keep_facts(struct cd_arena *arena, struct cd_meta *meta)
{
    struct cd_fact *facts = (void *)meta;

    for (size_t i = 0; i < sizeof(*meta) / sizeof(*facts); i++)
        keep_str(arena, &facts[i].value);
}

struct cd_block_trace *
cd_block_trace(struct cd_doc *doc, struct cd_block *block)
{
    if (block->trace == NULL)
        block->trace = cd_arena_new(&doc->arena, struct cd_block_trace);
    return block->trace;
}

void
cd_doc_keep(struct cd_doc *doc)
{
    const struct cd_block *blocks = doc->blocks;

    doc->blocks = cd_arena_room(&doc->arena, doc->block_count, sizeof(*blocks));
    for (size_t i = 0; i < doc->block_count; i++) {
        doc->blocks[i] = blocks[i];
        keep_block(&doc->arena, &doc->blocks[i]);
    }
    keep_facts(&doc->arena, &doc->meta);
    keep_str(&doc->arena, &doc->notes);
}

static size_t
joined_size(const struct cd_doc *doc)
{
    size_t n = 1;

    for (size_t i = 0; i < doc->block_count; i++) {
        if (doc->blocks[i].keep)
            n += doc->blocks[i].text.n + 2;
    }
    return n;
}

void
cd_doc_join(struct cd_doc *doc)
{
    char *p = cd_arena_bytes(&doc->arena, joined_size(doc));
    size_t at = 0;

    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_block *block = &doc->blocks[i];

        block->span = (struct cd_span){ 0, 0 };
        if (!block->keep || block->text.n == 0)
            continue;
        if (at > 0) {
            memcpy(p + at, "\n\n", 2);
            at += 2;
        }
        memcpy(p + at, block->text.p, block->text.n);
        block->span = (struct cd_span){ at, at + block->text.n };
        at += block->text.n;
    }
    p[at] = '\0';
    doc->text = (struct cd_str){ p, at };
}

void
cd_doc_account(struct cd_doc *doc)
{
    doc->account.kept = doc->account.dropped = 0;
    for (size_t i = 0; i < doc->block_count; i++) {
        if (doc->blocks[i].keep)
            doc->account.kept += doc->blocks[i].text.n;
        else
            doc->account.dropped += doc->blocks[i].text.n;
    }
}
