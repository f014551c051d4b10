/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a page's address says about it.
 *
 *     cd_address_is_forum(CD_STR("https://x.example/forum/4/trips"))   true
 */
#ifndef CD_PARSER_JUDGE_ADDRESS_H
#define CD_PARSER_JUDGE_ADDRESS_H

#include "base/doc.h"

/* Where the page says that it lives, else where it was found; may be absent. */
struct cd_str cd_address_of(const struct cd_doc *doc);

/* Is it the front of its site or a section of it: "https://x.example/" or
 * "https://x.example/news"?  The address of an article has its title, a number
 * or a date in it. */
bool cd_address_is_front(struct cd_str url);

/* Is it a thread of a forum's: does its host, or a folder of its path, have a
 * name of the forum family (data/families.tsv)?  A folder of more than three
 * names is somebody's title. */
bool cd_address_is_forum(struct cd_str url);

#endif
