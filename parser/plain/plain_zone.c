/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/plain/plain.h"

/*
 * The article of a text that is a whole page, menus and all: the run of blocks
 * with the highest sum, where a sentence counts its words and a line that is
 * none costs some (Pasternack and Roth, Extracting article text from the web
 * with maximum subsequence segmentation, 2009).
 */
enum {
    LINE_COST = 9,      /* in words */
    DROPPED_COST = 12,  /* of a line that another rule has dropped */
    MOST_WORDS = 60,    /* that one block counts */
    SENTENCE_WORDS = 8, /* a shorter one is a line */
    ARTICLE_WORDS = 60, /* that the best run must be worth */
    LINES_OUTSIDE = 6,  /* fewer lines at an end are not cut */
    MENU_WORDS = 4,     /* a longer line is none of a menu's */
    MENU_LINES = 20,    /* so many such lines, and a quarter of all blocks, */
    MENU_SHARE = 25,    /* make a page of a text */
    HEADLINE_BEFORE = 5,
    HEADLINE_WORDS = 4,
};

/* What cd_plain_zone() adds up to. */
struct zone {
    size_t start, end; /* blocks */
    long worth;
};

static bool
is_menu_line(const struct cd_block *block, const struct cd_measure *m)
{
    return block->kind != CD_BLOCK_LIST_ITEM && m->words <= MENU_WORDS &&
           m->stops == 0;
}

static bool
is_page(const struct cd_doc *doc, const struct cd_plain_item *items)
{
    size_t lines = 0;

    for (size_t i = 0; i < doc->block_count; i++)
        lines += is_menu_line(&doc->blocks[i], &items[i].measure);
    return lines >= MENU_LINES && lines * 100 >= doc->block_count * MENU_SHARE;
}

/* Items of lists and rows of figures cost nothing: articles have them too. */
static long
worth_of(const struct cd_block *block, const struct cd_plain_item *item)
{
    const struct cd_measure *m = &item->measure;

    if (!block->keep)
        return -DROPPED_COST;
    if (m->words >= SENTENCE_WORDS && m->stops > 0)
        return m->words < MOST_WORDS ? (long)m->words : MOST_WORDS;
    return block->kind == CD_BLOCK_LIST_ITEM || item->row ? 0 : -LINE_COST;
}

static struct zone
best_zone(const struct cd_doc *doc, const struct cd_plain_item *items)
{
    struct zone best = { 0, 0, 0 }, here = { 0, 0, 0 };

    for (size_t i = 0; i < doc->block_count; i++) {
        if (here.worth <= 0)
            here = (struct zone){ i, i, 0 };
        here.worth += worth_of(&doc->blocks[i], &items[i]);
        here.end = i + 1;
        if (here.worth > best.worth)
            best = here;
    }
    return best;
}

static void
cut(struct cd_doc *doc, const struct cd_plain_item *items, size_t from,
    size_t to)
{
    for (size_t i = from; i < to && to - from >= LINES_OUTSIDE; i++) {
        struct cd_block *block = &doc->blocks[i];

        if (!block->keep || (items[i].phrase != NULL &&
                             items[i].phrase->kind == CD_PHRASE_CORRECTION))
            continue;
        block->keep = false;
        block->reason = CD_STR("outside");
    }
}

/* The longest title among the lines before the article, which are bylines,
 * dates and captions else; SIZE_MAX: none. */
static size_t
headline_before(const struct cd_doc *doc, const struct cd_plain_item *items,
                size_t start)
{
    size_t from = start > HEADLINE_BEFORE ? start - HEADLINE_BEFORE : 0;
    size_t best = SIZE_MAX;

    for (size_t i = from; i < start; i++) {
        const struct cd_measure *m = &items[i].measure;

        if (!doc->blocks[i].keep || items[i].phrase != NULL ||
            m->words < HEADLINE_WORDS || !cd_measure_is_title(m) ||
            m->digits * 4 > m->letters || m->bars > 0)
            continue;
        if (best == SIZE_MAX ||
            doc->blocks[i].text.n > doc->blocks[best].text.n)
            best = i;
    }
    return best;
}

void
cd_plain_zone(struct cd_doc *doc, const struct cd_plain_item *items)
{
    struct zone zone;
    size_t headline;

    if (!is_page(doc, items))
        return;
    zone = best_zone(doc, items);
    if (zone.worth < ARTICLE_WORDS)
        return;
    headline = headline_before(doc, items, zone.start);
    cut(doc, items, 0, zone.start);
    if (headline != SIZE_MAX && !doc->blocks[headline].keep) {
        doc->blocks[headline].keep = true;
        doc->blocks[headline].reason = CD_STR("headline");
    }
    cut(doc, items, zone.end, doc->block_count);
}
