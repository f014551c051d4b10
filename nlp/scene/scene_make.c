/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/scene/scene.h"

#include <string.h>

#include "nlp/scene/scene_word.h"
#include "nlp/word/word.h"

enum {
    PHRASE = 3,     /* words of a question */
    REACH = 100,    /* bytes around a claim whose words count */
    SUBJECT_RUN = 1 /* the run of the names that the subject adds */
};

struct maker {
    struct cd_scene *scene;
    const struct cd_scene_place *place;
    struct cd_words words;
    size_t from, to; /* of the words that count, bytes */
};

static uint32_t
hash_of(const char *name)
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (; *name != '\0'; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619u;
    return hash;
}

static void
add_name(struct cd_scene *scene, const struct cd_words *words, size_t i,
         struct cd_scene_name name)
{
    const struct cd_word *word = &words->words[i];

    name.stem = word->stem;
    name.weight = word->weight;
    name.compass = cd_scene_is_compass(words, i);
    for (size_t n = 0; n < scene->name_count; n++)
        if (scene->names[n].stem == name.stem) {
            scene->names[n].late &= name.late;
            scene->names[n].doubtful &= name.doubtful;
            return;
        }
    if (scene->name_count == CD_SCENE_NAMES) {
        scene->useless = true;
        return;
    }
    scene->names[scene->name_count++] = name;
}

static void
add_names(struct maker *maker)
{
    const struct cd_words *words = &maker->words;
    uint8_t run = SUBJECT_RUN;
    bool bound = false, teller = false, late = false;
    bool doubtful = false;

    for (size_t i = 0, last = SIZE_MAX - 1; i < words->count; i++) {
        if (!cd_scene_is_name(words, i))
            continue;
        if (last + 1 != i) {
            run++;
            bound = cd_scene_is_bound(words, i);
            late = words->words[i].start >= maker->place->end;
            doubtful = cd_scene_is_doubtful(words, i);
            teller = cd_scene_is_teller(words, i);
        }
        last = i;
        if (!teller)
            add_name(maker->scene, words, i,
                     (struct cd_scene_name){ .run = run,
                                             .bound = bound,
                                             .late = late,
                                             .doubtful = doubtful });
    }
}

/* A subject that the sentence only means: "its revenue". */
static void
add_subject(struct maker *maker, struct cd_arena *arena)
{
    struct cd_words words;

    cd_words_make(&words, arena, maker->place->subject);
    for (size_t i = 0; i < words.count; i++)
        if (cd_scene_is_name(&words, i))
            add_name(maker->scene, &words, i,
                     (struct cd_scene_name){
                         .run = SUBJECT_RUN,
                         .doubtful = cd_scene_is_doubtful(&words, i) });
}

/* --- questions --- */

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

    for (size_t n = PHRASE; n > 0; n--) {
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
    for (size_t e = 0; value != NULL && e < CD_COUNT(empty); e++)
        if (strcmp(value, empty[e]) == 0)
            return NULL;
    return value;
}

/* Answers that days do not change. */
static bool
is_lasting(const char *name)
{
    static const char *const lasting[] = { "population", "height", "length",
                                           "depth",      "width",  "area",
                                           "distance",   "fine",   "sentence" };

    for (size_t i = 0; i < CD_COUNT(lasting); i++)
        if (strcmp(name, lasting[i]) == 0)
            return true;
    return false;
}

static bool
asks(const struct cd_scene *scene, const char *name)
{
    uint32_t hash = hash_of(name);

    for (size_t i = 0; i < scene->question_count; i++)
        if (scene->questions[i] == hash)
            return true;
    return false;
}

static void
add_question(struct cd_scene *scene, const char *name)
{
    scene->lasting |= is_lasting(name);
    if (!asks(scene, name) && scene->question_count < CD_SCENE_QUESTIONS)
        scene->questions[scene->question_count++] = hash_of(name);
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
add_questions(struct maker *maker, const struct cd_words *words, size_t from,
              size_t to)
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

static void
find_questions(struct maker *maker, struct cd_arena *arena)
{
    struct cd_words words;

    cd_words_make(&words, arena, maker->place->property);
    add_questions(maker, &words, 0, maker->place->property.n);
    if (maker->scene->question_count == 0)
        add_questions(maker, &maker->words, maker->from, maker->to);
}

/* --- the other words --- */

/* Words of a question are none of the others. */
static bool
is_asking(const struct cd_words *words, size_t i)
{
    size_t count;

    return question_at(words, i, &count) != NULL && count == 1;
}

/* "is expected to": but what one plans to do oneself is no guess. */
static bool
is_guess(const struct cd_words *words, size_t i)
{
    static const char *const intents[] = { "plan",   "intend",  "pledge",
                                           "promis", "schedul", "set",
                                           "slate",  "aim" };
    char room[CD_SCENE_FOLD];
    struct cd_str text = cd_scene_fold(words, i, i, room);

    for (size_t n = 0; n < CD_COUNT(intents); n++)
        if (cd_str_starts(text, cd_str_of(intents[n])))
            return false;
    return cd_word_is(text, CD_WORD_FORECAST) ||
           cd_word_is(text, CD_WORD_FORECASTNOUN);
}

static void
add_words(struct maker *maker)
{
    const struct cd_words *words = &maker->words;
    struct cd_scene *scene = maker->scene;

    for (size_t i = 0; i < words->count; i++) {
        const struct cd_word *word = &words->words[i];

        if (word->start < maker->from || word->end > maker->to)
            continue;
        if (cd_scene_is_period(words, i)) {
            /* prices are compared with those of a year before, said or not */
            if (!asks(scene, "inflation") &&
                scene->period_count < CD_SCENE_PERIODS)
                scene->periods[scene->period_count++] = word->stem;
            continue;
        }
        scene->guess |= is_guess(words, i);
        if (word->end > maker->place->start && word->start < maker->place->end)
            continue;
        if (!cd_scene_says_nothing(words, i) && !is_asking(words, i) &&
            scene->word_count < CD_SCENE_WORDS)
            scene->words[scene->word_count++] =
                (struct cd_scene_word){ word->stem, word->weight };
    }
}

/* "from $2m", "compared with $2m", "another $2m": another value than the one
 * that is told. */
static bool
compares(const struct maker *maker)
{
    static const char *const before[] = { "from",    "than",    "versus",
                                          "vs",      "against", "compared",
                                          "further", "another", "additional",
                                          "extra" };
    const struct cd_words *words = &maker->words;
    size_t i = 0;
    char room[CD_SCENE_FOLD];

    while (i < words->count && words->words[i].start < maker->place->start)
        i++;
    for (size_t back = 1; back <= 3 && back <= i; back++)
        for (size_t b = 0; b < CD_COUNT(before); b++)
            if (cd_str_is(cd_scene_fold(words, i - back, i - back, room),
                          before[b]))
                return true;
    return false;
}

/* "46.1 vs 35.6", or no full stop: a row of a table. */
static bool
is_row(const struct maker *maker)
{
    const struct cd_words *words = &maker->words;
    struct cd_str text = maker->place->sentence;
    char room[CD_SCENE_FOLD];

    for (size_t i = 0; i < words->count; i++)
        if (cd_str_is(cd_scene_fold(words, i, i, room), "vs"))
            return true;
    while (text.n > 0 && strchr("\"')] \n", text.p[text.n - 1]) != NULL)
        text.n--;
    return text.n == 0 || strchr(".!?\x9D\x99", text.p[text.n - 1]) == NULL;
}

/* The words that count are near the claim, and its own. */
static void
set_window(struct maker *maker)
{
    const struct cd_scene_place *place = maker->place;

    maker->from = place->start > REACH ? place->start - REACH : 0;
    maker->to = place->end + REACH;
    if (maker->from < place->from)
        maker->from = place->from;
    if (maker->to > place->to)
        maker->to = place->to;
}

void
cd_scene_make(struct cd_scene *scene, struct cd_arena *arena,
              const struct cd_scene_place *place)
{
    struct maker maker = { .scene = scene, .place = place };

    *scene = (struct cd_scene){ 0 };
    cd_words_make(&maker.words, arena, place->sentence);
    set_window(&maker);
    scene->useless = compares(&maker) || is_row(&maker);
    if (scene->useless)
        return;
    add_names(&maker);
    add_subject(&maker, arena);
    find_questions(&maker, arena);
    add_words(&maker);
    scene->lasting |= scene->period_count > 0;
}
