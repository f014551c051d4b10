/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/ids.h"

#include <stdlib.h>

#include <xxhash.h>

#include "base/memory.h"

enum { FIRST_SIZE = 1 << 10, MOST = 1 << 20, SHOWN = 80 };

static uint64_t
hash_id(const struct cd_doc *doc)
{
    return XXH3_64bits(doc->id_json.p, doc->id_json.n);
}

static size_t
first_place(const struct cd_ids *ids, uint64_t hash)
{
    return hash & (ids->size - 1);
}

/* The place of the hash, or the free one where it would be. */
static struct cd_id_seen *
find(const struct cd_ids *ids, uint64_t hash)
{
    size_t at = first_place(ids, hash);

    while (ids->seen[at].number != 0 && ids->seen[at].hash != hash)
        at = (at + 1) & (ids->size - 1);
    return &ids->seen[at];
}

static void
grow(struct cd_ids *ids)
{
    struct cd_ids old = *ids;

    ids->size = old.size > 0 ? old.size * 2 : FIRST_SIZE;
    ids->seen = cd_alloc_table(ids->size * sizeof(*ids->seen));
    for (size_t i = 0; i < old.size; i++) {
        if (old.seen[i].number != 0)
            *find(ids, old.seen[i].hash) = old.seen[i];
    }
    free(old.seen);
}

static enum cd_status
add(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_ids *ids = state;
    uint64_t hash = hash_id(doc);
    struct cd_id_seen *seen;

    (void)err;
    if (doc->reference || ids->count == MOST)
        return CD_OK;
    if (ids->count * 2 >= ids->size)
        grow(ids);
    seen = find(ids, hash);
    if (seen->number == 0) {
        *seen = (struct cd_id_seen){ hash, doc->number };
        ids->count++;
    } else if (ids->repeated++ == 0) {
        size_t n = doc->id_json.n < SHOWN ? doc->id_json.n : SHOWN;

        cd_buf_add(&ids->first, cd_str_sub(doc->id_json, 0, n));
        ids->number = doc->number;
        ids->before = seen->number;
    }
    return CD_OK;
}

/* The table is larger than a cache, and ids come in no order. */
static void
fetch_ahead(const void *state, const struct cd_doc *doc)
{
    const struct cd_ids *ids = state;

    if (ids->size > 0)
        __builtin_prefetch(&ids->seen[first_place(ids, hash_id(doc))]);
}

void
cd_ids_watch(struct cd_ids *ids, struct cd_work *work)
{
    cd_work_fold_as(work, (struct cd_fold){ "ids", ids, add, fetch_ahead });
}

void
cd_ids_say(struct cd_ids *ids, struct cd_work *work)
{
    if (ids->repeated == 0)
        return;
    cd_buf_reset(&work->line);
    cd_buf_printf(&work->line,
                  "%zu document%s the id of an earlier one, so only their "
                  "order tells them apart: %.*s is number %llu and number %llu "
                  "of the input",
                  ids->repeated, ids->repeated == 1 ? " has" : "s have",
                  (int)ids->first.n, ids->first.p,
                  (unsigned long long)ids->before,
                  (unsigned long long)ids->number);
    cd_work_say(work, work->line.p);
}

void
cd_ids_release(struct cd_ids *ids)
{
    free(ids->seen);
    cd_buf_release(&ids->first);
}
