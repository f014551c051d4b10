/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_clean;

const struct cd_command cmd_clean = {
    .name = "clean",
    .arguments = "INPUT...",
    .summary = "cut a page down to its article",
    .details = "Reads pages and writes their articles. Every block of "
               "boilerplate is dropped with a reason.",
    .least = 1,
};
