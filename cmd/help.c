/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/help.h"

#include <string.h>

enum { LEFT = 28, LINE = 512 };

void
cd_help_program(FILE *to)
{
    const struct cd_command *command;

    fputs("usage: copydesk COMMAND [OPTION]... [INPUT]...\n\n"
          "Raw news pages in; clean articles, copied paragraphs and numeric "
          "claims out.\n\n",
          to);
    for (size_t i = 0; (command = cd_command_at(i)) != NULL; i++)
        fprintf(to, "  %-10s %s\n", command->name, command->summary);
    fputs("\ncopydesk COMMAND --help tells more of each.\n"
          "copydesk --version tells the version.\n",
          to);
}

void
cd_help_option_name(const struct cd_option *option, char *out, size_t n)
{
    char letter[] = "-x, ";

    letter[1] = option->letter;
    snprintf(out, n, "%s--%s%s%s", option->letter ? letter : "    ",
             option->name, option->argument ? "=" : "",
             option->argument ? option->argument : "");
}

void
cd_help_option_text(const struct cd_option *option, char *out, size_t n)
{
    struct cd_settings *defaults = cd_settings_new();
    const char *value = cd_settings_get(defaults, option->name);
    bool shown = option->argument != NULL && value[0] != '\0';

    snprintf(out, n, "%s%s%s%s%s%s", option->help,
             option->choices != NULL ? ": " : "",
             option->choices != NULL ? option->choices : "", shown ? " [" : "",
             shown ? value : "", shown ? "]" : "");
    cd_settings_free(defaults);
}

static void
help_option(const struct cd_terminal *to, const struct cd_option *option)
{
    char name[64], text[LINE];

    cd_help_option_name(option, name, sizeof(name));
    cd_help_option_text(option, text, sizeof(text));
    fprintf(to->file, "  %s\n", name);
    cd_terminal_wrap(to, text, strlen(text), LEFT / 3, 0);
}

void
cd_help_command(FILE *to, const struct cd_command *command)
{
    const struct cd_option *option;
    struct cd_terminal terminal = cd_terminal(to, "never");

    fprintf(to, "usage: copydesk %s [OPTION]... %s\n\n", command->name,
            command->arguments);
    cd_terminal_wrap(&terminal, command->details, strlen(command->details), 0,
                     0);
    fputs("\nOptions:\n", to);
    for (size_t i = 0; (option = cd_option_at(i)) != NULL; i++) {
        struct cd_option own = cd_option_of(option, command->name);

        if (cd_command_has(command, option))
            help_option(&terminal, &own);
    }
    fputs("  -h, --help\n         show this\n", to);
}
