/* SPDX-License-Identifier: Apache-2.0 */
#include "base/str.h"

#include "base/ascii.h"

int
cd_str_compare(struct cd_str a, struct cd_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int diff = n > 0 ? memcmp(a.p, b.p, n) : 0;

    return diff != 0 ? diff : (a.n > b.n) - (a.n < b.n);
}

bool
cd_str_among(struct cd_str a, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cd_str_is(a, words[i]))
            return true;
    return false;
}

bool
cd_str_eq_nocase(struct cd_str a, struct cd_str b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++) {
        if (cd_ascii_lower(a.p[i]) != cd_ascii_lower(b.p[i]))
            return false;
    }
    return true;
}

struct cd_str
cd_str_trim(struct cd_str a)
{
    while (a.n > 0 && cd_ascii_is_space(a.p[a.n - 1]))
        a.n--;
    while (a.n > 0 && cd_ascii_is_space(a.p[0])) {
        a.p++;
        a.n--;
    }
    return a;
}

size_t
cd_str_find(struct cd_str a, struct cd_str needle, size_t from)
{
    const char *hit;

    if (needle.n == 0)
        return from <= a.n ? from : SIZE_MAX;
    if (from >= a.n || a.n - from < needle.n)
        return SIZE_MAX;
    hit = needle.n == 1 ? memchr(a.p + from, needle.p[0], a.n - from)
                        : memmem(a.p + from, a.n - from, needle.p, needle.n);
    return hit != NULL ? (size_t)(hit - a.p) : SIZE_MAX;
}
