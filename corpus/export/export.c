/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/export/export.h"

#include <sqlite3.h>
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/database/views.h"
#include "corpus/output/write_csv.h"

struct cd_export {
    sqlite3 *db;
    struct cd_buf line, names;
};

enum { COLUMNS_MAX = 64 };

/* The columns of a relation: which hold text, and which yes or no. */
struct columns {
    size_t count;
    bool text[COLUMNS_MAX], flag[COLUMNS_MAX];
};

static enum cd_status
fail(struct cd_export *export, struct cd_error *err)
{
    return cd_fail(err, CD_FATAL, "cannot read the database: %s",
                   sqlite3_errmsg(export->db));
}

struct cd_export *
cd_export_open(const char *database, struct cd_error *err)
{
    struct cd_export *export = cd_alloc(sizeof(*export));
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;

    if (sqlite3_open_v2(database, &export->db, flags, NULL) == SQLITE_OK)
        return export;
    cd_fail(err, CD_FATAL, "cannot open '%s': %s", database,
            sqlite3_errmsg(export->db));
    cd_export_close(export);
    return NULL;
}

void
cd_export_close(struct cd_export *export)
{
    if (export == NULL)
        return;
    sqlite3_close(export->db);
    cd_buf_release(&export->line);
    cd_buf_release(&export->names);
    free(export);
}

static void
add_column(struct cd_export *export, struct columns *columns, const char *name,
           const char *suffix, enum cd_type type)
{
    struct cd_buf *names = &export->names;

    if (columns->count == COLUMNS_MAX)
        return;
    cd_buf_printf(names, "%s\"%s%s\"", columns->count > 0 ? "," : "", name,
                  suffix);
    columns->text[columns->count] =
        type == CD_TYPE_TEXT || type == CD_TYPE_JSON || type == CD_TYPE_NAME;
    columns->flag[columns->count++] = type == CD_TYPE_BOOL;
}

/* The stored columns of a relation, in order; their list is in names. */
static struct columns
list_columns(struct cd_export *export, const struct cd_relation *relation)
{
    struct columns columns = { 0 };

    cd_buf_reset(&export->names);
    for (size_t i = 0; i < CD_COUNT(relation->keys) && relation->keys[i]; i++)
        add_column(export, &columns, relation->keys[i], "", CD_TYPE_SIZE);
    for (size_t i = 0; i < relation->table->count; i++) {
        const struct cd_field *field = &relation->table->fields[i];
        bool span = field->type == CD_TYPE_SPAN;

        add_column(export, &columns, field->name, span ? "_start" : "",
                   field->type);
        if (span)
            add_column(export, &columns, field->name, "_end", field->type);
    }
    return columns;
}

static sqlite3_stmt *
select_all(struct cd_export *export, const struct cd_relation *relation)
{
    struct cd_buf sql = { 0 };
    sqlite3_stmt *rows = NULL;

    cd_buf_puts(&sql, "SELECT ");
    cd_buf_add(&sql, cd_buf_str(&export->names));
    cd_buf_printf(&sql, " FROM \"%s\" ORDER BY rowid", relation->name);
    cd_buf_putc(&sql, '\0');
    sqlite3_prepare_v2(export->db, sql.p, -1, &rows, NULL);
    cd_buf_release(&sql);
    return rows;
}

static struct cd_str
cell_of(sqlite3_stmt *rows, size_t i)
{
    const void *p = sqlite3_column_text(rows, (int)i);

    return (struct cd_str){ p, (size_t)sqlite3_column_bytes(rows, (int)i) };
}

/* COPY's text format; PostgreSQL has no NUL in texts. */
static void
add_copy_cell(struct cd_buf *out, struct cd_str cell, bool flag)
{
    if (cell.p == NULL) {
        cd_buf_puts(out, "\\N");
        return;
    }
    if (flag) {
        cd_buf_putc(out, cd_str_is(cell, "0") ? 'f' : 't');
        return;
    }
    for (size_t i = 0; i < cell.n; i++) {
        static const char from[] = "\\\t\n\r", to[] = "\\tnr";
        const char *special = cell.p[i] != '\0' ? strchr(from, cell.p[i]) : "";

        if (cell.p[i] == '\0') {
            cd_buf_puts(out, "\xEF\xBF\xBD");
        } else if (special != NULL) {
            cd_buf_putc(out, '\\');
            cd_buf_putc(out, to[special - from]);
        } else {
            cd_buf_putc(out, cell.p[i]);
        }
    }
}

static void
add_copy_row(struct cd_buf *out, sqlite3_stmt *rows,
             const struct columns *columns)
{
    for (size_t i = 0; i < columns->count; i++) {
        if (i > 0)
            cd_buf_putc(out, '\t');
        add_copy_cell(out, cell_of(rows, i), columns->flag[i]);
    }
    cd_buf_putc(out, '\n');
}

static enum cd_status
flush(struct cd_export *export, struct cd_outfile *out, struct cd_error *err)
{
    enum cd_status status =
        cd_outfile_write(out, cd_buf_str(&export->line), err);

    cd_buf_reset(&export->line);
    return status;
}

static enum cd_status
copy_table(struct cd_export *export, const struct cd_relation *relation,
           struct cd_outfile *out, struct cd_error *err)
{
    struct columns columns = list_columns(export, relation);
    sqlite3_stmt *rows = select_all(export, relation);
    enum cd_status status;
    int step = SQLITE_ERROR;

    cd_relation_ddl(&export->line, relation, CD_DIALECT_POSTGRES);
    cd_buf_printf(&export->line, "COPY \"%s\" (", relation->name);
    cd_buf_add(&export->line, cd_buf_str(&export->names));
    cd_buf_puts(&export->line, ") FROM stdin;\n");
    status = flush(export, out, err);
    while (status == CD_OK && rows != NULL &&
           (step = sqlite3_step(rows)) == SQLITE_ROW) {
        add_copy_row(&export->line, rows, &columns);
        status = flush(export, out, err);
    }
    if (status == CD_OK && step != SQLITE_DONE)
        status = fail(export, err);
    sqlite3_finalize(rows);
    cd_buf_puts(&export->line, "\\.\n\n");
    return status == CD_OK ? flush(export, out, err) : status;
}

enum cd_status
cd_export_postgres(struct cd_export *export, struct cd_outfile *out,
                   struct cd_error *err)
{
    const char *sql;
    enum cd_status status;

    cd_buf_puts(&export->line, "\\set ON_ERROR_STOP on\n"
                               "SET client_encoding TO 'UTF8';\n"
                               "SET standard_conforming_strings TO on;\n"
                               "BEGIN;\n");
    status = flush(export, out, err);
    for (int i = 0; status == CD_OK && i < CD_RELATION_COUNT; i++)
        status = copy_table(export, &cd_relations[i], out, err);
    for (size_t i = 0; (sql = cd_view_at(i, CD_DIALECT_POSTGRES)) != NULL; i++)
        cd_buf_printf(&export->line, "%s;\n", sql);
    cd_buf_puts(&export->line, "COMMIT;\n");
    return status == CD_OK ? flush(export, out, err) : status;
}

static void
add_csv_row(struct cd_buf *out, sqlite3_stmt *rows,
            const struct columns *columns, char separator)
{
    for (size_t i = 0; i < columns->count; i++) {
        if (i > 0)
            cd_buf_putc(out, separator);
        cd_csv_cell(out, cell_of(rows, i), columns->text[i], separator);
    }
    cd_buf_puts(out, "\r\n");
}

static void
add_csv_head(struct cd_export *export, char separator)
{
    struct cd_str names = cd_buf_str(&export->names);

    for (size_t i = 0; i < names.n; i++) {
        if (names.p[i] == ',')
            cd_buf_putc(&export->line, separator);
        else if (names.p[i] != '"')
            cd_buf_putc(&export->line, names.p[i]);
    }
    cd_buf_puts(&export->line, "\r\n");
}

enum cd_status
cd_export_csv(struct cd_export *export, const struct cd_relation *relation,
              char separator, struct cd_outfile *out, struct cd_error *err)
{
    struct columns columns = list_columns(export, relation);
    sqlite3_stmt *rows = select_all(export, relation);
    enum cd_status status;
    int step = SQLITE_ERROR;

    add_csv_head(export, separator);
    status = flush(export, out, err);
    while (status == CD_OK && rows != NULL &&
           (step = sqlite3_step(rows)) == SQLITE_ROW) {
        add_csv_row(&export->line, rows, &columns, separator);
        status = flush(export, out, err);
    }
    if (status == CD_OK && step != SQLITE_DONE)
        status = fail(export, err);
    sqlite3_finalize(rows);
    return status;
}
