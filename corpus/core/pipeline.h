/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pipeline: source -> maps (many threads) -> folds (one, in input order).
 *
 * A map sees one document and nothing else, so it may run on any thread.  A
 * fold sees the documents one by one in input order and may keep state, so its
 * result cannot depend on the number of threads.  Documents travel in batches,
 * since handing over each by itself costs more than reading a short one; the
 * ring of batches under way bounds the memory.  The source, and the folds with
 * all that is called beside them, may run on any thread, but neither is ever
 * called twice at the same time; a batch stays on one thread where it can.
 * Nothing outside ring.c starts a thread or knows about one.
 *
 *     struct cd_pipeline p = { .source = source, .maps = maps, .folds = folds,
 *                              .threads = 2 };
 *     status = cd_pipeline_run(&p, &err);
 */
#ifndef CD_CORPUS_CORE_PIPELINE_H
#define CD_CORPUS_CORE_PIPELINE_H

#include "base/doc.h"
#include "base/error.h"

/* scratch_new runs once a thread; both may be NULL.  engine is shared: const */
struct cd_map {
    const char *name;
    const void *engine;
    void *(*scratch_new)(const void *engine);
    void (*scratch_free)(void *scratch);
    enum cd_status (*run)(const void *engine, void *scratch, struct cd_doc *doc,
                          struct cd_error *err);
};

/* Sees the documents that no stage before it lost, in input order. */
struct cd_fold {
    const char *name;
    void *state;
    enum cd_status (*run)(void *state, struct cd_doc *doc,
                          struct cd_error *err);
    /* A mapped document that may be among the next: time to have memory fetched
     * that run will look at.  May be NULL. */
    void (*ahead)(const void *state, const struct cd_doc *doc);
};

/*
 * next fills the document; CD_END when there are no more, CD_SKIP for a record
 * that is lost (the document says which), CD_FATAL when reading cannot go on.
 */
struct cd_source {
    void *state;
    enum cd_status (*next)(void *state, struct cd_doc *doc,
                           struct cd_error *err);
};

enum { CD_MAPS_MAX = 12, CD_CACHE_LINE = 64 };

/* What a thread is at: a document by its number, or 0. */
struct cd_mark {
    volatile uint64_t number;
    const char *volatile stage; /* map, fold or "read" */
    volatile bool reading;      /* the source splits it off */
};

struct cd_pipeline {
    struct cd_source source;
    const struct cd_map *maps; /* ends with .run == NULL */
    uint32_t for_ready; /* bit i: maps[i] sees documents that are ready, too */
    const struct cd_fold *folds; /* ends with .run == NULL; the sink is last */
    /* Each document that is lost, in input order, with the stage that lost it
     * ("read", or the name of the map or fold). */
    enum cd_status (*reject)(void *state, const struct cd_doc *doc,
                             const char *stage, const char *why,
                             struct cd_error *err);
    void *reject_state;
    /* Called after each document, with the folds; may be NULL. */
    void (*tick)(void *state, const struct cd_doc *doc);
    /* Called after each batch that was read, with the source; may be NULL. */
    void (*seen)(void *state);
    void *tick_state;      /* of both */
    struct cd_mark *marks; /* one a thread, kept up to date; or NULL */
    int threads;           /* at least 1 */
    /* out; written while other threads read what is above */
    _Alignas(CD_CACHE_LINE) uint64_t documents, rejected;
    /* CPU time: of the source, of each map on all threads, of the folds */
    double read_seconds, map_seconds[CD_MAPS_MAX], fold_seconds;
};

/* CD_OK when the source ended; otherwise the first fatal error in input
 * order. */
enum cd_status cd_pipeline_run(struct cd_pipeline *pipeline,
                               struct cd_error *err);

/*
 * Work without documents: calls run(state, task) once for each task below
 * count, on up to threads threads, and returns when all are done.  Tasks run in
 * any order, so what a task writes belongs to it alone.
 */
void cd_pipeline_tasks(int threads, size_t count,
                       void (*run)(void *state, size_t task), void *state);

/*
 * The same where results are wanted in order.  run() leaves them at place, one
 * of places (cd_ring_places()), and end() takes them, of the first task first;
 * it is never called twice at the same time.  If it fails, the rest is not
 * done.
 */
struct cd_tasks {
    size_t count, places;
    void (*run)(void *state, size_t task, size_t place);
    enum cd_status (*end)(void *state, size_t place, struct cd_error *err);
    void *state;
};

/* How the last end() ended. */
enum cd_status cd_pipeline_ordered(int threads, const struct cd_tasks *tasks,
                                   struct cd_error *err);

#endif
