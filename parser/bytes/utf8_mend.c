/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/bytes/utf8_mend.h"

enum { CHUNK = 64 };

enum kind { ASCII, MULTIBYTE, BAD, CONTROL };

struct sequence {
    enum kind kind;
    size_t n; /* bytes */
};

static bool
is_control(unsigned char c)
{
    return (c < 0x20 && (unsigned char)(c - '\t') > '\r' - '\t') || c == 0x7F;
}

/* Is there nothing to look at in the CHUNK bytes at p?  The loop has a fixed
 * length, no exit and bytes alone, so that compilers make vector code of it. */
static bool
is_plain(const unsigned char *p)
{
    unsigned char found = 0;

    for (int i = 0; i < CHUNK; i++) {
        unsigned char c = p[i];
        unsigned char low = c < 0x20;
        unsigned char no_space = (unsigned char)(c - '\t') > '\r' - '\t';
        unsigned char high = c > 0x7E;

        found |= (unsigned char)((low & no_space) | high);
    }
    return found == 0;
}

/* The range of the second byte of a sequence, by its first. */
static bool
second_fits(unsigned char first, unsigned char second)
{
    if (first == 0xE0)
        return second >= 0xA0 && second <= 0xBF;
    if (first == 0xED)
        return second >= 0x80 && second <= 0x9F;
    if (first == 0xF0)
        return second >= 0x90 && second <= 0xBF;
    if (first == 0xF4)
        return second >= 0x80 && second <= 0x8F;
    return second >= 0x80 && second <= 0xBF;
}

static size_t
length_of(unsigned char first)
{
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/* The sequence that begins at p; left > 0. */
static struct sequence
sequence_at(const unsigned char *p, size_t left)
{
    size_t want, n = 1;

    if (p[0] < 0x80)
        return (struct sequence){ is_control(p[0]) ? CONTROL : ASCII, 1 };
    want = length_of(p[0]);
    if (want == 0)
        return (struct sequence){ BAD, 1 };
    if (left > 1 && second_fits(p[0], p[1])) {
        for (n = 2; n < want && n < left && (p[n] & 0xC0) == 0x80; n++)
            ;
    }
    if (n < want)
        return (struct sequence){ BAD, n };
    if (p[0] == 0xC2 && p[1] < 0xA0 && p[1] != 0x85)
        return (struct sequence){ CONTROL, 2 };
    return (struct sequence){ MULTIBYTE, n };
}

struct cd_utf8_state
cd_utf8_look(struct cd_str bytes)
{
    const unsigned char *p = (const unsigned char *)bytes.p;
    struct cd_utf8_state state = { 0 };
    size_t at = 0;

    while (at < bytes.n) {
        size_t end = at + CHUNK < bytes.n ? at + CHUNK : bytes.n;

        if (end - at == CHUNK && is_plain(p + at)) {
            at = end;
            continue;
        }
        while (at < end) {
            struct sequence s = sequence_at(p + at, bytes.n - at);

            state.multibyte += s.kind == MULTIBYTE;
            state.bad += s.kind == BAD;
            state.controls += s.kind == CONTROL;
            at += s.n;
        }
    }
    return state;
}

struct cd_str
cd_utf8_mend(struct cd_arena *arena, struct cd_str bytes,
             const struct cd_utf8_state *state)
{
    const unsigned char *p = (const unsigned char *)bytes.p;
    char *out = cd_arena_bytes(arena, bytes.n + 2 * state->bad + 1);
    size_t n = 0;

    for (size_t at = 0; at < bytes.n;) {
        struct sequence s = sequence_at(p + at, bytes.n - at);

        if (s.kind == BAD) {
            memcpy(out + n, "\xEF\xBF\xBD", 3);
            n += 3;
        } else if (s.kind != CONTROL) {
            memcpy(out + n, p + at, s.n);
            n += s.n;
        }
        at += s.n;
    }
    return (struct cd_str){ out, n };
}
