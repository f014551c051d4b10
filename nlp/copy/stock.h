/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stock phrases: what two texts have in common because news is written so
 * ("will be listed in", "mln dlrs vs"), not because one was made from the
 * other.
 *
 *     struct cd_stock stock;
 *     cd_stock_count(&stock, &arena, &a, &b);
 *     stock.shared - stock.stock        neighbours that prove something
 *
 * A phrase is two words that stand side by side, by their stems, all numbers
 * alike.  Which ones are stock was counted on newswire (docs/copies.md) and is
 * kept as hashes.  No state.
 */
#ifndef CD_NLP_COPY_STOCK_H
#define CD_NLP_COPY_STOCK_H

#include "nlp/copy/words.h"

/* Phrases that both texts have, each counted once. */
struct cd_stock {
    uint32_t shared;
    uint32_t stock; /* of them */
};

/* The work is n log n in the words of both. */
void cd_stock_count(struct cd_stock *stock, struct cd_arena *arena,
                    const struct cd_words *a, const struct cd_words *b);

/* The hash of the words at index first and behind it. */
uint32_t cd_stock_hash(const struct cd_words *words, uint32_t first);

/* Do the words at index first and behind it say nothing of where the text is
 * from? */
bool cd_stock_is_phrase(const struct cd_words *words, uint32_t first);

#endif
