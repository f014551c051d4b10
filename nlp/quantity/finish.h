/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The end of reading quantities: units shared in a list, hedges in front,
 * changes from A to B, and the result in order.
 */
#ifndef CD_NLP_QUANTITY_FINISH_H
#define CD_NLP_QUANTITY_FINISH_H

#include "nlp/quantity/grammar.h"

/* Moves the quantities of work's items into its reading. */
void cd_finish(struct cd_work *work);

/* The quantity of one item, with the hedges in front of it. */
void cd_finish_item(struct cd_work *work, size_t at);

/* Adds a copy of a quantity to a reading. */
void cd_finish_add(struct cd_reading *reading,
                   const struct cd_quantity *quantity);

#endif
