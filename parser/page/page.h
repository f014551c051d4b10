/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A page between its bytes and the judgement: the tree, and for each block of
 * the document what the tree knows of it.
 *
 *     struct cd_page page = { 0 };
 *     cd_page_open(doc, options, &page, &err);
 *     page.blocks[i] belongs to doc->blocks[i]
 *
 * Everything lives in the document's arena.  Every block is kept at first
 * (reason "html"); the judge decides.
 */
#ifndef CD_PARSER_PAGE_PAGE_H
#define CD_PARSER_PAGE_PAGE_H

#include "base/doc.h"
#include "base/error.h"
#include "parser/html/tree.h"
#include "parser/page/options.h"

/* What a block lies in, at any distance; and how it is hidden. */
enum cd_page_flag {
    CD_IN_ARTICLE = 1 << 0,
    CD_IN_MAIN = 1 << 1,
    CD_IN_NAV = 1 << 2,
    CD_IN_ASIDE = 1 << 3,
    CD_IN_HEADER = 1 << 4,
    CD_IN_FOOTER = 1 << 5,
    CD_IN_FIGURE = 1 << 6,
    CD_IN_FORM = 1 << 7,
    CD_IN_BUTTON = 1 << 8, /* the block lies in a button, or holds one */
    CD_IN_SELECT = 1 << 9, /* select, option, textarea, datalist */
    CD_IN_TABLE = 1 << 10,
    CD_IN_LIST = 1 << 11,  /* ul, ol, menu, dir, dl */
    CD_IN_QUOTE = 1 << 12, /* blockquote */
    CD_IN_DIALOG = 1 << 13,
    CD_IN_DETAILS = 1 << 14,
    CD_IN_LINK = 1 << 15, /* the whole block lies in one a element */
    CD_IN_HEADING = 1 << 16,
    CD_IN_MEDIA = 1 << 17, /* fallback of video, audio, object, canvas */
    CD_IN_SVG = 1 << 18,   /* or MathML */
    /* not shown, or only by a script or on demand */
    CD_HIDDEN_STYLE = 1 << 19, /* display:none, visibility:hidden */
    CD_HIDDEN_ATTR = 1 << 20,  /* the attribute hidden */
    CD_HIDDEN_ARIA = 1 << 21,  /* aria-hidden="true" */
    CD_HIDDEN_NOSCRIPT = 1 << 22,
    CD_HIDDEN_TEMPLATE = 1 << 23,
};

#define CD_HIDDEN                                                              \
    (CD_HIDDEN_STYLE | CD_HIDDEN_ATTR | CD_HIDDEN_ARIA | CD_HIDDEN_NOSCRIPT |  \
     CD_HIDDEN_TEMPLATE)

struct cd_page_block {
    const struct cd_node *node;  /* nearest element around all of its text
                                    that begins a block: p, li, div, td, ... */
    const struct cd_node *first; /* its first and last text with a letter or */
    const struct cd_node *last;  /* other visible sign */
    unsigned flags;              /* enum cd_page_flag */
    unsigned depth;              /* elements above node */
    unsigned links;              /* a elements with text in it */
    unsigned breaks;             /* br inside its text */
    unsigned images;             /* img since the block before */
    unsigned cells;              /* of a table row */
    /* A title in bold above the text, parser/page/bold_title.h: its bytes of
     * the block's text; 0: there is none. */
    unsigned title;
    unsigned title_links;       /* bytes of the block's links that are its */
    struct cd_span title_break; /* between it and the text, in doc->page */
    /* bytes of block text inside: */
    size_t link_bytes;     /* a with href */
    size_t strong_bytes;   /* b, strong */
    size_t emphasis_bytes; /* i, em, cite */
};

struct cd_page {
    struct cd_tree tree;
    struct cd_page_block *blocks; /* doc->block_count of them */
    struct cd_str base; /* address that links are relative to, or absent */
};

/*
 * Decodes doc->bytes to doc->page, parses it, and fills doc->blocks,
 * doc->encoding, account.in, account.bad_bytes and the notes on limits.
 * CD_SKIP for bytes that are no text.
 */
enum cd_status cd_page_open(struct cd_doc *doc,
                            const struct cd_parse_options *options,
                            struct cd_page *page, struct cd_error *err);

/* The same where doc->page is there already. */
void cd_page_build(struct cd_doc *doc, const struct cd_parse_options *options,
                   struct cd_page *page);

#endif
