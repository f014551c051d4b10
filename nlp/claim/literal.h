/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Literal claims: what is written, for --only=number, ordinal and date.
 *
 *     struct cd_claim_list list = { 0 };
 *     cd_literal_find(quantities, reading, &want, &doc, &list, &err);
 *     cd_claim_list_release(&list);
 *
 * A number is one as it is written, whatever it counts, names or dates; a date
 * is an expression of time, resolved against the publication date.  Neither has
 * a subject.  The reading belongs to one thread.
 */
#ifndef CD_NLP_CLAIM_LITERAL_H
#define CD_NLP_CLAIM_LITERAL_H

#include "base/doc.h"
#include "nlp/claim/claim.h"
#include "nlp/claim/want.h"

struct cd_claim_list {
    struct cd_claim *items;
    size_t count, room;
};

void cd_claim_list_release(struct cd_claim_list *list);

/* Adds the literal claims of the kept blocks that are wanted, in the order of
 * their spans, and not at a span where the list has a claim already. */
enum cd_status cd_literal_find(const struct cd_quantities *quantities,
                               struct cd_reading *reading,
                               const struct cd_want *want, struct cd_doc *doc,
                               struct cd_claim_list *list,
                               struct cd_error *err);

#endif
