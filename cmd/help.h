/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Help texts, all made from the tables of commands and options: --help here,
 * the manual in cmd/manual.c, completions in cmd/completions.c.
 */
#ifndef CD_CMD_HELP_H
#define CD_CMD_HELP_H

#include <stdio.h>

#include "cmd/command.h"

void cd_help_program(FILE *to);
void cd_help_command(FILE *to, const struct cd_command *command);

/* "-o, --output=PATH" */
void cd_help_option_name(const struct cd_option *option, char *out, size_t n);

/* The option's sentence with its choices and default: "output format: auto
 * text jsonl [auto]". */
void cd_help_option_text(const struct cd_option *option, char *out, size_t n);

/* copydesk.1 */
void cd_manual(FILE *to);

/* Scripts for the shells' completion of words. */
void cd_complete_bash(FILE *to);
void cd_complete_zsh(FILE *to);
void cd_complete_fish(FILE *to);

#endif
