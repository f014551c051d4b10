/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The end of a long article: the model, which has seen few, is ever less sure
 * of paragraphs that stand beside those it is sure of.
 */
#include "parser/judge/verdict.h"

enum {
    SIBLINGS = 4, /* paragraphs that stay, in the same box and of one kind */
};

/* Their probability. */
static const double sibling_odds = 0.05;

/* Do the two stand in elements of one class, or in one box? */
static bool
is_like(const struct cd_trial *trial, size_t i, size_t other)
{
    const struct cd_node *a = trial->page->blocks[i].node;
    const struct cd_node *b = trial->page->blocks[other].node;
    struct cd_str class = cd_node_attr(a, CD_ATTR_CLASS);

    return a->tag == b->tag &&
           cd_str_eq(class, cd_node_attr(b, CD_ATTR_CLASS)) &&
           (class.n > 0 || a->parent == b->parent);
}

/* Prose, or a short sentence, that the model alone dropped. */
static bool
may_stay(const struct cd_trial *trial, size_t i)
{
    const struct cd_piece *piece = &trial->outline.pieces[i];

    return trial->doc->blocks[i].kind == CD_BLOCK_PARAGRAPH &&
           (piece->prose ||
            (piece->measure.stops > 0 && piece->link_words == 0)) &&
           !trial->copy[i] && cd_model_alone(trial, i, sibling_odds);
}

/* A heading between two paragraphs in one box with it. */
static void
keep_subheadings(struct cd_trial *trial)
{
    const struct cd_page_block *of = trial->page->blocks;

    for (size_t i = 1; i + 1 < trial->n; i++) {
        const struct cd_block *block = &trial->doc->blocks[i];

        if (block->kind == CD_BLOCK_HEADING && cd_model_alone(trial, i, 0) &&
            block[-1].keep && block[1].keep &&
            trial->outline.pieces[i].link_words == 0 &&
            trial->outline.pieces[i - 1].prose &&
            trial->outline.pieces[i + 1].prose &&
            of[i].node->parent == of[i - 1].node->parent &&
            of[i].node->parent == of[i + 1].node->parent)
            cd_keep(trial, i, CD_STR("sibling"));
    }
}

void
cd_keep_siblings(struct cd_trial *trial)
{
    size_t last = trial->n, count = 0;

    for (size_t i = 0; i < trial->n; i++) {
        const struct cd_piece *piece = &trial->outline.pieces[i];

        if (trial->doc->blocks[i].keep && piece->prose) {
            count = last < trial->n && is_like(trial, i, last) ? count + 1 : 1;
            last = i;
        } else if (count >= SIBLINGS && may_stay(trial, i) &&
                   is_like(trial, i, last)) {
            cd_keep(trial, i, CD_STR("sibling"));
        }
    }
    keep_subheadings(trial);
}
