/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

#include <string.h>

#define X(name) extern const struct cd_command cmd_##name;
CD_COMMANDS(X)
#undef X

static const struct cd_command *const commands[] = {
#define X(name) &cmd_##name,
    CD_COMMANDS(X)
#undef X
};

const struct cd_command *
cd_command_at(size_t index)
{
    return index < sizeof(commands) / sizeof(commands[0]) ? commands[index]
                                                          : NULL;
}

const struct cd_command *
cd_command_find(const char *name)
{
    for (size_t i = 0; cd_command_at(i) != NULL; i++) {
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    }
    return NULL;
}

int
cd_command_has(const struct cd_command *command, const struct cd_option *option)
{
    size_t n = strlen(command->name);

    for (const char *at = option->commands; at != NULL;
         at = strchr(at, ' ') != NULL ? strchr(at, ' ') + 1 : NULL) {
        if (strncmp(at, command->name, n) == 0 &&
            (at[n] == ' ' || at[n] == '\0'))
            return 1;
    }
    return 0;
}
