/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The actions of the grammar's rows: what the column "makes" names, and the
 * helpers that they share.
 *
 *     cd_action *action = cd_action_find("money");   nlp/quantity/grammar.h
 *
 * A new action is a static function and a row in the table of its file.
 */
#ifndef CD_NLP_QUANTITY_ACTION_H
#define CD_NLP_QUANTITY_ACTION_H

#include "nlp/quantity/make.h"

struct cd_action_row {
    const char *name;
    cd_action *action;
};

/* Each ends with a row of NULL. */
extern const struct cd_action_row cd_actions_unit[];
extern const struct cd_action_row cd_actions_mark[];
extern const struct cd_action_row cd_actions_compound[];
extern const struct cd_action_row cd_actions_count[];

/* Value of the lexicon's row of that class for a slot's item, or NULL. */
const char *cd_slot_value(const struct cd_work *work,
                          const struct cd_match *match, enum cd_slot slot,
                          enum cd_class class);

/* Code of the unit in a slot, or NULL. */
const char *cd_slot_unit(const struct cd_work *work,
                         const struct cd_match *match, enum cd_slot slot);

void cd_make_code(struct cd_work *work, struct cd_quantity *quantity,
                  const char *code);

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

/* The match as a non-claim: match->makes says why. */
bool cd_make_nonclaim(struct cd_work *work, struct cd_match *match,
                      struct cd_item *out);

#endif
