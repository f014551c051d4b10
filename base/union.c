/* SPDX-License-Identifier: Apache-2.0 */
#include "base/union.h"

#include "base/memory.h"

uint32_t *
cd_union_new(size_t n)
{
    uint32_t *parent = cd_realloc(NULL, n, sizeof(*parent));

    for (size_t i = 0; i < n; i++)
        parent[i] = (uint32_t)i;
    return parent;
}

uint32_t
cd_union_root(uint32_t *parent, uint32_t number)
{
    while (parent[number] != number) {
        parent[number] = parent[parent[number]];
        number = parent[number];
    }
    return number;
}

void
cd_union_join(uint32_t *parent, uint32_t a, uint32_t b)
{
    a = cd_union_root(parent, a);
    b = cd_union_root(parent, b);
    if (a < b)
        parent[b] = a;
    else
        parent[a] = b;
}
