/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/clause.h"

#include "nlp/word/word.h"

enum {
    REACH = 64,      /* nodes that a search goes back */
    PHRASE_MAX = 24, /* nodes of a noun phrase */
    HEADLINE = 12,   /* nodes before the infinitive of a headline */
};

bool
cd_clause_is_relative(const struct cd_node *node)
{
    return (node->tag == CD_POS_PRON || node->tag == CD_POS_DET ||
            node->tag == CD_POS_SCONJ) &&
           (cd_str_is(node->fold, "who") || cd_str_is(node->fold, "which") ||
            cd_str_is(node->fold, "that"));
}

bool
cd_clause_is_course(const struct cd_syntax *s, size_t to)
{
    static const char *const words[] = { "course", "track", "pace" };
    const struct cd_node *n = s->nodes;

    return to > 2 && cd_str_is(n[to].fold, "to") &&
           cd_str_among(n[to - 1].fold, words, CD_COUNT(words)) &&
           cd_str_is(n[to - 2].fold, "on");
}

/* and of "home and auto policies" */
static bool
joins_nouns(const struct cd_syntax *s, size_t i)
{
    return s->nodes[i].tag == CD_POS_CCONJ && i > 0 &&
           (cd_node_is_noun(&s->nodes[i - 1]) ||
            s->nodes[i - 1].tag == CD_POS_ADV);
}

size_t
cd_clause_phrase(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;
    size_t end = node;

    while (node > 0 && node + PHRASE_MAX > end &&
           (n[node - 1].tag == CD_POS_ADJ || n[node - 1].tag == CD_POS_DET ||
            n[node - 1].tag == CD_POS_NOUN || n[node - 1].tag == CD_POS_PROPN ||
            n[node - 1].tag == CD_POS_NUM ||
            n[node - 1].quantity != CD_NODE_NONE ||
            cd_node_is_clitic(&n[node - 1]) || joins_nouns(s, node - 1) ||
            cd_str_is(n[node - 1].fold, "-")))
        node--;
    return node;
}

bool
cd_clause_is_time(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = &s->nodes[node];

    if (n->quantity != CD_NODE_NONE)
        return false;
    if (n->tag == CD_POS_NUM)
        return node > 0 &&
               (n[-1].tag == CD_POS_ADP || n[-1].tag == CD_POS_SCONJ);
    return cd_node_is_time(n) && (node == 0 || n[-1].tag != CD_POS_NOUN);
}

bool
cd_clause_is_finite(const struct cd_node *node)
{
    return node->tag == CD_POS_VERB_PAST || node->tag == CD_POS_VERB_S ||
           node->tag == CD_POS_AUX || node->tag == CD_POS_VERB;
}

/* Is it the verb right behind "who", "which" or "that"?  Behind "and" that is
 * what was said before. */
static bool
is_relative_verb(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;

    while (verb > 0 &&
           (n[verb - 1].tag == CD_POS_ADV || n[verb - 1].tag == CD_POS_AUX))
        verb--;
    return verb > 0 && cd_clause_is_relative(&n[verb - 1]) &&
           !(verb > 1 && n[verb - 2].tag == CD_POS_CCONJ &&
             cd_str_is(n[verb - 1].fold, "that"));
}

/* you of "for every 9 weeks you defer": a pronoun right behind a noun, in the
 * middle of a clause that has its verb. */
static bool
is_contact(const struct cd_syntax *s, size_t i)
{
    const struct cd_node *n = s->nodes;

    if (i == 0 || n[i].tag != CD_POS_PRON || !cd_node_is_noun(&n[i - 1]) ||
        n[i - 1].tag == CD_POS_PRON)
        return false;
    for (size_t end = i--;
         i > 0 && i + REACH > end && n[i - 1].tag != CD_POS_PUNCT; i--)
        if (cd_clause_is_finite(&n[i - 1]))
            return !cd_word_is(n[i - 1].fold, CD_WORD_REPORT);
    return false;
}

bool
cd_clause_restricts(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t i = verb;

    if (is_relative_verb(s, verb))
        return true;
    while (i > 0 && (n[i - 1].tag == CD_POS_ADV || n[i - 1].tag == CD_POS_AUX))
        i--;
    if (i == 0 || !cd_node_is_noun(&n[i - 1]) || n[verb].tag == CD_POS_VERB_S)
        return false;
    if (is_contact(s, i - 1))
        return true;
    i = cd_clause_phrase(s, i - 1);
    return i > 0 && cd_clause_is_finite(&n[i - 1]) &&
           !is_relative_verb(s, i - 1);
}

/* added of "it struck back, the ministry added, by": beside the clause. */
static bool
says_aside(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t i;

    if (!cd_word_is(n[verb].fold, CD_WORD_REPORT) || verb + 1 >= s->count ||
        !cd_str_is(n[verb + 1].fold, ",") || verb == 0)
        return false;
    i = cd_clause_phrase(s, verb);
    return i > 1 && i < verb && cd_str_is(n[i - 1].fold, ",");
}

bool
cd_clause_is_order(const struct cd_syntax *s, size_t verb)
{
    size_t i = verb;

    if (s->nodes[verb].tag != CD_POS_VERB)
        return false;
    while (i > 0 && (s->nodes[i - 1].tag == CD_POS_ADV ||
                     s->nodes[i - 1].tag == CD_POS_PUNCT))
        i--;
    return i == 0;
}

/* The nearest finite verb before node at that is one of the main clause. */
static size_t
finite_before(const struct cd_syntax *s, size_t at)
{
    const struct cd_node *n = s->nodes;

    for (size_t i = at; i > 0 && i + REACH > at; i--) {
        if (cd_str_is(n[i - 1].fold, ";"))
            break;
        if (cd_clause_is_finite(&n[i - 1]) && !cd_clause_restricts(s, i - 1) &&
            !(i > 1 && cd_str_is(n[i - 2].fold, "to")) && !says_aside(s, i - 1))
            return i - 1;
    }
    return CD_NODE_NONE;
}

/* rose of "After falling on Monday, the index rose", for the participle. */
static size_t
finite_behind(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    bool comma = false;

    for (size_t i = verb + 1; i < s->count && i < verb + REACH; i++) {
        comma = comma || cd_str_is(n[i].fold, ",");
        if (comma && cd_clause_is_finite(&n[i]) && !cd_clause_restricts(s, i))
            return i;
    }
    return CD_NODE_NONE;
}

/* "after performing", "by cutting" */
static bool
opens_participle(const struct cd_node *node)
{
    static const char *const words[] = { "after", "before", "by",     "while",
                                         "when",  "since",  "without" };

    return cd_str_among(node->fold, words, CD_COUNT(words));
}

/* The participle before that another is joined to: used of "have used one,
 * dropped two and bought three". */
static size_t
like_before(const struct cd_syntax *s, size_t at, size_t verb)
{
    for (size_t i = at; i > 0 && i + REACH > at; i--) {
        if (cd_str_is(s->nodes[i - 1].fold, ";"))
            break;
        if (s->nodes[i - 1].tag == s->nodes[verb].tag &&
            !cd_clause_restricts(s, i - 1))
            return i - 1;
    }
    return CD_NODE_NONE;
}

/* A quantity that counts no things. */
static bool
is_amount(const struct cd_syntax *s, size_t node)
{
    uint16_t quantity = s->nodes[node].quantity;

    return quantity != CD_NODE_NONE &&
           (s->reading->items[quantity].class == CD_QUANTITY_MONEY ||
            s->reading->items[quantity].class == CD_QUANTITY_PERCENT);
}

/* devastated of "the talks end a war that has devastated the land and killed
 * 300": the verb of a relative clause right before; or CD_NODE_NONE. */
static size_t
relative_before(const struct cd_syntax *s, size_t joint)
{
    const struct cd_node *n = s->nodes;

    if (n[joint - 1].tag != CD_POS_CCONJ)
        return CD_NODE_NONE;
    for (size_t i = joint - 1; i > 0 && n[i - 1].tag != CD_POS_PUNCT; i--)
        if (cd_clause_is_finite(&n[i - 1]) || n[i - 1].tag == CD_POS_VERB_DONE)
            return is_relative_verb(s, i - 1) && n[i - 1].tag != CD_POS_AUX
                       ? i - 1
                       : CD_NODE_NONE;
    return CD_NODE_NONE;
}

size_t
cd_clause_shared_verb(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t i = verb;

    while (i > 0 && (n[i - 1].tag == CD_POS_ADV || n[i - 1].tag == CD_POS_AUX))
        i--;
    if (i == 0)
        return CD_NODE_NONE;
    if (i > 1 && cd_str_is(n[i - 1].fold, "to") && is_amount(s, i - 2))
        return finite_before(s, i - 2); /* "lost 1% to end at" */
    if ((cd_str_is(n[i - 1].fold, ",") || n[i - 1].tag == CD_POS_CCONJ) &&
        n[verb].tag == CD_POS_VERB_DONE && i == verb)
        return like_before(s, i - 1, verb);
    if (n[verb].tag == CD_POS_VERB_ING && is_amount(s, i - 1))
        return finite_before(s, i - 1); /* "slid 5% wiping $9bn off" */
    if ((n[i - 1].tag == CD_POS_CCONJ &&
         (cd_clause_is_finite(&n[verb]) || i < verb)) ||
        (n[verb].tag == CD_POS_VERB_ING &&
         (cd_str_is(n[i - 1].fold, ",") || opens_participle(&n[i - 1])))) {
        size_t own = relative_before(s, i), main;

        if (own != CD_NODE_NONE)
            return own;
        main = finite_before(s, i - 1);
        return main != CD_NODE_NONE ? main : finite_behind(s, verb);
    }
    return CD_NODE_NONE;
}

bool
cd_clause_shares(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;

    return verb > 0 &&
           (cd_str_is(n[verb - 1].fold, "to") ||
            (n[verb].tag == CD_POS_VERB_ING && opens_participle(&n[verb - 1])));
}

bool
cd_clause_continues(const struct cd_syntax *s, size_t verb)
{
    return verb > 0 && s->nodes[verb].tag == CD_POS_VERB_ING &&
           is_amount(s, verb - 1);
}

bool
cd_clause_causes(struct cd_str verb, bool infinitive)
{
    const char *kind = cd_word_value(verb, CD_WORD_CAUSE);

    return kind != NULL && !(infinitive && strcmp(kind, "bare") == 0);
}

const char *
cd_clause_cause(const struct cd_syntax *s, size_t verb)
{
    size_t governor;

    if (verb == CD_NODE_NONE || verb == 0 ||
        cd_str_is(s->nodes[verb - 1].fold, "to"))
        return NULL;
    governor = cd_clause_governor(s, verb);
    return governor != CD_NODE_NONE
               ? cd_word_value(s->nodes[governor].fold, CD_WORD_CAUSE)
               : NULL;
}

size_t
cd_clause_governor(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t end = verb, first;

    if (verb > 0 && cd_str_is(n[verb - 1].fold, "to"))
        end--;
    if (end < 2 || n[verb].tag != CD_POS_VERB || !cd_node_is_noun(&n[end - 1]))
        return CD_NODE_NONE;
    first = cd_clause_phrase(s, end - 1);
    return first > 0 && cd_node_is_verb(&n[first - 1]) &&
                   (cd_clause_causes(n[first - 1].fold, end < verb) ||
                    (end < verb &&
                     cd_word_is(n[first - 1].fold, CD_WORD_FORECAST)))
               ? first - 1
               : CD_NODE_NONE;
}

size_t
cd_clause_headline(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t to = verb - 1;

    if (verb < 2 || verb > HEADLINE || n[verb].tag != CD_POS_VERB ||
        !cd_str_is(n[to].fold, "to") || !cd_node_is_noun(&n[to - 1]) ||
        n[to - 1].tag == CD_POS_PRON || n[to - 1].quantity != CD_NODE_NONE ||
        cd_node_is_time(&n[to - 1]))
        return CD_NODE_NONE;
    for (size_t i = 0; i < to; i++)
        if (cd_node_is_verb(&n[i]) || n[i].tag == CD_POS_AUX ||
            n[i].tag == CD_POS_SCONJ || n[i].tag == CD_POS_PUNCT)
            return CD_NODE_NONE;
    for (size_t i = verb + 1; i < s->count && n[i].tag != CD_POS_SCONJ; i++)
        if (cd_clause_is_finite(&n[i]) && !cd_str_is(n[i - 1].fold, "to"))
            return CD_NODE_NONE; /* "A plan to cut 900 jobs was dropped" */
    return to - 1;
}
