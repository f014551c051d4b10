/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the first bytes of a file say about it.
 *
 *     cd_magic_kind(head)     "a PDF document"
 */
#ifndef CD_CORPUS_INPUT_MAGIC_H
#define CD_CORPUS_INPUT_MAGIC_H

#include "base/str.h"

/* A kind of file that holds no page, or NULL. */
const char *cd_magic_kind(struct cd_str head);

/* Can head be text in some encoding?  UTF-16 is, a photograph is not. */
bool cd_magic_is_text(struct cd_str head);

#endif
