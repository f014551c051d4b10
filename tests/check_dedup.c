/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Beside a reference, and where copies are dropped: against a search of
 * everything, on random corpora.
 */
#include "base/memory.h"
#include "corpus/search/copies.h"
#include "tests/check.h"
#include "tests/random_rows.h"

#include <stdio.h>
#include <stdlib.h>

enum { UNITS = 30, CASES = 2000 / CD_SLOWER };

struct corpus {
    struct row rows[UNITS];
    size_t n, reference; /* the first ones are the reference */
    struct cd_copies_options options;
};

struct found {
    bool pairs[UNITS][UNITS];
    size_t cluster[UNITS]; /* number + 1, or 0 */
    bool chain[UNITS + 1];
    size_t capped, clusters;
    struct cd_copies_verdict verdicts[UNITS];
    size_t judged;
    size_t words, copied;
};

/* ---- a search -------------------------------------------------------- */

static enum cd_status
note_pair(void *state, const struct cd_copy *pair, struct cd_error *err)
{
    struct found *found = state;
    size_t a = random_rows_number(pair->a), b = random_rows_number(pair->b);

    (void)err;
    ck_assert(!found->pairs[a][b]);
    found->pairs[a][b] = true;
    return CD_OK;
}

static enum cd_status
note_cluster(void *state, const struct cd_cluster *cluster,
             struct cd_error *err)
{
    struct found *found = state;

    (void)err;
    found->chain[++found->clusters] = cluster->chain;
    found->capped += cluster->capped;
    for (size_t at = 1; at < cluster->members.n; at++) {
        char *end;
        long unit = strtol(cluster->members.p + at, &end, 10);

        at = (size_t)(end - cluster->members.p);
        found->cluster[unit] = found->clusters;
    }
    return CD_OK;
}

static enum cd_status
note_verdicts(void *state, const struct cd_copies_verdict *verdicts, size_t n,
              struct cd_error *err)
{
    struct found *found = state;

    (void)err;
    ck_assert_uint_le(n, 1); /* rows without a word are no units */
    found->verdicts[found->judged] = (struct cd_copies_verdict){ .block = 0 };
    if (n > 0) {
        found->verdicts[found->judged] = verdicts[0];
        found->verdicts[found->judged].kept_block =
            verdicts[0].drop ? random_rows_number(verdicts[0].kept) : 0;
    }
    found->judged++;
    return CD_OK;
}

static void
add_rows(const struct corpus *corpus, struct cd_copies *copies, bool against)
{
    void *scratch = cd_copies_scratch(copies);
    struct cd_error err = { CD_OK, "" };
    struct cd_buf text = { 0 };

    for (size_t i = 0; i < corpus->n; i++) {
        struct cd_doc doc = { .reference = against && i < corpus->reference };

        random_rows_spell(&text, &corpus->rows[i]);
        doc.text = cd_buf_str(&text);
        doc.id_json = cd_arena_printf(&doc.arena, "%zu", i);
        ck_assert_int_eq(cd_copies_prepare(copies, scratch, &doc, &err), CD_OK);
        ck_assert_int_eq(cd_copies_add(copies, &doc, &err), CD_OK);
        cd_arena_release(&doc.arena);
    }
    cd_buf_release(&text);
    cd_copies_scratch_free(scratch);
}

static struct found
search(const struct corpus *corpus, bool against, enum cd_copies_keep keep,
       int threads)
{
    struct found found = { .judged = 0 };
    const struct cd_copies_sink sink = { .state = &found,
                                         .pair = note_pair,
                                         .cluster = note_cluster,
                                         .judged = note_verdicts };
    struct cd_copies *copies = cd_copies_new(&corpus->options, threads);
    struct cd_error err = { CD_OK, "" };

    if (against)
        cd_copies_against(copies);
    cd_copies_keep(copies, keep);
    add_rows(corpus, copies, against);
    ck_assert_int_eq(cd_copies_finish(copies, &sink, &err), CD_OK);
    found.words = cd_copies_stats(copies)->words;
    found.copied = cd_copies_stats(copies)->copied_words;
    cd_copies_free(copies);
    return found;
}

static struct corpus
draw_corpus(uint64_t *state, size_t round)
{
    static const size_t percents[] = { 20, 50, 70, 80, 100 };
    struct corpus corpus = { .n = 2 + random_rows_draw(state, UNITS - 1) };
    size_t percent = percents[random_rows_draw(state, CD_COUNT(percents))];
    size_t vocabulary = random_rows_draw(state, 2) ? 300 : 12;

    corpus.options =
        random_rows_options(percent, 1 + random_rows_draw(state, 5));
    corpus.options.engine = (int)(round % 2);
    if (round % 5 == 4) {
        corpus.options.measure = CD_MEASURE_JUDGE;
        corpus.options.min_words = 1;
    }
    corpus.reference = random_rows_draw(state, corpus.n + 1);
    for (size_t i = 0; i < corpus.n; i++)
        random_rows_make(corpus.rows, i, state, vocabulary);
    return corpus;
}

/* ---- beside a reference ---------------------------------------------- */

/* Two of the same cluster are connected by pairs, and so no cluster has less
 * than one of each side. */
static void
check_clusters(const struct corpus *corpus, const struct found *found)
{
    bool sides[UNITS + 1][2] = { { false, false } };
    bool chain[UNITS + 1] = { false };

    for (size_t i = 0; i < corpus->n; i++)
        sides[found->cluster[i]][i < corpus->reference] = true;
    for (size_t i = 1; i <= found->clusters; i++)
        ck_assert(sides[i][0] && sides[i][1]);
    for (size_t a = 0; a < corpus->reference; a++) {
        for (size_t b = corpus->reference; b < corpus->n; b++) {
            if (found->pairs[a][b])
                ck_assert(found->cluster[a] > 0);
            if (found->pairs[a][b])
                ck_assert_uint_eq(found->cluster[a], found->cluster[b]);
            else if (found->cluster[a] == found->cluster[b])
                chain[found->cluster[a]] = true;
        }
    }
    for (size_t i = 1; i <= found->clusters; i++)
        ck_assert_int_eq(found->chain[i], chain[i]);
}

START_TEST(reference)
{
    uint64_t state = 20261128;
    size_t told = 0;

    for (size_t round = 0; round < CASES; round++) {
        struct corpus corpus = draw_corpus(&state, round);
        struct found all = search(&corpus, false, CD_KEEP_ALL, 1);
        struct found some =
            search(&corpus, true, CD_KEEP_ALL, 1 + (int)round % 3);

        for (size_t a = 0; a < corpus.n; a++) {
            for (size_t b = a + 1; b < corpus.n; b++) {
                bool faces = a < corpus.reference && b >= corpus.reference;

                ck_assert_int_eq(some.pairs[a][b], all.pairs[a][b] && faces);
                told += some.pairs[a][b];
            }
        }
        if (corpus.options.measure == CD_MEASURE_JACCARD)
            check_clusters(&corpus, &some);
        ck_assert_uint_le(some.copied, some.words);
        ck_assert_uint_le(some.words, all.words);
        ck_assert_uint_eq(some.capped, 0);
    }
    ck_assert_uint_gt(told, 1000);
}
END_TEST

/* ---- dropping -------------------------------------------------------- */

/* What is kept for unit i of the input, by the clusters of a search; i itself
 * if it is kept. */
static size_t
kept_for(const struct corpus *corpus, const struct found *found, size_t i,
         bool against, enum cd_copies_keep keep)
{
    size_t best = SIZE_MAX;

    for (size_t j = 0; j < corpus->n && found->cluster[i] > 0; j++) {
        if (found->cluster[j] != found->cluster[i])
            continue;
        if (best == SIZE_MAX)
            best = j;
        if (keep == CD_KEEP_LONGEST &&
            corpus->rows[j].n > corpus->rows[best].n &&
            !(against && best < corpus->reference))
            best = j;
    }
    return best == SIZE_MAX ? i : best;
}

START_TEST(keep)
{
    uint64_t state = 281126;
    size_t dropped = 0;

    for (size_t round = 0; round < CASES; round++) {
        struct corpus corpus = draw_corpus(&state, round);
        bool beside = round % 3 == 0;
        size_t first = beside ? corpus.reference : 0;
        enum cd_copies_keep which =
            round % 2 ? CD_KEEP_LONGEST : CD_KEEP_EARLIEST; /* no dates */
        struct found found, left;

        corpus.options.measure = CD_MEASURE_JACCARD;
        corpus.options.cluster =
            beside ? CD_CLUSTER_COMPONENTS : (int)random_rows_draw(&state, 2);
        found = search(&corpus, beside, CD_KEEP_ALL, 1);
        left = search(&corpus, beside, which, 1 + (int)round % 3);
        ck_assert_uint_eq(left.judged, corpus.n - first);
        for (size_t i = first; i < corpus.n; i++) {
            size_t kept = kept_for(&corpus, &found, i, beside, which);

            ck_assert_int_eq(left.verdicts[i - first].drop, kept != i);
            if (kept != i)
                ck_assert_uint_eq(left.verdicts[i - first].kept_block, kept);
            dropped += kept != i;
        }
    }
    ck_assert_uint_gt(dropped, 1000);
}
END_TEST

Suite *
check_dedup(void)
{
    Suite *suite = suite_create("dedup");
    TCase *tcase = tcase_create("dedup");

    tcase_set_tags(tcase, "threads");
    tcase_add_test(tcase, reference);
    tcase_add_test(tcase, keep);
    suite_add_tcase(suite, tcase);
    return suite;
}
