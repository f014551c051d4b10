/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_run;

static void
print_summary(struct cd_call *call)
{
    const struct cd_progress *did = &call->progress;
    const char *output = cd_settings_get(call->settings, "output");
    FILE *to = stderr;

    fprintf(to, "%llu pages: %llu articles, %llu rejected",
            (unsigned long long)did->documents,
            (unsigned long long)did->articles,
            (unsigned long long)did->rejected);
    fprintf(to, did->rejected > 0 ? " (%s/rejects.jsonl)\n" : "\n", output);
    fprintf(to,
            "%llu pairs of copies in %llu clusters; %.1f %% of the words "
            "are copied\n",
            (unsigned long long)did->pairs, (unsigned long long)did->clusters,
            did->copied * 100);
    fprintf(to, "%llu claims; report: %s/report.html\n",
            (unsigned long long)did->claims, output);
}

static enum cd_status
run(struct cd_call *call, struct cd_error *err)
{
    enum cd_status status;

    if (cd_settings_get(call->settings, "output")[0] == '\0')
        return cd_fail(err, CD_USAGE, "run needs a folder to write to: -o DIR");
    status = cd_command_job(call, err);
    if (status == CD_OK && cd_settings_get(call->settings, "quiet")[0] != 'y')
        print_summary(call);
    return status;
}

const struct cd_command cmd_run = {
    .name = "run",
    .arguments = "INPUT... -o DIR",
    .summary = "do all of it and write a folder",
    .details =
        "Cleans the inputs, finds copies and claims, and writes a "
        "folder with all results: articles.jsonl, copies.jsonl, "
        "claims.jsonl, groups.jsonl, rejects.jsonl, stats.json, a database "
        "copydesk.sqlite and a report.html that needs no network.",
    .least = 1,
    .run = run,
};
