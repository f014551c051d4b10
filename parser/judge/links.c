/* SPDX-License-Identifier: Apache-2.0 */
/* Links without a phrase above them, and what a subscription offers. */
#include "parser/judge/verdict.h"

enum {
    LIST_ITEMS = 20, /* looked at on either side of one */
    TITLE_WORDS = 4, /* fewer may be a name or a source */
};

/* Index behind the last block that is kept and holds a sentence. */
static size_t
prose_end(const struct cd_trial *trial)
{
    size_t end = trial->n;

    while (end > 0 && (!trial->doc->blocks[end - 1].keep ||
                       trial->outline.pieces[end - 1].measure.stops == 0 ||
                       cd_is_link_title(trial, end - 1)))
        end--;
    return end;
}

/* Does item i stand in a list of titles that lead away, two or more, which no
 * "See:" announces? */
static bool
in_link_list(const struct cd_trial *trial, size_t i)
{
    const struct cd_block *blocks = trial->doc->blocks;
    size_t first = i, end = i;

    while (first > 0 && blocks[first - 1].kind == CD_BLOCK_LIST_ITEM &&
           i - first < LIST_ITEMS)
        first--;
    while (end < trial->n && blocks[end].kind == CD_BLOCK_LIST_ITEM &&
           end - i < LIST_ITEMS)
        end++;
    if (end - first < 2 ||
        (first > 0 &&
         trial->outline.pieces[first - 1].measure.end == CD_END_COLON))
        return false;
    for (size_t k = first; k < end; k++) {
        if (!cd_is_link_title(trial, k) ||
            trial->outline.pieces[k].measure.words < TITLE_WORDS)
            return false;
    }
    return true;
}

void
cd_cut_links(struct cd_trial *trial)
{
    size_t end = prose_end(trial);

    for (size_t i = 0; i < trial->n; i++) {
        const struct cd_piece *piece = &trial->outline.pieces[i];
        const struct cd_block *block = &trial->doc->blocks[i];

        if (!block->keep || !cd_is_link_title(trial, i) ||
            piece->measure.stops > 0 || piece->measure.words < TITLE_WORDS ||
            piece->measure.url ||
            (block->kind != CD_BLOCK_PARAGRAPH &&
             block->kind != CD_BLOCK_HEADING &&
             block->kind != CD_BLOCK_LIST_ITEM))
            continue;
        if (block->score < CD_SURE &&
            (i >= end || block->kind == CD_BLOCK_PARAGRAPH ||
             (block->kind == CD_BLOCK_LIST_ITEM && in_link_list(trial, i))))
            cd_drop(trial, i, CD_STR("teaser:link"));
    }
}

void
cd_cut_offers(struct cd_trial *trial)
{
    const struct cd_phrase *call = NULL;

    for (size_t i = 0; i < trial->n; i++) {
        const struct cd_phrase *phrase = trial->outline.pieces[i].phrase;

        if (trial->doc->blocks[i].kind != CD_BLOCK_LIST_ITEM)
            call = phrase != NULL && phrase->kind == CD_PHRASE_SUBSCRIBE
                       ? phrase
                       : NULL;
        else if (call != NULL && trial->doc->blocks[i].keep)
            cd_drop(trial, i, cd_phrase_reason(&trial->doc->arena, call));
    }
}
