/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/run/shard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/json.h"
#include "base/memory.h"
#include "corpus/core/outfile.h"
#include "corpus/core/packing.h"
#include "corpus/input/json_scan.h"

struct cd_shard_out {
    struct cd_outfile *file;
    char *folder;
    struct cd_stamp stamp;
    struct cd_shard_rows rows;
    XXH3_state_t *hash;
    struct cd_buf line;
};

/* ---- the seal -------------------------------------------------------- */

/* The numbers of a seal, by name. */
#define ROW(name)                                                              \
    {                                                                          \
#name, offsetof(struct cd_shard_rows, name)                            \
    }

static const struct {
    const char *name;
    size_t offset;
} members[] = { ROW(shard),    ROW(read),  ROW(written),
                ROW(rejected), ROW(bytes), ROW(checksum) };

#undef ROW

static uint64_t *
member_at(struct cd_shard_rows *rows, size_t i)
{
    return (uint64_t *)(void *)((char *)rows + members[i].offset);
}

static void
seal_json(struct cd_buf *out, struct cd_shard_rows *rows,
          const struct cd_stamp *stamp)
{
    cd_buf_puts(out, "{\"copydesk\":");
    cd_json_str(out, cd_str_of(cd_version()));
    cd_json_key(out, "stamp");
    cd_json_str(out, cd_str_of(stamp->hex));
    for (size_t i = 0; i < CD_COUNT(members); i++) {
        cd_json_key(out, members[i].name);
        cd_buf_size(out, *member_at(rows, i));
    }
    cd_json_key(out, "passed_over");
    cd_buf_putc(out, '{');
    for (int i = 0; i < CD_PASSED_COUNT; i++) {
        cd_json_key(out, cd_passed_names[i]);
        cd_buf_size(out, rows->passed[i]);
    }
    cd_buf_puts(out, "}}\n");
}

uint64_t
cd_shard_number(struct cd_str digits)
{
    uint64_t value = 0;

    for (size_t i = 0; i < digits.n; i++) {
        if (digits.p[i] >= '0' && digits.p[i] <= '9')
            value = value * 10 + (uint64_t)(digits.p[i] - '0');
    }
    return value;
}

static void
read_passed(struct cd_shard_rows *rows, struct cd_str json)
{
    struct cd_json_scan scan = { .text = json };
    struct cd_json_member member;

    while (cd_json_member(&scan, &member)) {
        for (int i = 0; i < CD_PASSED_COUNT; i++) {
            if (cd_str_is(member.name, cd_passed_names[i]))
                rows->passed[i] = cd_shard_number(member.value);
        }
    }
}

/* False if it is no seal; stamp is a view into json. */
static bool
read_seal(struct cd_shard_rows *rows, struct cd_str *stamp, struct cd_str json)
{
    struct cd_json_scan scan = { .text = json };
    struct cd_json_member member;

    *rows = (struct cd_shard_rows){ 0 };
    *stamp = (struct cd_str){ "", 0 };
    while (cd_json_member(&scan, &member)) {
        for (size_t i = 0; i < CD_COUNT(members); i++) {
            if (cd_str_is(member.name, members[i].name))
                *member_at(rows, i) = cd_shard_number(member.value);
        }
        if (cd_str_is(member.name, "stamp") && member.value.n > 2)
            *stamp = cd_str_sub(member.value, 1, member.value.n - 1);
        if (cd_str_is(member.name, "passed_over"))
            read_passed(rows, member.value);
    }
    return scan.why == NULL && rows->read == rows->written + rows->rejected;
}

struct cd_buf
cd_shard_path(const char *folder, uint64_t number, const char *name)
{
    struct cd_buf path = { 0 };

    cd_buf_printf(&path, "%s/%06llu.%s", folder, (unsigned long long)number,
                  name);
    cd_buf_putc(&path, '\0');
    return path;
}

/* ---- writing --------------------------------------------------------- */

struct cd_shard_out *
cd_shard_create(const char *folder, uint64_t number,
                const struct cd_stamp *stamp, struct cd_error *err)
{
    struct cd_shard_out *out = cd_alloc(sizeof(*out));
    struct cd_buf path = cd_shard_path(folder, number, "pack");

    out->stamp = *stamp;
    out->rows.shard = number;
    out->folder = memcpy(cd_alloc(strlen(folder) + 1), folder, strlen(folder));
    out->hash = XXH3_createState();
    if (out->hash == NULL)
        cd_out_of_memory();
    XXH3_64bits_reset(out->hash);
    out->file = cd_outfile_open(path.p, err);
    cd_buf_release(&path);
    if (out->file != NULL)
        return out;
    cd_shard_discard(out);
    return NULL;
}

static enum cd_status
put(struct cd_shard_out *out, struct cd_str bytes, struct cd_error *err)
{
    XXH3_64bits_update(out->hash, bytes.p, bytes.n);
    out->rows.bytes += bytes.n;
    return cd_outfile_write(out->file, bytes, err);
}

/* An entry: kind, size, bytes. */
enum cd_status
cd_shard_add(struct cd_shard_out *out, enum cd_shard_kind kind,
             struct cd_str bytes, struct cd_error *err)
{
    enum cd_status status;

    cd_buf_reset(&out->line);
    cd_buf_putc(&out->line, (char)kind);
    cd_packing_size(&out->line, bytes.n);
    status = put(out, cd_buf_str(&out->line), err);
    if (status == CD_OK)
        status = put(out, bytes, err);
    out->rows.read++;
    out->rows.written += kind == CD_SHARD_DOC;
    out->rows.rejected += kind == CD_SHARD_REJECT;
    return status;
}

const struct cd_shard_rows *
cd_shard_rows(const struct cd_shard_out *out)
{
    return &out->rows;
}

static enum cd_status
write_seal(struct cd_shard_out *out, struct cd_error *err)
{
    struct cd_buf path = cd_shard_path(out->folder, out->rows.shard, "ok");
    enum cd_status status;

    cd_buf_reset(&out->line);
    seal_json(&out->line, &out->rows, &out->stamp);
    status = cd_outfile_put(path.p, cd_buf_str(&out->line), err);
    cd_buf_release(&path);
    return status;
}

enum cd_status
cd_shard_seal(struct cd_shard_out *out, const uint64_t *passed,
              struct cd_error *err)
{
    struct cd_buf seal = cd_shard_path(out->folder, out->rows.shard, "ok");
    enum cd_status status;

    for (int i = 0; passed != NULL && i < CD_PASSED_COUNT; i++)
        out->rows.passed[i] = passed[i];
    out->rows.checksum = XXH3_64bits_digest(out->hash);
    unlink(seal.p); /* of a pack that this one replaces */
    cd_buf_release(&seal);
    status = cd_outfile_commit(out->file, err);
    return status == CD_OK ? write_seal(out, err) : status;
}

void
cd_shard_discard(struct cd_shard_out *out)
{
    if (out == NULL)
        return;
    cd_outfile_free(out->file);
    XXH3_freeState(out->hash);
    cd_buf_release(&out->line);
    free(out->folder);
    free(out);
}

/* ---- reading --------------------------------------------------------- */

static enum cd_status
fail(const char *path, struct cd_error *err)
{
    return cd_fail(err, CD_FATAL, "cannot read '%s': %s", path,
                   strerror(errno));
}

enum cd_status
cd_shard_file(struct cd_buf *out, const char *path, struct cd_error *err)
{
    enum { CHUNK = 1 << 20 };
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = 1;

    if (fd < 0)
        return errno == ENOENT ? CD_END : fail(path, err);
    while (n > 0 || (n < 0 && errno == EINTR)) {
        n = read(fd, cd_buf_reserve(out, CHUNK), CHUNK);
        out->n += n > 0 ? (size_t)n : 0;
    }
    close(fd);
    return n == 0 ? CD_OK : fail(path, err);
}

static enum cd_status
other_stamp(const char *path, struct cd_error *err)
{
    return cd_fail(err, CD_USAGE,
                   "'%s' was made by another version or with other options or "
                   "inputs",
                   path);
}

enum cd_status
cd_shard_check(struct cd_shard_rows *rows, const char *folder, uint64_t number,
               const struct cd_stamp *stamp, struct cd_error *err)
{
    struct cd_buf path = cd_shard_path(folder, number, "ok"), json = { 0 };
    enum cd_status status = cd_shard_file(&json, path.p, err);
    struct cd_str made_with;

    if (status == CD_OK && (!read_seal(rows, &made_with, cd_buf_str(&json)) ||
                            rows->shard != number))
        status = CD_END;
    if (status == CD_OK && !cd_str_is(made_with, stamp->hex))
        status = other_stamp(path.p, err);
    cd_buf_release(&path);
    cd_buf_release(&json);
    return status;
}

enum cd_status
cd_shard_open(struct cd_shard_in *in, const char *folder, uint64_t number,
              const struct cd_stamp *stamp, struct cd_error *err)
{
    enum cd_status status =
        cd_shard_check(&in->rows, folder, number, stamp, err);
    struct cd_buf path, pack = { 0 };

    if (status != CD_OK)
        return status;
    path = cd_shard_path(folder, number, "pack");
    status = cd_shard_file(&pack, path.p, err);
    if (status == CD_OK && (pack.n != in->rows.bytes ||
                            XXH3_64bits(pack.p, pack.n) != in->rows.checksum))
        status = CD_END;
    cd_buf_release(&path);
    if (status != CD_OK) {
        cd_buf_release(&pack);
        return status;
    }
    in->p = pack.p;
    in->n = pack.n;
    in->at = 0;
    return CD_OK;
}

bool
cd_shard_next(struct cd_shard_in *in, enum cd_shard_kind *kind,
              struct cd_str *bytes)
{
    struct cd_unpacking from = { .bytes = { in->p, in->n }, .at = in->at };

    if (in->at >= in->n)
        return false;
    *kind = (enum cd_shard_kind)in->p[from.at++];
    bytes->n = cd_unpacking_count(&from, 1);
    bytes->p = in->p + from.at;
    if (from.bad || bytes->n > in->n - from.at)
        return false;
    in->at = from.at + bytes->n;
    return true;
}

void
cd_shard_close(struct cd_shard_in *in)
{
    free(in->p);
    *in = (struct cd_shard_in){ 0 };
}
