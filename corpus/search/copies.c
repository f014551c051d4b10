/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/copies.h"

#include <stdlib.h>
#include <xxhash.h>

#include "base/memory.h"
#include "corpus/search/cluster.h"
#include "corpus/search/covered.h"
#include "corpus/search/copies_choose.h"
#include "corpus/search/copies_write.h"
#include "corpus/search/judged.h"
#include "corpus/search/search.h"
#include "corpus/search/unit.h"

enum {
    TABLE = 1 << 12,
    CLUSTER_BYTES = 18, /* that a unit takes when clusters are made */
    UNITS_AHEAD = 16,   /* of a document whose turn will come */
};

struct cd_copies *
cd_copies_new(const struct cd_copies_options *options, int threads)
{
    struct cd_copies *copies = cd_alloc(sizeof(*copies));

    copies->options = *options;
    copies->threads = threads;
    copies->budget.limit = options->memory;
    copies->names.budget = &copies->budget;
    copies->keys.budget = &copies->budget;
    copies->texts.budget = &copies->budget;
    copies->details.budget = &copies->budget;
    copies->postings.budget = &copies->budget;
    copies->pairs.budget = &copies->budget;
    copies->crowd.budget = &copies->budget;
    copies->posted.budget = &copies->budget;
    copies->table_size = TABLE;
    copies->table = cd_alloc(TABLE * sizeof(*copies->table));
    return copies;
}

void
cd_copies_free(struct cd_copies *copies)
{
    if (copies == NULL)
        return;
    cd_store_release(&copies->names);
    cd_store_release(&copies->keys);
    cd_store_release(&copies->texts);
    cd_store_release(&copies->details);
    cd_store_release(&copies->posted);
    cd_bins_release(&copies->postings);
    cd_bins_release(&copies->pairs);
    cd_bins_release(&copies->crowd);
    cd_buf_release(&copies->scratch);
    free(copies->units);
    free(copies->docs);
    free(copies->table);
    free(copies->matches);
    free(copies->crowded);
    free(copies->sides);
    free(copies->counts);
    free(copies->known);
    free(copies->parent);
    cd_list_release(&copies->again);
    cd_list_release(&copies->earlier);
    free(copies);
}

void
cd_copies_use(struct cd_copies *copies, struct cd_index *index, bool adding)
{
    copies->index = index;
    copies->adding = adding;
}

void
cd_copies_against(struct cd_copies *copies)
{
    copies->against = true;
}

void
cd_copies_keep(struct cd_copies *copies, enum cd_copies_keep which)
{
    copies->keep = which;
}

void *
cd_copies_scratch(const void *engine)
{
    const struct cd_copies *copies = engine;

    return cd_units_scratch(&copies->options);
}

void
cd_copies_scratch_free(void *scratch)
{
    cd_units_scratch_free(scratch);
}

enum cd_status
cd_copies_prepare(const void *engine, void *scratch, struct cd_doc *doc,
                  struct cd_error *err)
{
    const struct cd_copies *copies = engine;

    return cd_units_make(&copies->options, scratch, doc, err);
}

/* ---- adding a document ----------------------------------------------- */

static enum cd_status
add_doc(struct cd_copies *copies, const struct cd_doc *doc,
        struct cd_error *err)
{
    struct cd_kept_doc *kept;
    struct cd_str date = doc->meta.published.value;
    uint64_t ignored;

    copies->docs = cd_grow(copies->docs, &copies->doc_room,
                           copies->doc_count + 1, sizeof(*copies->docs));
    copies->budget.used += sizeof(*copies->docs);
    kept = &copies->docs[copies->doc_count++];
    *kept = (struct cd_kept_doc){
        .id_size = (uint32_t)doc->id_json.n,
        .date_size = (uint32_t)date.n,
        .compared = doc->units->count <= CD_UNITS_ALL_PAIRS,
    };
    copies->dated |= date.n > 0;
    if (cd_store_add(&copies->names, doc->id_json.p, doc->id_json.n, &kept->id,
                     err) != CD_OK)
        return CD_FATAL;
    return cd_store_add(&copies->names, date.p, date.n, &ignored, err);
}

/*
 * A slot of the table: the higher half of a content's hash, which also says
 * where to look for it, and in the lower half the first unit of that content,
 * plus one.  So the table can be searched and grown without a look at the
 * units, which lie far apart.
 */
static size_t
first_slot(const struct cd_copies *copies, uint64_t content)
{
    return content >> 32 & (copies->table_size - 1);
}

static size_t
next_slot(const struct cd_copies *copies, size_t slot)
{
    return (slot + 1) & (copies->table_size - 1);
}

static void
grow_table(struct cd_copies *copies)
{
    size_t size = copies->table_size;
    uint64_t *old = copies->table;

    copies->table_size = size * 2;
    copies->budget.used += size * sizeof(*copies->table);
    copies->table = cd_alloc_table(size * 2 * sizeof(*copies->table));
    for (size_t i = 0; i < size; i++) {
        size_t slot;

        if (old[i] == 0)
            continue;
        slot = first_slot(copies, old[i]);
        while (copies->table[slot] != 0)
            slot = next_slot(copies, slot);
        copies->table[slot] = old[i];
    }
    free(old);
}

/* Hashes can be made to collide: equal is what has equal bytes. */
static bool
is_equal(struct cd_copies *copies, const struct cd_kept *kept,
         const struct cd_unit *unit, struct cd_error *err)
{
    bool judged = copies->options.measure == CD_MEASURE_JUDGE;
    const struct cd_store *store = judged ? &copies->texts : &copies->keys;
    const void *with = judged ? (const void *)unit->text.p : unit->keys;
    size_t size = judged ? kept->size : kept->count * sizeof(*unit->keys);
    const void *bytes;

    if (kept->content != unit->content || kept->count != unit->count ||
        (judged && kept->size != unit->text.n))
        return false;
    bytes = cd_store_read(store, judged ? kept->text : kept->keys, size,
                          &copies->scratch, err);
    return bytes != NULL && memcmp(bytes, with, size) == 0;
}

/* Links the newest unit to the first one of its content; is it that one? */
static bool
link_unit(struct cd_copies *copies, const struct cd_unit *unit,
          struct cd_error *err)
{
    uint32_t number = (uint32_t)copies->unit_count - 1;
    size_t slot = first_slot(copies, unit->content);
    struct cd_kept *first;

    for (; copies->table[slot] != 0; slot = next_slot(copies, slot)) {
        uint64_t entry = copies->table[slot];

        if (entry >> 32 != unit->content >> 32)
            continue;
        first = &copies->units[(uint32_t)entry - 1];
        if (!is_equal(copies, first, unit, err))
            continue;
        copies->units[number].first = (uint32_t)entry - 1;
        copies->units[first->last].next = number;
        first->last = number;
        return false;
    }
    copies->table[slot] = (unit->content >> 32 << 32) + number + 1;
    copies->stats.distinct++;
    if (copies->stats.distinct * 2 > copies->table_size)
        grow_table(copies);
    return true;
}

static enum cd_status
add_unit(struct cd_copies *copies, const struct cd_unit *unit,
         struct cd_error *err)
{
    uint32_t number = (uint32_t)copies->unit_count;
    struct cd_kept *kept;

    if (copies->unit_count == CD_NO_UNIT - 1)
        return cd_fail(err, CD_FATAL, "more than %u units to compare",
                       CD_NO_UNIT - 1);
    copies->units = cd_grow(copies->units, &copies->unit_room,
                            copies->unit_count + 1, sizeof(*copies->units));
    copies->budget.used += sizeof(*copies->units) + CLUSTER_BYTES;
    kept = &copies->units[copies->unit_count++];
    *kept = (struct cd_kept){
        .content = unit->content,
        .count = (uint32_t)unit->count,
        .stems = (uint32_t)unit->stems,
        .doc = (uint32_t)copies->doc_count - 1,
        .block = unit->block == SIZE_MAX ? UINT32_MAX : (uint32_t)unit->block,
        .start = (uint32_t)unit->span.start,
        .size = (uint32_t)(unit->span.end - unit->span.start),
        .first = number,
        .next = CD_NO_UNIT,
        .last = number,
        .words = (uint32_t)unit->words,
    };
    copies->stats.units++;
    err->status = CD_OK;
    if (!link_unit(copies, unit, err) || err->status != CD_OK)
        return err->status;
    copies->key_total += unit->count;
    if ((copies->options.measure == CD_MEASURE_JUDGE ||
         copies->index != NULL) &&
        cd_store_add(&copies->texts, unit->text.p, unit->text.n, &kept->text,
                     err) != CD_OK)
        return CD_FATAL;
    return cd_store_add(&copies->keys, unit->keys,
                        (unit->count + unit->stems) * sizeof(*unit->keys),
                        &kept->keys, err);
}

/* Copies inside the document, which the map found. */
static enum cd_status
add_pair(struct cd_copies *copies, size_t base, const struct cd_unit_pair *pair,
         struct cd_error *err)
{
    struct cd_match match = {
        .a = copies->units[base + pair->a].first,
        .b = copies->units[base + pair->b].first,
        .kind = (uint8_t)cd_judged_kind(pair->judged),
        .passage = cd_judged_passage(pair->judged),
        .detail_size = (uint32_t)pair->judged.n,
    };

    if (match.a == match.b)
        return CD_OK;
    if (match.a > match.b) {
        uint32_t a = match.a;

        match.a = match.b;
        match.b = a;
        match.swapped = true;
    }
    copies->matches = cd_grow(copies->matches, &copies->match_room,
                              copies->match_count + 1, sizeof(match));
    if (cd_store_add(&copies->details, pair->judged.p, pair->judged.n,
                     &match.detail, err) != CD_OK)
        return CD_FATAL;
    copies->matches[copies->match_count++] = match;
    return CD_OK;
}

/* Of all that the index would keep of the document. */
static void
hash_batch(struct cd_copies *copies, const struct cd_doc *doc)
{
    uint64_t hash =
        XXH3_64bits_withSeed(doc->id_json.p, doc->id_json.n, copies->batch + 1);

    for (size_t i = 0; i < doc->units->count; i++) {
        const struct cd_unit *unit = &doc->units->units[i];
        uint64_t what[] = { unit->content, unit->block, unit->span.start };

        hash = XXH3_64bits_withSeed(what, sizeof(what), hash);
    }
    copies->batch = hash;
}

enum cd_status
cd_copies_add(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_copies *copies = state;
    size_t base = copies->unit_count;
    enum cd_status status = add_doc(copies, doc, err);

    if (copies->index != NULL)
        hash_batch(copies, doc);
    copies->stats.shorter += doc->units->shorter;
    for (size_t i = 0; i < doc->units->count && status == CD_OK; i++)
        status = add_unit(copies, &doc->units->units[i], err);
    if (!doc->reference)
        copies->stats.words += doc->units->words;
    for (size_t i = 0; i < doc->units->pair_count && status == CD_OK; i++)
        status = add_pair(copies, base, &doc->units->pairs[i], err);
    if (doc->reference)
        copies->reference = copies->unit_count;
    copies->reference_docs += doc->reference;
    return status;
}

void
cd_copies_ahead(const void *state, const struct cd_doc *doc)
{
    const struct cd_copies *copies = state;

    for (size_t i = 0; i < doc->units->count && i < UNITS_AHEAD; i++)
        __builtin_prefetch(
            &copies->table[first_slot(copies, doc->units->units[i].content)]);
}

/* ---- the search ------------------------------------------------------ */

/* Which contents stand in the reference, and which in the input; of the pairs
 * inside documents those stay that have one of each. */
static void
take_sides(struct cd_copies *copies)
{
    size_t kept = 0;

    copies->sides = cd_alloc(copies->unit_count);
    for (size_t i = 0; i < copies->unit_count; i++)
        copies->sides[copies->units[i].first] |=
            i < copies->reference ? CD_SIDE_REFERENCE : CD_SIDE_INPUT;
    for (size_t i = 0; i < copies->match_count; i++) {
        if (cd_search_faces(copies, copies->matches[i].a, copies->matches[i].b))
            copies->matches[kept++] = copies->matches[i];
    }
    copies->match_count = kept;
}

static enum cd_status
find_matches(struct cd_copies *copies, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    if (copies->index != NULL)
        status = cd_recall_begin(copies, err);
    if (status == CD_OK)
        status = cd_search_post(copies, err);
    if (status == CD_OK)
        status = cd_search_pair(copies, err);
    if (status == CD_OK)
        status = cd_search_verify(copies, err);
    if (status == CD_OK && copies->index != NULL)
        status = cd_recall_settle(copies, err);
    return status;
}

enum cd_status
cd_copies_finish(struct cd_copies *copies, const struct cd_copies_sink *sink,
                 struct cd_error *err)
{
    struct cd_clusters clusters = { 0 };
    enum cd_status status;

    free(copies->table);
    copies->table = NULL;
    copies->budget.used -=
        (copies->table_size - TABLE) * sizeof(*copies->table);
    copies->crowded = cd_alloc(copies->unit_count);
    if (copies->against)
        take_sides(copies);
    status = find_matches(copies, err);
    if (status == CD_OK) {
        cd_clusters_make(&clusters, copies);
        cd_covered_count(copies, &clusters);
        status = copies->keep == CD_KEEP_ALL
                     ? cd_copies_write(copies, &clusters, sink, err)
                     : cd_copies_choose(copies, &clusters, sink, err);
    }
    cd_clusters_release(&clusters);
    copies->stats.spilled = copies->budget.spilled;
    return status;
}

const struct cd_copies_stats *
cd_copies_stats(const struct cd_copies *copies)
{
    return &copies->stats;
}
