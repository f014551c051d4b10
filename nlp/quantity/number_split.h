/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Number words that German writes as one: "zweihundertzehn" becomes the tokens
 * "zwei", "hundert", "zehn".
 *
 *     cd_number_split(lexicon, text, &tokens);
 *
 * Linear in the tokens.
 */
#ifndef CD_NLP_QUANTITY_NUMBER_SPLIT_H
#define CD_NLP_QUANTITY_NUMBER_SPLIT_H

#include "nlp/quantity/lexicon.h"

/* Puts the parts of such words in their place.  text is what the tokens are
 * of. */
void cd_number_split(const struct cd_lexicon *lexicon, struct cd_str text,
                     struct cd_tokens *tokens);

#endif
