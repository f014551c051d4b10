/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/restate.h"

#include "nlp/attach/role.h"
#include "nlp/word/word.h"

/* "more" of "or more than 6%", but not up of "or up 6%", which says a change of
 * its own. */
static bool
is_hedge(const struct cd_node *node)
{
    if (cd_str_is(node->fold, "than") || cd_str_is(node->fold, "more") ||
        cd_str_is(node->fold, "less"))
        return true;
    return node->quantity == CD_NODE_NONE &&
           (node->tag == CD_POS_ADV || node->tag == CD_POS_ADJ) &&
           !cd_word_is(node->fold, CD_WORD_BESIDE);
}

bool
cd_restate_is(const struct cd_syntax *syntax, const struct cd_bond *bond)
{
    const struct cd_node *n = syntax->nodes;
    size_t i = bond->node;

    if (bond->index == 0 || i == CD_NODE_NONE)
        return false;
    while (i > 0 && is_hedge(&n[i - 1]))
        i--;
    if (i == 0 || !cd_str_is(n[--i].fold, "or"))
        return false;
    if (i > 0 && cd_str_is(n[i - 1].fold, ","))
        i--;
    return i > 0 && n[i - 1].quantity == bond->index - 1;
}

/* Do its own words say another change: "or $5 more", ", up from $4"? */
static bool
says_change(const struct cd_bond *b, const struct cd_change *change)
{
    return change->word != CD_NODE_NONE && change->word != b->verb;
}

/* Is the unit "USD/share", or "USD/class/share", for "USD"? */
static bool
is_per_share(struct cd_str unit, struct cd_str money)
{
    struct cd_str share = CD_STR("/share");

    return unit.n >= money.n + share.n && cd_str_starts(unit, money) &&
           cd_str_ends(unit, share);
}

/* 75 cents of "$3bn, or 80 cents a share, from $2bn, or 75 cents" are what the
 * 80 cents are, as $2bn are what $3bn are. */
static void
share_unit(const struct cd_syntax *s, const struct cd_bond *b,
           struct cd_claim *claims)
{
    const struct cd_quantity *items = s->reading->items;

    for (size_t i = b->index - 1; i-- > 1;) {
        struct cd_bond other = { .node = cd_syntax_node(s, i), .index = i };

        if (!is_per_share(items[i].unit, b->quantity->unit) ||
            !cd_str_eq(items[i - 1].unit, items[b->index - 1].unit) ||
            !cd_restate_is(s, &other))
            continue;
        claims[b->index].unit = items[i].unit;
        return;
    }
}

/* "slid 5 percent, or $3": how much, in other terms. */
static void
restate_move(const struct cd_bond *b, struct cd_claim *claim)
{
    const struct cd_claim *from = claim - 1;

    claim->subject = from->subject;
    claim->property = from->property;
    claim->change = from->change;
    claim->role =
        b->quantity->class == CD_QUANTITY_PERCENT ? "relative_delta" : "delta";
}

/* "rose to $3bn, or 90 cents a share": the same level. */
static void
restate_level(const struct cd_bond *b, struct cd_claim *claim)
{
    const struct cd_claim *from = claim - 1;

    claim->subject = from->subject;
    if (b->quantity->noun == b->quantity->noun_end)
        claim->property = from->property;
    claim->change = from->change;
    claim->role = cd_role_of_class(b->quantity->class);
}

/* ", up from $4m" behind "$5m, or 6 cents a share" speaks of both. */
static void
share_aside(const struct cd_bond *b, const struct cd_change *change,
            struct cd_claim *claim)
{
    if (change->word != CD_NODE_NONE && change->word > b->node &&
        !change->delta && change->word != b->verb &&
        strcmp(claim[-1].role, "level") == 0)
        claim[-1].change = claim->change;
}

bool
cd_restate_read(const struct cd_syntax *syntax, const struct cd_bond *bond,
                const struct cd_change *change, struct cd_claim *claims)
{
    struct cd_claim *claim = &claims[bond->index];
    const struct cd_claim *from = claim - 1;
    bool still = strcmp(from->change, "none") == 0;
    bool level = strcmp(from->role, "level") == 0;
    bool moves = strcmp(from->role, "delta") == 0 ||
                 strcmp(from->role, "relative_delta") == 0;

    if (bond->quantity->class == CD_QUANTITY_MONEY)
        share_unit(syntax, bond, claims);
    if (moves && !still) {
        restate_move(bond, claim);
        return true;
    }
    if (level && !still && bond->quantity->class == CD_QUANTITY_PERCENT &&
        bond->part_of != CD_NODE_NONE) {
        claim->subject = from->subject; /* "to $2tn, or 6% of GDP" */
        claim->property = from->property;
        claim->role = "share";
        return true;
    }
    if (still && cd_role_is_amount(bond->quantity->class))
        share_aside(bond, change, claim);
    if (moves || !cd_role_is_amount(bond->quantity->class) ||
        !cd_role_is_amount(bond->quantity[-1].class) ||
        says_change(bond, change) || (still && change->word == CD_NODE_NONE) ||
        bond->quantity[-1].shape == CD_SHAPE_FROM_TO)
        return false;
    restate_level(bond, claim);
    return true;
}

/* "was down 3 points at 1,065": the level of an index, which is called by its
 * whole name, whatever the change before was split into. */
static bool
is_index_named(const struct cd_claim *claim)
{
    return cd_str_is(claim->unit, "point") && claim[-1].subject.p != NULL &&
           claim->subject.p != NULL &&
           cd_str_starts(claim->subject, claim[-1].subject);
}

void
cd_restate_follow(struct cd_claim *claim, bool base)
{
    if (base || !is_index_named(claim))
        claim->subject = claim[-1].subject;
    if (base || !cd_str_is(claim[-1].property, "change"))
        claim->property = claim[-1].property;
}
