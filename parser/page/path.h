/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where an element stands, for people: "article.post>div.body>p.lead".
 *
 *     trace->path = cd_path_of(&doc->arena, page_block->node);
 */
#ifndef CD_PARSER_PAGE_PATH_H
#define CD_PARSER_PAGE_PATH_H

#include "parser/html/tree.h"

/* The six nearest elements below body, each with its first class, or else its
 * id; "body" for body itself. */
struct cd_str cd_path_of(struct cd_arena *arena, const struct cd_node *node);

#endif
