/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kinds of compression that a stream undoes: each is a file that defines
 * cd_codec_NAME, and a line in the list.
 */
#ifndef CD_CORPUS_INPUT_CODEC_H
#define CD_CORPUS_INPUT_CODEC_H

#include "base/buf.h"
#include "base/error.h"

enum { CD_CODEC_HEAD = 16 }; /* bytes by which a member is known */

enum cd_stop {
    CD_STOP_NONE,   /* more bytes may follow */
    CD_STOP_MEMBER, /* the end of a compressed member */
    CD_STOP_LOST,   /* damage: cd_stream_lost() tells */
    CD_STOP_END,    /* the end of the file */
};

/* Bytes [start, end) of the file that were lost, and why. */
struct cd_lost {
    uint64_t start, end;
    const char *why;
};

/*
 * Undoes one kind of compression.  A codec reads input at *in and writes
 * output; it returns CD_STOP_NONE, CD_STOP_MEMBER at the end of a member, or
 * CD_STOP_LOST with *why set where the input is damaged.
 */
struct cd_codec {
    const char *name;
    /* Does a member begin at head?  Needs at most CD_CODEC_HEAD of it. */
    bool (*begins)(struct cd_str head);
    void *(*open)(void);
    void (*close)(void *state);
    void (*restart)(void *state); /* a new member follows */
    enum cd_stop (*run)(void *state, struct cd_str *in, char *out, size_t *n,
                        const char **why);
};

#define CD_CODECS(X)                                                           \
    X(gzip)                                                                    \
    X(zstd)                                                                    \
    X(bzip2)                                                                   \
    X(xz)

#define X(name) extern const struct cd_codec cd_codec_##name;
CD_CODECS(X)
#undef X

/* HTTP's "deflate" (zlib's wrapper or none) and "br".  They have no mark of
 * their own, so no file is recognised by them. */
extern const struct cd_codec cd_codec_deflate;
extern const struct cd_codec cd_codec_brotli;

/* The codec whose mark stands at the start of head, or NULL. */
const struct cd_codec *cd_codec_find(struct cd_str head);

/* Decompresses in, all its members, to the end of out.  CD_SKIP if it is
 * damaged or comes to more than most bytes. */
enum cd_status cd_codec_undo(const struct cd_codec *codec, struct cd_str in,
                             size_t most, struct cd_buf *out,
                             struct cd_error *err);

#endif
