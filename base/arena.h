/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Arena: memory that lives as long as one document.
 *
 *     struct cd_arena arena = { 0 };
 *     struct point *p = cd_arena_new(&arena, struct point);
 *     cd_arena_release(&arena);
 *
 * Everything a document owns comes from its arena and goes with one
 * cd_arena_reset(), so no code frees a part of a document.  Allocation never
 * returns NULL: a process out of memory stops with a message (base/memory.h); a
 * document that is too large was refused before it got here.  An arena belongs
 * to one thread at a time.
 */
#ifndef CD_BASE_ARENA_H
#define CD_BASE_ARENA_H

#include "base/str.h"

struct cd_arena {
    struct cd_chunk *chunk; /* newest first */
    size_t used;            /* bytes taken from the newest chunk */
};

/* size bytes set to 0, aligned for any type; size 0 is allowed. */
void *cd_arena_alloc(struct cd_arena *arena, size_t size);

/* count * size bytes; stops the program if the product overflows. */
void *cd_arena_array(struct cd_arena *arena, size_t count, size_t size);

/* The same as cd_arena_array(), but not set to 0: for what is filled at
 * once. */
void *cd_arena_room(struct cd_arena *arena, size_t count, size_t size);

/* Bytes not set to 0, aligned to 1: for text that is written at once. */
char *cd_arena_bytes(struct cd_arena *arena, size_t size);

/* A copy followed by a NUL byte that is not counted. */
struct cd_str cd_arena_copy(struct cd_arena *arena, struct cd_str text);

/* printf into the arena; NUL terminated. */
struct cd_str cd_arena_printf(struct cd_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Forget every allocation but keep the largest chunk for the next document. */
void cd_arena_reset(struct cd_arena *arena);
void cd_arena_release(struct cd_arena *arena);

#define cd_arena_new(arena, type)                                              \
    ((type *)cd_arena_alloc((arena), sizeof(type)))
#define cd_arena_new_array(arena, type, count)                                 \
    ((type *)cd_arena_array((arena), (count), sizeof(type)))

#endif
