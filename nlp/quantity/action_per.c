/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Actions on rates: so much per share, per hour, per euro.
 */
#include "nlp/quantity/action.h"
#include "nlp/quantity/noun.h"

enum {
    TRADED_ITEMS = 40, /* before the rate, of which one may name the currency */
    UNIT_BYTES = 200,  /* of a unit that is measured by another one, too */
};

/* Is the unit of the quantity in slot q longer than any?  "6 per 100,000 per
 * 100,000 ..." would make one of the whole sentence, again at each "per". */
static bool
is_endless(const struct cd_work *work, const struct cd_match *match)
{
    size_t q = match->slots[CD_SLOT_Q];

    return q != CD_NO_INDEX && cd_work_quantity(work, q)->unit.n > UNIT_BYTES;
}

/* "39 cents per diluted share" */
static bool
is_kind_of_share(const struct cd_work *work, size_t at)
{
    static const char *const kinds[] = { "diluted", "basic", "common",
                                         "ordinary" };
    const struct cd_token *tokens = work->reading->tokens.items;

    return at + 1 < work->count &&
           cd_str_among(tokens[work->items[at].first].fold, kinds,
                        CD_COUNT(kinds)) &&
           cd_token_is(&tokens[work->items[at + 1].first], "share");
}

/* "$5 per share", "3 km a day"; the unit behind per in slot p, or the noun in
 * slot w. */
static bool
make_per(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    const char *code = cd_slot_unit(work, match, CD_SLOT_P);
    struct cd_str per;
    struct cd_quantity *made;

    if (is_endless(work, match))
        return false;
    if (code != NULL && (code[0] < '0' || code[0] > '9')) {
        per = cd_str_of(code);
    } else if (code != NULL) { /* "century", whose code is 100a */
        per = cd_noun_singular(
            work, work->reading->tokens
                      .items[work->items[match->slots[CD_SLOT_P]].first]
                      .fold);
    } else {
        struct cd_noun noun;

        if (is_kind_of_share(work, match->slots[CD_SLOT_W]))
            match->to = ++match->slots[CD_SLOT_W] + 1;
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

/* "an annual rate of 5 million cars" */
static bool
make_per_year(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    size_t q = match->slots[CD_SLOT_Q];
    struct cd_str unit = cd_work_quantity(work, q)->unit;
    enum cd_quantity_class class = cd_work_quantity(work, q)->class;
    struct cd_quantity *made;

    if ((class != CD_QUANTITY_COUNT && class != CD_QUANTITY_PLAIN) ||
        cd_str_find(unit, CD_STR("/"), 0) != SIZE_MAX)
        return false;
    made = cd_make_wider(work, match, q, out);
    made->unit = cd_arena_printf(work->arena, "%.*s/a", (int)unit.n, unit.p);
    return true;
}

/* "$500 monthly": the word in slot w says per what. */
static bool
make_per_adverb(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    static const struct {
        const char *word, *unit;
    } periods[] = {
        { "annually", "a" }, { "yearly", "a" }, { "monthly", "mo" },
        { "weekly", "wk" },  { "daily", "d" },  { "hourly", "h" },
    };
    const struct cd_token *token =
        &work->reading->tokens
             .items[work->items[match->slots[CD_SLOT_W]].first];
    size_t q = match->slots[CD_SLOT_Q], i = 0;
    struct cd_str unit = cd_work_quantity(work, q)->unit;

    if (cd_str_find(unit, CD_STR("/"), 0) != SIZE_MAX ||
        !(cd_work_quantity(work, q)->class == CD_QUANTITY_MONEY ||
          cd_str_is(unit, "time")))
        return false;
    while (i < CD_COUNT(periods) && !cd_token_is(token, periods[i].word))
        i++;
    if (i == CD_COUNT(periods))
        return false;
    cd_make_wider(work, match, q, out)->unit = cd_arena_printf(
        work->arena, "%.*s/%s", (int)unit.n, unit.p, periods[i].unit);
    return true;
}

/* "$1 = 0.7358 euros": a rate, of the amount in slot r for one of that in q. */
static bool
make_exchange(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity one = *cd_work_quantity(work, match->slots[CD_SLOT_Q]);
    struct cd_quantity rate = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    struct cd_quantity *made;

    if (one.shape != CD_SHAPE_ONE || rate.shape != CD_SHAPE_ONE ||
        cd_decimal_compare(one.value, cd_decimal_of(1, 0)) != 0)
        return false;
    made = cd_make_wider(work, match, match->slots[CD_SLOT_R], out);
    made->first = rate.first;
    made->end = rate.end;
    made->span = rate.span;
    made->unit = cd_arena_printf(work->arena, "%.*s/%.*s", (int)rate.unit.n,
                                 rate.unit.p, (int)one.unit.n, one.unit.p);
    return true;
}

/* The currency that the nearest item before items[at] names, other than the
 * one; NULL if none does: INR of "the rupee rose to 43.31 per dollar". */
static const char *
traded(const struct cd_work *work, size_t at, const char *other)
{
    for (size_t i = at; i-- > 0 && i + TRADED_ITEMS > at;) {
        const char *code =
            cd_term_value(&work->items[i].term, CD_CLASS_CURWORD);

        if (code != NULL && strcmp(code, other) != 0)
            return code;
    }
    return NULL;
}

/* "43.31 per dollar", the currency in slot p: how much of another that is
 * worth. */
static bool
make_exchange_per(struct cd_work *work, struct cd_match *match,
                  struct cd_item *out)
{
    const char *per = cd_slot_value(work, match, CD_SLOT_P, CD_CLASS_CURWORD);
    const char *code = traded(work, match->from, per);
    struct cd_quantity *made;

    if (code == NULL)
        return false;
    made = cd_make_numbered(work, match, CD_QUANTITY_MONEY, out);
    made->unit = cd_arena_printf(work->arena, "%s/%s", code, per);
    made->unit_system = "ISO4217";
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

    if (is_endless(work, match))
        return false;
    if (match->to < work->count &&
        cd_noun_phrase(work, match->to, false, &noun))
        match->to = noun.end;
    base = cd_decimal_print(
        cd_work_number(work, match->slots[CD_SLOT_M])->value, work->arena);
    if (match->slots[CD_SLOT_Q] != CD_NO_INDEX)
        made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    else
        made = cd_make_numbered(work, match, CD_QUANTITY_COUNT, out);
    made->unit = cd_arena_printf(work->arena, "%.*s/%.*s %.*s",
                                 (int)made->unit.n, made->unit.p, (int)base.n,
                                 base.p, (int)noun.unit.n, noun.unit.p);
    return true;
}

/* "112 cases per 100,000 people" */
static bool
make_per_count(struct cd_work *work, struct cd_match *match,
               struct cd_item *out)
{
    struct cd_quantity base = *cd_work_quantity(work, match->slots[CD_SLOT_R]);
    struct cd_quantity *made;
    struct cd_str number;

    if (is_endless(work, match) || base.class != CD_QUANTITY_COUNT ||
        base.shape != CD_SHAPE_ONE ||
        cd_decimal_compare(base.value, cd_decimal_of(10, 0)) < 0)
        return false;
    number = cd_decimal_print(base.value, work->arena);
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    made->unit = cd_arena_printf(work->arena, "%.*s/%.*s %.*s",
                                 (int)made->unit.n, made->unit.p, (int)number.n,
                                 number.p, (int)base.unit.n, base.unit.p);
    return true;
}

const struct cd_action_row cd_actions_per[] = {
    { "per", make_per },
    { "per-number", make_per_number },
    { "per-count", make_per_count },
    { "per-year", make_per_year },
    { "per-adverb", make_per_adverb },
    { "exchange", make_exchange },
    { "exchange-per", make_exchange_per },
    { NULL, NULL },
};
