/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "cmd/command.h"
#include "cmd/suggest.h"

extern const struct cd_command cmd_rules;

/* "claims" also names "claims.en" and "claims.nl". */
static bool
is_named(const struct cd_rules_file *file, const char *name)
{
    size_t n = strlen(name);

    return strncmp(file->name, name, n) == 0 &&
           (file->name[n] == '\0' || file->name[n] == '.');
}

static void
list(void)
{
    const struct cd_rules_file *file;

    for (size_t i = 0; (file = cd_rules_at(i)) != NULL; i++)
        printf("%s\t%zu\n", file->name, file->rows);
}

static enum cd_status
show(const char *name, struct cd_error *err)
{
    const struct cd_rules_file *file;
    struct cd_suggestion best = cd_suggestion(name);
    size_t found = 0;

    for (size_t i = 0; (file = cd_rules_at(i)) != NULL; i++) {
        cd_suggest(&best, file->name);
        if (!is_named(file, name))
            continue;
        found++;
        for (const char *const *line = file->lines; *line != NULL; line++)
            puts(*line);
    }
    if (found > 0)
        return CD_OK;
    return cd_fail(
        err, CD_USAGE, "no rules '%s'; 'copydesk rules' lists them%s%s%s", name,
        best.word != NULL ? "; did you mean '" : "",
        best.word != NULL ? best.word : "", best.word != NULL ? "'?" : "");
}

static enum cd_status
rules(struct cd_call *call, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    if (call->count == 0)
        list();
    for (size_t i = 0; i < call->count && status == CD_OK; i++)
        status = show(call->inputs[i], err);
    return status;
}

const struct cd_command cmd_rules = {
    .name = "rules",
    .arguments = "[NAME...]",
    .summary = "show the rules that are built in",
    .details = "Without a name, lists the files of rules with their numbers of "
               "rows; with names, shows the files, tab separated, as they were "
               "compiled in.",
    .run = rules,
};
