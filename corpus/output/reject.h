/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The reject record: what could not be used, where it stood, and why.
 *
 *     struct cd_reject record = cd_reject_of(&doc, "read", "not JSON");
 *     cd_record_json(&out, &cd_reject_table, &record);
 */
#ifndef CD_CORPUS_OUTPUT_REJECT_H
#define CD_CORPUS_OUTPUT_REJECT_H

#include "base/doc.h"
#include "base/record.h"

struct cd_reject {
    struct cd_str source; /* file */
    struct cd_str id;     /* as JSON, or absent if not even that was read */
    size_t offset;        /* of the record */
    size_t line;          /* SIZE_MAX: no JSONL */
    const char *stage;
    struct cd_str reason;
};

extern const struct cd_table cd_reject_table;

/* Views into the document and the arguments. */
struct cd_reject cd_reject_of(const struct cd_doc *doc, const char *stage,
                              const char *why);

/* "a.jsonl:17: not JSON: ...", for a person. */
void cd_reject_line(struct cd_buf *out, const struct cd_reject *reject);

#endif
