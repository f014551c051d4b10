/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Subcommands: each is a file cmd/cmd_NAME.c that defines cmd_NAME, and a line
 * in the list below.  A command's options are the rows of cd_option_at() that
 * name it.
 */
#ifndef CD_CMD_COMMAND_H
#define CD_CMD_COMMAND_H

#include "cmd/progress.h"
#include "cmd/terminal.h"
#include "cmd/view.h"
#include "copydesk.h"

/* In the order of the help. */
#define CD_COMMANDS(X)                                                         \
    X(run)                                                                     \
    X(stage)                                                                   \
    X(clean)                                                                   \
    X(copies)                                                                  \
    X(compare)                                                                 \
    X(index)                                                                   \
    X(claims)                                                                  \
    X(explain)                                                                 \
    X(report)                                                                  \
    X(export)                                                                  \
    X(rules)                                                                   \
    X(schema)                                                                  \
    X(help)

/* docs/format.md, "Exit codes". */
enum cd_exit {
    CD_EXIT_FINE = 0,
    CD_EXIT_GATE = 1,
    CD_EXIT_USAGE = 2,
    CD_EXIT_REJECTS = 3,
    CD_EXIT_IO = 4,
};

/* What the command line said, and where to answer. */
struct cd_call {
    struct cd_settings *settings;
    const struct cd_command *command;
    const char *const *inputs;
    size_t count;
    struct cd_terminal out, err; /* standard output and standard error */
    struct cd_bar bar;           /* of err */
    struct cd_terminal page;     /* what is written for a record, in memory: */
    char *shown;                 /* its bytes */
    size_t shown_size;
    struct cd_view view;         /* of page */
    struct cd_progress progress; /* what the job did */
};

struct cd_command {
    const char *name;
    const char *arguments; /* "INPUT...", for the usage line */
    const char *summary;   /* one line, for the list of commands */
    const char *details;   /* paragraphs for its own help and the man page */
    const char *words;     /* what its arguments may be, for completions: "a b";
                              NULL: files */
    const char *like;      /* a command whose options it has, too, or NULL */
    size_t least;          /* inputs that it needs */
    /* NULL: cd_job() with the command's name does it. */
    enum cd_status (*run)(struct cd_call *call, struct cd_error *err);
};

/* The index-th command, or NULL past the end. */
const struct cd_command *cd_command_at(size_t index);
const struct cd_command *cd_command_find(const char *name);

/* Is the option one of the command's? */
int cd_command_has(const struct cd_command *command,
                   const struct cd_option *option);

/* cd_job() with the call's inputs; shows progress, messages and, in format
 * text, records. */
enum cd_status cd_command_job(struct cd_call *call, struct cd_error *err);

#endif
