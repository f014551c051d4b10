/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scripts that put no spaces between words: each character counts as a word.
 *
 *     if (cd_script_is_unspaced(code))   Han, Kana, Thai, Lao, Khmer, Burmese
 */
#ifndef CD_NLP_WORD_SCRIPT_H
#define CD_NLP_WORD_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

bool cd_script_is_unspaced(uint32_t code);

#endif
