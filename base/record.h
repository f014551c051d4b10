/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records: what Copydesk writes, described once.
 *
 * A struct that is written (an article, a claim, a pair of copies, a reject)
 * has one const table of fields.  JSONL, CSV, SQLite and PostgreSQL columns,
 * the JSON Schema and the tables in docs/format.md all come from that table.
 *
 *     static const struct cd_field fields[] = {
 *         CD_FIELD(struct pet, name, TEXT, "what it is called"),
 *         CD_FIELD(struct pet, legs, SIZE, "how many"),
 *     };
 *     const struct cd_table pets = { "pets", "one animal", fields, 2 };
 *     cd_record_json(&out, &pets, &rex);   {"name":"Rex","legs":4}
 */
#ifndef CD_BASE_RECORD_H
#define CD_BASE_RECORD_H

#include "base/buf.h"

enum cd_type {
    CD_TYPE_TEXT,   /* struct cd_str; null if p is NULL */
    CD_TYPE_NUMBER, /* struct cd_str: a decimal literal of any precision */
    CD_TYPE_JSON,   /* struct cd_str: a JSON value as it is */
    CD_TYPE_NAME,   /* const char *; NULL is null */
    CD_TYPE_SIZE,   /* size_t; SIZE_MAX is null */
    CD_TYPE_BOOL,   /* bool */
    CD_TYPE_SCORE,  /* double; NaN is null */
    CD_TYPE_SPAN,   /* struct cd_span: [start,end]; two columns in SQL and CSV;
                       start == SIZE_MAX is null */
    CD_TYPE_COUNT
};

struct cd_field {
    const char *name;
    struct cd_str key; /* ,"name": */
    enum cd_type type;
    size_t offset; /* in the struct */
    const char *help;
};

struct cd_table {
    const char *name;
    const char *help;
    const struct cd_field *fields;
    size_t count;
};

/* clang-format off */
#define CD_FIELD(type_, member_, kind_, help_)                                 \
    CD_FIELD_AS(#member_, type_, member_, kind_, help_)
/* The same under another name: a member that is called "default_". */
#define CD_FIELD_AS(name_, type_, member_, kind_, help_)                       \
    { name_, { ",\"" name_ "\":", sizeof(name_) + 3 },                         \
      CD_TYPE_##kind_, offsetof(type_, member_), help_ }
/* clang-format on */

/* A field's value, taken out of its record.  Which member holds it goes by the
 * field's type; null is set for all types alike. */
struct cd_value {
    bool null;
    struct cd_str text; /* TEXT, NUMBER, JSON, NAME */
    size_t size;        /* SIZE; BOOL as 0 or 1 */
    double score;
    struct cd_span span;
};

struct cd_value cd_record_get(const struct cd_field *field, const void *record);

/* One value as JSON. */
void cd_record_value_json(struct cd_buf *out, const struct cd_field *field,
                          const void *record);

/* The record as one JSON object in the order of the table, no line end. */
void cd_record_json(struct cd_buf *out, const struct cd_table *table,
                    const void *record);

/* The members alone, for an object that has more of them. */
void cd_record_members(struct cd_buf *out, const struct cd_table *table,
                       const void *record);

/* JSON Schema (draft 2020-12) of one record. */
void cd_record_schema(struct cd_buf *out, const struct cd_table *table);

#endif
