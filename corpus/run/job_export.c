/* SPDX-License-Identifier: Apache-2.0 */
/*
 * export: the database of a finished run as something else.
 */
#include <stdio.h>

#include "corpus/export/export.h"
#include "corpus/export/export_articles.h"
#include "corpus/export/export_jsonld.h"
#include "corpus/run/job.h"

static enum cd_status
to_postgres(struct cd_work *work, struct cd_export *export,
            struct cd_error *err)
{
    enum cd_status status;

    work->out = cd_outfile_open(work->settings->output, err);
    if (work->out == NULL)
        return err->status;
    status = cd_export_postgres(export, work->out, err);
    return status == CD_OK ? cd_work_end(work, err) : status;
}

static enum cd_status
table_to_file(struct cd_work *work, struct cd_export *export,
              const struct cd_relation *relation, char separator,
              struct cd_error *err)
{
    struct cd_buf name = { 0 }, path;
    struct cd_outfile *out;
    enum cd_status status;

    cd_buf_printf(&name, "%s.%s", relation->name,
                  separator == ',' ? "csv" : "tsv");
    cd_buf_putc(&name, '\0');
    path = cd_outfile_in(work->settings->output, name.p);
    out = cd_outfile_open(path.p, err);
    status = out == NULL ? err->status
                         : cd_export_csv(export, relation, separator, out, err);
    if (status == CD_OK)
        status = cd_outfile_commit(out, err);
    cd_outfile_free(out);
    cd_buf_release(&name);
    cd_buf_release(&path);
    return status;
}

static enum cd_status
to_tables(struct cd_work *work, struct cd_export *export, char separator,
          struct cd_error *err)
{
    enum cd_status status;

    if (work->settings->output == NULL)
        return cd_fail(err, CD_USAGE, "export to csv needs a folder: -o DIR");
    status = cd_outfile_folder(work->settings->output, err);
    for (int i = 0; status == CD_OK && i < CD_RELATION_COUNT; i++)
        status = table_to_file(work, export, &cd_relations[i], separator, err);
    return status;
}

static enum cd_status
to_jsonld(struct cd_work *work, const char *database, struct cd_error *err)
{
    enum cd_status status;

    work->out = cd_outfile_open(work->settings->output, err);
    if (work->out == NULL)
        return err->status;
    status = cd_export_jsonld(database, work->out, err);
    return status == CD_OK ? cd_work_end(work, err) : status;
}

static enum cd_status
tables(struct cd_work *work, const char *database, struct cd_error *err)
{
    struct cd_export *export = cd_export_open(database, err);
    enum cd_export_format to = work->settings->to;
    enum cd_status status;

    if (export == NULL)
        return err->status;
    status =
        to == CD_EXPORT_POSTGRES
            ? to_postgres(work, export, err)
            : to_tables(work, export, to == CD_EXPORT_CSV ? ',' : '\t', err);
    cd_export_close(export);
    return status;
}

/* Articles: as which output of clean; CD_OUTPUT_AUTO for the other forms. */
static const enum cd_output_format article_formats[] = {
    [CD_EXPORT_TEXT] = CD_OUTPUT_TEXT,
    [CD_EXPORT_MARKDOWN] = CD_OUTPUT_MARKDOWN,
    [CD_EXPORT_HTML] = CD_OUTPUT_HTML,
};

static enum cd_output_format
article_format(enum cd_export_format to)
{
    return to < CD_COUNT(article_formats) ? article_formats[to]
                                          : CD_OUTPUT_AUTO;
}

static enum cd_status
to_files(struct cd_work *work, const char *database,
         enum cd_output_format format, struct cd_error *err)
{
    struct cd_files files = { .list = NULL };
    enum cd_status status =
        cd_files_open(&files, work->settings->output, format, err);

    if (status == CD_OK)
        status = cd_export_articles(database, format, NULL, &files, err);
    if (status == CD_OK)
        status = cd_files_finish(&files, err);
    cd_files_close(&files);
    return status;
}

static enum cd_status
articles(struct cd_work *work, const char *database, struct cd_error *err)
{
    enum cd_output_format format = article_format(work->settings->to);
    enum cd_status status;

    if (work->settings->files)
        return to_files(work, database, format, err);
    work->out = cd_outfile_open(work->settings->output, err);
    if (work->out == NULL)
        return err->status;
    status = cd_export_articles(database, format, work->out, NULL, err);
    return status == CD_OK ? cd_work_end(work, err) : status;
}

static enum cd_status
dispatch(struct cd_work *work, const char *database, struct cd_error *err)
{
    if (article_format(work->settings->to) != CD_OUTPUT_AUTO)
        return articles(work, database, err);
    if (work->settings->files)
        return cd_fail(err, CD_USAGE, "--files is for --to=text, md and html");
    return work->settings->to == CD_EXPORT_JSONLD
               ? to_jsonld(work, database, err)
               : tables(work, database, err);
}

enum cd_status
cd_job_export(struct cd_work *work, struct cd_error *err)
{
    struct cd_buf database;
    enum cd_status status;

    if (work->count != 1)
        return cd_fail(err, CD_USAGE, "export takes one folder");
    status = cd_job_database(work->inputs[0], &database, err);
    if (status == CD_OK)
        status = dispatch(work, database.p, err);
    cd_buf_release(&database);
    return status;
}
