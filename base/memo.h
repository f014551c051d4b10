/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What was found out about a string, for strings that come again and again, as
 * the class names of a page do.  A memo forgets: a string may push out another.
 *
 *     struct cd_memo memo = { 0 };
 *     struct cd_memo_slot *slot;
 *
 *     if (!cd_memo_seek(&memo, name, &slot))
 *         slot->value = look_at(name);
 *     use(slot->value);
 *
 * Strings are kept as views, and must live as long as the memo.
 */
#ifndef CD_BASE_MEMO_H
#define CD_BASE_MEMO_H

#include "base/str.h"

enum { CD_MEMO_SLOTS = 256 };

struct cd_memo_slot {
    struct cd_str key;
    uint32_t hash; /* of the key */
    uint32_t value;
};

struct cd_memo {
    struct cd_memo_slot slots[CD_MEMO_SLOTS];
};

/* The slot of key.  False: the slot is new, and its value not set yet. */
bool cd_memo_seek(struct cd_memo *memo, struct cd_str key,
                  struct cd_memo_slot **slot);

#endif
