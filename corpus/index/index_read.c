/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Looking things up in an index.
 */
#include "corpus/index/index.h"

#include <zstd.h>

void
cd_index_reader_release(struct cd_index_reader *reader)
{
    ZSTD_freeDCtx(reader->zstd);
    cd_buf_release(&reader->plain);
    *reader = (struct cd_index_reader){ 0 };
}

uint64_t
cd_index_visible(const struct cd_index *index, const struct cd_segment *segment)
{
    uint64_t base = segment->trailer.base;
    uint64_t count = cd_segment_count(segment, CD_SECTION_UNITS);

    if (index->units <= base)
        return 0;
    return index->units - base < count ? index->units - base : count;
}

const struct cd_segment *
cd_index_segment(const struct cd_index *index, uint64_t number,
                 struct cd_error *err)
{
    size_t low = 0, high = index->count;

    if (number >= index->units) {
        cd_fail(err, CD_FATAL, "index '%s' is damaged: unit %llu of %llu",
                index->path, (unsigned long long)number,
                (unsigned long long)index->units);
        return NULL;
    }
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (index->segments[middle].trailer.base <= number)
            low = middle;
        else
            high = middle;
    }
    return &index->segments[low];
}

const struct cd_segment_unit *
cd_index_unit(const struct cd_index *index, uint64_t number,
              struct cd_error *err)
{
    const struct cd_segment *segment = cd_index_segment(index, number, err);

    if (segment == NULL)
        return NULL;
    return cd_segment_at(segment, CD_SECTION_UNITS,
                         number - segment->trailer.base, 1, err);
}

uint32_t
cd_index_first(const struct cd_index *index, uint64_t number,
               struct cd_error *err)
{
    const struct cd_segment *segment = cd_index_segment(index, number, err);
    const uint32_t *first = NULL;

    if (segment != NULL)
        first = cd_segment_at(segment, CD_SECTION_FIRSTS,
                              number - segment->trailer.base, 1, err);
    if (first == NULL)
        return UINT32_MAX;
    if (*first <= number)
        return *first;
    cd_fail(err, CD_FATAL, "index file '%s' is damaged: unit %llu",
            segment->name, (unsigned long long)number);
    return UINT32_MAX;
}

/* ---- texts ----------------------------------------------------------- */

/* zstd makes up to 128 KiB of a block, which takes 4 bytes or more: who claims
 * more shall get no memory for it. */
static bool
can_be_so_long(const struct cd_segment_block *block)
{
    return block->unpacked / (128 * 1024) <= block->packed / 4;
}

static enum cd_status
unpack(const struct cd_segment *segment, struct cd_index_reader *reader,
       uint64_t number, struct cd_error *err)
{
    const struct cd_segment_block *block =
        cd_segment_at(segment, CD_SECTION_BLOCKS, number, 1, err);
    const char *packed;
    size_t n;

    reader->segment = NULL;
    if (block == NULL)
        return CD_FATAL;
    if (!can_be_so_long(block))
        return cd_fail(err, CD_FATAL,
                       "index file '%s' is damaged: size of text block %llu",
                       segment->name, (unsigned long long)number);
    packed =
        cd_segment_at(segment, CD_SECTION_TEXTS, block->at, block->packed, err);
    if (packed == NULL)
        return CD_FATAL;
    if (reader->zstd == NULL)
        reader->zstd = ZSTD_createDCtx();
    cd_buf_reset(&reader->plain);
    cd_buf_reserve(&reader->plain, (size_t)block->unpacked + 1);
    n = ZSTD_decompressDCtx(reader->zstd, reader->plain.p, block->unpacked,
                            packed, block->packed);
    if (ZSTD_isError(n) || n != block->unpacked)
        return cd_fail(err, CD_FATAL,
                       "index file '%s' is damaged: text block %llu",
                       segment->name, (unsigned long long)number);
    reader->plain.n = n;
    reader->segment = segment;
    reader->block = number;
    return CD_OK;
}

struct cd_str
cd_segment_text(const struct cd_segment *segment,
                struct cd_index_reader *reader, uint64_t number,
                struct cd_error *err)
{
    const struct cd_str none = { NULL, 0 };
    const struct cd_segment_unit *unit =
        cd_segment_at(segment, CD_SECTION_UNITS, number, 1, err);

    if (unit == NULL)
        return none;
    if ((reader->segment != segment || reader->block != unit->block) &&
        unpack(segment, reader, unit->block, err) != CD_OK)
        return none;
    if (unit->offset > reader->plain.n ||
        unit->size > reader->plain.n - unit->offset) {
        cd_fail(err, CD_FATAL, "index file '%s' is damaged: text of unit %llu",
                segment->name, (unsigned long long)number);
        return none;
    }
    return (struct cd_str){ reader->plain.p + unit->offset, unit->size };
}

struct cd_str
cd_index_text(const struct cd_index *index, struct cd_index_reader *reader,
              uint64_t number, struct cd_error *err)
{
    const struct cd_segment *segment = cd_index_segment(index, number, err);

    if (segment == NULL)
        return (struct cd_str){ NULL, 0 };
    return cd_segment_text(segment, reader, number - segment->trailer.base,
                           err);
}

/* ---- sorted sections ------------------------------------------------- */

/* Is the record at position less than value?  -1: *err. */
static int
is_less(const struct cd_segment *segment, enum cd_section section,
        size_t position, uint64_t value, struct cd_error *err)
{
    const uint64_t *at = cd_segment_at(segment, section, position, 1, err);

    return at != NULL ? *at < value : -1;
}

/* Steps that double, then halving: lookups in order cost what lies between. */
size_t
cd_segment_find(const struct cd_segment *segment, enum cd_section section,
                size_t from, uint64_t value, struct cd_error *err)
{
    size_t end = cd_segment_count(segment, section), low = from, high = from;
    int less = 1;

    for (size_t step = 1; high < end; step *= 2) {
        less = is_less(segment, section, high, value, err);
        if (less <= 0)
            break;
        low = high + 1;
        high = end - high > step ? high + step : end;
    }
    while (low < high && less >= 0) {
        size_t middle = low + (high - low) / 2;

        less = is_less(segment, section, middle, value, err);
        if (less > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return less < 0 ? SIZE_MAX : low;
}
