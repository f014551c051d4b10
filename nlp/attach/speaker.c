/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/speaker.h"

#include "base/ascii.h"
#include "nlp/attach/clause.h"
#include "nlp/attach/phrase.h"
#include "nlp/attach/stance.h"
#include "nlp/word/word.h"

enum {
    CLIMB = 12,
    AUTHOR_WORDS = 8,    /* from "survey" to the last word of its author */
    TOLD_WORDS = 6,      /* from "told" to "that" */
    SOURCE_WORDS = 9,    /* from "familiar" to the last of what with */
    KNOWLEDGE_WORDS = 4, /* from "with" to "knowledge" */
};

/* familiar of "people familiar with the plan", with of "a source with direct
 * knowledge of it": what tells, behind the noun, how a source knows. */
static bool
tells_source(const struct cd_syntax *s, size_t i)
{
    const struct cd_node *n = s->nodes;
    const char *value;

    if (i == 0 || i + 1 >= s->count || !cd_node_is_noun(&n[i - 1]))
        return false;
    value = cd_word_value(n[i].fold, CD_WORD_SOURCED);
    if (value == NULL)
        return false;
    if (strcmp(value, "-") == 0)
        return n[i + 1].tag == CD_POS_ADP || cd_str_is(n[i + 1].fold, "to");
    for (size_t j = i + 1; j < s->count && j < i + KNOWLEDGE_WORDS; j++)
        if (cd_str_is(n[j].fold, value))
            return true;
    return false;
}

/* people of "people familiar with the plan", for familiar or plan; else the
 * node. */
static size_t
source_of(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;

    if (node == CD_NODE_NONE)
        return node;
    for (size_t i = node; i > 0 && i + SOURCE_WORDS > node; i--) {
        if (tells_source(s, i))
            return i - 1;
        if (cd_clause_is_finite(&n[i]) || cd_str_is(n[i].fold, ","))
            break;
    }
    return node;
}

/* The first noun at or behind from that no noun follows: the last of a name. */
static size_t
noun_behind(const struct cd_syntax *s, size_t from)
{
    const struct cd_node *n = s->nodes;

    for (size_t j = from; j < s->count; j++)
        if (cd_node_is_noun(&n[j]) && !cd_ascii_is_digit(n[j].fold.p[0]) &&
            !cd_phrase_is_joined(s, j) &&
            (j + 1 == s->count ||
             !(n[j + 1].tag == CD_POS_NOUN || n[j + 1].tag == CD_POS_PROPN ||
               n[j + 1].tag == CD_POS_PART)))
            return j;
    return CD_NODE_NONE;
}

/* NewVantage of "a survey by NewVantage", "data from NewVantage"; else the
 * noun. */
static size_t
author_of(const struct cd_syntax *s, size_t noun)
{
    const struct cd_node *n = s->nodes;
    size_t author;

    if (noun == CD_NODE_NONE || noun + 2 >= s->count ||
        !(cd_str_is(n[noun + 1].fold, "by") ||
          cd_str_is(n[noun + 1].fold, "from")))
        return noun;
    author = noun_behind(s, noun + 2);
    return author != CD_NODE_NONE && author < noun + AUTHOR_WORDS &&
                   n[author].tag == CD_POS_PROPN
               ? author
               : noun;
}

/* "according to X": X. */
static size_t
according(const struct cd_syntax *s)
{
    const struct cd_node *n = s->nodes;

    for (size_t i = 0; i + 2 < s->count; i++)
        if (cd_str_is(n[i].fold, "according") && cd_str_is(n[i + 1].fold, "to"))
            return author_of(s, noun_behind(s, i + 2));
    return CD_NODE_NONE;
}

static bool
can_speak(const struct cd_syntax *s, size_t node)
{
    return node != CD_NODE_NONE && cd_node_is_noun(&s->nodes[node]) &&
           (s->nodes[node].quantity == CD_NODE_NONE ||
            tells_source(s, node + 1));
}

static bool
is_quote(const struct cd_node *node)
{
    return cd_str_is(node->fold, "\"") || cd_str_is(node->fold, "\u201d");
}

/* "its weight finally told": on others, and nothing to anybody. */
static bool
is_felt(const struct cd_syntax *s, size_t i)
{
    const struct cd_node *n = s->nodes;

    return cd_str_is(n[i].fold, "told") &&
           (i + 1 >= s->count ||
            (n[i + 1].tag == CD_POS_PUNCT && !is_quote(&n[i + 1])));
}

/* "said", "added", but not "firms added 90 jobs". */
static bool
is_saying(const struct cd_syntax *s, size_t i)
{
    static const char *const verbs[] = { "said", "says", "added", "told" };
    const struct cd_node *n = s->nodes;
    bool ends = i + 1 >= s->count || n[i + 1].tag == CD_POS_PUNCT;

    if (!cd_str_among(n[i].fold, verbs, CD_COUNT(verbs)) || is_felt(s, i))
        return false;
    if (!cd_str_is(n[i].fold, "added") || ends || n[i - 1].tag == CD_POS_PUNCT)
        return true;
    return n[i + 1].quantity == CD_NODE_NONE && n[i + 1].tag != CD_POS_DET &&
           n[i + 1].tag != CD_POS_NOUN && n[i + 1].tag != CD_POS_ADJ;
}

/* "said", wherever it stands; other verbs of saying behind a quotation, or with
 * a comma before them and a name: ", explained Smith", ", the Gazette
 * reported". */
static bool
says_beside(const struct cd_syntax *s, size_t i)
{
    const struct cd_node *n = s->nodes;
    size_t first;

    if (is_saying(s, i))
        return true;
    if (!cd_node_is_verb(&n[i]) || n[i].tag == CD_POS_VERB_ING ||
        !cd_word_is(n[i].fold, CD_WORD_REPORT) ||
        cd_word_is(n[i].fold, CD_WORD_FORECAST))
        return false;
    if (is_quote(&n[i - 1]))
        return true;
    if (cd_str_is(n[i - 1].fold, ","))
        return i + 1 < s->count && n[i + 1].tag == CD_POS_PROPN;
    if (!can_speak(s, i - 1) ||
        (n[i - 1].tag != CD_POS_PROPN && i + 1 < s->count &&
         n[i + 1].tag != CD_POS_ADP && n[i + 1].tag != CD_POS_PUNCT))
        return false; /* "the firm reported a loss" */
    first = cd_clause_phrase(s, i - 1);
    return first > 0 && cd_str_is(n[first - 1].fold, ",");
}

/* Is the noun the subject of what is said: "said politicians had failed"? */
static bool
begins_clause(const struct cd_syntax *s, size_t noun)
{
    for (size_t i = noun + 1; i < s->count; i++) {
        if (s->nodes[i].tag == CD_POS_PUNCT || s->nodes[i].tag == CD_POS_SCONJ)
            return false;
        if (cd_clause_is_finite(&s->nodes[i]))
            return true;
    }
    return false;
}

/* A verb of saying outside the clause: ", analysts said", "said Smith". */
static size_t
said_beside(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;

    for (size_t i = node > 1 ? node : 1; i < s->count; i++) {
        size_t next = i + 1;

        if (!says_beside(s, i))
            continue; /* what it governs was found in the tree */
        if (can_speak(s, i - 1) && i - 1 > node)
            return i - 1;
        while (next < s->count &&
               (n[next].tag == CD_POS_DET || n[next].tag == CD_POS_ADJ))
            next++;
        while (next + 1 < s->count && can_speak(s, next) &&
               (n[next + 1].tag == CD_POS_PROPN ||
                (n[next + 1].tag == CD_POS_NOUN &&
                 n[next + 1].quantity == CD_NODE_NONE)))
            next++;
        if (next < s->count && can_speak(s, next) && !begins_clause(s, next))
            return next;
    }
    return CD_NODE_NONE;
}

/* Who "expects rents to rise", for rise. */
static size_t
expects(const struct cd_syntax *s, size_t verb)
{
    size_t governor =
        verb != CD_NODE_NONE ? cd_clause_governor(s, verb) : CD_NODE_NONE;
    size_t subject;

    if (governor == CD_NODE_NONE ||
        !cd_word_is(s->nodes[governor].fold, CD_WORD_REPORT))
        return CD_NODE_NONE;
    subject = cd_syntax_subject(s, governor);
    return can_speak(s, subject) ? subject : CD_NODE_NONE;
}

/* "was told that": who says it is not the subject. */
static bool
is_passive(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;

    return n[verb].tag == CD_POS_VERB_DONE && verb > 0 &&
           (n[verb - 1].tag == CD_POS_AUX || n[verb - 1].tag == CD_POS_ADV) &&
           !cd_str_starts(n[verb - 1].fold, CD_STR("ha"));
}

/* The verb before "that" at node that, with whom it was told between: "told
 * reporters that". */
static size_t
told_before(const struct cd_syntax *s, size_t that)
{
    for (size_t i = that; i-- > 1 && i + TOLD_WORDS > that;)
        if (cd_str_is(s->nodes[i].fold, "told") ||
            cd_str_is(s->nodes[i].fold, "tells"))
            return i;
    return that - 1;
}

/* Who "said that" before the node. */
static size_t
said_that(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;

    for (size_t i = node; i-- > 1 && !cd_str_is(n[i].fold, ";");) {
        size_t verb, subject;

        if (!cd_str_is(n[i].fold, "that"))
            continue;
        verb = told_before(s, i);
        if (!cd_node_is_verb(&n[verb]) ||
            !cd_word_is(n[verb].fold, CD_WORD_REPORT) || is_passive(s, verb))
            continue;
        subject = cd_syntax_subject(s, verb);
        return can_speak(s, subject) ? subject : CD_NODE_NONE;
    }
    return CD_NODE_NONE;
}

/* people of "two people familiar with it said the firm lost", where the tree
 * hangs the clause on the people. */
static size_t
sourced_before(const struct cd_syntax *s, size_t node)
{
    for (size_t i = node; i-- > 1 && s->nodes[i].tag != CD_POS_PUNCT;)
        if (is_saying(s, i) && source_of(s, i - 1) != i - 1)
            return source_of(s, i - 1);
    return CD_NODE_NONE;
}

static size_t
read_speaker(const struct cd_syntax *syntax, const struct cd_bond *bond)
{
    const struct cd_node *n = syntax->nodes;
    size_t at = bond->node, speaker = CD_NODE_NONE, below = CD_NODE_NONE;

    for (int steps = 0; at != CD_NODE_NONE && steps < CLIMB; steps++) {
        if (cd_node_is_verb(&n[at]) && below != CD_NODE_NONE && below != at &&
            cd_word_is(n[at].fold, CD_WORD_REPORT) && !is_felt(syntax, at) &&
            !(n[at].tag == CD_POS_VERB_DONE &&
              cd_syntax_has_before(syntax, at, CD_POS_AUX))) {
            size_t subject = source_of(syntax, cd_syntax_subject(syntax, at));

            if (can_speak(syntax, subject) &&
                (tells_source(syntax, subject + 1) ||
                 !cd_syntax_below(syntax, bond->node, subject)))
                speaker = subject;
        }
        if (cd_node_is_verb(&n[at]))
            below = at;
        at = at == bond->node ? cd_stance_above(syntax, bond) : n[at].head;
    }
    if (speaker == CD_NODE_NONE)
        speaker = expects(syntax, bond->verb);
    if (speaker == CD_NODE_NONE)
        speaker = said_that(syntax, bond->node);
    if (speaker == CD_NODE_NONE)
        speaker = sourced_before(syntax, bond->node);
    if (speaker == CD_NODE_NONE)
        speaker = said_beside(syntax, bond->node);
    return speaker != CD_NODE_NONE ? speaker : according(syntax);
}

size_t
cd_speaker_read(const struct cd_syntax *syntax, const struct cd_bond *bond)
{
    size_t speaker = source_of(syntax, read_speaker(syntax, bond));

    /* "two people said": nobody else says it of them */
    return speaker != bond->node ? speaker : CD_NODE_NONE;
}

bool
cd_speaker_foretells(const struct cd_syntax *syntax, const struct cd_bond *bond,
                     size_t node)
{
    const struct cd_node *n = syntax->nodes;

    return node != CD_NODE_NONE && node < bond->node &&
           cd_word_is(n[node].fold, CD_WORD_FORECASTER) &&
           bond->verb != CD_NODE_NONE && bond->verb > node &&
           bond->verb < bond->node &&
           cd_word_is(n[bond->verb].fold, CD_WORD_FORECAST) &&
           bond->quantity->class != CD_QUANTITY_COUNT;
}

struct cd_str
cd_speaker_words(const struct cd_syntax *syntax, size_t node)
{
    const struct cd_node *n = syntax->nodes;
    size_t behind = node + 2;

    if (cd_word_value(n[node].fold, CD_WORD_NAMING) != NULL &&
        cd_syntax_owner(syntax, node) != CD_NODE_NONE)
        return cd_phrase_name(syntax, node); /* "Tarn's president" */
    if (n[node].tag != CD_POS_PROPN || node + 2 >= syntax->count ||
        !cd_str_is(n[node + 1].fold, "of"))
        return cd_phrase_noun(syntax, node);
    behind += n[behind].tag == CD_POS_DET && behind + 1 < syntax->count;
    return n[behind].tag == CD_POS_PROPN ? cd_phrase_of(syntax, node)
                                         : cd_phrase_noun(syntax, node);
}
