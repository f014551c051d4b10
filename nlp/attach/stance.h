/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stance: how sure the text is of a quantity.
 *
 *     cd_stance_modality(&syntax, &bond, NULL)   "forecast" for "will reach 5%"
 */
#ifndef CD_NLP_ATTACH_STANCE_H
#define CD_NLP_ATTACH_STANCE_H

#include "nlp/attach/bond.h"

/* asserted hedged forecast denied; word, unless NULL: the node that says so, or
 * CD_NODE_NONE */
const char *cd_stance_modality(const struct cd_syntax *syntax,
                               const struct cd_bond *bond, size_t *word);

/* What the quantity hangs on: the verb that it is tied to, else its head. */
size_t cd_stance_above(const struct cd_syntax *syntax,
                       const struct cd_bond *bond);

#endif
