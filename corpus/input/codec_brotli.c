/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTTP's "br" (RFC 7932) by libbrotlidec.  It has no mark of its own, so no
 * file is recognised by it.
 */
#include <brotli/decode.h>
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/input/codec.h"

struct brotli {
    BrotliDecoderState *z;
};

static bool
begins(struct cd_str head)
{
    return head.n > 0;
}

static void *
open_brotli(void)
{
    return cd_alloc(sizeof(struct brotli));
}

static void
close_brotli(void *state)
{
    struct brotli *brotli = state;

    BrotliDecoderDestroyInstance(brotli->z);
    free(brotli);
}

static void
restart(void *state)
{
    struct brotli *brotli = state;

    BrotliDecoderDestroyInstance(brotli->z);
    brotli->z = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    if (brotli->z == NULL)
        cd_out_of_memory();
}

static enum cd_stop
run(void *state, struct cd_str *in, char *out, size_t *n, const char **why)
{
    struct brotli *brotli = state;
    const uint8_t *next_in = (const uint8_t *)in->p;
    uint8_t *next_out = (uint8_t *)out;
    size_t left_in = in->n, left_out = *n;
    BrotliDecoderResult result = BrotliDecoderDecompressStream(
        brotli->z, &left_in, &next_in, &left_out, &next_out, NULL);

    *n -= left_out;
    *in = cd_str_sub(*in, in->n - left_in, in->n);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) {
        *in = cd_str_sub(*in, in->n, in->n); /* nothing may follow */
        return CD_STOP_MEMBER;
    }
    if (result != BROTLI_DECODER_RESULT_ERROR)
        return CD_STOP_NONE;
    *why = "damaged";
    return CD_STOP_LOST;
}

const struct cd_codec cd_codec_brotli = {
    .name = "brotli",
    .begins = begins,
    .open = open_brotli,
    .close = close_brotli,
    .restart = restart,
    .run = run,
};
