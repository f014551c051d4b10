/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax/word_class.h"

#include "nlp/syntax/tagger_model.h"
#include "nlp/syntax/word_class.inc" /* hashes, sorted; classes */

enum { STEM_ROOM = 32 }; /* longest base form that is looked for */

static uint32_t
look_up(uint32_t hash)
{
    size_t low = 0, high = CD_COUNT(hashes);

    while (low < high) {
        size_t at = low + (high - low) / 2;

        if (hashes[at] == hash)
            return classes[at];
        if (hashes[at] < hash)
            low = at + 1;
        else
            high = at;
    }
    return 0;
}

/* The row of a word whose last drop letters are replaced by tail. */
static uint32_t
base_form(struct cd_str fold, size_t drop, const char *tail)
{
    char stem[STEM_ROOM + 4];
    size_t n = fold.n - drop, t = strlen(tail);

    if (fold.n < drop + 2 || n > STEM_ROOM)
        return 0;
    memcpy(stem, fold.p, n);
    memcpy(stem + n, tail, t);
    return look_up(cd_pos_hash((struct cd_str){ stem, n + t }, 1));
}

/* "stopped", "stopping": the last letter before the ending is double. */
static bool
is_double(struct cd_str fold, size_t ending)
{
    size_t n = fold.n - ending;

    return n > 2 && fold.p[n - 1] == fold.p[n - 2];
}

/* What the base forms of a word with this ending can be. */
static uint32_t
base_forms(struct cd_str fold, size_t ending, const char *e)
{
    uint32_t found = base_form(fold, ending, "") | base_form(fold, ending, e);

    if (is_double(fold, ending))
        found |= base_form(fold, ending + 1, "");
    return found;
}

static const struct {
    struct cd_str ending;
    const char *e; /* what may stand in its place */
    uint32_t base, form;
} endings[] = {
    { { "ies", 3 }, "y", CD_CLASS_NOUN, CD_CLASS_NOUNS },
    { { "ies", 3 }, "y", CD_CLASS_VERB, CD_CLASS_VERB_S },
    { { "es", 2 }, "", CD_CLASS_NOUN, CD_CLASS_NOUNS },
    { { "es", 2 }, "", CD_CLASS_VERB, CD_CLASS_VERB_S },
    { { "s", 1 }, "", CD_CLASS_NOUN, CD_CLASS_NOUNS },
    { { "s", 1 }, "", CD_CLASS_VERB, CD_CLASS_VERB_S },
    { { "ied", 3 }, "y", CD_CLASS_VERB, CD_CLASS_VERB_ED },
    { { "ed", 2 }, "e", CD_CLASS_VERB, CD_CLASS_VERB_ED },
    { { "ing", 3 }, "e", CD_CLASS_VERB, CD_CLASS_VERB_ING },
    { { "er", 2 }, "e", CD_CLASS_ADJECTIVE, CD_CLASS_ADJECTIVE },
    { { "est", 3 }, "e", CD_CLASS_ADJECTIVE, CD_CLASS_ADJECTIVE },
    { { "ly", 2 }, "le", CD_CLASS_ADJECTIVE, CD_CLASS_ADVERB },
    { { "ily", 3 }, "y", CD_CLASS_ADJECTIVE, CD_CLASS_ADVERB },
};

uint32_t
cd_word_classes(struct cd_str fold)
{
    uint32_t found = look_up(cd_pos_hash(fold, 1));

    for (size_t i = 0; i < CD_COUNT(endings); i++)
        if (cd_str_ends(fold, endings[i].ending) &&
            (base_forms(fold, endings[i].ending.n, endings[i].e) &
             endings[i].base) != 0)
            found |= endings[i].form;
    return found;
}
