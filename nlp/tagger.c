/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/tagger.h"

#include "nlp/tagger_model.h"

#include "nlp/tagger.inc"

enum { WINDOW = 512 }; /* words tagged at a time; longer sentences are cut */

const char *const cd_pos_names[] = {
#define X(name, text) text,
    CD_POSES(X)
#undef X
};

static uint8_t
best_tag(const uint32_t rows[CD_POS_FEATURES])
{
    uint16_t score[CD_POS_COUNT] = { 0 };
    uint8_t best = 0;

    for (size_t f = 0; f < CD_POS_FEATURES; f++) {
        const char *row = cd_tagger_rows[rows[f]];

        for (size_t t = 0; t < CD_POS_COUNT; t++)
            score[t] = (uint16_t)(score[t] + (unsigned char)row[t]);
    }
    for (uint8_t t = 1; t < CD_POS_COUNT; t++)
        if (score[t] > score[best])
            best = t;
    return best;
}

/* The tag of what has only one; false for most words. */
static bool
certain(const struct cd_token *token, uint8_t *tag)
{
    static const struct {
        struct cd_str fold;
        uint8_t tag;
    } words[] = {
        { { "the", 3 }, CD_POS_DET },   { { "a", 1 }, CD_POS_DET },
        { { "an", 2 }, CD_POS_DET },    { { "of", 2 }, CD_POS_ADP },
        { { "and", 3 }, CD_POS_CCONJ }, { { ",", 1 }, CD_POS_PUNCT },
        { { ".", 1 }, CD_POS_PUNCT },   { { "(", 1 }, CD_POS_PUNCT },
        { { ")", 1 }, CD_POS_PUNCT },   { { "\"", 1 }, CD_POS_PUNCT },
    };

    if (token->kind == CD_TOKEN_NUMBER) {
        *tag = CD_POS_NUM;
        return true;
    }
    if (token->fold.n > 3)
        return false;
    for (size_t i = 0; i < CD_COUNT(words); i++)
        if (cd_str_eq(token->fold, words[i].fold)) {
            *tag = words[i].tag;
            return true;
        }
    return false;
}

static void
tag_window(const struct cd_token *tokens, size_t n, uint8_t *tags)
{
    struct cd_pos_word words[WINDOW];
    uint32_t before = CD_POS_OUTSIDE, before2 = CD_POS_OUTSIDE;

    for (size_t i = 0; i < n; i++)
        words[i] =
            cd_pos_word_of(tokens[i].fold, tokens[i].kind, tokens[i].flags);
    for (size_t i = 0; i < n; i++) {
        uint32_t rows[CD_POS_FEATURES];

        if (!certain(&tokens[i], &tags[i])) {
            cd_pos_features(words, n, i, before, before2, rows);
            tags[i] = best_tag(rows);
        }
        before2 = before;
        before = tags[i];
    }
}

void
cd_tagger_tag(const struct cd_tokens *tokens, size_t first, size_t end,
              uint8_t *tags)
{
    for (size_t at = first; at < end;) {
        size_t n = end - at < WINDOW ? end - at : WINDOW;

        tag_window(tokens->items + at, n, tags + (at - first));
        at += n;
    }
}
