/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/price.h"

enum {
    NEAR_SUM = 3,      /* tokens from "2 percent" to "$72" */
    PRICE_MAX = 10000, /* by which a price moves, in any currency */
};

/* What a relative pronoun before the verb stands for: layoffs of "layoffs,
 * which it made". */
static size_t
relative_object(const struct cd_view *v, size_t verb)
{
    const struct cd_node *n = v->s->nodes;
    size_t subject = cd_syntax_subject(v->s, verb), i = subject;

    if (subject == CD_NODE_NONE || subject > verb)
        return CD_NODE_NONE;
    i = cd_phrase_first(v->s, subject);
    while (i > 0 && n[i - 1].tag == CD_POS_DET &&
           !cd_str_is(n[i - 1].fold, "which"))
        i--;
    if (i < 2 || !(cd_str_is(n[i - 1].fold, "which") ||
                   cd_str_is(n[i - 1].fold, "that")))
        return CD_NODE_NONE;
    i -= 2;
    if (cd_str_is(n[i].fold, ",") && i > 0)
        i--;
    return cd_node_is_noun(&n[i]) && n[i].quantity == CD_NODE_NONE
               ? i
               : CD_NODE_NONE;
}

size_t
cd_price_object(const struct cd_view *v, size_t verb)
{
    const struct cd_node *n = v->s->nodes;
    size_t last = CD_NODE_NONE;

    for (size_t i = verb + 1; i < v->b->anchor; i++)
        if (n[i].head == verb && cd_node_is_noun(&n[i]) &&
            n[i].quantity == CD_NODE_NONE && !cd_node_is_time(&n[i]) &&
            n[i].tag != CD_POS_PRON && cd_syntax_case(v->s, i) == CD_NODE_NONE)
            last = i;
    return last;
}

struct cd_bearer
cd_price_bearer(const struct cd_view *v, struct cd_str property)
{
    size_t object = v->b->anchor, verb = v->b->verb;

    if (!cd_str_is(v->b->preposition, "for") &&
        !cd_str_is(v->b->preposition, "at"))
        return cd_view_doer(v, property);
    if (v->s->nodes[verb].tag == CD_POS_VERB_DONE && verb > 0 &&
        v->s->nodes[verb - 1].tag == CD_POS_AUX)
        return cd_view_doer(v, property); /* "was sold to Tarn for" */
    if (relative_object(v, verb) != CD_NODE_NONE)
        return cd_view_named(v, relative_object(v, verb), property);
    while (object > 0 &&
           !cd_str_eq(v->s->nodes[object].fold, v->b->preposition))
        object--;
    if (cd_price_object(v, verb) != CD_NODE_NONE)
        return cd_view_named(v, cd_price_object(v, verb), property);
    if (object > verb + 1 && cd_node_is_noun(&v->s->nodes[object - 1]))
        return (struct cd_bearer){ cd_phrase_noun(v->s, object - 1), object - 1,
                                   property };
    return cd_view_doer(v, property);
}

struct cd_bearer
cd_price_worth(const struct cd_view *v)
{
    size_t at = v->b->node - 1;

    if (at > 0 && cd_node_is_noun(&v->s->nodes[at - 1]))
        return (struct cd_bearer){ cd_phrase_noun(v->s, at - 1), at - 1,
                                   CD_STR("value") };
    return cd_view_doer(v, CD_STR("value"));
}

struct cd_str
cd_price_exchanged(const struct cd_view *v)
{
    size_t at = v->b->node;

    if (at < 2 || !cd_str_is(cd_view_fold_of(v, at - 1), "="))
        return (struct cd_str){ NULL, 0 };
    at -= 2;
    while (at > 0 && v->s->nodes[at].span.start > 0 &&
           (v->s->nodes[at].flags & CD_TOKEN_SPACED) == 0 &&
           v->s->nodes[at - 1].tag == CD_POS_SYM)
        at--; /* the sign that stands apart from its number */
    return cd_view_span_text(v, at, v->b->node - 1);
}

/* Is the quantity right behind one, of the same verb, a sum: "2 percent to
 * $72"? */
static bool
reaches_sum(const struct cd_view *v)
{
    const struct cd_quantity *q = v->b->quantity;

    return v->b->index + 1 < v->s->reading->count &&
           q->class == CD_QUANTITY_PERCENT && q[1].class == CD_QUANTITY_MONEY &&
           q[1].first < q->end + NEAR_SUM;
}

/* The same where the sum is per something: "0.4% to $2,310 an ounce". */
static bool
reaches_rate(const struct cd_view *v)
{
    return reaches_sum(v) &&
           cd_str_find(v->b->quantity[1].unit, CD_STR("/"), 0) != SIZE_MAX;
}

static bool
is_currency(struct cd_str fold)
{
    static const char *const names[] = { "dollar", "euro",     "yen",
                                         "pound",  "sterling", "franc",
                                         "rupee",  "yuan",     "rouble",
                                         "ruble",  "currency", "greenback" };

    return cd_str_among(fold, names, CD_COUNT(names));
}

/* Can so much money be what one thing costs more than before? */
static bool
is_price(const struct cd_quantity *quantity)
{
    return quantity->class == CD_QUANTITY_MONEY &&
           quantity->shape == CD_SHAPE_ONE && !quantity->value.negative &&
           cd_decimal_compare(quantity->value, cd_decimal_of(PRICE_MAX, 0)) < 0;
}

struct cd_str
cd_price_moved(const struct cd_view *v, size_t bearer)
{
    const struct cd_node *n = v->s->nodes;
    bool level = !v->change->delta && cd_view_is_class(v, CD_QUANTITY_MONEY);

    if (bearer == CD_NODE_NONE || n[bearer].tag == CD_POS_PRON ||
        n[bearer].quantity != CD_NODE_NONE)
        return CD_STR("change");
    if (level && cd_str_find(v->b->quantity->unit, CD_STR("/"), 0) != SIZE_MAX)
        return CD_STR("price");
    if (n[bearer].tag == CD_POS_PROPN &&
        (n[bearer].flags & CD_TOKEN_CAPITAL) != 0 && (level || reaches_sum(v)))
        return CD_STR("share price");
    if (n[bearer].tag == CD_POS_NOUN && is_currency(n[bearer].fold))
        return v->change->delta ? CD_STR("change")
                                : cd_phrase_noun(v->s, bearer);
    if (n[bearer].tag == CD_POS_NOUN &&
        (is_price(v->b->quantity) || reaches_rate(v)))
        return CD_STR("price"); /* "crude fell $2.79", "2% to $9 a barrel" */
    if (n[bearer].tag == CD_POS_NOUN &&
        (bearer == 0 || (n[bearer].flags & CD_TOKEN_CAPITAL) == 0))
        return cd_phrase_noun(v->s, bearer);
    return CD_STR("change");
}
