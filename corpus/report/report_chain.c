/* SPDX-License-Identifier: Apache-2.0 */
/* Of a cluster in which not all are copies of each other: the pair that holds
 * it together. */
#include <stdlib.h>

#include "base/memory.h"
#include "base/union.h"
#include "corpus/report/report_section.h"

/* A member: of a paragraph its block, else -1. */
struct member {
    int64_t article, block;
};

struct chain {
    struct member *members; /* in order */
    uint32_t *parent;       /* sets of them */
    size_t *size;           /* of each set, by its root */
    size_t count, room;
};

static int
compare_members(const void *x, const void *y)
{
    const struct member *a = x, *b = y;

    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return (a->block > b->block) - (a->block < b->block);
}

static void
load_members(struct chain *chain, struct cd_db *db, int64_t row)
{
    struct cd_query *query = cd_query(
        db, "SELECT article, coalesce(block, -1) FROM cluster_members WHERE "
            "cluster = (SELECT cluster FROM clusters WHERE rowid = ?1) AND "
            "article IS NOT NULL ORDER BY 1, 2");

    cd_query_bind(query, 1, row);
    while (cd_query_next(query)) {
        chain->members = cd_grow(chain->members, &chain->room, chain->count + 1,
                                 sizeof(*chain->members));
        chain->members[chain->count++] =
            (struct member){ cd_query_int(query, 0), cd_query_int(query, 1) };
    }
    cd_query_end(query);
    chain->parent = cd_union_new(chain->count + 1);
    chain->size = cd_alloc((chain->count + 1) * sizeof(*chain->size));
    for (size_t i = 0; i < chain->count; i++)
        chain->size[i] = 1;
}

/* The set of a member; chain->count if it is none. */
static size_t
root_of(struct chain *chain, int64_t article, int64_t block)
{
    struct member key = { article, block };
    const struct member *found =
        chain->count == 0 ? NULL
                          : bsearch(&key, chain->members, chain->count,
                                    sizeof(key), compare_members);

    return found != NULL ? cd_union_root(chain->parent,
                                         (uint32_t)(found - chain->members))
                         : chain->count;
}

/* Joins the sets of the pair; what it joined goes to *link. */
static void
join(struct chain *chain, struct cd_query *pair, struct cd_weakest_link *link)
{
    size_t a = root_of(chain, cd_query_int(pair, 2), cd_query_int(pair, 3));
    size_t b = root_of(chain, cd_query_int(pair, 4), cd_query_int(pair, 5));
    size_t n;

    if (a == b || a == chain->count || b == chain->count)
        return;
    n = chain->size[a] + chain->size[b];
    *link = (struct cd_weakest_link){
        .pair = cd_query_int(pair, 0),
        .score = cd_query_real(pair, 1),
        .less =
            chain->size[a] < chain->size[b] ? chain->size[a] : chain->size[b],
    };
    cd_union_join(chain->parent, (uint32_t)a, (uint32_t)b);
    chain->size[cd_union_root(chain->parent, (uint32_t)a)] = n;
}

struct cd_weakest_link
cd_report_weakest_link(struct cd_db *db, int64_t row)
{
    struct cd_query *query = cd_query(
        db, "SELECT number, score, a_article, coalesce(a_block, -1), "
            "b_article, coalesce(b_block, -1) FROM copies WHERE cluster = "
            "(SELECT cluster FROM clusters WHERE rowid = ?1) AND kind <> "
            "'template' ORDER BY score DESC, number");
    struct cd_weakest_link link = { .pair = 0 };
    struct chain chain = { .members = NULL };

    load_members(&chain, db, row);
    cd_query_bind(query, 1, row);
    while (cd_query_next(query))
        join(&chain, query, &link);
    cd_query_end(query);
    free(chain.members);
    free(chain.parent);
    free(chain.size);
    return link;
}
