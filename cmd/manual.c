/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The manual page, copydesk.1, from the tables of commands and options.
 */
#include <string.h>

#include "cmd/help.h"

enum { LINE = 512 };

/* Text for troff: no line begins with a control, "-" is a minus sign. */
static void
put_text(FILE *to, const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", to);
    for (; *text != '\0'; text++) {
        if (*text == '\\')
            fputs("\\e", to);
        else if (*text == '-')
            fputs("\\-", to);
        else
            fputc(*text, to);
    }
    fputc('\n', to);
}

static void
put_option(FILE *to, const struct cd_option *option)
{
    char name[64], text[LINE];

    cd_help_option_name(option, name, sizeof(name));
    cd_help_option_text(option, text, sizeof(text));
    fputs(".TP\n.B ", to);
    put_text(to, name + strspn(name, " "));
    put_text(to, text);
}

static void
put_command(FILE *to, const struct cd_command *command)
{
    const struct cd_option *option;

    fprintf(to, ".SS copydesk %s [OPTION]... %s\n", command->name,
            command->arguments);
    put_text(to, command->details);
    for (size_t i = 0; (option = cd_option_at(i)) != NULL; i++) {
        struct cd_option own = cd_option_of(option, command->name);

        if (cd_command_has(command, option))
            put_option(to, &own);
    }
}

static const char head[] =
    ".SH NAME\n"
    "copydesk \\- clean articles, copied paragraphs and numeric claims from "
    "news pages\n"
    ".SH SYNOPSIS\n"
    ".B copydesk\n"
    ".I COMMAND\n"
    "[\\fIOPTION\\fR]... [\\fIINPUT\\fR]...\n"
    ".SH DESCRIPTION\n"
    "Copydesk reads news pages and writes their articles without boilerplate,\n"
    "the paragraphs that were copied or reworded, and every numeric claim as\n"
    "a record.\n"
    "An input is a file, folder, tar or zip archive of HTML, plain text,\n"
    "Markdown, JSONL or WARC, \\- for standard input, or @FILE for a list of\n"
    "inputs, one a line.\n"
    "Data goes to standard output, messages go to standard error.\n"
    ".PP\n"
    "A command's options may be mixed with its inputs; \\-\\- ends them.\n"
    ".SH COMMANDS\n";

static const char tail[] =
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nall went well\n"
    ".TP\n.B 1\na gate was exceeded (\\-\\-fail\\-on\\-copies)\n"
    ".TP\n.B 2\nused wrongly\n"
    ".TP\n.B 3\nfinished, but some inputs were rejected; each is listed\n"
    ".TP\n.B 4\ninput, output or memory failed\n"
    ".SH ENVIRONMENT\n"
    ".TP\n.B NO_COLOR\nif set, there is no colour unless \\-\\-color=always\n"
    "asks for it\n"
    ".SH EXAMPLES\n"
    ".TP\n.B copydesk run \\-o out pages/\n"
    "all of it, into the folder out\n"
    ".TP\n.B curl \\-s URL | copydesk clean \\-\\-format=text \\-\n"
    "the article's text\n"
    ".TP\n.B copydesk claims \\-\\-only=money pages.warc.gz\n"
    "sums of money, as JSON lines\n";

void
cd_manual(FILE *to)
{
    const struct cd_command *command;

    fprintf(to, ".TH COPYDESK 1 \"\" \"copydesk %s\"\n", cd_version());
    fputs(head, to);
    for (size_t i = 0; (command = cd_command_at(i)) != NULL; i++)
        put_command(to, command);
    fputs(tail, to);
}
