/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

enum { LEAST_PAGE = 4096 };

void
cd_out_of_memory(void)
{
    static const char message[] = "copydesk: out of memory\n";

    if (write(STDERR_FILENO, message, sizeof(message) - 1) < 0)
        _exit(4);
    _exit(4);
}

void *
cd_alloc(size_t size)
{
    void *p = calloc(1, size > 0 ? size : 1);

    if (p == NULL)
        cd_out_of_memory();
    return p;
}

void *
cd_alloc_table(size_t size)
{
    char *p = cd_alloc(size);

    for (size_t i = 0; i < size; i += LEAST_PAGE)
        ((volatile char *)p)[i] = 0;
    return p;
}

void *
cd_realloc(void *p, size_t count, size_t size)
{
    if (count == 0)
        count = 1;
    if (size > SIZE_MAX / count)
        cd_out_of_memory();
    p = realloc(p, count * size);
    if (p == NULL)
        cd_out_of_memory();
    return p;
}

void *
cd_grow_more(void *p, size_t *room, size_t want, size_t size)
{
    size_t n = *room > 0 ? *room : 16;

    while (n < want) {
        if (n > SIZE_MAX / 2)
            cd_out_of_memory();
        n *= 2;
    }
    *room = n;
    return cd_realloc(p, n, size);
}
