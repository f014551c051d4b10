/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tokens: the words, numbers and signs of a stretch of text.
 *
 *     cd_tokens_read(tokenizer, scratch, &arena, text, window, &tokens, &err);
 *     for (size_t i = 0; i < tokens.count; i++)
 *         use(tokens.items[i].fold);
 *
 * Cut as treebanks of English cut: hyphens stand alone ("three", "-", "year"),
 * "n't", "'s", "'re" come off their word, a number that is glued to letters
 * comes off them ("40", "k"), and letters keep the digits that follow them
 * ("H800").  A number keeps its separators ("1,234.5").  Every byte that is not
 * white space is in exactly one token.
 */
#ifndef CD_NLP_QUANTITY_TOKEN_H
#define CD_NLP_QUANTITY_TOKEN_H

#include "base/arena.h"
#include "base/error.h"
#include "nlp/quantity/language.h"
#include "nlp/quantity/regex.h"

enum cd_token_kind {
    CD_TOKEN_WORD,   /* letters, perhaps with digits behind them */
    CD_TOKEN_NUMBER, /* digits with their separators, or a vulgar fraction */
    CD_TOKEN_SIGN,   /* punctuation or a symbol: one code point */
};

enum {
    CD_TOKEN_SPACED = 1,  /* white space or the start comes before it */
    CD_TOKEN_CAPITAL = 2, /* begins with a capital letter */
    CD_TOKEN_CAPS = 4,    /* has no lower case letter, but a capital one */
    CD_TOKEN_DIGITS = 8,  /* holds a digit */
    CD_TOKEN_BREAK = 16,  /* a line end comes before it */
};

/* What the digits of a number token look like; rows in data/shapes.tsv. */
enum cd_digits {
    CD_DIGITS_NONE,
    CD_DIGITS_INTEGER,
    CD_DIGITS_DECIMAL,
    CD_DIGITS_GROUPED, /* 1,234.5 1.234,5 1 234 567 12,34,567 */
    CD_DIGITS_SCIENTIFIC,
    CD_DIGITS_FRACTION, /* 3/4 and the vulgar fractions: fold is "3/4" */
    CD_DIGITS_ELAPSED,  /* 75:30 */
    CD_DIGITS_CLOCK,
    CD_DIGITS_DATE,
    CD_DIGITS_PHONE,
    CD_DIGITS_VERSION,
    CD_DIGITS_REFERENCE, /* ISBN, address of a machine, heap of digits */
};

struct cd_token {
    struct cd_span span; /* in the text */
    struct cd_str fold;  /* lower case, typewriter apostrophe; of a number its
                            value as ASCII: "1234.5" */
    const char *rule;    /* id of the row of data/shapes.tsv, or NULL */
    uint8_t kind;        /* enum cd_token_kind */
    uint8_t flags;       /* CD_TOKEN_SPACED ... */
    uint8_t digits;      /* enum cd_digits */
};

struct cd_tokens {
    struct cd_token *items;
    size_t count, room;
};

/* The compiled shapes, const once built; and what a thread needs to match. */
struct cd_tokenizer;

struct cd_tokenizer *cd_tokenizer_new(enum cd_language language,
                                      struct cd_error *err);
void cd_tokenizer_free(struct cd_tokenizer *tokenizer);

/*
 * The tokens of text[window] into *out, whose memory is used again.  Folded
 * forms live in the arena.  Linear in the window.
 */
enum cd_status cd_tokens_read(const struct cd_tokenizer *tokenizer,
                              struct cd_regex_scratch *scratch,
                              struct cd_arena *arena, struct cd_str text,
                              struct cd_span window, struct cd_tokens *out,
                              struct cd_error *err);

static inline bool
cd_token_is(const struct cd_token *token, const char *fold)
{
    return cd_str_is(token->fold, fold);
}

#endif
