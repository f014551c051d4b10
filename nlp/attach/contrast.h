/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which of several parties a quantity belongs to where a sentence sets them
 * against each other.
 *
 *     "40% of women, compared with 12% of men"           men
 *     "more likely than peers to smoke (26% vs. 12%)"    peers
 *     "60% as dividends and 40% as buybacks"             dividends
 *     "Webb leads Lind 48% to 44%"                       Lind
 */
#ifndef CD_NLP_ATTACH_CONTRAST_H
#define CD_NLP_ATTACH_CONTRAST_H

#include "nlp/attach/bond.h"

/* The noun of the party, or CD_NODE_NONE if the sentence has no such contrast
 * or the quantity belongs to the first, who is the subject. */
size_t cd_contrast_party(const struct cd_syntax *syntax,
                         const struct cd_bond *bond);

#endif
