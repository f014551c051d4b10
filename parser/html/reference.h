/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Character references: "&amp;", "&#8217;", "&eacute" in text and attributes.
 *
 *     struct cd_str text = cd_reference_decode(arena, raw, false);
 *
 * The names are the rows of data/entities.tsv; how they are read is the HTML
 * standard's, section 13.2.5.72 and on.
 */
#ifndef CD_PARSER_HTML_REFERENCE_H
#define CD_PARSER_HTML_REFERENCE_H

#include "base/arena.h"

/*
 * raw with its references decoded: raw itself where there are none, else a copy
 * in the arena.  In an attribute a name without ";" before "=", a letter or a
 * digit is no reference.  "\r\n" and "\r" become "\n".
 */
struct cd_str cd_reference_decode(struct cd_arena *arena, struct cd_str raw,
                                  bool attribute);

#endif
