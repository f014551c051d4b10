/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Part of corpus/search/verify.c: pairs of units are compared, exactly, and
 * those that are copies gathered until they go to the search.
 *
 *     results = cd_results_new(n);             one for each task at a time
 *     cd_result_compare(&results[i], search, pair, false);
 *     cd_result_collect(&results[i], search, err);    in the order of tasks
 *     cd_results_release(results, n);
 */
#ifndef CD_CORPUS_SEARCH_RESULT_H
#define CD_CORPUS_SEARCH_RESULT_H

#include "corpus/search/search.h"
#include "corpus/search/side.h"

struct cd_result {
    struct cd_side a, b;
    struct cd_arena arena; /* of one comparison */
    struct cd_match *matches;
    size_t count, room;
    struct cd_buf details; /* of the judgements; addresses are into it */
    uint64_t candidates;
    struct cd_error err;
};

/* Owned by the caller. */
struct cd_result *cd_results_new(size_t n);
void cd_results_release(struct cd_result *results, size_t n);

/*
 * Compares the two units of a pair (the first in the upper 32 bits) by the
 * measure of the search.  always: texts are judged though they share few of
 * their words.  Errors stay in result->err.
 */
void cd_result_compare(struct cd_result *result, const struct cd_copies *search,
                       uint64_t pair, bool always);

/* Moves the matches to the search and leaves the result empty; fails if the
 * comparisons did, or details cannot be stored. */
enum cd_status cd_result_collect(struct cd_result *result,
                                 struct cd_copies *search,
                                 struct cd_error *err);

#endif
