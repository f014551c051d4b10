/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The subject of a verb: by position first, then by the tree.
 */
#include "nlp/attach/clause.h"
#include "nlp/attach/subject_part.h"
#include "nlp/word/word.h"

enum {
    CLIMB = 12,        /* steps that a search may take */
    PHRASE_MAX = 24,   /* nodes of a noun phrase */
    ASIDE_MAX = 32,    /* nodes in brackets or between dashes */
    TOPIC_BEFORE = 64, /* node before which the main verb stands */
};

/* Words that are tagged as prepositions, but a clause begins behind them. */
static bool
opens_clause(const struct cd_node *node)
{
    static const char *const words[] = { "as",     "while", "after",
                                         "before", "since", "because",
                                         "until",  "than",  "whilst" };

    return cd_str_among(node->fold, words, CD_COUNT(words));
}

/* Where "premiums (DWP)" or "market - or two -" ends without its aside, if it
 * ends before end. */
static size_t
before_brackets(const struct cd_syntax *s, size_t end)
{
    const struct cd_node *n = s->nodes;
    bool dash;
    size_t i = end;

    if (i == 0)
        return end;
    dash = cd_node_is_dash(&n[i - 1]);
    if (!dash && !cd_str_is(n[i - 1].fold, ")"))
        return end;
    for (i--; i > 0 && i + ASIDE_MAX > end; i--)
        if (dash ? cd_node_is_dash(&n[i - 1]) : cd_str_is(n[i - 1].fold, "("))
            return i - 1;
    return end;
}

bool
cd_subject_is_measure(const struct cd_syntax *s, size_t node)
{
    uint16_t quantity = s->nodes[node].quantity;

    return quantity != CD_NODE_NONE &&
           (s->reading->items[quantity].class == CD_QUANTITY_MONEY ||
            s->reading->items[quantity].class == CD_QUANTITY_PHYSICAL);
}

/* that of "deaths from that strike" */
static bool
points(const struct cd_syntax *s, size_t that)
{
    static const char *const words[] = { "of",   "from", "in", "by",
                                         "with", "at",   "for" };

    for (size_t i = 0; that > 0 && i < CD_COUNT(words); i++)
        if (cd_str_is(s->nodes[that - 1].fold, words[i]))
            return true;
    return false;
}

/* The first noun of "number of people in work" when it ends at node. */
static size_t
chain_start(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;

    for (int steps = 0; steps < CLIMB; steps++) {
        size_t i = node;
        bool joined = false;

        while (i > 0 && i + PHRASE_MAX > node &&
               n[i - 1].quantity == CD_NODE_NONE &&
               (!cd_str_is(n[i - 1].fold, "that") || points(s, i - 1)) &&
               (n[i - 1].tag == CD_POS_ADJ || n[i - 1].tag == CD_POS_DET ||
                n[i - 1].tag == CD_POS_NOUN || n[i - 1].tag == CD_POS_PROPN ||
                n[i - 1].tag == CD_POS_NUM || cd_node_is_clitic(&n[i - 1]) ||
                (n[i - 1].tag == CD_POS_CCONJ && i > 1 &&
                 cd_node_is_noun(&n[i - 2])) ||
                (n[i - 1].tag == CD_POS_VERB_ING && i > 1 &&
                 cd_str_is(n[i - 2].fold, "of")) || /* "of leading signs" */
                cd_str_is(n[i - 1].fold, "-"))) {
            i--;
            joined = joined || n[i].tag == CD_POS_CCONJ;
        }
        if (i == 0 || n[i - 1].tag != CD_POS_ADP ||
            (opens_clause(&n[i - 1]) && !cd_clause_is_time(s, node)) ||
            (cd_str_is(n[i - 1].fold, "with") &&
             (i == 1 || n[i - 2].tag == CD_POS_PUNCT ||
              n[i - 2].tag == CD_POS_SCONJ || n[i - 2].tag == CD_POS_CCONJ)))
            return node;
        i = before_brackets(s, i - 1);
        if (i > 0 && cd_str_is(n[i].fold, "of") && n[i - 1].tag == CD_POS_DET)
            return node; /* "some of the girls" */
        if (i > 1 && n[i - 1].tag == CD_POS_ADJ && cd_node_is_noun(&n[i - 2]))
            i--; /* "deaths due to" */
        else if (i > 1 && n[i - 1].tag == CD_POS_VERB_ING &&
                 cd_node_is_noun(&n[i - 2]))
            i--; /* "patients waiting for" */
        if (i > 0 && cd_subject_is_measure(s, i - 1))
            return node; /* "under $100 with some models" */
        if (i < 1 || !cd_node_is_noun(&n[i - 1]))
            return joined ? node : CD_NODE_NONE;
        node = i - 1;
    }
    return node;
}

/* The noun may be inside what restricts the subject: "customers who bypass the
 * counter", "participants practicing fasting". */
static size_t
leave_restriction(const struct cd_syntax *s, size_t noun)
{
    const struct cd_node *n = s->nodes;
    size_t first = cd_clause_phrase(s, noun), verb, i;

    if (first == 0 || !cd_node_is_verb(&n[first - 1]))
        return noun;
    verb = first - 1;
    if (n[verb].tag == CD_POS_VERB_ING && verb > 0 &&
        cd_node_is_noun(&n[verb - 1]) && n[verb - 1].tag != CD_POS_PRON)
        return chain_start(s, verb - 1);
    for (i = verb;
         i > 0 && (n[i - 1].tag == CD_POS_AUX || n[i - 1].tag == CD_POS_ADV);)
        i--;
    if (i > 1 && cd_clause_is_relative(&n[i - 1]) && cd_node_is_noun(&n[i - 2]))
        return chain_start(s, i - 2);
    return noun;
}

/* "Feb. 16, 2023" */
static bool
is_date(const struct cd_node *node)
{
    return node->tag == CD_POS_PROPN && cd_node_is_time(node);
}

/* "Hybrids, which combine both, have": the noun before the first comma. */
static size_t
leave_aside(const struct cd_syntax *s, size_t comma)
{
    const struct cd_node *n = s->nodes;
    size_t last = CD_NODE_NONE;

    for (size_t i = comma; i-- > 1 && i + 24 > comma;) {
        size_t end = before_brackets(s, i);

        if (cd_str_is(n[i].fold, ";") || cd_str_is(n[i].fold, "."))
            break;
        if (!cd_str_is(n[i].fold, ",") || end == 0 ||
            !cd_node_is_noun(&n[end - 1]) || is_date(&n[end - 1]))
            continue;
        if (cd_clause_is_relative(&n[i + 1]))
            return chain_start(s, end - 1);
        if (last == CD_NODE_NONE && i + 1 < comma)
            last = chain_start(s, end - 1);
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

/* The first noun of the chain that ends at node, or node itself. */
static size_t
chain_or(const struct cd_syntax *s, size_t node)
{
    size_t noun = chain_start(s, node);

    return noun != CD_NODE_NONE ? noun : node;
}

/* women of "women are likelier than men to", whose "than" is at node than. */
static size_t
subject_before_copula(const struct cd_syntax *s, size_t than)
{
    const struct cd_node *n = s->nodes;
    size_t i = than;

    while (i > 0 && (n[i - 1].tag == CD_POS_ADJ || n[i - 1].tag == CD_POS_ADV))
        i--;
    while (i > 0 && (n[i - 1].tag == CD_POS_AUX || n[i - 1].tag == CD_POS_ADV))
        i--;
    if (i == 0 || i == than || !cd_node_is_noun(&n[i - 1]))
        return CD_NODE_NONE;
    i = chain_or(s, i - 1);
    return leave_restriction(s, i);
}

static size_t subject_beside(const struct cd_syntax *s, size_t verb);

/* rents of "expect rents to rise", whose "to" is at node to. */
static size_t
raised_beside(const struct cd_syntax *s, size_t to)
{
    const struct cd_node *n = s->nodes;
    size_t noun, first;

    if (to > 1 && n[to - 1].tag == CD_POS_VERB_DONE &&
        n[to - 2].tag == CD_POS_AUX) /* "the rate is expected to" */
        return subject_beside(s, to - 1);
    if (cd_clause_is_course(s, to))
        return subject_beside(s, to - 2);
    if (to == 0 || !cd_node_is_noun(&n[to - 1]) || cd_node_is_time(&n[to - 1]))
        return CD_NODE_NONE;
    noun = chain_start(s, to - 1);
    if (noun == CD_NODE_NONE)
        return CD_NODE_NONE;
    first = cd_clause_phrase(s, noun);
    if (first > 0 && cd_str_is(n[first - 1].fold, "than"))
        return subject_before_copula(s, first - 1);
    return first > 0 && (cd_word_is(n[first - 1].fold, CD_WORD_FORECAST) ||
                         cd_clause_causes(n[first - 1].fold, true))
               ? noun
               : CD_NODE_NONE;
}

static bool
points_in_time(struct cd_str fold)
{
    static const char *const words[] = { "last", "this", "next", "earlier" };

    return cd_str_among(fold, words, CD_COUNT(words));
}

/* Behind Soroses of "the Soroses last month gave", or end. */
static size_t
before_time(const struct cd_syntax *s, size_t end)
{
    const struct cd_node *n = s->nodes;
    size_t at = end;

    while (at > 0 && cd_node_is_time(&n[at - 1]))
        at--;
    while (at < end && at > 0 && points_in_time(n[at - 1].fold))
        at--;
    return at < end && at > 0 && n[at - 1].quantity == CD_NODE_NONE &&
                   (n[at - 1].tag == CD_POS_NOUN ||
                    n[at - 1].tag == CD_POS_PROPN)
               ? at
               : end;
}

/* Tarn of "with Tarn falling to 3". */
static bool
is_with_name(const struct cd_syntax *s, size_t node)
{
    size_t first = cd_clause_phrase(s, node);

    return s->nodes[node].tag == CD_POS_PROPN && first > 0 &&
           cd_str_is(s->nodes[first - 1].fold, "with");
}

/* Has the verb of "let rents rise" its own subject, which restricts no noun
 * before it?  "Saw sales rise" are the sales of who saw it. */
static bool
is_caused(const struct cd_syntax *s, size_t verb)
{
    const char *cause = cd_clause_cause(s, verb);

    return cause != NULL && strcmp(cause, "owner") != 0;
}

/* The subject by position alone: what stands right before the verb group. */
static size_t
subject_beside(const struct cd_syntax *s, size_t verb)
{
    const struct cd_node *n = s->nodes;
    size_t i = verb, noun;

    if (verb > 0 && cd_str_is(n[verb - 1].fold, "to"))
        return raised_beside(s, verb - 1);
    if (cd_str_is(n[verb].fold, "ranging") ||
        cd_str_is(n[verb].fold, "varying")) { /* "claims, ranging from" */
        i -= i > 1 && cd_str_is(n[i - 1].fold, ",");
        return i > 0 && cd_node_is_noun(&n[i - 1]) ? i - 1 : CD_NODE_NONE;
    }
    while (i > 0 &&
           (n[i - 1].tag == CD_POS_AUX || n[i - 1].tag == CD_POS_ADV ||
            cd_str_is(n[i - 1].fold, "have") ||
            cd_str_is(n[i - 1].fold, "not") || cd_str_is(n[i - 1].fold, "n't")))
        i--;
    if (i == 0)
        return CD_NODE_NONE;
    if (cd_str_is(n[i - 1].fold, "to"))
        return raised_beside(s, i - 1);
    if (i == verb && n[verb].tag == CD_POS_VERB_DONE &&
        cd_word_is(n[verb].fold, CD_WORD_LOCATE)) { /* "a house, located in" */
        i -= i > 1 && cd_str_is(n[i - 1].fold, ",");
        return cd_node_is_noun(&n[i - 1]) ? i - 1 : CD_NODE_NONE;
    }
    if (i == verb &&
        (n[verb].tag == CD_POS_VERB_ING || n[verb].tag == CD_POS_VERB_DONE))
        return (n[i - 1].tag == CD_POS_NOUN || is_with_name(s, i - 1)) &&
                       !cd_node_is_time(&n[i - 1]) &&
                       n[i - 1].quantity == CD_NODE_NONE
                   ? chain_or(s, i - 1) /* "a loss amounting to" */
                   : CD_NODE_NONE;
    i = before_time(s, before_brackets(s, i));
    if (i > 1 && n[i - 1].tag == CD_POS_VERB_DONE && cd_node_is_noun(&n[i - 2]))
        i--; /* "net premiums written totaled" */
    if (i == 0)
        return CD_NODE_NONE;
    if (cd_str_is(n[i - 1].fold, ","))
        return leave_aside(s, i - 1);
    if (cd_clause_is_relative(&n[i - 1]))
        return i - 1;
    if (!cd_node_is_noun(&n[i - 1]))
        return CD_NODE_NONE;
    if (cd_clause_is_time(s, i - 1)) { /* "revenue in the quarter rose" */
        noun = chain_start(s, i - 1);
        return noun != CD_NODE_NONE && !cd_clause_is_time(s, noun)
                   ? leave_restriction(s, noun)
                   : CD_NODE_NONE;
    }
    if (list_head(s, i - 1) != CD_NODE_NONE)
        return list_head(s, i - 1);
    noun = chain_start(s, i - 1);
    if (is_caused(s, verb))
        return noun;
    return noun != CD_NODE_NONE ? leave_restriction(s, noun) : noun;
}

/* Watson of "Ann Watson, from Hull, who": a place between commas is nobody. */
static size_t
leave_origin(const struct cd_syntax *s, size_t noun, size_t pronoun)
{
    const struct cd_node *n = s->nodes;
    size_t first = cd_clause_phrase(s, noun);

    return cd_str_is(n[pronoun].fold, "who") && first > 2 &&
                   n[first - 1].tag == CD_POS_ADP &&
                   cd_str_is(n[first - 2].fold, ",") &&
                   cd_node_is_noun(&n[first - 3])
               ? first - 3
               : noun;
}

/* Tarn of "Tarn, the oldest mill, which": whom the noun before the pronoun says
 * more of; or the noun. */
static size_t
apposed(const struct cd_syntax *s, size_t noun)
{
    const struct cd_node *n = s->nodes;
    size_t first = cd_clause_phrase(s, noun);

    return first > 1 && n[noun].tag == CD_POS_NOUN &&
                   n[first].tag == CD_POS_DET &&
                   cd_str_is(n[first - 1].fold, ",") &&
                   n[first - 2].tag == CD_POS_PROPN
               ? first - 2
               : noun;
}

static bool
is_plural(const struct cd_node *node)
{
    return node->tag == CD_POS_NOUN && cd_str_ends(node->fold, CD_STR("s")) &&
           !cd_str_ends(node->fold, CD_STR("ss"));
}

/* maker of "a maker of pumps that employs 40": a verb in the singular is not
 * said of the plural before it. */
static size_t
agreeing(const struct cd_syntax *s, size_t verb, size_t noun)
{
    size_t first;

    if (s->nodes[verb].tag != CD_POS_VERB_S || !is_plural(&s->nodes[noun]))
        return noun;
    first = chain_start(s, noun);
    return first < noun && s->nodes[first].tag == CD_POS_NOUN &&
                   !is_plural(&s->nodes[first])
               ? first
               : noun;
}

/* The noun that a relative pronoun stands for: its clause's head, or the last
 * noun before it. */
static size_t
antecedent(const struct cd_syntax *s, size_t verb, size_t pronoun)
{
    const struct cd_node *n = s->nodes;
    size_t head = n[verb].head, end = pronoun, at;

    end -= end > 0 && cd_str_is(n[end - 1].fold, ",");
    at = before_brackets(s, end);
    if (at == end)
        at = pronoun;
    if (at > 0 && cd_node_is_noun(&n[at - 1])) /* "Ford (F), which" */
        return apposed(s, agreeing(s, verb, at - 1));
    if (head != CD_NODE_NONE && head < pronoun && cd_node_is_noun(&n[head]) &&
        !cd_subject_is_measure(s, head))
        return leave_origin(s, head, pronoun);
    for (size_t i = pronoun; i-- > 0;)
        if (cd_node_is_noun(&n[i]) && n[i].tag != CD_POS_PRON)
            return leave_origin(s, i, pronoun);
    return CD_NODE_NONE;
}

size_t
cd_syntax_subject(const struct cd_syntax *syntax, size_t verb)
{
    const struct cd_node *n = syntax->nodes;
    size_t headline = cd_clause_headline(syntax, verb);

    if (headline != CD_NODE_NONE)
        return headline;
    for (int steps = 0; verb != CD_NODE_NONE && steps < CLIMB; steps++) {
        size_t subject = subject_beside(syntax, verb);

        if (subject == CD_NODE_NONE && !cd_clause_shares(syntax, verb) &&
            !cd_clause_continues(syntax, verb))
            subject = cd_subject_own(syntax, verb);
        if (subject != CD_NODE_NONE &&
            cd_clause_is_relative(&syntax->nodes[subject]))
            return antecedent(syntax, verb, subject);
        if (subject != CD_NODE_NONE)
            return subject;
        if (cd_clause_shared_verb(syntax, verb) != CD_NODE_NONE) {
            verb = cd_clause_shared_verb(syntax, verb);
            continue;
        }
        verb = cd_subject_step(syntax, verb);
        if (verb != CD_NODE_NONE && n[verb].tag != CD_POS_AUX &&
            !cd_node_is_verb(&syntax->nodes[verb]))
            return verb;
    }
    return CD_NODE_NONE;
}

size_t
cd_syntax_topic(const struct cd_syntax *syntax, size_t *verb)
{
    const struct cd_node *n = syntax->nodes;

    for (size_t i = 1; i < syntax->count && i < TOPIC_BEFORE; i++) {
        size_t subject;

        if (!cd_clause_is_finite(&n[i]) || cd_clause_restricts(syntax, i) ||
            cd_word_is(n[i].fold, CD_WORD_REPORT))
            continue;
        subject = subject_beside(syntax, i);
        if (subject == CD_NODE_NONE || n[subject].tag == CD_POS_PRON)
            continue;
        *verb = i;
        return n[subject].quantity == CD_NODE_NONE ? subject : CD_NODE_NONE;
    }
    return CD_NODE_NONE;
}
