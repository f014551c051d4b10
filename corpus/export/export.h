/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tables of a finished run's database, for other databases.
 *
 *     struct cd_export *export = cd_export_open("out/copydesk.sqlite", &err);
 *     cd_export_postgres(export, out, &err);     for psql
 *     cd_export_close(export);
 */
#ifndef CD_CORPUS_EXPORT_EXPORT_H
#define CD_CORPUS_EXPORT_EXPORT_H

#include "corpus/core/outfile.h"
#include "corpus/database/relation.h"

struct cd_export;

/* Opens it for reading; NULL with *err. */
struct cd_export *cd_export_open(const char *database, struct cd_error *err);
void cd_export_close(struct cd_export *export);

/* Tables, rows (COPY), indexes and views, all in one transaction. */
enum cd_status cd_export_postgres(struct cd_export *export,
                                  struct cd_outfile *out, struct cd_error *err);

/* One table as CSV, in the form of corpus/output/write_csv.c. */
enum cd_status cd_export_csv(struct cd_export *export,
                             const struct cd_relation *relation, char separator,
                             struct cd_outfile *out, struct cd_error *err);

#endif
