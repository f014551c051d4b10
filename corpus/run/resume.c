/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/resume.h"

#include <sys/stat.h>
#include <unistd.h>

#include "corpus/input/walk.h"
#include "corpus/run/isolate.h"

/* ---- the inputs, as they are ----------------------------------------- */

/* Standard input can't be looked at before it is read. */
static bool
is_listable(const struct cd_work *work)
{
    for (size_t i = 0; i < work->count; i++) {
        if (strcmp(work->inputs[i], "-") == 0 ||
            strcmp(work->inputs[i], "@-") == 0)
            return false;
    }
    return true;
}

static void
note_file(struct cd_buf *text, struct cd_str path)
{
    struct stat st;

    cd_buf_add(text, path);
    if (stat(path.p, &st) == 0)
        cd_buf_printf(text, "\t%llu\t%lld.%09ld",
                      (unsigned long long)st.st_size,
                      (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
    cd_buf_putc(text, '\n');
}

static void
stamp_inputs(struct cd_stamp *stamp, const struct cd_work *work)
{
    struct cd_walk *walk = cd_walk_new(work->inputs, work->count);
    struct cd_buf text = { 0 };
    struct cd_arena arena = { 0 };
    struct cd_walk_file file;
    struct cd_error err;

    for (size_t i = 0; i < work->count; i++) {
        cd_buf_puts(&text, work->inputs[i]);
        cd_buf_putc(&text, '\n');
    }
    while (is_listable(work) &&
           cd_walk_next(walk, &arena, &file, &err) != CD_END) {
        note_file(&text, file.path);
        cd_arena_reset(&arena);
    }
    cd_stamp_add(stamp, cd_buf_str(&text));
    cd_walk_free(walk);
    cd_buf_release(&text);
    cd_arena_release(&arena);
}

/* ---- the run --------------------------------------------------------- */

static enum cd_status
refuse(const struct cd_resume *resume, struct cd_error *err)
{
    return cd_fail(err, CD_USAGE,
                   "'%.200s' has an unfinished run: --resume goes on with it; "
                   "to begin anew, delete '%.200s'",
                   resume->work->settings->output, resume->folder.p);
}

static bool
was_crashed(const struct cd_work *work)
{
    return work->quarantine != NULL && work->quarantine->again;
}

static enum cd_status
find_packs(struct cd_resume *resume, struct cd_error *err)
{
    struct cd_shard_rows rows;
    struct cd_error ignored;
    enum cd_status status =
        cd_shard_check(&rows, resume->folder.p, 0, &resume->stamp, &ignored);

    if (status == CD_END)
        return CD_OK;
    if (!resume->work->settings->resume && !was_crashed(resume->work))
        return refuse(resume, err);
    status = cd_feed_count(&resume->feed, err);
    resume->keep.number = resume->feed.packs;
    return status;
}

enum cd_status
cd_resume_begin(struct cd_resume *resume, struct cd_work *work,
                struct cd_error *err)
{
    enum cd_status status = cd_outfile_folder(work->settings->output, err);

    resume->work = work;
    resume->folder = cd_outfile_in(work->settings->output, ".shards");
    if (status == CD_OK)
        status = cd_stamp_make(&resume->stamp, work->settings, err);
    if (status != CD_OK)
        return status;
    stamp_inputs(&resume->stamp, work);
    cd_feed_begin(&resume->feed, work, resume->folder.p, &resume->stamp);
    status = find_packs(resume, err);
    return status == CD_OK ? cd_outfile_folder(resume->folder.p, err) : status;
}

void
cd_resume_keep(struct cd_resume *resume)
{
    cd_keep_begin(&resume->keep, resume->work, resume->folder.p, &resume->stamp,
                  resume->work->settings->shard_size);
}

enum cd_status
cd_resume_mapped(struct cd_resume *resume, struct cd_error *err)
{
    if (resume->keep.number == 0)
        return CD_OK;
    return cd_keep_seal(&resume->keep, NULL, err);
}

void
cd_resume_done(struct cd_resume *resume)
{
    cd_keep_release(&resume->keep);
    resume->keep = (struct cd_keep){ 0 };
    if (resume->folder.p != NULL)
        cd_keep_remove(resume->folder.p);
}

/* The folder stays if there are packs in it. */
void
cd_resume_release(struct cd_resume *resume)
{
    cd_keep_release(&resume->keep);
    cd_feed_release(&resume->feed);
    if (resume->folder.p != NULL)
        rmdir(resume->folder.p);
    cd_buf_release(&resume->folder);
}
