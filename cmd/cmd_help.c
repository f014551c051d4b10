/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "cmd/help.h"

extern const struct cd_command cmd_help;

static const struct {
    const char *word;
    void (*write)(FILE *to);
} forms[] = {
    { "man", cd_manual },
    { "bash", cd_complete_bash },
    { "zsh", cd_complete_zsh },
    { "fish", cd_complete_fish },
};

static enum cd_status
help(struct cd_call *call, struct cd_error *err)
{
    const char *form = cd_settings_get(call->settings, "as");
    const struct cd_command *command;

    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        if (strcmp(form, forms[i].word) == 0) {
            forms[i].write(stdout);
            return CD_OK;
        }
    }
    if (call->count == 0) {
        cd_help_program(stdout);
        return CD_OK;
    }
    command = cd_command_find(call->inputs[0]);
    if (command == NULL)
        return cd_fail(err, CD_USAGE, "no command '%s'", call->inputs[0]);
    cd_help_command(stdout, command);
    return CD_OK;
}

const struct cd_command cmd_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "show help, the manual page or shell completions",
    .details = "Shows the help of copydesk or of one command; writes the "
               "manual page or a script that completes words in a shell.",
    .run = help,
};
