/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The ring: every piece once, begun and ended in order, never more under way
 * than there is room for, and none behind one that stops it.
 */
#include "corpus/core/ring.h"

#include <pthread.h>
#include <sched.h>

#include "tests/check.h"

enum { PIECES = 3000, PLACES_MAX = 64, STOP_AT = 1000 };

struct seen {
    size_t pieces;            /* to begin */
    size_t stop_at;           /* the piece whose end stops all */
    size_t begun, ended;      /* by begin() and end() alone */
    size_t piece[PLACES_MAX]; /* by place */
    size_t left[PLACES_MAX];  /* what run() leaves there */
    bool taken[PLACES_MAX];
    bool beginning, ending; /* is one called while another is? */
    pthread_mutex_t lock;   /* of what follows */
    size_t under_way, most, weight, heaviest;
};

static size_t
weight_of(size_t piece)
{
    return piece % 7 == 0 ? 50 : 1;
}

static void
count(struct seen *seen, size_t piece, bool more)
{
    pthread_mutex_lock(&seen->lock);
    seen->under_way += more ? 1 : (size_t)-1;
    seen->weight += more ? weight_of(piece) : -weight_of(piece);
    if (seen->under_way > seen->most)
        seen->most = seen->under_way;
    /* when it began */
    if (more && seen->weight - weight_of(piece) > seen->heaviest)
        seen->heaviest = seen->weight - weight_of(piece);
    pthread_mutex_unlock(&seen->lock);
}

static bool
begin(void *state, int thread, size_t place)
{
    struct seen *seen = state;

    ck_assert_int_ge(thread, 0);
    ck_assert(!seen->beginning);
    seen->beginning = true;
    ck_assert(!seen->taken[place]);
    if (seen->begun < seen->pieces) {
        seen->taken[place] = true;
        seen->piece[place] = seen->begun++;
        count(seen, seen->piece[place], true);
        seen->beginning = false;
        return true;
    }
    seen->beginning = false;
    return false;
}

static void
run(void *state, int thread, size_t place)
{
    struct seen *seen = state;

    (void)thread;
    for (size_t i = 0; i < seen->piece[place] * 7919 % 5; i++)
        sched_yield();
    seen->left[place] = seen->piece[place] + 1;
}

static bool
end(void *state, int thread, size_t place)
{
    struct seen *seen = state;

    (void)thread;
    ck_assert(!seen->ending);
    seen->ending = true;
    ck_assert_uint_eq(seen->piece[place], seen->ended);
    ck_assert_uint_eq(seen->left[place], seen->ended + 1);
    seen->left[place] = 0;
    seen->taken[place] = false;
    count(seen, seen->ended++, false);
    seen->ending = false;
    return seen->ended - 1 != seen->stop_at;
}

static size_t
weigh(const void *state, size_t place)
{
    const struct seen *seen = state;

    return weight_of(seen->piece[place]);
}

static const struct {
    int threads;
    size_t each, pieces, most, stop_at;
} cases[] = {
    { 1, 4, PIECES, SIZE_MAX, SIZE_MAX }, { 2, 4, PIECES, SIZE_MAX, SIZE_MAX },
    { 8, 4, PIECES, SIZE_MAX, SIZE_MAX }, { 8, 1, PIECES, SIZE_MAX, SIZE_MAX },
    { 4, 2, 0, SIZE_MAX, SIZE_MAX },      { 4, 2, 1, SIZE_MAX, SIZE_MAX },
    { 4, 8, PIECES, 60, SIZE_MAX },       { 4, 8, PIECES, 0, SIZE_MAX },
    { 1, 4, PIECES, 0, STOP_AT },         { 8, 4, PIECES, SIZE_MAX, STOP_AT },
    { 3, 2, PIECES, SIZE_MAX, 0 },
};

START_TEST(ring)
{
    struct seen seen = {
        .pieces = cases[_i].pieces,
        .stop_at = cases[_i].stop_at,
        .lock = PTHREAD_MUTEX_INITIALIZER,
    };
    size_t places = cd_ring_places(cases[_i].threads, cases[_i].each);
    bool stops = cases[_i].stop_at < cases[_i].pieces;

    ck_assert_uint_le(places, PLACES_MAX);
    cd_ring_run(&(struct cd_ring){ .begin = begin,
                                   .run = run,
                                   .end = end,
                                   .weight = weigh,
                                   .most = cases[_i].most,
                                   .state = &seen,
                                   .threads = cases[_i].threads,
                                   .places = places });
    ck_assert_uint_eq(seen.ended,
                      stops ? cases[_i].stop_at + 1 : cases[_i].pieces);
    ck_assert_uint_le(seen.most, places);
    ck_assert_uint_le(seen.heaviest, cases[_i].most);
    ck_assert(stops || seen.under_way == 0);
}
END_TEST

Suite *
check_ring(void)
{
    Suite *suite = suite_create("ring");
    TCase *tcase = tcase_create("ring");

    tcase_set_tags(tcase, "threads");
    tcase_add_loop_test(tcase, ring, 0, CD_COUNT(cases));
    suite_add_tcase(suite, tcase);
    return suite;
}
