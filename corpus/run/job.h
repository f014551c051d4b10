/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Jobs: what each command does.  A job is a file corpus/run/job_NAME.c that
 * defines cd_job_NAME(), and a line in the list.
 *
 * It adds its stages to the work, runs it, and finishes its outputs; cd_job()
 * releases the work and, where the job fails, leaves no file behind.
 */
#ifndef CD_CORPUS_RUN_JOB_H
#define CD_CORPUS_RUN_JOB_H

#include "corpus/run/work.h"

#define CD_JOBS(X)                                                             \
    X(clean)                                                                   \
    X(claims)                                                                  \
    X(compare)                                                                 \
    X(copies)                                                                  \
    X(explain)                                                                 \
    X(export)                                                                  \
    X(index)                                                                   \
    X(report)                                                                  \
    X(run)                                                                     \
    X(stage)

#define X(name)                                                                \
    enum cd_status cd_job_##name(struct cd_work *work, struct cd_error *err);
CD_JOBS(X)
#undef X

/* The path of the run's database in folder, with a NUL behind it; CD_FATAL
 * where there is none. */
enum cd_status cd_job_database(const char *folder, struct cd_buf *path,
                               struct cd_error *err);

/* In place of any job: what it would read. */
enum cd_status cd_job_dry_run(struct cd_work *work, struct cd_error *err);

/* run, of documents that all come out of packs: work->source is set. */
enum cd_status cd_job_merge(struct cd_work *work, struct cd_error *err);

/* The text of a document rendered by a worker, kept in its arena. */
struct cd_str cd_job_render_article(const struct cd_work *work,
                                    struct cd_doc *doc);
struct cd_str cd_job_render_claims(const struct cd_work *work,
                                   struct cd_doc *doc);

/* The claims, with their spans in code points where those were asked for. */
const struct cd_claim *cd_job_converted_claims(const struct cd_work *work,
                                               struct cd_doc *doc);

#endif
