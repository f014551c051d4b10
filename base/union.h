/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Disjoint sets of the numbers below n, each known by its least member (R. E.
 * Tarjan, J. van Leeuwen, Worst-case analysis of set union algorithms, 1984).
 *
 *     parent = cd_union_new(n);
 *     cd_union_join(parent, 3, 5);
 *     cd_union_root(parent, 5)          3
 *     free(parent);
 */
#ifndef CD_BASE_UNION_H
#define CD_BASE_UNION_H

#include <stddef.h>
#include <stdint.h>

/* n sets of one number each; freed with free(). */
uint32_t *cd_union_new(size_t n);

/* The least member of the number's set. */
uint32_t cd_union_root(uint32_t *parent, uint32_t number);

/* Makes one set of those of a and b. */
void cd_union_join(uint32_t *parent, uint32_t a, uint32_t b);

#endif
