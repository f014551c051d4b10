/* SPDX-License-Identifier: Apache-2.0 */
/*
 * copies: pages -> pairs and clusters of copied text, or what is left of the
 * pages without their copies.
 */
#include <errno.h>
#include <unistd.h>

#include "corpus/output/article.h"
#include "corpus/run/copying.h"
#include "corpus/run/dedup.h"
#include "corpus/run/job.h"

static enum cd_status
write_record(void *state, const struct cd_table *table, const void *record,
             struct cd_error *err)
{
    const struct cd_work *work = state;

    if (work->rows && table == &cd_copy_table)
        table = &cd_copied_table;
    return cd_work_write(state, table, record, err);
}

static enum cd_status
count(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_work *work = state;

    (void)err;
    work->progress.articles += !doc->reference;
    return CD_OK;
}

static enum cd_status
check_against(struct cd_work *work, struct cd_error *err)
{
    const struct cd_settings *settings = work->settings;
    const char *path = settings->against;

    if (path == NULL)
        return CD_OK;
    if (settings->index != NULL)
        return cd_fail(err, CD_USAGE,
                       "--against and --index do not go together");
    if (work->codepoints)
        return cd_fail(err, CD_USAGE,
                       "--against goes with --offsets=byte only");
    if (settings->copies.cluster == CD_CLUSTER_COMPLETE)
        return cd_fail(err, CD_USAGE,
                       "--cluster=complete wants all pairs, and --against "
                       "leaves out those of one side");
    if (path[0] != '@' && path[0] != '-' && access(path, R_OK) != 0)
        return cd_fail(err, CD_FATAL, "cannot read '%s': %s", path,
                       strerror(errno));
    work->reference = path;
    return CD_OK;
}

static enum cd_status
begin(struct cd_work *work, struct cd_copying *copying, struct cd_error *err)
{
    enum cd_status status = check_against(work, err);

    if (status != CD_OK)
        return status;
    cd_work_texts(work);
    if (work->settings->keep != CD_KEEP_ALL) {
        copying->dedup = cd_dedup_new(work, err);
        if (copying->dedup == NULL)
            return err->status;
    } else if (work->settings->dropped != NULL) {
        return cd_fail(err, CD_USAGE, "--dropped goes with --keep");
    }
    copying->lines = !work->rows && !work->codepoints;
    status = cd_copying_begin(copying, work, err);
    if (copying->copies == NULL)
        return status;
    if (work->reference != NULL)
        cd_copies_against(copying->copies);
    cd_copies_keep(copying->copies, (enum cd_copies_keep)work->settings->keep);
    return status;
}

static enum cd_status
run(struct cd_work *work, struct cd_copying *copying, struct cd_error *err)
{
    enum cd_status status = begin(work, copying, err);
    const struct cd_table *table =
        copying->dedup != NULL ? &cd_article_table : &cd_copy_table;

    if (copying->dedup == NULL)
        cd_work_fold(work, "count", count, work);
    if (status == CD_OK)
        status = cd_work_head(work, table, err);
    if (status == CD_OK)
        status = cd_work_run(work, err);
    if (status == CD_OK)
        status = cd_copying_finish(copying, write_record, work, err);
    if (status == CD_OK)
        status = cd_work_tail(work, err);
    if (status == CD_OK && copying->dedup != NULL)
        status = cd_dedup_commit(copying->dedup, err);
    return status == CD_OK ? cd_work_end(work, err) : status;
}

enum cd_status
cd_job_copies(struct cd_work *work, struct cd_error *err)
{
    struct cd_copying copying = { 0 };
    enum cd_status status = cd_work_open(work, err);

    if (status == CD_OK)
        status = run(work, &copying, err);
    cd_copying_release(&copying);
    cd_dedup_free(copying.dedup);
    return status;
}
