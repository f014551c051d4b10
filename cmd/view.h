/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records for people: what explain, claims and copies show on a terminal.
 *
 *     struct cd_view view = cd_view(&out);
 *     cd_view_row(&view, row);     for each record, by the name of its table
 */
#ifndef CD_CMD_VIEW_H
#define CD_CMD_VIEW_H

#include "cmd/terminal.h"
#include "copydesk.h"

struct cd_view {
    const struct cd_terminal *to;
    char document[256]; /* beginning of the id of the document under way */
    size_t rows;        /* shown of it */
    size_t kept, dropped;
    bool all;         /* templates are shown like copies */
    size_t templates; /* those that were not shown, so far */
};

struct cd_view cd_view(const struct cd_terminal *to);
void cd_view_row(struct cd_view *view, struct cd_row *row);

/* A field in so many columns; nothing where there is none. */
void cd_view_field(const struct cd_view *view, struct cd_row *row,
                   const char *name, size_t columns);

/* Is the field's value that word? */
int cd_view_is(struct cd_row *row, const char *name, const char *literal);

#endif
