/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/core/pipeline.h"

#include <time.h>

#include "corpus/core/ring.h"

enum {
    SLOTS_PER_THREAD = 4,
    BATCH = 128,
    AHEAD = 8, /* documents that folds may look ahead */
};

/* A batch is full at BATCH documents or this many bytes; nothing more is read
 * while this many are under way. */
static const size_t batch_bytes = 128 * 1024;
static const size_t most_bytes = 64 * 1024 * 1024;

struct item {
    struct cd_doc doc;
    struct cd_error err;
    const char *stage; /* that failed, if err.status != CD_OK */
};

/* A batch of documents. */
struct slot {
    struct item items[BATCH];
    size_t count;
    size_t bytes;
};

/* What one thread has for itself. */
struct desk {
    struct cd_mark *mark;
    void *scratch[CD_MAPS_MAX];
    double seconds[CD_MAPS_MAX];
};

/*
 * A piece of the ring is a batch: begun by reading it, run by mapping it, ended
 * by folding it.
 */
struct run {
    struct cd_pipeline *pipeline;
    struct slot **slots; /* by place; NULL: not yet in use */
    struct desk *desks;  /* by thread */
    struct cd_arena memory;
    uint64_t read;          /* documents */
    bool closed;            /* nothing more will be read */
    struct cd_error source; /* how the source ended, if closed */
    struct cd_error fold;   /* why no fold can go on, or CD_OK */
};

static double
cpu_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void
set_mark(struct cd_mark *mark, uint64_t number, const char *stage)
{
    if (mark == NULL)
        return;
    mark->stage = stage;
    mark->number = number;
}

static void
map_item(const struct cd_map *map, bool for_ready, struct cd_mark *mark,
         void *scratch, struct item *item)
{
    if (item->err.status != CD_OK || (item->doc.ready && !for_ready))
        return;
    item->stage = map->name;
    set_mark(mark, item->doc.number, map->name);
    /* the message may be that of an error which the map got over */
    item->err.status = map->run(map->engine, scratch, &item->doc, &item->err);
}

static void
map_slot(void *state, int thread, size_t place)
{
    struct run *run = state;
    struct desk *desk = &run->desks[thread];
    struct slot *slot = run->slots[place];
    const struct cd_map *maps = run->pipeline->maps;
    uint32_t for_ready = run->pipeline->for_ready;
    double before = cpu_seconds();

    for (size_t i = 0; maps[i].run != NULL; i++) {
        double after;

        for (size_t j = 0; j < slot->count; j++)
            map_item(&maps[i], for_ready >> i & 1, desk->mark, desk->scratch[i],
                     &slot->items[j]);
        after = cpu_seconds();
        desk->seconds[i] += after - before;
        before = after;
    }
    set_mark(desk->mark, 0, NULL);
}

/* The thread splits a document off; 0: it is done with that. */
static void
mark_reading(struct cd_mark *mark, uint64_t number)
{
    if (mark != NULL)
        mark->reading = number > 0;
    set_mark(mark, number, "read");
}

/* Reads one document.  A lost record takes a place too, so that it is reported
 * in its turn. */
static enum cd_status
read_item(struct run *run, struct cd_mark *mark, uint64_t number,
          struct item *item)
{
    struct cd_source *source = &run->pipeline->source;

    cd_arena_reset(&item->doc.arena);
    item->doc = (struct cd_doc){ .arena = item->doc.arena, .number = number };
    item->err.status = CD_OK;
    item->stage = "read";
    mark_reading(mark, number);
    item->err.status = source->next(source->state, &item->doc, &item->err);
    if (item->err.status == CD_OK || item->err.status == CD_SKIP)
        return CD_OK;
    run->source = item->err;
    return item->err.status;
}

static struct slot *
slot_at(struct run *run, size_t place)
{
    if (run->slots[place] == NULL)
        run->slots[place] = cd_arena_new(&run->memory, struct slot);
    return run->slots[place];
}

/* Reads a batch; is there one? */
static bool
read_slot(void *state, int thread, size_t place)
{
    struct run *run = state;
    struct slot *slot = slot_at(run, place);
    struct cd_mark *mark = run->desks[thread].mark;
    double before = cpu_seconds();

    slot->count = slot->bytes = 0;
    while (!run->closed && slot->count < BATCH && slot->bytes < batch_bytes) {
        struct item *item = &slot->items[slot->count];

        run->closed = read_item(run, mark, run->read + 1, item) != CD_OK;
        if (run->closed)
            break;
        run->read++;
        slot->count++;
        slot->bytes += item->doc.bytes.n;
    }
    mark_reading(mark, 0);
    if (run->pipeline->seen != NULL)
        run->pipeline->seen(run->pipeline->tick_state);
    run->pipeline->read_seconds += cpu_seconds() - before;
    return slot->count > 0;
}

static size_t
slot_bytes(const void *state, size_t place)
{
    const struct run *run = state;

    return run->slots[place]->bytes;
}

static enum cd_status
reject(struct run *run, const struct item *item, struct cd_error *err)
{
    struct cd_pipeline *pipeline = run->pipeline;

    pipeline->rejected++;
    if (pipeline->reject == NULL)
        return CD_OK;
    return pipeline->reject(pipeline->reject_state, &item->doc, item->stage,
                            item->err.message, err);
}

static enum cd_status
fold_item(struct run *run, struct cd_mark *mark, struct item *item,
          struct cd_error *err)
{
    const struct cd_fold *step = run->pipeline->folds;
    enum cd_status status = CD_OK;

    for (; item->err.status == CD_OK && step->run != NULL; step++) {
        item->stage = step->name;
        set_mark(mark, item->doc.number, step->name);
        item->err.status = step->run(step->state, &item->doc, &item->err);
    }
    run->pipeline->documents++;
    if (item->err.status == CD_SKIP)
        status = reject(run, item, err);
    else if (item->err.status != CD_OK)
        *err = item->err, status = err->status;
    if (run->pipeline->tick != NULL)
        run->pipeline->tick(run->pipeline->tick_state, &item->doc);
    return status;
}

static void
look_ahead(const struct run *run, const struct item *item)
{
    for (const struct cd_fold *step = run->pipeline->folds; step->run != NULL;
         step++) {
        if (step->ahead != NULL && item->err.status == CD_OK)
            step->ahead(step->state, &item->doc);
    }
}

/* A slot that has been mapped; can folding go on? */
static bool
fold_slot(void *state, int thread, size_t place)
{
    struct run *run = state;
    struct slot *slot = run->slots[place];
    struct cd_mark *mark = run->desks[thread].mark;
    struct cd_error err = { CD_OK, "" };
    enum cd_status status = CD_OK;
    double before = cpu_seconds();

    for (size_t i = 0; i < AHEAD && i < slot->count; i++)
        look_ahead(run, &slot->items[i]);
    for (size_t i = 0; status == CD_OK && i < slot->count; i++) {
        if (i + AHEAD < slot->count)
            look_ahead(run, &slot->items[i + AHEAD]);
        status = fold_item(run, mark, &slot->items[i], &err);
    }
    set_mark(mark, 0, NULL);
    run->pipeline->fold_seconds += cpu_seconds() - before;
    err.status = status;
    if (status != CD_OK)
        run->fold = err;
    return status == CD_OK;
}

/* ---- desks ----------------------------------------------------------- */

static void
open_desks(struct run *run)
{
    const struct cd_pipeline *pipeline = run->pipeline;

    for (int n = 0; n < pipeline->threads; n++) {
        struct desk *desk = &run->desks[n];

        desk->mark = pipeline->marks != NULL ? &pipeline->marks[n] : NULL;
        for (size_t i = 0; pipeline->maps[i].run != NULL; i++) {
            const struct cd_map *map = &pipeline->maps[i];

            if (map->scratch_new != NULL)
                desk->scratch[i] = map->scratch_new(map->engine);
        }
    }
}

static void
close_desks(struct run *run)
{
    struct cd_pipeline *pipeline = run->pipeline;

    for (int n = 0; n < pipeline->threads; n++) {
        for (size_t i = 0; pipeline->maps[i].run != NULL; i++) {
            if (pipeline->maps[i].scratch_free != NULL)
                pipeline->maps[i].scratch_free(run->desks[n].scratch[i]);
            pipeline->map_seconds[i] += run->desks[n].seconds[i];
        }
    }
}

/* How it ended: the first error in input order. */
static enum cd_status
outcome(const struct run *run, struct cd_error *err)
{
    if (run->fold.status != CD_OK)
        *err = run->fold;
    else if (run->source.status != CD_END)
        *err = run->source;
    else
        return CD_OK;
    return err->status;
}

static void
release_slots(struct run *run, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < BATCH && run->slots[i] != NULL; j++)
            cd_arena_release(&run->slots[i]->items[j].doc.arena);
    }
}

enum cd_status
cd_pipeline_run(struct cd_pipeline *pipeline, struct cd_error *err)
{
    struct run run = { .pipeline = pipeline };
    struct cd_ring ring = {
        .begin = read_slot,
        .run = map_slot,
        .end = fold_slot,
        .weight = slot_bytes,
        .most = most_bytes,
        .state = &run,
        .threads = pipeline->threads,
        .places = cd_ring_places(pipeline->threads, SLOTS_PER_THREAD),
    };

    run.desks =
        cd_arena_new_array(&run.memory, struct desk, (size_t)ring.threads);
    run.slots = cd_arena_new_array(&run.memory, struct slot *, ring.places);
    open_desks(&run);
    cd_ring_run(&ring);
    close_desks(&run);
    release_slots(&run, ring.places);
    cd_arena_release(&run.memory);
    return outcome(&run, err);
}
