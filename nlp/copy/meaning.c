/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/meaning.h"

#include <stdlib.h>

#include "base/memory.h"
#include "nlp/copy/idf.h"
#include "nlp/copy/synonyms.h"

#define ROOT_BIT (UINT32_C(1) << 31)

/* Numbers look alike without being so. */
static bool
has_root(const struct cd_word *word)
{
    return (word->flags & (CD_WORD_NUMBER | CD_WORD_GRAM)) == 0;
}

/* A concept that a word of one text only may stand for. */
struct meaning {
    uint32_t word;    /* place in the order of its text */
    uint32_t concept; /* a WordNet concept, or a root with bit 31 set */
};

struct meanings {
    const struct cd_words *words;
    struct meaning *list; /* by concept */
    size_t count;
    bool *used; /* by place in the order */
};

/* Is the i-th stem in order the first of its kind, and absent from b? */
static bool
is_lone(const struct cd_words *a, const struct cd_words *b, uint32_t i,
        uint32_t *j)
{
    uint32_t stem = a->words[a->order[i]].stem;

    if (i > 0 && a->words[a->order[i - 1]].stem == stem)
        return false;
    while (*j < b->count && b->words[b->order[*j]].stem < stem)
        ++*j;
    return *j == b->count || b->words[b->order[*j]].stem != stem;
}

static int
by_concept(const void *x, const void *y)
{
    const struct meaning *a = x, *b = y;

    if (a->concept != b->concept)
    return a->concept < b->concept ? -1 : 1;
    return (a->word > b->word) - (a->word < b->word);
}

static void
add_concepts(struct meanings *of, uint32_t i, size_t *room)
{
    const struct cd_word *word = &of->words->words[of->words->order[i]];
    size_t n;
    const uint16_t *concepts = cd_concepts(word->stem, &n);

    of->list = cd_grow(of->list, room, of->count + n + 1, sizeof(*of->list));
    if (has_root(word))
        of->list[of->count++] = (struct meaning){ i, word->root | ROOT_BIT };
    for (size_t k = 0; k < n; k++)
        of->list[of->count++] = (struct meaning){ i, concepts[k] };
}

static void
gather(struct meanings *of, struct cd_arena *arena, const struct cd_words *a,
       const struct cd_words *b)
{
    size_t room = 0;
    uint32_t j = 0;

    *of = (struct meanings){ .words = a };
    of->used = cd_arena_new_array(arena, bool, a->count);
    for (uint32_t i = 0; i < a->count; i++) {
        if (is_lone(a, b, i, &j) &&
            a->words[a->order[i]].weight >= CD_IDF_COMMON)
            add_concepts(of, i, &room);
    }
    if (of->count > 0)
        qsort(of->list, of->count, sizeof(*of->list), by_concept);
}

static unsigned
weight_of(const struct meanings *of, size_t k)
{
    return of->words->words[of->words->order[of->list[k].word]].weight;
}

/* Pairs the words of one concept, in order; each word is used once. */
static unsigned
pair(struct meanings *x, size_t *i, struct meanings *y, size_t *j)
{
    uint32_t concept = x->list[*i].concept;
    unsigned sum = 0;

    while (*i < x->count && *j < y->count && x->list[*i].concept == concept &&
           y->list[*j].concept == concept) {
        bool *used = &x->used[x->list[*i].word];
        bool *other = &y->used[y->list[*j].word];
        unsigned a = weight_of(x, *i), b = weight_of(y, *j);

        if (!*used && !*other) {
            *used = *other = true;
            sum += a < b ? a : b;
        }
        *i += *used;
        *j += *other;
    }
    return sum;
}

static unsigned
pair_all(struct meanings *x, struct meanings *y)
{
    unsigned sum = 0;

    for (size_t i = 0, j = 0; i < x->count && j < y->count;) {
        if (x->list[i].concept < y->list[j].concept)
            i++;
        else if (x->list[i].concept > y->list[j].concept)
            j++;
        else
            sum += pair(x, &i, y, &j);
    }
    return sum;
}

double
cd_meaning_shared(struct cd_arena *arena, const struct cd_words *a,
                  const struct cd_words *b)
{
    struct meanings x, y;
    unsigned sum;

    gather(&x, arena, a, b);
    gather(&y, arena, b, a);
    sum = pair_all(&x, &y);
    free(x.list);
    free(y.list);
    return (double)sum / CD_IDF_ONE;
}
