/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the order of the words tells of a quantity in a language that we have no
 * parser for: whose it is (nlp/attach/german.h, romance.h), and which way it
 * went (direction.h).
 *
 *     cd_order_read(reading, i, text, &claim);
 *
 * Pure.
 */
#ifndef CD_NLP_ATTACH_ORDER_H
#define CD_NLP_ATTACH_ORDER_H

#include "nlp/claim/claim.h"
#include "nlp/quantity/lexicon.h"
#include "nlp/quantity/quantity.h"

/* Sets subject, change and role of the claim of the i-th quantity where the
 * words say so; text is what the reading is of. */
void cd_order_read(const struct cd_reading *reading, size_t i,
                   struct cd_str text, struct cd_claim *claim);

/* Tokens from first up to end; none if they are equal. */
struct cd_order_phrase {
    size_t first, end;
};

/* Classes RISE and FALL of a token, or 0: it is no word of change. */
static inline cd_u128
cd_order_move(const struct cd_reading *reading, size_t token)
{
    return cd_reading_terms(reading)[token].classes &
           (CD_CLASS(RISE) | CD_CLASS(FALL));
}

#endif
