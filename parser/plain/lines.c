/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/plain/lines.h"

#include "base/ascii.h"
#include "base/list_mark.h"
#include "base/utf8.h"
#include "parser/judge/measure.h"

enum {
    TAB = 8,
    WIDE_GAP = 5, /* spaces: one such gap makes a row of a table, */
    GAP = 3,      /* or two of these */
    CAPS_LETTERS = 3,
    QUOTE_MAX = 60,
};

/* The end of the line that begins at from; *next is the start of the next. */
static size_t
line_end(struct cd_str text, size_t from, size_t *next)
{
    size_t at = from;

    while (at < text.n && text.p[at] != '\n' && text.p[at] != '\r' &&
           text.p[at] != '\f' && text.p[at] != '\v')
        at++;
    *next = at + 1;
    if (at + 1 < text.n && text.p[at] == '\r' && text.p[at + 1] == '\n')
        *next = at + 2;
    return at;
}

static size_t
count_lines(struct cd_str text)
{
    size_t n = 0;

    for (size_t at = 0; at < text.n; n++)
        line_end(text, at, &at);
    return n;
}

bool
cd_plain_is_unspaced(uint32_t code)
{
    return (code >= 0x2E80 && code < 0xAC00) ||
           (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFF00 && code <= 0xFFEF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

static unsigned
columns_of(uint32_t code)
{
    if (code < 0x300)
        return 1;
    if (cd_utf8_is_mark(code))
        return 0;
    return 1 +
           (cd_plain_is_unspaced(code) || (code >= 0xAC00 && code <= 0xD7AF));
}

static bool
ends_sentence(uint32_t code)
{
    enum cd_end end = cd_measure_end(code, CD_END_OPEN);

    return end == CD_END_STOP || end == CD_END_ELLIPSIS || end == CD_END_COLON;
}

/* Quotation marks and brackets, which hide neither a stop behind them nor a
 * letter before them. */
static bool
is_bracket(uint32_t code)
{
    return code == '"' || code == '\'' || code == '(' || code == ')' ||
           code == '[' || code == ']' || code == '*' || code == '_' ||
           code == 0xAB || code == 0xBB || (code >= 0x2018 && code <= 0x201F) ||
           (code >= 0x3008 && code <= 0x3011) || code == 0xFF08 ||
           code == 0xFF09;
}

/* A line as it is being looked at, code point by code point. */
struct look {
    unsigned column, spaces, gaps;
    unsigned upper, lower;
    uint32_t last, before_last; /* brackets aside */
    bool in_word;               /* the first one */
    bool begun;                 /* a letter or digit was seen */
    bool apart;                 /* a space is before the last one */
};

static void
end_gap(struct look *look)
{
    look->gaps += look->spaces >= WIDE_GAP ? 2 : look->spaces >= GAP;
    look->spaces = 0;
}

static void
add_letter(struct cd_plain_line *line, struct look *look, uint32_t code)
{
    bool upper = cd_utf8_is_upper(code);
    bool lower = !upper && (code < 0x250 || (code >= 0x370 && code < 0x590) ||
                            (code >= 0x1E00 && code < 0x2000));

    look->upper += upper;
    look->lower += lower;
    if (look->begun)
        return;
    if (lower)
        line->traits |= CD_PLAIN_LOWER;
    else if (!upper)
        line->traits |= CD_PLAIN_NOCASE;
}

/* The first word ends at a space, and behind a sign that needs none. */
static void
follow_word(struct cd_plain_line *line, struct look *look, uint32_t code)
{
    if (!look->in_word)
        return;
    if (cd_utf8_is_space(code)) {
        look->in_word = false;
        return;
    }
    line->word = (uint8_t)(look->column - line->indent);
    if (cd_plain_is_unspaced(code))
        look->in_word = false;
}

static void
look_at(struct cd_plain_line *line, struct look *look, uint32_t code)
{
    look->column += columns_of(code);
    follow_word(line, look, code);
    if (code == '\t')
        look->gaps += 2;
    if (cd_utf8_is_space(code)) {
        look->spaces++;
        return;
    }
    look->apart = look->spaces > 0;
    if (look->apart || cd_plain_is_unspaced(code))
        line->traits &= (uint8_t)~CD_PLAIN_ONE;
    end_gap(look);
    if (is_bracket(code))
        return;
    if (cd_utf8_is_letter(code))
        add_letter(line, look, code);
    look->begun = true;
    look->before_last = look->last;
    look->last = code;
}

static void
note_end(struct cd_plain_line *line, const struct look *look)
{
    if (ends_sentence(look->last))
        line->traits |= CD_PLAIN_STOP;
    if ((look->last == '-' || look->last == 0x2010) && !look->apart &&
        cd_utf8_is_letter(look->before_last))
        line->traits |= CD_PLAIN_HYPHEN;
    if (look->gaps > 1)
        line->traits |= CD_PLAIN_ROW;
    if (look->upper >= CAPS_LETTERS && look->lower == 0)
        line->traits |= CD_PLAIN_CAPS;
}

/* Looks at the text of a line behind its quote marks. */
static void
measure(struct cd_str text, struct cd_plain_line *line)
{
    struct cd_str view =
        cd_str_sub(text, line->start + line->quote, line->start + line->n);
    struct look look = { .column = line->indent, .in_word = true };

    line->traits = CD_PLAIN_ONE;
    if (cd_list_mark(view) > 0)
        line->traits |= CD_PLAIN_ITEM;
    for (size_t at = 0; at < view.n;) {
        look_at(line, &look, cd_utf8_next(view, &at));
        if (look.column >= CD_PLAIN_WIDE) {
            line->width = CD_PLAIN_WIDE;
            return;
        }
    }
    line->width = (uint8_t)look.column;
    note_end(line, &look);
}

/* "> > text" */
static void
skip_quote(struct cd_str text, struct cd_plain_line *line)
{
    size_t at = 0, end = 0;

    for (; at < line->n && at < QUOTE_MAX; at++) {
        char c = text.p[line->start + at];

        if (c == '>') {
            line->depth++;
            end = at + 1;
        } else if (c != ' ')
            break;
    }
    if (end > 0 && at < line->n && at < QUOTE_MAX)
        end = at;
    line->quote = (uint8_t)end;
}

static unsigned
indent_after(unsigned indent, uint32_t code)
{
    if (code == '\t')
        indent += TAB - indent % TAB;
    else
        indent += columns_of(code);
    return indent < CD_PLAIN_WIDE ? indent : CD_PLAIN_WIDE;
}

static struct cd_plain_line
look(struct cd_str text, size_t start, size_t end)
{
    struct cd_plain_line line = { .start = start };
    unsigned indent = 0;
    size_t at;

    for (at = start; at < end; line.start = at) {
        uint32_t code = cd_utf8_next(text, &at);

        if (!cd_utf8_is_space(code))
            break;
        indent = indent_after(indent, code);
    }
    while (end > line.start) {
        if (!cd_utf8_is_space(cd_utf8_before(text, end, &at)))
            break;
        end = at;
    }
    line.n = (uint32_t)(end - line.start);
    line.indent = (uint8_t)indent;
    if (line.n > 0) {
        skip_quote(text, &line);
        measure(text, &line);
    }
    return line;
}

struct cd_plain_lines
cd_plain_lines(struct cd_arena *arena, struct cd_str text)
{
    struct cd_plain_lines lines = { 0 };
    size_t room = count_lines(text);

    lines.p = cd_arena_room(arena, room + 1, sizeof *lines.p);
    for (size_t at = 0, next; at < text.n; at = next) {
        size_t end = line_end(text, at, &next);

        lines.p[lines.n++] = look(text, at, end);
    }
    return lines;
}
