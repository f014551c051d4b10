/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Output files that are there whole or not at all.
 *
 *     struct cd_outfile *out = cd_outfile_open("out/claims.jsonl", &err);
 *     status = cd_outfile_write(out, line, &err);
 *     if (status == CD_OK)
 *         status = cd_outfile_commit(out, &err);
 *     cd_outfile_free(out);
 *
 * Bytes go to NAME.part beside the file; commit syncs it to the disk and gives
 * it its name.  A file that is freed without commit leaves what had the name
 * before.  Standard output and devices are written as they are.
 */
#ifndef CD_CORPUS_CORE_OUTFILE_H
#define CD_CORPUS_CORE_OUTFILE_H

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"

struct cd_outfile;

/* path NULL or "-": standard output.  NULL, CD_FATAL in *err, if it cannot be
 * made. */
struct cd_outfile *cd_outfile_open(const char *path, struct cd_error *err);

/* The same for a file that something else writes, at cd_outfile_path(). */
struct cd_outfile *cd_outfile_reserve(const char *path, struct cd_error *err);
const char *cd_outfile_path(const struct cd_outfile *out);

enum cd_status cd_outfile_write(struct cd_outfile *out, struct cd_str bytes,
                                struct cd_error *err);
/* XXH3 of all bytes written so far. */
uint64_t cd_outfile_hash(const struct cd_outfile *out);
enum cd_status cd_outfile_commit(struct cd_outfile *out, struct cd_error *err);
/* The same without syncing: for one file of very many.  A power cut may undo it
 * until cd_outfile_sync_all(). */
enum cd_status cd_outfile_settle(struct cd_outfile *out, struct cd_error *err);
/* Brings everything on the file system of folder to the disk: all files that
 * were settled there. */
enum cd_status cd_outfile_sync_all(const char *folder, struct cd_error *err);
/* A whole file: opened, written and committed. */
enum cd_status cd_outfile_put(const char *path, struct cd_str bytes,
                              struct cd_error *err);
/* NULL is allowed. */
void cd_outfile_free(struct cd_outfile *out);

/* "folder/name" with a NUL byte behind it, for cd_buf_release(). */
struct cd_buf cd_outfile_in(const char *folder, const char *name);

/* Makes the folder, unless it is there. */
enum cd_status cd_outfile_folder(const char *path, struct cd_error *err);

#endif
