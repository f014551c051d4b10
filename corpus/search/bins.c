/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/bins.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/radix.h"

/* Fewer numbers than this are not spilled: 64 bins of 8 KB. */
enum { LEAST = CD_BINS * 1024 };

void
cd_list_add(struct cd_list *list, uint64_t value)
{
    if (list->n == list->room)
        list->at =
            cd_grow(list->at, &list->room, list->n + 1, sizeof(*list->at));
    list->at[list->n++] = value;
}

void
cd_list_release(struct cd_list *list)
{
    free(list->at);
    *list = (struct cd_list){ 0 };
}

void
cd_list_sort(struct cd_list *list)
{
    uint64_t *temp = cd_realloc(NULL, list->n, sizeof(*temp));

    cd_radix_sort(list->at, temp, list->n);
    list->n = cd_radix_unique(list->at, list->n);
    free(temp);
}

static enum cd_status
spill_bin(struct cd_bins *bins, size_t bin, struct cd_error *err)
{
    struct cd_list *list = &bins->bins[bin];
    size_t at = bins->disk[bin].count;
    size_t bytes = list->n * sizeof(*list->at);

    if (list->n == 0)
        return CD_OK;
    if (cd_spill_write(bins->file, list->at, bytes, bins->end, err) != CD_OK)
        return CD_FATAL;
    bins->disk[bin].extents =
        cd_grow(bins->disk[bin].extents, &bins->disk[bin].room, at + 1,
                sizeof(struct cd_extent));
    bins->disk[bin].extents[at] = (struct cd_extent){ bins->end, list->n };
    bins->disk[bin].count++;
    bins->end += bytes;
    bins->budget->spilled += bytes;
    cd_list_release(list);
    return CD_OK;
}

static enum cd_status
spill(struct cd_bins *bins, struct cd_error *err)
{
    if (bins->file == 0) {
        int file = cd_spill_open(err);

        if (file < 0)
            return CD_FATAL;
        bins->file = file;
    }
    for (size_t bin = 0; bin < CD_BINS; bin++) {
        if (spill_bin(bins, bin, err) != CD_OK)
            return CD_FATAL;
    }
    bins->budget->used -= bins->in_memory * sizeof(uint64_t);
    bins->in_memory = 0;
    return CD_OK;
}

enum cd_status
cd_bins_add(struct cd_bins *bins, size_t bin, uint64_t value,
            struct cd_error *err)
{
    struct cd_budget *budget = bins->budget;

    if (budget->used + sizeof(value) > budget->limit &&
        bins->in_memory >= LEAST && spill(bins, err) != CD_OK)
        return CD_FATAL;
    cd_list_add(&bins->bins[bin], value);
    bins->in_memory++;
    bins->count++;
    budget->used += sizeof(value);
    return CD_OK;
}

enum cd_status
cd_bins_take(struct cd_bins *bins, size_t bin, struct cd_list *list,
             struct cd_error *err)
{
    const struct cd_list *here = &bins->bins[bin];
    size_t n = here->n;

    for (size_t i = 0; i < bins->disk[bin].count; i++)
        n += bins->disk[bin].extents[i].n;
    list->at = cd_grow(list->at, &list->room, list->n + n, sizeof(*list->at));
    for (size_t i = 0; i < bins->disk[bin].count; i++) {
        struct cd_extent extent = bins->disk[bin].extents[i];

        if (cd_spill_read(bins->file, list->at + list->n,
                          extent.n * sizeof(*list->at), extent.at,
                          err) != CD_OK)
            return CD_FATAL;
        list->n += extent.n;
    }
    if (here->n > 0)
        memcpy(list->at + list->n, here->at, here->n * sizeof(*list->at));
    list->n += here->n;
    cd_list_release(&bins->bins[bin]);
    return CD_OK;
}

void
cd_bins_release(struct cd_bins *bins)
{
    for (size_t bin = 0; bin < CD_BINS; bin++) {
        cd_list_release(&bins->bins[bin]);
        free(bins->disk[bin].extents);
    }
    if (bins->file > 0)
        close(bins->file);
    bins->budget->used -= bins->in_memory * sizeof(uint64_t);
    *bins = (struct cd_bins){ .budget = bins->budget };
}
