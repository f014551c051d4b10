/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax/syntax.h"

#include <stdlib.h>

#include "base/memory.h"
#include "nlp/syntax/mend.h"
#include "nlp/syntax/syntax_part.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

enum {
    CLIMB = 12,       /* steps that a search up the tree may take */
    BRACKET_MAX = 30, /* nodes of a bracket that the tree leaves out */
    LABEL_MAX = 3,    /* words of a caption's label */
};

/* Subtrees are contiguous, so two passes find how far each reaches. */
static void
find_reach(struct cd_syntax *s)
{
    struct cd_node *nodes = s->nodes;

    for (size_t i = 0; i < s->count; i++) {
        nodes[i].low = (uint16_t)i;
        nodes[i].high = (uint16_t)(i + 1);
    }
    for (size_t i = 0; i < s->count; i++)
        for (size_t up = nodes[i].head, from = i;
             up != CD_NODE_NONE && up > from && nodes[up].low > nodes[from].low;
             from = up, up = nodes[up].head)
            nodes[up].low = nodes[from].low;
    for (size_t i = s->count; i-- > 0;)
        for (size_t up = nodes[i].head, from = i;
             up != CD_NODE_NONE && up < from &&
             nodes[up].high < nodes[from].high;
             from = up, up = nodes[up].head)
            nodes[up].high = nodes[from].high;
}

/* Where a bracket or an aside between dashes that begins at node at ends,
 * behind it; at if none does. */
static size_t
skip_bracket(const struct cd_syntax *s, size_t at)
{
    bool dash = cd_node_is_dash(&s->nodes[at]);

    if (at == 0 || !(dash || cd_str_is(s->nodes[at].fold, "(")))
        return at;
    for (size_t i = at + 1; i < s->count && i < at + BRACKET_MAX; i++)
        if (dash ? cd_node_is_dash(&s->nodes[i])
                 : cd_str_is(s->nodes[i].fold, ")"))
            return i + 1;
    return at;
}

/* "Damage: Webb said ...": behind the caption's label that the sentence begins
 * with, words of the dictionary and no name; or 0. */
static size_t
skip_label(const struct cd_syntax *s)
{
    const struct cd_node *n = s->nodes;
    size_t at = 0;

    while (at < s->count && at < LABEL_MAX && n[at].quantity == CD_NODE_NONE &&
           (at == 0 || (n[at].flags & CD_TOKEN_CAPITAL) == 0) &&
           cd_word_classes(n[at].fold) != 0)
        at++;
    return at > 0 && at + 2 < s->count && cd_str_is(n[at].fold, ":") &&
                   (n[at + 1].flags & CD_TOKEN_CAPITAL) != 0
               ? at + 1
               : 0;
}

/* Adds a node to the words that the tree is built of. */
static void
add_token(struct cd_syntax *s, size_t node)
{
    struct cd_tokens *tokens = &s->tokens;
    struct cd_node *from = &s->nodes[node];
    struct cd_token *token;

    tokens->items = cd_grow(tokens->items, &tokens->room, tokens->count + 1,
                            sizeof(*tokens->items));
    token = &tokens->items[tokens->count];
    *token = s->reading->tokens.items[from->end - 1];
    token->fold = from->fold;
    if (from->quantity != CD_NODE_NONE)
        token->kind = from->tag == CD_POS_NUM ? CD_TOKEN_NUMBER : CD_TOKEN_WORD;
    s->tags[tokens->count] = from->tag; /* no token is behind its node */
    tokens->count++;
}

/* What stands in brackets belongs to the word before them: the tree is built
 * without it. */
static void
build_tree(struct cd_syntax *s)
{
    struct cd_node *nodes = s->nodes;
    size_t label = skip_label(s);

    s->tokens.count = 0;
    s->outside = cd_grow(s->outside, &s->outside_room, s->count + 1,
                         sizeof(*s->outside));
    for (size_t i = 0; i < label; i++)
        nodes[i].head = CD_NODE_NONE;
    for (size_t i = label, out; i < s->count; i++) {
        for (out = skip_bracket(s, i); i < out; i++)
            nodes[i].head = s->outside[s->tokens.count - 1];
        if (i >= s->count)
            break;
        s->outside[s->tokens.count] = (uint16_t)i;
        nodes[i].head = CD_NODE_NONE;
        add_token(s, i);
    }
    s->heads =
        cd_grow(s->heads, &s->head_room, s->count + 1, sizeof(*s->heads));
    cd_tree_build(&s->tokens, 0, s->tokens.count, s->tags, s->heads);
    for (size_t i = 0; i < s->tokens.count; i++)
        if (s->heads[i] != CD_TREE_ROOT)
            nodes[s->outside[i]].head = s->outside[s->heads[i]];
}

void
cd_syntax_read(struct cd_syntax *syntax, struct cd_str text,
               const struct cd_reading *reading)
{
    size_t n = reading->tokens.count;

    syntax->text = text;
    syntax->reading = reading;
    syntax->tags = cd_grow(syntax->tags, &syntax->tag_room, n + 1, 1);
    cd_tagger_tag(&reading->tokens, 0, n, syntax->tags);
    cd_mend_tags(reading->tokens.items, n, syntax->tags);
    cd_syntax_add_nodes(syntax);
    if (syntax->count >= CD_NODE_NONE)
        syntax->count = CD_NODE_NONE - 1;
    build_tree(syntax);
    find_reach(syntax);
}

void
cd_syntax_release(struct cd_syntax *syntax)
{
    free(syntax->nodes);
    free(syntax->tags);
    free(syntax->heads);
    free(syntax->outside);
    free(syntax->tokens.items);
    *syntax = (struct cd_syntax){ 0 };
}

size_t
cd_syntax_node(const struct cd_syntax *syntax, size_t quantity)
{
    for (size_t i = 0; i < syntax->count; i++)
        if (syntax->nodes[i].quantity == quantity)
            return i;
    return CD_NODE_NONE;
}

bool
cd_node_is_noun(const struct cd_node *node)
{
    return node->tag == CD_POS_NOUN || node->tag == CD_POS_PROPN ||
           node->tag == CD_POS_PRON || node->tag == CD_POS_SYM ||
           node->tag == CD_POS_NUM;
}

bool
cd_node_is_verb(const struct cd_node *node)
{
    return node->tag >= CD_POS_VERB;
}

bool
cd_node_in_phrase(const struct cd_node *node)
{
    switch (node->tag) {
    case CD_POS_DET:
    case CD_POS_ADJ:
    case CD_POS_NOUN:
    case CD_POS_PROPN:
    case CD_POS_NUM:
    case CD_POS_PRON:
    case CD_POS_SYM:
    case CD_POS_VERB_ING:
        return true;
    default:
        return node->quantity != CD_NODE_NONE || cd_str_is(node->fold, "-") ||
               cd_str_is(node->fold, "'s") || cd_str_is(node->fold, "&");
    }
}

size_t
cd_syntax_phrase_last(const struct cd_syntax *syntax, size_t first)
{
    const struct cd_node *n = syntax->nodes;
    size_t i = first;

    while (i < syntax->count && i < first + 10 &&
           (cd_node_in_phrase(&n[i]) || /* "state-owned" */
            (i > first && cd_str_is(n[i - 1].fold, "-"))) &&
           !cd_str_is(n[i].fold, "who") && !cd_str_is(n[i].fold, "which") &&
           !(cd_str_is(n[i].fold, "that") &&
             (i > first || n[i].tag != CD_POS_DET)) &&
           !(n[i].tag == CD_POS_VERB_ING && i > first &&
             n[i - 1].tag == CD_POS_NOUN &&
             cd_str_ends(n[i - 1].fold, CD_STR("s")))) /* "men seeking" */
        i++;
    while (i > first && cd_str_is(n[i - 1].fold, "-"))
        i--;
    return i > first ? i - 1 : CD_NODE_NONE;
}

size_t
cd_syntax_case(const struct cd_syntax *syntax, size_t node)
{
    const struct cd_node *n = syntax->nodes;

    for (size_t i = n[node].low; i < node; i++)
        if (n[i].head == node && (n[i].tag == CD_POS_ADP ||
                                  (n[i].tag == CD_POS_SCONJ && i + 1 < node) ||
                                  cd_str_is(n[i].fold, "to")))
            return i;
    return CD_NODE_NONE;
}

bool
cd_syntax_has_case(const struct cd_syntax *syntax, size_t node,
                   const char *preposition)
{
    size_t i = cd_syntax_case(syntax, node);

    return i != CD_NODE_NONE && cd_str_is(syntax->nodes[i].fold, preposition);
}

size_t
cd_syntax_verb(const struct cd_syntax *syntax, size_t node)
{
    for (int steps = 0; node != CD_NODE_NONE && steps < CLIMB; steps++) {
        if (cd_node_is_verb(&syntax->nodes[node]))
            return node;
        node = syntax->nodes[node].head;
    }
    return CD_NODE_NONE;
}

bool
cd_node_is_time(const struct cd_node *node)
{
    return node->quantity == CD_NODE_NONE &&
           (cd_word_is(node->fold, CD_WORD_PERIOD) ||
            cd_word_is(node->fold, CD_WORD_DAY) ||
            cd_word_is(node->fold, CD_WORD_MONTH) ||
            cd_word_is(node->fold, CD_WORD_WHEN));
}

bool
cd_node_is_dash(const struct cd_node *node)
{
    return cd_str_is(node->fold, "\xe2\x80\x94") ||
           cd_str_is(node->fold, "\xe2\x80\x93");
}

bool
cd_node_is_clitic(const struct cd_node *node)
{
    return node->tag == CD_POS_PART && node->fold.n > 0 &&
           (node->fold.p[0] == '\'' || cd_str_is(node->fold, "s") ||
            cd_str_is(node->fold, "\u2019"));
}

size_t
cd_syntax_object(const struct cd_syntax *syntax, size_t verb)
{
    const struct cd_node *n = syntax->nodes;

    for (size_t i = verb + 1; i < n[verb].high; i++)
        if (n[i].head == verb && n[i].quantity == CD_NODE_NONE &&
            cd_node_is_noun(&n[i]) && !cd_node_is_time(&n[i]) &&
            cd_syntax_case(syntax, i) == CD_NODE_NONE)
            return i;
    return CD_NODE_NONE;
}

size_t
cd_syntax_owner(const struct cd_syntax *syntax, size_t noun)
{
    static const char *const pronouns[] = { "its", "their", "his", "her",
                                            "our", "my",    "your" };
    const struct cd_node *n = syntax->nodes;
    size_t i = noun;

    while (i > 0 &&
           (n[i - 1].tag == CD_POS_ADJ || n[i - 1].tag == CD_POS_NOUN ||
            n[i - 1].tag == CD_POS_PROPN || n[i - 1].tag == CD_POS_NUM ||
            n[i - 1].tag == CD_POS_VERB_DONE ||
            (n[i - 1].tag == CD_POS_ADV &&
             cd_str_ends(n[i - 1].fold, CD_STR("ly"))) ||
            n[i - 1].quantity != CD_NODE_NONE || cd_str_is(n[i - 1].fold, "-")))
        i--;
    if (i == 0)
        return CD_NODE_NONE;
    if (cd_str_among(n[i - 1].fold, pronouns, CD_COUNT(pronouns)))
        return i - 1;
    if (i > 1 && cd_node_is_clitic(&n[i - 1]) && cd_node_is_noun(&n[i - 2]))
        return i - 2;
    return CD_NODE_NONE;
}

/* Behind "(DWP)", if that begins at node at. */
static size_t
behind_brackets(const struct cd_syntax *s, size_t at)
{
    if (at >= s->count || !cd_str_is(s->nodes[at].fold, "("))
        return at;
    for (size_t i = at + 1; i < s->count && i < at + 6; i++)
        if (cd_str_is(s->nodes[i].fold, ")"))
            return i + 1;
    return at;
}

size_t
cd_syntax_complement(const struct cd_syntax *syntax, size_t noun,
                     const char *preposition)
{
    const struct cd_node *n = syntax->nodes;

    size_t at = behind_brackets(syntax, noun + 1);

    if (at + 1 < syntax->count && cd_str_is(n[at].fold, preposition))
        return cd_syntax_phrase_last(syntax, at + 1);
    for (size_t i = noun + 1; i < n[noun].high; i++)
        if (n[i].head == noun && cd_node_is_noun(&n[i]) &&
            cd_syntax_has_case(syntax, i, preposition))
            return i;
    return CD_NODE_NONE;
}
