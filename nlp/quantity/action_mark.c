/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Actions on degrees, and on the marks of feet and inches.
 */
#include "nlp/quantity/action.h"

enum {
    ANGLE_WORDS = 3, /* tokens on either side that may say "angle" */
    INCHES_MAX = 1000,
};

static const struct cd_token *
token_at(const struct cd_work *work, size_t at)
{
    return &work->reading->tokens.items[at];
}

static bool
is_angle_word(const struct cd_token *token)
{
    static const char *const words[] = {
        "angle",   "angles",    "turn",
        "turned",  "turns",     "rotate",
        "rotated", "rotates",   "rotation",
        "tilt",    "tilted",    "slope",
        "arc",     "latitude",  "longitude",
        "incline", "pivot",     "north",
        "south",   "east",      "west",
        "radians", "panoramic", "swivel",
        "view",    "clockwise", "counterclockwise",
        "bend",    "spin",      "left",
        "right"
    };

    return cd_str_among(token->fold, words, CD_COUNT(words));
}

/* "turn left 45 degrees", "a 30-degree angle": no temperature. */
static bool
is_angle(const struct cd_work *work, const struct cd_quantity *quantity)
{
    size_t from =
        quantity->first > ANGLE_WORDS ? quantity->first - ANGLE_WORDS : 0;
    size_t count = work->reading->tokens.count;
    size_t to = quantity->end + ANGLE_WORDS < count
                    ? quantity->end + ANGLE_WORDS
                    : count;

    for (size_t i = from; i < to; i++)
        if (is_angle_word(token_at(work, i)))
            return true;
    return false;
}

static bool
make_degrees(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_TEMPERATURE, out);

    cd_make_code(quantity, "deg");
    if (is_angle(work, quantity))
        quantity->class = CD_QUANTITY_PHYSICAL;
    return true;
}

/* "12 degrees below zero" */
static bool
make_below_zero(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    const char *code = cd_slot_unit(work, match, CD_SLOT_U);
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_TEMPERATURE, out);

    cd_make_code(quantity, code != NULL ? code : "deg");
    quantity->value = cd_decimal_negate(quantity->value);
    return true;
}

static bool
make_inches(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    cd_make_code(cd_make_numbered(work, match, CD_QUANTITY_PHYSICAL, out),
                 "in");
    return true;
}

static bool
is_double_mark(const struct cd_token *token)
{
    return cd_token_is(token, "\"") || cd_token_is(token, "\xE2\x80\xB3") ||
           cd_token_is(token, "\xE2\x80\x9D");
}

/* Is a quotation open before the token at at, that a mark there would close? */
static bool
is_quoted(const struct cd_work *work, size_t at)
{
    size_t from = at > 200 ? at - 200 : 0;
    bool open = false;

    for (size_t i = from; i < at; i++) {
        const struct cd_token *token = token_at(work, i);

        if (cd_token_is(token, "\xE2\x80\x9C"))
            open = true;
        else if (is_double_mark(token) &&
                 (i == 0 || token_at(work, i - 1)->kind != CD_TOKEN_NUMBER))
            open = !open;
    }
    return open;
}

/* "a 50\" screen"; the mark may stand apart in tokenised text if no other
 * follows that it opens. */
static bool
make_inch_mark(struct cd_work *work, struct cd_match *match,
               struct cd_item *out)
{
    size_t at = work->items[match->to - 1].first;

    if (!is_double_mark(token_at(work, at)) || is_quoted(work, at) ||
        cd_decimal_compare(cd_work_number(work, match->slots[CD_SLOT_N])->value,
                           cd_decimal_of(INCHES_MAX, 0)) > 0)
        return false;
    if ((token_at(work, at)->flags & CD_TOKEN_SPACED) != 0)
        for (size_t i = at + 1; i < work->reading->tokens.count && i < at + 200;
             i++)
            if (is_double_mark(token_at(work, i)))
                return false;
    return make_inches(work, match, out);
}

/* Words that say a length: "an altitude of 30'", "a wall 8' high". */
static bool
is_length_word(const struct cd_token *token)
{
    static const char *const words[] = {
        "altitude",  "height", "tall",    "high", "long",  "length",
        "elevation", "depth",  "deep",    "wide", "width", "wall",
        "above",     "below",  "ceiling", "vert", "waves"
    };

    return cd_str_among(token->fold, words, CD_COUNT(words));
}

static bool
make_foot_mark(struct cd_work *work, struct cd_match *match,
               struct cd_item *out)
{
    size_t at = work->items[match->to - 1].first, from = at > 5 ? at - 5 : 0;
    size_t count = work->reading->tokens.count;
    bool length = false;

    if (is_double_mark(token_at(work, at)) ||
        (at + 1 < count && cd_token_is(token_at(work, at + 1), "s")))
        return false; /* "2004's average" */
    for (size_t i = from; i < count && i < at + 3; i++)
        length |= is_length_word(token_at(work, i));
    if (!length)
        return false;
    cd_make_code(cd_make_numbered(work, match, CD_QUANTITY_PHYSICAL, out),
                 "ft");
    return true;
}

/* "6'2\"" is feet and inches; "2'30''" minutes and seconds. */
static bool
make_feet_inches(struct cd_work *work, struct cd_match *match,
                 struct cd_item *out)
{
    struct cd_decimal part =
        cd_work_number(work, match->slots[CD_SLOT_M])->value;
    bool feet = cd_decimal_compare(part, cd_decimal_of(12, 0)) < 0;
    struct cd_quantity *made;

    if (cd_decimal_compare(part, cd_decimal_of(60, 0)) >= 0)
        return false;
    made = cd_make_numbered(
        work, match, feet ? CD_QUANTITY_PHYSICAL : CD_QUANTITY_DURATION, out);
    cd_make_code(made, feet ? "ft" : "min");
    made->value = cd_decimal_plus(
        made->value, cd_decimal_over(part, cd_decimal_of(feet ? 12 : 60, 0)));
    return true;
}

const struct cd_action_row cd_actions_mark[] = {
    { "degrees", make_degrees },
    { "below-zero", make_below_zero },
    { "inches", make_inches },
    { "inch-mark", make_inch_mark },
    { "feet-inches", make_feet_inches },
    { "foot-mark", make_foot_mark },
    { NULL, NULL },
};
