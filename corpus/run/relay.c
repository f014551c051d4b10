/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/relay.h"

#include <errno.h>
#include <time.h>
#include <unistd.h>

static const double progress_seconds = 0.05;

/* What stands in the pipe: a head, and if it says so, a line. */
struct head {
    uint64_t about; /* document, or 0 */
    size_t size;    /* of the line with its NUL; 0: this is progress */
    struct cd_progress progress;
};

/* ---- the process ----------------------------------------------------- */

/* Nobody listens any more: the next signal ends this process. */
static void
put(int fd, struct cd_str bytes)
{
    for (size_t done = 0; done < bytes.n;) {
        ssize_t n = write(fd, bytes.p + done, bytes.n - done);

        if (n < 0 && errno != EINTR)
            return;
        done += n > 0 ? (size_t)n : 0;
    }
}

static void
say(void *state, const char *line)
{
    struct cd_relay *relay = state;
    struct head head = { .about = relay->work->about,
                         .size = strlen(line) + 1 };
    struct cd_buf out = { 0 };

    cd_buf_add(&out, (struct cd_str){ (const char *)&head, sizeof(head) });
    cd_buf_add(&out, (struct cd_str){ line, head.size });
    put(relay->write, cd_buf_str(&out));
    cd_buf_release(&out);
}

static void
show(void *state, const struct cd_progress *progress)
{
    struct cd_relay *relay = state;
    struct head head = { .size = 0, .progress = *progress };
    struct timespec now;
    double seconds;

    clock_gettime(CLOCK_MONOTONIC, &now);
    seconds = (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
    if (seconds - relay->last < progress_seconds)
        return;
    relay->last = seconds;
    put(relay->write, (struct cd_str){ (const char *)&head, sizeof(head) });
}

void
cd_relay_speak(struct cd_relay *relay, struct cd_work *work)
{
    close(relay->read);
    relay->work = work;
    relay->observer = (struct cd_observer){ relay, show, say, NULL };
    work->observer = &relay->observer;
}

/* ---- the one that waits ---------------------------------------------- */

/* False if the pipe ends before. */
static bool
take(int fd, void *bytes, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t n = read(fd, (char *)bytes + done, size - done);

        if (n == 0 || (n < 0 && errno != EINTR))
            return false;
        done += n > 0 ? (size_t)n : 0;
    }
    return true;
}

static void
tell(struct cd_relay *relay, uint64_t about, const char *line)
{
    if (about > 0 && about <= relay->told)
        return;
    if (about > 0)
        relay->told = about;
    if (relay->to != NULL && relay->to->message != NULL)
        relay->to->message(relay->to->state, line);
}

void
cd_relay_progress(const struct cd_relay *relay,
                  const struct cd_progress *progress)
{
    if (relay->to != NULL && relay->to->progress != NULL)
        relay->to->progress(relay->to->state, progress);
}

void
cd_relay_listen(struct cd_relay *relay)
{
    struct cd_buf line = { 0 };
    struct head head;

    close(relay->write);
    while (take(relay->read, &head, sizeof(head))) {
        cd_buf_reset(&line);
        if (head.size > 0) {
            if (!take(relay->read, cd_buf_reserve(&line, head.size), head.size))
                break;
            tell(relay, head.about, line.p);
        } else {
            cd_relay_progress(relay, &head.progress);
        }
    }
    close(relay->read);
    cd_buf_release(&line);
}

enum cd_status
cd_relay_open(struct cd_relay *relay, struct cd_error *err)
{
    int ends[2];

    if (pipe(ends) != 0)
        return cd_fail(err, CD_FATAL, "cannot start a worker: %s",
                       strerror(errno));
    relay->read = ends[0];
    relay->write = ends[1];
    return CD_OK;
}
