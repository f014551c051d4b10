/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Byte offsets of a text -> code points, each in constant time.
 *
 *     struct cd_offsets offsets = cd_offsets_of(&arena, doc->text);
 *     start = cd_offsets_at(&offsets, start);
 *
 * A bit a byte, and none for ASCII; the text itself need not be kept.
 */
#ifndef CD_CORPUS_CORE_OFFSETS_H
#define CD_CORPUS_CORE_OFFSETS_H

#include "base/arena.h"
#include "base/buf.h"

struct cd_offsets {
    size_t n;        /* bytes of the text */
    uint64_t *bits;  /* 1: a byte that begins no character; NULL: none does */
    uint32_t *ranks; /* such bytes before each word of bits */
};

struct cd_offsets cd_offsets_of(struct cd_arena *arena, struct cd_str text);

/* at may be behind the text; SIZE_MAX stays. */
size_t cd_offsets_at(const struct cd_offsets *offsets, size_t at);
struct cd_span cd_offsets_span(const struct cd_offsets *offsets,
                               struct cd_span span);

/* Adds json with its numbers converted: the first by cycle[0], the second by
 * cycle[1 % n] and so on; NULL in the cycle leaves a number as it is. */
void cd_offsets_json(struct cd_buf *out, struct cd_str json,
                     const struct cd_offsets *const *cycle, size_t n);

#endif
