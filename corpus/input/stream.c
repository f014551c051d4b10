/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "corpus/input/members.h"

enum {
    CHUNK = 256 * 1024,
    FIRST = 16 * 1024,       /* bytes by which it is told what a file is */
    GROWTH = 500,            /* bytes out of all nested streams, for one of the
                                 file that they are in */
    GROWTH_FROM = 256 << 20, /* and that many anyway */
};

struct cd_stream {
    int fd;        /* -1: the bytes are in memory, or come from source */
    uint64_t size; /* of a plain file when it was opened, else 0 */
    struct cd_stream_source source;
    struct cd_stream *root; /* of a nested stream: that of the file, or NULL */
    uint64_t nested;        /* of a root: bytes out of the streams in it */
    bool dead;              /* of a nested stream: it grew too much */
    bool finished;          /* nothing more to read from fd */
    const char *failure;    /* why reading ended before the end, or NULL */
    struct cd_members *members; /* NULL: not compressed */
    uint64_t member_at;         /* where the present one began, uncompressed */

    /* the window: p[start, end), the first at offset */
    char *p;
    size_t start, end, room;
    uint64_t offset;
    uint64_t done; /* bytes of the file that were read */

    enum cd_stop stop;
    struct cd_lost lost;
};

/* Reads once into p; 0 at the end or on an error: stream->failure. */
static size_t
read_some(struct cd_stream *stream, char *p, size_t n)
{
    ssize_t got;

    if (stream->finished || (stream->fd < 0 && stream->source.read == NULL))
        return 0;
    do
        got = stream->source.read != NULL
                  ? stream->source.read(stream->source.state, p, n)
                  : read(stream->fd, p, n);
    while (got < 0 && errno == EINTR);
    if (got <= 0)
        stream->finished = true;
    if (got < 0) {
        stream->failure =
            stream->source.read != NULL ? stream->source.why : strerror(errno);
        return 0;
    }
    stream->done += (uint64_t)got;
    return (size_t)got;
}

/* Room for n bytes behind the window's end. */
static void
make_room(struct cd_stream *stream, size_t n)
{
    if (stream->room - stream->end >= n)
        return;
    if (stream->start > 0) {
        memmove(stream->p, stream->p + stream->start,
                stream->end - stream->start);
        stream->end -= stream->start;
        stream->start = 0;
    }
    stream->p = cd_grow(stream->p, &stream->room, stream->end + n, 1);
}

static void
lose(struct cd_stream *stream, uint64_t start, const char *why)
{
    stream->lost = (struct cd_lost){ start, start, why };
    stream->stop = CD_STOP_LOST;
}

/* What comes out of an archive must not be out of proportion to it. */
static void
count_nested(struct cd_stream *stream, size_t n)
{
    struct cd_stream *root = stream->root;

    root->nested += n;
    if (n == 0 || stream->dead || root->nested < GROWTH_FROM ||
        root->nested / GROWTH < root->done)
        return;
    lose(stream, stream->offset + (stream->end - stream->start),
         "expands to more than 500 times the archive's size");
    stream->dead = true;
}

static void
end_of_file(struct cd_stream *stream)
{
    stream->stop = CD_STOP_END;
    if (stream->failure != NULL)
        lose(stream, stream->done, stream->failure);
}

/* The members stopped, or go on. */
static void
stop_at(struct cd_stream *stream, enum cd_stop stop)
{
    stream->stop = stop;
    if (stop == CD_STOP_LOST)
        stream->lost = *cd_members_lost(stream->members);
}

static void
begin_member(struct cd_stream *stream)
{
    stop_at(stream, cd_members_begin(stream->members));
    if (stream->stop != CD_STOP_END)
        stream->member_at = stream->offset + (stream->end - stream->start);
}

static void
decode(struct cd_stream *stream)
{
    size_t n = CHUNK;
    enum cd_stop stop;

    make_room(stream, n);
    stop = cd_members_decode(stream->members, stream->p + stream->end, &n);
    stream->end += n;
    stop_at(stream, stop);
}

bool
cd_stream_more(struct cd_stream *stream)
{
    size_t before = stream->end - stream->start;

    while (stream->stop == CD_STOP_NONE &&
           stream->end - stream->start == before) {
        if (stream->members != NULL) {
            decode(stream);
            continue;
        }
        make_room(stream, stream->p == NULL ? FIRST : CHUNK);
        stream->end += read_some(stream, stream->p + stream->end,
                                 stream->room - stream->end);
        if (stream->end - stream->start > before)
            break;
        end_of_file(stream);
    }
    if (stream->root != NULL)
        count_nested(stream, stream->end - stream->start - before);
    return stream->end - stream->start > before;
}

size_t
cd_stream_need(struct cd_stream *stream, size_t n)
{
    while (stream->end - stream->start < n && cd_stream_more(stream))
        continue;
    return stream->end - stream->start;
}

struct cd_str
cd_stream_view(const struct cd_stream *stream)
{
    return (struct cd_str){ stream->p + stream->start,
                            stream->end - stream->start };
}

void
cd_stream_take(struct cd_stream *stream, size_t n)
{
    stream->start += n;
    stream->offset += n;
}

uint64_t
cd_stream_rest(const struct cd_stream *stream)
{
    if (stream->members != NULL || stream->size <= stream->done)
        return 0;
    return stream->size - stream->done;
}

size_t
cd_stream_fill(struct cd_stream *stream, char *p, size_t n)
{
    size_t held = stream->end - stream->start, got = 0, more = 1;

    memcpy(p, stream->p + stream->start, held);
    cd_stream_take(stream, held);
    for (got = held; got < n && more > 0; got += more) {
        more = read_some(stream, p + got, n - got);
        stream->offset += more;
    }
    if (got < n)
        end_of_file(stream);
    return got;
}

int64_t
cd_stream_seek(struct cd_stream *stream, int64_t offset, int whence)
{
    off_t at = -1;

    if (stream->fd < 0 || stream->members != NULL)
        return -1; /* nested, in memory or compressed */
    if (whence == SEEK_CUR) {
        whence = SEEK_SET;
        offset += (int64_t)stream->offset;
    }
    at = lseek(stream->fd, (off_t)offset, whence);
    if (at < 0)
        return -1;
    stream->start = stream->end = 0;
    stream->offset = stream->done = (uint64_t)at;
    stream->finished = false;
    stream->stop = CD_STOP_NONE;
    return at;
}

enum cd_stop
cd_stream_stop(const struct cd_stream *stream)
{
    return stream->stop;
}

void
cd_stream_pass(struct cd_stream *stream)
{
    if (stream->stop == CD_STOP_END || stream->stop == CD_STOP_NONE)
        return;
    if (stream->members == NULL || stream->dead) {
        stream->stop = CD_STOP_END;
        return;
    }
    stream->stop = CD_STOP_NONE;
    begin_member(stream);
}

const struct cd_lost *
cd_stream_lost(const struct cd_stream *stream)
{
    return &stream->lost;
}

uint64_t
cd_stream_offset(const struct cd_stream *stream)
{
    return stream->offset;
}

uint64_t
cd_stream_address(const struct cd_stream *stream)
{
    if (stream->members != NULL && stream->member_at == stream->offset)
        return cd_members_start(stream->members);
    return stream->offset;
}

uint64_t
cd_stream_read(const struct cd_stream *stream)
{
    return stream->done;
}

bool
cd_stream_coded(const struct cd_stream *stream)
{
    return stream->members != NULL;
}

static size_t
read_raw(void *from, char *p, size_t n, const char **why)
{
    struct cd_stream *stream = from;

    n = read_some(stream, p, n);
    *why = stream->failure;
    return n;
}

/* The first bytes decide on the codec; they are the start of the file. */
static void
choose_codec(struct cd_stream *stream)
{
    const struct cd_codec *codec;
    struct cd_str head;

    cd_stream_need(stream, CD_CODEC_HEAD);
    head = cd_stream_view(stream);
    codec = cd_codec_find(head);
    if (codec == NULL)
        return;
    stream->members = cd_members_new(codec, read_raw, stream, head);
    stream->start = stream->end = 0;
    stream->stop = CD_STOP_NONE;
    begin_member(stream);
}

static int
open_path(const char *path, uint64_t *size, struct cd_error *err)
{
    struct stat st;
    int fd;

    if (strcmp(path, "-") == 0)
        return dup(STDIN_FILENO);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        cd_fail(err, CD_SKIP, "cannot open: %s", strerror(errno));
        return -1;
    }
    if (fstat(fd, &st) != 0)
        return fd;
    if (S_ISDIR(st.st_mode)) {
        close(fd);
        cd_fail(err, CD_SKIP, "cannot read: it is a folder");
        return -1;
    }
    if (S_ISREG(st.st_mode))
        *size = (uint64_t)st.st_size;
    return fd;
}

struct cd_stream *
cd_stream_open(const char *path, struct cd_error *err)
{
    struct cd_stream *stream;
    uint64_t size = 0;
    int fd = open_path(path, &size, err);

    if (fd < 0)
        return NULL;
    stream = cd_alloc(sizeof(*stream));
    stream->fd = fd;
    stream->size = size;
    choose_codec(stream);
    return stream;
}

struct cd_stream *
cd_stream_nested(struct cd_stream *parent, struct cd_stream_source source)
{
    struct cd_stream *stream = cd_alloc(sizeof(*stream));

    stream->fd = -1;
    stream->source = source;
    stream->root = parent->root != NULL ? parent->root : parent;
    choose_codec(stream);
    return stream;
}

struct cd_stream *
cd_stream_memory(struct cd_str bytes)
{
    struct cd_stream *stream = cd_alloc(sizeof(*stream));

    stream->fd = -1;
    make_room(stream, bytes.n + CD_CODEC_HEAD);
    if (bytes.n > 0)
        memcpy(stream->p, bytes.p, bytes.n);
    stream->end = bytes.n;
    choose_codec(stream);
    return stream;
}

void
cd_stream_free(struct cd_stream *stream)
{
    if (stream == NULL)
        return;
    cd_members_free(stream->members);
    if (stream->fd >= 0)
        close(stream->fd);
    free(stream->p);
    free(stream);
}
