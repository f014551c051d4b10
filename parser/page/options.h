/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the parser may do with a page, and how large a page may be.
 */
#ifndef CD_PARSER_PAGE_OPTIONS_H
#define CD_PARSER_PAGE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct cd_model;

/* Who makes the tree of a page. */
enum cd_tree_maker {
    CD_TREE_HTML5,  /* our own tree construction */
    CD_TREE_LIBXML2 /* libxml2, from our tokens */
};

struct cd_parse_options {
    bool comments; /* keep readers' comments, as kind "comment" */
    bool links;    /* note the links of each block */
    bool explain;  /* note the element of each block, and what decided */
    const struct cd_model *model; /* NULL: the one that is compiled in */
    int tree;                     /* enum cd_tree_maker */
    size_t max_nodes;             /* elements and texts in a page */
    size_t max_depth;             /* of nested elements */
    size_t max_attributes;        /* in one tag */
    size_t max_text;              /* bytes of one run of text */
};

/* The values that `copydesk --help` shows as defaults. */
#define CD_PARSE_OPTIONS                                                       \
    {                                                                          \
        .max_nodes = 1000000, .max_depth = 512, .max_attributes = 256,         \
        .max_text = 10000000                                                   \
    }

#endif
