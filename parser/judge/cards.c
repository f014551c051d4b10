/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/verdict.h"

enum {
    CARDS = 3,          /* of a list */
    CARD_BLOCKS = 200,  /* a box of more is no card, and costs time */
    BLURB_WORDS = 120,  /* a longer one is a text by itself */
    TITLE_WORDS = 3,    /* fewer may be a name or a source */
    ARTICLE_WORDS = 60, /* that stay outside the list: an article */
    LIST_WORDS = 3,     /* times as many may be in the list */
    EDGE_WORDS = 30,    /* of them on the list's other side */
};

/* Words that are kept before each block. */
static unsigned *
kept_until(const struct cd_trial *trial)
{
    unsigned *words =
        cd_arena_new_array(&trial->doc->arena, unsigned, trial->n + 1);

    for (size_t i = 0; i < trial->n; i++)
        words[i + 1] = words[i] + (trial->doc->blocks[i].keep
                                       ? trial->outline.pieces[i].measure.words
                                       : 0);
    return words;
}

/* Does the text of block i link to another page, and not to a place on this one
 * (a heading that opens its text, an entry of a table of contents)? */
static bool
leads_away(const struct cd_trial *trial, size_t i)
{
    const struct cd_node *node = trial->page->blocks[i].first;
    struct cd_str href;

    while (node != NULL && node->tag != CD_TAG_A)
        node = node->parent;
    if (node == NULL)
        return false;
    href = cd_str_trim(cd_node_attr(node, CD_ATTR_HREF));
    return href.n > 0 && href.p[0] != '#' &&
           !cd_str_starts(href, CD_STR("javascript:"));
}

/* The title of a card: a link to the text that the card is about.  The model
 * is not sure that it belongs to the article. */
static bool
is_title(const struct cd_trial *trial, size_t i)
{
    return trial->doc->blocks[i].score < CD_SURE &&
           trial->outline.pieces[i].measure.words >= TITLE_WORDS &&
           cd_is_link_title(trial, i) && leads_away(trial, i);
}

/* Is the area a card of a list: a title that leads to another page, and no more
 * than one blurb that stays? */
static bool
is_teaser_card(const struct cd_trial *trial, const struct cd_area *area)
{
    size_t titles = 0, blurbs = 0, others = 0;

    if (area->sums.blocks < 2 || area->last - area->first >= CARD_BLOCKS)
        return false;
    for (size_t i = area->first; i <= area->last; i++) {
        const struct cd_measure *m = &trial->outline.pieces[i].measure;

        if (is_title(trial, i))
            titles++;
        else if (!trial->doc->blocks[i].keep)
            continue;
        else if (m->stops > 0 && m->words <= BLURB_WORDS)
            blurbs++;
        else
            others++;
    }
    return titles > 0 && blurbs <= 1 && others == 0;
}

/* Does the article stand before the list, or behind it?  A list inside is a
 * part of it, and a few words beside a long list are not what a page is for. */
static bool
is_beside(const struct cd_area *list, const unsigned *kept, size_t n)
{
    unsigned before = kept[list->first];
    unsigned inside = kept[list->last + 1] - before;
    unsigned after = kept[n] - kept[list->last + 1];

    return before + after >= ARTICLE_WORDS &&
           (before + after) * LIST_WORDS >= inside &&
           (before < EDGE_WORDS || after < EDGE_WORDS);
}

void
cd_cut_cards(struct cd_trial *trial)
{
    const struct cd_outline *outline = &trial->outline;
    const unsigned *kept = kept_until(trial);
    unsigned *cards = cd_arena_new_array(&trial->doc->arena, unsigned,
                                         outline->area_count + 1);
    bool *teaser =
        cd_arena_new_array(&trial->doc->arena, bool, outline->area_count + 1);

    for (size_t a = 1; a < outline->area_count; a++) {
        teaser[a] = is_teaser_card(trial, &outline->areas[a]);
        cards[outline->areas[a].parent] += teaser[a];
    }
    for (size_t a = 1; a < outline->area_count; a++) {
        const struct cd_area *area = &outline->areas[a];
        const struct cd_area *list = &outline->areas[area->parent];

        if (!teaser[a] || cards[area->parent] < CARDS ||
            !is_beside(list, kept, trial->n))
            continue;
        for (size_t i = area->first; i <= area->last; i++) {
            if (trial->doc->blocks[i].keep)
                cd_drop(trial, i, CD_STR("teaser:card"));
        }
    }
}
