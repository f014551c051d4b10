/* SPDX-License-Identifier: Apache-2.0 */
/*
 * copies: pages -> pairs and clusters of copied text.
 */
#include "corpus/copying.h"
#include "corpus/job.h"

static enum cd_status
write_record(void *state, const struct cd_table *table, const void *record,
             struct cd_error *err)
{
    return cd_work_write(state, table, record, err);
}

static enum cd_status
count(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_work *work = state;

    (void)doc;
    (void)err;
    work->progress.articles++;
    return CD_OK;
}

static enum cd_status
run(struct cd_work *work, struct cd_copying *copying, struct cd_error *err)
{
    enum cd_status status;

    cd_work_texts(work);
    copying->lines = !work->rows && !work->codepoints;
    status = cd_copying_begin(copying, work, err);
    cd_work_fold(work, "count", count, work);
    if (status == CD_OK)
        status = cd_work_head(work, &cd_copy_table, err);
    if (status == CD_OK)
        status = cd_work_run(work, err);
    if (status == CD_OK)
        status = cd_copying_finish(copying, write_record, work, err);
    return status == CD_OK ? cd_outfile_commit(work->out, err) : status;
}

enum cd_status
cd_job_copies(struct cd_work *work, struct cd_error *err)
{
    struct cd_copying copying = { 0 };
    enum cd_status status = cd_work_open(work, err);

    if (status == CD_OK)
        status = run(work, &copying, err);
    cd_copying_release(&copying);
    return status;
}
