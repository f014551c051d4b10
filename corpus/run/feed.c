/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/feed.h"

#include <dirent.h>
#include <unistd.h>

#include "corpus/run/pack.h"

/* What a document weighs beside its bytes: a shard of many short records is
 * full, too. */
enum { EACH = 8 << 10 };

/* ---- reading packs --------------------------------------------------- */

static enum cd_status
open_pack(struct cd_feed *feed, struct cd_error *err)
{
    enum cd_status status =
        cd_shard_open(&feed->in, feed->folder, feed->at, &feed->stamp, err);

    if (status == CD_END)
        return cd_fail(err, CD_FATAL, "shard %llu in '%s' is not done",
                       (unsigned long long)feed->at, feed->folder);
    for (int i = 0; status == CD_OK && i < CD_PASSED_COUNT; i++)
        feed->passed[i] += feed->in.rows.passed[i];
    return status;
}

/* CD_END: no more packs. */
static enum cd_status
next_packed(struct cd_feed *feed, struct cd_doc *doc, struct cd_error *err)
{
    enum cd_shard_kind kind;
    struct cd_str bytes;

    for (;;) {
        if (feed->in.p == NULL && feed->at >= feed->packs)
            return CD_END;
        if (feed->in.p == NULL && open_pack(feed, err) != CD_OK)
            return CD_FATAL;
        if (cd_shard_next(&feed->in, &kind, &bytes))
            break;
        cd_shard_close(&feed->in);
        feed->at++;
    }
    feed->skip += feed->loose;
    doc->packed = cd_arena_copy(&doc->arena, bytes);
    doc->ready = true;
    doc->lost = kind == CD_SHARD_REJECT ? "" : NULL;
    return CD_OK;
}

static enum cd_status
pass_skipped(struct cd_feed *feed, struct cd_doc *doc, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    for (; feed->skip > 0; feed->skip--) {
        status = cd_input_next(feed->work->input, doc, err);
        if (status != CD_OK && status != CD_SKIP)
            return cd_fail(err, CD_FATAL,
                           "the inputs have fewer records than before");
        cd_arena_reset(&doc->arena);
        cd_reader_forget(doc);
    }
    return CD_OK;
}

static enum cd_status
next(void *state, struct cd_doc *doc, struct cd_error *err)
{
    struct cd_feed *feed = state;
    enum cd_status status = next_packed(feed, doc, err);

    if (status == CD_END && feed->skip > 0 &&
        pass_skipped(feed, doc, err) != CD_OK)
        return CD_FATAL;
    return status == CD_END ? cd_input_next(feed->work->input, doc, err)
                            : status;
}

static enum cd_status
unpack_lost(struct cd_doc *doc, struct cd_error *err)
{
    struct cd_reject reject = { .stage = "" };

    if (cd_unpack_reject(&reject, doc->packed, err) != CD_OK)
        return CD_FATAL;
    doc->source = reject.source;
    doc->id_json = reject.id;
    doc->offset = reject.offset;
    doc->line = reject.line != SIZE_MAX ? reject.line : 0;
    doc->lost = reject.stage;
    return cd_fail(err, CD_SKIP, "%s", reject.reason.p);
}

static enum cd_status
unpack(const void *engine, void *scratch, struct cd_doc *doc,
       struct cd_error *err)
{
    (void)engine;
    (void)scratch;
    if (!doc->ready)
        return CD_OK;
    return doc->lost != NULL ? unpack_lost(doc, err)
                             : cd_unpack_doc(doc, doc->packed, err);
}

void
cd_feed_begin(struct cd_feed *feed, struct cd_work *work, const char *folder,
              const struct cd_stamp *stamp)
{
    feed->work = work;
    feed->folder = folder;
    feed->stamp = *stamp;
    work->source = (struct cd_source){ feed, next };
    cd_work_map_ready(work,
                      (struct cd_map){ "unpack", NULL, NULL, NULL, unpack });
}

void
cd_feed_rest(struct cd_feed *feed, struct cd_work *work, const char *path)
{
    const struct cd_stamp none = { "" };
    struct cd_buf rest = { 0 };
    struct cd_error ignored;

    cd_feed_begin(feed, work, NULL, &none);
    if (cd_shard_file(&rest, path, &ignored) != CD_OK)
        cd_buf_release(&rest);
    feed->loose = true;
    feed->in.p = rest.p;
    feed->in.n = rest.n;
}

void
cd_feed_release(struct cd_feed *feed)
{
    cd_shard_close(&feed->in);
}

enum cd_status
cd_feed_count(struct cd_feed *feed, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    for (feed->packs = 0; status == CD_OK;) {
        struct cd_shard_in in = { 0 };

        status =
            cd_shard_open(&in, feed->folder, feed->packs, &feed->stamp, err);
        feed->packs += status == CD_OK;
        feed->skip += status == CD_OK ? in.rows.read : 0;
        cd_shard_close(&in);
    }
    return status == CD_END ? CD_OK : status;
}

/* ---- writing packs --------------------------------------------------- */

static enum cd_status
pack(const void *engine, void *scratch, struct cd_doc *doc,
     struct cd_error *err)
{
    const struct cd_work *work = engine;

    (void)scratch;
    (void)err;
    cd_pack_into_doc(doc, work->codepoints);
    return CD_OK;
}

enum cd_status
cd_keep_open(struct cd_keep *keep, struct cd_error *err)
{
    keep->out = cd_shard_create(keep->folder, keep->number, &keep->stamp, err);
    return keep->out != NULL ? CD_OK : CD_FATAL;
}

static enum cd_status
add(struct cd_keep *keep, enum cd_shard_kind kind, struct cd_str bytes,
    size_t weight, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    if (keep->out == NULL && cd_keep_open(keep, err) != CD_OK)
        return CD_FATAL;
    status = cd_shard_add(keep->out, kind, bytes, err);
    keep->weight += weight + EACH;
    if (status == CD_OK && keep->weight >= keep->limit)
        status = cd_keep_seal(keep, NULL, err);
    return status;
}

/* Not if it came out of a pack. */
static bool
takes(const struct cd_keep *keep, const struct cd_doc *doc)
{
    return !doc->ready || keep->again;
}

static enum cd_status
keep_doc(void *state, struct cd_doc *doc, struct cd_error *err)
{
    if (!takes(state, doc))
        return CD_OK;
    doc->ready = true; /* a fold that loses it now will do so again */
    return add(state, CD_SHARD_DOC, doc->packed, doc->bytes.n, err);
}

static enum cd_status
keep_lost(struct cd_keep *keep, const struct cd_doc *doc,
          const struct cd_reject *reject, struct cd_error *err)
{
    if (!takes(keep, doc))
        return CD_OK;
    cd_buf_reset(&keep->line);
    cd_pack_reject(&keep->line, reject);
    return add(keep, CD_SHARD_REJECT, cd_buf_str(&keep->line), 0, err);
}

void
cd_keep_begin(struct cd_keep *keep, struct cd_work *work, const char *folder,
              const struct cd_stamp *stamp, size_t limit)
{
    keep->folder = folder;
    keep->stamp = *stamp;
    keep->limit = limit;
    work->keep = keep;
    work->keep_lost = keep_lost;
    cd_work_map(work, (struct cd_map){ "pack", work, NULL, NULL, pack });
    cd_work_fold(work, "keep", keep_doc, keep);
}

enum cd_status
cd_keep_seal(struct cd_keep *keep, const uint64_t *passed, struct cd_error *err)
{
    enum cd_status status;

    if (keep->out == NULL)
        return CD_OK;
    status = cd_shard_seal(keep->out, passed, err);
    cd_shard_discard(keep->out);
    keep->out = NULL;
    keep->number++;
    keep->weight = 0;
    return status;
}

void
cd_keep_release(struct cd_keep *keep)
{
    cd_shard_discard(keep->out);
    cd_buf_release(&keep->line);
}

/* 000007.pack, 000007.ok.part: digits, and then a name of ours */
static bool
is_ours(const char *name)
{
    static const char *const ends[] = { ".pack", ".pack.part", ".ok",
                                        ".ok.part" };
    size_t digits = strspn(name, "0123456789");

    for (size_t i = 0; digits > 0 && i < CD_COUNT(ends); i++) {
        if (strcmp(name + digits, ends[i]) == 0)
            return true;
    }
    return false;
}

/* Seals first: a pack without one is not there. */
static void
remove_files(const char *folder, bool seals)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;

    while (dir != NULL && (entry = readdir(dir)) != NULL) {
        struct cd_buf path;

        if (!is_ours(entry->d_name) ||
            (seals && strstr(entry->d_name, ".ok") == NULL))
            continue;
        path = cd_outfile_in(folder, entry->d_name);
        unlink(path.p);
        cd_buf_release(&path);
    }
    if (dir != NULL)
        closedir(dir);
}

void
cd_keep_remove(const char *folder)
{
    remove_files(folder, true);
    remove_files(folder, false);
    rmdir(folder);
}
