/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A cell of CSV or TSV, for tables that are no records.
 *
 *     cd_csv_cell(&out, CD_STR("=1+1"), true, ',');    "'=1+1"
 */
#ifndef CD_CORPUS_OUTPUT_WRITE_CSV_H
#define CD_CORPUS_OUTPUT_WRITE_CSV_H

#include "base/buf.h"

/* text: it gets an apostrophe where a spreadsheet would run it, unless it is a
 * number. */
void cd_csv_cell(struct cd_buf *out, struct cd_str cell, bool text,
                 char separator);

#endif
