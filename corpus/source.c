/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <json-c/json.h>

#include "base/json.h"
#include "base/memory.h"

/* Walking skeleton: files and folders of HTML, text and JSONL. */
struct cd_input {
    const struct cd_settings *settings;
    char **paths;
    size_t count, room, at;
    FILE *file;
    char *line;
    size_t line_room;
    uint64_t offset, number;
};

static void
add_path(struct cd_input *input, const char *path)
{
    struct dirent **names;
    struct stat st;
    int n;

    if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode)) {
        input->paths = cd_grow(input->paths, &input->room, input->count + 1,
                               sizeof(*input->paths));
        input->paths[input->count++] = strdup(path);
        return;
    }
    n = scandir(path, &names, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        char *child;

        if (names[i]->d_name[0] != '.' &&
            asprintf(&child, "%s/%s", path, names[i]->d_name) > 0) {
            add_path(input, child);
            free(child);
        }
        free(names[i]);
    }
    if (n >= 0)
        free(names);
}

struct cd_input *
cd_input_new(const struct cd_settings *settings, const char *const *inputs,
             size_t count)
{
    struct cd_input *input = cd_alloc(sizeof(*input));

    input->settings = settings;
    for (size_t i = 0; i < count; i++)
        add_path(input, inputs[i]);
    return input;
}

void
cd_input_free(struct cd_input *input)
{
    for (size_t i = 0; i < input->count; i++)
        free(input->paths[i]);
    free(input->paths);
    free(input->line);
    if (input->file != NULL && input->file != stdin)
        fclose(input->file);
    free(input);
}

static struct cd_str
member(struct cd_doc *doc, struct json_object *object, const char *name)
{
    struct json_object *value;

    if (!json_object_object_get_ex(object, name, &value) ||
        !json_object_is_type(value, json_type_string))
        return (struct cd_str){ NULL, 0 };
    return cd_arena_copy(
        &doc->arena, (struct cd_str){ json_object_get_string(value),
                                      (size_t)json_object_get_string_len(value) });
}

static enum cd_status
read_line(struct cd_input *input, struct cd_doc *doc, struct cd_error *err)
{
    struct json_object *object, *id;
    struct cd_buf quoted = { 0 };
    ssize_t n = getline(&input->line, &input->line_room, input->file);

    if (n <= 0) {
        fclose(input->file);
        input->file = NULL;
        input->at++;
        return CD_END;
    }
    doc->source = cd_arena_copy(&doc->arena, cd_str_of(input->paths[input->at]));
    doc->line = ++input->number;
    doc->offset = input->offset;
    input->offset += (uint64_t)n;
    object = json_tokener_parse(input->line);
    if (object == NULL)
        return cd_fail(err, CD_SKIP, "not JSON");
    doc->url = member(doc, object, "url");
    doc->bytes = member(doc, object, "html");
    doc->format = CD_FORMAT_HTML;
    if (doc->bytes.p == NULL) {
        doc->bytes = member(doc, object, "text");
        doc->format = input->settings->clean ? CD_FORMAT_TEXT : CD_FORMAT_CLEAN;
    }
    doc->given.published.value = member(doc, object, "published");
    doc->given.title.value = member(doc, object, "title");
    if (json_object_object_get_ex(object, "id", &id)) {
        doc->id_json = cd_arena_copy(&doc->arena, cd_str_of(json_object_to_json_string_ext(id, JSON_C_TO_STRING_PLAIN)));
        doc->id = cd_arena_copy(&doc->arena, cd_str_of(json_object_get_string(id)));
    } else {
        doc->id = cd_arena_printf(&doc->arena, "%s#%llu", doc->source.p, (unsigned long long)doc->line);
        cd_json_str(&quoted, doc->id);
        doc->id_json = cd_arena_copy(&doc->arena, cd_buf_str(&quoted));
        cd_buf_release(&quoted);
    }
    json_object_put(object);
    return CD_OK;
}

static enum cd_status
read_file(struct cd_input *input, struct cd_doc *doc, struct cd_error *err)
{
    const char *path = input->paths[input->at++];
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    struct cd_buf all = { 0 }, quoted = { 0 };
    struct cd_str head;
    size_t n;

    doc->source = cd_arena_copy(&doc->arena, cd_str_of(path));
    doc->id = doc->source;
    cd_json_str(&quoted, doc->id);
    doc->id_json = cd_arena_copy(&doc->arena, cd_buf_str(&quoted));
    cd_buf_release(&quoted);
    if (file == NULL)
        return cd_fail(err, CD_SKIP, "cannot open: %s", strerror(errno));
    while ((n = fread(cd_buf_reserve(&all, 65536), 1, 65536, file)) > 0)
        all.n += n;
    if (file != stdin)
        fclose(file);
    doc->bytes = cd_arena_copy(&doc->arena, cd_buf_str(&all));
    cd_buf_release(&all);
    head = cd_str_trim(doc->bytes);
    doc->format = head.n > 0 && head.p[0] == '<' ? CD_FORMAT_HTML
                  : input->settings->clean       ? CD_FORMAT_TEXT
                                                 : CD_FORMAT_CLEAN;
    return CD_OK;
}

enum cd_status
cd_input_next(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_input *input = state;

    while (input->file != NULL || input->at < input->count) {
        const char *path = input->paths[input->at];
        size_t n = strlen(path);
        enum cd_status status;

        if (input->file == NULL && n > 6 && strcmp(path + n - 6, ".jsonl") == 0) {
            input->file = fopen(path, "rb");
            input->offset = input->number = 0;
        }
        if (input->file == NULL)
            return read_file(input, doc, err);
        status = read_line(input, doc, err);
        if (status != CD_END)
            return status;
    }
    return CD_END;
}
