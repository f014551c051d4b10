/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One side of a pair that is verified: a unit's shingles, stems or words, read
 * when they are asked for and kept while the unit stays the same.
 *
 *     struct cd_side a = { .number = CD_NO_UNIT };
 *     if (cd_side_stems(&a, search, number, &err) &&
 *         cd_side_words(&a, search, &err)) ...
 *     cd_side_release(&a);
 *
 * What it hands out lives until it is asked for another unit.  A side belongs
 * to one thread.
 */
#ifndef CD_CORPUS_SEARCH_SIDE_H
#define CD_CORPUS_SEARCH_SIDE_H

#include "corpus/search/search.h"
#include "nlp/copy/shingle.h"
#include "nlp/copy/words.h"

struct cd_side {
    uint32_t number; /* as in search->base */
    struct cd_shingles shingles;
    const uint64_t *stems;
    size_t stem_count;
    struct cd_words words;
    bool has_words;
    struct cd_shingler shingler;
    struct cd_arena arena;
    struct cd_buf keys, text;
    struct cd_index_reader reader;
};

/* How many shingles, without reading them; SIZE_MAX with *err. */
size_t cd_side_size(const struct cd_copies *search, uint32_t number,
                    struct cd_error *err);

/* side->shingles.  False with *err. */
bool cd_side_set(struct cd_side *side, const struct cd_copies *search,
                 uint32_t number, struct cd_error *err);

/* side->stems; then, of the same unit, side->words. */
bool cd_side_stems(struct cd_side *side, const struct cd_copies *search,
                   uint32_t number, struct cd_error *err);
bool cd_side_words(struct cd_side *side, const struct cd_copies *search,
                   struct cd_error *err);

void cd_side_release(struct cd_side *side);

#endif
