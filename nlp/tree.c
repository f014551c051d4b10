/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/tree.h"

#include "nlp/tree_model.h"

#include "nlp/tree.inc"

static enum cd_tree_move
best_move(const struct cd_tree_state *state)
{
    uint32_t rows[CD_TREE_FEATURES];
    unsigned score[CD_TREE_MOVES] = { 0 };
    enum cd_tree_move best = CD_TREE_MOVES;

    cd_tree_features(state, rows);
    for (size_t f = 0; f < CD_TREE_FEATURES; f++)
        for (size_t m = 0; m < CD_TREE_MOVES; m++)
            score[m] += (unsigned char)cd_tree_rows[rows[f]][m];
    for (enum cd_tree_move m = 0; m < CD_TREE_MOVES; m++)
        if (cd_tree_allows(state, m) &&
            (best == CD_TREE_MOVES || score[m] > score[best]))
            best = m;
    return best;
}

void
cd_tree_build(const struct cd_tokens *tokens, size_t first, size_t end,
              const uint8_t *tags, uint16_t *heads)
{
    size_t n = end - first;
    struct cd_tree_state state;

    for (size_t i = 0; i < n; i++)
        heads[i] = CD_TREE_ROOT;
    if (n > CD_TREE_MAX)
        n = CD_TREE_MAX;
    cd_tree_start(&state, tokens->items + first, n, tags);
    while (!cd_tree_done(&state))
        cd_tree_move(&state, best_move(&state));
    for (size_t i = 0; i < n; i++)
        heads[i] = state.head[i] < n ? state.head[i] : CD_TREE_ROOT;
}
