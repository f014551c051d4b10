/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The scenes of the claims of a run (nlp/scene/scene.h), in a temporary table.
 *
 *     cd_claim_scenes_make(db);
 *     while (...)
 *         if (cd_claim_scenes_get(query, claim, &scene)) ...
 *
 * Each article's text is read once.  Claims that nobody can compare by what is
 * said beside them have no scene: those of sentences that are tables, bases of
 * a comparison, and those beside no name.
 */
#ifndef CD_CORPUS_DATABASE_CLAIM_SCENES_H
#define CD_CORPUS_DATABASE_CLAIM_SCENES_H

#include "corpus/database/query.h"
#include "nlp/scene/scene.h"

/* Errors stick to db.  The table goes when the database is closed: to drop it
 * on a full disk has crashed SQLite (3.40). */
void cd_claim_scenes_make(struct cd_db *db);

#define CD_CLAIM_SCENE "SELECT scene FROM temp.claim_scenes WHERE claim = ?"

/* query is of CD_CLAIM_SCENE; false: the claim has none. */
bool cd_claim_scenes_get(struct cd_query *query, size_t claim,
                         struct cd_scene *scene);

#endif
