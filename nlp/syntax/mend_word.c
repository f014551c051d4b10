/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a word and the words beside it say against its tag.
 */
#include "nlp/syntax/mend_part.h"
#include "nlp/syntax/word_class.h"
#include "nlp/word/word.h"

bool
cd_mend_ends_subject(const struct cd_token *tokens, const uint8_t *tags,
                     size_t i)
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
    if ((tags[i] == CD_POS_VERB_DONE || tags[i] == CD_POS_VERB_PAST) && i > 1 &&
        tags[i - 1] == CD_POS_ADV && tags[i - 2] == CD_POS_DET &&
        (number || tags[i + 1] == CD_POS_ADJ || tags[i + 1] == CD_POS_NOUN))
        return true; /* "a seasonally adjusted annual rate" */
    if (tags[i] == CD_POS_VERB_DONE || tags[i] == CD_POS_VERB_PAST)
        return number && article; /* "by a revised 1,100" */
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

/* "Ashby beat Tarn 2-1": between two names no noun */
static bool
defeats(const struct cd_token *tokens, const uint8_t *tags, size_t n, size_t i)
{
    return i > 0 && i + 1 < n && tags[i] == CD_POS_NOUN &&
           (tokens[i].flags & CD_TOKEN_CAPITAL) == 0 &&
           (tokens[i - 1].flags & CD_TOKEN_CAPITAL) != 0 &&
           (tokens[i + 1].flags & CD_TOKEN_CAPITAL) != 0 &&
           cd_mend_is_noun(tags[i - 1]) && cd_mend_is_noun(tags[i + 1]) &&
           (cd_verb_is_constant(tokens[i].fold) ||
            cd_token_is(&tokens[i], "beat")) &&
           cd_word_is(tokens[i].fold, CD_WORD_RIVAL);
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
           (cd_mend_ends_subject(tokens, tags, i - 1) ||
            tags[i - 1] == CD_POS_AUX || tags[i - 1] == CD_POS_ADV ||
            hides_noun(tokens, tags, i - 1) ||
            cd_token_is(&tokens[i - 1], ",")) && /* "output, ..., rose 4%" */
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
        ((cd_token_is(&tokens[i], "accounting") &&
          cd_token_is(&tokens[i + 1], "for")) ||
         (cd_token_is(&tokens[i], "trading") && /* "oil trading at $50" */
          cd_token_is(&tokens[i + 1], "at") &&
          cd_mend_opens_amount(tokens, tags, n, i + 2))))
        return CD_POS_VERB_ING;
    if (i > 1 && cd_token_is(&tokens[i - 1], "old") &&
        cd_token_is(&tokens[i - 2], "-") && classes == CD_CLASS_VERB_ED &&
        cd_word_is(tokens[i].fold, CD_WORD_REPORT))
        return CD_POS_VERB_PAST; /* "The 31-year-old admitted" */
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
void
cd_mend_word(const struct cd_token *tokens, size_t n, uint8_t *tags, size_t i)
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
    if (cd_mend_letter(tokens, i))
        tags[i] = CD_POS_PROPN;
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
    if (defeats(tokens, tags, n, i))
        tags[i] = CD_POS_VERB_PAST;
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
