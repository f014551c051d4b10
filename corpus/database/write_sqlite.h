/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The database of a run: corpus/database/relation.h's tables, indexes, a
 * full-text index over the articles, and views that answer the obvious
 * questions.
 *
 *     struct cd_sqlite *db = cd_sqlite_new(path, &err);
 *     cd_sqlite_article(db, &doc, codepoints, &err);
 *     cd_sqlite_add(db, CD_RELATION_COPIES, &pair, &err);
 *     cd_sqlite_refer(db, &err);
 *     cd_sqlite_finish(db, &err);
 *     cd_sqlite_free(db);
 *
 * path must not exist.  Nothing of it is to be used before cd_sqlite_finish():
 * it is written without a journal, by one thread.
 */
#ifndef CD_CORPUS_DATABASE_WRITE_SQLITE_H
#define CD_CORPUS_DATABASE_WRITE_SQLITE_H

#include "base/doc.h"
#include "base/error.h"
#include "corpus/database/claim_groups.h"
#include "corpus/database/relation.h"

struct cd_sqlite;

/* NULL, CD_FATAL in *err. */
struct cd_sqlite *cd_sqlite_new(const char *path, struct cd_error *err);
void cd_sqlite_free(struct cd_sqlite *db);

/* The article, its blocks and its claims. */
enum cd_status cd_sqlite_article(struct cd_sqlite *db, struct cd_doc *doc,
                                 const struct cd_claim *claims, bool codepoints,
                                 struct cd_error *err);

/* A record of a relation that has no article of its own. */
enum cd_status cd_sqlite_add(struct cd_sqlite *db, enum cd_relation_name name,
                             const void *record, struct cd_error *err);

/* Two claims that differ. */
enum cd_status cd_sqlite_claim_pair(struct cd_sqlite *db,
                                    const struct cd_claim_pair *pair,
                                    struct cd_error *err);

/* A row of the table "run". */
enum cd_status cd_sqlite_note(struct cd_sqlite *db, const char *name,
                              struct cd_str value, struct cd_error *err);

/* Works out the references, makes indexes and views.  Rows of relations that
 * the views do not refer to may still be added. */
enum cd_status cd_sqlite_refer(struct cd_sqlite *db, struct cd_error *err);

/* For questions to the database before it is finished. */
struct sqlite3 *cd_sqlite_handle(struct cd_sqlite *db);

/* Closes the file. */
enum cd_status cd_sqlite_finish(struct cd_sqlite *db, struct cd_error *err);

#endif
