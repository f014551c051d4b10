/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bond that the tree shows, where the neighbours say nothing.
 */
#include "nlp/attach/bond_part.h"
#include "nlp/word/word.h"

static void
tie_to_verb(struct cd_bond *b, size_t verb)
{
    bool behind = b->anchor > verb;

    b->verb = verb;
    if (!behind && b->preposition.n == 0)
        b->tie = CD_TIE_SUBJECT;
    else if (b->preposition.n > 0)
        b->tie = CD_TIE_OBLIQUE;
    else
        b->tie = CD_TIE_OBJECT;
}

/* Does a preposition stand between, or "and" behind an amount?  Then the
 * quantity is no adjective of the noun at node, whatever the tree says. */
static bool
is_parted(const struct cd_syntax *s, const struct cd_bond *b, size_t node)
{
    const struct cd_node *n = s->nodes;
    bool amount = b->quantity->class == CD_QUANTITY_PERCENT ||
                  b->quantity->class == CD_QUANTITY_MONEY;

    for (size_t i = b->anchor + 1; i < node; i++)
        if (n[i].tag == CD_POS_ADP || (amount && n[i].tag == CD_POS_CCONJ))
            return true;
    return false;
}

void
cd_bond_by_head(const struct cd_syntax *s, struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t head = n[b->anchor].head;

    b->verb = cd_syntax_verb(s, b->anchor);
    if (cd_syntax_has_before(s, b->anchor, CD_POS_AUX)) {
        b->tie = CD_TIE_IS;
        b->verb = b->anchor;
    } else if (head == CD_NODE_NONE) {
        b->tie = CD_TIE_ALONE;
        b->verb = cd_node_is_verb(&n[b->anchor]) ? b->anchor : CD_NODE_NONE;
    } else if (head > b->anchor && n[head].tag == CD_POS_ADJ &&
               cd_word_is(n[head].fold, CD_WORD_BESIDE)) {
        b->tie = CD_TIE_ALONE; /* "5% fewer than" */
    } else if (cd_node_is_verb(&n[head]) || n[head].tag == CD_POS_ADJ ||
               n[head].tag == CD_POS_AUX || n[head].tag == CD_POS_ADV) {
        tie_to_verb(b, head);
    } else if (n[head].quantity == CD_NODE_NONE && cd_node_is_noun(&n[head]) &&
               !is_parted(s, b, head)) {
        b->tie = head < b->anchor ? CD_TIE_NOUN : CD_TIE_BEFORE;
        b->noun = head;
        if (head > b->anchor && cd_syntax_has_before(s, head, CD_POS_AUX)) {
            b->tie = CD_TIE_SUBJECT;
            b->verb = head;
        }
    }
}
