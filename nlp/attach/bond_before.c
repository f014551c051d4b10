/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quantities that stand before a noun as an adjective does.
 */
#include "nlp/attach/bond_part.h"
#include "nlp/word/word.h"

/* The last noun of "loan-to-value mortgages", whose first is at node i. */
static size_t
compound_end(const struct cd_syntax *s, size_t i)
{
    const struct cd_node *n = s->nodes;
    size_t step;

    for (; i + 1 < s->count; i += step) {
        step = cd_str_is(n[i + 1].fold, "-") ? 2 : 1;
        if (i + step >= s->count || n[i + step].quantity != CD_NODE_NONE ||
            (step == 1 ? n[i + 1].tag != CD_POS_NOUN
                       : n[i + 2].tag == CD_POS_PUNCT))
            break;
    }
    return i;
}

/* "91-page": the hyphen makes the count an adjective. */
static bool
is_hyphenated(const struct cd_syntax *s, const struct cd_quantity *q)
{
    return q->noun > q->first && q->noun < q->noun_end &&
           cd_token_is(&s->reading->tokens.items[q->noun - 1], "-");
}

/* Past "-deep" of "a 20-foot-deep well", or at. */
static size_t
past_dimension(const struct cd_syntax *s, size_t at)
{
    const struct cd_node *n = s->nodes;

    return at + 2 < s->count && cd_str_is(n[at].fold, "-") &&
                   cd_word_is(n[at + 1].fold, CD_WORD_DIMENSION)
               ? at + 2
               : at;
}

/* Past the comma of "a $100 million, property-wide rebuild", or at. */
static size_t
past_comma(const struct cd_syntax *s, const struct cd_bond *b, size_t at)
{
    const struct cd_node *n = s->nodes;

    return b->node > 0 && n[b->node - 1].tag == CD_POS_DET &&
                   b->quantity->class == CD_QUANTITY_MONEY &&
                   at + 4 < s->count && cd_str_is(n[at].fold, ",") &&
                   cd_node_is_noun(&n[at + 1]) &&
                   cd_str_is(n[at + 2].fold, "-") && n[at + 3].tag == CD_POS_ADJ
               ? at + 4
               : at;
}

/* Is it the fall of "9 fall weekends", but not that of "a 9% fall"? */
static bool
is_period(const struct cd_bond *b, struct cd_str fold)
{
    if (!cd_word_is(fold, CD_WORD_PERIOD))
        return false;
    return !cd_word_is(fold, CD_WORD_MOVENOUN) ||
           (b->quantity->class != CD_QUANTITY_PERCENT &&
            b->quantity->class != CD_QUANTITY_POINTS &&
            b->quantity->class != CD_QUANTITY_FRACTION &&
            b->quantity->class != CD_QUANTITY_MONEY);
}

/* "than the 3 cents analysts had expected": no noun of the quantity. */
static bool
foretells(const struct cd_syntax *s, size_t i)
{
    return i + 1 < s->count &&
           cd_word_is(s->nodes[i].fold, CD_WORD_FORECASTER) &&
           (s->nodes[i + 1].tag == CD_POS_AUX ||
            cd_word_is(s->nodes[i + 1].fold, CD_WORD_FORECAST));
}

/* "Price: $31 Tags: ...": the next label of a list. */
static bool
is_label(const struct cd_syntax *s, size_t i)
{
    const struct cd_node *n = s->nodes;

    return i + 1 < s->count && (n[i].flags & CD_TOKEN_CAPITAL) != 0 &&
           cd_str_is(n[i + 1].fold, ":");
}

bool
cd_bond_before(const struct cd_syntax *s, struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = past_dimension(s, past_comma(s, b, b->node + 1));
    bool dimension = i == b->node + 3;

    while (i < s->count && n[i].quantity == CD_NODE_NONE &&
           (n[i].tag == CD_POS_ADJ || cd_str_is(n[i].fold, "-")) &&
           !cd_word_is(n[i].fold, CD_WORD_BESIDE) &&
           (dimension || !cd_word_is(n[i].fold, CD_WORD_DIMENSION)))
        i++;
    if ((i < s->count && cd_word_is(n[i].fold, CD_WORD_DIMENSION)) ||
        cd_bond_goes_on(s, b))
        return false;
    if (i >= s->count || n[i].quantity != CD_NODE_NONE ||
        !(n[i].tag == CD_POS_NOUN || n[i].tag == CD_POS_PROPN) ||
        is_period(b, n[i].fold) || cd_word_is(n[i].fold, CD_WORD_DAY) ||
        cd_str_is(n[i].fold, "worth") || foretells(s, i) ||
        (is_label(s, i) && !is_hyphenated(s, b->quantity)) ||
        (b->quantity->class == CD_QUANTITY_COUNT &&
         !is_hyphenated(s, b->quantity)))
        return false;
    i = compound_end(s, i);
    b->tie = CD_TIE_BEFORE;
    b->noun = i;
    b->verb = cd_bond_verb_of(s, i);
    return true;
}
