/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax/mend_part.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

/* "Bank to cut 900 jobs": a verb, or a word of no dictionary, that names who
 * will. */
static bool
opens_headline(const struct cd_token *tokens, size_t n, const uint8_t *tags)
{
    return n > 2 && tokens[0].kind == CD_TOKEN_WORD &&
           cd_token_is(&tokens[1], "to") && tags[2] >= CD_POS_VERB &&
           (tags[0] == CD_POS_VERB || cd_word_classes(tokens[0].fold) == 0) &&
           !cd_token_is(&tokens[0], "try") &&
           !cd_token_is(&tokens[n - 1], "?") && /* "Need to save $200?" */
           !cd_word_is(tokens[0].fold, CD_WORD_FORECAST);
}

/* operating: a verb's form with -ing that the dictionary has as no noun */
static bool
names_deed(struct cd_str fold)
{
    return (cd_word_classes(fold) & (CD_CLASS_VERB_ING | CD_CLASS_NOUN)) ==
           CD_CLASS_VERB_ING;
}

void
cd_mend_first(const struct cd_token *tokens, size_t n, uint8_t *tags)
{
    bool word = tokens[0].kind == CD_TOKEN_WORD;

    if (opens_headline(tokens, n, tags) && !cd_mend_is_noun(tags[0]))
        tags[0] = CD_POS_PROPN;
    if (n > 3 && tags[1] == CD_POS_NOUN &&
        (tags[0] == CD_POS_VERB_ING || names_deed(tokens[0].fold)) &&
        cd_word_is(tokens[2].fold, CD_WORD_MOVE) &&
        cd_mend_opens_amount(tokens, tags, n, 3))
        tags[0] = CD_POS_ADJ; /* "Operating costs rose 8%" */
    if (n < 3 || !word || cd_mend_is_noun(tags[0]) || tags[0] == CD_POS_DET ||
        tags[0] == CD_POS_ADP || tags[0] == CD_POS_SCONJ ||
        tags[0] == CD_POS_AUX || tags[0] == CD_POS_ADV ||
        tags[0] == CD_POS_CCONJ || tags[0] == CD_POS_VERB_ING)
        return;
    if (tags[1] == CD_POS_AUX || tags[1] == CD_POS_VERB_PAST ||
        tags[1] == CD_POS_VERB_S || cd_token_is(&tokens[1], "'s") ||
        ((tags[0] == CD_POS_VERB || tags[0] == CD_POS_VERB_S) &&
         tags[1] == CD_POS_VERB_DONE)) {
        tags[0] = CD_POS_PROPN;
        return;
    }
    if (tags[0] != CD_POS_VERB || !cd_mend_is_noun(tags[1]))
        return;
    for (size_t i = 2; i < n && i < 6 && tags[i] != CD_POS_PUNCT; i++)
        if (tags[i] == CD_POS_VERB_PAST || tags[i] == CD_POS_VERB_S ||
            tags[i] == CD_POS_AUX || cd_token_is(&tokens[i], "'s")) {
            tags[0] = tags[1] == CD_POS_PROPN ? CD_POS_PROPN : CD_POS_NOUN;
            return;
        }
}
