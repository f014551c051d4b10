/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/terminal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_LEAST = 40, WIDTH_USUAL = 80, WIDTH_MOST = 100 };

static const char *const styles[CD_STYLE_COUNT] = {
    [CD_STYLE_PLAIN] = "\033[0m", [CD_STYLE_STRONG] = "\033[1m",
    [CD_STYLE_FAINT] = "\033[2m", [CD_STYLE_KEEP] = "\033[32m",
    [CD_STYLE_DROP] = "\033[31m", [CD_STYLE_NOTE] = "\033[36m",
};

static bool
wants_colour(const char *word, bool is_terminal)
{
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM");

    if (strcmp(word, "auto") != 0)
        return strcmp(word, "always") == 0;
    return is_terminal && (none == NULL || *none == '\0') && term != NULL &&
           strcmp(term, "dumb") != 0;
}

static size_t
columns_of(FILE *file, bool is_terminal)
{
    struct winsize size;

    if (!is_terminal || ioctl(fileno(file), TIOCGWINSZ, &size) != 0 ||
        size.ws_col == 0)
        return WIDTH_USUAL;
    if (size.ws_col < WIDTH_LEAST)
        return WIDTH_LEAST;
    return size.ws_col < WIDTH_MOST ? size.ws_col : WIDTH_MOST;
}

struct cd_terminal
cd_terminal(FILE *file, const char *colour)
{
    bool is_terminal = isatty(fileno(file)) == 1;

    return (struct cd_terminal){ file, is_terminal,
                                 wants_colour(colour, is_terminal),
                                 columns_of(file, is_terminal) };
}

void
cd_terminal_style(const struct cd_terminal *to, enum cd_style style)
{
    if (to->colour)
        fputs(styles[style], to->file);
}

/* Bytes of the character at text: 1 where it is no UTF-8.  *code is its code
 * point. */
static size_t
decode(const char *text, size_t n, uint32_t *code)
{
    unsigned char first = (unsigned char)text[0];
    size_t size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;

    *code = first;
    if (size == 1)
        return 1;
    *code = first & (0xffU >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        if (first < 0xc2 || first > 0xf4 || i >= n ||
            ((unsigned char)text[i] & 0xc0) != 0x80) {
            *code = 0;
            return 1;
        }
        *code = *code << 6 | ((unsigned char)text[i] & 0x3f);
    }
    return size;
}

/* Controls, C1 controls and the characters that turn the direction. */
static bool
is_safe(uint32_t code)
{
    return code >= 0x20 && code != 0x7f && !(code >= 0x80 && code < 0xa0) &&
           !(code >= 0x202a && code <= 0x202e) &&
           !(code >= 0x2066 && code <= 0x2069);
}

static void
put(const struct cd_terminal *to, const char *text, size_t n, uint32_t code)
{
    if (code == '\n' || code == '\t')
        fputc(' ', to->file);
    else if (is_safe(code))
        fwrite(text, 1, n, to->file);
    else
        fputc('?', to->file);
}

/* Characters that do not take one column, in order. */
static const struct {
    uint32_t first, last;
    unsigned columns;
} widths[] = {
    { 0x0300, 0x036F, 0 },   /* combining marks */
    { 0x0483, 0x0489, 0 },   /* Cyrillic ones */
    { 0x0591, 0x05BD, 0 },   /* Hebrew points */
    { 0x064B, 0x065F, 0 },   /* Arabic vowels */
    { 0x0E31, 0x0E31, 0 },   /* Thai signs above and below */
    { 0x0E34, 0x0E3A, 0 },   /* likewise */
    { 0x0E47, 0x0E4E, 0 },   /* likewise */
    { 0x1100, 0x115F, 2 },   /* Hangul */
    { 0x200B, 0x200F, 0 },   /* spaces without width, and what joins */
    { 0x20D0, 0x20F0, 0 },   /* combining marks */
    { 0x2E80, 0x303E, 2 },   /* Han, punctuation */
    { 0x3041, 0xA4CF, 2 },   /* kana, Han, Yi */
    { 0xAC00, 0xD7A3, 2 },   /* Hangul */
    { 0xF900, 0xFAFF, 2 },   /* Han, compatibility */
    { 0xFE00, 0xFE0F, 0 },   /* variants */
    { 0xFE30, 0xFE6F, 2 },   /* full width forms */
    { 0xFF00, 0xFF60, 2 },   /* likewise */
    { 0xFFE0, 0xFFE6, 2 },   /* likewise */
    { 0x1F300, 0x1FAFF, 2 }, /* pictures */
    { 0x20000, 0x3FFFD, 2 }, /* Han, supplementary planes */
};

static size_t
width_of(uint32_t code)
{
    for (size_t i = 0;
         i < sizeof(widths) / sizeof(widths[0]) && code >= widths[i].first;
         i++) {
        if (code <= widths[i].last)
            return widths[i].columns;
    }
    return 1;
}

size_t
cd_terminal_columns(const char *text, size_t n)
{
    size_t columns = 0;
    uint32_t code;

    for (size_t i = 0; i < n; columns += width_of(code))
        i += decode(text + i, n - i, &code);
    return columns;
}

size_t
cd_terminal_text(const struct cd_terminal *to, const char *text, size_t n,
                 size_t columns)
{
    size_t all = cd_terminal_columns(text, n), room = all, done = 0;

    if (all > columns)
        room = columns > 3 ? columns - 3 : 0;
    for (size_t i = 0; i < n;) {
        uint32_t code;
        size_t size = decode(text + i, n - i, &code);

        if (done + width_of(code) > room)
            break;
        done += width_of(code);
        put(to, text + i, size, code);
        i += size;
    }
    if (room == all)
        return done;
    fputs(columns > 3 ? "..." : "", to->file);
    return done + (columns > 3 ? 3 : 0);
}

void
cd_terminal_cell(const struct cd_terminal *to, const char *text, size_t n,
                 size_t columns)
{
    size_t done = cd_terminal_text(to, text, n, columns);

    fprintf(to->file, "%*s", (int)(columns - done), "");
}

static size_t
word_length(const char *text, size_t n)
{
    size_t i = 0;

    while (i < n && text[i] != ' ' && text[i] != '\n')
        i++;
    return i;
}

void
cd_terminal_wrap(const struct cd_terminal *to, const char *text, size_t n,
                 size_t indent, size_t most)
{
    size_t at = 0; /* columns of the present line, 0: not begun */
    size_t i = 0;

    while (i < n && (most == 0 || i < most)) {
        size_t word = word_length(text + i, n - i);
        size_t columns = cd_terminal_columns(text + i, word);

        if (at > 0 && columns > 0 && indent + at + 1 + columns > to->width) {
            fputc('\n', to->file);
            at = 0;
        }
        if (columns > 0) {
            fprintf(to->file, "%*s", at == 0 ? (int)indent : 1, "");
            at +=
                cd_terminal_text(to, text + i, word,
                                 most == 0 || columns < most ? columns : most) +
                (at > 0);
        }
        i += word + (i + word < n);
    }
    if (at > 0)
        fputs(i < n ? " ...\n" : "\n", to->file);
}
