/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Part of cmd/view.h: pairs and clusters of copies.
 *
 *     cd_view_copy(&view, row);          a row of the table "copies"
 *     cd_view_cluster(&view, row);       of "clusters", behind all pairs
 *     cd_view_copies_end(&view);
 */
#ifndef CD_CMD_VIEW_COPY_H
#define CD_CMD_VIEW_COPY_H

#include "cmd/view.h"

void cd_view_copy(struct cd_view *view, struct cd_row *row);
void cd_view_cluster(struct cd_view *view, struct cd_row *row);

/* Says how many templates were not shown. */
void cd_view_copies_end(struct cd_view *view);

/* The lines "differs: 25,000 / 26,000" of a row's facts_differ. */
void cd_view_differences(struct cd_view *view, struct cd_row *row);

#endif
