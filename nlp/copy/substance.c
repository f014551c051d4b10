/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/substance.h"

#include "base/ascii.h"
#include "nlp/copy/idf.h"
#include "nlp/copy/slots.h"

enum {
    ROW = 8,         /* words of a clause */
    ROW_PLAIN = 2,   /* of content in it */
    FIGURES = 64,    /* of a text that are looked at */
    SMALL_SHARE = 3, /* a third of the words of any text have no capital */
};

/* Has a word of the text a small letter first, or a later letter that is
 * small?  "NEW YORK" has none. */
static bool
has_small(const struct cd_words *words)
{
    for (uint32_t i = 0; i < words->count; i++) {
        struct cd_str text = cd_words_text(words, i);

        for (size_t k = 0; k < text.n; k++) {
            if (cd_ascii_is_alpha(text.p[k]) && !cd_ascii_is_upper(text.p[k]))
                return true;
        }
    }
    return false;
}

/* In another language, and not a list of names with two words of one between
 * them ("Halm v Sorvik"). */
static bool
is_foreign(const struct cd_words *words)
{
    uint32_t small = 0;

    for (uint32_t i = 0; words->other && i < words->count; i++)
        small +=
            (words->words[i].flags & (CD_WORD_CAPITAL | CD_WORD_NUMBER)) == 0;
    return words->other && small * SMALL_SHARE >= words->count;
}

static bool
is_plain(const struct cd_words *words, uint32_t i)
{
    const struct cd_word *word = &words->words[i];
    double value;

    return (word->flags & (CD_WORD_NAME | CD_WORD_NUMBER)) == 0 &&
           word->figure == CD_WORD_NO_FIGURE && word->weight >= CD_IDF_COMMON &&
           cd_figure_word(cd_words_text(words, i), &value) != CD_FIGURE_TITLE;
}

/* Is the figure, which is no date and no turn, among the first of others? */
static bool
is_shared(const struct cd_figure *figure, const struct cd_words *others)
{
    if (figure->kind != CD_FIGURE_NUMBER && figure->kind != CD_FIGURE_CARDINAL)
        return false;
    for (uint32_t i = 0; i < others->figure_count && i < FIGURES; i++) {
        if (others->figures[i].kind == figure->kind &&
            cd_figure_equal(figure, &others->figures[i]))
            return true;
    }
    return false;
}

unsigned
cd_substance_figures(const struct cd_words *a, const struct cd_words *b)
{
    unsigned n = 0;

    for (uint32_t i = 0; i < a->figure_count && i < FIGURES; i++)
        n += is_shared(&a->figures[i], b);
    return n;
}

unsigned
cd_substance(const struct cd_words *a, const struct cd_words *b,
             unsigned enough)
{
    unsigned n = 0;
    uint32_t last = 0;

    if (is_foreign(a) || is_foreign(b) || !has_small(a) || !has_small(b))
        return enough;
    for (uint32_t i = 0; i < a->count && n < enough; i++) {
        const struct cd_word *word = &a->words[a->order[i]];

        if ((word->flags & CD_WORD_GRAM) != 0)
            return enough;
        if ((n > 0 && word->stem == last) || !is_plain(a, a->order[i]) ||
            !cd_slots_has_stem(b, word->stem))
            continue;
        last = word->stem;
        n++;
    }
    return n;
}

bool
cd_substance_row(const struct cd_alignment *found, const struct cd_words *a)
{
    const struct cd_run *run = found->tiles;
    unsigned plain = 0;

    if (found->tile_count == 0 || run->n < ROW)
        return false;
    for (uint32_t i = run->a; i < run->a + run->n; i++)
        plain += is_plain(a, i);
    return plain >= ROW_PLAIN;
}
