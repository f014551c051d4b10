/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Were the lines of a plain text broken to a width, and which belong together?
 *
 *     struct cd_plain_wrap wrap = cd_plain_wrap(&lines);
 *     end = cd_plain_block_end(&lines, &wrap, i);     behind its last line
 *
 * A break made to a width shows in two ways: the next word would not have
 * fitted into the line, and sentences run on across it.  A text counts as
 * broken to a width only where both agree, so that verse, lists, code and
 * texts with a paragraph a line stay as they are.  docs/parser.md says more.
 */
#ifndef CD_PARSER_PLAIN_WRAP_H
#define CD_PARSER_PLAIN_WRAP_H

#include "parser/plain/lines.h"

struct cd_plain_wrap {
    unsigned width; /* columns that lines were broken to; 0: they were not */
    unsigned slack; /* columns by which a line may fall short of it */
    unsigned base;  /* columns that the whole text is indented by */
    bool indented;  /* paragraphs begin with an indent */
    bool spaced;    /* blank lines are between them */
    bool broken;    /* so many lines end in a hyphen that words were broken */
    bool lead;      /* only the first line goes on in the next */
    size_t first;   /* line of the text that is not blank */
};

/* Linear. */
struct cd_plain_wrap cd_plain_wrap(const struct cd_plain_lines *lines);

/* Index behind the last line of the block that begins at line first, which is
 * not blank. */
size_t cd_plain_block_end(const struct cd_plain_lines *lines,
                          const struct cd_plain_wrap *wrap, size_t first);

#endif
