/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of nlp/attach/change.c, private to nlp/attach/change*.c.
 */
#ifndef CD_NLP_ATTACH_CHANGE_PART_H
#define CD_NLP_ATTACH_CHANGE_PART_H

#include "nlp/attach/change.h"

/* No change. */
extern const struct cd_change cd_change_still;

struct cd_change cd_change_found(const char *direction, bool delta,
                                 size_t word);

/* "5% higher", "15 percent fewer problems" */
struct cd_change cd_change_beside_after(const struct cd_syntax *s,
                                        const struct cd_bond *b);

/* "up 3%", "down by 5 points", "higher at 5.2", "up from 4%" */
struct cd_change cd_change_beside_before(const struct cd_syntax *s,
                                         const struct cd_bond *b);

/* By all rules but those of a level behind a change. */
struct cd_change cd_change_own(const struct cd_syntax *s,
                               const struct cd_bond *b);

/* $45 of "was up 3.4% at $45", "down 14 points, or 0.4 percent, at 3,510" */
struct cd_change cd_change_level_behind(const struct cd_syntax *s,
                                        const struct cd_bond *b);

/* $45m of "a 12% rise in revenue to $45m" */
struct cd_change cd_change_level_noun(const struct cd_syntax *s,
                                      const struct cd_bond *b);

/* 24.79% of "$12 million (+24.79%)" */
struct cd_change cd_change_sign_before(const struct cd_syntax *s,
                                       const struct cd_bond *b);

#endif
