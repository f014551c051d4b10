/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/german.h"

#include "base/sorted.h"

enum german_class {
    CD_GERMAN_ARTICLE,
    CD_GERMAN_OBLIQUE,
    CD_GERMAN_PREPOSITION,
    CD_GERMAN_PRONOUN,
    CD_GERMAN_CONJUNCTION,
    CD_GERMAN_ADVERB,
    CD_GERMAN_REFLEXIVE,
    CD_GERMAN_JOINING,
    CD_GERMAN_RELATIVE,
    CD_GERMAN_TIME,
    NOUN,  /* has a capital */
    OTHER, /* a verb, an adjective, a sign */
    SIGN,
    NUMBER
};

struct cd_german_word {
    const char *form;
    enum german_class class;
};

#include "nlp/attach/german.inc"

enum { CLAUSE = 48 /* tokens to each side that are looked at */ };

struct clause {
    const struct cd_reading *reading;
    const struct cd_quantity *q;
    size_t first, end;
};

static const struct cd_order_phrase none;

static const struct cd_token *
token_at(const struct cd_reading *reading, size_t i)
{
    return &reading->tokens.items[i];
}

static enum german_class
class_of(const struct cd_reading *reading, size_t i)
{
    static const uint16_t pairs[] = CD_GERMAN_WORD_PAIRS;
    static const struct cd_sorted words =
        CD_SORTED(cd_german_word_table, pairs);
    const struct cd_token *token = token_at(reading, i);
    size_t row;

    if (token->kind == CD_TOKEN_SIGN) /* "NRW-Landesregierung" is a noun */
        return cd_token_is(token, "-") && (token->flags & CD_TOKEN_SPACED) == 0
                   ? NOUN
                   : SIGN;
    if (token->kind == CD_TOKEN_NUMBER)
        return NUMBER;
    row = cd_sorted_find(&words, token->fold);
    if (row < words.count)
        return cd_german_word_table[row].class;
    return (token->flags & CD_TOKEN_CAPITAL) != 0 ? NOUN : OTHER;
}

static bool
is_noun(const struct cd_reading *reading, size_t i)
{
    enum german_class class = class_of(reading, i);

    return class == NOUN || class == CD_GERMAN_TIME;
}

static bool
in_quantity(const struct clause *c, size_t i)
{
    return i >= c->q->first && i < c->q->end;
}

/* A phrase with its adjectives at i, behind an article: their end, or i if no
 * noun follows. */
static size_t
nouns_at(const struct clause *c, size_t i, bool article)
{
    size_t at = i;

    while (article && at < c->end && !in_quantity(c, at) &&
           class_of(c->reading, at) == OTHER)
        at++;
    if (at >= c->end || in_quantity(c, at) || !is_noun(c->reading, at))
        return i;
    while (at < c->end && !in_quantity(c, at) && is_noun(c->reading, at))
        at++;
    return at;
}

/* An article or "im" at i. */
static bool
is_article(const struct clause *c, size_t i)
{
    return i < c->end && class_of(c->reading, i) <= CD_GERMAN_OBLIQUE;
}

/* "des", "einer", "seines": but "den" and "die" begin another phrase. */
static bool
is_genitive(const struct clause *c, size_t i)
{
    struct cd_str fold = token_at(c->reading, i)->fold;

    return is_article(c, i) &&
           (cd_str_ends(fold, CD_STR("er")) || cd_str_ends(fold, CD_STR("es")));
}

/* "rechnen die Experten mit einem Zuwachs von 3 Prozent": does the phrase that
 * ends here say what the quantity is? */
static bool
names_quantity(const struct clause *c, size_t end)
{
    size_t start = cd_quantity_start(c->q);

    return end == start || (end + 1 == start &&
                            class_of(c->reading, end) == CD_GERMAN_PREPOSITION);
}

/* "des Konzerns", "in Frankreich", "von Norvik" behind a phrase. */
static size_t
modifiers_at(const struct clause *c, size_t at)
{
    while (at < c->end && !in_quantity(c, at)) {
        bool joined = class_of(c->reading, at) == CD_GERMAN_PREPOSITION;
        size_t from = at, end;

        if (joined)
            from += 1 + is_article(c, at + 1);
        else
            from += is_genitive(c, at);
        if (from == at)
            break;
        end = nouns_at(c, from, true);
        if (end == from || (joined && names_quantity(c, end)))
            break;
        at = end;
    }
    return at;
}

/* "Diese Woche", but not Mira Sonntag. */
static bool
is_time(const struct clause *c, size_t first, size_t end)
{
    return class_of(c->reading, end - 1) == CD_GERMAN_TIME &&
           (end - 1 == first || class_of(c->reading, end - 2) != NOUN);
}

/* The phrase at i that may be a subject, or none. */
static struct cd_order_phrase
subject_at(const struct clause *c, size_t i)
{
    bool article = i < c->end && class_of(c->reading, i) == CD_GERMAN_ARTICLE;
    size_t first = i + article, end;

    if (first >= c->end || in_quantity(c, first))
        return none;
    end = nouns_at(c, first, article);
    if (end == first || is_time(c, first, end))
        return none;
    return (struct cd_order_phrase){ first, end };
}

/* The finite verb of a clause without a conjunction in front: the first word
 * that is no part of a phrase. */
static size_t
find_verb(const struct clause *c)
{
    size_t at = c->first;

    while (at < c->end) {
        enum german_class class = class_of(c->reading, at);
        bool opens = class == CD_GERMAN_ARTICLE || class == CD_GERMAN_OBLIQUE;

        if (in_quantity(c, at)) {
            at = c->q->end;
            continue;
        }
        if (class == OTHER)
            return at;
        /* what stands behind an article or "im" is an adjective */
        if (opens || class == CD_GERMAN_PREPOSITION) {
            size_t end = nouns_at(c, at + 1, true);

            at = end > at + 1 ? end : at + 1;
            continue;
        }
        at++;
    }
    return c->end;
}

/* Behind the verb: past "sich", adverbs and phrases with a preposition. */
static struct cd_order_phrase
behind_verb(const struct clause *c, size_t verb)
{
    size_t at = verb + 1;

    while (at < c->end && !in_quantity(c, at)) {
        enum german_class class = class_of(c->reading, at);

        if (class == CD_GERMAN_REFLEXIVE || class == CD_GERMAN_ADVERB) {
            at++;
        } else if (class == CD_GERMAN_PREPOSITION) {
            size_t end;

            at += 1 + is_article(c, at + 1);
            end = nouns_at(c, at, true);
            if (end == at)
                return none;
            at = end;
        } else {
            break;
        }
    }
    return subject_at(c, at);
}

/* "hob den Leitzins um 0,25 Punkte an": what is moved. */
static struct cd_order_phrase
moved(const struct clause *c, size_t verb)
{
    for (size_t i = verb + 1; i + 1 < c->q->first; i++) {
        size_t end;

        if (!cd_token_is(token_at(c->reading, i), "den") &&
            class_of(c->reading, i) != CD_GERMAN_ARTICLE)
            continue;
        end = nouns_at(c, i + 1, true);
        if (end > i + 1 && class_of(c->reading, i - 1) != CD_GERMAN_PREPOSITION)
            return (struct cd_order_phrase){ i + 1, end };
    }
    return none;
}

/* Is it a verb of change? */
static bool
is_move(const struct clause *c, size_t verb)
{
    return verb < c->end && cd_order_move(c->reading, verb) != 0;
}

/* "hob an um 5 Prozent" */
static bool
is_moving(const struct clause *c, size_t verb)
{
    return is_move(c, verb) && c->q->first > 0 &&
           cd_token_is(token_at(c->reading, c->q->first - 1), "um");
}

/* Where the clause that ends at end begins: behind a sign. */
static size_t
beginning(const struct cd_reading *reading, size_t end)
{
    size_t first = end;

    while (first > 0 && end - first < CLAUSE &&
           class_of(reading, first - 1) != SIGN)
        first--;
    return first;
}

/* The clause between signs that holds the quantity. */
static struct clause
clause_of(const struct cd_reading *reading, const struct cd_quantity *q)
{
    struct clause c = { reading, q, q->first, q->end };

    c.first = beginning(reading, q->first);
    while (c.end < reading->tokens.count && c.end - q->end < CLAUSE &&
           class_of(reading, c.end) != SIGN)
        c.end++;
    return c;
}

/* "Die Kleinstadt, die an der Elbe liegt, hat 9000 Einwohner": the phrase that
 * begins the sentence, where a relative clause stands between. */
static struct cd_order_phrase
before_relative(const struct clause *c)
{
    struct clause before = *c;
    size_t end = c->first > 0 ? c->first - 1 : 0;
    size_t comma = beginning(c->reading, end);
    struct cd_order_phrase found;

    if (comma == 0 || comma + 1 >= end ||
        (class_of(c->reading, comma) != CD_GERMAN_RELATIVE &&
         (class_of(c->reading, comma) > CD_GERMAN_OBLIQUE ||
          class_of(c->reading, comma + 1) == NOUN)))
        return none;
    before.end = comma - 1;
    before.first = beginning(c->reading, before.end);
    found = subject_at(&before, before.first);
    found.end = found.end > found.first ? modifiers_at(&before, found.end) : 0;
    return found.end == before.end ? found : none;
}

/* "A, B und C": does the clause begin in a list? */
static bool
in_list(const struct clause *c)
{
    struct clause before = *c;

    if (c->first == 0 || !cd_token_is(token_at(c->reading, c->first - 1), ","))
        return false;
    before.end = c->first - 1;
    before.first = beginning(c->reading, before.end);
    return find_verb(&before) == before.end;
}

/* Is the quantity itself what stands in front of the verb: "Nur 12 Prozent
 * stimmten zu"? */
static bool
stands_in_front(const struct clause *c, size_t verb)
{
    const struct cd_quantity *q = c->q;
    size_t first = cd_quantity_start(q);

    return first < verb &&
           (first == c->first ||
            class_of(c->reading, first - 1) != CD_GERMAN_PREPOSITION);
}

/* In front of the verb, with all that belongs to it; none if more stands
 * there. */
static struct cd_order_phrase
in_front(const struct clause *c, size_t first, size_t verb)
{
    struct cd_order_phrase found = subject_at(c, first);
    size_t end;

    if (found.end <= found.first)
        return none;
    end = modifiers_at(c, found.end);
    if (end == verb)
        found.end = end;
    else if (class_of(c->reading, end) != CD_GERMAN_CONJUNCTION)
        return none;
    return found;
}

static struct cd_order_phrase
in_main_clause(const struct clause *c, size_t first, size_t verb)
{
    struct cd_order_phrase found = none;

    if (class_of(c->reading, first) == CD_GERMAN_OBLIQUE && is_move(c, verb)) {
        size_t end = nouns_at(c, first + 1, true);

        if (end == verb) /* "Ihren Gewinn steigerte die Bank auf" */
            return (struct cd_order_phrase){ first + 1, end };
    }
    if (verb > first + 1 && class_of(c->reading, first) == CD_GERMAN_ADVERB)
        first++; /* "Auch die Preise" */
    if (verb == first)
        found = before_relative(c);
    if (found.end <= found.first)
        found = in_front(c, first, verb);
    if (found.end <= found.first && subject_at(c, first).end == 0) {
        found = behind_verb(c, verb);
        if (found.end > found.first)
            found.end = modifiers_at(c, found.end);
    }
    return found;
}

static struct cd_order_phrase
find(const struct clause *c)
{
    size_t first = c->first, verb;
    enum german_class class = class_of(c->reading, first);
    struct cd_order_phrase found;

    if (c->q->first - first == CLAUSE)
        return none;
    verb = find_verb(c);
    if (class == CD_GERMAN_JOINING) {
        found = subject_at(c, first + 1);
        if (found.end > found.first)
            found.end = modifiers_at(c, found.end);
        return found;
    }
    if (class == CD_GERMAN_CONJUNCTION)
        class = class_of(c->reading, ++first);
    if (verb == c->end || class == CD_GERMAN_PRONOUN ||
        class == CD_GERMAN_RELATIVE || class == CD_GERMAN_JOINING ||
        stands_in_front(c, verb) || in_list(c))
        return none;
    found = in_main_clause(c, first, verb);
    if (found.end > found.first && is_moving(c, verb)) {
        struct cd_order_phrase object = moved(c, verb);

        if (object.end > object.first && object.first > found.end)
            return object;
    }
    return found;
}

struct cd_order_phrase
cd_german_subject(const struct cd_reading *reading, size_t i)
{
    struct clause c = clause_of(reading, &reading->items[i]);

    return find(&c);
}
