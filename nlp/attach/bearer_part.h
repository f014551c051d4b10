/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of nlp/attach/bearer.c, private to nlp/attach/bearer*.c.
 */
#ifndef CD_NLP_ATTACH_BEARER_PART_H
#define CD_NLP_ATTACH_BEARER_PART_H

#include "nlp/attach/view.h"

/* "48% of participants said ...", "34 people live in X". */
struct cd_bearer cd_bearer_as_subject(const struct cd_view *v);

/* "serves 40 people", "paid $5m for it": by the verb that the quantity is an
 * object of. */
struct cd_bearer cd_bearer_by_verb(const struct cd_view *v);

/* What a verb says of the things counted: "Dreamers employed". */
struct cd_str cd_bearer_deed(const struct cd_view *v, struct cd_str things);

/* "share of the vote", or "stake in a mill", of what the share is part of. */
struct cd_str cd_bearer_share(const struct cd_view *v);

/* "a 29-ounce bag", "a six-week trip": the bag and its weight, the trip and its
 * length; false where the noun is itself what is measured ("a 5-year term"). */
bool cd_bearer_size(const struct cd_view *v, size_t noun,
                    struct cd_bearer *out);

#endif
