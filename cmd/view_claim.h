/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A claim in one line for people.
 *
 *     cd_view_claim(view, row);
 */
#ifndef CD_CMD_VIEW_CLAIM_H
#define CD_CMD_VIEW_CLAIM_H

#include "cmd/view.h"

void cd_view_claim(struct cd_view *view, struct cd_row *row);

#endif
