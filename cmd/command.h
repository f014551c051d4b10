/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Subcommands: each is a file cmd/cmd_NAME.c that defines cmd_NAME, and a line
 * in the list below.  A command's options are the rows of cd_option_at() that
 * name it.
 */
#ifndef CD_CMD_COMMAND_H
#define CD_CMD_COMMAND_H

#include "copydesk.h"

/* In the order of the help. */
#define CD_COMMANDS(X)                                                         \
    X(clean)                                                                   \
    X(claims)                                                                  \
    X(copies)                                                                  \
    X(run)

/* What the command line said. */
struct cd_call {
    struct cd_settings *settings;
    const char *const *inputs;
    size_t count;
};

struct cd_command {
    const char *name;
    const char *arguments; /* "INPUT...", for the usage line */
    const char *summary;   /* one line, for the list of commands */
    const char *details;   /* paragraphs for its own help and the man page */
    size_t least; /* inputs that it needs */
    /* NULL: cd_job() with the command's name does it. */
    enum cd_status (*run)(const struct cd_call *call,
                          struct cd_progress *progress, struct cd_error *err);
};

/* The index-th command, or NULL past the end. */
const struct cd_command *cd_command_at(size_t index);
const struct cd_command *cd_command_find(const char *name);

/* Is the option one of the command's? */
int cd_command_has(const struct cd_command *command,
                   const struct cd_option *option);

#endif
