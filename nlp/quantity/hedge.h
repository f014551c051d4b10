/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The hedges in front of a quantity, and the words that only look like them.
 *
 *     "more than a 20% stake"     more_than
 *     "almost a 7-year lead"      about
 *     "Rates edged up to 9%"      exact: that far they went
 *     "It took over 7 banks"      exact: they are its own now
 */
#ifndef CD_NLP_QUANTITY_HEDGE_H
#define CD_NLP_QUANTITY_HEDGE_H

#include "nlp/quantity/grammar.h"

/* Sets kind and hedge of the quantity of items[at]. */
void cd_hedge_read(struct cd_work *work, size_t at);

#endif
