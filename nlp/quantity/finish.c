/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/finish.h"

#include <stdlib.h>

#include "base/memory.h"
#include "nlp/quantity/hedge.h"
#include "nlp/quantity/imply.h"
#include "nlp/quantity/make.h"
#include "nlp/quantity/money.h"
#include "nlp/quantity/pounds.h"
#include "nlp/word/word.h"

enum {
    CHANGE_WORDS = 12, /* items before "from A to B" that may say its verb */
};

/* ---- lists with one unit at the end ---------------------------------- */

/* Item of the quantity that a bare number at at shares its unit with: the one
 * behind "," / "and" / "or"; 0 if there is none. */
static size_t
list_next(const struct cd_work *work, size_t at)
{
    size_t next = at + 1;

    if (cd_work_has(work, next, CD_CLASS(COMMA)))
        next++;
    if (cd_work_has(work, next, CD_CLASS(AND) | CD_CLASS(OR)))
        next++;
    return next > at + 1 && cd_work_has(work, next, CD_CLASS(QTY)) ? next : 0;
}

static bool
is_bare(const struct cd_work *work, size_t at)
{
    const struct cd_quantity *quantity;

    if (!cd_work_has(work, at, CD_CLASS(QTY)))
        return false;
    quantity = cd_work_quantity(work, at);
    return quantity->class == CD_QUANTITY_PLAIN &&
           quantity->hedge == quantity->hedge_end;
}

/* "8 or $9" */
static bool
either(const struct cd_work *work, size_t at, size_t next)
{
    return next == at + 2 && cd_work_has(work, at + 1, CD_CLASS(OR)) &&
           cd_work_quantity(work, next)->class == CD_QUANTITY_MONEY;
}

/* "by 2.7 million, or 38 percent": the same in other words. */
static bool
restates(const struct cd_work *work, size_t at, size_t next)
{
    return next == at + 3 && cd_work_has(work, at + 1, CD_CLASS(COMMA)) &&
           cd_work_has(work, at + 2, CD_CLASS(OR)) &&
           cd_work_quantity(work, next)->class == CD_QUANTITY_PERCENT;
}

/* "10, 20 and 30 percent": from right to left, the unit goes to bare numbers.
 * A comma alone shares only inside a list that an "and" or "or" ends. */
static void
share_units(struct cd_work *work)
{
    bool in_list = false;

    for (size_t at = work->count; at-- > 0;) {
        size_t next;
        struct cd_quantity *bare, *full;
        bool joined;

        if (!cd_work_has(work, at, CD_CLASS(QTY)))
            continue;
        next = list_next(work, at);
        joined = next > 0 &&
                 cd_work_has(work, next - 1, CD_CLASS(AND) | CD_CLASS(OR));
        if (!is_bare(work, at) || next == 0 || (!joined && !in_list) ||
            (!in_list && restates(work, at, next))) {
            in_list = false;
            continue;
        }
        full = cd_work_quantity(work, next);
        if (!full->shared && !cd_imply_shares(work, next) &&
            !either(work, at, next)) {
            in_list = false;
            continue;
        }
        bare = cd_work_quantity(work, at);
        bare->class = full->class;
        bare->unit = full->unit;
        bare->unit_system = full->unit_system;
        bare->shared = true;
        cd_make_rule(bare, "list.shared-unit");
        in_list = true;
    }
}

/* ---- bounds restated -------------------------------------------------- */

/* "more than 100 kilometers (60 miles)": the bound holds for both. */
static void
share_bound(const struct cd_work *work, size_t at)
{
    const struct cd_quantity *before;
    struct cd_quantity *quantity = cd_work_quantity(work, at);

    if (at < 2 || !cd_work_has(work, at - 2, CD_CLASS(QTY)) ||
        !cd_work_has(work, at - 1, CD_CLASS(LPAREN) | CD_CLASS(SLASH)))
        return;
    before = cd_work_quantity(work, at - 2);
    if (quantity->kind == CD_KIND_EXACT && quantity->class == before->class &&
        quantity->shape == CD_SHAPE_ONE && before->shape == CD_SHAPE_ONE &&
        !cd_str_eq(quantity->unit, before->unit) &&
        before->kind != CD_KIND_EXACT) {
        quantity->kind = before->kind;
        cd_make_rule(quantity, "bound.restated");
    }
}

/* ---- from A to B ----------------------------------------------------- */

/* Does a word say that something moves from one value to a higher one (1), that
 * what follows is a range (-1), or neither?  A fall to a higher value is no
 * fall: "fell to 25 percent, from 35 to 36 a year before". */
static int
says_move(const struct cd_work *work, size_t at)
{
    static const enum cd_word_class moves[] = { CD_WORD_MOVE, CD_WORD_PUSH,
                                                CD_WORD_MOVENOUN,
                                                CD_WORD_BESIDE };
    struct cd_str fold = work->reading->tokens.items[at].fold;
    const char *value = cd_word_value(fold, CD_WORD_FROMTO);

    if (value != NULL)
        return strcmp(value, "change") == 0 ? 1 : -1;
    for (size_t i = 0; i < CD_COUNT(moves); i++) {
        value = cd_word_value(fold, moves[i]);
        if (value != NULL)
            return strcmp(value, "down") == 0 ? -1 : 1;
    }
    return (work->terms[at].classes & CD_CLASS(CHANGED)) != 0;
}

/* As far as a word behind a quantity is looked for. */
static size_t
behind(const struct cd_work *work, size_t end)
{
    return end + 4 < work->reading->tokens.count ? end + 4
                                                 : work->reading->tokens.count;
}

/* "from $5m to $7m, an increase of" */
static bool
moves_behind(const struct cd_work *work, size_t end)
{
    for (size_t i = end; i < behind(work, end); i++)
        if (says_move(work, i) > 0)
            return true;
    return false;
}

/* In other languages: does a word of change stand near? */
static bool
says_change(const struct cd_work *work, size_t from, size_t end)
{
    size_t to = behind(work, end);

    for (size_t i = from; i < to; i++)
        if ((work->terms[i].classes &
             (CD_CLASS(RISE) | CD_CLASS(FALL) | CD_CLASS(CHANGED))) != 0)
            return true;
    return false;
}

/* "from 13% in 2011 to 14% in 2021" */
static bool
is_dated(const struct cd_quantity *quantity)
{
    for (size_t i = 0; i < CD_QUANTITY_RULES && quantity->rules[i] != NULL; i++)
        if (cd_str_starts(cd_str_of(quantity->rules[i]),
                          CD_STR("range.quantities-from-")))
            return true;
    return false;
}

/* "was up from 5 to 7 tonnes": what something is compared with, a range; but
 * "went up from $5 to $7". */
static bool
is_base(const struct cd_work *work, const struct cd_quantity *quantity)
{
    const struct cd_token *tokens = work->reading->tokens.items;
    size_t first = quantity->first;

    return first > 0 && cd_token_is(&tokens[first - 1], "up") &&
           (first == 1 || says_move(work, first - 2) <= 0);
}

/* A change where the nearest word that tells is one of change: "homes from $5m
 * to $7m sell well" is a range. */
static bool
is_change(const struct cd_work *work, const struct cd_quantity *quantity)
{
    const struct cd_token *tokens = work->reading->tokens.items;
    size_t from =
        quantity->first > CHANGE_WORDS ? quantity->first - CHANGE_WORDS : 0;

    if (cd_decimal_compare(quantity->low, quantity->high) > 0)
        return true;
    if (cd_lexicon_language(work->lexicon) != CD_LANGUAGE_EN)
        return says_change(work, from, quantity->end);
    if (quantity->class == CD_QUANTITY_AGE ||
        quantity->class == CD_QUANTITY_DURATION || is_base(work, quantity))
        return false;
    if (quantity->class == CD_QUANTITY_RANK)
        return true;
    for (size_t i = quantity->first; i-- > from;) {
        int move = says_move(work, i);

        if (move != 0)
            return move > 0;
        if (cd_token_is(&tokens[i], ".") || cd_token_is(&tokens[i], ";"))
            break;
    }
    return is_dated(quantity) || moves_behind(work, quantity->end);
}

static void
settle_from_to(const struct cd_work *work, struct cd_quantity *quantity)
{
    if (quantity->shape != CD_SHAPE_RANGE || !quantity->from_to)
        return;
    quantity->from_to = is_change(work, quantity);
    if (!quantity->from_to)
        return;
    quantity->shape = CD_SHAPE_FROM_TO;
    quantity->kind = CD_KIND_EXACT;
}

/* ---- the result ------------------------------------------------------ */

static int
by_start(const void *a, const void *b)
{
    const struct cd_nonclaim *x = a, *y = b;

    return (x->first > y->first) - (x->first < y->first);
}

void
cd_finish_add(struct cd_reading *reading, const struct cd_quantity *quantity)
{
    reading->items = cd_grow(reading->items, &reading->room, reading->count + 1,
                             sizeof(*reading->items));
    reading->items[reading->count++] = *quantity;
}

void
cd_finish_item(struct cd_work *work, size_t at)
{
    struct cd_quantity *quantity;

    cd_hedge_read(work, at);
    share_bound(work, at);
    quantity = cd_work_quantity(work, at);
    settle_from_to(work, quantity);
    cd_finish_add(work->reading, quantity);
}

void
cd_finish(struct cd_work *work)
{
    struct cd_reading *reading = work->reading;

    if (cd_lexicon_language(work->lexicon) == CD_LANGUAGE_EN)
        cd_pounds_settle(work);
    cd_money_settle(work);
    share_units(work);
    cd_imply_units(work);
    for (size_t at = 0; at < work->count; at++)
        if (cd_work_has(work, at, CD_CLASS(QTY)))
            cd_finish_item(work, at);
    if (reading->other_count > 1)
        qsort(reading->others, reading->other_count, sizeof(*reading->others),
              by_start);
}
