/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SQL that runs after the tables are filled: references, indexes, views.
 *
 *     for (i = 0; (sql = cd_view_at(i, CD_DIALECT_SQLITE)) != NULL; i++)
 *         execute(sql);
 */
#ifndef CD_CORPUS_DATABASE_VIEWS_H
#define CD_CORPUS_DATABASE_VIEWS_H

#include "corpus/database/relation.h"

/* The index-th statement of a dialect, or NULL past the end. */
const char *cd_view_at(size_t index, enum cd_dialect dialect);

#endif
