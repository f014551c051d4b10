/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/pack.h"

#include "corpus/core/packing.h"
#include "corpus/search/unit.h"
#include "nlp/claim/claim.h"

/* struct cd_meta has members of this one type. */
_Static_assert(sizeof(struct cd_meta) % sizeof(struct cd_fact) == 0,
               "metadata that is no struct cd_fact");

enum { FACTS = sizeof(struct cd_meta) / sizeof(struct cd_fact) };

#define TEXT(member) CD_FIELD(struct cd_doc, member, TEXT, "")

static const struct cd_field strings[] = {
    TEXT(id),     TEXT(id_json),         TEXT(url),
    TEXT(source), TEXT(charset),         TEXT(fetched),
    TEXT(extra),  TEXT(encoding),        TEXT(text),
    TEXT(notes),  TEXT(claims_language),
};

static const struct cd_table doc_table = { "doc", "", strings,
                                           CD_COUNT(strings) };

#undef TEXT

/* ---- parts, each there and back -------------------------------------- */

static void
pack_meta(struct cd_buf *out, const struct cd_meta *meta)
{
    const struct cd_fact *facts = (const void *)meta;

    for (size_t i = 0; i < FACTS; i++) {
        cd_packing_str(out, facts[i].value);
        cd_packing_name(out, facts[i].source);
    }
}

static void
unpack_meta(struct cd_unpacking *in, struct cd_meta *meta)
{
    struct cd_fact *facts = (void *)meta;

    for (size_t i = 0; i < FACTS; i++) {
        facts[i].value = cd_unpacking_str(in);
        facts[i].source = cd_unpacking_name(in);
    }
}

static void
pack_account(struct cd_buf *out, const struct cd_accounting *account)
{
    cd_packing_size(out, account->in);
    cd_packing_size(out, account->kept);
    cd_packing_size(out, account->dropped);
    cd_packing_size(out, account->bad_bytes);
}

static void
unpack_account(struct cd_unpacking *in, struct cd_accounting *account)
{
    account->in = cd_unpacking_size(in);
    account->kept = cd_unpacking_size(in);
    account->dropped = cd_unpacking_size(in);
    account->bad_bytes = cd_unpacking_size(in);
}

/* Most kept blocks are a view into the text: then the span will do. */
static bool
is_view(const struct cd_doc *doc, const struct cd_block *block)
{
    return block->keep &&
           cd_str_eq(block->text,
                     cd_str_sub(doc->text, block->span.start, block->span.end));
}

static void
pack_block(struct cd_buf *out, const struct cd_doc *doc,
           const struct cd_block *block)
{
    bool view = is_view(doc, block);

    cd_packing_size(out, (size_t)block->kind);
    cd_packing_size(out, (size_t)block->level);
    cd_packing_size(out, block->keep);
    cd_packing_span(out, block->span);
    cd_packing_span(out, block->raw);
    cd_packing_str(out, block->reason);
    cd_packing_bytes(out, &block->score, sizeof(block->score));
    cd_packing_str(out, block->links);
    cd_packing_size(out, block->item);
    cd_packing_str(out, block->number);
    cd_packing_size(out, view);
    if (!view)
        cd_packing_str(out, block->text);
}

static void
unpack_block(struct cd_unpacking *in, const struct cd_doc *doc,
             struct cd_block *block)
{
    block->kind =
        (enum cd_block_kind)cd_unpacking_below(in, CD_BLOCK_KIND_COUNT);
    block->level = (int)cd_unpacking_below(in, INT32_MAX);
    block->keep = cd_unpacking_below(in, 2) != 0;
    block->span = cd_unpacking_span(in, doc->text.n);
    block->raw = cd_unpacking_span(in, SIZE_MAX);
    block->reason = cd_unpacking_str(in);
    cd_unpacking_bytes(in, &block->score, sizeof(block->score));
    block->links = cd_unpacking_str(in);
    block->item = (uint32_t)cd_unpacking_below(in, UINT32_MAX);
    block->number = cd_unpacking_str(in);
    if (cd_unpacking_below(in, 2) != 0)
        block->text = cd_str_sub(doc->text, block->span.start, block->span.end);
    else
        block->text = cd_unpacking_str(in);
}

static void
pack_unit(struct cd_buf *out, const struct cd_unit *unit)
{
    cd_packing_span(out, unit->span);
    cd_packing_size(out, unit->block);
    cd_packing_bytes(out, &unit->content, sizeof(unit->content));
    cd_packing_size(out, unit->count);
    cd_packing_size(out, unit->stems);
    cd_packing_size(out, unit->words);
    cd_packing_bytes(out, unit->keys,
                     (unit->count + unit->stems) * sizeof(*unit->keys));
}

static void
unpack_unit(struct cd_unpacking *in, const struct cd_doc *doc,
            struct cd_unit *unit)
{
    size_t n;

    unit->span = cd_unpacking_span(in, doc->text.n);
    unit->text = cd_str_sub(doc->text, unit->span.start, unit->span.end);
    unit->block = cd_unpacking_size(in);
    cd_unpacking_bytes(in, &unit->content, sizeof(unit->content));
    unit->count = cd_unpacking_count(in, sizeof(*unit->keys));
    unit->stems = cd_unpacking_count(in, sizeof(*unit->keys));
    unit->words = cd_unpacking_size(in);
    n = unit->count + unit->stems;
    unit->keys = cd_unpacking_array(in, n, sizeof(*unit->keys));
}

static void
pack_units(struct cd_buf *out, const struct cd_units *units)
{
    cd_packing_size(out, units != NULL);
    if (units == NULL)
        return;
    cd_packing_size(out, units->shorter);
    cd_packing_size(out, units->words);
    cd_packing_size(out, units->count);
    for (size_t i = 0; i < units->count; i++)
        pack_unit(out, &units->units[i]);
    cd_packing_size(out, units->pair_count);
    for (size_t i = 0; i < units->pair_count; i++) {
        cd_packing_size(out, units->pairs[i].a);
        cd_packing_size(out, units->pairs[i].b);
        cd_packing_str(out, units->pairs[i].judged);
    }
}

static void
unpack_units(struct cd_unpacking *in, struct cd_doc *doc)
{
    struct cd_units *units;

    if (cd_unpacking_below(in, 2) == 0)
        return;
    units = doc->units = cd_arena_new(&doc->arena, struct cd_units);
    units->shorter = cd_unpacking_size(in);
    units->words = cd_unpacking_size(in);
    units->count = cd_unpacking_count(in, 1);
    units->units =
        cd_arena_new_array(&doc->arena, struct cd_unit, units->count);
    for (size_t i = 0; i < units->count; i++)
        unpack_unit(in, doc, &units->units[i]);
    units->pair_count = cd_unpacking_count(in, 1);
    units->pairs =
        cd_arena_new_array(&doc->arena, struct cd_unit_pair, units->pair_count);
    for (size_t i = 0; i < units->pair_count; i++) {
        units->pairs[i].a = cd_unpacking_below(in, units->count);
        units->pairs[i].b = cd_unpacking_below(in, units->count);
        units->pairs[i].judged = cd_unpacking_str(in);
    }
}

/* ---- documents ------------------------------------------------------- */

void
cd_pack_doc(struct cd_buf *out, const struct cd_doc *doc, bool page)
{
    cd_packing_record(out, &doc_table, doc);
    cd_packing_str(out, page ? doc->page : (struct cd_str){ NULL, 0 });
    cd_packing_size(out, (size_t)doc->offset);
    cd_packing_size(out, (size_t)doc->line);
    cd_packing_size(out, (size_t)doc->format);
    pack_meta(out, &doc->meta);
    pack_account(out, &doc->account);
    cd_packing_size(out, doc->block_count);
    for (size_t i = 0; i < doc->block_count; i++)
        pack_block(out, doc, &doc->blocks[i]);
    cd_packing_size(out, doc->claim_count);
    for (size_t i = 0; i < doc->claim_count; i++)
        cd_packing_record(out, &cd_claim_table, &doc->claims[i]);
    pack_units(out, doc->units);
}

void
cd_pack_into_doc(struct cd_doc *doc, bool page)
{
    struct cd_buf out = { 0 };

    cd_pack_doc(&out, doc, page);
    doc->packed = cd_buf_into(&out, &doc->arena);
}

static void
unpack_head(struct cd_unpacking *in, struct cd_doc *doc)
{
    cd_unpacking_record(in, &doc_table, doc);
    doc->page = cd_unpacking_str(in);
    doc->offset = cd_unpacking_size(in);
    doc->line = cd_unpacking_size(in);
    doc->format = (enum cd_format)cd_unpacking_below(in, CD_FORMAT_CLEAN + 1);
    unpack_meta(in, &doc->meta);
    unpack_account(in, &doc->account);
}

static enum cd_status
end(const struct cd_unpacking *in, struct cd_error *err)
{
    if (!in->bad && in->at == in->bytes.n)
        return CD_OK;
    return cd_fail(err, CD_FATAL, "a pack is damaged: no record at byte %zu",
                   in->at);
}

enum cd_status
cd_unpack_doc(struct cd_doc *doc, struct cd_str bytes, struct cd_error *err)
{
    struct cd_unpacking in = { .bytes = bytes, .arena = &doc->arena };

    unpack_head(&in, doc);
    doc->block_count = cd_unpacking_count(&in, 1);
    doc->blocks =
        cd_arena_new_array(&doc->arena, struct cd_block, doc->block_count);
    for (size_t i = 0; i < doc->block_count; i++)
        unpack_block(&in, doc, &doc->blocks[i]);
    doc->claim_count = cd_unpacking_count(&in, 1);
    doc->claims =
        cd_arena_new_array(&doc->arena, struct cd_claim, doc->claim_count);
    for (size_t i = 0; i < doc->claim_count; i++)
        cd_unpacking_record(&in, &cd_claim_table, &doc->claims[i]);
    unpack_units(&in, doc);
    return end(&in, err);
}

void
cd_pack_reject(struct cd_buf *out, const struct cd_reject *reject)
{
    cd_packing_record(out, &cd_reject_table, reject);
}

enum cd_status
cd_unpack_reject(struct cd_reject *reject, struct cd_str bytes,
                 struct cd_error *err)
{
    struct cd_unpacking in = { .bytes = bytes };

    cd_unpacking_record(&in, &cd_reject_table, reject);
    return end(&in, err);
}
