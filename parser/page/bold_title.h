/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Titles in bold above a text, with a line break between them:
 *
 *     <p><b>Pothos</b><br>One of the easiest plants.</p>
 *
 * They are judged as one block, since alone a few words look like the label of
 * a box, and are then two.
 */
#ifndef CD_PARSER_PAGE_BOLD_TITLE_H
#define CD_PARSER_PAGE_BOLD_TITLE_H

#include "parser/page/page.h"

/* Makes two blocks of each one that has a title; those of the page
 * do not belong to those of the document any more. */
void cd_bold_title_split(struct cd_doc *doc, const struct cd_page *page);

#endif
