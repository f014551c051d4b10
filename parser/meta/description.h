/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A description as readers would read it: some sites escape theirs twice, or
 * write markup into it, or cut it in the middle of a character reference.
 *
 *     text = cd_description_tidy(arena, text);    "<p>A &amp; B</p>" -> "A & B"
 */
#ifndef CD_PARSER_META_DESCRIPTION_H
#define CD_PARSER_META_DESCRIPTION_H

#include "base/arena.h"

/* text itself where nothing is wrong, else a copy in the arena. */
struct cd_str cd_description_tidy(struct cd_arena *arena, struct cd_str text);

#endif
