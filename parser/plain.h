/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plain text as scraped: paragraphs and headings of the article, and what
 * stands around it.
 *
 *     cd_plain_read(doc);     fills doc->blocks from doc->page, all kept
 *     cd_plain_judge(doc);    sets keep and reason of each block
 *
 * There are no tags to go by, so the judgement rests on phrase rows
 * (parser/phrase.h) and on structure: a list of teasers is titles, each with a
 * blurb that stops in the middle of a sentence.  docs/parser.md says why.
 */
#ifndef CD_PARSER_PLAIN_H
#define CD_PARSER_PLAIN_H

#include "base/doc.h"

/*
 * Splits doc->page, which is valid UTF-8, at blank lines and line ends.  Where
 * lines were broken to a width of at most 120 bytes they are put together
 * again.  Linear; every visible byte of the page is in one block.
 */
void cd_plain_read(struct cd_doc *doc);

/* Linear in the number of blocks. */
void cd_plain_judge(struct cd_doc *doc);

#endif
