/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/isolate.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"

enum { MARKS = 256 }; /* as many threads as there may be */

/* Shared with the process. */
struct report {
    struct cd_mark marks[MARKS];
    struct cd_progress progress;
    struct cd_error err;
    enum cd_status status;
    bool finished;
};

bool
cd_isolate_wants(const struct cd_work *work, const char *command)
{
    if (work->settings->isolate == CD_ISOLATE_AUTO)
        return strcmp(command, "stage") == 0 && work->count > 0 &&
               strcmp(work->inputs[0], "pages") == 0;
    return work->settings->isolate == CD_ISOLATE_ALWAYS;
}

/* ---- in the process -------------------------------------------------- */

enum cd_status
cd_isolate_next(void *state, struct cd_doc *doc, struct cd_error *err)
{
    const struct cd_quarantine *quarantine = state;
    enum cd_status status =
        quarantine->source.next(quarantine->source.state, doc, err);

    for (size_t i = 0; status == CD_OK && i < quarantine->count; i++) {
        const struct cd_poison *poison = &quarantine->poison[i];

        if (poison->number != doc->number || doc->ready)
            continue;
        doc->lost = poison->stage;
        cd_reader_name(doc);
        return cd_fail(err, CD_SKIP, "crashed (signal %d)", poison->signal);
    }
    return status;
}

static _Noreturn void
work_alone(struct cd_work *work, struct report *report,
           enum cd_status (*run)(struct cd_work *work, struct cd_error *err))
{
    report->status = run(work, &report->err);
    report->progress = work->progress;
    report->finished = true;
    fflush(NULL);
    _exit(0);
}

/* ---- outside of it --------------------------------------------------- */

/* Signals that a program brings upon itself. */
static bool
is_crash(int signal)
{
    return signal == SIGSEGV || signal == SIGBUS || signal == SIGABRT ||
           signal == SIGFPE || signal == SIGILL || signal == SIGSYS;
}

/* Who was at work; returns how many. */
static size_t
find_suspects(const struct report *report, struct cd_poison *poison)
{
    size_t n = 0;

    for (size_t i = 0; i < MARKS; i++) {
        if (report->marks[i].number == 0)
            continue;
        poison->number = report->marks[i].number;
        poison->stage = report->marks[i].stage;
        n++;
    }
    return n;
}

/* CD_OK: the next process may do better. */
static enum cd_status
blame(struct cd_quarantine *quarantine, const struct report *report, int signal,
      struct cd_error *err)
{
    struct cd_poison poison = { .signal = signal };
    size_t suspects = find_suspects(report, &poison);

    quarantine->again = true;
    if (suspects == 0)
        return cd_fail(err, CD_FATAL,
                       "crashed (signal %d) outside of any document", signal);
    if (suspects > 1 && !quarantine->alone) {
        quarantine->alone = true;
        return CD_OK;
    }
    if (strcmp(poison.stage, "read") == 0 && poison.number > 0 &&
        report->marks[0].reading)
        return cd_fail(err, CD_FATAL,
                       "crashed (signal %d) while it read record %llu", signal,
                       (unsigned long long)poison.number);
    quarantine->poison =
        cd_grow(quarantine->poison, &quarantine->room, quarantine->count + 1,
                sizeof(*quarantine->poison));
    quarantine->poison[quarantine->count++] = poison;
    quarantine->alone = false;
    return CD_OK;
}

/* CD_END: it is done, and the report says how. */
static enum cd_status
await(struct cd_quarantine *quarantine, const struct report *report, pid_t pid,
      struct cd_error *err)
{
    int how;

    while (waitpid(pid, &how, 0) < 0) {
        if (errno != EINTR)
            return cd_fail(err, CD_FATAL, "lost the worker: %s",
                           strerror(errno));
    }
    if (report->finished)
        return CD_END;
    if (WIFSIGNALED(how) && is_crash(WTERMSIG(how)))
        return blame(quarantine, report, WTERMSIG(how), err);
    if (WIFSIGNALED(how))
        return cd_fail(err, CD_FATAL, "the worker was killed (signal %d)",
                       WTERMSIG(how));
    return cd_fail(err, CD_FATAL, "the worker gave up (exit code %d)",
                   WEXITSTATUS(how));
}

static enum cd_status
try(struct cd_work *work, struct report *report,
    enum cd_status (*run)(struct cd_work *work, struct cd_error *err),
    struct cd_error *err)
{
    pid_t pid;

    *report = (struct report){ .finished = false };
    work->marks = report->marks;
    fflush(NULL);
    pid = fork();
    if (pid < 0)
        return cd_fail(err, CD_FATAL, "cannot start a worker: %s",
                       strerror(errno));
    if (pid == 0)
        work_alone(work, report, run);
    return await(work->quarantine, report, pid, err);
}

enum cd_status
cd_isolate(struct cd_work *work,
           enum cd_status (*run)(struct cd_work *work, struct cd_error *err),
           struct cd_error *err)
{
    struct cd_quarantine quarantine = { .count = 0 };
    struct report *report = mmap(NULL, sizeof(*report), PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    enum cd_status status;

    if (report == MAP_FAILED)
        return cd_fail(err, CD_FATAL, "no shared memory: %s", strerror(errno));
    work->quarantine = &quarantine;
    while ((status = try(work, report, run, err)) == CD_OK)
        continue;
    if (status == CD_END) {
        status = report->status;
        work->progress = report->progress;
        *err = report->err;
    }
    work->quarantine = NULL;
    work->marks = NULL;
    munmap(report, sizeof(*report));
    free(quarantine.poison);
    return status;
}
