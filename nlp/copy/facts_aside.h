/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures that stand beside the facts of a text: how many told it, on which
 * day they did, and sums that are told again in another currency.
 *
 *     "[two] officials said", "said on [Friday]", "100 euros ([$125])"
 *
 * Two texts may have others of them and still tell the same.  Thread rule: no
 * state.  Each call looks at a few words.
 */
#ifndef CD_NLP_COPY_FACTS_ASIDE_H
#define CD_NLP_COPY_FACTS_ASIDE_H

#include "nlp/copy/words.h"

/* Does the figure say who tells the story, or when? */
bool cd_fact_is_of_telling(const struct cd_words *words,
                           const struct cd_figure *figure);

/* Are both sums in brackets, of one currency, and but a rate apart? */
bool cd_fact_are_conversions(const struct cd_words *a,
                             const struct cd_figure *x,
                             const struct cd_words *b,
                             const struct cd_figure *y);

#endif
