/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Gathers what a page says of itself: from its head, from elements that are
 * marked as byline or date, and from the lines around the headline.
 *
 *     cd_gather(&doc, &page, &facts);     after cd_page_open()
 */
#ifndef CD_PARSER_META_GATHER_H
#define CD_PARSER_META_GATHER_H

#include "parser/meta/meta.h"
#include "parser/page/page.h"

/* Everything in facts lives in the document's arena or is its tree's. */
void cd_gather(struct cd_doc *doc, const struct cd_page *page,
               struct cd_page_facts *facts);

/* The part of it that needs the rest: facts->headline must be chosen. */
void cd_gather_lines(struct cd_doc *doc, struct cd_page_facts *facts);

/* Appends hint; not to a full list, nor if it holds nothing. */
void cd_hint_add(struct cd_hint *hints, size_t *count, struct cd_hint hint);

#endif
