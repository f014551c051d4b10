/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax.h"

#include <stdlib.h>

#include "base/memory.h"
#include "nlp/mend.h"
#include "nlp/word.h"

enum { CLIMB = 12 }; /* steps that a search up the tree may take */

/* How the tree builder is to see a quantity. */
static const struct {
    uint8_t tag;
    const char *fold; /* NULL: that of its last token */
} looks[] = {
    [CD_QUANTITY_PLAIN] = { CD_POS_NUM, "0" },
    [CD_QUANTITY_COUNT] = { CD_POS_NOUN, NULL },
    [CD_QUANTITY_MONEY] = { CD_POS_SYM, "$" },
    [CD_QUANTITY_PERCENT] = { CD_POS_SYM, "%" },
    [CD_QUANTITY_POINTS] = { CD_POS_NOUN, "points" },
    [CD_QUANTITY_PHYSICAL] = { CD_POS_NOUN, "miles" },
    [CD_QUANTITY_TEMPERATURE] = { CD_POS_NOUN, "degrees" },
    [CD_QUANTITY_DURATION] = { CD_POS_NOUN, "years" },
    [CD_QUANTITY_AGE] = { CD_POS_NUM, "0" },
    [CD_QUANTITY_RANK] = { CD_POS_NUM, "0" },
    [CD_QUANTITY_RATIO] = { CD_POS_NOUN, "half" },
    [CD_QUANTITY_MULTIPLE] = { CD_POS_NOUN, "times" },
    [CD_QUANTITY_FRACTION] = { CD_POS_NOUN, "half" },
    [CD_QUANTITY_SCORE] = { CD_POS_NUM, "0" },
};

static struct cd_node *
add_node(struct cd_syntax *s, size_t first, size_t end)
{
    const struct cd_token *tokens = s->reading->tokens.items;
    struct cd_node *node;

    s->nodes = cd_grow(s->nodes, &s->room, s->count + 1, sizeof(*s->nodes));
    node = &s->nodes[s->count++];
    *node = (struct cd_node){
        .first = first,
        .end = end,
        .span = { tokens[first].span.start, tokens[end - 1].span.end },
        .fold = tokens[end - 1].fold,
        .tag = s->tags[end - 1],
        .flags = tokens[end - 1].flags,
        .quantity = CD_NODE_NONE,
    };
    return node;
}

/* Where the words begin that belong to a quantity: with its hedge. */
static size_t
quantity_first(const struct cd_syntax *s, const struct cd_quantity *q)
{
    if (q->hedge < q->hedge_end && q->hedge_end == q->first &&
        s->tags[q->hedge] < CD_POS_VERB && s->tags[q->hedge] != CD_POS_AUX)
        return q->hedge;
    return q->first;
}

static void
add_quantity(struct cd_syntax *s, const struct cd_quantity *q, size_t index)
{
    const struct cd_token *tokens = s->reading->tokens.items;
    size_t first = quantity_first(s, q);
    uint8_t own = s->tags[q->end - 1];
    struct cd_node *node = add_node(s, first, q->end);

    node->quantity = (uint16_t)index;
    if (q->class == CD_QUANTITY_MULTIPLE && q->end == q->first + 1 &&
        own >= CD_POS_VERB) {
        node->tag = own;
        return;
    }
    node->tag = looks[q->class].tag;
    if (q->noun < q->noun_end)
        node->fold = tokens[q->noun_end - 1].fold;
    else if (looks[q->class].fold != NULL)
        node->fold = cd_str_of(looks[q->class].fold);
}

static void
add_nodes(struct cd_syntax *s)
{
    const struct cd_reading *reading = s->reading;
    size_t next = 0;

    s->count = 0;
    for (size_t at = 0; at < reading->tokens.count;) {
        while (next < reading->count && reading->items[next].end <= at)
            next++;
        if (next < reading->count &&
            at >= quantity_first(s, &reading->items[next])) {
            add_quantity(s, &reading->items[next], next);
            at = reading->items[next].end;
        } else {
            add_node(s, at, at + 1);
            at++;
        }
    }
}

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

static void
build_tree(struct cd_syntax *s)
{
    struct cd_tokens *tokens = &s->tokens;
    const struct cd_token *from = s->reading->tokens.items;

    tokens->count = 0;
    for (size_t i = 0; i < s->count; i++) {
        tokens->items = cd_grow(tokens->items, &tokens->room, i + 1,
                                sizeof(*tokens->items));
        tokens->items[i] = from[s->nodes[i].end - 1];
        tokens->items[i].fold = s->nodes[i].fold;
        if (s->nodes[i].quantity != CD_NODE_NONE)
            tokens->items[i].kind =
                s->nodes[i].tag == CD_POS_NUM ? CD_TOKEN_NUMBER : CD_TOKEN_WORD;
        s->tags[i] = s->nodes[i].tag; /* no token is behind its node */
    }
    tokens->count = s->count;
    s->heads =
        cd_grow(s->heads, &s->head_room, s->count + 1, sizeof(*s->heads));
    cd_tree_build(tokens, 0, s->count, s->tags, s->heads);
    for (size_t i = 0; i < s->count; i++)
        s->nodes[i].head = s->heads[i];
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
    add_nodes(syntax);
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

    while (i < syntax->count && i < first + 10 && cd_node_in_phrase(&n[i]) &&
           !cd_str_is(n[i].fold, "who") && !cd_str_is(n[i].fold, "that") &&
           !cd_str_is(n[i].fold, "which"))
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

/* "who", "which", "that" at the head of a relative clause. */
static bool
is_relative(const struct cd_node *node)
{
    return (node->tag == CD_POS_PRON || node->tag == CD_POS_DET ||
            node->tag == CD_POS_SCONJ) &&
           (cd_str_is(node->fold, "who") || cd_str_is(node->fold, "which") ||
            cd_str_is(node->fold, "that"));
}

static bool
is_time(const struct cd_node *node)
{
    return node->quantity == CD_NODE_NONE &&
           (cd_word_is(node->fold, CD_WORD_PERIOD) ||
            cd_word_is(node->fold, CD_WORD_DAY) ||
            cd_word_is(node->fold, CD_WORD_MONTH) ||
            cd_word_is(node->fold, CD_WORD_WHEN));
}

/* The child before the verb that can be its subject. */
static size_t
own_subject(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t best = CD_NODE_NONE;

    for (size_t i = n[verb].low; i < verb; i++) {
        if (n[i].head != verb ||
            !(cd_node_is_noun(&n[i]) || is_relative(&n[i])))
            continue;
        if (cd_syntax_case(s, i) != CD_NODE_NONE)
            continue;
        if (is_time(&n[i]) && best != CD_NODE_NONE)
            continue;
        best = i;
    }
    return best;
}

static bool
is_clitic(const struct cd_node *node)
{
    return node->tag == CD_POS_PART && node->fold.n > 0 &&
           (node->fold.p[0] == '\'' || cd_str_is(node->fold, "s"));
}

/* Words that are tagged as prepositions, but a clause begins behind them. */
static bool
opens_clause(const struct cd_node *node)
{
    static const char *const words[] = { "as",    "while",   "after", "before",
                                         "since", "because", "until", "than" };

    for (size_t i = 0; i < CD_COUNT(words); i++)
        if (cd_str_is(node->fold, words[i]))
            return true;
    return false;
}

/* Where "premiums (DWP)" ends without its brackets, if it ends before end. */
static size_t
before_brackets(const struct cd_syntax *s, size_t end)
{
    size_t i = end;

    if (i == 0 || !cd_str_is(s->nodes[i - 1].fold, ")"))
        return end;
    while (i > 0 && i + 8 > end && !cd_str_is(s->nodes[i].fold, "("))
        i--;
    return cd_str_is(s->nodes[i].fold, "(") ? i : end;
}

/* The first noun of "number of people in work" when it ends at node. */
static size_t
chain_start(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;

    for (int steps = 0; steps < CLIMB; steps++) {
        size_t i = node;
        bool joined = false;

        while (i > 0 && n[i - 1].quantity == CD_NODE_NONE &&
               (n[i - 1].tag == CD_POS_ADJ || n[i - 1].tag == CD_POS_DET ||
                n[i - 1].tag == CD_POS_NOUN || n[i - 1].tag == CD_POS_PROPN ||
                n[i - 1].tag == CD_POS_NUM || is_clitic(&n[i - 1]) ||
                (n[i - 1].tag == CD_POS_CCONJ && i > 1 &&
                 cd_node_is_noun(&n[i - 2])) ||
                cd_str_is(n[i - 1].fold, "-"))) {
            i--;
            joined = joined || n[i].tag == CD_POS_CCONJ;
        }
        if (i == 0 || n[i - 1].tag != CD_POS_ADP || opens_clause(&n[i - 1]))
            return node;
        i = before_brackets(s, i - 1);
        if (i < 1 || !cd_node_is_noun(&n[i - 1]))
            return joined ? node : CD_NODE_NONE;
        node = i - 1;
    }
    return node;
}

static size_t
phrase_start(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;

    while (node > 0 &&
           (n[node - 1].tag == CD_POS_ADJ || n[node - 1].tag == CD_POS_DET ||
            n[node - 1].tag == CD_POS_NOUN || n[node - 1].tag == CD_POS_PROPN ||
            n[node - 1].tag == CD_POS_NUM ||
            n[node - 1].quantity != CD_NODE_NONE || is_clitic(&n[node - 1]) ||
            cd_str_is(n[node - 1].fold, "-")))
        node--;
    return node;
}

/* The noun may be inside what restricts the subject: "customers who bypass the
 * counter", "participants practicing fasting". */
static size_t
leave_restriction(const struct cd_syntax *s, size_t noun)
{
    const struct cd_node *n = s->nodes;
    size_t first = phrase_start(s, noun), verb, i;

    if (first == 0 || !cd_node_is_verb(&n[first - 1]))
        return noun;
    verb = first - 1;
    if (n[verb].tag == CD_POS_VERB_ING && verb > 0 &&
        cd_node_is_noun(&n[verb - 1]) && n[verb - 1].tag != CD_POS_PRON)
        return chain_start(s, verb - 1);
    for (i = verb;
         i > 0 && (n[i - 1].tag == CD_POS_AUX || n[i - 1].tag == CD_POS_ADV);)
        i--;
    if (i > 1 && is_relative(&n[i - 1]) && cd_node_is_noun(&n[i - 2]))
        return chain_start(s, i - 2);
    return noun;
}

/* "Hybrids, which combine both, have": the noun before the first comma. */
static size_t
leave_aside(const struct cd_syntax *s, size_t comma)
{
    const struct cd_node *n = s->nodes;
    size_t last = CD_NODE_NONE;

    for (size_t i = comma; i-- > 1 && i + 24 > comma;) {
        if (cd_str_is(n[i].fold, ";") || cd_str_is(n[i].fold, "."))
            break;
        if (!cd_str_is(n[i].fold, ",") || !cd_node_is_noun(&n[i - 1]))
            continue;
        if (is_relative(&n[i + 1]))
            return chain_start(s, i - 1);
        if (last == CD_NODE_NONE && i + 1 < comma)
            last = chain_start(s, i - 1);
    }
    return last;
}

/* Companies of "companies such as A, B and C", whose C is at node. */
static size_t
list_head(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;
    size_t i = node;

    while (i > 0 && i + 24 > node &&
           (n[i - 1].tag == CD_POS_PROPN || n[i - 1].tag == CD_POS_NOUN ||
            n[i - 1].tag == CD_POS_ADJ || n[i - 1].tag == CD_POS_CCONJ ||
            n[i - 1].tag == CD_POS_DET || cd_str_is(n[i - 1].fold, ",")) &&
           !cd_str_is(n[i - 1].fold, "such"))
        i--;
    if (i > 2 && cd_str_is(n[i - 1].fold, "as") &&
        cd_str_is(n[i - 2].fold, "such"))
        i -= 2;
    else if (i > 1 && cd_str_is(n[i - 1].fold, "including"))
        i--;
    else
        return CD_NODE_NONE;
    if (i > 1 && cd_str_is(n[i - 1].fold, ","))
        i--;
    return cd_node_is_noun(&n[i - 1]) ? i - 1 : CD_NODE_NONE;
}

/* The subject by position alone: what stands right before the verb group. */
static size_t
subject_beside(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t i = verb, noun;

    if (verb > 0 && cd_str_is(n[verb - 1].fold, "to"))
        return CD_NODE_NONE;
    while (i > 0 &&
           (n[i - 1].tag == CD_POS_AUX || n[i - 1].tag == CD_POS_ADV ||
            cd_str_is(n[i - 1].fold, "not") || cd_str_is(n[i - 1].fold, "n't")))
        i--;
    if (i == 0)
        return CD_NODE_NONE;
    if (i == verb &&
        (n[verb].tag == CD_POS_VERB_ING || n[verb].tag == CD_POS_VERB_DONE))
        return n[i - 1].tag == CD_POS_NOUN && !is_time(&n[i - 1])
                   ? i - 1 /* "a loss amounting to" */
                   : CD_NODE_NONE;
    i = before_brackets(s, i);
    if (i > 1 && n[i - 1].tag == CD_POS_VERB_DONE && cd_node_is_noun(&n[i - 2]))
        i--; /* "net premiums written totaled" */
    if (i == 0)
        return CD_NODE_NONE;
    if (cd_str_is(n[i - 1].fold, ","))
        return leave_aside(s, i - 1);
    if (is_relative(&n[i - 1]))
        return i - 1;
    if (!cd_node_is_noun(&n[i - 1]) || is_time(&n[i - 1]))
        return CD_NODE_NONE;
    if (list_head(s, i - 1) != CD_NODE_NONE)
        return list_head(s, i - 1);
    noun = chain_start(s, i - 1);
    return noun != CD_NODE_NONE ? leave_restriction(s, noun) : noun;
}

/* The noun that a relative pronoun stands for: its clause's head, or the last
 * noun before it. */
static size_t
antecedent(const struct cd_syntax *s, size_t verb, size_t pronoun)
{
    const struct cd_node *n = s->nodes;
    size_t head = n[verb].head;

    if (pronoun > 0 && cd_node_is_noun(&n[pronoun - 1]))
        return pronoun - 1;
    if (head != CD_NODE_NONE && head < pronoun && cd_node_is_noun(&n[head]))
        return head;
    for (size_t i = pronoun; i-- > 0;)
        if (cd_node_is_noun(&n[i]) && n[i].tag != CD_POS_PRON)
            return i;
    return CD_NODE_NONE;
}

/* The object between a verb and the infinitive that it governs: rents in
 * "expect rents to rise". */
static size_t
raised_object(const struct cd_syntax *s, size_t governor, size_t verb)
{
    const struct cd_node *n = s->nodes;

    for (size_t i = verb; i-- > governor + 1;)
        if (n[i].head == governor && cd_node_is_noun(&n[i]) &&
            cd_syntax_case(s, i) == CD_NODE_NONE && !is_time(&n[i]))
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

/* A finite verb that begins a clause of its own after a conjunction. */
static bool
subordinate(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;

    for (size_t i = n[verb].low; i < verb; i++)
        if (n[i].head == verb && n[i].tag == CD_POS_SCONJ)
            return true;
    return false;
}

/* One step from a verb without a subject of its own to where it may have one:
 * a noun is the answer, a verb is asked next. */
static size_t
step(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t head = n[verb].head, object;

    if (head == CD_NODE_NONE)
        return CD_NODE_NONE;
    if (!cd_node_is_verb(&n[head])) {
        if (cd_node_is_noun(&n[head]) && head < verb && !is_joined(s, verb) &&
            n[verb].tag != CD_POS_VERB)
            return head;
        if (own_subject(s, head) != CD_NODE_NONE)
            return own_subject(s, head);
        return cd_syntax_verb(s, head);
    }
    if (head < verb && !is_joined(s, verb) && !subordinate(s, verb) &&
        n[verb].tag == CD_POS_VERB) {
        object = raised_object(s, head, verb);
        if (object != CD_NODE_NONE)
            return object;
    }
    return head;
}

static bool
is_finite(const struct cd_node *node)
{
    return node->tag == CD_POS_VERB_PAST || node->tag == CD_POS_VERB_S ||
           node->tag == CD_POS_AUX || node->tag == CD_POS_VERB;
}

/* The verb before that a verb without a subject shares it with, by position:
 * ", pinning", "and returned", "to pay". */
static size_t
verb_to_share(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t i = verb;

    while (i > 0 && (n[i - 1].tag == CD_POS_ADV || n[i - 1].tag == CD_POS_AUX))
        i--;
    if (i == 0)
        return CD_NODE_NONE;
    if (!(n[i - 1].tag == CD_POS_CCONJ && is_finite(&n[verb])) &&
        !(cd_str_is(n[i - 1].fold, ",") && n[verb].tag == CD_POS_VERB_ING))
        return CD_NODE_NONE;
    for (i--; i > 0; i--) {
        if (cd_str_is(n[i - 1].fold, ";"))
            break;
        if (is_finite(&n[i - 1]) && !(i > 1 && cd_str_is(n[i - 2].fold, "to")))
            return i - 1;
    }
    return CD_NODE_NONE;
}

size_t
cd_syntax_subject(const struct cd_syntax *syntax, size_t verb)
{
    const struct cd_node *n = syntax->nodes;

    for (int steps = 0; verb != CD_NODE_NONE && steps < CLIMB; steps++) {
        size_t subject = subject_beside(syntax, verb);

        if (subject == CD_NODE_NONE)
            subject = own_subject(syntax, verb);
        if (subject != CD_NODE_NONE && is_relative(&syntax->nodes[subject]))
            return antecedent(syntax, verb, subject);
        if (subject != CD_NODE_NONE)
            return subject;
        if (verb_to_share(syntax, verb) != CD_NODE_NONE) {
            verb = verb_to_share(syntax, verb);
            continue;
        }
        verb = step(syntax, verb);
        if (verb != CD_NODE_NONE && n[verb].tag != CD_POS_AUX &&
            !cd_node_is_verb(&syntax->nodes[verb]))
            return verb;
    }
    return CD_NODE_NONE;
}

size_t
cd_syntax_object(const struct cd_syntax *syntax, size_t verb)
{
    const struct cd_node *n = syntax->nodes;

    for (size_t i = verb + 1; i < n[verb].high; i++)
        if (n[i].head == verb && n[i].quantity == CD_NODE_NONE &&
            cd_node_is_noun(&n[i]) && !is_time(&n[i]) &&
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
            n[i - 1].quantity != CD_NODE_NONE || cd_str_is(n[i - 1].fold, "-")))
        i--;
    if (i == 0)
        return CD_NODE_NONE;
    for (size_t p = 0; p < CD_COUNT(pronouns); p++)
        if (cd_str_is(n[i - 1].fold, pronouns[p]))
            return i - 1;
    if (i > 1 && is_clitic(&n[i - 1]) && cd_node_is_noun(&n[i - 2]))
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
