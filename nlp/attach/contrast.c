/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/contrast.h"

#include "nlp/attach/clause.h"
#include "nlp/attach/phrase.h"
#include "nlp/word/word.h"

enum {
    BRACKET_MAX = 12, /* nodes from its opening to a quantity */
    REACH = 64,       /* nodes before it in which the other party is sought */
};

static bool
is_versus(const struct cd_node *node)
{
    return cd_str_is(node->fold, "vs") || cd_str_is(node->fold, "versus") ||
           cd_str_is(node->fold, "against");
}

/* "compared to", "compared with", of which node i is the last word */
static bool
is_compared(const struct cd_syntax *s, size_t i)
{
    const struct cd_node *n = s->nodes;

    return i > 0 &&
           (cd_str_is(n[i].fold, "to") || cd_str_is(n[i].fold, "with")) &&
           (cd_str_is(n[i - 1].fold, "compared") ||
            cd_str_is(n[i - 1].fold, "relative"));
}

/* The bracket in which a quantity is the second of two: "(26% vs. 12%)"; where
 * it opens, or CD_NODE_NONE. */
static size_t
second_in_bracket(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;
    bool versus = false, first = false;

    for (size_t i = node; i-- > 0 && i + BRACKET_MAX > node;) {
        versus = versus || is_versus(&n[i]) || is_compared(s, i);
        first = first || (versus && n[i].quantity != CD_NODE_NONE);
        if (cd_str_is(n[i].fold, ")"))
            break;
        if (cd_str_is(n[i].fold, "("))
            return first ? i : CD_NODE_NONE;
    }
    return CD_NODE_NONE;
}

/* The noun of the phrase that begins at node first, or what a measure is of:
 * males of "the rate of males". */
static size_t
noun_from(const struct cd_syntax *s, size_t first)
{
    size_t noun =
        first < s->count ? cd_syntax_phrase_last(s, first) : CD_NODE_NONE;
    size_t of;

    if (noun == CD_NODE_NONE || s->nodes[noun].quantity != CD_NODE_NONE)
        return CD_NODE_NONE;
    of = cd_syntax_complement(s, noun, "of");
    return of != CD_NODE_NONE && s->nodes[of].quantity == CD_NODE_NONE ? of
                                                                       : noun;
}

/* Who the subject is compared with before node end, outside other brackets. */
static size_t
other_party(const struct cd_syntax *s, size_t end)
{
    bool inside = false;

    for (size_t i = end; i-- > 0 && i + REACH > end;) {
        inside = (inside || cd_str_is(s->nodes[i].fold, ")")) &&
                 !cd_str_is(s->nodes[i].fold, "(");
        if (!inside && (cd_str_is(s->nodes[i].fold, "than") ||
                        is_compared(s, i) || is_versus(&s->nodes[i])))
            return noun_from(s, i + 1);
    }
    return CD_NODE_NONE;
}

/* men of "compared to men (12%)" */
static size_t
party_before_bracket(const struct cd_syntax *s, const struct cd_bond *b)
{
    size_t bracket = b->node, first;

    if (b->node == 0 || !cd_str_is(s->nodes[b->node - 1].fold, "("))
        return CD_NODE_NONE;
    bracket--;
    if (bracket == 0 || !cd_node_is_noun(&s->nodes[bracket - 1]))
        return CD_NODE_NONE;
    first = cd_clause_phrase(s, bracket - 1);
    return first > 0 && (is_compared(s, first - 1) ||
                         cd_str_is(s->nodes[first - 1].fold, "than"))
               ? bracket - 1
               : CD_NODE_NONE;
}

/* Is the quantity what another is compared with: "compared with 12%"? */
static bool
is_second(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->node;

    while (i > 0 && (n[i - 1].tag == CD_POS_ADV || n[i - 1].tag == CD_POS_DET ||
                     n[i - 1].tag == CD_POS_ADJ))
        i--;
    return i > 0 && (is_versus(&n[i - 1]) || is_compared(s, i - 1));
}

/* men of "12% of men", "12% among men", "12% for men" */
static size_t
own_group(const struct cd_syntax *s, size_t node)
{
    static const char *const words[] = { "of", "among", "for", "in" };

    if (node + 2 >= s->count || cd_node_is_time(&s->nodes[node + 2]) ||
        (s->nodes[node + 2].tag == CD_POS_NUM &&
         cd_str_is(s->nodes[node + 1].fold, "in")) ||
        !cd_str_among(s->nodes[node + 1].fold, words, CD_COUNT(words)))
        return CD_NODE_NONE;
    node = cd_syntax_phrase_last(s, node + 2);
    return node != CD_NODE_NONE && (cd_node_is_time(&s->nodes[node]) ||
                                    cd_str_is(s->nodes[node].fold, "period"))
               ? CD_NODE_NONE
               : node;
}

/* dividends of "60% as dividends", in a list of such shares */
static size_t
share_as(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->node;

    if (i == 0 || i + 2 >= s->count || !cd_str_is(n[i + 1].fold, "as") ||
        b->quantity->class != CD_QUANTITY_PERCENT ||
        !(cd_str_is(n[i - 1].fold, ":") || cd_str_is(n[i - 1].fold, ",") ||
          n[i - 1].tag == CD_POS_CCONJ))
        return CD_NODE_NONE;
    return cd_syntax_phrase_last(s, i + 2);
}

/* Johnson of "Field holds sixty patents; Johnson around twenty" */
static size_t
gapped(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->node, name;

    while (i > 0 && n[i - 1].quantity == CD_NODE_NONE &&
           (n[i - 1].tag == CD_POS_ADV || n[i - 1].tag == CD_POS_ADP ||
            n[i - 1].tag == CD_POS_ADJ))
        i--;
    if (i == 0 || n[i - 1].tag != CD_POS_PROPN ||
        b->quantity[-1].class != b->quantity->class)
        return CD_NODE_NONE;
    name = i - 1;
    for (i = name; i > 0 && n[i - 1].tag == CD_POS_PROPN;)
        i--;
    return i > 0 && cd_str_is(n[i - 1].fold, ";") ? name : CD_NODE_NONE;
}

/* Lind of "Webb leads Lind by 48% to 44%" */
static size_t
rival(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->node, first;

    if (i < 4 || !cd_str_is(n[i - 1].fold, "to") ||
        n[i - 2].quantity != b->index - 1 ||
        b->quantity[-1].class != b->quantity->class)
        return CD_NODE_NONE;
    i -= 2;
    while (i > 2 && (n[i - 1].tag == CD_POS_ADP || n[i - 1].tag == CD_POS_ADV ||
                     cd_str_is(n[i - 1].fold, ",")))
        i--;
    if (!cd_node_is_noun(&n[i - 1]) || n[i - 1].tag == CD_POS_PRON ||
        n[i - 1].quantity != CD_NODE_NONE)
        return CD_NODE_NONE;
    first = cd_phrase_articles(s, cd_phrase_first(s, i - 1));
    return first > 0 && cd_word_is(n[first - 1].fold, CD_WORD_RIVAL)
               ? i - 1
               : CD_NODE_NONE;
}

size_t
cd_contrast_party(const struct cd_syntax *syntax, const struct cd_bond *bond)
{
    static size_t (*const readings[])(
        const struct cd_syntax *,
        const struct cd_bond *) = { party_before_bracket, gapped, rival };
    size_t bracket, party;

    if (bond->node == CD_NODE_NONE)
        return CD_NODE_NONE;
    party = share_as(syntax, bond);
    if (party != CD_NODE_NONE || bond->index == 0)
        return party;
    for (size_t i = 0; i < CD_COUNT(readings); i++) {
        party = readings[i](syntax, bond);
        if (party != CD_NODE_NONE)
            return party;
    }
    bracket = second_in_bracket(syntax, bond->node);
    if (bracket != CD_NODE_NONE)
        return other_party(syntax, bracket);
    return is_second(syntax, bond) ? own_group(syntax, bond->node)
                                   : CD_NODE_NONE;
}
