/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What differs between two aligned texts, counted: a template has the same
 * frame and other figures and names in its slots; a copy has them equal.
 */
#ifndef CD_NLP_COPY_SLOTS_H
#define CD_NLP_COPY_SLOTS_H

#include "nlp/copy/align.h"

struct cd_slots {
    /* gaps between the runs of the chain in which both texts have ... */
    size_t figures; /* figures, none of them equal */
    size_t dates;   /* dates, none of them equal */
    size_t names;   /* names */
    size_t words;   /* other words of content */
    double weight;  /* idf of all words from its first to its last run */
    double swapped; /* idf of gaps where both texts have words */
    double added;   /* idf of gaps where one has */
    /* short gaps in which both have content, but no synonyms: the idf of the
     * rarer word of each side, the lesser of both; sum and maximum */
    double slots, slot;
    /* of all of a, anywhere in b */
    size_t figures_shared, figures_lacked;
    size_t names_shared, names_lacked;
    size_t figures_added, names_added; /* of b from the chain's first to its
                                          last run, nowhere in a */
    size_t long_figures_lacked, long_names_lacked; /* of all b, not in a */
    size_t dates_lacked; /* weekdays, months, years, days of a month */
    double rest; /* idf of the words outside the chain's reach that b lacks */
};

void cd_slots_count(struct cd_slots *slots, struct cd_arena *arena,
                    const struct cd_chain *chain, const struct cd_words *a,
                    const struct cd_words *b);

/* Is there a word of b with this stem? */
bool cd_slots_has_stem(const struct cd_words *b, uint32_t stem);

#endif
