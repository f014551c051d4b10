/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Links between the claims of one document: mentions of the same claim, and
 * numbers that must follow from each other.
 *
 *     cd_links_make(&doc, claims, quantities, count);
 *     "$3.5 trillion to $2.9 trillion" and "a $600 billion loss"  consistent
 *
 * Mentions of one claim share claim.group, which is the id of the first, and
 * the fuller of their subjects and properties.  Arithmetic is exact decimal
 * arithmetic on the intervals that the printed digits leave open: 3.5 trillion
 * is 3.45 to 3.55.  A change A to B is compared with what is said of the
 * difference and of the percentage; a level, its base and the percentage
 * between with each other.  Each claim is compared with at most a few hundred
 * of its neighbours, so the work is linear in their number.
 */
#ifndef CD_NLP_CLAIM_LINK_H
#define CD_NLP_CLAIM_LINK_H

#include "base/doc.h"
#include "nlp/claim/claim.h"
#include "nlp/quantity/quantity.h"

/* quantities[i] is what claims[i] was made of.  Sets group and links. */
void cd_links_make(struct cd_doc *doc, struct cd_claim *claims,
                   const struct cd_quantity *quantities, size_t count);

#endif
