/* SPDX-License-Identifier: Apache-2.0 */
/* What a scene asks. */
#include <string.h>

#include "base/hash.h"
#include "nlp/scene/scene_maker.h"
#include "nlp/scene/scene_word.h"
#include "nlp/word/word.h"

uint32_t
cd_scene_hash(const char *name)
{
    return cd_hash(CD_HASH_START, cd_str_of(name));
}

/* A question that the words from i on ask; *count how many they are. */
static const char *
question_at(const struct cd_words *words, size_t i, size_t *count)
{
    static const char *const empty[] = {
        "number", "total",  "level", "size", "range",  "record",
        "time",   "market", "rate",  "deal", "period", "score"
    };
    char room[CD_SCENE_FOLD];
    const char *value;

    for (size_t n = CD_SCENE_PHRASE; n > 0; n--) {
        if (i + n > words->count)
            continue;
        *count = n;
        value = cd_word_value(cd_scene_fold(words, i, i + n - 1, room),
                              CD_WORD_QUESTION);
        if (value != NULL)
            return value[0] != '-' ? value : NULL;
    }
    *count = 1;
    value = cd_word_value(cd_scene_fold(words, i, i, room), CD_WORD_MEASURE);
    return cd_str_among(cd_str_of(value), empty, CD_COUNT(empty)) ? NULL
                                                                  : value;
}

/* Answers that days do not change. */
static bool
is_lasting(const char *name)
{
    static const char *const lasting[] = { "population", "height", "length",
                                           "depth",      "width",  "area",
                                           "distance",   "fine",   "sentence" };

    return cd_str_among(cd_str_of(name), lasting, CD_COUNT(lasting));
}

bool
cd_scene_asks(const struct cd_scene *scene, const char *name)
{
    return cd_scene_has(scene->questions, scene->question_count,
                        cd_scene_hash(name));
}

static void
add_question(struct cd_scene *scene, const char *name)
{
    scene->lasting |= is_lasting(name);
    cd_scene_add(scene->questions, &scene->question_count, CD_SCENE_QUESTIONS,
                 cd_scene_hash(name));
}

static bool
names(const struct cd_scene *scene, uint32_t stem)
{
    for (size_t i = 0; i < scene->name_count; i++)
        if (scene->names[i].stem == stem)
            return true;
    return false;
}

/* The words before a question that tell it from others: "trade surplus". */
static void
add_qualities(struct cd_scene *scene, const struct cd_words *words, size_t at,
              struct cd_str unit)
{
    char room[CD_SCENE_FOLD];

    for (size_t n = 0; n < 2 && at > 0; n++, at--) {
        const struct cd_word *word = &words->words[at - 1];

        if (words->words[at].start != word->end + 1 ||
            cd_scene_is_name(words, at - 1) ||
            cd_scene_is_period(words, at - 1) ||
            cd_scene_says_nothing(words, at - 1) || names(scene, word->stem) ||
            (unit.n > 0 &&
             cd_str_starts(cd_scene_fold(words, at - 1, at - 1, room), unit)))
            return;
        if (scene->quality_count < CD_SCENE_QUALITIES)
            scene->qualities[scene->quality_count++] = word->stem;
    }
}

static void
add_questions(struct cd_scene_maker *maker, const struct cd_words *words,
              size_t from, size_t to)
{
    size_t count;

    for (size_t i = 0; i < words->count; i += count) {
        const char *name = NULL;

        count = 1;
        if (words->words[i].start >= from && words->words[i].end <= to &&
            !cd_scene_is_name(words, i))
            name = question_at(words, i, &count);
        if (name == NULL)
            continue;
        /* a percentage that is bought is a stake, no price */
        if (cd_str_is(maker->place->unit, "%") && strcmp(name, "price") == 0)
            name = "stake";
        add_question(maker->scene, name);
        add_qualities(maker->scene, words, i, maker->place->unit);
    }
}

static bool
asks_only(const struct cd_scene *scene, uint32_t question)
{
    return scene->question_count == 0 ||
           (scene->question_count == 1 && scene->questions[0] == question);
}

/* What some units measure, whatever stands beside them. */
static void
add_unit_question(struct cd_scene_maker *maker)
{
    static const char *const measures[][2] = { { "degC", "temperature" },
                                               { "degF", "temperature" },
                                               { "MW", "capacity" },
                                               { "GW", "capacity" } };

    for (size_t i = 0; i < CD_COUNT(measures); i++)
        if (cd_str_is(maker->place->unit, measures[i][0]))
            add_question(maker->scene, measures[i][1]);
}

static void
find_questions(struct cd_scene_maker *maker, struct cd_arena *arena)
{
    struct cd_words words;

    cd_words_make(&words, arena, maker->place->property);
    add_questions(maker, &words, 0, maker->place->property.n);
    if (asks_only(maker->scene, maker->scene->unit_question))
        add_questions(maker, &maker->words, maker->from, maker->to);
}

/* "40 customers" asks for customers, whatever else is asked of them. */
static void
find_unit_question(struct cd_scene_maker *maker)
{
    const char *name = cd_word_value(cd_scene_unit_counted(maker->place->unit),
                                     CD_WORD_QUESTION);

    if (name != NULL && name[0] != '-')
        maker->scene->unit_question = cd_scene_hash(name);
}

/* Inflation is a change itself; a loss or a death toll an amount. */
static bool
asks_rate(const struct cd_scene *scene, struct cd_str unit)
{
    static const char *const amounts[] = { "loss",    "spill",     "dead",
                                           "injured", "displaced", "jobs cut",
                                           "breach",  "jobs made", "rescued" };

    if (cd_str_is(unit, "%"))
        return cd_scene_asks(scene, "inflation");
    for (size_t i = 0; i < CD_COUNT(amounts); i++)
        if (cd_scene_asks(scene, amounts[i]))
            return true;
    return false;
}

void
cd_scene_add_questions(struct cd_scene_maker *maker, struct cd_arena *arena)
{
    find_unit_question(maker);
    add_unit_question(maker);
    find_questions(maker, arena);
    maker->scene->rate = asks_rate(maker->scene, maker->place->unit);
}

bool
cd_scene_is_asking(const struct cd_words *words, size_t i)
{
    size_t count;

    for (size_t back = 0; back < CD_SCENE_PHRASE && back <= i; back++)
        if (question_at(words, i - back, &count) != NULL && count > back)
            return true;
    return false;
}
