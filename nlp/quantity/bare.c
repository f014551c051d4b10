/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/bare.h"

#include "base/ascii.h"
#include "nlp/quantity/finish.h"
#include "nlp/quantity/make.h"

static const struct cd_token *
token_at(const struct cd_work *work, size_t at)
{
    return &work->reading->tokens.items[at];
}

/* Is the token glued to a letter before it, as in "m212"? */
static bool
follows_letter(const struct cd_work *work, size_t at)
{
    return at > 0 && token_at(work, at - 1)->kind == CD_TOKEN_WORD &&
           (token_at(work, at)->flags & CD_TOKEN_SPACED) == 0;
}

/* "29km", "180ml": the number is a part of what measures. */
static bool
meets_letter(const struct cd_work *work, size_t end)
{
    return end < work->reading->tokens.count &&
           token_at(work, end)->kind == CD_TOKEN_WORD &&
           token_at(work, end)->fold.p[0] != '\'' &&
           (token_at(work, end)->flags & CD_TOKEN_SPACED) == 0;
}

/* "the one", "that one", "this one": it stands for a noun. */
static bool
is_pronoun(const struct cd_work *work, size_t at)
{
    static const char *const before[] = { "the",  "this", "that", "which",
                                          "next", "last", "new",  "current",
                                          "each", "no",   "every" };
    const struct cd_item *item = &work->items[at];

    if ((item->classes & CD_CLASS(WORDNUM)) == 0 ||
        (item->classes & CD_CLASS(ONE)) == 0 || item->first == 0)
        return false;
    return cd_str_among(token_at(work, item->first - 1)->fold, before,
                        CD_COUNT(before));
}

static struct cd_quantity *
make(struct cd_work *work, size_t from, size_t to, enum cd_quantity_class class)
{
    struct cd_match match = { .id = "bare.number", .from = from, .to = to };
    struct cd_item made;
    struct cd_quantity *quantity;

    if (class == CD_QUANTITY_RANK)
        match.id = "bare.ordinal";
    quantity = cd_make_quantity(work, &match, class, &made);
    if (work->items[from].number != CD_NO_INDEX)
        cd_make_number(work, quantity, &work->items[from]);
    work->items[from].quantity = made.quantity;
    work->items[from].classes = made.classes;
    return quantity;
}

/* Items that a ratio of the numbers at at takes: "1 over three", "one in 20",
 * "two out of five"; 0 if it is none. */
static size_t
ratio_items(const struct cd_work *work, size_t at)
{
    cd_u128 end =
        CD_CLASS(STOP) | CD_CLASS(STOPMARK) | CD_CLASS(COMMA) | CD_CLASS(VERB);
    bool over, among;

    if (!cd_work_has(work, at, CD_CLASS(INT)) ||
        !cd_work_has(work, at + 2, CD_CLASS(INT)) ||
        cd_work_has(work, at, CD_CLASS(FRAC)))
        return 0;
    over = cd_token_is(token_at(work, work->items[at + 1].first), "over") &&
           (at + 3 == work->count || cd_work_has(work, at + 3, end));
    among = cd_work_has(work, at + 1, CD_CLASS(OUTOF)) ||
            (cd_work_has(work, at + 1, CD_CLASS(IN)) &&
             !cd_work_has(work, at + 2, CD_CLASS(YEAR)));
    if (among)
        among = cd_decimal_compare(cd_work_number(work, at)->value,
                                   cd_work_number(work, at + 2)->value) < 0;
    return (over || among) && work->items[at].number != CD_NO_INDEX &&
                   !cd_decimal_is_zero(cd_work_number(work, at + 2)->value)
               ? 3
               : 0;
}

static size_t
add_ratio(struct cd_work *work, size_t at)
{
    struct cd_decimal bottom = cd_work_number(work, at + 2)->value;
    struct cd_quantity *quantity = make(work, at, at + 3, CD_QUANTITY_PLAIN);

    quantity->value = cd_decimal_over(quantity->value, bottom);
    work->items[at + 1].classes = work->items[at + 2].classes = 0;
    return at + 3;
}

/* "a couple", "a few": what they say by and large. */
static size_t
add_approximate(struct cd_work *work, size_t at)
{
    const char *value =
        cd_term_value(&work->items[at + 1].term, CD_CLASS_APPROXNOUN);
    struct cd_quantity *quantity;

    if (value == NULL)
        return at + 1;
    quantity = make(work, at, at + 2, CD_QUANTITY_PLAIN);
    (void)cd_decimal_parse(cd_str_of(value), &quantity->value);
    quantity->precision = cd_decimal_of(1, 0);
    quantity->kind = CD_KIND_ABOUT;
    return at + 2;
}

/* "to last" and "from last" behind an ordinal count from the other end. */
static bool
counts_back(const struct cd_work *work, size_t end)
{
    return end + 1 < work->reading->tokens.count &&
           (cd_token_is(token_at(work, end), "to") ||
            cd_token_is(token_at(work, end), "from")) &&
           cd_token_is(token_at(work, end + 1), "last");
}

/* The ordinal at the end of "forty-two and a third", which reads as both. */
static void
add_last_ordinal(struct cd_work *work, size_t at)
{
    struct cd_item item = work->items[at];
    size_t last = item.end - 1;
    struct cd_quantity *quantity;
    const char *value;

    if (item.end - item.first < 4 ||
        (work->words[last].classes & CD_CLASS(ORDINAL)) == 0 ||
        (work->words[last - 1].classes & CD_CLASS(ARTICLE)) == 0)
        return;
    value = cd_term_value(&work->words[last], CD_CLASS_ORDINAL);
    quantity = make(work, at, at + 1, CD_QUANTITY_RANK);
    (void)cd_decimal_parse(cd_str_of(value), &quantity->value);
    quantity->unit = CD_STR("ordinal");
    quantity->span = token_at(work, last)->span;
    quantity->first = last;
    cd_finish_add(work->reading, quantity);
}

/* Where "(45)" behind "forty-five" ends, or at. */
static size_t
past_restated(const struct cd_work *work, size_t at)
{
    if (cd_work_has(work, at - 1, CD_CLASS(WORDNUM)) &&
        cd_work_has(work, at, CD_CLASS(LPAREN)) &&
        cd_work_has(work, at + 1, CD_CLASS(DIGITNUM)) &&
        cd_work_has(work, at + 2, CD_CLASS(RPAREN)) &&
        cd_decimal_compare(cd_work_number(work, at - 1)->value,
                           cd_work_number(work, at + 1)->value) == 0)
        return at + 3;
    return at;
}

static size_t
add_number(struct cd_work *work, size_t at)
{
    const struct cd_item *item = &work->items[at];
    size_t to = at + 1;

    if ((item->classes & CD_CLASS(ORDNUM)) != 0) {
        if (!counts_back(work, item->end))
            make(work, at, to, CD_QUANTITY_RANK)->unit = CD_STR("ordinal");
        return to;
    }
    if (follows_letter(work, item->first) || meets_letter(work, item->end) ||
        is_pronoun(work, at))
        return to;
    if (ratio_items(work, at) > 0)
        return add_ratio(work, at);
    to = past_restated(work, to);
    make(work, at, to, CD_QUANTITY_PLAIN);
    return to;
}

/* Each run of digits in a date, a phone number or a heap of digits. */
static void
add_runs(struct cd_work *work, size_t at)
{
    const struct cd_token *token = token_at(work, work->items[at].first);
    struct cd_str text = work->text;

    for (size_t from = token->span.start, end; from < token->span.end;
         from = end + 1) {
        struct cd_quantity *quantity;

        for (end = from;
             end < token->span.end && cd_ascii_is_digit(text.p[end]);)
            end++;
        if (end == from)
            continue;
        quantity = make(work, at, at + 1, CD_QUANTITY_PLAIN);
        (void)cd_decimal_parse(cd_str_sub(text, from, end), &quantity->value);
        quantity->precision = cd_decimal_of(1, 0);
        quantity->span = (struct cd_span){ from, end };
        cd_finish_add(work->reading, quantity);
    }
    work->items[at].classes = 0;
}

static size_t
read_item(struct cd_work *work, size_t at)
{
    const struct cd_item *item = &work->items[at];

    if (item->number != CD_NO_INDEX && !cd_work_has(work, at, CD_CLASS(VAGUE)))
        return add_number(work, at);
    if (cd_work_has(work, at, CD_CLASS(ARTICLE)) &&
        cd_work_has(work, at + 1, CD_CLASS(APPROXNOUN)))
        return add_approximate(work, at);
    if (cd_work_has(work, at,
                    CD_CLASS(NONCLAIM) | CD_CLASS(CLOCK) | CD_CLASS(ELAPSED)) &&
        token_at(work, item->first)->kind == CD_TOKEN_NUMBER)
        add_runs(work, at);
    return at + 1;
}

void
cd_bare_read(struct cd_work *work)
{
    for (size_t at = 0; at < work->count;) {
        size_t next = read_item(work, at);

        if (cd_work_has(work, at, CD_CLASS(QTY))) {
            cd_finish_item(work, at);
            add_last_ordinal(work, at);
        }
        at = next;
    }
    work->reading->other_count = 0;
}
