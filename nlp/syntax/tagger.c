/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax/tagger.h"

#include "base/ascii.h"
#include "nlp/syntax/tagger_model.h"

#include "nlp/syntax/tagger.inc"

enum { WINDOW = 512 }; /* words tagged at a time; longer sentences are cut */

const char *const cd_pos_names[] = {
#define X(name, text) text,
    CD_POSES(X)
#undef X
};

/* Tags are scored eight at a time; the last eight begin where they end with
 * the row, so that some are scored twice. */
enum { LANES = 8, LAST = CD_POS_COUNT - LANES };

typedef uint8_t bytes8 __attribute__((vector_size(LANES)));
typedef uint16_t words8 __attribute__((vector_size(2 * LANES)));

static words8
wide(const char *p)
{
    bytes8 bytes;

    memcpy(&bytes, p, sizeof(bytes));
    return __builtin_convertvector(bytes, words8);
}

/* The tags of words that a list can hold: "in", "the", "she". */
enum {
    CLOSED_TAGS = 1 << CD_POS_ADP | 1 << CD_POS_AUX | 1 << CD_POS_CCONJ |
                  1 << CD_POS_DET | 1 << CD_POS_PART | 1 << CD_POS_PRON |
                  1 << CD_POS_PUNCT | 1 << CD_POS_SCONJ
};

/* The tags that a word cannot have. */
static uint32_t
impossible(const struct cd_token *token, const struct cd_pos_word *word)
{
    return token->kind == CD_TOKEN_WORD && token->fold.n > 2 &&
                   cd_ascii_is_alpha(token->fold.p[0]) &&
                   cd_ascii_is_alpha(token->fold.p[1]) &&
                   (word->classes & CD_CLASS_CLOSED) == 0
               ? CLOSED_TAGS
               : 0;
}

static uint8_t
best_tag(const uint32_t rows[CD_POS_FEATURES], uint32_t without)
{
    words8 first = { 0 }, second = { 0 }, last = { 0 };
    uint16_t score[CD_POS_COUNT];
    uint8_t best = 0;

    _Static_assert(CD_POS_COUNT > 2 * LANES && CD_POS_COUNT <= 3 * LANES,
                   "three times eight tags");
    for (size_t f = 0; f < CD_POS_FEATURES; f++) {
        const char *row = cd_tagger_rows[rows[f]];

        first += wide(row);
        second += wide(row + LANES);
        last += wide(row + LAST);
    }
    memcpy(score, &first, sizeof(first));
    memcpy(score + LANES, &second, sizeof(second));
    memcpy(score + LAST, &last, sizeof(last));
    for (uint8_t t = 1; t < CD_POS_COUNT; t++)
        if (score[t] > score[best] && (without >> t & 1) == 0)
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
            tags[i] = best_tag(rows, impossible(&tokens[i], &words[i]));
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
