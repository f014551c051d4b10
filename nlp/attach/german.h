/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose a quantity of a German sentence is, by the order of the words: the noun
 * phrase before the finite verb, or the first behind it where something else
 * stands in front.
 *
 *     cd_german_subject(reading, i)
 *     "Im Mai stieg der Umsatz um 5 Prozent."    "Umsatz"
 *
 * Function words are data/phrases.de.tsv, nouns have capitals.  Rather nothing
 * than a guess.  Pure; linear in the clause.
 */
#ifndef CD_NLP_ATTACH_GERMAN_H
#define CD_NLP_ATTACH_GERMAN_H

#include "nlp/attach/order.h"

/* Its words without an article; none if the sentence does not tell. */
struct cd_order_phrase cd_german_subject(const struct cd_reading *reading,
                                         size_t i);

#endif
