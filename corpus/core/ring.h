/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The ring: pieces of work that are begun in order, done on many threads, and
 * ended in order.
 *
 *     struct cd_ring ring = { .threads = 2, .places = cd_ring_places(2, 4),
 *                             .begin = ..., .run = ..., .end = ...,
 *                             .state = ... };
 *     cd_ring_run(&ring);
 *
 * Each piece under way has a place of its own, a number below .places, for what
 * it needs and what it leaves.  begin() is called for one piece after
 * the other, by whichever thread has nothing better to do, and so is end();
 * neither is ever called twice at the same time, but both beside run() and each
 * other.  So what end() sees, and in which order, does not depend on threads.
 *
 * A thread ends the pieces that it ran itself where it can, so that they stay
 * in the cache of one core; and a place that is free again is the next to be
 * taken, so that few are in use while none has to wait.
 */
#ifndef CD_CORPUS_CORE_RING_H
#define CD_CORPUS_CORE_RING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cd_ring {
    /* The next piece, at place; false: there is none, nor will there be. */
    bool (*begin)(void *state, int thread, size_t place);
    void (*run)(void *state, int thread, size_t place);
    /* false: all is over, pieces that are under way included. */
    bool (*end)(void *state, int thread, size_t place);
    /* How heavy is the piece that began at place?  Nothing more is begun while
     * pieces of more than most are under way.  May be NULL. */
    size_t (*weight)(const void *state, size_t place);
    size_t most;
    void *state;
    int threads; /* they are numbered from 0, which is the caller's */
    size_t places;
};

/* each * threads, but 1 where a thread alone begins, runs and ends in turn:
 * more places would only hold memory. */
size_t cd_ring_places(int threads, size_t each);

/* Returns when all pieces are ended, or end() returned false.  Where the system
 * gives fewer threads, fewer do the work. */
void cd_ring_run(const struct cd_ring *ring);

#endif
