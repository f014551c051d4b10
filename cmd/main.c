/* SPDX-License-Identifier: Apache-2.0 */
/*
 * copydesk COMMAND [OPTION]... [INPUT]...: find the command, run it, turn its
 * status into an exit code.
 */
#include <stdio.h>
#include <string.h>

#include "cmd/arguments.h"
#include "cmd/help.h"

/* docs/format.md, "Exit codes". */
enum { EXIT_FINE = 0, EXIT_GATE = 1, EXIT_USAGE = 2, EXIT_REJECTS = 3,
       EXIT_IO = 4 };

static int
exit_code(enum cd_status status, const struct cd_progress *progress)
{
    if (status == CD_USAGE)
        return EXIT_USAGE;
    if (status != CD_OK)
        return EXIT_IO;
    return progress->rejected > 0 ? EXIT_REJECTS : EXIT_FINE;
}

static enum cd_status
run(const struct cd_command *command, int argc, char **argv,
    struct cd_progress *progress, struct cd_error *err)
{
    struct cd_call call = { .settings = cd_settings_new() };
    enum cd_status status = cd_arguments_read(command, argc, argv, &call, err);

    if (status == CD_END) {
        struct cd_settings *defaults = cd_settings_new();

        cd_help_command(stdout, command, defaults);
        cd_settings_free(defaults);
        status = CD_OK;
    } else if (status == CD_OK && command->run != NULL) {
        status = command->run(&call, progress, err);
    } else if (status == CD_OK) {
        status = cd_job(call.settings, command->name, call.inputs, call.count,
                        NULL, progress, err);
    }
    cd_settings_free(call.settings);
    return status;
}

/* --help and --version stand where a command would; NULL: neither. */
static int
informed(const char *word)
{
    if (strcmp(word, "--version") == 0) {
        printf("copydesk %s\n", cd_version());
        return 1;
    }
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        cd_help_program(stdout);
        return 1;
    }
    return 0;
}

int
main(int argc, char **argv)
{
    const struct cd_command *command;
    struct cd_progress progress = { 0 };
    struct cd_error err = { CD_OK, "" };
    enum cd_status status = CD_OK;

    if (argc < 2) {
        cd_help_program(stderr);
        return EXIT_USAGE;
    }
    command = cd_command_find(argv[1]);
    if (command != NULL)
        status = run(command, argc - 1, argv + 1, &progress, &err);
    else if (!informed(argv[1]))
        status = cd_fail(&err, CD_USAGE, "no command '%s'", argv[1]);
    if (fflush(stdout) != 0 || ferror(stdout))
        status = cd_fail(&err, CD_FATAL, "cannot write standard output");
    if (status != CD_OK)
        fprintf(stderr, "copydesk: %s\n", err.message);
    return exit_code(status, &progress);
}
