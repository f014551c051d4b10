/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/command.h"

#include <stdlib.h>
#include <string.h>

#define X(name) extern const struct cd_command cmd_##name;
CD_COMMANDS(X)
#undef X

static const struct cd_command *const commands[] = {
#define X(name) &cmd_##name,
    CD_COMMANDS(X)
#undef X
};

const struct cd_command *
cd_command_at(size_t index)
{
    return index < sizeof(commands) / sizeof(commands[0]) ? commands[index]
                                                          : NULL;
}

const struct cd_command *
cd_command_find(const char *name)
{
    for (size_t i = 0; cd_command_at(i) != NULL; i++) {
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    }
    return NULL;
}

int
cd_command_has(const struct cd_command *command, const struct cd_option *option)
{
    return cd_option_is_of(option, command->name) ||
           (command->like != NULL && cd_option_is_of(option, command->like));
}

static void
on_progress(void *state, const struct cd_progress *progress)
{
    struct cd_call *call = state;

    cd_bar_progress(&call->bar, progress);
}

static void
on_message(void *state, const char *text)
{
    struct cd_call *call = state;

    cd_bar_message(&call->bar, text);
}

static void
on_row(void *state, struct cd_row *row)
{
    struct cd_call *call = state;

    cd_view_row(&call->view, row);
    fflush(call->page.file);
    cd_row_put(row, call->shown, call->shown_size);
    rewind(call->page.file);
}

/* Is the option's present value that word? */
static bool
is_set_to(struct cd_settings *settings, const char *name, const char *word)
{
    return strcmp(cd_settings_get(settings, name), word) == 0;
}

/* The format of people: on a terminal if none was asked for. */
static enum cd_status
choose_format(struct cd_call *call, struct cd_error *err)
{
    if (!call->out.is_terminal || !is_set_to(call->settings, "output", "") ||
        !is_set_to(call->settings, "format", "auto"))
        return CD_OK;
    return cd_settings_set(call->settings, "format", "text", err);
}

/* A page in memory, as wide and as coloured as where it goes to. */
static enum cd_status
open_page(struct cd_call *call, struct cd_error *err)
{
    FILE *file = open_memstream(&call->shown, &call->shown_size);

    if (file == NULL)
        return cd_fail(err, CD_FATAL, "out of memory");
    if (is_set_to(call->settings, "output", "")) {
        call->page = call->out;
        call->page.file = file;
    } else {
        call->page =
            cd_terminal(file, cd_settings_get(call->settings, "color"));
    }
    call->view = cd_view(&call->page);
    call->view.all = is_set_to(call->settings, "templates", "yes");
    return CD_OK;
}

static void
close_page(struct cd_call *call)
{
    if (call->page.file != NULL)
        fclose(call->page.file);
    free(call->shown);
}

enum cd_status
cd_command_job(struct cd_call *call, struct cd_error *err)
{
    const struct cd_observer observer = { call, on_progress, on_message,
                                          on_row };
    enum cd_status status = choose_format(call, err);

    /* Records and a bar would share the screen. */
    if (call->out.is_terminal && is_set_to(call->settings, "output", "") &&
        !is_set_to(call->settings, "progress", "always"))
        call->bar.on = false;
    if (status == CD_OK)
        status = open_page(call, err);
    if (status == CD_OK)
        status = cd_job(call->settings, call->command->name, call->inputs,
                        call->count, &observer, &call->progress, err);
    close_page(call);
    cd_bar_end(&call->bar);
    return status;
}
