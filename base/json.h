/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON out: appends values to a buffer.  Reading JSON is
 * corpus/input/json_scan.h's business.
 *
 *     cd_json_key(&out, "title");
 *     cd_json_str(&out, doc->meta.title.value);
 *
 * Text must be valid UTF-8 (the parser made it so).  Escaped are: the quote,
 * the backslash, C0 controls, DEL, and U+2028/2029, so that a line of JSONL is
 * one line to every reader.  See RFC 8259.
 */
#ifndef CD_BASE_JSON_H
#define CD_BASE_JSON_H

#include "base/buf.h"

/* A quoted string, or null where text.p is NULL. */
void cd_json_str(struct cd_buf *out, struct cd_str text);

/* ,"name": with the comma only where one is due: after a value, not after an
 * opening bracket or a colon.  name holds nothing that JSON escapes. */
void cd_json_key(struct cd_buf *out, const char *name);

/* The comma before an element of an array, where one is due. */
void cd_json_next(struct cd_buf *out);

void cd_json_bool(struct cd_buf *out, bool value);
/* [start,end] */
void cd_json_span(struct cd_buf *out, struct cd_span span);
/* Fixed point with at most 4 decimals and no trailing zeros, the same on every
 * machine; NaN becomes null. */
void cd_json_score(struct cd_buf *out, double value);

#endif
