/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/isolate.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "corpus/run/relay.h"

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
    bool stage = strcmp(command, "stage") == 0;

    if (work->settings->isolate == CD_ISOLATE_AUTO)
        return stage && work->count > 0 &&
               strcmp(work->inputs[0], "pages") == 0;
    return work->settings->isolate == CD_ISOLATE_ALWAYS &&
           (stage || strcmp(command, "run") == 0);
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

/* Whoever kills the one that waits kills this one, too: it would write on into
 * the folder in which the next run begins. */
static void
die_with(pid_t parent)
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
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

/* Who was at work; returns how many.  One: poison says which, and reading if it
 * was not yet split off its input. */
static size_t
find_suspects(const struct report *report, struct cd_poison *poison,
              bool *reading)
{
    size_t n = 0;

    for (size_t i = 0; i < MARKS; i++) {
        if (report->marks[i].number == 0)
            continue;
        poison->number = report->marks[i].number;
        poison->stage = report->marks[i].stage;
        *reading = report->marks[i].reading;
        n++;
    }
    return n;
}

/* It was to be rejected, but crashed all the same. */
static bool
is_known(const struct cd_quarantine *quarantine, uint64_t number)
{
    for (size_t i = 0; i < quarantine->count; i++) {
        if (quarantine->poison[i].number == number)
            return true;
    }
    return false;
}

/* CD_OK: the next process may do better. */
static enum cd_status
blame(struct cd_quarantine *quarantine, const struct report *report, int signal,
      struct cd_error *err)
{
    struct cd_poison poison = { .signal = signal };
    bool reading = false;
    size_t suspects = find_suspects(report, &poison, &reading);

    quarantine->again = true;
    if (suspects == 0)
        return cd_fail(err, CD_FATAL,
                       "crashed (signal %d) outside of any document", signal);
    if (suspects > 1 && !quarantine->alone) {
        quarantine->alone = true;
        return CD_OK;
    }
    if (reading || is_known(quarantine, poison.number))
        return cd_fail(err, CD_FATAL,
                       "crashed (signal %d) while it %s record %llu", signal,
                       reading ? "read" : "went past",
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
try(struct cd_work *work, struct report *report, struct cd_relay *relay,
    enum cd_status (*run)(struct cd_work *work, struct cd_error *err),
    struct cd_error *err)
{
    pid_t parent = getpid(), pid;

    *report = (struct report){ .finished = false };
    work->marks = report->marks;
    if (cd_relay_open(relay, err) != CD_OK)
        return CD_FATAL;
    fflush(NULL);
    pid = fork();
    if (pid == 0) {
        die_with(parent);
        cd_relay_speak(relay, work);
        work_alone(work, report, run);
    }
    if (pid < 0)
        cd_fail(err, CD_FATAL, "cannot start a worker: %s", strerror(errno));
    cd_relay_listen(relay);
    if (pid < 0)
        return CD_FATAL;
    return await(work->quarantine, report, pid, err);
}

enum cd_status
cd_isolate(struct cd_work *work,
           enum cd_status (*run)(struct cd_work *work, struct cd_error *err),
           struct cd_error *err)
{
    struct cd_quarantine quarantine = { .count = 0 };
    struct cd_relay relay = { .to = work->observer };
    struct report *report = mmap(NULL, sizeof(*report), PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    enum cd_status status;

    if (report == MAP_FAILED)
        return cd_fail(err, CD_FATAL, "no shared memory: %s", strerror(errno));
    work->quarantine = &quarantine;
    while ((status = try(work, report, &relay, run, err)) == CD_OK)
        continue;
    if (status == CD_END) {
        status = report->status;
        work->progress = report->progress;
        *err = report->err;
        cd_relay_progress(&relay, &work->progress);
    }
    work->quarantine = NULL;
    work->marks = NULL;
    munmap(report, sizeof(*report));
    free(quarantine.poison);
    return status;
}
