/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/core/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include "base/buf.h"
#include "base/memory.h"

enum { FLUSH_AT = 256 * 1024 };

struct cd_outfile {
    char *path; /* its final name; NULL: standard output */
    char *part; /* where it is written; NULL: at path itself */
    int fd;     /* -1: something else writes it */
    struct cd_buf buf;
    XXH3_state_t *hash; /* of what left the buffer */
};

static struct cd_outfile *
new_outfile(int fd)
{
    struct cd_outfile *out = cd_alloc(sizeof(*out));

    out->fd = fd;
    out->hash = XXH3_createState();
    if (out->hash == NULL)
        cd_out_of_memory();
    XXH3_64bits_reset(out->hash);
    return out;
}

static enum cd_status
fail(const struct cd_outfile *out, const char *what, struct cd_error *err)
{
    return cd_fail(err, CD_FATAL, "cannot %s '%s': %s", what,
                   out->path != NULL ? out->path : "standard output",
                   strerror(errno));
}

static char *
join(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b) + 1;
    char *p = cd_alloc(n + m);

    memcpy(p, a, n);
    memcpy(p + n, b, m);
    return p;
}

/* A device or pipe is written directly: it cannot be replaced. */
static bool
is_special(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

struct cd_outfile *
cd_outfile_reserve(const char *path, struct cd_error *err)
{
    struct cd_outfile *out = new_outfile(-1);

    out->path = join(path, "");
    out->part = join(path, ".part");
    if (unlink(out->part) == 0 || errno == ENOENT)
        return out;
    fail(out, "replace", err);
    cd_outfile_free(out);
    return NULL;
}

struct cd_outfile *
cd_outfile_open(const char *path, struct cd_error *err)
{
    struct cd_outfile *out = new_outfile(STDOUT_FILENO);

    if (path == NULL || strcmp(path, "-") == 0)
        return out;
    out->path = join(path, "");
    if (!is_special(path))
        out->part = join(path, ".part");
    out->fd = open(out->part != NULL ? out->part : path,
                   O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (out->fd >= 0)
        return out;
    fail(out, "create", err);
    cd_outfile_free(out);
    return NULL;
}

const char *
cd_outfile_path(const struct cd_outfile *out)
{
    return out->part != NULL ? out->part : out->path;
}

static enum cd_status
flush(struct cd_outfile *out, struct cd_error *err)
{
    size_t done = 0;

    while (done < out->buf.n) {
        ssize_t n = write(out->fd, out->buf.p + done, out->buf.n - done);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(out, "write", err);
        done += (size_t)n;
    }
    XXH3_64bits_update(out->hash, out->buf.p, out->buf.n);
    cd_buf_reset(&out->buf);
    return CD_OK;
}

enum cd_status
cd_outfile_write(struct cd_outfile *out, struct cd_str bytes,
                 struct cd_error *err)
{
    cd_buf_add(&out->buf, bytes);
    return out->buf.n >= FLUSH_AT ? flush(out, err) : CD_OK;
}

uint64_t
cd_outfile_hash(const struct cd_outfile *out)
{
    XXH3_state_t *all = XXH3_createState();
    uint64_t hash;

    if (all == NULL)
        cd_out_of_memory();
    XXH3_copyState(all, out->hash);
    XXH3_64bits_update(all, out->buf.p, out->buf.n);
    hash = XXH3_64bits_digest(all);
    XXH3_freeState(all);
    return hash;
}

static enum cd_status
sync_path(struct cd_outfile *out, const char *path, int flags,
          struct cd_error *err)
{
    int fd = open(path, flags | O_CLOEXEC);
    bool good;

    if (fd < 0)
        return fail(out, "open", err);
    good = fsync(fd) == 0 || errno == EINVAL;
    close(fd);
    return good ? CD_OK : fail(out, "sync", err);
}

/* The folder's entry is synced too, or a power cut could undo the name. */
static enum cd_status
sync_folder(struct cd_outfile *out, struct cd_error *err)
{
    char *folder = join(out->path, "");
    char *slash = strrchr(folder, '/');
    enum cd_status status;

    if (slash != NULL)
        slash[slash == folder] = '\0';
    status = sync_path(out, slash != NULL ? folder : ".",
                       O_RDONLY | O_DIRECTORY, err);
    free(folder);
    return status;
}

static enum cd_status
close_file(struct cd_outfile *out, struct cd_error *err)
{
    int fd = out->fd;

    if (fd < 0)
        return sync_path(out, out->part, O_RDWR, err);
    if (fsync(fd) != 0 && errno != EINVAL && errno != EROFS)
        return fail(out, "sync", err);
    out->fd = -1;
    return close(fd) == 0 ? CD_OK : fail(out, "write", err);
}

static enum cd_status
give_name(struct cd_outfile *out, struct cd_error *err)
{
    if (rename(out->part, out->path) != 0)
        return fail(out, "name", err);
    free(out->part);
    out->part = NULL;
    return CD_OK;
}

enum cd_status
cd_outfile_commit(struct cd_outfile *out, struct cd_error *err)
{
    enum cd_status status = out->fd >= 0 ? flush(out, err) : CD_OK;

    if (status != CD_OK || out->part == NULL)
        return status;
    status = close_file(out, err);
    if (status == CD_OK)
        status = give_name(out, err);
    return status == CD_OK ? sync_folder(out, err) : status;
}

enum cd_status
cd_outfile_settle(struct cd_outfile *out, struct cd_error *err)
{
    enum cd_status status = flush(out, err);
    int fd = out->fd;

    if (status != CD_OK || out->part == NULL)
        return status;
    out->fd = -1;
    return close(fd) == 0 ? give_name(out, err) : fail(out, "write", err);
}

/* One call for all files: an fsync of each takes 100 times as long. */
static int
sync_file_system(int fd)
{
#ifdef __linux__
    return syncfs(fd);
#else
    (void)fd;
    sync();
    return 0;
#endif
}

enum cd_status
cd_outfile_sync_all(const char *folder, struct cd_error *err)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = fd >= 0 && sync_file_system(fd) == 0;

    if (!good)
        cd_fail(err, CD_FATAL, "cannot sync '%.400s': %s", folder,
                strerror(errno));
    if (fd >= 0)
        close(fd);
    return good ? CD_OK : CD_FATAL;
}

void
cd_outfile_free(struct cd_outfile *out)
{
    if (out == NULL)
        return;
    if (out->fd >= 0 && out->path != NULL)
        close(out->fd);
    if (out->part != NULL)
        unlink(out->part);
    free(out->part);
    free(out->path);
    cd_buf_release(&out->buf);
    XXH3_freeState(out->hash);
    free(out);
}

enum cd_status
cd_outfile_put(const char *path, struct cd_str bytes, struct cd_error *err)
{
    struct cd_outfile *out = cd_outfile_open(path, err);
    enum cd_status status =
        out != NULL ? cd_outfile_write(out, bytes, err) : CD_FATAL;

    if (status == CD_OK)
        status = cd_outfile_commit(out, err);
    cd_outfile_free(out);
    return status;
}

struct cd_buf
cd_outfile_in(const char *folder, const char *name)
{
    struct cd_buf path = { 0 };

    cd_buf_printf(&path, "%s/%s", folder, name);
    cd_buf_putc(&path, '\0');
    return path;
}

enum cd_status
cd_outfile_folder(const char *path, struct cd_error *err)
{
    struct stat st;

    if (mkdir(path, 0777) == 0 ||
        (errno == EEXIST && stat(path, &st) == 0 && S_ISDIR(st.st_mode)))
        return CD_OK;
    return cd_fail(err, CD_FATAL, "cannot make the folder '%s': %s", path,
                   strerror(errno));
}
