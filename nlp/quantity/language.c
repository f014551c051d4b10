/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The language of a text, by its words: each common word speaks for the
 * languages that have it, by the logarithm of its share there; the tag speaks
 * as loud as three or four words.  What no language wins stays with its tag,
 * and is English without one.  A text in sentences with few of the winner's
 * words is in a language that the table does not have.
 */
#include "nlp/quantity/language.h"

#include "base/language.h"

enum {
    OTHER = CD_LANGUAGE_COUNT, /* languages from here on have no rules */

    TAG = 250,           /* weight of a tag */
    UNTAGGED = 70,       /* of English without one */
    MARGIN = 50,         /* by which a language wins */
    PROSE_WORDS = 25,    /* words in small letters that make a text prose, */
    PROSE_KINDS = 20,    /* so many of them different, */
    PROSE_PERCENT = 60,  /* where so many of its words are */
    COMMON_PERCENT = 20, /* of them are common words in any language */
    NUMBERS = 6,         /* of a table at least, */
    TABLE = 8,           /* with fewer words to each */
};

const struct cd_language_style cd_languages[] = {
    [CD_LANGUAGE_EN] = { "en", false, false, false, false },
    [CD_LANGUAGE_DE] = { "de", true, false, true, true },
    [CD_LANGUAGE_FR] = { "fr", true, true, false, false },
    [CD_LANGUAGE_ES] = { "es", true, false, false, false },
};

/* Is it prose with hardly a common word of the language in it? */
static bool
is_unknown(const struct cd_language_count *count, int language)
{
    return count->small >= PROSE_WORDS && count->kinds >= PROSE_KINDS &&
           count->small * 100 >= count->words * PROSE_PERCENT &&
           count->common[language] * 100 < count->small * COMMON_PERCENT;
}

/* "Net 807,000 vs 2,858,000": what its few words are says nothing. */
static bool
is_table(const struct cd_language_count *count)
{
    return count->numbers >= NUMBERS && count->words < TABLE * count->numbers;
}

/* The language that wins, those without rules as one; where none does, that
 * of the tag. */
static int
winner(const struct cd_language_count *count, int tag)
{
    int32_t scores[OTHER + 1] = { 0 };
    int best = 0;
    bool wins = true;

    for (int i = 0; i < CD_LANGUAGES_MAX; i++) {
        int32_t *score = &scores[i < OTHER ? i : OTHER];

        if (count->score[i] > *score)
            *score = count->score[i];
    }
    for (int i = 1; i <= OTHER; i++)
        if (scores[i] > scores[best])
            best = i;
    for (int i = 0; i <= OTHER; i++)
        wins &= i == best || scores[best] - scores[i] >= MARGIN;
    return wins ? best : tag;
}

enum cd_language
cd_language_of(struct cd_str tag, struct cd_str text)
{
    struct cd_language_count count = { 0 };
    int language = cd_language_declared(tag), best;

    if (language >= 0) {
        count.score[language] += TAG;
    } else {
        language = CD_LANGUAGE_EN;
        count.score[language] += UNTAGGED;
    }
    cd_language_read(&count, text);
    if (count.other > count.latin)
        return CD_LANGUAGE_NONE;
    best = winner(&count, language);
    if (best < OTHER && !is_unknown(&count, best))
        return (enum cd_language)best;
    return language < OTHER && is_table(&count) ? (enum cd_language)language
                                                : CD_LANGUAGE_NONE;
}
