/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_compare;

const struct cd_command cmd_compare = {
    .name = "compare",
    .arguments = "A B",
    .summary = "tell what two texts are to each other",
    .details =
        "Compares two text files: same, edited, reworded, contains (a copied "
        "passage inside other text), or no copy: template (same frame, other "
        "facts), related, unrelated; with the numbers, names and dates that "
        "differ. On a terminal the words that differ are marked; in a pipe the "
        "answer is a line of JSON.\n"
        "With --jsonl each line of the inputs, or of standard input, is a pair "
        "{\"id\",\"a\":TEXT,\"b\":TEXT}, and gets a line of answer.",
    .least = 0,
};
