/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which claims are wanted: the list of --only.
 *
 *     struct cd_want want;
 *     if (cd_want_read("money,length,date", &want, &err) == CD_OK)
 *         keep = cd_want_has(&want, &quantity);
 *
 * A name is a class of quantities (money, percent, count, ...), a dimension
 * (length, mass, ...: the rows of data/dimensions.tsv), or one of three literal
 * readings: number, ordinal, date.  Const once read.
 */
#ifndef CD_NLP_CLAIM_WANT_H
#define CD_NLP_CLAIM_WANT_H

#include "nlp/quantity/dimension.h"
#include "nlp/quantity/quantity.h"

struct cd_want {
    uint32_t classes;    /* one bit each of enum cd_quantity_class */
    uint32_t dimensions; /* one bit each of enum cd_dimension */
    bool numbers, ordinals, dates;
};

/* list: names apart by commas; NULL: all quantities.  CD_USAGE with *err on a
 * name that is none. */
enum cd_status cd_want_read(const char *list, struct cd_want *want,
                            struct cd_error *err);

/* Is a quantity of one of the classes or dimensions? */
bool cd_want_has(const struct cd_want *want,
                 const struct cd_quantity *quantity);

/* Are quantities wanted at all, or only literal readings? */
static inline bool
cd_want_quantities(const struct cd_want *want)
{
    return want->classes != 0 || want->dimensions != 0;
}

#endif
