/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The outline of a page: the elements that hold its blocks, and what the text
 * inside each of them adds up to.
 *
 *     struct cd_outline outline = cd_outline_make(doc, page);
 *     const struct cd_area *area = &outline.areas[outline.pieces[i].area];
 *
 * An area is an element with a block somewhere inside; a parent has a smaller
 * index than its children.  Everything is in the document's arena and takes
 * time linear in blocks and areas.
 */
#ifndef CD_PARSER_JUDGE_OUTLINE_H
#define CD_PARSER_JUDGE_OUTLINE_H

#include "base/doc.h"
#include "parser/judge/family.h"
#include "parser/judge/measure.h"
#include "parser/judge/phrase.h"
#include "parser/page/page.h"

enum { CD_FAR = 15 }; /* a family that no element above belongs to */

struct cd_sums {
    unsigned blocks, words, link_words, headings;
    unsigned prose_blocks, prose_words; /* blocks that read like an article */
    unsigned link_titles; /* blocks of a few words that are all link */
    unsigned money;       /* blocks with a sign of currency */
};

struct cd_area {
    const struct cd_node *node;
    unsigned parent; /* index; that of the first area is 0, itself */
    unsigned depth;
    unsigned families; /* of its own names, as bits */
    /* Elements up to the nearest one of a family: 0 is this one. */
    unsigned char near[CD_FAMILY_ROOM];
    uint32_t path;      /* hash of its tag and class and those of its parents */
    size_t first, last; /* blocks inside */
    bool in_half, in_most, in_nearly_all; /* of struct cd_outline */
    unsigned siblings; /* areas of the same parent and path, this one too */
    /* The nearest area, this one or above, that is one of three or more alike
     * and holds several blocks: a card in a list of cards.  0: none. */
    unsigned card;
    struct cd_sums sums;
};

/* What is known of one block beside doc->blocks[i] and page->blocks[i]. */
struct cd_piece {
    struct cd_measure measure;
    const struct cd_phrase *phrase; /* or NULL */
    unsigned area;
    unsigned link_words;
    unsigned title_share; /* its words that are in the title, in thousandths */
    unsigned title_cover; /* the title's words that are in it */
    unsigned repeats;     /* blocks of the page with the same text */
    uint32_t path;        /* hash of the tags and classes above it */
    bool prose;
};

struct cd_outline {
    struct cd_area *areas;
    size_t area_count;
    struct cd_piece *pieces; /* one a block */
    size_t piece_count;
    struct cd_sums sums; /* of the page */
    size_t first_h1;     /* block, or SIZE_MAX */
    /* Smallest areas that hold at least this share of the prose. */
    unsigned half, most, nearly_all;                 /* .5, .7, .9 */
    unsigned card_words, forum_words, comment_words; /* words of such blocks */
    bool has_article, has_main;
    struct cd_str title; /* of the head: what h1 is compared with */
};

struct cd_outline cd_outline_make(struct cd_doc *doc,
                                  const struct cd_page *page);

/* A part of that: siblings and card of each area, and the words in cards, on
 * forums and in comments. */
void cd_outline_find_cards(struct cd_outline *outline, struct cd_arena *arena);

/* The nearest area, this one or above, whose names are of the family; there is
 * one: near[family] < CD_FAR. */
unsigned cd_outline_named(const struct cd_outline *outline, unsigned area,
                          enum cd_family family);

/* Does the area lie in a forum?  Blogs call their readers' comments a thread,
 * too: class="comment thread-even". */
bool cd_outline_in_forum(const struct cd_outline *outline, unsigned area);

/* Is inner the area outer, or inside it? */
bool cd_outline_within(const struct cd_outline *outline, unsigned inner,
                       unsigned outer);

#endif
