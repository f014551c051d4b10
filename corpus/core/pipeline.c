/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/core/pipeline.h"

#include <pthread.h>
#include <time.h>

enum {
    SLOTS_PER_THREAD = 4,
    BATCH = 128,
    AHEAD = 8, /* documents that folds may look ahead */
};

/* A batch is full at BATCH documents or this many bytes; nothing more is read
 * while this many are under way. */
static const size_t batch_bytes = 128 * 1024;
static const size_t ring_bytes = 64 * 1024 * 1024;

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
    bool mapped;
    const struct desk *owner; /* that read and mapped it */
    struct slot *made;        /* before this one */
    struct slot *free;        /* below this one, if it is free too */
};

/*
 * A ring of slots.  A thread that has nothing to do reads a batch into the
 * head, maps it, and folds it when it has become the tail: what a batch needs
 * stays in the cache of one core.  One thread reads at a time and one folds, so
 * both go by the order of the input; folded <= filled <= folded + ring.
 *
 * A slot that is folded is the next to be filled again: behind a long document
 * many may be under way, but memory stays small and in the cache when few are.
 */
struct run {
    struct cd_pipeline *pipeline;
    struct slot **slots; /* by number modulo ring */
    struct slot *made;   /* the last of all */
    struct slot *free;   /* the top of a stack */
    struct cd_arena memory;
    size_t ring;
    size_t bytes; /* of all slots that are not folded */
    uint64_t filled, folded;
    uint64_t read;          /* documents */
    bool reading, folding;  /* some thread is at it */
    bool closed;            /* nothing more will be filled */
    struct cd_error source; /* how the source ended, if closed */
    struct cd_error fold;   /* why no fold can go on, or CD_OK */
    pthread_mutex_t lock;
    pthread_cond_t changed;
};

/* What one thread has for itself. */
struct desk {
    struct run *run;
    struct cd_mark *mark;
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
map_slot(struct desk *desk, struct slot *slot)
{
    const struct cd_map *maps = desk->run->pipeline->maps;
    uint32_t for_ready = desk->run->pipeline->for_ready;
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
fill_item(struct run *run, struct cd_mark *mark, uint64_t number,
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

/* Reads a batch; was that the last one? */
static bool
fill(struct desk *desk, struct slot *slot)
{
    struct run *run = desk->run;
    double before = cpu_seconds();
    bool ended = false;

    slot->count = slot->bytes = 0;
    slot->mapped = false;
    slot->owner = desk;
    while (!ended && slot->count < BATCH && slot->bytes < batch_bytes) {
        struct item *item = &slot->items[slot->count];

        ended = fill_item(run, desk->mark, run->read + slot->count + 1, item) !=
                CD_OK;
        slot->count += !ended;
        slot->bytes += ended ? 0 : item->doc.bytes.n;
    }
    run->read += slot->count;
    mark_reading(desk->mark, 0);
    if (run->pipeline->seen != NULL)
        run->pipeline->seen(run->pipeline->tick_state);
    run->pipeline->read_seconds += cpu_seconds() - before;
    return ended;
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

/* A slot that has been mapped. */
static enum cd_status
fold(struct desk *desk, struct slot *slot, struct cd_error *err)
{
    struct run *run = desk->run;
    double before = cpu_seconds();
    enum cd_status status = CD_OK;

    for (size_t i = 0; i < AHEAD && i < slot->count; i++)
        look_ahead(run, &slot->items[i]);
    for (size_t i = 0; status == CD_OK && i < slot->count; i++) {
        if (i + AHEAD < slot->count)
            look_ahead(run, &slot->items[i + AHEAD]);
        status = fold_item(run, desk->mark, &slot->items[i], err);
    }
    set_mark(desk->mark, 0, NULL);
    run->pipeline->fold_seconds += cpu_seconds() - before;
    return status;
}

/* ---- who does what; all with the lock held --------------------------- */

static bool
has_room(const struct run *run)
{
    if (run->closed || run->reading)
        return false;
    return run->filled == run->folded ||
           (run->filled - run->folded < run->ring && run->bytes < ring_bytes);
}

/* Is there a slot to fold, for its owner or for anybody? */
static bool
can_fold(const struct run *run, const struct desk *owner)
{
    const struct slot *tail = run->slots[run->folded % run->ring];

    return !run->folding && run->folded < run->filled && tail->mapped &&
           (owner == NULL || tail->owner == owner);
}

static bool
is_over(const struct run *run)
{
    return run->fold.status != CD_OK ||
           (run->closed && !run->reading && run->folded == run->filled);
}

static struct slot *
take_slot(struct run *run)
{
    struct slot *slot = run->free;

    if (slot != NULL) {
        run->free = slot->free;
        return slot;
    }
    slot = cd_arena_new(&run->memory, struct slot);
    slot->made = run->made;
    run->made = slot;
    return slot;
}

static void
put_back(struct run *run, struct slot *slot)
{
    slot->free = run->free;
    run->free = slot;
}

static void
fold_next(struct desk *desk)
{
    struct run *run = desk->run;
    struct slot *slot = run->slots[run->folded % run->ring];
    struct cd_error err = { CD_OK, "" };

    run->folding = true;
    pthread_mutex_unlock(&run->lock);
    err.status = fold(desk, slot, &err);
    pthread_mutex_lock(&run->lock);
    run->folding = false;
    run->bytes -= slot->bytes;
    run->folded++;
    put_back(run, slot);
    if (err.status != CD_OK)
        run->fold = err;
    pthread_cond_broadcast(&run->changed);
}

static void
read_next(struct desk *desk)
{
    struct run *run = desk->run;
    struct slot *slot = take_slot(run);
    bool ended;

    run->slots[run->filled % run->ring] = slot;
    run->reading = true;
    pthread_mutex_unlock(&run->lock);
    ended = fill(desk, slot);
    pthread_mutex_lock(&run->lock);
    run->reading = false;
    run->bytes += slot->bytes;
    run->filled += slot->count > 0;
    run->closed = ended;
    pthread_cond_broadcast(&run->changed);
    pthread_mutex_unlock(&run->lock);
    map_slot(desk, slot);
    pthread_mutex_lock(&run->lock);
    slot->mapped = true;
    pthread_cond_broadcast(&run->changed);
}

static void *
work(void *arg)
{
    struct desk *desk = arg;
    struct run *run = desk->run;

    pthread_mutex_lock(&run->lock);
    while (!is_over(run)) {
        if (can_fold(run, desk))
            fold_next(desk);
        else if (has_room(run))
            read_next(desk);
        else if (can_fold(run, NULL))
            fold_next(desk);
        else
            pthread_cond_wait(&run->changed, &run->lock);
    }
    pthread_mutex_unlock(&run->lock);
    return NULL;
}

/* ---- threads --------------------------------------------------------- */

static void
seat(struct desk *desk, struct run *run, struct cd_mark *mark)
{
    const struct cd_map *maps = run->pipeline->maps;

    desk->run = run;
    desk->mark = mark;
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

/* Starts a thread for each desk but the first, which is the caller's; where the
 * system gives fewer threads, fewer do the work.  Returns the desks taken. */
static int
open_desks(struct desk *desks, int count, struct run *run)
{
    int n = 1;

    seat(&desks[0], run, run->pipeline->marks);
    for (; n < count; n++) {
        seat(&desks[n], run,
             run->pipeline->marks != NULL ? run->pipeline->marks + n : NULL);
        if (pthread_create(&desks[n].thread, NULL, work, &desks[n]) != 0) {
            clear(&desks[n]);
            break;
        }
    }
    return n;
}

static void
close_desks(struct desk *desks, int count)
{
    for (int i = 1; i < count; i++)
        pthread_join(desks[i].thread, NULL);
    for (int i = 0; i < count; i++)
        clear(&desks[i]);
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
release_slots(struct run *run)
{
    for (struct slot *slot = run->made; slot != NULL; slot = slot->made) {
        for (size_t j = 0; j < BATCH; j++)
            cd_arena_release(&slot->items[j].doc.arena);
    }
}

/* A thread alone reads, maps and folds in turn: more slots would only hold
 * memory. */
static size_t
slots_of(int threads)
{
    return threads == 1 ? 1 : (size_t)threads * SLOTS_PER_THREAD;
}

enum cd_status
cd_pipeline_run(struct cd_pipeline *pipeline, struct cd_error *err)
{
    struct run run = {
        .pipeline = pipeline,
        .ring = slots_of(pipeline->threads),
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .changed = PTHREAD_COND_INITIALIZER,
    };
    struct desk *desks =
        cd_arena_new_array(&run.memory, struct desk, (size_t)pipeline->threads);
    int count;

    run.slots = cd_arena_new_array(&run.memory, struct slot *, run.ring);
    count = open_desks(desks, pipeline->threads, &run);
    work(&desks[0]);
    close_desks(desks, count);
    release_slots(&run);
    cd_arena_release(&run.memory);
    return outcome(&run, err);
}
