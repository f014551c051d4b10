/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/scene.h"

#include <string.h>

#include "base/ascii.h"
#include "nlp/idf.h"
#include "nlp/word.h"
#include "nlp/word_class.h"
#include "nlp/words.h"

enum {
    FOLD = 48,      /* bytes of a word or phrase that are looked up */
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

/* Of words, from one to another, both included: in lower case. */
static struct cd_str
fold(const struct cd_words *words, size_t first, size_t last, char room[FOLD])
{
    struct cd_str text = cd_str_sub(words->text, words->words[first].start,
                                    words->words[last].end);

    if (text.n > FOLD)
        return (struct cd_str){ room, 0 };
    for (size_t i = 0; i < text.n; i++)
        room[i] = cd_ascii_lower(text.p[i]);
    return (struct cd_str){ room, text.n };
}

static uint32_t
hash_of(const char *name)
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (; *name != '\0'; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619u;
    return hash;
}

static bool
is_one_of(const struct cd_words *words, size_t i,
          const enum cd_word_class *classes, size_t count)
{
    char room[FOLD];
    struct cd_str text = fold(words, i, i, room);

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

static bool
is_compass(const struct cd_words *words, size_t i)
{
    char room[FOLD];
    const char *value = cd_word_value(fold(words, i, i, room), CD_WORD_NAMING);

    return value != NULL && strcmp(value, "compass") == 0;
}

/* A capital that no sentence begins with, or a word that no dictionary has. */
static bool
is_name(const struct cd_words *words, size_t i)
{
    static const enum cd_word_class dated[] = { CD_WORD_MONTH, CD_WORD_DAY };
    const struct cd_word *word = &words->words[i];
    char room[FOLD];

    if ((word->flags & CD_WORD_CAPITAL) == 0 ||
        is_one_of(words, i, dated, CD_COUNT(dated)))
        return false;
    if (is_class(words, i, CD_WORD_NAMING) && !is_compass(words, i))
        return false;
    return i > 0 || cd_word_classes(fold(words, i, i, room)) == 0 ||
           (words->count > 1 &&
            (words->words[1].flags & CD_WORD_CAPITAL) != 0 &&
            words->words[1].start == word->end + 1);
}

/* A first word that stands alone may be no name: "Voter turnout"; but not of
 * "Acme's", "Acme reported", "Acme has". */
static bool
is_doubtful(const struct cd_words *words, size_t i)
{
    static const enum cd_word_class deeds[] = { CD_WORD_REPORT, CD_WORD_LIGHT,
                                                CD_WORD_MOVE, CD_WORD_WILL };
    char room[FOLD];

    if (i > 0 || words->words[0].weight >= CD_IDF_UNKNOWN ||
        cd_str_ends(fold(words, 0, 0, room), CD_STR("'s")))
        return false;
    return words->count < 2 ||
           !(is_name(words, 1) || is_one_of(words, 1, deeds, CD_COUNT(deeds)));
}

static bool
is_preposition(struct cd_str text)
{
    static const char *const words[] = { "in", "at",   "of",    "from",  "for",
                                         "on", "near", "among", "across" };

    for (size_t i = 0; i < CD_COUNT(words); i++)
        if (cd_str_is(text, words[i]))
            return true;
    return false;
}

/* "said John Trumbull", "according to Acme": who tells it is no part of it. */
static bool
is_teller(const struct cd_words *words, size_t i)
{
    char room[FOLD];

    for (size_t back = 1; back <= 2 && back <= i; back++) {
        struct cd_str text = fold(words, i - back, i - back, room);

        if (cd_word_is(text, CD_WORD_REPORT))
            return true;
    }
    return false;
}

/* Is the name at i bound by a preposition before it, or before its article? */
static bool
is_bound(const struct cd_words *words, size_t i)
{
    char room[FOLD];

    if (i > 0 && cd_str_is(fold(words, i - 1, i - 1, room), "the"))
        i--;
    return i > 0 && is_preposition(fold(words, i - 1, i - 1, room));
}

static void
add_name(struct cd_scene *scene, const struct cd_words *words, size_t i,
         struct cd_scene_name name)
{
    const struct cd_word *word = &words->words[i];

    name.stem = word->stem;
    name.weight = word->weight;
    name.compass = is_compass(words, i);
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
        if (!is_name(words, i))
            continue;
        if (last + 1 != i) {
            run++;
            bound = is_bound(words, i);
            late = words->words[i].start >= maker->place->end;
            doubtful = is_doubtful(words, i);
            teller = is_teller(words, i);
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
        if (is_name(&words, i))
            add_name(
                maker->scene, &words, i,
                (struct cd_scene_name){ .run = SUBJECT_RUN,
                                        .doubtful = is_doubtful(&words, i) });
}

/* --- words that change nothing, periods --- */

static bool
is_period(const struct cd_words *words, size_t i)
{
    static const char *const every[] = { "quarterly",  "annual", "annualised",
                                         "annualized", "yearly", "monthly",
                                         "weekly",     "daily",  "hourly" };
    static const char *const nth[] = { "first", "second", "third", "fourth" };
    char room[FOLD];
    struct cd_str text = fold(words, i, i, room);

    for (size_t e = 0; e < CD_COUNT(every); e++)
        if (cd_str_is(text, every[e]))
            return true;
    for (size_t n = 0; n < CD_COUNT(nth); n++)
        if (cd_str_is(text, nth[n]))
            return i + 1 < words->count &&
                   is_class(words, i + 1, CD_WORD_PERIOD);
    return false;
}

/* Words that change nothing of what is told. */
static bool
says_nothing(const struct cd_words *words, size_t i)
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
           word->figure != CD_WORD_NO_FIGURE || is_name(words, i) ||
           is_one_of(words, i, empty, CD_COUNT(empty));
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
    char room[FOLD];
    const char *value;

    for (size_t n = PHRASE; n > 0; n--) {
        if (i + n > words->count)
            continue;
        *count = n;
        value =
            cd_word_value(fold(words, i, i + n - 1, room), CD_WORD_QUESTION);
        if (value != NULL)
            return value[0] != '-' ? value : NULL;
    }
    *count = 1;
    value = cd_word_value(fold(words, i, i, room), CD_WORD_MEASURE);
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

static void
add_question(struct cd_scene *scene, const char *name)
{
    uint32_t hash = hash_of(name);

    scene->lasting |= is_lasting(name);
    for (size_t i = 0; i < scene->question_count; i++)
        if (scene->questions[i] == hash)
            return;
    if (scene->question_count < CD_SCENE_QUESTIONS)
        scene->questions[scene->question_count++] = hash;
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
    char room[FOLD];

    for (size_t n = 0; n < 2 && at > 0; n++, at--) {
        const struct cd_word *word = &words->words[at - 1];

        if (words->words[at].start != word->end + 1 || is_name(words, at - 1) ||
            is_period(words, at - 1) || says_nothing(words, at - 1) ||
            names(scene, word->stem) ||
            (unit.n > 0 &&
             cd_str_starts(fold(words, at - 1, at - 1, room), unit)))
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
            !is_name(words, i))
            name = question_at(words, i, &count);
        if (name == NULL)
            continue;
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
    char room[FOLD];
    struct cd_str text = fold(words, i, i, room);

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
        if (is_period(words, i)) {
            if (scene->period_count < CD_SCENE_PERIODS)
                scene->periods[scene->period_count++] = word->stem;
            continue;
        }
        scene->guess |= is_guess(words, i);
        if (word->end > maker->place->start && word->start < maker->place->end)
            continue;
        if (!says_nothing(words, i) && !is_asking(words, i) &&
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
    char room[FOLD];

    while (i < words->count && words->words[i].start < maker->place->start)
        i++;
    for (size_t back = 1; back <= 3 && back <= i; back++)
        for (size_t b = 0; b < CD_COUNT(before); b++)
            if (cd_str_is(fold(words, i - back, i - back, room), before[b]))
                return true;
    return false;
}

/* "46.1 vs 35.6", or no full stop: a row of a table. */
static bool
is_row(const struct maker *maker)
{
    const struct cd_words *words = &maker->words;
    struct cd_str text = maker->place->sentence;
    char room[FOLD];

    for (size_t i = 0; i < words->count; i++)
        if (cd_str_is(fold(words, i, i, room), "vs"))
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
