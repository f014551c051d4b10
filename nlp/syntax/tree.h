/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dependency trees: which word of a sentence each word belongs to.
 *
 *     uint16_t heads[n];
 *     cd_tree_build(scratch, &tokens, first, end, tags, heads);
 *     heads[i]   is the head of word i, or CD_TREE_ROOT
 *
 * Arcs have no labels: the tags and the order of the words tell a subject from
 * an object well enough (nlp/attach/clause.h).  Greedy arc-eager transitions
 * (Nivre, "An efficient algorithm for projective dependency parsing", 2003),
 * scored by an averaged perceptron that was trained with a dynamic oracle
 * (Goldberg and Nivre, 2012).  At most two transitions a word.  The weights are
 * data/tree.en.txt (see its notice), made by tools/train_tree.c.
 */
#ifndef CD_NLP_SYNTAX_TREE_H
#define CD_NLP_SYNTAX_TREE_H

#include "nlp/syntax/tagger.h"

enum {
    CD_TREE_ROOT = 0xFFFF,
    CD_TREE_MAX = 400, /* words; the rest of a longer sentence hangs at root */
};

/* Heads of tokens [first, end), counted from first, into heads[0..]. */
void cd_tree_build(const struct cd_tokens *tokens, size_t first, size_t end,
                   const uint8_t *tags, uint16_t *heads);

#endif
