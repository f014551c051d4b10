/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/hedge.h"

#include "nlp/quantity/make.h"
#include "nlp/word/word.h"

static const struct {
    enum cd_class class;
    enum cd_quantity_kind kind;
    const char *rule;
} hedges[] = {
    { CD_CLASS_ATLEAST, CD_KIND_AT_LEAST, "hedge.at-least" },
    { CD_CLASS_ATMOST, CD_KIND_AT_MOST, "hedge.at-most" },
    { CD_CLASS_MORETHAN, CD_KIND_MORE_THAN, "hedge.more-than" },
    { CD_CLASS_LESSTHAN, CD_KIND_LESS_THAN, "hedge.less-than" },
    { CD_CLASS_ABOUT, CD_KIND_ABOUT, "hedge.about" },
    { CD_CLASS_EXACTLY, CD_KIND_EXACT, "hedge.exactly" },
};

static void
set_kind(struct cd_quantity *quantity, enum cd_quantity_kind kind,
         const char *rule)
{
    cd_make_rule(quantity, rule);
    if (kind == CD_KIND_EXACT || quantity->shape == CD_SHAPE_RANGE ||
        quantity->shape == CD_SHAPE_VAGUE)
        return;
    /* a bound says more than "about" */
    if (quantity->kind == CD_KIND_EXACT ||
        (quantity->kind == CD_KIND_ABOUT && kind != CD_KIND_ABOUT))
        quantity->kind = kind;
}

/* The token before token at in lower case; empty at the start. */
static struct cd_str
fold_before(const struct cd_work *work, size_t at)
{
    return at > 0 ? work->reading->tokens.items[at - 1].fold
                  : (struct cd_str){ "", 0 };
}

static bool
token_is(const struct cd_work *work, size_t at, const char *word)
{
    return at < work->reading->tokens.count &&
           cd_token_is(&work->reading->tokens.items[at], word);
}

/* ---- "up to" behind a verb ------------------------------------------- */

static bool
any_amount(const struct cd_work *work, const struct cd_quantity *q, size_t up)
{
    (void)work;
    (void)q;
    (void)up;
    return true;
}

/* "built up to 30 minutes", but "builds up to 30 homes" */
static bool
is_time(const struct cd_work *work, const struct cd_quantity *q, size_t up)
{
    (void)work;
    (void)up;
    return q->class == CD_QUANTITY_DURATION;
}

/* "the bill adds up to $400", but "added up to $40 million to its reserves" */
static bool
is_sum(const struct cd_work *work, const struct cd_quantity *q, size_t up)
{
    (void)up;
    return (q->class == CD_QUANTITY_MONEY || q->class == CD_QUANTITY_PLAIN) &&
           !token_is(work, q->end, "to");
}

/* "moved up to 90 kg", but "moved up to 40 jobs" */
static bool
is_level(const struct cd_work *work, const struct cd_quantity *q, size_t up)
{
    (void)work;
    (void)up;
    return q->class != CD_QUANTITY_COUNT;
}

/* Is the infinitive before token at what somebody "will" see or "expects"? */
static bool
is_foreseen(const struct cd_work *work, size_t at)
{
    struct cd_str before = fold_before(work, at - 1);

    if (cd_str_is(before, "will"))
        return true;
    return at > 3 && cd_str_is(before, "to") &&
           (cd_word_is(fold_before(work, at - 2), CD_WORD_FORECAST) ||
            cd_word_is(fold_before(work, at - 3), CD_WORD_FORECAST));
}

/* "went up to $9", "has gone up to $9", "will go up to $9"; a price that "can
 * go up to $9" or that one is "willing to go up to" is bounded. */
static bool
is_gone(const struct cd_work *work, const struct cd_quantity *q, size_t up)
{
    struct cd_str verb = fold_before(work, up);

    (void)q;
    return cd_str_is(verb, "went") || cd_str_is(verb, "gone") ||
           (cd_str_is(verb, "go") && is_foreseen(work, up));
}

/* When a verb with "up to" tells how far something went, by the value of its
 * row. */
static const struct {
    const char *value;
    bool (*holds)(const struct cd_work *, const struct cd_quantity *, size_t);
} ways[] = {
    { "-", any_amount },   { "time", is_time }, { "sum", is_sum },
    { "level", is_level }, { "gone", is_gone },
};

/* "Rates edged up to 9%", "edged back up to 9%": up is the token "up". */
static bool
is_way_up(const struct cd_work *work, const struct cd_quantity *q, size_t up)
{
    const char *value;

    if (cd_str_is(fold_before(work, up), "back")) {
        up--;
        if (cd_word_is(fold_before(work, up), CD_WORD_MOVE))
            return true; /* "climbed back up to 9%" */
    }
    value = cd_word_value(fold_before(work, up), CD_WORD_UPTO);
    for (size_t i = 0; value != NULL && i < CD_COUNT(ways); i++)
        if (strcmp(value, ways[i].value) == 0)
            return ways[i].holds(work, q, up);
    return false;
}

enum { OBJECT_WORDS = 6 }; /* between "pushed" and "up to" */

/* "pushed the jobless rate up to 9%": behind what a verb moves, which is a
 * measure. */
static bool
is_pushed_up(const struct cd_work *work, const struct cd_quantity *q, size_t up)
{
    const struct cd_token *tokens = work->reading->tokens.items;
    size_t from = up > OBJECT_WORDS ? up - OBJECT_WORDS : 0;

    if (q->class == CD_QUANTITY_COUNT ||
        !cd_word_is(fold_before(work, up), CD_WORD_MEASURE))
        return false;
    for (size_t i = up - 1; i-- > from;) {
        const char *value = cd_word_value(tokens[i].fold, CD_WORD_UPTO);

        if (value != NULL && strcmp(value, "object") == 0)
            return true;
        if ((work->words[i].classes &
             (CD_CLASS(COMMA) | CD_CLASS(STOPMARK) | CD_CLASS(TO))) != 0)
            return false;
    }
    return false;
}

/* ---- "over" behind a verb -------------------------------------------- */

/* Does a row of the last word of what is counted name the verb's value: critics
 * are "won" over, photos "taken"? */
static bool
is_said_of(const struct cd_work *work, const struct cd_quantity *q,
           const char *value)
{
    const char *own = cd_word_value(
        work->reading->tokens.items[q->end - 1].fold, CD_WORD_OVERED);

    return q->class == CD_QUANTITY_COUNT && own != NULL &&
           strcmp(own, value) == 0;
}

/* "The state took over seven banks", "won over 30 critics", "handed over $5m".
 * What is "taken" over is no time, nor what an infinitive says it is for ("took
 * over 300 games to decide"), nor what "took over 40 photos" counts. */
static bool
is_taken_over(const struct cd_work *work, const struct cd_quantity *q,
              size_t over)
{
    const char *value = cd_word_value(fold_before(work, over), CD_WORD_OVER);

    if (value == NULL || q->class == CD_QUANTITY_DURATION)
        return false;
    if (strcmp(value, "won") == 0)
        return is_said_of(work, q, value);
    if (strcmp(value, "taken") != 0)
        return true;
    return q->class != CD_QUANTITY_PHYSICAL && !token_is(work, q->end, "to") &&
           !is_said_of(work, q, value);
}

/* ---- hedges ---------------------------------------------------------- */

/* up of "the run-up to the two-day talks" */
static bool
is_glued(const struct cd_work *work, size_t up)
{
    return cd_str_is(fold_before(work, up), "-") &&
           (work->reading->tokens.items[up].flags & CD_TOKEN_SPACED) == 0;
}

/* The item looks like a hedge, but belongs to the verb before it. */
static bool
is_particle(const struct cd_work *work, const struct cd_quantity *q,
            const struct cd_item *item)
{
    if (token_is(work, item->first, "up"))
        return is_glued(work, item->first) || is_way_up(work, q, item->first) ||
               is_pushed_up(work, q, item->first);
    return token_is(work, item->first, "over") &&
           item->end == item->first + 1 && is_taken_over(work, q, item->first);
}

/* "has about a 9% share", "for about a 9% gain", "there is about a 9% chance":
 * a word of one preposition ("talks about a $9bn deal") is a hedge behind some
 * words only, whose row may say what stands before them. */
static bool
is_hedged_by(const struct cd_work *work, const struct cd_item *item)
{
    const char *before =
        cd_word_value(fold_before(work, item->first), CD_WORD_ROUGHLY);

    return before != NULL &&
           (strcmp(before, "-") == 0 ||
            cd_str_is(fold_before(work, item->first - 1), before));
}

/* "sold up to a 5% stake", but "signed up to a 5-year term": up is a hedge
 * behind what takes no such particle. */
static bool
is_bound(const struct cd_work *work, const struct cd_item *item)
{
    struct cd_str before = fold_before(work, item->first);

    return !cd_word_is(before, CD_WORD_PARTICLE) &&
           !cd_word_is(before, CD_WORD_MOVE);
}

/* Does a hedge at items[at] reach over the article behind it: "almost a 7-year
 * lead", "more than the $5 million"? */
static bool
reaches_over(const struct cd_work *work, const struct cd_quantity *q, size_t at)
{
    const struct cd_item *item = &work->items[at];
    const cd_u128 near = CD_CLASS(ABOUT) | CD_CLASS(MORETHAN) |
                         CD_CLASS(LESSTHAN) | CD_CLASS(ATLEAST);

    if (q->class == CD_QUANTITY_AGE)
        return false;
    if (cd_work_has(work, at, CD_CLASS(ATMOST)))
        return is_bound(work, item);
    if (!cd_work_has(work, at, near) || token_is(work, item->end, "that"))
        return false;
    if (item->end - item->first > 1)
        return true;
    return cd_work_has(work, at, CD_CLASS(ABOUT)) &&
           (!cd_work_has(work, at, CD_CLASS(STOP)) || is_hedged_by(work, item));
}

/* The row of an item, or CD_COUNT(hedges). */
static size_t
hedge_of(const struct cd_item *item)
{
    size_t i = 0;

    while (i < CD_COUNT(hedges) &&
           (item->classes & ((cd_u128)1 << hedges[i].class)) == 0)
        i++;
    return i;
}

/* From the nearest on. */
void
cd_hedge_read(struct cd_work *work, size_t at)
{
    struct cd_quantity *quantity = cd_work_quantity(work, at);
    size_t left = at;

    while (left > 0) {
        const struct cd_item *item = &work->items[left - 1];
        size_t row = hedge_of(item);

        if (quantity->class == CD_QUANTITY_RANK &&
            (item->classes & CD_CLASS(STOP)) != 0)
            return; /* "a lead over third-placed Orsk" */
        if (row == CD_COUNT(hedges)) {
            if (left != at || left < 2 ||
                !cd_work_has(work, left - 1,
                             CD_CLASS(ARTICLE) | CD_CLASS(THE)) ||
                !reaches_over(work, quantity, left - 2))
                return;
            left--;
            continue;
        }
        if (is_particle(work, quantity, item))
            return;
        set_kind(quantity, hedges[row].kind, hedges[row].rule);
        if (quantity->hedge == quantity->hedge_end)
            quantity->hedge_end = item->end;
        quantity->hedge = item->first;
        left--;
    }
}
