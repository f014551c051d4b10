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

/* Where "a father of" before the quantity begins, without the article; or
 * CD_NODE_NONE. */
static size_t
parent_before(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t i = v->b->node;

    i -= i > 0 && cd_str_is(n[i - 1].fold, "-");
    if (i == 0 || !cd_str_is(n[i - 1].fold, "of"))
        return CD_NODE_NONE;
    i--;
    i -= i > 0 && cd_str_is(n[i - 1].fold, "-");
    return i > 0 ? i - 1 : CD_NODE_NONE;
}

bool
cd_bearer_children(const struct cd_view *v, struct cd_bearer *out)
{
    const struct cd_node *n = v->s->nodes;
    const struct cd_quantity *q = v->b->quantity;
    size_t parent, i;

    if (q->class != CD_QUANTITY_COUNT || q->noun != q->noun_end ||
        !cd_str_is(q->unit, "child"))
        return false;
    parent = parent_before(v);
    if (parent == CD_NODE_NONE)
        return false;
    *out = (struct cd_bearer){ cd_view_span_text(v, parent, v->b->node + 1),
                               CD_NODE_NONE, CD_STR("children") };
    i = cd_phrase_article(v->s, parent);
    i -= i > 1 && cd_str_is(n[i - 1].fold, ",");
    if (i > 2 && n[i - 1].quantity != CD_NODE_NONE &&
        cd_str_is(n[i - 2].fold, ","))
        i -= 2; /* "Webb, 47, a father of three" */
    if (i > 0 && i < parent && n[i - 1].tag == CD_POS_PROPN &&
        cd_str_is(n[i].fold, ","))
        out->subject = cd_phrase_name(v->s, i - 1);
    return true;
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
