/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of nlp/attach/bearer.c, private to nlp/attach/bearer*.c.
 */
#ifndef CD_NLP_ATTACH_BEARER_PART_H
#define CD_NLP_ATTACH_BEARER_PART_H

#include "nlp/attach/view.h"

/* Where the text does not say whose. */
static const struct cd_bearer cd_bearer_nobody = { { NULL, 0 },
                                                   CD_NODE_NONE,
                                                   { NULL, 0 } };

/* "is 704", "rose 5%", "could surpass $1 trillion": the subject's property. */
struct cd_bearer cd_bearer_of_subject(const struct cd_view *v);

/* The toothbrush of "Replace your toothbrush every 3 months", if the bearer has
 * no subject. */
struct cd_bearer cd_bearer_ordered(const struct cd_view *v,
                                   struct cd_bearer bearer);

/* "Get 20% off your first order": the discount on the order; false if there is
 * none. */
bool cd_bearer_discount(const struct cd_view *v, struct cd_bearer *out);

/* "replacing the toothbrush every 3 months": the interval of the toothbrush;
 * false if the quantity is no interval. */
bool cd_bearer_interval(const struct cd_view *v, struct cd_bearer *out);

/* "is 704", "weighs 9 tonnes", "is 210 metres tall": the subject's property is
 * its noun, the verb's or the adjective's. */
struct cd_bearer cd_bearer_equal(const struct cd_view *v);

/* "48% of participants said ...", "34 people live in X". */
struct cd_bearer cd_bearer_as_subject(const struct cd_view *v);

/* "serves 40 people", "paid $5m for it": by the verb that the quantity is an
 * object of. */
struct cd_bearer cd_bearer_by_verb(const struct cd_view *v);

/* Does the verb tell its object's measure: "left the rate unchanged at 3%",
 * "estimated the losses at $5m"? */
bool cd_bearer_kept(const struct cd_view *v);

/* What a verb says of the things counted: "Dreamers employed". */
struct cd_str cd_bearer_deed(const struct cd_view *v, struct cd_str things);

/* "to save time" of "five ways to save time", "that do it" of "there are tools
 * that do it"; else what trails the quantity, or nothing. */
struct cd_str cd_bearer_said_of(const struct cd_view *v);

/* "share of the vote", or "stake in a mill", of what the share is part of. */
struct cd_str cd_bearer_share(const struct cd_view *v);

/* "score", or "score over Tarn" where the text says over whom, and "game score"
 * of "tied the game at 2-2". */
struct cd_str cd_bearer_score(const struct cd_view *v);

/* "a 29-ounce bag", "a six-week trip": the bag and its weight, the trip and its
 * length; false where the noun is itself what is measured ("a 5-year term"). */
bool cd_bearer_size(const struct cd_view *v, size_t noun,
                    struct cd_bearer *out);

/* What the unit tells of a thing: weight of kg; NULL if it may tell many. */
const char *cd_bearer_dimension_of(const struct cd_view *v);

/* What a quantity tells where the text does not say: "price", or nothing. */
struct cd_str cd_bearer_usual(const struct cd_view *v);

/* Where a place begins that the quantity is away from: "500 metres from it",
 * "9 km south of it"; or CD_NODE_NONE. */
size_t cd_bearer_place(const struct cd_view *v);

/* "a house 500 metres from the site": what lies there, and how far from the
 * place. */
struct cd_bearer cd_bearer_distance(const struct cd_view *v, size_t place);

/* distance of "lay 500 metres away", or NULL */
const char *cd_bearer_told(const struct cd_view *v);

/* "Prices were the No. 1 factor", "They beat third-seeded Webb", "China is the
 * world's second-largest economy": who has a rank, if not the bearer that the
 * tie tells. */
struct cd_bearer cd_bearer_rank(const struct cd_view *v,
                                struct cd_bearer bearer);

/* Tarn of "firms such as Tarn up 3% to $9", which no verb ties; false if there
 * is none. */
bool cd_bearer_beside(const struct cd_view *v, struct cd_bearer *out);

/* strength of "panel strength lower than 9 MPa", which no verb ties. */
struct cd_bearer cd_bearer_compared(const struct cd_view *v);

/* wind speeds of "10 mph less than the wind speeds on Mars", or empty */
struct cd_str cd_bearer_compared_with(const struct cd_view *v);

/* "The 22-year-old signed": does no noun but the age name the person? */
bool cd_bearer_is_old_one(const struct cd_view *v);

/* Tarn of "Tarn is the largest employer, with 9,000 troops", whose they are;
 * false if the quantity stands behind no such "with". */
bool cd_bearer_held(const struct cd_view *v, struct cd_bearer *out);

/* Tarn of "Tarn has been a hub for 9 years", who is that so long; false if it
 * is no such time. */
bool cd_bearer_lasting(const struct cd_view *v, struct cd_bearer *out);

/* The father of "Ann Webb's father, 47, a father of three": who has so many
 * children; false if the quantity counts none. */
bool cd_bearer_children(const struct cd_view *v, struct cd_bearer *out);

/* Is the age not the owner's, who stands before it: "Webb's 34-year-old son",
 * "the man is in his 20s"? */
bool cd_bearer_is_own_age(const struct cd_view *v, size_t owner,
                          struct cd_bearer bearer);

/* man of "the man is in his 20s", else the owner. */
size_t cd_bearer_of_age(const struct cd_view *v, size_t owner);

#endif
