/* SPDX-License-Identifier: Apache-2.0 */
/*
 * claims: pages -> the numeric claims of their articles, or how they were read.
 */
#include "base/json.h"
#include "corpus/output/text_offsets.h"
#include "corpus/run/job.h"
#include "nlp/reasons/reasons.h"

const struct cd_claim *
cd_job_converted_claims(const struct cd_work *work, struct cd_doc *doc)
{
    return work->codepoints ? cd_text_offsets_claims(doc) : doc->claims;
}

static void
add_document(struct cd_buf *out, const struct cd_doc *doc,
             const struct cd_claim *claims)
{
    cd_buf_puts(out, "{\"id\":");
    cd_buf_add(out, doc->id_json);
    cd_buf_puts(out, ",\"language\":");
    cd_json_str(out, doc->claims_language);
    cd_buf_puts(out, ",\"claims\":[");
    for (size_t i = 0; i < doc->claim_count; i++) {
        cd_json_next(out);
        cd_record_json(out, &cd_claim_table, &claims[i]);
    }
    cd_buf_puts(out, "]}\n");
}

struct cd_str
cd_job_render_claims(const struct cd_work *work, struct cd_doc *doc)
{
    const struct cd_claim *claims = cd_job_converted_claims(work, doc);
    struct cd_buf out = { 0 };

    if (work->settings->by == CD_BY_DOCUMENT)
        add_document(&out, doc, claims);
    else
        for (size_t i = 0; i < doc->claim_count; i++)
            work->writer->record(&out, &cd_claim_table, &claims[i]);
    return cd_buf_into(&out, &doc->arena);
}

/* Offsets in the unit that was asked for. */
static void
convert_reasons(struct cd_doc *doc)
{
    struct cd_offsets offsets = cd_offsets_of(&doc->arena, doc->text);
    const struct cd_offsets *cycle = &offsets;

    for (size_t i = 0; i < doc->reason_count; i++) {
        struct cd_reasons *reasons = &doc->reasons[i];
        struct cd_buf spans = { 0 };

        cd_offsets_json(&spans, reasons->spans, &cycle, 1);
        reasons->sentence = cd_offsets_span(&offsets, reasons->sentence);
        reasons->spans = cd_buf_into(&spans, &doc->arena);
    }
}

static struct cd_str
render_reasons(const struct cd_work *work, struct cd_doc *doc)
{
    struct cd_buf out = { 0 };

    for (size_t i = 0; i < doc->reason_count; i++)
        work->writer->record(&out, &cd_reasons_table, &doc->reasons[i]);
    return cd_buf_into(&out, &doc->arena);
}

static void
render(const struct cd_work *work, struct cd_doc *doc)
{
    bool explain = work->settings->claims.explain;

    if (explain && work->codepoints)
        convert_reasons(doc);
    if (!work->rows)
        doc->claims_output = explain ? render_reasons(work, doc)
                                     : cd_job_render_claims(work, doc);
}

static enum cd_status
write_claims(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_work *work = state;
    const struct cd_claim *claims;
    enum cd_status status = CD_OK;

    work->progress.articles++;
    work->progress.claims += doc->claim_count;
    work->progress.unread += doc->claims_language.p == NULL;
    if (!work->rows)
        return cd_outfile_write(work->out, doc->claims_output, err);
    for (size_t i = 0; i < doc->reason_count && status == CD_OK; i++)
        status = cd_work_write(work, &cd_reasons_table, &doc->reasons[i], err);
    if (work->settings->claims.explain)
        return status;
    claims = cd_job_converted_claims(work, doc);
    for (size_t i = 0; i < doc->claim_count && status == CD_OK; i++)
        status = cd_work_write(work, &cd_claim_table, &claims[i], err);
    return status;
}

/* A text without claims is not one without numbers. */
static void
say_unread(struct cd_work *work)
{
    const struct cd_progress *did = &work->progress;

    if (did->unread == 0)
        return;
    cd_buf_reset(&work->line);
    cd_buf_printf(&work->line,
                  "%llu of %llu articles are in languages without rules and "
                  "have no claims (see --language)",
                  (unsigned long long)did->unread,
                  (unsigned long long)did->articles);
    cd_work_say(work, work->line.p);
}

enum cd_status
cd_job_claims(struct cd_work *work, struct cd_error *err)
{
    bool explain = work->settings->claims.explain;
    enum cd_status status = cd_work_open(work, err);

    if (status != CD_OK)
        return status;
    if (work->settings->by == CD_BY_DOCUMENT && explain)
        return cd_fail(err, CD_USAGE,
                       "--explain is by sentence, not by document");
    if (work->settings->by == CD_BY_DOCUMENT && work->writer->head != NULL)
        return cd_fail(err, CD_USAGE, "--by=document is for format jsonl");
    work->rows &= work->settings->by != CD_BY_DOCUMENT;
    cd_work_clean(work);
    status = cd_work_claims(work, err);
    if (status != CD_OK)
        return status;
    cd_work_render(work, render);
    cd_work_fold(work, "write", write_claims, work);
    status =
        cd_work_head(work, explain ? &cd_reasons_table : &cd_claim_table, err);
    if (status == CD_OK)
        status = cd_work_run(work, err);
    if (status == CD_OK)
        status = cd_work_end(work, err);
    if (status == CD_OK)
        say_unread(work);
    return status;
}
