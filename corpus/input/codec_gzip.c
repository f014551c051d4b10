/* SPDX-License-Identifier: Apache-2.0 */
/*
 * gzip (RFC 1952) and HTTP's deflate (RFC 1950, 1951) by zlib, a member at a
 * time.
 */
#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#include "base/memory.h"
#include "corpus/input/codec.h"

/* The magic, the only method there is, and no reserved flag. */
static bool
begins(struct cd_str head)
{
    return head.n >= 4 && memcmp(head.p, "\x1f\x8b\x08", 3) == 0 &&
           (head.p[3] & 0xE0) == 0;
}

static void *
open_gzip(void)
{
    z_stream *z = cd_alloc(sizeof(*z));

    if (inflateInit2(z, 15 + 16) != Z_OK)
        cd_out_of_memory();
    return z;
}

static void
close_gzip(void *state)
{
    inflateEnd(state);
    free(state);
}

static void
restart(void *state)
{
    inflateReset(state);
}

static enum cd_stop
run(void *state, struct cd_str *in, char *out, size_t *n, const char **why)
{
    z_stream *z = state;
    size_t room = *n < INT_MAX ? *n : INT_MAX;
    int result;

    z->next_in = (Bytef *)(uintptr_t)in->p;
    z->avail_in = (uInt)in->n;
    z->next_out = (Bytef *)out;
    z->avail_out = (uInt)room;
    result = inflate(z, Z_NO_FLUSH);
    *n = room - z->avail_out;
    *in = (struct cd_str){ in->p + in->n - z->avail_in, z->avail_in };
    if (result == Z_STREAM_END)
        return CD_STOP_MEMBER;
    if (result == Z_OK || result == Z_BUF_ERROR)
        return CD_STOP_NONE;
    if (result == Z_MEM_ERROR)
        cd_out_of_memory();
    *why = z->msg != NULL ? z->msg : "damaged";
    return CD_STOP_LOST;
}

const struct cd_codec cd_codec_gzip = {
    .name = "gzip",
    .begins = begins,
    .open = open_gzip,
    .close = close_gzip,
    .restart = restart,
    .run = run,
};

/*
 * deflate comes in two forms, told apart by the two bytes of zlib's header: the
 * method and a checksum.
 */
struct deflate {
    z_stream z;
    bool begun;
};

static bool
begins_deflate(struct cd_str head)
{
    return head.n > 0 && head.p[0] != '<';
}

static bool
has_zlib_header(struct cd_str head)
{
    return head.n >= 2 && (head.p[0] & 0x0F) == 8 &&
           ((unsigned char)head.p[0] * 256 + (unsigned char)head.p[1]) % 31 ==
               0;
}

static void *
open_deflate(void)
{
    return cd_alloc(sizeof(struct deflate));
}

static void
close_deflate(void *state)
{
    struct deflate *deflate = state;

    if (deflate->begun)
        inflateEnd(&deflate->z);
    free(deflate);
}

static void
restart_deflate(void *state)
{
    struct deflate *deflate = state;

    if (deflate->begun)
        inflateEnd(&deflate->z);
    deflate->begun = false;
}

static enum cd_stop
run_deflate(void *state, struct cd_str *in, char *out, size_t *n,
            const char **why)
{
    struct deflate *deflate = state;

    if (!deflate->begun) {
        memset(&deflate->z, 0, sizeof(deflate->z));
        if (inflateInit2(&deflate->z, has_zlib_header(*in) ? 15 : -15) != Z_OK)
            cd_out_of_memory();
        deflate->begun = true;
    }
    return run(&deflate->z, in, out, n, why);
}

const struct cd_codec cd_codec_deflate = {
    .name = "deflate",
    .begins = begins_deflate,
    .open = open_deflate,
    .close = close_deflate,
    .restart = restart_deflate,
    .run = run_deflate,
};
