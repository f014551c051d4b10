/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The runs of equal words that two texts share: what nlp/copy/align.h works on.
 */
#ifndef CD_NLP_COPY_RUNS_H
#define CD_NLP_COPY_RUNS_H

#include "nlp/copy/align.h"

struct cd_runs {
    struct cd_run *runs; /* maximal; by a, then by b; they may overlap */
    uint32_t count;
};

/*
 * All maximal runs that hold a stem which occurs at most CD_RUN_OCCURRENCES
 * times in each text, and prove something: a word of content, or three words.
 * A stem that is more frequent is found as part of a run around a rarer one.
 */
enum { CD_RUN_OCCURRENCES = 12 };
void cd_runs_find(struct cd_runs *found, struct cd_arena *arena,
                  const struct cd_words *a, const struct cd_words *b);

/* Sets the weight of a run. */
void cd_run_weigh(struct cd_run *run, const struct cd_words *a);

/* For qsort: by a, then by b. */
int cd_run_by_place(const void *x, const void *y);

/* Does a run prove something? */
bool cd_run_proves(const struct cd_run *run, const struct cd_words *a);

/* Greedy string tiling; longest first. */
struct cd_run *cd_runs_tile(const struct cd_runs *runs, struct cd_arena *arena,
                            const struct cd_words *a, const struct cd_words *b,
                            uint32_t *count);

/* What changed places: tiles without what the chain has, longest first. */
struct cd_run *cd_runs_moved(const struct cd_alignment *found,
                             struct cd_arena *arena, const struct cd_words *a,
                             const struct cd_words *b, uint32_t *count);

#endif
