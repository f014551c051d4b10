/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/provenance.h"

#include <inttypes.h>

#include <xxhash.h>

#include "copydesk.h"
#include "corpus/run/stamp.h"

static enum cd_status
note_option(struct cd_sqlite *db, const struct cd_settings *settings,
            const struct cd_option *option, struct cd_error *err)
{
    struct cd_buf value = { 0 };
    enum cd_status status;

    cd_settings_value(settings, option->name, &value);
    status = cd_sqlite_note(db, option->name, cd_buf_str(&value), err);
    cd_buf_release(&value);
    return status;
}

static uint64_t
hash_lines(const char *const *lines)
{
    struct cd_buf all = { 0 };
    uint64_t hash;

    for (; *lines != NULL; lines++) {
        cd_buf_puts(&all, *lines);
        cd_buf_putc(&all, '\n');
    }
    hash = XXH3_64bits(all.p, all.n);
    cd_buf_release(&all);
    return hash;
}

static enum cd_status
note_rules(struct cd_sqlite *db, const struct cd_rules_file *file,
           struct cd_error *err)
{
    struct cd_buf name = { 0 }, value = { 0 };
    enum cd_status status;

    cd_buf_printf(&name, "rules:%s", file->name);
    cd_buf_printf(&value, "%zu rows, %016" PRIx64, file->rows,
                  hash_lines(file->lines));
    cd_buf_putc(&name, '\0');
    status = cd_sqlite_note(db, name.p, cd_buf_str(&value), err);
    cd_buf_release(&name);
    cd_buf_release(&value);
    return status;
}

enum cd_status
cd_provenance_run(struct cd_sqlite *db, const struct cd_settings *settings,
                  struct cd_error *err)
{
    enum cd_status status =
        cd_sqlite_note(db, "copydesk", cd_str_of(cd_version()), err);
    const struct cd_rules_file *file;
    const struct cd_option *option;

    for (size_t i = 0; (option = cd_option_at(i)) != NULL; i++) {
        if (status == CD_OK && cd_stamp_counts(option))
            status = note_option(db, settings, option, err);
    }
    for (size_t i = 0; (file = cd_rules_at(i)) != NULL; i++) {
        if (status == CD_OK)
            status = note_rules(db, file, err);
    }
    return status;
}

enum cd_status
cd_provenance_file(struct cd_sqlite *db, const char *name, uint64_t hash,
                   struct cd_error *err)
{
    struct cd_buf row = { 0 }, value = { 0 };
    enum cd_status status;

    cd_buf_printf(&row, "file:%s", name);
    cd_buf_putc(&row, '\0');
    cd_buf_printf(&value, "%016" PRIx64, hash);
    status = cd_sqlite_note(db, row.p, cd_buf_str(&value), err);
    cd_buf_release(&row);
    cd_buf_release(&value);
    return status;
}
