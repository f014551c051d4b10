/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reasons: how each sentence with a number was read, as a record.
 *
 *     struct cd_reasoner *reasoner = cd_reasoner_new();        once a thread
 *     cd_reasoner_start(reasoner);                             each document
 *     cd_reasoner_note(reasoner, &reading);       before quantities are dropped
 *     cd_reasoner_add(reasoner, &doc, sentence, &reading, claims, count);
 *     cd_reasoner_give(reasoner, &doc);                      fills doc->reasons
 *
 * What the records hold is taken from the same functions that make the claims,
 * called once more: without --explain nothing of this runs.
 */
#ifndef CD_NLP_REASONS_REASONER_H
#define CD_NLP_REASONS_REASONER_H

#include "base/doc.h"
#include "nlp/claim/claim.h"
#include "nlp/quantity/quantity.h"
#include "nlp/reasons/reasons.h"

struct cd_reasoner;

struct cd_reasoner *cd_reasoner_new(void);
void cd_reasoner_free(struct cd_reasoner *reasoner);

void cd_reasoner_start(struct cd_reasoner *reasoner);

/* Remembers the quantities of a reading, some of which become no claims. */
void cd_reasoner_note(struct cd_reasoner *reasoner,
                      const struct cd_reading *reading);

/* The sentence's record, if it holds a quantity or a non-claim.  The reading is
 * the one that was noted, with the quantities that were not dropped; claims are
 * those that were kept of it.  Strings go into the document's arena. */
void cd_reasoner_add(struct cd_reasoner *reasoner, struct cd_doc *doc,
                     struct cd_span sentence, const struct cd_reading *reading,
                     const struct cd_claim *claims, size_t count);

/* Hands the records over to the document. */
void cd_reasoner_give(const struct cd_reasoner *reasoner, struct cd_doc *doc);

#endif
