/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/stamp.h"

#include <errno.h>
#include <stdio.h>
#include <xxhash.h>

#include "corpus/sites/site_memory.h"

/* Of the packs; another number makes old ones unreadable. */
#define FORM "pack 3"

bool
cd_stamp_counts(const struct cd_option *option)
{
    static const char *const others[] = {
        "output",         "threads",    "dry-run", "stats",
        "progress",       "color",      "quiet",   "resume",
        "fail-on-copies", "shard-size", "isolate", "crash-on",
    };

    if (cd_str_among(cd_str_of(option->name), others, CD_COUNT(others)))
        return false;
    return cd_option_is_of(option, "run") != 0;
}

static void
set_hex(struct cd_stamp *stamp, struct cd_str text)
{
    XXH128_hash_t hash = XXH3_128bits(text.p, text.n);

    snprintf(stamp->hex, sizeof(stamp->hex), "%016llx%016llx",
             (unsigned long long)hash.high64, (unsigned long long)hash.low64);
}

static enum cd_status
add_file(struct cd_buf *text, const char *path, struct cd_error *err)
{
    enum { CHUNK = 1 << 16 };
    FILE *file = fopen(path, "r");
    size_t n = 1;
    bool bad = file == NULL;

    while (!bad && n > 0) {
        n = fread(cd_buf_reserve(text, CHUNK), 1, CHUNK, file);
        text->n += n;
        bad = ferror(file) != 0;
    }
    if (bad)
        cd_fail(err, CD_FATAL, "cannot read '%s': %s", path, strerror(errno));
    if (file != NULL)
        fclose(file);
    return bad ? CD_FATAL : CD_OK;
}

enum cd_status
cd_stamp_make(struct cd_stamp *stamp, const struct cd_settings *settings,
              struct cd_error *err)
{
    const uint16_t order = 1; /* the machine's byte order is part of it */
    const struct cd_option *option;
    enum cd_status status = CD_OK;
    struct cd_buf text = { 0 };

    cd_buf_printf(&text, FORM " %s %d\n", cd_version(), *(const char *)&order);
    for (size_t i = 0; (option = cd_option_at(i)) != NULL; i++) {
        if (!cd_stamp_counts(option))
            continue;
        cd_buf_printf(&text, "%s=", option->name);
        cd_settings_value(settings, option->name, &text);
        cd_buf_putc(&text, '\n');
    }
    if (settings->claims.rules != NULL)
        status = add_file(&text, settings->claims.rules, err);
    if (status == CD_OK && settings->site_memory != NULL)
        status = cd_site_memory_bytes(&text, settings->site_memory, err);
    set_hex(stamp, cd_buf_str(&text));
    cd_buf_release(&text);
    return status;
}

void
cd_stamp_add(struct cd_stamp *stamp, struct cd_str text)
{
    struct cd_buf both = { 0 };

    cd_buf_puts(&both, stamp->hex);
    cd_buf_add(&both, text);
    set_hex(stamp, cd_buf_str(&both));
    cd_buf_release(&both);
}
