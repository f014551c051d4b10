/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bearer of a quantity: whose it is (the subject), and what of it (the
 * property).
 *
 *     struct cd_bearer bearer = cd_bearer_read(&view, &bond, &change);
 *     "Nvidia's shares fell 17%": bearer.subject "Nvidia", property "shares"
 *
 * Names are asked for in the sentence itself; what stands for a name said
 * before ("it", "the company") is marked, and nlp/attach/entity.h finds the
 * name.
 */
#ifndef CD_NLP_ATTACH_BEARER_H
#define CD_NLP_ATTACH_BEARER_H

#include "nlp/attach/change.h"

struct cd_bearer {
    struct cd_str subject;  /* .p NULL: the sentence names none */
    size_t node;            /* of the subject's noun, or CD_NODE_NONE */
    struct cd_str property; /* .p NULL: none */
};

struct cd_bearer cd_bearer_read(const struct cd_syntax *syntax,
                                struct cd_arena *arena,
                                const struct cd_bond *bond,
                                const struct cd_change *change);

#endif
