/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a quantity takes over from the one before it: the second of "26% vs
 * 12%", of "190 points, or 0.6%", of "8 miles (13 kilometres)".
 *
 *     rule = cd_series_read(&syntax, &arena, &bond, &change, claims);
 *
 * claims[bond.index] has its own subject, property, role and change already;
 * those that the claim before says better are overwritten.
 */
#ifndef CD_NLP_ATTACH_SERIES_H
#define CD_NLP_ATTACH_SERIES_H

#include "nlp/attach/change.h"
#include "nlp/claim/claim.h"

/* The id of the rule for the output, or NULL. */
const char *cd_series_read(const struct cd_syntax *syntax,
                           struct cd_arena *arena, const struct cd_bond *bond,
                           const struct cd_change *change,
                           struct cd_claim *claims);

#endif
