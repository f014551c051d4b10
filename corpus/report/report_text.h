/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report in a few dozen lines, for a terminal.
 *
 *     status = cd_report_text("out/copydesk.sqlite", write, state, &err);
 */
#ifndef CD_CORPUS_REPORT_REPORT_TEXT_H
#define CD_CORPUS_REPORT_REPORT_TEXT_H

#include "base/record.h"
#include "corpus/database/query.h"

/* A line: of the part "Copied text by kind" the name "edited", the value
 * "33.4 %" and the share 334. */
struct cd_summary {
    const char *part;
    struct cd_str name, value, note; /* p NULL: none */
    struct cd_str text; /* of a line below the one before: what the article
                           name says; p NULL: it is a line of its own */
    size_t share;       /* for a bar: thousandths; SIZE_MAX: none */
};

extern const struct cd_table cd_summary_table;

/* Calls write with each line, in order; ends with the first that fails. */
enum cd_status cd_report_text(
    const char *database,
    enum cd_status (*write)(void *state, const struct cd_summary *line,
                            struct cd_error *err),
    void *state, struct cd_error *err);

#endif
