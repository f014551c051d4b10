/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/pipeline.h"

#include <pthread.h>
#include <time.h>


enum { SLOTS_PER_THREAD = 4 };

/*
 * A ring of slots.  The caller's thread reads into the head and folds from the
 * tail; workers map what lies between, in any order.  Three counters say it
 * all: folded <= taken <= filled <= folded + ring.
 */
struct slot {
    struct cd_doc doc;
    struct cd_error err;
    const char *stage; /* that failed, if err.status != CD_OK */
    bool mapped;
};

struct run {
    struct cd_pipeline *pipeline;
    struct slot *slots;
    size_t ring;
    uint64_t filled, taken, folded;
    bool closed; /* nothing more will be filled */
    pthread_mutex_t lock;
    pthread_cond_t work, done;
};

/* What one thread has for itself. */
struct desk {
    struct run *run;
    pthread_t thread;
    void *scratch[CD_MAPS_MAX];
    double seconds[CD_MAPS_MAX];
};

static double
cpu_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void
map_slot(struct desk *desk, struct slot *slot)
{
    const struct cd_map *maps = desk->run->pipeline->maps;
    double before = cpu_seconds();

    for (size_t i = 0; slot->err.status == CD_OK && maps[i].run != NULL; i++) {
        double after;

        if (maps[i].run(maps[i].engine, desk->scratch[i], &slot->doc,
                        &slot->err) == CD_OK)
            slot->err.status = CD_OK;
        else
            slot->stage = maps[i].name;
        after = cpu_seconds();
        desk->seconds[i] += after - before;
        before = after;
    }
}

static void *
worker(void *arg)
{
    struct desk *desk = arg;
    struct run *run = desk->run;

    pthread_mutex_lock(&run->lock);
    for (;;) {
        struct slot *slot;

        while (run->taken == run->filled && !run->closed)
            pthread_cond_wait(&run->work, &run->lock);
        if (run->taken == run->filled)
            break;
        slot = &run->slots[run->taken++ % run->ring];
        pthread_mutex_unlock(&run->lock);
        map_slot(desk, slot);
        pthread_mutex_lock(&run->lock);
        slot->mapped = true;
        pthread_cond_signal(&run->done);
    }
    pthread_mutex_unlock(&run->lock);
    return NULL;
}

/* Reads one document into the head of the ring.  A lost record takes a slot
 * too, so that it is reported in its place. */
static enum cd_status
fill(struct run *run, struct cd_error *err)
{
    struct cd_pipeline *pipeline = run->pipeline;
    struct slot *slot = &run->slots[run->filled % run->ring];
    enum cd_status status;

    cd_arena_reset(&slot->doc.arena);
    slot->doc =
        (struct cd_doc){ .arena = slot->doc.arena, .number = run->filled + 1 };
    slot->err.status = CD_OK;
    slot->stage = "read";
    slot->mapped = false;
    status = pipeline->source.next(pipeline->source.state, &slot->doc, err);
    if (status == CD_SKIP) {
        slot->err = *err;
        status = CD_OK;
    }
    pthread_mutex_lock(&run->lock);
    if (status == CD_OK)
        run->filled++;
    else
        run->closed = true;
    pthread_cond_broadcast(&run->work);
    pthread_mutex_unlock(&run->lock);
    return status;
}

static enum cd_status
reject(struct run *run, const struct slot *slot, struct cd_error *err)
{
    struct cd_pipeline *pipeline = run->pipeline;

    pipeline->rejected++;
    if (pipeline->reject == NULL)
        return CD_OK;
    return pipeline->reject(pipeline->reject_state, &slot->doc, slot->stage,
                            slot->err.message, err);
}

/* Folds the document at the tail, once it has been mapped. */
static enum cd_status
fold(struct run *run, struct cd_error *err)
{
    struct slot *slot = &run->slots[run->folded++ % run->ring];
    const struct cd_fold *step = run->pipeline->folds;

    pthread_mutex_lock(&run->lock);
    while (!slot->mapped)
        pthread_cond_wait(&run->done, &run->lock);
    pthread_mutex_unlock(&run->lock);

    for (; slot->err.status == CD_OK && step->run != NULL; step++) {
        slot->stage = step->name;
        slot->err.status = step->run(step->state, &slot->doc, &slot->err);
    }
    run->pipeline->documents++;
    if (run->pipeline->tick != NULL)
        run->pipeline->tick(run->pipeline->tick_state, &slot->doc);
    if (slot->err.status == CD_SKIP)
        return reject(run, slot, err);
    if (slot->err.status != CD_OK)
        *err = slot->err;
    return slot->err.status;
}

/* The source runs ahead of the folds by at most one ring. */
static enum cd_status
feed(struct run *run, struct cd_error *err)
{
    enum cd_status read = CD_OK;
    enum cd_status status = CD_OK;
    struct cd_error read_error = { CD_OK, "" };

    while (status == CD_OK && (read == CD_OK || run->folded < run->filled)) {
        if (read == CD_OK && run->filled - run->folded < run->ring)
            read = fill(run, &read_error);
        else
            status = fold(run, err);
    }
    if (status != CD_OK || read == CD_END)
        return status;
    *err = read_error;
    return read;
}

static void
seat(struct desk *desk, struct run *run)
{
    const struct cd_map *maps = run->pipeline->maps;

    desk->run = run;
    for (size_t i = 0; maps[i].run != NULL; i++) {
        if (maps[i].scratch_new != NULL)
            desk->scratch[i] = maps[i].scratch_new(maps[i].engine);
    }
}

static void
clear(struct desk *desk)
{
    struct cd_pipeline *pipeline = desk->run->pipeline;

    for (size_t i = 0; pipeline->maps[i].run != NULL; i++) {
        if (pipeline->maps[i].scratch_free != NULL)
            pipeline->maps[i].scratch_free(desk->scratch[i]);
        pipeline->map_seconds[i] += desk->seconds[i];
    }
}

static void
stop(struct run *run, struct desk *desks, int count)
{
    pthread_mutex_lock(&run->lock);
    run->closed = true;
    run->taken = run->filled;
    pthread_cond_broadcast(&run->work);
    pthread_mutex_unlock(&run->lock);
    for (int i = 0; i < count; i++) {
        pthread_join(desks[i].thread, NULL);
        clear(&desks[i]);
    }
}

enum cd_status
cd_pipeline_run(struct cd_pipeline *pipeline, struct cd_error *err)
{
    struct run run = {
        .pipeline = pipeline,
        .ring = (size_t)pipeline->threads * SLOTS_PER_THREAD,
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .work = PTHREAD_COND_INITIALIZER,
        .done = PTHREAD_COND_INITIALIZER,
    };
    struct cd_arena memory = { 0 };
    struct desk *desks =
        cd_arena_new_array(&memory, struct desk, (size_t)pipeline->threads);
    enum cd_status status = CD_OK;
    int started = 0;

    run.slots = cd_arena_new_array(&memory, struct slot, run.ring);
    for (; started < pipeline->threads; started++) {
        seat(&desks[started], &run);
        if (pthread_create(&desks[started].thread, NULL, worker,
                           &desks[started]) != 0) {
            clear(&desks[started]);
            break;
        }
    }
    if (started == 0)
        status = cd_fail(err, CD_FATAL, "cannot start a thread");
    else
        status = feed(&run, err);
    stop(&run, desks, started);
    for (size_t i = 0; i < run.ring; i++)
        cd_arena_release(&run.slots[i].doc.arena);
    cd_arena_release(&memory);
    return status;
}
