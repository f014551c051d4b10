/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/source.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "corpus/input/walk.h"

struct cd_input {
    const struct cd_settings *settings;
    struct cd_walk *walk; /* or NULL: parts */
    struct cd_walk *then; /* what is read behind the reference, or NULL */
    const struct cd_input_part *parts;
    size_t part_count, part; /* the next one */
    uint64_t skip, left;     /* records of the part that is open */
    uint64_t files, records; /* opened so far; read of the one that is open */
    struct cd_walk_file file;
    void (*watch)(void *state, const struct cd_input_place *place);
    void *watch_state;
    /* the file that is open, if reader != NULL */
    const struct cd_reader *reader;
    struct cd_reading reading;
    struct cd_arena names; /* of it */
    struct cd_str source, name;
    uint64_t closed; /* bytes of the files before it */
    uint64_t passed[CD_PASSED_COUNT];
};

struct cd_input *
cd_input_new(const struct cd_settings *settings, const char *const *inputs,
             size_t count)
{
    struct cd_input *input = cd_alloc(sizeof(*input));

    input->settings = settings;
    input->walk = cd_walk_new(inputs, count);
    return input;
}

struct cd_input *
cd_input_of_parts(const struct cd_settings *settings,
                  const struct cd_input_part *parts, size_t count)
{
    struct cd_input *input = cd_alloc(sizeof(*input));

    input->settings = settings;
    input->parts = parts;
    input->part_count = count;
    return input;
}

void
cd_input_before(struct cd_input *input, const char *const *path)
{
    input->then = input->walk;
    input->walk = cd_walk_new(path, 1);
}

static void
close_file(struct cd_input *input)
{
    if (input->reading.stream == NULL)
        return;
    input->closed += cd_stream_read(input->reading.stream);
    if (input->reader != NULL && input->reader->close != NULL)
        input->reader->close(&input->reading);
    cd_stream_free(input->reading.stream);
    input->reading = (struct cd_reading){ 0 };
    input->reader = NULL;
}

void
cd_input_free(struct cd_input *input)
{
    close_file(input);
    if (input->walk != NULL)
        cd_walk_free(input->walk);
    if (input->then != NULL)
        cd_walk_free(input->then);
    cd_arena_release(&input->names);
    free(input);
}

/* A file name as text: bytes that are no UTF-8 as \xFF, so that two names stay
 * two. */
static struct cd_str
printable(struct cd_arena *arena, struct cd_str name)
{
    static const char hex[] = "0123456789ABCDEF";
    char *out;
    size_t n = 0;

    if (cd_utf8_valid(name) == name.n)
        return name;
    out = cd_arena_bytes(arena, name.n * 4);
    while (name.n > 0) {
        size_t good = cd_utf8_valid(name);

        memcpy(out + n, name.p, good);
        n += good;
        if (good < name.n) {
            unsigned char c = (unsigned char)name.p[good++];

            memcpy(out + n, (char[4]){ '\\', 'x', hex[c >> 4], hex[c & 15] },
                   4);
            n += 4;
        }
        name = cd_str_sub(name, good, name.n);
    }
    return (struct cd_str){ out, n };
}

static enum cd_status
choose_reader(struct cd_input *input, struct cd_error *err)
{
    int format = input->settings->input_format;

    input->reader = format != CD_INPUT_AUTO
                        ? cd_reader_of((enum cd_input_format)format)
                        : cd_reader_choose(&input->reading, err);
    return input->reader != NULL ? CD_OK : CD_SKIP;
}

static enum cd_status
next_part(struct cd_input *input, struct cd_walk_file *file,
          struct cd_error *err)
{
    const struct cd_input_part *part;

    if (input->part == input->part_count)
        return CD_END;
    part = &input->parts[input->part++];
    file->path = part->path;
    file->name = part->name;
    input->skip = part->skip;
    input->left = part->to_end ? UINT64_MAX : part->count;
    if (part->lost.p != NULL)
        return cd_fail(err, CD_SKIP, "%s", part->lost.p);
    return CD_OK;
}

static enum cd_status
next_file(struct cd_input *input, struct cd_walk_file *file,
          struct cd_error *err)
{
    enum cd_status status = cd_walk_next(input->walk, &input->names, file, err);

    if (status != CD_END || input->then == NULL)
        return status;
    cd_walk_free(input->walk);
    input->walk = input->then;
    input->then = NULL;
    return cd_walk_next(input->walk, &input->names, file, err);
}

/* CD_OK: input->reader reads the next file. */
static enum cd_status
open_file(struct cd_input *input, struct cd_error *err)
{
    struct cd_walk_file file = { { NULL, 0 }, { NULL, 0 } };
    enum cd_status status;

    cd_arena_reset(&input->names);
    status = input->walk != NULL ? next_file(input, &file, err)
                                 : next_part(input, &file, err);
    if (status == CD_END)
        return CD_END;
    input->files++;
    input->records = 0;
    input->file = file;
    input->source = printable(&input->names, file.path);
    input->name = printable(&input->names, file.name);
    if (status != CD_OK)
        return status;
    input->reading = (struct cd_reading){ .settings = input->settings,
                                          .name = input->name,
                                          .passed = input->passed };
    input->reading.stream = cd_stream_open(file.path.p, err);
    if (input->reading.stream == NULL)
        return CD_SKIP;
    status = choose_reader(input, err);
    if (status != CD_OK)
        close_file(input);
    return status;
}

/* Where the document is from; cd_reader_name() makes an id of it later. */
static void
place(const struct cd_input *input, struct cd_doc *doc)
{
    if (doc->source.p == NULL)
        doc->source = cd_arena_copy(&doc->arena, input->source);
    doc->reader = input->reader;
    doc->reference = input->then != NULL;
    if (doc->id_json.p == NULL && doc->id.p == NULL)
        doc->id = cd_arena_copy(&doc->arena, input->name);
}

static void
place_lost(const struct cd_input *input, struct cd_doc *doc)
{
    place(input, doc);
    cd_reader_name(doc);
}

/* A file that could be read once must be there still: what it held would seem
 * to be rejected. */
static enum cd_status
open_next(struct cd_input *input, struct cd_doc *doc, struct cd_error *err)
{
    enum cd_status status;

    doc->line = doc->offset = 0;
    status = open_file(input, err);
    if (status != CD_SKIP)
        return status;
    if (input->walk == NULL && input->parts[input->part - 1].lost.p == NULL)
        return cd_fail(err, CD_FATAL, "'%.400s' can no longer be read",
                       input->source.p);
    input->records = 1;
    place_lost(input, doc);
    return CD_SKIP;
}

/* Up to the first record of the part; what is passed over on the way belongs to
 * another. */
static enum cd_status
skip_records(struct cd_input *input, struct cd_doc *doc, struct cd_error *err)
{
    uint64_t passed[CD_PASSED_COUNT];
    enum cd_status status = CD_OK;

    memcpy(passed, input->passed, sizeof(passed));
    for (; input->skip > 0; input->skip--) {
        status = input->reader->next(&input->reading, doc, err);
        if (status != CD_OK && status != CD_SKIP)
            return cd_fail(err, CD_FATAL,
                           "'%.400s' has fewer records than before",
                           input->source.p);
        input->records++;
        cd_arena_reset(&doc->arena);
        cd_reader_forget(doc);
    }
    memcpy(input->passed, passed, sizeof(passed));
    return CD_OK;
}

/* The next record of the file that is open; CD_END behind it or behind the part
 * of it that is read. */
static enum cd_status
next_record(struct cd_input *input, struct cd_doc *doc, struct cd_error *err)
{
    enum cd_status status;

    if (input->skip > 0 && skip_records(input, doc, err) != CD_OK)
        return CD_FATAL;
    if (input->walk == NULL && input->left == 0)
        return CD_END;
    status = input->reader->next(&input->reading, doc, err);
    if (status != CD_OK && status != CD_SKIP)
        return status;
    input->records++;
    input->left--;
    if (status == CD_SKIP)
        place_lost(input, doc);
    else
        place(input, doc);
    return status;
}

enum cd_status
cd_input_next(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_input *input = state;

    for (;;) {
        enum cd_status status;

        if (input->reader == NULL) {
            status = open_next(input, doc, err);
            if (status != CD_OK)
                return status;
        }
        status = next_record(input, doc, err);
        if (status != CD_END)
            return status;
        if (input->watch != NULL) {
            struct cd_input_place at = cd_input_place(input);

            input->watch(input->watch_state, &at);
        }
        close_file(input);
        cd_reader_forget(doc);
    }
}

struct cd_input_place
cd_input_place(const struct cd_input *input)
{
    return (struct cd_input_place){ .file = input->files,
                                    .records = input->records,
                                    .path = input->file.path,
                                    .name = input->file.name,
                                    .open = input->reader != NULL };
}

void
cd_input_watch(struct cd_input *input,
               void (*closed)(void *state, const struct cd_input_place *place),
               void *state)
{
    input->watch = closed;
    input->watch_state = state;
}

enum cd_status
cd_input_decode(const void *engine, void *scratch, struct cd_doc *doc,
                struct cd_error *err)
{
    enum cd_status status = CD_OK;

    (void)scratch;
    if (doc->reader != NULL && doc->reader->decode != NULL)
        status = doc->reader->decode(engine, doc, err);
    cd_reader_name(doc);
    return status;
}

uint64_t
cd_input_bytes(const struct cd_input *input)
{
    if (input->reading.stream == NULL)
        return input->closed;
    return input->closed + cd_stream_read(input->reading.stream);
}

const uint64_t *
cd_input_passed(const struct cd_input *input)
{
    return input->passed;
}

const struct cd_reader *
cd_reader_at(const struct cd_settings *settings, const char *path,
             size_t *bytes, struct cd_error *err)
{
    struct cd_input input = { .settings = settings };
    const struct cd_reader *reader = NULL;
    struct stat st;

    if (stat(path, &st) == 0 && S_ISREG(st.st_mode))
        *bytes = (size_t)st.st_size;
    input.reading.settings = settings;
    input.reading.stream = cd_stream_open(path, err);
    if (input.reading.stream == NULL)
        return NULL;
    if (choose_reader(&input, err) == CD_OK)
        reader = input.reader;
    cd_stream_free(input.reading.stream);
    return reader;
}
