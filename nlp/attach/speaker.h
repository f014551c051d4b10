/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who says it.
 *
 *     cd_speaker_read(&syntax, &bond)          "analysts" of "analysts said"
 *     cd_speaker_words(&syntax, node)          "Institute of Lomond"
 */
#ifndef CD_NLP_ATTACH_SPEAKER_H
#define CD_NLP_ATTACH_SPEAKER_H

#include "nlp/attach/bond.h"

/* The node of who is quoted, or CD_NODE_NONE. */
size_t cd_speaker_read(const struct cd_syntax *syntax,
                       const struct cd_bond *bond);

/* Is the node who expects the quantity of another: the analysts of "Analysts
 * had expected a profit of $5m"? */
bool cd_speaker_foretells(const struct cd_syntax *syntax,
                          const struct cd_bond *bond, size_t node);

/* The words for that node, a view of the text. */
struct cd_str cd_speaker_words(const struct cd_syntax *syntax, size_t node);

#endif
