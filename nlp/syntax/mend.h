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

/* How many tokens at i only say when or where something was said: 2 of "said on
 * Wednesday profit rose", 5 of "said in a statement on Monday"; 0 if none. */
size_t cd_mend_said_aside(const struct cd_token *tokens, const uint8_t *tags,
                          size_t n, size_t i);

/* Do tokens i to i + 2 make one adjective between an article and an amount, as
 * in "an industry-leading 18 percent"? */
bool cd_mend_boasts(const struct cd_token *tokens, const uint8_t *tags,
                    size_t n, size_t i);

/* Do tokens i and i + 1 make a name, as "Macy's" does in "Macy's rose 5%" and
 * not in "Macy's profit rose 5%"?  By their tags, mended or not. */
bool cd_mend_is_house(const struct cd_token *tokens, const uint8_t *tags,
                      size_t n, size_t i);

/* Does "worse-than-expected" or "year-over-year" begin at token i?  It is one
 * adjective. */
bool cd_mend_expects(const struct cd_token *tokens, size_t n, size_t i);

#endif
