/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/claim_scenes.h"

#include <stddef.h>
#include <string.h>

enum {
    TABLE = 8,      /* claims of a sentence that makes it a table */
    LONGEST = 1000, /* bytes of a sentence */
};

enum column {
    CLAIM,
    ARTICLE,
    FIRST, /* of the sentence */
    LAST,
    START, /* of the claim */
    END,
    FROM, /* end of the claim of the same unit before it, or FIRST */
    TO,
    CLAIMS, /* in the sentence */
    SUBJECT,
    PROPERTY,
    UNIT
};

#define CLAIMS_IN_PLACE                                                        \
    "SELECT number, article, sentence_start, sentence_end, start, \"end\","    \
    " coalesce(lag(\"end\") OVER same, sentence_start),"                       \
    " coalesce(lead(start) OVER same, sentence_end), count(*) OVER sentence,"  \
    " subject, property, unit FROM claims WINDOW"                              \
    " same AS (PARTITION BY article, sentence_start, unit ORDER BY number),"   \
    " sentence AS (PARTITION BY article, sentence_start) ORDER BY number"

/* The text of the article that is read, and a place in it by both counts. */
struct text {
    struct cd_query *query;
    int64_t article;
    struct cd_str bytes;
    bool codepoints;
    size_t at, code;
};

static void
open_text(struct text *text, int64_t article)
{
    if (text->article == article)
        return;
    text->article = article;
    text->bytes = (struct cd_str){ NULL, 0 };
    text->at = text->code = 0;
    cd_query_bind(text->query, 1, article);
    if (cd_query_next(text->query))
        text->bytes = cd_query_text(text->query, 0);
}

static bool
is_inside(char byte) /* of a character in UTF-8 */
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The byte of an offset of the run.  Offsets mostly ascend. */
static size_t
byte_of(struct text *text, size_t offset)
{
    if (!text->codepoints)
        return offset < text->bytes.n ? offset : text->bytes.n;
    while (text->code > offset && text->at > 0) {
        text->at--;
        text->code -= !is_inside(text->bytes.p[text->at]);
    }
    while (text->code < offset && text->at < text->bytes.n) {
        text->at++;
        while (text->at < text->bytes.n && is_inside(text->bytes.p[text->at]))
            text->at++;
        text->code++;
    }
    return text->at;
}

static struct cd_scene_place
place_of(struct text *text, struct cd_query *row)
{
    size_t at[TO + 1];

    for (size_t i = FIRST; i <= TO; i++)
        at[i] = byte_of(text, (size_t)cd_query_int(row, (int)i));
    for (size_t i = LAST; i <= TO; i++)
        at[i] = at[i] > at[FIRST] ? at[i] - at[FIRST] : 0;
    return (struct cd_scene_place){
        .sentence = cd_str_sub(text->bytes, at[FIRST], at[FIRST] + at[LAST]),
        .start = at[START],
        .end = at[END],
        .from = at[FROM],
        .to = at[TO],
        .subject = cd_query_text(row, SUBJECT),
        .property = cd_query_text(row, PROPERTY),
        .unit = cd_query_text(row, UNIT),
    };
}

/* The words are its last member; those that are none are left out. */
static size_t
saved_size(const struct cd_scene *scene)
{
    return offsetof(struct cd_scene, words) +
           scene->word_count * sizeof(scene->words[0]);
}

static void
save(struct cd_query *insert, int64_t claim, const struct cd_scene *scene)
{
    cd_query_bind(insert, 1, claim);
    cd_query_bind_bytes(insert, 2,
                        (struct cd_str){ (const char *)(const void *)scene,
                                         saved_size(scene) });
    cd_query_next(insert);
}

void
cd_claim_scenes_make(struct cd_db *db)
{
    struct cd_query *create =
        cd_query(db, "CREATE TEMP TABLE claim_scenes"
                     " (claim INTEGER PRIMARY KEY, scene BLOB)");
    struct cd_query *rows, *insert;
    struct text text = { .codepoints = cd_db_codepoints(db) };
    struct cd_arena arena = { 0 };
    struct cd_scene scene;

    cd_query_next(create);
    cd_query_end(create);
    rows = cd_query(db, CLAIMS_IN_PLACE);
    insert = cd_query(db, "INSERT INTO temp.claim_scenes VALUES (?, ?)");
    text.query = cd_query(db, "SELECT text FROM articles WHERE number = ?");
    while (cd_query_next(rows)) {
        struct cd_scene_place place;

        open_text(&text, cd_query_int(rows, ARTICLE));
        place = place_of(&text, rows);
        if (cd_query_int(rows, CLAIMS) >= TABLE || place.sentence.n > LONGEST)
            continue;
        cd_arena_reset(&arena);
        cd_scene_make(&scene, &arena, &place);
        if (!scene.useless && scene.name_count > 0)
            save(insert, cd_query_int(rows, CLAIM), &scene);
    }
    cd_arena_release(&arena);
    cd_query_end(text.query);
    cd_query_end(insert);
    cd_query_end(rows);
}

bool
cd_claim_scenes_get(struct cd_query *query, size_t claim,
                    struct cd_scene *scene)
{
    struct cd_str bytes;

    cd_query_bind(query, 1, (int64_t)claim);
    if (!cd_query_next(query))
        return false;
    bytes = cd_query_text(query, 0);
    if (bytes.n < offsetof(struct cd_scene, words) || bytes.n > sizeof(*scene))
        return false;
    *scene = (struct cd_scene){ 0 };
    memcpy(scene, bytes.p, bytes.n);
    return true;
}
