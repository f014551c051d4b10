/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/view.h"

#include "nlp/attach/clause.h"
#include "nlp/word/word.h"

bool
cd_view_measures(const struct cd_view *v, size_t node)
{
    return cd_word_is(cd_view_fold_of(v, node), CD_WORD_MEASURE) ||
           cd_word_is(cd_view_fold_of(v, node), CD_WORD_MOVENOUN) ||
           cd_word_is(cd_view_fold_of(v, node), CD_WORD_PLACEHOLDER);
}

bool
cd_view_is_share(const struct cd_view *v)
{
    return cd_view_is_class(v, CD_QUANTITY_PERCENT) ||
           cd_view_is_class(v, CD_QUANTITY_FRACTION) ||
           cd_view_is_class(v, CD_QUANTITY_RATIO);
}

/* The counted noun phrase: "hardworking employees" of "120 ...". */
static struct cd_str
counted_by(const struct cd_view *v, const struct cd_quantity *q)
{
    const struct cd_token *tokens = v->s->reading->tokens.items;
    size_t first = q->number_end > q->first && q->number_end < q->noun_end
                       ? q->number_end
                       : q->noun;

    if (q->noun >= q->noun_end && q->class == CD_QUANTITY_RATIO &&
        q->end > q->number_end && tokens[q->end - 1].kind == CD_TOKEN_WORD)
        return cd_str_sub(v->s->text, tokens[q->end - 1].span.start,
                          tokens[q->end - 1].span.end); /* "7 in 10 men" */
    if (q->noun >= q->noun_end)
        return (struct cd_str){ NULL, 0 };
    if (cd_token_is(&tokens[first], "or"))
        first = q->noun; /* "200 or so leaders" */
    while (first + 1 < q->noun_end && (tokens[first].kind == CD_TOKEN_SIGN ||
                                       cd_token_is(&tokens[first], "of")))
        first++;
    return cd_str_sub(v->s->text, tokens[first].span.start,
                      tokens[q->noun_end - 1].span.end);
}

struct cd_str
cd_view_counted(const struct cd_view *v)
{
    return counted_by(v, v->b->quantity);
}

/* The same of another quantity, with what restricts it. */
static struct cd_str
counted_fully(const struct cd_view *v, size_t node)
{
    const struct cd_node *n = &v->s->nodes[node];
    struct cd_str full = cd_phrase_full(v->s, node);
    struct cd_str noun = counted_by(v, &v->s->reading->items[n->quantity]);

    if (noun.p == NULL && node + 2 < v->s->count &&
        cd_str_is(n[1].fold, "of") &&
        cd_syntax_phrase_last(v->s, node + 2) != CD_NODE_NONE)
        return cd_phrase_noun(v->s, cd_syntax_phrase_last(v->s, node + 2));

    if (noun.p != NULL && full.p != NULL && full.p + full.n < noun.p)
        return noun; /* "two of the three defendants" */
    if (noun.p == NULL || full.p == NULL)
        return cd_phrase_noun(v->s, node);
    return (struct cd_str){ noun.p, (size_t)(full.p + full.n - noun.p) };
}

/* Is it inside the subject: customers of "satisfaction among customers who"? */
static bool
within_doer(const struct cd_view *v, size_t node)
{
    size_t subject = v->b->verb != CD_NODE_NONE
                         ? cd_syntax_subject(v->s, v->b->verb)
                         : CD_NODE_NONE;

    return subject != CD_NODE_NONE && subject < node && node < v->b->verb &&
           v->s->nodes[node].tag != CD_POS_PRON;
}

/* The subject with all its words up to the first finite verb behind it. */
static struct cd_str
until_verb(const struct cd_view *v, size_t subject)
{
    const struct cd_node *n = v->s->nodes;

    if (within_doer(v, subject))
        return cd_phrase_until(v->s, subject, v->b->verb);
    for (size_t i = subject + 1; i <= v->b->verb; i++)
        if (cd_syntax_subject(v->s, i) == subject &&
            !cd_clause_restricts(v->s, i) &&
            (n[i].tag == CD_POS_VERB_PAST || n[i].tag == CD_POS_VERB_S ||
             n[i].tag == CD_POS_VERB || n[i].tag == CD_POS_VERB_DONE ||
             n[i].tag == CD_POS_AUX))
            return cd_phrase_until(v->s, subject, i);
    return cd_phrase_full(v->s, subject);
}

bool
cd_view_is_doer(const struct cd_view *v, size_t node)
{
    return v->b->verb != CD_NODE_NONE && node < v->b->verb &&
           v->s->nodes[node].tag != CD_POS_PRON &&
           cd_syntax_subject(v->s, v->b->verb) == node;
}

/* Does a preposition govern the phrase that ends at node: "In Norland"? */
static bool
is_placed(const struct cd_syntax *s, size_t node)
{
    size_t first = cd_clause_phrase(s, node);

    return first > 0 && s->nodes[first - 1].tag == CD_POS_ADP;
}

/* The noun that "a greenhouse gas" of "nitrous oxide, a greenhouse gas" says
 * more of, or the noun itself; after "the" only of a name. */
static size_t
named_by(const struct cd_view *v, size_t noun)
{
    const struct cd_node *n = v->s->nodes;
    size_t first = noun;
    bool open;

    while (first > 0 && noun - first < 8 &&
           (n[first - 1].tag == CD_POS_ADJ || n[first - 1].tag == CD_POS_NOUN ||
            n[first - 1].tag == CD_POS_VERB_ING ||
            n[first - 1].quantity != CD_NODE_NONE ||
            cd_str_is(n[first - 1].fold, "-")))
        first--;
    if (first < 3 || n[first - 1].tag != CD_POS_DET ||
        !cd_str_is(n[first - 2].fold, ",") || n[noun].tag != CD_POS_NOUN)
        return noun;
    open =
        cd_str_is(n[first - 1].fold, "a") || cd_str_is(n[first - 1].fold, "an");
    if (!open && !cd_str_is(n[first - 1].fold, "the"))
        return noun;
    if (cd_node_is_time(&n[first - 3]) || is_placed(v->s, first - 3))
        return noun; /* "In Norland, a jury" */
    return n[first - 3].tag == CD_POS_PROPN ||
                   (open && n[first - 3].tag == CD_POS_NOUN && first >= 4 &&
                    n[first - 4].tag == CD_POS_ADJ)
               ? first - 3
               : noun;
}

/* Does the quantity stand in the relative clause of the noun: "a war that has
 * killed 300"?  Then the clause is no part of the name. */
static bool
holds_clause(const struct cd_view *v, size_t noun)
{
    const struct cd_node *n = v->s->nodes;
    size_t verb = v->b->verb, first = verb;

    if (verb == CD_NODE_NONE || noun + 1 >= verb || verb > v->b->node ||
        n[noun].quantity != CD_NODE_NONE ||
        !cd_clause_is_relative(&n[noun + 1]) ||
        cd_syntax_subject(v->s, verb) != noun)
        return false;
    while (first > noun &&
           (n[first - 1].tag == CD_POS_AUX || n[first - 1].tag == CD_POS_ADV))
        first--;
    if (n[first - 1].tag == CD_POS_CCONJ)
        return true;
    for (size_t i = noun + 2; i < first; i++)
        if (cd_node_is_verb(&n[i]))
            return false; /* "those who buy both can save 40%" */
    return true;
}

/* A noun as the subject: with a list of names for "companies such as". */
struct cd_bearer
cd_view_named(const struct cd_view *v, size_t node, struct cd_str property)
{
    struct cd_str subject;

    if (node == CD_NODE_NONE)
        return (struct cd_bearer){ { NULL, 0 }, CD_NODE_NONE, property };
    node = named_by(v, node);
    if (holds_clause(v, node))
        return (struct cd_bearer){ cd_phrase_noun(v->s, node), node, property };
    subject = cd_phrase_members(v->s, node);
    if (subject.p == NULL)
        subject = v->s->nodes[node].quantity != CD_NODE_NONE
                      ? counted_fully(v, node)
                  : cd_view_is_doer(v, node) || within_doer(v, node)
                      ? until_verb(v, node)
                      : cd_phrase_full(v->s, node);
    return (struct cd_bearer){ subject, node, property };
}

/* The first node of the noun's words that is not a name: shares in "Nvidia
 * shares" and "Orsk-Vel shares"; the noun itself if its words are all names,
 * first if a hyphen makes the name part of a word: "U.S.-listed shares". */
static size_t
behind_name(const struct cd_view *v, size_t noun, size_t first)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = first;

    while (at < noun && n[at].tag == CD_POS_PROPN) {
        if (!cd_phrase_is_joined(v->s, at)) {
            at++;
            continue;
        }
        if (cd_node_is_time(&n[at]))
            break; /* "Orsk April-June profit" */
        if (n[at + 2].tag != CD_POS_PROPN && n[at + 2].tag != CD_POS_NUM)
            return first;
        at += n[at + 2].tag == CD_POS_NUM ? 3 : 2;
    }
    return at > first && at <= noun ? at : first;
}

struct cd_str
cd_view_span_text(const struct cd_view *v, size_t first, size_t end)
{
    if (first >= end)
        return (struct cd_str){ NULL, 0 };
    return cd_str_sub(v->s->text, v->s->nodes[first].span.start,
                      v->s->nodes[end - 1].span.end);
}

/* "Dow Jones Industrial Average", where the sentence has no other capitals. */
static bool
is_proper(const struct cd_view *v, size_t first, size_t noun)
{
    const struct cd_node *n = v->s->nodes;
    size_t verb = v->b->verb;

    if (first == noun || verb == CD_NODE_NONE ||
        (n[verb].flags & CD_TOKEN_CAPITAL) != 0)
        return false;
    for (size_t i = first; i <= noun; i++)
        if ((n[i].flags & CD_TOKEN_CAPITAL) == 0 && n[i].tag != CD_POS_PUNCT &&
            n[i].tag != CD_POS_NUM)
            return false;
    return true;
}

size_t
cd_view_complement_by(const struct cd_view *v, size_t noun,
                      const char *preposition)
{
    size_t node = cd_syntax_complement(v->s, noun, preposition);

    if (node != CD_NODE_NONE && node > noun + 3 &&
        cd_node_is_time(&v->s->nodes[node]) &&
        v->s->nodes[node - 1].tag == CD_POS_DET &&
        v->s->nodes[node - 2].tag == CD_POS_NOUN)
        node -= 2; /* "number of bank failures this year" */
    if (node == CD_NODE_NONE || v->s->nodes[node].quantity != CD_NODE_NONE ||
        cd_word_is(cd_view_fold_of(v, node), CD_WORD_PERIOD) ||
        cd_word_is(cd_view_fold_of(v, node), CD_WORD_MONTH) ||
        v->s->nodes[node].tag == CD_POS_NUM)
        return CD_NODE_NONE;
    return node;
}

size_t
cd_view_complement(const struct cd_view *v, size_t noun)
{
    static const char *const prepositions[] = { "of",   "for", "among",
                                                "from", "at",  "in" };
    size_t node = CD_NODE_NONE;

    for (size_t i = 0; i < CD_COUNT(prepositions) && node == CD_NODE_NONE; i++)
        node = cd_view_complement_by(v, noun, prepositions[i]);
    return node;
}

/* "saw showroom sales rise": they are of who saw it, not of the showroom. */
static bool
is_seen(const struct cd_view *v)
{
    const char *cause = cd_clause_cause(v->s, v->b->verb);

    return cause != NULL && strcmp(cause, "owner") == 0;
}

/* "Nvidia's market cap", "price of oil", "Tesla shares": whose and what.
 * Without an owner the subject is left open. */
struct cd_bearer
cd_view_split(const struct cd_view *v, size_t noun)
{
    size_t owner = cd_syntax_owner(v->s, noun), first, rest, of;

    if (owner != CD_NODE_NONE && !cd_view_measures(v, noun) &&
        (cd_str_is(cd_view_fold_of(v, owner), "my") ||
         cd_str_is(cd_view_fold_of(v, owner), "our") ||
         cd_str_is(cd_view_fold_of(v, owner), "your")))
        return cd_view_named(v, noun, (struct cd_str){ NULL, 0 });
    if (owner != CD_NODE_NONE &&
        cd_str_is(cd_view_fold_of(v, owner), "world") &&
        !cd_view_measures(v, noun))
        return cd_view_named(v, noun, (struct cd_str){ NULL, 0 });
    if (owner != CD_NODE_NONE)
        return cd_view_named(v, owner, cd_phrase_of(v->s, noun));
    if (!cd_view_measures(v, noun))
        return cd_view_named(v, noun, (struct cd_str){ NULL, 0 });
    first = cd_phrase_first(v->s, noun);
    if (is_proper(v, first, noun))
        return cd_view_named(v, noun, (struct cd_str){ NULL, 0 });
    rest = behind_name(v, noun, first);
    rest += rest > first && rest < noun && /* "Euro zone inflation" */
            cd_str_is(cd_view_fold_of(v, rest), "zone");
    if (rest > first && rest <= noun)
        return (struct cd_bearer){ cd_view_span_text(v, first, rest), rest - 1,
                                   cd_view_span_text(v, rest, noun + 1) };
    of = cd_view_is_doer(v, noun) ? cd_view_complement(v, noun)
                                  : cd_view_complement_by(v, noun, "of");
    if (of != CD_NODE_NONE)
        return cd_view_named(v, of, cd_phrase_noun(v->s, noun));
    if (first < noun && v->s->nodes[noun - 1].tag == CD_POS_NOUN &&
        !(noun > 2 && cd_phrase_is_joined(v->s, noun - 3) && /* pre-tax */
          v->s->nodes[noun - 3].tag != CD_POS_NOUN) &&
        !cd_word_is(cd_view_fold_of(v, noun - 1), CD_WORD_MEASURE) &&
        cd_view_is_doer(v, noun) && !is_seen(v))
        return (struct cd_bearer){ cd_view_span_text(v, first, noun), noun - 1,
                                   cd_phrase_of(v->s, noun) };
    return (struct cd_bearer){ { NULL, 0 },
                               CD_NODE_NONE,
                               cd_phrase_of(v->s, noun) };
}

struct cd_str
cd_view_join(const struct cd_view *v, struct cd_str a, const char *middle,
             struct cd_str b)
{
    if (a.p == NULL)
        return b;
    if (b.p == NULL)
        return a;
    return cd_arena_printf(v->arena, "%.*s%s%.*s", (int)a.n, a.p, middle,
                           (int)b.n, b.p);
}

/* The phrase behind the quantity that a preposition begins: "in revenue", "on
 * its contracts"; none if that is a time or a quantity. */
struct cd_str
cd_view_trailing(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->node + 1;

    if (at + 1 >= v->s->count || n[at].tag != CD_POS_ADP)
        return (struct cd_str){ NULL, 0 };
    if (cd_str_is(n[at].fold, "as") && cd_view_counted(v).p == NULL)
        return (struct cd_str){ NULL, 0 };
    if (cd_str_is(n[at].fold, "as"))
        for (size_t i = at + 1; i < v->s->count && i < at + 8; i++)
            if (cd_clause_is_finite(&n[i]))
                return (struct cd_str){ NULL, 0 };
    for (size_t i = at + 1; i < v->s->count && i < at + 4; i++)
        if (n[i].quantity != CD_NODE_NONE || n[i].tag == CD_POS_NUM ||
            cd_word_is(n[i].fold, CD_WORD_PERIOD) ||
            cd_word_is(n[i].fold, CD_WORD_MONTH) ||
            cd_word_is(n[i].fold, CD_WORD_DAY))
            return (struct cd_str){ NULL, 0 };
    return cd_phrase_clause(v->s, at);
}

/* revenue of "$46.4 billion in revenue". */
size_t
cd_view_measured_in(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->node + 1, noun;

    if (at + 1 >= v->s->count ||
        !(cd_str_is(n[at].fold, "in") || cd_str_is(n[at].fold, "of")))
        return CD_NODE_NONE;
    noun = cd_syntax_phrase_last(v->s, at + 1);
    if (noun == CD_NODE_NONE || noun > at + 6 || n[noun].tag != CD_POS_NOUN ||
        cd_word_is(n[noun].fold, CD_WORD_PERIOD) ||
        (cd_str_is(n[at].fold, "in") &&
         (!cd_view_measures(v, noun) || cd_str_is(n[noun].fold, "cash"))))
        return CD_NODE_NONE;
    return noun;
}

struct cd_str
cd_view_participle(const struct cd_view *v, size_t verb)
{
    return cd_verb_participle(v->arena, cd_view_fold_of(v, verb));
}

bool
cd_view_is_light(const struct cd_view *v, size_t verb)
{
    return cd_word_is(cd_view_fold_of(v, verb), CD_WORD_LIGHT) ||
           v->s->nodes[verb].tag == CD_POS_AUX;
}

/* Who is what a noun says: Tarn of "Tarn is home to 9 lions"; CD_NODE_NONE if
 * no copula is before it. */
static size_t
who_is(const struct cd_syntax *s, size_t noun)
{
    for (size_t i = s->nodes[noun].low; i < noun; i++)
        if (s->nodes[i].head == noun && s->nodes[i].tag == CD_POS_AUX) {
            size_t subject = cd_syntax_subject(s, i);

            return subject < i ? subject : CD_NODE_NONE;
        }
    return CD_NODE_NONE;
}

struct cd_bearer
cd_view_doer(const struct cd_view *v, struct cd_str property)
{
    size_t subject = CD_NODE_NONE;

    if (v->b->verb != CD_NODE_NONE)
        subject = cd_syntax_subject(v->s, v->b->verb);
    else if (v->b->tie == CD_TIE_NOUN && v->b->noun < v->b->node)
        subject = who_is(v->s, v->b->noun);
    if (subject == CD_NODE_NONE || subject == v->b->node ||
        (subject > v->b->node && !cd_clause_shares(v->s, v->b->verb)))
        return (struct cd_bearer){ { NULL, 0 }, CD_NODE_NONE, property };
    if (v->s->nodes[subject].quantity != CD_NODE_NONE &&
        cd_str_is(v->b->preposition, "of") && subject + 4 > v->b->node &&
        v->b->quantity->noun < v->b->quantity->noun_end)
        return cd_view_named(v, v->b->node,
                             property); /* "half of the 20,000 people" */
    return cd_view_named(v, subject, property);
}

struct cd_str
cd_view_time(const struct cd_view *v)
{
    size_t verb = v->b->verb;

    if (v->b->part_of != CD_NODE_NONE)
        return cd_view_join(v, cd_phrase_noun(v->s, v->b->part_of), " ",
                            CD_STR("time"));
    if (cd_view_trailing(v).p != NULL)
        return cd_view_join(v, CD_STR("time"), " ", cd_view_trailing(v));
    if (!cd_view_is_light(v, verb) && cd_node_is_verb(&v->s->nodes[verb]))
        return cd_view_join(v, CD_STR("time"), " ",
                            cd_view_participle(v, verb));
    return CD_STR("time");
}

struct cd_bearer
cd_view_share_of_group(const struct cd_view *v)
{
    size_t group = v->b->part_of, next = group + 1;
    struct cd_str said = { NULL, 0 };

    if (next < v->s->count && cd_node_is_verb(&v->s->nodes[next]))
        said = cd_phrase_clause(v->s, next);
    return cd_view_named(v, group, said);
}
