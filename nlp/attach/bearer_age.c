/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whose an age is.
 */
#include "nlp/attach/bearer_part.h"

bool
cd_bearer_is_old_one(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    const struct cd_quantity *q = v->b->quantity;
    size_t at = v->b->node;

    return q->class == CD_QUANTITY_AGE &&
           cd_token_is(&v->s->reading->tokens.items[q->end - 1], "old") &&
           at > 0 && n[at - 1].tag == CD_POS_DET &&
           (at + 1 == v->s->count ||
            !(cd_node_is_noun(&n[at + 1]) ||
              (n[at + 1].tag == CD_POS_ADJ &&
               !(at + 2 < v->s->count && n[at + 2].tag == CD_POS_ADP)) ||
              n[at + 1].tag == CD_POS_VERB_ING));
}

bool
cd_bearer_is_own_age(const struct cd_view *v, size_t owner,
                     struct cd_bearer bearer)
{
    return cd_view_is_class(v, CD_QUANTITY_AGE) &&
           (v->b->tie == CD_TIE_BEFORE ||
            (v->s->nodes[owner].tag == CD_POS_PRON &&
             bearer.subject.p != NULL &&
             (bearer.node == CD_NODE_NONE ||
              v->s->nodes[bearer.node].tag != CD_POS_PRON)));
}

size_t
cd_bearer_of_age(const struct cd_view *v, size_t owner)
{
    const struct cd_node *n = v->s->nodes;

    if (!cd_view_is_class(v, CD_QUANTITY_AGE) || n[owner].tag != CD_POS_PRON)
        return owner;
    for (size_t i = owner; i-- > 0;)
        if ((n[i].tag == CD_POS_NOUN || n[i].tag == CD_POS_PROPN) &&
            n[i].quantity == CD_NODE_NONE && !cd_node_is_time(&n[i]) &&
            cd_syntax_case(v->s, i) == CD_NODE_NONE)
            return i;
    return owner;
}
