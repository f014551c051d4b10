/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/verdict.h"

enum { COPY_WORDS = 8 }; /* of a shorter text, each stands for itself */

static bool
same_text(const struct cd_trial *trial, size_t i, size_t other)
{
    return cd_str_eq(trial->doc->blocks[i].text,
                     trial->doc->blocks[other].text);
}

static unsigned
box_of(const struct cd_trial *trial, size_t i)
{
    const struct cd_outline *outline = &trial->outline;

    return outline->areas[outline->pieces[i].area].parent;
}

static bool
may_be_copy(const struct cd_trial *trial, size_t i)
{
    const struct cd_piece *piece = &trial->outline.pieces[i];

    return piece->repeats > 1 && piece->measure.words >= COPY_WORDS;
}

/* What the copies in each box promise together: so that all of a text comes
 * from the same box, and in its order. */
static double *
promise(const struct cd_trial *trial)
{
    double *sums = cd_arena_new_array(&trial->doc->arena, double,
                                      trial->outline.area_count + 1);

    for (size_t i = 0; i < trial->n; i++) {
        if (may_be_copy(trial, i))
            sums[box_of(trial, i)] += trial->outline.pieces[i].measure.words *
                                      trial->doc->blocks[i].score;
    }
    return sums;
}

/* Where the best of the blocks with block i's text is noted, as index + 1. */
static size_t
slot_of(const struct cd_trial *trial, const size_t *slots, size_t size,
        size_t i)
{
    size_t at = trial->outline.pieces[i].measure.hash & (size - 1);

    while (slots[at] != 0 && !same_text(trial, i, slots[at] - 1))
        at = (at + 1) & (size - 1);
    return at;
}

void
cd_mark_copies(struct cd_trial *trial)
{
    const double *sums = promise(trial);
    size_t size = 64;
    size_t *slots;

    while (size < trial->n * 2)
        size *= 2;
    slots = cd_arena_new_array(&trial->doc->arena, size_t, size);
    trial->copy = cd_arena_new_array(&trial->doc->arena, bool, trial->n + 1);
    for (size_t i = 0; i < trial->n; i++) {
        size_t at;

        if (!may_be_copy(trial, i))
            continue;
        at = slot_of(trial, slots, size, i);
        if (slots[at] == 0 ||
            sums[box_of(trial, i)] > sums[box_of(trial, slots[at] - 1)])
            slots[at] = i + 1;
    }
    for (size_t i = 0; i < trial->n; i++) {
        size_t best;

        if (!may_be_copy(trial, i))
            continue;
        best = slots[slot_of(trial, slots, size, i)] - 1;
        trial->copy[i] = best != i && box_of(trial, best) != box_of(trial, i);
    }
}
