/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is told of an index: one record of all of it, and one of each file.
 */
#ifndef CD_CORPUS_INDEX_INDEX_RECORD_H
#define CD_CORPUS_INDEX_INDEX_RECORD_H

#include "base/buf.h"
#include "base/error.h"
#include "base/record.h"

struct cd_index_record {
    size_t format;
    struct cd_str options;
    size_t files, documents, units, distinct, postings, pairs, templates, bytes;
    struct cd_buf text; /* what options views */
};

struct cd_index_file {
    struct cd_str file;
    size_t documents, units, bytes;
    bool good;
    struct cd_str why; /* absent, if it is good */
};

extern const struct cd_table cd_index_table;
extern const struct cd_table cd_index_file_table;

/* *record is released with cd_index_record_release(), whatever happens. */
enum cd_status cd_index_describe(struct cd_index_record *record,
                                 const char *folder, struct cd_error *err);
void cd_index_record_release(struct cd_index_record *record);

#endif
