/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Several segments into one.  Units keep their numbers, since those that are
 * merged stand one behind the other; text blocks are copied as they are.
 */
#include "corpus/index/index.h"

#include <stdlib.h>

#include "base/memory.h"

enum { AT_ONCE = 4096 }; /* records that are copied together */

struct merger {
    const struct cd_segment *from;
    size_t count;
    struct cd_segment_writer out;
    struct cd_buf some; /* records on their way */
};

/* What the segments before one add to the references in it. */
struct shift {
    uint64_t texts, blocks, names, docs, units;
};

typedef void change_record(void *record, const struct shift *shift);

static void
change_block(void *record, const struct shift *shift)
{
    struct cd_segment_block *block = record;

    block->at += shift->texts;
}

static void
change_doc(void *record, const struct shift *shift)
{
    struct cd_segment_doc *doc = record;

    doc->name += shift->names;
}

static void
change_unit(void *record, const struct shift *shift)
{
    struct cd_segment_unit *unit = record;

    unit->block += (uint32_t)shift->blocks;
    unit->doc += (uint32_t)shift->docs;
}

static uint64_t
bytes_of(const struct cd_segment *segment, enum cd_section section)
{
    return segment->trailer.section[section][1];
}

static void
add_to_shift(struct shift *shift, const struct cd_segment *segment)
{
    shift->texts += bytes_of(segment, CD_SECTION_TEXTS);
    shift->names += bytes_of(segment, CD_SECTION_NAMES);
    shift->blocks += cd_segment_count(segment, CD_SECTION_BLOCKS);
    shift->docs += cd_segment_count(segment, CD_SECTION_DOCS);
    shift->units += cd_segment_count(segment, CD_SECTION_UNITS);
}

/* ---- sections that stand one behind the other ------------------------- */

static enum cd_status
copy_some(struct merger *merger, const struct cd_segment *segment,
          enum cd_section section, size_t at, size_t n, change_record *change,
          const struct shift *shift, struct cd_error *err)
{
    size_t record = cd_section_record(section);
    const void *from = cd_segment_at(segment, section, at, n, err);
    char *p;

    if (from == NULL)
        return CD_FATAL;
    cd_buf_reset(&merger->some);
    p = cd_buf_reserve(&merger->some, n * record);
    memcpy(p, from, n * record);
    for (size_t i = 0; i < n && change != NULL; i++)
        change(p + i * record, shift);
    return cd_segment_write(&merger->out, p, n * record, err);
}

static enum cd_status
copy_section(struct merger *merger, enum cd_section section,
             change_record *change, struct cd_error *err)
{
    size_t at_once = section == CD_SECTION_TEXTS || section == CD_SECTION_NAMES
                         ? CD_SEGMENT_CHUNK
                         : AT_ONCE;
    struct shift shift = { 0 };
    enum cd_status status = cd_segment_section(&merger->out, section, err);

    for (size_t i = 0; i < merger->count; i++) {
        const struct cd_segment *segment = &merger->from[i];
        size_t count = cd_segment_count(segment, section);

        for (size_t at = 0; at < count && status == CD_OK; at += at_once)
            status = copy_some(merger, segment, section, at,
                               count - at < at_once ? count - at : at_once,
                               change, &shift, err);
        add_to_shift(&shift, segment);
    }
    return status;
}

/* ---- sections that are sorted ---------------------------------------- */

/* A place in the sorted section of each segment. */
struct place {
    const uint64_t *at; /* AT_ONCE records from next on, or fewer */
    size_t next, left;  /* records */
    size_t ready;       /* of at */
    uint64_t shift;
};

static enum cd_status
fill(struct place *place, const struct cd_segment *segment,
     enum cd_section section, struct cd_error *err)
{
    if (place->ready > 0 || place->left == 0)
        return CD_OK;
    place->ready = place->left < AT_ONCE ? place->left : AT_ONCE;
    place->at = cd_segment_at(segment, section, place->next, place->ready, err);
    place->next += place->ready;
    place->left -= place->ready;
    return place->at != NULL ? CD_OK : CD_FATAL;
}

static uint64_t
value_of(const struct place *place)
{
    return *place->at + place->shift;
}

/* There are few segments, so looking at all of them is quick. */
static struct place *
least_of(struct place *places, size_t n)
{
    struct place *least = NULL;

    for (size_t i = 0; i < n; i++) {
        if (places[i].ready > 0 &&
            (least == NULL || value_of(&places[i]) < value_of(least)))
            least = &places[i];
    }
    return least;
}

static enum cd_status
merge_places(struct merger *merger, enum cd_section section,
             struct place *places, struct cd_error *err)
{
    enum cd_status status = CD_OK;
    struct place *least;

    for (size_t i = 0; i < merger->count && status == CD_OK; i++)
        status = fill(&places[i], &merger->from[i], section, err);
    while (status == CD_OK &&
           (least = least_of(places, merger->count)) != NULL) {
        uint64_t value = value_of(least);

        least->at++;
        least->ready--;
        status = cd_segment_write(&merger->out, &value, sizeof(value), err);
        if (status == CD_OK)
            status = fill(least, &merger->from[least - places], section, err);
    }
    return status;
}

static enum cd_status
merge_section(struct merger *merger, enum cd_section section, bool local,
              struct cd_error *err)
{
    struct place *places = cd_alloc(merger->count * sizeof(*places));
    struct shift shift = { 0 };
    enum cd_status status = cd_segment_section(&merger->out, section, err);

    for (size_t i = 0; i < merger->count; i++) {
        places[i].left = cd_segment_count(&merger->from[i], section);
        places[i].shift = local ? shift.units : 0;
        add_to_shift(&shift, &merger->from[i]);
    }
    if (status == CD_OK)
        status = merge_places(merger, section, places, err);
    free(places);
    return status;
}

/* ---- all of them ----------------------------------------------------- */

/* How the records of a section change; sorted ones are merged. */
static const struct plan {
    enum cd_section section;
    change_record *change;
    bool sorted, local; /* local: the lower half is a unit of the segment */
} plans[] = {
    { CD_SECTION_TEXTS, NULL, false, false },
    { CD_SECTION_BLOCKS, change_block, false, false },
    { CD_SECTION_NAMES, NULL, false, false },
    { CD_SECTION_DOCS, change_doc, false, false },
    { CD_SECTION_UNITS, change_unit, false, false },
    { CD_SECTION_FIRSTS, NULL, false, false },
    { CD_SECTION_CONTENTS, NULL, true, true },
    { CD_SECTION_POSTINGS, NULL, true, true },
    { CD_SECTION_EDGES, NULL, true, false },
    { CD_SECTION_TEMPLATES, NULL, true, false },
};

enum cd_status
cd_index_merge(const struct cd_index *index, size_t from, size_t to,
               const char *path, struct cd_error *err)
{
    struct merger merger = { .from = index->segments + from,
                             .count = to - from };
    enum cd_status status = cd_segment_begin(
        &merger.out, path, index->segments[from].trailer.base, err);

    for (size_t i = 0; i < CD_COUNT(plans) && status == CD_OK; i++) {
        const struct plan *plan = &plans[i];

        status = plan->sorted
                     ? merge_section(&merger, plan->section, plan->local, err)
                     : copy_section(&merger, plan->section, plan->change, err);
    }
    if (status == CD_OK)
        status = cd_segment_finish(&merger.out, err);
    cd_segment_writer_release(&merger.out);
    cd_buf_release(&merger.some);
    return status;
}
