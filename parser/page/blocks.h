/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Blocks: one walk over the tree into the flat array of the document.
 *
 *     cd_blocks_find(doc, options, page);    page->tree -> doc->blocks
 *
 * A block ends where an element of the set "block" begins or ends and at two
 * br in a row.  A row of a table is one block if its cells hold no blocks
 * themselves; the cells are joined by " | ".  White space is collapsed as a
 * browser does, except in pre; no-break spaces count as spaces, soft hyphens
 * and zero-width spaces are left out.
 */
#ifndef CD_PARSER_PAGE_BLOCKS_H
#define CD_PARSER_PAGE_BLOCKS_H

#include "parser/page/page.h"

/* Every text of the tree is in one block, but for that of "silent" elements
 * (head, script, iframe, ...).  Returns how many blocks max_text cut. */
size_t cd_blocks_find(struct cd_doc *doc,
                      const struct cd_parse_options *options,
                      struct cd_page *page);

#endif
