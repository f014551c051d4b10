/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax/mend_part.h"

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
