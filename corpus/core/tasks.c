/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/core/pipeline.h"
#include "corpus/core/ring.h"

enum { TASK_THREADS = 255 };

struct tasks {
    void (*run)(void *state, size_t task);
    void *state;
    size_t next, count;
    pthread_mutex_t lock;
};

static void *
do_tasks(void *arg)
{
    struct tasks *tasks = arg;

    for (;;) {
        size_t task;

        pthread_mutex_lock(&tasks->lock);
        task = tasks->next;
        tasks->next += task < tasks->count;
        pthread_mutex_unlock(&tasks->lock);
        if (task == tasks->count)
            return NULL;
        tasks->run(tasks->state, task);
    }
}

void
cd_pipeline_tasks(int threads, size_t count,
                  void (*run)(void *state, size_t task), void *state)
{
    struct tasks tasks = { run, state, 0, count, PTHREAD_MUTEX_INITIALIZER };
    pthread_t others[TASK_THREADS];
    int started = 0;

    /* the caller's thread works too; if no other starts, it does all */
    for (; started < threads - 1 && started < TASK_THREADS; started++) {
        if (pthread_create(&others[started], NULL, do_tasks, &tasks) != 0)
            break;
    }
    do_tasks(&tasks);
    for (int i = 0; i < started; i++)
        pthread_join(others[i], NULL);
}

struct ordered {
    const struct cd_tasks *tasks;
    size_t next;
    size_t *task; /* by place */
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
    const struct ordered *ordered = state;

    (void)thread;
    return ordered->tasks->end(ordered->tasks->state, place);
}

void
cd_pipeline_ordered(int threads, const struct cd_tasks *tasks)
{
    struct ordered ordered = { .tasks = tasks,
                               .task =
                                   cd_alloc(tasks->places * sizeof(size_t)) };

    cd_ring_run(&(struct cd_ring){ .begin = begin_task,
                                   .run = run_task,
                                   .end = end_task,
                                   .state = &ordered,
                                   .threads = threads,
                                   .places = tasks->places });
    free(ordered.task);
}
