/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/entity.h"

#include "base/ascii.h"
#include "nlp/attach/clause.h"
#include "nlp/attach/phrase.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

enum {
    INTRODUCED = 4096, /* bytes before a name in which its first name is */
    FIRM_BEFORE = 24,  /* nodes between who says it and what */
};

enum cd_stand_in
cd_entity_stands_in(const struct cd_syntax *syntax, size_t node)
{
    const struct cd_node *n = syntax->nodes;
    struct cd_str fold = n[node].fold;

    if (n[node].quantity != CD_NODE_NONE)
        return CD_NAMED;
    if (cd_word_is(fold, CD_WORD_PERSONAL))
        return CD_PERSON;
    if (cd_word_is(fold, CD_WORD_THING))
        return CD_THING;
    if (n[node].tag == CD_POS_PROPN || !cd_word_is(fold, CD_WORD_GENERIC) ||
        (fold.p[fold.n - 1] == 's' && !cd_str_ends(fold, CD_STR("ss"))))
        return CD_NAMED;
    if (node > 0 && cd_str_is(n[node - 1].fold, "the") &&
        !(node + 1 < syntax->count && n[node + 1].tag == CD_POS_ADP))
        return CD_GENERIC;
    for (size_t i = node; i-- > 0 && i + 6 > node;) {
        if (cd_str_is(n[i].fold, "this"))
            return CD_GENERIC;
        if (n[i].tag == CD_POS_VERB || n[i].tag == CD_POS_ADP)
            break;
    }
    return CD_NAMED;
}

static bool
is_subject(const struct cd_syntax *s, size_t node)
{
    size_t head = s->nodes[node].head;

    while (head != CD_NODE_NONE && head < node &&
           s->nodes[head].tag == CD_POS_PROPN)
        head = s->nodes[head].head; /* of a name of several words */
    return head != CD_NODE_NONE && head > node &&
           cd_syntax_case(s, node) == CD_NODE_NONE &&
           cd_syntax_subject(s, head) == node;
}

/* Is a name among the words before the noun: "DeepSeek's R1 model"? */
static bool
has_name(const struct cd_syntax *s, size_t node)
{
    for (size_t i = node; i-- > 0 && i + 6 > node;) {
        if (s->nodes[i].tag == CD_POS_PROPN)
            return true;
        if (cd_node_is_verb(&s->nodes[i]) || s->nodes[i].tag == CD_POS_ADP ||
            s->nodes[i].tag == CD_POS_PUNCT)
            break;
    }
    return false;
}

/* minister of "Finance minister Ann Webb": who has a title is no firm. */
static bool
has_title(const struct cd_syntax *s, size_t node)
{
    for (size_t i = node; i-- > 0 && i + 5 > node;) {
        const char *naming = cd_word_value(s->nodes[i].fold, CD_WORD_NAMING);

        if (naming != NULL && strcmp(naming, "title") == 0)
            return true;
        if (s->nodes[i].tag != CD_POS_PROPN)
            break;
    }
    return false;
}

/* "Ann Webb, finance director, said": the title behind. */
static bool
is_titled(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;

    if (node + 2 >= s->count || !cd_str_is(n[node + 1].fold, ","))
        return false;
    for (size_t i = node + 2; i < s->count && i < node + 6; i++) {
        const char *naming = cd_word_value(n[i].fold, CD_WORD_NAMING);

        if (naming != NULL && strcmp(naming, "title") == 0)
            return true;
        if (!cd_node_in_phrase(&n[i]))
            break;
    }
    return false;
}

/* Tarn of "Tarn shares fell": whose they are. */
static bool
has_shares(const struct cd_syntax *s, size_t node)
{
    return cd_word_is(s->nodes[node + 1].fold, CD_WORD_FIRM) &&
           !(node + 2 < s->count && cd_node_is_noun(&s->nodes[node + 2]) &&
             s->nodes[node + 2].quantity == CD_NODE_NONE);
}

/* Does a preposition of places stand before its phrase: "in the White
 * House"? */
static bool
is_place(const struct cd_syntax *s, size_t node)
{
    static const char *const words[] = { "in",     "at",   "near",
                                         "across", "into", "on" };
    size_t first = cd_clause_phrase(s, node);

    return first > 0 &&
           cd_str_among(s->nodes[first - 1].fold, words, CD_COUNT(words));
}

/* Is it who counted or asked: "according to the Lomond Institute", "analysts
 * polled by Reuters"? */
static bool
is_source(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;
    size_t first = cd_clause_phrase(s, node);

    if (first < 2)
        return false;
    return (cd_str_is(n[first - 1].fold, "to") &&
            cd_str_is(n[first - 2].fold, "according")) ||
           (cd_str_is(n[first - 1].fold, "by") &&
            cd_word_is(n[first - 2].fold, CD_WORD_ASKED));
}

/* How well a noun can be what is meant; 0: not at all. */
static int
fitness(const struct cd_syntax *s, size_t node, enum cd_stand_in kind,
        struct cd_str fold, size_t topic)
{
    const struct cd_node *n = &s->nodes[node];
    int fit = 0;

    if (n->quantity != CD_NODE_NONE ||
        !(n->tag == CD_POS_PROPN || n->tag == CD_POS_NOUN) ||
        ((cd_word_classes(n->fold) & CD_CLASS_CLOSED) != 0 && node == 0) ||
        cd_word_is(n->fold, CD_WORD_MONTH) ||
        cd_word_is(n->fold, CD_WORD_DAY) || cd_word_is(n->fold, CD_WORD_PERIOD))
        return 0;
    if (node + 1 < s->count &&
        (s->nodes[node + 1].tag == CD_POS_PROPN ||
         (s->nodes[node + 1].tag == CD_POS_NOUN &&
          !(kind == CD_GENERIC && has_shares(s, node)))) &&
        s->nodes[node + 1].quantity == CD_NODE_NONE && n->tag == CD_POS_PROPN)
        return 0; /* the name goes on, or says what kind the noun is */
    if (cd_phrase_is_joined(s, node) && n[2].tag != CD_POS_PROPN)
        return 0; /* Velmora of "Velmora-based" */
    if (kind != CD_PERSON && cd_word_is(n->fold, CD_WORD_FORECASTER))
        return 0; /* Wall Street */
    if (kind != CD_PERSON && n->tag == CD_POS_PROPN &&
        (has_title(s, node) || is_titled(s, node)))
        return 0;
    if (n->tag == CD_POS_PROPN && is_source(s, node))
        return 0;
    if ((kind == CD_PERSON || kind == CD_GENERIC || fold.n == 0) &&
        is_place(s, node))
        return 0;
    if (n->tag == CD_POS_PROPN)
        fit += 6;
    else if (kind == CD_PERSON || fold.n == 0)
        return 0;
    else if (kind == CD_GENERIC && !cd_str_eq(n->fold, fold))
        return 0; /* "the bank" is no "business" */
    if (is_subject(s, node))
        fit += 7;
    if (node == topic)
        fit += 2;
    if (kind == CD_GENERIC && cd_str_eq(n->fold, fold))
        fit += cd_entity_stands_in(s, node) == CD_GENERIC ? 0
               : has_name(s, node)                        ? 11
                                                          : 8;
    return fit + 1;
}

/* Is a pronoun of the kind the sentence's subject, or does it say "the chain"
 * as well?  What that stands for is said further back. */
static bool
is_about_another(const struct cd_syntax *s, size_t end, enum cd_stand_in kind,
                 struct cd_str fold)
{
    for (size_t i = 0; i < end; i++) {
        if (kind != CD_GENERIC && i == 4)
            break;
        if (kind == CD_GENERIC ? cd_str_eq(s->nodes[i].fold, fold)
                               : s->nodes[i].tag == CD_POS_PRON)
            if (cd_entity_stands_in(s, i) == kind)
                return true;
    }
    return false;
}

size_t
cd_entity_before(const struct cd_syntax *syntax, size_t end,
                 enum cd_stand_in kind, struct cd_str fold)
{
    size_t best = CD_NODE_NONE, verb;
    size_t topic = cd_syntax_topic(syntax, &verb);
    int best_fit = kind == CD_GENERIC ? 3 : fold.n == 0 ? 6 : 2;

    if (end > syntax->count)
        end = syntax->count;
    if (is_about_another(syntax, end, kind, fold))
        return CD_NODE_NONE;
    for (size_t i = 0; i < end; i++) {
        int fit = fitness(syntax, i, kind, fold, topic);

        if (fit > best_fit || (fit == best_fit && best != CD_NODE_NONE)) {
            best = i;
            best_fit = fit;
        }
    }
    return best;
}

/* Did a word with a capital stand before the name where the text had it last:
 * "Ann Webb", long before "Webb said"?  Looks back INTRODUCED bytes. */
static bool
is_introduced(const struct cd_syntax *s, size_t node)
{
    struct cd_span at_name = s->nodes[node].span;
    struct cd_str name = cd_str_sub(s->text, at_name.start, at_name.end);
    size_t from = at_name.start > INTRODUCED ? at_name.start - INTRODUCED : 0;
    struct cd_str before = cd_str_sub(s->text, from, at_name.start);

    for (size_t at = 0; (at = cd_str_find(before, name, at)) != SIZE_MAX;
         at++) {
        size_t word;

        if (at < 2 || before.p[at - 1] != ' ')
            continue;
        for (word = at - 1; word > 0 && before.p[word - 1] != ' ';)
            word--;
        if (cd_ascii_is_upper(before.p[word]) &&
            cd_ascii_is_alpha(before.p[at - 2]))
            return true;
    }
    return false;
}

/* A name that may be a firm's, or "the bank". */
static bool
is_firm(const struct cd_syntax *s, size_t node)
{
    size_t first;

    if (node != CD_NODE_NONE && cd_entity_stands_in(s, node) == CD_GENERIC &&
        cd_str_is(s->nodes[cd_clause_phrase(s, node)].fold, "the"))
        return true;

    if (node == CD_NODE_NONE || s->nodes[node].tag != CD_POS_PROPN ||
        s->nodes[node].quantity != CD_NODE_NONE || has_title(s, node) ||
        cd_word_is(s->nodes[node].fold, CD_WORD_FIRM) ||
        cd_word_is(s->nodes[node].fold, CD_WORD_MEASURE))
        return false; /* "Revenue rose" begins with no name */
    first = cd_clause_phrase(s, node);
    if (cd_word_value(s->nodes[node].fold, CD_WORD_NAMING) != NULL)
        return true; /* "Tarn Corp" */
    if (first + 1 < node && s->nodes[node - 1].tag == CD_POS_PROPN)
        return false; /* "Ann Webb" or "Wells Fargo": nothing tells */
    return !is_introduced(s, node);
}

size_t
cd_entity_firm(const struct cd_syntax *syntax, size_t node)
{
    const struct cd_node *n = syntax->nodes;
    size_t verb;

    for (size_t i = node; i-- > 1 && i + FIRM_BEFORE > node;) {
        size_t subject;

        if (!cd_clause_is_finite(&n[i]) ||
            !cd_word_is(n[i].fold, CD_WORD_REPORT))
            continue;
        subject = cd_syntax_subject(syntax, i);
        if (subject < i && is_firm(syntax, subject))
            return subject;
    }
    verb = CD_NODE_NONE;
    node = cd_syntax_topic(syntax, &verb);
    return is_firm(syntax, node) ? node : CD_NODE_NONE;
}

size_t
cd_entity_pronoun_behind(const struct cd_syntax *s, size_t at)
{
    return at + 2 < s->count && cd_str_is(s->nodes[at + 1].fold, ",") &&
                   cd_word_is(s->nodes[at + 2].fold, CD_WORD_PERSONAL)
               ? at + 2
               : CD_NODE_NONE;
}
