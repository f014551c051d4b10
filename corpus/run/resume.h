/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A run that can go on after it was killed: its documents go into packs under
 * OUT/.shards while it works, and with --resume the packs that are whole are
 * read in place of the inputs that they came from.
 *
 *     status = cd_resume_begin(&resume, work, &err);     before all maps
 *     cd_resume_keep(&resume);                           behind them
 *     status = cd_work_run(work, &err);
 *     status = cd_resume_mapped(&resume, &err);          all documents are kept
 *     ... the rest of the run, its files committed ...
 *     cd_resume_done(&resume);
 *     cd_resume_release(&resume);                        in any case
 *
 * A run of less than two shards keeps none.
 */
#ifndef CD_CORPUS_RUN_RESUME_H
#define CD_CORPUS_RUN_RESUME_H

#include "corpus/run/feed.h"

struct cd_resume {
    struct cd_work *work;
    struct cd_buf folder;
    struct cd_stamp stamp; /* with the inputs: names, sizes, times of change */
    struct cd_feed feed;
    struct cd_keep keep;
};

/* CD_USAGE where there is an unfinished run and --resume was not given, or one
 * of other inputs or options and it was. */
enum cd_status cd_resume_begin(struct cd_resume *resume, struct cd_work *work,
                               struct cd_error *err);
void cd_resume_keep(struct cd_resume *resume);
enum cd_status cd_resume_mapped(struct cd_resume *resume, struct cd_error *err);
void cd_resume_done(struct cd_resume *resume);
void cd_resume_release(struct cd_resume *resume);

#endif
