/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tables of the database: which records they hold, and what they have
 * beside them: keys, and references to each other.
 *
 *     for (size_t i = 0; i < CD_RELATION_COUNT; i++)
 *         cd_relation_ddl(&out, &cd_relations[i], CD_DIALECT_SQLITE);
 */
#ifndef CD_CORPUS_DATABASE_RELATION_H
#define CD_CORPUS_DATABASE_RELATION_H

#include "base/record.h"

/* In an order in which no table refers to a later one. */
enum cd_relation_name {
    CD_RELATION_RUN,
    CD_RELATION_ARTICLES,
    CD_RELATION_BLOCKS,
    CD_RELATION_CLAIMS,
    CD_RELATION_CLUSTERS,
    CD_RELATION_COPIES,
    CD_RELATION_MEMBERS,
    CD_RELATION_REJECTS,
    CD_RELATION_CLAIM_GROUPS,
    CD_RELATION_CLAIM_PAIRS,
    CD_RELATION_CONTRADICTIONS,
    CD_RELATION_COUNT
};

enum cd_dialect { CD_DIALECT_SQLITE, CD_DIALECT_POSTGRES, CD_DIALECT_COUNT };

struct cd_relation {
    const char *name;
    const struct cd_table *table;
    const char *keys[4]; /* columns before those of the record: "article" */
    const char *rules;   /* table constraints, or NULL */
    /* a column that the database works out from the others, or NULL */
    const char *virtual_column[CD_DIALECT_COUNT];
};

extern const struct cd_relation cd_relations[CD_RELATION_COUNT];

/* What the run was: names and values. */
struct cd_run_row {
    struct cd_str name, value;
};

/* A unit of text in a cluster; its article is a key of the relation. */
struct cd_member {
    struct cd_str doc;
    size_t block;
    struct cd_span span;
};

/* CREATE TABLE, with a line for each column, commented in SQLite's case. */
void cd_relation_ddl(struct cd_buf *out, const struct cd_relation *relation,
                     enum cd_dialect dialect);

/* Name in double quotes: some columns are SQL's words. */
void cd_relation_quote(struct cd_buf *out, const char *name);

#endif
