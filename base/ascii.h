/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Questions about single ASCII bytes, in place of <ctype.h>, whose answers
 * depend on the locale.  A byte of 0x80 or more is never a letter or a space.
 */
#ifndef CD_BASE_ASCII_H
#define CD_BASE_ASCII_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static inline bool
cd_ascii_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
cd_ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool
cd_ascii_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline char
cd_ascii_lower(char c)
{
    return cd_ascii_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

static inline bool
cd_ascii_is_alpha(char c)
{
    return cd_ascii_lower(c) >= 'a' && cd_ascii_lower(c) <= 'z';
}

static inline bool
cd_ascii_is_alnum(char c)
{
    return cd_ascii_is_alpha(c) || cd_ascii_is_digit(c);
}

/* The first byte of p[at..n) that is not ASCII, or n. */
static inline size_t
cd_ascii_end(const char *p, size_t at, size_t n)
{
    uint64_t words[4];

    for (; n - at >= sizeof(words); at += sizeof(words)) {
        memcpy(words, p + at, sizeof(words));
        if (((words[0] | words[1] | words[2] | words[3]) &
             UINT64_C(0x8080808080808080)) != 0)
            break;
    }
    while (at < n && (unsigned char)p[at] < 0x80)
        at++;
    return at;
}

#endif
