/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/output/reject.h"

static const struct cd_field fields[] = {
    CD_FIELD(struct cd_reject, source, TEXT, "the file it was read from"),
    CD_FIELD(struct cd_reject, id, JSON, "id of the record, if it was read"),
    CD_FIELD(struct cd_reject, offset, SIZE, "byte offset of the record there"),
    CD_FIELD(struct cd_reject, line, SIZE, "line of a JSONL file, from 1"),
    CD_FIELD(struct cd_reject, stage, NAME, "what refused it"),
    CD_FIELD(struct cd_reject, reason, TEXT, "why"),
};

const struct cd_table cd_reject_table = { "rejects",
                                          "An input that could not be used.",
                                          fields, CD_COUNT(fields) };

struct cd_reject
cd_reject_of(const struct cd_doc *doc, const char *stage, const char *why)
{
    return (struct cd_reject){
        .source = doc->source,
        .id = doc->id_json,
        .offset = (size_t)doc->offset,
        .line = doc->line > 0 ? (size_t)doc->line : SIZE_MAX,
        .stage = stage,
        .reason = cd_str_of(why),
    };
}

void
cd_reject_line(struct cd_buf *out, const struct cd_reject *reject)
{
    cd_buf_add(out, reject->source);
    if (reject->line != SIZE_MAX)
        cd_buf_printf(out, ":%zu", reject->line);
    else if (reject->offset > 0)
        cd_buf_printf(out, " at byte %zu", reject->offset);
    cd_buf_puts(out, ": ");
    cd_buf_add(out, reject->reason);
}
