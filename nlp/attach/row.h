/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of tables, which are no sentences: lines of cells with " | " between
 * them (parser/page/blocks.h), rows of as many cells one below the other.
 *
 *     Plan  | Price | Users
 *     Basic | $10   | 3 users        $10: the Price of Basic
 *
 *     cd_row_fill(&claim, text);     no row: nothing happens
 */
#ifndef CD_NLP_ATTACH_ROW_H
#define CD_NLP_ATTACH_ROW_H

#include "nlp/claim/claim.h"

/* Sets the claim's subject and property, views of the text, by its place in the
 * table: whose row it is in, what the head of its column says.  A table whose
 * first row has figures in it has no heads; of two cells the first then is what
 * the second one measures.  Long cells are prose, and left as they are. */
void cd_row_fill(struct cd_claim *claim, struct cd_str text);

#endif
