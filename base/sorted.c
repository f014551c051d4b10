/* SPDX-License-Identifier: Apache-2.0 */
#include "base/sorted.h"

#include "base/ascii.h"

static const char *
key_of(const struct cd_sorted *table, size_t row)
{
    return *(const char *const *)((const char *)table->rows +
                                  row * table->size);
}

/* As cd_str_compare(), but without a look at the form's length. */
static int
compare(const char *form, struct cd_str key)
{
    for (size_t i = 0; i < key.n; i++) {
        int order = (unsigned char)form[i] - (unsigned char)key.p[i];

        if (order != 0 || form[i] == '\0')
            return order != 0 ? order : -1;
    }
    return form[key.n] != '\0';
}

size_t
cd_sorted_first(const struct cd_sorted *table, struct cd_str key)
{
    const uint16_t *bucket = table->pairs + cd_sorted_pair(key);
    size_t low = bucket[0], high = bucket[1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare(key_of(table, middle), key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool
cd_sorted_is(const struct cd_sorted *table, size_t row, struct cd_str key)
{
    return row < table->count && compare(key_of(table, row), key) == 0;
}

size_t
cd_sorted_find(const struct cd_sorted *table, struct cd_str key)
{
    size_t row = cd_sorted_first(table, key);

    return cd_sorted_is(table, row, key) ? row : table->count;
}

size_t
cd_sorted_find_nocase(const struct cd_sorted *table, struct cd_str key)
{
    char lower[CD_SORTED_NOCASE];

    if (key.n > sizeof(lower))
        return table->count;
    for (size_t i = 0; i < key.n; i++)
        lower[i] = cd_ascii_lower(key.p[i]);
    return cd_sorted_find(table, (struct cd_str){ lower, key.n });
}
