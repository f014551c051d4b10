/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Marks of lists in plain text.
 *
 *     cd_list_mark(CD_STR("- one"))     2
 *     cd_list_mark(CD_STR("12. one"))   4
 */
#ifndef CD_BASE_LIST_MARK_H
#define CD_BASE_LIST_MARK_H

#include "base/str.h"

/* Bytes of the mark that the line begins with and of the space behind it; 0:
 * there is none. */
size_t cd_list_mark(struct cd_str line);

#endif
