/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The search for copies against a search by brute force, on random corpora.
 */
#include "base/memory.h"
#include "corpus/search/copies.h"
#include "corpus/search/copies_write.h"
#include "tests/check.h"
#include "tests/random_rows.h"

#include <stdio.h>
#include <stdlib.h>

enum { UNITS = 40, CASES = 3000 / CD_SLOWER };

/* ---- by the search --------------------------------------------------- */

struct found {
    bool pairs[UNITS][UNITS];
    size_t cluster[UNITS]; /* number + 1, or 0 */
    size_t clusters;
    bool chain, capped;
    bool render; /* lines are made by threads; nothing but lines is noted */
    struct cd_buf lines; /* everything, as bytes */
};

static enum cd_status
note_pair(void *state, const struct cd_copy *pair, struct cd_error *err)
{
    struct found *found = state;
    size_t a = random_rows_number(pair->a), b = random_rows_number(pair->b);

    (void)err;
    cd_record_json(&found->lines, &cd_copy_table, pair);
    if (a < UNITS && b < UNITS) {
        ck_assert(!found->pairs[a][b]); /* each pair once, a before b */
        found->pairs[a][b] = true;
    }
    return CD_OK;
}

static enum cd_status
note_cluster(void *state, const struct cd_cluster *cluster,
             struct cd_error *err)
{
    struct found *found = state;
    size_t members = 0;

    (void)err;
    cd_record_json(&found->lines, &cd_cluster_table, cluster);
    found->clusters++;
    found->chain |= cluster->chain;
    found->capped |= cluster->capped > 0;
    for (size_t at = 1; at < cluster->members.n; at++, members++) {
        char *end;
        long unit = strtol(cluster->members.p + at, &end, 10);

        at = (size_t)(end - cluster->members.p);
        if (unit < UNITS)
            found->cluster[unit] = found->clusters;
    }
    ck_assert_uint_eq(members, cluster->size);
    return CD_OK;
}

static void
add_text(struct cd_copies *copies, void *scratch, size_t number,
         struct cd_str text)
{
    struct cd_error err = { CD_OK, "" };
    struct cd_doc doc = { .text = text };

    doc.id_json = cd_arena_printf(&doc.arena, "%zu", number);
    ck_assert_int_eq(cd_copies_prepare(copies, scratch, &doc, &err), CD_OK);
    ck_assert_int_eq(cd_copies_add(copies, &doc, &err), CD_OK);
    cd_arena_release(&doc.arena);
}

/* A record as copydesk writes it, on any thread. */
static void
render(const void *state, struct cd_buf *out, const struct cd_table *table,
       const void *record)
{
    (void)state;
    cd_record_json(out, table, record);
}

static enum cd_status
put(void *state, struct cd_str lines, size_t pairs, size_t clusters,
    struct cd_error *err)
{
    struct found *found = state;

    (void)pairs;
    (void)clusters;
    (void)err;
    cd_buf_add(&found->lines, lines);
    return CD_OK;
}

static void
finish(struct cd_copies *copies, struct found *found)
{
    const struct cd_copies_sink sink = { .state = found,
                                         .pair = note_pair,
                                         .cluster = note_cluster,
                                         .render =
                                             found->render ? render : NULL,
                                         .put = found->render ? put : NULL };
    struct cd_error err = { CD_OK, "" };
    enum cd_status status = cd_copies_finish(copies, &sink, &err);

    ck_assert_msg(status == CD_OK, "%s", err.message);
}

static void
search(const struct cd_copies_options *options, int threads,
       const struct row *rows, size_t n, struct found *found)
{
    struct cd_copies *copies = cd_copies_new(options, threads);
    void *scratch = cd_copies_scratch(copies);
    struct cd_buf text = { 0 };

    for (size_t i = 0; i < n; i++) {
        random_rows_spell(&text, &rows[i]);
        add_text(copies, scratch, i, cd_buf_str(&text));
    }
    finish(copies, found);
    cd_buf_release(&text);
    cd_copies_scratch_free(scratch);
    cd_copies_free(copies);
}

/* ---- the two together ------------------------------------------------ */

/* Pairs that are copies are all found, and nothing else; MinHash may miss one
 * of a thousand. */
START_TEST(random_corpora)
{
    static const size_t percents[] = { 5, 30, 50, 70, 80, 90, 100 };
    uint64_t state = 20261124;
    size_t missed = 0, copied = 0;

    for (size_t round = 0; round < CASES; round++) {
        struct row rows[UNITS];
        struct found found = { 0 };
        size_t n = 2 + random_rows_draw(&state, UNITS - 1),
               size = 1 + random_rows_draw(&state, 6);
        size_t percent = percents[random_rows_draw(&state, CD_COUNT(percents))];
        size_t vocabulary = random_rows_draw(&state, 2) ? 300 : 12;
        struct cd_copies_options options = random_rows_options(percent, size);

        for (size_t i = 0; i < n; i++)
            random_rows_make(rows, i, &state, vocabulary);
        options.engine = (int)(round % 3);
        search(&options, 1, rows, n, &found);
        for (size_t a = 0; a < n; a++) {
            for (size_t b = a + 1; b < n; b++) {
                bool copy =
                    random_rows_is_copy(&rows[a], &rows[b], size, percent);

                copied += copy;
                missed += copy && !found.pairs[a][b];
                ck_assert(copy || !found.pairs[a][b]);
                ck_assert(!copy || found.pairs[a][b] ||
                          options.engine == CD_ENGINE_MINHASH);
                if (found.pairs[a][b])
                    ck_assert_uint_eq(found.cluster[a], found.cluster[b]);
            }
        }
        cd_buf_release(&found.lines);
    }
    ck_assert_uint_gt(copied, 10000);
    ck_assert_uint_lt(missed, copied / 1000);
}
END_TEST

/* Threads, the size of tasks and the memory change nothing. */
START_TEST(threads)
{
    static const size_t chunks[] = { 0, 1, 2, 3, 7, UNITS - 1, UNITS, 1000 };
    uint64_t state = 17;

    for (size_t round = 0; round < 600 / CD_SLOWER; round++) {
        struct row rows[UNITS];
        struct found one = { 0 }, many = { .render = round % 3 == 0 };
        struct cd_copies_options options = random_rows_options(50, 3);

        for (size_t i = 0; i < UNITS; i++)
            random_rows_make(rows, i, &state, 40);
        options.measure = round % 2 ? CD_MEASURE_JUDGE : CD_MEASURE_JACCARD;
        options.min_words = 1;
        options.cluster = (int)random_rows_draw(&state, 2);
        search(&options, 1, rows, UNITS, &one);
        options.chunk = chunks[random_rows_draw(&state, CD_COUNT(chunks))];
        options.memory = random_rows_draw(&state, 2) ? 1 : options.memory;
        search(&options, 1 + (int)random_rows_draw(&state, 6), rows, UNITS,
               &many);
        ck_assert(cd_str_eq(cd_buf_str(&one.lines), cd_buf_str(&many.lines)));
        cd_buf_release(&one.lines);
        cd_buf_release(&many.lines);
    }
}
END_TEST

/* a is like b and b like c, but a is not like c. */
START_TEST(chains)
{
    static const struct row rows[] = {
        { { 1, 2, 3, 4, 5, 6, 7, 8 }, 8 },
        { { 1, 2, 3, 4, 5, 6, 9, 10 }, 8 },
        { { 1, 2, 3, 4, 11, 12, 9, 10 }, 8 },
    };
    struct cd_copies_options options = random_rows_options(60, 1);
    struct found found = { 0 }, complete = { 0 };

    search(&options, 1, rows, CD_COUNT(rows), &found);
    ck_assert(found.chain);
    ck_assert_uint_eq(found.clusters, 1);
    ck_assert_uint_eq(found.cluster[0], found.cluster[2]);
    options.cluster = CD_CLUSTER_COMPLETE;
    search(&options, 1, rows, CD_COUNT(rows), &complete);
    ck_assert(!complete.chain);
    ck_assert_uint_eq(complete.clusters, 1);
    ck_assert_uint_eq(complete.cluster[0], complete.cluster[1]);
    ck_assert_uint_eq(complete.cluster[2], 0);
    cd_buf_release(&found.lines);
    cd_buf_release(&complete.lines);
}
END_TEST

/* Many near copies: one cluster, few lines, and the cluster says so. */
START_TEST(crowds)
{
    struct cd_copies_options options = random_rows_options(50, 2);
    struct cd_copies *copies;
    struct found found = { 0 };
    struct cd_buf text = { 0 };
    void *scratch;

    options.crowd = 20;
    options.measure = _i;
    copies = cd_copies_new(&options, 1);
    scratch = cd_copies_scratch(copies);
    for (size_t i = 0; i < 3000; i++) {
        cd_buf_reset(&text);
        for (size_t word = 0; word < 30; word++)
            cd_buf_printf(&text, "borough%zu ", word == i % 30 ? i + 99 : word);
        if (i % 3 == 0)
            cd_buf_puts(&text, "borough0");
        add_text(copies, scratch, i, cd_buf_str(&text));
    }
    finish(copies, &found);
    ck_assert_uint_eq(found.clusters, 1);
    ck_assert(found.capped);
    ck_assert_uint_lt(cd_copies_stats(copies)->pairs, 30000);
    ck_assert_uint_gt(cd_copies_stats(copies)->crowds, 0);
    cd_buf_release(&found.lines);
    cd_buf_release(&text);
    cd_copies_scratch_free(scratch);
    cd_copies_free(copies);
}
END_TEST

/* As many units as it takes to spill everything there is. */
static void
search_large(size_t memory, int measure, struct found *found, uint64_t *spilled)
{
    struct cd_copies_options options = random_rows_options(60, 2);
    struct cd_copies *copies;
    struct cd_buf text = { 0 };
    uint64_t state = 4;
    void *scratch;

    options.memory = memory;
    options.measure = measure;
    copies = cd_copies_new(&options, 2);
    scratch = cd_copies_scratch(copies);
    for (size_t i = 0; i < 12000; i++) {
        cd_buf_reset(&text);
        for (size_t word = 0; word < 16; word++)
            cd_buf_printf(&text, "w%zu ",
                          (i / 3 + random_rows_draw(&state, 4) / 3) * 100 +
                              word);
        add_text(copies, scratch, i + UNITS, cd_buf_str(&text));
    }
    finish(copies, found);
    *spilled = cd_copies_stats(copies)->spilled;
    cd_buf_release(&text);
    cd_copies_scratch_free(scratch);
    cd_copies_free(copies);
}

START_TEST(spilling)
{
    struct found in_memory = { 0 }, on_disk = { 0 };
    uint64_t none, some;

    search_large((size_t)1 << 30, _i, &in_memory, &none);
    search_large(1, _i, &on_disk, &some);
    ck_assert_uint_eq(none, 0);
    ck_assert_uint_gt(some, 1000000);
    ck_assert_uint_gt(in_memory.lines.n, 10000);
    ck_assert(
        cd_str_eq(cd_buf_str(&in_memory.lines), cd_buf_str(&on_disk.lines)));
    cd_buf_release(&in_memory.lines);
    cd_buf_release(&on_disk.lines);
}
END_TEST

/* A folder that is not there stands for a disk that is full. */
START_TEST(no_disk)
{
    struct cd_budget budget = { .limit = 1 };
    struct cd_store store = { .budget = &budget };
    struct cd_error err = { CD_OK, "" };
    char bytes[4096] = { 0 };
    uint64_t at;
    enum cd_status status = CD_OK;

    setenv("TMPDIR", "/no/such/folder", 1);
    for (size_t i = 0; i < 100 && status == CD_OK; i++)
        status = cd_store_add(&store, bytes, sizeof(bytes), &at, &err);
    unsetenv("TMPDIR");
    ck_assert_int_eq(status, CD_FATAL);
    ck_assert_msg(strstr(err.message, "/no/such/folder") != NULL, "%s",
                  err.message);
    cd_store_release(&store);
}
END_TEST

/* Nothing, no words, bytes that are no text, one long word: no unit matches
 * but those that are equal. */
START_TEST(hostile_texts)
{
    static char zeros[1000], long_word[100000];
    const struct cd_str texts[] = {
        CD_STR(""),
        CD_STR("..."),
        { zeros, sizeof(zeros) },
        CD_STR("\xff\xfe\xff\xff\x80\x80"),
        CD_STR("word"),
        { long_word, sizeof(long_word) },
        CD_STR("word"),
        { long_word, sizeof(long_word) - 1 },
    };
    struct cd_copies_options options = random_rows_options(80, 5);
    struct cd_copies *copies;
    struct found found = { 0 };
    void *scratch;

    options.measure = _i;
    options.min_words = 1;
    copies = cd_copies_new(&options, 1);
    scratch = cd_copies_scratch(copies);
    memset(long_word, 'w', sizeof(long_word));
    for (size_t i = 0; i < CD_COUNT(texts); i++)
        add_text(copies, scratch, i, texts[i]);
    finish(copies, &found);
    ck_assert(found.pairs[4][6]);
    cd_buf_release(&found.lines);
    cd_copies_scratch_free(scratch);
    cd_copies_free(copies);
}
END_TEST

Suite *
check_copies(void)
{
    Suite *suite = suite_create("copies");
    TCase *tcase = tcase_create("copies");
    TCase *many = tcase_create("threads");

    tcase_add_test(tcase, random_corpora);
    tcase_add_test(tcase, chains);
    tcase_add_loop_test(tcase, crowds, CD_MEASURE_JUDGE,
                        CD_MEASURE_JACCARD + 1);
    tcase_add_test(tcase, no_disk);
    tcase_add_loop_test(tcase, hostile_texts, CD_MEASURE_JUDGE,
                        CD_MEASURE_JACCARD + 1);
    suite_add_tcase(suite, tcase);
    tcase_set_tags(many, "threads");
    tcase_add_test(many, threads);
    tcase_add_loop_test(many, spilling, CD_MEASURE_JUDGE,
                        CD_MEASURE_JACCARD + 1);
    suite_add_tcase(suite, many);
    return suite;
}
