/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Small random corpora of copies, and by brute force what copies what.
 *
 *     random_rows_make(rows, i, &state, 300);    for each i in order
 *     random_rows_spell(&text, &rows[i]);
 *     random_rows_is_copy(&rows[a], &rows[b], 5, 80);
 */
#ifndef CD_TESTS_RANDOM_ROWS_H
#define CD_TESTS_RANDOM_ROWS_H

#include "base/buf.h"
#include "nlp/copy/copies_options.h"

enum { WORDS = 24 };

/* A corpus is rows of word numbers; a word is spelt in letters. */
struct row {
    unsigned words[WORDS];
    size_t n;
};

/* A number below below; state is any. */
uint64_t random_rows_draw(uint64_t *state, uint64_t below);

/* rows[at]: new, or an edited copy of one before it. */
void random_rows_make(struct row *rows, size_t at, uint64_t *state,
                      size_t vocabulary);
void random_rows_spell(struct cd_buf *out, const struct row *row);

/* The number that is a document's id: the id has no end but its length. */
size_t random_rows_number(struct cd_str id);

/* Is the Jaccard similarity of the shingles of so many words percent or more?
 */
bool random_rows_is_copy(const struct row *a, const struct row *b, size_t size,
                         size_t percent);

/* Measure jaccard on records. */
struct cd_copies_options random_rows_options(size_t percent, size_t size);

#endif
