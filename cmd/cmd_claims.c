/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_claims;

const struct cd_command cmd_claims = {
    .name = "claims",
    .arguments = "INPUT...",
    .summary = "lift every numeric claim into a record",
    .details = "Cleans the inputs and writes the numeric claims of each "
               "article; with --explain how each sentence with a number was "
               "read.",
    .least = 1,
};
