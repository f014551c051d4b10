/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From a quantity to the fields of its claim that need no sentence: value,
 * bounds, kind, unit, ids.
 *
 *     cd_entry_fill(&claim, &quantity, &doc, sentence);
 */
#ifndef CD_NLP_ENTRY_H
#define CD_NLP_ENTRY_H

#include "nlp/claim.h"
#include "nlp/quantity.h"

/* Sets every member of *claim; those that attachment fills get their plainest
 * value. */
void cd_entry_fill(struct cd_claim *claim, const struct cd_quantity *quantity,
                   struct cd_doc *doc, struct cd_span sentence);

/* Is the class named in a list such as "money,percent"?  NULL names all. */
bool cd_entry_wanted(const char *list, enum cd_quantity_class class);

#endif
