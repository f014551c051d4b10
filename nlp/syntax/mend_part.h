/* SPDX-License-Identifier: Apache-2.0 */
/* What nlp/syntax/mend*.c share. */
#ifndef CD_NLP_SYNTAX_MEND_PART_H
#define CD_NLP_SYNTAX_MEND_PART_H

#include "nlp/syntax/mend.h"

/* A noun, a name, or what stands for one. */
bool cd_mend_is_noun(uint8_t tag);

/* A verb that a clause has one of. */
bool cd_mend_is_finite(const struct cd_token *tokens, const uint8_t *tags,
                       size_t i);

bool cd_mend_is_preposition(struct cd_str fold);

/* Can the word be the subject's last?  The tagger takes an unknown name and
 * "an individual" for adjectives. */
bool cd_mend_ends_subject(const struct cd_token *tokens, const uint8_t *tags,
                          size_t i);

/* Mends token i by the words beside it. */
void cd_mend_word(const struct cd_token *tokens, size_t n, uint8_t *tags,
                  size_t i);

/* A number, with a hedge or a preposition before it? */
bool cd_mend_opens_amount(const struct cd_token *tokens, const uint8_t *tags,
                          size_t n, size_t i);

/* Words with a capital that are names, though they could be verbs; and the
 * verb of a headline. */
void cd_mend_names(const struct cd_token *tokens, size_t n, uint8_t *tags);

/* A sentence that is no command begins with its subject: "Milk output rose",
 * "Tarn lost", "Pinecrest was". */
void cd_mend_first(const struct cd_token *tokens, size_t n, uint8_t *tags);

/* Is it the apostrophe of "the brothers' $5m", which closes no quotation? */
bool cd_mend_owns(const struct cd_token *tokens, size_t n, size_t i);

/* Is it that of "that year's elections", "from that strike", which points? */
bool cd_mend_points(const struct cd_token *tokens, const uint8_t *tags,
                    size_t n, size_t i);

/* Is token i the A of "Class A shares", which is no article? */
bool cd_mend_letter(const struct cd_token *tokens, size_t i);

/* Is token i the x of "9.6 x 13.3", which joins two numbers? */
bool cd_mend_times(const struct cd_token *tokens, size_t n, size_t i);

/* Is token i the offer of "a 7 million pound offer", "a $1bn (700m euro)
 * offer", which the tagger takes for a verb? */
bool cd_mend_offers(const struct cd_token *tokens, const uint8_t *tags,
                    size_t n, size_t i);

/* Is token i the verb of "helped the maker boost net income"? */
bool cd_mend_helped(const struct cd_token *tokens, const uint8_t *tags,
                    size_t n, size_t i);

/* Is token i the drop of "a 9% drop to 5", "a 9 percent drop"? */
bool cd_mend_sized(const struct cd_token *tokens, const uint8_t *tags,
                   size_t i);

/* Makes a verb of token i that is the fall of "saw profits fall 9%", the cut of
 * "demanded that the firm cut its rent" or the double of "will more than
 * double". */
void cd_mend_bare(const struct cd_token *tokens, size_t n, uint8_t *tags,
                  size_t i);

/* Is token i the adjective of "net income", "asking price", "non-farm jobs"? */
bool cd_mend_prices(const struct cd_token *tokens, size_t n, size_t i);

#endif
