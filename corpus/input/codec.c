/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/codec.h"

enum { CHUNK = 64 * 1024 };

static const struct cd_codec *const codecs[] = {
#define X(name) &cd_codec_##name,
    CD_CODECS(X)
#undef X
};

const struct cd_codec *
cd_codec_find(struct cd_str head)
{
    for (size_t i = 0; i < CD_COUNT(codecs); i++) {
        if (codecs[i]->begins(head))
            return codecs[i];
    }
    return NULL;
}

/* One member, or as much of it as there is. */
static enum cd_stop
undo_member(const struct cd_codec *codec, void *state, struct cd_str *in,
            size_t most, struct cd_buf *out, const char **why)
{
    enum cd_stop stop = CD_STOP_NONE;

    while (stop == CD_STOP_NONE && out->n <= most) {
        size_t n = CHUNK, before = in->n;
        char *to = cd_buf_reserve(out, n);

        stop = codec->run(state, in, to, &n, why);
        out->n += n;
        if (stop == CD_STOP_NONE && n == 0 && in->n == before) {
            *why = "cut off";
            stop = CD_STOP_LOST;
        }
    }
    return stop;
}

enum cd_status
cd_codec_undo(const struct cd_codec *codec, struct cd_str in, size_t most,
              struct cd_buf *out, struct cd_error *err)
{
    void *state = codec->open();
    const char *why = NULL;
    enum cd_stop stop = CD_STOP_MEMBER;

    while (stop == CD_STOP_MEMBER && codec->begins(in)) {
        codec->restart(state);
        stop = undo_member(codec, state, &in, most, out, &why);
    }
    codec->close(state);
    if (stop == CD_STOP_LOST)
        return cd_fail(err, CD_SKIP, "%s data: %s", codec->name, why);
    if (out->n > most)
        return cd_fail(err, CD_SKIP, "more than %zu bytes when decompressed",
                       most);
    return CD_OK;
}
