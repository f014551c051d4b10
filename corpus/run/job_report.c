/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report: makes the report of a finished run again, from its database; or a
 * summary of it as rows.
 */
#include "corpus/report/report.h"
#include "corpus/report/report_text.h"
#include "corpus/run/job.h"

static enum cd_status
write_line(void *state, const struct cd_summary *line, struct cd_error *err)
{
    return cd_work_write(state, &cd_summary_table, line, err);
}

static enum cd_status
write_text(struct cd_work *work, const char *database, struct cd_error *err)
{
    enum cd_status status;

    if (work->settings->output != NULL)
        return cd_fail(err, CD_USAGE, "report --text takes no --output");
    status = cd_work_open(work, err);
    work->rows = work->observer != NULL && work->observer->row != NULL;
    if (status == CD_OK)
        status = cd_report_text(database, write_line, work, err);
    return status == CD_OK ? cd_work_end(work, err) : status;
}

static enum cd_status
write_file(const struct cd_work *work, const char *database, const char *path,
           struct cd_error *err)
{
    const char *output = work->settings->output;
    struct cd_outfile *out =
        cd_outfile_open(output != NULL ? output : path, err);
    enum cd_status status = CD_FATAL;

    if (out != NULL)
        status = cd_report_write(database, out, err);
    if (status == CD_OK)
        status = cd_outfile_commit(out, err);
    cd_outfile_free(out);
    return status;
}

enum cd_status
cd_job_report(struct cd_work *work, struct cd_error *err)
{
    struct cd_buf database, report;
    enum cd_status status;

    if (work->count != 1)
        return cd_fail(err, CD_USAGE, "report takes one folder");
    status = cd_job_database(work->inputs[0], &database, err);
    report = cd_outfile_in(work->inputs[0], "report.html");
    if (status == CD_OK)
        status = work->settings->text
                     ? write_text(work, database.p, err)
                     : write_file(work, database.p, report.p, err);
    cd_buf_release(&database);
    cd_buf_release(&report);
    return status;
}
