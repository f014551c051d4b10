/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Verbs in their base form behind a noun, which the tagger takes for nouns.
 */
#include "nlp/syntax/mend_part.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

enum { PHRASE = 8 }; /* tokens of the phrase between the two verbs */

/* Can the word be the base form of a verb of change? */
static bool
is_base(const struct cd_token *token)
{
    return (token->flags & CD_TOKEN_CAPITAL) == 0 &&
           (cd_word_is(token->fold, CD_WORD_MOVE) ||
            cd_word_is(token->fold, CD_WORD_PUSH)) &&
           (cd_word_classes(token->fold) & CD_CLASS_VERB) != 0;
}

/* Where the noun phrase before token i begins; i if there is none. */
static size_t
phrase_start(const uint8_t *tags, const struct cd_token *tokens, size_t i)
{
    size_t at = i;

    if (i == 0 || !cd_mend_is_noun(tags[i - 1]))
        return i;
    while (at > 0 && at + PHRASE > i &&
           (cd_mend_is_noun(tags[at - 1]) || tags[at - 1] == CD_POS_ADJ ||
            tags[at - 1] == CD_POS_DET || tags[at - 1] == CD_POS_PART ||
            tags[at - 1] == CD_POS_NUM || cd_token_is(&tokens[at - 1], "of") ||
            cd_token_is(&tokens[at - 1], "-") ||
            cd_word_is(tokens[at - 1].fold, CD_WORD_OWNER)))
        at--;
    return at;
}

bool
cd_mend_sized(const struct cd_token *tokens, const uint8_t *tags, size_t i)
{
    size_t at = i;

    if (at > 1 && tags[at - 1] == CD_POS_NOUN)
        at--;
    if (at == 0 || (tags[at - 1] != CD_POS_NUM && tags[at - 1] != CD_POS_SYM))
        return false;
    while (at > 0 && (tags[at - 1] == CD_POS_NUM || tags[at - 1] == CD_POS_SYM))
        at--;
    return at > 0 && (cd_token_is(&tokens[at - 1], "a") ||
                      cd_token_is(&tokens[at - 1], "an"));
}

/* The verb of "saw profits fall 9%", whose fall is token i; n if there is
 * none. */
static size_t
cause_of(const struct cd_token *tokens, const uint8_t *tags, size_t n, size_t i)
{
    size_t first;

    if (!cd_word_is(tokens[i].fold, CD_WORD_MOVE) ||
        cd_token_is(&tokens[i + 1], "of") ||
        cd_token_is(&tokens[i + 1], "in") || /* "saw a price drop in 2008" */
        !cd_mend_opens_amount(tokens, tags, n, i + 1))
        return n;
    first = phrase_start(tags, tokens, i);
    return first < i && first > 0 && tags[first - 1] >= CD_POS_VERB &&
                   !cd_mend_sized(tokens, tags, i) &&
                   cd_word_is(tokens[first - 1].fold, CD_WORD_CAUSE)
               ? first - 1
               : n;
}

/* Is token i the verb of "demanded that the firm cut its rent"? */
static bool
is_demanded(const struct cd_token *tokens, const uint8_t *tags, size_t n,
            size_t i)
{
    size_t first;

    if (!(tags[i + 1] == CD_POS_DET || tags[i + 1] == CD_POS_PRON ||
          cd_word_is(tokens[i + 1].fold, CD_WORD_OWNER) ||
          cd_mend_opens_amount(tokens, tags, n, i + 1) ||
          (cd_mend_is_noun(tags[i + 1]) && /* "that it raise rents by" */
           cd_mend_opens_amount(tokens, tags, n, i + 2))))
        return false;
    first = phrase_start(tags, tokens, i);
    return first < i && first > 1 && cd_token_is(&tokens[first - 1], "that") &&
           cd_word_is(tokens[first - 2].fold, CD_WORD_DEMAND);
}

/* Is token i the verb of "will more than double"? */
static bool
is_multiplied(const struct cd_token *tokens, const uint8_t *tags, size_t i)
{
    return i > 3 && cd_token_is(&tokens[i - 1], "than") &&
           cd_token_is(&tokens[i - 2], "more") && tags[i - 3] == CD_POS_AUX &&
           cd_word_is(tokens[i].fold, CD_WORD_MOVE) &&
           (cd_word_is(tokens[i - 3].fold, CD_WORD_WILL) ||
            cd_word_is(tokens[i - 3].fold, CD_WORD_HEDGE));
}

void
cd_mend_bare(const struct cd_token *tokens, size_t n, uint8_t *tags, size_t i)
{
    size_t cause;

    if (is_multiplied(tokens, tags, i))
        tags[i] = CD_POS_VERB;
    if (i < 2 || i + 1 >= n || tags[i] != CD_POS_NOUN || !is_base(&tokens[i]))
        return;
    cause = cause_of(tokens, tags, n, i);
    if (cause < n && tags[cause] == CD_POS_VERB_DONE && cause > 0 &&
        cd_mend_is_noun(tags[cause - 1]))
        tags[cause] = CD_POS_VERB_PAST; /* "the slump made sales drop" */
    if (cause < n || is_demanded(tokens, tags, n, i))
        tags[i] = CD_POS_VERB;
}
