/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The end of reading quantities: units shared in a list, hedges in front,
 * changes from A to B, and the result in order.
 */
#ifndef CD_NLP_FINISH_H
#define CD_NLP_FINISH_H

#include "nlp/grammar.h"

/* Moves the quantities of work's items into its reading. */
void cd_finish(struct cd_work *work);

#endif
