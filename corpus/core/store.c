/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/core/store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"

/* Stores leave a quarter of the budget to what comes after them.  One that
 * holds less than this, or than a SHAREth of the budget, does not spill: it
 * would not be worth a file, and names, which are short, are read for each line
 * that is written. */
enum { LEAST = 1 << 16, SHARE = 24 };

int
cd_spill_open(struct cd_error *err)
{
    const char *folder = getenv("TMPDIR");
    struct cd_buf path = { 0 };
    int file;

    if (folder == NULL || folder[0] == '\0')
        folder = "/tmp";
    cd_buf_printf(&path, "%s/copydesk-XXXXXX", folder);
    cd_buf_putc(&path, '\0');
    file = mkstemp(path.p);
    if (file < 0)
        cd_fail(err, CD_FATAL, "cannot make a temporary file in '%s': %s",
                folder, strerror(errno));
    else
        unlink(path.p);
    cd_buf_release(&path);
    return file;
}

enum cd_status
cd_spill_write(int file, const void *bytes, size_t n, uint64_t at,
               struct cd_error *err)
{
    const char *p = bytes;

    while (n > 0) {
        ssize_t done = pwrite(file, p, n, (off_t)at);

        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return cd_fail(err, CD_FATAL,
                           "cannot write a temporary file: %s (TMPDIR says "
                           "where it is)",
                           strerror(done < 0 ? errno : ENOSPC));
        p += done;
        at += (uint64_t)done;
        n -= (size_t)done;
    }
    return CD_OK;
}

enum cd_status
cd_spill_read(int file, void *bytes, size_t n, uint64_t at,
              struct cd_error *err)
{
    char *p = bytes;

    while (n > 0) {
        ssize_t done = pread(file, p, n, (off_t)at);

        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return cd_fail(err, CD_FATAL, "cannot read a temporary file: %s",
                           done < 0 ? strerror(errno) : "it was cut");
        p += done;
        at += (uint64_t)done;
        n -= (size_t)done;
    }
    return CD_OK;
}

static enum cd_status
spill(struct cd_store *store, struct cd_error *err)
{
    if (store->file == 0) {
        int file = cd_spill_open(err);

        if (file < 0)
            return CD_FATAL;
        store->file = file;
    }
    if (cd_spill_write(store->file, store->p, store->n, store->on_disk, err) !=
        CD_OK)
        return CD_FATAL;
    store->on_disk += store->n;
    store->budget->spilled += store->n;
    store->budget->used -= store->n;
    free(store->p);
    store->p = NULL;
    store->n = store->room = 0;
    return CD_OK;
}

enum cd_status
cd_store_add(struct cd_store *store, const void *bytes, size_t n, uint64_t *at,
             struct cd_error *err)
{
    struct cd_budget *budget = store->budget;

    if (store->n >= LEAST && store->n >= budget->limit / SHARE &&
        budget->used + n > budget->limit / 4 * 3 && spill(store, err) != CD_OK)
        return CD_FATAL;
    *at = cd_store_size(store);
    store->p = cd_grow(store->p, &store->room, store->n + n, 1);
    if (n > 0)
        memcpy(store->p + store->n, bytes, n);
    store->n += n;
    budget->used += n;
    return CD_OK;
}

const void *
cd_store_read(const struct cd_store *store, uint64_t at, size_t n,
              struct cd_buf *scratch, struct cd_error *err)
{
    if (at >= store->on_disk)
        return store->p != NULL ? store->p + (at - store->on_disk) : "";
    cd_buf_reset(scratch);
    cd_buf_reserve(scratch, n);
    if (cd_spill_read(store->file, scratch->p, n, at, err) != CD_OK)
        return NULL;
    return scratch->p;
}

void
cd_store_release(struct cd_store *store)
{
    store->budget->used -= store->n;
    if (store->file > 0)
        close(store->file);
    free(store->p);
    *store = (struct cd_store){ .budget = store->budget };
}
