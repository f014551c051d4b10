/* SPDX-License-Identifier: Apache-2.0 */
#include "base/record.h"

#include <math.h>

#include "base/json.h"

struct cd_value
cd_record_get(const struct cd_field *field, const void *record)
{
    const void *at = (const char *)record + field->offset;
    struct cd_value v = { 0 };

    switch (field->type) {
    case CD_TYPE_TEXT:
    case CD_TYPE_NUMBER:
    case CD_TYPE_JSON:
        v.text = *(const struct cd_str *)at;
        v.null = v.text.p == NULL;
        break;
    case CD_TYPE_NAME:
        v.text = cd_str_of(*(const char *const *)at);
        v.null = v.text.p == NULL;
        break;
    case CD_TYPE_SIZE:
        v.size = *(const size_t *)at;
        v.null = v.size == SIZE_MAX;
        break;
    case CD_TYPE_BOOL:
        v.size = *(const bool *)at;
        break;
    case CD_TYPE_SCORE:
        v.score = *(const double *)at;
        v.null = isnan(v.score);
        break;
    case CD_TYPE_SPAN:
        v.span = *(const struct cd_span *)at;
        v.null = v.span.start == SIZE_MAX;
        break;
    case CD_TYPE_COUNT:
        break;
    }
    return v;
}

void
cd_record_value_json(struct cd_buf *out, const struct cd_field *field,
                     const void *record)
{
    struct cd_value v = cd_record_get(field, record);

    if (v.null) {
        cd_buf_puts(out, "null");
        return;
    }
    switch (field->type) {
    case CD_TYPE_TEXT:
    case CD_TYPE_NAME:
        cd_json_str(out, v.text);
        break;
    case CD_TYPE_NUMBER:
    case CD_TYPE_JSON:
        cd_buf_add(out, v.text);
        break;
    case CD_TYPE_SIZE:
        cd_buf_size(out, v.size);
        break;
    case CD_TYPE_BOOL:
        cd_json_bool(out, v.size != 0);
        break;
    case CD_TYPE_SCORE:
        cd_json_score(out, v.score);
        break;
    case CD_TYPE_SPAN:
        cd_json_span(out, v.span);
        break;
    case CD_TYPE_COUNT:
        break;
    }
}

void
cd_record_members(struct cd_buf *out, const struct cd_table *table,
                  const void *record)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct cd_field *field = &table->fields[i];

        if (i == 0)
            cd_json_key(out, field->name);
        else
            cd_buf_add(out, field->key);
        cd_record_value_json(out, field, record);
    }
}

void
cd_record_json(struct cd_buf *out, const struct cd_table *table,
               const void *record)
{
    cd_buf_putc(out, '{');
    cd_record_members(out, table, record);
    cd_buf_putc(out, '}');
}

static const char *const schema_types[CD_TYPE_COUNT] = {
    [CD_TYPE_TEXT] = "{\"type\":[\"string\",\"null\"]",
    [CD_TYPE_NUMBER] = "{\"type\":[\"number\",\"null\"]",
    [CD_TYPE_JSON] = "{\"type\":[\"array\",\"object\",\"string\",\"number\","
                     "\"boolean\",\"null\"]",
    [CD_TYPE_NAME] = "{\"type\":[\"string\",\"null\"]",
    [CD_TYPE_SIZE] = "{\"type\":[\"integer\",\"null\"],\"minimum\":0",
    [CD_TYPE_BOOL] = "{\"type\":\"boolean\"",
    [CD_TYPE_SCORE] = "{\"type\":[\"number\",\"null\"]",
    [CD_TYPE_SPAN] = "{\"type\":[\"array\",\"null\"],\"items\":{\"type\":"
                     "\"integer\",\"minimum\":0},\"minItems\":2,\"maxItems\":2",
};

void
cd_record_schema(struct cd_buf *out, const struct cd_table *table)
{
    cd_buf_puts(out, "{\"$schema\":"
                     "\"https://json-schema.org/draft/2020-12/schema\","
                     "\"title\":");
    cd_json_str(out, cd_str_of(table->name));
    cd_buf_puts(out, ",\"description\":");
    cd_json_str(out, cd_str_of(table->help));
    cd_buf_puts(out, ",\"type\":\"object\",\"properties\":{");
    for (size_t i = 0; i < table->count; i++) {
        cd_json_key(out, table->fields[i].name);
        cd_buf_puts(out, schema_types[table->fields[i].type]);
        cd_buf_puts(out, ",\"description\":");
        cd_json_str(out, cd_str_of(table->fields[i].help));
        cd_buf_putc(out, '}');
    }
    cd_buf_puts(out, "},\"required\":[");
    for (size_t i = 0; i < table->count; i++) {
        cd_json_next(out);
        cd_json_str(out, cd_str_of(table->fields[i].name));
    }
    cd_buf_puts(out, "],\"additionalProperties\":true}");
}
