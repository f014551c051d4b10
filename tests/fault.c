/* SPDX-License-Identifier: Apache-2.0 */
/*
 * For tests/faults.sh, through LD_PRELOAD: the FAULT_AT-th call that may fail
 * on a full or broken disk (write, pwrite, fsync, syncfs, rename, mkdir, and
 * open of a file to write to) fails with ENOSPC, or EIO where that is what such
 * a call gives; with FAULT_ONCE=0 all calls after it fail, too.  At the end the
 * number of such calls stands in the file FAULT_COUNT.  Standard output and
 * error never fail.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int calls;

static int
number(const char *name, int otherwise)
{
    const char *value = getenv(name);

    return value != NULL ? atoi(value) : otherwise;
}

static int
is_due(int why)
{
    int at = number("FAULT_AT", 0);

    calls++;
    if (at == 0 || calls < at || (calls > at && number("FAULT_ONCE", 1)))
        return 0;
    errno = why;
    return 1;
}

ssize_t
write(int fd, const void *bytes, size_t n)
{
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");

    return fd > 2 && is_due(ENOSPC) ? -1 : real(fd, bytes, n);
}

ssize_t
pwrite(int fd, const void *bytes, size_t n, off_t at)
{
    ssize_t (*real)(int, const void *, size_t, off_t) =
        dlsym(RTLD_NEXT, "pwrite");

    return is_due(ENOSPC) ? -1 : real(fd, bytes, n, at);
}

ssize_t
pwrite64(int fd, const void *bytes, size_t n, off64_t at)
{
    ssize_t (*real)(int, const void *, size_t, off64_t) =
        dlsym(RTLD_NEXT, "pwrite64");

    return is_due(ENOSPC) ? -1 : real(fd, bytes, n, at);
}

int
fsync(int fd)
{
    int (*real)(int) = dlsym(RTLD_NEXT, "fsync");

    return is_due(EIO) ? -1 : real(fd);
}

int
syncfs(int fd)
{
    int (*real)(int) = dlsym(RTLD_NEXT, "syncfs");

    return is_due(EIO) ? -1 : real(fd);
}

int
rename(const char *from, const char *to)
{
    int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");

    return is_due(EIO) ? -1 : real(from, to);
}

int
mkdir(const char *path, mode_t mode)
{
    int (*real)(const char *, mode_t) = dlsym(RTLD_NEXT, "mkdir");

    return is_due(ENOSPC) ? -1 : real(path, mode);
}

static int
open_with(const char *name, const char *path, int flags, mode_t mode)
{
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, name);

    if ((flags & (O_WRONLY | O_RDWR)) != 0 && is_due(ENOSPC))
        return -1;
    return real(path, flags, mode);
}

int
open(const char *path, int flags, ...)
{
    va_list more;
    mode_t mode;

    va_start(more, flags);
    mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_with("open", path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
    va_list more;
    mode_t mode;

    va_start(more, flags);
    mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_with("open64", path, flags, mode);
}

__attribute__((destructor)) static void
note_calls(void)
{
    const char *path = getenv("FAULT_COUNT");
    FILE *file = path != NULL ? fopen(path, "w") : NULL;

    if (file == NULL)
        return;
    fprintf(file, "%d\n", calls);
    fclose(file);
}
