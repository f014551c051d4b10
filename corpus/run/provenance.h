/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The table "run" of the database: what was run, so that the result can be had
 * again, and what came out, so that it can be compared.
 *
 *     status = cd_provenance_run(db, settings, &err);
 *     status = cd_provenance_file(db, "claims.jsonl", hash, &err);
 */
#ifndef CD_CORPUS_RUN_PROVENANCE_H
#define CD_CORPUS_RUN_PROVENANCE_H

#include "corpus/core/settings.h"
#include "corpus/database/write_sqlite.h"

/* Rows: copydesk (the version), each option that counts for the result, and
 * rules:NAME for each table of rules that is built in ("148 rows, 0a1b...":
 * XXH3 of its lines). */
enum cd_status cd_provenance_run(struct cd_sqlite *db,
                                 const struct cd_settings *settings,
                                 struct cd_error *err);

/* A row file:NAME with the XXH3 of the file. */
enum cd_status cd_provenance_file(struct cd_sqlite *db, const char *name,
                                  uint64_t hash, struct cd_error *err);

#endif
