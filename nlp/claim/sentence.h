/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sentences: where one ends, by punctuation, capitals and abbreviations.
 *
 *     for (size_t at = block.start; at < block.end; at = span.end)
 *         span = cd_sentence_next(text, (struct cd_span){ at, block.end },
 *                                 false);
 */
#ifndef CD_NLP_CLAIM_SENTENCE_H
#define CD_NLP_CLAIM_SENTENCE_H

#include "base/str.h"

/* A sentence longer than this is cut at white space. */
enum { CD_SENTENCE_MAX = 4096 };

/* The sentence that begins at block.start, with the white space behind it.
 * Linear in its length.  With ordinals, as in German, "der 27. Minute" goes
 * on. */
struct cd_span cd_sentence_next(struct cd_str text, struct cd_span block,
                                bool ordinals);

/* Was the sentence that cd_sentence_next() gave for the block cut because it is
 * too long, so that it goes on behind its end? */
bool cd_sentence_is_cut(struct cd_str text, struct cd_span sentence,
                        struct cd_span block);

#endif
