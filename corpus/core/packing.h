/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values as bytes and back, for packs (corpus/run/pack.h).
 *
 *     cd_packing_size(&out, 17);
 *     cd_packing_record(&out, &cd_claim_table, &claim);
 *
 *     struct cd_unpacking in = { .bytes = bytes, .arena = &arena };
 *     n = cd_unpacking_size(&in);
 *     cd_unpacking_record(&in, &cd_claim_table, &claim);
 *     if (in.bad) ...
 *
 * Numbers are LEB128; strings are their length, their bytes and a NUL.  A
 * record is its table's fields in order.  Reading never passes the end of the
 * bytes: from the first value that is not there, all are 0 or absent and .bad
 * is set.
 */
#ifndef CD_CORPUS_CORE_PACKING_H
#define CD_CORPUS_CORE_PACKING_H

#include "base/arena.h"
#include "base/record.h"

void cd_packing_size(struct cd_buf *out, uint64_t value);
void cd_packing_span(struct cd_buf *out, struct cd_span span);
void cd_packing_bytes(struct cd_buf *out, const void *bytes, size_t n);
void cd_packing_str(struct cd_buf *out, struct cd_str text);
void cd_packing_name(struct cd_buf *out, const char *name);
void cd_packing_record(struct cd_buf *out, const struct cd_table *table,
                       const void *record);

struct cd_unpacking {
    struct cd_str bytes;
    size_t at;
    bool bad;
    struct cd_arena *arena; /* of arrays */
};

uint64_t cd_unpacking_size(struct cd_unpacking *in);
/* A number that is less than limit. */
size_t cd_unpacking_below(struct cd_unpacking *in, size_t limit);
/* How many elements follow, of which each takes at least size bytes. */
size_t cd_unpacking_count(struct cd_unpacking *in, size_t size);
/* A span that ends at limit or before. */
struct cd_span cd_unpacking_span(struct cd_unpacking *in, size_t limit);
void cd_unpacking_bytes(struct cd_unpacking *in, void *to, size_t n);
/* count elements of size bytes, copied into the arena. */
void *cd_unpacking_array(struct cd_unpacking *in, size_t count, size_t size);
/* A view into the bytes. */
struct cd_str cd_unpacking_str(struct cd_unpacking *in);
const char *cd_unpacking_name(struct cd_unpacking *in);
void cd_unpacking_record(struct cd_unpacking *in, const struct cd_table *table,
                         void *record);

#endif
