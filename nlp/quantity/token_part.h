/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files of the tokenizer share: private to nlp/quantity/token*.c and
 * tests/check_shape.c.
 */
#ifndef CD_NLP_QUANTITY_TOKEN_PART_H
#define CD_NLP_QUANTITY_TOKEN_PART_H

#include "nlp/quantity/token.h"

enum cd_decimal_mark { CD_MARK_POINT, CD_MARK_COMMA };
enum cd_digits_used { CD_USED_ALWAYS, CD_USED_POINT, CD_USED_COMMA };

/* A row of data/shapes.tsv, for nlp/quantity/shapes.inc. */
struct cd_digits_row {
    const char *id, *pattern;
    enum cd_digits shape;
    enum cd_decimal_mark decimal;
    enum cd_digits_used used;
};

struct cd_tokenizer {
    struct cd_regex *shapes;
    const struct cd_language_style *style;
};

/* One reading: what the functions of the files share. */
struct cd_scan {
    const struct cd_tokenizer *tokenizer;
    struct cd_regex_scratch *scratch;
    struct cd_arena *arena;
    struct cd_str text;
    size_t at, end;
    char *lower; /* text[window] with ASCII letters in lower case */
    size_t base; /* where the window begins */
    struct cd_tokens *out;
    uint8_t flags; /* of the token to come */
};

/* Adds the token that begins at s->at and ends at end. */
void cd_scan_add(struct cd_scan *s, size_t end, enum cd_token_kind kind,
                 struct cd_str fold);

/* text[start, end) with its ASCII letters in lower case. */
struct cd_str cd_scan_lower(const struct cd_scan *s, size_t start, size_t end);

/* Is more of a number behind at, so that a shape that ends here is cut? */
bool cd_scan_goes_on(struct cd_str text, size_t at);

/* Reads the word at s->at. */
void cd_scan_word(struct cd_scan *s);

#endif
