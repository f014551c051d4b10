/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A view of bytes that someone else owns; never NUL terminated by promise,
 * and it may hold NUL bytes: no strlen, strstr or strcmp on it.
 *
 *     struct cd_str word = cd_str_sub(text, 4, 9);
 */
#ifndef CD_BASE_STR_H
#define CD_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* p == NULL means "absent"; p != NULL with n == 0 means "empty". */
struct cd_str {
    const char *p;
    size_t n;
};

/* Half-open byte range [start, end). */
struct cd_span {
    size_t start, end;
};

#define CD_STR(lit) ((struct cd_str){ (lit), sizeof(lit) - 1 })
#define CD_COUNT(array) (sizeof(array) / sizeof((array)[0]))

static inline struct cd_str
cd_str_of(const char *s)
{
    return (struct cd_str){ s, s != NULL ? strlen(s) : 0 };
}

static inline bool
cd_str_eq(struct cd_str a, struct cd_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool
cd_str_is(struct cd_str a, const char *literal)
{
    return cd_str_eq(a, cd_str_of(literal));
}

static inline bool
cd_str_starts(struct cd_str a, struct cd_str prefix)
{
    return a.n >= prefix.n &&
           (prefix.n == 0 || memcmp(a.p, prefix.p, prefix.n) == 0);
}

static inline bool
cd_str_ends(struct cd_str a, struct cd_str suffix)
{
    return a.n >= suffix.n &&
           (suffix.n == 0 ||
            memcmp(a.p + a.n - suffix.n, suffix.p, suffix.n) == 0);
}

/* Bytes [start, end) of a; both must lie inside it.  Of what is absent, nothing
 * (a null pointer takes no 0 either). */
static inline struct cd_str
cd_str_sub(struct cd_str a, size_t start, size_t end)
{
    return (struct cd_str){ start == 0 ? a.p : a.p + start, end - start };
}

/* <0, 0, >0 in byte order; a prefix comes first. */
int cd_str_compare(struct cd_str a, struct cd_str b);

/* Is it one of the words? */
bool cd_str_among(struct cd_str a, const char *const *words, size_t count);

/* Equal but for the case of ASCII letters. */
bool cd_str_eq_nocase(struct cd_str a, struct cd_str b);

/* Without ASCII white space at both ends. */
struct cd_str cd_str_trim(struct cd_str a);

/* Offset of the first needle at or after from, or SIZE_MAX. */
size_t cd_str_find(struct cd_str a, struct cd_str needle, size_t from);

#endif
