/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A job in a process of its own, so that a document that crashes it costs
 * itself alone.
 *
 *     status = cd_isolate(&work, cd_job_run, &err);
 *
 * The process writes into shared memory which document each of its threads is
 * at.  Where a signal such as SIGSEGV ends it, another one is started, which
 * rejects that document with the stage and the signal as the reason; where
 * several threads were at work, the next one goes on alone until it is clear
 * whose fault it was.  So the result does not depend on threads.  What was
 * packed before the crash is not mapped again (corpus/run/feed.h).
 *
 * A crash outside any document, or where one is split off its input, is fatal,
 * and so is a signal from elsewhere (SIGKILL, SIGTERM).
 */
#ifndef CD_CORPUS_RUN_ISOLATE_H
#define CD_CORPUS_RUN_ISOLATE_H

#include "corpus/run/work.h"

/* A document that crashed a process. */
struct cd_poison {
    uint64_t number; /* position in the input, from 1 */
    int signal;
    const char *stage;
};

/* What a process knows of those before it. */
struct cd_quarantine {
    struct cd_poison *poison;
    size_t count, room;
    bool again;              /* there was one before */
    bool alone;              /* one thread: to see who crashes it */
    struct cd_source source; /* that is watched */
};

/* Is the job run in a process of its own? */
bool cd_isolate_wants(const struct cd_work *work, const char *command);

enum cd_status cd_isolate(struct cd_work *work,
                          enum cd_status (*run)(struct cd_work *work,
                                                struct cd_error *err),
                          struct cd_error *err);

/* For struct cd_source: state is the struct cd_quarantine. */
enum cd_status cd_isolate_next(void *state, struct cd_doc *doc,
                               struct cd_error *err);

#endif
