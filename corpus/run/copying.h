/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The search for copies as a part of a job: its stages, and its result as
 * records.
 *
 *     cd_copying_begin(&copying, work);                 before cd_work_run()
 *     cd_copying_finish(&copying, write, state, &err);  after it
 *     cd_copying_release(&copying);
 */
#ifndef CD_CORPUS_RUN_COPYING_H
#define CD_CORPUS_RUN_COPYING_H

#include "corpus/output/text_offsets.h"
#include "corpus/run/ids.h"
#include "corpus/search/copies.h"

struct cd_copying {
    struct cd_work *work;
    struct cd_copies *copies;
    struct cd_text_offsets texts; /* where offsets are code points */
    struct cd_arena arena;        /* of one record */
    const char *index;            /* folder; NULL: the option "index" */
    bool adding;                  /* to that folder */
    bool lines; /* records go to work->out, as work->writer has them: write is
                   called for few, and threads make them */
    struct cd_dedup *dedup; /* corpus/run/dedup.h, or NULL: pairs are written */
    struct cd_index *earlier;
    struct cd_ids ids;
    enum cd_status (*write)(void *state, const struct cd_table *table,
                            const void *record, struct cd_error *err);
    void *state;
};

/* Adds the stages; opens the index. */
enum cd_status cd_copying_begin(struct cd_copying *copying,
                                struct cd_work *work, struct cd_error *err);

/* Calls write with all pairs, then with all clusters; then adds the input to
 * the index, if there is one. */
enum cd_status cd_copying_finish(
    struct cd_copying *copying,
    enum cd_status (*write)(void *state, const struct cd_table *table,
                            const void *record, struct cd_error *err),
    void *state, struct cd_error *err);
void cd_copying_release(struct cd_copying *copying);

#endif
