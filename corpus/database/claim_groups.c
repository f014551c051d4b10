/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/claim_groups.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/memory.h"
#include "base/union.h"
#include "corpus/database/claim_edges.h"
#include "corpus/database/claim_scenes.h"
#include "corpus/database/claim_stories.h"

enum {
    MEMBERS = 256,   /* claims of a group that are looked at */
    DIFFERENCES = 64 /* of a group that are listed */
};

static const struct cd_field group_fields[] = {
    CD_FIELD(struct cd_claim_group, group, TEXT, "id: that of its first claim"),
    CD_FIELD(struct cd_claim_group, verdict, NAME,
             "agree, refine or contradict: the worst of its pairs"),
    CD_FIELD(struct cd_claim_group, subject, TEXT, "whose quantity"),
    CD_FIELD(struct cd_claim_group, property, TEXT, "what of it"),
    CD_FIELD(struct cd_claim_group, unit, TEXT, "unit of all"),
    CD_FIELD(struct cd_claim_group, articles, SIZE, "how many articles"),
    CD_FIELD(struct cd_claim_group, claims, JSON, "ids of the claims"),
    CD_FIELD(struct cd_claim_group, values, JSON, "the different values"),
    CD_FIELD(struct cd_claim_group, capped, SIZE,
             "further claims that were left out, or 0"),
};

const struct cd_table cd_claim_group_table = {
    "claim_groups", "Claims that answer one question.", group_fields,
    CD_COUNT(group_fields)
};

static const struct cd_field pair_fields[] = {
    CD_FIELD(struct cd_claim_pair, group, TEXT, "the group of both"),
    CD_FIELD(struct cd_claim_pair, verdict, NAME, "refine or contradict"),
    CD_FIELD(struct cd_claim_pair, basis, NAME,
             "copy: the same place of a copied text; question: the same "
             "subject, property and time"),
    CD_FIELD(struct cd_claim_pair, a, JSON, "document of the first claim"),
    CD_FIELD(struct cd_claim_pair, b, JSON, "document of the second claim"),
    CD_FIELD(struct cd_claim_pair, a_claim, TEXT, "the first claim"),
    CD_FIELD(struct cd_claim_pair, b_claim, TEXT, "the second claim"),
};

const struct cd_table cd_claim_pair_table = {
    "claim_pairs", "Two claims that differ.", pair_fields, CD_COUNT(pair_fields)
};

struct finder {
    struct cd_db *db;
    struct cd_list copies, edges; /* edges: those of copies too; sorted */
    uint32_t *parent;             /* of a claim by its number */
    struct cd_list members;       /* group's root and claim, sorted */
    struct cd_query *claim, *given;
    struct cd_arena arena; /* of one group */
    struct cd_claim_row *rows;
    size_t row_count, capped;
    enum cd_status (*write)(void *state, const struct cd_table *table,
                            const void *record, struct cd_error *err);
    void *state;
    struct cd_claim_groups_stats *stats;
};

/* --- which claims are in one group --- */

/* The smaller number is the root, so the first claim names the group. */
static void
connect(struct finder *f)
{
    size_t count =
        (size_t)cd_query_one(f->db, "SELECT max(number) FROM claims") + 1;
    struct cd_error err;

    if (cd_db_status(f->db, &err) != CD_OK)
        f->edges.n = 0; /* count is none */
    f->parent = cd_union_new(count);
    for (size_t i = 0; i < f->edges.n; i++)
        cd_union_join(f->parent, (uint32_t)(f->edges.at[i] >> 32),
                      (uint32_t)f->edges.at[i]);
    for (size_t i = 0; i < f->edges.n; i++)
        for (int side = 0; side < 2; side++) {
            uint32_t claim = (uint32_t)(f->edges.at[i] >> (side * 32));
            uint64_t root = cd_union_root(f->parent, claim);

            cd_list_add(&f->members, root << 32 | claim);
        }
    cd_list_sort(&f->members);
}

/* --- one group --- */

static bool
has_edge(const struct cd_list *list, uint64_t edge)
{
    size_t low = 0, high = list->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (list->at[middle] < edge)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->n && list->at[low] == edge;
}

static bool
is_copy(const struct finder *f, const struct cd_claim_row *a,
        const struct cd_claim_row *b)
{
    return has_edge(&f->copies, cd_claim_edge(a->number, b->number));
}

/* Says another claim of the two articles in the group that they agree? */
static bool
articles_agree(const struct finder *f, const struct cd_claim_row *a,
               const struct cd_claim_row *b)
{
    for (size_t i = 0; i < f->row_count; i++) {
        if (f->rows[i].article != a->article)
            continue;
        for (size_t j = 0; j < f->row_count; j++)
            if (f->rows[j].article == b->article && i != j &&
                cd_claim_rows_verdict(&f->rows[i], &f->rows[j], false) !=
                    CD_CONTRADICT)
                return true;
    }
    return false;
}

/* Does an article give that value of that unit anywhere?  Then what else it
 * says is of something else. */
static bool
gives(const struct finder *f, size_t article, const struct cd_claim_row *row)
{
    cd_query_bind(f->given, 1, (int64_t)article);
    cd_query_bind(f->given, 2, (int64_t)row->number);
    return cd_query_next(f->given);
}

/* The verdict of a pair: of one that is no copy, over all that the two articles
 * say. */
static enum cd_verdict
verdict_of(const struct finder *f, const struct cd_claim_row *a,
           const struct cd_claim_row *b)
{
    bool copied = is_copy(f, a, b);
    enum cd_verdict verdict = cd_claim_rows_verdict(a, b, copied);

    if (verdict == CD_CONTRADICT && !copied &&
        (articles_agree(f, a, b) || gives(f, b->article, a) ||
         gives(f, a->article, b)))
        return CD_AGREE;
    return verdict;
}

struct difference {
    const struct cd_claim_row *a, *b;
    enum cd_verdict verdict;
};

/* Is a pair with these two values there? */
static bool
is_known(const struct difference *list, size_t count,
         const struct difference *one)
{
    for (size_t i = 0; i < count; i++)
        if ((cd_str_eq(list[i].a->value, one->a->value) &&
             cd_str_eq(list[i].b->value, one->b->value)) ||
            (cd_str_eq(list[i].a->value, one->b->value) &&
             cd_str_eq(list[i].b->value, one->a->value)))
            return true;
    return false;
}

/* Copies first: they accuse with more right. */
static size_t
find_differences(const struct finder *f, struct difference *list)
{
    size_t count = 0;

    for (int copies = 1; copies >= 0; copies--)
        for (size_t i = 0; i < f->row_count; i++)
            for (size_t j = i + 1; j < f->row_count; j++) {
                struct difference one = { &f->rows[i], &f->rows[j], CD_AGREE };

                if (count == DIFFERENCES)
                    return count;
                if (!has_edge(copies ? &f->copies : &f->edges,
                              cd_claim_edge(one.a->number, one.b->number)))
                    continue;
                if (is_known(list, count, &one))
                    continue;
                one.verdict = verdict_of(f, one.a, one.b);
                if (one.verdict != CD_AGREE)
                    list[count++] = one;
            }
    return count;
}

static struct cd_str
list_claims(struct finder *f)
{
    struct cd_buf out = { 0 };

    cd_buf_putc(&out, '[');
    for (size_t i = 0; i < f->row_count; i++) {
        cd_json_next(&out);
        cd_json_str(&out, f->rows[i].claim_id);
    }
    cd_buf_putc(&out, ']');
    return cd_buf_into(&out, &f->arena);
}

static struct cd_str
list_values(struct finder *f)
{
    struct cd_buf out = { 0 };

    cd_buf_putc(&out, '[');
    for (size_t i = 0; i < f->row_count; i++) {
        bool again = false;

        for (size_t j = 0; j < i && !again; j++)
            again = cd_str_eq(f->rows[j].value, f->rows[i].value);
        if (again)
            continue;
        cd_json_next(&out);
        cd_buf_add(&out, f->rows[i].value);
    }
    cd_buf_putc(&out, ']');
    return cd_buf_into(&out, &f->arena);
}

static size_t
count_articles(const struct finder *f)
{
    size_t count = 0;

    for (size_t i = 0; i < f->row_count; i++) {
        size_t j = 0;

        while (f->rows[j].article != f->rows[i].article)
            j++;
        count += j == i;
    }
    return count;
}

static enum cd_status
write_pair(struct finder *f, const struct difference *one, struct cd_error *err)
{
    const struct cd_claim_pair pair = {
        .group = f->rows[0].claim_id,
        .verdict = cd_verdict_name(one->verdict),
        .basis = is_copy(f, one->a, one->b) ? "copy" : "question",
        .a = one->a->doc,
        .b = one->b->doc,
        .a_claim = one->a->claim_id,
        .b_claim = one->b->claim_id,
        .a_number = one->a->number,
        .b_number = one->b->number,
    };

    return f->write(f->state, &cd_claim_pair_table, &pair, err);
}

static enum cd_status
write_group(struct finder *f, enum cd_verdict worst, struct cd_error *err)
{
    const struct cd_claim_row *first = &f->rows[0];
    const struct cd_claim_group group = {
        .group = first->claim_id,
        .verdict = cd_verdict_name(worst),
        .subject = first->subject,
        .property = first->property,
        .unit = first->unit,
        .articles = count_articles(f),
        .claims = list_claims(f),
        .values = list_values(f),
        .capped = f->capped,
    };

    f->stats->groups++;
    return f->write(f->state, &cd_claim_group_table, &group, err);
}

/* Reads the rows of the group that begins at members[at]; where it ends. */
static size_t
read_group(struct finder *f, size_t at)
{
    uint64_t group = f->members.at[at] >> 32;

    cd_arena_reset(&f->arena);
    f->row_count = f->capped = 0;
    for (; at < f->members.n && f->members.at[at] >> 32 == group; at++) {
        if (f->row_count == MEMBERS) {
            f->capped++;
            continue;
        }
        cd_query_bind(f->claim, 1, (int64_t)(uint32_t)f->members.at[at]);
        if (cd_query_next(f->claim))
            cd_claim_row_read(f->claim, &f->arena, &f->rows[f->row_count++]);
    }
    return at;
}

/* Writes the groups, or the pairs of all of them. */
static enum cd_status
write_all(struct finder *f, bool pairs, struct cd_error *err)
{
    struct difference differences[DIFFERENCES];
    enum cd_status status = CD_OK;

    for (size_t at = 0; status == CD_OK && at < f->members.n;) {
        enum cd_verdict worst = CD_AGREE;
        size_t count;

        at = read_group(f, at);
        if (f->row_count == 0)
            break; /* the database failed; it says so at the end */
        count = find_differences(f, differences);
        for (size_t i = 0; i < count; i++) {
            if (differences[i].verdict > worst)
                worst = differences[i].verdict;
            if (pairs && status == CD_OK)
                status = write_pair(f, &differences[i], err);
        }
        if (!pairs)
            status = write_group(f, worst, err);
    }
    return status;
}

static size_t
article_of(struct cd_query *article, uint64_t claim)
{
    cd_query_bind(article, 1, (int64_t)(uint32_t)claim);
    return cd_query_next(article) ? (size_t)cd_query_int(article, 0) : 0;
}

/* Leaves out the edges between articles that tell of different things. */
static void
keep_stories(struct cd_db *db, struct cd_claim_stories *stories,
             struct cd_list *edges)
{
    struct cd_query *article =
        cd_query(db, "SELECT article FROM claims WHERE number = ?");
    size_t n = 0;

    cd_list_sort(edges);
    for (size_t i = 0; i < edges->n; i++)
        if (cd_claim_stories_one(stories,
                                 article_of(article, edges->at[i] >> 32),
                                 article_of(article, edges->at[i])))
            edges->at[n++] = edges->at[i];
    edges->n = n;
    cd_query_end(article);
}

static void
find_edges(struct finder *f, struct cd_claim_stories *stories)
{
    cd_claim_scenes_make(f->db);
    cd_claim_edges_copies(f->db, &f->copies);
    keep_stories(f->db, stories, &f->copies);
    cd_claim_edges_questions(f->db, &f->edges);
    keep_stories(f->db, stories, &f->edges);
    for (size_t i = 0; i < f->copies.n; i++)
        cd_list_add(&f->edges, f->copies.at[i]);
    cd_list_sort(&f->edges);
}

static void
release(struct finder *f)
{
    cd_query_end(f->given);
    cd_query_end(f->claim);
    cd_list_release(&f->copies);
    cd_list_release(&f->edges);
    cd_list_release(&f->members);
    cd_arena_release(&f->arena);
    free(f->parent);
    free(f->rows);
}

enum cd_status
cd_claim_groups_find(
    struct cd_db *db,
    enum cd_status (*write)(void *state, const struct cd_table *table,
                            const void *record, struct cd_error *err),
    void *state, struct cd_claim_groups_stats *stats, struct cd_error *err)
{
    struct finder f = { .db = db, .write = write, .state = state };
    struct cd_claim_stories *stories = cd_claim_stories_new(db);
    enum cd_status status;

    *stats = (struct cd_claim_groups_stats){ 0 };
    f.stats = stats;
    f.claim = cd_query(db, CD_CLAIM_ROW " WHERE c.number = ?");
    f.given = cd_query(db, "SELECT 1 FROM claims AS c JOIN claims AS d"
                           " ON (d.unit IS c.unit OR d.unit = '1')"
                           " AND d.value = c.value"
                           " WHERE d.article = ? AND c.number = ?");
    f.rows = cd_realloc(NULL, MEMBERS, sizeof(*f.rows));
    find_edges(&f, stories);
    cd_claim_stories_copies(stories);
    connect(&f);
    status = write_all(&f, false, err);
    if (status == CD_OK)
        status = write_all(&f, true, err);
    release(&f);
    cd_claim_stories_free(stories);
    return status == CD_OK ? cd_db_status(db, err) : status;
}
