/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Items of lists, and their numbers as a browser shows them.
 *
 *     cd_list_enter(stack, depth, node, &items);
 *
 * An ordered list counts from 1 or its attribute "start", backwards with
 * "reversed"; an item with "value" says its number itself.
 */
#ifndef CD_PARSER_PAGE_LIST_H
#define CD_PARSER_PAGE_LIST_H

#include "parser/page/context.h"

/* stack[depth - 1] is the context of node, which cd_context_enter() made, and
 * those of the elements around it are below; *items counts the items of the
 * page. */
void cd_list_enter(struct cd_context *stack, size_t depth,
                   const struct cd_node *node, uint32_t *items);

#endif
