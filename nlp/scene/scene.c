/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/scene/scene.h"

#include "nlp/copy/idf.h"
#include "nlp/copy/synonyms.h"
#include "nlp/scene/scene_maker.h"

enum {
    RARE = 7 * CD_IDF_ONE,    /* what names in common must weigh */
    STRANGE = CD_IDF_UNKNOWN, /* a name that the table has never seen */
    ASKED = 15,               /* likeness of scenes that ask one question */
    ASKED_ALONE = 45,         /* and of those where one asks more */
    ALIKE = 40,               /* and of those that share a name behind */
    UNASKED = 45,             /* and of those where none is known */
    ONE_QUESTION = 64,        /* what it weighs beside the words */
};

/* --- what --- */

/* Where both say which: "trade surplus", "budget surplus". */
static bool
same_quality(const struct cd_scene *a, const struct cd_scene *b)
{
    return a->quality_count == 0 || b->quality_count == 0 ||
           cd_scene_has_any(a->qualities, a->quality_count, b->qualities,
                            b->quality_count);
}

bool
cd_scene_one_question(const struct cd_scene *a, const struct cd_scene *b)
{
    return cd_scene_has_any(a->questions, a->question_count, b->questions,
                            b->question_count);
}

/* Does it ask more than its counted noun does, and nothing of it is what the
 * other counts? */
static bool
asks_more(const struct cd_scene *scene, const struct cd_scene *other)
{
    bool more = false;

    for (size_t i = 0; i < scene->question_count; i++) {
        if (scene->questions[i] == scene->unit_question)
            continue;
        if (scene->questions[i] == other->unit_question)
            return false;
        more = true;
    }
    return more;
}

/* Does only one ask? */
static bool
asks_alone(const struct cd_scene *a, const struct cd_scene *b)
{
    bool ours = asks_more(a, b), theirs = asks_more(b, a);

    return ours != theirs;
}

/* --- the rest --- */

bool
cd_scene_says(const struct cd_scene *scene, uint32_t stem)
{
    for (size_t i = 0; i < scene->word_count; i++)
        if (scene->words[i].stem == stem ||
            cd_synonyms(scene->words[i].stem, stem))
            return true;
    return false;
}

static unsigned
matched(const struct cd_scene *a, const struct cd_scene *b, unsigned *all)
{
    unsigned sum = 0;

    for (size_t i = 0; i < a->word_count; i++) {
        sum += cd_scene_says(b, a->words[i].stem) ? a->words[i].weight : 0;
        *all += a->words[i].weight;
    }
    return sum;
}

unsigned
cd_scene_likeness(const struct cd_scene *a, const struct cd_scene *b)
{
    unsigned all = 0, both = matched(a, b, &all) + matched(b, a, &all);
    unsigned asked =
        cd_scene_one_question(a, b) && !asks_alone(a, b) ? 2 * ONE_QUESTION : 0;

    return all + asked == 0 ? 0 : (both + asked) * 100 / (all + asked);
}

/* --- who --- */

static const struct cd_scene_name *
find_name(const struct cd_scene *scene, const struct cd_scene_name *name)
{
    for (size_t i = 0; i < scene->name_count; i++)
        if (scene->names[i].stem == name->stem)
            return &scene->names[i];
    return NULL;
}

/* "Delmouth Falls" is not Delmouth, nor "Pacific Southwest Airlines" Southwest
 * Airlines, but "Joe Biden" is Biden. */
static bool
makes_another(const struct cd_scene *scene, const struct cd_scene *other,
              size_t at)
{
    const struct cd_scene_name *name = &scene->names[at];
    size_t behind = 0;

    for (size_t i = 0; i < scene->name_count; i++) {
        if (scene->names[i].run != name->run ||
            find_name(other, &scene->names[i]) == NULL)
            continue;
        if (i < at)
            return true;
        behind++;
    }
    return behind > 1 ||
           (behind == 1 && (name->weight >= STRANGE || name->compass));
}

/* Names that scene has alone: how many, and does one make it another thing? */
static size_t
own_names(const struct cd_scene *scene, const struct cd_scene *other,
          bool *another)
{
    size_t count = 0;

    for (size_t i = 0; i < scene->name_count; i++) {
        const struct cd_scene_name *name = &scene->names[i];

        if (find_name(other, name) != NULL)
            continue;
        count++;
        *another |= name->bound || makes_another(scene, other, i);
    }
    return count;
}

/* What the names weigh that both have; of those behind the claim, strange ones
 * where much else is alike. */
static unsigned
weight_in_common(const struct cd_scene *a, const struct cd_scene *b, bool late)
{
    unsigned weight = 0;

    for (size_t i = 0; i < a->name_count; i++) {
        const struct cd_scene_name *name = &a->names[i];
        const struct cd_scene_name *other = find_name(b, name);

        bool behind = other != NULL && (other->late || name->late);

        if (other != NULL && (!behind || (late && other->weight >= STRANGE)) &&
            !(other->doubtful && name->doubtful))
            weight += other->weight;
    }
    return weight;
}

/* Does no name make the one another thing than the other? */
static bool
same_bearer(const struct cd_scene *a, const struct cd_scene *b)
{
    bool another = false;
    size_t ours = own_names(a, b, &another), theirs = own_names(b, a, &another);

    return !another && (ours == 0 || theirs == 0);
}

/* Is the last name before the claim of one what other says behind its own, and
 * nowhere before it? */
static bool
owner_is_behind(const struct cd_scene *scene, const struct cd_scene *other)
{
    bool behind = false;

    for (size_t i = 0; scene->near > 0 && i < scene->name_count; i++) {
        const struct cd_scene_name *name =
            scene->names[i].run == scene->near
                ? find_name(other, &scene->names[i])
                : NULL;

        if (name != NULL && !name->late)
            return false;
        behind |= name != NULL;
    }
    return behind && other->near > 0;
}

/* "GM's sales fell 8%, while Ford's rose", "Ford's rose 3%": whose number it is
 * stands before it.  Are these two? */
static bool
other_owner(const struct cd_scene *a, const struct cd_scene *b)
{
    return owner_is_behind(a, b) || owner_is_behind(b, a);
}

/* Do names behind the claim count? */
static bool
behind_counts(const struct cd_scene *a, const struct cd_scene *b)
{
    return cd_scene_likeness(a, b) >=
           (cd_scene_one_question(a, b) ? ASKED : ALIKE);
}

bool
cd_scene_same_names(const struct cd_scene *a, const struct cd_scene *b)
{
    return same_bearer(a, b) &&
           weight_in_common(a, b, behind_counts(a, b)) >= RARE;
}

bool
cd_scene_same(const struct cd_scene *a, const struct cd_scene *b)
{
    unsigned likeness;

    if (a->useless || b->useless || cd_scene_apart(a, b) ||
        !same_bearer(a, b) || other_owner(a, b))
        return false;
    likeness = cd_scene_likeness(a, b);
    if (weight_in_common(a, b, behind_counts(a, b)) < RARE)
        return false;
    if (asks_alone(a, b))
        return a->question_count > 0 && b->question_count > 0 &&
               likeness >= ASKED_ALONE;
    if (a->question_count > 0 && b->question_count > 0)
        return cd_scene_one_question(a, b) && same_quality(a, b) &&
               likeness >= ASKED;
    return a->word_count > 0 && b->word_count > 0 && likeness >= UNASKED;
}
