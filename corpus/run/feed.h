/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Packs in a run: documents that were mapped before come out of them and pass
 * the maps by; documents that are mapped now go into new ones.
 *
 *     cd_keep_begin(&keep, work, folder, &stamp, limit);    packs are written
 *     cd_feed_begin(&feed, work, folder, &stamp, packs);   packs are read first
 *     status = cd_work_run(work, err);
 *     status = cd_keep_seal(&keep, NULL, err);              the last one
 *
 * Both may be used together: then a run goes on behind the packs of an earlier
 * one, and since folds and rejects see the same documents in the same order,
 * its result is the same.
 */
#ifndef CD_CORPUS_RUN_FEED_H
#define CD_CORPUS_RUN_FEED_H

#include "corpus/run/shard.h"
#include "corpus/run/work.h"

/* ---- reading packs --------------------------------------------------- */

struct cd_feed {
    struct cd_work *work;
    const char *folder;
    struct cd_stamp stamp;
    uint64_t packs, at; /* 0 to packs - 1 are read */
    struct cd_shard_in in;
    uint64_t passed[CD_PASSED_COUNT]; /* of the packs read */
    uint64_t skip; /* records of the input that are in the packs */
    bool loose;    /* the open pack has no seal: in->p is what there is of it */
};

/* The source of the work becomes the packs, and behind them its inputs from the
 * record on that the packs end with; all inputs are in them if only is set. */
void cd_feed_begin(struct cd_feed *feed, struct cd_work *work,
                   const char *folder, const struct cd_stamp *stamp);
void cd_feed_release(struct cd_feed *feed);

/* How many packs from 0 on are there without a gap, whole: feed->packs and
 * ->skip.  CD_USAGE if one is of another stamp. */
enum cd_status cd_feed_count(struct cd_feed *feed, struct cd_error *err);

/* The source becomes what is whole of the pack at path, which was never sealed,
 * and behind it the inputs. */
void cd_feed_rest(struct cd_feed *feed, struct cd_work *work, const char *path);

/* ---- writing packs --------------------------------------------------- */

struct cd_keep {
    const char *folder;
    struct cd_stamp stamp;
    uint64_t number;          /* of the pack that is open or comes next */
    size_t limit;             /* bytes of documents, where a pack is sealed */
    size_t weight;            /* of the open one */
    bool again;               /* documents out of a pack go into one again */
    struct cd_shard_out *out; /* or NULL */
    struct cd_buf line;
};

/* Adds the map and the fold, and takes what is lost; call it behind all other
 * maps but the one that renders.  limit SIZE_MAX: one pack. */
void cd_keep_begin(struct cd_keep *keep, struct cd_work *work,
                   const char *folder, const struct cd_stamp *stamp,
                   size_t limit);

/* Opens the pack, which may stay empty; else the first document does. */
enum cd_status cd_keep_open(struct cd_keep *keep, struct cd_error *err);

/* Seals the pack that is open, if one is. */
enum cd_status cd_keep_seal(struct cd_keep *keep, const uint64_t *passed,
                            struct cd_error *err);
void cd_keep_release(struct cd_keep *keep);

/* Deletes all packs of a folder, and the folder if nothing else is in it. */
void cd_keep_remove(const char *folder);

#endif
