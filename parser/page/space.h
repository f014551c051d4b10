/* SPDX-License-Identifier: Apache-2.0 */
/*
 * White space of a page's text, as blocks collapse it.
 *
 *     at = cd_space_skip(text, at);                 to the next that may be one
 *     n = at < text.n ? cd_space_at(text, at, &gone) : 0;
 *     title = cd_space_collapse(arena, title);      the same for a line
 */
#ifndef CD_PARSER_PAGE_SPACE_H
#define CD_PARSER_PAGE_SPACE_H

#include "base/arena.h"

/* Does the joiner at at join nothing?  Editors leave them alone or behind a
 * stop; behind letters of other scripts and pictures they are needed. */
static inline bool
cd_joins_nothing(struct cd_str text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.p + at;

    if (p[2] != 0x8C && p[2] != 0x8D)
        return false;
    return at == 0 || p[-1] < 0x80 ||
           (at > 1 && p[-2] == 0xC2 && p[-1] == 0xA0) ||
           (at > 2 && p[-3] == 0xE2 && p[-2] == 0x80);
}

/* Bytes of the white space at p: 0 if there is none; *gone if it is of the
 * kind that takes no room at all. */
static inline size_t
cd_space_at(struct cd_str text, size_t at, bool *gone)
{
    const unsigned char *p = (const unsigned char *)text.p + at;
    size_t left = text.n - at;

    *gone = false;
    if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
        return 1;
    if (*p == 0xC2 && left > 1 && (p[1] == 0xA0 || p[1] == 0xAD)) {
        *gone = p[1] == 0xAD;
        return 2;
    }
    if (*p == 0xE2 && left > 2 && p[1] == 0x80)
        *gone = p[2] == 0x8B || cd_joins_nothing(text, at);
    if (*p == 0xEF && left > 2 && p[1] == 0xBB && p[2] == 0xBF)
        *gone = true;
    return *gone ? 3 : 0;
}

/* Past bytes that neither are white space nor begin any. */
static inline size_t
cd_space_skip(struct cd_str text, size_t at)
{
    while (at < text.n && (signed char)text.p[at] > ' ')
        at++;
    return at;
}

/* The text with each run of white space and controls as one space, and none at
 * its ends. */
struct cd_str cd_space_collapse(struct cd_arena *arena, struct cd_str text);

#endif
