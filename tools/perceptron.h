/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The averaged perceptron of the trainers, and the tagger's training, which the
 * trainer of trees needs as well.
 *
 *     perceptron_init(&model, rows, classes);
 *     perceptron_learn(&model, rows, n, want, got);     each decision
 *     perceptron_print(&model, scale);                  a row a line
 */
#ifndef CD_TOOLS_PERCEPTRON_H
#define CD_TOOLS_PERCEPTRON_H

#include "tools/conllu.h"

struct perceptron {
    uint32_t rows, classes, step;
    double *weight, *total;
    uint32_t *stamp;
};

static void
perceptron_init(struct perceptron *p, uint32_t rows, uint32_t classes)
{
    size_t size = (size_t)rows * classes;

    *p = (struct perceptron){
        .rows = rows,
        .classes = classes,
        .weight = cd_alloc(size * sizeof(double)),
        .total = cd_alloc(size * sizeof(double)),
        .stamp = cd_alloc(size * sizeof(uint32_t)),
    };
}

static void
perceptron_change(struct perceptron *p, uint32_t row, uint32_t class, double by)
{
    size_t i = (size_t)row * p->classes + class;

    p->total[i] += (p->step - p->stamp[i]) * p->weight[i];
    p->stamp[i] = p->step;
    p->weight[i] += by;
}

static void
perceptron_learn(struct perceptron *p, const uint32_t *rows, size_t n,
                 uint32_t want, uint32_t got)
{
    p->step++;
    for (size_t f = 0; got != want && f < n; f++) {
        perceptron_change(p, rows[f], want, 1);
        perceptron_change(p, rows[f], got, -1);
    }
}

static void
perceptron_score(const struct perceptron *p, const uint32_t *rows, size_t n,
                 double *score)
{
    for (size_t f = 0; f < n; f++)
        for (uint32_t c = 0; c < p->classes; c++)
            score[c] += p->weight[(size_t)rows[f] * p->classes + c];
}

/* The mean of the weights over all steps, rounded to the levels that one
 * printable character holds. */
static void
perceptron_print(struct perceptron *p, double scale)
{
    for (uint32_t row = 0; row < p->rows; row++) {
        for (uint32_t c = 0; c < p->classes; c++) {
            double w;
            int level;

            perceptron_change(p, row, c, 0);
            w = p->total[(size_t)row * p->classes + c] / p->step * scale;
            level = (int)(w < 0 ? w - .5 : w + .5);
            if (level > CD_POS_LEVELS)
                level = CD_POS_LEVELS;
            if (level < -CD_POS_LEVELS)
                level = -CD_POS_LEVELS;
            putchar(CD_POS_ZERO + level);
        }
        putchar('\n');
    }
}

/* Tags a sentence with the model, learning where learn is set. */
static void
perceptron_tag(struct perceptron *p, const struct corpus *corpus, size_t s,
               struct cd_pos_word *words, bool learn, uint8_t *tags)
{
    size_t first = corpus->starts[s], n = corpus->starts[s + 1] - first;
    uint32_t before = CD_POS_OUTSIDE, before2 = CD_POS_OUTSIDE;

    for (size_t i = 0; i < n; i++)
        words[i] = cd_pos_word_of(corpus->tokens[first + i].fold,
                                  corpus->tokens[first + i].kind,
                                  corpus->tokens[first + i].flags);
    for (size_t i = 0; i < n; i++) {
        uint32_t rows[CD_POS_FEATURES], best = 0;
        double score[CD_POS_COUNT] = { 0 };

        cd_pos_features(words, n, i, before, before2, rows);
        perceptron_score(p, rows, CD_POS_FEATURES, score);
        for (uint32_t t = 1; t < CD_POS_COUNT; t++)
            if (score[t] > score[best])
                best = t;
        if (learn)
            perceptron_learn(p, rows, CD_POS_FEATURES, corpus->tags[first + i],
                             best);
        else
            tags[first + i] = (uint8_t)best;
        before2 = before;
        before = best;
    }
}

/* Learns from the sentences of all folds but one; folds 0: from all. */
static void
perceptron_tagger(struct perceptron *p, const struct corpus *corpus,
                  long epochs, size_t folds, size_t left_out)
{
    size_t *order = cd_alloc(corpus->sentences * sizeof(*order));
    struct cd_pos_word *words = cd_alloc(WORDS_MAX * sizeof(*words));
    uint64_t state = 1;

    perceptron_init(p, CD_POS_ROWS, CD_POS_COUNT);
    for (size_t s = 0; s < corpus->sentences; s++)
        order[s] = s;
    for (long epoch = 0; epoch < epochs; epoch++) {
        shuffle(order, corpus->sentences, &state);
        for (size_t s = 0; s < corpus->sentences; s++)
            if (folds == 0 || order[s] % folds != left_out)
                perceptron_tag(p, corpus, order[s], words, true, NULL);
    }
    free(words);
    free(order);
}

/* Tags of each sentence by a tagger that did not learn from it. */
static inline uint8_t *
fold_tags(const struct corpus *corpus)
{
    enum { FOLDS = 5, EPOCHS = 6 };
    uint8_t *tags = cd_alloc(corpus->count + 1);
    struct cd_pos_word *words = cd_alloc(WORDS_MAX * sizeof(*words));

    for (size_t fold = 0; fold < FOLDS; fold++) {
        struct perceptron p;

        perceptron_tagger(&p, corpus, EPOCHS, FOLDS, fold);
        for (size_t s = fold; s < corpus->sentences; s += FOLDS)
            perceptron_tag(&p, corpus, s, words, false, tags);
        free(p.weight);
        free(p.total);
        free(p.stamp);
    }
    free(words);
    return tags;
}

#endif
