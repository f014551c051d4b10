/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/credits.h"

#include "nlp/copy/figures.h"

enum { CREDIT_WORDS = 24 }; /* from "Reporting by" to the last of the names */

static bool
is_additional(const struct cd_words *words, uint32_t i)
{
    return cd_str_eq_nocase(cd_words_text(words, i), CD_STR("additional"));
}

/* "(Reporting by", "; editing by", and where a sentence begins. */
static bool
is_open(const struct cd_words *words, uint32_t i)
{
    char before = ' ';

    for (size_t at = words->words[i].start; at > 0 && before == ' '; at--)
        before = words->text.p[at - 1];
    return (words->words[i].flags & CD_WORD_FIRST) != 0 || before == '(' ||
           before == ';';
}

static bool
is_credit(const struct cd_words *words, uint32_t i)
{
    double value;

    return i + 1 < words->count &&
           cd_figure_word(cd_words_text(words, i), &value) ==
               CD_FIGURE_CREDIT &&
           cd_str_eq_nocase(cd_words_text(words, i + 1), CD_STR("by"));
}

/* Up to the bracket that shuts it, or so many words. */
static uint32_t
end_of(const struct cd_words *words, uint32_t i)
{
    uint32_t end = i + 1;

    while (end < words->count && end < i + CREDIT_WORDS) {
        size_t from = words->words[end - 1].end;
        size_t gap = words->words[end].start - from;

        if (cd_str_find(cd_str_sub(words->text, from, from + gap), CD_STR(")"),
                        0) != SIZE_MAX)
            break;
        end++;
    }
    return end;
}

bool *
cd_credits_find(struct cd_arena *arena, const struct cd_words *words)
{
    bool *marks = NULL;

    for (uint32_t i = 0; i < words->count; i++) {
        uint32_t by = is_additional(words, i) ? i + 1 : i;

        if (!is_credit(words, by) || !is_open(words, i))
            continue;
        if (marks == NULL)
            marks = cd_arena_new_array(arena, bool, words->count);
        memset(marks + i, true, end_of(words, i) - i);
    }
    return marks;
}
