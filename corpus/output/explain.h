/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The explain record: a block of a page, kept or dropped, and why.
 *
 *     cd_explain_each(&doc, send, state);   send(state, &record) for each block
 */
#ifndef CD_CORPUS_OUTPUT_EXPLAIN_H
#define CD_CORPUS_OUTPUT_EXPLAIN_H

#include "base/doc.h"
#include "base/error.h"
#include "base/record.h"

struct cd_explained {
    struct cd_str doc;   /* the document's id as JSON */
    struct cd_str title; /* of the document */
    size_t block;        /* index */
    bool keep;
    const char *kind;
    size_t level;
    struct cd_str reason;
    double score;
    struct cd_str features; /* JSON: parser/judge/pushes.h */
    struct cd_str path;
    struct cd_span raw;
    struct cd_str text;
};

extern const struct cd_table cd_explain_table;

/* Stops at the first status that is not CD_OK, and returns it. */
enum cd_status cd_explain_each(
    const struct cd_doc *doc,
    enum cd_status (*send)(void *state, const struct cd_explained *record,
                           struct cd_error *err),
    void *state, struct cd_error *err);

#endif
