/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A quantity behind "or" that says the one before it in other terms.
 *
 *     "lost 190 points, or 0.6%"             how much, both times
 *     "rose to $3bn, or 90 cents a share"    where it went, both times
 *
 * The one before tells, not the verb: "rose to" leads to both.
 */
#ifndef CD_NLP_ATTACH_RESTATE_H
#define CD_NLP_ATTACH_RESTATE_H

#include "nlp/attach/change.h"
#include "nlp/claim/claim.h"

/* Does the quantity stand behind "or" behind the one before? */
bool cd_restate_is(const struct cd_syntax *syntax, const struct cd_bond *bond);

/* Sets what the claim of such a quantity, claims[bond->index], takes over from
 * the one before, which gets what ", up 5%" says of both; change is what its
 * own words say.  False: nothing. */
bool cd_restate_read(const struct cd_syntax *syntax, const struct cd_bond *bond,
                     const struct cd_change *change, struct cd_claim *claims);

/* Sets whose and what the level before or behind a change is: what the claim
 * before it says of the change.  base: "up 3% from $4m". */
void cd_restate_follow(struct cd_claim *claim, bool base);

#endif
