/* SPDX-License-Identifier: Apache-2.0 */
/*
 * report: makes the report of a finished run again, from its database.
 */
#include "corpus/job.h"
#include "corpus/report.h"

enum cd_status
cd_job_report(struct cd_work *work, struct cd_error *err)
{
    const char *output = work->settings->output;
    struct cd_buf database, report;
    struct cd_outfile *out;
    enum cd_status status = CD_FATAL;

    if (work->count != 1)
        return cd_fail(err, CD_USAGE, "report takes one folder");
    database = cd_outfile_in(work->inputs[0], "copydesk.sqlite");
    report = cd_outfile_in(work->inputs[0], "report.html");
    out = cd_outfile_open(output != NULL ? output : report.p, err);
    if (out != NULL)
        status = cd_report_write(database.p, out, err);
    if (status == CD_OK)
        status = cd_outfile_commit(out, err);
    cd_outfile_free(out);
    cd_buf_release(&database);
    cd_buf_release(&report);
    return status;
}
