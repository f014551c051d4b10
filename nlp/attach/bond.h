/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bond of a quantity: how it is tied into its sentence.
 *
 *     struct cd_bond bond = cd_bond_read(&syntax, 0);
 *     bond.tie == CD_TIE_NOUN       "a budget of $5m": bond.noun is "budget"
 *
 * Everything that is said about a quantity (change, bearer, stance) starts from
 * its bond, so that the tree is interpreted once.
 */
#ifndef CD_NLP_ATTACH_BOND_H
#define CD_NLP_ATTACH_BOND_H

#include "nlp/syntax/syntax.h"

enum cd_tie {
    CD_TIE_ALONE,   /* nothing governs it: a fragment, an aside */
    CD_TIE_BEFORE,  /* stands before its noun: "a 9% decline" */
    CD_TIE_NOUN,    /* hangs on a noun behind it: "a decline of 9%" */
    CD_TIE_SUBJECT, /* is the subject of its verb: "9% of voters agreed" */
    CD_TIE_OBJECT,  /* "employs 450 people", "fell 9%" */
    CD_TIE_OBLIQUE, /* behind a preposition: "fell by 9%" */
    CD_TIE_IS,      /* the predicate of "is": "the price is $9" */
    CD_TIE_ASIDE,   /* "(9%)", ", 44," behind a noun */
};

struct cd_bond {
    const struct cd_quantity *quantity;
    size_t index;  /* of the quantity */
    size_t node;   /* its node */
    size_t anchor; /* node, or the filler noun that stands for it ("a total
                        of 9"): where the tie begins */
    enum cd_tie tie;
    size_t noun;    /* of BEFORE, NOUN and ASIDE */
    size_t verb;    /* that governs it, through nouns; for IS the node with the
                        copula */
    size_t part_of; /* oil of "9 barrels of oil", or CD_NODE_NONE */
    struct cd_str preposition; /* before it, or empty */
};

struct cd_bond cd_bond_read(const struct cd_syntax *syntax, size_t quantity);

/* The node behind a quantity, or CD_NODE_NONE at the end. */
size_t cd_bond_next(const struct cd_syntax *syntax, const struct cd_bond *bond);

#endif
