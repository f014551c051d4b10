/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/noun.h"

#include "nlp/word/word.h"

enum {
    PHRASE_WORDS = 7,  /* longest noun phrase that is read */
    BRACKET_ITEMS = 6, /* longest bracket inside a phrase */
    ONE_WORDS = 3,     /* behind "one", whose head shows no ending */
};

static struct cd_str
fold_of(const struct cd_work *work, size_t item)
{
    return work->reading->tokens.items[work->items[item].first].fold;
}

static struct cd_str
cut(const struct cd_work *work, struct cd_str word, size_t drop,
    const char *tail)
{
    return cd_arena_printf(work->arena, "%.*s%s", (int)(word.n - drop), word.p,
                           tail);
}

struct cd_str
cd_noun_singular(const struct cd_work *work, struct cd_str word)
{
    const char *irregular =
        cd_lexicon_value(work->lexicon, word, CD_CLASS_PLURAL);

    if (irregular != NULL)
        return cd_str_of(irregular);
    if (cd_lexicon_value(work->lexicon, word, CD_CLASS_SAME) != NULL)
        return word;
    if (word.n > 3 && cd_str_ends(word, CD_STR("ies")))
        return cut(work, word, 3, "y");
    if (word.n > 4 &&
        (cd_str_ends(word, CD_STR("sses")) ||
         cd_str_ends(word, CD_STR("shes")) ||
         cd_str_ends(word, CD_STR("ches")) || cd_str_ends(word, CD_STR("xes"))))
        return cut(work, word, 2, "");
    if (word.n > 2 && word.p[word.n - 1] == 's' &&
        !cd_str_ends(word, CD_STR("ss")) && !cd_str_ends(word, CD_STR("us")) &&
        !cd_str_ends(word, CD_STR("is")))
        return cut(work, word, 1, "");
    return word;
}

bool
cd_noun_is_plural(const struct cd_work *work, const struct cd_item *item)
{
    (void)work;
    return (item->classes & CD_CLASS(PLURALISH)) != 0;
}

/* "three must-have tools" */
static bool
begins_must(const struct cd_work *work, size_t at)
{
    return cd_str_is(fold_of(work, at), "must") && at + 2 < work->count &&
           (work->items[at + 1].classes & CD_CLASS(HYPHEN)) != 0 &&
           (work->reading->tokens.items[work->items[at + 1].first].flags &
            CD_TOKEN_SPACED) == 0;
}

/* May items[at] be a word of a counted noun phrase? */
static bool
is_noun_word(const struct cd_work *work, size_t at, bool first)
{
    const struct cd_item *item = &work->items[at];
    const struct cd_token *token = &work->reading->tokens.items[item->first];

    if ((item->classes & CD_CLASS(WORD)) == 0 ||
        (item->classes & (CD_CLASS(QTY) | CD_CLASS(NUM) | CD_CLASS(NONCLAIM) |
                          CD_CLASS(MONTH) | CD_CLASS(WEEKDAY))) != 0)
        return false;
    if ((token->flags & CD_TOKEN_BREAK) != 0)
        return false;
    if ((item->classes & CD_CLASS(STOP)) != 0)
        return begins_must(work, at);
    if (item->end > item->first + 1 &&
        (item->classes & (CD_CLASS(MORETHAN) | CD_CLASS(LESSTHAN))) != 0)
        return false; /* "land north of Ashby" */
    if (!first && (item->classes & CD_CLASS(VERB)) != 0 &&
        (token->flags & CD_TOKEN_CAPITAL) != 0)
        return true; /* "the popular Carry On films" */
    /* "missing persons", "remaining seats": participles may begin one */
    if ((item->classes & CD_CLASS(VERB)) != 0)
        return first || (item->classes & CD_CLASS(PLURALISH)) != 0 ||
               cd_str_ends(token->fold, CD_STR("ing")) ||
               cd_str_ends(token->fold, CD_STR("ed")) ||
               cd_str_ends(token->fold, CD_STR("er"));
    return true;
}

/* "the two most important functions": a degree before an adjective. */
static bool
is_degree(const struct cd_work *work, size_t at)
{
    return at + 2 < work->count &&
           (cd_str_is(fold_of(work, at), "most") ||
            cd_str_is(fold_of(work, at), "least")) &&
           is_noun_word(work, at + 1, false);
}

/* One word of the phrase may be items joined by hyphens: the item behind it. */
static size_t
word_end(const struct cd_work *work, size_t at)
{
    size_t end = at + 1;

    while (end + 1 < work->count &&
           (work->items[end].classes & (CD_CLASS(HYPHEN) | CD_CLASS(SLASH))) !=
               0 &&
           (work->reading->tokens.items[work->items[end].first].flags &
            CD_TOKEN_SPACED) == 0 &&
           (work->items[end + 1].classes & CD_CLASS(WORD)) != 0 &&
           (work->reading->tokens.items[work->items[end + 1].first].flags &
            CD_TOKEN_SPACED) == 0)
        end += 2;
    return end;
}

static bool
is_possessive(const struct cd_work *work, size_t at)
{
    return at < work->count &&
           (work->items[at].classes & CD_CLASS(POSSESSIVE)) != 0;
}

static struct cd_str
unit_of(const struct cd_work *work, size_t at, size_t head)
{
    struct cd_str unit = cd_noun_singular(work, fold_of(work, head));
    const struct cd_item *item = &work->items[head];

    /* "great-grandchildren", "home-buyers", "co-founders" */
    if (head >= at + 2 &&
        (work->items[head - 1].classes & CD_CLASS(HYPHEN)) != 0)
        return cd_arena_printf(work->arena, "%.*s-%.*s",
                               (int)fold_of(work, head - 2).n,
                               fold_of(work, head - 2).p, (int)unit.n, unit.p);
    /* "break points" are no points of an index */
    if (cd_str_is(unit, "point") && head > at &&
        cd_word_is(fold_of(work, head - 1), CD_WORD_POINTKIND))
        return cd_arena_printf(work->arena, "%.*s point",
                               (int)fold_of(work, head - 1).n,
                               fold_of(work, head - 1).p);
    /* a model's name needs its maker: "nvidia h800" */
    if ((item->classes & CD_CLASS(DIGITS)) != 0 && head > at &&
        (work->items[head - 1].classes & CD_CLASS(CAPITAL)) != 0) {
        struct cd_str maker = fold_of(work, head - 1);

        return cd_arena_printf(work->arena, "%.*s %.*s", (int)maker.n, maker.p,
                               (int)unit.n, unit.p);
    }
    return unit;
}

/* Past what may stand between the words of a phrase whose head is to come:
 * "business and leisure", "acquisition (M&A) deals". */
static size_t
past_joint(const struct cd_work *work, size_t at)
{
    if (at < work->count && (work->items[at].classes & CD_CLASS(AND)) != 0)
        return at + 1;
    if (at >= work->count || (work->items[at].classes & CD_CLASS(LPAREN)) == 0)
        return at;
    for (size_t i = at + 1; i < work->count && i < at + BRACKET_ITEMS; i++)
        if ((work->items[i].classes & CD_CLASS(RPAREN)) != 0)
            return i + 1;
    return at;
}

/* "sold 6.4 mln bags and sales rose": a verb behind the plural at at that no
 * participle looks like is its own where the number has a verb before it. */
static bool
begins_clause(const struct cd_work *work, size_t from, size_t at)
{
    static const char *const finite[] = {
        "rose", "fell", "grew", "came", "went", "took", "began", "sank",
        "gave", "saw",  "drew", "rise", "fall", "grow", "are",   "were",
    };
    bool is_finite =
        at + 1 < work->count &&
        cd_str_among(fold_of(work, at + 1), finite, CD_COUNT(finite));

    while (is_finite && from > 0 &&
           (work->items[from - 1].classes &
            (CD_CLASS(COMMA) | CD_CLASS(STOPMARK))) == 0)
        if ((work->items[--from].classes & CD_CLASS(VERB)) != 0)
            return true;
    return false;
}

/* "50 countries and employs 900 people": a verb, for what it takes follows. */
static bool
has_object(const struct cd_work *work, size_t at)
{
    return at + 1 < work->count &&
           (work->items[at + 1].classes &
            (CD_CLASS(NUM) | CD_CLASS(QTY) | CD_CLASS(ARTICLE) | CD_CLASS(THE) |
             CD_CLASS(VAGUE))) != 0;
}

/* "lawyers and investigators": the second plural belongs to the phrase that
 * begins at from. */
static size_t
second_plural(struct cd_work *work, size_t from, size_t head)
{
    size_t second = head + 2;

    if (second >= work->count ||
        (work->items[head + 1].classes & CD_CLASS(AND)) == 0 ||
        (work->items[second].classes & CD_CLASS(LOWER)) == 0 ||
        (work->items[second].classes & CD_CLASS(VERB)) != 0 ||
        !is_noun_word(work, second, false) ||
        !cd_noun_is_plural(work, &work->items[second]) ||
        has_object(work, second) || begins_clause(work, from, second))
        return head;
    return second;
}

/* "one study called": behind a noun that shows no ending, a participle is the
 * verb; behind an adverb it is none ("one heavily armed man"). */
static bool
ends_one(const struct cd_work *work, size_t from, size_t at)
{
    return at > from && from > 0 &&
           (work->items[from - 1].classes & CD_CLASS(ONE)) != 0 &&
           cd_str_ends(fold_of(work, at), CD_STR("ed")) &&
           !cd_str_ends(fold_of(work, at - 1), CD_STR("ly"));
}

bool
cd_noun_phrase(struct cd_work *work, size_t at, bool one, struct cd_noun *out)
{
    size_t head = SIZE_MAX, words = 0, next = at, last = at;
    size_t most = one ? ONE_WORDS : PHRASE_WORDS;

    if (cd_lexicon_language(work->lexicon) != CD_LANGUAGE_EN)
        return cd_noun_plain(work, at, out);
    while (next < work->count && words < most &&
           (is_noun_word(work, next, words == 0) ||
            (words == 0 && !one && is_degree(work, next)))) {
        size_t end = word_end(work, next);
        bool plural = cd_noun_is_plural(work, &work->items[end - 1]);

        if (is_possessive(work, end) || (one && ends_one(work, at, next)))
            break;
        /* a plural ends the phrase unless a plural follows it */
        if (head != SIZE_MAX &&
            (!plural || (work->items[next].classes & CD_CLASS(VERB)) != 0))
            break;
        if (plural && !one)
            head = end - 1;
        last = end - 1;
        next = head == SIZE_MAX && !one ? past_joint(work, end) : end;
        words++;
    }
    if (words == 0)
        return false;
    if (head == SIZE_MAX && !one)
        return false;
    if (head == SIZE_MAX)
        head = last;
    out->unit = unit_of(work, at, head);
    if (!one && second_plural(work, at, head) > head) {
        struct cd_str other = cd_noun_singular(work, fold_of(work, head + 2));

        out->unit =
            cd_arena_printf(work->arena, "%.*s and %.*s", (int)out->unit.n,
                            out->unit.p, (int)other.n, other.p);
        head += 2;
    }
    out->head = head;
    out->end = head + 1;
    return true;
}
