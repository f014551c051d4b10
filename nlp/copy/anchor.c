/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/anchor.h"

#include <xxhash.h>

#include "base/radix.h"
#include "nlp/copy/idf.h"
#include "nlp/copy/shingle.h"

static uint64_t
mix(uint64_t a, uint64_t b)
{
    uint64_t hash = (a ^ b >> 32) * UINT64_C(0x9e3779b97f4a7c15);

    hash = (hash ^ hash >> 29 ^ b) * UINT64_C(0xbf58476d1ce4e5b9);
    return hash ^ hash >> 32;
}

/* Is stem rarer than the last of rarest[0..n)?  Equal weights go by hash, so
 * that the choice is the same in both texts. */
static bool
is_rarer(const struct cd_word *a, const struct cd_word *b)
{
    return a->weight != b->weight ? a->weight > b->weight : a->stem < b->stem;
}

/* Keeps rarest in order; a stem that is there already is left out. */
static size_t
insert(const struct cd_word **rarest, size_t n, const struct cd_word *word)
{
    size_t at = n;

    for (size_t i = 0; i < n; i++) {
        if (rarest[i]->stem == word->stem)
            return n;
    }
    while (at > 0 && is_rarer(word, rarest[at - 1]))
        at--;
    if (at == CD_ANCHOR_STEMS)
        return n;
    if (n == CD_ANCHOR_STEMS)
        n--;
    memmove(rarest + at + 1, rarest + at, (n - at) * sizeof(*rarest));
    rarest[at] = word;
    return n + 1;
}

static size_t
add_stem_pairs(uint64_t *keys, const struct cd_words *words)
{
    const struct cd_word *rarest[CD_ANCHOR_STEMS + 1];
    size_t n = 0, count = 0;

    for (size_t i = 0; i < words->count; i++) {
        if (words->words[i].weight >= CD_IDF_COMMON)
            n = insert(rarest, n, &words->words[i]);
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t j = i + 1; j < n; j++) {
            uint64_t a = rarest[i]->stem, b = rarest[j]->stem;

            keys[count++] = a < b ? mix(a, b) : mix(b, a);
        }
    }
    return count;
}

static uint64_t
shingle_at(const struct cd_words *words, size_t at)
{
    uint64_t hash = 0;

    for (size_t i = 0; i < CD_ANCHOR_SHINGLE; i++)
        hash = mix(words->words[at + i].hash, hash);
    return hash;
}

/* Keys, the least CD_ANCHOR_SHINGLES of those that a long text has. */
struct least {
    uint64_t *keys;
    size_t n, greatest; /* where it stands */
};

static void
add_key(struct least *least, uint64_t key)
{
    if (least->n == CD_ANCHOR_SHINGLES && key >= least->keys[least->greatest])
        return;
    for (size_t i = 0; i < least->n; i++) {
        if (least->keys[i] == key)
            return;
    }
    if (least->n < CD_ANCHOR_SHINGLES) {
        least->keys[least->n] = key;
        if (key > least->keys[least->greatest])
            least->greatest = least->n;
        least->n++;
        return;
    }
    least->keys[least->greatest] = key;
    for (size_t i = 0; i < least->n; i++) {
        if (least->keys[i] > least->keys[least->greatest])
            least->greatest = i;
    }
}

static size_t
add_shingles(uint64_t *keys, const struct cd_words *words)
{
    uint64_t window[CD_ANCHOR_WINDOW], last = 0;
    struct least least = { .keys = keys };
    size_t n;

    if (words->count < CD_ANCHOR_SHINGLE)
        return 0;
    n = words->count - CD_ANCHOR_SHINGLE + 1;
    for (size_t i = 0; i < n; i++) {
        uint64_t key = UINT64_MAX;

        window[i % CD_ANCHOR_WINDOW] = shingle_at(words, i);
        if (i + 1 < CD_ANCHOR_WINDOW && i + 1 < n)
            continue;
        for (size_t j = 0; j < CD_ANCHOR_WINDOW && j <= i; j++)
            key = window[j] < key ? window[j] : key;
        if (least.n == 0 || key != last)
            add_key(&least, key);
        last = key;
    }
    return least.n;
}

size_t
cd_anchors_make(uint64_t *keys, const struct cd_words *words)
{
    size_t n = add_stem_pairs(keys, words);
    uint64_t temp[CD_ANCHORS_MAX];

    n += add_shingles(keys + n, words);
    cd_radix_sort(keys, temp, n);
    return cd_radix_unique(keys, n);
}

size_t
cd_anchors_stems(uint64_t *stems, const struct cd_words *words)
{
    size_t n = 0;

    for (size_t i = 0; i < words->count; i++) {
        const struct cd_word *word = &words->words[words->order[i]];

        if (n > 0 && stems[n - 1] >> 32 == word->stem)
            continue;
        stems[n++] = (uint64_t)word->stem << 32 | word->weight;
    }
    return n;
}

/* A text in which stems, numbers, scripts and marks do what they do. */
static const char probe[] =
    "The Central Bank's governors were raising U.S. rates by 1,250.75 points, "
    "agencies said; \"relational hopefulness\" na\xc3\xafve caf\xc3\xa9s "
    "adjusted 8.8 mln \xe5\xa4\xa9\xe5\xae\x89\xe9\x97\xa8 on 24 November "
    "2026 \xe2\x80\x94 \xef\xac\x81nal soft\xc2\xadhyphens traditionally "
    "controlling electricity companies' generalizations 3.500 1.234,5 1'200";

uint64_t
cd_anchors_version(void)
{
    struct cd_arena arena = { 0 };
    struct cd_words words;
    struct cd_shingler shingler = { .size = 3 };
    struct cd_shingles set;
    uint64_t keys[CD_ANCHORS_MAX], hash = cd_idf_hash();
    const uint64_t limit = CD_ANCHOR_SHINGLES;
    size_t n;

    cd_words_make(&words, &arena, CD_STR(probe));
    n = cd_anchors_make(keys, &words);
    hash = XXH3_64bits_withSeed(keys, n * sizeof(*keys), hash);
    set = cd_shingles_make(&shingler, CD_STR(probe));
    hash = XXH3_64bits_withSeed(set.hash, set.count * sizeof(*set.hash), hash);
    hash = XXH3_64bits_withSeed(&limit, sizeof(limit), hash);
    cd_shingler_release(&shingler);
    cd_arena_release(&arena);
    return hash;
}

static uint64_t
weigh(const uint64_t *stems, size_t n)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += stems[i] & UINT32_MAX;
    return sum;
}

double
cd_anchors_share(const uint64_t *a, size_t a_count, const uint64_t *b,
                 size_t b_count)
{
    uint64_t x = weigh(a, a_count), y = weigh(b, b_count), shared = 0;
    size_t i = 0, j = 0;

    while (i < a_count && j < b_count) {
        uint64_t left = a[i] >> 32, right = b[j] >> 32;

        if (left == right)
            shared += a[i] & UINT32_MAX;
        i += left <= right;
        j += right <= left;
    }
    x = x < y ? x : y;
    return x > 0 ? (double)shared / (double)x : 0;
}
