/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A claim as the search for groups sees it, out of the database of a run, and
 * how two of them stand to each other.
 *
 *     struct cd_query *q = cd_query(db, CD_CLAIM_ROW " WHERE c.number = ?");
 *     cd_query_bind(q, 1, 17);
 *     if (cd_query_next(q))
 *         cd_claim_row_read(q, &arena, &row);
 *
 * Values are compared as intervals: what the printed digits and words such as
 * "about" and "at least" leave open.
 */
#ifndef CD_CORPUS_DATABASE_CLAIM_ROW_H
#define CD_CORPUS_DATABASE_CLAIM_ROW_H

#include "corpus/database/query.h"
#include "nlp/quantity/decimal.h"

/* Columns of cd_claim_row_read(). */
#define CD_CLAIM_ROW                                                           \
    "SELECT c.number, c.article, c.claim_id, c.subject, c.property, c.role,"   \
    " c.value, c.\"to\", c.lower, c.upper, c.kind, c.unit, c.change, c.time,"  \
    " c.modality, c.doc, julianday(substr(a.published, 1, 10)),"               \
    " c.speaker"                                                               \
    " FROM claims AS c JOIN articles AS a ON a.number = c.article"

struct cd_claim_row {
    size_t number, article; /* keys of the database, from 1 */
    struct cd_str claim_id, doc;
    struct cd_str subject, property, role, value, unit, change, time, modality;
    int64_t day; /* Julian day of publication, or 0 */
    struct cd_str kind, speaker;
    struct cd_decimal low, high;   /* what the value may be */
    struct cd_decimal least, most; /* the number itself, as it is printed */
    bool rate;                     /* may be told as a change: inflation */
    bool whole;                    /* there is a number: least and most count */
    bool from_below, from_above;   /* low is no bound; high is none */
    bool vague;                    /* no value at all: "billions" */
};

/* Strings are copied into the arena.  doc is JSON again. */
void cd_claim_row_read(struct cd_query *query, struct cd_arena *arena,
                       struct cd_claim_row *row);

/* In the order of how bad it is. */
enum cd_verdict {
    CD_AGREE,     /* the same value, as far as it is printed */
    CD_REFINE,    /* other words or digits that do not exclude each other */
    CD_CONTRADICT /* both cannot be */
};

const char *cd_verdict_name(enum cd_verdict verdict);

/* Units must be the same.  In the same place of a copied text "more than 10"
 * and "more than 12" contradict each other; elsewhere both can be. */
enum cd_verdict cd_claim_rows_verdict(const struct cd_claim_row *a,
                                      const struct cd_claim_row *b,
                                      bool copied);

/* Are both of the same time, and both told as fact or both as forecast? */
bool cd_claim_rows_near(const struct cd_claim_row *a,
                        const struct cd_claim_row *b);

/* Is neither denied, and are both of one time and of about one day?  Without a
 * time: of one day, if the answer does not last. */
bool cd_claim_rows_timely(const struct cd_claim_row *a,
                          const struct cd_claim_row *b, bool lasting);

/* Is neither value more than three times the other? */
bool cd_claim_rows_close(const struct cd_claim_row *a,
                         const struct cd_claim_row *b);

/* The unit, or that of all words for the same: "person" for an inhabitant. */
struct cd_str cd_claim_row_unit(const struct cd_claim_row *row);

/* May values of both be compared at all: the same unit and sort of value? */
bool cd_claim_rows_comparable(const struct cd_claim_row *a,
                              const struct cd_claim_row *b);

#endif
