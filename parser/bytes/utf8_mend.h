/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes that should be UTF-8 -> UTF-8 that every reader can take.
 *
 *     struct cd_utf8_state state = cd_utf8_look(bytes);
 *     if (state.bad + state.controls > 0)
 *         bytes = cd_utf8_mend(arena, bytes, &state);
 */
#ifndef CD_PARSER_BYTES_UTF8_MEND_H
#define CD_PARSER_BYTES_UTF8_MEND_H

#include "base/arena.h"

struct cd_utf8_state {
    size_t multibyte; /* valid sequences of two bytes and more */
    size_t bad;       /* invalid ones: the longest that could have begun one */
    size_t controls;  /* C0 and C1 controls but for white space, and NUL */
};

/* One pass; as fast as memory where all is ASCII. */
struct cd_utf8_state cd_utf8_look(struct cd_str bytes);

/* A copy with each invalid sequence as one U+FFFD (Unicode 15, section 3.9)
 * and without controls; state is what cd_utf8_look() found. */
struct cd_str cd_utf8_mend(struct cd_arena *arena, struct cd_str bytes,
                           const struct cd_utf8_state *state);

#endif
