/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The clauses of a sentence, by position: where a noun phrase begins, which
 * verb is one of the main clause, and with which verb another shares its
 * subject.
 *
 *     "Corvane cut 40 jobs, saving $3m": cd_clause_shared_verb() of "saving" is
 *     "cut"
 */
#ifndef CD_NLP_ATTACH_CLAUSE_H
#define CD_NLP_ATTACH_CLAUSE_H

#include "nlp/syntax/syntax.h"

/* "who", "which", "that" at the head of a relative clause. */
bool cd_clause_is_relative(const struct cd_node *node);

/* Is the node the to of "exports are on course to fall"? */
bool cd_clause_is_course(const struct cd_syntax *s, size_t to);

bool cd_clause_is_finite(const struct cd_node *node);

/* The first node of the noun phrase that ends at node. */
size_t cd_clause_phrase(const struct cd_syntax *syntax, size_t node);

/* Does a finite verb restrict a noun of the clause: "models that are part of",
 * "is the only insurer included in"? */
bool cd_clause_restricts(const struct cd_syntax *syntax, size_t verb);

/* Does the verb begin its sentence, as an order or advice does: "Replace your
 * toothbrush every 3 months"? */
bool cd_clause_is_order(const struct cd_syntax *syntax, size_t verb);

/* The verb before that a verb without a subject shares it with: of ", pinning",
 * "and returned", "after paying"; or CD_NODE_NONE. */
size_t cd_clause_shared_verb(const struct cd_syntax *syntax, size_t verb);

/* Has the verb no subject of its own: "to reach", "after performing"? */
bool cd_clause_shares(const struct cd_syntax *syntax, size_t verb);

/* Is it "1985" behind a preposition, "last year" or "yesterday", which is
 * nobody's name, but no work week? */
bool cd_clause_is_time(const struct cd_syntax *syntax, size_t node);

/* Does a participle go on right behind an amount: "slid 5% wiping $9bn off"? */
bool cd_clause_continues(const struct cd_syntax *syntax, size_t verb);

/* May the verb govern "rents rise", or with "to" before it "rents to rise"? */
bool cd_clause_causes(struct cd_str verb, bool infinitive);

/* What governs the verb of "let rents rise": the value of its class CAUSE;
 * NULL if nothing does. */
const char *cd_clause_cause(const struct cd_syntax *syntax, size_t verb);

/* expect of "expect rents to rise", see of "see rents rise": for rise, by
 * position; or CD_NODE_NONE. */
size_t cd_clause_governor(const struct cd_syntax *syntax, size_t verb);

/* The subject of a headline's infinitive, "Bank to cut 900 jobs": the noun
 * before "to", where the clause has no finite verb; or CD_NODE_NONE. */
size_t cd_clause_headline(const struct cd_syntax *syntax, size_t verb);

#endif
