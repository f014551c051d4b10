/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parser: bytes of one document -> blocks with keep or drop, metadata, and
 * the clean text.
 *
 *     cd_parse(&doc, &options, &scratch, &err);
                             fills page, blocks, meta, text, notes
 *
 * The input may be anything; no page makes it crash, hang or use memory without
 * bound.  What a limit cuts is said in doc->notes, and the accounting holds:
 * account.in == account.kept + account.dropped.  Safe on many threads at once,
 * each with a scratch arena of its own.
 */
#ifndef CD_PARSER_PARSE_H
#define CD_PARSER_PARSE_H

#include "base/doc.h"
#include "base/error.h"
#include "parser/page/options.h"

/*
 * Parses doc->bytes as doc->format says.  CD_SKIP if nothing can be done with
 * the bytes at all (empty, binary); then the document is rejected with the
 * message.  A page without an article is CD_OK with an empty text.
 *
 * The tree and all else that nobody needs afterwards lives in scratch, which is
 * empty before and after; who parses many documents keeps it, and the memory
 * stays near.
 */
enum cd_status cd_parse(struct cd_doc *doc,
                        const struct cd_parse_options *options,
                        struct cd_arena *scratch, struct cd_error *err);

#endif
