/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/phrase.h"

#include "base/ascii.h"
#include "nlp/attach/clause.h"
#include "nlp/word/word.h"

enum { PHRASE_MAX = 12, PREDICATE_MAX = 11 }; /* nodes */

/* Is the word before the node one of those between "a seasonally adjusted rate"
 * and its article? */
static bool
is_adjusted(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;

    return (node > 2 && n[node - 1].tag == CD_POS_VERB_DONE &&
            n[node - 2].tag == CD_POS_ADV && n[node - 3].tag == CD_POS_DET) ||
           (node > 1 && node < s->count && n[node - 1].tag == CD_POS_ADV &&
            (n[node].tag == CD_POS_VERB_DONE || n[node].tag == CD_POS_ADJ) &&
            n[node - 2].tag == CD_POS_DET);
}

size_t
cd_phrase_article(const struct cd_syntax *syntax, size_t node)
{
    const struct cd_node *n = syntax->nodes;

    while (node > 0 &&
           (n[node - 1].tag == CD_POS_DET || n[node - 1].tag == CD_POS_ADJ ||
            is_adjusted(syntax, node)))
        node--;
    return node;
}

bool
cd_phrase_is_joined(const struct cd_syntax *syntax, size_t node)
{
    const struct cd_node *n = &syntax->nodes[node];

    return node + 2 < syntax->count && cd_str_is(n[1].fold, "-") &&
           n[1].span.start == n->span.end && n[2].span.start == n[1].span.end &&
           n[2].tag != CD_POS_PUNCT && n->quantity == CD_NODE_NONE &&
           n[2].quantity == CD_NODE_NONE;
}

/* The words of nodes [first, end), and the rest of the last one. */
static struct cd_str
words(const struct cd_syntax *s, size_t first, size_t end)
{
    if (first >= end)
        return (struct cd_str){ NULL, 0 };
    while (cd_phrase_is_joined(s, end - 1))
        end += 2;
    return cd_str_sub(s->text, s->nodes[first].span.start,
                      s->nodes[end - 1].span.end);
}

static bool
is_joint(const struct cd_node *node)
{
    return cd_str_is(node->fold, "-") || cd_str_is(node->fold, "/") ||
           cd_str_is(node->fold, "&");
}

static bool
modifies(const struct cd_syntax *s, size_t i, size_t noun)
{
    const struct cd_node *node = &s->nodes[i];
    bool hyphen = (i > 0 && is_joint(&node[-1])) || is_joint(&node[1]);

    if (node->quantity != CD_NODE_NONE)
        return false;
    if (is_joint(node) || (hyphen && node->tag != CD_POS_PUNCT))
        return true;
    switch (node->tag) {
    case CD_POS_ADJ:
    case CD_POS_NOUN:
    case CD_POS_PROPN:
    case CD_POS_NUM:
    case CD_POS_X:
        return true;
    case CD_POS_VERB_ING:
    case CD_POS_VERB_DONE:
        return cd_syntax_below(s, i, noun);
    case CD_POS_ADV: /* "seasonally adjusted" */
        return cd_str_ends(node->fold, CD_STR("ly")) && i + 1 < noun &&
               cd_str_ends(node[1].fold, CD_STR("ed")) &&
               modifies(s, i + 1, noun);
    case CD_POS_CCONJ:
        return i > 0 && cd_syntax_below(s, i, noun) &&
               cd_node_is_noun(&s->nodes[i - 1]);
    default:
        return false;
    }
}

/* United of "the United States, Europe and Asia" where Europe is first: names
 * before a list's comma. */
static size_t
list_first(const struct cd_syntax *s, size_t first, size_t node)
{
    const struct cd_node *n = s->nodes;
    size_t at = first;
    bool list = false;

    for (size_t i = first; i < node; i++)
        list = list || n[i].tag == CD_POS_CCONJ;
    if (!list && at > 4 && n[at - 1].tag == CD_POS_CCONJ &&
        cd_str_is(n[at - 2].fold, ",") && n[at - 3].tag == CD_POS_PROPN &&
        cd_str_is(n[at - 4].fold, ",") && n[at - 5].tag == CD_POS_PROPN) {
        at--; /* "Ashby, Kray, and Tarn" */
        list = true;
    }
    while (list && at > 1 && node - at < PHRASE_MAX &&
           cd_str_is(n[at - 1].fold, ",") && n[at - 2].tag == CD_POS_PROPN &&
           !cd_node_is_time(&n[at - 2]))
        for (at -= 2; at > 0 && n[at - 1].tag == CD_POS_PROPN; at--)
            ;
    return at > 0 && n[at - 1].tag == CD_POS_ADP ? first : at;
}

size_t
cd_phrase_first(const struct cd_syntax *syntax, size_t node)
{
    size_t first = node;

    if (syntax->nodes[node].tag == CD_POS_PRON)
        return node;
    while (first > 0 && node - first < PHRASE_MAX &&
           modifies(syntax, first - 1, node))
        first--;
    while (first < node &&
           (is_joint(&syntax->nodes[first]) ||
            syntax->nodes[first].tag == CD_POS_CCONJ ||
            (cd_word_is(syntax->nodes[first].fold, CD_WORD_BESIDE) &&
             first > 0 && syntax->nodes[first - 1].quantity != CD_NODE_NONE)))
        first++; /* "5% higher prices" */
    return list_first(syntax, first, node);
}

size_t
cd_phrase_articles(const struct cd_syntax *syntax, size_t first)
{
    while (first > 0 && syntax->nodes[first - 1].tag == CD_POS_DET)
        first--;
    return first;
}

/* Behind the noun: a name goes on, and a bracket or hyphen may join it. */
static size_t
name_end(const struct cd_syntax *s, size_t node)
{
    size_t end = node + 1;

    while (end < s->nodes[node].high &&
           (s->nodes[end].tag == CD_POS_PROPN ||
            (is_joint(&s->nodes[end]) && end + 1 < s->nodes[node].high &&
             s->nodes[end + 1].tag == CD_POS_PROPN)) &&
           s->nodes[end].quantity == CD_NODE_NONE)
        end++;
    return end;
}

struct cd_str
cd_phrase_noun(const struct cd_syntax *syntax, size_t node)
{
    return words(syntax, cd_phrase_first(syntax, node), name_end(syntax, node));
}

struct cd_str
cd_phrase_name(const struct cd_syntax *syntax, size_t node)
{
    size_t owner = cd_syntax_owner(syntax, node);
    size_t first =
        owner != CD_NODE_NONE && syntax->nodes[owner].tag != CD_POS_PRON
            ? cd_phrase_first(syntax, owner)
            : cd_phrase_first(syntax, node);

    return words(syntax, first, name_end(syntax, node));
}

static bool
is_finite(const struct cd_node *node)
{
    return node->tag == CD_POS_VERB_PAST || node->tag == CD_POS_VERB_S ||
           node->tag == CD_POS_AUX || node->tag == CD_POS_VERB;
}

/* Does "in the three months" begin at the node, which only says when? */
static bool
begins_time(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;
    size_t i = node + 1;

    if (n[node].tag != CD_POS_ADP)
        return false;
    while (i < s->count && i < node + PHRASE_MAX &&
           n[i].quantity == CD_NODE_NONE &&
           (n[i].tag == CD_POS_DET || n[i].tag == CD_POS_NUM ||
            n[i].tag == CD_POS_ADJ))
        i++;
    return i > node + 2 && i < s->count && n[i - 1].tag == CD_POS_NUM &&
           cd_node_is_time(&n[i]);
}

/* Where what restricts a noun ends: before a comma, a bracket, a quantity or
 * the verb of the sentence. */
static size_t
restriction_end(const struct cd_syntax *s, size_t node, size_t most)
{
    const struct cd_node *n = s->nodes;
    size_t end = node + 1;
    bool clause = false; /* a relative clause: its verb belongs to the noun */

    while (end < n[node].high && end - node < most &&
           n[end].quantity == CD_NODE_NONE && !begins_time(s, end) &&
           !(n[end].tag == CD_POS_PUNCT && !is_joint(&n[end])) &&
           !(!clause && is_finite(&n[end]))) {
        clause = clause || cd_str_is(n[end].fold, "who") ||
                 cd_str_is(n[end].fold, "that") ||
                 cd_str_is(n[end].fold, "which");
        end++;
    }
    while (end > node + 1 &&
           (n[end - 1].tag == CD_POS_ADP || n[end - 1].tag == CD_POS_DET ||
            n[end - 1].tag == CD_POS_CCONJ || n[end - 1].tag == CD_POS_AUX ||
            n[end - 1].tag == CD_POS_SCONJ || n[end - 1].tag == CD_POS_PRON ||
            n[end - 1].tag == CD_POS_VERB_PAST ||
            n[end - 1].tag == CD_POS_VERB_S || n[end - 1].tag == CD_POS_PART ||
            cd_clause_is_relative(&n[end - 1])))
        end--;
    return end;
}

struct cd_str
cd_phrase_full(const struct cd_syntax *syntax, size_t node)
{
    size_t owner = cd_syntax_owner(syntax, node), first;

    first = cd_phrase_first(syntax, node);
    if (owner != CD_NODE_NONE && syntax->nodes[owner].tag != CD_POS_PRON)
        first = cd_phrase_first(syntax, owner);
    return words(syntax, first, restriction_end(syntax, node, PHRASE_MAX));
}

struct cd_str
cd_phrase_until(const struct cd_syntax *syntax, size_t node, size_t verb)
{
    const struct cd_node *n = syntax->nodes;
    size_t owner = cd_syntax_owner(syntax, node);
    size_t first = cd_phrase_first(syntax, node), end = verb;

    if (owner != CD_NODE_NONE && n[owner].tag != CD_POS_PRON)
        first = cd_phrase_first(syntax, owner);
    while (end > node + 1 &&
           (n[end - 1].tag == CD_POS_AUX || n[end - 1].tag == CD_POS_ADV ||
            n[end - 1].tag == CD_POS_PART || n[end - 1].tag == CD_POS_PUNCT ||
            cd_clause_is_relative(&n[end - 1])))
        end--;
    if (verb <= node || end - first > PHRASE_MAX)
        return cd_phrase_full(syntax, node);
    for (size_t i = node; i < end; i++)
        if ((n[i].tag == CD_POS_PUNCT && !is_joint(&n[i])) ||
            n[i].quantity != CD_NODE_NONE)
            return cd_phrase_full(syntax, node);
    return words(syntax, first, end);
}

struct cd_str
cd_phrase_of(const struct cd_syntax *syntax, size_t node)
{
    const struct cd_node *n = syntax->nodes;
    size_t end = name_end(syntax, node);

    if (end < syntax->count &&
        (cd_str_is(n[end].fold, "of") || cd_str_is(n[end].fold, "in") ||
         cd_str_is(n[end].fold, "on") || cd_str_is(n[end].fold, "for") ||
         cd_str_is(n[end].fold, "due")))
        end = restriction_end(syntax, node, 8);
    return words(syntax, cd_phrase_first(syntax, node), end);
}

struct cd_str
cd_phrase_clause(const struct cd_syntax *syntax, size_t first)
{
    const struct cd_node *n = syntax->nodes;
    size_t end = first;

    while (end < syntax->count && end - first < PREDICATE_MAX &&
           !(n[end].tag == CD_POS_SCONJ && cd_str_is(n[end].fold, "while")) &&
           !(n[end].tag == CD_POS_PUNCT && !is_joint(&n[end]) && end > first) &&
           !(n[end].quantity != CD_NODE_NONE && end > first))
        end++;
    while (end > first + 1 &&
           (n[end - 1].tag == CD_POS_ADP || n[end - 1].tag == CD_POS_DET ||
            n[end - 1].tag == CD_POS_CCONJ || n[end - 1].tag == CD_POS_SCONJ))
        end--;
    return words(syntax, first, end);
}

struct cd_str
cd_phrase_members(const struct cd_syntax *syntax, size_t node)
{
    const struct cd_node *n = syntax->nodes;
    size_t at = node + 1, end, last;

    if (at < syntax->count && cd_str_is(n[at].fold, ","))
        at++;
    if (at + 1 < syntax->count && cd_str_is(n[at].fold, "such") &&
        cd_str_is(n[at + 1].fold, "as"))
        at += 2;
    else if (at < syntax->count && cd_str_is(n[at].fold, "including"))
        at++;
    else
        return (struct cd_str){ NULL, 0 };
    for (end = last = at; end < syntax->count && end - at < 24; end++) {
        if (n[end].tag == CD_POS_PROPN || (n[end].flags & CD_TOKEN_CAPITAL))
            last = end + 1;
        else if (n[end].tag != CD_POS_CCONJ && !cd_str_is(n[end].fold, ",") &&
                 !is_joint(&n[end]))
            break;
    }
    return words(syntax, at, last);
}

struct cd_str
cd_phrase_tidy(struct cd_str subject)
{
    static const char *const owners[][2] = {
        { "your", "you" }, { "my", "I" },   { "our", "we" },
        { "his", "he" },   { "its", "it" }, { "their", "they" },
    };
    static const struct cd_str loose[] = { /* at the end */
                                           { " and", 4 },
                                           { " or", 3 },
                                           { " -", 2 }
    };
    bool letter = false;

    for (size_t i = 0; i < CD_COUNT(owners); i++)
        if (cd_str_eq_nocase(subject, cd_str_of(owners[i][0])))
            return cd_str_of(owners[i][1]);
    for (size_t i = 0; i < subject.n; i++)
        letter = letter || cd_ascii_is_alpha(subject.p[i]) ||
                 (unsigned char)subject.p[i] >= 0xC3;
    for (size_t i = 0; i < CD_COUNT(loose); i++)
        if (cd_str_ends(subject, loose[i]))
            subject.n -= loose[i].n;
    if (cd_str_is(subject, "$1"))
        return subject; /* of "($1 = 0.7612 euros)" */
    if (!letter || cd_str_is(subject, "'s") || cd_str_is(subject, "\u2019s"))
        return (struct cd_str){ NULL, 0 };
    return subject;
}
