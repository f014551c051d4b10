/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Folding: the form under which two spellings of a word are one.
 *
 *     char out[CD_FOLD_ROOM];
 *     size_t n = cd_fold(word, out);     "ＣＡＦÉ", "Cafe\u0301" -> "café"
 *
 * Unicode NFKC with case fold, ignorable code points (soft hyphen, joiners)
 * left out; see UAX #15 and utf8proc's NFKC_Casefold.
 */
#ifndef CD_BASE_FOLD_H
#define CD_BASE_FOLD_H

#include "base/str.h"

enum {
    CD_FOLD_MARKS = 30, /* further combining marks of a run are left out: the
                           reordering of marks is quadratic in their number */
    CD_FOLD_CODES = 96, /* code points of a word that are read */
    /* the longest decomposition has 18 code points, of 4 bytes at most */
    CD_FOLD_ROOM = CD_FOLD_CODES * 18 * 4,
};

/*
 * Bytes written to out, which has room for CD_FOLD_ROOM.  Bytes that are no
 * UTF-8 fold to nothing.  Of a longer word only the first CD_FOLD_CODES code
 * points count.
 */
size_t cd_fold(struct cd_str word, char *out);

#endif
