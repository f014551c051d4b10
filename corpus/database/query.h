/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Questions to copydesk.sqlite.
 *
 *     struct cd_query *q = cd_query(db, "SELECT id, title FROM articles");
 *     while (cd_query_next(q))
 *         show(cd_query_text(q, 0), cd_query_text(q, 1));
 *     cd_query_end(q);
 *
 * The first error sticks to the database and ends every later loop, so that a
 * section needs no checks; cd_db_status() tells at the end.
 */
#ifndef CD_CORPUS_DATABASE_QUERY_H
#define CD_CORPUS_DATABASE_QUERY_H

#include "base/error.h"
#include "base/str.h"

struct cd_db;
struct sqlite3;
struct cd_query;

/* Opens it for reading; NULL with *err. */
struct cd_db *cd_db_open(const char *path, struct cd_error *err);
enum cd_status cd_db_status(const struct cd_db *db, struct cd_error *err);
void cd_db_close(struct cd_db *db);

/* The same over a database that is open, and stays so at cd_db_close(). */
struct cd_db *cd_db_borrow(struct sqlite3 *handle);

struct cd_query *cd_query(struct cd_db *db, const char *sql);
/* Binds the index-th ? (from 1). */
void cd_query_bind(struct cd_query *query, int index, int64_t value);
void cd_query_bind_bytes(struct cd_query *query, int index,
                         struct cd_str bytes);
bool cd_query_next(struct cd_query *query);
/* Columns count from 0; a text lives until the next step. p NULL: SQL NULL. */
struct cd_str cd_query_text(struct cd_query *query, int column);
int64_t cd_query_int(struct cd_query *query, int column);
double cd_query_real(struct cd_query *query, int column);
void cd_query_end(struct cd_query *query);

/* Do the run's offsets count code points? */
bool cd_db_codepoints(const struct cd_db *db);

/* The first column of the first row as a number, 0 if there is none. */
int64_t cd_query_one(struct cd_db *db, const char *sql);

#endif
