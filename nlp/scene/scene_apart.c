/* SPDX-License-Identifier: Apache-2.0 */
/* What makes two scenes tell of different things. */
#include "nlp/scene/scene.h"

#include "nlp/copy/synonyms.h"
#include "nlp/scene/scene_maker.h"

static bool
same_list(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    return cd_scene_has_all(a, n, b, m) && cd_scene_has_all(b, m, a, n);
}

/* Does a noun that other does not say stand where other has another one? */
static bool
has_rival(const struct cd_scene *scene, const struct cd_scene *other)
{
    for (size_t i = 0; i < scene->word_count; i++) {
        const struct cd_scene_word *word = &scene->words[i];

        if (!word->noun || cd_scene_says(other, word->stem))
            continue;
        for (size_t j = 0; j < other->word_count; j++)
            if (other->words[j].noun &&
                other->words[j].before == word->before &&
                other->words[j].behind == word->behind &&
                !cd_scene_says(scene, other->words[j].stem))
                return true;
    }
    return false;
}

/* "tonnes of wheat", "tonnes of steel" */
static bool
other_stuff(const struct cd_scene *a, const struct cd_scene *b)
{
    return a->stuff != 0 && b->stuff != 0 && a->stuff != b->stuff &&
           !cd_synonyms(a->stuff, b->stuff);
}

/* Does each ask, and neither what the other does? */
static bool
other_question(const struct cd_scene *a, const struct cd_scene *b)
{
    return a->question_count > 0 && b->question_count > 0 &&
           !cd_scene_one_question(a, b);
}

bool
cd_scene_apart(const struct cd_scene *a, const struct cd_scene *b)
{
    return !same_list(a->periods, a->period_count, b->periods,
                      b->period_count) ||
           !same_list(a->scopes, a->scope_count, b->scopes, b->scope_count) ||
           other_question(a, b) || other_stuff(a, b) || has_rival(a, b);
}
