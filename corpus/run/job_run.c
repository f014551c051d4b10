/* SPDX-License-Identifier: Apache-2.0 */
/*
 * run: all of it, into a folder.
 *
 * The files are written under other names and get their own when all of them
 * are complete; stats.json comes last, so that a folder with it is whole.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "corpus/database/contradictions.h"
#include "corpus/database/write_sqlite.h"
#include "corpus/output/files.h"
#include "corpus/report/report.h"
#include "corpus/run/copying.h"
#include "corpus/run/job.h"
#include "corpus/run/provenance.h"
#include "corpus/run/resume.h"
#include "corpus/run/stats.h"

enum file {
    ARTICLES,
    COPIES,
    CLAIMS,
    GROUPS,
    REJECTS,
    DATABASE,
    REPORT,
    STATS,
    FILE_COUNT
};

static const char *const file_names[FILE_COUNT] = {
    [ARTICLES] = "articles.jsonl", [COPIES] = "copies.jsonl",
    [CLAIMS] = "claims.jsonl",     [GROUPS] = "groups.jsonl",
    [REJECTS] = "rejects.jsonl",   [DATABASE] = "copydesk.sqlite",
    [REPORT] = "report.html",      [STATS] = "stats.json",
};

struct run {
    struct cd_work *work;
    bool merging; /* all documents come out of packs */
    struct cd_outfile *files[FILE_COUNT];
    struct cd_sqlite *db;
    struct cd_copying copying;
    struct cd_resume resume;
    struct cd_stats stats;
    struct cd_buf line;
};

static enum cd_status
open_files(struct run *run, struct cd_error *err)
{
    enum cd_status status = cd_outfile_folder(run->work->settings->output, err);

    for (int i = 0; status == CD_OK && i < FILE_COUNT; i++) {
        struct cd_buf path =
            cd_outfile_in(run->work->settings->output, file_names[i]);

        run->files[i] = i == DATABASE ? cd_outfile_reserve(path.p, err)
                                      : cd_outfile_open(path.p, err);
        cd_buf_release(&path);
        if (run->files[i] == NULL)
            return err->status;
    }
    if (status == CD_OK) {
        run->db = cd_sqlite_new(cd_outfile_path(run->files[DATABASE]), err);
        status = run->db != NULL ? CD_OK : err->status;
    }
    return status;
}

static void
close_files(struct run *run)
{
    cd_sqlite_free(run->db);
    cd_copying_release(&run->copying);
    cd_resume_release(&run->resume);
    for (int i = 0; i < FILE_COUNT; i++)
        cd_outfile_free(run->files[i]);
    cd_buf_release(&run->line);
}

static void
render(const struct cd_work *work, struct cd_doc *doc)
{
    doc->article_output = cd_job_render_article(work, doc);
    doc->claims_output = cd_job_render_claims(work, doc);
}

static enum cd_status
write_all(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct run *run = state;
    struct cd_work *work = run->work;
    enum cd_status status =
        cd_outfile_write(run->files[ARTICLES], doc->article_output, err);

    if (status == CD_OK)
        status = cd_outfile_write(run->files[CLAIMS], doc->claims_output, err);
    if (status == CD_OK)
        status =
            cd_sqlite_article(run->db, doc, cd_job_converted_claims(work, doc),
                              work->codepoints, err);
    work->progress.articles++;
    work->progress.textless += doc->text.n == 0;
    work->progress.claims += doc->claim_count;
    work->progress.unread += doc->claims_language.p == NULL;
    cd_stats_count(&run->stats, doc);
    return status;
}

static enum cd_status
write_line(struct run *run, enum file file, const struct cd_table *table,
           const void *record, struct cd_error *err)
{
    cd_buf_reset(&run->line);
    cd_record_json(&run->line, table, record);
    cd_buf_putc(&run->line, '\n');
    return cd_outfile_write(run->files[file], cd_buf_str(&run->line), err);
}

static enum cd_status
write_reject(struct cd_work *work, const struct cd_reject *reject,
             struct cd_error *err)
{
    struct run *run = work->state;
    enum cd_status status =
        write_line(run, REJECTS, &cd_reject_table, reject, err);

    if (status != CD_OK)
        return status;
    return cd_sqlite_add(run->db, CD_RELATION_REJECTS, reject, err);
}

static enum cd_status
write_copies(void *state, const struct cd_table *table, const void *record,
             struct cd_error *err)
{
    enum cd_status status = write_line(state, COPIES, table, record, err);
    struct run *run = state;

    if (status != CD_OK)
        return status;
    if (table == &cd_copy_table)
        run->work->progress.templates += cd_copy_is_template(record);
    return cd_sqlite_add(run->db,
                         table == &cd_copy_table ? CD_RELATION_COPIES
                                                 : CD_RELATION_CLUSTERS,
                         record, err);
}

static enum cd_status
write_group(void *state, const struct cd_table *table, const void *record,
            struct cd_error *err)
{
    enum cd_status status = write_line(state, GROUPS, table, record, err);
    struct run *run = state;

    if (status != CD_OK)
        return status;
    if (table == &cd_claim_pair_table)
        return cd_sqlite_claim_pair(run->db, record, err);
    return cd_sqlite_add(run->db, CD_RELATION_CLAIM_GROUPS, record, err);
}

/* What was run, which says too what offsets count; then what it found. */
static enum cd_status
find_groups(struct run *run, struct cd_error *err)
{
    enum cd_status status =
        cd_provenance_run(run->db, run->work->settings, err);
    struct cd_db *db;

    if (status == CD_OK)
        status = cd_sqlite_refer(run->db, err);

    if (status != CD_OK)
        return status;
    db = cd_db_borrow(cd_sqlite_handle(run->db));
    status =
        cd_claim_groups_find(db, write_group, run, &run->stats.groups, err);
    if (status == CD_OK) {
        cd_contradictions_find(db);
        run->work->progress.contradictions =
            (uint64_t)cd_query_one(db, CD_SQL_CONTRADICTIONS);
        status = cd_db_status(db, err);
    }
    cd_db_close(db);
    return status;
}

/* The hashes of what came out. */
static enum cd_status
note_files(struct run *run, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    for (int i = ARTICLES; status == CD_OK && i <= REJECTS; i++)
        status = cd_provenance_file(run->db, file_names[i],
                                    cd_outfile_hash(run->files[i]), err);
    return status;
}

static enum cd_status
write_stats(struct run *run, struct cd_error *err)
{
    struct cd_str json;
    enum cd_status status;

    cd_buf_reset(&run->line);
    cd_stats_json(&run->line, &run->stats, cd_copies_stats(run->copying.copies),
                  run->work);
    json = cd_buf_str(&run->line);
    status = cd_outfile_write(run->files[STATS], json, err);
    if (status == CD_OK)
        status = cd_sqlite_note(run->db, "stats", cd_str_trim(json), err);
    return status;
}

/* From here on the folder is not what it was: the old seal goes first. */
static enum cd_status
commit(struct run *run, struct cd_error *err)
{
    struct cd_buf seal =
        cd_outfile_in(run->work->settings->output, file_names[STATS]);
    enum cd_status status = cd_sqlite_finish(run->db, err);

    if (status == CD_OK)
        status = cd_report_write(cd_outfile_path(run->files[DATABASE]),
                                 run->files[REPORT], err);
    if (status == CD_OK && unlink(seal.p) == 0)
        cd_work_say(run->work, "replaced the run that was in the folder");
    cd_buf_release(&seal);
    for (int i = 0; status == CD_OK && i < FILE_COUNT; i++)
        status = cd_outfile_commit(run->files[i], err);
    return status;
}

static enum cd_status
run_all(struct run *run, struct cd_error *err)
{
    struct cd_work *work = run->work;
    enum cd_status status;

    cd_work_clean(work);
    status = cd_work_sites(work, true, err);
    if (status == CD_OK)
        status = cd_work_claims(work, err);
    if (status != CD_OK)
        return status;
    status = cd_copying_begin(&run->copying, work, err);
    if (status != CD_OK)
        return status;
    if (!run->merging)
        cd_resume_keep(&run->resume);
    cd_work_render(work, render);
    cd_work_fold(work, "write", write_all, run);
    work->reject = write_reject;
    status = cd_work_run(work, err);
    if (status == CD_OK && !run->merging)
        status = cd_resume_mapped(&run->resume, err);
    if (status == CD_OK)
        status = cd_copying_finish(&run->copying, write_copies, run, err);
    if (status == CD_OK)
        status = find_groups(run, err);
    if (status == CD_OK)
        status = note_files(run, err);
    if (status == CD_OK)
        status = write_stats(run, err);
    if (status == CD_OK)
        status = commit(run, err);
    if (status == CD_OK)
        status = cd_work_sites_save(work, err);
    if (status == CD_OK && !run->merging)
        cd_resume_done(&run->resume);
    return status;
}

/* Patterns and lists tell only when they are opened. */
static bool
may_be_there(const char *input)
{
    return strcmp(input, "-") == 0 || input[0] == '@' ||
           strpbrk(input, "*?[") != NULL || access(input, F_OK) == 0;
}

/* An empty run says less than a message. */
static enum cd_status
check_inputs(const struct cd_work *work, struct cd_error *err)
{
    for (size_t i = 0; i < work->count; i++) {
        if (may_be_there(work->inputs[i]))
            return CD_OK;
    }
    if (work->count == 0)
        return CD_OK;
    return cd_fail(err, CD_FATAL, "there is no '%s'%s; nothing was written",
                   work->inputs[0],
                   work->count > 1 ? ", nor any other input" : "");
}

/* Does the folder have one of the files of a run, or of one that was begun? */
static bool
has_run(const char *folder)
{
    static const char *const begun[] = { ".shards", "articles.jsonl.part" };
    bool found = false;

    for (size_t i = 0; i < FILE_COUNT + CD_COUNT(begun) && !found; i++) {
        struct cd_buf path = cd_outfile_in(
            folder, i < FILE_COUNT ? file_names[i] : begun[i - FILE_COUNT]);

        found = access(path.p, F_OK) == 0;
        cd_buf_release(&path);
    }
    return found;
}

/* A run replaces one that was there, but nothing else. */
static enum cd_status
check_folder(struct cd_work *work, struct cd_error *err)
{
    const char *folder = work->settings->output;

    if (has_run(folder) || cd_files_empty(folder))
        return CD_OK;
    return cd_fail(err, CD_USAGE,
                   "'%s' is not empty, and what is in it is no run; name "
                   "another folder",
                   folder);
}

static enum cd_status
run_into_folder(struct run *run, struct cd_error *err)
{
    struct cd_work *work = run->work;
    enum cd_status status = CD_OK;

    work->writer = &cd_writer_jsonl;
    work->state = run;
    if (!run->merging)
        status = check_inputs(work, err);
    if (status == CD_OK)
        status = check_folder(work, err);
    if (status == CD_OK && !run->merging)
        status = cd_resume_begin(&run->resume, work, err);
    if (status == CD_OK)
        status = open_files(run, err);
    if (status == CD_OK)
        status = run_all(run, err);
    close_files(run);
    return status;
}

enum cd_status
cd_job_run(struct cd_work *work, struct cd_error *err)
{
    struct run run = { .work = work };

    if (work->settings->output == NULL)
        return cd_fail(err, CD_USAGE, "run needs a folder: -o OUT");
    return run_into_folder(&run, err);
}

enum cd_status
cd_job_merge(struct cd_work *work, struct cd_error *err)
{
    struct run run = { .work = work, .merging = true };

    if (work->settings->output == NULL)
        return cd_fail(err, CD_USAGE, "stage merge needs a folder: -o OUT");
    return run_into_folder(&run, err);
}
