/* SPDX-License-Identifier: Apache-2.0 */
/*
 * zstd (RFC 8878) by libzstd, a frame at a time.  A .warc.zst may begin with a
 * frame that holds the dictionary of all others (the IIPC's draft, "Use of
 * Zstandard in WARC files").
 */
#include <stdlib.h>
#include <zstd.h>

#include "base/memory.h"
#include "corpus/input/codec.h"

enum { DICTIONARY_MAX = 64 << 20, SKIPPABLE_HEAD = 8, DICTIONARY_MARK = 0x5D };

struct zstd {
    ZSTD_DCtx *z;
    bool begun;           /* the frame's first bytes were seen */
    bool skippable;       /* it is one of no data */
    bool dictionary;      /* and holds the dictionary */
    size_t left;          /* bytes of it to come */
    struct cd_buf buffer; /* what there is of the dictionary */
};

static const char zstd_magic[] = "\x28\xB5\x2F\xFD";

static bool
is_skippable(struct cd_str head)
{
    return head.n >= 4 && ((unsigned char)head.p[0] & 0xF0) == 0x50 &&
           memcmp(head.p + 1, "\x2A\x4D\x18", 3) == 0;
}

static bool
begins(struct cd_str head)
{
    return is_skippable(head) ||
           cd_str_starts(head, (struct cd_str){ zstd_magic, 4 });
}

static void *
open_zstd(void)
{
    struct zstd *zstd = cd_alloc(sizeof(*zstd));

    zstd->z = ZSTD_createDCtx();
    if (zstd->z == NULL)
        cd_out_of_memory();
    return zstd;
}

static void
close_zstd(void *state)
{
    struct zstd *zstd = state;

    ZSTD_freeDCtx(zstd->z);
    cd_buf_release(&zstd->buffer);
    free(zstd);
}

static void
restart(void *state)
{
    struct zstd *zstd = state;

    ZSTD_DCtx_reset(zstd->z, ZSTD_reset_session_only);
    zstd->begun = zstd->skippable = zstd->dictionary = false;
    cd_buf_reset(&zstd->buffer);
}

/* The dictionary may be compressed itself. */
static enum cd_stop
load_dictionary(struct zstd *zstd, const char **why)
{
    struct cd_buf plain = { 0 };
    struct cd_str bytes = cd_buf_str(&zstd->buffer);
    size_t result;

    if (cd_str_starts(bytes, (struct cd_str){ zstd_magic, 4 })) {
        size_t room = DICTIONARY_MAX, n;

        n = ZSTD_decompress(cd_buf_reserve(&plain, room), room, bytes.p,
                            bytes.n);
        plain.n = ZSTD_isError(n) ? 0 : n;
        bytes = cd_buf_str(&plain);
    }
    result = ZSTD_DCtx_loadDictionary(zstd->z, bytes.p, bytes.n);
    cd_buf_release(&plain);
    if (!ZSTD_isError(result))
        return CD_STOP_MEMBER;
    *why = ZSTD_getErrorName(result);
    return CD_STOP_LOST;
}

static uint32_t
little_endian(const char *p)
{
    uint32_t value = 0;

    for (int i = 3; i >= 0; i--)
        value = value << 8 | (unsigned char)p[i];
    return value;
}

/* A frame's first bytes; a stream shows at least its header. */
static enum cd_stop
begin(struct zstd *zstd, struct cd_str *in, const char **why)
{
    zstd->begun = true;
    zstd->skippable = is_skippable(*in);
    if (!zstd->skippable)
        return CD_STOP_NONE;
    if (in->n < SKIPPABLE_HEAD) {
        *why = "cut off";
        return CD_STOP_LOST;
    }
    zstd->left = little_endian(in->p + 4);
    zstd->dictionary = (unsigned char)in->p[0] == DICTIONARY_MARK;
    *in = cd_str_sub(*in, SKIPPABLE_HEAD, in->n);
    if (!zstd->dictionary || zstd->left <= DICTIONARY_MAX)
        return CD_STOP_NONE;
    *why = "dictionary of more than 64 MiB";
    return CD_STOP_LOST;
}

static enum cd_stop
skip(struct zstd *zstd, struct cd_str *in, const char **why)
{
    size_t n = in->n < zstd->left ? in->n : zstd->left;

    if (zstd->dictionary)
        cd_buf_add(&zstd->buffer, cd_str_sub(*in, 0, n));
    *in = cd_str_sub(*in, n, in->n);
    zstd->left -= n;
    if (zstd->left > 0)
        return CD_STOP_NONE;
    return zstd->dictionary ? load_dictionary(zstd, why) : CD_STOP_MEMBER;
}

static enum cd_stop
run(void *state, struct cd_str *in, char *out, size_t *n, const char **why)
{
    struct zstd *zstd = state;
    enum cd_stop stop = zstd->begun ? CD_STOP_NONE : begin(zstd, in, why);
    ZSTD_inBuffer from = { in->p, in->n, 0 };
    ZSTD_outBuffer to = { out, *n, 0 };
    size_t result;

    *n = 0;
    if (stop != CD_STOP_NONE)
        return stop;
    if (zstd->skippable)
        return skip(zstd, in, why);
    result = ZSTD_decompressStream(zstd->z, &to, &from);
    *n = to.pos;
    *in = cd_str_sub(*in, from.pos, in->n);
    if (result == 0)
        return CD_STOP_MEMBER;
    if (!ZSTD_isError(result))
        return CD_STOP_NONE;
    *why = ZSTD_getErrorName(result);
    return CD_STOP_LOST;
}

const struct cd_codec cd_codec_zstd = {
    .name = "zstd",
    .begins = begins,
    .open = open_zstd,
    .close = close_zstd,
    .restart = restart,
    .run = run,
};
