/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/write_sqlite.h"

#include <sqlite3.h>
#include <stdlib.h>

#include "base/memory.h"
#include "corpus/database/views.h"
#include "corpus/input/json_scan.h"
#include "corpus/output/article.h"
#include "nlp/claim/claim.h"

struct cd_sqlite {
    sqlite3 *db;
    sqlite3_stmt *insert[CD_RELATION_COUNT];
    uint64_t rows[CD_RELATION_COUNT]; /* for the key "number" */
    struct cd_arena arena;
};

static enum cd_status
fail(struct cd_sqlite *db, struct cd_error *err)
{
    return cd_fail(err, CD_FATAL, "cannot write the database: %s",
                   sqlite3_errmsg(db->db));
}

static enum cd_status
execute(struct cd_sqlite *db, const char *sql, struct cd_error *err)
{
    return sqlite3_exec(db->db, sql, NULL, NULL, NULL) == SQLITE_OK
               ? CD_OK
               : fail(db, err);
}

static size_t
key_count(const struct cd_relation *relation)
{
    size_t n = 0;

    while (n < CD_COUNT(relation->keys) && relation->keys[n] != NULL)
        n++;
    return n;
}

static size_t
column_count(const struct cd_relation *relation)
{
    size_t n = key_count(relation);

    for (size_t i = 0; i < relation->table->count; i++)
        n += relation->table->fields[i].type == CD_TYPE_SPAN ? 2 : 1;
    return n;
}

static enum cd_status
prepare(struct cd_sqlite *db, enum cd_relation_name name, struct cd_error *err)
{
    const struct cd_relation *relation = &cd_relations[name];
    struct cd_buf sql = { 0 };
    bool good;

    cd_relation_ddl(&sql, relation, CD_DIALECT_SQLITE);
    cd_buf_putc(&sql, '\0');
    good = sqlite3_exec(db->db, sql.p, NULL, NULL, NULL) == SQLITE_OK;
    cd_buf_reset(&sql);
    cd_buf_printf(&sql, "INSERT INTO \"%s\" VALUES (", relation->name);
    for (size_t i = 0; i < column_count(relation); i++)
        cd_buf_puts(&sql, i > 0 ? ",?" : "?");
    cd_buf_puts(&sql, ")");
    good = good && sqlite3_prepare_v2(db->db, sql.p, (int)sql.n,
                                      &db->insert[name], NULL) == SQLITE_OK;
    cd_buf_release(&sql);
    return good ? CD_OK : fail(db, err);
}

static enum cd_status
set_up(struct cd_sqlite *db, struct cd_error *err)
{
    enum cd_status status =
        execute(db,
                "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
                "PRAGMA application_id=0x43644b31; PRAGMA user_version=1;"
                "BEGIN",
                err);

    for (int i = 0; status == CD_OK && i < CD_RELATION_COUNT; i++)
        status = prepare(db, (enum cd_relation_name)i, err);
    return status;
}

struct cd_sqlite *
cd_sqlite_new(const char *path, struct cd_error *err)
{
    struct cd_sqlite *db = cd_alloc(sizeof(*db));
    int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;

    if (sqlite3_open_v2(path, &db->db, flags, NULL) != SQLITE_OK)
        fail(db, err);
    else if (set_up(db, err) == CD_OK)
        return db;
    cd_sqlite_free(db);
    return NULL;
}

static void
close_all(struct cd_sqlite *db)
{
    for (int i = 0; i < CD_RELATION_COUNT; i++) {
        sqlite3_finalize(db->insert[i]);
        db->insert[i] = NULL;
    }
}

void
cd_sqlite_free(struct cd_sqlite *db)
{
    if (db == NULL)
        return;
    close_all(db);
    sqlite3_close(db->db);
    cd_arena_release(&db->arena);
    free(db);
}

static void
bind_size(sqlite3_stmt *insert, int at, size_t value)
{
    if (value == SIZE_MAX)
        sqlite3_bind_null(insert, at);
    else
        sqlite3_bind_int64(insert, at, (sqlite3_int64)value);
}

static void
bind_text(sqlite3_stmt *insert, int at, struct cd_str text)
{
    if (text.p == NULL)
        sqlite3_bind_null(insert, at);
    else
        sqlite3_bind_text64(insert, at, text.p, text.n, SQLITE_STATIC,
                            SQLITE_UTF8);
}

/* JSON null is NULL, and a JSON string its text. */
static struct cd_str
plain(struct cd_sqlite *db, struct cd_str json)
{
    struct cd_str text = cd_json_text(&db->arena, json);

    if (cd_str_is(json, "null"))
        return (struct cd_str){ NULL, 0 };
    return text.p != NULL ? text : json;
}

/* Returns the columns that the field takes. */
static int
bind_field(struct cd_sqlite *db, sqlite3_stmt *insert, int at,
           const struct cd_field *field, const void *record)
{
    struct cd_value v = cd_record_get(field, record);

    if (v.null) {
        sqlite3_bind_null(insert, at);
        if (field->type == CD_TYPE_SPAN)
            sqlite3_bind_null(insert, at + 1);
        return field->type == CD_TYPE_SPAN ? 2 : 1;
    }
    switch (field->type) {
    case CD_TYPE_SIZE:
    case CD_TYPE_BOOL:
        bind_size(insert, at, v.size);
        break;
    case CD_TYPE_SCORE:
        sqlite3_bind_double(insert, at, v.score);
        break;
    case CD_TYPE_SPAN:
        bind_size(insert, at, v.span.start);
        bind_size(insert, at + 1, v.span.end);
        return 2;
    case CD_TYPE_JSON:
        bind_text(insert, at, plain(db, v.text));
        break;
    default:
        bind_text(insert, at, v.text);
    }
    return 1;
}

static enum cd_status
add(struct cd_sqlite *db, enum cd_relation_name name, const size_t *keys,
    const void *record, struct cd_error *err)
{
    const struct cd_relation *relation = &cd_relations[name];
    sqlite3_stmt *insert = db->insert[name];
    int at = 1;
    bool good;

    for (size_t i = 0; i < key_count(relation); i++)
        bind_size(insert, at++, keys[i]);
    for (size_t i = 0; i < relation->table->count; i++)
        at += bind_field(db, insert, at, &relation->table->fields[i], record);
    good = sqlite3_step(insert) == SQLITE_DONE;
    sqlite3_reset(insert);
    cd_arena_reset(&db->arena);
    return good ? CD_OK : fail(db, err);
}

enum cd_status
cd_sqlite_add(struct cd_sqlite *db, enum cd_relation_name name,
              const void *record, struct cd_error *err)
{
    const size_t keys[4] = { ++db->rows[name], SIZE_MAX, SIZE_MAX, SIZE_MAX };

    return add(db, name, keys, record, err);
}

enum cd_status
cd_sqlite_note(struct cd_sqlite *db, const char *name, struct cd_str value,
               struct cd_error *err)
{
    const struct cd_run_row row = { cd_str_of(name), value };

    return add(db, CD_RELATION_RUN, NULL, &row, err);
}

/* The database has the text of kept blocks too: SQL has no byte offsets. */
static enum cd_status
add_blocks(struct cd_sqlite *db, struct cd_doc *doc, bool codepoints,
           struct cd_error *err)
{
    struct cd_offsets text, page;
    struct cd_article_offsets offsets = { NULL, NULL };
    enum cd_status status = CD_OK;

    if (codepoints) {
        text = cd_offsets_of(&doc->arena, doc->text);
        page = cd_offsets_of(&doc->arena, doc->page);
        offsets = (struct cd_article_offsets){ &text, &page };
    }
    for (size_t i = 0; status == CD_OK && i < doc->block_count; i++) {
        const size_t keys[] = { (size_t)doc->number, i };
        struct cd_block_record record =
            cd_block_record(&doc->arena, &doc->blocks[i], offsets);

        record.text = doc->blocks[i].text;
        status = add(db, CD_RELATION_BLOCKS, keys, &record, err);
    }
    return status;
}

enum cd_status
cd_sqlite_article(struct cd_sqlite *db, struct cd_doc *doc,
                  const struct cd_claim *claims, bool codepoints,
                  struct cd_error *err)
{
    size_t number = (size_t)doc->number;
    enum cd_status status = add(db, CD_RELATION_ARTICLES, &number, doc, err);

    if (status == CD_OK)
        status = add_blocks(db, doc, codepoints, err);
    for (size_t i = 0; status == CD_OK && i < doc->claim_count; i++) {
        const size_t keys[] = { ++db->rows[CD_RELATION_CLAIMS], number };

        status = add(db, CD_RELATION_CLAIMS, keys, &claims[i], err);
    }
    return status;
}

enum cd_status
cd_sqlite_claim_pair(struct cd_sqlite *db, const struct cd_claim_pair *pair,
                     struct cd_error *err)
{
    const size_t keys[] = { ++db->rows[CD_RELATION_CLAIM_PAIRS], pair->a_number,
                            pair->b_number };

    return add(db, CD_RELATION_CLAIM_PAIRS, keys, pair, err);
}

enum cd_status
cd_sqlite_refer(struct cd_sqlite *db, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    for (size_t i = 0; status == CD_OK && cd_view_at(i, CD_DIALECT_SQLITE); i++)
        status = execute(db, cd_view_at(i, CD_DIALECT_SQLITE), err);
    return status;
}

sqlite3 *
cd_sqlite_handle(struct cd_sqlite *db)
{
    return db->db;
}

/* The file is an ordinary one from here on: no journal of another kind. */
enum cd_status
cd_sqlite_finish(struct cd_sqlite *db, struct cd_error *err)
{
    enum cd_status status;

    close_all(db);
    status = execute(db, "COMMIT; PRAGMA journal_mode=DELETE", err);
    if (status == CD_OK && sqlite3_close(db->db) != SQLITE_OK)
        status = fail(db, err);
    else if (status == CD_OK)
        db->db = NULL;
    return status;
}
