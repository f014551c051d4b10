/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Packs on disk: the documents of a shard, in input order, as they are when all
 * maps have run.  FOLDER/000007.pack holds them, FOLDER/000007.ok seals it: its
 * checksum, its stamp, and its rows (read = written + rejected).  A pack
 * without a valid seal is not there.
 *
 *     struct cd_shard_out *out = cd_shard_create(folder, 7, &stamp, &err);
 *     status = cd_shard_add(out, CD_SHARD_DOC, bytes, &err);
 *     status = cd_shard_seal(out, passed, &err);
 *     cd_shard_discard(out);
 *
 *     struct cd_shard_in in = { 0 };
 *     status = cd_shard_open(&in, folder, 7, &stamp, &err);   CD_END: not there
 *     while (cd_shard_next(&in, &kind, &bytes)) ...
 *     cd_shard_close(&in);
 *
 * Both files get their names when they are whole and synced
 * (corpus/core/outfile.h).
 */
#ifndef CD_CORPUS_RUN_SHARD_H
#define CD_CORPUS_RUN_SHARD_H

#include "base/buf.h"
#include "base/error.h"
#include "corpus/input/reader.h"
#include "corpus/run/stamp.h"

enum cd_shard_kind { CD_SHARD_DOC = 'D', CD_SHARD_REJECT = 'R' };

/* What the seal says. */
struct cd_shard_rows {
    uint64_t shard;
    uint64_t read, written, rejected; /* read = written + rejected */
    uint64_t passed[CD_PASSED_COUNT]; /* records that are no page */
    uint64_t bytes;                   /* of the pack */
    uint64_t checksum;                /* XXH3-64 of the pack, seed 0 */
};

struct cd_shard_out;

/* Nothing is written before 256 KiB are there. NULL with CD_FATAL in *err. */
struct cd_shard_out *cd_shard_create(const char *folder, uint64_t number,
                                     const struct cd_stamp *stamp,
                                     struct cd_error *err);
enum cd_status cd_shard_add(struct cd_shard_out *out, enum cd_shard_kind kind,
                            struct cd_str bytes, struct cd_error *err);
const struct cd_shard_rows *cd_shard_rows(const struct cd_shard_out *out);
/* passed may be NULL: none. */
enum cd_status cd_shard_seal(struct cd_shard_out *out, const uint64_t *passed,
                             struct cd_error *err);
/* Frees; what is not sealed is deleted.  NULL is allowed. */
void cd_shard_discard(struct cd_shard_out *out);

struct cd_shard_in {
    struct cd_shard_rows rows;
    char *p;
    size_t n, at;
};

/* CD_OK; CD_END: there is no pack with a valid seal; CD_USAGE: there is one of
 * another stamp; CD_FATAL: it cannot be read. */
enum cd_status cd_shard_check(struct cd_shard_rows *rows, const char *folder,
                              uint64_t number, const struct cd_stamp *stamp,
                              struct cd_error *err);
/* The same, and reads the pack, whose checksum must be that of the seal. */
enum cd_status cd_shard_open(struct cd_shard_in *in, const char *folder,
                             uint64_t number, const struct cd_stamp *stamp,
                             struct cd_error *err);
/* A view, until cd_shard_close(); false at the end. */
bool cd_shard_next(struct cd_shard_in *in, enum cd_shard_kind *kind,
                   struct cd_str *bytes);
void cd_shard_close(struct cd_shard_in *in);

/* Appends the whole file; CD_END if there is none. */
enum cd_status cd_shard_file(struct cd_buf *out, const char *path,
                             struct cd_error *err);

/* The number that the digits in it write. */
uint64_t cd_shard_number(struct cd_str digits);

/* FOLDER/000007.NAME with a NUL behind it, for cd_buf_release(). */
struct cd_buf cd_shard_path(const char *folder, uint64_t number,
                            const char *name);

#endif
