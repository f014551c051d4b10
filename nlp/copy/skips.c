/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/skips.h"

#include "nlp/copy/idf.h"

enum {
    REACH = 4,       /* content words from the first to the second of a pair */
    OCCURRENCES = 8, /* of a stem in the other text that are looked at */
    MOST = 1 << 16,  /* of the words of a text, evenly, pairs are looked at: a
                        share does not want more */
};

/* The content words of a text: place in the other text's order of the first
 * word with the same stem, or NONE. */
struct content {
    uint32_t *at;
    uint32_t count;
};

#define NONE UINT32_MAX

/* Each word's number among the content words of its text. */
static uint32_t *
number_content(struct cd_arena *arena, const struct cd_words *words)
{
    uint32_t *number = cd_arena_new_array(arena, uint32_t, words->count);
    uint32_t n = 0;

    for (uint32_t i = 0; i < words->count; i++) {
        number[i] = n;
        n += words->words[i].weight >= CD_IDF_COMMON;
    }
    return number;
}

/* For each word of a, where its stem begins in b's order, or NONE. */
static uint32_t *
find_stems(struct cd_arena *arena, const struct cd_words *a,
           const struct cd_words *b)
{
    uint32_t *found = cd_arena_new_array(arena, uint32_t, a->count);
    uint32_t j = 0;

    for (uint32_t i = 0; i < a->count; i++) {
        uint32_t stem = a->words[a->order[i]].stem;

        while (j < b->count && b->words[b->order[j]].stem < stem)
            j++;
        found[a->order[i]] =
            j < b->count && b->words[b->order[j]].stem == stem ? j : NONE;
    }
    return found;
}

static struct content
content_of(struct cd_arena *arena, const struct cd_words *a,
           const struct cd_words *b)
{
    uint32_t *found = find_stems(arena, a, b);
    struct content content = { found, 0 };

    for (uint32_t i = 0; i < a->count; i++) {
        if (a->words[i].weight >= CD_IDF_COMMON)
            found[content.count++] = found[i];
    }
    return content;
}

/* Do the stems at places x and y of b's order stand in b within reach? */
static bool
near(const struct cd_words *b, const uint32_t *number, uint32_t x, uint32_t y)
{
    uint32_t first = b->words[b->order[x]].stem;
    uint32_t second = b->words[b->order[y]].stem;

    for (uint32_t i = x; i < b->count && i < x + OCCURRENCES; i++) {
        if (b->words[b->order[i]].stem != first)
            break;
        for (uint32_t j = y; j < b->count && j < y + OCCURRENCES; j++) {
            uint32_t from = number[b->order[i]], to = number[b->order[j]];

            if (b->words[b->order[j]].stem != second)
                break;
            if (to > from && to - from <= REACH)
                return true;
        }
    }
    return false;
}

double
cd_skips_shared(struct cd_arena *arena, const struct cd_words *a,
                const struct cd_words *b)
{
    struct content content = content_of(arena, a, b);
    const uint32_t *number = number_content(arena, b);
    size_t all = 0, shared = 0;
    uint32_t step = content.count / MOST + 1;

    for (uint32_t i = 0; i < content.count; i += step) {
        for (uint32_t k = i + 1; k < content.count && k <= i + REACH; k++) {
            all++;
            shared += content.at[i] != NONE && content.at[k] != NONE &&
                      near(b, number, content.at[i], content.at[k]);
        }
    }
    return all > 0 ? (double)shared / (double)all : 0;
}
