/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of nlp/attach/bearer.c, private to nlp/attach/bearer*.c.
 */
#ifndef CD_NLP_ATTACH_BEARER_PART_H
#define CD_NLP_ATTACH_BEARER_PART_H

#include "nlp/attach/view.h"

/* "48% of participants said ...", "34 people live in X". */
struct cd_bearer cd_bearer_as_subject(const struct cd_view *v);

#endif
