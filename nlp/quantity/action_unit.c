/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Actions that put a number and its unit together.
 */
#include "nlp/quantity/action.h"
#include "nlp/quantity/noun.h"

/* "MUSD" is a million dollars. */
static const char *
million_code(struct cd_quantity *quantity, const char *code)
{
    if (code == NULL || code[0] != 'M' || code[1] == 0 || code[2] == 0 ||
        code[3] == 0)
        return code;
    cd_make_scaled(quantity, cd_decimal_of(1, 6));
    return code + 1;
}

static bool
make_money(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_MONEY, out);
    const char *code = cd_slot_value(work, match, CD_SLOT_C, CD_CLASS_CUR);

    if (code == NULL)
        code = cd_slot_value(work, match, CD_SLOT_C, CD_CLASS_CURWORD);
    if (code == NULL)
        code = cd_slot_value(work, match, CD_SLOT_C, CD_CLASS_GLUEDCUR);
    code = million_code(quantity, code);
    if (match->slots[CD_SLOT_W] != CD_NO_INDEX) {
        const char *scale =
            cd_slot_value(work, match, CD_SLOT_W, CD_CLASS_SUFFIX);
        struct cd_decimal factor;

        if (scale == NULL)
            scale = cd_slot_value(work, match, CD_SLOT_W, CD_CLASS_SCALE);
        if (scale != NULL && cd_decimal_parse(cd_str_of(scale), &factor))
            cd_make_scaled(quantity, factor);
    }
    cd_make_code(quantity, code);
    quantity->unit_system = "ISO4217";
    return true;
}

static bool
make_pounds(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_MONEY, out);

    cd_make_code(quantity, "GBP");
    quantity->unit_system = "ISO4217";
    return true;
}

/* "ten grand" */
static bool
make_grand(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_MONEY, out);

    cd_make_scaled(quantity, cd_decimal_of(1000, 0));
    cd_make_code(quantity, "USD");
    quantity->unit_system = "ISO4217";
    return true;
}

static bool
make_cents(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_MONEY, out);

    cd_make_scaled(quantity, cd_decimal_of(1, -2));
    cd_make_code(quantity,
                 cd_slot_value(work, match, CD_SLOT_C, CD_CLASS_CENTS));
    quantity->unit_system = "ISO4217";
    return true;
}

static bool
make_percent(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    cd_make_code(cd_make_numbered(work, match, CD_QUANTITY_PERCENT, out), "%");
    return true;
}

static bool
make_pp(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    cd_make_code(cd_make_numbered(work, match, CD_QUANTITY_POINTS, out), "pp");
    return true;
}

static bool
make_bp(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    cd_make_code(cd_make_numbered(work, match, CD_QUANTITY_POINTS, out), "bp");
    return true;
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
        cd_make_scaled(quantity, factor);
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
    const char *code = cd_slot_unit(work, match, CD_SLOT_U);
    const struct cd_item *unit = &work->items[match->slots[CD_SLOT_U]];
    enum cd_quantity_class class = CD_QUANTITY_PHYSICAL;
    struct cd_quantity *quantity;

    if (code == NULL)
        return false;
    if ((unit->classes & CD_CLASS(TIMEUNIT)) != 0)
        class = CD_QUANTITY_DURATION;
    else if (is_temperature(code))
        class = CD_QUANTITY_TEMPERATURE;
    quantity = cd_make_numbered(work, match, class, out);
    cd_make_code(quantity, factored(quantity, code));
    return true;
}

/* "two or more years" */
static bool
make_unit_bound(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    return make_unit(work, match, out) && cd_make_bound(work, match, out);
}

/* "half an hour", "two-thirds miles", but "a third year" is an ordinal. */
static bool
make_unit_fraction(struct cd_work *work, struct cd_match *match,
                   struct cd_item *out)
{
    const struct cd_item *item = &work->items[match->slots[CD_SLOT_N]];
    const struct cd_token *last = &work->reading->tokens.items[item->end - 1];

    if (last->kind == CD_TOKEN_WORD && !cd_token_is(last, "half") &&
        !cd_token_is(last, "quarter") && last->fold.p[last->fold.n - 1] != 's')
        return false;
    return make_unit(work, match, out);
}

/* "an hour and a half": slot n is the fraction. */
static bool
make_unit_and_fraction(struct cd_work *work, struct cd_match *match,
                       struct cd_item *out)
{
    struct cd_quantity one = { .value = cd_decimal_of(1, 0) }, *quantity;

    if (!make_unit(work, match, out))
        return false;
    (void)factored(&one, cd_slot_unit(work, match, CD_SLOT_U));
    quantity = &work->pool[out->quantity];
    quantity->value = cd_decimal_plus(quantity->value, one.value);
    quantity->number = quantity->first;
    return true;
}

/* "an hour", "a litre", "a dollar", "a cent": the article is the number. */
static bool
make_unit_one(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    static const struct {
        enum cd_class class;
        enum cd_quantity_class makes;
        int exponent; /* of the one, in the unit that is written */
    } table[] = {
        { CD_CLASS_CENTS, CD_QUANTITY_MONEY, -2 },
        { CD_CLASS_CURWORD, CD_QUANTITY_MONEY, 0 },
        { CD_CLASS_TIMEUNIT, CD_QUANTITY_DURATION, 0 },
        { CD_CLASS_UNIT, CD_QUANTITY_PHYSICAL, 0 },
    };
    const char *code = NULL;
    struct cd_quantity *quantity;
    size_t i = 0;

    while (i < CD_COUNT(table) &&
           (code = cd_slot_value(work, match, CD_SLOT_U, table[i].class)) ==
               NULL)
        i++;
    if (code == NULL)
        return false;
    quantity = cd_make_quantity(work, match, table[i].makes, out);
    quantity->value = cd_decimal_of(1, table[i].exponent);
    quantity->number = quantity->first;
    quantity->number_end = quantity->first + 1;
    cd_make_code(quantity, factored(quantity, code));
    if (table[i].makes == CD_QUANTITY_MONEY)
        quantity->unit_system = "ISO4217";
    return true;
}

/* "a week or two" */
static bool
make_unit_or_two(struct cd_work *work, struct cd_match *match,
                 struct cd_item *out)
{
    struct cd_quantity *quantity;

    if (!make_unit_one(work, match, out))
        return false;
    quantity = &work->pool[out->quantity];
    quantity->shape = CD_SHAPE_RANGE;
    quantity->kind = CD_KIND_RANGE;
    quantity->low = quantity->value;
    quantity->high = cd_decimal_times(quantity->value, cd_decimal_of(2, 0));
    return true;
}

/* "couple of hours": about two */
static bool
make_unit_couple(struct cd_work *work, struct cd_match *match,
                 struct cd_item *out)
{
    const char *many =
        cd_term_value(&work->items[match->from].term, CD_CLASS_APPROXNOUN);
    struct cd_quantity *quantity;

    if (many == NULL || strcmp(many, "2") != 0 ||
        !make_unit_one(work, match, out))
        return false; /* a handful is no number */
    quantity = &work->pool[out->quantity];
    quantity->value = cd_decimal_times(quantity->value, cd_decimal_of(2, 0));
    quantity->kind = CD_KIND_ABOUT;
    return true;
}

/* The article says more than it counts. */
static bool
make_weak_unit(struct cd_work *work, struct cd_match *match,
               struct cd_item *out)
{
    if (!make_unit_one(work, match, out))
        return false;
    work->pool[out->quantity].weak = true;
    return true;
}

/* "a one-day fall": the span of a move is hardly a claim of its own. */
static bool
make_weak_duration(struct cd_work *work, struct cd_match *match,
                   struct cd_item *out)
{
    if (!make_unit(work, match, out))
        return false;
    work->pool[out->quantity].weak = true;
    return true;
}

static bool
make_age(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_AGE, out);
    const char *code = cd_slot_unit(work, match, CD_SLOT_U);

    cd_make_code(quantity, code != NULL ? factored(quantity, code) : "a");
    return true;
}

/* "in her 30s", "in his mid-50s": the years of a decade, or a third of it. */
static bool
make_age_decade(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    static const struct {
        const char *word;
        int from, to;
    } parts[] = { { "early", 0, 3 }, { "mid", 4, 6 }, { "late", 7, 9 } };
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_AGE, out);
    const struct cd_token *tokens = work->reading->tokens.items;
    size_t before = quantity->first - (quantity->first > 0);
    int from = 0, to = 9;
    int64_t years;

    if (!cd_decimal_integer(quantity->value, &years) || years % 10 != 0 ||
        years < 10)
        return false;
    before -= before > 0 && cd_token_is(&tokens[before], "-");
    for (size_t i = 0; i < CD_COUNT(parts); i++)
        if (cd_token_is(&tokens[before], parts[i].word)) {
            from = parts[i].from;
            to = parts[i].to;
        }
    quantity->shape = CD_SHAPE_RANGE;
    quantity->kind = CD_KIND_RANGE;
    quantity->low = cd_decimal_of(years + from, 0);
    quantity->high = cd_decimal_of(years + to, 0);
    quantity->value = quantity->low;
    cd_make_code(quantity, "a");
    return true;
}

/* "9:05.73", in slot w: minutes and seconds, or hours before them. */
static bool
make_race_time(struct cd_work *work, struct cd_match *match,
               struct cd_item *out)
{
    const struct cd_item *item = &work->items[match->slots[CD_SLOT_W]];
    struct cd_str text = work->reading->tokens.items[item->first].fold;
    struct cd_decimal seconds = cd_decimal_of(0, 0), part;
    struct cd_quantity *quantity;

    if (cd_str_find(text, CD_STR("."), 0) == SIZE_MAX)
        return false; /* "95:30" into a game */
    for (size_t at = 0, end; at < text.n; at = end + 1) {
        end = cd_str_find(text, CD_STR(":"), at);
        end = end == SIZE_MAX ? text.n : end;
        if (!cd_decimal_parse(cd_str_sub(text, at, end), &part))
            return false;
        seconds = cd_decimal_plus(
            cd_decimal_times(seconds, cd_decimal_of(60, 0)), part);
    }
    quantity = cd_make_quantity(work, match, CD_QUANTITY_DURATION, out);
    quantity->value = seconds;
    quantity->number = quantity->first;
    quantity->number_end = quantity->end;
    cd_make_code(quantity, "s");
    return true;
}

const struct cd_action_row cd_actions_unit[] = {
    { "money", make_money },
    { "pounds", make_pounds },
    { "cents", make_cents },
    { "percent", make_percent },
    { "pp", make_pp },
    { "bp", make_bp },
    { "unit", make_unit },
    { "unit-bound", make_unit_bound },
    { "unit-fraction", make_unit_fraction },
    { "unit-one", make_unit_one },
    { "unit-or-two", make_unit_or_two },
    { "unit-couple", make_unit_couple },
    { "weak-duration", make_weak_duration },
    { "grand", make_grand },
    { "age", make_age },
    { "age-decade", make_age_decade },
    { "race-time", make_race_time },
    { "weak-unit", make_weak_unit },
    { "unit-and-fraction", make_unit_and_fraction },
    { NULL, NULL },
};
