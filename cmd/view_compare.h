/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Part of cmd/view.h: what compare shows.
 *
 *     cd_view_compared(&view, row);     a row of the table "compared"
 */
#ifndef CD_CMD_VIEW_COMPARE_H
#define CD_CMD_VIEW_COMPARE_H

#include "cmd/view.h"

void cd_view_compared(struct cd_view *view, struct cd_row *row);

#endif
