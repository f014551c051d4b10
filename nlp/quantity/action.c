/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/action.h"

/* "from the previous one to 695,000": no range begins so low. */
static bool
is_apart(struct cd_decimal low, struct cd_decimal high)
{
    return cd_decimal_compare(low, cd_decimal_of(1, 0)) == 0 &&
           cd_decimal_compare(high, cd_decimal_of(1, 4)) >= 0;
}

/* Both ends of a range as one number: "10-12 million", "5 to 7". */
static bool
make_range(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_number low = *cd_work_number(work, match->slots[CD_SLOT_N]);
    struct cd_number high = *cd_work_number(work, match->slots[CD_SLOT_M]);
    const struct cd_item *first = &work->items[match->from];
    bool from = (first->classes & CD_CLASS(FROM)) != 0;

    if (low.scale.digits == 0 && high.scale.digits != 0 &&
        cd_decimal_compare(low.value,
                           cd_decimal_over(high.value, high.scale)) <= 0)
        low.value = cd_decimal_times(low.value, high.scale);
    if (!from && (cd_decimal_compare(low.value, high.value) >= 0 ||
                  is_apart(low.value, high.value)))
        return false;
    cd_make_item(work, match, CD_CLASS(NUM) | CD_CLASS(RANGE), out);
    out->number = work->items[match->slots[CD_SLOT_N]].number;
    low.high = high.value;
    low.rule = match->id;
    low.precision = high.precision;
    low.from_to = from;
    low.classes = CD_CLASS(NUM) | CD_CLASS(RANGE);
    work->numbers[out->number] = low;
    return true;
}

/* A range that is no change, whatever stands before it. */
static bool
make_span(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    if (!make_range(work, match, out))
        return false;
    work->numbers[out->number].from_to = false;
    return true;
}

/* "three or four", "10 or 15": the next number, or the next round one, and not
 * a choice of two. */
static bool
make_range_next(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    struct cd_decimal low =
        cd_work_number(work, match->slots[CD_SLOT_N])->value;
    struct cd_decimal high =
        cd_work_number(work, match->slots[CD_SLOT_M])->value;

    static const int steps[] = { 1, 5, 10 };

    for (size_t i = 0; i < CD_COUNT(steps); i++)
        if (cd_decimal_compare(cd_decimal_minus(high, low),
                               cd_decimal_of(steps[i], 0)) == 0)
            return make_range(work, match, out);
    return false;
}

/* "by 25 to 30 seats": two numbers near each other are a range; a step and the
 * level that it led to are not. */
static bool
make_range_near(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    struct cd_decimal low =
        cd_work_number(work, match->slots[CD_SLOT_N])->value;

    return cd_decimal_compare(
               cd_work_number(work, match->slots[CD_SLOT_M])->value,
               cd_decimal_plus(low, low)) <= 0 &&
           make_range(work, match, out);
}

/* "forty-five (45)": one number, said twice. */
static bool
make_restated(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    size_t n = match->slots[CD_SLOT_N];

    if (cd_decimal_compare(
            cd_work_number(work, n)->value,
            cd_work_number(work, match->slots[CD_SLOT_M])->value) != 0)
        return false;
    cd_make_item(work, match, work->items[n].classes, out);
    out->number = work->items[n].number;
    work->numbers[out->number].rule = match->id;
    return true;
}

/* "a third year": the article belongs to the noun, and the fraction is an
 * ordinal. */
static bool
make_third_noun(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    const struct cd_item *item = &work->items[match->from];

    if ((work->words[item->first].classes & CD_CLASS(ARTICLE)) == 0 ||
        (work->words[item->end - 1].classes & CD_CLASS(ORDINAL)) == 0)
        return false;
    match->makes = "ordinal";
    return cd_make_nonclaim(work, match, out);
}

/* "the last three quarters" of a year: no share. */
static bool
make_quarters(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    const struct cd_item *item = &work->items[match->from];

    if (!cd_token_is(&work->reading->tokens.items[item->end - 1], "quarters"))
        return false;
    match->makes = "date";
    return cd_make_nonclaim(work, match, out);
}

static bool
make_tolerance(struct cd_work *work, struct cd_match *match,
               struct cd_item *out)
{
    struct cd_quantity *made;

    if (match->slots[CD_SLOT_Q] != CD_NO_INDEX)
        made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    else
        made = cd_make_numbered(work, match, CD_QUANTITY_PLAIN, out);
    made->tolerance =
        match->slots[CD_SLOT_M] != CD_NO_INDEX
            ? cd_work_number(work, match->slots[CD_SLOT_M])->value
            : cd_work_quantity(work, match->slots[CD_SLOT_R])->value;
    made->kind = CD_KIND_ABOUT;
    return true;
}

/* "5 plus or minus 1 km": the number takes the unit of its tolerance. */
static bool
make_tolerance_unit(struct cd_work *work, struct cd_match *match,
                    struct cd_item *out)
{
    struct cd_decimal value =
        cd_work_number(work, match->slots[CD_SLOT_N])->value;
    struct cd_quantity *made =
        cd_make_wider(work, match, match->slots[CD_SLOT_R], out);

    made->tolerance = made->value;
    made->value = value;
    made->kind = CD_KIND_ABOUT;
    return true;
}

static bool
bound(struct cd_work *work, struct cd_match *match, struct cd_item *out,
      enum cd_quantity_kind kind)
{
    struct cd_quantity q = *cd_work_quantity(work, match->slots[CD_SLOT_Q]);
    size_t to = match->to;
    struct cd_quantity *made;

    /* the words of the bound are no part of the span */
    match->to = match->slots[CD_SLOT_Q] + 1;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    if (q.kind == CD_KIND_EXACT || q.kind == CD_KIND_ABOUT)
        made->kind = kind;
    made->hedge = made->end;
    made->hedge_end = work->items[to - 1].end;
    out->end = made->hedge_end;
    match->to = to;
    return true;
}

static bool
make_at_least(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    return bound(work, match, out, CD_KIND_AT_LEAST);
}

static bool
make_at_most(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    return bound(work, match, out, CD_KIND_AT_MOST);
}

static bool
make_about(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    return bound(work, match, out, CD_KIND_ABOUT);
}

static const struct cd_action_row own[] = {
    { "range", make_range },
    { "range-next", make_range_next },
    { "range-near", make_range_near },
    { "span", make_span },
    { "restated", make_restated },
    { "third-noun", make_third_noun },
    { "quarters", make_quarters },
    { "tolerance", make_tolerance },
    { "tolerance-unit", make_tolerance_unit },
    { "at-least", make_at_least },
    { "at-most", make_at_most },
    { "about", make_about },
    { "date", cd_make_nonclaim },
    { "model name", cd_make_nonclaim },
    { "version", cd_make_nonclaim },
    { "phone", cd_make_nonclaim },
    { "address", cd_make_nonclaim },
    { "clock time", cd_make_nonclaim },
    { "ordinal", cd_make_nonclaim },
    { "list number", cd_make_nonclaim },
    { "reference", cd_make_nonclaim },
    { "idiom", cd_make_nonclaim },
    { "other", cd_make_nonclaim },
    { NULL, NULL },
};

static const struct cd_action_row *const tables[] = {
    own,
    cd_actions_unit,
    cd_actions_mark,
    cd_actions_compound,
    cd_actions_per,
    cd_actions_count,
    cd_actions_score,
};

cd_action *
cd_action_find(const char *makes)
{
    for (size_t i = 0; i < CD_COUNT(tables); i++)
        for (const struct cd_action_row *row = tables[i]; row->name != NULL;
             row++)
            if (strcmp(row->name, makes) == 0)
                return row->action;
    return NULL;
}
