/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One quantity of nlp/reasons/reasoner.h as JSON: an object that is left open.
 *
 *     cd_reasoner_quantity(&out, quantity, claim);
 *     cd_reasoner_claim(&out, &syntax, &arena, index, claim, before);
 *     cd_buf_putc(&out, '}');
 */
#ifndef CD_NLP_REASONS_REASONER_CLAIM_H
#define CD_NLP_REASONS_REASONER_CLAIM_H

#include "nlp/claim/claim.h"
#include "nlp/syntax/syntax.h"

/* Its words, value, unit and rules. */
void cd_reasoner_quantity(struct cd_buf *out,
                          const struct cd_quantity *quantity,
                          const struct cd_claim *claim);

/*
 * What it was tied to in an English sentence: the words that gave change, kind,
 * subject, property, modality and speaker.  index: of the quantity in the
 * reading of the syntax.  before: the claim before it in the sentence, or NULL.
 */
void cd_reasoner_claim(struct cd_buf *out, const struct cd_syntax *syntax,
                       struct cd_arena *arena, size_t index,
                       const struct cd_claim *claim,
                       const struct cd_claim *before);

/* The same in other languages, which know no words behind it. */
void cd_reasoner_plain(struct cd_buf *out, const struct cd_claim *claim);

#endif
