/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/money.h"

#include "base/ascii.h"
#include "base/sorted.h"
#include "nlp/quantity/make.h"

struct cd_money_place {
    const char *place, *code;
};

struct cd_money_word {
    const char *word, *usual, *others;
};

#include "nlp/quantity/money_places.inc"
#include "nlp/quantity/money_words.inc"

_Static_assert(CD_COUNT(cd_money_place_table) <= CD_MONEY_PLACES_MAX,
               "room for the money of each row of data/money_places.tsv");

enum {
    BEFORE = 24, /* tokens in which a place is looked for */
    BEHIND = 16,
    WORD_MAX = 16, /* bytes of a place */
    NAMED = 3,     /* times that a country of dollars is named */
};

/* The money of a place, or NULL. */
static const char *
code_of(struct cd_str word)
{
    static const uint16_t pairs[] = CD_MONEY_PLACE_PAIRS;
    static const struct cd_sorted places =
        CD_SORTED(cd_money_place_table, pairs);
    size_t row = cd_sorted_find(&places, word);

    return row < places.count ? cd_money_place_table[row].code : NULL;
}

static const struct cd_money_word *
find_word(struct cd_str fold)
{
    static const uint16_t pairs[] = CD_MONEY_WORD_PAIRS;
    static const struct cd_sorted words = CD_SORTED(cd_money_word_table, pairs);
    size_t row = cd_sorted_find(&words, fold);

    return row < words.count ? &cd_money_word_table[row] : NULL;
}

/* Is it the money of that name in some country? */
static bool
may_be(const struct cd_money_word *word, const char *code)
{
    return strcmp(code, word->usual) == 0 || strstr(word->others, code) != NULL;
}

static bool
is_dollar(const struct cd_money_word *word)
{
    return strcmp(word->usual, "USD") == 0;
}

/* ---- the document ---------------------------------------------------- */

/* The money of ".ca", or NULL: the mark and the letters behind it. */
static const char *
region_of(struct cd_str letters)
{
    char key[3] = { '.' };

    if (letters.n < 2 || (letters.n > 2 && cd_ascii_is_alpha(letters.p[2])))
        return NULL;
    key[1] = cd_ascii_lower(letters.p[0]);
    key[2] = cd_ascii_lower(letters.p[1]);
    return code_of((struct cd_str){ key, sizeof(key) });
}

/* Behind the last point of the host's name. */
static struct cd_str
end_of_host(struct cd_str url)
{
    size_t from = cd_str_find(url, CD_STR("://"), 0), end;

    if (from == SIZE_MAX)
        return (struct cd_str){ "", 0 };
    for (from += 3, end = from; end < url.n && url.p[end] != '/' &&
                                url.p[end] != ':' && url.p[end] != '?';)
        end++;
    for (size_t at = end; at > from; at--)
        if (url.p[at - 1] == '.')
            return cd_str_sub(url, at, end);
    return (struct cd_str){ "", 0 };
}

void
cd_money_start(struct cd_money *money, struct cd_str text, struct cd_str url,
               struct cd_str language)
{
    size_t mark = cd_str_find(language, CD_STR("-"), 0);

    money->text = text;
    money->counted = false;
    money->region = region_of(end_of_host(url));
    if (money->region == NULL && mark != SIZE_MAX)
        money->region = region_of(cd_str_sub(language, mark + 1, language.n));
}

static bool
in_word(char c)
{
    return cd_ascii_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* The count of the money of a code, whose three letters may go on; NULL if no
 * place of it is named. */
static struct cd_money_named *
find_named(struct cd_money *money, const char *code)
{
    for (size_t i = 0; i < money->named_count; i++)
        if (strncmp(money->named[i].code, code, 3) == 0)
            return &money->named[i];
    return NULL;
}

static void
count_place(struct cd_money *money, const char *code)
{
    struct cd_money_named *named = find_named(money, code);

    if (named == NULL) {
        named = &money->named[money->named_count++];
        *named = (struct cd_money_named){ .code = code };
    }
    named->times++;
}

/* Counts a word that begins with a capital; "U.S." is one.  Where it ends. */
static size_t
count_word(struct cd_money *money, size_t at)
{
    char lower[WORD_MAX];
    struct cd_str text = money->text, word = { lower, 0 };
    const char *code;
    size_t end = at;

    for (; end < text.n && (in_word(text.p[end]) ||
                            (text.p[end] == '.' && end + 1 < text.n &&
                             end == at + 1 && in_word(text.p[end + 1])));
         end++)
        if (end - at < WORD_MAX)
            lower[word.n++] = cd_ascii_lower(text.p[end]);
    if (end - at == 3 && text.p[at + 1] == '.' && end < text.n &&
        text.p[end] == '.' && word.n < WORD_MAX)
        lower[word.n++] = '.';
    if (end - at > WORD_MAX ||
        (word.n == 2 && lower[0] == 'u' && !cd_ascii_is_upper(text.p[at + 1])))
        return end; /* "Us" is none */
    code = code_of(word);
    if (code != NULL)
        count_place(money, code);
    return end;
}

static void
count_places(struct cd_money *money)
{
    if (money->counted)
        return;
    money->counted = true;
    money->named_count = 0;
    for (size_t at = 0; at < money->text.n;) {
        if (!in_word(money->text.p[at])) {
            at++;
        } else if (cd_ascii_is_upper(money->text.p[at])) {
            at = count_word(money, at);
        } else {
            while (at < money->text.n && in_word(money->text.p[at]))
                at++;
        }
    }
}

static unsigned
times_named(struct cd_money *money, const char *code)
{
    const struct cd_money_named *named = find_named(money, code);

    return named != NULL ? named->times : 0;
}

/* Of all that the word may be, what is named most often; the usual one where
 * nothing is, or as often. */
static const char *
named_most(struct cd_money *money, const struct cd_money_word *word)
{
    const char *best = word->usual;
    unsigned most = times_named(money, best);

    for (const char *at = word->others; at[0] != '\0'; at += 3) {
        unsigned times;

        at += strspn(at, " ");
        times = times_named(money, at);
        if (times > most) {
            most = times;
            best = at;
        }
    }
    return most > 0 ? best : NULL;
}

static const char *
of_document(struct cd_money *money, const struct cd_money_word *word)
{
    const char *named;

    if (is_dollar(word) && money->region != NULL && may_be(word, money->region))
        return money->region;
    count_places(money);
    named = named_most(money, word);
    if (named != NULL && is_dollar(word))
        return times_named(money, word->usual) == 0 &&
                       times_named(money, named) >= NAMED
                   ? named
                   : NULL;
    if (named == NULL && money->region != NULL && may_be(word, money->region))
        return money->region;
    return named;
}

/* ---- the sentence ---------------------------------------------------- */

/* The money of the place at token at, if the word may be it; or NULL. */
static const char *
place_at(const struct cd_work *work, size_t at,
         const struct cd_money_word *word)
{
    const struct cd_token *token = &work->reading->tokens.items[at];
    const char *code;

    if (token->kind != CD_TOKEN_WORD || (token->flags & CD_TOKEN_CAPITAL) == 0)
        return NULL;
    code = code_of(token->fold);
    return code != NULL && may_be(word, code) ? code : NULL;
}

static const char *
of_sentence(const struct cd_work *work, const struct cd_quantity *q,
            const struct cd_money_word *word)
{
    size_t count = work->reading->tokens.count;

    for (size_t i = q->first; i-- > 0 && i + BEFORE > q->first;)
        if (place_at(work, i, word) != NULL)
            return place_at(work, i, word);
    for (size_t i = q->end; i < count && i < q->end + BEHIND; i++)
        if (place_at(work, i, word) != NULL)
            return place_at(work, i, word);
    return NULL;
}

/* The row of the quantity's money, if its name says no country. */
static const struct cd_money_word *
bare_word(const struct cd_work *work, const struct cd_quantity *q)
{
    const cd_u128 money = CD_CLASS(CUR) | CD_CLASS(CURWORD) |
                          CD_CLASS(GLUEDCUR) | CD_CLASS(CENTS) |
                          CD_CLASS(POUNDS);

    for (size_t i = q->first; i < q->end; i++) {
        const struct cd_money_word *word;

        if ((work->terms[i].classes & money) == 0)
            continue;
        word = work->terms[i].tokens == 1
                   ? find_word(work->reading->tokens.items[i].fold)
                   : NULL;
        return word != NULL && cd_str_starts(q->unit, cd_str_of(word->usual))
                   ? word
                   : NULL;
    }
    return NULL;
}

static void
settle(struct cd_work *work, struct cd_quantity *q)
{
    const struct cd_money_word *word = bare_word(work, q);
    const char *code;

    if (word == NULL)
        return;
    code = is_dollar(word) ? NULL : of_sentence(work, q, word);
    if (code == NULL)
        code = of_document(work->reading->money, word);
    if (code == NULL || strncmp(code, word->usual, 3) == 0)
        return;
    q->unit = cd_arena_printf(work->arena, "%.3s%.*s", code,
                              (int)(q->unit.n - 3), q->unit.p + 3);
    cd_make_rule(q, "money.place");
}

void
cd_money_settle(struct cd_work *work)
{
    if (work->reading->money == NULL)
        return;
    for (size_t at = 0; at < work->count; at++) {
        if ((work->items[at].classes & CD_CLASS(QTY)) != 0 &&
            cd_work_quantity(work, at)->class == CD_QUANTITY_MONEY)
            settle(work, cd_work_quantity(work, at));
    }
}
