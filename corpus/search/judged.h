/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A judgement packed into bytes, for the time between the comparison of two
 * units and the record of them: all that the record needs, in whichever
 * documents the same two texts stand and in whichever order.
 *
 *     cd_judged_pack(&out, &judgement, a, b);
 *     ...
 *     cd_judged_fill(&copy, &arena, cd_buf_str(&out), &place);
 */
#ifndef CD_CORPUS_SEARCH_JUDGED_H
#define CD_CORPUS_SEARCH_JUDGED_H

#include "corpus/search/copy.h"
#include "nlp/copy/compare.h"

/* Appends; a and b are the texts that were compared. */
void cd_judged_pack(struct cd_buf *out, const struct cd_judgement *judgement,
                    struct cd_str a, struct cd_str b);

enum cd_copy_kind cd_judged_kind(struct cd_str packed);
bool cd_judged_passage(struct cd_str packed);

/* Its spans: bytes of the two texts, as they were judged. */
size_t cd_judged_span_count(struct cd_str packed);
struct cd_aligned cd_judged_span(struct cd_str packed, size_t i);

/* Where the texts stand now: first bytes in their documents, and whether the
 * record has the second before the first. */
struct cd_judged_place {
    size_t a, b; /* of the record's a and b */
    bool swapped;
};

/* Sets kind, score, measures, spans, passages and facts_differ; what they view
 * is in the arena or in packed. */
void cd_judged_fill(struct cd_copy *copy, struct cd_arena *arena,
                    struct cd_str packed, const struct cd_judged_place *place);

#endif
