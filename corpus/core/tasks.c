/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>

#include "corpus/core/pipeline.h"

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
