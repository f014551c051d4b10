/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/scene/topic.h"

#include "base/ascii.h"
#include "nlp/word/word.h"

/* The measure that the last words of a phrase name, or NULL.  fold is in lower
 * case. */
static const char *
measure_of(struct cd_str fold)
{
    const char *name = NULL;

    for (size_t at = 0; at < fold.n && name == NULL; at++) {
        if (at == 0 || fold.p[at - 1] == ' ')
            name = cd_word_value(cd_str_sub(fold, at, fold.n), CD_WORD_MEASURE);
    }
    return name;
}

static struct cd_str
lower(struct cd_str text, char room[CD_TOPIC_MEASURE])
{
    if (text.n > CD_TOPIC_MEASURE)
        return (struct cd_str){ room, 0 };
    for (size_t i = 0; i < text.n; i++)
        room[i] = cd_ascii_lower(text.p[i]);
    return (struct cd_str){ room, text.n };
}

struct cd_str
cd_topic_measure(struct cd_str property, char room[CD_TOPIC_MEASURE])
{
    struct cd_str fold = lower(property, room);
    const char *name;

    if (fold.n == 0)
        return property;
    name = measure_of(fold);
    return name == NULL ? fold : cd_str_of(name);
}
