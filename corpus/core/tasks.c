/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/core/pipeline.h"
#include "corpus/core/ring.h"

enum { TASKS_PER_THREAD = 8 };

struct ordered {
    const struct cd_tasks *tasks;
    size_t next;
    size_t *task; /* by place */
    enum cd_status status;
    struct cd_error *err;
};

static bool
begin_task(void *state, int thread, size_t place)
{
    struct ordered *ordered = state;

    (void)thread;
    ordered->task[place] = ordered->next++;
    return ordered->task[place] < ordered->tasks->count;
}

static void
run_task(void *state, int thread, size_t place)
{
    const struct ordered *ordered = state;

    (void)thread;
    ordered->tasks->run(ordered->tasks->state, ordered->task[place], place);
}

static bool
end_task(void *state, int thread, size_t place)
{
    struct ordered *ordered = state;

    (void)thread;
    ordered->status =
        ordered->tasks->end(ordered->tasks->state, place, ordered->err);
    return ordered->status == CD_OK;
}

enum cd_status
cd_pipeline_ordered(int threads, const struct cd_tasks *tasks,
                    struct cd_error *err)
{
    struct ordered ordered = {
        .tasks = tasks,
        .task = cd_alloc(tasks->places * sizeof(*ordered.task)),
        .status = CD_OK,
        .err = err,
    };

    cd_ring_run(&(struct cd_ring){ .begin = begin_task,
                                   .run = run_task,
                                   .end = end_task,
                                   .state = &ordered,
                                   .threads = threads,
                                   .places = tasks->places });
    free(ordered.task);
    return ordered.status;
}

struct any_order {
    void (*run)(void *state, size_t task);
    void *state;
};

static void
run_any(void *state, size_t task, size_t place)
{
    const struct any_order *any = state;

    (void)place;
    any->run(any->state, task);
}

static enum cd_status
end_any(void *state, size_t place, struct cd_error *err)
{
    (void)state;
    (void)place;
    (void)err;
    return CD_OK;
}

void
cd_pipeline_tasks(int threads, size_t count,
                  void (*run)(void *state, size_t task), void *state)
{
    struct any_order any = { run, state };

    cd_pipeline_ordered(threads,
                        &(struct cd_tasks){
                            .count = count,
                            .places = cd_ring_places(threads, TASKS_PER_THREAD),
                            .run = run_any,
                            .end = end_any,
                            .state = &any,
                        },
                        NULL);
}
