/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose a quantity of a French or Spanish sentence is: the noun phrase that
 * begins its clause, up to a verb before the quantity.
 *
 *     cd_romance_subject(reading, i)
 *     "En mars, le prix du blé a grimpé de 5 %."    "prix du blé"
 *
 * Function words and verbs are data/phrases.fr.tsv and .es.tsv.  Rather nothing
 * than a guess.  Pure; looks at a bounded number of tokens.
 */
#ifndef CD_NLP_ATTACH_ROMANCE_H
#define CD_NLP_ATTACH_ROMANCE_H

#include "nlp/attach/order.h"

/* Its words without an article; none if the sentence does not tell. */
struct cd_order_phrase cd_romance_subject(const struct cd_reading *reading,
                                          size_t i);

#endif
