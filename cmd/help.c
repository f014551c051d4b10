/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/help.h"

void
cd_help_program(FILE *to)
{
    const struct cd_command *command;

    fputs("usage: copydesk COMMAND [OPTION]... [INPUT]...\n\n", to);
    for (size_t i = 0; (command = cd_command_at(i)) != NULL; i++)
        fprintf(to, "  %-10s %s\n", command->name, command->summary);
    fputs("\ncopydesk COMMAND --help tells more of each.\n", to);
}

static void
help_option(FILE *to, const struct cd_option *option,
            struct cd_settings *defaults)
{
    const char *value = cd_settings_get(defaults, option->name);
    char left[64];

    snprintf(left, sizeof(left), "%s%c%s--%s%s%s",
             option->letter ? "-" : "  ", option->letter ? option->letter : ' ',
             option->letter ? ", " : " ", option->name,
             option->argument ? "=" : "",
             option->argument ? option->argument : "");
    fprintf(to, "  %-28s %s", left, option->help);
    if (option->choices != NULL)
        fprintf(to, ": %s", option->choices);
    if (option->argument != NULL && value[0] != '\0')
        fprintf(to, " [%s]", value);
    fputc('\n', to);
}

void
cd_help_command(FILE *to, const struct cd_command *command,
                struct cd_settings *defaults)
{
    const struct cd_option *option;

    fprintf(to, "usage: copydesk %s [OPTION]... %s\n\n%s\n\n", command->name,
            command->arguments, command->details);
    for (size_t i = 0; (option = cd_option_at(i)) != NULL; i++) {
        if (cd_command_has(command, option))
            help_option(to, option, defaults);
    }
}
