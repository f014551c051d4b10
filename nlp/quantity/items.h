/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From tokens to the items that the grammar's rows work on: a number, a phrase
 * of the lexicon, a shape of digits that is no number, or a single token each.
 *
 *     cd_items_find(&work);    work.items[0..count)
 *
 * The work belongs to one thread.  Linear in the tokens.
 */
#ifndef CD_NLP_QUANTITY_ITEMS_H
#define CD_NLP_QUANTITY_ITEMS_H

#include "nlp/quantity/grammar.h"

/* Fills terms, words, items and numbers from the tokens of work->reading. */
void cd_items_find(struct cd_work *work);

#endif
