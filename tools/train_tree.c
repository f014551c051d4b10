/* SPDX-License-Identifier: Apache-2.0 */
/*
 * train_tree: trains nlp/syntax/tree.c's weights.
 *
 *     make tools/train_tree
 *     tools/treebanks.sh EWT GUM PUD |
 *         tools/train_tree EPOCHS > data/tree.en.txt
 *     zcat ewt-test.conllu.gz | tools/train_tree test
 *
 * Reads CoNLL-U on standard input.  The tags that it learns from are those of
 * taggers that did not see the sentence: the corpus is tagged in folds.
 */
#include "nlp/syntax/tree_model.h"
#include "tools/conllu.h"
#include "tools/perceptron.h"

static size_t
count_lost(const struct cd_tree_state *s, const uint16_t *gold, size_t word)
{
    size_t lost = 0;

    for (size_t k = s->next; k < s->n; k++)
        lost += gold[k] == word;
    return lost;
}

/* Words of the stack that wait for word as their head. */
static size_t
count_waiting(const struct cd_tree_state *s, const uint16_t *gold, size_t word)
{
    size_t lost = 0;

    for (size_t d = 0; d < s->depth; d++)
        lost +=
            s->head[s->stack[d]] == CD_TREE_ROOT && gold[s->stack[d]] == word;
    return lost;
}

static bool
on_stack(const struct cd_tree_state *s, size_t word, size_t depth)
{
    for (size_t d = 0; d < depth; d++)
        if (s->stack[d] == word)
            return true;
    return false;
}

/* Arcs of the gold tree that no later move can make good. */
static size_t
cost(const struct cd_tree_state *s, const uint16_t *gold,
     enum cd_tree_move move)
{
    size_t top = s->depth > 0 ? s->stack[s->depth - 1] : CD_TREE_ROOT;
    size_t next = s->next;

    switch (move) {
    case CD_TREE_LEFT:
        return count_lost(s, gold, top) +
               (gold[top] > next && gold[top] <= s->n);
    case CD_TREE_RIGHT:
        return count_waiting(s, gold, next) +
               (gold[next] != top &&
                (gold[next] > next || on_stack(s, gold[next], s->depth)));
    case CD_TREE_REDUCE:
        return count_lost(s, gold, top);
    default:
        return count_waiting(s, gold, next) + on_stack(s, gold[next], s->depth);
    }
}

static enum cd_tree_move
pick(const struct cd_tree_state *s, const double score[CD_TREE_MOVES],
     const uint16_t *gold, size_t limit)
{
    enum cd_tree_move best = CD_TREE_MOVES;

    for (enum cd_tree_move m = 0; m < CD_TREE_MOVES; m++)
        if (cd_tree_allows(s, m) &&
            (gold == NULL || cost(s, gold, m) <= limit) &&
            (best == CD_TREE_MOVES || score[m] > score[best]))
            best = m;
    return best;
}

static void
learn_sentence(struct perceptron *model, const struct corpus *corpus,
               size_t sentence, const uint8_t *tags, bool explore)
{
    static struct cd_tree_state s;
    size_t first = corpus->starts[sentence];
    size_t n = corpus->starts[sentence + 1] - first;
    uint16_t gold[CD_TREE_MAX];

    if (n > CD_TREE_MAX)
        return;
    for (size_t i = 0; i < n; i++)
        gold[i] = corpus->heads[first + i] == 0xFFFF ? (uint16_t)n
                                                     : corpus->heads[first + i];
    cd_tree_start(&s, corpus->tokens + first, n, tags + first);
    while (!cd_tree_done(&s)) {
        uint32_t rows[CD_TREE_FEATURES];
        double score[CD_TREE_MOVES] = { 0 };
        enum cd_tree_move got, want;
        size_t least = SIZE_MAX;

        cd_tree_features(&s, rows);
        perceptron_score(model, rows, CD_TREE_FEATURES, score);
        for (enum cd_tree_move m = 0; m < CD_TREE_MOVES; m++)
            if (cd_tree_allows(&s, m) && cost(&s, gold, m) < least)
                least = cost(&s, gold, m);
        got = pick(&s, score, NULL, 0);
        want = pick(&s, score, gold, least);
        perceptron_learn(model, rows, CD_TREE_FEATURES, want, got);
        cd_tree_move(&s, explore ? got : want);
    }
}

static void
train(const struct corpus *corpus, const uint8_t *tags, long epochs,
      double scale)
{
    struct perceptron model;
    size_t *order = cd_alloc(corpus->sentences * sizeof(*order));
    uint64_t state = 1;

    perceptron_init(&model, CD_TREE_ROWS, CD_TREE_MOVES);
    for (size_t s = 0; s < corpus->sentences; s++)
        order[s] = s;
    for (long epoch = 0; epoch < epochs; epoch++) {
        shuffle(order, corpus->sentences, &state);
        for (size_t s = 0; s < corpus->sentences; s++)
            learn_sentence(&model, corpus, order[s], tags,
                           epoch > 0 && s % 10 != 0);
    }
    puts("# Weights of nlp/syntax/tree.c, by tools/train_tree.c: a row a "
         "feature,"
         " a character a move.");
    puts(TREEBANKS);
    perceptron_print(&model, scale);
}

static void
test(const struct corpus *corpus)
{
    struct cd_tokens tokens = { corpus->tokens, corpus->count, 0 };
    uint8_t *tags = cd_alloc(corpus->count + 1);
    uint16_t *heads = cd_alloc((corpus->count + 1) * sizeof(*heads));
    size_t right = 0, total = 0;

    for (size_t s = 0; s < corpus->sentences; s++) {
        size_t first = corpus->starts[s], end = corpus->starts[s + 1];

        cd_tagger_tag(&tokens, first, end, tags);
        cd_tree_build(&tokens, first, end, tags, heads);
        for (size_t i = first; i < end; i++) {
            if (corpus->tags[i] == CD_POS_PUNCT)
                continue;
            total++;
            right += heads[i - first] == corpus->heads[i];
        }
    }
    printf("%zu words: right head %.2f %%\n", total,
           100.0 * (double)right / (double)total);
}

int
main(int argc, char **argv)
{
    struct corpus corpus = { 0 };

    read_corpus(&corpus, stdin);
    if (argc > 1 && strcmp(argv[1], "test") == 0)
        test(&corpus);
    else
        train(&corpus, fold_tags(&corpus), argc > 1 ? atol(argv[1]) : 10,
              argc > 2 ? atof(argv[2]) : 2);
    return 0;
}
