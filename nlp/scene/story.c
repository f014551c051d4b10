/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/scene/story.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "nlp/copy/idf.h"
#include "nlp/copy/words.h"
#include "nlp/scene/scene_word.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

enum {
    LEAD = 300,     /* bytes that an article begins with */
    LEAD_TIMES = 2, /* what a name there counts for */
    CROWD = 1000,   /* articles that stand for those of other runs */
    RARE = 7 * CD_IDF_ONE,
    OFTEN = 255
};

/* "Corp" and "January" are nobody's names. */
static bool
is_name(const struct cd_words *words, size_t i)
{
    static const enum cd_word_class none[] = { CD_WORD_MONTH, CD_WORD_DAY,
                                               CD_WORD_NAMING };
    const struct cd_word *word = &words->words[i];
    char room[CD_SCENE_FOLD];
    struct cd_str text;

    if ((word->flags & CD_WORD_CAPITAL) == 0 || word->weight < CD_IDF_COMMON)
        return false;
    text = cd_scene_fold(words, i, i, room);
    for (size_t n = 0; n < CD_COUNT(none); n++)
        if (cd_word_is(text, none[n]))
            return false;
    return (word->flags & CD_WORD_NAME) != 0 || cd_word_classes(text) == 0;
}

static int
by_stem(const void *x, const void *y)
{
    const struct cd_story_name *a = x, *b = y;

    return (a->stem > b->stem) - (a->stem < b->stem);
}

static unsigned
times(const struct cd_story_name *name)
{
    return name->often * (name->lead ? LEAD_TIMES : 1u);
}

/* What stands in more places, and is rarer, first. */
static int
by_worth(const void *x, const void *y)
{
    const struct cd_story_name *a = x, *b = y;
    unsigned p = times(a) * a->weight, q = times(b) * b->weight;

    return p != q ? (p < q) - (p > q) : by_stem(x, y);
}

struct names {
    struct cd_story_name *at;
    size_t count;
};

static void
add_names(struct names *names, const struct cd_words *words, size_t lead)
{
    for (size_t i = 0; i < words->count; i++)
        if (is_name(words, i))
            names->at[names->count++] = (struct cd_story_name){
                .stem = words->words[i].stem,
                .weight = words->words[i].weight,
                .often = 1,
                .lead = words->words[i].start < lead,
            };
}

/* Makes each stem one name. */
static void
join(struct names *names)
{
    size_t n = 0;

    qsort(names->at, names->count, sizeof(*names->at), by_stem);
    for (size_t i = 0; i < names->count; i++) {
        struct cd_story_name *last = n > 0 ? &names->at[n - 1] : NULL;

        if (last == NULL || last->stem != names->at[i].stem) {
            names->at[n++] = names->at[i];
            continue;
        }
        last->often += last->often < OFTEN;
        last->lead |= names->at[i].lead;
    }
    names->count = n;
}

void
cd_story_make(struct cd_story *story, struct cd_arena *arena,
              struct cd_str title, struct cd_str text)
{
    struct cd_words head, words;
    struct names names = { NULL, 0 };

    *story = (struct cd_story){ 0 };
    cd_words_make(&head, arena, title);
    cd_words_make(&words, arena, text);
    names.at = cd_arena_new_array(arena, struct cd_story_name,
                                  (size_t)head.count + words.count);
    add_names(&names, &head, SIZE_MAX);
    add_names(&names, &words, LEAD);
    if (names.count == 0)
        return;
    join(&names);
    if (names.count > CD_STORY_NAMES) {
        qsort(names.at, names.count, sizeof(*names.at), by_worth);
        names.count = CD_STORY_NAMES;
        qsort(names.at, names.count, sizeof(*names.at), by_stem);
    }
    memcpy(story->names, names.at, names.count * sizeof(*names.at));
    story->count = (uint8_t)names.count;
}

static size_t
counter_of(uint32_t stem)
{
    return (stem * UINT32_C(0x9e3779b1)) % CD_STORY_KNOWN;
}

void
cd_story_crowd_add(struct cd_story_crowd *crowd, const struct cd_story *story)
{
    crowd->articles++;
    for (size_t i = 0; i < story->count; i++)
        crowd->known[counter_of(story->names[i].stem)]++;
}

/* sixteenths of ln, to a whole number */
static unsigned
rarity(const struct cd_story_crowd *crowd, const struct cd_story_name *name)
{
    double known = crowd->known[counter_of(name->stem)];
    double weight = log((crowd->articles + (double)CROWD) / (known + 1));
    unsigned sixteenths = (unsigned)(weight * CD_IDF_ONE);

    return sixteenths < name->weight ? sixteenths : name->weight;
}

static double
worth(const struct cd_story_crowd *crowd, const struct cd_story_name *name)
{
    double count = 1 + log(name->often);

    return rarity(crowd, name) * count * (name->lead ? LEAD_TIMES : 1);
}

/* Moves to the next name that both have; false at the end. */
static bool
next_shared(const struct cd_story *a, size_t *i, const struct cd_story *b,
            size_t *j)
{
    while (*i < a->count && *j < b->count) {
        uint32_t x = a->names[*i].stem, y = b->names[*j].stem;

        if (x == y)
            return true;
        *i += x < y;
        *j += y < x;
    }
    return false;
}

static double
together(const struct cd_story *a, const struct cd_story *b,
         const struct cd_story_crowd *crowd)
{
    double sum = 0;

    for (size_t i = 0, j = 0; next_shared(a, &i, b, &j); i++, j++)
        sum += worth(crowd, &a->names[i]) * worth(crowd, &b->names[j]);
    return sum;
}

unsigned
cd_story_likeness(const struct cd_story *a, const struct cd_story *b,
                  const struct cd_story_crowd *crowd)
{
    double all = together(a, a, crowd) * together(b, b, crowd);

    return all > 0 ? (unsigned)(100 * together(a, b, crowd) / sqrt(all) + .5)
                   : 0;
}

unsigned
cd_story_lead(const struct cd_story *a, const struct cd_story *b,
              const struct cd_story_crowd *crowd)
{
    unsigned least = UINT_MAX;

    for (size_t i = 0, j = 0; next_shared(a, &i, b, &j); i++, j++) {
        const struct cd_story_name *name = &a->names[i];
        unsigned known = crowd->known[counter_of(name->stem)];

        if (name->lead && b->names[j].lead && name->weight >= RARE &&
            known < least)
            least = known;
    }
    return least;
}
