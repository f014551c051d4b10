/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CSV (RFC 4180) and TSV with the same quoting: a header line, CRLF, quotes
 * around what needs them.
 *
 * A spreadsheet runs text that begins with = + - @ tab or CR as a formula, so
 * such text gets an apostrophe in front; so does text that begins with an
 * apostrophe, and whoever reads the file back takes one off.  Numbers stay as
 * they are.
 */
#include "corpus/output/write_csv.h"

#include "corpus/output/write.h"

static bool
is_text(enum cd_type type)
{
    return type == CD_TYPE_TEXT || type == CD_TYPE_NAME || type == CD_TYPE_JSON;
}

static bool
is_number(struct cd_str cell)
{
    size_t digits = 0;

    for (size_t i = 0; i < cell.n; i++) {
        if (strchr("0123456789.eE+-", cell.p[i]) == NULL || !cell.p[i])
            return false;
        digits += cell.p[i] >= '0' && cell.p[i] <= '9';
    }
    return digits > 0 && cell.p[0] != '+';
}

static bool
looks_like_formula(struct cd_str cell)
{
    return cell.n > 0 && *cell.p != '\0' &&
           strchr("=+-@\t\r'", *cell.p) != NULL;
}

static bool
needs_quotes(struct cd_str cell, char separator)
{
    for (size_t i = 0; i < cell.n; i++) {
        char c = cell.p[i];

        if (c == '"' || c == '\n' || c == '\r' || c == separator || c == '\t' ||
            c == ',' || c == ';')
            return true;
    }
    return cell.n > 0 && (cell.p[0] == ' ' || cell.p[cell.n - 1] == ' ');
}

static void
add_quoted(struct cd_buf *out, struct cd_str cell)
{
    for (size_t i = 0; i < cell.n; i++) {
        if (cell.p[i] == '"')
            cd_buf_putc(out, '"');
        cd_buf_putc(out, cell.p[i]);
    }
}

static void
add_cell(struct cd_buf *out, struct cd_str cell, bool text, char separator)
{
    bool formula = text && looks_like_formula(cell);
    bool quotes = formula || needs_quotes(cell, separator);

    if (quotes)
        cd_buf_putc(out, '"');
    if (formula)
        cd_buf_putc(out, '\'');
    add_quoted(out, cell);
    if (quotes)
        cd_buf_putc(out, '"');
}

void
cd_csv_cell(struct cd_buf *out, struct cd_str cell, bool text, char separator)
{
    add_cell(out, cell, text && !is_number(cell), separator);
}

static void
add_head(struct cd_buf *out, const struct cd_table *table, char separator)
{
    size_t start = out->n;

    for (size_t i = 0; i < table->count; i++) {
        for (int part = 0; part < 2; part++) {
            size_t before = out->n;

            if (before > start)
                cd_buf_putc(out, separator);
            if (!cd_write_column(out, &table->fields[i], part))
                out->n = before;
        }
    }
    cd_buf_puts(out, "\r\n");
}

static void
add_field(struct cd_buf *out, struct cd_buf *cell, const struct cd_field *field,
          const void *record, int part, char separator)
{
    bool text = is_text(field->type);

    cd_buf_reset(cell);
    cd_write_value(cell, field, record, part);
    if (field->type == CD_TYPE_JSON && is_number(cd_buf_str(cell)))
        text = false;
    add_cell(out, cd_buf_str(cell), text, separator);
}

static void
add_record(struct cd_buf *out, const struct cd_table *table, const void *record,
           char separator)
{
    struct cd_buf cell = { 0 };

    for (size_t i = 0; i < table->count; i++) {
        int parts = table->fields[i].type == CD_TYPE_SPAN ? 2 : 1;

        for (int part = 0; part < parts; part++) {
            if (i > 0 || part > 0)
                cd_buf_putc(out, separator);
            add_field(out, &cell, &table->fields[i], record, part, separator);
        }
    }
    cd_buf_puts(out, "\r\n");
    cd_buf_release(&cell);
}

static void
head_csv(struct cd_buf *out, const struct cd_table *table)
{
    add_head(out, table, ',');
}

static void
record_csv(struct cd_buf *out, const struct cd_table *table, const void *record)
{
    add_record(out, table, record, ',');
}

static void
head_tsv(struct cd_buf *out, const struct cd_table *table)
{
    add_head(out, table, '\t');
}

static void
record_tsv(struct cd_buf *out, const struct cd_table *table, const void *record)
{
    add_record(out, table, record, '\t');
}

const struct cd_writer cd_writer_csv = {
    .name = "csv", .one_table = true, .head = head_csv, .record = record_csv
};
const struct cd_writer cd_writer_tsv = {
    .name = "tsv", .one_table = true, .head = head_tsv, .record = record_tsv
};
