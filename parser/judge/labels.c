/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Headings and labels that the model was in doubt about, above text that it is
 * sure of: without them a reader does not know what the text is about.
 */
#include "parser/judge/verdict.h"

/* Words of a label and of the line below it; labels alike that make a row;
 * paths that are counted. */
enum { LABEL_WORDS = 12, LINE_WORDS = 5, ROW = 3, PATHS = 16 };

/* Probabilities: of a heading and the text below it, of a label and its. */
static const double heading_odds = 0.3, heading_text = 0.8, label_odds = 0.45,
                    label_text = 0.6;

struct row {
    uint32_t path;
    unsigned labels;
};

/* Does block i stand above text that stays and has those odds? */
static bool
is_above(const struct cd_trial *trial, size_t i, double odds)
{
    const struct cd_block *below = &trial->doc->blocks[i + 1];

    return i + 1 < trial->n && below->keep && below->score >= odds &&
           trial->outline.pieces[i + 1].measure.words >= LINE_WORDS;
}

static bool
may_stay(const struct cd_trial *trial, size_t i, double odds)
{
    return cd_model_alone(trial, i, odds) &&
           trial->outline.pieces[i].link_words == 0;
}

static bool
is_label(const struct cd_trial *trial, size_t i)
{
    return trial->doc->blocks[i].kind == CD_BLOCK_PARAGRAPH &&
           trial->outline.pieces[i].measure.words <= LABEL_WORDS &&
           may_stay(trial, i, label_odds) && is_above(trial, i, label_text);
}

/* The row of the labels in elements like that of block i, or NULL. */
static struct row *
row_of(const struct cd_trial *trial, struct row *rows, size_t i)
{
    uint32_t path = trial->outline.pieces[i].path;
    size_t k = 0;

    while (k < PATHS && rows[k].labels > 0 && rows[k].path != path)
        k++;
    if (k == PATHS)
        return NULL;
    rows[k].path = path;
    return &rows[k];
}

void
cd_keep_labels(struct cd_trial *trial)
{
    struct row rows[PATHS] = { { 0, 0 } };

    for (size_t i = 0; i < trial->n; i++) {
        struct row *row = is_label(trial, i) ? row_of(trial, rows, i) : NULL;

        if (row != NULL)
            row->labels++;
    }
    for (size_t i = 0; i < trial->n; i++) {
        const struct row *row =
            is_label(trial, i) ? row_of(trial, rows, i) : NULL;

        if ((row != NULL && row->labels >= ROW) ||
            (trial->doc->blocks[i].kind == CD_BLOCK_HEADING &&
             may_stay(trial, i, heading_odds) &&
             is_above(trial, i, heading_text) &&
             trial->outline.pieces[i + 1].prose))
            cd_keep(trial, i, CD_STR("label"));
    }
}
