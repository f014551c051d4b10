/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The grammar: rows of patterns over classes of items, applied in passes, each
 * from left to right and in linear time.
 *
 * A text becomes a list of items: a number, a phrase of the lexicon or a single
 * token each.  A row whose pattern matches at an item replaces what it matched
 * by one item, made by the row's action; rows are tried in their order.
 *
 *     money.sign   2   c:CUR n:NUM   money
 *
 * Pattern: elements apart by spaces.  An element is CLASS|CLASS (any of them)
 * with &CLASS (this one too) and ^CLASS (not this one), or 'word|word', or
 * both: 'word|word'&CLASS costs less where a row begins with it.  Before it
 * "n:" names a slot for the action, "+" wants it glued to what comes before;
 * "?" behind it makes it optional.  In round brackets it is context: it must be
 * there (with "!": must not), but is not taken.  Optional elements take what
 * they can and are not reconsidered, so a row costs at most its length.
 */
#ifndef CD_NLP_QUANTITY_GRAMMAR_H
#define CD_NLP_QUANTITY_GRAMMAR_H

#include "nlp/quantity/number.h"
#include "nlp/quantity/quantity.h"

enum {
    CD_PATTERN_MAX = 14, /* elements of a row */
    CD_PASSES = 7,
    CD_NO_INDEX = 0x7FFFFFFF,
};

/* A row of data/claims.*.tsv or data/nonclaims.*.tsv. */
struct cd_rule_row {
    const char *id;
    int pass; /* 1 to CD_PASSES */
    const char *pattern;
    const char *makes;    /* name of an action, or why it is no claim */
    const char *example;  /* a sentence in which the row fires */
    const char *expected; /* "text|value|unit", or "not|text" */
};

struct cd_rule_list {
    const struct cd_rule_row *rows;
    size_t count;
};

/* The rows of each language; English has those that all languages share, for
 * patterns are over classes.  nlp/quantity/grammar_rows.c */
extern const struct cd_rule_list cd_rule_lists[];

struct cd_item {
    size_t first, end; /* tokens */
    cd_u128 classes;
    struct cd_term term;
    uint32_t number;   /* index into the work's numbers, or CD_NO_INDEX */
    uint32_t quantity; /* index into the reading's items, or CD_NO_INDEX */
};

/* What a text is worked on with; belongs to a reading. */
struct cd_work {
    const struct cd_lexicon *lexicon;
    struct cd_arena *arena;
    struct cd_str text;
    struct cd_reading *reading;
    struct cd_term *terms; /* the longest at each token */
    struct cd_term *words; /* the same of that token alone: for numbers */
    size_t term_room, word_room;
    struct cd_item *items;
    size_t count, room;
    struct cd_number *numbers;
    size_t number_count, number_room;
    struct cd_quantity *pool; /* all that rows made, merged ones too */
    size_t pool_count, pool_room;
    bool bare;      /* only the numbers are wanted, not what they count */
    uint64_t steps; /* elements compared: for tests of linearity */
};

/* The slots of a match: index of the item, or CD_NO_INDEX. */
enum cd_slot {
    CD_SLOT_NONE,
    CD_SLOT_N, /* numbers */
    CD_SLOT_M,
    CD_SLOT_L,
    CD_SLOT_C, /* currency */
    CD_SLOT_U, /* unit */
    CD_SLOT_P, /* unit behind per */
    CD_SLOT_Q, /* quantities */
    CD_SLOT_R,
    CD_SLOT_W, /* a word */
    CD_SLOT_COUNT
};

struct cd_match {
    const char *id;
    const char *makes;
    size_t from, to; /* items taken: [from, to) */
    size_t slots[CD_SLOT_COUNT];
};

/* Makes the item that takes the place of the match; false: the row does not
 * apply after all.  May raise match->to to take more. */
typedef bool cd_action(struct cd_work *work, struct cd_match *match,
                       struct cd_item *out);

/* NULL if there is none of that name. */
cd_action *cd_action_find(const char *makes);

struct cd_grammar;

/* A newsroom's own rows. */
struct cd_rule_file {
    const char *path; /* for messages */
    struct cd_str text;
};

/* Those of a file (NULL: none), the language's own, and those of all. */
struct cd_grammar *cd_grammar_new(const struct cd_rule_file *rules,
                                  enum cd_language language,
                                  struct cd_error *err);
void cd_grammar_free(struct cd_grammar *grammar);

/* Applies all passes to the items of work. */
void cd_grammar_apply(const struct cd_grammar *grammar, struct cd_work *work);

#endif
