/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Counted nouns: the noun phrase behind a number, and its unit.
 *
 *     "2,048 Nvidia H800s ran"   two items, unit "nvidia h800"
 *
 * Works by closed word classes and endings, without a tagger.
 */
#ifndef CD_NLP_QUANTITY_NOUN_H
#define CD_NLP_QUANTITY_NOUN_H

#include "nlp/quantity/grammar.h"

struct cd_noun {
    size_t end;         /* item behind the phrase */
    size_t head;        /* item of its head */
    struct cd_str unit; /* head in the singular, lower case */
};

/* The phrase that begins at items[at]; one: exactly one is counted, so its head
 * need be no plural.  False if there is none. */
bool cd_noun_phrase(struct cd_work *work, size_t at, bool one,
                    struct cd_noun *out);

/* The same in a language that nlp/quantity/noun_plain.c reads. */
bool cd_noun_plain(struct cd_work *work, size_t at, struct cd_noun *out);

/* "people" -> "person", "cities" -> "city", "H800s" -> "h800". */
struct cd_str cd_noun_singular(const struct cd_work *work, struct cd_str word);

/* Does a folded word look like a plural? */
bool cd_noun_is_plural(const struct cd_work *work, const struct cd_item *item);

#endif
