/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/query.h"

#include <stdlib.h>

#include <sqlite3.h>

#include "base/memory.h"

enum { IDLE = 32 };

struct cd_db {
    sqlite3 *handle;
    bool borrowed; /* the handle is another's */
    bool codepoints;
    struct cd_error err; /* the first one */
    /* statements that may be asked again, the last one last */
    sqlite3_stmt *idle[IDLE];
    size_t idle_count;
};

struct cd_query {
    struct cd_db *db;
    sqlite3_stmt *statement; /* NULL after an error */
};

static void
note_error(struct cd_db *db)
{
    const char *why = sqlite3_errmsg(db->handle);
    bool older = strncmp(why, "no such", strlen("no such")) == 0;

    if (db->err.status == CD_OK)
        cd_fail(&db->err, CD_FATAL, "cannot read the database: %s%s", why,
                older ? "; it is not of this version of Copydesk" : "");
}

/* A statement of that text that has done its work, or NULL. */
static sqlite3_stmt *
take_idle(struct cd_db *db, const char *sql)
{
    for (size_t i = db->idle_count; i-- > 0;) {
        sqlite3_stmt *statement = db->idle[i];

        if (strcmp(sqlite3_sql(statement), sql) != 0)
            continue;
        memmove(&db->idle[i], &db->idle[i + 1],
                (--db->idle_count - i) * sizeof(db->idle[0]));
        return statement;
    }
    return NULL;
}

static void
put_idle(struct cd_db *db, sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (db->idle_count == IDLE) {
        sqlite3_finalize(db->idle[0]);
        memmove(&db->idle[0], &db->idle[1],
                --db->idle_count * sizeof(db->idle[0]));
    }
    db->idle[db->idle_count++] = statement;
}

struct cd_query *
cd_query(struct cd_db *db, const char *sql)
{
    struct cd_query *query = cd_alloc(sizeof(*query));

    query->db = db;
    query->statement = take_idle(db, sql);
    if (query->statement == NULL && db->err.status == CD_OK &&
        sqlite3_prepare_v2(db->handle, sql, -1, &query->statement, NULL) !=
            SQLITE_OK)
        note_error(db);
    return query;
}

void
cd_query_bind(struct cd_query *query, int index, int64_t value)
{
    if (query->statement == NULL)
        return;
    sqlite3_reset(query->statement);
    if (sqlite3_bind_int64(query->statement, index, value) != SQLITE_OK)
        note_error(query->db);
}

void
cd_query_bind_bytes(struct cd_query *query, int index, struct cd_str bytes)
{
    if (query->statement == NULL)
        return;
    sqlite3_reset(query->statement);
    if (sqlite3_bind_blob64(query->statement, index, bytes.p, bytes.n,
                            SQLITE_TRANSIENT) != SQLITE_OK)
        note_error(query->db);
}

bool
cd_query_next(struct cd_query *query)
{
    int rc;

    if (query->statement == NULL || query->db->err.status != CD_OK)
        return false;
    rc = sqlite3_step(query->statement);
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        note_error(query->db);
    return rc == SQLITE_ROW;
}

struct cd_str
cd_query_text(struct cd_query *query, int column)
{
    const void *p = sqlite3_column_blob(query->statement, column);

    if (p == NULL &&
        sqlite3_column_type(query->statement, column) != SQLITE_NULL)
        p = "";
    return (struct cd_str){ p, (size_t)sqlite3_column_bytes(query->statement,
                                                            column) };
}

int64_t
cd_query_int(struct cd_query *query, int column)
{
    return sqlite3_column_int64(query->statement, column);
}

double
cd_query_real(struct cd_query *query, int column)
{
    return sqlite3_column_double(query->statement, column);
}

void
cd_query_end(struct cd_query *query)
{
    if (query->statement != NULL)
        put_idle(query->db, query->statement);
    free(query);
}

int64_t
cd_query_one(struct cd_db *db, const char *sql)
{
    struct cd_query *query = cd_query(db, sql);
    int64_t value = cd_query_next(query) ? cd_query_int(query, 0) : 0;

    cd_query_end(query);
    return value;
}

static bool
ask_codepoints(struct cd_db *db)
{
    return cd_query_one(db, "SELECT value = 'codepoint' FROM run"
                            " WHERE name = 'offsets'") != 0;
}

void
cd_db_close(struct cd_db *db)
{
    for (size_t i = 0; i < db->idle_count; i++)
        sqlite3_finalize(db->idle[i]);
    if (!db->borrowed)
        sqlite3_close(db->handle);
    free(db);
}

struct cd_db *
cd_db_borrow(sqlite3 *handle)
{
    struct cd_db *db = cd_alloc(sizeof(*db));

    db->handle = handle;
    db->borrowed = true;
    db->codepoints = ask_codepoints(db);
    return db;
}

struct cd_db *
cd_db_open(const char *path, struct cd_error *err)
{
    struct cd_db *db = cd_alloc(sizeof(*db));

    if (sqlite3_open_v2(path, &db->handle, SQLITE_OPEN_READONLY, NULL) ==
        SQLITE_OK) {
        db->codepoints = ask_codepoints(db);
        return db;
    }
    cd_fail(err, CD_FATAL, "cannot open '%s': %s", path,
            sqlite3_errmsg(db->handle));
    cd_db_close(db);
    return NULL;
}

bool
cd_db_codepoints(const struct cd_db *db)
{
    return db->codepoints;
}

enum cd_status
cd_db_status(const struct cd_db *db, struct cd_error *err)
{
    if (db->err.status != CD_OK)
        *err = db->err;
    return db->err.status;
}
