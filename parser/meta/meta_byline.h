/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who wrote it: the byline as printed, and the names in it.
 *
 *     "By Ana Reyes and Bo Lind | March 4, 2025"  ->  "Ana Reyes and Bo Lind"
 *                                                     ["Ana Reyes","Bo Lind"]
 */
#ifndef CD_PARSER_META_META_BYLINE_H
#define CD_PARSER_META_META_BYLINE_H

#include "parser/meta/meta.h"

/* The byline and its source; absent if the page names nobody. */
struct cd_fact cd_byline_choose(struct cd_arena *arena,
                                const struct cd_page_facts *facts,
                                struct cd_str url);

/* A JSON array of the people in a byline; titles such as "MD" stay with the
 * name that they follow. */
struct cd_str cd_byline_split(struct cd_arena *arena, struct cd_str byline);

/* What is left of text once "By", dates and separators are off; n == 0 if that
 * is no name: an address, a sentence, a reading time, an account name. */
struct cd_str cd_byline_clean(struct cd_str text);

/* Does text begin with "By" or "Written by"?  Is it nothing but that? */
bool cd_byline_begins(struct cd_str text);
bool cd_byline_is_begin(struct cd_str text);

/* Is text two to four words that begin with capitals, and nothing else? */
bool cd_byline_is_name(struct cd_str text);

/* Is it signed by a desk: "The Harbour Post Team"? */
bool cd_byline_is_desk(struct cd_str text);

/* Is it a news agency: "AP"?  It is no credential of the name before it. */
bool cd_byline_is_agency(struct cd_str text);

/* Is there a word in text that stands in menus and in no name? */
bool cd_byline_has_menu_word(struct cd_str text);

#endif
