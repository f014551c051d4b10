/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/model.h"

#include "parser/judge/model.inc"

enum {
    LANES = 8,  /* rows in a vector */
    ROUNDS = 8, /* vectors for a column */
    ROWS = LANES * ROUNDS,
    /* The later trees only polish: a row that is clear by then stays clear. */
    PREVIEW_TREES = 41,
    CLEAR = 3 * CD_MODEL_ONE
};

static const struct cd_model compiled = { model_forks, model_roots,
                                          CD_COUNT(model_roots) - 1 };

typedef int16_t lanes __attribute__((vector_size(2 * LANES)));

/* A set of rows: row i is bit i / LANES of lane i % LANES. */
union crowd {
    lanes lanes;
    uint64_t words[2];
};

/*
 * Rows turned into columns.  A fork is asked once for all of them, by comparing
 * its column with its limit: some four instructions for eight rows, and none
 * that a processor must guess, where a walk from root to leaf has both for
 * every row (compare Lucchese et al., QuickScorer, 2015).
 */
struct panel {
    lanes columns[CD_FEATURE_COUNT][ROUNDS];
    int32_t sums[LANES * 2 * LANES]; /* by bit of a crowd */
    const int16_t *rows[ROWS];
    int32_t *odds[ROWS]; /* where they go */
    size_t n;
};

const struct cd_model *
cd_model_default(void)
{
    return &compiled;
}

static void
add_row(struct panel *panel, const int16_t *row, int32_t *odds)
{
    panel->rows[panel->n] = row;
    panel->odds[panel->n++] = odds;
}

/* The columns of the rows that were added; what lies behind the last row is
 * filled up with it. */
static void
turn(struct panel *panel)
{
    for (size_t i = panel->n; i < ROWS; i++)
        panel->rows[i] = panel->rows[panel->n - 1];
    for (size_t i = 0; i < ROUNDS; i++) {
        const int16_t *const *r = panel->rows + i * LANES;

        for (size_t f = 0; f < CD_FEATURE_COUNT; f++)
            panel->columns[f][i] =
                (lanes){ r[0][f], r[1][f], r[2][f], r[3][f],
                         r[4][f], r[5][f], r[6][f], r[7][f] };
    }
}

/* The rows that are above the limit. */
static lanes
above(const lanes column[ROUNDS], int16_t limit)
{
    const lanes limits = (lanes){ 0 } + limit;

    return ((column[0] > limits) & 1) | ((column[1] > limits) & 2) |
           ((column[2] > limits) & 4) | ((column[3] > limits) & 8) |
           ((column[4] > limits) & 16) | ((column[5] > limits) & 32) |
           ((column[6] > limits) & 64) | ((column[7] > limits) & 128);
}

static void
add_value(struct panel *panel, const union crowd *crowd, int32_t value)
{
    for (int i = 0; i < 2; i++) {
        for (uint64_t word = crowd->words[i]; word != 0; word &= word - 1)
            panel->sums[64 * i + __builtin_ctzll(word)] += value;
    }
}

/* Sends the rows down one tree of n nodes. */
static void
descend(struct panel *panel, const struct cd_fork *forks, size_t n)
{
    union crowd at[CD_MODEL_NODES_MAX];

    for (size_t lane = 0; lane < LANES; lane++)
        at[0].lanes[lane] =
            (int16_t)((1 << (panel->n + LANES - 1 - lane) / LANES) - 1);
    for (size_t i = 0; i < n; i++) {
        const struct cd_fork *fork = &forks[i];
        lanes here = at[i].lanes, right = here;

        if (fork->feature < 0) {
            add_value(panel, &at[i], fork->right);
            continue;
        }
        if ((at[i].words[0] | at[i].words[1]) != 0)
            right &= above(panel->columns[fork->feature], fork->limit);
        at[i + 1].lanes = here ^ right;
        at[i + (size_t)fork->right].lanes = right;
    }
}

/* Trees [from, to); empties the panel. */
static void
ask(const struct cd_model *model, size_t from, size_t to, struct panel *panel)
{
    memset(panel->sums, 0, sizeof panel->sums);
    turn(panel);
    for (size_t t = from; t < to; t++)
        descend(panel, model->forks + model->roots[t],
                model->roots[t + 1] - model->roots[t]);
    for (size_t i = 0; i < panel->n; i++)
        *panel->odds[i] += panel->sums[i % LANES * 16 + i / LANES];
    panel->n = 0;
}

void
cd_model_odds(const struct cd_model *model, const int16_t *rows, size_t n,
              int32_t *odds)
{
    const size_t all = model->tree_count;
    const size_t some = all < PREVIEW_TREES ? all : PREVIEW_TREES;
    struct panel panel = { .n = 0 };

    for (size_t i = 0; i < n; i++) {
        odds[i] = 0;
        add_row(&panel, rows + i * CD_FEATURE_COUNT, &odds[i]);
        if (panel.n == ROWS || i + 1 == n)
            ask(model, 0, some, &panel);
    }
    for (size_t i = 0; i < n; i++) {
        if (odds[i] >= -CLEAR && odds[i] <= CLEAR)
            add_row(&panel, rows + i * CD_FEATURE_COUNT, &odds[i]);
        if (panel.n == ROWS || (i + 1 == n && panel.n > 0))
            ask(model, some, all, &panel);
    }
}

/* By multiplication alone, so that every machine gets the same: (1 + x/n)^n is
 * within 1 % of e^x where it matters, and never falls as x grows. */
static double
exponential(double x)
{
    double y = 1 + x / 4096;

    for (int i = 0; i < 12; i++)
        y *= y;
    return y;
}

double
cd_model_probability(int32_t odds)
{
    double x = (double)odds / CD_MODEL_ONE;

    if (x < 0)
        return 1 - cd_model_probability(-odds);
    return x > 20 ? 1 : 1 - 1 / (1 + exponential(x));
}

int
cd_feature_find(struct cd_str name)
{
    for (int f = 0; f < CD_FEATURE_COUNT; f++) {
        if (cd_str_is(name, cd_block_feature_names[f]))
            return f;
    }
    return -1;
}
