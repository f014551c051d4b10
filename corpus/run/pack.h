/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A document as bytes and back: all that is left of it when every map has run,
 * so that the folds can see it later, in another process or on another machine,
 * and do the same with it.
 *
 *     cd_pack_doc(&out, &doc, false);
 *     ...
 *     status = cd_unpack_doc(&doc, cd_buf_str(&out), &err);
 *
 * Not kept: the raw page (unless asked for), the paths of elements, and what
 * cd_work_render() makes, which is made again.  The form is that of one version
 * of Copydesk; corpus/run/shard.h refuses packs of another.
 */
#ifndef CD_CORPUS_RUN_PACK_H
#define CD_CORPUS_RUN_PACK_H

#include "base/doc.h"
#include "base/error.h"
#include "corpus/output/reject.h"

/* Appends the document.  page: its decoded page too, for offsets in code
 * points. */
void cd_pack_doc(struct cd_buf *out, const struct cd_doc *doc, bool page);

/* The same into doc->packed, which lies in the document's arena. */
void cd_pack_into_doc(struct cd_doc *doc, bool page);

/* Fills the document, whose strings are then views into bytes and arrays lie in
 * its arena.  CD_FATAL where bytes are no document. */
enum cd_status cd_unpack_doc(struct cd_doc *doc, struct cd_str bytes,
                             struct cd_error *err);

/* The same for a document that was lost: where it stood, and why. */
void cd_pack_reject(struct cd_buf *out, const struct cd_reject *reject);
enum cd_status cd_unpack_reject(struct cd_reject *reject, struct cd_str bytes,
                                struct cd_error *err);

#endif
