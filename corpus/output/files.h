/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A folder with one file a page, and files.jsonl, which says what each is.
 *
 *     status = cd_files_open(&files, "out", CD_OUTPUT_MARKDOWN, &err);
 *     status = cd_files_write(&files, doc, text, &err);
 *     status = cd_files_finish(&files, &err);
 *     cd_files_close(&files);
 *
 * A name begins with the page's position in the input, so that no two are the
 * same on any file system, and goes on with what is harmless of its address:
 * 000017-www.example.org-2024-bridge.md
 */
#ifndef CD_CORPUS_OUTPUT_FILES_H
#define CD_CORPUS_OUTPUT_FILES_H

#include "base/doc.h"
#include "corpus/core/outfile.h"
#include "corpus/core/settings.h"

struct cd_files {
    const char *folder, *extension;
    struct cd_outfile *list;
    struct cd_buf name, line;
};

/* The folder must be empty or not there yet; CD_USAGE if it is not, or for a
 * format that has no files of its own. */
enum cd_status cd_files_open(struct cd_files *files, const char *folder,
                             enum cd_output_format format,
                             struct cd_error *err);
enum cd_status cd_files_write(struct cd_files *files, const struct cd_doc *doc,
                              struct cd_str text, struct cd_error *err);
/* All files go to the disk, then the list gets its name: where it is, they are
 * whole, also after a power cut. */
enum cd_status cd_files_finish(struct cd_files *files, struct cd_error *err);
void cd_files_close(struct cd_files *files);

/* Is nothing in the folder, or no folder there? */
bool cd_files_empty(const char *folder);

/* Adds the name of the file for a page, without a NUL. */
void cd_files_name(struct cd_buf *out, uint64_t number, struct cd_str address,
                   const char *extension);

#endif
