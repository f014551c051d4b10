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

/* Value of the lexicon's row of that class for a slot's item, or NULL. */
const char *cd_slot_value(const struct cd_work *work,
                          const struct cd_match *match, enum cd_slot slot,
                          enum cd_class class);

/* Code of the unit in a slot, or NULL. */
const char *cd_slot_unit(const struct cd_work *work,
                         const struct cd_match *match, enum cd_slot slot);

void cd_make_code(struct cd_quantity *quantity, const char *code);

/* Multiplies all numbers of a quantity. */
void cd_make_scaled(struct cd_quantity *quantity, struct cd_decimal factor);

/* A quantity over the match with the number in slot n. */
struct cd_quantity *cd_make_numbered(struct cd_work *work,
                                     struct cd_match *match,
                                     enum cd_quantity_class class,
                                     struct cd_item *out);

/* The quantity just made is of the kind that the item behind its number says:
 * "10 or more people", "10,000+ customers". */
bool cd_make_bound(struct cd_work *work, const struct cd_match *match,
                   const struct cd_item *out);

/* Tokens [first, end) as a number that is no claim. */
void cd_make_other(struct cd_work *work, size_t first, size_t end,
                   const char *why, const char *rule);

/* The match as one: match->makes says why. */
bool cd_make_nonclaim(struct cd_work *work, struct cd_match *match,
                      struct cd_item *out);

struct cd_quantity *cd_work_quantity(const struct cd_work *work, size_t item);
const struct cd_number *cd_work_number(const struct cd_work *work, size_t item);

/* Is the number in slot n no less than that in slot m, as in "2-0" and in no
 * range? */
bool cd_match_descends(const struct cd_work *work,
                       const struct cd_match *match);

#endif
