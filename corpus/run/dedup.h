/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is left of a corpus without its copies: articles as `clean` writes them.
 *
 *     dedup = cd_dedup_new(work, &err);      behind the maps that take a
 *                                            document apart, before the search
 *     cd_dedup_next(dedup, verdicts, n, &err);   of each document, in order
 *     cd_dedup_commit(dedup, &err);
 *     cd_dedup_free(dedup);
 *
 * A copied paragraph becomes a dropped block of its article, with the reason
 * "copy:" and its cluster; a copied article, and one of which nothing but
 * headings would be left, is not written.  Documents are kept as packs, in a
 * temporary file where there are many.
 */
#ifndef CD_CORPUS_RUN_DEDUP_H
#define CD_CORPUS_RUN_DEDUP_H

#include "corpus/run/work.h"
#include "corpus/search/copies.h"

/* A line of what was dropped. */
struct cd_dropped {
    struct cd_str doc; /* id, as JSON */
    size_t block;      /* SIZE_MAX: all of it */
    const char *why;   /* "copy", or "nothing-left" of the article */
    struct cd_str cluster, kept;
    size_t kept_block;
};

extern const struct cd_table cd_dropped_table;

struct cd_dedup;

/* Adds its map and its fold; opens the file that settings->dropped names.
 * NULL, and *err, if that cannot be. */
struct cd_dedup *cd_dedup_new(struct cd_work *work, struct cd_error *err);

/* The next document's verdicts: what is left of it is written. */
enum cd_status cd_dedup_next(struct cd_dedup *dedup,
                             const struct cd_copies_verdict *verdicts, size_t n,
                             struct cd_error *err);

/* All documents had their turn: says how much was dropped. */
enum cd_status cd_dedup_commit(struct cd_dedup *dedup, struct cd_error *err);
void cd_dedup_free(struct cd_dedup *dedup);

#endif
