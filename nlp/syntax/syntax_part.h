/* SPDX-License-Identifier: Apache-2.0 */
/* What nlp/syntax/syntax*.c share. */
#ifndef CD_NLP_SYNTAX_SYNTAX_PART_H
#define CD_NLP_SYNTAX_SYNTAX_PART_H

#include "nlp/syntax/syntax.h"

/* Fills syntax->nodes from the tokens and quantities of syntax->reading and the
 * mended tags; heads and reach are left to the tree. */
void cd_syntax_add_nodes(struct cd_syntax *syntax);

#endif
