/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/copies_write.h"

#include <stdlib.h>

#include "base/memory.h"
#include "corpus/core/pipeline.h"
#include "corpus/search/copies_send.h"

enum {
    PART = 4096,          /* pairs or members of clusters in a part */
    LARGE_PART = 1 << 16, /* not kept in memory */
    PARTS_PER_THREAD = 2, /* in a round */
};

/* Units up to PART pairs, or the end. */
static struct cd_send_part
part_of_units(const struct cd_copies *search,
              const struct cd_clusters *clusters, size_t from, size_t *match)
{
    struct cd_send_part part = { .from = from, .to = from, .match = *match };
    size_t most = cd_search_chunk(search, PART);

    for (; part.to < search->unit_count && part.records < most; part.to++) {
        uint64_t n = clusters->copies[part.to];

        if (n > 1)
            part.records +=
                cd_clusters_lists_same(search, n) ? n * (n - 1) / 2 : n - 1;
        for (; *match < search->match_count &&
               search->matches[*match].a == part.to;
             ++*match) {
            uint64_t b = clusters->copies[search->matches[*match].b];

            part.records +=
                cd_clusters_lists_all(search, n, b) ? n * b : n + b - 1;
        }
    }
    return part;
}

static struct cd_send_part
part_of_clusters(const struct cd_copies *search,
                 const struct cd_clusters *clusters, size_t from, size_t *match)
{
    struct cd_send_part part = { .from = from, .to = from };
    size_t most = cd_search_chunk(search, PART);

    (void)match;
    for (; part.to < clusters->count && part.records < most; part.to++)
        part.records += clusters->clusters[part.to].size;
    return part;
}

/* All that is written, in two passes: pairs and clusters. */
struct pass {
    size_t count; /* units or clusters */
    struct cd_send_part (*next)(const struct cd_copies *search,
                                const struct cd_clusters *clusters, size_t from,
                                size_t *match);
    enum cd_status (*send)(struct cd_sender *sender);
    struct cd_sender *senders; /* of a round */
    size_t round;
    struct cd_copies_stats *stats;
};

static void
write_part(void *state, size_t task)
{
    struct pass *pass = state;
    struct cd_sender *sender = &pass->senders[task];

    if (sender->rendering)
        pass->send(sender);
}

/* What a part left: its lines, or the part itself if it was too large. */
static enum cd_status
collect(const struct pass *pass, struct cd_sender *sender, struct cd_error *err)
{
    struct cd_copies_stats *stats = pass->stats;
    enum cd_status status = sender->err.status;

    if (!sender->rendering)
        status = pass->send(sender);
    else if (status == CD_OK)
        status = sender->sink->put(sender->sink->state,
                                   cd_buf_str(&sender->out), sender->pairs,
                                   sender->cluster_count, &sender->err);
    stats->pairs += sender->pairs;
    stats->clusters += sender->cluster_count;
    stats->capped += sender->capped;
    sender->pairs = sender->cluster_count = sender->capped = 0;
    cd_buf_reset(&sender->out);
    if (status != CD_OK)
        *err = sender->err;
    return status;
}

static enum cd_status
write_all(struct pass *pass, struct cd_error *err)
{
    const struct cd_sender *any = &pass->senders[0];
    enum cd_status status = CD_OK;
    size_t from = 0, match = 0;

    while (from < pass->count && status == CD_OK) {
        size_t tasks = 0;

        for (; tasks < pass->round && from < pass->count; tasks++) {
            struct cd_sender *sender = &pass->senders[tasks];

            sender->part = pass->next(any->search, any->clusters, from, &match);
            sender->rendering =
                any->sink->put != NULL && sender->part.records < LARGE_PART;
            from = sender->part.to;
        }
        cd_pipeline_tasks(any->search->threads, tasks, write_part, pass);
        for (size_t i = 0; i < tasks && status == CD_OK; i++)
            status = collect(pass, &pass->senders[i], err);
    }
    return status;
}

enum cd_status
cd_copies_write(struct cd_copies *search, const struct cd_clusters *clusters,
                const struct cd_copies_sink *sink, struct cd_error *err)
{
    size_t round = (size_t)search->threads * PARTS_PER_THREAD;
    struct cd_sender *senders = cd_alloc(round * sizeof(*senders));
    struct pass passes[] = {
        { search->unit_count, part_of_units, cd_sender_pairs, senders, round,
          &search->stats },
        { clusters->count, part_of_clusters, cd_sender_clusters, senders, round,
          &search->stats },
    };
    enum cd_status status = CD_OK;

    for (size_t i = 0; i < round; i++)
        senders[i] = (struct cd_sender){ .search = search,
                                         .clusters = clusters,
                                         .sink = sink };
    for (size_t i = 0; i < CD_COUNT(passes) && status == CD_OK; i++)
        status = write_all(&passes[i], err);
    for (size_t i = 0; i < round; i++)
        cd_sender_release(&senders[i]);
    free(senders);
    return status;
}
