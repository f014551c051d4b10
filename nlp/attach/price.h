/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose price an amount is that a verb has behind "for" or "at".
 *
 *     "Tarn bought the mill for $5m"          the mill
 *     "layoffs at Fernway, which it bought for $5m"    Fernway
 */
#ifndef CD_NLP_ATTACH_PRICE_H
#define CD_NLP_ATTACH_PRICE_H

#include "nlp/attach/view.h"

/* The last object of the quantity's verb before the quantity: the right of
 * "sold the company the right"; or CD_NODE_NONE. */
size_t cd_price_object(const struct cd_view *v, size_t verb);

/* What is bought, or who does what the verb says. */
struct cd_bearer cd_price_bearer(const struct cd_view *v,
                                 struct cd_str property);

/* "planes worth $4 billion": the value of the noun before "worth". */
struct cd_bearer cd_price_worth(const struct cd_view *v);

/* $1 of "($1 = 0.7612 euros)": what a rate of exchange is the worth of; empty
 * if no sign of equality is before the quantity. */
struct cd_str cd_price_exchanged(const struct cd_view *v);

/* What moved where the text does not say: the share price of "Tarn gained 2
 * percent to $72", the price of "Gold rose to $947 an ounce", the pass mark
 * itself of "The pass mark rose to 64"; else "change".  bearer: the node of
 * who moved, or CD_NODE_NONE. */
struct cd_str cd_price_moved(const struct cd_view *v, size_t bearer);

#endif
