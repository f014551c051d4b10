/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/output/write.h"

#include "base/json.h"
#include "corpus/input/json_scan.h"

static const struct cd_writer *const writers[] = {
#define X(name) &cd_writer_##name,
    CD_WRITERS(X)
#undef X
};

const struct cd_writer *
cd_writer_of(enum cd_output_format format)
{
    return format == CD_OUTPUT_AUTO ? &cd_writer_jsonl : writers[format - 1];
}

bool
cd_write_column(struct cd_buf *out, const struct cd_field *field, int part)
{
    if (part > 0 && field->type != CD_TYPE_SPAN)
        return false;
    cd_buf_puts(out, field->name);
    if (field->type == CD_TYPE_SPAN)
        cd_buf_puts(out, part == 0 ? "_start" : "_end");
    return true;
}

static void
add_json(struct cd_buf *out, struct cd_str json)
{
    struct cd_arena arena = { 0 };
    struct cd_str text = cd_json_text(&arena, json);

    cd_buf_add(out, text.p != NULL ? text : json);
    cd_arena_release(&arena);
}

bool
cd_write_value(struct cd_buf *out, const struct cd_field *field,
               const void *record, int part)
{
    struct cd_value v = cd_record_get(field, record);

    if (v.null || (field->type == CD_TYPE_JSON && cd_str_is(v.text, "null")))
        return false;
    switch (field->type) {
    case CD_TYPE_TEXT:
    case CD_TYPE_NAME:
    case CD_TYPE_NUMBER:
        cd_buf_add(out, v.text);
        break;
    case CD_TYPE_JSON:
        add_json(out, v.text);
        break;
    case CD_TYPE_SIZE:
    case CD_TYPE_BOOL:
        cd_buf_size(out, v.size);
        break;
    case CD_TYPE_SCORE:
        cd_json_score(out, v.score);
        break;
    case CD_TYPE_SPAN:
        cd_buf_size(out, part == 0 ? v.span.start : v.span.end);
        break;
    case CD_TYPE_COUNT:
        break;
    }
    return true;
}
