/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The subject of a verb as the tree has it.
 */
#include "nlp/attach/clause.h"
#include "nlp/attach/subject_part.h"
#include "nlp/word/word.h"

/* "plummeted by a shocking 17%, dropping to": no amount before the comma is the
 * participle's subject. */
static bool
goes_on(const struct cd_syntax *s, size_t node, size_t verb)
{
    return s->nodes[node].quantity != CD_NODE_NONE &&
           s->nodes[verb].tag == CD_POS_VERB_ING && node + 2 == verb &&
           cd_str_is(s->nodes[verb - 1].fold, ",");
}

size_t
cd_subject_own(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t best = CD_NODE_NONE;

    for (size_t i = n[verb].low; i < verb; i++) {
        if (n[i].head != verb ||
            !(cd_node_is_noun(&n[i]) || cd_clause_is_relative(&n[i])))
            continue;
        if (cd_syntax_case(s, i) != CD_NODE_NONE || goes_on(s, i, verb))
            continue;
        if (cd_node_is_time(&n[i]) && best != CD_NODE_NONE)
            continue;
        best = i;
    }
    return best;
}

/* The object between a verb and the infinitive that it governs: rents in
 * "expect rents to rise", but who uses money to hire does that himself. */
static size_t
raised_object(const struct cd_syntax *s, size_t governor, size_t verb)
{
    const struct cd_node *n = s->nodes;

    if (cd_word_is(n[governor].fold, CD_WORD_MEANS))
        return CD_NODE_NONE;
    for (size_t i = verb; i-- > governor + 1;)
        if (n[i].head == governor && cd_node_is_noun(&n[i]) &&
            !cd_subject_is_measure(s, i) &&
            cd_syntax_case(s, i) == CD_NODE_NONE && !cd_node_is_time(&n[i]))
            return i;
    return CD_NODE_NONE;
}

static bool
is_joined(const struct cd_syntax *s, size_t node)
{
    for (size_t i = s->nodes[node].low; i < node; i++)
        if (s->nodes[i].head == node && s->nodes[i].tag == CD_POS_CCONJ)
            return true;
    return false;
}

size_t
cd_subject_step(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t head = n[verb].head, object;

    if (head == CD_NODE_NONE)
        return CD_NODE_NONE;
    if (!cd_node_is_verb(&n[head])) {
        if (cd_node_is_noun(&n[head]) && head < verb && !is_joined(s, verb) &&
            n[head].tag != CD_POS_NUM && !cd_node_is_time(&n[head]) &&
            n[verb].tag != CD_POS_VERB)
            return head;
        if (cd_subject_own(s, head) != CD_NODE_NONE)
            return cd_subject_own(s, head);
        return cd_syntax_verb(s, head);
    }
    if (head < verb && !is_joined(s, verb) &&
        !cd_syntax_has_before(s, verb, CD_POS_SCONJ) &&
        n[verb].tag == CD_POS_VERB) {
        object = raised_object(s, head, verb);
        if (object != CD_NODE_NONE)
            return object;
    }
    return head;
}
