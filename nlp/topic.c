/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/topic.h"

#include "base/ascii.h"
#include "nlp/word.h"

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
