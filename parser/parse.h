/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parser: bytes of one document -> blocks with keep or drop, metadata, and
 * the clean text.
 *
 *     cd_parse(&doc, &options, &scratch, &err);
                             fills page, blocks, meta, text, notes
 *
 * The input may be anything; no page makes it crash, hang or use memory without
 * bound.  What a limit cuts is said in doc->notes, and the accounting holds:
 * account.in == account.kept + account.dropped.  Safe on many threads at once,
 * each with a scratch arena of its own.
 */
#ifndef CD_PARSER_PARSE_H
#define CD_PARSER_PARSE_H

#include "base/doc.h"
#include "base/error.h"

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

/*
 * Parses doc->bytes as doc->format says.  CD_SKIP if nothing can be done with
 * the bytes at all (empty, binary); then the document is rejected with the
 * message.  A page without an article is CD_OK with an empty text.
 *
 * The tree and all else that nobody needs afterwards lives in scratch, which is
 * empty before and after; who parses many documents keeps it, and the memory
 * stays near.
 */
enum cd_status cd_parse(struct cd_doc *doc,
                        const struct cd_parse_options *options,
                        struct cd_arena *scratch, struct cd_error *err);

#endif
