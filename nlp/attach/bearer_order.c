/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bearers of advice and offers: orders, which have no subject, intervals
 * and discounts.
 */
#include "nlp/attach/bearer_part.h"
#include "nlp/attach/clause.h"

struct cd_bearer
cd_bearer_ordered(const struct cd_view *v, struct cd_bearer bearer)
{
    size_t verb = v->b->verb, object;

    if (bearer.subject.p != NULL || verb == CD_NODE_NONE || verb > v->b->node ||
        !cd_clause_is_order(v->s, verb))
        return bearer;
    if (v->b->part_of != CD_NODE_NONE && cd_view_is_share(v))
        return cd_view_named(v, v->b->part_of, bearer.property);
    object = cd_syntax_object(v->s, verb);
    if (object > v->b->node && v->b->anchor > verb + 1)
        object = v->b->anchor - 1; /* "Hold your hand 8 inches above it" */
    if (object != CD_NODE_NONE && object < v->b->node &&
        v->s->nodes[object].quantity == CD_NODE_NONE &&
        cd_node_is_noun(&v->s->nodes[object]) &&
        v->s->nodes[object].tag != CD_POS_PRON)
        return cd_view_named(v, object, bearer.property);
    return bearer;
}

bool
cd_bearer_discount(const struct cd_view *v, struct cd_bearer *out)
{
    const struct cd_node *n = v->s->nodes;
    size_t off = v->b->node + 1, last;

    if (off + 1 >= v->s->count || !cd_str_is(n[off].fold, "off") ||
        !(cd_view_is_class(v, CD_QUANTITY_PERCENT) ||
          cd_view_is_class(v, CD_QUANTITY_MONEY)))
        return false;
    last = cd_syntax_phrase_last(v->s, off + 1);
    if (last == CD_NODE_NONE || n[off + 1].tag == CD_POS_PUNCT ||
        n[last].quantity != CD_NODE_NONE || cd_node_is_time(&n[last]))
        return false;
    *out = cd_view_named(v, last, CD_STR("discount"));
    return true;
}

bool
cd_bearer_interval(const struct cd_view *v, struct cd_bearer *out)
{
    const struct cd_token *tokens = v->s->reading->tokens.items;
    size_t first = cd_quantity_start(v->b->quantity), object;

    if (!cd_view_is_class(v, CD_QUANTITY_DURATION) || first == 0 ||
        !cd_token_is(&tokens[first - 1], "every") || v->b->verb == CD_NODE_NONE)
        return false;
    object = cd_syntax_object(v->s, v->b->verb);
    *out = object != CD_NODE_NONE && object < v->b->node
               ? cd_view_named(v, object, CD_STR("interval"))
               : cd_view_doer(v, CD_STR("interval"));
    return true;
}
