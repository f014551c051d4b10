/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/members.h"

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
    n = cd_stream_read_some(stream, stream->raw + stream->raw_end,
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

/* Moves to the next byte at which a member begins, or to the end. */
static void
find_member(struct cd_stream *stream)
{
    for (;;) {
        struct cd_str raw = raw_view(stream);

        if (raw.n < CD_STREAM_HEAD && refill(stream))
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
    cd_stream_lose(stream, start, why);
    stream->lost.end = raw_position(stream);
}

void
cd_members_begin(struct cd_stream *stream)
{
    for (;;) {
        struct cd_str raw = raw_view(stream);

        if (raw.n < CD_STREAM_HEAD && refill(stream))
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
    cd_stream_lose(stream, stream->member, "no compressed data");
    stream->lost.end = raw_position(stream);
}

void
cd_members_decode(struct cd_stream *stream)
{
    struct cd_str raw = raw_view(stream);
    size_t n = CD_STREAM_CHUNK;
    const char *why = NULL;
    enum cd_stop stop;

    if (raw.n == 0 && !refill(stream)) {
        damage(stream, stream->failure != NULL ? stream->failure : "cut off");
        return;
    }
    raw = raw_view(stream);
    cd_stream_room(stream, n);
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
