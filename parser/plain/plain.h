/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plain text as scraped: paragraphs and headings of the article, and what
 * stands around it.
 *
 *     cd_plain_read(doc);     fills doc->blocks from doc->page, all kept
 *     cd_plain_judge(doc);    sets keep and reason of each block
 *
 * There are no tags to go by, so the judgement rests on phrase rows
 * (parser/judge/phrase.h) and on structure: a list of teasers is titles, each
 * with a blurb that stops in the middle of a sentence.  docs/parser.md says
 * why.
 */
#ifndef CD_PARSER_PLAIN_PLAIN_H
#define CD_PARSER_PLAIN_PLAIN_H

#include "base/doc.h"
#include "parser/judge/measure.h"
#include "parser/judge/phrase.h"

/*
 * Splits doc->page, which is valid UTF-8, at blank lines and line ends.  Where
 * lines were broken to a width they are put together again (wrap.h), without
 * the hyphens that broke words.  Linear; every other visible byte of the page
 * is in one block.
 */
void cd_plain_read(struct cd_doc *doc);

/* Linear in the number of blocks. */
void cd_plain_judge(struct cd_doc *doc);

/* What is known of a block beside doc->blocks[i]. */
struct cd_plain_item {
    struct cd_measure measure;
    const struct cd_phrase *phrase; /* or NULL */
    bool row;                       /* of figures */
};

/* Where the text is a whole page (many short lines), drops what stands before
 * and behind the article. */
void cd_plain_zone(struct cd_doc *doc, const struct cd_plain_item *items);

#endif
