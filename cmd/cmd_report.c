/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_report;

const struct cd_command cmd_report = {
    .name = "report",
    .arguments = "DIR",
    .summary = "make the report of a finished run again",
    .details = "Reads DIR/copydesk.sqlite, which run wrote, and writes "
               "DIR/report.html: copies side by side, claims, what was cut "
               "and why, in one file that needs no network.  With --text it "
               "prints a summary instead, as wide as the terminal.",
    .least = 1,
};
