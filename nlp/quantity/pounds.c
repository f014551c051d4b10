/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/pounds.h"

#include "nlp/quantity/make.h"
#include "nlp/word/word.h"

enum {
    CUE_TOKENS = 16, /* before the quantity: "cost the council about" */
    OF_TOKENS = 4,   /* behind "of": "public money", "new and more lending" */
    MILLION = 6,     /* powers of ten */
    BILLION = 9,
};

enum sort { UNSAID, MONEY, WEIGHT };

static const struct cd_token *
token_at(const struct cd_work *work, size_t at)
{
    return at < work->reading->tokens.count ? &work->reading->tokens.items[at]
                                            : NULL;
}

/* What a word says of pounds. */
static enum sort
word_sort(const struct cd_token *token)
{
    const char *value = token != NULL && token->kind == CD_TOKEN_WORD
                            ? cd_word_value(token->fold, CD_WORD_POUNDS)
                            : NULL;

    if (value == NULL)
        return UNSAID;
    return strcmp(value, "money") == 0 ? MONEY : WEIGHT;
}

static bool
ends_clause(const struct cd_token *token)
{
    return cd_token_is(token, ".") || cd_token_is(token, ";") ||
           cd_token_is(token, "(");
}

/* The word "pounds" of the quantity, or none. */
static size_t
pounds_at(const struct cd_work *work, const struct cd_quantity *q)
{
    for (size_t i = q->number_end; i < q->end; i++)
        if ((work->words[i].classes & CD_CLASS(POUNDS)) != 0)
            return i;
    return CD_NO_INDEX;
}

/* The nearest word before that says it. */
static enum sort
sort_before(const struct cd_work *work, size_t first)
{
    size_t least = first > CUE_TOKENS ? first - CUE_TOKENS : 0;

    for (size_t i = first; i-- > least;) {
        enum sort sort = word_sort(token_at(work, i));

        if (sort != UNSAID)
            return sort;
        if (ends_clause(token_at(work, i)))
            break;
    }
    return UNSAID;
}

static bool
is_at_least(const struct cd_quantity *q, int power_of_ten)
{
    struct cd_decimal value = q->shape == CD_SHAPE_ONE ? q->value : q->high;

    return cd_decimal_compare(value, cd_decimal_of(1, power_of_ten)) >= 0;
}

/* "pounds of debt" is money, of anything else a weight; but billions are
 * weighed by a word that says so only: "produced 2 billion pounds of beef". */
static enum sort
sort_of_what(const struct cd_work *work, const struct cd_quantity *q,
             size_t pounds)
{
    const struct cd_token *of = token_at(work, pounds + 1);

    if (of == NULL || !cd_token_is(of, "of"))
        return UNSAID;
    for (size_t i = pounds + 2; i < pounds + 2 + OF_TOKENS; i++) {
        if (token_at(work, i) == NULL ||
            (work->terms[i].classes & CD_CLASS(VERB)) != 0)
            break; /* "pounds of cocaine worth" */
        if (word_sort(token_at(work, i)) == MONEY)
            return MONEY;
    }
    return is_at_least(q, BILLION) && sort_before(work, q->first) != WEIGHT
               ? MONEY
               : WEIGHT;
}

/* "pounds a month", "pounds a night": what weighs is said with its verb. */
static enum sort
sort_per(struct cd_str unit)
{
    static const char *const units[] = { "lb/h",   "lb/wk",     "lb/mo",
                                         "lb/a",   "lb/t",      "lb/ton",
                                         "lb/L",   "lb/share",  "lb/night",
                                         "lb/bbl", "lb/person", "lb/head" };

    if (cd_str_among(unit, units, CD_COUNT(units)))
        return MONEY;
    return UNSAID;
}

/* "a 500-pound fine", "a 2 billion-pound wind farm", "a 300-pound boar" */
static enum sort
sort_hyphen(const struct cd_work *work, const struct cd_quantity *q,
            size_t pounds)
{
    enum sort sort = word_sort(token_at(work, pounds + 1));

    if (sort == UNSAID && is_at_least(q, MILLION))
        sort = MONEY;
    return sort;
}

static enum sort
sort_of(const struct cd_work *work, const struct cd_quantity *q, size_t pounds)
{
    enum sort sort;

    if (cd_token_is(token_at(work, pounds - 1), "-"))
        return sort_hyphen(work, q, pounds);
    sort = sort_of_what(work, q, pounds);
    if (sort == UNSAID)
        sort = sort_before(work, q->first);
    if (sort == UNSAID)
        sort = sort_per(q->unit);
    if (sort == UNSAID && work->reading->sterling)
        sort = MONEY;
    return sort;
}

/* The unit with GBP in the place of lb, or the other way. */
static struct cd_str
renamed(struct cd_work *work, struct cd_str unit, struct cd_str from,
        const char *to)
{
    return cd_arena_printf(work->arena, "%s%.*s", to, (int)(unit.n - from.n),
                           unit.p + from.n);
}

static void
settle(struct cd_work *work, struct cd_quantity *q, size_t pounds)
{
    struct cd_str weight = CD_STR("lb"), money = CD_STR("GBP");
    enum sort sort = sort_of(work, q, pounds);

    if (sort == MONEY && cd_str_starts(q->unit, weight)) {
        q->unit = renamed(work, q->unit, weight, "GBP");
        q->unit_system = "ISO4217";
        q->class = CD_QUANTITY_MONEY;
        cd_make_rule(q, "pounds.money");
    } else if (sort == WEIGHT && pounds == q->number_end &&
               cd_str_starts(q->unit, money) &&
               sort_of_what(work, q, pounds) == WEIGHT) {
        q->unit = renamed(work, q->unit, money, "lb");
        q->unit_system = "UCUM";
        q->class = CD_QUANTITY_PHYSICAL;
        cd_make_rule(q, "pounds.weight");
    }
}

bool
cd_pounds_are_money(struct cd_str text)
{
    static const char *const marks[] = { "\xC2\xA3", " pence", "sterling",
                                         "pounds ($", "pound ($" };

    for (size_t i = 0; i < CD_COUNT(marks); i++)
        if (cd_str_find(text, cd_str_of(marks[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

void
cd_pounds_settle(struct cd_work *work)
{
    for (size_t at = 0; at < work->count; at++) {
        size_t pounds;
        struct cd_quantity *q;

        if ((work->items[at].classes & CD_CLASS(QTY)) == 0)
            continue;
        q = cd_work_quantity(work, at);
        if (!cd_str_starts(q->unit, CD_STR("lb")) &&
            !cd_str_starts(q->unit, CD_STR("GBP")))
            continue;
        pounds = pounds_at(work, q);
        if (pounds != CD_NO_INDEX && pounds > 0)
            settle(work, q, pounds);
    }
}
