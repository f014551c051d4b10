/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Programs, commands and their output, whose numbers are no claims:
 *
 *     <pre>flex: 3 170px;</pre>
 *
 * A preformatted block may also be a letter or a press release, which are read.
 */
#ifndef CD_NLP_CLAIM_PROGRAM_H
#define CD_NLP_CLAIM_PROGRAM_H

#include "base/doc.h"

/* Is block code without sentences, or full of signs that texts hardly have? */
bool cd_program_is(const struct cd_block *block);

#endif
