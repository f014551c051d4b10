/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An alignment as spans of bytes in both texts: what an editor sees marked.
 *
 *     spans = cd_spans_all(&count, &arena, &found, a, b, true);
 *
 * They are in the order of both texts; behind them come those of what changed
 * places.  No two overlap.
 */
#ifndef CD_NLP_COPY_SPANS_H
#define CD_NLP_COPY_SPANS_H

#include "nlp/copy/window.h"

/* The run without such words at its ends. */
static inline struct cd_run
cd_spans_trim(struct cd_run run, const bool *credits)
{
    while (credits != NULL && run.n > 0 && credits[run.a + run.n - 1])
        run.n--;
    while (credits != NULL && run.n > 0 && credits[run.a]) {
        run.a++;
        run.b++;
        run.n--;
    }
    return run;
}

/* A run of words that both texts have: its bytes in each. */
struct cd_aligned {
    struct cd_span a, b;
};

/* Of a run of a word and more. */
static inline struct cd_aligned
cd_spans_bytes(struct cd_run run, const struct cd_words *a,
               const struct cd_words *b)
{
    return (struct cd_aligned){
        { a->words[run.a].start, a->words[run.a + run.n - 1].end },
        { b->words[run.b].start, b->words[run.b + run.n - 1].end },
    };
}

/*
 * Of each the last argument marks words of a that no span begins or ends with
 * (nlp/copy/credits.h), or is NULL.
 */

/* The chain and what changed places; ends: also the words that both texts begin
 * or end with ("the" seeds no run).  The spans are in the arena. */
struct cd_aligned *cd_spans_all(size_t *count, struct cd_arena *arena,
                                const struct cd_alignment *found,
                                const struct cd_words *a,
                                const struct cd_words *b, bool ends,
                                const bool *credits);

/* The chain of what was judged of two long texts, longer where both go on alike
 * beyond the windows, and behind it all other rows of least words and more of
 * the whole texts, longest first. */
struct cd_aligned *cd_spans_window(size_t *count, struct cd_arena *arena,
                                   const struct cd_alignment *whole,
                                   const struct cd_words *a,
                                   const struct cd_words *b,
                                   const struct cd_alignment *judged,
                                   const struct cd_window *window,
                                   uint32_t least, const bool *credits);

/* The same without the ends and without what has fewer than least words. */
struct cd_aligned *cd_spans_rows(size_t *count, struct cd_arena *arena,
                                 const struct cd_alignment *found,
                                 const struct cd_words *a,
                                 const struct cd_words *b, uint32_t least,
                                 const bool *credits);

#endif
