/* SPDX-License-Identifier: Apache-2.0 */
/*
 * --dry-run: what a command would read, a line a file.
 */
#include "corpus/input/walk.h"
#include "corpus/run/job.h"

struct found {
    struct cd_str path;
    const char *format;
    size_t bytes; /* of the file as it is stored, SIZE_MAX if not known */
    struct cd_str reason;
};

static const struct cd_field fields[] = {
    CD_FIELD(struct found, path, TEXT, "the file"),
    CD_FIELD(struct found, format, NAME, "html, text, jsonl, warc or archive"),
    CD_FIELD(struct found, bytes, SIZE, "its size"),
    CD_FIELD(struct found, reason, TEXT, "why it would be rejected"),
};

static const struct cd_table table = { "inputs", "A file that would be read.",
                                       fields, CD_COUNT(fields) };

static void
look_inside(const struct cd_work *work, const char *path, struct found *found,
            struct cd_error *err)
{
    const struct cd_reader *reader =
        cd_reader_at(work->settings, path, &found->bytes, err);

    if (reader != NULL)
        found->format = reader->name;
    else
        found->reason = cd_str_of(err->message);
}

static enum cd_status
list(struct cd_work *work, struct cd_walk *walk, struct cd_arena *arena,
     struct cd_error *err)
{
    enum cd_status status = CD_OK;

    while (status == CD_OK) {
        struct cd_walk_file file = { { NULL, 0 }, { NULL, 0 } };
        struct cd_error lost = { CD_OK, "" };
        struct found found = { .bytes = SIZE_MAX };

        cd_arena_reset(arena);
        status = cd_walk_next(walk, arena, &file, &lost);
        if (status == CD_END)
            return CD_OK;
        found.path = cd_reader_utf8(arena, file.path);
        if (status == CD_OK)
            look_inside(work, file.path.p, &found, &lost);
        else
            found.reason = cd_str_of(lost.message);
        work->progress.documents++;
        work->progress.rejected += found.format == NULL;
        status = cd_work_write(work, &table, &found, err);
    }
    return status;
}

enum cd_status
cd_job_dry_run(struct cd_work *work, struct cd_error *err)
{
    struct cd_arena arena = { 0 };
    struct cd_walk *walk = cd_walk_new(work->inputs, work->count);
    enum cd_status status;

    work->out = cd_outfile_open(NULL, err);
    work->writer = cd_writer_of((enum cd_output_format)work->settings->format);
    status = cd_work_head(work, &table, err);
    if (status == CD_OK)
        status = list(work, walk, &arena, err);
    if (status == CD_OK)
        status = cd_work_end(work, err);
    cd_walk_free(walk);
    cd_arena_release(&arena);
    return status;
}
