/* SPDX-License-Identifier: Apache-2.0 */
/* What nlp/attach/subject.c and nlp/attach/subject_tree.c share. */
#ifndef CD_NLP_ATTACH_SUBJECT_PART_H
#define CD_NLP_ATTACH_SUBJECT_PART_H

#include "nlp/syntax/syntax.h"

/* A quantity that counts no things. */
bool cd_subject_is_measure(const struct cd_syntax *s, size_t node);

/* The child before the verb that can be its subject, or CD_NODE_NONE. */
size_t cd_subject_own(const struct cd_syntax *s, size_t verb);

/* One step up the tree from a verb without a subject of its own to where it may
 * have one: a noun is the answer, a verb is asked next. */
size_t cd_subject_step(const struct cd_syntax *s, size_t verb);

#endif
