/* SPDX-License-Identifier: Apache-2.0 */
/*
 * index: what is done with an index by itself.
 */
#include <stdlib.h>

#include "corpus/index/index.h"
#include "corpus/index/index_record.h"
#include "corpus/run/copying.h"
#include "corpus/run/job.h"

static enum cd_status
write_record(void *state, const struct cd_table *table, const void *record,
             struct cd_error *err)
{
    return cd_work_write(state, table, record, err);
}

static enum cd_status
write_nothing(void *state, const struct cd_table *table, const void *record,
              struct cd_error *err)
{
    (void)state;
    (void)table;
    (void)record;
    (void)err;
    return CD_OK;
}

/* Of what is no copy there is one form. */
static void
write_lines(struct cd_work *work)
{
    work->rows = false;
    if (work->settings->format == CD_OUTPUT_TEXT)
        work->writer = &cd_writer_jsonl;
}

/* ---- add, query ------------------------------------------------------ */

static enum cd_status
compare(struct cd_work *work, struct cd_copying *copying,
        enum cd_status (*write)(void *state, const struct cd_table *table,
                                const void *record, struct cd_error *err),
        struct cd_error *err)
{
    enum cd_status status;

    work->inputs += 2;
    work->count -= 2;
    cd_work_texts(work);
    status = cd_copying_begin(copying, work, err);
    if (status == CD_OK)
        status = cd_work_run(work, err);
    if (status == CD_OK)
        status = cd_copying_finish(copying, write, work, err);
    return status;
}

/* What an index has is told behind the work; a format that cannot tell it is
 * refused before. */
static enum cd_status
begin_stats(struct cd_work *work, struct cd_error *err)
{
    write_lines(work);
    return cd_work_head(work, &cd_index_table, err);
}

static enum cd_status
end_stats(struct cd_work *work, const char *folder, struct cd_error *err)
{
    struct cd_index_record record;
    enum cd_status status = cd_index_describe(&record, folder, err);

    if (status == CD_OK)
        status = cd_work_write(work, &cd_index_table, &record, err);
    cd_index_record_release(&record);
    return status;
}

static enum cd_status
stats(struct cd_work *work, const char *folder, struct cd_error *err)
{
    enum cd_status status = begin_stats(work, err);

    return status == CD_OK ? end_stats(work, folder, err) : status;
}

static enum cd_status
add(struct cd_work *work, const char *folder, struct cd_error *err)
{
    struct cd_copying copying = { .index = folder, .adding = true };
    enum cd_status status = begin_stats(work, err);

    if (status == CD_OK)
        status = compare(work, &copying, write_nothing, err);
    cd_copying_release(&copying);
    return status == CD_OK ? end_stats(work, folder, err) : status;
}

static enum cd_status
query(struct cd_work *work, const char *folder, struct cd_error *err)
{
    struct cd_copying copying = { .index = folder };
    enum cd_status status = cd_work_head(work, &cd_copy_table, err);

    if (status == CD_OK)
        status = compare(work, &copying, write_record, err);
    if (status == CD_OK)
        status = cd_work_tail(work, err);
    cd_copying_release(&copying);
    return status;
}

/* ---- verify, compact ------------------------------------------------- */

static enum cd_status
verify_file(struct cd_work *work, const char *folder,
            const struct cd_manifest_entry *entry, size_t *broken,
            struct cd_error *err)
{
    struct cd_buf path = cd_index_path(folder, entry->number);
    struct cd_index_file record = { .file = cd_str_of(path.p),
                                    .units = (size_t)entry->units,
                                    .documents = (size_t)entry->documents,
                                    .bytes = (size_t)entry->bytes };
    struct cd_error why = { CD_OK, "" };
    struct cd_segment segment;
    enum cd_status status = cd_segment_open(&segment, path.p, &why);

    if (status == CD_OK) {
        status = cd_segment_verify(&segment, &why);
        if (status == CD_OK && segment.size != entry->bytes)
            status = cd_fail(&why, CD_FATAL, "it is not as large as it was");
        cd_segment_close(&segment);
    }
    record.good = status == CD_OK;
    record.why = cd_str_of(status == CD_OK ? NULL : why.message);
    *broken += !record.good;
    status = cd_work_write(work, &cd_index_file_table, &record, err);
    cd_buf_release(&path);
    return status;
}

static enum cd_status
verify(struct cd_work *work, const char *folder, struct cd_error *err)
{
    struct cd_manifest manifest = { 0 };
    enum cd_status status = cd_manifest_read(&manifest, folder, err);
    size_t broken = 0;

    write_lines(work);
    if (status == CD_END)
        status = cd_fail(err, CD_FATAL, "no index in '%s'", folder);
    if (status == CD_OK)
        status = cd_work_head(work, &cd_index_file_table, err);
    for (size_t i = 0; i < manifest.count && status == CD_OK; i++)
        status = verify_file(work, folder, &manifest.entries[i], &broken, err);
    cd_manifest_release(&manifest);
    if (status == CD_OK)
        status = cd_work_end(work, err);
    if (status == CD_OK && broken > 0)
        status = cd_fail(err, CD_FATAL, "%zu files of index '%s' are damaged",
                         broken, folder);
    return status;
}

static enum cd_status
compact(struct cd_work *work, const char *folder, struct cd_error *err)
{
    struct cd_index *index = NULL;
    enum cd_status status = begin_stats(work, err);

    if (status == CD_OK) {
        index = cd_index_open(folder, (struct cd_str){ NULL, 0 },
                              CD_INDEX_WRITE, err);
        status = index != NULL ? cd_index_compact(index, err) : err->status;
    }
    cd_index_free(index);
    return status == CD_OK ? end_stats(work, folder, err) : status;
}

/* ---- which ----------------------------------------------------------- */

static const struct action {
    const char *name;
    bool reads; /* inputs follow the folder */
    enum cd_status (*run)(struct cd_work *work, const char *folder,
                          struct cd_error *err);
} actions[] = {
    { "add", true, add },          { "query", true, query },
    { "stats", false, stats },     { "verify", false, verify },
    { "compact", false, compact },
};

static const struct action *
find(const char *name)
{
    for (size_t i = 0; i < CD_COUNT(actions); i++) {
        if (strcmp(actions[i].name, name) == 0)
            return &actions[i];
    }
    return NULL;
}

enum cd_status
cd_job_index(struct cd_work *work, struct cd_error *err)
{
    const struct action *action =
        work->count > 0 ? find(work->inputs[0]) : NULL;
    enum cd_status status;

    if (action == NULL)
        return cd_fail(err, CD_USAGE,
                       "index takes add, query, stats, verify or compact, "
                       "then the folder of the index");
    if (action->reads ? work->count < 3 : work->count != 2)
        return cd_fail(err, CD_USAGE, "index %s takes a folder%s", action->name,
                       action->reads ? " and inputs" : "");
    status = cd_work_open(work, err);
    if (status == CD_OK)
        status = action->run(work, work->inputs[1], err);
    return status == CD_OK ? cd_work_end(work, err) : status;
}
