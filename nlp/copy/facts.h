/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The facts that two versions of a text tell differently: a number, a name, a
 * date in the same place of both.
 *
 *     facts = cd_facts_find(&arena, CD_COPY_EDITED, &found.chain, &a, &b, &n);
 *
 * None are: a figure that is the same up to rounding ("8.8 mln", "8,791,000",
 * "about 8.8 mln"), the same names in other words ("USDA", "Agriculture
 * Department"; "Dutch", "Netherlands"), a slip in an ordinary word, a weekday
 * beside "yesterday".
 */
#ifndef CD_NLP_COPY_FACTS_H
#define CD_NLP_COPY_FACTS_H

#include "nlp/copy/align.h"
#include "nlp/copy/compare.h"

/*
 * In the order of a, in the arena.  kind is what the pair was judged to be: in
 * a reworded text names and weekdays do not face each other, and only of an
 * edited one and of a template do the ends.
 */
struct cd_difference *cd_facts_find(struct cd_arena *arena,
                                    enum cd_copy_kind kind,
                                    const struct cd_chain *chain,
                                    const struct cd_words *a,
                                    const struct cd_words *b, size_t *count);

#endif
