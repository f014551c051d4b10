/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/job.h"

#include <errno.h>
#include <unistd.h>

#include "corpus/run/isolate.h"

static const struct {
    const char *name;
    enum cd_status (*run)(struct cd_work *work, struct cd_error *err);
} jobs[] = {
#define X(name) { #name, cd_job_##name },
    CD_JOBS(X)
#undef X
};

enum cd_status
cd_job(const struct cd_settings *settings, const char *command,
       const char *const *inputs, size_t count,
       const struct cd_observer *observer, struct cd_progress *result,
       struct cd_error *err)
{
    struct cd_work work;
    enum cd_status status;
    size_t i = 0;

    while (i < CD_COUNT(jobs) && strcmp(jobs[i].name, command) != 0)
        i++;
    if (i == CD_COUNT(jobs))
        return cd_fail(err, CD_USAGE, "no command '%s'", command);
    cd_work_init(&work, settings);
    work.observer = observer;
    work.inputs = inputs;
    work.count = count;
    if (settings->dry_run)
        status = cd_job_dry_run(&work, err);
    else if (cd_isolate_wants(&work, command))
        status = cd_isolate(&work, jobs[i].run, err);
    else
        status = jobs[i].run(&work, err);
    if (result != NULL)
        *result = work.progress;
    cd_work_release(&work);
    return status;
}

enum cd_status
cd_job_database(const char *folder, struct cd_buf *path, struct cd_error *err)
{
    *path = cd_outfile_in(folder, "copydesk.sqlite");
    if (access(path->p, R_OK) == 0)
        return CD_OK;
    if (errno == ENOENT && access(folder, F_OK) == 0)
        return cd_fail(err, CD_FATAL,
                       "'%s' holds no finished run: there is no '%s'", folder,
                       path->p);
    return cd_fail(err, CD_FATAL, "cannot read the run in '%s': %s", folder,
                   strerror(errno));
}
