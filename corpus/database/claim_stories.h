/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the articles of a run are about (nlp/scene/story.h): do two of them tell
 * of the same?
 *
 *     struct cd_claim_stories *stories = cd_claim_stories_new(db);
 *     cd_claim_stories_one(stories, 17, 28)
 *     cd_claim_stories_free(stories);
 *
 * What was found of two articles stays in the temporary table "alike": a, b
 * (the numbers, a < b), sure, and lead (cd_story_lead(), NULL for UINT_MAX).
 */
#ifndef CD_CORPUS_DATABASE_CLAIM_STORIES_H
#define CD_CORPUS_DATABASE_CLAIM_STORIES_H

#include "corpus/database/query.h"

struct cd_claim_stories;

/* Reads each article once.  Errors stick to db, which outlives it. */
struct cd_claim_stories *cd_claim_stories_new(struct cd_db *db);
void cd_claim_stories_free(struct cd_claim_stories *stories);

/* Puts into "alike" all that have copies with another number or date. */
void cd_claim_stories_copies(struct cd_claim_stories *stories);

/* Is it sure that two articles, by their numbers, tell of the same? */
bool cd_claim_stories_one(struct cd_claim_stories *stories, size_t a, size_t b);

#endif
