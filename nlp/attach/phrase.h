/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of a phrase, as the text has them.
 *
 *     cd_phrase_noun(&syntax, node)    "market cap" of "Nvidia's market cap"
 *     cd_phrase_full(&syntax, node)    "customers who bypass the counter"
 *     cd_phrase_after(&syntax, node, verb)  "say that the offence was wrong"
 *
 * All are views of the text, without the articles at their start, and never
 * longer than a dozen words.
 */
#ifndef CD_NLP_ATTACH_PHRASE_H
#define CD_NLP_ATTACH_PHRASE_H

#include "nlp/syntax/syntax.h"

/* Does a hyphen join the next word to the node: Orsk of "Orsk-owned"? */
bool cd_phrase_is_joined(const struct cd_syntax *syntax, size_t node);

/* The noun with the adjectives and nouns before it, no article, no owner. */
struct cd_str cd_phrase_noun(const struct cd_syntax *syntax, size_t node);

/* Its first node. */
size_t cd_phrase_first(const struct cd_syntax *syntax, size_t node);

/* Where the articles before node first begin; first if there are none. */
size_t cd_phrase_articles(const struct cd_syntax *syntax, size_t first);

/* The same with an owner before it and what restricts it behind it. */
struct cd_str cd_phrase_full(const struct cd_syntax *syntax, size_t node);

/* The subject of a verb with all that restricts it: up to the verb, unless a
 * comma or a dozen words are between. */
struct cd_str cd_phrase_until(const struct cd_syntax *syntax, size_t node,
                              size_t verb);

/* The noun and the "of" phrase behind it. */
struct cd_str cd_phrase_of(const struct cd_syntax *syntax, size_t node);

/* What a predicate says: from first to the end of its clause. */
struct cd_str cd_phrase_clause(const struct cd_syntax *syntax, size_t first);

/* The noun with its owner: "Nvidia's market cap". */
struct cd_str cd_phrase_name(const struct cd_syntax *syntax, size_t node);

/* The list in "companies such as A, B and C" whose head is node, or none. */
struct cd_str cd_phrase_members(const struct cd_syntax *syntax, size_t node);

/* Where the determiners and adjectives before the node begin: a of "a record
 * $45". */
size_t cd_phrase_article(const struct cd_syntax *syntax, size_t node);

/* A subject as a reader wants it: "you" for "your", and none for what is a sign
 * or an ending. */
struct cd_str cd_phrase_tidy(struct cd_str subject);

#endif
