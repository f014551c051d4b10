/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/members.h"

#include <stdlib.h>

#include "base/memory.h"

enum { ROOM = 256 * 1024 }; /* at least */

struct cd_members {
    const struct cd_codec *codec;
    void *state; /* its */
    cd_members_read *read;
    void *from;
    const char *failure; /* of read() */
    /* bytes of the file: raw[at, end), the first at file offset offset + at */
    char *raw;
    size_t at, end, room;
    uint64_t offset;
    uint64_t start; /* of the present member, in the file */
    bool resync;    /* behind damage: looks for the next member */
    struct cd_lost lost;
};

/* More bytes of the file behind those in raw; half of the buffer stays as it
 * was, for a search after damage. */
static bool
refill(struct cd_members *members)
{
    size_t keep = members->room / 2, n;

    if (members->end == members->room) {
        size_t drop = members->at - keep;

        if (members->at <= keep)
            return true; /* enough for now */
        memmove(members->raw, members->raw + drop, members->end - drop);
        members->offset += drop;
        members->end -= drop;
        members->at = keep;
    }
    n = members->read(members->from, members->raw + members->end,
                      members->room - members->end, &members->failure);
    members->end += n;
    return n > 0;
}

static struct cd_str
raw_view(const struct cd_members *members)
{
    return (struct cd_str){ members->raw + members->at,
                            members->end - members->at };
}

static uint64_t
raw_position(const struct cd_members *members)
{
    return members->offset + members->at;
}

/* What follows: by CD_CODEC_HEAD bytes or more a member is known, and fewer are
 * the end of the file. */
static struct cd_str
raw_ahead(struct cd_members *members)
{
    while (raw_view(members).n < CD_CODEC_HEAD && refill(members))
        continue;
    return raw_view(members);
}

/* Moves to the next byte at which a member begins, or to the end. */
static void
find_member(struct cd_members *members)
{
    struct cd_str raw;

    while ((raw = raw_ahead(members)).n > 0 && !members->codec->begins(raw))
        members->at++;
}

/*
 * Where the search for a member goes on after one was found damaged: behind its
 * first byte if that is still in memory.  A second failure in a row goes on
 * where it was noticed, so that no input makes the search quadratic.
 */
static void
rewind_raw(struct cd_members *members)
{
    uint64_t from = members->start + 1;

    if (members->resync)
        return;
    if (from < members->offset)
        from = members->offset;
    if (from < raw_position(members))
        members->at = (size_t)(from - members->offset);
}

static enum cd_stop
damage(struct cd_members *members, const char *why)
{
    uint64_t start = members->start;

    rewind_raw(members);
    members->resync = true;
    find_member(members);
    members->lost = (struct cd_lost){ start, raw_position(members), why };
    return CD_STOP_LOST;
}

enum cd_stop
cd_members_begin(struct cd_members *members)
{
    struct cd_str raw;

    while ((raw = raw_ahead(members)).n > 0 && raw.p[0] == '\0')
        members->at++;
    if (raw.n == 0)
        return CD_STOP_END;
    members->start = raw_position(members);
    members->codec->restart(members->state);
    if (members->codec->begins(raw))
        return CD_STOP_NONE;
    find_member(members);
    members->lost = (struct cd_lost){ members->start, raw_position(members),
                                      "no compressed data" };
    return CD_STOP_LOST;
}

enum cd_stop
cd_members_decode(struct cd_members *members, char *p, size_t *n)
{
    struct cd_str raw = raw_view(members);
    const char *why = NULL;
    enum cd_stop stop;

    if (raw.n == 0 && !refill(members)) {
        *n = 0;
        return damage(members,
                      members->failure != NULL ? members->failure : "cut off");
    }
    raw = raw_view(members);
    stop = members->codec->run(members->state, &raw, p, n, &why);
    members->at = members->end - raw.n;
    if (stop == CD_STOP_LOST)
        return damage(members, why);
    if (stop == CD_STOP_MEMBER)
        members->resync = false;
    return stop;
}

const struct cd_lost *
cd_members_lost(const struct cd_members *members)
{
    return &members->lost;
}

uint64_t
cd_members_start(const struct cd_members *members)
{
    return members->start;
}

struct cd_members *
cd_members_new(const struct cd_codec *codec, cd_members_read *read, void *from,
               struct cd_str head)
{
    struct cd_members *members = cd_alloc(sizeof(*members));
    size_t room = head.n > ROOM ? head.n : ROOM;

    *members = (struct cd_members){
        .codec = codec,
        .state = codec->open(),
        .read = read,
        .from = from,
        .room = room,
        .end = head.n,
        .raw = cd_realloc(NULL, room, 1),
    };
    memcpy(members->raw, head.p, head.n);
    return members;
}

void
cd_members_free(struct cd_members *members)
{
    if (members == NULL)
        return;
    members->codec->close(members->state);
    free(members->raw);
    free(members);
}
