/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/copies_choose.h"

#include <stdlib.h>

#include "base/memory.h"
#include "corpus/search/copies_send.h"

struct chooser {
    struct cd_copies *search;
    const struct cd_clusters *clusters;
    struct cd_sender sender; /* only to read names with */
    uint32_t *kept;          /* a unit of each cluster */
    struct cd_copies_verdict *verdicts;
    size_t room;
};

/* Is unit b, which comes later, to be kept in place of a? */
static bool
is_longer(struct chooser *chooser, uint32_t a, uint32_t b)
{
    const struct cd_kept *units = chooser->search->units;

    return units[b].words > units[a].words;
}

static bool
is_earlier(struct chooser *chooser, uint32_t a, uint32_t b)
{
    struct cd_sender *sender = &chooser->sender;
    struct cd_str x = cd_sender_date(sender, a), y;
    bool earlier;

    if (x.n > 0)
        x = cd_arena_copy(&sender->arena, x);
    y = cd_sender_date(sender, b);
    earlier = y.n > 0 && (x.n == 0 || cd_sender_compare_dates(y, x) < 0);
    cd_arena_reset(&sender->arena);
    return earlier;
}

static bool (*const is_better[])(struct chooser *chooser, uint32_t a,
                                 uint32_t b) = {
    [CD_KEEP_LONGEST] = is_longer,
    [CD_KEEP_EARLIEST] = is_earlier,
};

/* What is not of this input is kept in any case. */
static uint32_t
choose(struct chooser *chooser, const struct cd_cluster_of_units *cluster)
{
    const struct cd_copies *search = chooser->search;
    const uint32_t *members = chooser->clusters->members + cluster->start;
    uint32_t best = members[0];

    if (!cd_search_is_input(search, best) || search->keep == CD_KEEP_FIRST)
        return best;
    for (size_t i = 1; i < cluster->size; i++) {
        if (is_better[search->keep](chooser, best, members[i]))
            best = members[i];
    }
    return best;
}

static size_t
block_of(const struct cd_kept *unit)
{
    return unit->block == UINT32_MAX ? SIZE_MAX : unit->block;
}

static struct cd_copies_verdict
judge(struct chooser *chooser, uint32_t unit)
{
    const struct cd_kept *units = chooser->search->units;
    uint32_t cluster = chooser->clusters->of[unit], kept;
    struct cd_copies_verdict verdict = {
        .block = block_of(&units[unit]),
    };

    if (cluster == CD_NO_UNIT || chooser->kept[cluster] == unit)
        return verdict;
    kept = chooser->kept[cluster];
    verdict.drop = true;
    verdict.cluster = cd_sender_cluster(&chooser->sender, cluster);
    verdict.kept = cd_arena_copy(&chooser->sender.arena,
                                 cd_sender_id(&chooser->sender, kept));
    verdict.kept_block = block_of(&units[kept]);
    return verdict;
}

/* Documents and their units are in the same order; those of the reference and
 * of the index come first. */
static enum cd_status
judge_all(struct chooser *chooser, const struct cd_copies_sink *sink,
          struct cd_error *err)
{
    const struct cd_copies *search = chooser->search;
    size_t doc = search->earlier_docs + search->reference_docs;
    size_t unit = search->earlier.n + search->reference;
    enum cd_status status = CD_OK;

    for (; doc < search->doc_count && status == CD_OK; doc++) {
        size_t n = 0;

        for (; unit < search->unit_count && search->units[unit].doc == doc;
             unit++) {
            chooser->verdicts = cd_grow(chooser->verdicts, &chooser->room,
                                        n + 1, sizeof(*chooser->verdicts));
            chooser->verdicts[n++] = judge(chooser, (uint32_t)unit);
        }
        if (chooser->sender.err.status != CD_OK) {
            *err = chooser->sender.err;
            return err->status;
        }
        status = sink->judged(sink->state, chooser->verdicts, n, err);
        cd_arena_reset(&chooser->sender.arena);
    }
    return status;
}

enum cd_status
cd_copies_choose(struct cd_copies *search, const struct cd_clusters *clusters,
                 const struct cd_copies_sink *sink, struct cd_error *err)
{
    struct chooser chooser = {
        .search = search,
        .clusters = clusters,
        .sender = { .search = search, .clusters = clusters },
        .kept = cd_realloc(NULL, clusters->count, sizeof(uint32_t)),
    };
    enum cd_status status;

    for (size_t i = 0; i < clusters->count; i++)
        chooser.kept[i] = choose(&chooser, &clusters->clusters[i]);
    search->stats.clusters = clusters->count;
    status = judge_all(&chooser, sink, err);
    cd_sender_release(&chooser.sender);
    free(chooser.kept);
    free(chooser.verdicts);
    return status;
}
