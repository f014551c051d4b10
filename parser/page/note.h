/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Notes: what a record says about limits hit and fallbacks taken.
 *
 *     cd_note(doc, "max-depth", page.cut_depth);    ["max-depth:17"]
 */
#ifndef CD_PARSER_PAGE_NOTE_H
#define CD_PARSER_PAGE_NOTE_H

#include "base/doc.h"

/* Adds NAME:COUNT to doc->notes, or NAME alone if count is SIZE_MAX; nothing if
 * it is 0.  name holds no character that JSON escapes. */
void cd_note(struct cd_doc *doc, const char *name, size_t count);

#endif
