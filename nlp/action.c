/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The actions of the grammar's rows: what the column "makes" names.
 */
#include "nlp/make.h"
#include "nlp/noun.h"

static const char *
slot_value(const struct cd_work *work, const struct cd_match *match,
           enum cd_slot slot, enum cd_class class)
{
    if (match->slots[slot] == CD_NO_INDEX)
        return NULL;
    return cd_term_value(&work->items[match->slots[slot]].term, class);
}

/* ---- numbers --------------------------------------------------------- */

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
    if (!from && cd_decimal_compare(low.value, high.value) >= 0)
        return false;
    cd_make_item(work, match, CD_CLASS(NUM) | CD_CLASS(RANGE), out);
    out->number = work->items[match->slots[CD_SLOT_N]].number;
    low.high = high.value;
    low.precision = high.precision;
    low.from_to = from;
    low.classes = CD_CLASS(NUM) | CD_CLASS(RANGE);
    work->numbers[out->number] = low;
    return true;
}

/* ---- number and unit ------------------------------------------------- */

static void
set_code(struct cd_work *work, struct cd_quantity *quantity, const char *code)
{
    (void)work;
    quantity->unit = cd_str_of(code);
    quantity->unit_system = "UCUM";
}

static void
scale_all(struct cd_quantity *quantity, struct cd_decimal factor)
{
    quantity->value = cd_decimal_times(quantity->value, factor);
    quantity->low = cd_decimal_times(quantity->low, factor);
    quantity->high = cd_decimal_times(quantity->high, factor);
    quantity->precision = cd_decimal_times(quantity->precision, factor);
}

/* "MUSD" is a million dollars. */
static const char *
million_code(struct cd_quantity *quantity, const char *code)
{
    if (code == NULL || code[0] != 'M' || code[1] == 0 || code[2] == 0 ||
        code[3] == 0)
        return code;
    scale_all(quantity, cd_decimal_of(1, 6));
    return code + 1;
}

static struct cd_quantity *
numbered(struct cd_work *work, struct cd_match *match,
         enum cd_quantity_class class, struct cd_item *out)
{
    struct cd_quantity *quantity = cd_make_quantity(work, match, class, out);

    cd_make_number(work, quantity, &work->items[match->slots[CD_SLOT_N]]);
    return quantity;
}

static bool
make_money(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        numbered(work, match, CD_QUANTITY_MONEY, out);
    const char *code = slot_value(work, match, CD_SLOT_C, CD_CLASS_CUR);

    if (code == NULL)
        code = slot_value(work, match, CD_SLOT_C, CD_CLASS_CURWORD);
    code = million_code(quantity, code);
    if (match->slots[CD_SLOT_W] != CD_NO_INDEX) {
        const char *scale = slot_value(work, match, CD_SLOT_W, CD_CLASS_SUFFIX);
        struct cd_decimal factor;

        if (scale == NULL)
            scale = slot_value(work, match, CD_SLOT_W, CD_CLASS_SCALE);
        if (scale != NULL && cd_decimal_parse(cd_str_of(scale), &factor))
            scale_all(quantity, factor);
    }
    set_code(work, quantity, code);
    quantity->unit_system = "ISO4217";
    return true;
}

static bool
make_pounds(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        numbered(work, match, CD_QUANTITY_MONEY, out);

    set_code(work, quantity, "GBP");
    quantity->unit_system = "ISO4217";
    return true;
}

static bool
make_cents(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        numbered(work, match, CD_QUANTITY_MONEY, out);

    scale_all(quantity, cd_decimal_of(1, -2));
    set_code(work, quantity,
             slot_value(work, match, CD_SLOT_C, CD_CLASS_CENTS));
    quantity->unit_system = "ISO4217";
    return true;
}

static bool
make_percent(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    set_code(work, numbered(work, match, CD_QUANTITY_PERCENT, out), "%");
    return true;
}

static bool
make_pp(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    set_code(work, numbered(work, match, CD_QUANTITY_POINTS, out), "pp");
    return true;
}

static bool
make_bp(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    set_code(work, numbered(work, match, CD_QUANTITY_POINTS, out), "bp");
    return true;
}

static const char *
unit_code(const struct cd_work *work, const struct cd_match *match,
          enum cd_slot slot)
{
    const char *code = slot_value(work, match, slot, CD_CLASS_UNIT);

    if (code == NULL)
        code = slot_value(work, match, slot, CD_CLASS_TIMEUNIT);
    if (code == NULL)
        code = slot_value(work, match, slot, CD_CLASS_CONTEXTUNIT);
    if (code == NULL)
        code = slot_value(work, match, slot, CD_CLASS_DEGUNIT);
    return code;
}

/* "2wk" is two weeks: a code that begins with digits multiplies. */
static const char *
factored(struct cd_quantity *quantity, const char *code)
{
    size_t n = 0;
    struct cd_decimal factor;

    while (code[n] >= '0' && code[n] <= '9')
        n++;
    if (n > 0 && cd_decimal_parse((struct cd_str){ code, n }, &factor))
        scale_all(quantity, factor);
    return code + n;
}

static bool
is_temperature(const char *code)
{
    return strcmp(code, "degC") == 0 || strcmp(code, "degF") == 0 ||
           strcmp(code, "K") == 0 || strcmp(code, "deg") == 0;
}

static bool
make_unit(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    const char *code = unit_code(work, match, CD_SLOT_U);
    const struct cd_item *unit = &work->items[match->slots[CD_SLOT_U]];
    enum cd_quantity_class class = CD_QUANTITY_PHYSICAL;
    struct cd_quantity *quantity;

    if (code == NULL)
        return false;
    if ((unit->classes & CD_CLASS(TIMEUNIT)) != 0)
        class = CD_QUANTITY_DURATION;
    else if (is_temperature(code))
        class = CD_QUANTITY_TEMPERATURE;
    quantity = numbered(work, match, class, out);
    set_code(work, quantity, factored(quantity, code));
    return true;
}

/* "an hour and a half": slot n is the fraction. */
static bool
make_unit_and_fraction(struct cd_work *work, struct cd_match *match,
                       struct cd_item *out)
{
    struct cd_quantity *quantity;

    if (!make_unit(work, match, out))
        return false;
    quantity = &work->pool[out->quantity];
    quantity->value = cd_decimal_plus(quantity->value, cd_decimal_of(1, 0));
    quantity->number = quantity->first;
    return true;
}

/* "a litre", "a dollar": the article says more than it counts. */
static bool
make_weak_unit(struct cd_work *work, struct cd_match *match,
               struct cd_item *out)
{
    const char *code = unit_code(work, match, CD_SLOT_U);
    const char *money = slot_value(work, match, CD_SLOT_U, CD_CLASS_CURWORD);
    struct cd_quantity *quantity = cd_make_quantity(
        work, match, money != NULL ? CD_QUANTITY_MONEY : CD_QUANTITY_PHYSICAL,
        out);

    quantity->value = cd_decimal_of(1, 0);
    quantity->number = quantity->first;
    quantity->number_end = quantity->first + 1;
    quantity->weak = true;
    set_code(work, quantity, money != NULL ? money : code);
    if (money != NULL)
        quantity->unit_system = "ISO4217";
    return true;
}

static bool
make_inches(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    set_code(work, numbered(work, match, CD_QUANTITY_PHYSICAL, out), "in");
    return true;
}

static bool
make_degrees(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    set_code(work, numbered(work, match, CD_QUANTITY_TEMPERATURE, out), "deg");
    return true;
}

static bool
make_age(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity = numbered(work, match, CD_QUANTITY_AGE, out);
    const char *code = unit_code(work, match, CD_SLOT_U);

    set_code(work, quantity, code != NULL ? factored(quantity, code) : "a");
    return true;
}

/* ---- compounds ------------------------------------------------------- */

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

/* "5 feet 2 inches", "2 hours and 10 minutes": in the larger unit. */
static bool
make_compound(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity q = *cd_work_quantity(work, match->slots[CD_SLOT_Q]);
    struct cd_quantity r = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    size_t whole = compound_unit(q.unit), part = compound_unit(r.unit);
    struct cd_quantity *made;

    if (q.shape != CD_SHAPE_ONE || r.shape != CD_SHAPE_ONE ||
        whole == CD_COUNT(compounds) || part == CD_COUNT(compounds) ||
        compounds[whole].kind != compounds[part].kind ||
        compounds[part].size >= compounds[whole].size)
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    r.value = cd_decimal_times(r.value, cd_decimal_of(compounds[part].size, 0));
    made->value = cd_decimal_plus(
        q.value,
        cd_decimal_over(r.value, cd_decimal_of(compounds[whole].size, 0)));
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

/* "3 dollars and 50 cents". */
static bool
make_coins(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity r = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    struct cd_quantity *made =
        cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);

    if (made->shape != CD_SHAPE_ONE || r.shape != CD_SHAPE_ONE ||
        cd_decimal_compare(r.value, cd_decimal_of(1, 0)) >= 0)
        return false;
    made->value = cd_decimal_plus(made->value, r.value);
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
        q.scale.digits != 0 ||
        cd_decimal_compare(cents, cd_decimal_of(100, 0)) >= 0)
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    made->value =
        cd_decimal_plus(q.value, cd_decimal_times(cents, cd_decimal_of(1, -2)));
    made->precision = cd_decimal_of(1, -2);
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

    if (!cd_str_eq(q.unit, r.unit) || q.class != r.class ||
        q.shape != CD_SHAPE_ONE || r.shape != CD_SHAPE_ONE ||
        (!from && cd_decimal_compare(q.value, r.value) >= 0))
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_R], out);
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

    if (q.shape != CD_SHAPE_ONE)
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

/* "$5 per share", "3 km a day"; the unit behind per in slot p, or the noun in
 * slot w. */
static bool
make_per(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    const char *code = unit_code(work, match, CD_SLOT_P);
    struct cd_str per;
    struct cd_quantity *made;

    if (code != NULL && (code[0] < '0' || code[0] > '9')) {
        per = cd_str_of(code);
    } else if (code != NULL) { /* "century", whose code is 100a */
        per = cd_noun_singular(
            work, work->reading->tokens
                      .items[work->items[match->slots[CD_SLOT_P]].first]
                      .fold);
    } else {
        struct cd_noun noun;

        if (!cd_noun_phrase(work, match->slots[CD_SLOT_W], true, &noun))
            return false;
        per = noun.unit;
        if (noun.end - match->slots[CD_SLOT_W] > 1)
            per = cd_noun_singular(
                work, work->reading->tokens
                          .items[work->items[match->slots[CD_SLOT_W]].first]
                          .fold);
    }
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    made->unit = cd_arena_printf(work->arena, "%.*s/%.*s", (int)made->unit.n,
                                 made->unit.p, (int)per.n, per.p);
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

/* "6.0 per 100,000 people": slot n counts, slot m is the base. */
static bool
make_per_number(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    struct cd_noun noun = { .unit = CD_STR("person") };
    struct cd_str base;
    struct cd_quantity *made;

    if (match->to < work->count &&
        cd_noun_phrase(work, match->to, false, &noun))
        match->to = noun.end;
    base = cd_decimal_print(
        cd_work_number(work, match->slots[CD_SLOT_M])->value, work->arena);
    if (match->slots[CD_SLOT_Q] != CD_NO_INDEX)
        made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    else
        made = numbered(work, match, CD_QUANTITY_COUNT, out);
    made->unit = cd_arena_printf(work->arena, "%.*s/%.*s %.*s",
                                 (int)made->unit.n, made->unit.p, (int)base.n,
                                 base.p, (int)noun.unit.n, noun.unit.p);
    return true;
}

/* ---- ratios, multiples, ranks, scores -------------------------------- */

static bool
make_fraction(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        numbered(work, match, CD_QUANTITY_FRACTION, out);
    const struct cd_token *token =
        &work->reading->tokens.items[quantity->first];

    /* the span of "a third" is "third" */
    if (cd_token_is(token, "a") || cd_token_is(token, "an")) {
        quantity->first++;
        quantity->number++;
        quantity->span = cd_make_span(work, quantity->first, quantity->end);
    }
    return true;
}

/* "one in five", "3:1": n divided by m. */
static bool
make_ratio(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    const struct cd_number *m = cd_work_number(work, match->slots[CD_SLOT_M]);
    struct cd_decimal below = m->value;
    struct cd_quantity *quantity =
        numbered(work, match, CD_QUANTITY_RATIO, out);

    quantity->value = cd_decimal_over(quantity->value, below);
    return !cd_decimal_is_zero(below) && quantity->shape == CD_SHAPE_ONE;
}

static bool
make_ratio_down(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    if (cd_decimal_compare(
            cd_work_number(work, match->slots[CD_SLOT_N])->value,
            cd_work_number(work, match->slots[CD_SLOT_M])->value) < 0)
        return false;
    return make_ratio(work, match, out);
}

/* "7 in 10": only where the second number is the larger. */
static bool
make_share(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_noun noun;

    if (cd_decimal_compare(
            cd_work_number(work, match->slots[CD_SLOT_N])->value,
            cd_work_number(work, match->slots[CD_SLOT_M])->value) >= 0)
        return false;
    if (match->to < work->count &&
        cd_noun_phrase(work, match->to, false, &noun))
        match->to = noun.end;
    return make_ratio(work, match, out);
}

/* "734 out of 1,000": the first number, of unit "out of 1000". */
static bool
make_out_of(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_str base = cd_decimal_print(
        cd_work_number(work, match->slots[CD_SLOT_M])->value, work->arena);
    struct cd_quantity *quantity =
        numbered(work, match, CD_QUANTITY_SCORE, out);

    quantity->unit =
        cd_arena_printf(work->arena, "out of %.*s", (int)base.n, base.p);
    return true;
}

static bool
make_multiple(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity;

    if (match->slots[CD_SLOT_N] != CD_NO_INDEX) {
        quantity = numbered(work, match, CD_QUANTITY_MULTIPLE, out);
    } else {
        const char *value =
            slot_value(work, match, CD_SLOT_W, CD_CLASS_MULTIPLE);

        quantity = cd_make_quantity(work, match, CD_QUANTITY_MULTIPLE, out);
        if (value == NULL ||
            !cd_decimal_parse(cd_str_of(value), &quantity->value))
            return false;
        quantity->number = quantity->first;
        quantity->number_end = quantity->end;
    }
    quantity->unit = CD_STR("x");
    return true;
}

static bool
make_rank(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity = numbered(work, match, CD_QUANTITY_RANK, out);

    quantity->unit = CD_STR("rank");
    return true;
}

static bool
make_score(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        numbered(work, match, CD_QUANTITY_SCORE, out);

    quantity->shape = CD_SHAPE_PAIR;
    quantity->low = quantity->value;
    quantity->high = cd_work_number(work, match->slots[CD_SLOT_M])->value;
    quantity->unit = CD_STR("score");
    if (match->slots[CD_SLOT_L] != CD_NO_INDEX) {
        quantity->triple = true;
        quantity->value = cd_work_number(work, match->slots[CD_SLOT_L])->value;
        quantity->unit = CD_STR("win-loss-tie");
    }
    return true;
}

/* Descending, as "2-0" is and no range can be. */
static bool
make_score_down(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    if (cd_decimal_compare(
            cd_work_number(work, match->slots[CD_SLOT_N])->value,
            cd_work_number(work, match->slots[CD_SLOT_M])->value) < 0)
        return false;
    return make_score(work, match, out);
}

/* ---- counts ---------------------------------------------------------- */

static void
count_noun(struct cd_quantity *quantity, const struct cd_work *work,
           size_t from, const struct cd_noun *noun)
{
    quantity->unit = noun->unit;
    quantity->unit_system = "count";
    quantity->noun = work->items[from].first;
    quantity->noun_end = work->items[noun->end - 1].end;
}

/* A number and the noun phrase that it counts. */
static bool
make_count(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    const struct cd_item *item = &work->items[match->slots[CD_SLOT_N]];
    bool one = (item->classes & CD_CLASS(ONE)) != 0;
    size_t from = match->to;
    struct cd_noun noun;

    if (from >= work->count || !cd_noun_phrase(work, from, one, &noun))
        return false;
    match->to = noun.end;
    count_noun(numbered(work, match, CD_QUANTITY_COUNT, out), work, from,
               &noun);
    return true;
}

/* "one study": names more than it counts. */
static bool
make_weak_count(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    if (!make_count(work, match, out))
        return false;
    work->pool[out->quantity].weak = true;
    return true;
}

static bool
make_weak(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    numbered(work, match, CD_QUANTITY_COUNT, out)->weak = true;
    return true;
}

static bool
make_weak_ordinal(struct cd_work *work, struct cd_match *match,
                  struct cd_item *out)
{
    struct cd_quantity *quantity = numbered(work, match, CD_QUANTITY_RANK, out);

    quantity->unit = CD_STR("ordinal");
    quantity->weak = true;
    return true;
}

/* "over the past three years" places another claim in time: the duration stays,
 * but as one that few want. */
static bool
make_weak_window(struct cd_work *work, struct cd_match *match,
                 struct cd_item *out)
{
    struct cd_quantity q = *cd_work_quantity(work, match->slots[CD_SLOT_Q]);
    struct cd_quantity *made =
        cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);

    made->first = q.first;
    made->end = q.end;
    made->span = q.span;
    made->weak = true;
    return true;
}

/* "one-game", "80-seat": the word in slot w. */
static bool
make_count_hyphen(struct cd_work *work, struct cd_match *match,
                  struct cd_item *out)
{
    size_t at = match->slots[CD_SLOT_W];
    struct cd_str word =
        work->reading->tokens.items[work->items[at].first].fold;
    struct cd_noun noun = { .end = at + 1,
                            .head = at,
                            .unit = cd_noun_singular(work, word) };

    count_noun(numbered(work, match, CD_QUANTITY_COUNT, out), work, at, &noun);
    return true;
}

/* "two of the deputies": the noun is the unit, the span stays the number. */
static bool
make_count_of(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    size_t at = match->slots[CD_SLOT_W];
    struct cd_noun noun;

    if (at + 1 < work->count &&
        (work->items[at + 1].classes & CD_CLASS(POSSESSIVE)) != 0)
        at += 2;
    if (at >= work->count || !cd_noun_phrase(work, at, false, &noun))
        return false;
    match->to = match->from + 1;
    count_noun(numbered(work, match, CD_QUANTITY_COUNT, out), work, at, &noun);
    return true;
}

static bool
make_plain(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    (void)numbered(work, match, CD_QUANTITY_PLAIN, out);
    return true;
}

/* ---- tolerance, bounds behind ---------------------------------------- */

static bool
make_tolerance(struct cd_work *work, struct cd_match *match,
               struct cd_item *out)
{
    struct cd_quantity *made;

    if (match->slots[CD_SLOT_Q] != CD_NO_INDEX)
        made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    else
        made = numbered(work, match, CD_QUANTITY_PLAIN, out);
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

/* ---- no claim -------------------------------------------------------- */

static bool
make_nonclaim(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_reading *reading = work->reading;

    cd_make_item(work, match, CD_CLASS(NONCLAIM), out);
    cd_reading_other(reading, cd_make_span(work, out->first, out->end),
                     out->first, out->end, match->makes, match->id);
    return true;
}

static const struct {
    const char *name;
    cd_action *action;
} actions[] = {
    { "range", make_range },
    { "money", make_money },
    { "pounds", make_pounds },
    { "cents", make_cents },
    { "percent", make_percent },
    { "pp", make_pp },
    { "bp", make_bp },
    { "unit", make_unit },
    { "degrees", make_degrees },
    { "inches", make_inches },
    { "age", make_age },
    { "compound", make_compound },
    { "coins", make_coins },
    { "coins-bare", make_coins_bare },
    { "quantity-range", make_quantity_range },
    { "half-range", make_half_range },
    { "per", make_per },
    { "per-number", make_per_number },
    { "of-noun", make_of_noun },
    { "fraction", make_fraction },
    { "ratio", make_ratio },
    { "ratio-down", make_ratio_down },
    { "share", make_share },
    { "out-of", make_out_of },
    { "multiple", make_multiple },
    { "rank", make_rank },
    { "score", make_score },
    { "score-down", make_score_down },
    { "count", make_count },
    { "weak", make_weak },
    { "weak-ordinal", make_weak_ordinal },
    { "weak-unit", make_weak_unit },
    { "unit-and-fraction", make_unit_and_fraction },
    { "and-fraction", make_and_fraction },
    { "weak-window", make_weak_window },
    { "weak-count", make_weak_count },
    { "count-hyphen", make_count_hyphen },
    { "count-of", make_count_of },
    { "plain", make_plain },
    { "tolerance", make_tolerance },
    { "tolerance-unit", make_tolerance_unit },
    { "at-least", make_at_least },
    { "at-most", make_at_most },
    { "about", make_about },
    { "date", make_nonclaim },
    { "model name", make_nonclaim },
    { "version", make_nonclaim },
    { "phone", make_nonclaim },
    { "address", make_nonclaim },
    { "clock time", make_nonclaim },
    { "ordinal", make_nonclaim },
    { "list number", make_nonclaim },
    { "reference", make_nonclaim },
    { "idiom", make_nonclaim },
    { "other", make_nonclaim },
};

cd_action *
cd_action_find(const char *makes)
{
    for (size_t i = 0; i < CD_COUNT(actions); i++)
        if (strcmp(actions[i].name, makes) == 0)
            return actions[i].action;
    return NULL;
}
