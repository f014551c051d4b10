/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/meta_words.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum { LETTERS_MAX = 512 };

/* FNV-1a, 64 bits. */
#define HASH_START 14695981039346656037u
#define HASH_STEP 1099511628211u

static void
add(struct cd_word_set *set, uint64_t hash)
{
    for (size_t i = 0; i < set->count; i++) {
        if (set->hashes[i] == hash)
            return;
    }
    if (set->count < CD_WORD_SET_MAX)
        set->hashes[set->count++] = hash;
}

void
cd_word_set_of(struct cd_word_set *set, struct cd_str text)
{
    uint64_t hash = HASH_START;
    bool inside = false;

    set->count = 0;
    for (size_t at = 0; at < text.n && set->count < CD_WORD_SET_MAX;) {
        uint32_t code = cd_utf8_next(text, &at);
        bool word = cd_utf8_is_letter(code) || cd_utf8_is_digit(code);

        if (word)
            hash = (hash ^ cd_utf8_lower(code)) * HASH_STEP;
        else if (inside)
            add(set, hash);
        if (!word)
            hash = HASH_START;
        inside = word;
    }
    if (inside)
        add(set, hash);
}

size_t
cd_word_set_shared(const struct cd_word_set *a, const struct cd_word_set *b)
{
    size_t shared = 0;

    for (size_t i = 0; i < a->count; i++) {
        for (size_t j = 0; j < b->count; j++)
            shared += a->hashes[i] == b->hashes[j];
    }
    return shared;
}

double
cd_word_set_dice(const struct cd_word_set *a, const struct cd_word_set *b)
{
    if (a->count == 0 || b->count == 0)
        return 0;
    return 2.0 * (double)cd_word_set_shared(a, b) /
           (double)(a->count + b->count);
}

size_t
cd_squeeze(struct cd_str text, char *out, size_t n)
{
    size_t used = 0;

    for (size_t at = 0; at < text.n && used + 4 <= n;) {
        uint32_t code = cd_utf8_next(text, &at);

        if (cd_utf8_is_letter(code) || cd_utf8_is_digit(code))
            used += cd_utf8_put(out + used, cd_utf8_lower(code));
    }
    return used;
}

bool
cd_same_letters(struct cd_str a, struct cd_str b)
{
    char x[LETTERS_MAX], y[LETTERS_MAX];
    size_t n = cd_squeeze(a, x, sizeof(x)), m = cd_squeeze(b, y, sizeof(y));

    return n > 0 && n == m && memcmp(x, y, n) == 0;
}

struct cd_str
cd_lower(struct cd_arena *arena, struct cd_str text)
{
    char *p = cd_arena_bytes(arena, text.n);

    for (size_t i = 0; i < text.n; i++)
        p[i] = cd_ascii_lower(text.p[i]);
    return (struct cd_str){ p, text.n };
}
