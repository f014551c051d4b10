/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The role of a quantity: a level, how much of a change, a share, a count ...
 *
 *     cd_role_read(&bond, &change, property)     "delta" of "$600bn loss"
 */
#ifndef CD_NLP_ATTACH_ROLE_H
#define CD_NLP_ATTACH_ROLE_H

#include "nlp/attach/change.h"

/* property: the words for what is measured; .p NULL if there are none. */
const char *cd_role_read(const struct cd_bond *bond,
                         const struct cd_change *change,
                         struct cd_str property);

/* Is it an amount, which can be a level as well as how much of a change? */
bool cd_role_is_amount(enum cd_quantity_class class);

/* The role of what nothing is said to change: "level" for money. */
const char *cd_role_of_class(enum cd_quantity_class class);

#endif
