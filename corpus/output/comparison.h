/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The record of `copydesk compare`: what two given texts are to each other.
 *
 *     struct cd_comparison record;
 *     cd_comparison_make(&record, &arena, a, b, true);
 *     cd_record_json(&out, &cd_comparison_table, &record);
 */
#ifndef CD_CORPUS_OUTPUT_COMPARISON_H
#define CD_CORPUS_OUTPUT_COMPARISON_H

#include "base/arena.h"
#include "base/record.h"

struct cd_comparison {
    struct cd_str id; /* as JSON; absent for two files */
    const char *kind; /* enum cd_copy_kind's names, with the three that are
                           no copies */
    bool copy;
    double score;
    struct cd_str spans, facts_differ, measures; /* JSON, as struct cd_copy's */
    struct cd_str a, b; /* the texts: only in cd_compared_table */
};

extern const struct cd_table cd_comparison_table;
/* The same with both texts, for who shows it to people. */
extern const struct cd_table cd_compared_table;

/* All but the id; quotes: compare what is between quotation marks, too.  a and
 * b must be valid UTF-8 and outlive the record, the rest is in the arena. */
void cd_comparison_make(struct cd_comparison *record, struct cd_arena *arena,
                        struct cd_str a, struct cd_str b, bool quotes);

#endif
