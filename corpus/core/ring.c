/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/core/ring.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/memory.h"

struct place {
    bool ran;
    int owner; /* the thread that began and ran the piece */
    size_t weight;
};

/* ended <= begun <= ended + count */
struct run {
    const struct cd_ring *ring;
    struct place *places;
    size_t count;
    size_t *order; /* the place of each piece, by its number modulo count */
    size_t *free;  /* a stack */
    size_t free_count;
    size_t weight; /* of all pieces under way */
    uint64_t begun, ended;
    bool beginning, ending; /* some thread is at it */
    bool closed;            /* nothing more will be begun */
    bool stopped;           /* nothing more will be ended */
    pthread_mutex_t lock;
    pthread_cond_t changed;
};

struct worker {
    struct run *run;
    int number;
    pthread_t thread;
};

size_t
cd_ring_places(int threads, size_t each)
{
    return threads == 1 ? 1 : (size_t)threads * each;
}

/* ---- who does what; all with the lock held --------------------------- */

static bool
has_room(const struct run *run)
{
    if (run->closed || run->beginning)
        return false;
    return run->begun == run->ended ||
           (run->free_count > 0 && run->weight <= run->ring->most);
}

static struct place *
oldest(const struct run *run)
{
    return &run->places[run->order[run->ended % run->count]];
}

static bool
can_end(const struct run *run)
{
    return !run->ending && run->ended < run->begun && oldest(run)->ran;
}

static bool
is_over(const struct run *run)
{
    return run->stopped ||
           (run->closed && !run->beginning && run->ended == run->begun);
}

static void
end_oldest(struct run *run, int thread)
{
    size_t place = run->order[run->ended % run->count];
    bool good;

    run->ending = true;
    pthread_mutex_unlock(&run->lock);
    good = run->ring->end(run->ring->state, thread, place);
    pthread_mutex_lock(&run->lock);
    run->ending = false;
    run->stopped |= !good;
    run->weight -= run->places[place].weight;
    run->free[run->free_count++] = place;
    run->ended++;
    pthread_cond_broadcast(&run->changed);
}

/* The piece has its number before it begins, but counts only when it has. */
static bool
begin_next(struct run *run, int thread, size_t place)
{
    const struct cd_ring *ring = run->ring;
    bool good;

    run->order[run->begun % run->count] = place;
    run->beginning = true;
    pthread_mutex_unlock(&run->lock);
    good = ring->begin(ring->state, thread, place);
    pthread_mutex_lock(&run->lock);
    run->beginning = false;
    run->closed = !good;
    pthread_cond_broadcast(&run->changed);
    return good;
}

static void
do_next(struct run *run, int thread)
{
    const struct cd_ring *ring = run->ring;
    size_t number = run->free[--run->free_count];
    struct place *place = &run->places[number];

    *place = (struct place){ .owner = thread };
    if (!begin_next(run, thread, number)) {
        run->free[run->free_count++] = number;
        return;
    }
    if (ring->weight != NULL)
        place->weight = ring->weight(ring->state, number);
    run->weight += place->weight;
    run->begun++;
    pthread_mutex_unlock(&run->lock);
    ring->run(ring->state, thread, number);
    pthread_mutex_lock(&run->lock);
    place->ran = true;
    pthread_cond_broadcast(&run->changed);
}

static void *
work(void *arg)
{
    const struct worker *worker = arg;
    struct run *run = worker->run;

    pthread_mutex_lock(&run->lock);
    while (!is_over(run)) {
        if (can_end(run) && oldest(run)->owner == worker->number)
            end_oldest(run, worker->number);
        else if (has_room(run))
            do_next(run, worker->number);
        else if (can_end(run))
            end_oldest(run, worker->number);
        else
            pthread_cond_wait(&run->changed, &run->lock);
    }
    pthread_mutex_unlock(&run->lock);
    return NULL;
}

/* ---- threads --------------------------------------------------------- */

static void
run_workers(struct run *run, struct worker *workers, int count)
{
    int started = 1;

    for (int i = 0; i < count; i++)
        workers[i] = (struct worker){ .run = run, .number = i };
    for (; started < count; started++) {
        if (pthread_create(&workers[started].thread, NULL, work,
                           &workers[started]) != 0)
            break;
    }
    work(&workers[0]);
    for (int i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
}

void
cd_ring_run(const struct cd_ring *ring)
{
    size_t count = ring->places;
    struct run run = {
        .ring = ring,
        .count = count,
        .places = cd_alloc(count * sizeof(*run.places)),
        .order = cd_alloc(count * sizeof(*run.order)),
        .free = cd_alloc(count * sizeof(*run.free)),
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .changed = PTHREAD_COND_INITIALIZER,
    };
    struct worker *workers = cd_alloc((size_t)ring->threads * sizeof(*workers));

    while (run.free_count < count) {
        run.free[run.free_count] = count - 1 - run.free_count;
        run.free_count++;
    }
    run_workers(&run, workers, ring->threads);
    free(run.places);
    free(run.order);
    free(run.free);
    free(workers);
}
