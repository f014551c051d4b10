/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/verdict.h"

#include "parser/page/meta_words.h"

enum {
    BIO_BEGIN = 30, /* bytes, where a note on the author has the name */
    BIO_WORDS = 8,  /* of one that no byline is above */
};

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

/* The first name of the page's byline, or empty if it is one word. */
static struct cd_str
first_author(const struct cd_trial *trial)
{
    struct cd_str name = trial->doc->meta.byline.value;
    size_t comma, joined, end;

    if (name.n == 0)
        return name;
    comma = cd_str_find(name, CD_STR(", "), 0);
    joined = cd_str_find(name, CD_STR(" and "), 0);
    end = comma < joined ? comma : joined;
    name.n = end < name.n ? end : name.n;
    if (memchr(name.p, ' ', name.n) == NULL)
        name.n = 0;
    return name;
}

/* "Ana Reyes is a reporter of ours", as the last of the text and below no
 * heading that would make it a part of the article. */
static bool
is_last_note(const struct cd_trial *trial, size_t last)
{
    const struct cd_block *block = &trial->doc->blocks[last];
    struct cd_str name = first_author(trial);

    return name.n > 0 && block->kind == CD_BLOCK_PARAGRAPH &&
           trial->outline.pieces[last].measure.words >= BIO_WORDS &&
           cd_str_starts(block->text, name) && block->text.n > name.n &&
           (block->text.p[name.n] == ' ' || block->text.p[name.n] == ',') &&
           block[-1].kind != CD_BLOCK_HEADING &&
           cd_str_find(trial->doc->meta.title.value, name, 0) == SIZE_MAX;
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
    if (is_last_note(trial, last)) {
        cd_drop(trial, last, CD_STR("byline:bio"));
        return;
    }
    above = trial->outline.pieces[last - 1].phrase;
    if (above != NULL && above->kind == CD_PHRASE_BYLINE &&
        blocks[last].score < CD_SURE &&
        names_author(blocks[last - 1].text, blocks[last].text))
        cd_drop(trial, last, CD_STR("byline:bio"));
}
