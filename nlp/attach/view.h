/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One quantity in its sentence, and the phrases around it: what the rules of
 * nlp/attach/bearer.c are made of.
 *
 *     struct cd_view view = { &syntax, &arena, &bond, &change };
 *     cd_view_split(&view, noun);    "Nvidia's market cap": whose, and what
 *
 * Text is a view of the sentence or lives in the arena; { NULL, 0 } is none.
 */
#ifndef CD_NLP_ATTACH_VIEW_H
#define CD_NLP_ATTACH_VIEW_H

#include "nlp/attach/bearer.h"
#include "nlp/attach/phrase.h"

struct cd_view {
    const struct cd_syntax *s;
    struct cd_arena *arena;
    const struct cd_bond *b;
    const struct cd_change *change;
};

static inline struct cd_str
cd_view_fold_of(const struct cd_view *v, size_t node)
{
    return v->s->nodes[node].fold;
}

static inline bool
cd_view_is_class(const struct cd_view *v, enum cd_quantity_class class)
{
    return v->b->quantity->class == class;
}

/* Does the noun name what is measured: price, loss, total? */
bool cd_view_measures(const struct cd_view *v, size_t node);
bool cd_view_is_share(const struct cd_view *v);

/* Does the verb say nothing of the property: have, be, reach? */
bool cd_view_is_light(const struct cd_view *v, size_t verb);

/* Is the node the subject of the quantity's verb? */
bool cd_view_is_doer(const struct cd_view *v, size_t node);

/* The counted noun phrase: "hardworking employees" of "120 ...". */
struct cd_str cd_view_counted(const struct cd_view *v);

/* The noun behind a noun and the preposition; the other tries several. */
size_t cd_view_complement_by(const struct cd_view *v, size_t noun,
                             const char *preposition);
size_t cd_view_complement(const struct cd_view *v, size_t noun);

/* A noun as the subject: with a list of names for "companies such as". */
struct cd_bearer cd_view_named(const struct cd_view *v, size_t node,
                               struct cd_str property);

/* "Nvidia's market cap", "price of oil", "Tesla shares": whose and what.
 * Without an owner the subject is left open. */
struct cd_bearer cd_view_split(const struct cd_view *v, size_t noun);

/* The subject of the quantity's verb, with a property. */
struct cd_bearer cd_view_doer(const struct cd_view *v, struct cd_str property);

/* "with 60% of voters backing the plan": the voters, and what they do. */
struct cd_bearer cd_view_share_of_group(const struct cd_view *v);

struct cd_str cd_view_span_text(const struct cd_view *v, size_t first,
                                size_t end);

/* Both texts with what is between; the other one if one is none. */
struct cd_str cd_view_join(const struct cd_view *v, struct cd_str a,
                           const char *middle, struct cd_str b);

/* The phrase behind the quantity that a preposition begins: "on its contracts";
 * none if that is a time or a quantity. */
struct cd_str cd_view_trailing(const struct cd_view *v);

/* revenue of "$46.4 billion in revenue". */
size_t cd_view_measured_in(const struct cd_view *v);

/* "time deliberated", "time in prison", "waiting time" */
struct cd_str cd_view_time(const struct cd_view *v);

struct cd_str cd_view_participle(const struct cd_view *v, size_t verb);

#endif
