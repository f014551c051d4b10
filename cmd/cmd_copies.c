/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_copies;

const struct cd_command cmd_copies = {
    .name = "copies",
    .arguments = "INPUT...",
    .summary = "find copied paragraphs",
    .details = "Cleans the inputs and writes the pairs and clusters of copied "
               "paragraphs, inside one article and across all.",
    .least = 1,
};
