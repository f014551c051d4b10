/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_run;

const struct cd_command cmd_run = {
    .name = "run",
    .arguments = "INPUT...",
    .summary = "do all of it and write a folder",
    .details = "Cleans the inputs, finds copies and claims, and writes a folder with all results, a database and a report.",
    .least = 1,
};
