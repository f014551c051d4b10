/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which quantity is whose where a sentence says "respectively".
 *
 *     "Ford and Opel sold 200 and 300 cars, respectively"
 *                                  200 is Ford's, 300 is Opel's
 *     "sales and profit were $5m and $2m, respectively"
 *                                  $5m are the sales, $2m the profit
 */
#ifndef CD_NLP_ATTACH_RESPECTIVE_H
#define CD_NLP_ATTACH_RESPECTIVE_H

#include "nlp/claim/claim.h"
#include "nlp/syntax/syntax.h"

enum { CD_RESPECTIVE_MAX = 8 }; /* a longer list is not looked at */

struct cd_respective {
    size_t count;                         /* 0: the sentence has none */
    size_t quantities[CD_RESPECTIVE_MAX]; /* in the reading, in order */
};

/* Pairs the quantities before the last "respectively", which are of one class
 * and have no verb between them, with the nearest list of as many nouns before
 * or behind them.  Their claims, which tell of the whole list, get what the
 * list says of each: subject, property, role, change, modality.  Times are no
 * such nouns.  The strings are views of the text. */
struct cd_respective cd_respective_read(const struct cd_syntax *syntax,
                                        struct cd_claim *claims);

#endif
