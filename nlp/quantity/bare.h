/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bare numbers: each number and ordinal of a text as it is written, without
 * what it counts or measures.
 *
 *     cd_items_find(&work);    with work.bare
 *     cd_bare_read(&work);    work.reading->items: "3 years" -> 3, "21st" -> 21
 *
 * The work belongs to one thread.  Linear in the items.
 */
#ifndef CD_NLP_QUANTITY_BARE_H
#define CD_NLP_QUANTITY_BARE_H

#include "nlp/quantity/grammar.h"

void cd_bare_read(struct cd_work *work);

#endif
