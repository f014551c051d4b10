/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/items.h"

#include "base/memory.h"
#include "nlp/quantity/make.h"
#include "nlp/quantity/number_split.h"

static void
find_terms(struct cd_work *work)
{
    const struct cd_tokens *tokens = &work->reading->tokens;
    /* where every noun has a capital it does not say "name" */
    bool capitals = cd_languages[cd_lexicon_language(work->lexicon)].capitals;

    work->terms = cd_grow(work->terms, &work->term_room, tokens->count + 1,
                          sizeof(*work->terms));
    work->words = cd_grow(work->words, &work->word_room, tokens->count + 1,
                          sizeof(*work->words));
    for (size_t i = 0; i < tokens->count; i++) {
        work->terms[i] =
            cd_lexicon_at(work->lexicon, work->text, tokens, i, SIZE_MAX);
        if (capitals && (work->terms[i].classes & CD_CLASS(MODEL)) == 0)
            work->terms[i].classes &= ~CD_CLASS(CAPITAL);
        work->words[i] = work->terms[i];
        if (work->terms[i].tokens > 1 &&
            (work->terms[i].classes & (CD_CLASS(ONES) | CD_CLASS(SCALE))) == 0)
            work->words[i] =
                cd_lexicon_at(work->lexicon, work->text, tokens, i, 1);
    }
}

static struct cd_item *
add_item(struct cd_work *work, size_t first, size_t end)
{
    struct cd_item *item;

    work->items = cd_grow(work->items, &work->room, work->count + 1,
                          sizeof(*work->items));
    item = &work->items[work->count++];
    *item = (struct cd_item){ .first = first,
                              .end = end,
                              .number = CD_NO_INDEX,
                              .quantity = CD_NO_INDEX };
    return item;
}

/* Why a shape of digits is no number; NULL if it is one. */
static const char *
shape_reason(enum cd_digits digits)
{
    switch (digits) {
    case CD_DIGITS_DATE:
        return "date";
    case CD_DIGITS_PHONE:
        return "phone";
    case CD_DIGITS_VERSION:
        return "version";
    case CD_DIGITS_REFERENCE:
        return "reference";
    default:
        return NULL;
    }
}

/* An item for a token that holds digits in a shape that is no number. */
static bool
add_shape(struct cd_work *work, size_t at)
{
    const struct cd_token *token = &work->reading->tokens.items[at];
    const char *why = shape_reason((enum cd_digits)token->digits);

    if (why != NULL) {
        add_item(work, at, at + 1)->classes = CD_CLASS(NONCLAIM);
        cd_make_other(work, at, at + 1, why, token->rule);
        return true;
    }
    if (token->digits == CD_DIGITS_CLOCK ||
        token->digits == CD_DIGITS_ELAPSED) {
        add_item(work, at, at + 1)->classes = token->digits == CD_DIGITS_CLOCK
                                                  ? CD_CLASS(CLOCK)
                                                  : CD_CLASS(ELAPSED);
        return true;
    }
    return false;
}

/* A phrase with a number word in it that is looked up before the number. */
static bool
is_phrase(const struct cd_term *term)
{
    cd_u128 classes = CD_CLASS(IDIOM) | CD_CLASS(MULTIPLE) | CD_CLASS(MODEL) |
                      CD_CLASS(WITHIN) | CD_CLASS(EXACTLY) | CD_CLASS(UNIT);

    return (term->classes & CD_CLASS(IDIOM)) != 0 ||
           (term->tokens > 1 && (term->classes & classes) != 0);
}

/* Is the ordinal at at the unit "second", as a number or "per" stands before
 * it? */
static bool
is_second(const struct cd_work *work, size_t at)
{
    size_t last = work->count;

    if ((work->terms[at].classes & CD_CLASS(TIMEUNIT)) == 0)
        return false;
    if (last > 0 && (work->items[last - 1].classes & CD_CLASS(HYPHEN)) != 0)
        last--;
    return last > 0 && (work->items[last - 1].classes &
                        (CD_CLASS(NUM) | CD_CLASS(PER))) != 0;
}

/* Does the sign of a currency stand before the number at at, or before the
 * other end of "$10-25m"? */
static bool
is_money(const struct cd_work *work, size_t at)
{
    const cd_u128 signs = CD_CLASS(CUR) | CD_CLASS(GLUEDCUR);
    const cd_u128 dashes = CD_CLASS(DASH) | CD_CLASS(HYPHEN);
    const struct cd_token *tokens = work->reading->tokens.items;

    if (at > 0 && (work->terms[at - 1].classes & signs) != 0)
        return true;
    return at > 2 && (work->words[at - 1].classes & dashes) != 0 &&
           (tokens[at].flags & CD_TOKEN_SPACED) == 0 &&
           tokens[at - 2].kind == CD_TOKEN_NUMBER &&
           (work->terms[at - 3].classes & signs) != 0;
}

/* "a half-hearted try": is the number only the article before an idiom? */
static bool
is_idiom_behind(const struct cd_work *work, size_t at, size_t end)
{
    return end == at + 2 &&
           (work->words[at].classes & CD_CLASS(ARTICLE)) != 0 &&
           work->terms[at + 1].tokens > 1 &&
           (work->words[at + 1].classes & CD_CLASS(HALF)) != 0 &&
           (work->terms[at + 1].classes & CD_CLASS(IDIOM)) != 0;
}

/* The number that begins at a token, as an item; where it ends, or at. */
static size_t
add_number(struct cd_work *work, size_t at)
{
    struct cd_number number;
    bool money = is_money(work, at);
    int flags = (money ? CD_NUMBER_MONEY : 0) |
                (work->bare ? CD_NUMBER_BARE : 0) |
                (cd_lexicon_language(work->lexicon) != CD_LANGUAGE_EN
                     ? CD_NUMBER_SCALES_ALONE
                     : 0);
    size_t end = at;
    struct cd_item *item;

    if (cd_number_may_begin(&work->words[at], &work->reading->tokens.items[at]))
        end = cd_number_read(work->words, &work->reading->tokens, at, flags,
                             &number);
    if (end == at || is_idiom_behind(work, at, end) ||
        ((number.classes & CD_CLASS(ORDNUM)) != 0 && is_second(work, at)))
        return at;
    item = add_item(work, at, end);
    item->classes = number.classes;
    if ((number.classes & CD_CLASS(WORDNUM)) != 0 && end == at + 1) {
        item->term = work->words[at];
        item->classes |= work->words[at].classes & CD_CLASS(CAPITAL);
    }
    item->number = (uint32_t)work->number_count;
    work->numbers = cd_grow(work->numbers, &work->number_room,
                            work->number_count + 1, sizeof(*work->numbers));
    work->numbers[work->number_count++] = number;
    return end;
}

/* Does a number begin at at, or the sign of its currency? */
static bool
begins_amount(const struct cd_work *work, size_t at)
{
    const struct cd_tokens *tokens = &work->reading->tokens;

    return at < tokens->count &&
           ((work->terms[at].classes & CD_CLASS(CUR)) != 0 ||
            cd_number_may_begin(&work->words[at], &tokens->items[at]));
}

/* "tea and over 29 soups", "and up to $9", "in as many as 9": the phrase at at
 * ("and over", behind "65") is not meant where its first word joins a hedge,
 * from the next on, to what it bounds. */
static bool
joins_hedge(const struct cd_work *work, size_t at)
{
    const cd_u128 joints = CD_CLASS(AND) | CD_CLASS(OR) | CD_CLASS(IN);
    const cd_u128 bounds = CD_CLASS(MORETHAN) | CD_CLASS(LESSTHAN) |
                           CD_CLASS(ATLEAST) | CD_CLASS(ATMOST);
    const struct cd_term *term = &work->terms[at], *hedge = term + 1;

    if (term->tokens < 2 || at + 1 >= work->reading->tokens.count ||
        (term->classes & (bounds | CD_CLASS(ABOUT))) != 0 ||
        (work->words[at].classes & joints) == 0 ||
        (hedge->classes & bounds) == 0 || hedge->tokens + 1 < term->tokens)
        return false;
    return begins_amount(work, at + 1 + hedge->tokens) &&
           (hedge->tokens + 1 > term->tokens || work->count == 0 ||
            (work->items[work->count - 1].classes & CD_CLASS(NUM)) == 0);
}

/* The term at at; of a phrase with a number in it, "the first", a bare reading
 * takes the first word only. */
static const struct cd_term *
term_at(const struct cd_work *work, size_t at)
{
    const struct cd_term *term = &work->terms[at];

    if (joins_hedge(work, at))
        return &work->words[at];
    for (size_t i = at + 1; work->bare && i < at + term->tokens; i++)
        if (cd_number_may_begin(&work->words[i],
                                &work->reading->tokens.items[i]))
            return &work->words[at];
    return term;
}

static size_t
add_term(struct cd_work *work, size_t at)
{
    const struct cd_term *term = term_at(work, at);
    size_t end = at + term->tokens;
    struct cd_item *item;

    /* the point of "5 lbs." at the end is the sentence's */
    if (term->tokens > 1 && end == work->reading->tokens.count &&
        cd_token_is(&work->reading->tokens.items[end - 1], "."))
        end--;
    item = add_item(work, at, end);

    item->classes = term->classes;
    item->term = *term;
    return item->end;
}

void
cd_items_find(struct cd_work *work)
{
    struct cd_tokens *tokens = &work->reading->tokens;
    size_t at = 0;

    if (cd_languages[cd_lexicon_language(work->lexicon)].compounds)
        cd_number_split(work->lexicon, work->text, tokens);
    find_terms(work);
    while (at < tokens->count) {
        size_t end = at;

        if (!work->bare && is_phrase(&work->terms[at])) {
            at = add_term(work, at);
        } else if ((end = add_number(work, at)) > at) {
            at = end;
        } else if (add_shape(work, at)) {
            at++;
        } else {
            at = add_term(work, at);
        }
    }
}
