/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Code points of many texts: kept of each document until the copies are known,
 * a bit for each byte of text that is not ASCII.
 *
 *     cd_text_offsets_add(&texts, &doc);      in a fold, as cd_copies_add()
 *     pair = cd_text_offsets_pair(&texts, &arena, pair);    at the end
 *
 * Documents are known by their place in the search, not by their ids, of which
 * two may be the same.
 */
#ifndef CD_CORPUS_OUTPUT_TEXT_OFFSETS_H
#define CD_CORPUS_OUTPUT_TEXT_OFFSETS_H

#include "base/doc.h"
#include "corpus/core/offsets.h"
#include "corpus/search/copy.h"
#include "nlp/claim/claim.h"

struct cd_text_offsets {
    struct cd_arena arena;
    struct cd_offsets *docs;
    size_t room, count;
};

void cd_text_offsets_add(struct cd_text_offsets *texts,
                         const struct cd_doc *doc);
void cd_text_offsets_release(struct cd_text_offsets *texts);

/* The records with their spans in code points, strings in the arena. */
struct cd_copy cd_text_offsets_pair(const struct cd_text_offsets *texts,
                                    struct cd_arena *arena,
                                    const struct cd_copy *pair);
struct cd_cluster cd_text_offsets_cluster(const struct cd_text_offsets *texts,
                                          struct cd_arena *arena,
                                          const struct cd_cluster *cluster);

/* The document's claims with their spans in code points, in its arena. */
const struct cd_claim *cd_text_offsets_claims(struct cd_doc *doc);

#endif
