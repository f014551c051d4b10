/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/shingle.h"

#include <math.h>
#include <stdlib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/ascii.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/radix.h"
#include "base/utf8.h"
#include "nlp/word/script.h"

enum {
    BLOCK = 64,    /* bytes that one word of edge bits speaks for */
    PADDING = 128, /* readable bytes behind the folded text */
    PIECE = 90,    /* code points folded at once, below CD_FOLD_CODES */
};

/* Odd constants with about as many ones as zeros: fractional digits of square
 * roots of primes, as SHA-512 uses them. */
#define MIX_A UINT64_C(0x6a09e667f3bcc909)
#define MIX_B UINT64_C(0xbb67ae8584caa73b)
#define MIX_C UINT64_C(0x3c6ef372fe94f82b)

/* ---- folding --------------------------------------------------------- */

struct folder {
    struct cd_str text;
    size_t at;
    char *out;
    size_t n;
};

/* Marks and spaces that the press uses all the time, and what is invisible
 * (soft hyphens, joiners, directions): they part words and need no folding. */
static bool
is_plain_separator(uint32_t code)
{
    return (code >= 0x200B && code <= 0x202E) || code == 0xA0 || code == 0xAD ||
           code == 0x20AC || code == 0x2060 || code == 0xFEFF ||
           code == CD_UTF8_BAD;
}

static bool
is_word(uint32_t code)
{
    return code < 0x80 ? cd_ascii_is_alnum((char)code)
                       : cd_utf8_is_letter(code) || cd_utf8_is_digit(code);
}

/* A mark without a letter to carry it: what U+00B4, U+00A8 fold to. */
static bool
is_stray_mark(const struct folder *folder, uint32_t code)
{
    return code >= 0x300 && code < 0x370 &&
           (folder->n == 0 || folder->out[folder->n - 1] == ' ');
}

static void
put(struct folder *folder, uint32_t code)
{
    bool alone = cd_script_is_unspaced(code);

    if (is_stray_mark(folder, code))
        return;
    if (!is_word(code) || alone)
        folder->out[folder->n++] = ' ';
    if (!is_word(code))
        return;
    folder->n += cd_utf8_put(folder->out + folder->n, code);
    if (alone)
        folder->out[folder->n++] = ' ';
}

/* From the first byte beyond ASCII to the next byte of it, in pieces. */
static void
fold_run(struct folder *folder, size_t from)
{
    struct cd_str text = folder->text;
    size_t at = folder->at, codes = 0, next = at;
    char folded[CD_FOLD_ROOM];
    struct cd_str piece;

    while (at < text.n && codes < PIECE && (unsigned char)text.p[at] >= 0x80) {
        next = at;
        if (is_plain_separator(cd_utf8_next(text, &next)))
            break;
        at = next;
        codes++;
    }
    piece.p = folded;
    piece.n = cd_fold(cd_str_sub(text, from, at), folded);
    for (size_t i = 0; i < piece.n;)
        put(folder, cd_utf8_next(piece, &i));
    folder->at = at;
}

static void
fold_beyond_ascii(struct folder *folder)
{
    size_t from = folder->at, next = folder->at;
    uint32_t code = cd_utf8_next(folder->text, &next);

    if (is_plain_separator(code)) {
        folder->out[folder->n++] = ' ';
        folder->at = next;
        return;
    }
    /* a letter that the marks behind it may combine with */
    if (from > 0 && folder->n > 0 &&
        cd_ascii_is_alnum(folder->text.p[from - 1])) {
        from--;
        folder->n--;
    }
    fold_run(folder, from);
}

/* A byte folds to at most this many: no code point of 2 bytes decomposes to
 * more than 4 of 2, none of 3 to more than 18 of 3; and the two spaces. */
enum { GROWTH = 20 };

static void
fold_text(struct cd_shingler *shingler, struct cd_str text, struct cd_str *out)
{
    struct folder folder = { .text = text };

    while (folder.at < text.n) {
        size_t need = folder.n + (text.n - folder.at) + PADDING +
                      (size_t)PIECE * 4 * GROWTH;
        size_t plain;

        shingler->text = cd_grow(shingler->text, &shingler->text_room, need, 1);
        folder.out = shingler->text;
        plain = cd_ascii_end(text.p, folder.at, text.n) - folder.at;
        memcpy(folder.out + folder.n, text.p + folder.at, plain);
        folder.n += plain;
        folder.at += plain;
        if (folder.at < text.n)
            fold_beyond_ascii(&folder);
    }
    *out = (struct cd_str){ shingler->text, folder.n };
}

/* ---- words ----------------------------------------------------------- */

/* Lowers 64 bytes at p and says by bits which belong to words: ASCII letters
 * and digits, and all bytes beyond ASCII. */
#ifdef __SSE2__
static uint64_t
classify(char *p, uint64_t *beyond)
{
    uint64_t word = 0;

    *beyond = 0;
    for (int i = 0; i < BLOCK / 16; i++) {
        __m128i *at = (__m128i *)(p + 16 * i);
        __m128i c = _mm_loadu_si128(at);
        __m128i upper =
            _mm_and_si128(_mm_cmpgt_epi8(c, _mm_set1_epi8('A' - 1)),
                          _mm_cmpgt_epi8(_mm_set1_epi8('Z' + 1), c));
        __m128i low =
            _mm_or_si128(c, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
        __m128i letter =
            _mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)),
                          _mm_cmpgt_epi8(_mm_set1_epi8('z' + 1), low));
        __m128i digit =
            _mm_and_si128(_mm_cmpgt_epi8(c, _mm_set1_epi8('0' - 1)),
                          _mm_cmpgt_epi8(_mm_set1_epi8('9' + 1), c));
        uint64_t high = (uint64_t)(unsigned)_mm_movemask_epi8(c);

        _mm_storeu_si128(at, low);
        *beyond |= high << (16 * i);
        word |=
            (high | (unsigned)_mm_movemask_epi8(_mm_or_si128(letter, digit)))
            << (16 * i);
    }
    return word;
}
#else
static uint64_t
classify(char *p, uint64_t *beyond)
{
    uint64_t word = 0;

    *beyond = 0;
    for (int i = 0; i < BLOCK; i++) {
        uint64_t high = (unsigned char)p[i] >> 7;

        *beyond |= high << i;
        word |= (high | cd_ascii_is_alnum(p[i])) << i;
        p[i] = cd_ascii_lower(p[i]);
    }
    return word;
}
#endif

/* Marks the edges of words in shingler->text and lowers it; are there bytes
 * beyond ASCII? */
static bool
find_edges(struct cd_shingler *shingler, size_t n)
{
    size_t blocks = n / BLOCK + 1;
    uint64_t before = 0, beyond, any = 0;

    shingler->edges = cd_grow(shingler->edges, &shingler->edge_room, blocks,
                              sizeof(*shingler->edges));
    memset(shingler->text + n, ' ', PADDING);
    for (size_t i = 0; i < blocks; i++) {
        uint64_t word = classify(shingler->text + i * BLOCK, &beyond);

        shingler->edges[i] = word ^ (word << 1 | before);
        before = word >> 63;
        any |= beyond;
    }
    return any != 0;
}

static uint64_t
load(const char *p)
{
    uint64_t value;

    memcpy(&value, p, sizeof(value));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap64(value);
#endif
    return value;
}

static uint64_t
mix(uint64_t a, uint64_t b)
{
    __extension__ unsigned __int128 product = (unsigned __int128)a * b;

    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Words may be read up to 8 bytes beyond their end: the text is padded. */
static uint64_t
hash_word(const char *p, size_t n)
{
    uint64_t hash = MIX_A ^ n, tail;

    for (; n > 8; n -= 8, p += 8)
        hash = mix(load(p) ^ MIX_B, hash);
    tail = load(p) & UINT64_MAX >> (64 - 8 * n);
    return mix(tail ^ MIX_C, hash);
}

/* The place of the first edge, which is taken out. */
static const char *
next_edge(const char *block, uint64_t *edges)
{
    const char *at = block + __builtin_ctzll(*edges);

    *edges &= *edges - 1;
    return at;
}

static size_t
hash_words(struct cd_shingler *shingler, size_t n)
{
    const char *start = NULL, *end; /* of a word, if one is open */
    uint64_t *words;

    shingler->words = cd_grow(shingler->words, &shingler->word_room, n / 2 + 1,
                              sizeof(*shingler->words));
    words = shingler->words;
    for (size_t i = 0; i < n / BLOCK + 1; i++) {
        const char *block = shingler->text + i * BLOCK;
        uint64_t edges = shingler->edges[i];

        while (edges != 0) {
            if (start == NULL)
                start = next_edge(block, &edges);
            if (edges == 0)
                break;
            end = next_edge(block, &edges);
            *words++ = hash_word(start, (size_t)(end - start));
            start = NULL;
        }
    }
    return (size_t)(words - shingler->words);
}

/* Words of text into shingler->words. */
static size_t
read_words(struct cd_shingler *shingler, struct cd_str text)
{
    struct cd_str folded;

    shingler->text =
        cd_grow(shingler->text, &shingler->text_room, text.n + PADDING, 1);
    if (text.n > 0)
        memcpy(shingler->text, text.p, text.n);
    if (!find_edges(shingler, text.n))
        return hash_words(shingler, text.n);
    fold_text(shingler, text, &folded);
    find_edges(shingler, folded.n);
    return hash_words(shingler, folded.n);
}

/* ---- shingles -------------------------------------------------------- */

static uint64_t
finish(uint64_t hash)
{
    hash ^= hash >> 32;
    hash *= MIX_B;
    return hash ^ hash >> 29;
}

/* The rolling hash: a polynomial of the word hashes in MIX_A. */
static size_t
roll(const uint64_t *words, size_t count, size_t size, uint64_t *out)
{
    uint64_t hash = 0, top = 1;
    size_t first = count < size ? count : size;

    for (size_t i = 0; i < first; i++) {
        hash = hash * MIX_A + words[i];
        top *= MIX_A;
    }
    *out = finish(hash);
    for (size_t i = first; i < count; i++) {
        hash = hash * MIX_A + words[i] - words[i - first] * top;
        out[i - first + 1] = finish(hash);
    }
    return count - first + 1;
}

struct cd_shingles
cd_shingles_make(struct cd_shingler *shingler, struct cd_str text)
{
    size_t words = read_words(shingler, text);
    struct cd_shingles set = { NULL, 0, words };

    if (words == 0)
        return set;
    shingler->hashes = cd_grow(shingler->hashes, &shingler->hash_room, words,
                               sizeof(*shingler->hashes));
    shingler->temp = cd_grow(shingler->temp, &shingler->temp_room, words,
                             sizeof(*shingler->temp));
    set.count = roll(shingler->words, words, shingler->size, shingler->hashes);
    cd_radix_sort_hashes(shingler->hashes, shingler->temp, set.count);
    set.count = cd_radix_unique(shingler->hashes, set.count);
    set.hash = shingler->hashes;
    return set;
}

void
cd_shingler_release(struct cd_shingler *shingler)
{
    free(shingler->text);
    free(shingler->edges);
    free(shingler->words);
    free(shingler->hashes);
    free(shingler->temp);
    *shingler = (struct cd_shingler){ .size = shingler->size };
}

size_t
cd_shingles_shared(const struct cd_shingles *a, const struct cd_shingles *b)
{
    size_t i = 0, j = 0, shared = 0;

    while (i < a->count && j < b->count) {
        uint64_t x = a->hash[i], y = b->hash[j];

        shared += x == y;
        i += x <= y;
        j += y <= x;
    }
    return shared;
}

/* s / (a + b - s) >= t  <=>  s >= t (a + b) / (1 + t).  The threshold is taken
 * in millionths, so that .8 is four fifths and not the double beside it. */
size_t
cd_shingles_needed(size_t a, size_t b, double threshold)
{
    uint64_t t = (uint64_t)llround(threshold * 1e6);
    uint64_t whole = 1000000 + t;

    return (size_t)(((uint64_t)(a + b) * t + whole - 1) / whole);
}
