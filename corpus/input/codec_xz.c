/* SPDX-License-Identifier: Apache-2.0 */
/*
 * xz by liblzma, a stream at a time.
 */
#include <lzma.h>
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/input/codec.h"

/* The largest preset needs 65 MiB. */
static const uint64_t memory_limit = UINT64_C(256) << 20;

static bool
begins(struct cd_str head)
{
    return cd_str_starts(head, CD_STR("\xFD"
                                      "7zXZ\0"));
}

static void *
open_xz(void)
{
    lzma_stream *z = cd_alloc(sizeof(*z));

    *z = (lzma_stream)LZMA_STREAM_INIT;
    return z;
}

static void
restart(void *state)
{
    if (lzma_stream_decoder(state, memory_limit, 0) != LZMA_OK)
        cd_out_of_memory();
}

static void
close_xz(void *state)
{
    lzma_end(state);
    free(state);
}

static const char *
message(lzma_ret result)
{
    switch (result) {
    case LZMA_MEMLIMIT_ERROR:
        return "needs more than 256 MiB";
    case LZMA_OPTIONS_ERROR:
        return "an unknown kind of xz";
    default:
        return "damaged";
    }
}

static enum cd_stop
run(void *state, struct cd_str *in, char *out, size_t *n, const char **why)
{
    lzma_stream *z = state;
    size_t room = *n;
    lzma_ret result;

    z->next_in = (const uint8_t *)in->p;
    z->avail_in = in->n;
    z->next_out = (uint8_t *)out;
    z->avail_out = room;
    result = lzma_code(z, LZMA_RUN);
    *n = room - z->avail_out;
    *in = cd_str_sub(*in, in->n - z->avail_in, in->n);
    if (result == LZMA_STREAM_END)
        return CD_STOP_MEMBER;
    if (result == LZMA_OK || result == LZMA_BUF_ERROR)
        return CD_STOP_NONE;
    if (result == LZMA_MEM_ERROR)
        cd_out_of_memory();
    *why = message(result);
    return CD_STOP_LOST;
}

const struct cd_codec cd_codec_xz = {
    .name = "xz",
    .begins = begins,
    .open = open_xz,
    .close = close_xz,
    .restart = restart,
    .run = run,
};
