/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows: records that a job hands to its observer, which says what is written
 * for them.
 *
 *     if (observer != NULL && observer->row != NULL)
 *         cd_row_send(&line, observer, &cd_claim_table, &doc->claims[i]);
 */
#ifndef CD_CORPUS_OUTPUT_ROW_H
#define CD_CORPUS_OUTPUT_ROW_H

#include "base/record.h"
#include "copydesk.h"

/* Calls observer->row, which must be set, with the record; *out gets what it
 * puts. */
void cd_row_send(struct cd_buf *out, const struct cd_observer *observer,
                 const struct cd_table *table, const void *record);

#endif
