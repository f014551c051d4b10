/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers and dates of a run that disagree, and what copies deny: the table
 * "contradictions".  All that counts or shows them, statistics and report, goes
 * by its rows, in their order.
 *
 *     cd_contradictions_find(db);
 *     n = cd_query_one(db, CD_SQL_CONTRADICTIONS);
 *
 * A row is one difference that copies of one text have (of so many pairs with
 * that difference the surest), or one group of claims that contradicts itself.
 * What stands in copies that differ is told there alone.
 */
#ifndef CD_CORPUS_DATABASE_CONTRADICTIONS_H
#define CD_CORPUS_DATABASE_CONTRADICTIONS_H

#include "base/record.h"
#include "corpus/database/query.h"

#define CD_SQL_CONTRADICTIONS "SELECT count(*) FROM contradictions"

/* Of a row of the table copies: does more differ than names? */
#define CD_SQL_FIGURES_DIFFER                                                  \
    "(facts_differ LIKE '%\"number\"]%' OR facts_differ LIKE '%\"date\"]%' "   \
    "OR facts_differ LIKE '%\"opposite\"]%')"

/* A row, behind its number and those of the pair of copies and the claims. */
struct cd_contradiction {
    const char *basis; /* copy place question */
    struct cd_str subject, property, a_text, b_text;
    struct cd_str a, a_published, a_title, a_sentence;
    struct cd_str b, b_published, b_title, b_sentence;
    const char *doubt; /* days inside, or NULL */
    size_t pairs, claim_group, a_article, b_article;
};

extern const struct cd_table cd_contradiction_table;

/* Fills the table; db has its claim_pairs, and in "run" what offsets count.
 * Errors stick to db. */
void cd_contradictions_find(struct cd_db *db);

#endif
