/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax/tree.h"

#include "nlp/syntax/tree_model.h"

#include "nlp/syntax/tree.inc"

/* The only move that is allowed, or CD_TREE_MOVES. */
static enum cd_tree_move
only_move(const struct cd_tree_state *state)
{
    if (state->depth == 0)
        return CD_TREE_SHIFT;
    if (state->next < state->n)
        return CD_TREE_MOVES;
    return cd_tree_allows(state, CD_TREE_LEFT) ? CD_TREE_LEFT : CD_TREE_REDUCE;
}

typedef uint8_t bytes4 __attribute__((vector_size(CD_TREE_MOVES)));
typedef uint16_t moves4 __attribute__((vector_size(2 * CD_TREE_MOVES)));

/* The weights of a row for all moves at once. */
static moves4
weights(uint32_t row)
{
    bytes4 bytes;

    memcpy(&bytes, cd_tree_rows[row], sizeof(bytes));
    return __builtin_convertvector(bytes, moves4);
}

static enum cd_tree_move
best_move(const struct cd_tree_state *state)
{
    uint32_t rows[CD_TREE_FEATURES];
    moves4 score = { 0 };
    enum cd_tree_move best = only_move(state);

    if (best != CD_TREE_MOVES)
        return best;
    cd_tree_features(state, rows);
    for (size_t f = 0; f < CD_TREE_FEATURES; f++)
        score += weights(rows[f]);
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
