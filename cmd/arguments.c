/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/arguments.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "cmd/suggest.h"

/* What getopt_long returns for a long option is its index in the table. */
enum { OPTIONS_MAX = 128, HELP = 1000, FIRST };

/* getopt's two forms of the command's options. */
struct table {
    struct option longs[OPTIONS_MAX + 2];
    const struct cd_option *options[OPTIONS_MAX];
    char letters[2 * OPTIONS_MAX + 3];
};

static int
argument_kind(const struct cd_option *option)
{
    return option->argument != NULL ? required_argument : optional_argument;
}

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
        table->longs[n] = (struct option){ option->name, argument_kind(option),
                                           NULL, FIRST + n };
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
    if (c >= FIRST)
        return table->options[c - FIRST];
    for (size_t i = 0; table->options[i] != NULL; i++) {
        if (table->options[i]->letter == c)
            return table->options[i];
    }
    return NULL;
}

/* getopt says of an unknown option that is long nothing but where it was. */
static enum cd_status
unknown_long(const struct table *table, const char *typed, const char *command,
             struct cd_error *err)
{
    char name[64];
    struct cd_suggestion best;

    snprintf(name, sizeof(name), "%.*s", (int)strcspn(typed + 2, "="),
             typed + 2);
    best = cd_suggestion(name);
    for (size_t i = 0; table->longs[i].name != NULL; i++) {
        if (strncmp(table->longs[i].name, name, strlen(name)) == 0)
            return cd_fail(err, CD_USAGE, "'--%s' fits more than one option",
                           name);
        cd_suggest(&best, table->longs[i].name);
    }
    if (best.word != NULL)
        return cd_fail(err, CD_USAGE,
                       "no option '--%s' for %s; did you mean '--%s'?", name,
                       command, best.word);
    return cd_fail(err, CD_USAGE, "no option '--%s' for %s", name, command);
}

static enum cd_status
unknown(const struct table *table, char **argv, struct cd_error *err)
{
    if (optopt >= HELP)
        return cd_fail(err, CD_USAGE, "'--help' takes no value");
    if (optopt != 0)
        return cd_fail(err, CD_USAGE, "no option '-%c' for %s", optopt,
                       argv[0]);
    return unknown_long(table, argv[optind - 1], argv[0], err);
}

static enum cd_status
read_one(const struct table *table, int c, char **argv, struct cd_call *call,
         struct cd_error *err)
{
    const struct cd_option *option;
    struct cd_option own;

    if (c == '?')
        return unknown(table, argv, err);
    if (c == ':')
        return cd_fail(err, CD_USAGE, "'--%s' needs a value",
                       chosen(table, optopt)->name);
    option = chosen(table, c);
    own = cd_option_of(option, argv[0]);
    if (cd_option_takes(option, optarg) && !cd_option_takes(&own, optarg))
        return cd_fail(err, CD_USAGE, "--%s of %s is one of: %s; not '%s'",
                       own.name, argv[0], own.choices, optarg);
    return cd_settings_set(call->settings, option->name,
                           optarg != NULL ? optarg : "yes", err);
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
        return cd_fail(err, CD_USAGE,
                       "%s needs %s; 'copydesk %s --help' tells more",
                       command->name, command->arguments, command->name);
    return CD_OK;
}
