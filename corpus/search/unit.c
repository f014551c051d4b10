/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/unit.h"

#include <stdlib.h>
#include <xxhash.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "corpus/search/judged.h"
#include "nlp/copy/anchor.h"
#include "nlp/copy/shingle.h"
#include "nlp/copy/words.h"

/* Words without which a judgement has nothing to go by. */
enum { JUDGE_WORDS = 12 };

/*
 * Bytes of memory that a pair of texts takes for each word of one of them, at
 * most.  What would take more than there is (options->memory) is refused;
 * texts up to SMALL never are.
 */
static const size_t word_bytes[] = {
    [CD_MEASURE_JUDGE] = 192,
    [CD_MEASURE_JACCARD] = 112,
};
enum { SMALL = 1 << 20 };

struct cd_unit_scratch {
    struct cd_shingler shingler;
    struct cd_buf packed;
    struct cd_arena arena; /* of one comparison */
};

struct cd_unit_scratch *
cd_units_scratch(const struct cd_copies_options *options)
{
    struct cd_unit_scratch *scratch = cd_alloc(sizeof(*scratch));

    scratch->shingler.size = options->shingle;
    return scratch;
}

void
cd_units_scratch_free(struct cd_unit_scratch *scratch)
{
    if (scratch == NULL)
        return;
    cd_shingler_release(&scratch->shingler);
    cd_buf_release(&scratch->packed);
    cd_arena_release(&scratch->arena);
    free(scratch);
}

/* ---- what is a unit -------------------------------------------------- */

static bool
is_compared(const struct cd_block *block)
{
    return block->keep && block->kind != CD_BLOCK_HEADING &&
           block->kind != CD_BLOCK_CODE;
}

static void
add_blocks(struct cd_units *units, struct cd_doc *doc)
{
    units->units =
        cd_arena_new_array(&doc->arena, struct cd_unit, doc->block_count);
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];

        struct cd_str text =
            cd_str_sub(doc->text, block->span.start, block->span.end);

        if (is_compared(block))
            units->units[units->count++] = (struct cd_unit){
                .text = text,
                .span = block->span,
                .block = i,
            };
        else if (block->keep)
            units->words += cd_words_count(text);
    }
}

static void
add_whole(struct cd_units *units, struct cd_doc *doc)
{
    units->units = cd_arena_new(&doc->arena, struct cd_unit);
    units->units[units->count++] = (struct cd_unit){
        .text = doc->text,
        .span = { 0, doc->text.n },
        .block = SIZE_MAX,
    };
}

/* ---- what is too long ------------------------------------------------ */

/* The words of a text, or a few more: of what looks like a script without
 * spaces, each character. */
static size_t
most_words(struct cd_str text)
{
    size_t words = 0;
    bool inside = false;

    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        bool in_word = c >= 0x80 || cd_ascii_is_alnum(text.p[i]);

        words += (in_word && !inside) || c >= 0xE0;
        inside = in_word;
    }
    return words;
}

static enum cd_status
check_length(const struct cd_copies_options *options,
             const struct cd_units *units, struct cd_error *err)
{
    size_t most = options->memory / word_bytes[options->measure];

    for (size_t i = 0; i < units->count; i++) {
        struct cd_str text = units->units[i].text;

        if (text.n > SMALL && most_words(text) > most)
            return cd_fail(err, CD_SKIP,
                           "a text of %zu bytes is too long to compare: a "
                           "pair of more than %zu words each does not fit "
                           "into %zu bytes (--memory)",
                           text.n, most, options->memory);
    }
    return CD_OK;
}

/* ---- keys ------------------------------------------------------------ */

static size_t
min_words(const struct cd_copies_options *options)
{
    if (options->min_words > 0)
        return options->min_words;
    return options->measure == CD_MEASURE_JUDGE ? JUDGE_WORDS : 1;
}

static uint64_t *
new_keys(struct cd_unit *unit, struct cd_arena *arena, const uint64_t *keys,
         size_t count, size_t room)
{
    uint64_t *all = cd_arena_new_array(arena, uint64_t, count + room);

    memcpy(all, keys, count * sizeof(*keys));
    unit->keys = all;
    unit->count = count;
    return all;
}

static void
make_shingles(struct cd_unit *unit, struct cd_unit_scratch *scratch,
              struct cd_arena *arena)
{
    struct cd_shingles set = cd_shingles_make(&scratch->shingler, unit->text);

    unit->words = set.words;
    if (set.words == 0)
        return;
    new_keys(unit, arena, set.hash, set.count, 0);
    unit->content = XXH3_64bits(set.hash, set.count * sizeof(*set.hash));
}

static void
make_anchors(struct cd_unit *unit, const struct cd_words *words,
             struct cd_arena *arena)
{
    uint64_t keys[CD_ANCHORS_MAX];
    size_t count;
    uint64_t *all;

    count = cd_anchors_make(keys, words);
    all = new_keys(unit, arena, keys, count, words->count);
    unit->stems = cd_anchors_stems(all + count, words);
    unit->content = XXH3_64bits(unit->text.p, unit->text.n);
    unit->words = words->count;
}

/* ---- pairs inside the document --------------------------------------- */

static void
add_pair(struct cd_units *units, struct cd_doc *doc, struct cd_buf *packed,
         size_t a, size_t b, const struct cd_judgement *judged)
{
    cd_buf_reset(packed);
    cd_judged_pack(packed, judged, units->units[a].text, units->units[b].text);
    units->pairs[units->pair_count++] =
        (struct cd_unit_pair){ a, b,
                               cd_arena_copy(&doc->arena, cd_buf_str(packed)) };
}

static void
compare_all(struct cd_units *units, struct cd_unit_scratch *scratch,
            struct cd_doc *doc, const struct cd_words *words)
{
    size_t n = units->count;

    units->pairs =
        cd_arena_new_array(&doc->arena, struct cd_unit_pair, n * (n - 1) / 2);
    for (size_t a = 0; a < n; a++) {
        for (size_t b = a + 1; b < n; b++) {
            struct cd_judgement judged;

            cd_arena_reset(&scratch->arena);
            cd_compare(&judged, &scratch->arena, &words[a], &words[b],
                       CD_COMPARE_ALL);
            if (judged.copy || judged.kind == CD_COPY_TEMPLATE)
                add_pair(units, doc, &scratch->packed, a, b, &judged);
        }
    }
}

/* ---- all of it ------------------------------------------------------- */

/* Units that are compared with each other here and now. */
static bool
are_few(const struct cd_units *units)
{
    return units->count > 1 && units->count <= CD_UNITS_ALL_PAIRS;
}

/* Keys for each unit; those too short are taken out.  The words of a document
 * with many units are not kept. */
static void
make_keys(const struct cd_copies_options *options, struct cd_units *units,
          struct cd_unit_scratch *scratch, struct cd_doc *doc,
          struct cd_words *words)
{
    size_t n = 0, least = min_words(options);
    struct cd_arena *arena = are_few(units) ? &doc->arena : &scratch->arena;

    for (size_t i = 0; i < units->count; i++) {
        struct cd_unit *unit = &units->units[i];

        cd_arena_reset(&scratch->arena);
        if (words != NULL) {
            cd_words_make(&words[n], arena, unit->text);
            make_anchors(unit, &words[n], &doc->arena);
        } else {
            make_shingles(unit, scratch, &doc->arena);
        }
        units->words += unit->words;
        if (unit->words >= least)
            units->units[n++] = *unit;
    }
    units->shorter = units->count - n;
    units->count = n;
    if (words != NULL && arena == &scratch->arena && are_few(units)) {
        for (size_t i = 0; i < n; i++)
            cd_words_make(&words[i], &doc->arena, units->units[i].text);
    }
}

enum cd_status
cd_units_make(const struct cd_copies_options *options,
              struct cd_unit_scratch *scratch, struct cd_doc *doc,
              struct cd_error *err)
{
    struct cd_units *units = cd_arena_new(&doc->arena, struct cd_units);
    struct cd_words *words = NULL;

    doc->units = units;
    if (doc->text.n >= CD_WORDS_TEXT_MAX)
        return cd_fail(err, CD_SKIP, "text of %zu bytes is too long to compare",
                       doc->text.n);
    if (options->unit == CD_UNIT_PARAGRAPH)
        add_blocks(units, doc);
    else
        add_whole(units, doc);
    if (check_length(options, units, err) != CD_OK)
        return CD_SKIP;
    if (options->measure == CD_MEASURE_JUDGE)
        words = cd_arena_new_array(&doc->arena, struct cd_words, units->count);
    make_keys(options, units, scratch, doc, words);
    if (words != NULL && are_few(units))
        compare_all(units, scratch, doc, words);
    return CD_OK;
}
