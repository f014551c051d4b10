/* SPDX-License-Identifier: Apache-2.0 */
#include "base/ascii.h"
#include "nlp/syntax/mend_part.h"
#include "nlp/word/word.h"

enum { HELPED = 8 }; /* tokens from "helped" to what it helped to do */

static bool
is_apostrophe(const struct cd_token *token)
{
    return cd_token_is(token, "'") || cd_token_is(token, "\u2019");
}

bool
cd_mend_owns(const struct cd_token *tokens, size_t n, size_t i)
{
    if (i == 0 || i + 1 >= n || !is_apostrophe(&tokens[i]) ||
        (tokens[i].flags & CD_TOKEN_SPACED) != 0 ||
        (tokens[i + 1].flags & CD_TOKEN_SPACED) == 0 ||
        !cd_str_ends(tokens[i - 1].fold, CD_STR("s")))
        return false;
    for (size_t left = 0; left < i; left++)
        if (cd_token_is(&tokens[left], "\u2018") ||
            (cd_token_is(&tokens[left], "'") &&
             (left == 0 || (tokens[left].flags & CD_TOKEN_SPACED) != 0)))
            return false;
    return true;
}

bool
cd_mend_points(const struct cd_token *tokens, const uint8_t *tags, size_t n,
               size_t i)
{
    return i > 0 && i + 2 < n && cd_token_is(&tokens[i], "that") &&
           tags[i + 1] == CD_POS_NOUN &&
           (cd_token_is(&tokens[i + 2], "'s") ||
            (tags[i - 1] == CD_POS_ADP &&
             cd_mend_is_preposition(tokens[i - 1].fold)));
}

bool
cd_mend_letter(const struct cd_token *tokens, size_t i)
{
    static const char *const kinds[] = { "class", "series", "type",
                                         "group", "grade",  "tranche" };

    return i > 0 && tokens[i].fold.n == 1 &&
           (tokens[i].flags & CD_TOKEN_CAPITAL) != 0 &&
           cd_str_among(tokens[i - 1].fold, kinds, CD_COUNT(kinds));
}

static bool
ends_in_digit(struct cd_str fold)
{
    return fold.n > 0 && cd_ascii_is_digit(fold.p[fold.n - 1]);
}

bool
cd_mend_times(const struct cd_token *tokens, size_t n, size_t i)
{
    return i > 0 && i + 1 < n &&
           (cd_token_is(&tokens[i], "x") ||
            cd_token_is(&tokens[i], "\xC3\x97")) &&
           ends_in_digit(tokens[i - 1].fold) &&
           cd_ascii_is_digit(tokens[i + 1].fold.p[0]);
}

/* "year-over-year", "month-on-month": twice the same word. */
static bool
compares(const struct cd_token *tokens)
{
    static const char *const words[] = { "over", "on", "to", "by" };

    return cd_str_among(tokens[2].fold, words, CD_COUNT(words)) &&
           cd_str_eq(tokens[0].fold, tokens[4].fold);
}

bool
cd_mend_expects(const struct cd_token *tokens, size_t n, size_t i)
{
    return i + 4 < n && cd_token_is(&tokens[i + 1], "-") &&
           (cd_token_is(&tokens[i + 2], "than") || compares(&tokens[i])) &&
           cd_token_is(&tokens[i + 3], "-") &&
           tokens[i + 4].kind == CD_TOKEN_WORD &&
           ((tokens[i + 1].flags | tokens[i + 2].flags | tokens[i + 3].flags |
             tokens[i + 4].flags) &
            CD_TOKEN_SPACED) == 0;
}

bool
cd_mend_boasts(const struct cd_token *tokens, const uint8_t *tags, size_t n,
               size_t i)
{
    return i > 0 && i + 3 < n &&
           (cd_token_is(&tokens[i - 1], "a") ||
            cd_token_is(&tokens[i - 1], "an") ||
            cd_token_is(&tokens[i - 1], "the")) &&
           tokens[i].kind == CD_TOKEN_WORD &&
           cd_token_is(&tokens[i + 1], "-") &&
           tokens[i + 2].kind == CD_TOKEN_WORD &&
           ((tokens[i + 1].flags | tokens[i + 2].flags) & CD_TOKEN_SPACED) ==
               0 &&
           (tokens[i + 3].kind == CD_TOKEN_NUMBER ||
            tags[i + 3] == CD_POS_SYM) &&
           (tokens[i + 3].flags & CD_TOKEN_SPACED) != 0;
}

/* Is it a past form that names a change as well: the cut of "a 9% cut in"?  "A
 * 9% cut of the sales" is a part of them. */
static bool
is_cut(const struct cd_token *tokens, const uint8_t *tags, size_t n, size_t i)
{
    return i + 1 < n && !cd_token_is(&tokens[i + 1], "of") &&
           (tags[i] == CD_POS_VERB_PAST || tags[i] == CD_POS_VERB_DONE) &&
           cd_verb_is_constant(tokens[i].fold) &&
           cd_word_is(tokens[i].fold, CD_WORD_MOVENOUN);
}

bool
cd_mend_offers(const struct cd_token *tokens, const uint8_t *tags, size_t n,
               size_t i)
{
    static const char *const sums[] = { "pound", "dollar",  "euro", "yen",
                                        "%",     "percent", "cent" };
    size_t at = i, numbers = 0;
    bool converted = i > 0 && cd_token_is(&tokens[i - 1], ")");

    if (tags[i] != CD_POS_VERB && !is_cut(tokens, tags, n, i))
        return false;
    if (converted) {
        while (at > 0 && !cd_token_is(&tokens[at], "("))
            at--;
        if (at == 0 || tags[at + 1] != CD_POS_SYM)
            return false; /* no sum in another currency */
    }
    if (!converted && i > 0 && tags[i - 1] != CD_POS_NUM &&
        tags[i - 1] != CD_POS_SYM &&
        !cd_str_among(tokens[i - 1].fold, sums, CD_COUNT(sums)) &&
        !(i > 1 && tags[i - 1] == CD_POS_NOUN && /* "a 9% price cut" */
          cd_str_among(tokens[i - 2].fold, sums, CD_COUNT(sums))))
        return false; /* "half a million children skip school" */
    for (; at > 0 &&
           (tags[at - 1] == CD_POS_NUM || tags[at - 1] == CD_POS_SYM ||
            tags[at - 1] == CD_POS_NOUN || cd_token_is(&tokens[at - 1], "-"));
         at--)
        numbers += tags[at - 1] == CD_POS_NUM;
    while (at > 0 &&
           (tags[at - 1] == CD_POS_ADJ || tags[at - 1] == CD_POS_VERB_DONE))
        at--;
    return at > 0 && numbers > 0 &&
           (cd_token_is(&tokens[at - 1], "a") ||
            cd_token_is(&tokens[at - 1], "an") ||
            (converted && (cd_token_is(&tokens[at - 1], "the") ||
                           cd_token_is(&tokens[at - 1], "its") ||
                           cd_token_is(&tokens[at - 1], "'s") ||
                           cd_token_is(&tokens[at - 1], "their"))));
}

bool
cd_mend_helped(const struct cd_token *tokens, const uint8_t *tags, size_t n,
               size_t i)
{
    static const char *const helps[] = { "help", "helps", "helped", "helping" };

    if (i < 2 || i + 1 >= n || tags[i] != CD_POS_NOUN ||
        !cd_mend_is_noun(tags[i - 1]) || cd_mend_sized(tokens, tags, i) ||
        !cd_word_is(tokens[i].fold, CD_WORD_PUSH) ||
        cd_token_is(&tokens[i + 1], "of") || tags[i + 1] == CD_POS_PUNCT)
        return false;
    for (size_t at = i; at-- > 0 && at + HELPED > i;) {
        if (cd_str_among(tokens[at].fold, helps, CD_COUNT(helps)))
            return true;
        if (tags[at] == CD_POS_PUNCT || tags[at] == CD_POS_CCONJ)
            break;
    }
    return false;
}

bool
cd_mend_prices(const struct cd_token *tokens, size_t n, size_t i)
{
    static const char *const kinds[] = { "asking", "selling", "closing",
                                         "opening", "starting" };

    if (i + 1 >= n)
        return false;
    if (cd_token_is(&tokens[i], "moving"))
        return cd_token_is(&tokens[i + 1], "average") ||
               cd_token_is(&tokens[i + 1], "averages");
    if (cd_token_is(&tokens[i], "non"))
        return cd_token_is(&tokens[i + 1], "-");
    if (cd_token_is(&tokens[i], "net") || cd_token_is(&tokens[i], "gross"))
        return cd_word_is(tokens[i + 1].fold, CD_WORD_FIRM) ||
               cd_word_is(tokens[i + 1].fold, CD_WORD_MEASURE) ||
               cd_token_is(&tokens[i + 1], "worth");
    return cd_str_among(tokens[i].fold, kinds, CD_COUNT(kinds)) &&
           (cd_token_is(&tokens[i + 1], "price") ||
            cd_token_is(&tokens[i + 1], "prices"));
}
