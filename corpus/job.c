/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Jobs: what each command does, put together from source, maps and folds.
 */
#include <stdio.h>

#include "base/json.h"
#include "corpus/article.h"
#include "corpus/copies.h"
#include "corpus/explain.h"
#include "corpus/pipeline.h"
#include "corpus/row.h"
#include "corpus/source.h"

struct job {
    const struct cd_settings *settings;
    const struct cd_observer *rows; /* records go there, not to out; or NULL */
    FILE *out;
    struct cd_buf line;
};

static enum cd_status
parse(const void *engine, void *scratch, struct cd_doc *doc,
      struct cd_error *err)
{
    const struct cd_settings *settings = engine;

    (void)scratch;
    return cd_parse(doc, &settings->parse, err);
}

static enum cd_status
find_claims(const void *engine, void *scratch, struct cd_doc *doc,
            struct cd_error *err)
{
    return cd_claims_find(engine, scratch, doc, err);
}

static void *
claims_scratch(const void *engine)
{
    return cd_claims_scratch(engine);
}

static enum cd_status
flush_line(struct job *job, struct cd_error *err)
{
    size_t n = fwrite(job->line.p, 1, job->line.n, job->out);
    bool good = n == job->line.n;

    cd_buf_reset(&job->line);
    return good ? CD_OK : cd_fail(err, CD_FATAL, "cannot write the output");
}

static enum cd_status
write_article(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct job *job = state;

    if (job->settings->format == CD_OUTPUT_TEXT)
        cd_buf_add(&job->line, doc->text);
    else
        cd_article_json(&job->line, doc);
    cd_buf_putc(&job->line, '\n');
    return flush_line(job, err);
}

static void
add_claims(struct cd_buf *out, const struct cd_doc *doc)
{
    cd_buf_puts(out, "{\"id\":");
    cd_buf_add(out, doc->id_json);
    cd_buf_puts(out, ",\"claims\":[");
    for (size_t i = 0; i < doc->claim_count; i++) {
        cd_json_next(out);
        cd_record_json(out, &cd_claim_table, &doc->claims[i]);
    }
    cd_buf_puts(out, "]}\n");
}

static enum cd_status
write_record(struct job *job, const struct cd_table *table, const void *record,
             struct cd_error *err)
{
    if (job->rows != NULL) {
        cd_row_send(job->rows, table, record);
        return CD_OK;
    }
    cd_record_json(&job->line, table, record);
    cd_buf_putc(&job->line, '\n');
    return flush_line(job, err);
}

static enum cd_status
write_explained(void *state, const struct cd_explained *record,
                struct cd_error *err)
{
    return write_record(state, &cd_explain_table, record, err);
}

static enum cd_status
write_blocks(void *state, struct cd_doc *doc, struct cd_error *err)
{
    return cd_explain_each(doc, write_explained, state, err);
}

static enum cd_status
write_claims(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct job *job = state;
    enum cd_status status = CD_OK;

    if (job->settings->by == CD_BY_DOCUMENT) {
        add_claims(&job->line, doc);
        return flush_line(job, err);
    }
    for (size_t i = 0; i < doc->claim_count && status == CD_OK; i++)
        status = write_record(job, &cd_claim_table, &doc->claims[i], err);
    return status;
}

static enum cd_status
write_pair(void *state, const struct cd_copy *pair, struct cd_error *err)
{
    return write_record(state, &cd_copy_table, pair, err);
}

static enum cd_status
write_cluster(void *state, const struct cd_cluster *cluster,
              struct cd_error *err)
{
    return write_record(state, &cd_cluster_table, cluster, err);
}

static enum cd_status
note_reject(void *state, const struct cd_doc *doc, const char *stage,
            const char *why, struct cd_error *err)
{
    (void)state;
    (void)err;
    fprintf(stderr, "copydesk: %.*s: %s: %s\n", (int)doc->source.n,
            doc->source.p, stage, why);
    return CD_OK;
}

enum cd_status
cd_job(const struct cd_settings *settings, const char *command,
       const char *const *inputs, size_t count,
       const struct cd_observer *observer, struct cd_progress *result,
       struct cd_error *err)
{
    struct cd_claims *claims = cd_claims_new(&settings->claims, err);
    struct cd_input *input = cd_input_new(settings, inputs, count);
    struct job job = { .settings = settings, .out = stdout };
    const struct cd_map maps[] = {
        { "read", settings, NULL, NULL, cd_input_decode },
        { "parse", settings, NULL, NULL, parse },
        { "claims", claims, claims_scratch, cd_claims_scratch_free,
          find_claims },
        { 0 },
    };
    struct cd_copies *copies =
        cd_copies_new(&settings->copies, (int)settings->threads);
    const struct cd_map copies_maps[] = {
        { "read", settings, NULL, NULL, cd_input_decode },
        { "parse", settings, NULL, NULL, parse },
        { "copies", copies, cd_copies_scratch, cd_copies_scratch_free,
          cd_copies_prepare },
        { 0 },
    };
    const struct cd_fold copies_folds[] = { { "copies", copies, cd_copies_add },
                                            { 0 } };
    const struct cd_copies_sink sink = { &job, write_pair, write_cluster };
    bool are_copies = strcmp(command, "copies") == 0;
    const struct cd_fold folds[] = {
        { "write", &job,
          strcmp(command, "claims") == 0    ? write_claims
          : strcmp(command, "explain") == 0 ? write_blocks
                                            : write_article },
        { 0 },
    };
    struct cd_pipeline pipeline = {
        .source = { input, cd_input_next },
        .maps = are_copies ? copies_maps : maps,
        .folds = are_copies ? copies_folds : folds,
        .reject = note_reject,
        .threads = (int)settings->threads,
    };
    enum cd_status status;

    if (observer != NULL && observer->row != NULL &&
        settings->format == CD_OUTPUT_TEXT)
        job.rows = observer;
    if (settings->output != NULL)
        job.out = fopen(settings->output, "w");
    status = cd_pipeline_run(&pipeline, err);
    if (status == CD_OK && are_copies)
        status = cd_copies_finish(copies, &sink, err);
    cd_copies_free(copies);
    if (result != NULL)
        *result = (struct cd_progress){ .documents = pipeline.documents,
                                        .rejected = pipeline.rejected };
    if (job.out != stdout)
        fclose(job.out);
    cd_buf_release(&job.line);
    cd_input_free(input);
    cd_claims_free(claims);
    return status;
}
