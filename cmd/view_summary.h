/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Part of cmd/view.h: what report --text shows.
 *
 *     cd_view_summary(&view, row);     a row of the table "summary"
 */
#ifndef CD_CMD_VIEW_SUMMARY_H
#define CD_CMD_VIEW_SUMMARY_H

#include "cmd/view.h"

void cd_view_summary(struct cd_view *view, struct cd_row *row);

#endif
