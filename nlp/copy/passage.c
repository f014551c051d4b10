/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/passage.h"

#include "base/sorted.h"
#include "nlp/copy/idf.h"
#include "nlp/copy/stock.h"

struct cd_link {
    const char *form;
    const char *lang;
};

#include "nlp/copy/links.inc"

enum {
    SENTENCE = 12,     /* words of whole sentences */
    LONG = 20,         /* words of any row */
    CLAUSE = 14,       /* words of a row that has most of a clause */
    CLAUSE_PLAIN = 4,  /* words of content in it that are no names, titles */
    CLAUSE_JOINTS = 2, /* its frequent words that stand in no title */
    LIST_PLAIN = 9,    /* words of content of a row that lacks those */
    LEAST_PROOF = 3,   /* pairs of neighbours that are no stock phrase */
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

static const uint16_t pairs[] = CD_LINK_PAIRS;
static const struct cd_sorted links = CD_SORTED(cd_link_table, pairs);

/* "of", "at": it stands between names, too. */
static bool
is_link(struct cd_str word)
{
    return cd_sorted_find_nocase(&links, word) < links.count;
}

/* Is a row most of a clause, and not a person's name with its title ("said N.
 * N., a futures analyst and broker at ...") or a list of names? */
static bool
is_clause(const struct cd_run *run, const struct cd_words *a)
{
    unsigned plain = 0, joints = 0;

    for (uint32_t i = run->a; i < run->a + run->n; i++) {
        const struct cd_word *word = &a->words[i];
        struct cd_str text = cd_words_text(a, i);
        double value;

        if ((word->flags & CD_WORD_NAME) != 0 ||
            word->figure != CD_WORD_NO_FIGURE)
            continue;
        if (word->weight < CD_IDF_COMMON)
            joints += !is_link(text);
        else
            plain += cd_figure_word(text, &value) != CD_FIGURE_TITLE;
    }
    return plain >= LIST_PLAIN ||
           (plain >= CLAUSE_PLAIN && joints >= CLAUSE_JOINTS);
}

static bool
is_long_enough(const struct cd_run *run, const struct cd_words *a,
               const struct cd_words *b, bool frame)
{
    return (run->n >= LONG && !frame) ||
           (run->n >= CLAUSE && !frame && is_clause(run, a)) ||
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
