/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Levels that the change before them led to.
 */
#include "nlp/attach/change_part.h"
#include "nlp/attach/phrase.h"
#include "nlp/attach/restate.h"
#include "nlp/word/word.h"

enum { RISE_MAX = 14 }; /* nodes from "rise in" to the level */

static bool
is_comma(const struct cd_syntax *s, size_t node)
{
    return cd_str_is(s->nodes[node].fold, ",");
}

/* The node behind which "to $45", ", at $45" or "to settle at $45" stands, or
 * CD_NODE_NONE. */
static size_t
led_from(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;
    size_t i = cd_phrase_article(s, node);

    if (i == 0 ||
        !(cd_str_is(n[i - 1].fold, "to") || cd_str_is(n[i - 1].fold, "at")))
        return CD_NODE_NONE;
    i--;
    if (i > 1 && is_comma(s, i - 1))
        i--;
    if (i > 1 && cd_word_is(n[i - 1].fold, CD_WORD_SETTLE) &&
        cd_str_is(n[i - 2].fold, "to"))
        i -= 2;
    return i > 0 ? i - 1 : CD_NODE_NONE;
}

/* Can the quantity be where a change went?  A percentage only where points led
 * to it: "up two points at 39%". */
static bool
is_level(const struct cd_bond *b, const struct cd_quantity *change)
{
    return b->quantity->shape != CD_SHAPE_FROM_TO &&
           (b->quantity->class == CD_QUANTITY_MONEY ||
            b->quantity->class == CD_QUANTITY_PLAIN ||
            (b->quantity->class == CD_QUANTITY_PERCENT &&
             (change->class == CD_QUANTITY_POINTS ||
              cd_str_is(change->unit, "point"))));
}

/* The first of "$1.71, or 4 percent," whose last is the quantity before; the
 * same where it is alone. */
static size_t
first_told(const struct cd_syntax *s, size_t index)
{
    struct cd_bond bond = { .node = cd_syntax_node(s, index), .index = index };

    return cd_restate_is(s, &bond) ? index - 1 : index;
}

/* The level that the index-th quantity led to, if that is how much of a
 * change. */
static struct cd_change
led_by(const struct cd_syntax *s, const struct cd_bond *b, size_t index)
{
    struct cd_bond bond;
    struct cd_change change;

    if (!is_level(b, &s->reading->items[index]))
        return cd_change_still;
    bond = cd_bond_read(s, index);
    change = cd_change_own(s, &bond);
    if (!change.delta)
        return cd_change_still;
    change.delta = false;
    change.follows = true;
    return change;
}

struct cd_change
cd_change_level_behind(const struct cd_syntax *s, const struct cd_bond *b)
{
    size_t before = led_from(s, b->node), first;
    struct cd_change change;

    if (b->index == 0 || before == CD_NODE_NONE ||
        s->nodes[before].quantity != b->index - 1)
        return cd_change_still;
    first = first_told(s, b->index - 1);
    change = led_by(s, b, first);
    return change.word == CD_NODE_NONE && first < b->index - 1
               ? led_by(s, b, b->index - 1)
               : change;
}

/* May it stand between "a 12% rise" and the level it led to? */
static bool
in_complement(const struct cd_node *node)
{
    return node->quantity == CD_NODE_NONE &&
           (cd_node_in_phrase(node) || node->tag == CD_POS_ADP ||
            node->tag == CD_POS_CCONJ);
}

static bool
is_rise(const struct cd_node *node)
{
    return node->tag == CD_POS_NOUN && cd_word_is(node->fold, CD_WORD_MOVENOUN);
}

/* Rise of "a 12 percent rise in net revenue to $45m" or "a 12 percent rise to
 * $45m", whose "to" is at node to; or CD_NODE_NONE. */
static size_t
rise_before(const struct cd_syntax *s, size_t to)
{
    const struct cd_node *n = s->nodes;
    size_t i = to;

    if (i > 0 && is_comma(s, i - 1))
        i--;
    if (i > 1 && is_rise(&n[i - 1]) && n[i - 2].quantity != CD_NODE_NONE)
        return i - 1;
    for (; i > 1 && i + RISE_MAX > to && in_complement(&n[i - 1]); i--)
        if (cd_str_is(n[i].fold, "in") && is_rise(&n[i - 1]))
            return i - 1;
    return CD_NODE_NONE;
}

/* May it be where a rise went, what rose being between the nodes?  Things
 * counted only if they are what rose, or their sales: "a rise in cars to 40
 * cars", but "in visits to 40 museums". */
static bool
is_level_of(const struct cd_syntax *s, const struct cd_bond *b, size_t first,
            size_t end)
{
    const struct cd_quantity *q = b->quantity;
    bool fits = q->class != CD_QUANTITY_COUNT || cd_str_is(q->unit, "person") ||
                cd_str_is(q->unit, "unit");

    for (size_t i = first; i < end && !fits; i++)
        fits = cd_word_is(s->nodes[i].fold, CD_WORD_FIRM) ||
               cd_str_starts(s->nodes[i].fold, q->unit);
    return fits;
}

/* "a slight drop in profit to $45m", whose "slight" is at node: no quantity
 * says how much. */
static bool
is_unsized(const struct cd_syntax *s, const struct cd_bond *b, size_t node)
{
    const struct cd_node *n = s->nodes;

    return node > 0 && b->tie != CD_TIE_BEFORE && /* "to $4m schemes" */
           (cd_str_is(n[node - 1].fold, "a") ||
            cd_str_is(n[node - 1].fold, "an")) &&
           (b->quantity->class == CD_QUANTITY_MONEY ||
            b->quantity->class == CD_QUANTITY_PERCENT);
}

struct cd_change
cd_change_level_noun(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t rise, i = cd_phrase_article(s, b->node);
    const char *direction;
    bool sized;

    if (i < 3 || b->quantity->shape != CD_SHAPE_ONE)
        return cd_change_still;
    i--;
    if (!cd_str_is(n[i].fold, "to") &&
        !(cd_str_is(n[i].fold, "at") &&
          b->quantity->class == CD_QUANTITY_MONEY))
        return cd_change_still;
    rise = rise_before(s, i);
    if (rise == CD_NODE_NONE || !is_level_of(s, b, rise + 1, i))
        return cd_change_still;
    for (i = rise; i > 0 && n[i - 1].tag == CD_POS_ADJ; i--)
        ;
    sized = i > 0 && b->index > 0 && n[i - 1].quantity == b->index - 1;
    if (!sized && !is_unsized(s, b, i))
        return cd_change_still;
    direction = cd_word_value(n[rise].fold, CD_WORD_MOVENOUN);
    return (struct cd_change){ .direction = direction,
                               .follows = sized,
                               .word = rise };
}
