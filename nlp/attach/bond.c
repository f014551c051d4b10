/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/bond.h"

#include "nlp/attach/bond_part.h"
#include "nlp/attach/clause.h"
#include "nlp/attach/phrase.h"
#include "nlp/word/word.h"

/* The preposition before a node, through articles and adjectives. */
static struct cd_str
preposition(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;

    for (size_t i = node; i-- > 0 && i + 5 > node;) {
        if (n[i].tag == CD_POS_ADP || cd_str_is(n[i].fold, "to") ||
            cd_str_is(n[i].fold, "than")) {
            if (cd_str_is(n[i].fold, "up") || cd_str_is(n[i].fold, "down") ||
                (cd_str_is(n[i].fold, "aside") && i + 1 == node))
                break;
            return n[i].fold;
        }
        if ((n[i].tag != CD_POS_DET && n[i].tag != CD_POS_ADJ &&
             n[i].tag != CD_POS_ADV && n[i].tag != CD_POS_VERB_ING) ||
            cd_str_is(n[i].fold, "which") || cd_str_is(n[i].fold, "that"))
            break;
    }
    return (struct cd_str){ "", 0 };
}

/* "a total of 9": the total stands for the 9. */
static size_t
stand_in(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;

    for (int steps = 0; steps < 3; steps++) {
        size_t of = node, head;

        while (of > 0 &&
               (n[of - 1].tag == CD_POS_ADJ || n[of - 1].tag == CD_POS_DET ||
                n[of - 1].tag == CD_POS_ADV))
            of--;
        if (of < 2 || !cd_str_is(n[of - 1].fold, "of"))
            break;
        head = of - 2;
        if (!cd_word_is(n[head].fold, CD_WORD_PLACEHOLDER) ||
            n[head].tag == CD_POS_PROPN)
            break;
        node = head;
    }
    return node;
}

static bool
in_brackets(const struct cd_syntax *s, size_t node)
{
    for (size_t i = node; i-- > 0 && i + 6 > node;) {
        if (cd_str_is(s->nodes[i].fold, ")"))
            return false;
        if (cd_str_is(s->nodes[i].fold, "("))
            return true;
    }
    return false;
}

/* The last noun before a node that is no quantity. */
static size_t
noun_before(const struct cd_syntax *s, size_t node)
{
    for (size_t i = node; i-- > 0;)
        if ((s->nodes[i].tag == CD_POS_NOUN ||
             s->nodes[i].tag == CD_POS_PROPN) &&
            s->nodes[i].quantity == CD_NODE_NONE)
            return i;
    return CD_NODE_NONE;
}

/* The last verb before the bracket that a node stands in. */
static size_t
verb_before(const struct cd_syntax *s, size_t node)
{
    size_t i = node;

    while (i > 0 && !cd_str_is(s->nodes[i].fold, "("))
        i--;
    for (size_t steps = 0; i > 0 && steps < 10; i--, steps++)
        if (cd_node_is_verb(&s->nodes[i - 1]) &&
            !cd_str_is(s->nodes[i - 1].fold, "compared"))
            return i - 1;
    return CD_NODE_NONE;
}

/* revenue of "revenue in the third quarter of $5m", for quarter; else the
 * noun. */
static size_t
before_time(const struct cd_syntax *s, size_t noun)
{
    const struct cd_node *n = s->nodes;
    size_t first;

    if (!cd_word_is(n[noun].fold, CD_WORD_PERIOD))
        return noun;
    first = cd_phrase_article(s, noun);
    return first > 1 && first < noun &&
                   (cd_str_is(n[first - 1].fold, "in") ||
                    cd_str_is(n[first - 1].fold, "for")) &&
                   n[first - 2].tag == CD_POS_NOUN &&
                   n[first - 2].quantity == CD_NODE_NONE
               ? first - 2
               : noun;
}

/* "a budget of $5m", "earnings per share (EPS) of $2" */
static bool
tie_to_noun(const struct cd_syntax *s, struct cd_bond *b, size_t noun)
{
    const struct cd_node *n = s->nodes;

    if (cd_str_is(n[noun].fold, ")"))
        while (noun > 0 && !cd_str_is(n[noun + 1].fold, "("))
            noun--;
    if (!(cd_node_is_noun(&n[noun]) || n[noun].tag == CD_POS_ADJ) ||
        n[noun].quantity != CD_NODE_NONE)
        return false;
    noun = before_time(s, noun);
    b->noun = noun;
    b->tie = CD_TIE_NOUN;
    b->verb = cd_bond_verb_of(s, noun);
    return true;
}

/* Between or beside hyphens: "award-winning", "year-to-date". */
static bool
in_compound(const struct cd_syntax *s, size_t i)
{
    return (i > 0 && cd_str_is(s->nodes[i - 1].fold, "-")) ||
           (i + 1 < s->count && cd_str_is(s->nodes[i + 1].fold, "-"));
}

/* "acquire the company for $5m", "bringing the total to 9": the verb is before
 * its object, which ends at end. */
static bool
tie_over_object(const struct cd_syntax *s, struct cd_bond *b, size_t end)
{
    const struct cd_node *n = s->nodes;
    size_t i = end;

    if (!cd_node_is_noun(&n[end - 1]))
        return false;
    if (cd_str_is(b->preposition, "for") &&
        cd_syntax_owner(s, end - 1) != CD_NODE_NONE)
        return tie_to_noun(s, b, end - 1);
    while (i > 0 && i + 12 > end &&
           (cd_node_in_phrase(&n[i - 1]) || in_compound(s, i - 1) ||
            cd_str_is(n[i - 1].fold, "of") || cd_str_is(n[i - 1].fold, "(") ||
            cd_str_is(n[i - 1].fold, ")") ||
            (cd_str_is(b->preposition, "for") &&
             cd_str_is(n[i - 1].fold, "to"))) && /* "sold to Tarn for" */
           (n[i - 1].tag != CD_POS_VERB_ING || in_compound(s, i - 1)))
        i--;
    if (i == 0 || i == end || !cd_node_is_verb(&n[i - 1]))
        return false;
    b->verb = i - 1;
    b->tie = CD_TIE_OBLIQUE;
    return true;
}

/* up in "was up 3%" */
static bool
beside(const struct cd_node *node)
{
    return cd_str_is(node->fold, "up") || cd_str_is(node->fold, "down");
}

/* "awarded the family $4m", "cut emissions 43%": the verb before its first
 * object, which ends at end. */
static bool
tie_to_giver(const struct cd_syntax *s, struct cd_bond *b, size_t end)
{
    const struct cd_node *n = s->nodes;
    size_t i = end;

    if (!cd_node_is_noun(&n[end - 1]) || n[end - 1].quantity != CD_NODE_NONE)
        return false;
    while (i > 0 && i + 8 > end &&
           (cd_node_in_phrase(&n[i - 1]) || in_compound(s, i - 1)) &&
           n[i - 1].tag != CD_POS_VERB_ING)
        i--;
    if (i == 0 || i == end || !cd_node_is_verb(&n[i - 1]) ||
        !(cd_word_is(n[i - 1].fold, CD_WORD_GIVE) ||
          (cd_word_is(n[i - 1].fold, CD_WORD_PUSH) &&
           (b->quantity->class == CD_QUANTITY_PERCENT ||
            b->quantity->shape == CD_SHAPE_FROM_TO))))
        return false;
    b->verb = i - 1;
    b->tie = CD_TIE_OBJECT;
    return true;
}

/* "with levels at 1200 ppm": the measure that ends at end has that level. */
static bool
is_level_of(const struct cd_syntax *s, const struct cd_bond *b, size_t end)
{
    size_t first;

    if (!cd_str_is(b->preposition, "at") ||
        !cd_word_is(s->nodes[end - 1].fold, CD_WORD_MEASURE))
        return false;
    first = cd_clause_phrase(s, end - 1);
    return first > 0 && cd_str_is(s->nodes[first - 1].fold, "with");
}

/* Where "low" begins of "fell as low as $9", whose second "as" is at node as;
 * or as. */
static size_t
before_peak(const struct cd_syntax *s, size_t as)
{
    const struct cd_node *n = s->nodes;

    return as > 1 && cd_str_is(n[as].fold, "as") &&
                   cd_str_is(n[as - 2].fold, "as") &&
                   (cd_str_is(n[as - 1].fold, "low") ||
                    cd_str_is(n[as - 1].fold, "high"))
               ? as - 2
               : as;
}

/* The verb, or "of" and its noun, right before the quantity. */
static bool
tie_to_neighbour(const struct cd_syntax *s, struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->anchor;

    while (i > 0 && (n[i - 1].tag == CD_POS_DET || n[i - 1].tag == CD_POS_ADJ ||
                     n[i - 1].tag == CD_POS_ADV || beside(&n[i - 1]) ||
                     cd_str_is(n[i - 1].fold, "aside")))
        i--;
    if (i > 0 && b->preposition.n > 0 &&
        (n[i - 1].tag == CD_POS_ADP || cd_str_is(n[i - 1].fold, "to")))
        i = before_peak(s, i - 1);
    while (i > 0 && cd_str_is(b->preposition, "to") &&
           (cd_str_is(n[i - 1].fold, "up") || cd_str_is(n[i - 1].fold, "back")))
        i--; /* "edged back up to 9" */
    if (i == 0)
        return false;
    if (cd_node_is_verb(&n[i - 1]) && n[i - 1].quantity == CD_NODE_NONE) {
        b->verb = i - 1;
        b->tie = b->preposition.n > 0 ? CD_TIE_OBLIQUE : CD_TIE_OBJECT;
        return true;
    }
    if (n[i - 1].tag == CD_POS_AUX && b->preposition.n == 0) {
        b->verb = i - 1;
        b->tie = CD_TIE_IS;
        return true;
    }
    if (cd_str_is(b->preposition, "of") || is_level_of(s, b, i))
        return tie_to_noun(s, b, i - 1);
    if (b->preposition.n == 0)
        return tie_to_giver(s, b, i);
    if (b->preposition.n > 0 && i > 1 && n[i - 1].tag == CD_POS_ADJ &&
        n[i - 2].tag == CD_POS_AUX) {
        b->verb = i - 2; /* "is responsible for" */
        b->tie = CD_TIE_OBLIQUE;
        return true;
    }
    return b->preposition.n > 0 && tie_over_object(s, b, i);
}

static bool
is_finite(const struct cd_syntax *s, size_t i)
{
    const struct cd_node *n = s->nodes;

    if (i > 0 && cd_str_is(n[i - 1].fold, "to"))
        return false;
    return n[i].tag == CD_POS_VERB_PAST || n[i].tag == CD_POS_VERB_S ||
           n[i].tag == CD_POS_VERB || n[i].tag == CD_POS_AUX;
}

/* Behind the relative clause that begins at node at, if one does: at the next
 * finite verb but the first. */
static size_t
skip_relative(const struct cd_syntax *s, size_t at)
{
    const struct cd_node *n = s->nodes;
    bool inside = false;

    if (at >= s->count ||
        !(cd_str_is(n[at].fold, "who") || cd_str_is(n[at].fold, "that") ||
          cd_str_is(n[at].fold, "which")))
        return at;
    for (size_t i = at + 1; i < s->count && i < at + 16; i++) {
        if (cd_str_is(n[i].fold, ",") || cd_str_is(n[i].fold, "."))
            break;
        if (is_finite(s, i) && inside && n[i - 1].tag != CD_POS_AUX &&
            n[i - 1].tag != CD_POS_CCONJ)
            return i;
        inside = inside || (is_finite(s, i) && n[i].tag != CD_POS_AUX) ||
                 n[i].tag == CD_POS_VERB_DONE;
    }
    return at;
}

/* The finite verb whose subject the quantity is by position: "48% of them
 * said", "34% reported". */
static size_t
verb_behind(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->node + 1;

    if (b->part_of != CD_NODE_NONE)
        i = skip_relative(s, b->part_of + 1);
    if (i == b->part_of + 1 && i + 1 < s->count &&
        n[i].tag == CD_POS_VERB_DONE && n[i + 1].tag == CD_POS_ADP)
        i++; /* "64% of the water sold in Norland is" */
    while (i < s->count && n[i].quantity == CD_NODE_NONE &&
           (n[i].tag == CD_POS_ADV ||
            (b->part_of != CD_NODE_NONE && i < b->part_of + 7 &&
             (n[i].tag == CD_POS_ADP || n[i].tag == CD_POS_DET ||
              n[i].tag == CD_POS_ADJ || n[i].tag == CD_POS_NOUN ||
              n[i].tag == CD_POS_PROPN || n[i].tag == CD_POS_NUM))))
        i++;
    if (i >= s->count || n[i].quantity != CD_NODE_NONE || !is_finite(s, i))
        return CD_NODE_NONE;
    return i;
}

static bool
is_full_noun(const struct cd_node *node)
{
    return cd_node_is_noun(node) && !cd_str_is(node->fold, "which") &&
           !cd_str_is(node->fold, "that") && !cd_str_is(node->fold, "who");
}

static bool
tie_as_subject(const struct cd_syntax *s, struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t verb = verb_behind(s, b), before = b->anchor;

    while (before > 0 &&
           (n[before - 1].tag == CD_POS_DET ||
            n[before - 1].tag == CD_POS_ADJ || n[before - 1].tag == CD_POS_ADV))
        before--;
    if (verb == CD_NODE_NONE || b->preposition.n > 0)
        return false;
    if (before > 0 &&
        ((cd_node_is_verb(&n[before - 1]) &&
          !cd_word_is(n[before - 1].fold, CD_WORD_REPORT)) ||
         (is_full_noun(&n[before - 1]) && !cd_node_is_time(&n[before - 1]) &&
          b->part_of == CD_NODE_NONE) ||
         n[before - 1].tag == CD_POS_AUX))
        return false;
    b->tie = CD_TIE_SUBJECT;
    b->verb = verb;
    return true;
}

/* "net income per share of $5": what is measured is before the "per". */
static void
skip_per(const struct cd_syntax *s, struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;

    if (b->noun == CD_NODE_NONE || b->noun < 2 || b->noun > b->node ||
        !cd_str_is(n[b->noun - 1].fold, "per") ||
        !cd_node_is_noun(&n[b->noun - 2]))
        return;
    b->noun -= 2;
}

/* ", with 197 units": the phrase does not belong to the noun before. */
static bool
behind_comma(const struct cd_syntax *s, const struct cd_bond *b)
{
    const struct cd_node *n = s->nodes;
    size_t i = b->anchor;

    while (i > 0 && !cd_str_eq(n[i].fold, b->preposition))
        i--;
    return i > 0 && cd_str_is(n[i - 1].fold, ",");
}

/* Webb of "Ann Webb, 51,", "Ann Webb, also 51," and "Ann Webb, a 51-year-old
 * who paints,", or CD_NODE_NONE. */
static size_t
noun_beside(const struct cd_syntax *s, size_t node)
{
    const struct cd_node *n = s->nodes;
    size_t i = node;
    bool alone = node + 1 >= s->count || !cd_node_is_noun(&n[node + 1]);

    while (alone && i > 0 && i + 2 > node &&
           (n[i - 1].tag == CD_POS_ADV || n[i - 1].tag == CD_POS_DET))
        i--;
    return i > 1 && cd_str_is(n[i - 1].fold, ",") && cd_node_is_noun(&n[i - 2])
               ? i - 2
               : CD_NODE_NONE;
}

/* Does a preposition that goes with the verb stand before the quantity: "rose
 * under the new rules to 5%", "is closed at junction 4 for three weeks"? */
static bool
goes_with_verb(const struct cd_syntax *s, const struct cd_bond *b)
{
    if (b->verb == CD_NODE_NONE || cd_syntax_case(s, b->noun) == CD_NODE_NONE)
        return false;
    if (cd_str_is(b->preposition, "to"))
        return b->verb < b->noun &&
               cd_word_is(s->nodes[b->verb].fold, CD_WORD_MOVE);
    return cd_str_is(b->preposition, "for") && b->noun < b->node &&
           b->quantity->class == CD_QUANTITY_DURATION;
}

/* What position says against the noun that the tree ties a quantity to. */
static void
mend_noun(const struct cd_syntax *s, struct cd_bond *b)
{
    if (b->tie == CD_TIE_NOUN && goes_with_verb(s, b))
        b->tie = CD_TIE_OBLIQUE;
    if (b->tie == CD_TIE_NOUN && behind_comma(s, b)) {
        b->tie = CD_TIE_ALONE;
        b->noun = b->verb = CD_NODE_NONE;
    }
    if (b->tie == CD_TIE_NOUN && b->preposition.n == 0) {
        b->tie = CD_TIE_ASIDE;
        b->noun = noun_before(s, b->node);
    }
}

struct cd_bond
cd_bond_read(const struct cd_syntax *syntax, size_t quantity)
{
    size_t node = cd_syntax_node(syntax, quantity);
    struct cd_bond b = {
        .quantity = &syntax->reading->items[quantity],
        .index = quantity,
        .node = node,
        .anchor = node,
        .tie = CD_TIE_ALONE,
        .noun = CD_NODE_NONE,
        .verb = CD_NODE_NONE,
        .part_of = CD_NODE_NONE,
        .preposition = { "", 0 },
    };

    if (node == CD_NODE_NONE)
        return b;
    b.part_of = cd_bond_part_of(syntax, node);
    if (cd_node_is_verb(&syntax->nodes[node])) {
        b.tie = CD_TIE_OBJECT; /* "doubled" */
        b.verb = node;
        return b;
    }
    b.anchor = stand_in(syntax, node);
    b.preposition = preposition(syntax, b.anchor);
    if (b.quantity->class == CD_QUANTITY_AGE)
        b.noun = noun_beside(syntax, node);
    if (b.noun != CD_NODE_NONE) {
        b.tie = CD_TIE_ASIDE;
        b.verb = cd_syntax_verb(syntax, b.noun);
        return b;
    }
    if (in_brackets(syntax, node)) {
        b.tie = CD_TIE_ASIDE;
        b.noun = noun_before(syntax, node);
        b.verb = verb_before(syntax, node);
        return b;
    }
    if (cd_bond_range(syntax, &b) || cd_bond_pushed(syntax, &b) ||
        cd_bond_sized(syntax, &b) || cd_bond_bounded(syntax, &b) ||
        cd_bond_chained(syntax, &b) || tie_as_subject(syntax, &b) ||
        cd_bond_before(syntax, &b) || tie_to_neighbour(syntax, &b)) {
        skip_per(syntax, &b);
        return b;
    }
    cd_bond_by_head(syntax, &b);
    mend_noun(syntax, &b);
    return b;
}

size_t
cd_bond_next(const struct cd_syntax *syntax, const struct cd_bond *bond)
{
    return bond->node + 1 < syntax->count ? bond->node + 1 : CD_NODE_NONE;
}
