/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the index knows of the units of this run: before the search, which
 * contents it has and how its units are connected; after it, the units that
 * matter to the result.
 */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/radix.h"
#include "base/union.h"
#include "corpus/core/pipeline.h"
#include "corpus/search/side.h"

enum { CHUNK = 4096 }; /* units in a task */

/* ---- equal contents -------------------------------------------------- */

struct recognizer {
    struct cd_copies *search;
    struct cd_list contents; /* high half of the content, place of the unit */
    struct cd_error *errors; /* one a task */
};

/* Hashes can be made to collide: equal is what has equal bytes. */
static bool
is_equal(struct cd_copies *search, struct cd_side *side, struct cd_buf *scratch,
         const struct cd_kept *kept, uint32_t number, struct cd_error *err)
{
    bool judged = search->options.measure == CD_MEASURE_JUDGE;
    const struct cd_store *store = judged ? &search->texts : &search->keys;
    uint64_t at = judged ? kept->text : kept->keys;
    size_t size = judged ? kept->size : kept->count * sizeof(uint64_t);
    const void *mine = cd_store_read(store, at, size, scratch, err);
    struct cd_str text;

    if (mine == NULL)
        return false;
    if (judged) {
        text = cd_index_text(search->index, &side->reader, number, err);
        return text.p != NULL && text.n == size &&
               memcmp(text.p, mine, size) == 0;
    }
    return cd_side_set(side, search, number, err) &&
           side->shingles.count == kept->count &&
           memcmp(side->shingles.hash, mine, size) == 0;
}

/* Contents of a segment with the same high half as one of ours. */
static void
recognize(struct recognizer *recognizer, struct cd_side *side,
          struct cd_buf *scratch, const struct cd_segment *segment,
          size_t *cursor, uint64_t content, struct cd_error *err)
{
    struct cd_copies *search = recognizer->search;
    uint32_t place = (uint32_t)content;
    uint64_t high = content >> 32 << 32;
    uint64_t end = high | cd_index_visible(search->index, segment);
    const uint64_t *at;

    *cursor = cd_segment_find(segment, CD_SECTION_CONTENTS, *cursor, high, err);
    for (size_t i = *cursor;
         err->status == CD_OK &&
         i < cd_segment_count(segment, CD_SECTION_CONTENTS) &&
         search->known[place] == CD_NO_UNIT;
         i++) {
        uint32_t number;

        at = cd_segment_at(segment, CD_SECTION_CONTENTS, i, 1, err);
        if (at == NULL || *at >= end)
            return;
        number = (uint32_t)(segment->trailer.base + (*at & UINT32_MAX));
        if (is_equal(search, side, scratch, &search->units[place], number, err))
            search->known[place] = number;
    }
}

static void
recognize_chunk(void *state, size_t task)
{
    struct recognizer *recognizer = state;
    const struct cd_index *index = recognizer->search->index;
    struct cd_side side = { .number = CD_NO_UNIT };
    struct cd_buf scratch = { 0 };
    size_t chunk = cd_search_chunk(recognizer->search, CHUNK);
    size_t end = (task + 1) * chunk;

    if (end > recognizer->contents.n)
        end = recognizer->contents.n;
    for (size_t s = 0; s < index->count; s++) {
        size_t cursor = 0;

        for (size_t i = task * chunk;
             i < end && recognizer->errors[task].status == CD_OK; i++)
            recognize(recognizer, &side, &scratch, &index->segments[s], &cursor,
                      recognizer->contents.at[i], &recognizer->errors[task]);
    }
    cd_side_release(&side);
    cd_buf_release(&scratch);
}

static enum cd_status
find_known(struct cd_copies *search, struct cd_error *err)
{
    struct recognizer recognizer = { .search = search };
    struct cd_list *contents = &recognizer.contents;
    enum cd_status status = CD_OK;
    size_t chunk = cd_search_chunk(search, CHUNK), tasks;

    search->known =
        cd_realloc(NULL, search->unit_count, sizeof(*search->known));
    for (size_t i = 0; i < search->unit_count; i++) {
        search->known[i] = CD_NO_UNIT;
        if (search->units[i].first == i)
            cd_list_add(contents, search->units[i].content >> 32 << 32 | i);
    }
    cd_list_sort(contents);
    tasks = (contents->n + chunk - 1) / chunk;
    recognizer.errors = cd_alloc(tasks * sizeof(*recognizer.errors));
    cd_pipeline_tasks(search->threads, tasks, recognize_chunk, &recognizer);
    for (size_t i = 0; i < tasks && status == CD_OK; i++) {
        status = recognizer.errors[i].status;
        if (status != CD_OK)
            *err = recognizer.errors[i];
    }
    free(recognizer.errors);
    cd_list_release(contents);
    return status;
}

/* ---- what is connected ----------------------------------------------- */

typedef void see_record(void *state, uint64_t value);

/* All records of a section of 8 bytes, in all segments. */
static enum cd_status
see_all(const struct cd_index *index, enum cd_section section, see_record *see,
        void *state, struct cd_error *err)
{
    for (size_t s = 0; s < index->count; s++) {
        const struct cd_segment *segment = &index->segments[s];
        size_t count = cd_segment_count(segment, section);

        for (size_t i = 0; i < count; i += CHUNK) {
            size_t n = count - i < CHUNK ? count - i : CHUNK;
            const uint64_t *at = cd_segment_at(segment, section, i, n, err);

            if (at == NULL)
                return CD_FATAL;
            for (size_t k = 0; k < n; k++) {
                if ((uint32_t)at[k] < index->units &&
                    at[k] >> 32 < at[k] << 32 >> 32)
                    see(state, at[k]);
            }
        }
    }
    return CD_OK;
}

struct marker {
    struct cd_copies *search;
    uint8_t *marks; /* of numbers, or of roots */
};

static void
note_template(void *state, uint64_t edge)
{
    struct marker *marker = state;

    if (marker->marks[edge >> 32] != 0 || marker->marks[(uint32_t)edge] != 0)
        cd_list_add(&marker->search->again, edge);
}

static void
note_edge(void *state, uint64_t edge)
{
    struct marker *marker = state;

    cd_union_join(marker->search->parent, (uint32_t)(edge >> 32),
                  (uint32_t)edge);
    note_template(state, edge);
}

static enum cd_status
join_equal(struct cd_copies *search, struct cd_error *err)
{
    for (uint32_t i = 0; i < search->base; i++) {
        uint32_t first = cd_index_first(search->index, i, err);

        if (first == CD_NO_UNIT)
            return CD_FATAL;
        if (first != i)
            cd_union_join(search->parent, first, i);
    }
    return CD_OK;
}

static enum cd_status
connect_all(struct cd_copies *search, struct cd_error *err)
{
    struct marker marker = { search, cd_alloc((size_t)search->base + 1) };
    enum cd_status status;

    search->parent = cd_union_new(search->base + search->unit_count);
    search->budget.used +=
        (search->base + search->unit_count) * sizeof(*search->parent);
    for (size_t i = 0; i < search->unit_count; i++) {
        if (search->known[i] != CD_NO_UNIT)
            marker.marks[search->known[i]] = 1;
    }
    status = join_equal(search, err);
    if (status == CD_OK)
        status =
            see_all(search->index, CD_SECTION_EDGES, note_edge, &marker, err);
    if (status == CD_OK)
        status = see_all(search->index, CD_SECTION_TEMPLATES, note_template,
                         &marker, err);
    free(marker.marks);
    return status;
}

/* ---- before the search ----------------------------------------------- */

static uint32_t
number_of(const struct cd_copies *search, uint32_t place)
{
    return search->known[place] != CD_NO_UNIT ? search->known[place]
                                              : search->base + place;
}

/* Matches inside documents, which were found by place. */
static void
number_matches(struct cd_copies *search)
{
    for (size_t i = 0; i < search->match_count; i++) {
        struct cd_match *match = &search->matches[i];
        uint32_t a = number_of(search, match->a);
        uint32_t b = number_of(search, match->b);

        match->swapped ^= a > b;
        match->a = a < b ? a : b;
        match->b = a < b ? b : a;
    }
}

/* A batch that was the last one to be added, and comes again, is compared with
 * what was there before it. */
static void
choose_units(struct cd_copies *search)
{
    const struct cd_manifest *manifest = &search->index->manifest;

    if (search->unit_count == 0)
        search->adding = false;
    if (search->adding && manifest->last == search->batch &&
        manifest->last_base + search->unit_count == search->index->units) {
        search->index->units = manifest->last_base;
        search->adding = false;
        search->stats.repeated = true;
    }
    search->base = (uint32_t)search->index->units;
}

enum cd_status
cd_recall_begin(struct cd_copies *search, struct cd_error *err)
{
    enum cd_status status;

    choose_units(search);
    if (search->base + (uint64_t)search->unit_count >= CD_NO_UNIT - 1)
        return cd_fail(err, CD_FATAL, "more than %u units to compare",
                       CD_NO_UNIT - 1);
    status = find_known(search, err);
    if (status == CD_OK)
        status = connect_all(search, err);
    if (status == CD_OK)
        number_matches(search);
    return status;
}
