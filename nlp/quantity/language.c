/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/language.h"

#include "base/ascii.h"
#include "base/sorted.h"

struct cd_language_word {
    const char *form;
    enum cd_language language;
};

#include "nlp/quantity/language.inc"

enum {
    GUESS_WORDS = 80, /* of a text that are looked at */
    GUESS_LEAST = 3,  /* words that name a language */
};

const struct cd_language_style cd_languages[] = {
    [CD_LANGUAGE_EN] = { "en", false, false, false, false },
    [CD_LANGUAGE_DE] = { "de", true, false, true, true },
    [CD_LANGUAGE_FR] = { "fr", true, true, false, false },
    [CD_LANGUAGE_ES] = { "es", true, false, false, false },
};

/* The language of a tag, or CD_LANGUAGE_COUNT. */
static enum cd_language
declared(struct cd_str tag)
{
    int language = CD_LANGUAGE_COUNT;

    for (int i = 0; i < CD_LANGUAGE_COUNT && tag.n >= 2; i++)
        if (cd_ascii_lower(tag.p[0]) == cd_languages[i].tag[0] &&
            cd_ascii_lower(tag.p[1]) == cd_languages[i].tag[1] &&
            (tag.n == 2 || tag.p[2] == '-' || tag.p[2] == '_'))
            language = i;
    return (enum cd_language)language;
}

/* In any case of an ASCII letter; longer words are none of the common ones. */
static int
language_of_word(struct cd_str word)
{
    static const uint16_t pairs[] = CD_LANGUAGE_WORD_PAIRS;
    static const struct cd_sorted words =
        CD_SORTED(cd_language_word_table, pairs);
    char lower[CD_LANGUAGE_WORD_KEY_MAX];
    size_t row;

    if (word.n > sizeof(lower))
        return -1;
    for (size_t i = 0; i < word.n; i++)
        lower[i] = cd_ascii_lower(word.p[i]);
    row = cd_sorted_find(&words, (struct cd_str){ lower, word.n });
    return row < words.count ? (int)cd_language_word_table[row].language : -1;
}

static bool
in_word(char c)
{
    return cd_ascii_is_alpha(c) || (unsigned char)c >= 0x80;
}

static enum cd_language
guess(struct cd_str text)
{
    size_t counts[CD_LANGUAGE_COUNT] = { 0 }, words = 0;
    int best = CD_LANGUAGE_EN;

    for (size_t at = 0; at < text.n && words < GUESS_WORDS;) {
        size_t end = at;
        int language;

        while (end < text.n && in_word(text.p[end]))
            end++;
        if (end == at) {
            at++;
            continue;
        }
        language = language_of_word(cd_str_sub(text, at, end));
        if (language >= 0)
            counts[language]++;
        words++;
        at = end;
    }
    for (int i = 0; i < CD_LANGUAGE_COUNT; i++)
        if (counts[i] > counts[best])
            best = i;
    if (counts[best] >= GUESS_LEAST ||
        /* a sentence or two */
        (counts[best] >= 2 && counts[CD_LANGUAGE_EN] == 0 &&
         counts[best] * 4 >= words))
        return (enum cd_language)best;
    return CD_LANGUAGE_EN;
}

enum cd_language
cd_language_of(struct cd_str tag, struct cd_str text)
{
    enum cd_language language = declared(tag);

    return language != CD_LANGUAGE_COUNT ? language : guess(text);
}
