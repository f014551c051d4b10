/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"
#include "cmd/suggest.h"

extern const struct cd_command cmd_schema;

static enum cd_status
show(struct cd_call *call, const char *name, struct cd_error *err)
{
    const char *schema = cd_schema_json(call->settings, name), *known;
    struct cd_suggestion best = cd_suggestion(name);

    if (schema != NULL) {
        puts(schema);
        return CD_OK;
    }
    for (size_t i = 0; (known = cd_schema_at(i)) != NULL; i++)
        cd_suggest(&best, known);
    return cd_fail(
        err, CD_USAGE, "no schema '%s'; 'copydesk schema' lists them%s%s%s",
        name, best.word != NULL ? "; did you mean '" : "",
        best.word != NULL ? best.word : "", best.word != NULL ? "'?" : "");
}

static enum cd_status
schema(struct cd_call *call, struct cd_error *err)
{
    enum cd_status status = CD_OK;
    const char *name;

    for (size_t i = 0; call->count == 0 && (name = cd_schema_at(i)) != NULL;
         i++)
        puts(name);
    for (size_t i = 0; i < call->count && status == CD_OK; i++)
        status = show(call, call->inputs[i], err);
    return status;
}

const struct cd_command cmd_schema = {
    .name = "schema",
    .arguments = "[NAME...]",
    .summary = "show the JSON Schema of a record",
    .details = "Without a name, lists the records; with names, writes the JSON "
               "Schema of each, one a line.",
    .run = schema,
};
