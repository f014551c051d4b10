/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Part of cmd/view.h: what claims --explain shows.
 *
 *     cd_view_sentence(&view, row);     a row of the table "sentences"
 */
#ifndef CD_CMD_VIEW_SENTENCE_H
#define CD_CMD_VIEW_SENTENCE_H

#include "cmd/view.h"

void cd_view_sentence(struct cd_view *view, struct cd_row *row);

#endif
