/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/features.h"

#include <math.h>

#include "nlp/copy/cues.h"
#include "nlp/copy/idf.h"
#include "nlp/copy/meaning.h"
#include "nlp/copy/skips.h"
#include "nlp/copy/slots.h"
#include "nlp/copy/stock.h"

const char *const cd_feature_names[] = {
#define X(name) #name,
    CD_FEATURES(X)
#undef X
};

enum {
    RARE = 7 * CD_IDF_ONE,
    TILE_WORDS = 4,
    SENTENCE_WORDS = 6, /* shorter ones may be equal by chance */
};

static const double SENTENCE_COVER = 0.85;

static double
ratio(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

static double
log_count(size_t n)
{
    return log1p((double)n);
}

static double
weight_of(const struct cd_words *words, uint32_t first, uint32_t end)
{
    uint64_t sum = 0;

    for (uint32_t i = first; i < end; i++)
        sum += words->words[i].weight;
    return (double)sum / CD_IDF_ONE;
}

/* Stems that both have: each counted as often as the text that has it less. */
struct shared {
    double weight;
    size_t common; /* function words */
    size_t stems, rare;
    size_t a_stems, b_stems;
};

static uint32_t
occurrences(const struct cd_words *words, uint32_t from)
{
    uint32_t n = 1;
    uint32_t stem = words->words[words->order[from]].stem;

    while (from + n < words->count &&
           words->words[words->order[from + n]].stem == stem)
        n++;
    return n;
}

static void
count_shared(struct shared *shared, const struct cd_words *a,
             const struct cd_words *b)
{
    uint32_t i = 0, j = 0;

    while (i < a->count && j < b->count) {
        const struct cd_word *x = &a->words[a->order[i]];
        const struct cd_word *y = &b->words[b->order[j]];
        uint32_t n = x->stem <= y->stem ? occurrences(a, i) : 0;
        uint32_t m = y->stem <= x->stem ? occurrences(b, j) : 0;

        i += n;
        j += m;
        shared->a_stems += n > 0;
        shared->b_stems += m > 0;
        if (n == 0 || m == 0)
            continue;
        shared->stems++;
        shared->rare += x->weight > RARE;
        if (x->weight < CD_IDF_COMMON)
            shared->common += n < m ? n : m;
        shared->weight += (double)x->weight * (n < m ? n : m) / CD_IDF_ONE;
    }
    for (; i < a->count; i += occurrences(a, i))
        shared->a_stems++;
    for (; j < b->count; j += occurrences(b, j))
        shared->b_stems++;
}

/* Runs of n words: those in tiles, of those in the texts. */
static void
set_grams(double *jaccard, double *containment,
          const struct cd_alignment *found, uint32_t n,
          const struct cd_words *a, const struct cd_words *b)
{
    double shared = 0;
    double of_a = a->count >= n ? a->count - n + 1 : 0;
    double of_b = b->count >= n ? b->count - n + 1 : 0;

    for (uint32_t i = 0; i < found->tile_count; i++) {
        if (found->tiles[i].n >= n)
            shared += found->tiles[i].n - n + 1;
    }
    *jaccard = ratio(shared, of_a + of_b - shared);
    *containment = ratio(shared, of_a);
}

struct sentence {
    uint32_t first, end;
};

static struct sentence
sentence_at(const struct cd_words *words, uint32_t first)
{
    struct sentence sentence = { first, first + 1 };

    while (sentence.end < words->count &&
           (words->words[sentence.end].flags & CD_WORD_FIRST) == 0)
        sentence.end++;
    return sentence;
}

/* Sentences of a that are covered by tiles, all but a few words. */
static void
set_sentences(double *f, struct cd_arena *arena,
              const struct cd_alignment *found, const struct cd_words *a)
{
    bool *in_tile = cd_arena_new_array(arena, bool, a->count);
    uint32_t words = 0, longest = 0;

    for (uint32_t i = 0; i < found->tile_count; i++) {
        const struct cd_run *tile = &found->tiles[i];

        memset(in_tile + tile->a, 1, tile->n);
    }
    for (uint32_t i = 0; i < a->count;) {
        struct sentence sentence = sentence_at(a, i);
        uint32_t n = sentence.end - i, covered = 0;

        for (; i < sentence.end; i++)
            covered += in_tile[i];
        if (n < SENTENCE_WORDS || covered < n * SENTENCE_COVER)
            continue;
        words += n;
        longest = n > longest ? n : longest;
    }
    f[CD_FEATURE_SENTENCES] = ratio(words, a->count);
    f[CD_FEATURE_SENTENCE_LOG] = log_count(longest);
}

static void
set_tiles(double *f, const struct cd_alignment *found, const struct cd_words *a,
          const struct cd_words *b)
{
    uint32_t covered = 0, longest = 0;
    double heaviest = 0;

    for (uint32_t i = 0; i < found->tile_count; i++) {
        uint32_t n = found->tiles[i].n;
        double weight = found->tiles[i].weight;

        heaviest = weight > heaviest ? weight : heaviest;
        covered += n >= TILE_WORDS ? n : 0;
        longest = n > longest ? n : longest;
    }
    set_grams(&f[CD_FEATURE_JACCARD2], &f[CD_FEATURE_CONTAINMENT2], found, 2, a,
              b);
    set_grams(&f[CD_FEATURE_JACCARD3], &f[CD_FEATURE_CONTAINMENT3], found, 3, a,
              b);
    set_grams(&f[CD_FEATURE_JACCARD5], &f[CD_FEATURE_CONTAINMENT5], found, 5, a,
              b);
    f[CD_FEATURE_TILES] = ratio(covered, a->count);
    f[CD_FEATURE_LONGEST] = ratio(longest, a->count);
    f[CD_FEATURE_LONGEST_LOG] = log_count(longest);
    f[CD_FEATURE_LONGEST_W] = log1p(heaviest);
}

static void
set_region(double *f, const struct cd_alignment *found,
           const struct cd_words *a, const struct cd_words *b, double a_weight,
           double b_weight)
{
    const struct cd_chain *region = &found->region;
    const struct cd_run *first = region->runs;
    const struct cd_run *last;
    double in_a, in_b;

    if (region->count == 0)
        return;
    last = first + region->count - 1;
    in_a = weight_of(a, first->a, last->a + last->n);
    in_b = weight_of(b, first->b, last->b + last->n);
    f[CD_FEATURE_REGION_SHORT] = ratio(in_a, a_weight);
    f[CD_FEATURE_REGION_LONG] = ratio(in_b, b_weight);
    f[CD_FEATURE_REGION_DENSITY] =
        ratio(region->weight, in_a > in_b ? in_a : in_b);
    f[CD_FEATURE_REGION_SCORE] = log1p(region->score);
    f[CD_FEATURE_REGION_LOG] = log_count(region->words);
}

static void
set_slots(double *f, struct cd_arena *arena, const struct cd_alignment *found,
          const struct cd_words *a, const struct cd_words *b)
{
    struct cd_slots slots;

    cd_slots_count(&slots, arena, &found->region, a, b);
    f[CD_FEATURE_SWAPPED_FIGURES] = log_count(slots.figures);
    f[CD_FEATURE_SWAPPED_DATES] = log_count(slots.dates);
    f[CD_FEATURE_STEADY] =
        log1p((double)found->region.words /
              (double)(1 + slots.figures + slots.dates + slots.names));
    f[CD_FEATURE_SLOTS] = log1p(slots.slots);
    f[CD_FEATURE_SLOT] = slots.slot / 10;
    f[CD_FEATURE_FIGURES_ADDED_LOG] = log_count(slots.figures_added);
    f[CD_FEATURE_LONG_FIGURES_LACKED] = log_count(slots.long_figures_lacked);
    f[CD_FEATURE_LONG_NAMES_LACKED] = log_count(slots.long_names_lacked);
    f[CD_FEATURE_NAMES_ADDED_LOG] = log_count(slots.names_added);
    f[CD_FEATURE_SWAPPED_NAMES] = log_count(slots.names);
    f[CD_FEATURE_SWAPPED_WORDS] = log_count(slots.words);
    f[CD_FEATURE_SWAPPED_W] = ratio(slots.swapped, slots.weight);
    f[CD_FEATURE_ADDED_W] = ratio(slots.added, slots.weight);
    f[CD_FEATURE_FIGURES_SHARED] = log_count(slots.figures_shared);
    f[CD_FEATURE_FIGURES_LACKED] = ratio(
        slots.figures_lacked, slots.figures_shared + slots.figures_lacked);
    f[CD_FEATURE_FIGURES_LACKED_LOG] = log_count(slots.figures_lacked);
    f[CD_FEATURE_DATES_LACKED_LOG] = log_count(slots.dates_lacked);
    f[CD_FEATURE_NAMES_SHARED] = log_count(slots.names_shared);
    f[CD_FEATURE_NAMES_LACKED] =
        ratio(slots.names_lacked, slots.names_shared + slots.names_lacked);
    f[CD_FEATURE_NAMES_LACKED_LOG] = log_count(slots.names_lacked);
    f[CD_FEATURE_REST_SHORT] = ratio(slots.rest, weight_of(a, 0, a->count));
}

static void
set_stock(double *f, struct cd_arena *arena, const struct cd_words *a,
          const struct cd_words *b)
{
    struct cd_stock stock;

    cd_stock_count(&stock, arena, a, b);
    f[CD_FEATURE_PROVING_PAIRS] = log_count(stock.shared - stock.stock);
    f[CD_FEATURE_STOCK_PAIRS] = ratio(stock.stock, stock.shared + 1);
}

static double
positive(double x)
{
    return x > 0 ? x : 0;
}

static size_t
common_words(const struct cd_words *words)
{
    size_t n = 0;

    for (uint32_t i = 0; i < words->count; i++)
        n += words->words[i].weight < CD_IDF_COMMON;
    return n;
}

/* Does b have a word of the same form as the one at a's order i? j is a place
 * in b's order before its stem. */
static bool
has_form(const struct cd_word *word, const struct cd_words *b, uint32_t j)
{
    enum { NEAR = 12 }; /* occurrences of the stem that are looked at */

    for (uint32_t k = j; k < b->count && k < j + NEAR; k++) {
        if (b->words[b->order[k]].stem != word->stem)
            return false;
        if (b->words[b->order[k]].hash == word->hash)
            return true;
    }
    return false;
}

static double
exact_share(const struct cd_words *a, const struct cd_words *b)
{
    uint32_t j = 0, n = 0;

    for (uint32_t i = 0; i < a->count; i++) {
        const struct cd_word *word = &a->words[a->order[i]];

        while (j < b->count && b->words[b->order[j]].stem < word->stem)
            j++;
        n += has_form(word, b, j);
    }
    return ratio(n, a->count);
}

void
cd_features(double *f, struct cd_arena *arena, const struct cd_alignment *found,
            const struct cd_words *a, const struct cd_words *b)
{
    double a_weight = weight_of(a, 0, a->count);
    double b_weight = weight_of(b, 0, b->count);
    double least = a_weight < b_weight ? a_weight : b_weight;
    double most = a_weight < b_weight ? b_weight : a_weight;
    double lcs = cd_align_lcs(found, arena, a, b);
    struct shared shared = { 0 };
    double meant;

    for (int i = 0; i < CD_FEATURE_COUNT; i++)
        f[i] = 0;
    f[CD_FEATURE_ONE] = 1;
    count_shared(&shared, a, b);
    meant = shared.weight + cd_meaning_shared(arena, a, b);
    f[CD_FEATURE_DICE] = ratio(2 * shared.weight, a_weight + b_weight);
    f[CD_FEATURE_CONTAINMENT] = ratio(shared.weight, least);
    f[CD_FEATURE_LONG_CONTAINMENT] = ratio(shared.weight, most);
    f[CD_FEATURE_LACKED_SHORT] = log1p(positive(least - meant));
    f[CD_FEATURE_LACKED_LONG] = log1p(positive(most - meant));
    f[CD_FEATURE_COMMON] = ratio(shared.common, common_words(a));
    f[CD_FEATURE_SKIPS] = cd_skips_shared(arena, a, b);
    f[CD_FEATURE_SKIPS_LONG] = cd_skips_shared(arena, b, a);
    f[CD_FEATURE_EXACT] = exact_share(a, b);
    f[CD_FEATURE_JACCARD1] =
        ratio(shared.stems, shared.a_stems + shared.b_stems - shared.stems);
    f[CD_FEATURE_LCS_SHORT] = ratio(lcs, a->count);
    f[CD_FEATURE_LCS_LONG] = ratio(lcs, b->count);
    f[CD_FEATURE_CHAIN_SHORT] = ratio(found->chain.weight, least);
    f[CD_FEATURE_CHAIN_ORDER] = ratio(found->chain.weight, shared.weight);
    f[CD_FEATURE_RARE_SHARED] = log_count(shared.rare);
    f[CD_FEATURE_LENGTH_RATIO] = ratio(a->count, b->count);
    f[CD_FEATURE_LENGTH_LOG] = log_count(a->count);
    f[CD_FEATURE_HEADS] = cd_cues_heads(a, b) / 10;
    f[CD_FEATURE_QUOTES] = cd_cues_quotes(a, b);
    f[CD_FEATURE_MEANT_DICE] = ratio(2 * meant, a_weight + b_weight);
    f[CD_FEATURE_MEANT_CONTAINMENT] = ratio(meant, least);
    set_tiles(f, found, a, b);
    set_sentences(f, arena, found, a);
    set_region(f, found, a, b, a_weight, b_weight);
    set_slots(f, arena, found, a, b);
    set_stock(f, arena, a, b);
}
