/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bzip2 by libbz2, a stream at a time.
 */
#include <bzlib.h>
#include <limits.h>
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/input/codec.h"

struct bzip2 {
    bz_stream z;
    bool begun;
};

/* The magic, a block size, and the mark of a block or of the end. */
static bool
begins(struct cd_str head)
{
    return head.n >= 10 && memcmp(head.p, "BZh", 3) == 0 && head.p[3] >= '1' &&
           head.p[3] <= '9' &&
           (memcmp(head.p + 4, "1AY&SY", 6) == 0 ||
            memcmp(head.p + 4, "\x17\x72\x45\x38\x50\x90", 6) == 0);
}

static void *
open_bzip2(void)
{
    return cd_alloc(sizeof(struct bzip2));
}

static void
restart(void *state)
{
    struct bzip2 *bzip2 = state;

    if (bzip2->begun)
        BZ2_bzDecompressEnd(&bzip2->z);
    *bzip2 = (struct bzip2){ .begun = true };
    if (BZ2_bzDecompressInit(&bzip2->z, 0, 0) != BZ_OK)
        cd_out_of_memory();
}

static void
close_bzip2(void *state)
{
    struct bzip2 *bzip2 = state;

    if (bzip2->begun)
        BZ2_bzDecompressEnd(&bzip2->z);
    free(bzip2);
}

static enum cd_stop
run(void *state, struct cd_str *in, char *out, size_t *n, const char **why)
{
    bz_stream *z = &((struct bzip2 *)state)->z;
    unsigned room = *n < INT_MAX ? (unsigned)*n : INT_MAX;
    int result;

    z->next_in = (char *)(uintptr_t)in->p;
    z->avail_in = in->n < INT_MAX ? (unsigned)in->n : INT_MAX;
    z->next_out = out;
    z->avail_out = room;
    result = BZ2_bzDecompress(z);
    *n = room - z->avail_out;
    *in = cd_str_sub(*in, (size_t)(z->next_in - in->p), in->n);
    if (result == BZ_STREAM_END)
        return CD_STOP_MEMBER;
    if (result == BZ_OK)
        return CD_STOP_NONE;
    if (result == BZ_MEM_ERROR)
        cd_out_of_memory();
    *why = "damaged";
    return CD_STOP_LOST;
}

const struct cd_codec cd_codec_bzip2 = {
    .name = "bzip2",
    .begins = begins,
    .open = open_bzip2,
    .close = close_bzip2,
    .restart = restart,
    .run = run,
};
