/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the model went by: the features that pushed its judgement of a block up
 * or down, for `copydesk explain`.
 *
 *     cd_pushes_note(doc, model, rows);    doc->blocks[i].pushes
 *
 * A block walks down each tree from the root.  At a fork the mean of what is
 * still possible changes, and the change is put down to the feature that the
 * fork asks (Saabas, Interpreting random forests, 2014).  Means are over the
 * blocks of the same page, so pushes say what sets a block apart from the rest
 * of its page, and what is said of the page as a whole pushes nothing.
 */
#ifndef CD_PARSER_JUDGE_PUSHES_H
#define CD_PARSER_JUDGE_PUSHES_H

#include "parser/judge/model.h"

/*
 * The strongest five, strongest first, as a JSON array of
 * {"feature":"words","value":35,"push":0.82}: value is what
 * parser/judge/features.h says of the feature, push is in log odds.  rows as
 * for cd_model_odds(), one for each of doc's blocks.
 */
void cd_pushes_note(struct cd_doc *doc, const struct cd_model *model,
                    const int16_t *rows);

#endif
