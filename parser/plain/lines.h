/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lines of a plain text, and what of their looks tells whether a line goes
 * on in the next: how wide they are, how they begin, how they end.
 *
 *     struct cd_plain_lines lines = cd_plain_lines(&arena, text);
 *     lines.p[0].width      columns, with what it is indented by
 *
 * Pure; safe on every thread.
 */
#ifndef CD_PARSER_PLAIN_LINES_H
#define CD_PARSER_PLAIN_LINES_H

#include "base/arena.h"

enum {
    /* A line that is wider was not broken to a width: it has this width, and
     * its end was not looked at. */
    CD_PLAIN_WIDE = 140,
};

/* What a line looks like; a set. */
enum cd_plain_trait {
    CD_PLAIN_STOP = 1 << 0,   /* ends a sentence, or with a colon */
    CD_PLAIN_LOWER = 1 << 1,  /* its first word begins in lower case */
    CD_PLAIN_NOCASE = 1 << 2, /* ... with a letter that has no case */
    CD_PLAIN_CAPS = 1 << 3,   /* has letters, and all of them are capitals */
    CD_PLAIN_ROW = 1 << 4,    /* a row of a table: wide gaps */
    CD_PLAIN_ITEM = 1 << 5,   /* begins with the mark of a list item */
    CD_PLAIN_ONE = 1 << 6,    /* a single word, which nothing breaks */
    CD_PLAIN_HYPHEN = 1 << 7, /* ends with a hyphen behind a letter */
};

/* Columns are code points; the wide signs of East Asia take two. */
struct cd_plain_line {
    size_t start;   /* of its text, without the space around it */
    uint32_t n;     /* bytes of it; 0: the line is blank */
    uint8_t quote;  /* bytes of "> > " that it begins with */
    uint8_t depth;  /* number of ">" in them */
    uint8_t indent; /* columns of space before it */
    uint8_t width;  /* columns to its end, at most CD_PLAIN_WIDE */
    uint8_t word;   /* columns of its first word, without the quote marks */
    uint8_t traits; /* enum cd_plain_trait */
};

struct cd_plain_lines {
    struct cd_plain_line *p;
    size_t n;
};

/* The lines of text, valid UTF-8 of less than 4 GiB a line; linear. */
struct cd_plain_lines cd_plain_lines(struct cd_arena *arena,
                                     struct cd_str text);

/* Is this a sign of a script that is written without spaces? */
bool cd_plain_is_unspaced(uint32_t code);

static inline bool
cd_plain_has(const struct cd_plain_line *line, unsigned traits)
{
    return (line->traits & traits) != 0;
}

#endif
