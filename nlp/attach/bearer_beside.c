/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bearer of a quantity that no verb ties: by what stands beside it.
 */
#include "nlp/attach/bearer_part.h"
#include "nlp/attach/clause.h"
#include "nlp/word/word.h"

struct cd_bearer
cd_bearer_compared(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t i = v->b->anchor;

    while (i > 0 && (cd_str_is(n[i - 1].fold, "than") ||
                     n[i - 1].tag == CD_POS_ADJ || n[i - 1].tag == CD_POS_ADV))
        i--;
    if (i == 0 || !cd_node_is_noun(&n[i - 1]) ||
        n[i - 1].quantity != CD_NODE_NONE || cd_node_is_time(&n[i - 1]))
        return cd_bearer_nobody;
    return cd_view_split(v, i - 1);
}

struct cd_str
cd_bearer_compared_with(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->node + 1, last;

    if (at + 2 >= v->s->count || !cd_word_is(n[at].fold, CD_WORD_BESIDE) ||
        !cd_str_is(n[at + 1].fold, "than"))
        return (struct cd_str){ NULL, 0 };
    last = cd_syntax_phrase_last(v->s, at + 2);
    return last != CD_NODE_NONE && n[last].tag == CD_POS_NOUN &&
                   n[last].quantity == CD_NODE_NONE &&
                   !cd_clause_is_time(v->s, last)
               ? cd_phrase_of(v->s, last)
               : (struct cd_str){ NULL, 0 };
}

/* Tarn of "firms such as Tarn up 3% to $9", or CD_NODE_NONE. */
static size_t
name_beside(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->node;

    if (cd_str_is(v->b->preposition, "to") && at > 1 &&
        n[at - 2].quantity != CD_NODE_NONE)
        at -= 2;
    else if (v->b->tie != CD_TIE_ALONE && v->b->tie != CD_TIE_ASIDE)
        return CD_NODE_NONE;
    if (at < 2 ||
        !(cd_str_is(n[at - 1].fold, "up") || cd_str_is(n[at - 1].fold, "down")))
        return CD_NODE_NONE;
    for (at -= 2; at > 0 && n[at].tag == CD_POS_AUX; at--)
        ;
    return (n[at].tag == CD_POS_NOUN || n[at].tag == CD_POS_PROPN) &&
                   n[at].quantity == CD_NODE_NONE && !cd_node_is_time(&n[at])
               ? at
               : CD_NODE_NONE;
}

bool
cd_bearer_beside(const struct cd_view *v, struct cd_bearer *out)
{
    size_t name = name_beside(v);

    if (name == CD_NODE_NONE)
        return false;
    *out = cd_view_split(v, name);
    return true;
}
