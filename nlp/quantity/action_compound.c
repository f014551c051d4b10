/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Actions on two quantities: compounds and ranges.
 */
#include "nlp/quantity/action.h"
#include "nlp/quantity/noun.h"

/* Units that are said together, in the smallest of their kind. */
static const struct {
    const char *unit;
    char kind;
    int64_t size;
} compounds[] = {
    { "s", 't', 1 },        { "min", 't', 60 },    { "h", 't', 3600 },
    { "d", 't', 86400 },    { "wk", 't', 604800 }, { "mo", 't', 2628000 },
    { "a", 't', 31536000 }, { "in", 'f', 1 },      { "ft", 'f', 12 },
    { "yd", 'f', 36 },      { "mi", 'f', 63360 },  { "oz", 'w', 1 },
    { "lb", 'w', 16 },      { "st", 'w', 224 },    { "mm", 'l', 1 },
    { "cm", 'l', 10 },      { "m", 'l', 1000 },    { "km", 'l', 1000000 },
    { "g", 'g', 1 },        { "kg", 'g', 1000 },
};

/* Index of a unit above, or its count. */
static size_t
compound_unit(struct cd_str unit)
{
    size_t i = 0;

    while (i < CD_COUNT(compounds) && !cd_str_is(unit, compounds[i].unit))
        i++;
    return i;
}

/* A quantity as a part of a larger unit of its kind: 30 min of an hour. */
static bool
part_of(const struct cd_quantity *r, struct cd_str unit, struct cd_decimal *out)
{
    size_t whole = compound_unit(unit), part = compound_unit(r->unit);

    if (r->shape != CD_SHAPE_ONE || whole == CD_COUNT(compounds) ||
        part == CD_COUNT(compounds) ||
        compounds[whole].kind != compounds[part].kind ||
        compounds[part].size >= compounds[whole].size)
        return false;
    *out = cd_decimal_over(
        cd_decimal_times(r->value, cd_decimal_of(compounds[part].size, 0)),
        cd_decimal_of(compounds[whole].size, 0));
    return true;
}

/* "5 feet 2 inches", "2 hours and 10 minutes": in the larger unit. */
static bool
make_compound(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity q = *cd_work_quantity(work, match->slots[CD_SLOT_Q]);
    struct cd_quantity r = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    struct cd_decimal part;

    if (q.shape != CD_SHAPE_ONE || !part_of(&r, q.unit, &part))
        return false;
    cd_make_wider(work, match, match->slots[CD_SLOT_Q], out)->value =
        cd_decimal_plus(q.value, part);
    return true;
}

/* "a minute and 30 seconds": the unit of the one in slot u. */
static bool
make_article_compound(struct cd_work *work, struct cd_match *match,
                      struct cd_item *out)
{
    const char *code = cd_slot_unit(work, match, CD_SLOT_U);
    struct cd_quantity r = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    struct cd_quantity *made;
    struct cd_decimal part;

    if (code == NULL || !part_of(&r, cd_str_of(code), &part))
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_R], out);
    made->unit = cd_str_of(code);
    made->value = cd_decimal_plus(cd_decimal_of(1, 0), part);
    made->number = made->first;
    return true;
}

/* "1 hour thirty": minutes without their name, in slot m. */
static bool
make_minutes_bare(struct cd_work *work, struct cd_match *match,
                  struct cd_item *out)
{
    struct cd_quantity q = *cd_work_quantity(work, match->slots[CD_SLOT_Q]);
    struct cd_decimal minutes =
        cd_work_number(work, match->slots[CD_SLOT_M])->value;

    if (q.shape != CD_SHAPE_ONE || !cd_str_is(q.unit, "h") ||
        cd_decimal_compare(minutes, cd_decimal_of(60, 0)) >= 0)
        return false;
    cd_make_wider(work, match, match->slots[CD_SLOT_Q], out)->value =
        cd_decimal_plus(q.value,
                        cd_decimal_over(minutes, cd_decimal_of(60, 0)));
    return true;
}

/* "one hour and a half": slot r is the fraction. */
static bool
make_and_fraction(struct cd_work *work, struct cd_match *match,
                  struct cd_item *out)
{
    struct cd_quantity r = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    struct cd_quantity *made;

    if (r.class != CD_QUANTITY_FRACTION)
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    made->value = cd_decimal_plus(made->value, r.value);
    return true;
}

/* "3 dollars and 50 cents"; "20 cents and 40 cents" are two sums. */
static bool
make_coins(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity q = *cd_work_quantity(work, match->slots[CD_SLOT_Q]);
    struct cd_quantity r = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    struct cd_quantity *made;

    if (q.shape != CD_SHAPE_ONE || r.shape != CD_SHAPE_ONE ||
        cd_decimal_compare(q.value, cd_decimal_of(1, 0)) < 0 ||
        cd_decimal_compare(r.value, cd_decimal_of(1, 0)) >= 0)
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    made->value = cd_decimal_plus(made->value, r.value);
    made->precision = cd_decimal_of(1, -2);
    return true;
}

/* "a dollar and 42 cents" */
static bool
make_article_coins(struct cd_work *work, struct cd_match *match,
                   struct cd_item *out)
{
    struct cd_quantity r = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    struct cd_quantity *made;

    if (r.shape != CD_SHAPE_ONE ||
        cd_decimal_compare(r.value, cd_decimal_of(1, 0)) >= 0)
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_R], out);
    made->value = cd_decimal_plus(r.value, cd_decimal_of(1, 0));
    made->number = made->first;
    return true;
}

/* "$20 and 43c": the letter was read as a temperature. */
static bool
make_coins_letter(struct cd_work *work, struct cd_match *match,
                  struct cd_item *out)
{
    struct cd_quantity r = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    char last = work->text.p[r.span.end - 1];
    struct cd_quantity *made;
    int64_t cents;

    if (!cd_str_is(r.unit, "degC") || last != 'c' ||
        !cd_decimal_integer(r.value, &cents) || cents < 1 || cents > 99)
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    if (made->shape != CD_SHAPE_ONE)
        return false;
    made->value = cd_decimal_plus(made->value, cd_decimal_of(cents, -2));
    made->precision = cd_decimal_of(1, -2);
    return true;
}

/* "15 dollars and 50": hundredths without their name, in slot m. */
static bool
make_coins_bare(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    struct cd_quantity q = *cd_work_quantity(work, match->slots[CD_SLOT_Q]);
    struct cd_decimal cents =
        cd_work_number(work, match->slots[CD_SLOT_M])->value;
    struct cd_quantity *made;
    int64_t whole;

    if (q.shape != CD_SHAPE_ONE || !cd_decimal_integer(q.value, &whole) ||
        cd_decimal_compare(q.scale, cd_decimal_of(1, 0)) > 0 ||
        cd_decimal_compare(cents, cd_decimal_of(100, 0)) >= 0)
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    made->value =
        cd_decimal_plus(q.value, cd_decimal_times(cents, cd_decimal_of(1, -2)));
    made->precision = cd_decimal_of(1, -2);
    return true;
}

static bool
has_to(const struct cd_work *work, const struct cd_match *match)
{
    for (size_t i = match->from; i < match->to; i++)
        if ((work->items[i].classes & CD_CLASS(TO)) != 0)
            return true;
    return false;
}

/* "lost more than $2 to $70", "widened 3 basis points to 28 basis points": by
 * that and to that, no range. */
static bool
is_move(const struct cd_work *work, const struct cd_quantity *q,
        const struct cd_quantity *r)
{
    bool moved = false;

    for (size_t i = q->first; i-- > 0 && i + 4 > q->first;)
        moved |= (work->terms[i].classes & CD_CLASS(CHANGED)) != 0;
    return moved &&
           (q->class == CD_QUANTITY_MONEY || q->class == CD_QUANTITY_POINTS) &&
           cd_decimal_compare(
               r->value, cd_decimal_times(q->value, cd_decimal_of(5, 0))) > 0;
}

/* "from $75 per barrel to $45": is unit that of the other, per something? */
static bool
is_per(struct cd_str unit, struct cd_str other)
{
    return unit.n > other.n && unit.p[other.n] == '/' &&
           cd_str_starts(unit, other);
}

/* The hours of "30 minutes to 2 hours" become minutes, if that is the other's
 * unit. */
static bool
in_smaller(struct cd_quantity *q, struct cd_str unit)
{
    size_t own = compound_unit(q->unit), other = compound_unit(unit);
    int64_t factor;

    if (own == CD_COUNT(compounds) || other == CD_COUNT(compounds) ||
        compounds[own].kind != compounds[other].kind ||
        compounds[own].size <= compounds[other].size ||
        compounds[own].size % compounds[other].size != 0)
        return false;
    factor = compounds[own].size / compounds[other].size;
    q->value = cd_decimal_times(q->value, cd_decimal_of(factor, 0));
    return true;
}

/* "$5 million to $7 million". */
static bool
make_quantity_range(struct cd_work *work, struct cd_match *match,
                    struct cd_item *out)
{
    struct cd_quantity q = *cd_work_quantity(work, match->slots[CD_SLOT_Q]);
    struct cd_quantity r = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    bool from = (work->items[match->from].classes & CD_CLASS(FROM)) != 0;
    struct cd_quantity *made;

    if (from && is_per(q.unit, r.unit))
        r.unit = q.unit;
    else if (in_smaller(&r, q.unit))
        r.unit = q.unit;
    else if (q.class == CD_QUANTITY_MONEY && is_per(r.unit, q.unit))
        q.unit = r.unit;
    if (!cd_str_eq(q.unit, r.unit) || q.class != r.class ||
        q.shape != CD_SHAPE_ONE || r.shape != CD_SHAPE_ONE ||
        (!from && cd_decimal_compare(q.value, r.value) >= 0) ||
        (!from && has_to(work, match) && is_move(work, &q, &r)))
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_R], out);
    made->unit = r.unit;
    made->shape = CD_SHAPE_RANGE;
    made->kind = CD_KIND_RANGE;
    made->low = q.value;
    /* "$10 to $15 billion" */
    if (q.scale.digits == 0 && r.scale.digits != 0 &&
        cd_decimal_compare(q.value, cd_decimal_over(r.value, r.scale)) < 0)
        made->low = cd_decimal_times(q.value, r.scale);
    made->high = r.value;
    made->from_to = from;
    return true;
}

/* "from 450 sq ft up to 900 sq ft": no change. */
static bool
make_quantity_span(struct cd_work *work, struct cd_match *match,
                   struct cd_item *out)
{
    if (!make_quantity_range(work, match, out))
        return false;
    work->pool[out->quantity].from_to = false;
    return true;
}

/* "$10 to 12 million", "1.5 to 2 degrees" where only one end has the unit. */
static bool
make_half_range(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    bool unit_first = match->slots[CD_SLOT_Q] != CD_NO_INDEX;
    size_t with = match->slots[unit_first ? CD_SLOT_Q : CD_SLOT_R];
    struct cd_quantity q = *cd_work_quantity(work, with);
    struct cd_number n = *cd_work_number(work, match->slots[CD_SLOT_M]);
    struct cd_decimal low = unit_first ? q.value : n.value;
    struct cd_decimal high = unit_first ? n.value : q.value;
    bool from = (work->items[match->from].classes & CD_CLASS(FROM)) != 0;
    struct cd_quantity *made;

    if (q.shape != CD_SHAPE_ONE ||
        (q.class == CD_QUANTITY_PERCENT && n.scale.digits != 0))
        return false;
    if (unit_first && n.scale.digits != 0 &&
        cd_decimal_compare(low, cd_decimal_over(high, n.scale)) <= 0)
        low = cd_decimal_times(low, n.scale);
    if (!from && cd_decimal_compare(low, high) >= 0)
        return false;
    made = cd_make_wider(work, match, with, out);
    made->shape = CD_SHAPE_RANGE;
    made->kind = CD_KIND_RANGE;
    made->low = low;
    made->high = high;
    made->from_to = from;
    return true;
}

/* "5 million tonnes of greenhouse gases": what is measured, in slot w. */
static bool
make_of_noun(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    size_t from = match->slots[CD_SLOT_W];
    struct cd_noun noun;
    struct cd_quantity *made;

    if (!cd_noun_phrase(work, from, true, &noun))
        return false;
    match->to = noun.end;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    made->noun = work->items[from].first;
    made->noun_end = work->items[noun.end - 1].end;
    return true;
}

const struct cd_action_row cd_actions_compound[] = {
    { "compound", make_compound },
    { "article-compound", make_article_compound },
    { "minutes-bare", make_minutes_bare },
    { "coins", make_coins },
    { "article-coins", make_article_coins },
    { "coins-letter", make_coins_letter },
    { "coins-bare", make_coins_bare },
    { "quantity-range", make_quantity_range },
    { "quantity-span", make_quantity_span },
    { "half-range", make_half_range },
    { "of-noun", make_of_noun },
    { "and-fraction", make_and_fraction },
    { NULL, NULL },
};
