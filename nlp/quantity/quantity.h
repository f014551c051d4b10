/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quantities: the numbers of a stretch of text with what they count or measure,
 * and the numbers that are none, each with the reason.
 *
 *     struct cd_quantities *engine = cd_quantities_new(NULL, &err);
 *     struct cd_reading *reading = cd_reading_new();        once a thread
 *
 *     cd_quantities_read(engine, reading, &arena, text, window);
 *     for (size_t i = 0; i < reading->count; i++)
 *         use(&reading->items[i]);    "$118.58 per share" -> 118.58 USD/share
 *
 * The engine is const once it is built and shared by all threads; a reading
 * belongs to one thread and is overwritten by the next call.  Strings of a
 * reading live in the arena or in the engine.
 */
#ifndef CD_NLP_QUANTITY_QUANTITY_H
#define CD_NLP_QUANTITY_QUANTITY_H

#include "base/error.h"
#include "nlp/quantity/decimal.h"
#include "nlp/quantity/token.h"

#define CD_QUANTITY_CLASSES(X)                                                 \
    X(PLAIN, "plain")       /* a number and nothing else */                    \
    X(COUNT, "count")       /* of a noun: "34 people" */                       \
    X(MONEY, "money")       /* ISO 4217, perhaps per something */              \
    X(PERCENT, "percent")   /* % */                                            \
    X(POINTS, "points")     /* percentage points pp, basis points bp */        \
    X(PHYSICAL, "physical") /* length, mass, speed, energy, data, ... */       \
    X(TEMPERATURE, "temperature")                                              \
    X(DURATION, "duration")                                                    \
    X(AGE, "age")           /* "44 years old", "aged 44" */                    \
    X(RANK, "rank")         /* "ranked third", "No. 9", "second-highest" */    \
    X(RATIO, "ratio")       /* "one in five", "3:1" */                         \
    X(MULTIPLE, "multiple") /* "twice", "six-fold", "doubled" */               \
    X(FRACTION, "fraction") /* "two-thirds of voters" */                       \
    X(SCORE, "score")       /* "2-0": value is a list in printed order */

enum cd_quantity_class {
#define X(name, text) CD_QUANTITY_##name,
    CD_QUANTITY_CLASSES(X)
#undef X
        CD_QUANTITY_CLASS_COUNT
};

/* "money" for CD_QUANTITY_MONEY */
extern const char *const cd_quantity_class_names[];

#define CD_QUANTITY_KINDS(X)                                                   \
    X(EXACT, "exact")                                                          \
    X(ABOUT, "about")                                                          \
    X(AT_LEAST, "at_least")                                                    \
    X(AT_MOST, "at_most")                                                      \
    X(MORE_THAN, "more_than")                                                  \
    X(LESS_THAN, "less_than")                                                  \
    X(RANGE, "range")

enum cd_quantity_kind {
#define X(name, text) CD_KIND_##name,
    CD_QUANTITY_KINDS(X)
#undef X
        CD_KIND_COUNT
};

extern const char *const cd_quantity_kind_names[];

/* Which numbers a quantity has. */
enum cd_quantity_shape {
    CD_SHAPE_ONE,     /* value */
    CD_SHAPE_RANGE,   /* low and high */
    CD_SHAPE_FROM_TO, /* low = from, high = to, as printed */
    CD_SHAPE_PAIR,    /* low, high: a score, in printed order; value is the
                         third number of "14-0-1" where triple is set */
    CD_SHAPE_VAGUE,   /* none: "billions", "dozens of people" */
};

enum { CD_QUANTITY_RULES = 4 };

struct cd_quantity {
    struct cd_span span;       /* number, scale, currency, unit words */
    size_t first, end;         /* tokens [first, end) of the reading */
    size_t number, number_end; /* tokens of the number with its scale words */
    size_t noun, noun_end;     /* tokens of the counted noun phrase, or empty */
    size_t hedge, hedge_end;   /* tokens of "about", "at least", or empty */
    enum cd_quantity_class class;
    enum cd_quantity_kind kind;
    enum cd_quantity_shape shape;
    struct cd_decimal value;
    struct cd_decimal low, high;
    struct cd_decimal tolerance; /* "5 +- 0.2 km"; else 0 */
    struct cd_decimal precision; /* one unit of the last printed place, scaled:
                                    100000 for "5.6 million" */
    struct cd_decimal scale;     /* of its scale words, or 0 */
    struct cd_str unit;      /* "USD/share", "%", "km", "nvidia h800", "1" */
    const char *unit_system; /* ISO4217 UCUM count none */
    bool triple;
    bool from_to; /* "from A to B" that may be a change or a range */
    bool weak;    /* "one study": a reference more than a count */
    bool shared;  /* its unit was said later in a list */
    const char *rules[CD_QUANTITY_RULES]; /* ids, NULL after the last */
};

/* Its first token, that of the hedge before it included. */
static inline size_t
cd_quantity_start(const struct cd_quantity *quantity)
{
    return quantity->hedge < quantity->hedge_end &&
                   quantity->hedge < quantity->first
               ? quantity->hedge
               : quantity->first;
}

/* Is it worth so much of one currency in another: "INR/USD", no "USD/bbl"? */
static inline bool
cd_quantity_is_exchange(const struct cd_quantity *quantity)
{
    struct cd_str unit = quantity->unit;

    if (quantity->class != CD_QUANTITY_MONEY || unit.n != 7)
        return false;
    for (size_t i = 0; i < unit.n; i++)
        if (i == 3 ? unit.p[i] != '/' : unit.p[i] < 'A' || unit.p[i] > 'Z')
            return false;
    return true;
}

/* A number that is no claim. */
struct cd_nonclaim {
    struct cd_span span;
    size_t first, end; /* tokens */
    const char *why;   /* date, model name, version, phone, address, clock time,
                          ordinal, list number, reference, idiom, other */
    const char *rule;  /* id of the row */
};

struct cd_reading {
    enum cd_language language; /* to read in: set by the caller, else English */
    bool sterling; /* cd_pounds_are_money of the document: set by the caller */
    struct cd_money *money;  /* of the document: set by the caller, or NULL */
    struct cd_tokens tokens; /* all of the window */
    struct cd_quantity *items;
    size_t count, room;
    struct cd_nonclaim *others;
    size_t other_count, other_room;
    struct cd_grammar_scratch *scratch;
};

struct cd_term;
struct cd_quantities;

/* rules: a file of rows as in data/claims.en.tsv that are added, or NULL; its
 * name must outlive the engine.
 * NULL with *err, which names file and line, on a bad row. */
struct cd_quantities *cd_quantities_new(const char *rules,
                                        struct cd_error *err);
void cd_quantities_free(struct cd_quantities *engine);

struct cd_reading *cd_reading_new(void);
void cd_reading_free(struct cd_reading *reading);

/*
 * Reads text[window] (at most 64 KiB; valid UTF-8) into *reading, tokens,
 * quantities and non-claims each in the order of their spans, which do not
 * overlap.  Spans are bytes of text.  Linear in the size of the window.
 */
enum cd_status cd_quantities_read(const struct cd_quantities *engine,
                                  struct cd_reading *reading,
                                  struct cd_arena *arena, struct cd_str text,
                                  struct cd_span window, struct cd_error *err);

/*
 * The numbers and ordinals of text[window] as they are written, whatever they
 * count, name or date: "$20" is 20, "the 21st century" the ordinal 21.  Class
 * PLAIN, or RANK with unit "ordinal"; no non-claims.  Otherwise like
 * cd_quantities_read().
 */
enum cd_status cd_quantities_bare(const struct cd_quantities *engine,
                                  struct cd_reading *reading,
                                  struct cd_arena *arena, struct cd_str text,
                                  struct cd_span window, struct cd_error *err);

/* Takes the weak quantities out of a reading. */
void cd_reading_drop_weak(struct cd_reading *reading);

/* The confidence of a weak quantity; all others have more. */
#define CD_QUANTITY_WEAK 0.2

/* What the lexicon knows of each token of the last reading. */
const struct cd_term *cd_reading_terms(const struct cd_reading *reading);

/* Comparisons that the last reading took: for tests of linearity. */
uint64_t cd_reading_steps(const struct cd_reading *reading);

/* False if no number can be in English text: no digit, no number word, no
 * measure behind an article ("an hour"), no sign of a currency.  One quick
 * scan. */
bool cd_quantities_gate(const struct cd_quantities *engine, struct cd_str text);

#endif
