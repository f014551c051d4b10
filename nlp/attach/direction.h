/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The direction of a quantity in a language that we have no parser for: the
 * nearest word of change in its clause, and the preposition before it.
 *
 *     cd_direction_read(reading, i, &claim);
 *     "stieg um 5 Prozent auf 3 Millionen Euro"
 *         5 % up, relative_delta; 3000000 EUR up, level
 *
 * Pure; looks at a bounded number of tokens.
 */
#ifndef CD_NLP_ATTACH_DIRECTION_H
#define CD_NLP_ATTACH_DIRECTION_H

#include "nlp/claim/claim.h"
#include "nlp/quantity/quantity.h"

/* Sets change and role of the claim of the i-th quantity where the words say
 * so. */
void cd_direction_read(const struct cd_reading *reading, size_t i,
                       struct cd_claim *claim);

#endif
