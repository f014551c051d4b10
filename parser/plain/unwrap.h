/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines that belong together as one text.
 *
 *     struct cd_plain_words words = { .broken = wrap.broken };
 *     text = cd_plain_unwrap(arena, page, &lines, from, to, &words);
 *
 * Between two lines comes a space; none between signs of scripts that are
 * written without, and none behind a hyphen: "air-" and "moving" are
 * "air-moving".  The hyphen itself goes where the page shows elsewhere that the
 * word has none, and on a page that breaks words, unless the word stands there
 * with its hyphen or both of its halves do.
 */
#ifndef CD_PARSER_PLAIN_UNWRAP_H
#define CD_PARSER_PLAIN_UNWRAP_H

#include "parser/plain/lines.h"

/* The words of a page, by hash; made when one is first asked for. */
struct cd_plain_words {
    uint32_t *slots; /* 0: empty */
    size_t mask;
    bool broken; /* the page breaks words at the ends of lines */
};

/* The text of lines from to to - 1, white space collapsed.  Linear. */
struct cd_str cd_plain_unwrap(struct cd_arena *arena, struct cd_str page,
                              const struct cd_plain_lines *lines, size_t from,
                              size_t to, struct cd_plain_words *words);

#endif
