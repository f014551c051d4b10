/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keywords that a page gives itself, without those that only its machines read.
 *
 *     struct cd_tag_list list = { 0 };
 *     cd_tags_split(&list, CD_STR("Ferries, Halm;Ferries"));
 *     cd_tags_json(&arena, &list);                       ["Ferries","Halm"]
 */
#ifndef CD_PARSER_META_TAGS_H
#define CD_PARSER_META_TAGS_H

#include "base/arena.h"

enum { CD_TAGS_MAX = 128 }; /* a page's others are left out */

struct cd_tag_list {
    struct cd_str items[CD_TAGS_MAX]; /* views of what was added */
    size_t count;
};

/* One tag; white space around it goes, an empty or repeated one adds nothing.
 */
void cd_tags_add(struct cd_tag_list *list, struct cd_str tag);

/* Each part of text between commas and semicolons. */
void cd_tags_split(struct cd_tag_list *list, struct cd_str text);

/*
 * A JSON array in the arena; absent if nothing is left.  Left out are UUIDs,
 * numbers of five digits and more and codes ("PACKAGE:US-TOP-NEWS"); and what
 * has a label ("Page Type: Article"), where half of the tags have one.
 */
struct cd_str cd_tags_json(struct cd_arena *arena,
                           const struct cd_tag_list *list);

#endif
