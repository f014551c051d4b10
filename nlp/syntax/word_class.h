/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parts of speech that an English word can be, from a dictionary.
 *
 *     cd_word_classes(CD_STR("promotes"))    CD_CLASS_VERB_S
 *     cd_word_classes(CD_STR("costs"))       CD_CLASS_NOUNS | CD_CLASS_VERB_S
 *
 * Base forms and irregular ones are rows of data/word_classes.en.tsv; a regular
 * form is known by its ending and the row of its base form.
 */
#ifndef CD_NLP_SYNTAX_WORD_CLASS_H
#define CD_NLP_SYNTAX_WORD_CLASS_H

#include "base/str.h"

/* Bits, in the order of the letters of tools/mkclasses.awk. */
enum cd_word_classes {
    CD_CLASS_NOUN = 1,
    CD_CLASS_VERB = 2,
    CD_CLASS_ADJECTIVE = 4,
    CD_CLASS_ADVERB = 8,
    CD_CLASS_NOUNS = 16,   /* plural */
    CD_CLASS_VERB_S = 32,  /* "promotes" */
    CD_CLASS_VERB_ED = 64, /* past tense or participle */
    CD_CLASS_VERB_ING = 128,
    CD_CLASS_CLOSED = 256, /* a preposition, pronoun, article, ... */
};

/* What a word in lower case can be; 0: not in the dictionary. */
uint32_t cd_word_classes(struct cd_str fold);

#endif
