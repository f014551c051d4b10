/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The unit of a bare number, from the words around it.
 *
 *     "a population of 40,000"               person
 *     "the number of hereditary peers to 90" peer
 *     "killed 12"                            person
 *     "five counts; Webb is charged with three"   count
 *     "rose to 19 weeks from 14"             wk
 */
#ifndef CD_NLP_QUANTITY_IMPLY_H
#define CD_NLP_QUANTITY_IMPLY_H

#include "nlp/quantity/grammar.h"

/* Gives units to the bare quantities of work's items. */
void cd_imply_units(struct cd_work *work);

/* Is the unit of items[at] said behind its number, so that numbers before it
 * may share it?  "$5" is not. */
bool cd_imply_shares(const struct cd_work *work, size_t at);

#endif
