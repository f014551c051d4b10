/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain: each block of a page, and why it was kept or dropped.
 */
#include "corpus/output/explain.h"
#include "corpus/run/job.h"

static enum cd_status
write_block(void *state, const struct cd_explained *record,
            struct cd_error *err)
{
    return cd_work_write(state, &cd_explain_table, record, err);
}

static enum cd_status
write_blocks(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_work *work = state;

    work->progress.articles++;
    return cd_explain_each(doc, write_block, state, err);
}

static enum cd_status
explain_all(struct cd_work *work, struct cd_error *err)
{
    enum cd_status status = cd_work_open(work, err);

    if (status != CD_OK)
        return status;
    cd_work_clean(work);
    status = cd_work_sites(work, false, err);
    if (status != CD_OK)
        return status;
    cd_work_fold(work, "write", write_blocks, work);
    status = cd_work_head(work, &cd_explain_table, err);
    if (status == CD_OK)
        status = cd_work_run(work, err);
    return status == CD_OK ? cd_work_end(work, err) : status;
}

enum cd_status
cd_job_explain(struct cd_work *work, struct cd_error *err)
{
    const struct cd_settings *given = work->settings;
    struct cd_settings settings = *given;
    enum cd_status status;

    settings.parse.explain = true;
    work->settings = &settings;
    status = explain_all(work, err);
    cd_work_leave(work); /* it goes by the settings, which end here */
    work->settings = given;
    return status;
}
