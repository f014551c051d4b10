/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/work.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "corpus/input/walk.h"
#include "corpus/output/row.h"
#include "corpus/run/isolate.h"

void
cd_work_init(struct cd_work *work, const struct cd_settings *settings)
{
    *work = (struct cd_work){
        .settings = settings,
        .writer = cd_writer_of((enum cd_output_format)settings->format),
        .codepoints = settings->offsets == CD_OFFSETS_CODEPOINT,
    };
}

void
cd_work_leave(struct cd_work *work)
{
    if (work->claims != NULL)
        cd_claims_free(work->claims);
    if (work->input != NULL)
        cd_input_free(work->input);
    cd_site_memory_free(work->sites);
    work->claims = NULL;
    work->sites = NULL;
    work->input = NULL;
}

void
cd_work_release(struct cd_work *work)
{
    cd_work_leave(work);
    cd_outfile_free(work->out);
    cd_buf_release(&work->line);
}

void
cd_work_map(struct cd_work *work, struct cd_map map)
{
    if (work->map_count + 1 < CD_MAPS_MAX)
        work->maps[work->map_count++] = map;
}

void
cd_work_map_ready(struct cd_work *work, struct cd_map map)
{
    work->for_ready |= UINT32_C(1) << work->map_count;
    cd_work_map(work, map);
}

void
cd_work_fold_as(struct cd_work *work, struct cd_fold fold)
{
    if (work->fold_count + 1 < CD_FOLDS_MAX)
        work->folds[work->fold_count++] = fold;
}

void
cd_work_fold(struct cd_work *work, const char *name,
             enum cd_status (*run)(void *state, struct cd_doc *doc,
                                   struct cd_error *err),
             void *state)
{
    cd_work_fold_as(
        work, (struct cd_fold){ .name = name, .state = state, .run = run });
}

static void *
parse_scratch(const void *engine)
{
    (void)engine;
    return cd_alloc(sizeof(struct cd_arena));
}

static void
parse_scratch_free(void *scratch)
{
    cd_arena_release(scratch);
    free(scratch);
}

static enum cd_status
parse(const void *engine, void *scratch, struct cd_doc *doc,
      struct cd_error *err)
{
    const struct cd_settings *settings = engine;

    if (settings->crash_on != NULL &&
        cd_str_find(doc->bytes, cd_str_of(settings->crash_on), 0) != SIZE_MAX)
        abort();
    return cd_parse(doc, &settings->parse, scratch, err);
}

/* A clean text that is compared as a whole needs no blocks: it is taken as it
 * came. */
static enum cd_status
parse_whole(const void *engine, void *scratch, struct cd_doc *doc,
            struct cd_error *err)
{
    if (doc->format != CD_FORMAT_CLEAN || doc->bytes.n == 0 ||
        cd_utf8_valid(doc->bytes) != doc->bytes.n)
        return parse(engine, scratch, doc, err);
    doc->page = doc->text = doc->bytes;
    doc->meta = doc->given;
    return CD_OK;
}

static void
map_documents(struct cd_work *work,
              enum cd_status (*parse_as)(const void *engine, void *scratch,
                                         struct cd_doc *doc,
                                         struct cd_error *err))
{
    const struct cd_settings *settings = work->settings;

    cd_work_map(
        work, (struct cd_map){ "read", settings, NULL, NULL, cd_input_decode });
    cd_work_map(work, (struct cd_map){ "parse", settings, parse_scratch,
                                       parse_scratch_free, parse_as });
}

void
cd_work_texts(struct cd_work *work)
{
    map_documents(work, work->settings->copies.unit == CD_UNIT_RECORD
                            ? parse_whole
                            : parse);
}

void
cd_work_clean(struct cd_work *work)
{
    map_documents(work, parse);
}

static enum cd_status
drop_furniture(const void *engine, void *scratch, struct cd_doc *doc,
               struct cd_error *err)
{
    (void)scratch;
    (void)err;
    cd_site_memory_apply(engine, doc);
    return CD_OK;
}

static enum cd_status
learn_furniture(void *state, struct cd_doc *doc, struct cd_error *err)
{
    (void)err;
    cd_site_memory_learn(state, doc);
    return CD_OK;
}

enum cd_status
cd_work_sites(struct cd_work *work, bool learn, struct cd_error *err)
{
    const char *folder = work->settings->site_memory;

    if (folder == NULL)
        return CD_OK;
    work->sites = cd_site_memory_open(folder, err);
    if (work->sites == NULL)
        return err->status;
    cd_work_map(work, (struct cd_map){ "site", work->sites, NULL, NULL,
                                       drop_furniture });
    if (learn)
        cd_work_fold(work, "site", learn_furniture, work->sites);
    return CD_OK;
}

enum cd_status
cd_work_sites_save(struct cd_work *work, struct cd_error *err)
{
    return work->sites != NULL ? cd_site_memory_save(work->sites, err) : CD_OK;
}

static void *
claims_scratch(const void *engine)
{
    return cd_claims_scratch(engine);
}

static enum cd_status
find_claims(const void *engine, void *scratch, struct cd_doc *doc,
            struct cd_error *err)
{
    return cd_claims_find(engine, scratch, doc, err);
}

enum cd_status
cd_work_claims(struct cd_work *work, struct cd_error *err)
{
    work->claims = cd_claims_new(&work->settings->claims, err);
    if (work->claims == NULL)
        return err->status;
    cd_work_map(work, (struct cd_map){ "claims", work->claims, claims_scratch,
                                       cd_claims_scratch_free, find_claims });
    return CD_OK;
}

static enum cd_status
render(const void *engine, void *scratch, struct cd_doc *doc,
       struct cd_error *err)
{
    const struct cd_work *work = engine;

    (void)scratch;
    (void)err;
    work->render(work, doc);
    return CD_OK;
}

void
cd_work_render(struct cd_work *work,
               void (*run)(const struct cd_work *work, struct cd_doc *doc))
{
    work->render = run;
    cd_work_map_ready(work,
                      (struct cd_map){ "write", work, NULL, NULL, render });
}

enum cd_status
cd_work_open(struct cd_work *work, struct cd_error *err)
{
    work->rows = work->observer != NULL && work->observer->row != NULL &&
                 work->settings->format == CD_OUTPUT_TEXT;
    work->out = cd_outfile_open(work->settings->output, err);
    return work->out != NULL ? CD_OK : CD_FATAL;
}

enum cd_status
cd_work_head(struct cd_work *work, const struct cd_table *table,
             struct cd_error *err)
{
    if (work->writer->takes != NULL && !work->writer->takes(table))
        return cd_fail(err, CD_USAGE, "--format=%s has no form for %s",
                       work->writer->name, table->name);
    if (work->rows || work->writer->head == NULL)
        return CD_OK;
    cd_buf_reset(&work->line);
    work->writer->head(&work->line, table);
    return cd_outfile_write(work->out, cd_buf_str(&work->line), err);
}

enum cd_status
cd_work_tail(struct cd_work *work, struct cd_error *err)
{
    if (work->rows || work->writer->tail == NULL)
        return CD_OK;
    cd_buf_reset(&work->line);
    work->writer->tail(&work->line);
    return cd_outfile_write(work->out, cd_buf_str(&work->line), err);
}

enum cd_status
cd_work_write(struct cd_work *work, const struct cd_table *table,
              const void *record, struct cd_error *err)
{
    cd_buf_reset(&work->line);
    if (work->rows)
        cd_row_send(&work->line, work->observer, table, record);
    else
        work->writer->record(&work->line, table, record);
    return cd_outfile_write(work->out, cd_buf_str(&work->line), err);
}

/* The row that tells the observer that there is none to come. */
static const struct cd_table end_table = { "end", "No record.", NULL, 0 };

enum cd_status
cd_work_end(struct cd_work *work, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    if (work->rows)
        status = cd_work_write(work, &end_table, NULL, err);
    return status == CD_OK ? cd_outfile_commit(work->out, err) : status;
}

void
cd_work_say(struct cd_work *work, const char *text)
{
    if (work->observer != NULL && work->observer->message != NULL)
        work->observer->message(work->observer->state, text);
}

/* Before it is kept: what is kept was said. */
static void
say_reject(struct cd_work *work, uint64_t number,
           const struct cd_reject *reject)
{
    cd_buf_reset(&work->line);
    cd_reject_line(&work->line, reject);
    cd_buf_putc(&work->line, '\0');
    work->about = number;
    cd_work_say(work, work->line.p);
    work->about = 0;
}

static enum cd_status
note_reject(void *state, const struct cd_doc *doc, const char *stage,
            const char *why, struct cd_error *err)
{
    struct cd_work *work = state;
    struct cd_reject reject =
        cd_reject_of(doc, doc->lost != NULL ? doc->lost : stage, why);

    if (!doc->ready || work->keep == NULL) /* else it was said before */
        say_reject(work, doc->number, &reject);
    if (work->keep != NULL &&
        work->keep_lost(work->keep, doc, &reject, err) != CD_OK)
        return CD_FATAL;
    return work->reject != NULL ? work->reject(work, &reject, err) : CD_OK;
}

uint64_t
cd_work_passed(const struct cd_work *work, enum cd_passed why)
{
    return work->passed_before[why] + cd_input_passed(work->input)[why];
}

static uint64_t
all_passed(const struct cd_work *work)
{
    uint64_t total = 0;

    for (int i = 0; i < CD_PASSED_COUNT; i++)
        total += cd_work_passed(work, (enum cd_passed)i);
    return total;
}

static void
note_seen(void *state)
{
    struct cd_work *work = state;

    work->seen_passed = all_passed(work);
    work->seen_bytes = work->bytes_before + cd_input_bytes(work->input);
}

static void
report_progress(void *state, const struct cd_doc *doc)
{
    struct cd_work *work = state;
    struct cd_progress *progress = &work->progress;

    (void)doc;
    progress->documents = work->pipeline.documents;
    progress->rejected = work->pipeline.rejected;
    progress->passed = work->seen_passed;
    progress->bytes = work->seen_bytes;
    if (work->observer != NULL && work->observer->progress != NULL)
        work->observer->progress(work->observer->state, progress);
}

/* Bytes of all files that can be asked; 0 if there is an input that can't. */
static uint64_t
total_bytes(const char *const *inputs, size_t count)
{
    struct cd_walk *walk;
    struct cd_walk_file file;
    struct cd_arena arena = { 0 };
    struct cd_error err;
    enum cd_status status;
    uint64_t total = 0;
    struct stat st;

    for (size_t i = 0; i < count; i++) {
        if (strcmp(inputs[i], "-") == 0 || inputs[i][0] == '@')
            return 0;
    }
    walk = cd_walk_new(inputs, count);
    while ((status = cd_walk_next(walk, &arena, &file, &err)) != CD_END) {
        if (status == CD_OK && stat(file.path.p, &st) == 0 &&
            S_ISREG(st.st_mode))
            total += (uint64_t)st.st_size;
        cd_arena_reset(&arena);
    }
    cd_walk_free(walk);
    cd_arena_release(&arena);
    return total;
}

static enum cd_status
count_written(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_work *work = state;

    (void)doc;
    (void)err;
    work->written++;
    return CD_OK;
}

static enum cd_status
check_rows(const struct cd_work *work, struct cd_error *err)
{
    uint64_t read = work->pipeline.documents;

    if (read == work->written + work->pipeline.rejected)
        return CD_OK;
    return cd_fail(err, CD_FATAL,
                   "rows do not add up: %llu read, %llu written, %llu rejected",
                   (unsigned long long)read, (unsigned long long)work->written,
                   (unsigned long long)work->pipeline.rejected);
}

static void
say_time(struct cd_work *work, const char *stage, double seconds)
{
    char line[100];

    snprintf(line, sizeof(line), "%-8s %8.3f s", stage, seconds);
    cd_work_say(work, line);
}

/* CPU time of each stage, over all threads. */
static void
say_times(struct cd_work *work)
{
    say_time(work, "split", work->pipeline.read_seconds);
    for (size_t i = 0; i < work->map_count; i++)
        say_time(work, work->maps[i].name, work->pipeline.map_seconds[i]);
    say_time(work, "fold", work->pipeline.fold_seconds);
}

static struct cd_source
source_of(struct cd_work *work)
{
    struct cd_source source = work->source;

    if (source.next == NULL)
        source = (struct cd_source){ work->input, cd_input_next };
    if (work->quarantine == NULL)
        return source;
    work->quarantine->source = source;
    return (struct cd_source){ work->quarantine, cd_isolate_next };
}

static struct cd_input *
open_inputs(const struct cd_work *work)
{
    struct cd_input *input =
        cd_input_new(work->settings, work->inputs, work->count);

    if (work->reference != NULL)
        cd_input_before(input, &work->reference);
    return input;
}

enum cd_status
cd_work_run(struct cd_work *work, struct cd_error *err)
{
    enum cd_status status;

    cd_work_fold(work, "count", count_written, work);
    if (work->input == NULL)
        work->input = open_inputs(work);
    if (work->observer != NULL && work->observer->progress != NULL)
        work->progress.total = total_bytes(work->inputs, work->count);
    if (work->progress.total > 0 && work->reference != NULL)
        work->progress.total += total_bytes(&work->reference, 1);
    work->pipeline = (struct cd_pipeline){
        .source = source_of(work),
        .marks = work->marks,
        .maps = work->maps,
        .for_ready = work->for_ready,
        .folds = work->folds,
        .reject = note_reject,
        .reject_state = work,
        .tick = report_progress,
        .seen = note_seen,
        .tick_state = work,
        .threads = work->quarantine != NULL && work->quarantine->alone
                       ? 1
                       : (int)work->settings->threads,
    };
    status = cd_pipeline_run(&work->pipeline, err);
    note_seen(work);
    report_progress(work, NULL);
    if (work->settings->stats)
        say_times(work);
    return status == CD_OK ? check_rows(work, err) : status;
}
