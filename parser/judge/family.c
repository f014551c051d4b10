/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/family.h"

#include "base/ascii.h"
#include "base/sorted.h"

enum cd_family_match {
    CD_FAMILY_BY_WORD, /* the name is the form */
    CD_FAMILY_BY_STEM, /* it begins with the form */
};

struct cd_family_row {
    const char *form;
    enum cd_family family;
    enum cd_family_match match;
};

#include "parser/judge/family.inc"

enum { NAME_MAX_SIZE = 32 }; /* what is longer is a made-up name */

static size_t
lower_bound(size_t low, size_t high, size_t depth, unsigned c)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if ((unsigned char)cd_family_row_table[middle].form[depth] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The row of one name in lower case (n > 0), or NULL: the sorted table as a
 * trie. */
static const struct cd_family_row *
find(const char *name, size_t n)
{
    static const uint16_t pairs[] = CD_FAMILY_ROW_PAIRS;
    const struct cd_family_row *found = NULL;
    size_t pair = cd_sorted_pair((struct cd_str){ name, n });
    size_t low = pairs[pair], high = pairs[pair + 1];

    for (size_t at = cd_sorted_shared(pair); low < high; at++) {
        const struct cd_family_row *row = &cd_family_row_table[low];
        unsigned c;

        if (at > 0 && row->form[at] == '\0' &&
            (at == n || row->match == CD_FAMILY_BY_STEM))
            found = row;
        if (at == n)
            break;
        c = (unsigned char)name[at];
        low = lower_bound(low, high, at, c);
        high = lower_bound(low, high, at, c + 1);
    }
    return found;
}

/* The size of the name at the start of text: to a sign or a capital that
 * follows a small letter. */
static size_t
name_size(struct cd_str text)
{
    size_t n = 0;

    while (n < text.n && cd_ascii_is_alpha(text.p[n])) {
        if (n > 0 && cd_ascii_is_upper(text.p[n]) &&
            !cd_ascii_is_upper(text.p[n - 1]))
            break;
        n++;
    }
    return n;
}

static unsigned
bit_of(struct cd_str name)
{
    const struct cd_family_row *row;
    char lower[NAME_MAX_SIZE];

    if (name.n > sizeof lower)
        return 0;
    for (size_t i = 0; i < name.n; i++)
        lower[i] = cd_ascii_lower(name.p[i]);
    row = find(lower, name.n);
    return row != NULL ? 1u << row->family : 0;
}

unsigned
cd_family_bits(struct cd_str names)
{
    unsigned bits = 0;

    for (size_t at = 0; at < names.n;) {
        size_t n = name_size(cd_str_sub(names, at, names.n));

        if (n > 1)
            bits |= bit_of(cd_str_sub(names, at, at + n));
        at += n > 0 ? n : 1;
    }
    return bits;
}
