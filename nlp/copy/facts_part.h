/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parts of nlp/copy/facts.c: what of one gap of an alignment is another
 * figure, what another name.
 *
 *     cd_facts_figures(&scan, &gap);     "cut [340] jobs" | "cut [410] jobs"
 *     cd_facts_names(&scan, &gap);       "to [Halm] in May" | "to [Elm] in May"
 *
 * Linear in the gap, which is short (nlp/copy/facts.c).
 */
#ifndef CD_NLP_COPY_FACTS_PART_H
#define CD_NLP_COPY_FACTS_PART_H

#include "nlp/copy/facts.h"

/* A search for facts under way. */
struct cd_fact_scan {
    struct cd_arena *arena;
    const struct cd_words *a, *b;
    bool moved;   /* the order of words was not kept: a reworded text */
    bool ordered; /* it was kept from end to end: an edited one, a template */
    bool frame;   /* a template: whatever stands in its slots differs */
    struct cd_difference *facts;
    size_t count, room;
};

/* Words [first, end) of a text. */
struct cd_fact_part {
    uint32_t first, end;
};

/* What faces each other between two runs of equal words, or before the first
 * one, or behind the last one. */
struct cd_fact_gap {
    struct cd_fact_part a, b;
    bool open; /* behind the last run */
};

static inline bool
cd_facts_stem_equal(const struct cd_words *a, uint32_t i,
                    const struct cd_words *b, uint32_t j)
{
    return i < a->count && j < b->count && a->words[i].stem == b->words[j].stem;
}

/* So many words on either side of a place; the end may lie beyond the text. */
static inline struct cd_fact_part
cd_facts_around(uint32_t place, uint32_t reach)
{
    return (struct cd_fact_part){ place > reach ? place - reach : 0,
                                  place + reach };
}

/* Does part of the other text tell the figure; placed: in the same place? */
bool cd_facts_told(const struct cd_words *words, const struct cd_figure *x,
                   const struct cd_words *others, struct cd_fact_part part,
                   bool placed);

void cd_facts_add(struct cd_fact_scan *scan, struct cd_span a, struct cd_span b,
                  const char *what);

/* Figures, months, dates. */
void cd_facts_figures(struct cd_fact_scan *scan, const struct cd_fact_gap *gap);

/* Equal figures of other units in a run: 5 pct, 5 percentage points. */
void cd_facts_units(struct cd_fact_scan *scan, const struct cd_run *run);

/* Figures that face each other in no gap, for a word that both texts have
 * stands between: "a 40-minute delay", "a delay of 30 minutes".  Each must be
 * told nowhere near in the other text.  Brings the facts into the order of a.
 * */
void cd_facts_lone(struct cd_fact_scan *scan, const struct cd_chain *chain);

/* "did", "did not"; "agreed to", "refused to"; "rose", "fell": rows of
 * data/opposites.tsv. */
void cd_facts_opposites(struct cd_fact_scan *scan,
                        const struct cd_fact_gap *gap);

/* Names of which one stands in the very place of the other. */
void cd_facts_names(struct cd_fact_scan *scan, const struct cd_fact_gap *gap);

#endif
