/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/read_lines.h"

#include <stdlib.h>
#include <unistd.h>

#include "corpus/input/source.h"
#include "tests/check.h"

static void
add_doc(struct cd_buf *out, const struct cd_doc *doc)
{
    static const char *const formats[] = { "html", "text", "markdown",
                                           "clean" };

    cd_buf_add(out, doc->id_json);
    cd_buf_printf(out, "|%s|", formats[doc->format]);
    cd_buf_add(out, doc->bytes);
    if (doc->extra.p != NULL) {
        cd_buf_putc(out, '|');
        cd_buf_add(out, doc->extra);
    }
    cd_buf_putc(out, '\n');
}

void
read_inputs(struct cd_buf *out, const char *const *inputs, size_t count,
            const struct cd_settings *settings)
{
    struct cd_settings *defaults = cd_settings_new();
    const struct cd_settings *with = settings != NULL ? settings : defaults;
    struct cd_input *input = cd_input_new(with, inputs, count);
    enum cd_status status;

    do {
        struct cd_doc doc = { 0 };
        struct cd_error err;

        status = cd_input_next(input, &doc, &err);
        if (status == CD_OK)
            status = cd_input_decode(with, NULL, &doc, &err);
        if (status == CD_OK)
            add_doc(out, &doc);
        else if (status == CD_SKIP)
            cd_buf_printf(out, "!%s\n", err.message);
        cd_arena_release(&doc.arena);
    } while (status != CD_END && status != CD_FATAL);
    cd_input_free(input);
    cd_settings_free(defaults);
}

void
read_lines(struct cd_buf *out, struct cd_str bytes,
           const struct cd_settings *settings)
{
    char path[] = "/tmp/copydesk-check-XXXXXX";
    const char *const inputs[] = { path };
    int fd = mkstemp(path);

    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, bytes.p, bytes.n), (ssize_t)bytes.n);
    close(fd);
    read_inputs(out, inputs, 1, settings);
    unlink(path);
}
