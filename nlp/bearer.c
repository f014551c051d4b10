/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/bearer.h"

#include "nlp/phrase.h"
#include "nlp/word.h"

struct view {
    const struct cd_syntax *s;
    struct cd_arena *arena;
    const struct cd_bond *b;
    const struct cd_change *change;
};

static const struct cd_bearer nobody = { { NULL, 0 },
                                         CD_NODE_NONE,
                                         { NULL, 0 } };

static struct cd_str
fold_of(const struct view *v, size_t node)
{
    return v->s->nodes[node].fold;
}

static bool
measures(const struct view *v, size_t node)
{
    return cd_word_is(fold_of(v, node), CD_WORD_MEASURE) ||
           cd_word_is(fold_of(v, node), CD_WORD_MOVENOUN) ||
           cd_word_is(fold_of(v, node), CD_WORD_PLACEHOLDER);
}

static bool
is_class(const struct view *v, enum cd_quantity_class class)
{
    return v->b->quantity->class == class;
}

static bool
is_share(const struct view *v)
{
    return is_class(v, CD_QUANTITY_PERCENT) ||
           is_class(v, CD_QUANTITY_FRACTION) || is_class(v, CD_QUANTITY_RATIO);
}

/* The counted noun phrase: "hardworking employees" of "120 ...". */
static struct cd_str
counted_by(const struct view *v, const struct cd_quantity *q)
{
    const struct cd_token *tokens = v->s->reading->tokens.items;
    size_t first = q->number_end > q->first && q->number_end < q->noun_end
                       ? q->number_end
                       : q->noun;

    if (q->noun >= q->noun_end)
        return (struct cd_str){ NULL, 0 };
    while (first + 1 < q->noun_end && tokens[first].kind == CD_TOKEN_SIGN)
        first++;
    return cd_str_sub(v->s->text, tokens[first].span.start,
                      tokens[q->noun_end - 1].span.end);
}

static struct cd_str
counted(const struct view *v)
{
    return counted_by(v, v->b->quantity);
}

/* The same of another quantity, with what restricts it. */
static struct cd_str
counted_fully(const struct view *v, size_t node)
{
    const struct cd_node *n = &v->s->nodes[node];
    struct cd_str full = cd_phrase_full(v->s, node);
    struct cd_str noun = counted_by(v, &v->s->reading->items[n->quantity]);

    if (noun.p == NULL && node + 2 < v->s->count &&
        cd_str_is(n[1].fold, "of") &&
        cd_syntax_phrase_last(v->s, node + 2) != CD_NODE_NONE)
        return cd_phrase_noun(v->s, cd_syntax_phrase_last(v->s, node + 2));

    if (noun.p == NULL || full.p == NULL || full.p + full.n < noun.p)
        return cd_phrase_noun(v->s, node);
    return (struct cd_str){ noun.p, (size_t)(full.p + full.n - noun.p) };
}

/* Is it inside the subject: customers of "satisfaction among customers who"? */
static bool
within_doer(const struct view *v, size_t node)
{
    size_t subject = v->b->verb != CD_NODE_NONE
                         ? cd_syntax_subject(v->s, v->b->verb)
                         : CD_NODE_NONE;

    return subject != CD_NODE_NONE && subject < node && node < v->b->verb &&
           v->s->nodes[node].tag != CD_POS_PRON;
}

/* The subject with all its words up to the first finite verb behind it. */
static struct cd_str
until_verb(const struct view *v, size_t subject)
{
    const struct cd_node *n = v->s->nodes;

    if (within_doer(v, subject))
        return cd_phrase_until(v->s, subject, v->b->verb);
    for (size_t i = subject + 1; i <= v->b->verb; i++)
        if (cd_syntax_subject(v->s, i) == subject &&
            (n[i].tag == CD_POS_VERB_PAST || n[i].tag == CD_POS_VERB_S ||
             n[i].tag == CD_POS_VERB || n[i].tag == CD_POS_VERB_DONE))
            return cd_phrase_until(v->s, subject, i);
    return cd_phrase_full(v->s, subject);
}

static bool
is_doer(const struct view *v, size_t node)
{
    return v->b->verb != CD_NODE_NONE && node < v->b->verb &&
           v->s->nodes[node].tag != CD_POS_PRON &&
           cd_syntax_subject(v->s, v->b->verb) == node;
}

/* A noun as the subject: with a list of names for "companies such as". */
static struct cd_bearer
named(const struct view *v, size_t node, struct cd_str property)
{
    struct cd_str subject;

    if (node == CD_NODE_NONE)
        return (struct cd_bearer){ { NULL, 0 }, CD_NODE_NONE, property };
    subject = cd_phrase_members(v->s, node);
    if (subject.p == NULL)
        subject = v->s->nodes[node].quantity != CD_NODE_NONE
                      ? counted_fully(v, node)
                  : is_doer(v, node) || within_doer(v, node)
                      ? until_verb(v, node)
                      : cd_phrase_full(v->s, node);
    return (struct cd_bearer){ subject, node, property };
}

/* The first node of the noun's words that is not a name: shares in "Nvidia
 * shares"; the noun itself if its words are all names. */
static size_t
behind_name(const struct view *v, size_t noun, size_t first)
{
    size_t at = first;

    while (at < noun && v->s->nodes[at].tag == CD_POS_PROPN)
        at++;
    return at > first && at <= noun ? at : first;
}

static struct cd_str
span_text(const struct view *v, size_t first, size_t end)
{
    if (first >= end)
        return (struct cd_str){ NULL, 0 };
    return cd_str_sub(v->s->text, v->s->nodes[first].span.start,
                      v->s->nodes[end - 1].span.end);
}

static size_t
complement_by(const struct view *v, size_t noun, const char *preposition)
{
    size_t node = cd_syntax_complement(v->s, noun, preposition);

    if (node == CD_NODE_NONE || v->s->nodes[node].quantity != CD_NODE_NONE ||
        cd_word_is(fold_of(v, node), CD_WORD_PERIOD) ||
        cd_word_is(fold_of(v, node), CD_WORD_MONTH) ||
        v->s->nodes[node].tag == CD_POS_NUM)
        return CD_NODE_NONE;
    return node;
}

static size_t
complement(const struct view *v, size_t noun)
{
    static const char *const prepositions[] = { "of",   "for", "among",
                                                "from", "at",  "in" };
    size_t node = CD_NODE_NONE;

    for (size_t i = 0; i < CD_COUNT(prepositions) && node == CD_NODE_NONE; i++)
        node = complement_by(v, noun, prepositions[i]);
    return node;
}

/* "Nvidia's market cap", "price of oil", "Tesla shares": whose and what.
 * Without an owner the subject is left open. */
static struct cd_bearer
split(const struct view *v, size_t noun)
{
    size_t owner = cd_syntax_owner(v->s, noun), first, rest, of;

    if (owner != CD_NODE_NONE)
        return named(v, owner, cd_phrase_of(v->s, noun));
    if (!measures(v, noun))
        return named(v, noun, (struct cd_str){ NULL, 0 });
    first = cd_phrase_first(v->s, noun);
    rest = behind_name(v, noun, first);
    if (rest > first && rest <= noun)
        return (struct cd_bearer){ span_text(v, first, rest), rest - 1,
                                   span_text(v, rest, noun + 1) };
    of = is_doer(v, noun) ? complement(v, noun) : complement_by(v, noun, "of");
    if (of != CD_NODE_NONE)
        return named(v, of, cd_phrase_noun(v->s, noun));
    if (first < noun && v->s->nodes[noun - 1].tag == CD_POS_NOUN &&
        !cd_word_is(fold_of(v, noun - 1), CD_WORD_MEASURE) && is_doer(v, noun))
        return (struct cd_bearer){ span_text(v, first, noun), noun - 1,
                                   cd_phrase_of(v->s, noun) };
    return (struct cd_bearer){ { NULL, 0 },
                               CD_NODE_NONE,
                               cd_phrase_of(v->s, noun) };
}

static struct cd_str
join(const struct view *v, struct cd_str a, const char *middle, struct cd_str b)
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
static struct cd_str
trailing(const struct view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->node + 1;

    if (at + 1 >= v->s->count || n[at].tag != CD_POS_ADP)
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
static size_t
measured_in(const struct view *v)
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
         (!measures(v, noun) || cd_str_is(n[noun].fold, "cash"))))
        return CD_NODE_NONE;
    return noun;
}

static struct cd_str
participle(const struct view *v, size_t verb)
{
    return cd_verb_participle(v->arena, fold_of(v, verb));
}

static bool
is_light(const struct view *v, size_t verb)
{
    return cd_word_is(fold_of(v, verb), CD_WORD_LIGHT) ||
           v->s->nodes[verb].tag == CD_POS_AUX;
}

/* "used for development" of "was developed using". */
static struct cd_str
use_for(const struct view *v, size_t verb)
{
    const struct cd_node *n = v->s->nodes;
    size_t deed = n[verb].head;
    const char *noun = NULL;

    if (cd_str_is(n[verb].fold, "using") && deed != CD_NODE_NONE)
        noun = cd_word_value(n[deed].fold, CD_WORD_MAKING);
    if (cd_str_is(v->b->preposition, "with"))
        noun = cd_word_value(n[verb].fold, CD_WORD_MAKING);
    if (noun == NULL)
        return (struct cd_str){ NULL, 0 };
    return cd_arena_printf(v->arena, "used for %s", noun);
}

/* What a verb says of the things counted: "Dreamers employed". */
static struct cd_str
deed(const struct view *v, struct cd_str things)
{
    size_t verb = v->b->verb;
    struct cd_str use;

    if (verb == CD_NODE_NONE || !cd_node_is_verb(&v->s->nodes[verb]))
        return join(v, things, " ", trailing(v));
    use = use_for(v, verb);
    if (use.p != NULL)
        return join(v, things, " ", use);
    if (!is_light(v, verb))
        things = join(v, things, " ", participle(v, verb));
    return join(v, things, " ", trailing(v));
}

/* The predicate of which the quantity is the subject, without "have" or
 * "be". */
static struct cd_str
predicate(const struct view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->verb;

    if (at == CD_NODE_NONE || at < v->b->node)
        return (struct cd_str){ NULL, 0 };
    while (at + 1 < v->s->count &&
           (n[at].tag == CD_POS_AUX || cd_str_is(n[at].fold, "had") ||
            cd_str_is(n[at].fold, "have") || cd_str_is(n[at].fold, "has") ||
            n[at].tag == CD_POS_DET))
        at++;
    return cd_phrase_clause(v->s, at);
}

/* The verb of "34 people live in X", if it has a place right behind it. */
static size_t
stays(const struct view *v, size_t verb)
{
    const struct cd_node *n = v->s->nodes;

    for (size_t i = verb;
         i != CD_NODE_NONE && i + 2 < v->s->count && i < verb + 6; i++)
        if (cd_word_is(n[i].fold, CD_WORD_LOCATE) && n[i].tag != CD_POS_AUX &&
            (cd_str_is(n[i + 1].fold, "in") || cd_str_is(n[i + 1].fold, "at")))
            return i;
    return CD_NODE_NONE;
}

/* What a share is of, with all that restricts it. */
static struct cd_bearer
whole(const struct view *v, struct cd_str said)
{
    const struct cd_node *n = v->s->nodes;
    struct cd_bearer bearer = named(v, v->b->part_of, said);
    size_t first = v->b->node + 2, end = v->b->verb;

    if (end == CD_NODE_NONE || end < first || end > first + 12 ||
        n[v->b->part_of].tag == CD_POS_PRON)
        return bearer;
    while (first < v->b->part_of && n[first].tag == CD_POS_DET)
        first++;
    for (size_t i = first; i < end; i++)
        if (cd_str_is(n[i].fold, ",") || cd_str_is(n[i].fold, "("))
            return bearer;
    if (n[first].quantity != CD_NODE_NONE)
        return bearer;
    bearer.subject = span_text(v, first, end);
    return bearer;
}

/* The whole that begins the sentence: "Out of the 45 deals, a quarter had". */
static size_t
out_of(const struct view *v)
{
    size_t at = v->s->count > 1 && cd_str_is(v->s->nodes[0].fold, "out");

    if (at + 1 >= v->s->count || !cd_str_is(v->s->nodes[at].fold, "of"))
        return CD_NODE_NONE;
    at = cd_syntax_phrase_last(v->s, at + 1);
    return at < v->b->node ? at : CD_NODE_NONE;
}

/* "48% of participants said ...", "34 people live in X". */
static struct cd_bearer
as_subject(const struct view *v)
{
    struct cd_str said = predicate(v), things = counted(v);
    size_t verb = v->b->verb;

    if (v->b->part_of != CD_NODE_NONE)
        return whole(v, said);
    if (things.p == NULL)
        return named(v, out_of(v), said);
    verb = stays(v, verb);
    if (verb != CD_NODE_NONE) {
        size_t place = verb + 2;

        while (place + 1 < v->s->count &&
               (v->s->nodes[place].tag == CD_POS_DET ||
                v->s->nodes[place].tag == CD_POS_ADJ ||
                cd_node_is_noun(&v->s->nodes[place + 1]) ||
                cd_str_is(v->s->nodes[place + 1].fold, "-")))
            place++;
        return named(v, place, join(v, things, " ", participle(v, verb)));
    }
    return (struct cd_bearer){ things, v->b->node, join(v, things, " ", said) };
}

/* The subject of the verb that governs a node. */
static struct cd_bearer
doer(const struct view *v, struct cd_str property)
{
    size_t subject = CD_NODE_NONE;

    if (v->b->verb != CD_NODE_NONE)
        subject = cd_syntax_subject(v->s, v->b->verb);
    if (subject == CD_NODE_NONE || subject == v->b->node ||
        subject > v->b->node)
        return (struct cd_bearer){ { NULL, 0 }, CD_NODE_NONE, property };
    if (v->s->nodes[subject].quantity != CD_NODE_NONE &&
        cd_str_is(v->b->preposition, "of") && subject + 4 > v->b->node &&
        v->b->quantity->noun < v->b->quantity->noun_end)
        return named(v, v->b->node, property); /* "half of the 20,000 people" */
    return named(v, subject, property);
}

/* Who "witnessed a loss" that has no other owner. */
static size_t
who_has(const struct view *v, size_t noun)
{
    const struct cd_node *n = v->s->nodes;
    size_t i = cd_phrase_first(v->s, noun);

    while (i > 0 && (n[i - 1].tag == CD_POS_DET || n[i - 1].tag == CD_POS_ADJ ||
                     n[i - 1].quantity != CD_NODE_NONE))
        i--;
    if (i == 0 || !cd_node_is_verb(&n[i - 1]) ||
        n[i - 1].tag == CD_POS_VERB_DONE)
        return CD_NODE_NONE;
    i = cd_syntax_subject(v->s, i - 1);
    return i != CD_NODE_NONE && n[i].quantity == CD_NODE_NONE ? i
                                                              : CD_NODE_NONE;
}

/* "is 704", "rose 5%", "could surpass $1 trillion": the subject's property. */
static struct cd_bearer
of_subject(const struct view *v)
{
    struct cd_bearer bearer;
    size_t subject = v->b->verb != CD_NODE_NONE
                         ? cd_syntax_subject(v->s, v->b->verb)
                         : CD_NODE_NONE;
    size_t in = measured_in(v);

    if (subject == CD_NODE_NONE || subject > v->b->node)
        return in != CD_NODE_NONE ? split(v, in) : nobody;
    bearer = split(v, subject);
    if (bearer.subject.p == NULL)
        bearer = named(v, who_has(v, subject), bearer.property);
    if (in != CD_NODE_NONE && bearer.property.p == NULL)
        bearer.property = cd_phrase_of(v->s, in);
    return bearer;
}

/* ", a 27% increase" */
static bool
behind_comma(const struct view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t i = v->b->node;

    while (i > 0 && (n[i - 1].tag == CD_POS_DET || n[i - 1].tag == CD_POS_ADJ))
        i--;
    return i > 0 && v->b->index > 0 && cd_str_is(n[i - 1].fold, ",");
}

/* The noun measured when the quantity tells its change: behind "in" or "of",
 * before it, or the subject of the verb. */
static struct cd_bearer
of_change_noun(const struct view *v, size_t noun)
{
    size_t owner = cd_syntax_owner(v->s, noun), of = complement(v, noun);
    size_t first = cd_phrase_first(v->s, noun);
    struct cd_bearer bearer;
    struct cd_str what = { NULL, 0 };

    if (first < noun && v->s->nodes[noun - 1].quantity == CD_NODE_NONE &&
        v->s->nodes[noun - 1].tag == CD_POS_NOUN)
        what = cd_phrase_noun(v->s, noun);
    if (of != CD_NODE_NONE) {
        bearer = split(v, of);
        if (what.p != NULL && bearer.property.p == NULL)
            bearer.property = what;
        if (bearer.property.p == NULL)
            bearer.property = cd_phrase_noun(v->s, noun);
        if (bearer.subject.p == NULL && owner != CD_NODE_NONE)
            return named(v, owner, bearer.property);
        if (bearer.subject.p == NULL)
            return doer(v, bearer.property);
        return bearer;
    }
    if (owner != CD_NODE_NONE)
        return named(v, owner,
                     what.p != NULL ? what : cd_phrase_noun(v->s, noun));
    if (what.p == NULL && behind_comma(v))
        return nobody; /* it says the change of the quantity before */
    if (what.p != NULL)
        return doer(v, what);
    bearer = of_subject(v);
    if (bearer.property.p == NULL)
        bearer.property = cd_phrase_noun(v->s, noun);
    return bearer;
}

/* "a budget of $5m", "a 2% share in this market", "$250,000 fines". */
static struct cd_bearer
of_noun(const struct view *v, size_t noun)
{
    const struct cd_node *n = v->s->nodes;
    struct cd_bearer bearer = split(v, noun), by;
    struct cd_str words = cd_phrase_of(v->s, noun);
    size_t subject;

    if (v->change->word == noun && v->change->delta)
        return of_change_noun(v, noun);
    if (v->b->tie == CD_TIE_BEFORE && is_class(v, CD_QUANTITY_MONEY) &&
        cd_word_is(fold_of(v, noun), CD_WORD_CONCRETE))
        return (struct cd_bearer){ cd_phrase_noun(v->s, noun), noun,
                                   CD_STR("cost") };
    if (v->b->tie == CD_TIE_BEFORE && is_class(v, CD_QUANTITY_DURATION) &&
        !measures(v, noun) &&
        (v->b->verb == CD_NODE_NONE || !is_light(v, v->b->verb)))
        return (struct cd_bearer){ cd_phrase_noun(v->s, noun), noun,
                                   CD_STR("length") };
    if (bearer.property.p == NULL) {
        bearer = (struct cd_bearer){ { NULL, 0 }, CD_NODE_NONE, words };
        if (is_class(v, CD_QUANTITY_AGE) && !cd_str_is(fold_of(v, noun), "age"))
            return named(v, noun, CD_STR("age"));
    }
    if (bearer.subject.p != NULL)
        return bearer;
    subject = v->b->verb != CD_NODE_NONE ? cd_syntax_subject(v->s, v->b->verb)
                                         : CD_NODE_NONE;
    if (subject != CD_NODE_NONE && subject != noun &&
        n[subject].quantity == CD_NODE_NONE) {
        by = split(v, subject);
        return (struct cd_bearer){ by.subject, by.node, bearer.property };
    }
    if (!measures(v, noun))
        return named(v, noun, bearer.property);
    return bearer;
}

/* How much of a change a verb tells: "cut its budget by 5%". */
static struct cd_bearer
of_change_verb(const struct view *v)
{
    size_t verb = v->b->verb;
    size_t object = cd_syntax_object(v->s, verb);
    struct cd_bearer bearer;

    if (object != CD_NODE_NONE && object < v->b->node &&
        cd_word_is(fold_of(v, verb), CD_WORD_PUSH)) {
        bearer = split(v, object);
        if (bearer.subject.p != NULL && bearer.property.p != NULL)
            return bearer;
        return doer(v, bearer.property.p != NULL ? bearer.property
                                                 : cd_phrase_of(v->s, object));
    }
    bearer = of_subject(v);
    if (bearer.property.p == NULL && v->b->part_of != CD_NODE_NONE)
        bearer.property = cd_phrase_noun(v->s, v->b->part_of);
    if (bearer.property.p == NULL && counted(v).p != NULL)
        bearer.property = deed(v, counted(v));
    if (bearer.property.p == NULL) {
        const char *noun = cd_word_value(fold_of(v, verb), CD_WORD_NOMINAL);

        bearer.property = noun != NULL ? cd_str_of(noun) : CD_STR("change");
    }
    return bearer;
}

/* "acquire Y for $1bn", "sold it for 5": the price of the object. */
static struct cd_bearer
price_of_object(const struct view *v, struct cd_str property)
{
    size_t object = v->b->anchor;

    if (!cd_str_is(v->b->preposition, "for"))
        return doer(v, property);
    while (object > 0 && !cd_str_is(v->s->nodes[object].fold, "for"))
        object--;
    if (object > v->b->verb + 1 && cd_node_is_noun(&v->s->nodes[object - 1]))
        return (struct cd_bearer){ cd_phrase_noun(v->s, object - 1), object - 1,
                                   property };
    return doer(v, property);
}

/* "time deliberated", "time in prison", "waiting time" */
static struct cd_str
time_of(const struct view *v)
{
    size_t verb = v->b->verb;

    if (v->b->part_of != CD_NODE_NONE)
        return join(v, cd_phrase_noun(v->s, v->b->part_of), " ",
                    CD_STR("time"));
    if (trailing(v).p != NULL)
        return join(v, CD_STR("time"), " ", trailing(v));
    if (!is_light(v, verb) && cd_node_is_verb(&v->s->nodes[verb]))
        return join(v, CD_STR("time"), " ", participle(v, verb));
    return CD_STR("time");
}

static struct cd_bearer
by_verb(const struct view *v)
{
    size_t verb = v->b->verb, in = measured_in(v);
    const char *noun = cd_word_value(fold_of(v, verb), CD_WORD_NOMINAL);
    struct cd_str things = counted(v), said;

    if (is_class(v, CD_QUANTITY_AGE))
        return doer(v, CD_STR("age"));
    if (things.p != NULL)
        return doer(v, deed(v, things));
    if (is_class(v, CD_QUANTITY_DURATION))
        return doer(v, time_of(v));
    if (noun != NULL && strcmp(noun, "stake") == 0 && !is_share(v))
        noun = NULL;
    if (is_share(v) && v->b->part_of != CD_NODE_NONE)
        return doer(v, join(v, CD_STR("share"), " of ",
                            cd_phrase_full(v->s, v->b->part_of)));
    if (in != CD_NODE_NONE)
        return doer(v, is_light(v, verb) ? cd_phrase_of(v->s, in)
                                         : join(v, cd_phrase_noun(v->s, in),
                                                " ", participle(v, verb)));
    if (cd_str_is(v->b->preposition, "to") &&
        cd_syntax_object(v->s, verb) < v->b->node)
        return split(v, cd_syntax_object(v->s, verb));
    if (noun != NULL)
        return price_of_object(v, join(v, cd_str_of(noun), " ", trailing(v)));
    said = trailing(v);
    if (cd_syntax_object(v->s, verb) != CD_NODE_NONE)
        return doer(v, join(v, cd_phrase_of(v->s, cd_syntax_object(v->s, verb)),
                            " ", participle(v, verb)));
    if (is_light(v, verb) || !cd_node_is_verb(&v->s->nodes[verb]))
        return doer(v, said);
    return doer(v, join(v, participle(v, verb), " ", said));
}

/* ", 44," and "(24%)" behind a noun. */
static struct cd_bearer
aside(const struct view *v)
{
    size_t noun = v->b->noun;

    if (noun == CD_NODE_NONE)
        return nobody;
    if (is_class(v, CD_QUANTITY_AGE))
        return cd_str_is(fold_of(v, noun), "age")
                   ? doer(v, CD_STR("age"))
                   : named(v, noun, CD_STR("age"));
    if (counted(v).p != NULL)
        return doer(v, counted(v));
    if (is_class(v, CD_QUANTITY_DURATION))
        return named(v, noun, join(v, CD_STR("time"), " ", trailing(v)));
    if (is_share(v) && v->b->verb != CD_NODE_NONE)
        return doer(v, cd_phrase_clause(v->s, v->b->verb));
    return split(v, noun);
}

/* "falling from A to B" */
static bool
moves(const struct view *v)
{
    return v->b->quantity->shape == CD_SHAPE_FROM_TO &&
           (cd_word_is(fold_of(v, v->b->verb), CD_WORD_MOVE) ||
            cd_word_is(fold_of(v, v->b->verb), CD_WORD_PUSH));
}

/* "is 704", "weighs 9 tonnes", "is 210 metres tall": the subject's property is
 * its noun, the verb's or the adjective's. */
static struct cd_bearer
equal_to(const struct view *v)
{
    struct cd_bearer bearer = of_subject(v);
    size_t next = v->b->node + 1;
    const char *noun = NULL;

    if (next < v->s->count)
        noun = cd_word_value(fold_of(v, next), CD_WORD_DIMENSION);
    if (noun == NULL && cd_node_is_verb(&v->s->nodes[v->b->verb]))
        noun = cd_word_value(fold_of(v, v->b->verb), CD_WORD_NOMINAL);
    if (bearer.property.p == NULL && noun != NULL)
        bearer.property = cd_str_of(noun);
    if (bearer.property.p == NULL && bearer.node != CD_NODE_NONE &&
        v->s->nodes[bearer.node].tag == CD_POS_NOUN && counted(v).p == NULL &&
        !is_class(v, CD_QUANTITY_AGE))
        bearer.property = cd_phrase_noun(v->s, bearer.node);
    return bearer;
}

/* "planes worth $4 billion" */
static struct cd_bearer
worth(const struct view *v)
{
    size_t at = v->b->node - 1;

    if (at > 0 && cd_node_is_noun(&v->s->nodes[at - 1]))
        return named(v, at - 1, CD_STR("value"));
    return doer(v, CD_STR("value"));
}

static struct cd_bearer
by_tie(const struct view *v)
{
    if (v->b->node > 0 && cd_str_is(fold_of(v, v->b->node - 1), "worth"))
        return worth(v);
    if (v->b->verb == v->b->node)
        return of_subject(v);
    switch (v->b->tie) {
    case CD_TIE_BEFORE:
    case CD_TIE_NOUN:
        if (counted(v).p != NULL && v->b->tie == CD_TIE_NOUN &&
            !v->change->delta)
            return doer(v, deed(v, counted(v)));
        return of_noun(v, v->b->noun);
    case CD_TIE_SUBJECT:
        return as_subject(v);
    case CD_TIE_ASIDE:
        return aside(v);
    case CD_TIE_IS:
        return equal_to(v);
    case CD_TIE_OBJECT:
    case CD_TIE_OBLIQUE:
        if (v->change->word != CD_NODE_NONE &&
            (v->change->word == v->b->verb || moves(v)))
            return of_change_verb(v);
        if ((cd_word_is(fold_of(v, v->b->verb), CD_WORD_EQUAL) &&
             counted(v).p == NULL && !cd_str_is(v->b->preposition, "in")) ||
            (v->s->nodes[v->b->verb].tag == CD_POS_ADJ))
            return equal_to(v);
        return by_verb(v);
    default:
        return of_subject(v);
    }
}

struct cd_bearer
cd_bearer_read(const struct cd_syntax *syntax, struct cd_arena *arena,
               const struct cd_bond *bond, const struct cd_change *change)
{
    struct view v = { syntax, arena, bond, change };
    struct cd_bearer bearer;
    size_t owner;

    if (bond->node == CD_NODE_NONE)
        return nobody;
    bearer = by_tie(&v);
    if (cd_str_is(bearer.subject, "There") ||
        cd_str_is(bearer.subject, "there"))
        bearer.subject = counted(&v);
    owner = cd_syntax_owner(syntax, bond->node);
    if (owner != CD_NODE_NONE)
        bearer = named(&v, owner, bearer.property);
    if (is_class(&v, CD_QUANTITY_AGE))
        bearer.property = CD_STR("age");
    if (is_class(&v, CD_QUANTITY_RANK))
        bearer.property = join(&v, CD_STR("rank"), " ", trailing(&v));
    if (bearer.property.p == NULL && counted(&v).p != NULL)
        bearer.property = counted(&v);
    if (bearer.property.p == NULL && is_class(&v, CD_QUANTITY_MONEY) &&
        bond->tie >= CD_TIE_OBJECT && bond->tie <= CD_TIE_IS)
        bearer.property = CD_STR("cost");
    if (bearer.property.p == NULL && bond->quantity->unit.n > 6 &&
        cd_str_ends(bond->quantity->unit, CD_STR("/share")))
        bearer.property = CD_STR("share price");
    return bearer;
}
