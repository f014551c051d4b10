/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Help texts, all made from the tables of commands and options.
 */
#ifndef CD_CMD_HELP_H
#define CD_CMD_HELP_H

#include <stdio.h>

#include "cmd/command.h"

void cd_help_program(FILE *to);
void cd_help_command(FILE *to, const struct cd_command *command,
                     struct cd_settings *defaults);

#endif
