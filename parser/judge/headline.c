/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The headline that a page shows more than once: for narrow screens, above the
 * picture, with the paper's name.
 */
#include "base/utf8.h"
#include "parser/judge/verdict.h"

enum {
    WITHIN = 12,       /* blocks behind the headline */
    PROSE = 1,         /* of text in between, at most */
    TITLE_SHARE = 900, /* thousandths of a headline's words in the title */
    WORDS = 3,         /* fewer may be a label */
    TAIL = 100,        /* bytes behind a separator; more are no paper's name */
};

/* Does a separator stand in what is between two words: "” | " */
static bool
is_separated(struct cd_str rest)
{
    static const struct cd_str separators[] = {
        { "|", 1 }, { ": ", 2 }, { " - ", 3 }, { "–", 3 }, { "—", 3 },
    };
    bool found = false;
    size_t end = 0;

    if (cd_utf8_next_sign(rest, &end) == 0)
        return false;
    rest.n = end;
    for (size_t i = 0; i < CD_COUNT(separators) && !found; i++)
        found = cd_str_find(rest, separators[i], 0) != SIZE_MAX;
    return found;
}

/* The same letters and digits; or other and then a separator and a little more:
 * "Ferry returns - with it come ..." is text. */
static bool
says_again(struct cd_str text, struct cd_str other)
{
    size_t at = 0, of = 0;

    for (;;) {
        uint32_t code = cd_utf8_next_sign(other, &of);

        if (code == 0)
            break;
        if (cd_utf8_next_sign(text, &at) != code)
            return false;
    }
    of = at;
    return cd_utf8_next_sign(text, &of) == 0 ||
           (text.n - at <= TAIL && is_separated(cd_str_sub(text, at, text.n)));
}

static bool
is_headline(const struct cd_trial *trial, size_t i)
{
    const struct cd_piece *piece = &trial->outline.pieces[i];

    return trial->doc->blocks[i].kind == CD_BLOCK_HEADING &&
           piece->measure.words >= WORDS &&
           (trial->doc->blocks[i].level == 1 ||
            piece->title_share >= TITLE_SHARE);
}

/* The headline that stays before all text but the lead, or trial->n. */
static size_t
first_headline(const struct cd_trial *trial)
{
    for (size_t i = 0; i < trial->n; i++) {
        if (!trial->doc->blocks[i].keep)
            continue;
        if (is_headline(trial, i))
            return i;
        if (trial->outline.pieces[i].prose &&
            !cd_str_is(trial->doc->blocks[i].reason, "lead"))
            break;
    }
    return trial->n;
}

void
cd_cut_headlines(struct cd_trial *trial)
{
    const struct cd_block *blocks = trial->doc->blocks;
    size_t first = first_headline(trial), prose = 0;

    for (size_t i = first + 1;
         i < trial->n && i <= first + WITHIN && prose <= PROSE; i++) {
        prose += blocks[i].keep && trial->outline.pieces[i].prose;
        if (blocks[i].keep && trial->outline.pieces[i].measure.words >= WORDS &&
            (blocks[i].kind == CD_BLOCK_HEADING ||
             blocks[i].kind == CD_BLOCK_PARAGRAPH) &&
            (says_again(blocks[i].text, blocks[first].text) ||
             says_again(blocks[first].text, blocks[i].text)))
            cd_drop(trial, i, CD_STR("headline:again"));
    }
}
