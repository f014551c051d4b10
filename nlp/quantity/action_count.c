/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Actions for ratios, multiples, ranks and counted nouns.
 */
#include "nlp/quantity/action.h"
#include "nlp/quantity/noun.h"
#include "nlp/word/word.h"

enum {
    EXTREME_WORDS = 9, /* a superlative this far before "in 30 years" */
};

static struct cd_str
fold_of(const struct cd_work *work, size_t item)
{
    return work->reading->tokens.items[work->items[item].first].fold;
}

/* The span of "a third" is "third". */
static void
drop_article(const struct cd_work *work, struct cd_quantity *quantity)
{
    const struct cd_token *token =
        &work->reading->tokens.items[quantity->first];

    if (!cd_token_is(token, "a") && !cd_token_is(token, "an"))
        return;
    quantity->first++;
    quantity->number++;
    quantity->span = cd_make_span(work, quantity->first, quantity->end);
}

static bool
make_fraction(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    drop_article(work,
                 cd_make_numbered(work, match, CD_QUANTITY_FRACTION, out));
    return true;
}

/* "one in five", "3:1": n divided by m. */
static bool
make_ratio(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    const struct cd_number *m = cd_work_number(work, match->slots[CD_SLOT_M]);
    struct cd_decimal below = m->value;
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_RATIO, out);

    quantity->value = cd_decimal_over(quantity->value, below);
    return !cd_decimal_is_zero(below) && quantity->shape == CD_SHAPE_ONE;
}

static bool
make_ratio_down(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    return cd_match_descends(work, match) && make_ratio(work, match, out);
}

/* "won two in seven games": the second number is how long it took. */
static bool
is_play(struct cd_str unit)
{
    static const char *const words[] = { "game",   "match",  "inning", "start",
                                         "season", "over",   "set",    "round",
                                         "outing", "attempt" };

    return cd_str_among(unit, words, CD_COUNT(words));
}

/* "one worker in four" */
static bool
make_share_of(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    const struct cd_item *item = &work->items[match->slots[CD_SLOT_W]];

    if (!make_ratio(work, match, out))
        return false;
    work->pool[out->quantity].noun = item->first;
    work->pool[out->quantity].noun_end = item->end;
    return true;
}

/* "7 in 10": only where the second number is the larger. */
static bool
make_share(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_noun noun;

    if (cd_decimal_compare(
            cd_work_number(work, match->slots[CD_SLOT_N])->value,
            cd_work_number(work, match->slots[CD_SLOT_M])->value) >= 0)
        return false;
    if (match->slots[CD_SLOT_W] != CD_NO_INDEX)
        return make_share_of(work, match, out);
    if (match->to < work->count &&
        cd_noun_phrase(work, match->to, false, &noun)) {
        if (is_play(noun.unit))
            return false;
        match->to = noun.end;
    }
    return make_ratio(work, match, out);
}

static bool
make_multiple(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity;

    if (match->slots[CD_SLOT_N] != CD_NO_INDEX) {
        quantity = cd_make_numbered(work, match, CD_QUANTITY_MULTIPLE, out);
    } else {
        const char *value =
            cd_slot_value(work, match, CD_SLOT_W, CD_CLASS_MULTIPLE);

        quantity = cd_make_quantity(work, match, CD_QUANTITY_MULTIPLE, out);
        if (value == NULL ||
            !cd_decimal_parse(cd_str_of(value), &quantity->value))
            return false;
        quantity->number = quantity->first;
        quantity->number_end = quantity->end;
    }
    quantity->unit = CD_STR("x");
    return true;
}

/* "once a week": how many times, in slot w. */
static bool
make_occasions(struct cd_work *work, struct cd_match *match,
               struct cd_item *out)
{
    size_t at = work->items[match->slots[CD_SLOT_W]].first;
    bool once = cd_token_is(&work->reading->tokens.items[at], "once");
    struct cd_quantity *quantity =
        cd_make_quantity(work, match, CD_QUANTITY_COUNT, out);

    quantity->value = cd_decimal_of(once ? 1 : 2, 0);
    quantity->number = quantity->first;
    quantity->number_end = quantity->end;
    quantity->unit = CD_STR("time");
    quantity->unit_system = "count";
    return true;
}

static bool
make_rank(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_RANK, out);

    if (cd_decimal_is_zero(quantity->value)) {
        match->makes = "reference";
        return cd_make_nonclaim(work, match, out);
    }
    quantity->unit = CD_STR("rank");
    return true;
}

static void
count_noun(struct cd_quantity *quantity, const struct cd_work *work,
           size_t from, const struct cd_noun *noun)
{
    quantity->unit = noun->unit;
    quantity->unit_system = "count";
    quantity->noun = work->items[from].first;
    quantity->noun_end = work->items[noun->end - 1].end;
}

static bool
is_spaced(const struct cd_work *work, size_t at)
{
    return (work->reading->tokens.items[work->items[at].first].flags &
            CD_TOKEN_SPACED) != 0;
}

/* Is items[at] a quotation mark, with a space before it or none? */
static bool
is_quote(const struct cd_work *work, size_t at, bool spaced)
{
    return cd_work_has(work, at, CD_CLASS(QUOTE) | CD_CLASS(PRIME)) &&
           is_spaced(work, at) == spaced;
}

/* Behind the mark that opens a quotation of what is counted: "14 'serious
 * breaches'". */
static size_t
past_quote(const struct cd_work *work, size_t at)
{
    return is_quote(work, at, true) && at + 1 < work->count &&
                   !is_spaced(work, at + 1)
               ? at + 1
               : at;
}

/* Does the quotation that ends at items[end] only name what is counted: "two
 * 'Cars' films"? */
static bool
is_title(const struct cd_work *work, size_t end)
{
    return is_quote(work, end, false) && end + 1 < work->count &&
           cd_noun_is_plural(work, &work->items[end + 1]);
}

/* A number and the noun phrase that it counts. */
static bool
make_count(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    const struct cd_item *item = &work->items[match->slots[CD_SLOT_N]];
    bool one = (item->classes & CD_CLASS(ONE)) != 0;
    size_t from = past_quote(work, match->to);
    struct cd_noun noun;

    if (from >= work->count || !cd_noun_phrase(work, from, one, &noun) ||
        (from > match->to && is_title(work, noun.end)))
        return false;
    match->to =
        noun.end + (from > match->to && is_quote(work, noun.end, false));
    count_noun(cd_make_numbered(work, match, CD_QUANTITY_COUNT, out), work,
               from, &noun);
    return true;
}

/* "10 or more people", "10,000+ customers": the item behind the number says
 * what kind of number it is. */
static bool
make_count_bound(struct cd_work *work, struct cd_match *match,
                 struct cd_item *out)
{
    return make_count(work, match, out) && cd_make_bound(work, match, out);
}

/* "one study": names more than it counts. */
static bool
make_weak_count(struct cd_work *work, struct cd_match *match,
                struct cd_item *out)
{
    if (!make_count(work, match, out))
        return false;
    work->pool[out->quantity].weak = true;
    return true;
}

static bool
make_weak(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    cd_make_numbered(work, match, CD_QUANTITY_COUNT, out)->weak = true;
    return true;
}

static bool
make_weak_ordinal(struct cd_work *work, struct cd_match *match,
                  struct cd_item *out)
{
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_RANK, out);

    quantity->unit = CD_STR("ordinal");
    quantity->weak = true;
    return true;
}

/* "over the past three years" places another claim in time: the duration stays,
 * but as one that few want. */
static bool
make_weak_window(struct cd_work *work, struct cd_match *match,
                 struct cd_item *out)
{
    struct cd_quantity q = *cd_work_quantity(work, match->slots[CD_SLOT_Q]);
    struct cd_quantity *made;

    if (cd_str_is(fold_of(work, q.first), "between"))
        return false; /* "sessions last between 30 and 45 minutes" */
    made = cd_make_wider(work, match, match->slots[CD_SLOT_Q], out);
    made->first = q.first;
    made->end = q.end;
    made->span = q.span;
    made->weak = true;
    return true;
}

/* "the worst crash in 30 years", "for the first time in a decade": that long it
 * took.  Is such a word among those before token at? */
static bool
is_extreme(const struct cd_work *work, size_t at)
{
    size_t from = at > EXTREME_WORDS ? at - EXTREME_WORDS : 0;

    while (at-- > from) {
        struct cd_str fold = work->reading->tokens.items[at].fold;

        if ((work->words[at].classes &
             (CD_CLASS(COMMA) | CD_CLASS(STOPMARK))) != 0)
            return false;
        if ((work->words[at].classes &
             (CD_CLASS(ORDINAL) | CD_CLASS(SUPERLATIVE))) != 0 ||
            cd_word_is_superlative(fold) || cd_str_is(fold, "only"))
            return true;
    }
    return false;
}

/* "in three weeks" says when; "in two hours" how fast, and behind a superlative
 * it is a claim. */
static bool
make_weak_window_in(struct cd_work *work, struct cd_match *match,
                    struct cd_item *out)
{
    static const char *const units[] = { "d", "wk", "mo", "a" };

    return cd_str_among(cd_work_quantity(work, match->slots[CD_SLOT_Q])->unit,
                        units, CD_COUNT(units)) &&
           !is_extreme(work, work->items[match->from].first) &&
           make_weak_window(work, match, out);
}

/* "three days before she left" says when; "for ten minutes before" how long. */
static bool
make_weak_window_apart(struct cd_work *work, struct cd_match *match,
                       struct cd_item *out)
{
    const cd_u128 hedges = CD_CLASS(ABOUT) | CD_CLASS(MORETHAN) |
                           CD_CLASS(LESSTHAN) | CD_CLASS(ATLEAST) |
                           CD_CLASS(ATMOST);
    size_t at = match->from;

    while (at > 0 && cd_work_has(work, at - 1, hedges))
        at--;
    return (at == 0 || !cd_str_is(fold_of(work, at - 1), "for")) &&
           make_weak_window(work, match, out);
}

/* "one-game", "80-seat": the word in slot w. */
static bool
make_count_hyphen(struct cd_work *work, struct cd_match *match,
                  struct cd_item *out)
{
    size_t at = match->slots[CD_SLOT_W];
    struct cd_str word = fold_of(work, at);
    struct cd_noun noun = { .end = at + 1,
                            .head = at,
                            .unit = cd_noun_singular(work, word) };

    if (cd_word_is(word, CD_WORD_MOVENOUN))
        return false; /* "the 34,000 jump in claims" */
    count_noun(cd_make_numbered(work, match, CD_QUANTITY_COUNT, out), work, at,
               &noun);
    return true;
}

/* "two of the deputies": the noun is the unit, the span stays the number. */
static bool
make_count_of(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    size_t at = match->slots[CD_SLOT_W];
    struct cd_noun noun;

    if (at + 1 < work->count &&
        (work->items[at + 1].classes & CD_CLASS(POSSESSIVE)) != 0)
        at += 2;
    if (at >= work->count || !cd_noun_phrase(work, at, false, &noun))
        return false;
    match->to = match->from + 1;
    count_noun(cd_make_numbered(work, match, CD_QUANTITY_COUNT, out), work, at,
               &noun);
    return true;
}

static bool
make_plain(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    (void)cd_make_numbered(work, match, CD_QUANTITY_PLAIN, out);
    return true;
}

/* "half a point": no share of one, but what indices and rates move by. */
static bool
make_points(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    const struct cd_item *unit = &work->items[match->slots[CD_SLOT_U]];
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_COUNT, out);

    quantity->unit = CD_STR("point");
    quantity->unit_system = "count";
    quantity->noun = unit->first;
    quantity->noun_end = unit->end;
    drop_article(work, quantity);
    return true;
}

/* "a father of three": nobody need say of what. */
static bool
make_children(struct cd_work *work, struct cd_match *match, struct cd_item *out)
{
    struct cd_quantity *quantity =
        cd_make_numbered(work, match, CD_QUANTITY_COUNT, out);

    quantity->unit = CD_STR("child");
    quantity->unit_system = "count";
    return true;
}

const struct cd_action_row cd_actions_count[] = {
    { "fraction", make_fraction },
    { "ratio", make_ratio },
    { "ratio-down", make_ratio_down },
    { "share", make_share },
    { "multiple", make_multiple },
    { "occasions", make_occasions },
    { "rank", make_rank },
    { "points", make_points },
    { "count", make_count },
    { "count-bound", make_count_bound },
    { "weak", make_weak },
    { "weak-ordinal", make_weak_ordinal },
    { "weak-window", make_weak_window },
    { "weak-window-in", make_weak_window_in },
    { "weak-window-apart", make_weak_window_apart },
    { "weak-count", make_weak_count },
    { "count-hyphen", make_count_hyphen },
    { "count-of", make_count_of },
    { "children", make_children },
    { "plain", make_plain },
    { NULL, NULL },
};
