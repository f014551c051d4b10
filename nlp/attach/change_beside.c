/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Changes that a word right beside the quantity tells.
 */
#include "nlp/attach/change_part.h"
#include "nlp/quantity/dimension.h"
#include "nlp/word/word.h"

const struct cd_change cd_change_still = { .direction = "none",
                                           .word = CD_NODE_NONE };

struct cd_change
cd_change_found(const char *direction, bool delta, size_t word)
{
    return (struct cd_change){ .direction = direction,
                               .delta = delta,
                               .word = word };
}

/* Money or a percentage: what "off" takes away. */
static bool
is_amount(const struct cd_bond *b)
{
    return b->quantity->class == CD_QUANTITY_MONEY ||
           b->quantity->class == CD_QUANTITY_PERCENT ||
           b->quantity->class == CD_QUANTITY_POINTS ||
           b->quantity->class == CD_QUANTITY_FRACTION;
}

/* 24.79% of "$12 million (+24.79%)". */
struct cd_change
cd_change_sign_before(const struct cd_syntax *s, const struct cd_bond *b)
{
    return b->node > 0 && b->quantity->class == CD_QUANTITY_PERCENT &&
                   cd_str_is(s->nodes[b->node - 1].fold, "+")
               ? cd_change_found("up", true, b->node - 1)
               : cd_change_still;
}

/* Which way the words before the quantity say that it went, or NULL. */
static const char *
told_before(const struct cd_syntax *s, const struct cd_bond *b)
{
    struct cd_change before = cd_change_beside_before(s, b);
    const char *direction;

    if (before.word != CD_NODE_NONE)
        return before.delta ? before.direction : NULL;
    if (b->verb == CD_NODE_NONE || b->verb > b->node ||
        (b->tie != CD_TIE_OBJECT && b->tie != CD_TIE_OBLIQUE))
        return NULL;
    direction = cd_word_value(s->nodes[b->verb].fold, CD_WORD_MOVE);
    return direction != NULL
               ? direction
               : cd_word_value(s->nodes[b->verb].fold, CD_WORD_PUSH);
}

/* "fell 3% ahead of the report", "could fall 9% more": ahead and more tell no
 * way against a word before the quantity, but "cut 9% more jobs". */
static bool
is_overruled(const struct cd_syntax *s, const struct cd_bond *b, size_t word)
{
    const struct cd_node *n = s->nodes;
    const char *direction;

    if (!cd_str_is(n[word].fold, "ahead") &&
        (!cd_str_is(n[word].fold, "more") ||
         (word + 1 < s->count && cd_node_in_phrase(&n[word + 1]))))
        return false;
    direction = told_before(s, b);
    return direction != NULL && strcmp(direction, "up") != 0;
}

/* "hold it 8 inches above the sheet": where, not how far it went */
static bool
is_place(const struct cd_syntax *s, const struct cd_bond *b, size_t word)
{
    return b->quantity->class == CD_QUANTITY_PHYSICAL &&
           cd_dimension_of(b->quantity->unit) == CD_DIMENSION_LENGTH &&
           word + 1 < s->count && s->nodes[word + 1].tag == CD_POS_DET &&
           (cd_str_is(s->nodes[word].fold, "above") ||
            cd_str_is(s->nodes[word].fold, "below"));
}

/* "5% higher", "15 percent fewer problems". */
struct cd_change
cd_change_beside_after(const struct cd_syntax *s, const struct cd_bond *b)
{
    size_t i = b->node + 1;
    const char *direction;

    if (i < s->count && cd_str_is(s->nodes[i].fold, "-"))
        i++;
    if (i >= s->count || b->quantity->class == CD_QUANTITY_COUNT ||
        b->quantity->class == CD_QUANTITY_AGE)
        return cd_change_still;
    direction = cd_word_value(s->nodes[i].fold, CD_WORD_BESIDE);
    if (direction == NULL ||
        (cd_str_is(s->nodes[i].fold, "off") && !is_amount(b)) ||
        is_overruled(s, b, i) || is_place(s, b, i))
        return cd_change_still;
    if (cd_str_is(s->nodes[i].fold, "up") && i + 1 < s->count &&
        cd_str_is(s->nodes[i + 1].fold, "front"))
        return cd_change_still; /* "$5m up front" */
    /* "settled at $66 up 2%": the next number says how much */
    if ((cd_str_is(s->nodes[i].fold, "up") ||
         cd_str_is(s->nodes[i].fold, "down")) &&
        i + 1 < s->count && s->nodes[i + 1].quantity != CD_NODE_NONE)
        return cd_change_still;
    /* "300 times more potent" compares two things: nothing changes */
    if (b->quantity->class == CD_QUANTITY_MULTIPLE &&
        cd_str_is(s->nodes[i].fold, "more") && i + 1 < s->count &&
        s->nodes[i + 1].tag == CD_POS_ADJ)
        return cd_change_still;
    return cd_change_found(direction, true, i);
}

/* "up 3%", "down by 5 points", "higher at 5.2", "up from 4%". */
struct cd_change
cd_change_beside_before(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->node;
    bool from = false, to = false;
    const char *direction;

    if (i > 1 && n[i - 1].tag == CD_POS_ADJ && n[i - 2].tag == CD_POS_DET)
        i -= 2; /* "up a modest 2%" */
    else if (i > 0 &&
             (n[i - 1].tag == CD_POS_DET || n[i - 1].tag == CD_POS_ADJ))
        i--;
    if (i > 0 &&
        (cd_str_is(n[i - 1].fold, "from") || cd_str_is(n[i - 1].fold, "on"))) {
        from = true;
        i--;
    } else if (i > 0 && (cd_str_is(n[i - 1].fold, "to") ||
                         cd_str_is(n[i - 1].fold, "at"))) {
        to = true;
        i--;
    } else if (i > 0 && cd_str_is(n[i - 1].fold, "by")) {
        i--;
    }
    /* "make up 31% of", but "the stock down 2 percent" */
    if (i > 1 && cd_word_is(n[i - 2].fold, CD_WORD_PARTICLE) &&
        cd_node_is_verb(&n[i - 2]))
        return cd_change_still;
    if (i == 0 || (to && cd_str_is(n[i - 1].fold, "up")) ||
        cd_str_is(n[i - 1].fold, "downing")) /* of aircraft */
        return cd_change_still;
    if (i > 1 && cd_str_is(n[i - 2].fold, "-") &&
        (n[i - 1].flags & CD_TOKEN_SPACED) == 0)
        return cd_change_still; /* "charge-offs tripled" */
    direction = cd_word_value(n[i - 1].fold, CD_WORD_BESIDE);
    if (direction == NULL || cd_str_is(n[i - 1].fold, "more") ||
        cd_str_is(n[i - 1].fold, "less") || cd_str_is(n[i - 1].fold, "below") ||
        cd_str_is(n[i - 1].fold, "above"))
        return cd_change_still;
    /* "112 off 98 balls" */
    if (cd_str_is(n[i - 1].fold, "off") && !is_amount(b))
        return cd_change_still;
    if (from)
        return (struct cd_change){ .direction = "none",
                                   .base = true,
                                   .word = i - 1 };
    return cd_change_found(direction, !to, i - 1);
}
