/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pounds of money and pounds of weight.
 *
 *     "paid 12 pounds an hour"             GBP/h
 *     "1.2 million pounds of ground beef"  lb
 *
 * What they are of says it, then the verb or noun before (rows POUNDS of
 * data/words.en.tsv), then what they are per, then the document.  Billions are
 * money unless a word weighs them.
 */
#ifndef CD_NLP_QUANTITY_POUNDS_H
#define CD_NLP_QUANTITY_POUNDS_H

#include "nlp/quantity/grammar.h"

/* Does a document speak of pounds of money: has it their sign, pence, or what
 * they are in dollars?  For cd_reading.sterling. */
bool cd_pounds_are_money(struct cd_str text);

/* Decides for each quantity in pounds, in a reading of English. */
void cd_pounds_settle(struct cd_work *work);

#endif
