/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/cues.h"

#include "nlp/copy/idf.h"
#include "nlp/copy/slots.h"

enum {
    HEAD_WORDS = 8,
    NAME_WEIGHT = 77, /* a capital alone may be that of "The" or "Monday" */
    QUOTED_STEMS = 3, /* fewer are a title or an ironic word */
};

static unsigned
lone_names(const struct cd_words *words, const struct cd_words *others)
{
    unsigned weight = 0;

    for (uint32_t i = 0; i < words->count && i < HEAD_WORDS; i++) {
        const struct cd_word *word = &words->words[i];

        if ((word->flags & CD_WORD_CAPITAL) != 0 &&
            word->weight >= NAME_WEIGHT && word->figure == CD_WORD_NO_FIGURE &&
            !cd_slots_has_stem(others, word->stem))
            weight += word->weight;
    }
    return weight;
}

double
cd_cues_heads(const struct cd_words *a, const struct cd_words *b)
{
    unsigned x = lone_names(a, b), y = lone_names(b, a);

    return (double)(x < y ? x : y) / CD_IDF_ONE;
}

/* Goes from order *i to behind the words of the same stem; is one quoted? */
static bool
next_stem(const struct cd_words *words, uint32_t *i)
{
    uint32_t stem = words->words[words->order[*i]].stem;
    bool quoted = false;

    while (*i < words->count && words->words[words->order[*i]].stem == stem) {
        if ((words->words[words->order[*i]].flags & CD_WORD_QUOTED) != 0)
            quoted = true;
        ++*i;
    }
    return quoted;
}

double
cd_cues_quotes(const struct cd_words *a, const struct cd_words *b)
{
    uint32_t of_a = 0, of_b = 0, shared = 0, least;

    for (uint32_t i = 0, j = 0; i < a->count || j < b->count;) {
        uint64_t x = i < a->count ? a->words[a->order[i]].stem : UINT64_MAX;
        uint64_t y = j < b->count ? b->words[b->order[j]].stem : UINT64_MAX;
        bool in_a = x <= y && next_stem(a, &i);
        bool in_b = y <= x && next_stem(b, &j);

        of_a += in_a;
        of_b += in_b;
        shared += in_a && in_b;
    }
    least = of_a < of_b ? of_a : of_b;
    return least < QUOTED_STEMS ? 0 : (double)shared / least;
}
