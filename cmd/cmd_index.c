/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_index;

const struct cd_command cmd_index = {
    .name = "index",
    .arguments = "add|query|stats|verify|compact DIR [INPUT...]",
    .summary = "keep texts, to compare later ones with them",
    .details =
        "The index in the folder DIR holds the texts of earlier inputs. add "
        "puts the inputs there, and makes the folder if it is not there; "
        "query finds copies of what is there, and among the inputs, and "
        "changes nothing; stats says what the index holds; verify reads "
        "all of it and names what is damaged; compact makes one file of it. "
        "copies and run with --index DIR compare and add at once.\n"
        "What decides which copies are found (--unit, --measure, "
        "--threshold, ...) is fixed when an index is made. Killed at any "
        "moment, the index is what it was before or what it is after; one "
        "process may write while others read. The very inputs that were "
        "added last are not added again.",
    .words = "add query stats verify compact",
    .least = 2,
};
