/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/check.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/fold.h"
#include "base/memory.h"
#include "nlp/copy/idf.h"
#include "nlp/copy/synonyms.h"
#include "nlp/copy/words.h"
#include "nlp/word/stem.h"

static const struct {
    const char *word, *want;
} folds[] = {
    { "Harbour", "harbour" },
    { "CAF\xC3\x89", "caf\xC3\xA9" },
    { "Cafe\xCC\x81", "caf\xC3\xA9" },    /* e and a mark apart */
    { "\xEF\xBC\xA1\xEF\xBC\xA2", "ab" }, /* full width */
    { "co\xC2\xADop", "coop" },           /* soft hyphen */
    { "Stra\xC3\x9F"
      "e",
      "strasse" },                           /* sharp s */
    { "\xFF\xFE", "" },                      /* no UTF-8 */
    { "a\xCC\xA3\xCC\x82", "\xE1\xBA\xAD" }, /* marks in either ... */
    { "a\xCC\x82\xCC\xA3", "\xE1\xBA\xAD" }, /* ... order */
};

START_TEST(fold)
{
    char out[CD_FOLD_ROOM];
    size_t n = cd_fold(cd_str_of(folds[_i].word), out);

    ck_assert_view_eq(((struct cd_str){ out, n }), folds[_i].want);
}
END_TEST

/* A word of ten thousand marks is cut, in no time. */
START_TEST(fold_marks)
{
    enum { MARKS = 10000 };
    struct cd_str word = { NULL, 1 + 2 * MARKS };
    char *p = cd_alloc(word.n);
    char out[CD_FOLD_ROOM];

    p[0] = 'o';
    for (size_t i = 0; i < MARKS; i++)
        memcpy(p + 1 + 2 * i, i % 2 != 0 ? "\xCC\x81" : "\xCC\xA3", 2);
    word.p = p;
    ck_assert_uint_le(cd_fold(word, out), 2 * (CD_FOLD_MARKS + 2));
    free(p);
}
END_TEST

static const struct {
    const char *word, *want;
} stems[] = {
    { "declines", "declin" },
    { "declined", "declin" },
    { "agreement's", "agreement" },
    { "agreed", "agre" },
    { "hopping", "hop" },
    { "hoping", "hope" },
    { "relational", "relat" },
    { "ponies", "poni" },
    { "caress", "caress" },
    { "sky", "sky" },
    { "happy", "happi" },
    { "ministers'", "minist" },
    { "is", "is" },
    { "caf\xC3\xA9s", "caf\xC3\xA9s" },
};

START_TEST(stem)
{
    char word[32];
    size_t n = strlen(stems[_i].word);

    memcpy(word, stems[_i].word, n);
    n = cd_stem(word, n);
    ck_assert_view_eq(((struct cd_str){ word, n }), stems[_i].want);
}
END_TEST

/* The words of a text, parted by bars, with a letter for each flag. */
static const struct {
    const char *text, *want;
} splits[] = {
    { "", "" },
    { "...", "" },
    { "One-word", "One:CF|word" },
    { "Mr. Hale sold 1,500 nets, 3.5 each.",
      "Mr:CF|Hale:CN|sold|1,500:D|nets|3.5:D|each" },
    { "U.S. exports", "U.S:CF|exports" },
    { "the mayor\xE2\x80\x99s boat", "the:F|mayor\xE2\x80\x99s|boat" },
    { "1,2,3", "1:DF|2:D|3:D" },
    { "a\xFF\xFE"
      "b",
      "a:F|b" }, /* bad bytes part words */
    { "\xE6\xB8\xAF\xE5\x8F\xA3", "\xE6\xB8\xAF:GF|\xE5\x8F\xA3:G" },
    { "He left. \"No,\" she said.", "He:CF|left|No:CFQ|she|said" },
};

static void
describe(char *out, const struct cd_words *words)
{
    static const struct {
        uint8_t flag;
        char letter;
    } letters[] = {
        { CD_WORD_NUMBER, 'D' }, { CD_WORD_CAPITAL, 'C' },
        { CD_WORD_GRAM, 'G' },   { CD_WORD_FIRST, 'F' },
        { CD_WORD_QUOTED, 'Q' }, { CD_WORD_NAME, 'N' },
    };

    *out = '\0';
    for (uint32_t i = 0; i < words->count; i++) {
        struct cd_str text = cd_words_text(words, i);
        bool colon = false;

        out += sprintf(out, "%s%.*s", i > 0 ? "|" : "", (int)text.n, text.p);
        for (size_t k = 0; k < CD_COUNT(letters); k++) {
            if ((words->words[i].flags & letters[k].flag) == 0)
                continue;
            out += sprintf(out, "%s%c", colon ? "" : ":", letters[k].letter);
            colon = true;
        }
    }
}

START_TEST(split)
{
    struct cd_arena arena = { 0 };
    struct cd_words words;
    char got[512];

    cd_words_make(&words, &arena, cd_str_of(splits[_i].text));
    describe(got, &words);
    ck_assert_str_eq(got, splits[_i].want);
    cd_arena_release(&arena);
}
END_TEST

static const struct {
    const char *a, *b;
    bool equal;
} equals[] = {
    { "U.S.", "us", true },
    { "1,000", "1000", true },
    { "Don't", "don\xE2\x80\x99t", true },
    { "3.5", "35", false },
    { "3.500", "3500", true },
    { "0.500", "0500", false },
    { "1.234,5", "1,234.5", true },
    { "3\xE2\x80\x99"
      "500",
      "3\xC2\xA0"
      "500",
      true },
    { "\xE6\xB8\xAF\xE5\x8F\xA3", "\xE6\xB8\xAF", false },
};

START_TEST(hashes)
{
    struct cd_arena arena = { 0 };
    struct cd_words a, b;

    cd_words_make(&a, &arena, cd_str_of(equals[_i].a));
    cd_words_make(&b, &arena, cd_str_of(equals[_i].b));
    ck_assert_int_eq(a.words[0].hash == b.words[0].hash, equals[_i].equal);
    cd_arena_release(&arena);
}
END_TEST

static const struct {
    const char *a, *b;
    bool equal;
} figures[] = {
    { "8.8 mln", "8,791,000", true },
    { "25,000", "26,000", false },
    { "125", "125.0", true },
    { "five", "5", true },
    { "10-3/8", "10.375", true },
    { "3.5 billion", "3.5bn", true },
    { "1986", "1987", false },
    { "Friday", "5", false },
    { "two million", "2,000,000", true },
    { "3.500", "3500", true },
    { "3.500", "3.5", true },
    { "3.500", "3.6", false },
    { "3.500 mln", "3500 mln", true },
    { "1.234,5", "1,234.5", true },
    { "12.000.000", "12 million", true },
    { "0.500", "500", false },
    { "half a million", "500,000", true },
    { "two and a half", "2-1/2", true },
    { "two-thirds of", "a third of", false },
    { "a quarter of", "one quarter of", true },
};

START_TEST(figure)
{
    struct cd_arena arena = { 0 };
    struct cd_words a, b;

    cd_words_make(&a, &arena, cd_str_of(figures[_i].a));
    cd_words_make(&b, &arena, cd_str_of(figures[_i].b));
    ck_assert_uint_eq(a.figure_count, 1);
    ck_assert_uint_eq(b.figure_count, 1);
    ck_assert_int_eq(cd_figure_equal(&a.figures[0], &b.figures[0]),
                     figures[_i].equal);
    cd_arena_release(&arena);
}
END_TEST

#define GERMAN                                                                 \
    "Der Hafen war am Montag wieder offen, und die F\u00e4hre fuhr mit "
#define ROW "100 100 100 100 100 100 100 100 100 100 "

/* Groups that spaces part are a number; a long row of them, any word of which
 * could begin one, is several. */
static const struct {
    const char *text;
    uint32_t words; /* of its first figure */
    double value;
} group_cases[] = {
    { GERMAN "3 500 Tonnen", 2, 3500 },
    { GERMAN "12 000 000 Tonnen", 3, 12e6 },
    { GERMAN "12 000 000 000 000 Tonnen", 5, 12e12 },
    { GERMAN ROW ROW ROW "Tonnen", 5, 100100100100100 },
    { "The port was open on Monday, the ferry left with 3 500 tonnes", 1, 3 },
};

START_TEST(groups)
{
    struct cd_arena arena = { 0 };
    struct cd_words words;
    const struct cd_figure *found;

    cd_words_make(&words, &arena, cd_str_of(group_cases[_i].text));
    ck_assert_uint_gt(words.figure_count, 0);
    found = &words.figures[0];
    while (found->kind != CD_FIGURE_NUMBER)
        found++;
    ck_assert_uint_eq(found->last - found->first + 1, group_cases[_i].words);
    ck_assert_double_eq(found->value, group_cases[_i].value);
    cd_arena_release(&arena);
}
END_TEST

static uint32_t
stem_of(struct cd_arena *arena, const char *word)
{
    struct cd_words words;

    cd_words_make(&words, arena, cd_str_of(word));
    return words.words[0].stem;
}

/* The tables were made with the stems that the code makes. */
START_TEST(tables)
{
    struct cd_arena arena = { 0 };

    ck_assert_uint_lt(cd_idf(stem_of(&arena, "the"), 3, false), CD_IDF_COMMON);
    ck_assert_uint_eq(cd_idf(stem_of(&arena, "xqzzyv"), 6, false),
                      CD_IDF_UNKNOWN);
    ck_assert(cd_synonyms(stem_of(&arena, "begins"), stem_of(&arena, "start")));
    ck_assert(
        !cd_synonyms(stem_of(&arena, "harbour"), stem_of(&arena, "percent")));
    cd_arena_release(&arena);
}
END_TEST

/* A text, a word of it and whether that one is a function word there. */
static const struct {
    const char *text, *word;
    bool common;
} language_cases[] = {
    { "Der Hafen war am Montag wieder offen, und die F\u00e4hre fuhr.", "die",
      true },
    { "Der Hafen war am Montag wieder offen, und die F\u00e4hre fuhr.", "und",
      true },
    { "Der Hafen war am Montag wieder offen, und die F\u00e4hre fuhr.", "Hafen",
      false },
    { "El puerto de la ciudad se abre de nuevo este lunes.", "el", true },
    { "\u0412 \u0433\u043e\u0440\u043e\u0434\u0435 \u043d\u0435 "
      "\u0431\u044b\u043b\u043e \u0441\u0432\u0435\u0442\u0430",
      "\u0412", true },
    /* in English these are a name and rare words */
    { "Shares of Du Pont and of El Paso rose on Monday, the traders said.",
      "du", false },
    { "The doctors said that two of the patients might die of it.", "die",
      false },
    { "Harbour Die Works, Du Pont, El Paso", "die", false },
};

START_TEST(languages)
{
    struct cd_arena arena = { 0 };
    struct cd_words words;
    uint32_t want = stem_of(&arena, language_cases[_i].word), i = 0;

    cd_words_make(&words, &arena, cd_str_of(language_cases[_i].text));
    while (i < words.count && words.words[i].stem != want)
        i++;
    ck_assert_uint_lt(i, words.count);
    ck_assert_msg((words.words[i].weight < CD_IDF_COMMON) ==
                      language_cases[_i].common,
                  "weight %d", words.words[i].weight);
    cd_arena_release(&arena);
}
END_TEST

Suite *
check_words(void)
{
    Suite *suite = suite_create("words");
    TCase *tests = tcase_create("words");

    tcase_add_loop_test(tests, fold, 0, CD_COUNT(folds));
    tcase_add_test(tests, fold_marks);
    tcase_add_loop_test(tests, stem, 0, CD_COUNT(stems));
    tcase_add_loop_test(tests, split, 0, CD_COUNT(splits));
    tcase_add_loop_test(tests, hashes, 0, CD_COUNT(equals));
    tcase_add_loop_test(tests, figure, 0, CD_COUNT(figures));
    tcase_add_loop_test(tests, groups, 0, CD_COUNT(group_cases));
    tcase_add_test(tests, tables);
    tcase_add_loop_test(tests, languages, 0, CD_COUNT(language_cases));
    suite_add_tcase(suite, tests);
    return suite;
}
