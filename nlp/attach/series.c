/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/series.h"

#include "nlp/attach/phrase.h"
#include "nlp/attach/restate.h"
#include "nlp/word/word.h"

enum { NAME_MAX = 12 }; /* nodes */

/* What a noun behind it has for itself: "a 42-year-old woman and a 60-year-old
 * man". */
static bool is_attribute(enum cd_quantity_class class)
{
    return class == CD_QUANTITY_AGE || class == CD_QUANTITY_PHYSICAL ||
           class == CD_QUANTITY_TEMPERATURE || class == CD_QUANTITY_DURATION;
}

/* A quantity in a row of others: "26% vs 12%", "lost 8% of weight and 16% of
 * fat"; the one before says the verb for it. */
static bool
follows(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->node;

    if (b->tie == CD_TIE_SUBJECT ||
        (b->tie == CD_TIE_ASIDE && b->quantity->class == CD_QUANTITY_AGE) ||
        b->quantity[-1].class != b->quantity->class ||
        (b->tie == CD_TIE_BEFORE && is_attribute(b->quantity->class)))
        return false;
    while (i > 0 && (n[i - 1].tag == CD_POS_ADV || n[i - 1].tag == CD_POS_DET))
        i--;
    if (i == 0 ||
        !(n[i - 1].tag == CD_POS_CCONJ || cd_str_is(n[i - 1].fold, "vs") ||
          cd_str_is(n[i - 1].fold, "versus") || cd_str_is(n[i - 1].fold, ".") ||
          cd_str_is(n[i - 1].fold, ",")))
        return false;
    for (; i > 0 && n[i - 1].quantity == CD_NODE_NONE; i--)
        if (cd_node_is_verb(&n[i - 1]) || n[i - 1].tag == CD_POS_AUX ||
            cd_str_is(n[i - 1].fold, ";"))
            return false;
    return i > 0;
}

/* "from the field" behind a quantity; none if that is a time or a number. */
static struct cd_str
behind(const struct cd_syntax *s, size_t node)
{
    size_t at = node + 1, last;

    if (node == CD_NODE_NONE || at + 1 >= s->count ||
        s->nodes[at].tag != CD_POS_ADP)
        return (struct cd_str){ NULL, 0 };
    last = cd_syntax_phrase_last(s, at + 1);
    if (last == CD_NODE_NONE || cd_node_is_time(&s->nodes[last]) ||
        s->nodes[last].quantity != CD_NODE_NONE)
        return (struct cd_str){ NULL, 0 };
    return cd_str_sub(s->text, s->nodes[at].span.start,
                      s->nodes[last].span.end);
}

/* "shot from three-point range" for the second of "47% from the field and 32%
 * from three-point range". */
static struct cd_str
with_own_end(const struct cd_syntax *s, struct cd_arena *arena,
             const struct cd_bond *b, struct cd_str property)
{
    struct cd_str own = behind(s, b->node);
    struct cd_str other = behind(s, cd_syntax_node(s, b->index - 1));

    if (own.p == NULL || other.p == NULL || property.n <= other.n ||
        own.p[0] != other.p[0] || !cd_str_ends(property, other))
        return property;
    return cd_arena_printf(arena, "%.*s%.*s", (int)(property.n - other.n),
                           property.p, (int)own.n, own.p);
}

/* 2% of "down 6% in Spain and up 2% in Italy" goes its own way. */
static bool
says_way(const struct cd_syntax *s, const struct cd_bond *b)
{
    size_t i = b->node;

    i -= i > 1 && cd_str_is(s->nodes[i - 1].fold, "by");
    return i > 0 && b->quantity->shape == CD_SHAPE_ONE &&
           (cd_str_is(s->nodes[i - 1].fold, "up") ||
            cd_str_is(s->nodes[i - 1].fold, "down"));
}

/* Takes over what the quantity before in the row says. */
static void
inherit(const struct cd_syntax *s, struct cd_arena *arena,
        const struct cd_bond *b, struct cd_claim *claim)
{
    const struct cd_claim *from = claim - 1;
    struct cd_str own = behind(s, b->node);

    if (b->quantity->class != CD_QUANTITY_RANK || b->tie != CD_TIE_BEFORE)
        claim->subject =
            from->subject; /* but "second seed A and third seed B" */
    if (cd_str_starts(own, CD_STR("for ")) &&
        cd_str_starts(behind(s, cd_syntax_node(s, b->index - 1)),
                      CD_STR("for ")))
        claim->subject = cd_phrase_tidy(cd_str_sub(own, 4, own.n));
    if ((b->quantity->noun == b->quantity->noun_end || b->quantity->shared) &&
        !(b->tie == CD_TIE_SUBJECT && claim->property.p != NULL))
        claim->property = b->part_of != CD_NODE_NONE
                              ? cd_phrase_noun(s, b->part_of)
                              : with_own_end(s, arena, b, from->property);
    if (strcmp(claim->change, "none") == 0 ||
        (b->tie == CD_TIE_ALONE && strcmp(claim->role, "delta") != 0 &&
         !says_way(s, b))) {
        claim->change = from->change;
        claim->role = from->role;
    }
}

/* "8 miles (13 kilometres)", "HK$3.7 billion (US$473 million)": the same in
 * another unit. */
static bool
converts(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->node;

    if ((b->quantity->class != CD_QUANTITY_PHYSICAL &&
         b->quantity->class != CD_QUANTITY_MONEY &&
         b->quantity->class != CD_QUANTITY_TEMPERATURE) ||
        b->quantity[-1].class != b->quantity->class ||
        cd_str_eq(b->quantity[-1].unit, b->quantity->unit))
        return false;
    while (i > 0 && (n[i - 1].tag == CD_POS_ADV || n[i - 1].tag == CD_POS_DET ||
                     cd_str_is(n[i - 1].fold, "or")))
        i--;
    return i > 1 && n[i - 2].quantity == b->index - 1 &&
           (cd_str_is(n[i - 1].fold, "(") || cd_str_is(n[i - 1].fold, "/"));
}

/* "compared with 63": it counts what the quantity before does. */
static bool
compares(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;

    if (b->quantity[-1].class != b->quantity->class ||
        b->quantity->noun < b->quantity->noun_end)
        return false;
    for (size_t i = b->anchor; i > 1 && i + 4 > b->anchor; i--) {
        if (n[i - 1].quantity != CD_NODE_NONE)
            return false;
        if (cd_str_is(n[i - 1].fold, "with") || cd_str_is(n[i - 1].fold, "to"))
            return cd_str_is(n[i - 2].fold, "compared");
    }
    return false;
}

static bool
has_rule(const struct cd_quantity *q, const char *id)
{
    for (size_t i = 0; i < CD_QUANTITY_RULES && q->rules[i] != NULL; i++)
        if (strcmp(q->rules[i], id) == 0)
            return true;
    return false;
}

/* "one of four missions": the four are no part of another. */
static bool
is_one_of(const struct cd_syntax *s, const struct cd_bond *b)
{
    return s->nodes[b->node - 1].quantity == b->index - 1 &&
           has_rule(&b->quantity[-1], "weak.one-of");
}

static bool
in_name(const struct cd_node *node)
{
    return node->quantity == CD_NODE_NONE &&
           (node->tag == CD_POS_ADJ || node->tag == CD_POS_DET ||
            node->tag == CD_POS_NOUN || node->tag == CD_POS_PROPN ||
            cd_node_is_clitic(node) || cd_str_is(node->fold, "&") ||
            cd_str_is(node->fold, "-"));
}

/* Is node i behind the quantity before in the same clause? */
static bool
shares_clause(const struct cd_syntax *s, const struct cd_bond *b, size_t i)
{
    const struct cd_node *n = s->nodes;

    for (; i > 0; i--) {
        if (n[i - 1].quantity != CD_NODE_NONE)
            return n[i - 1].quantity == b->index - 1;
        if (cd_node_is_verb(&n[i - 1]) || n[i - 1].tag == CD_POS_AUX ||
            cd_str_is(n[i - 1].fold, ";"))
            return false;
    }
    return false;
}

/* Tarn of "Corvel fell 5%, Tarn by 3%": its verb is left out. */
static size_t
gapped(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->node, first;

    if (b->quantity[-1].class != b->quantity->class ||
        b->tie == CD_TIE_BEFORE || b->tie == CD_TIE_SUBJECT)
        return CD_NODE_NONE;
    i -= cd_str_is(n[i - 1].fold, "by");
    while (i > 0 && n[i - 1].tag == CD_POS_ADV)
        i--;
    if (i == 0 ||
        (n[i - 1].tag != CD_POS_NOUN && n[i - 1].tag != CD_POS_PROPN) ||
        cd_node_is_time(&n[i - 1]) || cd_verb_is_constant(n[i - 1].fold) ||
        cd_word_is(n[i - 1].fold, CD_WORD_MOVE))
        return CD_NODE_NONE; /* the verb of "Tarn, which has 40 shops, cut 9" */
    for (first = i - 1;
         first > 0 && first + NAME_MAX > i && in_name(&n[first - 1]); first--)
        ;
    if (first == 0 || cd_str_is(n[first].fold, "a") ||
        cd_str_is(n[first].fold, "an") ||
        !(cd_str_is(n[first - 1].fold, ",") ||
          n[first - 1].tag == CD_POS_CCONJ ||
          cd_str_is(n[first - 1].fold, "while")) ||
        !shares_clause(s, b, first - 1))
        return CD_NODE_NONE;
    return i - 1;
}

static const char *
fill_gap(const struct cd_syntax *s, struct cd_claim *claim, size_t noun)
{
    const struct cd_claim *from = claim - 1;

    claim->subject = cd_phrase_name(s, noun);
    claim->property = cd_str_eq(from->subject, from->property)
                          ? cd_phrase_noun(s, noun)
                          : from->property;
    if (strcmp(claim->change, "none") == 0)
        claim->change = from->change;
    claim->role = from->role;
    return strcmp(claim->change, "none") != 0 ? "change.gapped" : NULL;
}

static void
take_over(struct cd_claim *claim)
{
    claim->subject = claim[-1].subject;
    claim->property = claim[-1].property;
}

const char *
cd_series_read(const struct cd_syntax *syntax, struct cd_arena *arena,
               const struct cd_bond *bond, const struct cd_change *change,
               struct cd_claim *claims)
{
    struct cd_claim *claim = &claims[bond->index];
    size_t noun;

    if (bond->node == CD_NODE_NONE || bond->index == 0 || bond->node == 0)
        return NULL;
    if (converts(syntax, bond)) {
        take_over(claim);
        claim->role = claim[-1].role;
        claim->change = claim[-1].change;
        return "tie.converted";
    }
    noun = gapped(syntax, bond);
    if (noun != CD_NODE_NONE)
        return fill_gap(syntax, claim, noun);
    if (cd_restate_is(syntax, bond) &&
        cd_restate_read(syntax, bond, change, claims))
        return strcmp(claim->change, "none") != 0 ? "change.restated" : NULL;
    if (follows(syntax, bond))
        inherit(syntax, arena, bond, claim);
    else if (compares(syntax, bond))
        take_over(claim);
    else if (is_one_of(syntax, bond))
        claim->subject = claim[-1].subject;
    return NULL;
}
