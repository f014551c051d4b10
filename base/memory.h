/* SPDX-License-Identifier: Apache-2.0 */
/*
 * malloc and realloc for memory that outlives a document.  They never return
 * NULL: out of memory ends the process with a message and exit code 4, and no
 * file stands half-written under its final name (corpus/core/outfile.h).
 */
#ifndef CD_BASE_MEMORY_H
#define CD_BASE_MEMORY_H

#include <stddef.h>

/* size bytes set to 0. */
void *cd_alloc(size_t size);
/* The same, every page written to once.  For a table that is read before it is
 * written to: the system would first show a page of zeros, and stop all threads
 * when it takes another in its place. */
void *cd_alloc_table(size_t size);
/* count * size bytes, contents kept; a product that overflows ends the
 * process as well. */
void *cd_realloc(void *p, size_t count, size_t size);
/* For cd_grow(): *room is less than want. */
void *cd_grow_more(void *p, size_t *room, size_t want, size_t size);

_Noreturn void cd_out_of_memory(void);

/* Room for want elements: doubles *room until it fits. */
static inline void *
cd_grow(void *p, size_t *room, size_t want, size_t size)
{
    return want <= *room ? p : cd_grow_more(p, room, want, size);
}

#endif
