/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the writers of whole articles (Markdown, HTML) share: links inside a
 * text, cells of a table's row, and lists inside lists.
 *
 *     struct cd_stretches runs = cd_stretches_of(block, cell);
 *     struct cd_stretch run;
 *     while (cd_stretch_next(&runs, &run))
 *         if (run.href.p != NULL) ...
 */
#ifndef CD_CORPUS_OUTPUT_RENDER_H
#define CD_CORPUS_OUTPUT_RENDER_H

#include "base/doc.h"

/* A part of a block's text, all of it in one link or none of it in any. */
struct cd_stretch {
    struct cd_str text;
    struct cd_str href; /* .p == NULL: no link, or none that is safe */
};

struct cd_stretches {
    const struct cd_block *block;
    size_t at, end;      /* bytes of the block's text that are still to come */
    struct cd_str links; /* JSON that is still to come */
};

/* Does the address run nothing?  Relative ones and those of a few schemes. */
bool cd_href_is_safe(struct cd_str href);

/* The runs of bytes [part.start, part.end) of the block's text. */
struct cd_stretches cd_stretches_of(const struct cd_block *block,
                                    struct cd_span part);

/* false: there is no more. */
bool cd_stretch_next(struct cd_stretches *runs, struct cd_stretch *run);

/* All of a block's text, for cd_stretches_of(). */
struct cd_span cd_render_whole(const struct cd_block *block);

/* The title, to stand before the article; empty if there is none, or the
 * article begins with it as a heading. */
struct cd_str cd_render_title(const struct cd_doc *doc);

/* The next cell of a table's row at *at of its text, and *at behind it; false:
 * there is none. */
bool cd_render_cell(struct cd_str row, size_t *at, struct cd_span *cell);

size_t cd_render_cells(struct cd_str row); /* how many there are */

enum { CD_NEST_MAX = 8 };

/* A list that is open. */
struct cd_nest_list {
    int level;
    size_t item; /* struct cd_block, of its last item */
    bool ordered;
    int number;   /* of its last item, if it is ordered */
    size_t width; /* for who writes: columns of its last item's mark */
    char mark;    /* for who writes: what stands behind the number */
};

/* Open lists, the outermost first; {0} is none. */
struct cd_nest {
    struct cd_nest_list lists[CD_NEST_MAX];
    size_t depth;
    size_t last; /* item of the block before, also where no list is open */
};

/* Where a block of a list stands. */
struct cd_item {
    size_t depth;        /* in how many lists; 0: in none any more */
    bool continues;      /* another paragraph of the item that is open */
    bool opens;          /* the first of its list */
    bool follows;        /* its number is the next one */
    struct cd_span text; /* bytes of the block's text without a mark */
};

/* Opens and closes lists for a block.  The first item is always in one, and no
 * item is more than one deeper than the item before: pages lay lists out in
 * lists.  Something else between two paragraphs of one item closes the lists:
 * then the second one continues at depth 0. */
struct cd_item cd_nest(struct cd_nest *nest, const struct cd_block *block);

/* Closes all lists. */
void cd_nest_close(struct cd_nest *nest);

#endif
