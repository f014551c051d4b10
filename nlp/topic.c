/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/topic.h"

#include <string.h>

#include "base/ascii.h"
#include "nlp/idf.h"
#include "nlp/word.h"
#include "nlp/words.h"

enum {
    ORDINARY = 70,           /* below: "officials", "company" */
    RARE = 7 * CD_IDF_ONE,   /* "Biden" */
    STRANGE = CD_IDF_UNKNOWN /* a name that the table has never seen */
};

/* Where the last words of a phrase begin that name a measure: SIZE_MAX if they
 * do not.  fold is in lower case. */
static size_t
measure_start(struct cd_str fold, const char **name)
{
    for (size_t at = 0; at < fold.n; at++) {
        if (at > 0 && fold.p[at - 1] != ' ')
            continue;
        *name = cd_word_value(cd_str_sub(fold, at, fold.n), CD_WORD_MEASURE);
        if (*name != NULL)
            return at;
    }
    return SIZE_MAX;
}

static struct cd_str
lower(struct cd_str text, char *room, size_t size)
{
    if (text.n > size)
        return (struct cd_str){ room, 0 };
    for (size_t i = 0; i < text.n; i++)
        room[i] = cd_ascii_lower(text.p[i]);
    return (struct cd_str){ room, text.n };
}

struct cd_str
cd_topic_measure(struct cd_str property, char room[CD_TOPIC_MEASURE])
{
    struct cd_str fold = lower(property, room, CD_TOPIC_MEASURE);
    const char *name;

    if (fold.n == 0)
        return property;
    return measure_start(fold, &name) == SIZE_MAX ? fold : cd_str_of(name);
}

static const char *
value_of(const struct cd_words *words, size_t i, enum cd_word_class class)
{
    char room[32];

    return cd_word_value(lower(cd_words_text(words, i), room, sizeof(room)),
                         class);
}

static bool
is_compass(const struct cd_words *words, size_t i)
{
    const char *value = value_of(words, i, CD_WORD_NAMING);

    return value != NULL && strcmp(value, "compass") == 0 &&
           (words->words[i].flags & CD_WORD_CAPITAL) != 0;
}

/* A word that two names for one thing may differ in. */
static bool
says_nothing(const struct cd_words *words, size_t i)
{
    return !is_compass(words, i) &&
           (words->words[i].weight < CD_IDF_COMMON ||
            value_of(words, i, CD_WORD_NAMING) != NULL ||
            value_of(words, i, CD_WORD_MOVENOUN) != NULL);
}

static struct cd_topic_mark
mark(const struct cd_words *words, size_t i)
{
    const struct cd_word *word = &words->words[i];

    return (struct cd_topic_mark){
        .weight = word->weight,
        .name = (word->flags & CD_WORD_CAPITAL) != 0,
        .compass = is_compass(words, i),
    };
}

/* A phrase with more words than there is room for has none. */
static void
make_phrase(struct cd_topic_phrase *phrase, struct cd_arena *arena,
            struct cd_str text)
{
    struct cd_words words;

    *phrase = (struct cd_topic_phrase){ 0 };
    cd_words_make(&words, arena, text);
    for (size_t i = 0; i < words.count; i++) {
        const struct cd_word *word = &words.words[i];

        if (says_nothing(&words, i))
            continue;
        if (phrase->count == CD_TOPIC_WORDS) {
            phrase->count = 0;
            return;
        }
        phrase->stems[phrase->count] = word->stem;
        phrase->marks[phrase->count++] = mark(&words, i);
    }
}

static uint32_t
hash_of(const char *name)
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (; *name != '\0'; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619u;
    return hash | 1;
}

/* "Nvidia shares": the shares are no part of the name. */
static struct cd_str
without_measure(struct cd_str subject)
{
    char room[CD_TOPIC_MEASURE];
    const char *name;
    size_t at = measure_start(lower(subject, room, sizeof(room)), &name);

    return at == SIZE_MAX || at == 0 ? subject : cd_str_sub(subject, 0, at);
}

static bool
has(const struct cd_topic_phrase *phrase, uint32_t stem)
{
    for (size_t i = 0; i < phrase->count; i++)
        if (phrase->stems[i] == stem)
            return true;
    return false;
}

/* Where the first preposition of a phrase begins, the space before it included,
 * and where what follows it does; text.n if there is none. */
static size_t
preposition(struct cd_str text, size_t *after)
{
    static const struct cd_str words[] = {
        { " of ", 4 },   { " by ", 4 },  { " for ", 5 }, { " from ", 6 },
        { " in ", 4 },   { " on ", 4 },  { " to ", 4 },  { " at ", 4 },
        { " with ", 6 }, { " per ", 5 },
    };
    size_t first = text.n;

    *after = text.n;
    for (size_t i = 0; i < CD_COUNT(words); i++) {
        size_t at = cd_str_find(text, words[i], 0);

        if (at < first) {
            first = at;
            *after = at + words[i].n;
        }
    }
    return first;
}

/* The words of the subject say nothing more of the property. */
static void
drop_subject(struct cd_topic *topic)
{
    struct cd_topic_phrase *property = &topic->property;
    size_t n = 0;

    for (size_t i = 0; i < property->count; i++) {
        if (has(&topic->subject, property->stems[i]))
            continue;
        property->stems[n] = property->stems[i];
        property->marks[n++] = property->marks[i];
    }
    property->count = n;
}

void
cd_topic_make(struct cd_topic *topic, struct cd_arena *arena,
              struct cd_str subject, struct cd_str property)
{
    char room[CD_TOPIC_MEASURE];
    const char *name;
    size_t after, end = preposition(property, &after), at;

    /* "unemployment rate in Delmouth" as both: the rate, of Delmouth */
    if (cd_str_eq(subject, property) && end < property.n)
        subject = cd_str_sub(property, after, property.n);
    property = cd_str_sub(property, 0, end);
    at = measure_start(lower(property, room, sizeof(room)), &name);
    topic->measure = at == SIZE_MAX ? 0 : hash_of(name);
    if (at != SIZE_MAX)
        property = cd_str_sub(property, 0, at);
    make_phrase(&topic->property, arena, property);
    make_phrase(&topic->subject, arena, without_measure(subject));
    drop_subject(topic);
}

static bool
ends_with(const struct cd_topic_phrase *phrase,
          const struct cd_topic_phrase *end)
{
    size_t before = phrase->count - end->count;

    return memcmp(phrase->stems + before, end->stems,
                  end->count * sizeof(*end->stems)) == 0;
}

/* May the first n words of a phrase be left out before the name behind them? */
static bool
may_lead(const struct cd_topic_phrase *phrase, size_t n)
{
    bool lower_case = true;
    bool first_name = n + 1 == phrase->count && phrase->marks[n].weight >= RARE;

    for (size_t i = 0; i < n; i++) {
        const struct cd_topic_mark *mark = &phrase->marks[i];

        lower_case &= !mark->name;
        first_name &= mark->weight < STRANGE && !mark->compass;
    }
    return lower_case || first_name;
}

static bool
is_named(const struct cd_topic_phrase *subject)
{
    const struct cd_topic_mark *last = subject->marks + subject->count;

    return subject->count > 0 && last[-1].name &&
           (subject->count > 1 || last[-1].weight >= ORDINARY);
}

static bool
same_subject(const struct cd_topic_phrase *a, const struct cd_topic_phrase *b)
{
    if (a->count == 0 || b->count == 0)
        return false;
    if (a->count > b->count)
        return same_subject(b, a);
    return ends_with(b, a) &&
           (a->count == b->count ||
            (is_named(a) && may_lead(b, b->count - a->count)));
}

static bool
same_words(const struct cd_topic_phrase *a, const struct cd_topic_phrase *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (!has(b, a->stems[i]))
            return false;
    for (size_t i = 0; i < b->count; i++)
        if (!has(a, b->stems[i]))
            return false;
    return true;
}

bool
cd_topic_same(const struct cd_topic *a, const struct cd_topic *b)
{
    return a->measure == b->measure && same_subject(&a->subject, &b->subject) &&
           same_words(&a->property, &b->property);
}

bool
cd_topic_is_named(const struct cd_topic *topic)
{
    return is_named(&topic->subject);
}

size_t
cd_topic_names(const struct cd_topic *topic, uint32_t names[CD_TOPIC_NAMES])
{
    const struct cd_topic_phrase *subject = &topic->subject;
    size_t n = 0;

    if (!is_named(subject))
        return 0;
    for (size_t i = subject->count; i-- > 0 && n < CD_TOPIC_NAMES;)
        if (subject->marks[i].name)
            names[n++] = subject->stems[i];
    return n;
}
