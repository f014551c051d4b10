/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bearer of a quantity that is an object of its verb.
 */
#include "nlp/attach/bearer_part.h"
#include "nlp/attach/clause.h"
#include "nlp/attach/price.h"
#include "nlp/word/word.h"

/* "used for development" of "was developed using". */
static struct cd_str
use_for(const struct cd_view *v, size_t verb)
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

/* "beat Tarn with two goals", "won after two touchdowns": it is not they whom
 * the verb does anything to. */
static bool
is_beside(const struct cd_view *v)
{
    static const char *const words[] = { "with",    "without", "after",
                                         "despite", "before",  "amid" };

    return v->b->tie == CD_TIE_OBLIQUE &&
           cd_str_among(v->b->preposition, words, CD_COUNT(words));
}

struct cd_str
cd_bearer_said_of(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->node + 1;

    if (at + 1 < v->s->count &&
        ((cd_str_is(n[at].fold, "to") && n[at + 1].tag == CD_POS_VERB) ||
         n[at].tag == CD_POS_VERB_ING || cd_clause_is_relative(&n[at])))
        return cd_phrase_clause(v->s, at);
    return cd_view_trailing(v);
}

struct cd_str
cd_bearer_deed(const struct cd_view *v, struct cd_str things)
{
    size_t verb = v->b->verb;
    struct cd_str use;

    if (verb == CD_NODE_NONE || !cd_node_is_verb(&v->s->nodes[verb]))
        return cd_view_join(v, things, " ", cd_bearer_said_of(v));
    use = use_for(v, verb);
    if (use.p != NULL)
        return cd_view_join(v, things, " ", use);
    if (cd_view_is_light(v, verb))
        return cd_view_join(v, things, " ", cd_bearer_said_of(v));
    if (!is_beside(v))
        things = cd_view_join(v, things, " ", cd_view_participle(v, verb));
    return cd_view_join(v, things, " ", cd_view_trailing(v));
}

/* The noun that the verb gives the property, if the quantity can be that. */
static const char *
nominal(const struct cd_view *v)
{
    const char *noun =
        cd_word_value(cd_view_fold_of(v, v->b->verb), CD_WORD_NOMINAL);

    if (noun == NULL)
        return NULL;
    if (cd_word_ends(cd_str_of(noun), CD_WORD_OFSHARE))
        return cd_view_is_share(v) && v->b->preposition.n == 0 ? noun : NULL;
    if (cd_word_ends(cd_str_of(noun), CD_WORD_OFMONEY))
        return cd_view_is_class(v, CD_QUANTITY_MONEY) ? noun : NULL;
    return noun;
}

/* "won 38% of the vote", but "acquired 12% of a mill" is a stake. */
struct cd_str
cd_bearer_share(const struct cd_view *v)
{
    bool stake = v->b->verb != CD_NODE_NONE && v->b->preposition.n == 0 &&
                 cd_word_is(cd_view_fold_of(v, v->b->verb), CD_WORD_STAKES);

    const struct cd_node *n = v->s->nodes;
    struct cd_str whole = cd_phrase_full(v->s, v->b->part_of);
    size_t on = v->b->part_of + 1, last = CD_NODE_NONE;

    if (on + 1 < v->s->count && cd_str_is(n[on].fold, "on"))
        last = cd_syntax_phrase_last(v->s, on + 1);
    if (last != CD_NODE_NONE && !cd_node_is_time(&n[last]) &&
        n[last].quantity == CD_NODE_NONE) /* "of its income on rent" */
        whole = cd_view_span_text(v, cd_phrase_first(v->s, v->b->part_of),
                                  last + 1);
    return cd_view_join(v, cd_str_of(stake ? "stake" : "share"),
                        stake ? " in " : " of ", whole);
}

bool
cd_bearer_kept(const struct cd_view *v)
{
    size_t object = cd_syntax_object(v->s, v->b->verb);

    return cd_str_is(v->b->preposition, "at") && object != CD_NODE_NONE &&
           object < v->b->node && v->s->nodes[object].tag != CD_POS_PRON &&
           (cd_view_measures(v, object) ||
            cd_word_is(cd_view_fold_of(v, object), CD_WORD_FIRM)) &&
           cd_word_is(cd_view_fold_of(v, v->b->verb), CD_WORD_KEEP);
}

static bool
is_particle(struct cd_str fold)
{
    static const char *const particles[] = { "aside", "up",   "out",
                                             "back",  "away", "over" };

    return cd_str_among(fold, particles, CD_COUNT(particles));
}

/* aside of "set aside $5m", or empty */
static struct cd_str
particle(const struct cd_view *v)
{
    size_t next = v->b->verb + 1;

    if (next < v->b->node && is_particle(cd_view_fold_of(v, next)))
        return cd_view_fold_of(v, next);
    return (struct cd_str){ NULL, 0 };
}

/* "gave the club $5m", "set aside $5m", "gets $5m": nothing but the verb tells
 * what the money is. */
static bool
is_amount(const struct cd_view *v)
{
    size_t verb = v->b->verb;
    struct cd_str fold = cd_view_fold_of(v, verb);

    if (!cd_view_is_class(v, CD_QUANTITY_MONEY) || v->b->tie != CD_TIE_OBJECT ||
        verb >= v->b->node || !cd_node_is_verb(&v->s->nodes[verb]))
        return false;
    return cd_word_is(fold, CD_WORD_GIVE) || cd_word_is(fold, CD_WORD_TAKE) ||
           particle(v).n > 0;
}

/* "amount given", "amount set aside" */
static struct cd_str
amount(const struct cd_view *v)
{
    struct cd_str said = cd_view_participle(v, v->b->verb), aside = particle(v);

    if (aside.n > 0)
        said = cd_view_join(v, said, " ", aside);
    return cd_view_join(v, CD_STR("amount"), " ", said);
}

struct cd_str
cd_bearer_score(const struct cd_view *v)
{
    struct cd_str score = CD_STR("score"), whom = cd_view_trailing(v);
    size_t object =
        v->b->tie == CD_TIE_OBLIQUE && cd_str_is(v->b->preposition, "at")
            ? cd_syntax_object(v->s, v->b->verb)
            : CD_NODE_NONE;

    if (object != CD_NODE_NONE && object < v->b->node)
        return cd_view_join(v, cd_phrase_noun(v->s, object), " ", score);

    return cd_str_starts(whom, CD_STR("over ")) ||
                   cd_str_starts(whom, CD_STR("against "))
               ? cd_view_join(v, score, " ", whom)
               : score;
}

/* Is the noun behind the quantity, and a comma between: "killed 9, according to
 * the ministry"? */
static bool
is_behind_comma(const struct cd_view *v, size_t noun)
{
    for (size_t i = v->b->node + 1; i < noun; i++)
        if (cd_str_is(v->s->nodes[i].fold, ","))
            return true;
    return false;
}

/* The shares that the verb tells of, or CD_NODE_NONE. */
static size_t
shares_of(const struct cd_view *v)
{
    static const char *const words[] = { "shares", "share", "stock", "stocks" };
    size_t subject = cd_view_doer(v, CD_STR("")).node;

    return subject != CD_NODE_NONE && cd_str_among(cd_view_fold_of(v, subject),
                                                   words, CD_COUNT(words))
               ? subject
               : CD_NODE_NONE;
}

/* "sentenced him to 2 years", "deliberated for 2 days" */
static struct cd_bearer
lasting(const struct cd_view *v, size_t object, const char *noun)
{
    if (noun != NULL && cd_str_is(v->b->preposition, "to") &&
        object < v->b->node)
        return cd_view_named(v, object, cd_str_of(noun));
    return cd_view_doer(v, noun != NULL && strcmp(noun, "length") == 0
                               ? cd_str_of(noun)
                               : cd_view_time(v));
}

struct cd_bearer
cd_bearer_by_verb(const struct cd_view *v)
{
    size_t verb = v->b->verb, in = cd_view_measured_in(v);
    size_t object = cd_syntax_object(v->s, verb);
    const char *noun = nominal(v);
    struct cd_str things = cd_view_counted(v), said;

    if (cd_view_is_class(v, CD_QUANTITY_AGE))
        return cd_view_doer(v, CD_STR("age"));
    if (cd_view_is_class(v, CD_QUANTITY_SCORE) &&
        v->b->quantity->shape == CD_SHAPE_PAIR)
        return cd_view_doer(v, cd_bearer_score(v));
    if (things.p != NULL)
        return cd_view_doer(v, cd_bearer_deed(v, things));
    if (cd_view_is_class(v, CD_QUANTITY_DURATION))
        return lasting(v, object, noun);
    if (cd_view_is_share(v) && v->b->part_of != CD_NODE_NONE)
        return cd_view_doer(v, cd_bearer_share(v));
    if (in != CD_NODE_NONE)
        return cd_view_doer(v,
                            cd_view_is_light(v, verb)
                                ? cd_phrase_of(v->s, in)
                                : cd_view_join(v, cd_phrase_noun(v->s, in), " ",
                                               cd_view_participle(v, verb)));
    if ((cd_str_is(v->b->preposition, "to") && object < v->b->node) ||
        cd_bearer_kept(v) ||
        (object < v->b->node && cd_str_is(v->b->preposition, "on") &&
         cd_word_is(cd_view_fold_of(v, verb), CD_WORD_PUT)))
        return cd_view_split(v, object);
    if (noun == NULL && cd_view_is_class(v, CD_QUANTITY_MONEY) &&
        cd_str_is(v->b->preposition, "at") &&
        cd_price_object(v, verb) != CD_NODE_NONE)
        noun = "price";
    if (noun != NULL && strcmp(noun, "amount raised") == 0)
        return cd_view_doer(v, cd_str_of(noun)); /* from whom is too much */
    if (noun != NULL && strcmp(noun, "close") == 0 &&
        shares_of(v) < v->s->count)
        return cd_view_split(v, shares_of(v)); /* "Its shares closed at 9" */
    if (noun != NULL)
        return cd_price_bearer(
            v, cd_view_join(v, cd_str_of(noun), " ", cd_view_trailing(v)));
    if (is_amount(v))
        return cd_view_doer(v, amount(v));
    said = cd_view_trailing(v);
    if (object != CD_NODE_NONE && !is_behind_comma(v, object))
        return cd_view_doer(v, cd_view_join(v, cd_phrase_of(v->s, object), " ",
                                            cd_view_participle(v, verb)));
    if (cd_view_is_light(v, verb) || !cd_node_is_verb(&v->s->nodes[verb]))
        return cd_view_doer(v, said);
    return cd_view_doer(
        v, cd_view_join(v, cd_view_participle(v, verb), " ", said));
}
