/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/covered.h"

#include <stdlib.h>

#include "base/memory.h"
#include "corpus/search/judged.h"

/* Bytes that count as copied of each content, by its first unit. */
struct covered {
    struct cd_copies *search;
    uint32_t *bytes;
    struct cd_buf scratch;
};

static void
raise_to(struct covered *covered, uint32_t unit, size_t bytes)
{
    uint32_t size = covered->search->units[unit].size;

    if (bytes > size)
        bytes = size;
    if (bytes > covered->bytes[unit])
        covered->bytes[unit] = (uint32_t)bytes;
}

static void
add_block(struct covered *covered, const struct cd_match *match)
{
    struct cd_error err;
    struct cd_span n = { 0, 0 };
    const char *p = cd_store_read(&covered->search->details, match->detail,
                                  match->detail_size, &covered->scratch, &err);

    if (p != NULL)
        n = cd_judged_covered((struct cd_str){ p, match->detail_size });
    raise_to(covered, match->a, match->swapped ? n.end : n.start);
    raise_to(covered, match->b, match->swapped ? n.start : n.end);
}

static void
add_matches(struct covered *covered)
{
    const struct cd_copies *search = covered->search;

    for (size_t i = 0; i < search->match_count; i++) {
        const struct cd_match *match = &search->matches[i];

        if (match->kind == CD_COPY_TEMPLATE)
            continue;
        if (match->kind == CD_COPY_CONTAINS) {
            add_block(covered, match);
            continue;
        }
        raise_to(covered, match->a, SIZE_MAX);
        raise_to(covered, match->b, SIZE_MAX);
    }
}

/* Of a unit: all its words, or the share of them that its bytes are. */
static size_t
words_of(const struct covered *covered, const struct cd_clusters *clusters,
         size_t i)
{
    const struct cd_kept *unit = &covered->search->units[i];
    const struct cd_kept *first = &covered->search->units[unit->first];
    uint32_t bytes = covered->bytes[unit->first];

    if (clusters->of[i] != CD_NO_UNIT &&
        (first->next != CD_NO_UNIT || bytes == 0))
        return unit->words;
    if (bytes >= first->size)
        return unit->words;
    return (size_t)((uint64_t)unit->words * bytes / first->size);
}

void
cd_covered_count(struct cd_copies *search, const struct cd_clusters *clusters)
{
    struct covered covered = {
        .search = search,
        .bytes = cd_alloc(search->unit_count * sizeof(*covered.bytes) + 1),
    };

    memset(covered.bytes, 0, search->unit_count * sizeof(*covered.bytes));
    add_matches(&covered);
    for (size_t i = 0; i < search->unit_count; i++) {
        if (cd_search_is_input(search, i))
            search->stats.copied_words += words_of(&covered, clusters, i);
    }
    free(covered.bytes);
    cd_buf_release(&covered.scratch);
}
