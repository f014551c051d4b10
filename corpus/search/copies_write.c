/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/copies_write.h"

#include <stdlib.h>

#include "base/memory.h"
#include "corpus/core/pipeline.h"
#include "corpus/core/ring.h"
#include "corpus/search/copies_send.h"

enum {
    PART = 4096,          /* pairs or members of clusters in a part */
    LARGE_PART = 1 << 16, /* not kept in memory */
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
    const struct cd_copies *search;
    const struct cd_clusters *clusters;
    struct cd_copies_stats *stats;
    struct cd_sender *senders; /* by place */
    size_t from, match;        /* of the next part */
    struct cd_error *err;      /* the first, of all */
};

static bool
begin_part(void *state, int thread, size_t place)
{
    struct pass *pass = state;
    struct cd_sender *sender = &pass->senders[place];

    (void)thread;
    if (pass->from == pass->count)
        return false;
    sender->part =
        pass->next(pass->search, pass->clusters, pass->from, &pass->match);
    sender->rendering =
        sender->sink->put != NULL && sender->part.records < LARGE_PART;
    pass->from = sender->part.to;
    return true;
}

static void
write_part(void *state, int thread, size_t place)
{
    struct pass *pass = state;
    struct cd_sender *sender = &pass->senders[place];

    (void)thread;
    if (sender->rendering)
        pass->send(sender);
}

/* What a part left: its lines, or the part itself if it was too large. */
static bool
collect(void *state, int thread, size_t place)
{
    struct pass *pass = state;
    struct cd_sender *sender = &pass->senders[place];
    struct cd_copies_stats *stats = pass->stats;
    enum cd_status status = sender->err.status;

    (void)thread;
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
    *pass->err = sender->err;
    pass->err->status = status;
    return status == CD_OK;
}

static enum cd_status
write_pass(struct pass *pass, int threads, size_t places)
{
    struct cd_ring ring = {
        .begin = begin_part,
        .run = write_part,
        .end = collect,
        .state = pass,
        .threads = threads,
        .places = places,
    };

    cd_ring_run(&ring);
    return pass->err->status;
}

enum cd_status
cd_copies_write(struct cd_copies *search, const struct cd_clusters *clusters,
                const struct cd_copies_sink *sink, struct cd_error *err)
{
    size_t places = cd_ring_places(search->threads, CD_SEARCH_PLACES);
    struct cd_sender *senders = cd_alloc(places * sizeof(*senders));
    struct pass pairs = {
        .count = search->unit_count,
        .next = part_of_units,
        .send = cd_sender_pairs,
        .search = search,
        .clusters = clusters,
        .stats = &search->stats,
        .senders = senders,
        .err = err,
    };
    struct pass rest = pairs;

    rest.count = clusters->count;
    rest.next = part_of_clusters;
    rest.send = cd_sender_clusters;
    for (size_t i = 0; i < places; i++)
        senders[i] = (struct cd_sender){ .search = search,
                                         .clusters = clusters,
                                         .sink = sink };
    err->status = CD_OK;
    if (write_pass(&pairs, search->threads, places) == CD_OK)
        write_pass(&rest, search->threads, places);
    for (size_t i = 0; i < places; i++)
        cd_sender_release(&senders[i]);
    free(senders);
    return err->status;
}
