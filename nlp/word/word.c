/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/word/word.h"

#include "base/ascii.h"
#include "base/sorted.h"
#include "base/u128.h"

struct cd_word {
    const char *form;
    enum cd_word_class class;
    const char *value;
};

struct cd_verb {
    const char *form, *lemma, *participle;
};

#include "nlp/word/verb_rows.inc"
#include "nlp/word/word_rows.inc"

enum { STEM_MAX = 32 };

_Static_assert(CD_WORD_CLASS_COUNT <= 128, "a mask of classes has 128 bits");

/* Endings and what a base form may have in their place. */
static const struct {
    struct cd_str ending, base;
} endings[] = {
    { { "ies", 3 }, { "y", 1 } }, { { "ied", 3 }, { "y", 1 } },
    { { "es", 2 }, { "", 0 } },   { { "s", 1 }, { "", 0 } },
    { { "ed", 2 }, { "", 0 } },   { { "ed", 2 }, { "e", 1 } },
    { { "ing", 3 }, { "", 0 } },  { { "ing", 3 }, { "e", 1 } },
};

static const uint16_t word_pairs[] = CD_WORD_PAIRS;
static const cd_u128 word_masks[] = CD_WORD_MASKS;
static const uint16_t verb_pairs[] = CD_VERB_PAIRS;
static const struct cd_sorted words = CD_SORTED(cd_word_table, word_pairs);
static const struct cd_sorted verbs = CD_SORTED(cd_verb_table, verb_pairs);

static const char *
exact(struct cd_str key, enum cd_word_class class)
{
    size_t row = cd_sorted_first(&words, key);

    for (; cd_sorted_is(&words, row, key); row++)
        if (cd_word_table[row].class == class)
            return cd_word_table[row].value;
    return NULL;
}

static const struct cd_verb *
irregular(struct cd_str key)
{
    size_t row = cd_sorted_find(&verbs, key);

    return row < verbs.count ? &cd_verb_table[row] : NULL;
}

/* "dropp" of "dropping": the last letter is doubled. */
static bool
doubled(struct cd_str stem)
{
    return stem.n > 3 && stem.p[stem.n - 1] == stem.p[stem.n - 2];
}

/* Does a stem of n bytes take "es": "reaches", "goes"? */
static bool
hisses(struct cd_str fold, size_t n)
{
    char last = fold.p[n - 1];

    return last == 's' || last == 'x' || last == 'z' || last == 'h' ||
           last == 'o';
}

/* May a word that begins as fold does have a row of that class? */
static bool
may_be(struct cd_str fold, enum cd_word_class class)
{
    return (word_masks[cd_sorted_pair(fold)] >> class & 1) != 0;
}

/* The value of the word that fold is a regular form of, or NULL. */
static const char *
by_ending(struct cd_str fold, enum cd_word_class class)
{
    const char *value = NULL;

    for (size_t i = 0; i < CD_COUNT(endings) && value == NULL; i++) {
        char stem[STEM_MAX + 1];
        size_t n;

        if (fold.n < endings[i].ending.n + 2 ||
            !cd_str_ends(fold, endings[i].ending))
            continue;
        n = fold.n - endings[i].ending.n;
        if (cd_str_is(endings[i].ending, "es") && !hisses(fold, n))
            continue; /* "planes" is not of "plan" */
        memcpy(stem, fold.p, n);
        memcpy(stem + n, endings[i].base.p, endings[i].base.n);
        n += endings[i].base.n;
        value = exact((struct cd_str){ stem, n }, class);
        if (value == NULL && doubled((struct cd_str){ stem, n }))
            value = exact((struct cd_str){ stem, n - 1 }, class);
    }
    return value;
}

const char *
cd_word_value(struct cd_str fold, enum cd_word_class class)
{
    bool possible = may_be(fold, class);
    const char *value = possible ? exact(fold, class) : NULL;
    const struct cd_verb *verb;

    if (value != NULL || fold.n >= STEM_MAX)
        return value;
    verb = irregular(fold);
    if (verb != NULL)
        return exact(cd_str_of(verb->lemma), class);
    return possible ? by_ending(fold, class) : NULL;
}

bool
cd_word_is_superlative(struct cd_str fold)
{
    static const char *const forms[] = { "best", "worst", "most", "least",
                                         "record" };

    return (fold.n > 5 && cd_str_ends(fold, CD_STR("est"))) ||
           cd_str_among(fold, forms, CD_COUNT(forms));
}

bool
cd_verb_is_past(struct cd_str fold)
{
    static const char *const nouns[] = { "rose", "saw",   "lay",
                                         "shot", "spoke", "wound" };
    const struct cd_verb *verb = irregular(fold);

    if (verb == NULL || cd_str_is(fold, verb->lemma) ||
        cd_str_is(fold, verb->participle) || cd_str_ends(fold, CD_STR("g")) ||
        cd_str_ends(fold, CD_STR("s")))
        return false;
    if (cd_str_among(fold, nouns, CD_COUNT(nouns)))
        return false;
    return true;
}

bool
cd_verb_is_bent(struct cd_str fold)
{
    const struct cd_verb *verb = irregular(fold);

    return verb != NULL && !cd_str_is(fold, verb->lemma);
}

bool
cd_verb_is_constant(struct cd_str fold)
{
    const struct cd_verb *verb = irregular(fold);

    return verb != NULL && cd_str_is(fold, verb->lemma) &&
           cd_str_is(fold, verb->participle);
}

bool
cd_verb_is_auxiliary(struct cd_str fold)
{
    static const char *const forms[] = {
        "be",    "is",    "are",    "was",  "were",   "been",    "being",
        "am",    "have",  "has",    "had",  "having", "do",      "does",
        "did",   "will",  "would",  "can",  "could",  "may",     "might",
        "must",  "shall", "should", "'s",   "'re",    "'ve",     "'ll",
        "'d",    "'m",    "ca",     "wo",   "get",    "got",     "ai",
        "ought", "used",  "need",   "dare", "gets",   "getting", "s"
    };

    return cd_str_among(fold, forms, CD_COUNT(forms));
}

/* Is there a verb before the "ing": "using", but "bring", "king"? */
static bool
is_ing(struct cd_str fold)
{
    if (fold.n < 5 || !cd_str_ends(fold, CD_STR("ing")))
        return false;
    for (size_t i = 0; i < fold.n - 3; i++)
        if (strchr("aeiouy", fold.p[i]) != NULL)
            return true;
    return false;
}

/* "sell" of "sells" and "selling", at least for the eye of a table. */
static struct cd_str
strip(struct cd_str fold)
{
    static const char *const hissing[] = { "ches", "shes", "sses", "xes" };

    if (is_ing(fold))
        return cd_str_sub(fold, 0, fold.n - 3);
    for (size_t i = 0; i < CD_COUNT(hissing); i++)
        if (cd_str_ends(fold, cd_str_of(hissing[i])))
            return cd_str_sub(fold, 0, fold.n - 2);
    if (cd_str_ends(fold, CD_STR("s")) && !cd_str_ends(fold, CD_STR("ss")) &&
        fold.n > 3)
        return cd_str_sub(fold, 0, fold.n - 1);
    return fold;
}

/* The verb of a form in "ing", or NULL if it is regular: done of "doing", made
 * of "making", won of "winning". */
static const struct cd_verb *
irregular_ing(struct cd_str fold)
{
    char word[32];
    size_t n = fold.n - 3;
    const struct cd_verb *verb;

    if (fold.n < 5 || n + 1 >= sizeof(word))
        return NULL;
    memcpy(word, fold.p, n);
    word[n] = 'e';
    verb = irregular((struct cd_str){ word, n });
    if (verb == NULL)
        verb = irregular((struct cd_str){ word, n + 1 });
    if (verb == NULL && word[n - 1] == word[n - 2])
        verb = irregular((struct cd_str){ word, n - 1 });
    return verb;
}

/* Does a base form double its last letter: "skip", "plan", but "need", "show"?
 * Those of one syllable with one vowel before one consonant do. */
static bool
doubles(struct cd_str base)
{
    size_t vowels = 0;

    for (size_t i = 0; i < base.n; i++)
        vowels += strchr("aeiouy", base.p[i]) != NULL;
    return base.n > 2 && vowels == 1 &&
           strchr("aeiou", base.p[base.n - 2]) != NULL &&
           strchr("aeiouwxyh", base.p[base.n - 1]) == NULL;
}

struct cd_str
cd_verb_participle(struct cd_arena *arena, struct cd_str fold)
{
    struct cd_str stem = strip(fold);
    const struct cd_verb *verb = irregular(fold);

    if (verb == NULL)
        verb = irregular(stem);
    if (verb == NULL && cd_str_ends(fold, CD_STR("ing")))
        verb = irregular_ing(fold);
    if (verb != NULL)
        return cd_str_of(verb->participle);
    if (cd_str_ends(fold, CD_STR("ed")))
        return fold;
    if (doubles(stem) && !is_ing(fold))
        return cd_arena_printf(arena, "%.*s%ced", (int)stem.n, stem.p,
                               stem.p[stem.n - 1]);
    if (cd_str_ends(stem, CD_STR("ie")) && stem.n < fold.n)
        stem.n--;
    if (cd_str_ends(stem, CD_STR("e")))
        stem.n--;
    if (stem.n > 2 && stem.p[stem.n - 1] == 'y' &&
        strchr("aeou", stem.p[stem.n - 2]) == NULL)
        return cd_arena_printf(arena, "%.*sied", (int)stem.n - 1, stem.p);
    return cd_arena_printf(arena, "%.*sed", (int)stem.n, stem.p);
}

bool
cd_word_ends(struct cd_str text, enum cd_word_class class)
{
    char word[32];
    size_t n = 0, at = text.n;

    while (at > 0 && text.p[at - 1] != ' ')
        at--;
    for (; at < text.n && n < sizeof(word); at++)
        word[n++] = cd_ascii_lower(text.p[at]);
    return n > 0 && at == text.n &&
           cd_word_is((struct cd_str){ word, n }, class);
}
