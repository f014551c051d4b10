/* SPDX-License-Identifier: Apache-2.0 */
/* An integer of 128 bits: for digits, and for sets of many classes. */
#ifndef CD_BASE_U128_H
#define CD_BASE_U128_H

__extension__ typedef unsigned __int128 cd_u128;

#endif
