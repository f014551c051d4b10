/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an element of the tree means for the text inside it.
 *
 *     struct cd_context inner = outer;
 *     cd_context_enter(&inner, node);
 */
#ifndef CD_PARSER_PAGE_CONTEXT_H
#define CD_PARSER_PAGE_CONTEXT_H

#include "parser/page/page.h"

/* Beyond enum cd_page_flag: for the text at hand only. */
enum {
    CD_CONTEXT_STRONG = 1 << 28,
    CD_CONTEXT_EMPHASIS = 1 << 29,
    CD_CONTEXT_FLAGS = CD_CONTEXT_STRONG - 1,
};

struct cd_context {
    const struct cd_node *block; /* nearest element that begins a block */
    const struct cd_node *link;  /* nearest a with href, or NULL */
    unsigned flags;              /* enum cd_page_flag and the above */
    unsigned depth, block_depth; /* elements above; above block */
    enum cd_block_kind kind;
    int level;
    int list_depth;
    /* parser/page/list.h */
    size_t list; /* the ordered list that items belong to: where in the stack of
                    contexts; 0: none */
    int next, step; /* of a list: number of its next item, and of that behind */
    uint32_t item;  /* the nearest item, from 1; 0: none */
    int number;     /* its number, if it is numbered */
    bool numbered;
};

/* In code: is the element a line by its class, "line" or "view-line"?  A style
 * sheet shows it as one. */
bool cd_context_is_line(const struct cd_node *node);

/* Do the cells of this row hold nothing but lines of text, and is there more
 * than one? */
bool cd_context_is_row(const struct cd_node *row);

/* context is that of node's parent, and becomes that of its content. */
void cd_context_enter(struct cd_context *context, const struct cd_node *node);

#endif
