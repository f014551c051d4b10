/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The units of this run, written as a segment of the index.
 */
#include <stdlib.h>
#include <zstd.h>

#include "base/memory.h"
#include "corpus/search/cluster.h"
#include "corpus/search/search.h"

enum {
    BLOCK = 16 * 1024, /* bytes of text in a block, at least */
    LEVEL = 3,         /* of zstd */
    AT_ONCE = 1 << 16, /* bytes of postings */
};

struct adder {
    struct cd_copies *search;
    size_t from; /* place of the first unit */
    size_t from_doc;
    struct cd_segment_writer out;
    struct cd_buf scratch, text, packed, blocks;
    ZSTD_CCtx *zstd;
    uint64_t texts; /* bytes written */
    struct cd_error *err;
};

static enum cd_status
put(struct adder *adder, const void *bytes, size_t n)
{
    return cd_segment_write(&adder->out, bytes, n, adder->err);
}

/* Not in the index yet, and the first of its content. */
static bool
is_new(const struct adder *adder, size_t place)
{
    return adder->search->units[place].first == place;
}

static uint32_t
number_of(const struct adder *adder, uint32_t place)
{
    const struct cd_copies *search = adder->search;

    if (place < adder->from)
        return (uint32_t)search->earlier.at[place];
    return (uint32_t)(search->base + (place - adder->from));
}

/* ---- texts ----------------------------------------------------------- */

/* Where the next text goes: the same when texts are written and when units
 * are. */
struct cursor {
    uint32_t block, offset;
};

static bool
fills_block(struct cursor *cursor, uint32_t size)
{
    cursor->offset += size;
    if (cursor->offset < BLOCK)
        return false;
    cursor->block++;
    cursor->offset = 0;
    return true;
}

static enum cd_status
end_block(struct adder *adder)
{
    struct cd_segment_block block = { .at = adder->texts,
                                      .unpacked = (uint32_t)adder->text.n };
    size_t room = ZSTD_compressBound(adder->text.n), n;

    cd_buf_reset(&adder->packed);
    n = ZSTD_compressCCtx(adder->zstd, cd_buf_reserve(&adder->packed, room),
                          room, cd_buf_str(&adder->text).p, adder->text.n,
                          LEVEL);
    if (ZSTD_isError(n))
        return cd_fail(adder->err, CD_FATAL, "cannot compress %zu bytes: %s",
                       adder->text.n, ZSTD_getErrorName(n));
    block.packed = (uint32_t)n;
    cd_buf_add(&adder->blocks,
               (struct cd_str){ (const char *)&block, sizeof(block) });
    adder->texts += n;
    cd_buf_reset(&adder->text);
    return put(adder, adder->packed.p, n);
}

static enum cd_status
add_texts(struct adder *adder)
{
    const struct cd_copies *search = adder->search;
    struct cursor cursor = { 0 };
    enum cd_status status = CD_OK;

    adder->zstd = ZSTD_createCCtx();
    for (size_t i = adder->from; i < search->unit_count && status == CD_OK;
         i++) {
        const struct cd_kept *unit = &search->units[i];
        struct cd_str text = { NULL, unit->size };

        if (!is_new(adder, i))
            continue;
        text.p = cd_store_read(&search->texts, unit->text, text.n,
                               &adder->scratch, adder->err);
        if (text.p == NULL)
            return CD_FATAL;
        cd_buf_add(&adder->text, text);
        if (fills_block(&cursor, unit->size))
            status = end_block(adder);
    }
    return status == CD_OK && adder->text.n > 0 ? end_block(adder) : status;
}

static enum cd_status
add_blocks(struct adder *adder)
{
    return put(adder, cd_buf_str(&adder->blocks).p, adder->blocks.n);
}

/* ---- documents and units --------------------------------------------- */

static size_t
name_size(const struct cd_kept_doc *doc)
{
    return (size_t)doc->id_size + doc->date_size;
}

static enum cd_status
add_names(struct adder *adder)
{
    const struct cd_copies *search = adder->search;
    enum cd_status status = CD_OK;

    for (size_t i = adder->from_doc; i < search->doc_count && status == CD_OK;
         i++) {
        const struct cd_kept_doc *doc = &search->docs[i];
        const void *name =
            cd_store_read(&search->names, doc->id, name_size(doc),
                          &adder->scratch, adder->err);

        status = name != NULL ? put(adder, name, name_size(doc)) : CD_FATAL;
    }
    return status;
}

static enum cd_status
add_docs(struct adder *adder)
{
    const struct cd_copies *search = adder->search;
    struct cd_segment_doc record = { 0 };
    enum cd_status status = CD_OK;

    for (size_t i = adder->from_doc; i < search->doc_count && status == CD_OK;
         i++) {
        record.id_size = search->docs[i].id_size;
        record.date_size = search->docs[i].date_size;
        status = put(adder, &record, sizeof(record));
        record.name += name_size(&search->docs[i]);
    }
    return status;
}

static enum cd_status
add_units(struct adder *adder)
{
    const struct cd_copies *search = adder->search;
    struct cursor cursor = { 0 };
    enum cd_status status = CD_OK;

    for (size_t i = adder->from; i < search->unit_count && status == CD_OK;
         i++) {
        const struct cd_kept *unit = &search->units[i];
        struct cd_segment_unit record = {
            .content = unit->content,
            .size = unit->size,
            .doc = unit->doc - (uint32_t)adder->from_doc,
            .place = unit->block,
            .start = unit->start,
            .words = unit->words,
            .keys = unit->count,
            .crowded = search->crowded[i],
        };

        if (is_new(adder, i)) {
            record.block = cursor.block;
            record.offset = cursor.offset;
            fills_block(&cursor, unit->size);
        }
        status = put(adder, &record, sizeof(record));
    }
    return status;
}

static enum cd_status
add_firsts(struct adder *adder)
{
    const struct cd_copies *search = adder->search;
    enum cd_status status = CD_OK;

    for (size_t i = adder->from; i < search->unit_count && status == CD_OK;
         i++) {
        uint32_t first = number_of(adder, search->units[i].first);

        status = put(adder, &first, sizeof(first));
    }
    return status;
}

/* ---- what is looked up ----------------------------------------------- */

static enum cd_status
add_contents(struct adder *adder)
{
    const struct cd_copies *search = adder->search;
    struct cd_list list = { 0 };
    enum cd_status status;

    for (size_t i = adder->from; i < search->unit_count; i++) {
        if (is_new(adder, i))
            cd_list_add(&list, search->units[i].content >> 32 << 32 |
                                   (i - adder->from));
    }
    cd_list_sort(&list);
    status = put(adder, list.at, list.n * sizeof(*list.at));
    cd_list_release(&list);
    return status;
}

static enum cd_status
add_postings(struct adder *adder)
{
    const struct cd_store *posted = &adder->search->posted;
    enum cd_status status = CD_OK;

    for (uint64_t at = 0, n; at < cd_store_size(posted) && status == CD_OK;
         at += n) {
        uint64_t end =
            at < posted->on_disk ? posted->on_disk : cd_store_size(posted);
        const void *p;

        n = end - at < AT_ONCE ? end - at : AT_ONCE;
        p = cd_store_read(posted, at, n, &adder->scratch, adder->err);
        status = p != NULL ? put(adder, p, n) : CD_FATAL;
    }
    return status;
}

static enum cd_status
put_matches(struct adder *adder, bool joins)
{
    const struct cd_copies *search = adder->search;
    enum cd_status status = CD_OK;

    for (size_t i = 0; i < search->match_count && status == CD_OK; i++) {
        const struct cd_match *match = &search->matches[i];
        uint64_t edge = (uint64_t)number_of(adder, match->a) << 32 |
                        number_of(adder, match->b);

        if (!match->known && cd_match_joins(match) == joins)
            status = put(adder, &edge, sizeof(edge));
    }
    return status;
}

static enum cd_status
add_edges(struct adder *adder)
{
    return put_matches(adder, true);
}

static enum cd_status
add_templates(struct adder *adder)
{
    return put_matches(adder, false);
}

/* ---- all of it ------------------------------------------------------- */

static const struct {
    enum cd_section section;
    enum cd_status (*add)(struct adder *adder);
} plans[] = {
    { CD_SECTION_TEXTS, add_texts },
    { CD_SECTION_BLOCKS, add_blocks },
    { CD_SECTION_NAMES, add_names },
    { CD_SECTION_DOCS, add_docs },
    { CD_SECTION_UNITS, add_units },
    { CD_SECTION_FIRSTS, add_firsts },
    { CD_SECTION_CONTENTS, add_contents },
    { CD_SECTION_POSTINGS, add_postings },
    { CD_SECTION_EDGES, add_edges },
    { CD_SECTION_TEMPLATES, add_templates },
};

static enum cd_status
write_segment(struct adder *adder, const char *path)
{
    enum cd_status status =
        cd_segment_begin(&adder->out, path, adder->search->base, adder->err);

    for (size_t i = 0; i < CD_COUNT(plans) && status == CD_OK; i++) {
        status = cd_segment_section(&adder->out, plans[i].section, adder->err);
        if (status == CD_OK)
            status = plans[i].add(adder);
    }
    return status == CD_OK ? cd_segment_finish(&adder->out, adder->err)
                           : status;
}

enum cd_status
cd_copies_store(struct cd_copies *search, struct cd_error *err)
{
    struct adder adder = { .search = search,
                           .from = search->earlier.n,
                           .from_doc = search->earlier_docs,
                           .err = err };
    struct cd_manifest *manifest;
    uint64_t number;
    struct cd_buf path;
    enum cd_status status;

    if (search->index == NULL || !search->adding)
        return CD_OK;
    manifest = &search->index->manifest;
    number = manifest->next;
    path = cd_index_next(search->index);
    status = write_segment(&adder, path.p);
    cd_segment_writer_release(&adder.out);
    ZSTD_freeCCtx(adder.zstd);
    cd_buf_release(&path);
    cd_buf_release(&adder.scratch);
    cd_buf_release(&adder.text);
    cd_buf_release(&adder.packed);
    cd_buf_release(&adder.blocks);
    manifest->last = search->batch;
    manifest->last_base = search->base;
    return status == CD_OK ? cd_index_commit(search->index, number, err)
                           : status;
}
