/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Part-of-speech tags of English words, by an averaged perceptron.
 *
 *     uint8_t tags[n];
 *     cd_tagger_tag(&tokens, first, end, tags);
 *     if (tags[i] == CD_POS_PROPN) ...
 *
 * The tags are the universal ones of treebanks (UPOS), with the verb split by
 * its form, which tells "Shares lost in May" from "Shares lost 5%".  The
 * weights are data/tagger.en.txt (see its notice), made by
 * tools/train_tagger.c.  The model is const: any thread may use it.  Collins,
 * "Discriminative training methods for hidden Markov models", 2002; greedy,
 * left to right.
 */
#ifndef CD_NLP_SYNTAX_TAGGER_H
#define CD_NLP_SYNTAX_TAGGER_H

#include "nlp/quantity/token.h"

#define CD_POSES(X)                                                            \
    X(ADJ, "ADJ")                                                              \
    X(ADP, "ADP")                                                              \
    X(ADV, "ADV")                                                              \
    X(AUX, "AUX")                                                              \
    X(CCONJ, "CCONJ")                                                          \
    X(DET, "DET")                                                              \
    X(INTJ, "INTJ")                                                            \
    X(NOUN, "NOUN")                                                            \
    X(NUM, "NUM")                                                              \
    X(PART, "PART")                                                            \
    X(PRON, "PRON")                                                            \
    X(PROPN, "PROPN")                                                          \
    X(PUNCT, "PUNCT")                                                          \
    X(SCONJ, "SCONJ")                                                          \
    X(SYM, "SYM")                                                              \
    X(X, "X")                                                                  \
    X(VERB, "VERB")                                                            \
    X(VERB_PAST, "VERB")                                                       \
    X(VERB_DONE, "VERB") /* past participle */                                 \
    X(VERB_ING, "VERB")                                                        \
    X(VERB_S, "VERB") /* third person, present */

enum cd_pos {
#define X(name, text) CD_POS_##name,
    CD_POSES(X)
#undef X
        CD_POS_COUNT
};

/* The universal name of a tag: "VERB" for CD_POS_VERB_PAST. */
extern const char *const cd_pos_names[];

/* Tags tokens [first, end), which should be one sentence, into tags[0..]. */
void cd_tagger_tag(const struct cd_tokens *tokens, size_t first, size_t end,
                   uint8_t *tags);

#endif
