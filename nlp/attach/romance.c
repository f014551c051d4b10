/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/romance.h"

#include "base/sorted.h"

enum {
    CLAUSE = 48, /* tokens before a quantity that are looked at */
    LONGEST = 14 /* tokens of a subject */
};

enum romance_class {
    CD_ROMANCE_VERB,
    CD_ROMANCE_ARTICLE,
    CD_ROMANCE_PREPOSITION,
    CD_ROMANCE_OF,
    CD_ROMANCE_PRONOUN,
    CD_ROMANCE_REFLEXIVE,
    CD_ROMANCE_CONJUNCTION,
    CD_ROMANCE_JOINING,
    CD_ROMANCE_SUBORDINATE,
    CD_ROMANCE_ADVERB,
    CD_ROMANCE_NOUN,
    UNKNOWN,
    SIGN,
    NUMBER
};

struct cd_french_word {
    const char *form;
    enum romance_class class;
};

struct cd_spanish_word {
    const char *form;
    enum romance_class class;
};

#include "nlp/attach/french.inc"
#include "nlp/attach/spanish.inc"

static const struct cd_order_phrase none;

static const struct cd_token *
token_at(const struct cd_reading *reading, size_t i)
{
    return &reading->tokens.items[i];
}

static enum romance_class
class_in_table(const struct cd_reading *reading, struct cd_str fold)
{
    static const uint16_t french_pairs[] = CD_FRENCH_WORD_PAIRS;
    static const struct cd_sorted french =
        CD_SORTED(cd_french_word_table, french_pairs);
    static const uint16_t spanish_pairs[] = CD_SPANISH_WORD_PAIRS;
    static const struct cd_sorted spanish =
        CD_SORTED(cd_spanish_word_table, spanish_pairs);
    bool is_french = reading->language == CD_LANGUAGE_FR;
    size_t row = cd_sorted_find(is_french ? &french : &spanish, fold);

    if (is_french)
        return row < french.count ? cd_french_word_table[row].class : UNKNOWN;
    return row < spanish.count ? cd_spanish_word_table[row].class : UNKNOWN;
}

/* "subieron", "bajará", "augmenteraient": endings that verbs alone have. */
static bool
ends_as_verb(const struct cd_reading *reading, struct cd_str fold)
{
    static const char *const spanish[] = { "\xC3\xB3",    "aron",
                                           "ieron",       "ar\xC3\xA1n",
                                           "er\xC3\xA1n", "ir\xC3\xA1n",
                                           "ar\xC3\xA1" };
    static const char *const french[] = { "aient", "eront", "ait" };
    bool is_french = reading->language == CD_LANGUAGE_FR;
    const char *const *list = is_french ? french : spanish;
    size_t count = is_french ? CD_COUNT(french) : CD_COUNT(spanish);

    for (size_t i = 0; i < count; i++)
        if (fold.n > 4 && cd_str_ends(fold, cd_str_of(list[i])))
            return true;
    return false;
}

static enum romance_class
class_of(const struct cd_reading *reading, size_t i)
{
    const struct cd_token *token = token_at(reading, i);
    enum romance_class class;

    if (token->kind == CD_TOKEN_SIGN)
        return cd_token_is(token, "-") ? CD_ROMANCE_NOUN : SIGN;
    if (token->kind == CD_TOKEN_NUMBER)
        return NUMBER;
    class = class_in_table(reading, token->fold);
    if (class == UNKNOWN &&
        (cd_order_move(reading, i) != 0 || ends_as_verb(reading, token->fold)))
        return CD_ROMANCE_VERB;
    return class == UNKNOWN ? CD_ROMANCE_NOUN : class;
}

/* Behind an article or a preposition it is a noun: "une hausse". */
static bool
is_verb(const struct cd_reading *reading, size_t i)
{
    enum romance_class before = i > 0 ? class_of(reading, i - 1) : SIGN;

    return class_of(reading, i) == CD_ROMANCE_VERB &&
           before != CD_ROMANCE_ARTICLE && before != CD_ROMANCE_PREPOSITION &&
           before != CD_ROMANCE_OF;
}

/* Where the clause that ends at end begins: behind a sign or "que". */
static size_t
beginning(const struct cd_reading *reading, size_t end)
{
    size_t first = end;

    while (first > 0 && end - first < CLAUSE) {
        enum romance_class class = class_of(reading, first - 1);

        if (class == SIGN || class == CD_ROMANCE_JOINING)
            break;
        first--;
    }
    return end - first < CLAUSE ? first : end;
}

/* Without an article only names are subjects, which have capitals. */
static bool
is_name(const struct cd_reading *reading, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if ((token_at(reading, i)->flags & CD_TOKEN_CAPITAL) == 0 &&
            class_of(reading, i) != CD_ROMANCE_OF &&
            token_at(reading, i)->kind != CD_TOKEN_SIGN)
            return false;
    return true;
}

/* The phrase at first, before the verb or limit. */
static struct cd_order_phrase
subject_at(const struct cd_reading *reading, size_t first, size_t limit)
{
    bool article =
        first < limit && (class_of(reading, first) == CD_ROMANCE_ARTICLE ||
                          cd_token_is(token_at(reading, first), "des"));
    size_t end;

    first += article;
    for (end = first; end < limit && end - first < LONGEST; end++) {
        enum romance_class class = class_of(reading, end);

        if (class == CD_ROMANCE_REFLEXIVE || class == CD_ROMANCE_ADVERB ||
            is_verb(reading, end))
            break;
        if (class == CD_ROMANCE_PRONOUN || class == CD_ROMANCE_JOINING ||
            class == CD_ROMANCE_SUBORDINATE || class == NUMBER || class == SIGN)
            return none;
    }
    if (end == first || end - first == LONGEST ||
        (class_of(reading, first) != CD_ROMANCE_NOUN &&
         class_of(reading, first) != CD_ROMANCE_VERB) ||
        (!article && !is_name(reading, first, end)))
        return none;
    return (struct cd_order_phrase){ first, end };
}

/* Is there a verb from first up to end? */
static bool
has_verb(const struct cd_reading *reading, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_verb(reading, i))
            return true;
    return false;
}

/* "qui", "que" behind a comma at at */
static bool
is_relative(const struct cd_reading *reading, size_t at)
{
    static const char *const words[] = { "qui", "que", "dont", "qu" };

    return cd_str_among(token_at(reading, at)->fold, words, CD_COUNT(words));
}

/* "La société Brenar, basée à Lyon, a perdu": the phrase that begins the
 * sentence, where an aside stands between that has no verb, or a relative. */
static struct cd_order_phrase
before_aside(const struct cd_reading *reading, size_t first)
{
    size_t comma, start, end;
    struct cd_order_phrase found;

    if (first < 2)
        return none;
    comma = beginning(reading, first - 1);
    if (comma > 1 && is_relative(reading, comma - 1))
        comma--;
    if (comma < 2 ||
        (!is_relative(reading, comma) && has_verb(reading, comma, first - 1)) ||
        !cd_token_is(token_at(reading, comma - 1), ","))
        return none;
    end = comma - 1;
    start = beginning(reading, end);
    found = subject_at(reading, start, end);
    return found.end == end ? found : none;
}

struct cd_order_phrase
cd_romance_subject(const struct cd_reading *reading, size_t i)
{
    size_t start = cd_quantity_start(&reading->items[i]);
    size_t first = beginning(reading, start);
    struct cd_order_phrase found;

    while (first < start && !cd_token_is(token_at(reading, first), "ni") &&
           (class_of(reading, first) == CD_ROMANCE_CONJUNCTION ||
            class_of(reading, first) == CD_ROMANCE_ADVERB))
        first++;
    if (first == start || cd_token_is(token_at(reading, first), "ni") ||
        class_of(reading, start - 1) == CD_ROMANCE_CONJUNCTION)
        return none;
    if (class_of(reading, first) == CD_ROMANCE_VERB)
        return before_aside(reading, first);
    found = subject_at(reading, first, start);
    return found.end > found.first && has_verb(reading, found.end, start)
               ? found
               : none;
}
