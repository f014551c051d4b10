/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stream.c, the window, and members.c, the members of a compressed file,
 * have in common; nobody else looks into a stream.
 */
#ifndef CD_CORPUS_INPUT_MEMBERS_H
#define CD_CORPUS_INPUT_MEMBERS_H

#include "corpus/input/codec.h"
#include "corpus/input/stream.h"

enum {
    CD_STREAM_CHUNK = 256 * 1024,
    CD_STREAM_HEAD = 16, /* bytes by which a member is known */
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

/* Reads once into p; 0 at the end or on an error, which stream->failure tells.
 */
size_t cd_stream_read_some(struct cd_stream *stream, char *p, size_t n);

/* Room for n bytes behind the window's end. */
void cd_stream_room(struct cd_stream *stream, size_t n);

/* A stop at damage that begins, and for now ends, at byte start. */
void cd_stream_lose(struct cd_stream *stream, uint64_t start, const char *why);

/* Between members: the next one begins, or a stop is set: zeros are padding,
 * and anything else is lost bytes. */
void cd_members_begin(struct cd_stream *stream);

/* Undoes the compression of some more bytes into the window, or sets a stop.
 */
void cd_members_decode(struct cd_stream *stream);

#endif
