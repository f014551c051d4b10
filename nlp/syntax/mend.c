/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax/mend.h"

#include <string.h>

#include "nlp/syntax/mend_part.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

enum { JOINED = 40 }; /* tokens between two verbs of one subject */

/* Does a clause begin at this token? */
static bool
begins_clause(const struct cd_token *token, uint8_t tag)
{
    return tag == CD_POS_SCONJ || cd_token_is(token, "that") ||
           cd_token_is(token, "which") || cd_token_is(token, "who") ||
           cd_token_is(token, ";") || cd_token_is(token, ":") ||
           cd_token_is(token, "and") || cd_token_is(token, "but") ||
           cd_token_is(token, "while") || cd_token_is(token, "(") ||
           cd_token_is(token, "\"");
}

static bool
follows_auxiliary(const struct cd_token *tokens, const uint8_t *tags, size_t i)
{
    while (i > 0 && (tags[i - 1] == CD_POS_ADV || tags[i - 1] == CD_POS_PART ||
                     cd_token_is(&tokens[i - 1], "and") ||
                     tags[i - 1] == CD_POS_VERB_DONE))
        i--;
    return i > 0 &&
           (tags[i - 1] == CD_POS_AUX || cd_token_is(&tokens[i - 1], "being") ||
            cd_token_is(&tokens[i - 1], "get") ||
            cd_token_is(&tokens[i - 1], "got"));
}

static bool
known_verb(struct cd_str fold)
{
    return cd_word_is(fold, CD_WORD_MOVE) || cd_word_is(fold, CD_WORD_PUSH) ||
           cd_word_is(fold, CD_WORD_REPORT) ||
           cd_word_is(fold, CD_WORD_NOMINAL) ||
           cd_word_is(fold, CD_WORD_KIND) || cd_word_is(fold, CD_WORD_LIGHT) ||
           cd_word_is(fold, CD_WORD_EQUAL) || cd_word_is(fold, CD_WORD_LOCATE);
}

/* Can the dictionary's word be a finite verb? */
static bool
can_be_verb(struct cd_str fold)
{
    return known_verb(fold) ||
           (cd_word_classes(fold) &
            (CD_CLASS_VERB | CD_CLASS_VERB_S | CD_CLASS_VERB_ED)) != 0;
}

static bool
is_relative(const struct cd_token *token)
{
    return cd_token_is(token, "which") || cd_token_is(token, "who") ||
           cd_token_is(token, "that");
}

/* The subject that a participle would have if it were finite is right there,
 * and no other verb of the clause is. */
static bool
is_main_verb(const struct cd_token *tokens, const uint8_t *tags, size_t n,
             size_t i)
{
    size_t left = i;
    bool noun = false;

    while (left > 0 && tags[left - 1] == CD_POS_ADV)
        left--;
    if (left > 3 && cd_token_is(&tokens[left - 1], ",") &&
        known_verb(tokens[i].fold))
        left--; /* "Rajshahi, a hub of production, produces" */
    if (left == 0 || !cd_mend_ends_subject(tokens, tags, left - 1))
        return false;
    noun = is_relative(&tokens[left - 1]);
    for (; left > 0 && !begins_clause(&tokens[left - 1], tags[left - 1]);
         left--) {
        if (cd_mend_is_finite(tokens, tags, left - 1)) {
            if (!noun || !cd_word_is(tokens[left - 1].fold, CD_WORD_REPORT))
                return false;
            break; /* "Cook said Apple employs" */
        }
        noun = noun || cd_mend_ends_subject(tokens, tags, left - 1);
    }
    for (size_t right = i + 1; right < n; right++) {
        if (begins_clause(&tokens[right], tags[right]) ||
            cd_token_is(&tokens[right], ","))
            break;
        if (cd_mend_is_finite(tokens, tags, right))
            return false;
    }
    return noun;
}

/* What may stand behind a verb with an object or a complement. */
static bool
opens_object(const struct cd_token *token, uint8_t tag)
{
    static const char *const many[] = { "billions", "millions", "thousands",
                                        "hundreds", "dozens",   "tens" };

    if (cd_str_among(token->fold, many, CD_COUNT(many)))
        return true;
    if (tag == CD_POS_ADP)
        return !cd_token_is(token, "in") && !cd_token_is(token, "of") &&
               !cd_token_is(token, "on") && !cd_token_is(token, "among");
    return tag == CD_POS_DET || tag == CD_POS_NUM || tag == CD_POS_PRON ||
           tag == CD_POS_SCONJ || tag == CD_POS_ADV || tag == CD_POS_SYM ||
           tag == CD_POS_PART || tag == CD_POS_VERB_ING ||
           cd_token_is(token, "that") || cd_token_is(token, "most");
}

/* In a clause without a finite verb, a noun that can be one is: "Apple employs
 * about", "shoppers report using". */
static uint8_t
verb_tag(const struct cd_token *tokens, const uint8_t *tags, size_t n, size_t i)
{
    struct cd_str fold = tokens[i].fold;
    bool ends = cd_str_ends(fold, CD_STR("s")) && fold.n > 3;
    size_t left = i;

    while (left > 1 && tags[left - 1] == CD_POS_ADV)
        left--;
    if (i + 2 < n && tags[i + 1] == CD_POS_ADV && tags[i + 2] < CD_POS_VERB &&
        ends && (cd_word_classes(tokens[i + 2].fold) & CD_CLASS_VERB) != 0)
        return tags[i]; /* "costs often account" */
    if (i + 1 >= n ||
        !(cd_mend_ends_subject(tokens, tags, left - 1) ||
          (i > 3 && cd_token_is(&tokens[i - 1], ","))) ||
        !(opens_object(&tokens[i + 1], tags[i + 1]) ||
          (cd_token_is(&tokens[i + 1], "among") && known_verb(fold))) ||
        (tokens[i].flags & CD_TOKEN_CAPITAL) || !can_be_verb(fold) ||
        cd_token_is(&tokens[i + 1], "of") || !is_main_verb(tokens, tags, n, i))
        return tags[i];
    if (cd_str_ends(fold, CD_STR("ed")) || cd_verb_is_constant(fold))
        return CD_POS_VERB_PAST;
    if (ends)
        return tokens[i - 1].fold.n > 1 || cd_token_is(&tokens[i - 1], ",")
                   ? CD_POS_VERB_S
                   : tags[i];
    return cd_str_ends(tokens[left - 1].fold, CD_STR("s")) ||
                   is_relative(&tokens[left - 1]) ||
                   tags[left - 1] == CD_POS_NUM ||
                   cd_str_ends(tokens[left - 1].fold, CD_STR("%"))
               ? CD_POS_VERB
               : tags[i];
}

static bool
opens_number(const struct cd_token *tokens, const uint8_t *tags, size_t i)
{
    return tokens[i].kind == CD_TOKEN_NUMBER || tags[i] == CD_POS_NUM ||
           tags[i] == CD_POS_SYM;
}

/* The tag of a word that was taken for a noun between "and" and an amount,
 * behind another verb: "will close 85 stores and cut 1,900 jobs". */
static uint8_t
joined_tag(const struct cd_token *tokens, const uint8_t *tags, size_t n,
           size_t i)
{
    struct cd_str fold = tokens[i].fold;
    size_t left = i - 1;
    bool verb =
        known_verb(fold) || (!cd_word_is(fold, CD_WORD_MEASURE) &&
                             (cd_word_classes(fold) & CD_CLASS_VERB_S) != 0);

    if (tags[i - 1] != CD_POS_CCONJ || i + 1 >= n || !verb ||
        (tokens[i].flags & CD_TOKEN_CAPITAL) != 0 ||
        !(opens_number(tokens, tags, i + 1) ||
          (tags[i + 1] == CD_POS_ADV && i + 2 < n &&
           opens_number(tokens, tags, i + 2))))
        return tags[i];
    while (
        left > 0 && left + JOINED > i &&
        !(tags[left - 1] >= CD_POS_VERB && tags[left - 1] <= CD_POS_VERB_S) &&
        tags[left - 1] != CD_POS_AUX)
        left--;
    if (left == 0 || left + JOINED <= i)
        return tags[i];
    if (tags[left - 1] == CD_POS_VERB && !cd_str_ends(fold, CD_STR("s")))
        return CD_POS_VERB;
    return cd_str_ends(fold, CD_STR("s")) ? CD_POS_VERB_S : CD_POS_VERB_PAST;
}

/* Does the verb stand behind a relative clause between commas: "Corvel, which
 * has 9 shops, closed two"?  Then it is the main one. */
static bool
resumes(const struct cd_token *tokens, size_t i)
{
    size_t left = i - 1;

    if (!cd_token_is(&tokens[left], ","))
        return false;
    while (left > 1 && left + JOINED > i &&
           !cd_token_is(&tokens[left - 1], ","))
        left--;
    return left > 1 && left + JOINED > i && is_relative(&tokens[left]);
}

/* Which verb of the clause is finite. */
static void
mend_verb(const struct cd_token *tokens, size_t n, uint8_t *tags, size_t i)
{
    if (tags[i] == CD_POS_VERB_DONE && i + 1 < n &&
        tags[i - 1] == CD_POS_CCONJ && !follows_auxiliary(tokens, tags, i) &&
        opens_object(&tokens[i + 1], tags[i + 1]) && tags[i + 1] != CD_POS_ADP)
        tags[i] = CD_POS_VERB_PAST;
    if (tags[i] == CD_POS_VERB_DONE && !follows_auxiliary(tokens, tags, i) &&
        (is_main_verb(tokens, tags, n, i) || resumes(tokens, i)))
        tags[i] = CD_POS_VERB_PAST;
    else if (tags[i] == CD_POS_NOUN || tags[i] == CD_POS_ADJ)
        tags[i] = verb_tag(tokens, tags, n, i);
    if (tags[i] == CD_POS_NOUN)
        tags[i] = joined_tag(tokens, tags, n, i);
    if ((tags[i] >= CD_POS_VERB || tags[i] == CD_POS_AUX) &&
        tags[i - 1] == CD_POS_ADJ && cd_mend_ends_subject(tokens, tags, i - 1))
        tags[i - 1] =
            tokens[i - 1].flags & CD_TOKEN_CAPITAL ? CD_POS_PROPN : CD_POS_NOUN;
}

void
cd_mend_tags(const struct cd_token *tokens, size_t n, uint8_t *tags)
{
    if (n > 0)
        cd_mend_first(tokens, n, tags);
    for (size_t i = 0; i < n; i++) {
        if (cd_mend_expects(tokens, n, i))
            memset(tags + i, CD_POS_ADJ, 5);
        if (cd_mend_boasts(tokens, tags, n, i))
            memset(tags + i, CD_POS_ADJ, 3);
        if (cd_mend_offers(tokens, tags, n, i))
            tags[i] = CD_POS_NOUN;
        if (cd_mend_prices(tokens, n, i)) {
            tags[i] = CD_POS_ADJ;
            if (i + 1 < n && tags[i + 1] == CD_POS_ADJ)
                tags[i + 1] = CD_POS_NOUN; /* "moving average" */
        }
    }
    for (size_t i = 0; i < n; i++)
        cd_mend_word(tokens, n, tags, i);
    if (n > 0)
        cd_mend_first(tokens, n, tags);
    cd_mend_names(tokens, n, tags);
    for (size_t i = 1; i < n; i++)
        mend_verb(tokens, n, tags, i);
}
