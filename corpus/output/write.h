/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writers: how a record looks in a file.  Each is a file
 * corpus/output/write_NAME.c that defines cd_writer_NAME, and has a line in the
 * list.
 *
 *     const struct cd_writer *writer = cd_writer_of(CD_OUTPUT_CSV);
 *     writer->head(&out, &cd_claim_table);
 *     writer->record(&out, &cd_claim_table, &claim);
 */
#ifndef CD_CORPUS_OUTPUT_WRITE_H
#define CD_CORPUS_OUTPUT_WRITE_H

#include "base/doc.h"
#include "base/record.h"
#include "corpus/core/offsets.h"
#include "corpus/core/settings.h"

/* In the order of --format's choices, without auto. */
#define CD_WRITERS(X)                                                          \
    X(text)                                                                    \
    X(markdown)                                                                \
    X(jsonl)                                                                   \
    X(csv)                                                                     \
    X(tsv)                                                                     \
    X(dot)                                                                     \
    X(html)

struct cd_writer {
    const char *name;
    /* Before the first record; may be NULL. */
    void (*head)(struct cd_buf *out, const struct cd_table *table);
    void (*record)(struct cd_buf *out, const struct cd_table *table,
                   const void *record);
    bool one_table; /* the head names its columns: no others are written */
    /* Behind the last; may be NULL. */
    void (*tail)(struct cd_buf *out);
    /* Which records it can write; NULL: all. */
    bool (*takes)(const struct cd_table *table);
    /* An article, where it is more than its record; NULL: it is not. */
    void (*article)(struct cd_buf *out, const struct cd_doc *doc,
                    bool codepoints);
};

#define X(name) extern const struct cd_writer cd_writer_##name;
CD_WRITERS(X)
#undef X

/* The writer of format; jsonl for CD_OUTPUT_AUTO. */
const struct cd_writer *cd_writer_of(enum cd_output_format format);

/* A field as text, as CSV and SQL want it: a JSON string without its quotes,
 * spans as their start (part 0) and end (part 1).  false: null. */
bool cd_write_value(struct cd_buf *out, const struct cd_field *field,
                    const void *record, int part);

/* "span_start" and "span_end" for a span, else the field's name (part 0);
 * false: the field has no such part. */
bool cd_write_column(struct cd_buf *out, const struct cd_field *field,
                     int part);

#endif
