/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Headings go with their text.
 */
#include "parser/judge/verdict.h"

bool
cd_heads_copy(const struct cd_trial *trial, size_t i)
{
    return i + 1 < trial->n && trial->copy[i + 1] &&
           trial->doc->blocks[i + 1].score >= .5 &&
           trial->outline.pieces[i].repeats == 1;
}

/* Phrases that stand between a heading and its text. */
static const bool is_label[CD_PHRASE_KIND_COUNT] = {
    [CD_PHRASE_ADVERT] = true,
    [CD_PHRASE_CREDIT] = true,
    [CD_PHRASE_NAV] = true,
};

/* Does block i belong to a picture or an advertisement, or is it a label of two
 * words? */
static bool
is_between(const struct cd_trial *trial, size_t i)
{
    const struct cd_piece *piece = &trial->outline.pieces[i];

    if (trial->doc->blocks[i].kind == CD_BLOCK_CAPTION ||
        (trial->page->blocks[i].flags & CD_IN_FIGURE) != 0)
        return true;
    return piece->phrase == NULL ? piece->measure.words < 3
                                 : is_label[piece->phrase->kind];
}

/* Probability of a heading above one of them, and the text below that. */
static const double subheading_sure = 0.7;

/* Heading paths that are counted, the others that must stay for one to, blocks
 * down to its text, and bytes of that. */
enum { PATHS = 16, ALIKE = 2, TEXT_WITHIN = 14, TEXT_BYTES = 60 };

/* How many headings stay in elements like those of each other. */
struct alike {
    struct {
        uint32_t path;
        unsigned headings;
    } paths[PATHS];
    size_t count;
};

static void
count_headings(const struct cd_trial *trial, struct alike *alike)
{
    for (size_t i = 0; i < trial->n; i++) {
        uint32_t path = trial->outline.pieces[i].path;
        size_t k = 0;

        if (trial->doc->blocks[i].kind != CD_BLOCK_HEADING ||
            !trial->doc->blocks[i].keep)
            continue;
        while (k < alike->count && alike->paths[k].path != path)
            k++;
        if (k == alike->count && k < PATHS)
            alike->paths[alike->count++].path = path;
        if (k < PATHS)
            alike->paths[k].headings++;
    }
}

/* Is heading i one of several subheadings, with text so far below it that
 * something else was dropped in between? */
static bool
heads_alike(const struct cd_trial *trial, const struct alike *alike, size_t i,
            size_t text)
{
    if (trial->doc->blocks[i].score < .5 || text - i > TEXT_WITHIN)
        return false;
    for (size_t k = 0; k < alike->count; k++)
        if (alike->paths[k].path == trial->outline.pieces[i].path)
            return alike->paths[k].headings > ALIKE;
    return false;
}

void
cd_cut_headings(struct cd_trial *trial)
{
    struct alike alike = { 0 };
    bool text = false, below = false;
    size_t next = SIZE_MAX; /* the text that the heading may be of */

    count_headings(trial, &alike);
    for (size_t i = trial->n; i-- > 0;) {
        struct cd_block *block = &trial->doc->blocks[i];

        if (block->kind != CD_BLOCK_HEADING) {
            below = block->keep || (below && is_between(trial, i));
            text = block->keep;
            if (block->keep && block->text.n >= TEXT_BYTES)
                next = i;
            continue;
        }
        if (block->keep && !text && !cd_str_is(block->reason, "lead") &&
            block->score < CD_SURE &&
            !(below && block->score >= subheading_sure) &&
            !cd_heads_copy(trial, i) && !heads_alike(trial, &alike, i, next))
            cd_drop(trial, i, CD_STR("heading:no-text"));
        next = SIZE_MAX;
    }
}
