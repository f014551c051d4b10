/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/plain/figures.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum {
    ROW_BYTES_MIN = 6, /* neither is a shorter one */
    ROW_BYTES = 600,   /* a longer block is no row */
    ROW_FIGURES = 2,
    ROW_WORDS = 6, /* at most so many words a figure */
    ROW_ALONE = 3, /* figures that make a row without another beside it, */
    ROW_DENSE = 4, /* at so many words a figure */
};

static bool
is_money(uint32_t code)
{
    return code == '$' || code == '%' || (code >= 0xA2 && code <= 0xA5) ||
           (code >= 0x20A0 && code <= 0x20CF);
}

/* Behind the digits that begin at at: "1,300.5"; counts its marks. */
static size_t
number_end(struct cd_str text, size_t at, unsigned *commas, unsigned *dots)
{
    *commas = *dots = 0;
    for (; at < text.n; at++) {
        char c = text.p[at];

        if (cd_ascii_is_digit(c))
            continue;
        if ((c != ',' && c != '.') || at + 1 >= text.n ||
            !cd_ascii_is_digit(text.p[at + 1]))
            break;
        *(c == ',' ? commas : dots) += 1;
    }
    return at;
}

/* Does what stands behind a number say that it counts something? */
static bool
is_counted(struct cd_str text, size_t at)
{
    uint32_t code;

    if (at < text.n && text.p[at] == ' ')
        at++;
    if (at >= text.n)
        return false;
    code = cd_utf8_next(text, &at);
    return is_money(code) ||
           (cd_utf8_is_letter(code) && !cd_utf8_is_upper(code));
}

static bool
is_figure(struct cd_str text, size_t start, size_t end, unsigned commas,
          unsigned dots)
{
    size_t before;

    if (dots > 1 && commas == 0)
        return false; /* a date or an address */
    if (commas + dots > 0 || is_counted(text, end))
        return true;
    return start > 0 && is_money(cd_utf8_before(text, start, &before));
}

unsigned
cd_plain_figures(struct cd_str text)
{
    unsigned n = 0, commas, dots;

    for (size_t at = 0, end; at < text.n; at = end) {
        end = at + 1;
        if (!cd_ascii_is_digit(text.p[at]))
            continue;
        end = number_end(text, at, &commas, &dots);
        if (at == 0 || !cd_ascii_is_alnum(text.p[at - 1]))
            n += is_figure(text, at, end, commas, dots);
    }
    return n;
}

/* Figures in a block, if it is not prose: no sentence ends in it. */
static unsigned
row_figures(struct cd_str text, unsigned words_each)
{
    unsigned words = 1, n;

    if (text.n < ROW_BYTES_MIN || text.n > ROW_BYTES ||
        text.p[text.n - 1] == '.')
        return 0;
    for (size_t i = 0; i + 1 < text.n; i++) {
        words += text.p[i] == ' ';
        if (text.p[i] == '.' && text.p[i + 1] == ' ')
            return 0;
    }
    n = cd_plain_figures(text);
    return n >= ROW_FIGURES && n * words_each >= words ? n : 0;
}

bool
cd_plain_is_row(const struct cd_doc *doc, size_t i)
{
    const struct cd_block *block = &doc->blocks[i];

    if (row_figures(block->text, ROW_WORDS) == 0)
        return false;
    return row_figures(block->text, ROW_DENSE) >= ROW_ALONE ||
           (i > 0 && row_figures(block[-1].text, ROW_WORDS) > 0) ||
           (i + 1 < doc->block_count &&
            row_figures(block[1].text, ROW_WORDS) > 0);
}
