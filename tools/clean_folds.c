/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clean_folds MODEL.tsv OUT PAGE.html...: cleans pages by a model that is read
 * from a file, and writes OUT/NAME.txt, for bench/extraction.sh: each page of
 * the training set is judged by a model that never saw its domain.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/memory.h"
#include "parser/judge/model.h"
#include "parser/parse.h"

struct loaded {
    struct cd_model model;
    struct cd_fork *forks;
    uint32_t *roots;
    size_t fork_count, fork_room, root_room;
    int columns[CD_FEATURE_COUNT]; /* of the file: features of the code */
};

static void
fail(const char *what, const char *name)
{
    fprintf(stderr, "clean_folds: %s '%s'\n", what, name);
    exit(2);
}

static bool
read_all(const char *path, struct cd_buf *out)
{
    FILE *file = fopen(path, "rb");
    size_t n;

    if (file == NULL)
        return false;
    cd_buf_reset(out);
    while ((n = fread(cd_buf_reserve(out, 65536), 1, 65536, file)) > 0)
        out->n += n;
    fclose(file);
    cd_buf_putc(out, '\0');
    out->n--;
    return true;
}

static void
read_columns(struct loaded *loaded, char *line)
{
    int column = 0;

    for (char *name = strtok(line, "\t"); name != NULL;
         name = strtok(NULL, "\t")) {
        int feature = cd_feature_find(cd_str_of(name));

        if (strcmp(name, "features") == 0)
            continue;
        if (feature < 0 || column == CD_FEATURE_COUNT)
            fail("no such feature", name);
        loaded->columns[column++] = feature;
    }
}

/* Reads a node and what is below it; returns its index. */
static void
read_node(struct loaded *loaded, char **nodes)
{
    size_t at = loaded->fork_count++;
    char *text = *nodes, *rest;
    struct cd_fork fork = { .feature = -1 };

    loaded->forks = cd_grow(loaded->forks, &loaded->fork_room,
                            loaded->fork_count, sizeof(*loaded->forks));
    *nodes += strcspn(text, " ");
    *nodes += strspn(*nodes, " ");
    if (*text == '=') {
        fork.right = (int32_t)strtol(text + 1, NULL, 10);
        loaded->forks[at] = fork;
        return;
    }
    fork.feature = (int16_t)loaded->columns[strtol(text, &rest, 10)];
    fork.limit = (int16_t)strtol(rest + 1, NULL, 10);
    read_node(loaded, nodes);
    fork.right = (int32_t)(loaded->fork_count - at);
    loaded->forks[at] = fork;
    read_node(loaded, nodes);
}

static void
read_model(struct loaded *loaded, const char *path)
{
    struct cd_buf text = { 0 };
    char *line, *next;

    if (!read_all(path, &text))
        fail("cannot read", path);
    for (line = text.p; *line != '\0'; line = next) {
        size_t n = strcspn(line, "\n");
        char *nodes = line + strlen("tree\t");

        next = line + n + (line[n] == '\n');
        line[n] = '\0';
        if (strncmp(line, "features\t", 9) == 0)
            read_columns(loaded, line);
        if (strncmp(line, "tree\t", 5) != 0)
            continue;
        loaded->roots =
            cd_grow(loaded->roots, &loaded->root_room,
                    loaded->model.tree_count + 2, sizeof(*loaded->roots));
        loaded->roots[loaded->model.tree_count++] =
            (uint32_t)loaded->fork_count;
        read_node(loaded, &nodes);
        loaded->roots[loaded->model.tree_count] = (uint32_t)loaded->fork_count;
    }
    loaded->model.forks = loaded->forks;
    loaded->model.roots = loaded->roots;
    cd_buf_release(&text);
}

static void
write_text(const char *folder, const char *page, struct cd_str text)
{
    const char *slash = strrchr(page, '/');
    const char *name = slash != NULL ? slash + 1 : page;
    char path[4096];
    FILE *file;

    snprintf(path, sizeof path, "%s/%.*s.txt", folder,
             (int)(strlen(name) - strlen(".html")), name);
    file = fopen(path, "wb");
    if (file == NULL)
        fail("cannot write", path);
    fwrite(text.p, 1, text.n, file);
    fclose(file);
}

static void
clean(const struct loaded *loaded, const char *folder, const char *path)
{
    struct cd_parse_options options = CD_PARSE_OPTIONS;
    struct cd_doc doc = { .format = CD_FORMAT_HTML };
    struct cd_arena scratch = { 0 };
    struct cd_buf bytes = { 0 };
    struct cd_error err;

    if (!read_all(path, &bytes))
        fail("cannot read", path);
    if (loaded->model.tree_count > 0)
        options.model = &loaded->model;
    doc.bytes = cd_buf_str(&bytes);
    if (cd_parse(&doc, &options, &scratch, &err) != CD_OK)
        doc.text = CD_STR("");
    write_text(folder, path, doc.text);
    cd_arena_release(&doc.arena);
    cd_arena_release(&scratch);
    cd_buf_release(&bytes);
}

int
main(int argc, char **argv)
{
    struct loaded loaded = { 0 };

    if (argc < 4)
        fail("want: MODEL.tsv (or -) OUT PAGE.html... and not", argv[0]);
    if (strcmp(argv[1], "-") != 0)
        read_model(&loaded, argv[1]);
    for (int i = 3; i < argc; i++)
        clean(&loaded, argv[2], argv[i]);
    free(loaded.forks);
    free(loaded.roots);
    return 0;
}
