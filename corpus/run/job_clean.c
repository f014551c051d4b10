/* SPDX-License-Identifier: Apache-2.0 */
/*
 * clean: pages -> articles.
 */
#include "corpus/output/article.h"
#include "corpus/output/files.h"
#include "corpus/run/ids.h"
#include "corpus/run/job.h"

struct cd_str
cd_job_render_article(const struct cd_work *work, struct cd_doc *doc)
{
    struct cd_buf out = { 0 };

    if (work->writer->article != NULL)
        work->writer->article(&out, doc, work->codepoints);
    else
        work->writer->record(&out, &cd_article_table, doc);
    return cd_buf_into(&out, &doc->arena);
}

static void
render(const struct cd_work *work, struct cd_doc *doc)
{
    doc->article_output = cd_job_render_article(work, doc);
}

static enum cd_status
write_article(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_work *work = state;

    work->progress.articles++;
    return cd_outfile_write(work->out, doc->article_output, err);
}

static enum cd_status
write_file(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_work *work = state;

    work->progress.articles++;
    return cd_files_write(work->state, doc, doc->article_output, err);
}

static enum cd_status
clean_into_files(struct cd_work *work, struct cd_error *err)
{
    struct cd_files files = { .list = NULL };
    struct cd_ids ids = { .seen = NULL };
    enum cd_status status =
        cd_files_open(&files, work->settings->output,
                      (enum cd_output_format)work->settings->format, err);

    work->state = &files;
    cd_work_clean(work);
    if (status == CD_OK)
        status = cd_work_sites(work, true, err);
    cd_work_render(work, render);
    cd_work_fold(work, "write", write_file, work);
    cd_ids_watch(&ids, work);
    if (status == CD_OK)
        status = cd_work_run(work, err);
    if (status == CD_OK)
        status = cd_files_finish(&files, err);
    if (status == CD_OK)
        status = cd_work_sites_save(work, err);
    if (status == CD_OK)
        cd_ids_say(&ids, work);
    cd_ids_release(&ids);
    cd_files_close(&files);
    return status;
}

static enum cd_status
clean_into_one(struct cd_work *work, struct cd_error *err)
{
    enum cd_status status = cd_work_open(work, err);

    if (status != CD_OK)
        return status;
    cd_work_clean(work);
    status = cd_work_sites(work, true, err);
    if (status != CD_OK)
        return status;
    cd_work_render(work, render);
    cd_work_fold(work, "write", write_article, work);
    status = cd_work_head(work, &cd_article_table, err);
    if (status == CD_OK)
        status = cd_work_run(work, err);
    if (status == CD_OK)
        status = cd_work_end(work, err);
    return status == CD_OK ? cd_work_sites_save(work, err) : status;
}

enum cd_status
cd_job_clean(struct cd_work *work, struct cd_error *err)
{
    return work->settings->files ? clean_into_files(work, err)
                                 : clean_into_one(work, err);
}
