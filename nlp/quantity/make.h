/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Making quantities out of what a row matched: helpers that the actions of
 * nlp/quantity/action*.c share.
 */
#ifndef CD_NLP_QUANTITY_MAKE_H
#define CD_NLP_QUANTITY_MAKE_H

#include "nlp/quantity/grammar.h"

/* A quantity of the match, its span and rule set, in *out as an item. */
struct cd_quantity *cd_make_quantity(struct cd_work *work,
                                     const struct cd_match *match,
                                     enum cd_quantity_class class,
                                     struct cd_item *out);

/* An item of classes over the match. */
void cd_make_item(const struct cd_work *work, const struct cd_match *match,
                  cd_u128 classes, struct cd_item *out);

/* Copies the numbers of an item with NUM or FRAC into the quantity. */
void cd_make_number(const struct cd_work *work, struct cd_quantity *quantity,
                    const struct cd_item *item);

/* A copy of the quantity of items[at] that covers the match, for rows that
 * extend a quantity. */
struct cd_quantity *cd_make_wider(struct cd_work *work,
                                  const struct cd_match *match, size_t at,
                                  struct cd_item *out);

void cd_make_rule(struct cd_quantity *quantity, const char *id);

/* Spans of tokens [first, end) in the text. */
struct cd_span cd_make_span(const struct cd_work *work, size_t first,
                            size_t end);

/* Is there an item of one of the classes? */
static inline bool
cd_work_has(const struct cd_work *work, size_t at, cd_u128 classes)
{
    return at < work->count && (work->items[at].classes & classes) != 0;
}

struct cd_quantity *cd_work_quantity(const struct cd_work *work, size_t item);
const struct cd_number *cd_work_number(const struct cd_work *work, size_t item);

#endif
