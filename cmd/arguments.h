/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The command line: getopt_long over the option table.
 */
#ifndef CD_CMD_ARGUMENTS_H
#define CD_CMD_ARGUMENTS_H

#include "cmd/command.h"

/*
 * Reads argv (argv[0] is the command's name) into call->settings and leaves the
 * inputs in call.  CD_END: help was asked for.  Options and inputs may be
 * mixed; "--" ends the options.
 */
enum cd_status cd_arguments_read(const struct cd_command *command, int argc,
                                 char **argv, struct cd_call *call,
                                 struct cd_error *err);

#endif
