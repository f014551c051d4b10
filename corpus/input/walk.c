/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/walk.h"

#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/memory.h"

/* A list of paths under way: a folder's entries, a list file's lines. */
struct level {
    char **names;
    size_t count, at;
    char *folder; /* that the names are in; NULL: they are whole paths */
    size_t root;  /* bytes of folder that names leave out, with the slash */
    dev_t device;
    ino_t inode;
};

/* A stack in place of recursion. */
struct cd_walk {
    struct level *levels;
    size_t depth, room;
};

static char *
copy(const char *s)
{
    size_t n = strlen(s) + 1;

    return memcpy(cd_alloc(n), s, n);
}

static void
add_name(struct level *level, size_t *room, const char *name)
{
    level->names =
        cd_grow(level->names, room, level->count + 1, sizeof(*level->names));
    level->names[level->count++] = copy(name);
}

static void
push(struct cd_walk *walk, struct level level)
{
    walk->levels = cd_grow(walk->levels, &walk->room, walk->depth + 1,
                           sizeof(*walk->levels));
    walk->levels[walk->depth++] = level;
}

static void
pop(struct cd_walk *walk)
{
    struct level *level = &walk->levels[--walk->depth];

    for (size_t i = 0; i < level->count; i++)
        free(level->names[i]);
    free(level->names);
    free(level->folder);
}

static int
by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
is_open(const struct cd_walk *walk, const struct stat *st)
{
    for (size_t i = 0; i < walk->depth; i++) {
        const struct level *level = &walk->levels[i];

        if (level->folder != NULL && level->device == st->st_dev &&
            level->inode == st->st_ino)
            return true;
    }
    return false;
}

static enum cd_status
open_folder(struct cd_walk *walk, const char *path, size_t root,
            const struct stat *st, struct cd_error *err)
{
    struct level level = { .folder = copy(path),
                           .root = root,
                           .device = st->st_dev,
                           .inode = st->st_ino };
    DIR *dir = opendir(path);
    struct dirent *entry;
    size_t room = 0;

    if (dir == NULL) {
        free(level.folder);
        return cd_fail(err, CD_SKIP, "cannot open the folder: %s",
                       strerror(errno));
    }
    while ((entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] != '.')
            add_name(&level, &room, entry->d_name);
    }
    closedir(dir);
    if (level.count > 0)
        qsort(level.names, level.count, sizeof(*level.names), by_bytes);
    push(walk, level);
    return CD_END;
}

static void
read_names(struct level *level, FILE *file)
{
    char *line = NULL;
    size_t line_room = 0, room = 0;
    ssize_t n;

    while ((n = getline(&line, &line_room, file)) > 0) {
        while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
            line[--n] = '\0';
        if (n > 0)
            add_name(level, &room, line);
    }
    free(line);
}

static enum cd_status
open_list(struct cd_walk *walk, const char *path, struct cd_error *err)
{
    struct level level = { 0 };
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");

    if (file == NULL)
        return cd_fail(err, CD_SKIP, "cannot open the list: %s",
                       strerror(errno));
    read_names(&level, file);
    if (file != stdin)
        fclose(file);
    push(walk, level);
    return CD_END;
}

static bool
is_pattern(const char *path)
{
    return strpbrk(path, "*?[") != NULL;
}

/* A name that is no file but a pattern, as a shell would expand it. */
static bool
open_pattern(struct cd_walk *walk, const char *path)
{
    struct level level = { 0 };
    size_t room = 0;
    glob_t found;

    if (!is_pattern(path) || glob(path, 0, NULL, &found) != 0)
        return false;
    for (size_t i = 0; i < found.gl_pathc; i++)
        add_name(&level, &room, found.gl_pathv[i]);
    globfree(&found);
    if (level.count > 0)
        qsort(level.names, level.count, sizeof(*level.names), by_bytes);
    push(walk, level);
    return true;
}

/* CD_END: path was a list of others, which come next. */
static enum cd_status
visit(struct cd_walk *walk, const struct level *level, const char *path,
      struct cd_error *err)
{
    bool inside = level->folder != NULL;
    size_t root = inside ? level->root : strlen(path);
    struct stat st;

    if (!inside && walk->depth == 1 && path[0] == '@')
        return open_list(walk, path + 1, err);
    if (strcmp(path, "-") == 0 && !inside)
        return CD_OK;
    if (stat(path, &st) != 0) {
        int why = errno;

        if (!inside && open_pattern(walk, path))
            return CD_END;
        if (!inside && is_pattern(path))
            return cd_fail(err, CD_SKIP, "nothing matches the pattern");
        return cd_fail(err, CD_SKIP, "cannot open: %s", strerror(why));
    }
    if (S_ISDIR(st.st_mode)) {
        if (is_open(walk, &st))
            return cd_fail(err, CD_SKIP, "the folder contains itself");
        root += !inside && path[root - 1] != '/';
        return open_folder(walk, path, root, &st, err);
    }
    if (inside && !S_ISREG(st.st_mode))
        return cd_fail(err, CD_SKIP, "not a file but a device or pipe");
    return CD_OK;
}

static struct cd_str
path_of(const struct level *level, const char *name, struct cd_arena *arena)
{
    size_t n = level->folder != NULL ? strlen(level->folder) : 0;

    if (n == 0)
        return cd_arena_copy(arena, cd_str_of(name));
    return cd_arena_printf(arena, "%s%s%s", level->folder,
                           level->folder[n - 1] == '/' ? "" : "/", name);
}

enum cd_status
cd_walk_next(struct cd_walk *walk, struct cd_arena *arena,
             struct cd_walk_file *file, struct cd_error *err)
{
    while (walk->depth > 0) {
        struct level level = walk->levels[walk->depth - 1];
        enum cd_status status;

        if (level.at == level.count) {
            pop(walk);
            continue;
        }
        walk->levels[walk->depth - 1].at++;
        file->path = path_of(&level, level.names[level.at], arena);
        file->name = file->path;
        if (level.folder != NULL)
            file->name = cd_str_sub(file->path, level.root, file->path.n);
        status = visit(walk, &level, file->path.p, err);
        if (status != CD_END)
            return status;
    }
    return CD_END;
}

struct cd_walk *
cd_walk_new(const char *const *inputs, size_t count)
{
    struct cd_walk *walk = cd_alloc(sizeof(*walk));
    struct level level = { 0 };
    size_t room = 0;

    for (size_t i = 0; i < count; i++)
        add_name(&level, &room, inputs[i]);
    push(walk, level);
    return walk;
}

void
cd_walk_free(struct cd_walk *walk)
{
    while (walk->depth > 0)
        pop(walk);
    free(walk->levels);
    free(walk);
}
