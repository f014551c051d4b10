/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/bearer_part.h"
#include "nlp/attach/phrase.h"

/* The node before a phrase that begins at node first, over its articles; or
 * CD_NODE_NONE. */
static size_t
before(const struct cd_view *v, size_t first)
{
    first = cd_phrase_articles(v->s, first);
    return first > 0 ? first - 1 : CD_NODE_NONE;
}

/* Whom the copula before a phrase says it of, or CD_NODE_NONE. */
static size_t
said_of(const struct cd_view *v, size_t first)
{
    size_t copula = before(v, first), subject;

    if (v->b->tie != CD_TIE_BEFORE || copula == CD_NODE_NONE ||
        v->s->nodes[copula].tag != CD_POS_AUX)
        return CD_NODE_NONE;
    subject = cd_syntax_subject(v->s, copula);
    return subject != CD_NODE_NONE && subject < copula ? subject : CD_NODE_NONE;
}

/* Webb of "They beat third-seeded Ann Webb": a name without an article has the
 * rank, unless it is part of the name; or CD_NODE_NONE. */
static size_t
ranked_name(const struct cd_view *v)
{
    const struct cd_node *nodes = v->s->nodes;
    size_t i = v->b->node, next = cd_bond_next(v->s, v->b), last;

    if (next == CD_NODE_NONE || !cd_node_in_phrase(&nodes[next]) ||
        (i > 0 &&
         (nodes[i - 1].tag == CD_POS_DET || (nodes[i - 1].tag == CD_POS_PROPN &&
                                             nodes[next].tag != CD_POS_PROPN))))
        return CD_NODE_NONE;
    for (last = next;
         last + 1 < v->s->count && nodes[last + 1].tag == CD_POS_PROPN;)
        last++;
    if (nodes[next].tag == CD_POS_PROPN && /* "No. 2 Ann Webb and Ed Lund" */
        !(last + 1 < v->s->count && nodes[last + 1].tag == CD_POS_NOUN))
        return last;
    last = cd_syntax_phrase_last(v->s, next);
    return last != CD_NODE_NONE && nodes[last].tag == CD_POS_PROPN
               ? last
               : CD_NODE_NONE;
}

/* "China is the world's second-largest economy", "China, the world's second-
 * largest economy", "Tarn's second-largest mill": no owner has the rank. */
static size_t
owned(const struct cd_view *v, size_t owner)
{
    size_t first = cd_phrase_first(v->s, owner), at = before(v, first);
    size_t subject = said_of(v, first);

    if (subject != CD_NODE_NONE)
        return subject;
    if (at != CD_NODE_NONE && at > 0 && cd_str_is(v->s->nodes[at].fold, ",") &&
        v->s->nodes[at - 1].tag == CD_POS_PROPN)
        return at - 1;
    return v->b->noun;
}

struct cd_bearer
cd_bearer_rank(const struct cd_view *v, struct cd_bearer bearer)
{
    size_t node = said_of(v, v->b->node), owner = CD_NODE_NONE;

    if (node != CD_NODE_NONE)
        return cd_view_named(v, node, cd_phrase_of(v->s, v->b->noun));
    bearer.property = cd_view_join(v, CD_STR("rank"), " ", cd_view_trailing(v));
    node = ranked_name(v);
    if (v->b->tie == CD_TIE_BEFORE)
        owner = cd_syntax_owner(v->s, v->b->noun);
    if (node == CD_NODE_NONE && owner != CD_NODE_NONE)
        node = owned(v, owner);
    return node != CD_NODE_NONE ? cd_view_named(v, node, bearer.property)
                                : bearer;
}
