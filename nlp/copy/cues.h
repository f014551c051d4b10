/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a reader sees first in two texts: whom each begins with, and whether
 * they quote the same words.
 *
 *     features[CD_FEATURE_HEADS] = cd_cues_heads(&a, &b);
 *
 * A story of another company in the same frame begins with another name; and
 * words between quotation marks are copied, hardly ever found twice.
 */
#ifndef CD_NLP_COPY_CUES_H
#define CD_NLP_COPY_CUES_H

#include "nlp/copy/words.h"

/* idf of the capitalised words among the first eight of a text that the other
 * has nowhere, the lesser of both sides: 0 unless each begins with a name of
 * its own. */
double cd_cues_heads(const struct cd_words *a, const struct cd_words *b);

/* Of the stems that the text which quotes less has between quotation marks,
 * the share that the other quotes too; 0 if one quotes next to nothing. */
double cd_cues_quotes(const struct cd_words *a, const struct cd_words *b);

#endif
