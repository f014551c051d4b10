/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/stance.h"

#include "nlp/attach/clause.h"
#include "nlp/word/word.h"

enum {
    CLIMB = 12,
    NOT_BEFORE = 4, /* from a verb back to its "not" */
};

/* The nodes of words that say so, or CD_NODE_NONE. */
struct signs {
    size_t forecast, hedged, denied;
};

/* likely of "more likely than", "twice as likely": no doubt, a comparison */
static bool
is_compared(const struct cd_syntax *s, size_t i)
{
    return i > 0 && (cd_str_is(s->nodes[i - 1].fold, "more") ||
                     cd_str_is(s->nodes[i - 1].fold, "less") ||
                     cd_str_is(s->nodes[i - 1].fold, "as"));
}

/* The first of the auxiliaries and adverbs right before a verb, which are its
 * own, whatever the tree says. */
static size_t
group_start(const struct cd_syntax *s, size_t verb)
{
    while (verb > 0 && (s->nodes[verb - 1].tag == CD_POS_AUX ||
                        s->nodes[verb - 1].tag == CD_POS_ADV))
        verb--;
    return verb;
}

/* "not only" is no denial. */
static bool
is_not(const struct cd_syntax *s, size_t i)
{
    const struct cd_node *n = s->nodes;

    if (cd_str_is(n[i].fold, "not"))
        return i + 1 >= s->count || !cd_str_is(n[i + 1].fold, "only");
    return cd_str_is(n[i].fold, "n't") || cd_str_is(n[i].fold, "never");
}

/* "will generally cost": a habit, no forecast. */
static bool
is_habit(const struct cd_syntax *s, size_t will)
{
    return will + 1 < s->count &&
           cd_word_is(s->nodes[will + 1].fold, CD_WORD_HABIT);
}

/* "would not say how many of its 9 shops": what a question behind a verb with
 * "not" asks is there all the same. */
static bool
leaves_open(const struct cd_syntax *s, size_t verb, size_t node)
{
    const struct cd_node *n = s->nodes;
    size_t i = verb;

    while (i > 0 && i + NOT_BEFORE > verb && !is_not(s, i))
        i--;
    for (size_t j = verb + 1; is_not(s, i) && j < node; j++)
        if (cd_word_is(n[j].fold, CD_WORD_ASKING))
            return true;
    return false;
}

/* Auxiliaries and adverbs of one verb; node: that of the quantity. */
static void
read_children(const struct cd_syntax *s, size_t verb, size_t node, bool subject,
              struct signs *signs)
{
    const struct cd_node *n = s->nodes;
    size_t group = group_start(s, verb);

    if (leaves_open(s, verb, node))
        return;
    for (size_t i = n[verb].low < group ? n[verb].low : group; i < n[verb].high;
         i++) {
        if (i == verb || (n[i].head != verb && (i < group || i > verb)))
            continue;
        if (n[i].tag != CD_POS_AUX && n[i].tag != CD_POS_ADV &&
            n[i].tag != CD_POS_ADJ && n[i].tag != CD_POS_PART)
            continue;
        if (i < verb && n[i].tag == CD_POS_AUX &&
            cd_word_is(n[i].fold, CD_WORD_WILL) && !is_habit(s, i))
            signs->forecast = i;
        if (n[i].tag != CD_POS_PART && cd_word_is(n[i].fold, CD_WORD_HEDGE) &&
            !is_compared(s, i))
            signs->hedged = i;
        if (i < verb && !subject && i < node && is_not(s, i))
            signs->denied = i; /* but "the $5m deal did not help" */
    }
}

static bool
is_infinitive(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;

    if (verb > 0 && cd_str_is(n[verb - 1].fold, "to"))
        return true;
    for (size_t i = n[verb].low; i < verb; i++)
        if (n[i].head == verb && cd_str_is(n[i].fold, "to"))
            return true;
    return false;
}

/* Does the verb only say more of a noun before it: lifted of "the bond that
 * lifted its yield to 3% will be sold"?  What is to come is not that, nor what
 * somebody "wants to see". */
static bool
restricts_noun(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t head = n[verb].head;

    return head != CD_NODE_NONE && head < verb && cd_node_is_noun(&n[head]) &&
           n[head].quantity == CD_NODE_NONE && !is_infinitive(s, verb);
}

/* "Expect to pay $5", "you should expect" */
static bool
is_advice(const struct cd_syntax *s, size_t verb)
{
    return cd_clause_is_order(s, verb) ||
           (verb > 0 && cd_str_is(s->nodes[verb - 1].fold, "should"));
}

/* A verb above the clause: "expects sales to rise", "is believed to be". */
static void
read_governor(const struct cd_syntax *s, size_t verb, size_t below,
              struct signs *signs)
{
    const struct cd_node *n = s->nodes;
    bool infinitive = is_infinitive(s, below);

    if (cd_word_is(n[verb].fold, CD_WORD_FORECAST) && !is_advice(s, verb) &&
        (infinitive || cd_str_is(n[verb].fold, "expects") ||
         cd_str_is(n[verb].fold, "expect") ||
         cd_str_starts(n[verb].fold, CD_STR("predict")) ||
         cd_str_starts(n[verb].fold, CD_STR("forecast")) ||
         cd_str_starts(n[verb].fold, CD_STR("project"))))
        signs->forecast = verb;
    if (cd_word_is(n[verb].fold, CD_WORD_HEDGE) &&
        (infinitive || cd_syntax_has_before(s, verb, CD_POS_AUX)))
        signs->hedged = verb;
    if (cd_word_is(n[verb].fold, CD_WORD_DENY))
        signs->denied = verb;
}

static void
read_word(const struct cd_syntax *s, size_t node, enum cd_word_class forecast,
          struct signs *signs)
{
    if (cd_word_is(s->nodes[node].fold, forecast))
        signs->forecast = node;
    if (cd_word_is(s->nodes[node].fold, CD_WORD_HEDGE))
        signs->hedged = node;
}

/* What is said of a quantity that is the subject: "200 troops are believed to
 * remain", "millions expected to join", "100 people would gain". */
static void
read_predicate(const struct cd_syntax *s, size_t verb, struct signs *signs)
{
    const struct cd_node *n = s->nodes;

    for (size_t i = verb; i < s->count && i < verb + 5; i++) {
        if (n[i].tag == CD_POS_AUX) {
            read_word(s, i, CD_WORD_WILL, signs);
        } else if (cd_node_is_verb(&n[i]) && i + 1 < s->count &&
                   cd_str_is(n[i + 1].fold, "to")) {
            read_word(s, i, CD_WORD_FORECAST, signs);
        }
        if (n[i].tag != CD_POS_AUX && n[i].tag != CD_POS_ADV &&
            n[i].tag != CD_POS_PART)
            break;
    }
}

/* "the two states", "the other 200 leaders": they are there, whatever the
 * clause says of them. */
static bool
is_definite(const struct cd_syntax *s, size_t node)
{
    static const char *const words[] = { "the", "these", "those" };

    if (node == CD_NODE_NONE)
        return false;
    if (node > 0 && cd_str_is(s->nodes[node - 1].fold, "other"))
        node--;
    for (size_t i = 0; node > 0 && i < CD_COUNT(words); i++)
        if (cd_str_is(s->nodes[node - 1].fold, words[i]))
            return true;
    return false;
}

/* An age or a length that stands beside its noun is no part of what the clause
 * says: "Lund, 55, could", "to end the 18-year war". */
static bool
is_attribute(const struct cd_syntax *s, const struct cd_bond *b)
{
    return is_definite(s, b->node) ||
           (b->quantity->class == CD_QUANTITY_AGE &&
            (b->tie == CD_TIE_ASIDE || b->tie == CD_TIE_BEFORE)) ||
           (b->quantity->class == CD_QUANTITY_DURATION &&
            b->tie == CD_TIE_BEFORE &&
            b->quantity->hedge == b->quantity->hedge_end);
}

/* Does the verb speak of what is to come, whatever its object?  "set" does only
 * before "to", and advice does not: "You should expect". */
static bool
foresees(const struct cd_syntax *s, size_t verb)
{
    const char *value = cd_word_value(s->nodes[verb].fold, CD_WORD_FORECAST);

    return value != NULL && strcmp(value, "to") != 0 && !is_advice(s, verb);
}

/* planned of "to pause planned 25% tariffs": right before the quantity. */
static bool
is_planned(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *before;

    if (b->node == 0)
        return false;
    before = &s->nodes[b->node - 1];
    return (before->tag == CD_POS_ADJ || before->tag == CD_POS_VERB_DONE) &&
           (cd_str_ends(before->fold, CD_STR("ed")) ||
            cd_str_is(before->fold, "forecast")) &&
           cd_word_is(before->fold, CD_WORD_FORECAST);
}

/* The head of a node; before what the tree says, of a participle the verb whose
 * subject it shares ("will rise, reaching 5%"), and of an infinitive the one
 * that governs it ("expect rents to rise"). */
static size_t
above(const struct cd_syntax *s, size_t node)
{
    size_t verb = s->nodes[node].tag == CD_POS_VERB_ING
                      ? cd_clause_shared_verb(s, node)
                      : cd_clause_governor(s, node);

    return verb != CD_NODE_NONE ? verb : s->nodes[node].head;
}

/* forecast of "cut its growth forecast to 2.1%", or CD_NODE_NONE */
static size_t
foretold(const struct cd_syntax *s, const struct cd_bond *b)
{
    size_t object = b->tie == CD_TIE_NOUN ? b->noun : CD_NODE_NONE;

    if (b->tie == CD_TIE_OBLIQUE && b->verb != CD_NODE_NONE)
        object = cd_syntax_object(s, b->verb);
    if (b->tie == CD_TIE_IS) /* "its forecast is 2.1%" */
        object = cd_syntax_subject(s, b->verb);
    if (object != CD_NODE_NONE && s->nodes[object].tag == CD_POS_PROPN)
        return CD_NODE_NONE; /* "Target is up 2%" */

    return object != CD_NODE_NONE && object < b->node &&
                   cd_word_is(s->nodes[object].fold, CD_WORD_FORECASTNOUN)
               ? object
               : CD_NODE_NONE;
}

size_t
cd_stance_above(const struct cd_syntax *s, const struct cd_bond *b)
{
    bool tied = b->tie == CD_TIE_OBJECT || b->tie == CD_TIE_OBLIQUE ||
                b->tie == CD_TIE_IS;

    return tied && b->verb != CD_NODE_NONE && b->verb != b->node
               ? b->verb
               : s->nodes[b->node].head;
}

/* Does the clause of the verb below only stand beside that of the verb above:
 * "it could sell, but the tower had 90 flats"?  It begins with "and" or "but"
 * and has a subject of its own. */
static bool
is_joined(const struct cd_syntax *s, size_t below, size_t above)
{
    size_t subject;

    if (below == CD_NODE_NONE || above > below ||
        !cd_clause_is_finite(&s->nodes[below]) || is_infinitive(s, below))
        return false;
    subject = cd_syntax_subject(s, below);
    if (subject == CD_NODE_NONE || subject < above || subject > below)
        return false;
    for (size_t i = above + 1; i < subject; i++)
        if (s->nodes[i].tag == CD_POS_CCONJ &&
            cd_clause_phrase(s, subject) == i + 1)
            return true;
    return false;
}

/* "it expects revenue in the third quarter of $5m": the verb right before the
 * noun that has the quantity. */
static bool
expects_noun(const struct cd_syntax *s, const struct cd_bond *b)
{
    return b->tie == CD_TIE_NOUN && b->verb != CD_NODE_NONE &&
           b->verb < b->noun && b->noun < b->node &&
           cd_clause_phrase(s, b->noun) == b->verb + 1 && foresees(s, b->verb);
}

/* Does the clause of the verb begin with a word that sets it apart from what
 * the clause above says: "need no outlet, because a charge lasts 9 hours"? */
static bool
stands_apart(const struct cd_syntax *s, size_t verb)
{
    static const char *const words[] = { "because", "where",  "while",
                                         "whereas", "though", "although" };
    size_t subject = cd_syntax_subject(s, verb), first;

    first = subject != CD_NODE_NONE && subject < verb
                ? cd_clause_phrase(s, subject)
                : group_start(s, verb);
    return first > 0 &&
           cd_str_among(s->nodes[first - 1].fold, words, CD_COUNT(words));
}

/* Up from the quantity. */
static void
read_signs(const struct cd_syntax *syntax, const struct cd_bond *bond,
           struct signs *signs)
{
    const struct cd_node *n = syntax->nodes;
    size_t at = bond->node, below = CD_NODE_NONE;

    if (is_planned(syntax, bond))
        signs->forecast = bond->node - 1;
    else if (expects_noun(syntax, bond))
        signs->forecast = bond->verb;
    else if (foretold(syntax, bond) != CD_NODE_NONE)
        signs->forecast = foretold(syntax, bond);
    if (bond->verb != CD_NODE_NONE && bond->verb > 0 &&
        cd_clause_is_course(syntax, bond->verb - 1))
        signs->forecast = bond->verb;
    if (bond->tie == CD_TIE_SUBJECT && bond->verb != CD_NODE_NONE)
        read_predicate(syntax, bond->verb, signs);
    for (int steps = 0; at != CD_NODE_NONE && steps < CLIMB; steps++) {
        bool verbal = cd_node_is_verb(&n[at]);

        if (verbal || at == bond->verb) {
            if (!is_joined(syntax, below, at))
                read_children(syntax, at, bond->node,
                              bond->tie == CD_TIE_SUBJECT, signs);
            if (below != CD_NODE_NONE && verbal)
                read_governor(syntax, at, below, signs);
            else if (verbal && foresees(syntax, at) &&
                     bond->tie != CD_TIE_SUBJECT)
                signs->forecast = at;
            if (verbal && cd_clause_governor(syntax, at) == CD_NODE_NONE &&
                (restricts_noun(syntax, at) ||
                 cd_clause_restricts(syntax, at) || stands_apart(syntax, at)))
                return;
            below = at;
        } else if (n[at].tag == CD_POS_ADJ && below != CD_NODE_NONE &&
                   cd_word_is(n[at].fold, CD_WORD_FORECAST)) {
            read_governor(syntax, at, below, signs); /* "is set to grow" */
        } else if (at != bond->node && n[at].quantity == CD_NODE_NONE &&
                   (below == CD_NODE_NONE || at < bond->node) &&
                   cd_word_is(n[at].fold, CD_WORD_FORECASTNOUN)) {
            signs->forecast = at;
        }
        at = at == bond->node ? cd_stance_above(syntax, bond)
                              : above(syntax, at);
    }
}

const char *
cd_stance_modality(const struct cd_syntax *syntax, const struct cd_bond *bond,
                   size_t *word)
{
    struct signs signs = { CD_NODE_NONE, CD_NODE_NONE, CD_NODE_NONE };
    size_t none;

    word = word != NULL ? word : &none;
    if (!is_attribute(syntax, bond))
        read_signs(syntax, bond, &signs);
    if (bond->verb != CD_NODE_NONE &&
        cd_clause_headline(syntax, bond->verb) != CD_NODE_NONE)
        signs.forecast = bond->verb; /* "Bank to cut 900 jobs" */
    *word = signs.denied;
    if (*word != CD_NODE_NONE)
        return "denied";
    *word = signs.forecast;
    if (*word != CD_NODE_NONE)
        return "forecast";
    *word = signs.hedged;
    return *word != CD_NODE_NONE ? "hedged" : "asserted";
}
