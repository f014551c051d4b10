/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bins: very many numbers, sorted a bin at a time.  Whoever adds a number
 * chooses its bin by its highest bits, so that the bins one after the other
 * are all numbers in order; memory holds the bins until the budget is used up,
 * and then a file does.
 *
 *     struct cd_bins bins = { .budget = &budget };
 *     cd_bins_add(&bins, value >> 58, value, &err);
 *     ...
 *     cd_bins_take(&bins, 0, &list, &err);   list: unsorted, and bin 0 is empty
 *
 * A bin must fit into memory when it is taken: with 64 bins, of 10^9 numbers
 * that is 125 MB.  Adding belongs to one thread; bins may be taken by several
 * threads at once.
 */
#ifndef CD_CORPUS_SEARCH_BINS_H
#define CD_CORPUS_SEARCH_BINS_H

#include "corpus/core/store.h"

enum { CD_BINS = 64 };

struct cd_list {
    uint64_t *at;
    size_t n, room;
};

void cd_list_add(struct cd_list *list, uint64_t value);
void cd_list_release(struct cd_list *list);

/* Ascending, without repetition. */
void cd_list_sort(struct cd_list *list);

/* Numbers of one bin that lie together in the file. */
struct cd_extent {
    uint64_t at; /* bytes */
    size_t n;    /* numbers */
};

struct cd_bins {
    struct cd_budget *budget;
    struct cd_list bins[CD_BINS];
    struct {
        struct cd_extent *extents;
        size_t count, room;
    } disk[CD_BINS];
    size_t in_memory; /* numbers in all bins */
    uint64_t end;     /* of the file */
    uint64_t count;   /* numbers ever added */
    int file;         /* 0: none */
};

enum cd_status cd_bins_add(struct cd_bins *bins, size_t bin, uint64_t value,
                           struct cd_error *err);

/* Appends all numbers of a bin to list, which the caller releases. */
enum cd_status cd_bins_take(struct cd_bins *bins, size_t bin,
                            struct cd_list *list, struct cd_error *err);
void cd_bins_release(struct cd_bins *bins);

#endif
