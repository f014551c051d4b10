/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax/mend_part.h"
#include "nlp/word/word.h"

enum { BRACKET_MAX = 12 }; /* tokens of "(MCD.N)" with spaces in it */

bool
cd_mend_is_noun(uint8_t tag)
{
    return tag == CD_POS_NOUN || tag == CD_POS_PROPN || tag == CD_POS_PRON ||
           tag == CD_POS_SYM || tag == CD_POS_NUM;
}

bool
cd_mend_is_finite(const struct cd_token *tokens, const uint8_t *tags, size_t i)
{
    if (tags[i] == CD_POS_VERB || tags[i] == CD_POS_AUX)
        return i == 0 || !cd_token_is(&tokens[i - 1], "to");
    return tags[i] == CD_POS_VERB_PAST || tags[i] == CD_POS_VERB_S;
}

bool
cd_mend_is_preposition(struct cd_str fold)
{
    static const char *const words[] = { "amid",  "after",  "as",     "over",
                                         "on",    "in",     "for",    "of",
                                         "with",  "by",     "from",   "at",
                                         "into",  "than",   "among",  "despite",
                                         "under", "across", "between" };

    return cd_str_among(fold, words, CD_COUNT(words));
}

/* Is it the low of "fell as low as 9"? */
static bool
is_peak(const struct cd_token *tokens, size_t i)
{
    return i > 0 && cd_token_is(&tokens[i - 1], "as") &&
           (cd_token_is(&tokens[i], "low") || cd_token_is(&tokens[i], "high") ||
            cd_token_is(&tokens[i], "much"));
}

bool
cd_mend_opens_amount(const struct cd_token *tokens, const uint8_t *tags,
                     size_t n, size_t i)
{
    for (size_t steps = 0; i < n && steps < 5; i++, steps++) {
        if (tokens[i].kind == CD_TOKEN_NUMBER || tags[i] == CD_POS_NUM ||
            tags[i] == CD_POS_SYM)
            return true;
        if (tags[i] != CD_POS_ADV && tags[i] != CD_POS_ADP &&
            tags[i] != CD_POS_PART && !cd_token_is(&tokens[i], "more") &&
            !cd_token_is(&tokens[i], "a") && !cd_token_is(&tokens[i], "an") &&
            !is_peak(tokens, i) &&
            !cd_word_is(tokens[i].fold, CD_WORD_PLACEHOLDER))
            break;
    }
    return false;
}

/* A capital in a sentence, of what was taken for an adjective or "worth". */
static bool
is_name(const struct cd_token *tokens, const uint8_t *tags, size_t i)
{
    if ((tokens[i].flags & CD_TOKEN_CAPITAL) == 0)
        return false;
    if (tags[i] >= CD_POS_VERB && tags[i + 1] == CD_POS_PROPN &&
        cd_str_ends(tokens[i].fold, CD_STR("ed")))
        /* "the United Kingdom", "while United Power": no headline's verb */
        return tags[i - 1] == CD_POS_DET ||
               ((tokens[i - 1].flags & CD_TOKEN_CAPITAL) == 0 &&
                tokens[i - 1].kind == CD_TOKEN_WORD);
    if (tags[i] == CD_POS_ADV && tags[i + 1] == CD_POS_PROPN)
        return tokens[i - 1].kind == CD_TOKEN_WORD &&
               (tokens[i - 1].flags & CD_TOKEN_CAPITAL) == 0; /* "Nationwide" */
    if (tags[i] == CD_POS_ADP)
        return tags[i - 1] == CD_POS_PROPN &&
               !cd_mend_is_preposition(tokens[i].fold);
    if (tags[i] == CD_POS_ADJ && tags[i - 1] == CD_POS_PROPN &&
        tags[i + 1] == CD_POS_NUM)
        return true; /* "the Corvel Pro 16" */
    return tags[i] == CD_POS_ADJ && !cd_mend_is_noun(tags[i + 1]) &&
           tags[i + 1] != CD_POS_ADJ && tags[i + 1] != CD_POS_PUNCT;
}

/* "Axel Rose earned": of two words that could be the verb, the one with a
 * capital behind a name belongs to the name, unless all words have capitals. */
static bool
ends_name(const struct cd_token *tokens, const uint8_t *tags, size_t i)
{
    bool verb = cd_mend_is_finite(tokens, tags, i + 1) ||
                tags[i + 1] == CD_POS_VERB_DONE ||
                cd_str_ends(tokens[i + 1].fold, CD_STR("ed"));

    return (tokens[i].flags & CD_TOKEN_CAPITAL) != 0 &&
           (tokens[i - 1].flags & CD_TOKEN_CAPITAL) != 0 &&
           tokens[i - 1].kind == CD_TOKEN_WORD && tags[i] >= CD_POS_VERB &&
           (tokens[i + 1].flags & CD_TOKEN_CAPITAL) == 0 && verb;
}

/* "Tarn Falls 3% After Warning": in a headline whose words have capitals, the
 * word of change right before an amount. */
static bool
is_headline_verb(const struct cd_token *tokens, const uint8_t *tags, size_t n,
                 size_t i)
{
    bool sign = tags[i + 1] == CD_POS_SYM ||
                (i + 2 < n && (cd_token_is(&tokens[i + 2], "%") ||
                               cd_token_is(&tokens[i + 2], "percent")));

    if (!sign || (tokens[i].flags & CD_TOKEN_CAPITAL) == 0 ||
        !cd_mend_is_noun(tags[i - 1]) ||
        !cd_word_is(tokens[i].fold, CD_WORD_MOVE))
        return false;
    for (size_t at = 0; at < n; at++)
        if (at != i && cd_mend_is_finite(tokens, tags, at))
            return false;
    return true;
}

static bool
is_owner_mark(const struct cd_token *token)
{
    return cd_token_is(token, "'s") || cd_token_is(token, "\u2019s");
}

/* Behind the bracket that begins at token i, as a stock's code does; i if none
 * does. */
static size_t
past_bracket(const struct cd_token *tokens, size_t n, size_t i)
{
    if (i >= n || !cd_token_is(&tokens[i], "("))
        return i;
    for (size_t at = i + 1; at < n && at < i + BRACKET_MAX; at++)
        if (cd_token_is(&tokens[at], ")"))
            return at + 1;
    return i;
}

/* May token i be the verb of "Macy's rose 5%", "Macy's posted a profit"? */
static bool
is_deed(const struct cd_token *tokens, const uint8_t *tags, size_t n, size_t i)
{
    struct cd_str fold = tokens[i].fold;
    bool past = cd_str_ends(fold, CD_STR("ed")) || cd_verb_is_bent(fold) ||
                cd_verb_is_constant(fold);

    return past && (tokens[i].flags & CD_TOKEN_CAPITAL) == 0 && i + 1 < n &&
           (tags[i] >= CD_POS_VERB ||
            cd_mend_opens_amount(tokens, tags, n, i + 1)) &&
           (cd_mend_opens_amount(tokens, tags, n, i + 1) ||
            cd_mend_is_noun(tags[i + 1]) || tags[i + 1] == CD_POS_DET);
}

bool
cd_mend_is_house(const struct cd_token *tokens, const uint8_t *tags, size_t n,
                 size_t i)
{
    size_t next;

    if (i + 1 >= n || (tokens[i].flags & CD_TOKEN_CAPITAL) == 0 ||
        !is_owner_mark(&tokens[i + 1]))
        return false;
    next = past_bracket(tokens, n, i + 2);
    if (!cd_word_is(tokens[i].fold, CD_WORD_HOUSE))
        return tags[i] == CD_POS_PROPN && next < n &&
               tags[i + 1] == CD_POS_PART && cd_verb_is_past(tokens[next].fold);
    return next >= n || tags[next] == CD_POS_AUX ||
           tags[next] == CD_POS_VERB_PAST || tags[next] == CD_POS_VERB_S ||
           tags[next] == CD_POS_PUNCT || tags[next] == CD_POS_CCONJ ||
           tags[next] == CD_POS_ADP || is_deed(tokens, tags, n, next);
}

/* rose of "Shares of Macy's rose 5%" */
static void
mend_house(const struct cd_token *tokens, size_t n, uint8_t *tags, size_t i)
{
    size_t next = past_bracket(tokens, n, i + 2);

    if (!cd_mend_is_house(tokens, tags, n, i))
        return;
    tags[i] = CD_POS_PROPN;
    if (next < n && is_deed(tokens, tags, n, next))
        tags[next] = CD_POS_VERB_PAST;
}

void
cd_mend_names(const struct cd_token *tokens, size_t n, uint8_t *tags)
{
    for (size_t i = 0; i + 1 < n; i++)
        mend_house(tokens, n, tags, i);
    for (size_t i = 1; i + 1 < n; i++)
        if (is_name(tokens, tags, i) || ends_name(tokens, tags, i))
            tags[i] = CD_POS_PROPN;
        else if (is_headline_verb(tokens, tags, n, i))
            tags[i] = cd_str_ends(tokens[i].fold, CD_STR("s"))
                          ? CD_POS_VERB_S
                          : CD_POS_VERB_PAST;
}
