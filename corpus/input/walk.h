/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The inputs that were named -> files, one after the other: folders
 * recursively and sorted by byte, "@list" line by line, patterns that no shell
 * expanded.
 *
 *     struct cd_walk *walk = cd_walk_new(inputs, count);
 *     while ((status = cd_walk_next(walk, &arena, &file, &err)) != CD_END)
 *         ...
 *     cd_walk_free(walk);
 *
 * Files whose name begins with a dot are left out where a folder is walked.
 */
#ifndef CD_CORPUS_INPUT_WALK_H
#define CD_CORPUS_INPUT_WALK_H

#include "base/arena.h"
#include "base/error.h"

struct cd_walk_file {
    struct cd_str path; /* NUL terminated; "-" is standard input */
    struct cd_str name; /* inside the folder that was given, else the path */
};

struct cd_walk;

/* inputs must live as long as the result. */
struct cd_walk *cd_walk_new(const char *const *inputs, size_t count);
void cd_walk_free(struct cd_walk *walk);

/* The next file, its strings in the arena.  CD_SKIP: file.path can't be read;
 * the walk goes on. */
enum cd_status cd_walk_next(struct cd_walk *walk, struct cd_arena *arena,
                            struct cd_walk_file *file, struct cd_error *err);

#endif
