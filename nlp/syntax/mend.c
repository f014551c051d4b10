/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/syntax/mend.h"

#include <string.h>

#include "nlp/syntax/mend_part.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

enum { JOINED = 40 }; /* tokens between two verbs of one subject */

/* Can the word be the subject's last?  The tagger takes an unknown name and
 * "an individual" for adjectives. */
static bool
ends_subject(const struct cd_token *tokens, const uint8_t *tags, size_t i)
{
    if (cd_mend_is_noun(tags[i]) || cd_token_is(&tokens[i], ")") ||
        (i > 0 && cd_token_is(&tokens[i], "\u2014")))
        return true;
    if (tags[i] == CD_POS_ADJ && i > 0 && tags[i - 1] == CD_POS_DET)
        return true;
    if (tags[i] == CD_POS_ADJ && i > 1 && tags[i - 1] == CD_POS_ADJ &&
        tags[i - 2] == CD_POS_DET)
        return true; /* "a typical flat" */
    return (tokens[i].flags & CD_TOKEN_CAPITAL) && tags[i] < CD_POS_VERB &&
           tags[i] != CD_POS_DET && tags[i] != CD_POS_SCONJ &&
           tags[i] != CD_POS_ADP;
}

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
    if (left == 0 || !ends_subject(tokens, tags, left - 1))
        return false;
    noun = is_relative(&tokens[left - 1]);
    for (; left > 0 && !begins_clause(&tokens[left - 1], tags[left - 1]);
         left--) {
        if (cd_mend_is_finite(tokens, tags, left - 1)) {
            if (!noun || !cd_word_is(tokens[left - 1].fold, CD_WORD_REPORT))
                return false;
            break; /* "Cook said Apple employs" */
        }
        noun = noun || ends_subject(tokens, tags, left - 1);
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
        !(ends_subject(tokens, tags, left - 1) ||
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

/* "a staggering $1 trillion": no verb stands between an article and its
 * noun. */
static bool
is_adjective(const struct cd_token *tokens, const uint8_t *tags, size_t n,
             size_t i)
{
    bool number, article;

    if (i == 0 || i + 1 >= n || tags[i] < CD_POS_VERB)
        return false;
    number = tags[i + 1] == CD_POS_NUM || tags[i + 1] == CD_POS_SYM ||
             tokens[i + 1].kind == CD_TOKEN_NUMBER;
    article = cd_token_is(&tokens[i - 1], "a") ||
              cd_token_is(&tokens[i - 1], "an") ||
              cd_token_is(&tokens[i - 1], "the");
    if (tags[i] == CD_POS_VERB_DONE || tags[i] == CD_POS_VERB_PAST)
        return number && (article || (i > 1 && tags[i - 1] == CD_POS_ADV &&
                                      tags[i - 2] == CD_POS_DET));
    /* "by a revised 1,100", "a seasonally adjusted 0.5%" */
    return tags[i] == CD_POS_VERB_ING && article &&
           (number || tags[i + 1] == CD_POS_NOUN || tags[i + 1] == CD_POS_ADJ);
}

/* "had their shares decline by 10%" */
static bool
declines(const struct cd_token *tokens, const uint8_t *tags, size_t n, size_t i)
{
    return i > 0 && i + 2 < n && tags[i] == CD_POS_NOUN &&
           cd_mend_is_noun(tags[i - 1]) && !cd_mend_sized(tokens, tags, i) &&
           cd_word_is(tokens[i].fold, CD_WORD_MOVE) &&
           ((cd_token_is(&tokens[i + 1], "by") && tags[i + 2] != CD_POS_DET &&
             tags[i + 2] != CD_POS_PROPN) ||
            (cd_token_is(&tokens[i + 1], "to") &&
             (tags[i + 2] == CD_POS_SYM || tags[i + 2] == CD_POS_NUM)));
}

/* Was a noun taken for a verb: fares of "Fares rose"? */
static bool
hides_noun(const struct cd_token *tokens, const uint8_t *tags, size_t i)
{
    return tags[i] >= CD_POS_VERB && tags[i] != CD_POS_VERB_DONE &&
           tags[i] != CD_POS_VERB_PAST &&
           (cd_word_is(tokens[i].fold, CD_WORD_MEASURE) ||
            (cd_word_classes(tokens[i].fold) &
             (CD_CLASS_NOUN | CD_CLASS_NOUNS)) != 0);
}

/* "the Average lost 190 points", "was slid 4.8%": a form of the past right
 * before an amount is a verb, whatever else it could be. */
static bool
moves_amount(const struct cd_token *tokens, const uint8_t *tags, size_t n,
             size_t i)
{
    struct cd_str fold = tokens[i].fold;

    if (i > 0 && i + 1 < n && tags[i] == CD_POS_VERB_DONE &&
        cd_word_is(fold, CD_WORD_MOVE) && cd_mend_is_noun(tags[i - 1]) &&
        cd_mend_opens_amount(tokens, tags, n, i + 1))
        return true; /* "as Ashby improved to 4-0" */
    return i > 0 && i + 1 < n && tags[i] < CD_POS_VERB &&
           (cd_str_ends(fold, CD_STR("ed")) || cd_verb_is_bent(fold)) &&
           !cd_verb_is_auxiliary(fold) &&
           (cd_word_is(fold, CD_WORD_MOVE) || cd_word_is(fold, CD_WORD_PUSH) ||
            cd_word_is(fold, CD_WORD_KIND) ||
            cd_word_is(fold, CD_WORD_EQUAL)) &&
           (ends_subject(tokens, tags, i - 1) || tags[i - 1] == CD_POS_AUX ||
            tags[i - 1] == CD_POS_ADV || hides_noun(tokens, tags, i - 1)) &&
           cd_mend_opens_amount(tokens, tags, n, i + 1);
}

/* "costs often account": a plural and its verb. */
static bool
agrees(const struct cd_token *tokens, const uint8_t *tags, size_t n, size_t i)
{
    return i > 0 && i + 2 < n && tags[i] == CD_POS_VERB_S &&
           tags[i + 1] == CD_POS_ADV && tags[i + 2] < CD_POS_VERB &&
           (cd_word_classes(tokens[i].fold) & CD_CLASS_NOUNS) != 0 &&
           (cd_word_classes(tokens[i + 2].fold) & CD_CLASS_VERB) != 0;
}

/* Is a finite verb before it, through numbers and adjectives? */
static bool
follows_verb(const uint8_t *tags, size_t i)
{
    while (i > 1 && (tags[i - 1] == CD_POS_NUM || tags[i - 1] == CD_POS_ADJ))
        i--;
    return i > 0 &&
           (tags[i - 1] == CD_POS_VERB_PAST || tags[i - 1] == CD_POS_VERB_S);
}

/* What the dictionary and the words beside it say against a tag. */
static uint8_t
by_dictionary(const struct cd_token *tokens, const uint8_t *tags, size_t n,
              size_t i)
{
    uint32_t classes = cd_word_classes(tokens[i].fold);
    bool next = i + 1 < n;

    if (i == 0 || classes == 0)
        return tags[i];
    if (tags[i] == CD_POS_PRON && cd_token_is(&tokens[i], "'s") && next &&
        (tags[i + 1] == CD_POS_NOUN || tags[i + 1] == CD_POS_ADJ))
        return CD_POS_PART;
    /* "its forecast", "the jobless rate": no verb follows an owner, nor a base
     * form a singular */
    if (tags[i] == CD_POS_VERB && (classes & CD_CLASS_NOUN) != 0 &&
        (cd_word_is(tokens[i - 1].fold, CD_WORD_OWNER) ||
         (i > 1 && tags[i - 1] == CD_POS_NOUN && tags[i - 2] == CD_POS_DET &&
          !cd_str_ends(tokens[i - 1].fold, CD_STR("s")) &&
          (cd_token_is(&tokens[i - 2], "the") ||
           cd_token_is(&tokens[i - 2], "a")))))
        return CD_POS_NOUN;
    if (tags[i] == CD_POS_VERB && (classes & CD_CLASS_NOUN) != 0 && i > 1 &&
        tags[i - 1] == CD_POS_ADJ && tags[i - 2] == CD_POS_ADP)
        return CD_POS_NOUN; /* "of fat mass" */
    /* "energy use accounted for" */
    if (tags[i] == CD_POS_ADJ && classes == CD_CLASS_VERB_ED && next &&
        tags[i + 1] == CD_POS_ADP)
        return CD_POS_VERB_PAST;
    if (tags[i] == CD_POS_VERB && (classes & CD_CLASS_NOUN) != 0 && next &&
        tags[i - 1] == CD_POS_NOUN &&
        (cd_word_classes(tokens[i + 1].fold) & CD_CLASS_VERB_ED) != 0 &&
        tags[i + 1] != CD_POS_NOUN)
        return CD_POS_NOUN;
    /* "booked diluted earnings" */
    if ((tags[i] == CD_POS_VERB_DONE || tags[i] == CD_POS_VERB_PAST) && next &&
        follows_verb(tags, i) && cd_mend_is_noun(tags[i + 1]) &&
        tags[i + 1] != CD_POS_PRON)
        return CD_POS_ADJ;
    /* "home and auto policies" */
    if (tags[i] == CD_POS_ADV && (classes & CD_CLASS_NOUN) != 0 && next &&
        i + 2 < n && tags[i + 1] == CD_POS_CCONJ &&
        tags[i + 2] == CD_POS_NOUN && tags[i - 1] != CD_POS_ADV)
        return CD_POS_NOUN;
    if (tags[i] == CD_POS_NOUN && next &&
        cd_token_is(&tokens[i], "accounting") &&
        cd_token_is(&tokens[i + 1], "for"))
        return CD_POS_VERB_ING;
    return tags[i];
}

/* "losses among them could surpass": the verb of the clause is further on. */
static bool
is_plural(const struct cd_token *tokens, const uint8_t *tags, size_t n,
          size_t i)
{
    if (i == 0 || i + 1 >= n || tags[i] != CD_POS_VERB_S ||
        !(tags[i - 1] == CD_POS_NOUN || tags[i - 1] == CD_POS_ADJ) ||
        tags[i + 1] != CD_POS_ADP ||
        !(cd_word_is(tokens[i].fold, CD_WORD_MOVENOUN) ||
          cd_word_is(tokens[i].fold, CD_WORD_MEASURE)))
        return false;
    for (size_t right = i + 1; right < n; right++) {
        if (tags[right] == CD_POS_SCONJ || tags[right] == CD_POS_PUNCT)
            break;
        if (cd_mend_is_finite(tokens, tags, right))
            return true;
    }
    return false;
}

/* The verb that an amount stands behind, and the noun before it: "Fares rose
 * 3%", "Emissions from shipping fell 3%". */
static void
mend_move(const struct cd_token *tokens, size_t n, uint8_t *tags, size_t i)
{
    if (moves_amount(tokens, tags, n, i))
        tags[i] = CD_POS_VERB_PAST;
    if (i == 0 || tags[i] != CD_POS_VERB_PAST ||
        !cd_word_is(tokens[i].fold, CD_WORD_MOVE) ||
        !hides_noun(tokens, tags, i - 1) ||
        !cd_mend_opens_amount(tokens, tags, n, i + 1))
        return;
    tags[i - 1] = CD_POS_NOUN;
    if (i > 1 && cd_mend_is_preposition(tokens[i - 2].fold))
        tags[i - 2] = CD_POS_ADP;
}

/* What one word and its neighbours show. */
static void
mend_word(const struct cd_token *tokens, size_t n, uint8_t *tags, size_t i)
{
    if (tags[i] == CD_POS_SCONJ && i + 1 < n &&
        cd_mend_is_preposition(tokens[i].fold) &&
        (tags[i + 1] == CD_POS_PRON || cd_token_is(&tokens[i], "of")) &&
        !cd_token_is(&tokens[i], "as") && !cd_token_is(&tokens[i], "after") &&
        !cd_token_is(&tokens[i], "than") && !cd_token_is(&tokens[i], "for"))
        tags[i] = CD_POS_ADP; /* "the voltage across it was" */
    if (cd_mend_owns(tokens, n, i))
        tags[i] = CD_POS_PART;
    if (cd_mend_points(tokens, tags, n, i))
        tags[i] = CD_POS_DET;
    if (cd_mend_times(tokens, n, i))
        tags[i] = CD_POS_CCONJ;
    if (tags[i] == CD_POS_X && i > 0 && tags[i - 1] == CD_POS_PROPN &&
        (tokens[i].flags & CD_TOKEN_CAPITAL))
        tags[i] = CD_POS_PROPN;
    if ((tokens[i].flags & CD_TOKEN_CAPITAL) && cd_mend_is_noun(tags[i]) &&
        cd_mend_is_preposition(tokens[i].fold))
        tags[i] = CD_POS_ADP;
    if (i > 0 && tags[i] == CD_POS_NUM && tokens[i].kind == CD_TOKEN_WORD &&
        (tokens[i].flags & (CD_TOKEN_CAPITAL | CD_TOKEN_CAPS |
                            CD_TOKEN_DIGITS)) == CD_TOKEN_CAPITAL)
        tags[i] = CD_POS_PROPN;
    /* "its waiting list" */
    if (i > 0 && i + 1 < n && tags[i] == CD_POS_VERB_ING &&
        cd_word_is(tokens[i - 1].fold, CD_WORD_OWNER) &&
        tags[i + 1] == CD_POS_NOUN)
        tags[i] = CD_POS_ADJ;
    /* "sending its shares up" */
    if (i > 0 && tags[i] == CD_POS_VERB_S &&
        cd_word_is(tokens[i - 1].fold, CD_WORD_OWNER) &&
        !cd_token_is(&tokens[i - 1], "whose"))
        tags[i] = CD_POS_NOUN;
    if (i + 1 < n && tags[i] == CD_POS_NOUN && tags[i + 1] == CD_POS_NUM &&
        (cd_token_is(&tokens[i], "up") || cd_token_is(&tokens[i], "down")))
        tags[i] = CD_POS_ADV; /* ", up 112 from" */
    tags[i] = by_dictionary(tokens, tags, n, i);
    if (is_adjective(tokens, tags, n, i))
        tags[i] = CD_POS_ADJ;
    if (is_plural(tokens, tags, n, i))
        tags[i] = CD_POS_NOUN;
    if (agrees(tokens, tags, n, i)) {
        tags[i] = CD_POS_NOUN;
        tags[i + 2] = CD_POS_VERB;
    }
    if (declines(tokens, tags, n, i) || cd_mend_helped(tokens, tags, n, i))
        tags[i] = CD_POS_VERB;
    cd_mend_bare(tokens, n, tags, i);
    mend_move(tokens, n, tags, i);
    if (tags[i] == CD_POS_AUX && !cd_verb_is_auxiliary(tokens[i].fold))
        tags[i] = CD_POS_NOUN;
    if (tags[i] < CD_POS_VERB && tags[i] != CD_POS_AUX &&
        !(tokens[i].flags & CD_TOKEN_CAPITAL) &&
        cd_verb_is_past(tokens[i].fold))
        tags[i] = CD_POS_VERB_PAST;
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
        !(tokens[i + 1].kind == CD_TOKEN_NUMBER || tags[i + 1] == CD_POS_NUM ||
          tags[i + 1] == CD_POS_SYM))
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
        tags[i - 1] == CD_POS_ADJ && ends_subject(tokens, tags, i - 1))
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
        if (cd_mend_offers(tokens, tags, n, i))
            tags[i] = CD_POS_NOUN;
        if (cd_mend_prices(tokens, n, i))
            tags[i] = CD_POS_ADJ;
    }
    for (size_t i = 0; i < n; i++)
        mend_word(tokens, n, tags, i);
    if (n > 0)
        cd_mend_first(tokens, n, tags);
    cd_mend_names(tokens, n, tags);
    for (size_t i = 1; i < n; i++)
        mend_verb(tokens, n, tags, i);
}
