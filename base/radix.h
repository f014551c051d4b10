/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sorting numbers by their bits: linear, stable, the same on every machine.
 *
 *     cd_radix_sort(keys, temp, n);
 */
#ifndef CD_BASE_RADIX_H
#define CD_BASE_RADIX_H

#include <stddef.h>
#include <stdint.h>

/* Sorts the n keys; temp has room for n.  Least significant digit first, and
 * digits that all keys share cost nothing but counting. */
void cd_radix_sort(uint64_t *keys, uint64_t *temp, size_t n);

/* The same for keys that are spread evenly, such as hashes: faster for few. */
void cd_radix_sort_hashes(uint64_t *keys, uint64_t *temp, size_t n);

/* Leaves one of each run of equal keys; how many are left. */
size_t cd_radix_unique(uint64_t *keys, size_t n);

#endif
