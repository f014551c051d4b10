/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_stage;

const struct cd_command cmd_stage = {
    .name = "stage",
    .arguments = "plan INPUT... -o DIR | pages --shard FILE | "
                 "merge DIR -o OUT",
    .summary = "do a part of run, for many processes or machines",
    .details =
        "plan reads INPUT... and writes DIR/000000.shard, 000001.shard and so "
        "on, each a small file that names what to read, and DIR/plan. pages "
        "does all that concerns single documents of one shard and writes "
        "DIR/000000.pack and its seal, DIR/000000.ok; a shard that is sealed "
        "already is not done again.  merge puts all packs together and writes "
        "the same folder as run would from the same inputs.  Options that "
        "shape the result are given to plan and stand in its files.",
    .words = "plan pages merge",
    .like = "run",
    .least = 1,
};
