/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kinds of compression that a stream undoes: each is a file that defines
 * cd_codec_NAME, and a line in the list.
 */
#ifndef CD_CORPUS_INPUT_CODEC_H
#define CD_CORPUS_INPUT_CODEC_H

#include "base/buf.h"
#include "corpus/input/stream.h"

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
