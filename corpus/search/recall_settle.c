/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From numbers to places: the units of the index that match, or that are
 * connected with those that do, come before the units of this run.
 */
#include <stdlib.h>

#include "base/memory.h"
#include "base/union.h"
#include "corpus/search/search.h"

struct settler {
    struct cd_copies *search;
    uint8_t *touched;      /* roots of what holds a unit of this run */
    uint8_t *wanted;       /* contents of the index that match one */
    struct cd_kept *units; /* all, by place */
    struct cd_kept_doc *docs;
    size_t doc_count, doc_room;
    const struct cd_segment *segment; /* of the newest document */
    uint32_t doc;
    struct cd_error *err;
};

/* ---- which ones ------------------------------------------------------ */

static uint32_t
root_of(const struct settler *settler, uint32_t number)
{
    return cd_union_root(settler->search->parent, number);
}

static void
want(struct settler *settler, uint32_t number)
{
    if (number < settler->search->base)
        settler->wanted[number] = 1;
}

static void
mark(struct settler *settler)
{
    struct cd_copies *search = settler->search;

    for (size_t i = 0; i < search->match_count; i++) {
        const struct cd_match *match = &search->matches[i];

        want(settler, match->a);
        want(settler, match->b);
        if (cd_search_joins(search, match))
            cd_union_join(search->parent, match->a, match->b);
    }
    for (uint32_t i = 0; i < search->unit_count; i++) {
        uint32_t known = search->known[i];

        if (search->units[i].first != i)
            continue;
        settler->touched[root_of(
            settler, known != CD_NO_UNIT ? known : search->base + i)] = 1;
        if (known != CD_NO_UNIT)
            settler->wanted[known] = 1;
    }
}

static enum cd_status
choose_earlier(struct settler *settler)
{
    struct cd_copies *search = settler->search;

    for (uint32_t i = 0; i < search->base; i++) {
        uint32_t first;

        if (settler->touched[root_of(settler, i)] != 0) {
            cd_list_add(&search->earlier, i);
            continue;
        }
        first = cd_index_first(search->index, i, settler->err);
        if (first == CD_NO_UNIT)
            return CD_FATAL;
        if (settler->wanted[first] != 0)
            cd_list_add(&search->earlier, i);
    }
    return CD_OK;
}

/* ---- places ---------------------------------------------------------- */

static uint32_t
place_of(const struct cd_copies *search, uint32_t number)
{
    const struct cd_list *earlier = &search->earlier;
    size_t low = 0, high = earlier->n;

    if (number >= search->base)
        return (uint32_t)(number - search->base + earlier->n);
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (earlier->at[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

static enum cd_status
add_doc(struct settler *settler, const struct cd_segment *segment, uint32_t at)
{
    struct cd_copies *search = settler->search;
    const struct cd_segment_doc *doc =
        cd_segment_at(segment, CD_SECTION_DOCS, at, 1, settler->err);
    const char *name;
    struct cd_kept_doc kept = { .compared = true };

    if (settler->segment == segment && settler->doc == at)
        return CD_OK;
    settler->segment = segment;
    settler->doc = at;
    if (doc == NULL)
        return CD_FATAL;
    kept.id_size = doc->id_size;
    kept.date_size = doc->date_size;
    name = cd_segment_at(segment, CD_SECTION_NAMES, doc->name,
                         (size_t)doc->id_size + doc->date_size, settler->err);
    if (name == NULL || cd_store_add(&search->names, name,
                                     (size_t)doc->id_size + doc->date_size,
                                     &kept.id, settler->err) != CD_OK)
        return CD_FATAL;
    search->dated |= doc->date_size > 0;
    settler->docs = cd_grow(settler->docs, &settler->doc_room,
                            settler->doc_count + 1, sizeof(kept));
    settler->docs[settler->doc_count++] = kept;
    return CD_OK;
}

/* Behind the last unit of the same content. */
static void
link_place(struct cd_kept *units, uint32_t first, uint32_t place, uint32_t last)
{
    units[units[first].last].next = place;
    units[first].last = last;
}

static enum cd_status
add_earlier(struct settler *settler, uint32_t place)
{
    struct cd_copies *search = settler->search;
    uint32_t number = (uint32_t)search->earlier.at[place], first;
    const struct cd_segment *segment =
        cd_index_segment(search->index, number, settler->err);
    const struct cd_segment_unit *unit =
        cd_index_unit(search->index, number, settler->err);

    if (unit == NULL || add_doc(settler, segment, unit->doc) != CD_OK)
        return CD_FATAL;
    first = cd_index_first(search->index, number, settler->err);
    first = place_of(search, first);
    if (first > place)
        return cd_fail(settler->err, CD_FATAL, "index '%s' is damaged: unit %u",
                       search->index->path, number);
    settler->units[place] = (struct cd_kept){
        .content = unit->content,
        .count = unit->keys,
        .doc = (uint32_t)settler->doc_count - 1,
        .block = unit->place,
        .start = unit->start,
        .size = unit->size,
        .first = first,
        .next = CD_NO_UNIT,
        .last = place,
        .words = unit->words,
    };
    search->crowded[place] = unit->crowded != 0;
    if (first != place)
        link_place(settler->units, first, place, place);
    return CD_OK;
}

static uint32_t
move(uint32_t place, uint32_t by)
{
    return place == CD_NO_UNIT ? CD_NO_UNIT : place + by;
}

/* A unit of this run; those of a content that the index has follow the ones
 * there. */
static void
add_new(struct settler *settler, uint32_t at, uint32_t moved,
        uint32_t moved_docs)
{
    const struct cd_copies *search = settler->search;
    struct cd_kept *unit = &settler->units[at + moved];
    uint32_t known = search->known[search->units[at].first];

    *unit = search->units[at];
    unit->doc += moved_docs;
    unit->first = move(unit->first, moved);
    unit->next = move(unit->next, moved);
    unit->last = move(unit->last, moved);
    if (known == CD_NO_UNIT)
        return;
    unit->first = place_of(search, known);
    if (search->units[at].first == at)
        link_place(settler->units, unit->first, at + moved, unit->last);
}

static enum cd_status
place_units(struct settler *settler)
{
    struct cd_copies *search = settler->search;
    uint32_t moved = (uint32_t)search->earlier.n, moved_docs;
    uint8_t *crowded = cd_alloc(moved + search->unit_count);

    memcpy(crowded + moved, search->crowded, search->unit_count);
    free(search->crowded);
    search->crowded = crowded;
    settler->units =
        cd_alloc((moved + search->unit_count) * sizeof(*settler->units));
    for (uint32_t i = 0; i < moved; i++) {
        if (add_earlier(settler, i) != CD_OK)
            return CD_FATAL;
    }
    moved_docs = (uint32_t)settler->doc_count;
    for (uint32_t i = 0; i < search->unit_count; i++)
        add_new(settler, i, moved, moved_docs);
    settler->docs =
        cd_grow(settler->docs, &settler->doc_room,
                moved_docs + search->doc_count, sizeof(*settler->docs));
    if (search->doc_count > 0)
        memcpy(settler->docs + moved_docs, search->docs,
               search->doc_count * sizeof(*search->docs));
    return CD_OK;
}

static void
take_units(struct settler *settler)
{
    struct cd_copies *search = settler->search;

    free(search->units);
    free(search->docs);
    search->units = settler->units;
    search->docs = settler->docs;
    search->unit_count += search->earlier.n;
    search->doc_count += settler->doc_count;
    search->earlier_docs = settler->doc_count;
    search->unit_room = search->unit_count;
    search->doc_room = settler->doc_room;
    settler->units = NULL;
    settler->docs = NULL;
}

/* ---- matches --------------------------------------------------------- */

static void
add_known_match(struct settler *settler, uint64_t edge)
{
    struct cd_copies *search = settler->search;

    search->matches =
        cd_grow(search->matches, &search->match_room, search->match_count + 1,
                sizeof(*search->matches));
    search->matches[search->match_count++] = (struct cd_match){
        .a = place_of(search, (uint32_t)(edge >> 32)),
        .b = place_of(search, (uint32_t)edge),
        .kind = CD_MATCH_JACCARD,
        .detail = UINT64_MAX, /* behind one that was verified again */
        .known = true,
    };
}

/* Earlier matches inside the clusters that are shown. */
static enum cd_status
add_known_matches(struct settler *settler)
{
    const struct cd_copies *search = settler->search;
    const struct cd_index *index = search->index;

    for (size_t s = 0; s < index->count; s++) {
        const struct cd_segment *segment = &index->segments[s];
        size_t count = cd_segment_count(segment, CD_SECTION_EDGES);

        for (size_t i = 0; i < count; i++) {
            const uint64_t *edge =
                cd_segment_at(segment, CD_SECTION_EDGES, i, 1, settler->err);

            if (edge == NULL)
                return CD_FATAL;
            if ((uint32_t)*edge < search->base &&
                *edge >> 32 < (uint32_t)*edge &&
                settler->touched[root_of(settler, (uint32_t)*edge)] != 0)
                add_known_match(settler, *edge);
        }
    }
    return CD_OK;
}

static enum cd_status
place_matches(struct settler *settler)
{
    struct cd_copies *search = settler->search;
    enum cd_status status;

    for (size_t i = 0; i < search->match_count; i++) {
        search->matches[i].a = place_of(search, search->matches[i].a);
        search->matches[i].b = place_of(search, search->matches[i].b);
    }
    status = add_known_matches(settler);
    cd_search_sort(search);
    return status;
}

enum cd_status
cd_recall_settle(struct cd_copies *search, struct cd_error *err)
{
    struct settler settler = {
        .search = search,
        .touched = cd_alloc(search->base + search->unit_count + 1),
        .wanted = cd_alloc((size_t)search->base + 1),
        .err = err,
    };
    enum cd_status status;

    err->status = CD_OK;
    mark(&settler);
    status = choose_earlier(&settler);
    if (status == CD_OK)
        status = place_units(&settler);
    if (status == CD_OK) {
        take_units(&settler);
        status = place_matches(&settler);
    }
    free(settler.touched);
    free(settler.wanted);
    free(settler.units);
    free(settler.docs);
    return status;
}
