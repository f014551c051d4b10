/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose an amount is that a verb gives to a thing or takes from it.
 *
 *     "wiped $5bn off Tarn's market value"     Tarn, market value
 *     "sent shares 5% higher"                  shares
 *     "a penalty of $5m for Tarn"              Tarn, penalty
 */
#ifndef CD_NLP_ATTACH_SHIFT_H
#define CD_NLP_ATTACH_SHIFT_H

#include "nlp/attach/view.h"

/* The verb's amount is off or onto what stands behind it; false if not, with
 * the bearer as it was. */
bool cd_shift_read(const struct cd_view *v, struct cd_bearer *bearer);

/* The name behind "for" behind an amount that a noun has, or CD_NODE_NONE. */
size_t cd_shift_beneficiary(const struct cd_view *v);

#endif
