/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/bond_part.h"

#include "nlp/attach/clause.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

enum {
    CHAIN_MAX = 14,  /* nodes between a verb and the last of its amounts */
    BRACKET_MAX = 6, /* nodes of a bracket that converts a unit */
};

static bool
is_plain_noun(const struct cd_node *node)
{
    return (node->tag == CD_POS_NOUN || node->tag == CD_POS_PROPN) &&
           node->quantity == CD_NODE_NONE;
}

bool
cd_bond_pushed(const struct cd_syntax *s, struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t next = b->node + 1, first;

    if (next >= s->count || b->node == 0 ||
        !cd_word_is(n[next].fold, CD_WORD_BESIDE) ||
        !is_plain_noun(&n[b->node - 1]))
        return false;
    if (next + 1 < s->count && is_plain_noun(&n[next + 1]))
        return false; /* "5% higher prices" */
    first = cd_clause_phrase(s, b->node - 1);
    if (first == 0 || !cd_node_is_verb(&n[first - 1]))
        return false;
    b->verb = first - 1;
    b->tie = CD_TIE_OBJECT;
    return true;
}

bool
cd_bond_sized(const struct cd_syntax *s, struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t next = b->node + 1;

    if (b->quantity->class != CD_QUANTITY_PHYSICAL || b->node == 0 ||
        b->anchor != b->node || next >= s->count ||
        n[b->node - 1].tag != CD_POS_PROPN ||
        !(n[next].tag == CD_POS_AUX || n[next].tag == CD_POS_VERB_S))
        return false;
    b->tie = CD_TIE_ASIDE;
    b->noun = b->node - 1;
    b->verb = CD_NODE_NONE;
    return true;
}

/* The hedge of a quantity is a preposition: "investments over 35 GWh". */
static bool
is_bounded(const struct cd_syntax *s, const struct cd_bond *b)
{
    static const char *const words[] = { "over",  "above",  "under",
                                         "below", "beyond", "exceeding" };
    const struct cd_quantity *q = b->quantity;

    if (q->hedge >= q->hedge_end || q->hedge > q->first)
        return false;
    return cd_str_among(s->reading->tokens.items[q->hedge].fold, words,
                        CD_COUNT(words));
}

bool
cd_bond_bounded(const struct cd_syntax *s, struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t first;

    if (b->node == 0 || !is_bounded(s, b) || !is_plain_noun(&n[b->node - 1]) ||
        cd_node_is_time(&n[b->node - 1]))
        return false;
    first = cd_clause_phrase(s, b->node - 1);
    if (first == 0 || !cd_node_is_verb(&n[first - 1]) ||
        cd_word_is(n[first - 1].fold, CD_WORD_PUSH) ||
        cd_word_is(n[first - 1].fold, CD_WORD_MOVE) ||
        cd_word_is(n[first - 1].fold, CD_WORD_GIVE))
        return false;
    b->noun = b->node - 1;
    b->tie = CD_TIE_NOUN;
    b->verb = first - 1;
    return true;
}

/* May it stand between a verb and one of its amounts? */
static bool
in_chain(const struct cd_node *node)
{
    return node->quantity != CD_NODE_NONE || node->tag == CD_POS_ADP ||
           node->tag == CD_POS_ADV || node->tag == CD_POS_DET ||
           node->tag == CD_POS_NOUN || node->tag == CD_POS_PROPN ||
           node->tag == CD_POS_ADJ || node->tag == CD_POS_NUM ||
           cd_node_is_clitic(node) || cd_str_is(node->fold, "to") ||
           cd_str_is(node->fold, "its") || cd_str_is(node->fold, "their");
}

bool
cd_bond_chained(const struct cd_syntax *s, struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    bool amount = false;
    size_t i = b->node;

    while (i > 0 && (n[i - 1].tag == CD_POS_ADV || n[i - 1].tag == CD_POS_DET ||
                     n[i - 1].tag == CD_POS_ADJ))
        i--;
    if (i < 2 || b->index == 0 ||
        !(cd_str_is(n[i - 1].fold, "to") || cd_str_is(n[i - 1].fold, "from")))
        return false;
    if (n[i - 2].quantity == CD_NODE_NONE &&
        (cd_str_is(n[i - 1].fold, "to") ||
         b->quantity[-1].class != b->quantity->class))
        return false;
    for (; i > 0 && i + CHAIN_MAX > b->node; i--) {
        amount = amount || n[i - 1].quantity == b->index - 1;
        if (cd_node_is_verb(&n[i - 1]) || !in_chain(&n[i - 1]))
            break;
    }
    if (i == 0 || !amount || !cd_node_is_verb(&n[i - 1]) ||
        !(cd_word_is(n[i - 1].fold, CD_WORD_MOVE) ||
          cd_word_is(n[i - 1].fold, CD_WORD_PUSH)))
        return false;
    b->verb = i - 1;
    b->tie = CD_TIE_OBLIQUE;
    return true;
}

size_t
cd_bond_verb_of(const struct cd_syntax *s, size_t noun)
{
    const struct cd_node *n = s->nodes;
    size_t i = noun;

    while (i > 0 && i + 10 > noun && cd_node_in_phrase(&n[i - 1]) &&
           n[i - 1].tag != CD_POS_VERB_ING)
        i--;
    if (i > 0 && cd_node_is_verb(&n[i - 1]))
        return i - 1;
    if (i > 2 && n[i - 1].tag == CD_POS_ADP && n[i - 2].tag == CD_POS_ADP)
        i--; /* "came in at a rate of" */
    if (i > 1 && n[i - 1].tag == CD_POS_ADP && cd_node_is_verb(&n[i - 2]))
        return i - 2; /* "grow at a rate of" */
    return cd_syntax_verb(s, noun);
}

/* Behind the bracket that opens at node at and holds a quantity, or at. */
static size_t
skip_conversion(const struct cd_syntax *s, size_t at)
{
    bool amount = false;

    if (at >= s->count || !cd_str_is(s->nodes[at].fold, "("))
        return at;
    for (size_t i = at + 1; i < s->count && i < at + BRACKET_MAX; i++) {
        amount = amount || s->nodes[i].quantity != CD_NODE_NONE;
        if (cd_str_is(s->nodes[i].fold, ")"))
            return amount ? i + 1 : at;
    }
    return at;
}

/* Behind the aside between dashes that begins or ends at node at and holds a
 * quantity: "a third - 31% - of investors"; or at. */
static size_t
skip_aside(const struct cd_syntax *s, size_t at)
{
    const struct cd_node *n = s->nodes;

    if (at + 1 >= s->count || !cd_node_is_dash(&n[at]))
        return at;
    if (cd_str_is(n[at + 1].fold, "of"))
        return at + 1;
    return at + 3 < s->count && n[at + 1].quantity != CD_NODE_NONE &&
                   cd_node_is_dash(&n[at + 2])
               ? at + 3
               : at;
}

size_t
cd_bond_part_of(const struct cd_syntax *s, size_t node)
{
    size_t at = skip_aside(s, skip_conversion(s, node + 1));

    if (at < s->count && cd_str_is(s->nodes[at].fold, "worth"))
        at++; /* "$5m worth of shares" */
    if (at + 1 >= s->count || !cd_str_is(s->nodes[at].fold, "of"))
        return CD_NODE_NONE;
    return cd_syntax_phrase_last(s, at + 1);
}

bool
cd_bond_goes_on(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t next = b->node + 1;

    return next < s->count && b->node > 0 &&
           b->quantity->class == CD_QUANTITY_MONEY &&
           (cd_word_classes(n[next].fold) &
            (CD_CLASS_VERB_ING | CD_CLASS_NOUN)) == CD_CLASS_VERB_ING &&
           (cd_str_is(n[b->node - 1].fold, "to") ||
            cd_str_is(n[b->node - 1].fold, "at") ||
            cd_str_is(n[b->node - 1].fold, "by"));
}

bool
cd_bond_range(const struct cd_syntax *s, struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t first;

    if (b->node == 0 || b->quantity->shape == CD_SHAPE_ONE ||
        !cd_token_is(&s->reading->tokens.items[b->quantity->first], "from") ||
        !(n[b->node - 1].tag == CD_POS_NOUN ||
          n[b->node - 1].tag == CD_POS_PROPN) ||
        n[b->node - 1].quantity != CD_NODE_NONE)
        return false;
    first = cd_clause_phrase(s, b->node - 1);
    if (first > 0 && n[first - 1].tag != CD_POS_PUNCT &&
        n[first - 1].tag != CD_POS_SCONJ)
        return false;
    b->tie = CD_TIE_NOUN;
    b->noun = b->node - 1;
    return true;
}
