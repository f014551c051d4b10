/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/claim_edges.h"

#include <stdlib.h>

#include <xxhash.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "corpus/database/claim_scenes.h"

enum {
    NEAR = 64,      /* claims under a key that one is compared with */
    FAR_APART = 80, /* likeness that lets values differ widely */
    GAPS = 256,     /* of two copies that are looked at */
    IN_A_GAP = 16   /* claims */
};

/* --- questions --- */

static int64_t
key_of(uint32_t name, struct cd_str unit)
{
    return (int64_t)XXH3_64bits_withSeed(unit.p, unit.n, name);
}

static void
add_keys(struct cd_db *db)
{
    struct cd_query *rows = cd_query(db, CD_CLAIM_ROW);
    struct cd_query *scenes = cd_query(db, CD_CLAIM_SCENE);
    struct cd_query *insert =
        cd_query(db, "INSERT INTO temp.claim_keys VALUES (?, ?, ?)");
    struct cd_arena arena = { 0 };
    struct cd_claim_row row;
    struct cd_scene scene;

    while (cd_query_next(rows)) {
        cd_arena_reset(&arena);
        cd_claim_row_read(rows, &arena, &row);
        if (row.vague || !cd_claim_scenes_get(scenes, row.number, &scene))
            continue;
        for (size_t n = 0; n < scene.name_count; n++) {
            cd_query_bind(insert, 1,
                          key_of(scene.names[n].stem, cd_claim_row_unit(&row)));
            cd_query_bind(insert, 2, row.day);
            cd_query_bind(insert, 3, (int64_t)row.number);
            cd_query_next(insert);
        }
    }
    cd_arena_release(&arena);
    cd_query_end(insert);
    cd_query_end(scenes);
    cd_query_end(rows);
}

/* The rows of one key that still have to be compared, in a ring. */
struct near {
    struct slot {
        struct cd_arena arena;
        struct cd_claim_row row;
        struct cd_scene scene;
    } slots[NEAR];
    size_t count; /* rows of the key so far */
    int64_t key;
};

static bool
may_change(const struct cd_claim_row *row)
{
    return cd_str_is(row->modality, "hedged") && row->change.n > 0 &&
           !cd_str_is(row->change, "none");
}

/* "The plan would cut its share to 28%" is another stage than "its share is
 * 30%". */
static bool
other_stage(const struct cd_claim_row *a, const struct cd_claim_row *b)
{
    return may_change(a) != may_change(b);
}

/* "The stock rose 5% to $49": at that hour; but not "fell 5% on Monday". */
static bool
is_quoted(const struct slot *slot)
{
    return slot->scene.quoted && slot->row.time.n == 0;
}

/* Do both answer the same question: who, what, when, in which unit? */
static bool
same_question(const struct slot *a, const struct slot *b)
{
    return a->row.article != b->row.article &&
           cd_claim_rows_comparable(&a->row, &b->row) &&
           a->scene.guess == b->scene.guess && !other_stage(&a->row, &b->row) &&
           !is_quoted(a) && !is_quoted(b) &&
           cd_claim_rows_timely(&a->row, &b->row,
                                a->scene.lasting && b->scene.lasting) &&
           cd_scene_same(&a->scene, &b->scene) &&
           (cd_claim_rows_close(&a->row, &b->row) ||
            cd_scene_likeness(&a->scene, &b->scene) >= FAR_APART);
}

static void
compare_near(struct near *near, size_t at, struct cd_list *edges)
{
    size_t others = near->count < NEAR ? near->count : NEAR;
    const struct slot *slot = &near->slots[at];

    for (size_t i = 0; i < others; i++) {
        const struct slot *other = &near->slots[i];

        if (i != at && same_question(other, slot))
            cd_list_add(edges,
                        cd_claim_edge(other->row.number, slot->row.number));
    }
}

static void
compare_keys(struct cd_db *db, struct cd_list *edges)
{
    struct near *near = cd_alloc(sizeof(*near));
    struct cd_query *keys = cd_query(
        db, "SELECT key, claim FROM temp.claim_keys ORDER BY key, day, claim");
    struct cd_query *rows = cd_query(db, CD_CLAIM_ROW " WHERE c.number = ?");
    struct cd_query *scenes = cd_query(db, CD_CLAIM_SCENE);

    while (cd_query_next(keys)) {
        struct slot *slot;

        if (cd_query_int(keys, 0) != near->key)
            near->count = 0;
        near->key = cd_query_int(keys, 0);
        slot = &near->slots[near->count % NEAR];
        cd_arena_reset(&slot->arena);
        cd_query_bind(rows, 1, cd_query_int(keys, 1));
        if (!cd_query_next(rows))
            break;
        cd_claim_row_read(rows, &slot->arena, &slot->row);
        if (!cd_claim_scenes_get(scenes, slot->row.number, &slot->scene))
            break;
        slot->row.rate = slot->scene.rate;
        compare_near(near, near->count % NEAR, edges);
        near->count++;
    }
    cd_query_end(scenes);
    cd_query_end(rows);
    cd_query_end(keys);
    for (size_t i = 0; i < NEAR; i++)
        cd_arena_release(&near->slots[i].arena);
    free(near);
}

void
cd_claim_edges_questions(struct cd_db *db, struct cd_list *edges)
{
    cd_query_one(db, "CREATE TEMP TABLE claim_keys"
                     " (key INTEGER, day INTEGER, claim INTEGER)");
    add_keys(db);
    compare_keys(db, edges);
    cd_query_one(db, "DROP TABLE temp.claim_keys");
}

/* --- copies --- */

/* What a pair of copies is compared with. */
struct questions {
    struct cd_query *spans, *ours, *theirs, *text, *others, *scenes, *given;
};

/* Half-open ranges of two texts that stand for each other. */
struct gap {
    int64_t a_start, a_end, b_start, b_end;
};

struct gaps {
    size_t count;
    struct gap at[GAPS];
    bool template;  /* the frame may be filled in for another company or day */
    bool within;    /* one article repeats itself */
    bool names;     /* a name stands in one of them */
    int64_t others; /* paragraphs that the articles share beside it, up to 2 */
};

/* spans: number -> [a_start, a_end, b_start, b_end] in the order of both texts;
 * then come those of what changed places, which leave no gap. */
static void
read_gaps(struct cd_query *spans, struct cd_query *pair, struct gaps *gaps)
{
    struct gap gap = { .a_start = cd_query_int(pair, 5),
                       .b_start = cd_query_int(pair, 7) };

    gaps->count = 0;
    cd_query_bind(spans, 1, cd_query_int(pair, 0));
    while (gaps->count + 1 < GAPS && cd_query_next(spans)) {
        gap.a_end = cd_query_int(spans, 0);
        gap.b_end = cd_query_int(spans, 2);
        if (gap.a_end < gap.a_start || gap.b_end < gap.b_start)
            break;
        gaps->at[gaps->count++] = gap;
        gap.a_start = cd_query_int(spans, 1);
        gap.b_start = cd_query_int(spans, 3);
    }
    gap.a_end = cd_query_int(pair, 6);
    gap.b_end = cd_query_int(pair, 8);
    gaps->at[gaps->count++] = gap;
}

struct claims {
    struct cd_arena arena;
    size_t count;
    struct cd_claim_row rows[IN_A_GAP];
};

/* claims: article, block, end, start -> those that touch the gap */
static void
read_claims(struct cd_query *query, int64_t article, int64_t block,
            int64_t start, int64_t end, struct claims *claims)
{
    cd_arena_reset(&claims->arena);
    claims->count = 0;
    if (start >= end)
        return;
    cd_query_bind(query, 1, article);
    cd_query_bind(query, 2, block);
    cd_query_bind(query, 3, end);
    cd_query_bind(query, 4, start);
    while (claims->count < IN_A_GAP && cd_query_next(query))
        cd_claim_row_read(query, &claims->arena,
                          &claims->rows[claims->count++]);
}

/* The rank-th claim that is comparable with row, and how many there are. */
static const struct cd_claim_row *
counterpart(const struct claims *claims, const struct cd_claim_row *row,
            size_t rank, size_t *count)
{
    const struct cd_claim_row *found = NULL;

    *count = 0;
    for (size_t i = 0; i < claims->count; i++)
        if (cd_claim_rows_comparable(&claims->rows[i], row) &&
            cd_str_eq(cd_scene_unit_per(claims->rows[i].unit),
                      cd_scene_unit_per(row->unit)) &&
            (*count)++ == rank)
            found = &claims->rows[i];
    return found;
}

/* Do the words beside both claims tell of one bearer?  Where a frame is filled
 * in otherwise, or one article says it twice, of one thing too. */
static bool
same_scene(const struct gaps *gaps, const struct cd_scene *a,
           const struct cd_scene *b)
{
    if (gaps->within)
        return cd_scene_same(a, b) && cd_scene_likeness(a, b) >= FAR_APART;
    return gaps->template ? cd_scene_same(a, b) : cd_scene_same_names(a, b);
}

/* Does the paragraph of the other claim give the value of row? */
static bool
gives(struct cd_query *given, const struct cd_claim_row *other,
      const struct cd_claim_row *row)
{
    cd_query_bind(given, 1, (int64_t)other->number);
    cd_query_bind(given, 2, (int64_t)row->number);
    return cd_query_next(given);
}

/* One paragraph in common makes no copy of an article: "The notes were priced
 * at 99.5"; nor is a paragraph with another name in it the same, and one or two
 * of another day are a later report. */
static bool
may_stand_for(const struct questions *ask, const struct gaps *gaps,
              const struct cd_claim_row *a, const struct cd_claim_row *b)
{
    int64_t enough = a->day == b->day ? 1 : 2;
    bool copied = gaps->others >= enough && !gaps->within && !gaps->names;
    bool ours, theirs;
    struct cd_scene x, y;

    if ((gaps->template && !cd_claim_rows_near(a, b)) ||
        !cd_claim_rows_timely(a, b, copied) || (!copied && a->day != b->day))
        return false;
    if (gaps->others == 0 &&
        (gives(ask->given, a, b) || gives(ask->given, b, a)))
        return false;
    ours = cd_claim_scenes_get(ask->scenes, a->number, &x);
    theirs = cd_claim_scenes_get(ask->scenes, b->number, &y);
    if (!ours || !theirs)
        return copied && ours == theirs; /* "a further $2m" has none */
    return !cd_scene_apart(&x, &y) && (copied || same_scene(gaps, &x, &y));
}

/* Only where both sides have as many claims of a sort. */
static void
match(const struct questions *ask, const struct gaps *gaps,
      const struct claims *a, const struct claims *b, struct cd_list *edges)
{
    for (size_t i = 0; i < a->count; i++) {
        size_t rank = 0, ours, theirs;
        const struct cd_claim_row *other;

        for (size_t j = 0; j < i; j++)
            rank += cd_claim_rows_comparable(&a->rows[j], &a->rows[i]);
        counterpart(a, &a->rows[i], 0, &ours);
        other = counterpart(b, &a->rows[i], rank, &theirs);
        if (other != NULL && ours == theirs &&
            may_stand_for(ask, gaps, &a->rows[i], other))
            cd_list_add(edges, cd_claim_edge(a->rows[i].number, other->number));
    }
}

/* Does a capital letter, or one that is not ASCII, stand in the range? */
static bool
has_name(struct cd_query *text, int64_t article, int64_t start, int64_t end)
{
    struct cd_str words;

    if (start >= end)
        return false;
    cd_query_bind(text, 1, start + 1);
    cd_query_bind(text, 2, end - start);
    cd_query_bind(text, 3, article);
    if (!cd_query_next(text))
        return false;
    words = cd_query_text(text, 0);
    for (size_t i = 0; i < words.n; i++)
        if (cd_ascii_is_upper(words.p[i]) || (unsigned char)words.p[i] >= 0xC3)
            return true;
    return false;
}

static void
look_for_names(struct cd_query *text, struct cd_query *pair, struct gaps *gaps)
{
    gaps->template = cd_query_int(pair, 9) != 0;
    gaps->within = cd_query_int(pair, 1) == cd_query_int(pair, 3);
    gaps->names = false;
    for (size_t i = 0; !gaps->names && i < gaps->count; i++)
        gaps->names = has_name(text, cd_query_int(pair, 1), gaps->at[i].a_start,
                               gaps->at[i].a_end) ||
                      has_name(text, cd_query_int(pair, 3), gaps->at[i].b_start,
                               gaps->at[i].b_end);
}

#define TEXT_OF(text) "substr(" text ", ?, ?) FROM articles WHERE number = ?"

#define IN_GAP                                                                 \
    CD_CLAIM_ROW " WHERE c.article = ? AND c.block = ?"                        \
                 " AND c.start < ? AND c.\"end\" > ? ORDER BY c.number"

static void
open_questions(struct questions *ask, struct cd_db *db)
{
    *ask = (struct questions){
        .spans = cd_query(
            db, "SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2,"
                " j.value ->> 3 FROM copies AS c, json_each(c.spans) AS j"
                " WHERE c.number = ? ORDER BY j.key"),
        .ours = cd_query(db, IN_GAP),
        .theirs = cd_query(db, IN_GAP),
        .text = cd_query(db, cd_db_codepoints(db)
                                 ? "SELECT " TEXT_OF("text")
                                 : "SELECT " TEXT_OF("CAST(text AS BLOB)")),
        .others = cd_query(
            db, "SELECT count(*) FROM (SELECT 1 FROM copies"
                " WHERE a_article = ? AND b_article = ? AND number <> ?"
                " AND kind <> 'template' LIMIT 2)"),
        .scenes = cd_query(db, CD_CLAIM_SCENE),
        .given = cd_query(
            db, "SELECT 1 FROM claims AS o JOIN claims AS d"
                " ON d.article = o.article AND d.block IS o.block"
                " JOIN claims AS c ON d.unit IS c.unit AND d.value = c.value"
                " WHERE o.number = ? AND c.number = ?"),
    };
}

static void
close_questions(struct questions *ask)
{
    cd_query_end(ask->given);
    cd_query_end(ask->scenes);
    cd_query_end(ask->others);
    cd_query_end(ask->text);
    cd_query_end(ask->theirs);
    cd_query_end(ask->ours);
    cd_query_end(ask->spans);
}

static void
count_other_copies(struct cd_query *others, struct cd_query *pair,
                   struct gaps *gaps)
{
    cd_query_bind(others, 1, cd_query_int(pair, 1));
    cd_query_bind(others, 2, cd_query_int(pair, 3));
    cd_query_bind(others, 3, cd_query_int(pair, 0));
    gaps->others = cd_query_next(others) ? cd_query_int(others, 0) : 0;
}

void
cd_claim_edges_copies(struct cd_db *db, struct cd_list *edges)
{
    struct cd_query *pairs = cd_query(
        db, "SELECT number, a_article, a_block, b_article, b_block,"
            " a_span_start, a_span_end, b_span_start, b_span_end,"
            " kind = 'template' FROM copies AS c WHERE kind <> 'same'"
            " AND (kind <> 'template' OR json_array_length(facts_differ) < 2)"
            " AND a_block IS NOT NULL AND b_block IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM copies AS d"
            "  WHERE d.a_article = c.a_article AND d.b_article = c.b_article"
            "  AND (d.a_block = c.a_block OR d.b_block = c.b_block)"
            "  AND d.score > c.score) ORDER BY number");
    struct questions ask;
    struct gaps *gaps = cd_alloc(sizeof(*gaps));
    struct claims *a = cd_alloc(sizeof(*a)), *b = cd_alloc(sizeof(*b));

    open_questions(&ask, db);
    while (cd_query_next(pairs)) {
        read_gaps(ask.spans, pairs, gaps);
        look_for_names(ask.text, pairs, gaps);
        count_other_copies(ask.others, pairs, gaps);
        for (size_t i = 0; i < gaps->count; i++) {
            const struct gap *gap = &gaps->at[i];

            read_claims(ask.ours, cd_query_int(pairs, 1),
                        cd_query_int(pairs, 2), gap->a_start, gap->a_end, a);
            if (a->count == 0)
                continue;
            read_claims(ask.theirs, cd_query_int(pairs, 3),
                        cd_query_int(pairs, 4), gap->b_start, gap->b_end, b);
            match(&ask, gaps, a, b, edges);
        }
    }
    cd_arena_release(&a->arena);
    cd_arena_release(&b->arena);
    free(a);
    free(b);
    free(gaps);
    close_questions(&ask);
    cd_query_end(pairs);
}
