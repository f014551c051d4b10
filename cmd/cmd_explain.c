/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_explain;

const struct cd_command cmd_explain = {
    .name = "explain",
    .arguments = "PAGE...",
    .summary = "show what was kept and dropped, and why",
    .details = "Shows each block of a page with keep or drop, the rule or the "
               "model's score that decided, and its text.",
    .least = 1,
};
