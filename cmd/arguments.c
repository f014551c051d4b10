/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/arguments.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

enum { OPTIONS_MAX = 128, HELP = 1000 };

/* getopt's two forms of the command's options. */
struct table {
    struct option longs[OPTIONS_MAX + 2];
    const struct cd_option *options[OPTIONS_MAX];
    char letters[2 * OPTIONS_MAX + 3];
};

static void
fill(struct table *table, const struct cd_command *command)
{
    const struct cd_option *option;
    char *letter = table->letters;
    int n = 0;

    *letter++ = ':'; /* tells a missing argument from an unknown option */
    for (size_t i = 0; (option = cd_option_at(i)) != NULL; i++) {
        if (!cd_command_has(command, option) || n == OPTIONS_MAX)
            continue;
        table->options[n] = option;
        table->longs[n] = (struct option){
            option->name,
            option->argument != NULL ? required_argument : no_argument, NULL,
            HELP + 1 + n
        };
        if (option->letter != 0) {
            *letter++ = option->letter;
            if (option->argument != NULL)
                *letter++ = ':';
        }
        n++;
    }
    table->longs[n] = (struct option){ "help", no_argument, NULL, HELP };
    *letter++ = 'h';
}

static const struct cd_option *
chosen(const struct table *table, int c)
{
    if (c > HELP)
        return table->options[c - HELP - 1];
    for (size_t i = 0; table->options[i] != NULL; i++) {
        if (table->options[i]->letter == c)
            return table->options[i];
    }
    return NULL;
}

static enum cd_status
read_one(const struct table *table, int c, char **argv, struct cd_call *call,
         struct cd_error *err)
{
    const struct cd_option *option = chosen(table, c);

    if (c == ':')
        return cd_fail(err, CD_USAGE, "'%s' needs a value", argv[optind - 1]);
    if (option == NULL)
        return cd_fail(err, CD_USAGE, "no option '%s' for %s",
                       argv[optind - 1], argv[0]);
    return cd_settings_set(call->settings, option->name,
                           option->argument != NULL ? optarg : "yes", err);
}

enum cd_status
cd_arguments_read(const struct cd_command *command, int argc, char **argv,
                  struct cd_call *call, struct cd_error *err)
{
    struct table table = { 0 };
    int c;

    fill(&table, command);
    optind = 1;
    opterr = 0;
    while ((c = getopt_long(argc, argv, table.letters, table.longs, NULL)) !=
           -1) {
        if (c == HELP || c == 'h')
            return CD_END;
        if (read_one(&table, c, argv, call, err) != CD_OK)
            return CD_USAGE;
    }
    call->inputs = (const char *const *)argv + optind;
    call->count = (size_t)(argc - optind);
    if (call->count < command->least)
        return cd_fail(err, CD_USAGE, "%s needs %s", command->name,
                       command->arguments);
    return CD_OK;
}
