/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Attachment: what the text says about each quantity of a sentence.
 *
 *     struct cd_attacher *attacher = cd_attacher_new(engine);   once a thread
 *     cd_attacher_start(attacher, &doc);                     each document
 *     cd_attacher_sentence(attacher, &doc, sentence, &reading, claims, &err);
 *     cd_attacher_pass(attacher, sentence);          one without a quantity
 *
 * Fills subject, property, role, change, time, time_text, modality, speaker of
 * claims[i] for reading.items[i], and sharpens kind where a verb bounds the
 * number ("surpassed").  The other members are the caller's.  Sentences of a
 * document go in in order, because pronouns and "the company" take their names
 * from the sentences before; those are read again only when a name is missing.
 */
#ifndef CD_NLP_ATTACH_ATTACH_H
#define CD_NLP_ATTACH_ATTACH_H

#include "base/doc.h"
#include "nlp/claim/claim.h"
#include "nlp/quantity/quantity.h"

struct cd_attacher;

struct cd_attacher *cd_attacher_new(const struct cd_quantities *engine);
void cd_attacher_free(struct cd_attacher *attacher);

void cd_attacher_start(struct cd_attacher *attacher, struct cd_doc *doc);

enum cd_status cd_attacher_sentence(struct cd_attacher *attacher,
                                    struct cd_doc *doc, struct cd_span sentence,
                                    const struct cd_reading *reading,
                                    struct cd_claim *claims,
                                    struct cd_error *err);

/* Remembers a sentence that holds no quantity. */
void cd_attacher_pass(struct cd_attacher *attacher, struct cd_span sentence);

#endif
