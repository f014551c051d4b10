/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The comparison of two texts: the input up to its first blank line, and the
 * rest.  The judgement must be the same from both sides, its spans inside.
 */
#include <assert.h>

#include "fuzz/fuzz.h"
#include "nlp/copy/compare.h"

static void
check_spans(const struct cd_judgement *judged, struct cd_str a, struct cd_str b)
{
    for (size_t i = 0; i < judged->span_count; i++) {
        assert(judged->spans[i].a.end <= a.n);
        assert(judged->spans[i].b.end <= b.n);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct cd_str all = { (const char *)data, size }, a = all, b = { "", 0 };
    size_t cut = cd_str_find(all, CD_STR("\n\n"), 0);
    struct cd_judgement there, back;
    struct cd_words a_words, b_words;
    struct cd_arena arena = { 0 };

    if (cut != SIZE_MAX) {
        a = cd_str_sub(all, 0, cut);
        b = cd_str_sub(all, cut, size);
    }
    cd_words_make(&a_words, &arena, a);
    cd_words_make(&b_words, &arena, b);
    cd_compare(&there, &arena, &a_words, &b_words, CD_COMPARE_ALL);
    cd_compare(&back, &arena, &b_words, &a_words, CD_COMPARE_KIND);
    check_spans(&there, a, b);
    assert(there.kind == back.kind && there.copy == back.copy);
    cd_arena_release(&arena);
    return 0;
}
