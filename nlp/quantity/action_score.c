/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Actions for what two numbers say of a game, a vote or a bet.
 */
#include "nlp/quantity/action.h"
#include "nlp/word/word.h"

enum {
    TOLD_WORDS = 40, /* on either side, of which one may say what counts */
};

/* "734 out of 1,000": the first number, of unit "out of 1000". */
static bool
make_out_of(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_str base = cd_decimal_print(
        cd_work_number(work, match->slots[CD_SLOT_M])->value, work->arena);
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_SCORE, out);

    quantity->unit =
        cd_arena_printf(work->arena, "out of %.*s", (int)base.n, base.p);
    return true;
}

/* What token i says that a score near it counts, or NULL. */
static const char *
told_by(const struct cd_work *work, size_t i)
{
    return cd_word_value(work->reading->tokens.items[i].fold, CD_WORD_PLAYED);
}

/* Goals of "a 2-1 win for the striker's side", votes of "the court split 5-4":
 * what the word nearest to the tokens [first, end) says; score if none does. */
static struct cd_str
counted_in(const struct cd_work *work, size_t first, size_t end)
{
    size_t count = work->reading->tokens.count;
    const char *told = NULL;

    if (cd_lexicon_language(work->lexicon) != CD_LANGUAGE_EN)
        return CD_STR("score");
    for (size_t step = 0; step < TOLD_WORDS && told == NULL; step++) {
        if (end + step < count)
            told = told_by(work, end + step);
        if (told == NULL && step < first)
            told = told_by(work, first - step - 1);
    }
    return told != NULL ? cd_str_of(told) : CD_STR("score");
}

static bool
make_score(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_SCORE, out);

    quantity->shape = CD_SHAPE_PAIR;
    quantity->low = quantity->value;
    quantity->high = cd_work_number(work, match->slots[CD_SLOT_M])->value;
    quantity->unit = counted_in(work, quantity->first, quantity->end);
    if (match->slots[CD_SLOT_L] != CD_NO_INDEX) {
        quantity->triple = true;
        quantity->value = cd_work_number(work, match->slots[CD_SLOT_L])->value;
        quantity->unit = CD_STR("win-loss-tie");
    }
    return true;
}

static bool
make_score_down(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    return cd_match_descends(work, match) && make_score(work, match, out);
}

/* 6-4 among the sets of a match. */
static bool
make_set(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    size_t before = match->from;

    before -= before > 0 && cd_work_has(work, before - 1, CD_CLASS(COMMA));
    if (!make_score(work, match, out))
        return false;
    work->pool[out->quantity].unit = CD_STR("game");
    if (before > 0 && cd_work_has(work, before - 1, CD_CLASS(QTY)) &&
        cd_work_quantity(work, before - 1)->class == CD_QUANTITY_SCORE)
        cd_work_quantity(work, before - 1)->unit = CD_STR("game");
    return true;
}

/* "odds of 8-1": what is won for what is put. */
static bool
make_odds(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    if (!make_score(work, match, out))
        return false;
    work->pool[out->quantity].unit = CD_STR("odds");
    return true;
}

const struct cd_action_row cd_actions_score[] = {
    { "out-of", make_out_of },
    { "score", make_score },
    { "score-down", make_score_down },
    { "set", make_set },
    { "odds", make_odds },
    { NULL, NULL },
};
