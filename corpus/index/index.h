/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The index: units of earlier runs, kept in a folder, so that new ones can be
 * compared with them.  docs/index.md says how it works.
 *
 *     struct cd_index *index =
 *         cd_index_open(dir, options, CD_INDEX_READ, &err);
 *     text = cd_index_text(index, &reader, number, &err);
 *     cd_index_free(index);
 *
 * A folder holds a manifest (corpus/index/manifest.h), segments
 * (corpus/index/segment.h) and the file "lock".  A unit is known by its number,
 * which never changes: 0 is the first unit that was ever added.  Who reads has
 * the segments of one manifest open and sees what was there then, whatever is
 * added or merged meanwhile.  One process writes at a time.  Every change
 * writes new segments and then replaces the manifest: whenever the process
 * ends, the folder is what it was before or what it is after.
 *
 * Thread rule: the functions that read may be called by many threads, each
 * with a reader of its own.
 */
#ifndef CD_CORPUS_INDEX_INDEX_H
#define CD_CORPUS_INDEX_INDEX_H

#include "base/buf.h"
#include "corpus/index/manifest.h"
#include "corpus/index/segment.h"
#include "nlp/copy/copies_options.h"

enum cd_index_use { CD_INDEX_READ, CD_INDEX_WRITE };

struct cd_index {
    char *path;
    int lock; /* -1: none */
    struct cd_manifest manifest;
    struct cd_segment *segments;
    size_t count;
    uint64_t units; /* those with lower numbers are looked at */
};

/*
 * options is what decides the keys of a unit; an index that was made with
 * others is refused; absent, any index will do.  For writing the folder is
 * made, if it is not there, and locked.  NULL with *err otherwise.
 */
struct cd_index *cd_index_open(const char *path, struct cd_str options,
                               enum cd_index_use use, struct cd_error *err);
void cd_index_free(struct cd_index *index);

/* Of a search, for cd_index_open(): "unit=paragraph measure=judge ...". */
void cd_index_options(struct cd_buf *out,
                      const struct cd_copies_options *options);

/* The name of a segment, with a NUL byte behind it, for cd_buf_release(). */
struct cd_buf cd_index_path(const char *folder, uint64_t number);

/* ---- reading --------------------------------------------------------- */

/* What one thread reads texts with; zero at first. */
struct cd_index_reader {
    const struct cd_segment *segment;
    uint64_t block;
    void *zstd;
    struct cd_buf plain;
};

void cd_index_reader_release(struct cd_index_reader *reader);

/* The segment that holds a unit, or NULL with *err. */
const struct cd_segment *cd_index_segment(const struct cd_index *index,
                                          uint64_t number,
                                          struct cd_error *err);
const struct cd_segment_unit *cd_index_unit(const struct cd_index *index,
                                            uint64_t number,
                                            struct cd_error *err);
/* The first unit of its content; UINT32_MAX with *err. */
uint32_t cd_index_first(const struct cd_index *index, uint64_t number,
                        struct cd_error *err);
/* The text of a first unit, until the reader's next call; p NULL: *err. */
struct cd_str cd_index_text(const struct cd_index *index,
                            struct cd_index_reader *reader, uint64_t number,
                            struct cd_error *err);
/* The text of a unit of one segment, by its own number there. */
struct cd_str cd_segment_text(const struct cd_segment *segment,
                              struct cd_index_reader *reader, uint64_t unit,
                              struct cd_error *err);

/* The first position >= from of a record >= value in a sorted section of 8-byte
 * records; the end, if there is none; SIZE_MAX with *err. */
size_t cd_segment_find(const struct cd_segment *segment,
                       enum cd_section section, size_t from, uint64_t value,
                       struct cd_error *err);

/* Units of a segment that are looked at. */
uint64_t cd_index_visible(const struct cd_index *index,
                          const struct cd_segment *segment);

/* ---- writing --------------------------------------------------------- */

/* The name of the next segment, which the manifest does not have yet. */
struct cd_buf cd_index_next(struct cd_index *index);

/* The manifest with that segment; then merges segments until there are few. */
enum cd_status cd_index_commit(struct cd_index *index, uint64_t number,
                               struct cd_error *err);

/* All segments become one. */
enum cd_status cd_index_compact(struct cd_index *index, struct cd_error *err);

/* Writes the segments [from, to) as one: corpus/index/index_merge.c. */
enum cd_status cd_index_merge(const struct cd_index *index, size_t from,
                              size_t to, const char *path,
                              struct cd_error *err);

/* Looks at all that a segment holds; *err says what is wrong. */
enum cd_status cd_segment_verify(const struct cd_segment *segment,
                                 struct cd_error *err);

#endif
