/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bar on the last line of a terminal, and the messages above it.
 *
 *     struct cd_bar bar = cd_bar(&err, "auto");
 *     cd_bar_progress(&bar, &progress);     [######....]  58 %  1200 pages ...
 *     cd_bar_message(&bar, "cannot open 'a.html'");
 *     cd_bar_end(&bar);
 */
#ifndef CD_CMD_PROGRESS_H
#define CD_CMD_PROGRESS_H

#include "cmd/terminal.h"
#include "copydesk.h"

struct cd_bar {
    const struct cd_terminal *to;
    bool on;
    bool drawn;   /* the bar is on the screen */
    double began; /* seconds of the monotonic clock */
    double last;  /* when the bar was drawn */
};

/* when: "auto" (on a terminal), "always" or "never". */
struct cd_bar cd_bar(const struct cd_terminal *to, const char *when);

/* Draws the bar if the last time is long enough ago. */
void cd_bar_progress(struct cd_bar *bar, const struct cd_progress *progress);

/* A line of its own, with or without a bar. */
void cd_bar_message(struct cd_bar *bar, const char *text);

/* Takes the bar off the screen. */
void cd_bar_end(struct cd_bar *bar);

#endif
