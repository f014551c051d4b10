/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/claim_stories.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "nlp/scene/story.h"

enum {
    ONE = 33,   /* how sure is enough for what claims say */
    SURE = 40,  /* and for what a copied paragraph says */
    COPIES = 3, /* pairs of copied paragraphs that tell as much as names */
    A_COPY = 16 /* how sure each makes it */
};

#define NOBODY "4294967295" /* UINT_MAX */

struct cd_claim_stories {
    struct cd_db *db;
    struct cd_query *story, *copies, *known, *note;
    struct cd_story_crowd crowd;
};

static void
save(struct cd_query *insert, int64_t article, const struct cd_story *story)
{
    struct cd_str bytes = { (const char *)(const void *)story,
                            offsetof(struct cd_story, names) +
                                story->count * sizeof(story->names[0]) };

    cd_query_bind(insert, 1, article);
    cd_query_bind_bytes(insert, 2, bytes);
    cd_query_next(insert);
}

static void
read_articles(struct cd_claim_stories *stories, struct cd_db *db)
{
    struct cd_query *rows =
        cd_query(db, "SELECT number, title, text FROM articles");
    struct cd_query *insert =
        cd_query(db, "INSERT INTO temp.claim_stories VALUES (?, ?)");
    struct cd_arena arena = { 0 };
    struct cd_story story;

    while (cd_query_next(rows)) {
        cd_arena_reset(&arena);
        cd_story_make(&story, &arena, cd_query_text(rows, 1),
                      cd_query_text(rows, 2));
        cd_story_crowd_add(&stories->crowd, &story);
        save(insert, cd_query_int(rows, 0), &story);
    }
    cd_arena_release(&arena);
    cd_query_end(insert);
    cd_query_end(rows);
}

struct cd_claim_stories *
cd_claim_stories_new(struct cd_db *db)
{
    struct cd_claim_stories *stories = cd_alloc(sizeof(*stories));

    stories->db = db;
    cd_query_one(db, "CREATE TEMP TABLE claim_stories"
                     " (article INTEGER PRIMARY KEY, story BLOB)");
    cd_query_one(db, "CREATE TEMP TABLE alike (a INTEGER, b INTEGER,"
                     " sure INTEGER, lead INTEGER, PRIMARY KEY (a, b))"
                     " WITHOUT ROWID");
    read_articles(stories, db);
    stories->known =
        cd_query(db, "SELECT sure FROM temp.alike WHERE a = ? AND b = ?");
    stories->note = cd_query(db, "INSERT INTO temp.alike VALUES (?, ?, ?,"
                                 " nullif(?, " NOBODY "))");
    stories->story =
        cd_query(db, "SELECT story FROM temp.claim_stories WHERE article = ?");
    stories->copies = cd_query(
        db, "SELECT 1 FROM copies WHERE kind <> 'template'"
            " AND ((a_article = ?1 AND b_article = ?2)"
            " OR (a_article = ?2 AND b_article = ?1))"
            " AND NOT EXISTS (SELECT 1 FROM articles AS m, articles AS n"
            " WHERE m.number = ?1 AND n.number = ?2 AND m.site = n.site)"
            " LIMIT 6");
    return stories;
}

void
cd_claim_stories_free(struct cd_claim_stories *stories)
{
    cd_query_end(stories->note);
    cd_query_end(stories->known);
    cd_query_end(stories->copies);
    cd_query_end(stories->story);
    free(stories);
}

static void
get(struct cd_claim_stories *stories, size_t article, struct cd_story *story)
{
    struct cd_str bytes;

    *story = (struct cd_story){ 0 };
    cd_query_bind(stories->story, 1, (int64_t)article);
    if (!cd_query_next(stories->story))
        return;
    bytes = cd_query_text(stories->story, 0);
    if (bytes.n <= sizeof(*story))
        memcpy(story, bytes.p, bytes.n);
    cd_query_next(stories->story); /* ends it: no table is locked */
}

static unsigned
copies_of(struct cd_claim_stories *stories, size_t a, size_t b)
{
    unsigned count = 0;

    cd_query_bind(stories->copies, 1, (int64_t)a);
    cd_query_bind(stories->copies, 2, (int64_t)b);
    while (cd_query_next(stories->copies))
        count++;
    return count;
}

static unsigned
judge(struct cd_claim_stories *stories, size_t a, size_t b, unsigned *lead)
{
    struct cd_story x, y;
    unsigned names, copies;

    get(stories, a, &x);
    get(stories, b, &y);
    *lead = cd_story_lead(&x, &y, &stories->crowd);
    names = cd_story_likeness(&x, &y, &stories->crowd);
    copies = copies_of(stories, a, b);
    if (x.count == 0 && y.count == 0 && copies > 0)
        names = SURE; /* scripts without capitals: the copy must do */
    if (copies < COPIES)
        return names;
    return names > copies * A_COPY ? names : copies * A_COPY;
}

static void
note(struct cd_claim_stories *stories, size_t a, size_t b, unsigned sure,
     unsigned lead)
{
    cd_query_bind(stories->note, 1, (int64_t)a);
    cd_query_bind(stories->note, 2, (int64_t)b);
    cd_query_bind(stories->note, 3, (int64_t)sure);
    cd_query_bind(stories->note, 4, (int64_t)lead);
    cd_query_next(stories->note);
}

/* How sure it is that two articles tell of the same: 0 to 100.  One tells of
 * what it tells itself. */
static unsigned
how_sure(struct cd_claim_stories *stories, size_t a, size_t b)
{
    unsigned sure, lead;

    if (a == b)
        return 100;
    if (a > b)
        return how_sure(stories, b, a);
    cd_query_bind(stories->known, 1, (int64_t)a);
    cd_query_bind(stories->known, 2, (int64_t)b);
    if (cd_query_next(stories->known)) {
        sure = (unsigned)cd_query_int(stories->known, 0);
        cd_query_next(stories->known); /* ends it */
        return sure;
    }
    sure = judge(stories, a, b, &lead);
    note(stories, a, b, sure, lead);
    return sure;
}

bool
cd_claim_stories_one(struct cd_claim_stories *stories, size_t a, size_t b)
{
    return how_sure(stories, a, b) >= ONE;
}

void
cd_claim_stories_copies(struct cd_claim_stories *stories)
{
    struct cd_query *pairs = cd_query(
        stories->db, "SELECT DISTINCT a_article, b_article FROM copies"
                     " WHERE kind <> 'template' AND a_article <> b_article"
                     " AND facts_differ <> '[]'");

    while (cd_query_next(pairs))
        how_sure(stories, (size_t)cd_query_int(pairs, 0),
                 (size_t)cd_query_int(pairs, 1));
    cd_query_end(pairs);
}
