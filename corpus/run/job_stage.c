/* SPDX-License-Identifier: Apache-2.0 */
/*
 * stage: a part of run, for many processes or machines.
 *
 *     plan    inputs -> shards
 *     pages   a shard -> its pack: all that concerns single documents
 *     merge   all packs -> the folder that run would write
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "corpus/run/feed.h"
#include "corpus/run/isolate.h"
#include "corpus/run/job.h"
#include "corpus/run/plan.h"
#include "corpus/search/copies.h"

/* The work goes by the options of the plan, but for its threads and where the
 * result goes. */
static enum cd_status
take_settings(struct cd_work *work, struct cd_plan *plan, struct cd_error *err)
{
    const struct cd_settings *given = work->settings;

    if (cd_plan_agrees(plan, given, err) != CD_OK)
        return CD_USAGE;
    plan->settings->threads = given->threads;
    if (given->crash_on != NULL &&
        cd_settings_set(plan->settings, "crash-on", given->crash_on, err) !=
            CD_OK)
        return CD_USAGE;
    plan->settings->stats = given->stats;
    if (given->output != NULL &&
        cd_settings_set(plan->settings, "output", given->output, err) != CD_OK)
        return CD_USAGE;
    work->settings = plan->settings;
    work->codepoints = plan->settings->offsets == CD_OFFSETS_CODEPOINT;
    return CD_OK;
}

/* ---- plan ------------------------------------------------------------ */

static enum cd_status
make_plan(struct cd_work *work, struct cd_error *err)
{
    if (work->settings->output == NULL || work->count < 2)
        return cd_fail(err, CD_USAGE, "stage plan takes INPUT... and -o DIR");
    work->inputs++;
    work->count--;
    return cd_plan_make(work, work->settings->output, err);
}

/* ---- pages ----------------------------------------------------------- */

struct pages {
    struct cd_plan plan;
    struct cd_buf folder;
    struct cd_feed feed; /* of what was packed before a crash */
    struct cd_keep keep;
    struct cd_copies *copies;
};

/* Of the shard's file, unless there is an -o. */
static struct cd_buf
pack_folder(const struct cd_settings *settings)
{
    const char *slash = strrchr(settings->shard, '/');
    struct cd_buf folder = { 0 };

    if (settings->output != NULL)
        cd_buf_puts(&folder, settings->output);
    else if (slash == NULL)
        cd_buf_puts(&folder, ".");
    else
        cd_buf_add(&folder,
                   (struct cd_str){ settings->shard,
                                    (size_t)(slash - settings->shard) + 1 });
    cd_buf_putc(&folder, '\0');
    return folder;
}

static bool
is_done(const struct pages *pages, struct cd_error *err)
{
    struct cd_shard_in in = { 0 };
    enum cd_status status = cd_shard_open(
        &in, pages->folder.p, pages->plan.shard, &pages->plan.stamp, err);
    bool done = status == CD_OK && in.rows.read == pages->plan.records;

    cd_shard_close(&in);
    return done;
}

/* A worker before this one crashed: what it packed is read back. */
static void
take_rest(struct cd_work *work, struct pages *pages)
{
    uint64_t shard = pages->plan.shard;
    struct cd_buf part = cd_shard_path(pages->folder.p, shard, "pack.part");
    struct cd_buf rest = cd_shard_path(pages->folder.p, shard, "pack.rest");

    rename(part.p, rest.p);
    cd_feed_rest(&pages->feed, work, rest.p);
    unlink(rest.p);
    pages->keep.again = true;
    cd_buf_release(&part);
    cd_buf_release(&rest);
}

static enum cd_status
map_pages(struct cd_work *work, struct pages *pages, struct cd_error *err)
{
    const struct cd_plan *plan = &pages->plan;
    enum cd_status status;

    pages->copies = cd_copies_new(&work->settings->copies, 1);
    work->input =
        cd_input_of_parts(work->settings, plan->parts, plan->part_count);
    if (work->quarantine != NULL && work->quarantine->again)
        take_rest(work, pages);
    cd_work_clean(work);
    status = cd_work_sites(work, false, err);
    if (status == CD_OK)
        status = cd_work_claims(work, err);
    cd_work_map(work,
                (struct cd_map){ "copies", pages->copies, cd_copies_scratch,
                                 cd_copies_scratch_free, cd_copies_prepare });
    cd_keep_begin(&pages->keep, work, pages->folder.p, &plan->stamp, SIZE_MAX);
    pages->keep.number = plan->shard;
    if (status == CD_OK)
        status = cd_keep_open(&pages->keep, err);
    return status == CD_OK ? cd_work_run(work, err) : status;
}

static enum cd_status
check_rows(const struct pages *pages, struct cd_error *err)
{
    uint64_t read = cd_shard_rows(pages->keep.out)->read;

    if (read == pages->plan.records)
        return CD_OK;
    return cd_fail(err, CD_FATAL,
                   "rows do not add up: shard %llu has %llu records, not the "
                   "%llu that were planned",
                   (unsigned long long)pages->plan.shard,
                   (unsigned long long)read,
                   (unsigned long long)pages->plan.records);
}

static enum cd_status
do_shard(struct cd_work *work, struct pages *pages, struct cd_error *err)
{
    enum cd_status status = take_settings(work, &pages->plan, err);

    if (status == CD_OK)
        status = cd_outfile_folder(pages->folder.p, err);
    if (status != CD_OK || is_done(pages, err))
        return status;
    status = map_pages(work, pages, err);
    if (status == CD_OK)
        status = check_rows(pages, err);
    if (status == CD_OK)
        status = cd_keep_seal(&pages->keep, cd_input_passed(work->input), err);
    /* They are rows of the pack, and merge lists them. */
    work->progress.rejected = 0;
    return status;
}

static enum cd_status
do_pages(struct cd_work *work, struct cd_error *err)
{
    struct pages pages = { .copies = NULL };
    enum cd_status status;

    if (work->settings->shard == NULL || work->count != 1)
        return cd_fail(err, CD_USAGE, "stage pages takes --shard FILE");
    pages.folder = pack_folder(work->settings);
    status = cd_plan_read(&pages.plan, work->settings->shard, err);
    if (status == CD_OK)
        status = do_shard(work, &pages, err);
    cd_keep_release(&pages.keep);
    cd_feed_release(&pages.feed);
    if (pages.copies != NULL)
        cd_copies_free(pages.copies);
    cd_buf_release(&pages.folder);
    cd_work_leave(work);
    cd_plan_release(&pages.plan);
    return status;
}

/* ---- merge ----------------------------------------------------------- */

struct missing {
    uint64_t count;
    struct cd_buf list; /* " 3 5 7" */
};

static enum cd_status
look_at_shard(struct cd_work *work, const char *folder,
              const struct cd_plan *plan, uint64_t shard,
              struct missing *missing, uint64_t *records, struct cd_error *err)
{
    struct cd_shard_rows rows = { 0 };
    enum cd_status status =
        cd_shard_check(&rows, folder, shard, &plan->stamp, err);

    if (status == CD_END) {
        if (missing->count++ < 20)
            cd_buf_printf(&missing->list, " %llu", (unsigned long long)shard);
        return CD_OK;
    }
    *records += rows.read;
    for (int i = 0; i < CD_PASSED_COUNT; i++)
        work->passed_before[i] += rows.passed[i];
    return status;
}

/* All shards are there, and have the plan's records. */
static enum cd_status
look_at_packs(struct cd_work *work, const char *folder,
              const struct cd_plan *plan, struct cd_error *err)
{
    struct missing missing = { 0 };
    uint64_t records = 0;
    enum cd_status status = CD_OK;

    for (uint64_t i = 0; i < plan->shards && status == CD_OK; i++)
        status = look_at_shard(work, folder, plan, i, &missing, &records, err);
    if (status == CD_OK && missing.count > 0)
        status = cd_fail(err, CD_FATAL,
                         "%llu of %llu shards in '%.200s' are not done:%.*s%s",
                         (unsigned long long)missing.count,
                         (unsigned long long)plan->shards, folder,
                         (int)missing.list.n, missing.list.p,
                         missing.count > 20 ? " ..." : "");
    else if (status == CD_OK && records != plan->records)
        status = cd_fail(err, CD_FATAL,
                         "rows do not add up: %llu in the shards, %llu planned",
                         (unsigned long long)records,
                         (unsigned long long)plan->records);
    cd_buf_release(&missing.list);
    return status;
}

static enum cd_status
merge_packs(struct cd_work *work, const char *folder, struct cd_plan *plan,
            struct cd_error *err)
{
    struct cd_feed feed = { .packs = plan->shards };
    enum cd_status status = take_settings(work, plan, err);

    if (status == CD_OK)
        status = look_at_packs(work, folder, plan, err);
    if (status != CD_OK)
        return status;
    work->bytes_before = plan->bytes;
    work->input = cd_input_of_parts(work->settings, NULL, 0);
    cd_feed_begin(&feed, work, folder, &plan->stamp);
    status = cd_job_merge(work, err);
    cd_feed_release(&feed);
    return status;
}

static enum cd_status
do_merge(struct cd_work *work, struct cd_error *err)
{
    struct cd_plan plan = { 0 };
    struct cd_buf path;
    enum cd_status status;

    if (work->count < 2 || work->count > 3)
        return cd_fail(err, CD_USAGE,
                       "stage merge takes DIR, and where the packs are "
                       "elsewhere, that folder");
    path = cd_outfile_in(work->inputs[1], "plan");
    status = cd_plan_read(&plan, path.p, err);
    if (status == CD_OK)
        status = merge_packs(work, work->inputs[work->count - 1], &plan, err);
    cd_buf_release(&path);
    cd_work_leave(work);
    cd_plan_release(&plan);
    return status;
}

/* ---- all stages ------------------------------------------------------ */

enum cd_status
cd_job_stage(struct cd_work *work, struct cd_error *err)
{
    static const struct {
        const char *name;
        enum cd_status (*run)(struct cd_work *work, struct cd_error *err);
    } stages[] = {
        { "plan", make_plan },
        { "pages", do_pages },
        { "merge", do_merge },
    };

    for (size_t i = 0; i < CD_COUNT(stages) && work->count > 0; i++) {
        if (strcmp(work->inputs[0], stages[i].name) == 0)
            return stages[i].run(work, err);
    }
    return cd_fail(err, CD_USAGE, "stage is one of: plan pages merge");
}
