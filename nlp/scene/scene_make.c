/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/scene/scene.h"

#include <string.h>

#include "nlp/scene/scene_maker.h"
#include "nlp/scene/scene_word.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

enum {
    REACH = 100,    /* bytes around a claim whose words count */
    SUBJECT_RUN = 1 /* the run of the names that the subject adds */
};

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

/* "<ACM>", "(Acme)" */
static bool
is_aside(const struct cd_words *words, size_t i)
{
    size_t start = words->words[i].start;

    return start > 0 && strchr("<([", words->text.p[start - 1]) != NULL;
}

static void
add_names(struct cd_scene_maker *maker)
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
        if (!late && !is_aside(words, i))
            maker->scene->near = teller || bound ? 0 : run;
        if (!teller)
            add_name(maker->scene, words, i,
                     (struct cd_scene_name){ .run = run,
                                             .bound = bound,
                                             .late = late,
                                             .doubtful = doubtful });
    }
}

/* A subject that the sentence only means: "its revenue".  The age of one whom
 * no name tells ("the 29-year-old") is that of anybody. */
static void
add_subject(struct cd_scene_maker *maker, struct cd_arena *arena)
{
    struct cd_words words;
    bool named = false;

    cd_words_make(&words, arena, maker->place->subject);
    for (size_t i = 0; i < words.count; i++)
        if (cd_scene_is_name(&words, i)) {
            named = true;
            add_name(maker->scene, &words, i,
                     (struct cd_scene_name){
                         .run = SUBJECT_RUN,
                         .doubtful = cd_scene_is_doubtful(&words, i) });
        }
    if (!named && cd_str_is(maker->place->property, "age"))
        maker->scene->useless = true;
}

/* --- the other words --- */

/* "is expected to": but what one plans to do oneself is no guess. */
static bool
is_guess(const struct cd_words *words, size_t i)
{
    static const char *const intents[] = { "plan",   "intend",  "pledge",
                                           "promis", "schedul", "set",
                                           "slate",  "aim" };
    char room[CD_SCENE_FOLD];
    struct cd_str text = cd_scene_fold(words, i, i, room);
    const char *forecast;

    for (size_t n = 0; n < CD_COUNT(intents); n++)
        if (cd_str_starts(text, cd_str_of(intents[n])))
            return false;
    forecast = cd_word_value(text, CD_WORD_FORECAST);
    return (forecast != NULL && strcmp(forecast, "to") != 0) ||
           cd_word_is(text, CD_WORD_FORECASTNOUN);
}

/* "the stock rose", "the index fell", "traded at": by the next hour it is
 * another. */
static bool
is_quote(const struct cd_words *words, size_t i)
{
    static const char *const traded[] = { "stock", "stocks",  "shares",
                                          "index", "futures", "bond",
                                          "bonds", "dollar",  "sterling" };
    static const char *const verbs[] = { "traded", "trading", "quoted",
                                         "opened", "closed",  "settled" };
    char room[CD_SCENE_FOLD];
    struct cd_str text;

    if (i + 1 >= words->count)
        return false;
    text = cd_scene_fold(words, i, i, room);
    if (cd_str_among(text, traded, CD_COUNT(traded)))
        return cd_word_is(cd_scene_fold(words, i + 1, i + 1, room),
                          CD_WORD_MOVE);
    return cd_str_among(text, verbs, CD_COUNT(verbs)) &&
           cd_str_is(cd_scene_fold(words, i + 1, i + 1, room), "at");
}

/* Is it one of the other words? */
static bool
counts(const struct cd_words *words, size_t i)
{
    return !cd_scene_says_nothing(words, i) && !cd_scene_is_asking(words, i);
}

static bool
is_article(const struct cd_words *words, size_t i)
{
    static const char *const articles[] = { "a", "an", "the" };
    char room[CD_SCENE_FOLD];

    return cd_str_among(cd_scene_fold(words, i, i, room), articles,
                        CD_COUNT(articles));
}

/* The stem of the next word that is none of the others, to one side; 0: there
 * is none, or it is an article. */
static uint32_t
neighbour(const struct cd_words *words, size_t i, int step)
{
    for (i += (size_t)step; i < words->count; i += (size_t)step) {
        if (!cd_scene_says_nothing(words, i))
            continue;
        return is_article(words, i) ? 0 : words->words[i].stem;
    }
    return 0;
}

static bool
before_preposition(const struct cd_words *words, size_t i)
{
    static const char *const after[] = { "of",  "in",   "at", "by",
                                         "for", "near", "to", "off" };
    char room[CD_SCENE_FOLD];

    return i + 1 < words->count &&
           cd_str_among(cd_scene_fold(words, i + 1, i + 1, room), after,
                        CD_COUNT(after));
}

static struct cd_scene_word
word_at(const struct cd_words *words, size_t i)
{
    enum { VERBS = CD_CLASS_VERB | CD_CLASS_VERB_S | CD_CLASS_VERB_ED };
    char room[CD_SCENE_FOLD];
    uint32_t classes = cd_word_classes(cd_scene_fold(words, i, i, room));

    return (struct cd_scene_word){
        .stem = words->words[i].stem,
        .weight = words->words[i].weight,
        .before = neighbour(words, i, -1),
        .behind = before_preposition(words, i) ? 1 : neighbour(words, i, 1),
        .noun = (classes == 0 ||
                 (classes & (CD_CLASS_NOUN | CD_CLASS_NOUNS)) != 0) &&
                ((classes & VERBS) == 0 || before_preposition(words, i) ||
                 (i > 0 && is_article(words, i - 1))),
    };
}

static bool
is_of(const struct cd_words *words, size_t i)
{
    char room[CD_SCENE_FOLD];

    return cd_str_is(cd_scene_fold(words, i, i, room), "of");
}

static void
add_words(struct cd_scene_maker *maker)
{
    const struct cd_words *words = &maker->words;
    struct cd_scene *scene = maker->scene;
    bool stuff = false; /* behind "of" in the claim: "tonnes of steel" */

    for (size_t i = 0; i < words->count; i++) {
        const struct cd_word *word = &words->words[i];

        scene->quoted |= is_quote(words, i);
        if (word->start < maker->from || word->end > maker->to)
            continue;
        if (cd_scene_is_period(words, i)) {
            cd_scene_add_period(scene, words, i);
            continue;
        }
        scene->guess |= is_guess(words, i);
        cd_scene_add_scope(maker, i);
        if (word->end > maker->place->start &&
            word->start < maker->place->end) {
            stuff |= is_of(words, i);
            if (!stuff)
                continue;
            if (counts(words, i))
                scene->stuff = word->stem;
        }
        if (counts(words, i) && scene->word_count < CD_SCENE_WORDS)
            scene->words[scene->word_count++] = word_at(words, i);
    }
}

/* "$2m a year ago", "$2m week ago" */
static bool
is_past(const struct cd_scene_maker *maker)
{
    const struct cd_words *words = &maker->words;
    size_t i = 0;
    char room[CD_SCENE_FOLD];

    while (i < words->count && words->words[i].start < maker->place->end)
        i++;
    for (size_t n = 0; n < 3 && i + n < words->count; n++) {
        struct cd_str text = cd_scene_fold(words, i + n, i + n, room);

        if (cd_str_is(text, "ago") || cd_str_is(text, "earlier"))
            return true;
        if (!is_article(words, i + n) && !cd_word_is(text, CD_WORD_PERIOD))
            return false;
    }
    return false;
}

/* "from $2m", "compared with $2m", "another $2m": another value than the one
 * that is told. */
static bool
compares(const struct cd_scene_maker *maker)
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
    for (size_t back = 1; back <= 3 && back <= i; back++) {
        if (cd_scene_is_name(words, i - back))
            return false; /* "exports from Ravland reached $2m" */
        if (cd_str_among(cd_scene_fold(words, i - back, i - back, room), before,
                         CD_COUNT(before)))
            return true;
    }
    return i > 0 &&
           cd_str_is(cd_scene_fold(words, i - 1, i - 1, room), "first");
}

/* "46.1 vs 35.6", or no full stop: a row of a table. */
static bool
is_row(const struct cd_scene_maker *maker)
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
set_window(struct cd_scene_maker *maker)
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
    struct cd_scene_maker maker = { .scene = scene, .place = place };

    *scene = (struct cd_scene){ 0 };
    cd_words_make(&maker.words, arena, place->sentence);
    set_window(&maker);
    scene->useless = compares(&maker) || is_past(&maker) || is_row(&maker);
    if (scene->useless)
        return;
    add_names(&maker);
    add_subject(&maker, arena);
    if (scene->useless)
        return;
    cd_scene_add_questions(&maker, arena);
    add_words(&maker);
    cd_scene_add_unit_period(&maker);
    scene->lasting |= scene->period_count > 0;
}
