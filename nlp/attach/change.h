/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Change: does the text say that the quantity rose or fell, and is the number
 * the new level, or how much of a change?
 *
 *     struct cd_change change = cd_change_read(&syntax, &bond);
 *     change.direction    "down" for "$600bn loss"
 *     change.delta        true
 */
#ifndef CD_NLP_ATTACH_CHANGE_H
#define CD_NLP_ATTACH_CHANGE_H

#include "nlp/attach/bond.h"

struct cd_change {
    const char *direction; /* up down none */
    bool delta;            /* the number is how much */
    bool base;             /* the number is what was before: "up from 9" */
    bool follows;          /* the level that the change before it led to */
    size_t word;           /* node of the word that says so, or CD_NODE_NONE */
    const char *kind;      /* a bound that a verb adds: "surpassed", or NULL */
    const char *rule;      /* id of what was read, or NULL */
};

/* "adds up to $9": does the verb tell what its subject comes to? */
bool cd_change_sums_up(const struct cd_syntax *syntax, size_t verb);

struct cd_change cd_change_read(const struct cd_syntax *syntax,
                                const struct cd_bond *bond);

#endif
