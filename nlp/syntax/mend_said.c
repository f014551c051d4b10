/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands between a verb of saying and the clause that is said.
 */
#include "nlp/syntax/mend_part.h"
#include "nlp/word/word.h"

/* Tokens of "on Wednesday" at token i, or 0. */
static size_t
on_day(const struct cd_token *tokens, size_t n, size_t i)
{
    return i + 1 < n && cd_token_is(&tokens[i], "on") &&
                   (tokens[i + 1].flags & CD_TOKEN_CAPITAL) != 0 &&
                   cd_word_is(tokens[i + 1].fold, CD_WORD_DAY)
               ? 2
               : 0;
}

/* Tokens of "in a statement" at token i, or 0. */
static size_t
in_words(const struct cd_token *tokens, size_t n, size_t i)
{
    static const char *const words[] = { "statement", "report",    "note",
                                         "filing",    "interview", "letter",
                                         "email",     "e-mail",    "release" };

    return i + 2 < n && cd_token_is(&tokens[i], "in") &&
                   (cd_token_is(&tokens[i + 1], "a") ||
                    cd_token_is(&tokens[i + 1], "an")) &&
                   cd_str_among(tokens[i + 2].fold, words, CD_COUNT(words))
               ? 3
               : 0;
}

size_t
cd_mend_said_aside(const struct cd_token *tokens, const uint8_t *tags, size_t n,
                   size_t i)
{
    size_t end = i;

    if (i == 0 ||
        !(cd_token_is(&tokens[i], "on") || cd_token_is(&tokens[i], "in")) ||
        !cd_word_is(tokens[i - 1].fold, CD_WORD_REPORT) ||
        !cd_mend_is_finite(tokens, tags, i - 1))
        return 0;
    end += in_words(tokens, n, end);
    end += on_day(tokens, n, end);
    return end - i;
}
