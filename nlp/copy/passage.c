/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/passage.h"

#include "nlp/copy/stock.h"

enum {
    SENTENCE = 12,   /* words of whole sentences */
    LONG = 20,       /* words of any row */
    LEAST_PROOF = 3, /* pairs of neighbours that are no stock phrase */
};

/* Words of the row from the first beginning of a sentence in it to the last
 * end. */
static uint32_t
sentence_words(const struct cd_words *words, uint32_t from, uint32_t to)
{
    uint32_t first = from, last;

    while (first < to && (words->words[first].flags & CD_WORD_FIRST) == 0)
        first++;
    last = to;
    while (last > first && last < words->count &&
           (words->words[last].flags & CD_WORD_FIRST) == 0)
        last--;
    return last - first;
}

static bool
is_long_enough(const struct cd_run *run, const struct cd_words *a,
               const struct cd_words *b, bool frame)
{
    return (run->n >= LONG && !frame) ||
           (sentence_words(a, run->a, run->a + run->n) >= SENTENCE &&
            sentence_words(b, run->b, run->b + run->n) >= SENTENCE);
}

uint32_t
cd_passage_proof(const struct cd_alignment *found, const struct cd_words *a,
                 const struct cd_words *b, bool frame)
{
    const struct cd_run *run = found->tiles;
    uint32_t proof = 0;

    if (found->tile_count == 0 || !is_long_enough(run, a, b, frame))
        return 0;
    for (uint32_t i = run->a; i + 1 < run->a + run->n; i++)
        proof += !cd_stock_is_phrase(a, i);
    return proof >= LEAST_PROOF ? proof : 0;
}

double
cd_passage_score(uint32_t proof)
{
    return (double)proof / (proof + LEAST_PROOF);
}
