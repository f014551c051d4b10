/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Mending of tags by the shape of the clause: a clause has one finite verb.
 *
 *     cd_mend_tags(tokens, n, tags)    "Sales [ADJ->NOUN]", "shares lost 5%"
 *
 * The tagger looks two words to each side; "reservations spiked by 5%" and
 * "reservations made by phone were 5% fewer" differ further away.
 */
#ifndef CD_NLP_SYNTAX_MEND_H
#define CD_NLP_SYNTAX_MEND_H

#include "nlp/syntax/tagger.h"

/* Corrects the tags of one sentence of n tokens in place. */
void cd_mend_tags(const struct cd_token *tokens, size_t n, uint8_t *tags);

/* Does "worse-than-expected" or "year-over-year" begin at token i?  It is one
 * adjective. */
bool cd_mend_expects(const struct cd_token *tokens, size_t n, size_t i);

#endif
