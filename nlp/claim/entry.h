/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From a quantity to the fields of its claim that need no sentence: value,
 * bounds, kind, unit, ids.
 *
 *     cd_entry_fill(&claim, &quantity, &doc, sentence);
 */
#ifndef CD_NLP_CLAIM_ENTRY_H
#define CD_NLP_CLAIM_ENTRY_H

#include "base/doc.h"
#include "nlp/claim/claim.h"
#include "nlp/quantity/quantity.h"
#include "nlp/when/when.h"

/* Sets every member of *claim; those that attachment fills get their plainest
 * value. */
void cd_entry_fill(struct cd_claim *claim, const struct cd_quantity *quantity,
                   struct cd_doc *doc, struct cd_span sentence);

/* The same for an expression of time at span: role "date", without a value. */
void cd_entry_date(struct cd_claim *claim, const struct cd_when_found *found,
                   struct cd_span span, struct cd_doc *doc,
                   struct cd_span sentence);

#endif
