/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/claim/link.h"

#include "base/ascii.h"
#include "base/json.h"
#include "nlp/scene/topic.h"
#include "nlp/word/word.h"

enum {
    NEIGHBOURS = 200, /* claims that one is compared with */
    PARTNERS = 8,     /* links that one claim keeps */
};

/* low <= x <= high */
struct interval {
    struct cd_decimal low, high;
};

struct board {
    struct cd_doc *doc;
    struct cd_claim *claims;
    const struct cd_quantity *quantities;
    size_t count;
    struct partner {
        size_t claim;
        const char *relation;
    } (*partners)[PARTNERS];
    uint8_t *partner_count;
};

static struct interval
around(struct cd_decimal value, struct cd_decimal precision)
{
    struct cd_decimal half = cd_decimal_times(precision, cd_decimal_of(5, -1));

    return (struct interval){ cd_decimal_minus(value, half),
                              cd_decimal_plus(value, half) };
}

static struct interval
value_of(const struct cd_quantity *q)
{
    return around(q->value, q->precision);
}

static bool
overlap(struct interval a, struct interval b)
{
    return cd_decimal_compare(a.low, b.high) <= 0 &&
           cd_decimal_compare(b.low, a.high) <= 0;
}

static struct interval
minus(struct interval a, struct interval b)
{
    return (struct interval){ cd_decimal_minus(a.low, b.high),
                              cd_decimal_minus(a.high, b.low) };
}

static struct interval
without_sign(struct interval a)
{
    if (cd_decimal_compare(a.high, cd_decimal_of(0, 0)) >= 0)
        return a;
    return (struct interval){ cd_decimal_negate(a.high),
                              cd_decimal_negate(a.low) };
}

/* In percent; the base is positive. */
static struct interval
percent_of(struct interval part, struct interval base)
{
    struct cd_decimal hundred = cd_decimal_of(100, 0);

    return (struct interval){
        cd_decimal_over(cd_decimal_times(part.low, hundred), base.high),
        cd_decimal_over(cd_decimal_times(part.high, hundred), base.low)
    };
}

static struct cd_str
next_word(struct cd_str text, size_t *at)
{
    size_t start;

    while (*at < text.n && (unsigned char)text.p[*at] < 0x80 &&
           !cd_ascii_is_alnum(text.p[*at]))
        ++*at;
    start = *at;
    while (*at < text.n && ((unsigned char)text.p[*at] >= 0x80 ||
                            cd_ascii_is_alnum(text.p[*at])))
        ++*at;
    return cd_str_sub(text, start, *at);
}

/* Do two phrases share a word of more than two letters? */
static bool
share_word(struct cd_str a, struct cd_str b)
{
    for (size_t i = 0; i < a.n;) {
        struct cd_str word = next_word(a, &i);

        for (size_t j = 0; word.n > 2 && j < b.n;)
            if (cd_str_eq_nocase(word, next_word(b, &j)))
                return true;
    }
    return false;
}

static bool
same_property(const struct cd_claim *a, const struct cd_claim *b)
{
    char left[CD_TOPIC_MEASURE], right[CD_TOPIC_MEASURE];

    if (a->property.p == NULL || b->property.p == NULL)
        return true;
    return cd_str_eq(cd_topic_measure(a->property, left),
                     cd_topic_measure(b->property, right)) ||
           share_word(a->property, b->property);
}

/* Properties that move together: a share price and a market value. */
static bool
move_together(const struct cd_claim *a, const struct cd_claim *b)
{
    char left[CD_TOPIC_MEASURE], right[CD_TOPIC_MEASURE];
    struct cd_str x, y;

    if (same_property(a, b))
        return true;
    x = cd_topic_measure(a->property, left);
    y = cd_topic_measure(b->property, right);
    return (cd_str_is(x, "share price") || cd_str_is(x, "market value")) &&
           (cd_str_is(y, "share price") || cd_str_is(y, "market value"));
}

static bool
same_subject(const struct cd_claim *a, const struct cd_claim *b)
{
    return a->subject.p != NULL && b->subject.p != NULL &&
           share_word(a->subject, b->subject);
}

static bool
same_numbers(const struct cd_quantity *a, const struct cd_quantity *b)
{
    if (a->shape != b->shape || a->class != b->class)
        return false;
    if (a->shape == CD_SHAPE_VAGUE)
        return false;
    return cd_decimal_compare(a->value, b->value) == 0 &&
           cd_decimal_compare(a->low, b->low) == 0 &&
           cd_decimal_compare(a->high, b->high) == 0;
}

static bool
is_small(const struct cd_quantity *q)
{
    return q->class == CD_QUANTITY_COUNT &&
           cd_decimal_compare(q->value, cd_decimal_of(20, 0)) < 0;
}

static bool
same_claim(const struct board *b, size_t i, size_t j)
{
    const struct cd_claim *x = &b->claims[i], *y = &b->claims[j];

    if (!same_numbers(&b->quantities[i], &b->quantities[j]) ||
        !cd_str_eq(x->unit, y->unit) || strcmp(x->change, y->change) != 0)
        return false;
    if (!same_subject(x, y) && (x->subject.p != NULL && y->subject.p != NULL) &&
        !(same_property(x, y) && !is_small(&b->quantities[i])))
        return false;
    return same_subject(x, y) || same_property(x, y);
}

/* Says "loss" or "increase" alone, not of what. */
static bool
says_little(struct cd_str property)
{
    char room[CD_TOPIC_MEASURE];

    return property.p == NULL ||
                   cd_str_find(property, CD_STR(" "), 0) == SIZE_MAX
               ? property.p == NULL ||
                     cd_word_is(cd_topic_measure(property, room),
                                CD_WORD_MOVENOUN)
               : false;
}

static void
share_words(struct cd_claim *first, struct cd_claim *later)
{
    if (says_little(first->property) && later->property.p != NULL)
        first->property = later->property;
    else if (says_little(later->property))
        later->property = first->property;
    later->group = first->group;
}

static void
group(struct board *b)
{
    for (size_t i = 0; i < b->count; i++) {
        size_t from = i > NEIGHBOURS ? i - NEIGHBOURS : 0;

        b->claims[i].group = b->claims[i].claim_id;
        for (size_t j = from; j < i; j++) {
            if (!same_claim(b, j, i))
                continue;
            share_words(&b->claims[j], &b->claims[i]);
            break;
        }
    }
}

static void
add_partner(struct board *b, size_t at, size_t other, const char *relation)
{
    uint8_t *n = &b->partner_count[at];

    if (*n < PARTNERS)
        b->partners[at][(*n)++] = (struct partner){ other, relation };
}

static void
add_link(struct board *b, size_t i, size_t j, bool agree)
{
    const char *relation = agree ? "consistent" : "inconsistent";

    add_partner(b, i, j, relation);
    add_partner(b, j, i, relation);
}

static bool
is_one(const struct cd_quantity *q)
{
    return q->shape == CD_SHAPE_ONE && q->kind == CD_KIND_EXACT;
}

/* A change from A to B, and what is said of the difference. */
static void
check_change(struct board *b, size_t change, size_t other)
{
    const struct cd_quantity *f = &b->quantities[change];
    const struct cd_quantity *q = &b->quantities[other];
    const struct cd_claim *x = &b->claims[change], *y = &b->claims[other];
    struct interval from = around(f->low, f->precision);
    struct interval moved =
        without_sign(minus(around(f->high, f->precision), from));

    if (!is_one(q) || strcmp(x->change, y->change) != 0 ||
        !same_subject(x, y) || !move_together(x, y))
        return;
    if (strcmp(y->role, "delta") == 0 && cd_str_eq(x->unit, y->unit))
        add_link(b, change, other, overlap(moved, value_of(q)));
    else if (strcmp(y->role, "relative_delta") == 0 &&
             q->class == CD_QUANTITY_PERCENT &&
             f->class != CD_QUANTITY_PERCENT &&
             cd_decimal_compare(from.low, cd_decimal_of(0, 0)) > 0)
        add_link(b, change, other,
                 overlap(percent_of(moved, from), value_of(q)));
}

/* "up 5% to 105 from 100" */
static void
check_base(struct board *b, size_t percent, size_t level, size_t base)
{
    const struct cd_quantity *p = &b->quantities[percent];
    const struct cd_quantity *l = &b->quantities[level];
    const struct cd_quantity *o = &b->quantities[base];
    struct interval from = value_of(o);
    bool agree;

    if (!is_one(p) || !is_one(l) || !is_one(o) ||
        cd_decimal_compare(from.low, cd_decimal_of(0, 0)) <= 0)
        return;
    agree = overlap(percent_of(without_sign(minus(value_of(l), from)), from),
                    value_of(p));
    add_link(b, percent, level, agree);
    add_link(b, percent, base, agree);
}

static bool
in_sentence(const struct board *b, size_t i, size_t j)
{
    return b->claims[i].sentence.start == b->claims[j].sentence.start;
}

/* The percentage before a level with a change and its base. */
static void
check_sentence(struct board *b, size_t at)
{
    const struct cd_claim *c = &b->claims[at];

    if (at + 2 >= b->count || strcmp(c->role, "relative_delta") != 0 ||
        !in_sentence(b, at, at + 2) ||
        b->quantities[at].class != CD_QUANTITY_PERCENT)
        return;
    if (strcmp(c[1].change, c->change) == 0 &&
        strcmp(c[1].role, "level") == 0 && strcmp(c[2].change, "none") == 0 &&
        strcmp(c[2].role, "level") == 0 && cd_str_eq(c[1].unit, c[2].unit))
        check_base(b, at, at + 1, at + 2);
}

static void
check(struct board *b)
{
    for (size_t i = 0; i < b->count; i++) {
        size_t from = i > NEIGHBOURS ? i - NEIGHBOURS : 0;
        size_t end = i + NEIGHBOURS < b->count ? i + NEIGHBOURS : b->count;

        check_sentence(b, i);
        if (b->quantities[i].shape != CD_SHAPE_FROM_TO)
            continue;
        for (size_t j = from; j < end; j++)
            if (j != i)
                check_change(b, i, j);
    }
}

static void
write_links(struct board *b)
{
    struct cd_buf out = { 0 };

    for (size_t i = 0; i < b->count; i++) {
        if (b->partner_count[i] == 0)
            continue;
        cd_buf_reset(&out);
        cd_buf_putc(&out, '[');
        for (size_t k = 0; k < b->partner_count[i]; k++) {
            cd_json_next(&out);
            cd_buf_putc(&out, '{');
            cd_json_key(&out, "claim");
            cd_json_str(&out, b->claims[b->partners[i][k].claim].claim_id);
            cd_json_key(&out, "relation");
            cd_json_str(&out, cd_str_of(b->partners[i][k].relation));
            cd_buf_putc(&out, '}');
        }
        cd_buf_putc(&out, ']');
        b->claims[i].links = cd_arena_copy(&b->doc->arena, cd_buf_str(&out));
    }
    cd_buf_release(&out);
}

void
cd_links_make(struct cd_doc *doc, struct cd_claim *claims,
              const struct cd_quantity *quantities, size_t count)
{
    struct board board = {
        .doc = doc,
        .claims = claims,
        .quantities = quantities,
        .count = count,
        .partners = cd_arena_array(&doc->arena, count, sizeof(*board.partners)),
        .partner_count = cd_arena_new_array(&doc->arena, uint8_t, count),
    };

    group(&board);
    check(&board);
    write_links(&board);
}
