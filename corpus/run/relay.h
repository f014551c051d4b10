/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a process in place of this one has to say: its lines and its progress
 * come through a pipe and are told here, to the observer that there is.
 *
 *     status = cd_relay_open(&relay, work->observer, err);
 *     pid = fork();
 *     if (pid == 0)
 *         cd_relay_speak(&relay, work);
 *     else
 *         cd_relay_listen(&relay);    until the process has ended
 *
 * What was written before a crash is told; what the next process says again of
 * the same documents is not.  So each line comes once, and in order.
 */
#ifndef CD_CORPUS_RUN_RELAY_H
#define CD_CORPUS_RUN_RELAY_H

#include "corpus/run/work.h"

struct cd_relay {
    const struct cd_observer *to; /* or NULL */
    uint64_t told;                /* last document that a line was about */
    int read, write;              /* the ends of the pipe */
    /* of the process that speaks */
    struct cd_observer observer;
    const struct cd_work *work;
    double last; /* when progress was made known */
};

/* Before each process; told stays as it is. */
enum cd_status cd_relay_open(struct cd_relay *relay, struct cd_error *err);

/* In the process: work has a new observer from here on. */
void cd_relay_speak(struct cd_relay *relay, struct cd_work *work);

/* In the one that waits for it. */
void cd_relay_listen(struct cd_relay *relay);

/* One more, of what it left behind. */
void cd_relay_progress(const struct cd_relay *relay,
                       const struct cd_progress *progress);

#endif
