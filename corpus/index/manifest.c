/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/index/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "corpus/core/outfile.h"

enum { BYTES_MAX = 1 << 22, NUMBERS_MAX = 4 };

static const char file_name[] = "manifest";

/* ---- parsing --------------------------------------------------------- */

/* A line: a word, then text or numbers. */
struct line {
    struct cd_str word, rest;
    uint64_t numbers[NUMBERS_MAX];
    size_t count; /* of numbers; 0 if rest is anything else */
};

static int
digit(char c, uint64_t base)
{
    int value = cd_ascii_is_digit(c)   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                       : 99;

    return value < (int)base ? value : -1;
}

static bool
read_number(struct cd_str text, uint64_t base, uint64_t *value)
{
    *value = 0;
    for (size_t i = 0; i < text.n; i++) {
        int d = digit(text.p[i], base);

        if (d < 0 || *value > (UINT64_MAX - (uint64_t)d) / base)
            return false;
        *value = *value * base + (uint64_t)d;
    }
    return text.n > 0;
}

static struct cd_str
next_word(struct cd_str *rest)
{
    size_t n = cd_str_find(*rest, CD_STR(" "), 0);
    struct cd_str word = { rest->p, n == SIZE_MAX ? rest->n : n };
    size_t skip = n == SIZE_MAX ? rest->n : n + 1;

    *rest = cd_str_sub(*rest, skip, rest->n);
    return word;
}

/* The first number after check, keys and last is a hash. */
static void
read_numbers(struct line *line)
{
    struct cd_str rest = line->rest;
    bool hash = cd_str_is(line->word, "check") ||
                cd_str_is(line->word, "keys") || cd_str_is(line->word, "last");

    while (rest.n > 0 && line->count < NUMBERS_MAX) {
        uint64_t base = hash && line->count == 0 ? 16 : 10;

        if (!read_number(next_word(&rest), base,
                         &line->numbers[line->count++])) {
            line->count = 0;
            return;
        }
    }
}

static bool
next_line(struct cd_str *rest, struct line *line)
{
    size_t end = cd_str_find(*rest, CD_STR("\n"), 0);

    if (end == SIZE_MAX)
        return false;
    *line = (struct line){ .rest = cd_str_sub(*rest, 0, end) };
    line->word = next_word(&line->rest);
    read_numbers(line);
    *rest = cd_str_sub(*rest, end + 1, rest->n);
    return true;
}

static bool
use_line(struct cd_manifest *manifest, const struct line *line)
{
    const uint64_t *n = line->numbers;

    if (cd_str_is(line->word, "options"))
        cd_buf_add(&manifest->options, line->rest);
    else if (cd_str_is(line->word, "keys") && line->count == 1)
        manifest->keys = n[0];
    else if (cd_str_is(line->word, "last") && line->count == 2) {
        manifest->last = n[0];
        manifest->last_base = n[1];
    } else if (cd_str_is(line->word, "next") && line->count == 1)
        manifest->next = n[0];
    else if (cd_str_is(line->word, "segment") && line->count == 4)
        cd_manifest_add(manifest,
                        (struct cd_manifest_entry){ n[0], n[1], n[2], n[3] });
    else
        return false;
    return true;
}

/* The version stands in the first line, so that any later form can be told. */
static enum cd_status
check_version(struct cd_str *rest, struct cd_error *err)
{
    static const struct cd_str head = { "copydesk index ", 15 };
    struct line line;
    struct cd_str number;
    uint64_t version;

    if (!cd_str_starts(*rest, head) || !next_line(rest, &line))
        return cd_fail(err, CD_FATAL, "it is no manifest of an index");
    number = cd_str_sub(line.rest, strlen("index "), line.rest.n);
    if (!read_number(number, 10, &version))
        return cd_fail(err, CD_FATAL, "it is no manifest of an index");
    if (version > CD_INDEX_VERSION)
        return cd_fail(err, CD_FATAL,
                       "it has format %llu, and this copydesk reads formats "
                       "up to %d: a newer copydesk made it",
                       (unsigned long long)version, CD_INDEX_VERSION);
    return CD_OK;
}

enum cd_status
cd_manifest_parse(struct cd_manifest *manifest, struct cd_str bytes,
                  struct cd_error *err)
{
    struct cd_str rest = bytes;
    struct line line = { 0 };
    enum cd_status status = check_version(&rest, err);

    while (status == CD_OK) {
        size_t at = bytes.n - rest.n;

        if (!next_line(&rest, &line))
            return cd_fail(err, CD_FATAL, "it is damaged: it was cut");
        if (!cd_str_is(line.word, "check")) {
            if (!use_line(manifest, &line))
                return cd_fail(err, CD_FATAL, "it is damaged at byte %zu", at);
            continue;
        }
        if (line.count != 1 || XXH3_64bits(bytes.p, at) != line.numbers[0] ||
            rest.n > 0)
            return cd_fail(err, CD_FATAL, "it is damaged: its check is wrong");
        return CD_OK;
    }
    return status;
}

/* ---- the file -------------------------------------------------------- */

static enum cd_status
read_file(struct cd_buf *out, const char *path, struct cd_error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = 1;

    if (fd < 0 && errno == ENOENT)
        return CD_END;
    if (fd < 0)
        return cd_fail(err, CD_FATAL, "cannot open it: %s", strerror(errno));
    while (n > 0 && out->n < BYTES_MAX) {
        n = read(fd, cd_buf_reserve(out, 1 << 16), 1 << 16);
        if (n < 0 && errno == EINTR)
            n = 1;
        else if (n > 0)
            out->n += (size_t)n;
    }
    close(fd);
    return n < 0 ? cd_fail(err, CD_FATAL, "cannot read it: %s", strerror(errno))
                 : CD_OK;
}

enum cd_status
cd_manifest_read(struct cd_manifest *manifest, const char *folder,
                 struct cd_error *err)
{
    struct cd_buf path = cd_outfile_in(folder, file_name), bytes = { 0 };
    struct cd_error why;
    enum cd_status status = read_file(&bytes, path.p, &why);

    *manifest = (struct cd_manifest){ .next = 1 };
    if (status == CD_OK)
        status = cd_manifest_parse(manifest, cd_buf_str(&bytes), &why);
    if (status == CD_FATAL)
        cd_fail(err, status, "index '%s': %s: %s", folder, file_name,
                why.message);
    cd_buf_release(&path);
    cd_buf_release(&bytes);
    return status;
}

enum cd_status
cd_manifest_write(const struct cd_manifest *manifest, const char *folder,
                  struct cd_error *err)
{
    struct cd_buf path = cd_outfile_in(folder, file_name), text = { 0 };
    enum cd_status status;

    cd_buf_printf(&text, "copydesk index %d\noptions ", CD_INDEX_VERSION);
    cd_buf_add(&text, cd_buf_str(&manifest->options));
    cd_buf_printf(&text, "\nkeys %016llx\nlast %016llx %llu\nnext %llu\n",
                  (unsigned long long)manifest->keys,
                  (unsigned long long)manifest->last,
                  (unsigned long long)manifest->last_base,
                  (unsigned long long)manifest->next);
    for (size_t i = 0; i < manifest->count; i++)
        cd_buf_printf(&text, "segment %llu %llu %llu %llu\n",
                      (unsigned long long)manifest->entries[i].number,
                      (unsigned long long)manifest->entries[i].units,
                      (unsigned long long)manifest->entries[i].documents,
                      (unsigned long long)manifest->entries[i].bytes);
    cd_buf_printf(&text, "check %016llx\n",
                  (unsigned long long)XXH3_64bits(text.p, text.n));
    status = cd_outfile_put(path.p, cd_buf_str(&text), err);
    cd_buf_release(&path);
    cd_buf_release(&text);
    return status;
}

void
cd_manifest_add(struct cd_manifest *manifest, struct cd_manifest_entry entry)
{
    manifest->entries = cd_grow(manifest->entries, &manifest->room,
                                manifest->count + 1, sizeof(entry));
    manifest->entries[manifest->count++] = entry;
}

void
cd_manifest_release(struct cd_manifest *manifest)
{
    cd_buf_release(&manifest->options);
    free(manifest->entries);
    *manifest = (struct cd_manifest){ 0 };
}
