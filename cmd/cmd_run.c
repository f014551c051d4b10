/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

extern const struct cd_command cmd_run;

/* "1 article", "2 articles" */
static void
print_count(FILE *to, uint64_t n, const char *thing)
{
    fprintf(to, "%llu %s%s", (unsigned long long)n, thing, n == 1 ? "" : "s");
}

static void
print_pages(FILE *to, const struct cd_progress *did, const char *output)
{
    print_count(to, did->documents, "page");
    fputs(": ", to);
    print_count(to, did->articles, "article");
    if (did->textless > 0)
        fprintf(to, " (%llu without text)", (unsigned long long)did->textless);
    fprintf(to, ", %llu rejected", (unsigned long long)did->rejected);
    fprintf(to, did->rejected > 0 ? " (%s/rejects.jsonl)\n" : "\n", output);
}

static void
print_copies(FILE *to, const struct cd_progress *did)
{
    print_count(to, did->pairs - did->templates, "pair");
    fputs(" of copies in ", to);
    print_count(to, did->clusters, "cluster");
    fputs(", ", to);
    print_count(to, did->templates, "template");
    fprintf(to, "; %.1f %% of all words are copied\n", did->copied * 100);
}

static void
print_summary(struct cd_call *call)
{
    const struct cd_progress *did = &call->progress;
    const char *output = cd_settings_get(call->settings, "output");
    FILE *to = stderr;

    print_pages(to, did, output);
    print_copies(to, did);
    print_count(to, did->claims, "claim");
    if (did->unread > 0)
        fprintf(to, " (%llu articles are in languages without rules)",
                (unsigned long long)did->unread);
    fputs(", ", to);
    print_count(to, did->contradictions, "contradiction");
    fprintf(to, "; report: %s/report.html\n", output);
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
