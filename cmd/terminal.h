/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text for people: width, colour and wrapping of one stream.
 *
 *     struct cd_terminal out = cd_terminal(stdout, "auto");
 *     cd_terminal_style(&out, CD_STYLE_KEEP);
 *     cd_terminal_wrap(&out, text, n, 4, 0);    lines indented by 4 columns
 *     cd_terminal_style(&out, CD_STYLE_PLAIN);
 *
 * Text of pages never reaches a terminal raw: control characters, which could
 * move the cursor or turn the writing direction, are shown as "?".
 */
#ifndef CD_CMD_TERMINAL_H
#define CD_CMD_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum cd_style {
    CD_STYLE_PLAIN,
    CD_STYLE_STRONG,
    CD_STYLE_FAINT,
    CD_STYLE_KEEP,
    CD_STYLE_DROP,
    CD_STYLE_NOTE,
    CD_STYLE_COUNT
};

struct cd_terminal {
    FILE *file;
    bool is_terminal;
    bool colour;
    size_t width; /* columns, at least 40 */
};

/* colour: "auto", "always" or "never"; auto is a terminal that is not "dumb",
 * where NO_COLOR is not set. */
struct cd_terminal cd_terminal(FILE *file, const char *colour);

/* Nothing where there is no colour. */
void cd_terminal_style(const struct cd_terminal *to, enum cd_style style);

/* Columns that the text takes: two for a character of Chinese, Japanese and
 * Korean, none for a combining mark. */
size_t cd_terminal_columns(const char *text, size_t n);

/* Bytes of text made safe; at most columns of them, cut with "...".  Returns
 * the columns written. */
size_t cd_terminal_text(const struct cd_terminal *to, const char *text,
                        size_t n, size_t columns);

/* The same, then spaces up to columns. */
void cd_terminal_cell(const struct cd_terminal *to, const char *text, size_t n,
                      size_t columns);

/* Text broken into lines at spaces, each after indent spaces, and ended by
 * "..." after most bytes (0: never). */
void cd_terminal_wrap(const struct cd_terminal *to, const char *text, size_t n,
                      size_t indent, size_t most);

#endif
