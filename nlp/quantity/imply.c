/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/imply.h"

#include <string.h>

#include "nlp/quantity/make.h"
#include "nlp/quantity/noun.h"
#include "nlp/word/word.h"

enum {
    EMPLOYED_ITEMS = 5, /* from "employs", a verb with other objects, too */
};

bool
cd_imply_shares(const struct cd_work *work, size_t at)
{
    const struct cd_quantity *quantity = cd_work_quantity(work, at);

    return quantity->number == quantity->first &&
           quantity->number_end < quantity->end &&
           (quantity->class == CD_QUANTITY_PERCENT ||
            quantity->class == CD_QUANTITY_POINTS ||
            quantity->class == CD_QUANTITY_MONEY ||
            quantity->class == CD_QUANTITY_PHYSICAL ||
            quantity->class == CD_QUANTITY_TEMPERATURE ||
            quantity->class == CD_QUANTITY_DURATION ||
            quantity->class == CD_QUANTITY_COUNT);
}

/* The unit of a count, with the "/wk" of a bare number behind it. */
static struct cd_str
of_count(struct cd_work *work, struct cd_str count, struct cd_str bare)
{
    if (!cd_str_starts(bare, CD_STR("1/")))
        return count;
    return cd_arena_printf(work->arena, "%.*s%.*s", (int)count.n, count.p,
                           (int)bare.n - 1, bare.p + 1);
}

/* Does a noun of its own stand behind the number, a plural that is not known:
 * "9 agorot"? */
static bool
names_another(const struct cd_work *work, size_t at)
{
    struct cd_str fold;
    size_t token;

    if (!cd_work_has(work, at, CD_CLASS(LOWER)) ||
        cd_work_has(work, at, CD_CLASS(STOP) | CD_CLASS(VERB)))
        return false;
    token = work->items[at].first;
    if ((work->words[token].classes &
         (CD_CLASS(STOP) | CD_CLASS(COMPARED) | CD_CLASS(AGO))) != 0)
        return false; /* "three in the final set", "three more" */
    fold = work->reading->tokens.items[token].fold;
    return !cd_str_ends(fold, CD_STR("ed")) && !cd_verb_is_bent(fold);
}

/* Where the hedges before items[at] begin; at where there are none. */
static size_t
hedged_from(const struct cd_work *work, size_t at)
{
    const cd_u128 hedges = CD_CLASS(ABOUT) | CD_CLASS(MORETHAN) |
                           CD_CLASS(LESSTHAN) | CD_CLASS(ATLEAST) |
                           CD_CLASS(ATMOST) | CD_CLASS(EXACTLY);

    while (at > 0 && cd_work_has(work, at - 1, hedges))
        at--;
    return at;
}

/* Does "to" stand before items[at] and its hedge? */
static bool
is_level(const struct cd_work *work, size_t at)
{
    at = hedged_from(work, at);
    return at > 0 && cd_work_has(work, at - 1, CD_CLASS(TO));
}

static void
take_unit(struct cd_quantity *quantity, const struct cd_quantity *from,
          const char *rule)
{
    quantity->class = from->class;
    quantity->unit = from->unit;
    quantity->unit_system = from->unit_system;
    cd_make_rule(quantity, rule);
}

/* "rose to 19 weeks from 14": the level before has the unit of both; but in "up
 * 2% from 12" the percentage is none. */
static bool
take_level_unit(const struct cd_work *work, size_t at,
                struct cd_quantity *quantity)
{
    if (at < 2 || !cd_work_has(work, at - 1, CD_CLASS(FROM)) ||
        !cd_work_has(work, at - 2, CD_CLASS(QTY)) ||
        !cd_imply_shares(work, at - 2) || !is_level(work, at - 2) ||
        quantity->shape != CD_SHAPE_ONE || !cd_str_is(quantity->unit, "1") ||
        names_another(work, at + 1))
        return false;
    take_unit(quantity, cd_work_quantity(work, at - 2), "unit.of-level-before");
    return true;
}

/* What people do, or what befalls them. */
static bool
is_of_people(struct cd_str fold)
{
    return cd_word_is(fold, CD_WORD_HARM) || cd_word_is(fold, CD_WORD_CROWD);
}

/* "killed 12", "200 have now gathered", "millions are thought to have died":
 * people, whom nobody need name. */
static bool
counts_people(const struct cd_work *work, size_t at, bool one)
{
    static const char *const adverbs[] = { "now",       "already", "also",
                                           "still",     "to",      "believed",
                                           "thought",   "feared",  "known",
                                           "estimated", "said",    "reported" };
    const struct cd_token *tokens = work->reading->tokens.items;
    size_t before = hedged_from(work, at), behind = at + 1;

    while (behind < work->count &&
           (cd_verb_is_auxiliary(tokens[work->items[behind].first].fold) ||
            cd_str_among(tokens[work->items[behind].first].fold, adverbs,
                         CD_COUNT(adverbs))))
        behind++;
    return (before > 0 &&
            cd_word_is(tokens[work->items[before - 1].first].fold,
                       CD_WORD_HARM) &&
            !names_another(work, at + 1)) ||
           (behind < work->count &&
            (one ? cd_word_is(tokens[work->items[behind].first].fold,
                              CD_WORD_HARM)
                 : is_of_people(tokens[work->items[behind].first].fold)));
}

/* Is a word such as million part of the number? */
static bool
is_scaled(const struct cd_work *work, const struct cd_quantity *quantity)
{
    for (size_t i = quantity->number; i < quantity->number_end; i++)
        if ((work->words[i].classes & (CD_CLASS(SCALE) | CD_CLASS(SUFFIX))) !=
            0)
            return true;
    return false;
}

/* "$9bn, compared with 8 billion": does a word of comparison stand before? */
static bool
is_compared(const struct cd_work *work, size_t at)
{
    static const char *const words[] = { "from", "to", "with",  "against",
                                         "than", "vs", "versus" };
    const struct cd_token *token;

    at = hedged_from(work, at);
    if (at == 0)
        return false;
    token = &work->reading->tokens.items[work->items[at - 1].end - 1];
    return cd_str_among(token->fold, words, CD_COUNT(words));
}

/* Millions that nothing is said of but that they are compared with money. */
static bool
take_money(const struct cd_work *work, size_t at, struct cd_quantity *quantity,
           const struct cd_quantity *money)
{
    if (money == NULL || quantity->shape != CD_SHAPE_ONE ||
        !cd_str_is(quantity->unit, "1") || !is_scaled(work, quantity) ||
        !is_scaled(work, money) || !is_compared(work, at) ||
        names_another(work, at + 1))
        return false;
    take_unit(quantity, money, "unit.of-money-before");
    return true;
}

/* "to 43.31 per dollar from a close of 43.41": near a rate of exchange, another
 * one. */
static bool
take_rate(struct cd_quantity *quantity, const struct cd_quantity *rate)
{
    struct cd_decimal fifth;

    if (rate == NULL || quantity->shape != CD_SHAPE_ONE ||
        !cd_str_is(quantity->unit, "1"))
        return false;
    fifth = cd_decimal_over(rate->value, cd_decimal_of(5, 0));
    if (cd_decimal_compare(quantity->value,
                           cd_decimal_plus(rate->value, fifth)) > 0 ||
        cd_decimal_compare(quantity->value,
                           cd_decimal_minus(rate->value, fifth)) < 0)
        return false;
    take_unit(quantity, rate, "unit.of-rate-before");
    return true;
}

/* "the number of hereditary peers" at items[at]: what it is a number of. */
static bool
numbered(struct cd_work *work, size_t at, struct cd_noun *noun)
{
    const struct cd_token *token =
        &work->reading->tokens.items[work->items[at].end - 1];

    return cd_lexicon_language(work->lexicon) == CD_LANGUAGE_EN &&
           cd_token_is(token, "number") &&
           cd_work_has(work, at + 1, CD_CLASS(OF)) && at + 2 < work->count &&
           cd_noun_phrase(work, at + 2, false, noun);
}

static void
make_count(struct cd_quantity *quantity, struct cd_str unit, const char *rule)
{
    quantity->class = CD_QUANTITY_COUNT;
    quantity->unit = unit;
    quantity->unit_system = "count";
    cd_make_rule(quantity, rule);
}

/* "the 34,000 jump in applications", the number at items[at]: what moved. */
static bool
takes_what_moved(struct cd_work *work, size_t at, struct cd_quantity *quantity)
{
    const struct cd_token *tokens = work->reading->tokens.items;
    struct cd_noun noun;

    if (cd_lexicon_language(work->lexicon) != CD_LANGUAGE_EN ||
        at + 3 >= work->count || quantity->shape != CD_SHAPE_ONE ||
        !cd_str_is(quantity->unit, "1") ||
        !cd_word_is(tokens[work->items[at + 1].first].fold, CD_WORD_MOVENOUN) ||
        !cd_work_has(work, at + 2, CD_CLASS(IN) | CD_CLASS(OF)) ||
        !cd_noun_phrase(work, at + 3, false, &noun))
        return false;
    make_count(quantity, noun.unit, "unit.of-what-moved");
    return true;
}

/* "up 1/4 point at 25": nothing else is counted in points. */
static bool
is_part(const struct cd_quantity *quantity)
{
    return quantity->shape == CD_SHAPE_ONE &&
           cd_decimal_compare(quantity->value, cd_decimal_of(1, 0)) < 0;
}

/* The unit that items[at] implies for a number behind it, or NULL: "keep" says
 * nothing about that. */
static const char *
told_by(const struct cd_work *work, size_t at)
{
    static const char *const losses[] = { "losses", "cuts", "reductions" };
    const struct cd_item *item = &work->items[at];
    const struct cd_token *token = &work->reading->tokens.items[item->end - 1];
    const char *unit = (item->classes & CD_CLASS(IMPLIES)) != 0
                           ? cd_term_value(&item->term, CD_CLASS_IMPLIES)
                           : NULL;

    if (unit != NULL)
        return strcmp(unit, "keep") != 0 ? unit : NULL;
    return item->end > 1 && cd_token_is(token - 1, "job") &&
                   cd_str_among(token->fold, losses, CD_COUNT(losses))
               ? "job:many"
               : NULL;
}

/* The unit of "job:many", which only a thousand and more have: "job losses of
 * 4,000", but "unemployment of 5.2"; empty if it is not so. */
static struct cd_str
of_many(struct cd_str unit)
{
    struct cd_str many = CD_STR(":many");

    if (!cd_str_ends(unit, many))
        return (struct cd_str){ NULL, 0 };
    return cd_str_sub(unit, 0, unit.n - many.n);
}

/* Does what is implied, so many items before, say what the quantity counts? */
static bool
reaches(const char *implied, const struct cd_quantity *quantity, size_t items)
{
    if (implied == NULL ||
        (strcmp(implied, "employee") == 0 && items > EMPLOYED_ITEMS))
        return false;
    return of_many(cd_str_of(implied)).n == 0 ||
           cd_decimal_compare(quantity->value, cd_decimal_of(1, 3)) >= 0;
}

/* The unit that a noun before the number implies; "a:level" are years that a
 * law or rule sets ("the voting age"), and nobody's age. */
static void
take_implied(struct cd_quantity *quantity, struct cd_str unit)
{
    bool level = cd_str_is(unit, "a:level");

    if (level)
        unit = CD_STR("a");
    if (of_many(unit).n > 0) {
        unit = of_many(unit);
        quantity->class = CD_QUANTITY_COUNT;
    }
    quantity->unit = unit;
    quantity->unit_system = "count";
    if (cd_str_is(unit, "employee"))
        quantity->class = CD_QUANTITY_COUNT;
    if (cd_str_is(unit, "a"))
        quantity->unit_system = "UCUM";
    if (cd_str_is(unit, "a") && !level) /* life expectancy */
        quantity->class = CD_QUANTITY_AGE;
    cd_make_rule(quantity, "unit.implied");
}

/* "an increase of almost 300,000 in unemployment", the number at items[at]: the
 * people of that. */
static bool
takes_what_rose(const struct cd_work *work, size_t at,
                struct cd_quantity *quantity)
{
    const char *unit =
        cd_work_has(work, at + 1, CD_CLASS(IN)) && at + 2 < work->count
            ? told_by(work, at + 2)
            : NULL;

    if (unit == NULL || !cd_str_is(quantity->unit, "1") ||
        !reaches(unit, quantity, 1))
        return false;
    take_implied(quantity, cd_str_of(unit));
    return true;
}

/* "five counts, ... three": the number at items[at] counts the same things;
 * "8.02 points to 893.30" is a level of them. */
static void
take_count_unit(struct cd_work *work, size_t at, struct cd_quantity *quantity,
                const struct cd_quantity *count)
{
    int64_t whole;

    if (quantity->shape != CD_SHAPE_ONE || names_another(work, at + 1))
        return;
    if (count->shape == CD_SHAPE_ONE &&
        cd_decimal_integer(quantity->value, &whole))
        make_count(quantity, of_count(work, count->unit, quantity->unit),
                   "unit.of-count-before");
    else if (cd_str_is(count->unit, "point"))
        take_implied(quantity, count->unit);
}

/* The unit of a bare number: of a count before it ("five counts, ... three"),
 * or one that a noun implies ("a population of 40,000"). */
void
cd_imply_units(struct cd_work *work)
{
    const struct cd_quantity *count = NULL, *money = NULL, *rate = NULL;
    const char *implied = NULL;
    struct cd_str things = { "", 0 };
    struct cd_noun noun;
    size_t implied_at = 0;

    for (size_t at = 0; at < work->count; at++) {
        const char *told = told_by(work, at);
        struct cd_quantity *quantity;

        if (told != NULL) {
            implied = told;
            implied_at = at;
        }
        if (numbered(work, at, &noun))
            things = noun.unit;
        if (!cd_work_has(work, at, CD_CLASS(QTY)))
            continue;
        quantity = cd_work_quantity(work, at);
        if (cd_str_is(quantity->unit,
                      "other")) /* "killed 9 and hurt 40 others" */
            make_count(quantity, count != NULL ? count->unit : CD_STR("person"),
                       "unit.of-others");
        if (quantity->weak && quantity->class == CD_QUANTITY_COUNT &&
            cd_lexicon_language(work->lexicon) == CD_LANGUAGE_EN &&
            counts_people(work, at, true))
            quantity->weak = false; /* "killed one person" */
        if (quantity->class == CD_QUANTITY_COUNT &&
            cd_str_find(quantity->unit, CD_STR("/"), 0) == SIZE_MAX &&
            !is_part(quantity))
            count = quantity;
        if (quantity->class == CD_QUANTITY_MONEY)
            money = quantity;
        if (cd_quantity_is_exchange(quantity))
            rate = quantity;
        if (quantity->class != CD_QUANTITY_PLAIN ||
            takes_what_moved(work, at, quantity) ||
            takes_what_rose(work, at, quantity) ||
            take_level_unit(work, at, quantity) || take_rate(quantity, rate) ||
            (count == NULL && take_money(work, at, quantity, money)))
            continue;
        if (cd_lexicon_language(work->lexicon) == CD_LANGUAGE_EN &&
            cd_str_is(quantity->unit, "1") && counts_people(work, at, false)) {
            make_count(quantity, CD_STR("person"), "unit.of-people");
        } else if (things.n > 0 && quantity->shape != CD_SHAPE_PAIR &&
                   cd_str_is(quantity->unit, "1")) {
            make_count(quantity, things, "unit.of-number");
        } else if (reaches(implied, quantity, at - implied_at)) {
            take_implied(quantity, cd_str_of(implied));
        } else if (count != NULL) {
            take_count_unit(work, at, quantity, count);
        }
    }
}
