/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/direction.h"

#include "nlp/attach/order.h"

enum {
    LEFT_WORDS = 14, /* tokens before a quantity that may say its verb */
    RIGHT_WORDS = 4, /* behind it */
};

static cd_u128
classes_at(const struct cd_reading *reading, size_t token)
{
    return cd_reading_terms(reading)[token].classes;
}

static bool
ends_clause(const struct cd_token *token)
{
    return cd_token_is(token, ".") || cd_token_is(token, ";") ||
           cd_token_is(token, ":") || (token->flags & CD_TOKEN_BREAK) != 0;
}

/* Classes RISE or FALL of the nearest word of change to the left, or 0. */
static cd_u128
look_left(const struct cd_reading *reading, size_t start)
{
    const struct cd_token *tokens = reading->tokens.items;
    size_t least = start > LEFT_WORDS ? start - LEFT_WORDS : 0;

    for (size_t i = start; i-- > least;) {
        if (cd_order_move(reading, i) != 0)
            return cd_order_move(reading, i);
        if (ends_clause(&tokens[i]))
            break;
    }
    return 0;
}

/* The same to the right, as far as the clause goes. */
static cd_u128
look_right(const struct cd_reading *reading, size_t end)
{
    const struct cd_token *tokens = reading->tokens.items;

    for (size_t i = end; i < reading->tokens.count && i < end + RIGHT_WORDS;
         i++) {
        if (cd_order_move(reading, i) != 0)
            return cd_order_move(reading, i);
        if (ends_clause(&tokens[i]) || cd_token_is(&tokens[i], ",") ||
            tokens[i].kind == CD_TOKEN_NUMBER)
            break;
    }
    return 0;
}

/* What stands right before the quantity, past an article. */
static cd_u128
classes_before(const struct cd_reading *reading, const struct cd_quantity *q)
{
    size_t start = cd_quantity_start(q);
    cd_u128 before = start > 0 ? classes_at(reading, start - 1) : 0;

    if (start > 1 && (before & CD_CLASS(THE)) != 0) /* "hasta los" */
        before = classes_at(reading, start - 2);
    return before;
}

/* Is the quantity how much something changed by? */
static bool
is_delta(const struct cd_reading *reading, const struct cd_quantity *q)
{
    cd_u128 before = classes_before(reading, q);

    if ((before & CD_CLASS(TOPREP)) != 0)
        return false;
    return (before & (CD_CLASS(BY) | CD_CLASS(OF) | CD_CLASS(RISE) |
                      CD_CLASS(FALL))) != 0 ||
           q->class == CD_QUANTITY_PERCENT || q->class == CD_QUANTITY_POINTS;
}

static const char *
role_of(const struct cd_quantity *q, bool delta, const char *role)
{
    if (!delta)
        return q->class == CD_QUANTITY_PERCENT ? "level" : role;
    return q->class == CD_QUANTITY_PERCENT ? "relative_delta" : "delta";
}

void
cd_direction_read(const struct cd_reading *reading, size_t i,
                  struct cd_claim *claim)
{
    const struct cd_quantity *q = &reading->items[i];
    bool delta = is_delta(reading, q);
    cd_u128 found;

    if (q->shape == CD_SHAPE_FROM_TO) {
        int order = cd_decimal_compare(q->low, q->high);

        claim->change = order < 0 ? "up" : order > 0 ? "down" : "none";
        return;
    }
    if (q->class == CD_QUANTITY_AGE || q->class == CD_QUANTITY_DURATION ||
        q->class == CD_QUANTITY_RANK || q->class == CD_QUANTITY_SCORE)
        return;
    found = look_right(reading, q->end);
    if (found == 0)
        found = look_left(reading, cd_quantity_start(q));
    /* a count near a verb of change is not what changed */
    if (found == 0 ||
        (!delta && (classes_before(reading, q) & CD_CLASS(TOPREP)) == 0))
        return;
    claim->change = (found & CD_CLASS(RISE)) != 0 ? "up" : "down";
    claim->role = role_of(q, delta, claim->role);
}
