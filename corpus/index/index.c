/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/index/index.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "nlp/copy/anchor.h"

enum {
    ATTEMPTS = 20, /* of a reader, while a writer merges segments */
    DIGITS = 6,    /* of a segment's name, at least */
    SHRINK = 4,    /* a segment that is less than this many times as large as
                      what follows it is merged with that */
};

struct cd_buf
cd_index_path(const char *folder, uint64_t number)
{
    struct cd_buf path = { 0 };

    cd_buf_printf(&path, "%s/%06llu.seg", folder, (unsigned long long)number);
    cd_buf_putc(&path, '\0');
    return path;
}

/* ---- opening --------------------------------------------------------- */

static void
close_segments(struct cd_index *index)
{
    for (size_t i = 0; i < index->count; i++)
        cd_segment_close(&index->segments[i]);
    free(index->segments);
    index->segments = NULL;
    index->count = 0;
}

static enum cd_status
open_segment(struct cd_index *index, struct cd_manifest_entry entry,
             struct cd_error *err)
{
    struct cd_segment *segment = &index->segments[index->count];
    struct cd_buf path = cd_index_path(index->path, entry.number);
    bool gone = access(path.p, F_OK) != 0;
    enum cd_status status = cd_segment_open(segment, path.p, err);

    if (status == CD_OK) {
        index->count++;
        if (segment->trailer.base != index->units ||
            segment->size != entry.bytes ||
            cd_segment_count(segment, CD_SECTION_UNITS) != entry.units ||
            cd_segment_count(segment, CD_SECTION_FIRSTS) != entry.units ||
            index->units + entry.units > UINT32_MAX - 1)
            status = cd_fail(err, CD_FATAL,
                             "index file '%s' is not the one that the "
                             "manifest names",
                             path.p);
        index->units += entry.units;
    }
    cd_buf_release(&path);
    return status == CD_OK ? CD_OK : gone ? CD_END : status;
}

/* CD_END: a segment is gone, since the manifest was replaced meanwhile. */
static enum cd_status
open_segments(struct cd_index *index, struct cd_error *err)
{
    const struct cd_manifest *manifest = &index->manifest;
    enum cd_status status = CD_OK;

    close_segments(index);
    index->units = 0;
    index->segments = cd_alloc(manifest->count * sizeof(*index->segments));
    for (size_t i = 0; i < manifest->count && status == CD_OK; i++)
        status = open_segment(index, manifest->entries[i], err);
    return status;
}

/* A writer that merges takes away what this manifest named: then there is a
 * newer one. */
static enum cd_status
open_snapshot(struct cd_index *index, struct cd_error *err)
{
    enum cd_status status = CD_END;

    for (int i = 0; i < ATTEMPTS && status == CD_END; i++) {
        cd_manifest_release(&index->manifest);
        status = cd_manifest_read(&index->manifest, index->path, err);
        if (status == CD_END)
            return CD_END;
        if (status == CD_OK)
            status = open_segments(index, err);
    }
    return status == CD_END ? CD_FATAL : status;
}

static enum cd_status
take_lock(struct cd_index *index, struct cd_error *err)
{
    struct cd_buf path = cd_outfile_in(index->path, "lock");

    index->lock = open(path.p, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    cd_buf_release(&path);
    if (index->lock < 0)
        return cd_fail(err, CD_FATAL, "cannot make the lock of index '%s': %s",
                       index->path, strerror(errno));
    if (flock(index->lock, LOCK_EX | LOCK_NB) != 0)
        return cd_fail(err, CD_FATAL,
                       "index '%s' is being written by another process",
                       index->path);
    return CD_OK;
}

static enum cd_status
check_options(const struct cd_index *index, struct cd_str options,
              struct cd_error *err)
{
    struct cd_str made = cd_buf_str(&index->manifest.options);

    if (options.p == NULL)
        return CD_OK;
    if (!cd_str_eq(made, options))
        return cd_fail(err, CD_USAGE,
                       "index '%s' was made with other options: %.*s; these "
                       "are: %.*s",
                       index->path, (int)made.n, made.p, (int)options.n,
                       options.p);
    if (index->manifest.keys != cd_anchors_version())
        return cd_fail(err, CD_USAGE,
                       "index '%s' was made by a copydesk with other word "
                       "tables; make it again from its inputs",
                       index->path);
    return CD_OK;
}

static enum cd_status
begin_new(struct cd_index *index, struct cd_str options, struct cd_error *err)
{
    if (options.p == NULL || index->lock < 0)
        return cd_fail(err, CD_FATAL, "no index in '%s'", index->path);
    cd_buf_add(&index->manifest.options, options);
    index->manifest.keys = cd_anchors_version();
    return CD_OK;
}

void
cd_index_options(struct cd_buf *out, const struct cd_copies_options *options)
{
    static const char *const units[] = { "paragraph", "article", "record" };
    static const char *const engines[] = { "auto", "prefix", "minhash" };
    bool judged = options->measure == CD_MEASURE_JUDGE;

    cd_buf_printf(out, "unit=%s measure=%s min-words=%zu crowd=%zu",
                  units[options->unit], judged ? "judge" : "jaccard",
                  options->min_words, options->crowd);
    if (!judged)
        cd_buf_printf(out, " engine=%s threshold=%g shingle=%zu",
                      engines[options->engine], options->threshold,
                      options->shingle);
}

/* ---- leftovers ------------------------------------------------------- */

static bool
is_named(const struct cd_manifest *manifest, const char *file)
{
    char *end;
    unsigned long long number = strtoull(file, &end, 10);

    if (strcmp(end, ".seg") != 0)
        return false;
    for (size_t i = 0; i < manifest->count; i++) {
        if (manifest->entries[i].number == number)
            return true;
    }
    return false;
}

/* Digits, then ".seg" or ".seg.part": nobody else's file is touched. */
static bool
is_ours(const char *file)
{
    const char *end = file;

    while (cd_ascii_is_digit(*end))
        end++;
    if (end - file < DIGITS)
        return strcmp(file, "manifest.part") == 0;
    return strcmp(end, ".seg") == 0 || strcmp(end, ".seg.part") == 0;
}

/* What a process that was killed left, and what was merged into others. */
static void
remove_leftovers(const struct cd_index *index)
{
    DIR *folder = opendir(index->path);
    struct dirent *entry;

    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        struct cd_buf path = cd_outfile_in(index->path, entry->d_name);

        if (is_ours(entry->d_name) &&
            !is_named(&index->manifest, entry->d_name))
            unlink(path.p);
        cd_buf_release(&path);
    }
    if (folder != NULL)
        closedir(folder);
}

/* ---- all of it ------------------------------------------------------- */

static enum cd_status
open_all(struct cd_index *index, struct cd_str options, enum cd_index_use use,
         struct cd_error *err)
{
    enum cd_status status = CD_OK;

    if (use == CD_INDEX_WRITE && options.p != NULL)
        status = cd_outfile_folder(index->path, err);
    if (use == CD_INDEX_WRITE && status == CD_OK)
        status = take_lock(index, err);
    if (status != CD_OK)
        return status;
    status = open_snapshot(index, err);
    if (status == CD_END)
        status = begin_new(index, options, err);
    else if (status == CD_OK)
        status = check_options(index, options, err);
    if (status == CD_OK && use == CD_INDEX_WRITE)
        remove_leftovers(index);
    return status;
}

struct cd_index *
cd_index_open(const char *path, struct cd_str options, enum cd_index_use use,
              struct cd_error *err)
{
    struct cd_index *index = cd_alloc(sizeof(*index));
    size_t n = strlen(path) + 1;

    index->path = memcpy(cd_alloc(n), path, n);
    index->lock = -1;
    if (open_all(index, options, use, err) == CD_OK)
        return index;
    cd_index_free(index);
    return NULL;
}

void
cd_index_free(struct cd_index *index)
{
    if (index == NULL)
        return;
    close_segments(index);
    cd_manifest_release(&index->manifest);
    if (index->lock >= 0)
        close(index->lock);
    free(index->path);
    free(index);
}

/* ---- writing --------------------------------------------------------- */

struct cd_buf
cd_index_next(struct cd_index *index)
{
    return cd_index_path(index->path, index->manifest.next++);
}

/* The manifest's entry of a segment that was just written. */
static enum cd_status
entry_of(const struct cd_index *index, uint64_t number,
         struct cd_manifest_entry *entry, struct cd_error *err)
{
    struct cd_buf path = cd_index_path(index->path, number);
    struct cd_segment segment;
    enum cd_status status = cd_segment_open(&segment, path.p, err);

    cd_buf_release(&path);
    if (status != CD_OK)
        return status;
    *entry = (struct cd_manifest_entry){
        number,
        cd_segment_count(&segment, CD_SECTION_UNITS),
        cd_segment_count(&segment, CD_SECTION_DOCS),
        segment.size,
    };
    cd_segment_close(&segment);
    return CD_OK;
}

/* Segments [from, end) of the manifest become one. */
static enum cd_status
merge_tail(struct cd_index *index, size_t from, struct cd_error *err)
{
    struct cd_manifest *manifest = &index->manifest;
    uint64_t number = manifest->next;
    struct cd_buf path;
    struct cd_manifest_entry entry;
    enum cd_status status = open_segments(index, err);

    if (status != CD_OK)
        return status == CD_END ? CD_FATAL : status;
    path = cd_index_next(index);
    status = cd_index_merge(index, from, manifest->count, path.p, err);
    cd_buf_release(&path);
    if (status == CD_OK)
        status = entry_of(index, number, &entry, err);
    if (status != CD_OK)
        return status;
    manifest->count = from;
    cd_manifest_add(manifest, entry);
    return CD_OK;
}

/* Sizes fall by SHRINK at least from segment to segment, so that there are
 * few of them and each byte is written again only a few times. */
static size_t
merge_from(const struct cd_manifest *manifest)
{
    size_t from = manifest->count - 1;
    uint64_t tail = manifest->entries[from].bytes;

    while (from > 0 && manifest->entries[from - 1].bytes < SHRINK * tail)
        tail += manifest->entries[--from].bytes;
    return from;
}

static enum cd_status
write_manifest(struct cd_index *index, struct cd_error *err)
{
    enum cd_status status =
        cd_manifest_write(&index->manifest, index->path, err);

    if (status == CD_OK)
        remove_leftovers(index);
    return status;
}

enum cd_status
cd_index_commit(struct cd_index *index, uint64_t number, struct cd_error *err)
{
    struct cd_manifest *manifest = &index->manifest;
    struct cd_manifest_entry entry;
    enum cd_status status = entry_of(index, number, &entry, err);
    size_t from;

    if (status != CD_OK)
        return status;
    cd_manifest_add(manifest, entry);
    from = merge_from(manifest);
    if (from + 1 < manifest->count)
        status = merge_tail(index, from, err);
    return status == CD_OK ? write_manifest(index, err) : status;
}

enum cd_status
cd_index_compact(struct cd_index *index, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    if (index->manifest.count > 1)
        status = merge_tail(index, 0, err);
    return status == CD_OK ? write_manifest(index, err) : status;
}
