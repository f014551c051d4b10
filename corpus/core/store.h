/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stores: bytes that are added once and read many times, in memory until the
 * search's budget is used up, and then in a file that has no name.
 *
 *     struct cd_budget budget = { .limit = 1 << 30 };
 *     struct cd_store store = { .budget = &budget };
 *
 *     cd_store_add(&store, bytes, n, &at, &err);
 *     ...
 *     p = cd_store_read(&store, at, n, &scratch, &err);   NULL: *err says why
 *     cd_store_release(&store);
 *
 * The file lies in $TMPDIR (or /tmp) and is deleted as soon as it is open, so
 * that nothing of it stays however the process ends.  Adding belongs to one
 * thread; reading does not change the store and may go on in many.
 */
#ifndef CD_CORPUS_CORE_STORE_H
#define CD_CORPUS_CORE_STORE_H

#include "base/buf.h"
#include "base/error.h"

/* Bytes of memory shared by all that spills. */
struct cd_budget {
    size_t limit, used;
    uint64_t spilled; /* bytes written to disk */
};

struct cd_store {
    struct cd_budget *budget;
    char *p; /* the newest bytes */
    size_t n, room;
    uint64_t on_disk; /* bytes before them, in the file */
    int file;         /* 0: none */
};

/* *at is where the n bytes begin; addresses grow by exactly n. */
enum cd_status cd_store_add(struct cd_store *store, const void *bytes, size_t n,
                            uint64_t *at, struct cd_error *err);

/* The n bytes at at: in the store or in scratch, until the next call with
 * either. */
const void *cd_store_read(const struct cd_store *store, uint64_t at, size_t n,
                          struct cd_buf *scratch, struct cd_error *err);

/* The bytes at at will be read soon: a hint to the processor's cache. */
static inline void
cd_store_fetch(const struct cd_store *store, uint64_t at)
{
    if (at >= store->on_disk && store->p != NULL)
        __builtin_prefetch(store->p + (at - store->on_disk));
}

/* All bytes so far. */
static inline uint64_t
cd_store_size(const struct cd_store *store)
{
    return store->on_disk + store->n;
}

void cd_store_release(struct cd_store *store);

/* A new file without a name, or -1 with *err. */
int cd_spill_open(struct cd_error *err);
enum cd_status cd_spill_write(int file, const void *bytes, size_t n,
                              uint64_t at, struct cd_error *err);
enum cd_status cd_spill_read(int file, void *bytes, size_t n, uint64_t at,
                             struct cd_error *err);

#endif
