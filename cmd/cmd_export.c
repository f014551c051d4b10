/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_export;

const struct cd_command cmd_export = {
    .name = "export",
    .arguments = "DIR",
    .summary = "bring the database of a run into another form",
    .details =
        "Reads DIR/copydesk.sqlite, which run wrote.  --to=postgres "
        "writes a script for psql with tables, rows, indexes and "
        "views; --to=csv and --to=tsv write a file for each table "
        "into the folder that --output names; --to=jsonld writes the "
        "claims as one JSON-LD document of schema.org's terms.  --to=text, md "
        "and html write the articles as clean does, with --files each "
        "into a file of its own.",
    .least = 1,
};
