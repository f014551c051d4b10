/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"

#ifdef __SANITIZE_ADDRESS__
#define CD_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CD_ASAN 1
#endif
#endif

#ifdef CD_ASAN
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(p, size) ((void)(p), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(p, size) ((void)(p), (void)(size))
#endif

enum { FIRST_CHUNK = 4 * 1024, LARGEST_KEPT = 16 * 1024 * 1024 };

struct cd_chunk {
    struct cd_chunk *older;
    size_t size;
    alignas(max_align_t) char bytes[];
};

static void
grow(struct cd_arena *arena, size_t need)
{
    size_t size = arena->chunk != NULL ? arena->chunk->size * 2 : FIRST_CHUNK;
    struct cd_chunk *chunk;

    if (size > LARGEST_KEPT)
        size = LARGEST_KEPT;
    if (size < need)
        size = need;
    if (size > SIZE_MAX - sizeof(*chunk))
        cd_out_of_memory();
    chunk = malloc(sizeof(*chunk) + size);
    if (chunk == NULL)
        cd_out_of_memory();
    chunk->older = arena->chunk;
    chunk->size = size;
    arena->chunk = chunk;
    arena->used = 0;
    ASAN_POISON_MEMORY_REGION(chunk->bytes, size);
}

static void *
take(struct cd_arena *arena, size_t size, size_t align)
{
    size_t at = (arena->used + align - 1) / align * align;
    void *p;

    if (arena->chunk == NULL || at > arena->chunk->size ||
        arena->chunk->size - at < size) {
        grow(arena, size);
        at = 0;
    }
    p = arena->chunk->bytes + at;
    arena->used = at + size;
    ASAN_UNPOISON_MEMORY_REGION(p, size);
    return p;
}

void *
cd_arena_alloc(struct cd_arena *arena, size_t size)
{
    return memset(take(arena, size, alignof(max_align_t)), 0, size);
}

void *
cd_arena_array(struct cd_arena *arena, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / 2 / size)
        cd_out_of_memory();
    return cd_arena_alloc(arena, count * size);
}

void *
cd_arena_room(struct cd_arena *arena, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / 2 / size)
        cd_out_of_memory();
    return take(arena, count * size, alignof(max_align_t));
}

char *
cd_arena_bytes(struct cd_arena *arena, size_t size)
{
    return take(arena, size, 1);
}

struct cd_str
cd_arena_copy(struct cd_arena *arena, struct cd_str text)
{
    char *p = cd_arena_bytes(arena, text.n + 1);

    if (text.n > 0)
        memcpy(p, text.p, text.n);
    p[text.n] = '\0';
    return (struct cd_str){ p, text.n };
}

struct cd_str
cd_arena_printf(struct cd_arena *arena, const char *format, ...)
{
    va_list args, again;
    char *p;
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0)
        n = 0;
    p = cd_arena_bytes(arena, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    return (struct cd_str){ p, (size_t)n };
}

static void
free_chunks(struct cd_chunk *chunk)
{
    while (chunk != NULL) {
        struct cd_chunk *older = chunk->older;

        free(chunk);
        chunk = older;
    }
}

void
cd_arena_reset(struct cd_arena *arena)
{
    if (arena->chunk != NULL && arena->chunk->size > LARGEST_KEPT) {
        cd_arena_release(arena);
        return;
    }
    if (arena->chunk != NULL) {
        free_chunks(arena->chunk->older);
        arena->chunk->older = NULL;
        ASAN_POISON_MEMORY_REGION(arena->chunk->bytes, arena->chunk->size);
    }
    arena->used = 0;
}

void
cd_arena_release(struct cd_arena *arena)
{
    free_chunks(arena->chunk);
    *arena = (struct cd_arena){ 0 };
}
