/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A file or standard input as a window of bytes that moves forward, with the
 * compression undone.
 *
 *     struct cd_stream *stream = cd_stream_open("a.warc.gz", &err);
 *     while (cd_stream_need(stream, 1) > 0)
 *         cd_stream_take(stream, cd_stream_view(stream).n);
 *     cd_stream_free(stream);
 *
 * The window never holds more than was asked for and one chunk.  Compressed
 * files consist of members (gzip members, zstd frames): the window stops at the
 * end of each, and where bytes of the file cannot be decompressed, until
 * cd_stream_pass().  Behind damage it goes on at the next member.
 */
#ifndef CD_CORPUS_INPUT_STREAM_H
#define CD_CORPUS_INPUT_STREAM_H

#include <sys/types.h>

#include "corpus/input/codec.h"

struct cd_stream;

/* "-" is standard input.  NULL with CD_SKIP in *err if it cannot be opened. */
struct cd_stream *cd_stream_open(const char *path, struct cd_error *err);
/* The stream over a copy of bytes. */
struct cd_stream *cd_stream_memory(struct cd_str bytes);

/* Bytes that something else has: read() gives up to n of them, 0 at the end, -1
 * on damage, which why tells. */
struct cd_stream_source {
    ssize_t (*read)(void *state, char *p, size_t n);
    void *state;
    const char *why;
};

/*
 * The stream over what is inside parent, which stays where it is meanwhile but
 * for what source.read() does.  All streams inside one file together give at
 * most 500 bytes for each one of the file that was read, beyond 256 MiB; then
 * the stream stops at damage for good.
 */
struct cd_stream *cd_stream_nested(struct cd_stream *parent,
                                   struct cd_stream_source source);
void cd_stream_free(struct cd_stream *stream);

/* Tries to have n bytes in the window; returns how many there are, fewer only
 * before a stop. */
size_t cd_stream_need(struct cd_stream *stream, size_t n);
/* One more chunk into the window; false before a stop. */
bool cd_stream_more(struct cd_stream *stream);
struct cd_str cd_stream_view(const struct cd_stream *stream);
/* Moves the start of the window on by n bytes, which must be in it. */
void cd_stream_take(struct cd_stream *stream, size_t n);

/* Bytes of the file behind the window, by its size when it was opened; 0 where
 * that says nothing: it is compressed, or no file. */
uint64_t cd_stream_rest(const struct cd_stream *stream);
/* Takes the window and what follows, n bytes together, right into p, without
 * another copy; fewer only before a stop.  Where cd_stream_rest() is not 0. */
size_t cd_stream_fill(struct cd_stream *stream, char *p, size_t n);

/* Puts the window, empty, at byte offset from whence, as lseek(), and returns
 * its place; -1 where that can't be done: the file is compressed or a pipe. */
int64_t cd_stream_seek(struct cd_stream *stream, int64_t offset, int whence);

/* What the end of the window is; asks for no bytes. */
enum cd_stop cd_stream_stop(const struct cd_stream *stream);
/* Reading goes on behind a stop of kind MEMBER or LOST. */
void cd_stream_pass(struct cd_stream *stream);
const struct cd_lost *cd_stream_lost(const struct cd_stream *stream);

/* Offset of the window's start in the uncompressed bytes. */
uint64_t cd_stream_offset(const struct cd_stream *stream);
/* The same in the file where a member begins right there, otherwise as
 * cd_stream_offset(). */
uint64_t cd_stream_address(const struct cd_stream *stream);
/* Bytes of the file read so far. */
uint64_t cd_stream_read(const struct cd_stream *stream);
/* Is the file compressed? */
bool cd_stream_coded(const struct cd_stream *stream);

#endif
