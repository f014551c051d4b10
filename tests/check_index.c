/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The index: days one by one against all of them at once, on random corpora;
 * hashes that collide; what is damaged or newer.
 */
#include "base/memory.h"
#include "corpus/index/index.h"
#include "corpus/search/copies.h"
#include "tests/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { DOCS = 40, WORDS = 30, CASES = 150 / CD_SLOWER, PATH_SIZE = 64 };

static uint64_t
draw(uint64_t *state, uint64_t below)
{
    *state = *state * UINT64_C(6364136223846793005) + 1442695040888963407;
    return (*state >> 33) % below;
}

/* ---- corpora --------------------------------------------------------- */

struct text {
    unsigned words[WORDS];
    size_t n;
};

static void
make_text(struct text *texts, size_t at, uint64_t *state, size_t vocabulary)
{
    struct text *text = &texts[at];

    if (at > 0 && draw(state, 3) > 0) {
        *text = texts[draw(state, at)];
        for (uint64_t edits = draw(state, 4); edits > 0; edits--)
            text->words[draw(state, text->n)] =
                (unsigned)draw(state, vocabulary);
        return;
    }
    text->n = 12 + draw(state, WORDS - 11);
    for (size_t i = 0; i < text->n; i++)
        text->words[i] = (unsigned)draw(state, vocabulary);
}

static void
spell(struct cd_buf *out, const struct text *text)
{
    cd_buf_reset(out);
    for (size_t i = 0; i < text->n; i++) {
        unsigned word = text->words[i];

        if (word % 11 == 0)
            cd_buf_printf(out, "%u ", word);
        else
            cd_buf_printf(out, "%c%cr%co%cn ", 'a' + word % 26,
                          'a' + word / 26 % 26, 'a' + word * 7 % 26,
                          'a' + word * 3 % 26);
    }
}

/* ---- one run --------------------------------------------------------- */

/* Records as lines; of clusters, the newest of each id counts. */
struct found {
    struct cd_buf lines[DOCS * DOCS];
    size_t pairs;
    struct cd_buf clusters[DOCS * DOCS];
    size_t cluster_count;
};

static enum cd_status
note_pair(void *state, const struct cd_copy *pair, struct cd_error *err)
{
    struct found *found = state;
    struct cd_copy copy = *pair;

    (void)err;
    copy.cluster = (struct cd_str){ NULL, 0 }; /* it grows from day to day */
    ck_assert_uint_lt(found->pairs, DOCS * DOCS);
    cd_record_json(&found->lines[found->pairs++], &cd_copy_table, &copy);
    return CD_OK;
}

static enum cd_status
note_cluster(void *state, const struct cd_cluster *cluster,
             struct cd_error *err)
{
    struct found *found = state;

    (void)err;
    ck_assert_uint_lt(found->cluster_count, DOCS * DOCS);
    cd_record_json(&found->clusters[found->cluster_count++], &cd_cluster_table,
                   cluster);
    return CD_OK;
}

static void
release(struct found *found)
{
    for (size_t i = 0; i < found->pairs; i++)
        cd_buf_release(&found->lines[i]);
    for (size_t i = 0; i < found->cluster_count; i++)
        cd_buf_release(&found->clusters[i]);
    found->pairs = found->cluster_count = 0;
}

static bool
has(const struct cd_buf *lines, size_t n, const struct cd_buf *line)
{
    for (size_t i = 0; i < n; i++) {
        if (cd_str_eq(cd_buf_str(&lines[i]), cd_buf_str(line)))
            return true;
    }
    return false;
}

static struct cd_index *
open_index(const char *folder, const struct cd_copies_options *options,
           enum cd_index_use use)
{
    struct cd_buf text = { 0 };
    struct cd_error err = { CD_OK, "" };
    struct cd_index *index;

    cd_index_options(&text, options);
    index = cd_index_open(folder, cd_buf_str(&text), use, &err);
    ck_assert_msg(index != NULL, "%s", err.message);
    cd_buf_release(&text);
    return index;
}

static void
add_texts(struct cd_copies *copies, const struct text *texts, size_t from,
          size_t to)
{
    void *scratch = cd_copies_scratch(copies);
    struct cd_buf text = { 0 };
    struct cd_error err = { CD_OK, "" };

    for (size_t i = from; i < to; i++) {
        struct cd_doc doc = { 0 };

        spell(&text, &texts[i]);
        doc.text = cd_buf_str(&text);
        doc.id_json = cd_arena_printf(&doc.arena, "%zu", i);
        doc.meta.published.value =
            cd_arena_printf(&doc.arena, "2026-11-%02zu", 1 + i * 7 % 28);
        ck_assert_int_eq(cd_copies_prepare(copies, scratch, &doc, &err), CD_OK);
        ck_assert_int_eq(cd_copies_add(copies, &doc, &err), CD_OK);
        cd_arena_release(&doc.arena);
    }
    cd_copies_scratch_free(scratch);
    cd_buf_release(&text);
}

static enum cd_status
try_run(const struct cd_copies_options *options, const char *folder,
        const struct text *texts, size_t from, size_t to, struct found *found,
        struct cd_error *err)
{
    const struct cd_copies_sink sink = { .state = found,
                                         .pair = note_pair,
                                         .cluster = note_cluster };
    struct cd_copies *copies = cd_copies_new(options, 1 + (int)(from % 3));
    struct cd_index *index = NULL;
    enum cd_status status;

    if (folder != NULL) {
        index = open_index(folder, options, CD_INDEX_WRITE);
        cd_copies_use(copies, index, true);
    }
    add_texts(copies, texts, from, to);
    status = cd_copies_finish(copies, &sink, err);
    if (status == CD_OK)
        status = cd_copies_store(copies, err);
    cd_copies_free(copies);
    cd_index_free(index);
    return status;
}

static void
run(const struct cd_copies_options *options, const char *folder,
    const struct text *texts, size_t from, size_t to, struct found *found)
{
    struct cd_error err = { CD_OK, "" };
    enum cd_status status =
        try_run(options, folder, texts, from, to, found, &err);

    ck_assert_msg(status == CD_OK, "%s", err.message);
}

/* ---- folders --------------------------------------------------------- */

static void
make_folder(char *path)
{
    snprintf(path, PATH_SIZE, "%s", "/tmp/copydesk-index-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(path));
}

static void
remove_folder(const char *path)
{
    static const char *const names[] = { "manifest", "lock" };

    for (size_t i = 0; i < CD_COUNT(names); i++) {
        struct cd_buf file = cd_outfile_in(path, names[i]);

        unlink(file.p);
        cd_buf_release(&file);
    }
    for (uint64_t i = 1; i < 2 * DOCS; i++) {
        struct cd_buf file = cd_index_path(path, i);

        unlink(file.p);
        cd_buf_release(&file);
    }
    ck_assert_int_eq(rmdir(path), 0);
}

static void
compact(const char *folder, const struct cd_copies_options *options)
{
    struct cd_index *index = open_index(folder, options, CD_INDEX_WRITE);
    struct cd_error err = { CD_OK, "" };

    ck_assert_msg(cd_index_compact(index, &err) == CD_OK, "%s", err.message);
    cd_index_free(index);
}

/* ---- days one by one ------------------------------------------------- */

static struct cd_copies_options
random_options(uint64_t *state)
{
    static const double thresholds[] = { .3, .5, .8 };
    struct cd_copies_options options = CD_COPIES_OPTIONS;

    options.unit = CD_UNIT_RECORD;
    options.measure = (int)draw(state, 2);
    options.cluster = (int)draw(state, 2);
    options.chunk = draw(state, 5);
    options.shingle = 1 + draw(state, 3);
    options.threshold = thresholds[draw(state, 3)];
    options.engine = (int)draw(state, 3);
    if (options.measure == CD_MEASURE_JUDGE && draw(state, 2) == 0)
        options.crowd = 8 + draw(state, 30); /* anchors of more are crowds */
    return options;
}

static void
check_union(const struct found *all, const struct found *days)
{
    for (size_t i = 0; i < all->pairs; i++)
        ck_assert_msg(has(days->lines, days->pairs, &all->lines[i]),
                      "not found day by day: %.*s", (int)all->lines[i].n,
                      all->lines[i].p);
    for (size_t i = 0; i < days->pairs; i++)
        ck_assert_msg(has(all->lines, all->pairs, &days->lines[i]),
                      "only found day by day: %.*s", (int)days->lines[i].n,
                      days->lines[i].p);
    ck_assert_uint_eq(all->pairs, days->pairs);
    for (size_t i = 0; i < all->cluster_count; i++)
        ck_assert_msg(
            has(days->clusters, days->cluster_count, &all->clusters[i]),
            "never a cluster: %.*s", (int)all->clusters[i].n,
            all->clusters[i].p);
}

START_TEST(days)
{
    uint64_t state = 20261124;
    size_t pairs = 0;
    struct found *all = cd_alloc(sizeof(*all));
    struct found *by_day = cd_alloc(sizeof(*by_day));

    for (size_t round = 0; round < CASES; round++) {
        struct text texts[DOCS];
        struct cd_copies_options options = random_options(&state);
        size_t n = 2 + draw(&state, DOCS - 1), to;
        size_t vocabulary = draw(&state, 2) ? 600 : 40;
        char folder[PATH_SIZE];

        for (size_t i = 0; i < n; i++)
            make_text(texts, i, &state, vocabulary);
        make_folder(folder);
        run(&options, NULL, texts, 0, n, all);
        for (size_t from = 0; from < n; from = to) {
            to = from + 1 + draw(&state, n - from);
            run(&options, folder, texts, from, to, by_day);
            if (draw(&state, 4) == 0)
                compact(folder, &options);
        }
        check_union(all, by_day);
        pairs += all->pairs;
        release(all);
        release(by_day);
        remove_folder(folder);
    }
    ck_assert_uint_gt(pairs, 13 * CASES);
    free(all);
    free(by_day);
}
END_TEST

/* What was added last and comes again is compared with what was there before
 * it, and not added twice. */
START_TEST(repeated)
{
    uint64_t state = 5;
    struct text texts[DOCS];
    struct cd_copies_options options = CD_COPIES_OPTIONS;
    struct found *first = cd_alloc(sizeof(*first));
    struct found *again = cd_alloc(sizeof(*again));
    char folder[PATH_SIZE];

    options.unit = CD_UNIT_RECORD;
    make_folder(folder);
    for (size_t i = 0; i < DOCS; i++)
        make_text(texts, i, &state, 600);
    run(&options, folder, texts, 0, DOCS / 2, first);
    release(first);
    run(&options, folder, texts, DOCS / 2, DOCS, first);
    for (int i = 0; i < 3; i++) {
        struct cd_index *index = open_index(folder, &options, CD_INDEX_READ);

        ck_assert_uint_eq(index->units, DOCS);
        cd_index_free(index);
        compact(folder, &options);
        run(&options, folder, texts, DOCS / 2, DOCS, again);
        check_union(first, again);
        release(again);
    }
    ck_assert_uint_gt(first->pairs, 0);
    release(first);
    remove_folder(folder);
    free(first);
    free(again);
}
END_TEST

/* ---- collisions ------------------------------------------------------ */

/* The segment again, with the lists by which texts are found taken from
 * another. */
static void
swap_lists(const char *path, const char *other)
{
    struct cd_error err = { CD_OK, "" };
    struct cd_segment segment, lists;
    struct cd_segment_writer out;

    ck_assert_int_eq(cd_segment_open(&segment, path, &err), CD_OK);
    ck_assert_int_eq(cd_segment_open(&lists, other, &err), CD_OK);
    ck_assert_int_eq(cd_segment_begin(&out, path, segment.trailer.base, &err),
                     CD_OK);
    for (int i = 0; i < CD_SECTION_COUNT; i++) {
        enum cd_section section = (enum cd_section)i;
        bool list =
            section == CD_SECTION_CONTENTS || section == CD_SECTION_POSTINGS;
        const struct cd_segment *from = list ? &lists : &segment;
        size_t n = cd_segment_count(from, section);
        const void *all = cd_segment_at(from, section, 0, n, &err);

        ck_assert_ptr_nonnull(all);
        ck_assert_int_eq(cd_segment_section(&out, section, &err), CD_OK);
        ck_assert_int_eq(
            cd_segment_write(&out, all, n * cd_section_record(section), &err),
            CD_OK);
    }
    ck_assert_int_eq(cd_segment_finish(&out, &err), CD_OK);
    cd_segment_writer_release(&out);
    cd_segment_close(&segment);
    cd_segment_close(&lists);
}

/* Every key and every content of one text leads to another text: no pair. */
START_TEST(collisions)
{
    uint64_t state = 9;
    struct text texts[2];
    struct found *found = cd_alloc(sizeof(*found));

    for (int measure = 0; measure < 2; measure++) {
        struct cd_copies_options options = CD_COPIES_OPTIONS;
        char folder[PATH_SIZE], other[PATH_SIZE];
        struct cd_buf path, lists;

        options.unit = CD_UNIT_RECORD;
        options.measure = measure;
        for (size_t i = 0; i < 2; i++) {
            texts[i].n = WORDS;
            for (size_t k = 0; k < WORDS; k++)
                texts[i].words[k] = (unsigned)(300 * i + draw(&state, 300));
        }
        make_folder(folder);
        make_folder(other);
        run(&options, folder, texts, 0, 1, found);
        run(&options, other, texts, 1, 2, found);
        path = cd_index_path(folder, 1);
        lists = cd_index_path(other, 1);
        swap_lists(path.p, lists.p);
        run(&options, folder, texts, 1, 2, found);
        ck_assert_uint_eq(found->pairs, 0);
        ck_assert_uint_eq(found->cluster_count, 0);
        cd_buf_release(&path);
        cd_buf_release(&lists);
        remove_folder(folder);
        remove_folder(other);
    }
    free(found);
}
END_TEST

/* ---- damage ---------------------------------------------------------- */

/* Any byte that is another than it was is noticed. */
START_TEST(damage)
{
    uint64_t state = 3;
    struct text texts[DOCS];
    struct cd_copies_options options = CD_COPIES_OPTIONS;
    struct found *found = cd_alloc(sizeof(*found));
    char folder[PATH_SIZE];
    struct cd_buf path;
    struct cd_error err;
    FILE *file;
    long size;

    options.unit = CD_UNIT_RECORD;
    make_folder(folder);
    for (size_t i = 0; i < DOCS; i++)
        make_text(texts, i, &state, 600);
    run(&options, folder, texts, 0, DOCS, found);
    path = cd_index_path(folder, 1);
    file = fopen(path.p, "r+b");
    ck_assert_ptr_nonnull(file);
    setvbuf(file, NULL, _IONBF, 0);
    fseek(file, 0, SEEK_END);
    size = ftell(file);
    for (long at = 0; at < size; at += 1 + (long)draw(&state, 97)) {
        struct cd_segment segment;
        int was, seen;

        fseek(file, at, SEEK_SET);
        was = getc(file);
        fseek(file, at, SEEK_SET);
        putc(was ^ (1 << draw(&state, 8)), file);
        seen = cd_segment_open(&segment, path.p, &err);
        if (seen == CD_OK) {
            seen = cd_segment_verify(&segment, &err);
            cd_segment_close(&segment);
        }
        ck_assert_msg(seen == CD_FATAL, "byte %ld of %ld", at, size);
        ck_assert_ptr_nonnull(strstr(err.message, "000001.seg"));
        fseek(file, at, SEEK_SET);
        putc(was, file);
    }
    fclose(file);
    release(found);
    cd_buf_release(&path);
    remove_folder(folder);
    free(found);
}
END_TEST

Suite *
check_index(void)
{
    Suite *suite = suite_create("index");
    TCase *tests = tcase_create("index");

    tcase_set_tags(tests, "threads");
    tcase_add_test(tests, days);
    tcase_add_test(tests, repeated);
    tcase_add_test(tests, collisions);
    tcase_add_test(tests, damage);
    suite_add_tcase(suite, tests);
    return suite;
}
