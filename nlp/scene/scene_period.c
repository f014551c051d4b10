/* SPDX-License-Identifier: Apache-2.0 */
/* Of when and of which part a scene tells. */
#include <string.h>

#include "nlp/scene/scene_maker.h"
#include "nlp/scene/scene_word.h"
#include "nlp/word/word.h"

static void
add_period(struct cd_scene *scene, uint32_t period)
{
    cd_scene_add(scene->periods, &scene->period_count, CD_SCENE_PERIODS,
                 period);
}

/* "daily" is every day; else the word itself, "first" of "first quarter". */
static uint32_t
period_of(const struct cd_words *words, size_t i)
{
    static const char *const names[][2] = {
        { "daily", "day" },       { "weekly", "week" },
        { "monthly", "month" },   { "yearly", "year" },
        { "annual", "year" },     { "annualised", "year" },
        { "annualized", "year" }, { "day", "day" },
        { "week", "week" },       { "month", "month" },
        { "year", "year" },
    };
    char room[CD_SCENE_FOLD];
    struct cd_str text = cd_scene_fold(words, i, i, room);

    for (size_t n = 0; n < CD_COUNT(names); n++)
        if (cd_str_is(text, names[n][0]))
            return cd_scene_hash(names[n][1]);
    return words->words[i].stem;
}

void
cd_scene_add_period(struct cd_scene *scene, const struct cd_words *words,
                    size_t i)
{
    /* prices are compared with those of a year before, said or not */
    if (!cd_scene_asks(scene, "inflation"))
        add_period(scene, period_of(words, i));
}

void
cd_scene_add_unit_period(struct cd_scene_maker *maker)
{
    static const char *const names[][2] = {
        { "/d", "day" }, { "/wk", "week" }, { "/mo", "month" }, { "/a", "year" }
    };
    struct cd_str per = cd_scene_unit_per(maker->place->unit);

    for (size_t i = 0; i < CD_COUNT(names); i++)
        if (cd_str_is(per, names[i][0]))
            add_period(maker->scene, cd_scene_hash(names[i][1]));
}

/* "New" ones are a part of people and cases; what somebody offers to buy a part
 * of what there is, which he has not. */
static bool
is_scope_of(const char *value, struct cd_str unit)
{
    if (strcmp(value, "new") == 0)
        return cd_word_value(cd_scene_unit(unit), CD_WORD_COUNTED) != NULL;
    return strcmp(value, "offer") != 0 || cd_str_is(unit, "%");
}

void
cd_scene_add_scope(struct cd_scene_maker *maker, size_t i)
{
    struct cd_scene *scene = maker->scene;
    char room[CD_SCENE_FOLD];
    const char *value;

    for (size_t n = 1; n <= CD_SCENE_PHRASE && i + n <= maker->words.count;
         n++) {
        value = cd_word_value(cd_scene_fold(&maker->words, i, i + n - 1, room),
                              CD_WORD_SCOPE);
        if (value == NULL || !is_scope_of(value, maker->place->unit))
            continue;
        cd_scene_add(scene->scopes, &scene->scope_count, CD_SCENE_SCOPES,
                     cd_scene_hash(value));
    }
}
