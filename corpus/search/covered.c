/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/covered.h"

#include <stdlib.h>

#include "base/memory.h"
#include "corpus/search/judged.h"

/* What counts as copied of each content, by its first unit. */
struct covered {
    struct cd_copies *search;
    bool *whole;     /* all of it */
    size_t *first;   /* else its place in marks, from 1; 0: nothing is marked */
    uint64_t *marks; /* a bit for each byte of a text with a copied block */
    size_t count, room;
    struct cd_buf scratch;
};

enum { WORD = 64 }; /* bits */

static size_t
marks_of(uint32_t bytes)
{
    return ((size_t)bytes + WORD - 1) / WORD;
}

static uint64_t *
open_marks(struct covered *covered, uint32_t unit)
{
    size_t n = marks_of(covered->search->units[unit].size);

    if (covered->first[unit] == 0) {
        covered->marks = cd_grow(covered->marks, &covered->room,
                                 covered->count + n, sizeof(*covered->marks));
        memset(covered->marks + covered->count, 0, n * sizeof(uint64_t));
        covered->first[unit] = covered->count + 1;
        covered->count += n;
    }
    return covered->marks + covered->first[unit] - 1;
}

/* Sets the bits [from, end) of a word. */
static uint64_t
ones(size_t from, size_t end)
{
    uint64_t below = end == WORD ? UINT64_MAX : (UINT64_C(1) << end) - 1;

    return below & ~((UINT64_C(1) << from) - 1);
}

static void
mark(struct covered *covered, uint32_t unit, struct cd_span at)
{
    uint64_t *marks = open_marks(covered, unit);
    size_t size = covered->search->units[unit].size;
    size_t end = at.end < size ? at.end : size;

    for (size_t i = at.start; i < end; i += WORD - i % WORD) {
        size_t last = end - i < WORD - i % WORD ? i % WORD + (end - i) : WORD;

        marks[i / WORD] |= ones(i % WORD, last);
    }
}

static void
add_block(struct covered *covered, const struct cd_match *match)
{
    struct cd_error err;
    const char *p = cd_store_read(&covered->search->details, match->detail,
                                  match->detail_size, &covered->scratch, &err);
    struct cd_str packed = { p, match->detail_size };
    size_t n = p != NULL ? cd_judged_span_count(packed) : 0;

    for (size_t i = 0; i < n; i++) {
        struct cd_aligned at = cd_judged_span(packed, i);

        mark(covered, match->a, match->swapped ? at.b : at.a);
        mark(covered, match->b, match->swapped ? at.a : at.b);
    }
}

static void
add_matches(struct covered *covered)
{
    const struct cd_copies *search = covered->search;

    for (size_t i = 0; i < search->match_count; i++) {
        const struct cd_match *match = &search->matches[i];

        if (match->kind == CD_COPY_CONTAINS)
            add_block(covered, match);
        else if (match->kind != CD_COPY_TEMPLATE)
            covered->whole[match->a] = covered->whole[match->b] = true;
    }
}

static size_t
marked_bytes(const struct covered *covered, uint32_t unit)
{
    size_t n = 0;

    if (covered->first[unit] == 0)
        return 0;
    for (size_t i = 0; i < marks_of(covered->search->units[unit].size); i++)
        n += (size_t)__builtin_popcountll(
            covered->marks[covered->first[unit] - 1 + i]);
    return n;
}

/* Of a unit: all its words, or the share of them that its bytes are. */
static size_t
words_of(const struct covered *covered, const struct cd_clusters *clusters,
         size_t i)
{
    const struct cd_kept *unit = &covered->search->units[i];
    const struct cd_kept *first = &covered->search->units[unit->first];
    bool repeated = clusters->of[i] != CD_NO_UNIT && first->next != CD_NO_UNIT;
    size_t bytes;

    if (repeated || covered->whole[unit->first])
        return unit->words;
    bytes = marked_bytes(covered, unit->first);
    if (bytes == 0 && clusters->of[i] != CD_NO_UNIT)
        return unit->words;
    return bytes > 0 ? (size_t)((uint64_t)unit->words * bytes / first->size)
                     : 0;
}

void
cd_covered_count(struct cd_copies *search, const struct cd_clusters *clusters)
{
    size_t n = search->unit_count;
    struct covered covered = {
        .search = search,
        .whole = cd_alloc(n * sizeof(*covered.whole) + 1),
        .first = cd_alloc(n * sizeof(*covered.first) + 1),
    };

    add_matches(&covered);
    for (size_t i = 0; i < n; i++) {
        if (cd_search_is_input(search, i))
            search->stats.copied_words += words_of(&covered, clusters, i);
    }
    free(covered.whole);
    free(covered.first);
    free(covered.marks);
    cd_buf_release(&covered.scratch);
}
