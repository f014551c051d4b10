/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Completions for bash, zsh and fish, from the tables of commands and options.
 */
#include <string.h>

#include "cmd/help.h"

/* The name of every command, after a space. */
static void
put_commands(FILE *to)
{
    const struct cd_command *command;

    for (size_t i = 0; (command = cd_command_at(i)) != NULL; i++)
        fprintf(to, " %s", command->name);
}

/* Calls put for each option of the command. */
static void
each_option(FILE *to, const struct cd_command *command,
            void (*put)(FILE *to, const struct cd_command *command,
                        const struct cd_option *option))
{
    const struct cd_option *option;

    for (size_t i = 0; (option = cd_option_at(i)) != NULL; i++) {
        struct cd_option own = cd_option_of(option, command->name);

        if (cd_command_has(command, option))
            put(to, command, &own);
    }
}

static void
bash_name(FILE *to, const struct cd_command *command,
          const struct cd_option *option)
{
    (void)command;
    fprintf(to, " --%s%s", option->name, option->argument ? "=" : "");
}

static void
bash_choices(FILE *to, const struct cd_command *command,
             const struct cd_option *option)
{
    if (option->choices != NULL)
        fprintf(to, "    %s:--%s) words='%s' ;;\n", command->name, option->name,
                option->choices);
}

/* "--format=j" reaches the function as the words "--format", "=", "j". */
void
cd_complete_bash(FILE *to)
{
    const struct cd_command *command;

    fputs("# bash completion for copydesk; made from its option table\n"
          "_copydesk()\n{\n"
          "    local word=$2 option=$3 words= command=${COMP_WORDS[1]}\n"
          "    [[ $word == = ]] && word=\n"
          "    [[ $option == = ]] && option=${COMP_WORDS[COMP_CWORD-2]}\n"
          "    COMPREPLY=()\n"
          "    if ((COMP_CWORD == 1)); then\n"
          "        COMPREPLY=($(compgen -W '",
          to);
    put_commands(to);
    fputs(" --help --version' -- \"$word\"))\n        return\n    fi\n"
          "    case $command:$option in\n",
          to);
    for (size_t i = 0; (command = cd_command_at(i)) != NULL; i++)
        each_option(to, command, bash_choices);
    fputs("    esac\n    if [[ -z $words && $word == -* ]]; then\n"
          "        case $command in\n",
          to);
    for (size_t i = 0; (command = cd_command_at(i)) != NULL; i++) {
        fprintf(to, "        %s) words='--help", command->name);
        each_option(to, command, bash_name);
        fputs("' ;;\n", to);
    }
    fputs("        esac\n    fi\n"
          "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
          "    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null\n"
          "    [[ -n $words ]] || COMPREPLY=($(compgen -f -- \"$word\"))\n"
          "}\ncomplete -o filenames -F _copydesk copydesk\n",
          to);
}

/* Text inside single quotes of zsh, where brackets and colons mean more. */
static void
put_zsh(FILE *to, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputs("'\\'", to);
        else if (strchr("[]:\\", *text) != NULL)
            fputc('\\', to);
        fputc(*text, to);
    }
}

static void
zsh_option(FILE *to, const struct cd_command *command,
           const struct cd_option *option)
{
    (void)command;
    fprintf(to, " \\\n        '--%s%s[", option->name,
            option->argument ? "=" : "");
    put_zsh(to, option->help);
    fputc(']', to);
    if (option->choices != NULL)
        fprintf(to, ":%s:(%s)", option->argument, option->choices);
    else if (option->argument != NULL)
        fprintf(to, ":%s:_files", option->argument);
    fputc('\'', to);
}

void
cd_complete_zsh(FILE *to)
{
    const struct cd_command *command;

    fputs("#compdef copydesk\n# made from the option table of copydesk\n"
          "if (( CURRENT == 2 )); then\n    local -a commands=(\n",
          to);
    for (size_t i = 0; (command = cd_command_at(i)) != NULL; i++) {
        fprintf(to, "        '%s:", command->name);
        put_zsh(to, command->summary);
        fputs("'\n", to);
    }
    fputs("    )\n    _describe command commands\n    return\nfi\n"
          "local command=$words[2]\n"
          "shift words\n(( CURRENT-- ))\ncase $command in\n",
          to);
    for (size_t i = 0; (command = cd_command_at(i)) != NULL; i++) {
        fprintf(to, "%s)\n    _arguments", command->name);
        each_option(to, command, zsh_option);
        fputs(" \\\n        '(-h --help)'{-h,--help}'[show help]' ", to);
        fputs("'*:input:_files' ;;\n", to);
    }
    fputs("esac\n", to);
}

/* Text inside single quotes of fish. */
static void
put_fish(FILE *to, const char *text)
{
    for (; *text != '\0'; text++)
        fprintf(to, "%s%c", *text == '\'' || *text == '\\' ? "\\" : "", *text);
}

static void
fish_option(FILE *to, const struct cd_command *command,
            const struct cd_option *option)
{
    fprintf(to,
            "complete -c copydesk -n '__fish_seen_subcommand_from %s' -l %s",
            command->name, option->name);
    if (option->letter != 0)
        fprintf(to, " -s %c", option->letter);
    if (option->choices != NULL)
        fprintf(to, " -x -a '%s'", option->choices);
    else if (option->argument != NULL)
        fputs(" -r", to);
    fputs(" -d '", to);
    put_fish(to, option->help);
    fputs("'\n", to);
}

void
cd_complete_fish(FILE *to)
{
    const struct cd_command *command;

    fputs("# fish completion for copydesk; made from its option table\n", to);
    for (size_t i = 0; (command = cd_command_at(i)) != NULL; i++) {
        fprintf(to,
                "complete -c copydesk -n __fish_use_subcommand -f -a %s -d '",
                command->name);
        put_fish(to, command->summary);
        fputs("'\n", to);
        each_option(to, command, fish_option);
    }
}
