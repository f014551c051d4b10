/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/bearer.h"

#include "nlp/attach/bearer_part.h"
#include "nlp/attach/clause.h"
#include "nlp/attach/price.h"
#include "nlp/attach/shift.h"
#include "nlp/attach/view.h"
#include "nlp/word/word.h"

enum { OBJECT_MAX = 7 }; /* nodes from "doubled" to its object */

/* ", a 27% increase" */
static bool
behind_comma(const struct cd_view *v)
{
    size_t i = cd_phrase_article(v->s, v->b->node);

    return i > 0 && v->b->index > 0 &&
           cd_str_is(cd_view_fold_of(v, i - 1), ",");
}

/* The noun measured when the quantity tells its change: behind "in" or "of",
 * before it, or the subject of the verb. */
static struct cd_bearer
of_change_noun(const struct cd_view *v, size_t noun)
{
    size_t owner = cd_syntax_owner(v->s, noun),
           of = cd_view_complement(v, noun);
    size_t first = cd_phrase_first(v->s, noun);
    struct cd_bearer bearer;
    struct cd_str what = { NULL, 0 };

    if (first < noun && v->s->nodes[noun - 1].quantity == CD_NODE_NONE &&
        v->s->nodes[noun - 1].tag == CD_POS_NOUN)
        what = cd_phrase_noun(v->s, noun);
    if (of != CD_NODE_NONE) {
        bearer = cd_view_split(v, of);
        if (what.p != NULL && bearer.property.p == NULL)
            bearer.property = what;
        if (bearer.property.p == NULL)
            bearer.property = cd_phrase_noun(v->s, noun);
        if (bearer.subject.p == NULL && owner != CD_NODE_NONE)
            return cd_view_named(v, owner, bearer.property);
        if (bearer.subject.p == NULL)
            return cd_view_doer(v, bearer.property);
        return bearer;
    }
    if (owner != CD_NODE_NONE)
        return cd_view_named(
            v, owner, what.p != NULL ? what : cd_phrase_noun(v->s, noun));
    if (what.p == NULL && behind_comma(v))
        return cd_bearer_nobody; /* it says the change of the quantity before */
    if (what.p != NULL)
        return cd_view_doer(v, what);
    bearer = cd_bearer_of_subject(v);
    if (bearer.property.p == NULL)
        bearer.property = cd_phrase_noun(v->s, noun);
    return bearer;
}

/* Kray of "a poll puts Kray on 55% support", or CD_NODE_NONE. */
static size_t
put_at(const struct cd_view *v)
{
    size_t verb = v->b->verb;

    return verb != CD_NODE_NONE && verb < v->b->node &&
                   cd_word_is(cd_view_fold_of(v, verb), CD_WORD_PUT) &&
                   (cd_str_is(v->b->preposition, "on") ||
                    cd_str_is(v->b->preposition, "at"))
               ? cd_price_object(v, verb)
               : CD_NODE_NONE;
}

/* "is the largest, with a portfolio of $5m": of what the sentence is about. */
static bool
is_held(const struct cd_view *v, size_t noun)
{
    size_t first = cd_clause_phrase(v->s, noun);

    return v->b->tie == CD_TIE_NOUN && first > 1 &&
           cd_str_is(cd_view_fold_of(v, first - 1), "with") &&
           cd_str_is(cd_view_fold_of(v, first - 2), ",");
}

static bool
is_deal(struct cd_str fold)
{
    static const char *const deals[] = { "deal",     "offer",       "bid",
                                         "sale",     "purchase",    "takeover",
                                         "contract", "transaction", "listing" };

    return cd_str_among(fold, deals, CD_COUNT(deals));
}

/* "a budget of $5m", "a 2% share in this market", "$250,000 fines". */
static struct cd_bearer
of_noun(const struct cd_view *v, size_t noun)
{
    const struct cd_node *n = v->s->nodes;
    struct cd_bearer bearer = cd_view_split(v, noun), by;
    struct cd_str words = cd_phrase_of(v->s, noun);
    const char *price =
        cd_word_value(cd_view_fold_of(v, noun), CD_WORD_CONCRETE);
    size_t subject;

    if (v->change->word == noun && v->change->delta)
        return of_change_noun(v, noun);
    if (cd_word_is(cd_view_fold_of(v, noun), CD_WORD_RECORD) &&
        v->b->tie == CD_TIE_NOUN && cd_bearer_of_subject(v).property.p != NULL)
        return cd_bearer_of_subject(
            v); /* "Profit rose to a two-year high of $5m" */
    if (cd_str_is(cd_view_fold_of(v, noun), "share") && cd_view_is_share(v) &&
        cd_syntax_owner(v->s, noun) == CD_NODE_NONE)
        return cd_view_doer(v, words); /* "a 27% share of the audience" */
    if (v->b->tie == CD_TIE_BEFORE && cd_view_is_class(v, CD_QUANTITY_MONEY) &&
        price != NULL)
        return (struct cd_bearer){ cd_phrase_noun(v->s, noun), noun,
                                   cd_str_of(price) };
    if (v->b->tie == CD_TIE_NOUN && cd_view_is_class(v, CD_QUANTITY_MONEY) &&
        cd_str_is(v->b->preposition, "at") && is_deal(cd_view_fold_of(v, noun)))
        return cd_view_named(v, noun, CD_STR("price")); /* "a deal at $9" */
    if (cd_bearer_size(v, noun, &by))
        return by;
    if (bearer.property.p == NULL) {
        bearer = (struct cd_bearer){ { NULL, 0 }, CD_NODE_NONE, words };
        if (cd_view_is_class(v, CD_QUANTITY_AGE) &&
            !cd_str_is(cd_view_fold_of(v, noun), "age"))
            return cd_view_named(v, noun, CD_STR("age"));
    }
    if (v->b->tie == CD_TIE_NOUN && bearer.subject.p == NULL)
        bearer = cd_view_named(v, cd_shift_beneficiary(v), bearer.property);
    if (bearer.subject.p == NULL && put_at(v) != CD_NODE_NONE)
        bearer = cd_view_named(v, put_at(v), bearer.property);
    if (bearer.subject.p != NULL)
        return bearer;
    subject = v->b->verb != CD_NODE_NONE ? cd_syntax_subject(v->s, v->b->verb)
                                         : CD_NODE_NONE;
    if (subject != CD_NODE_NONE && subject != noun &&
        n[subject].quantity != v->b->index) {
        by = n[subject].quantity == CD_NODE_NONE
                 ? cd_view_split(v, subject)
                 : cd_view_named(v, subject, bearer.property);
        return (struct cd_bearer){ by.subject, by.node, bearer.property };
    }
    if (!cd_view_measures(v, noun) && !is_held(v, noun))
        return cd_view_named(v, noun, bearer.property);
    return bearer;
}

/* What is pushed: limit of "raises the limit from $5m to $6m", which the tree
 * may hang elsewhere; or CD_NODE_NONE. */
static size_t
pushed(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t object = cd_syntax_object(v->s, v->b->verb);
    size_t before = v->b->node - (v->b->node > 0);

    if (object != CD_NODE_NONE || before <= v->b->verb ||
        n[before].tag != CD_POS_NOUN || n[before].quantity != CD_NODE_NONE)
        return object;
    return before;
}

/* How much of a change a verb tells: "cut its budget by 5%". */
static struct cd_bearer
of_change_verb(const struct cd_view *v)
{
    size_t verb = v->b->verb;
    size_t object = pushed(v);
    struct cd_bearer bearer;

    if (object != CD_NODE_NONE && object < v->b->node &&
        v->s->nodes[object].tag != CD_POS_PRON &&
        cd_word_is(cd_view_fold_of(v, verb), CD_WORD_PUSH)) {
        bearer = cd_view_split(v, object);
        if (bearer.subject.p != NULL && bearer.property.p != NULL)
            return bearer;
        if (bearer.subject.p == NULL &&
            cd_view_complement_by(v, object, "for") != CD_NODE_NONE)
            return cd_view_named(v, cd_view_complement_by(v, object, "for"),
                                 cd_phrase_noun(v->s, object));
        return cd_view_doer(v, bearer.property.p != NULL
                                   ? bearer.property
                                   : cd_phrase_of(v->s, object));
    }
    bearer = cd_bearer_of_subject(v);
    if (bearer.property.p == NULL && v->b->part_of != CD_NODE_NONE)
        bearer.property = cd_phrase_noun(v->s, v->b->part_of);
    if (bearer.property.p == NULL && cd_view_counted(v).p != NULL &&
        !cd_str_is(v->b->quantity->unit, "point"))
        bearer.property = cd_bearer_deed(v, cd_view_counted(v));
    if (bearer.property.p == NULL) {
        const char *noun =
            cd_word_value(cd_view_fold_of(v, verb), CD_WORD_NOMINAL);

        bearer.property =
            noun != NULL ? cd_str_of(noun) : cd_price_moved(v, bearer.node);
    }
    return bearer;
}

/* "lived in Ashby from the age of eight": no town's age */
static bool
since_age(const struct cd_view *v)
{
    const struct cd_quantity *q = v->b->quantity;
    const struct cd_token *token = &v->s->reading->tokens.items[q->hedge];

    return q->hedge < q->hedge_end && v->b->verb != CD_NODE_NONE &&
           cd_token_is(token, "from");
}

/* ", 44," and "(24%)" behind a noun. */
static struct cd_bearer
aside(const struct cd_view *v)
{
    size_t noun = v->b->noun;

    if (noun == CD_NODE_NONE)
        return cd_bearer_nobody;
    if (cd_view_is_class(v, CD_QUANTITY_AGE))
        return cd_str_is(cd_view_fold_of(v, noun), "age") || since_age(v)
                   ? cd_view_doer(v, CD_STR("age"))
                   : cd_view_named(v, noun, CD_STR("age"));
    if (cd_view_counted(v).p != NULL)
        return v->b->verb != CD_NODE_NONE &&
                       !cd_str_is(cd_view_fold_of(v, noun + 1), "(")
                   ? cd_view_doer(v, cd_str_is(v->b->quantity->unit, "time")
                                         ? cd_bearer_deed(v, cd_view_counted(v))
                                         : cd_view_counted(v))
                   : cd_view_named(v, noun, cd_view_counted(v));
    if (cd_view_is_class(v, CD_QUANTITY_DURATION))
        return cd_view_named(
            v, noun, cd_view_join(v, CD_STR("time"), " ", cd_view_trailing(v)));
    if (cd_view_is_class(v, CD_QUANTITY_SCORE) && v->b->verb != CD_NODE_NONE)
        return cd_view_doer(v, cd_bearer_score(v));
    if (v->b->quantity->shape == CD_SHAPE_FROM_TO)
        return cd_bearer_of_subject(v);
    if (cd_view_is_share(v) && v->b->verb != CD_NODE_NONE)
        return cd_view_doer(v, cd_phrase_clause(v->s, v->b->verb));
    return cd_view_split(v, noun);
}

/* "falling from A to B" */
static bool
moves(const struct cd_view *v)
{
    return v->b->quantity->shape == CD_SHAPE_FROM_TO &&
           v->b->verb != CD_NODE_NONE &&
           (cd_word_is(cd_view_fold_of(v, v->b->verb), CD_WORD_MOVE) ||
            cd_word_is(cd_view_fold_of(v, v->b->verb), CD_WORD_PUSH));
}

/* "talks between the two countries": they are known, and how many of them there
 * are is said of themselves.  Not of a share: "eight of the ten questions". */
static bool
is_known_group(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t i = v->b->node;

    if (!cd_view_is_class(v, CD_QUANTITY_COUNT) || v->b->tie == CD_TIE_BEFORE ||
        cd_view_counted(v).p == NULL || v->b->preposition.n == 0 ||
        cd_str_is(v->b->preposition, "out"))
        return false;
    i -= i > 0 && cd_str_is(n[i - 1].fold, "other");
    if (i == 0 || !(cd_str_is(n[i - 1].fold, "the") ||
                    cd_str_is(n[i - 1].fold, "these") ||
                    cd_str_is(n[i - 1].fold, "those")))
        return false;
    for (; i > 0 && !cd_str_eq(n[i - 1].fold, v->b->preposition); i--)
        if (cd_node_is_noun(&n[i - 1]))
            return false;
    return !(cd_str_is(v->b->preposition, "of") && i > 1 &&
             n[i - 2].quantity != CD_NODE_NONE);
}

/* "doubled its dividend", "Sales doubled": a multiple that is the verb. */
static struct cd_bearer
own_verb(const struct cd_view *v)
{
    struct cd_bearer bearer = cd_bearer_of_subject(v);
    size_t object = cd_syntax_object(v->s, v->b->node);

    if (object != CD_NODE_NONE && object < v->b->node + OBJECT_MAX &&
        cd_view_is_class(v, CD_QUANTITY_MULTIPLE) &&
        v->s->nodes[v->b->node + 1].tag != CD_POS_ADP &&
        v->s->nodes[v->b->node + 1].tag != CD_POS_SCONJ)
        bearer = cd_view_doer(v, cd_phrase_of(v->s, object));
    if (bearer.property.p == NULL && bearer.node != CD_NODE_NONE &&
        cd_view_is_class(v, CD_QUANTITY_MULTIPLE) &&
        v->s->nodes[bearer.node].tag == CD_POS_NOUN &&
        v->s->nodes[bearer.node].quantity == CD_NODE_NONE)
        bearer.property = cd_phrase_noun(v->s, bearer.node);
    return bearer;
}

static bool
known_group(const struct cd_view *v, struct cd_bearer *out)
{
    if (!is_known_group(v))
        return false;
    *out = (struct cd_bearer){ cd_view_counted(v), v->b->node,
                               cd_view_join(v, CD_STR("number of"), " ",
                                            cd_view_counted(v)) };
    return true;
}

static bool
distant(const struct cd_view *v, struct cd_bearer *out)
{
    size_t place = cd_bearer_place(v);

    if (place == CD_NODE_NONE)
        return false;
    *out = cd_bearer_distance(v, place);
    return true;
}

/* "with 60% of voters backing the plan" */
static bool
of_group(const struct cd_view *v, struct cd_bearer *out)
{
    if (v->b->part_of == CD_NODE_NONE || !cd_view_is_share(v) ||
        !cd_str_is(v->b->preposition, "with"))
        return false;
    *out = cd_view_share_of_group(v);
    return true;
}

/* "is worth $5m", "$5m worth of shares" */
static bool
worth(const struct cd_view *v, struct cd_bearer *out)
{
    if (v->b->node > 0 &&
        cd_str_is(cd_view_fold_of(v, v->b->node - 1), "worth"))
        *out = cd_price_worth(v);
    else if (v->b->part_of != CD_NODE_NONE && cd_view_counted(v).p == NULL &&
             cd_str_is(cd_view_fold_of(v, v->b->node + 1), "worth"))
        *out = cd_view_named(v, v->b->part_of, CD_STR("value"));
    else
        return false;
    return true;
}

/* False if the quantity is none of that kind. */
typedef bool reader(const struct cd_view *v, struct cd_bearer *out);

static struct cd_bearer
by_tie(const struct cd_view *v)
{
    static reader *const special[] = {
        cd_bearer_beside,
        cd_bearer_children,
        cd_bearer_lasting,
        cd_bearer_held,
        known_group,
        distant,
        cd_shift_read,
        cd_bearer_discount,
        cd_bearer_interval,
        of_group,
        worth,
    };
    struct cd_bearer bearer;

    for (size_t i = 0; i < CD_COUNT(special); i++)
        if (special[i](v, &bearer))
            return bearer;
    if (v->b->verb == v->b->node)
        return own_verb(v);
    switch (v->b->tie) {
    case CD_TIE_BEFORE:
    case CD_TIE_NOUN:
        if (cd_view_counted(v).p != NULL && v->b->tie == CD_TIE_NOUN &&
            !v->change->delta &&
            !cd_word_is(cd_view_fold_of(v, v->b->noun), CD_WORD_MEASURE))
            return cd_view_doer(v, cd_bearer_deed(v, cd_view_counted(v)));
        return of_noun(v, v->b->noun);
    case CD_TIE_SUBJECT:
        return cd_bearer_as_subject(v);
    case CD_TIE_ASIDE:
        return moves(v) ? of_change_verb(v) : aside(v);
    case CD_TIE_IS:
        return cd_bearer_equal(v);
    case CD_TIE_OBJECT:
    case CD_TIE_OBLIQUE:
        if (v->change->word != CD_NODE_NONE &&
            (v->change->word == v->b->verb || moves(v)))
            return of_change_verb(v);
        if (((cd_word_is(cd_view_fold_of(v, v->b->verb), CD_WORD_EQUAL) ||
              cd_change_sums_up(v->s, v->b->verb)) &&
             cd_view_counted(v).p == NULL && !cd_bearer_kept(v) &&
             !cd_str_is(v->b->preposition, "in")) ||
            (v->s->nodes[v->b->verb].tag == CD_POS_ADJ))
            return cd_bearer_equal(v);
        return cd_bearer_by_verb(v);
    default:
        bearer = v->b->verb == CD_NODE_NONE ? cd_bearer_compared(v)
                                            : cd_bearer_nobody;
        if (bearer.node == CD_NODE_NONE && cd_bearer_compared_with(v).p != NULL)
            return cd_view_doer(v, cd_bearer_compared_with(v));
        return bearer.node != CD_NODE_NONE || bearer.property.p != NULL
                   ? bearer
                   : cd_bearer_of_subject(v);
    }
}

/* Is no other noun between an owner and the quantity: "our planet 9 times"? */
static bool
owns(const struct cd_syntax *s, size_t owner, size_t node)
{
    for (size_t i = owner + 1; i < node; i++)
        if ((s->nodes[i].tag == CD_POS_NOUN ||
             s->nodes[i].tag == CD_POS_PROPN) &&
            !cd_node_is_clitic(&s->nodes[i]))
            return false;
    return true;
}

/* A time owns nothing. */
static struct cd_bearer
without_time(const struct cd_view *v, struct cd_bearer bearer)
{
    if (bearer.node == CD_NODE_NONE || !cd_clause_is_time(v->s, bearer.node))
        return bearer;
    return (struct cd_bearer){ { NULL, 0 }, CD_NODE_NONE, bearer.property };
}

struct cd_bearer
cd_bearer_read(const struct cd_syntax *syntax, struct cd_arena *arena,
               const struct cd_bond *bond, const struct cd_change *change)
{
    struct cd_view v = { syntax, arena, bond, change };
    struct cd_bearer bearer, sized;
    const char *told;
    size_t owner;

    if (bond->node == CD_NODE_NONE)
        return cd_bearer_nobody;
    bearer = by_tie(&v);
    if (cd_str_is(bearer.subject, "There") ||
        cd_str_is(bearer.subject, "there"))
        bearer.subject = cd_view_counted(&v);
    owner = cd_syntax_owner(syntax, bond->node);
    if (cd_bearer_is_old_one(&v))
        bearer.subject = cd_view_span_text(&v, bond->node, bond->node + 1);
    else if (owner != CD_NODE_NONE && owns(syntax, owner, bond->node) &&
             !cd_bearer_is_own_age(&v, owner, bearer) &&
             !(cd_view_is_class(&v, CD_QUANTITY_COUNT) &&
               cd_bearer_size(&v, bond->noun, &sized)))
        bearer =
            cd_view_named(&v, cd_bearer_of_age(&v, owner), bearer.property);
    bearer = cd_bearer_ordered(&v, bearer);
    if (cd_view_is_class(&v, CD_QUANTITY_AGE))
        bearer.property = CD_STR("age");
    told = cd_bearer_told(&v);
    if (cd_quantity_is_exchange(bond->quantity)) {
        told = "exchange rate";
        if (cd_price_exchanged(&v).p != NULL)
            bearer = (struct cd_bearer){ cd_price_exchanged(&v),
                                         CD_NODE_NONE,
                                         { NULL, 0 } };
    }
    if (told != NULL)
        bearer.property = cd_str_of(told);
    if (cd_view_is_share(&v) && bond->part_of != CD_NODE_NONE &&
        (bearer.property.p == NULL ||
         cd_str_eq(bearer.property, bearer.subject)))
        bearer.property = cd_bearer_share(&v); /* "is at 25% of the market" */
    if (cd_view_is_class(&v, CD_QUANTITY_RANK))
        bearer = cd_bearer_rank(&v, bearer);
    if (bearer.property.p == NULL)
        bearer.property = cd_bearer_usual(&v);
    return without_time(&v, bearer);
}
