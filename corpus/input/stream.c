/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "corpus/input/codec.h"

enum {
    CHUNK = 256 * 1024,
    HEAD = 16,
    GROWTH = 500,            /* bytes out of all nested streams, for one of the
                                 file that they are in */
    GROWTH_FROM = 256 << 20, /* and that many anyway */
};

struct cd_stream {
    int fd; /* -1: the bytes are in memory, or come from source */
    struct cd_stream_source source;
    struct cd_stream *root; /* of a nested stream: that of the file, or NULL */
    uint64_t nested;        /* of a root: bytes out of the streams in it */
    bool dead;              /* of a nested stream: it grew too much */
    bool finished;          /* nothing more to read from fd */
    const char *failure;    /* why reading ended before the end, or NULL */
    const struct cd_codec *codec; /* NULL: not compressed */
    void *state;

    /* bytes of the file: raw.p[raw_at, raw_end), the first at file offset
     * raw_offset + raw_at; compressed files only */
    char *raw;
    size_t raw_at, raw_end, raw_room;
    uint64_t raw_offset;

    /* the window: p[start, end), the first at offset */
    char *p;
    size_t start, end, room;
    uint64_t offset;
    uint64_t done; /* bytes of the file that were read */

    enum cd_stop stop;
    bool resync;        /* behind damage: look for the next member */
    uint64_t member;    /* where the present member began in the file */
    uint64_t member_at; /* and in the uncompressed bytes */
    struct cd_lost lost;
};

/* Reads once into p; 0 at the end or on an error, which damage reports. */
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

/* More bytes of the file behind those in raw; half of the buffer stays as it
 * was, for a search after damage. */
static bool
refill(struct cd_stream *stream)
{
    size_t keep = stream->raw_room / 2, n;

    if (stream->raw_end == stream->raw_room) {
        size_t drop = stream->raw_at - keep;

        if (stream->raw_at <= keep)
            return true; /* enough for now */
        memmove(stream->raw, stream->raw + drop, stream->raw_end - drop);
        stream->raw_offset += drop;
        stream->raw_end -= drop;
        stream->raw_at = keep;
    }
    n = read_some(stream, stream->raw + stream->raw_end,
                  stream->raw_room - stream->raw_end);
    stream->raw_end += n;
    return n > 0;
}

static struct cd_str
raw_view(const struct cd_stream *stream)
{
    return (struct cd_str){ stream->raw + stream->raw_at,
                            stream->raw_end - stream->raw_at };
}

static uint64_t
raw_position(const struct cd_stream *stream)
{
    return stream->raw_offset + stream->raw_at;
}

static void
lose(struct cd_stream *stream, uint64_t start, const char *why)
{
    stream->lost = (struct cd_lost){ start, start, why };
    stream->stop = CD_STOP_LOST;
}

/* Moves to the next byte at which a member begins, or to the end. */
static void
find_member(struct cd_stream *stream)
{
    for (;;) {
        struct cd_str raw = raw_view(stream);

        if (raw.n < HEAD && refill(stream))
            continue;
        raw = raw_view(stream);
        if (raw.n == 0 || stream->codec->begins(raw))
            return;
        stream->raw_at++;
    }
}

/*
 * Where the search for a member goes on after one was found damaged: behind its
 * first byte if that is still in memory.  A second failure in a row goes on
 * where it was noticed, so that no input makes the search quadratic.
 */
static void
rewind_raw(struct cd_stream *stream)
{
    uint64_t from = stream->member + 1;

    if (stream->resync)
        return;
    if (from < stream->raw_offset)
        from = stream->raw_offset;
    if (from < raw_position(stream))
        stream->raw_at = (size_t)(from - stream->raw_offset);
}

static void
damage(struct cd_stream *stream, const char *why)
{
    uint64_t start = stream->member;

    rewind_raw(stream);
    stream->resync = true;
    find_member(stream);
    lose(stream, start, why);
    stream->lost.end = raw_position(stream);
}

/* Between members: zeros are padding, and anything else is lost bytes. */
static void
begin_member(struct cd_stream *stream)
{
    for (;;) {
        struct cd_str raw = raw_view(stream);

        if (raw.n < HEAD && refill(stream))
            continue;
        raw = raw_view(stream);
        if (raw.n == 0) {
            stream->stop = CD_STOP_END;
            return;
        }
        if (raw.p[0] != '\0')
            break;
        stream->raw_at++;
    }
    stream->member = raw_position(stream);
    stream->member_at = stream->offset + (stream->end - stream->start);
    stream->codec->restart(stream->state);
    if (stream->codec->begins(raw_view(stream)))
        return;
    find_member(stream);
    lose(stream, stream->member, "no compressed data");
    stream->lost.end = raw_position(stream);
}

static void
decode(struct cd_stream *stream)
{
    struct cd_str raw = raw_view(stream);
    size_t n = CHUNK;
    const char *why = NULL;
    enum cd_stop stop;

    if (raw.n == 0 && !refill(stream)) {
        damage(stream, stream->failure != NULL ? stream->failure : "cut off");
        return;
    }
    raw = raw_view(stream);
    make_room(stream, n);
    stop = stream->codec->run(stream->state, &raw, stream->p + stream->end, &n,
                              &why);
    stream->raw_at = stream->raw_end - raw.n;
    stream->end += n;
    if (stop == CD_STOP_LOST) {
        damage(stream, why);
        return;
    }
    stream->stop = stop;
    if (stop == CD_STOP_MEMBER)
        stream->resync = false;
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

bool
cd_stream_more(struct cd_stream *stream)
{
    size_t before = stream->end - stream->start;

    while (stream->stop == CD_STOP_NONE &&
           stream->end - stream->start == before) {
        if (stream->codec != NULL) {
            decode(stream);
            continue;
        }
        make_room(stream, CHUNK);
        stream->end += read_some(stream, stream->p + stream->end,
                                 stream->room - stream->end);
        if (stream->end - stream->start > before)
            break;
        stream->stop = CD_STOP_END;
        if (stream->failure != NULL)
            lose(stream, stream->done, stream->failure);
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

int64_t
cd_stream_seek(struct cd_stream *stream, int64_t offset, int whence)
{
    off_t at = -1;

    if (stream->fd < 0 || stream->codec != NULL)
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
    if (stream->codec == NULL || stream->dead) {
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
    if (stream->codec != NULL && stream->member_at == stream->offset)
        return stream->member;
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
    return stream->codec != NULL;
}

/* The first bytes decide on the codec; they are the start of the file. */
static void
choose_codec(struct cd_stream *stream)
{
    struct cd_str head;

    cd_stream_need(stream, HEAD);
    head = cd_stream_view(stream);
    stream->codec = cd_codec_find(head);
    if (stream->codec == NULL)
        return;
    stream->raw = stream->p;
    stream->raw_end = stream->end;
    stream->raw_room = stream->room;
    stream->p = NULL;
    stream->start = stream->end = stream->room = 0;
    stream->stop = CD_STOP_NONE;
    stream->state = stream->codec->open();
    begin_member(stream);
}

static int
open_path(const char *path, struct cd_error *err)
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
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(fd);
        cd_fail(err, CD_SKIP, "cannot read: it is a folder");
        return -1;
    }
    return fd;
}

struct cd_stream *
cd_stream_open(const char *path, struct cd_error *err)
{
    struct cd_stream *stream;
    int fd = open_path(path, err);

    if (fd < 0)
        return NULL;
    stream = cd_alloc(sizeof(*stream));
    stream->fd = fd;
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
    make_room(stream, bytes.n + HEAD);
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
    if (stream->codec != NULL)
        stream->codec->close(stream->state);
    if (stream->fd >= 0)
        close(stream->fd);
    free(stream->raw);
    free(stream->p);
    free(stream);
}
