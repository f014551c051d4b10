/* SPDX-License-Identifier: Apache-2.0 */
/*
 * copydesk COMMAND [OPTION]... [INPUT]...: find the command, run it, turn its
 * status into an exit code.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/arguments.h"
#include "cmd/help.h"
#include "cmd/suggest.h"

/* More of the words are copies than --fail-on-copies allows. */
static bool
gate_exceeded(struct cd_call *call)
{
    const char *percent = cd_settings_get(call->settings, "fail-on-copies");

    return cd_command_has(call->command, cd_option_find("fail-on-copies")) &&
           percent[0] != '\0' && call->progress.copied * 100 > atof(percent);
}

static enum cd_exit
exit_code(enum cd_status status, struct cd_call *call)
{
    if (status == CD_USAGE)
        return CD_EXIT_USAGE;
    if (status != CD_OK)
        return CD_EXIT_IO;
    if (gate_exceeded(call))
        return CD_EXIT_GATE;
    return call->progress.rejected > 0 ? CD_EXIT_REJECTS : CD_EXIT_FINE;
}

static enum cd_status
run(struct cd_call *call, int argc, char **argv, struct cd_error *err)
{
    struct cd_settings *settings = call->settings;
    enum cd_status status =
        cd_arguments_read(call->command, argc, argv, call, err);

    if (status == CD_END) {
        cd_help_command(stdout, call->command);
        return CD_OK;
    }
    if (status != CD_OK)
        return status;
    call->out = cd_terminal(stdout, cd_settings_get(settings, "color"));
    call->err = cd_terminal(stderr, cd_settings_get(settings, "color"));
    call->bar = cd_bar(&call->err, cd_settings_get(settings, "progress"));
    return call->command->run != NULL ? call->command->run(call, err)
                                      : cd_command_job(call, err);
}

static void
complain(const char *message)
{
    fprintf(stderr, "copydesk: %s\n", message);
}

/* A failed write to standard output is a failed job, even at the last byte. */
static enum cd_status
finish(enum cd_status status, struct cd_error *err)
{
    bool failed = fflush(stdout) != 0 || ferror(stdout);

    if (status == CD_OK && failed)
        status = cd_fail(err, CD_FATAL, "cannot write standard output");
    if (status != CD_OK)
        complain(err->message);
    return status;
}

static enum cd_exit
call_command(const struct cd_command *command, int argc, char **argv)
{
    struct cd_call call = { .settings = cd_settings_new(), .command = command };
    struct cd_error err = { CD_OK, "" };
    enum cd_status status = finish(run(&call, argc, argv, &err), &err);
    enum cd_exit code = exit_code(status, &call);

    cd_settings_free(call.settings);
    return code;
}

static enum cd_exit
unknown_command(const char *word)
{
    struct cd_suggestion best = cd_suggestion(word);
    const struct cd_command *command;
    struct cd_error err;

    for (size_t i = 0; (command = cd_command_at(i)) != NULL; i++)
        cd_suggest(&best, command->name);
    cd_fail(&err, CD_USAGE,
            best.word != NULL ? "no command '%s'; did you mean "
                                "'%s'?"
                              : "no command '%s'",
            word, best.word);
    complain(err.message);
    return CD_EXIT_USAGE;
}

int
main(int argc, char **argv)
{
    const struct cd_command *command;
    struct cd_error err = { CD_OK, "" };

    if (argc < 2) {
        cd_help_program(stderr);
        return CD_EXIT_USAGE;
    }
    command = cd_command_find(argv[1]);
    if (command != NULL)
        return call_command(command, argc - 1, argv + 1);
    if (strcmp(argv[1], "--version") == 0)
        printf("copydesk %s\n", cd_version());
    else if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        cd_help_program(stdout);
    else
        return unknown_command(argv[1]);
    return finish(CD_OK, &err) == CD_OK ? CD_EXIT_FINE : CD_EXIT_IO;
}
