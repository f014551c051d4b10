/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/verdict.h"

#include "parser/page/meta_words.h"

enum { BIO_BEGIN = 30 }; /* bytes, where a note on the author has the name */

/* "By Ana Reyes" and then "Ana Reyes is a reporter": does the text begin with
 * the name? */
static bool
names_author(struct cd_str byline, struct cd_str text)
{
    struct cd_word_set name, begin;
    size_t by = cd_str_find(byline, CD_STR(" "), 0);

    if (by == SIZE_MAX)
        return false;
    cd_word_set_of(&name, cd_str_sub(byline, by, byline.n));
    cd_word_set_of(
        &begin, cd_str_sub(text, 0, text.n < BIO_BEGIN ? text.n : BIO_BEGIN));
    return cd_word_set_shared(&name, &begin) > 0;
}

void
cd_cut_bio(struct cd_trial *trial)
{
    const struct cd_block *blocks = trial->doc->blocks;
    const struct cd_phrase *above;
    size_t first = 0, last = trial->n;

    while (first < trial->n && !blocks[first].keep)
        first++;
    while (last > first + 1 && !blocks[last - 1].keep)
        last--;
    if (last <= first + 1)
        return;
    last--;
    above = trial->outline.pieces[last - 1].phrase;
    if (above != NULL && above->kind == CD_PHRASE_BYLINE &&
        blocks[last].score < CD_SURE &&
        names_author(blocks[last - 1].text, blocks[last].text))
        cd_drop(trial, last, CD_STR("byline:bio"));
}
