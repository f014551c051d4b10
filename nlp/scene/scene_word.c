/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/scene/scene_word.h"

#include <string.h>

#include "base/ascii.h"
#include "nlp/copy/idf.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

struct cd_str
cd_scene_fold(const struct cd_words *words, size_t first, size_t last,
              char room[CD_SCENE_FOLD])
{
    struct cd_str text = cd_str_sub(words->text, words->words[first].start,
                                    words->words[last].end);

    if (text.n > CD_SCENE_FOLD)
        return (struct cd_str){ room, 0 };
    for (size_t i = 0; i < text.n; i++)
        room[i] = cd_ascii_lower(text.p[i]);
    return (struct cd_str){ room, text.n };
}

static bool
is_one_of(const struct cd_words *words, size_t i,
          const enum cd_word_class *classes, size_t count)
{
    char room[CD_SCENE_FOLD];
    struct cd_str text = cd_scene_fold(words, i, i, room);

    for (size_t c = 0; c < count; c++)
        if (cd_word_is(text, classes[c]))
            return true;
    return false;
}

static bool
is_class(const struct cd_words *words, size_t i, enum cd_word_class class)
{
    return is_one_of(words, i, &class, 1);
}

/* --- names --- */

bool
cd_scene_is_compass(const struct cd_words *words, size_t i)
{
    char room[CD_SCENE_FOLD];
    const char *value =
        cd_word_value(cd_scene_fold(words, i, i, room), CD_WORD_NAMING);

    return value != NULL && strcmp(value, "compass") == 0;
}

/* "General Motors", but not "General Haig": a title stands before a name that
 * is no noun. */
static bool
is_general(const struct cd_words *words, size_t i)
{
    char room[CD_SCENE_FOLD];

    return cd_str_is(cd_scene_fold(words, i, i, room), "general") &&
           i + 1 < words->count &&
           (words->words[i + 1].flags & CD_WORD_CAPITAL) != 0 &&
           words->words[i + 1].start == words->words[i].end + 1 &&
           cd_word_classes(cd_scene_fold(words, i + 1, i + 1, room)) != 0;
}

bool
cd_scene_is_name(const struct cd_words *words, size_t i)
{
    static const enum cd_word_class dated[] = { CD_WORD_MONTH, CD_WORD_DAY };
    const struct cd_word *word = &words->words[i];
    char room[CD_SCENE_FOLD];

    if ((word->flags & CD_WORD_CAPITAL) == 0 ||
        (i == 0 && word->weight < CD_IDF_COMMON) ||
        is_one_of(words, i, dated, CD_COUNT(dated)))
        return false;
    if (is_class(words, i, CD_WORD_NAMING) && !cd_scene_is_compass(words, i))
        return is_general(words, i);
    return i > 0 ||
           (cd_word_classes(cd_scene_fold(words, i, i, room)) == 0 &&
            !is_class(words, i, CD_WORD_QUESTION)) ||
           (words->count > 1 &&
            (words->words[1].flags & CD_WORD_CAPITAL) != 0 &&
            words->words[1].start == word->end + 1);
}

bool
cd_scene_is_doubtful(const struct cd_words *words, size_t i)
{
    static const enum cd_word_class deeds[] = { CD_WORD_REPORT, CD_WORD_LIGHT,
                                                CD_WORD_MOVE, CD_WORD_WILL };
    char room[CD_SCENE_FOLD];

    if (i > 0 || words->words[0].weight >= CD_IDF_UNKNOWN ||
        cd_str_ends(cd_scene_fold(words, 0, 0, room), CD_STR("'s")))
        return false;
    return words->count < 2 || !(cd_scene_is_name(words, 1) ||
                                 is_one_of(words, 1, deeds, CD_COUNT(deeds)));
}

static bool
is_preposition(struct cd_str text)
{
    static const char *const words[] = {
        "in", "at", "of", "from", "for", "on", "near", "among", "with", "across"
    };

    return cd_str_among(text, words, CD_COUNT(words));
}

/* "a court in Delmouth": where it sits is no part of what it says. */
static bool
is_authority(struct cd_str text)
{
    static const char *const words[] = { "court",     "judge",
                                         "jury",      "police",
                                         "officials", "prosecutors",
                                         "tribunal",  "authorities" };

    return cd_str_among(text, words, CD_COUNT(words));
}

bool
cd_scene_is_teller(const struct cd_words *words, size_t i)
{
    char room[CD_SCENE_FOLD];

    for (size_t back = 1; back <= 2 && back <= i; back++) {
        struct cd_str text = cd_scene_fold(words, i - back, i - back, room);

        if (cd_word_is(text, CD_WORD_REPORT))
            return true;
        if (cd_str_is(text, "of"))
            return false; /* "two million shares of Acme" */
    }
    return false;
}

bool
cd_scene_is_bound(const struct cd_words *words, size_t i)
{
    char room[CD_SCENE_FOLD];

    if (i > 0 && cd_str_is(cd_scene_fold(words, i - 1, i - 1, room), "the"))
        i--;
    return i > 0 && is_preposition(cd_scene_fold(words, i - 1, i - 1, room)) &&
           !(i > 1 && is_authority(cd_scene_fold(words, i - 2, i - 2, room)));
}

static bool
is_every(struct cd_str text)
{
    return cd_str_is(text, "every") || cd_str_is(text, "each") ||
           cd_str_is(text, "per");
}

bool
cd_scene_is_period(const struct cd_words *words, size_t i)
{
    static const char *const every[] = { "quarterly",  "annual", "annualised",
                                         "annualized", "yearly", "monthly",
                                         "weekly",     "daily",  "hourly" };
    static const char *const nth[] = { "first", "second", "third", "fourth" };
    char room[CD_SCENE_FOLD], near[CD_SCENE_FOLD];
    struct cd_str text = cd_scene_fold(words, i, i, room);

    if (cd_str_among(text, every, CD_COUNT(every)))
        return true;
    if (i > 0 && cd_word_is(text, CD_WORD_PERIOD) &&
        is_every(cd_scene_fold(words, i - 1, i - 1, near)))
        return true;
    return i + 1 < words->count && cd_str_among(text, nth, CD_COUNT(nth)) &&
           is_class(words, i + 1, CD_WORD_PERIOD);
}

bool
cd_scene_says_nothing(const struct cd_words *words, size_t i)
{
    static const enum cd_word_class empty[] = {
        CD_WORD_REPORT,   CD_WORD_HEDGE,  CD_WORD_WHEN,    CD_WORD_PERIOD,
        CD_WORD_MONTH,    CD_WORD_DAY,    CD_WORD_GENERIC, CD_WORD_PLACEHOLDER,
        CD_WORD_LIGHT,    CD_WORD_NAMING, CD_WORD_MOVE,    CD_WORD_PUSH,
        CD_WORD_MOVENOUN, CD_WORD_BESIDE
    };
    const struct cd_word *word = &words->words[i];

    return word->weight < CD_IDF_COMMON ||
           (word->flags & CD_WORD_NUMBER) != 0 ||
           word->figure != CD_WORD_NO_FIGURE || cd_scene_is_name(words, i) ||
           is_one_of(words, i, empty, CD_COUNT(empty));
}
