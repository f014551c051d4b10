/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "nlp/finish.h"
#include "nlp/grammar.h"

const char *const cd_quantity_class_names[] = {
#define X(name, text) text,
    CD_QUANTITY_CLASSES(X)
#undef X
};

const char *const cd_quantity_kind_names[] = {
#define X(name, text) text,
    CD_QUANTITY_KINDS(X)
#undef X
};

struct cd_quantities {
    struct cd_tokenizer *tokenizer;
    struct cd_lexicon *lexicon;
    struct cd_grammar *grammar;
};

struct cd_grammar_scratch {
    struct cd_regex_scratch *regex;
    struct cd_work work;
};

struct cd_quantities *
cd_quantities_new(const char *rules, struct cd_error *err)
{
    struct cd_quantities *engine = cd_alloc(sizeof(*engine));

    engine->tokenizer = cd_tokenizer_new(err);
    if (engine->tokenizer != NULL)
        engine->lexicon = cd_lexicon_new(engine->tokenizer, err);
    if (engine->lexicon != NULL)
        engine->grammar = cd_grammar_new(rules, err);
    if (engine->grammar != NULL)
        return engine;
    cd_quantities_free(engine);
    return NULL;
}

void
cd_quantities_free(struct cd_quantities *engine)
{
    if (engine == NULL)
        return;
    cd_grammar_free(engine->grammar);
    cd_lexicon_free(engine->lexicon);
    cd_tokenizer_free(engine->tokenizer);
    free(engine);
}

struct cd_reading *
cd_reading_new(void)
{
    struct cd_reading *reading = cd_alloc(sizeof(*reading));

    reading->scratch = cd_alloc(sizeof(*reading->scratch));
    reading->scratch->regex = cd_regex_scratch_new();
    return reading;
}

void
cd_reading_free(struct cd_reading *reading)
{
    if (reading == NULL)
        return;
    cd_regex_scratch_free(reading->scratch->regex);
    free(reading->scratch->work.terms);
    free(reading->scratch->work.words);
    free(reading->scratch->work.items);
    free(reading->scratch->work.numbers);
    free(reading->scratch->work.pool);
    free(reading->scratch);
    free(reading->tokens.items);
    free(reading->items);
    free(reading->others);
    free(reading);
}

void
cd_reading_other(struct cd_reading *reading, struct cd_span span, size_t first,
                 size_t end, const char *why, const char *rule)
{
    reading->others =
        cd_grow(reading->others, &reading->other_room, reading->other_count + 1,
                sizeof(*reading->others));
    reading->others[reading->other_count++] = (struct cd_nonclaim){
        .span = span, .first = first, .end = end, .why = why, .rule = rule
    };
}

/* ---- from tokens to items -------------------------------------------- */

static void
find_terms(struct cd_work *work)
{
    const struct cd_tokens *tokens = &work->reading->tokens;

    work->terms = cd_grow(work->terms, &work->term_room, tokens->count + 1,
                          sizeof(*work->terms));
    work->words = cd_grow(work->words, &work->word_room, tokens->count + 1,
                          sizeof(*work->words));
    for (size_t i = 0; i < tokens->count; i++) {
        work->terms[i] =
            cd_lexicon_at(work->lexicon, work->text, tokens, i, SIZE_MAX);
        work->words[i] = work->terms[i];
        if (work->terms[i].tokens > 1)
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
        cd_reading_other(work->reading, token->span, at, at + 1, why,
                         token->rule);
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

/* Is the ordinal at at the unit "second", as a number stands before it? */
static bool
is_second(const struct cd_work *work, size_t at)
{
    size_t last = work->count;

    if ((work->terms[at].classes & CD_CLASS(TIMEUNIT)) == 0)
        return false;
    if (last > 0 && (work->items[last - 1].classes & CD_CLASS(HYPHEN)) != 0)
        last--;
    return last > 0 && (work->items[last - 1].classes & CD_CLASS(NUM)) != 0;
}

/* The number that begins at a token, as an item; where it ends, or at. */
static size_t
add_number(struct cd_work *work, size_t at)
{
    struct cd_number number;
    bool money = at > 0 && (work->terms[at - 1].classes & CD_CLASS(CUR)) != 0;
    size_t end = at;
    struct cd_item *item;

    if (cd_number_may_begin(&work->words[at], &work->reading->tokens.items[at]))
        end = cd_number_read(work->words, &work->reading->tokens, at, money,
                             &number);
    if (end == at ||
        ((number.classes & CD_CLASS(ORDNUM)) != 0 && is_second(work, at)))
        return at;
    item = add_item(work, at, end);
    item->classes = number.classes;
    if ((number.classes & CD_CLASS(WORDNUM)) != 0 && end == at + 1)
        item->term = work->words[at];
    item->number = (uint32_t)work->number_count;
    work->numbers = cd_grow(work->numbers, &work->number_room,
                            work->number_count + 1, sizeof(*work->numbers));
    work->numbers[work->number_count++] = number;
    return end;
}

static size_t
add_term(struct cd_work *work, size_t at)
{
    const struct cd_term *term = &work->terms[at];
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

static void
find_items(struct cd_work *work)
{
    size_t at = 0, count = work->reading->tokens.count;

    while (at < count) {
        size_t end = at;

        if (is_phrase(&work->terms[at])) {
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

/* ---- reading --------------------------------------------------------- */

static void
reset(struct cd_work *work, struct cd_reading *reading)
{
    work->reading = reading;
    work->count = work->number_count = work->pool_count = 0;
    work->steps = 0;
    reading->count = reading->other_count = 0;
}

enum cd_status
cd_quantities_read(const struct cd_quantities *engine,
                   struct cd_reading *reading, struct cd_arena *arena,
                   struct cd_str text, struct cd_span window,
                   struct cd_error *err)
{
    struct cd_work *work = &reading->scratch->work;
    enum cd_status status;

    reset(work, reading);
    work->lexicon = engine->lexicon;
    work->arena = arena;
    work->text = text;
    status = cd_tokens_read(engine->tokenizer, reading->scratch->regex, arena,
                            text, window, &reading->tokens, err);
    if (status != CD_OK)
        return status;
    find_terms(work);
    find_items(work);
    cd_grammar_apply(engine->grammar, work);
    cd_finish(work);
    return CD_OK;
}

void
cd_reading_drop_weak(struct cd_reading *reading)
{
    size_t kept = 0;

    for (size_t i = 0; i < reading->count; i++)
        if (!reading->items[i].weak)
            reading->items[kept++] = reading->items[i];
    reading->count = kept;
}

uint64_t
cd_reading_steps(const struct cd_reading *reading)
{
    return reading->scratch->work.steps;
}

/* May a character that begins with this byte be a digit, a fraction or a sign
 * of a currency?  Of the others, letters of Latin and the marks of typography
 * (E2 80) are most. */
static bool
is_odd(const char *p, size_t left)
{
    unsigned char c = (unsigned char)p[0];

    if (c < 0xC2 || (c >= 0xC3 && c <= 0xC9))
        return false;
    return c != 0xE2 || left < 2 || (unsigned char)p[1] != 0x80;
}

static size_t
letters_end(struct cd_str text, size_t at)
{
    while (at < text.n && cd_ascii_is_alpha(text.p[at]))
        at++;
    return at;
}

bool
cd_quantities_gate(const struct cd_quantities *engine, struct cd_str text)
{
    for (size_t at = 0; at < text.n;) {
        char c = text.p[at];
        size_t end;

        if (cd_ascii_is_digit(c) || c == '$' ||
            ((unsigned char)c >= 0x80 && is_odd(text.p + at, text.n - at)))
            return true;
        end = letters_end(text, at);
        if (end - at >= 3 && end - at <= CD_NUMBER_WORD_MAX &&
            cd_lexicon_is_number(engine->lexicon, cd_str_sub(text, at, end)))
            return true;
        at = end > at ? end : at + 1;
    }
    return false;
}
