/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/output/row.h"

#include "base/arena.h"
#include "corpus/input/json_scan.h"

struct cd_row {
    const struct cd_table *table;
    const void *record;
    struct cd_arena arena; /* values that are no text in the record */
    struct cd_buf *out;    /* what is written for it */
};

void
cd_row_send(struct cd_buf *out, const struct cd_observer *observer,
            const struct cd_table *table, const void *record)
{
    struct cd_row row = { .table = table, .record = record, .out = out };

    observer->row(observer->state, &row);
    cd_arena_release(&row.arena);
}

const char *
cd_row_table(const struct cd_row *row)
{
    return row->table->name;
}

static struct cd_str
as_json(struct cd_row *row, const struct cd_field *field)
{
    struct cd_buf json = { 0 };

    cd_record_value_json(&json, field, row->record);
    return cd_buf_into(&json, &row->arena);
}

static struct cd_str
get(struct cd_row *row, const struct cd_field *field)
{
    struct cd_value value = cd_record_get(field, row->record);
    struct cd_str text = { NULL, 0 };

    if (value.null)
        return text;
    if (field->type == CD_TYPE_JSON && value.text.n > 0 &&
        value.text.p[0] == '"')
        text = cd_json_text(&row->arena, value.text);
    if (text.p != NULL)
        return text;
    if (value.text.p != NULL)
        return value.text;
    return as_json(row, field);
}

const char *
cd_row_get(struct cd_row *row, const char *field, size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < row->table->count; i++) {
        if (strcmp(row->table->fields[i].name, field) == 0) {
            struct cd_str value = get(row, &row->table->fields[i]);

            *n = value.n;
            return value.p;
        }
    }
    return NULL;
}

void
cd_row_put(struct cd_row *row, const char *text, size_t n)
{
    cd_buf_add(row->out, (struct cd_str){ text, n });
}
