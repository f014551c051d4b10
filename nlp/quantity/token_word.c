/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words: where they end, and what is cut off them.
 */
#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "nlp/quantity/token_part.h"

/* Is there an apostrophe at at with letters on both sides?  Its bytes, or 0. */
static size_t
apostrophe(const struct cd_scan *s, size_t at)
{
    size_t n = 0;

    if (s->text.p[at] == '\'')
        n = 1;
    else if (s->end - at >= 3 && memcmp(s->text.p + at, "\xE2\x80\x99", 3) == 0)
        n = 3;
    if (n == 0 || at + n >= s->end)
        return 0;
    return cd_utf8_is_letter(cd_utf8_next(s->text, &(size_t){ at + n })) ? n
                                                                         : 0;
}

/* "U.S.", "a.m.": single letters with points; their end, or start. */
static size_t
initials_end(const struct cd_scan *s, size_t start)
{
    size_t at = start, pairs = 0;

    while (at + 1 < s->end && cd_ascii_is_alpha(s->text.p[at]) &&
           s->text.p[at + 1] == '.') {
        at += 2;
        pairs++;
    }
    if (pairs >= 2 && (at >= s->end || !cd_ascii_is_alnum(s->text.p[at])))
        return at;
    return start;
}

/* Letters that stand glued before an amount: "RM23.50", "USD10m", "$US160". */
static const struct cd_str money_letters[] = {
    { "USD", 3 }, { "EUR", 3 }, { "GBP", 3 }, { "JPY", 3 }, { "CNY", 3 },
    { "CAD", 3 }, { "AUD", 3 }, { "CHF", 3 }, { "INR", 3 }, { "HKD", 3 },
    { "NZD", 3 }, { "SGD", 3 }, { "MYR", 3 }, { "RM", 2 },  { "Rs", 2 },
    { "RMB", 3 }, { "SEK", 3 }, { "NOK", 3 }, { "DKK", 3 }, { "ZAR", 3 },
    { "KRW", 3 }, { "MXN", 3 }, { "BRL", 3 }, { "RUB", 3 }, { "THB", 3 },
    { "IDR", 3 }, { "PHP", 3 }, { "AED", 3 }, { "SAR", 3 }, { "PKR", 3 },
    { "BDT", 3 }, { "LKR", 3 }, { "KES", 3 }, { "NGN", 3 }, { "EGP", 3 },
    { "VND", 3 }, { "PLN", 3 }, { "Rp", 2 },  { "MNT", 3 }, { "KSh", 3 },
    { "Sh", 2 },  { "Shs", 3 }, { "USh", 3 }, { "TSh", 3 },
};

/* "PS21,700": what plain ASCII makes of a pound sign; "PS5" is a name. */
static bool
is_ascii_pound(const struct cd_scan *s, struct cd_str letters, size_t end)
{
    return cd_str_is(letters, "PS") && end + 1 < s->end &&
           (cd_ascii_is_digit(s->text.p[end + 1]) ||
            cd_scan_goes_on((struct cd_str){ s->text.p, s->end }, end + 1));
}

/* "R7.5bn", "R1,200", "R350", "R20m", "R5 million": rand; "R5" and "R34a" are
 * names. */
static bool
is_rand(const struct cd_scan *s, struct cd_str letters, size_t end)
{
    static const struct cd_str scales[] = {
        { "bn", 2 }, { "m", 1 },        { "mn", 2 },
        { "k", 1 },  { " million", 8 }, { " billion", 8 },
    };
    struct cd_str rest = cd_str_sub(s->text, end, s->end);
    size_t digits = 0;

    if (!cd_str_is(letters, "R"))
        return false;
    while (digits < rest.n && cd_ascii_is_digit(rest.p[digits]))
        digits++;
    if (digits > 2 || cd_scan_goes_on(rest, digits))
        return true;
    rest = cd_str_sub(rest, digits, rest.n);
    for (size_t i = 0; i < CD_COUNT(scales); i++)
        if (cd_str_starts(rest, scales[i]) &&
            (rest.n == scales[i].n || !cd_ascii_is_alnum(rest.p[scales[i].n])))
            return true;
    return false;
}

static bool
is_money_letters(const struct cd_scan *s, size_t end)
{
    struct cd_str letters = cd_str_sub(s->text, s->at, end);

    if (is_ascii_pound(s, letters, end) || is_rand(s, letters, end))
        return true;
    if (s->at > s->base && s->text.p[s->at - 1] == '$' && letters.n <= 2)
        return true;
    for (size_t i = 0; letters.n <= 3 && i < CD_COUNT(money_letters); i++)
        if (cd_str_eq(letters, money_letters[i]))
            return true;
    return false;
}

/* Is the & at at inside "S&P", "AT&T"? */
static bool
is_joined(const struct cd_scan *s, size_t at)
{
    return at > s->at && at + 1 < s->end &&
           cd_ascii_is_upper(s->text.p[at - 1]) &&
           cd_ascii_is_upper(s->text.p[at + 1]) &&
           (at + 2 >= s->end || !cd_ascii_is_alpha(s->text.p[at + 2]) ||
            cd_ascii_is_upper(s->text.p[at + 2]));
}

static size_t
word_end(const struct cd_scan *s, uint8_t *flags, bool *plain)
{
    size_t at = s->at;

    while (at < s->end) {
        unsigned char c = (unsigned char)s->text.p[at];
        size_t next = at;
        uint32_t code;

        if (c == '&' && is_joined(s, at)) {
            at++;
            continue;
        }
        if (c < 0x80 && c != '\'') {
            if (!cd_ascii_is_alnum((char)c) && c != '_')
                break;
            if (cd_ascii_is_digit((char)c) && (*flags & CD_TOKEN_DIGITS) == 0 &&
                is_money_letters(s, at))
                break;
            if (cd_ascii_is_digit((char)c))
                *flags |= CD_TOKEN_DIGITS;
            else if (!cd_ascii_is_upper((char)c))
                *flags &= (uint8_t)~CD_TOKEN_CAPS;
            at++;
            continue;
        }
        if ((next = apostrophe(s, at)) != 0) {
            *plain = *plain && c == '\'';
            at += next;
            continue;
        }
        next = at;
        code = cd_utf8_next(s->text, &next);
        if (c == '\'' || !cd_utf8_is_letter(code))
            break;
        if (!cd_utf8_is_upper(code))
            *flags &= (uint8_t)~CD_TOKEN_CAPS;
        *plain = false;
        at = next;
    }
    return at;
}

/* Lower case of a word that is not all ASCII, marks composed with the letters
 * before them. */
static struct cd_str
fold_word(struct cd_scan *s, size_t end)
{
    char *out = cd_arena_bytes(s->arena, 2 * (end - s->at) + 4);
    size_t n = 0, last = 0; /* where the last code point was put */
    uint32_t before = 0;

    for (size_t at = s->at; at < end;) {
        uint32_t code = cd_utf8_lower(cd_utf8_next(s->text, &at)), whole;

        if (code == 0x2019)
            code = '\'';
        whole = cd_utf8_is_mark(code) ? cd_utf8_compose(before, code) : 0;
        if (whole > 0)
            n = last;
        last = n;
        before = whole > 0 ? whole : code;
        n += cd_utf8_put(out + n, before);
        if (n + 4 > 2 * (end - s->at) + 4)
            break;
    }
    return (struct cd_str){ out, n };
}

static const struct cd_str clitics[] = {
    { "n't", 3 }, { "'s", 2 }, { "'re", 3 }, { "'ve", 3 },
    { "'ll", 3 }, { "'m", 2 }, { "'d", 2 },
};

/* Bytes of the clitic at the end of the word, or 0. */
static size_t
clitic(struct cd_str fold)
{
    for (size_t i = 0; i < CD_COUNT(clitics); i++)
        if (fold.n > clitics[i].n && cd_str_ends(fold, clitics[i]))
            return clitics[i].n;
    return 0;
}

static void
add_word(struct cd_scan *s, size_t end, struct cd_str fold, uint8_t flags)
{
    size_t cut = memchr(fold.p, '\'', fold.n) != NULL ? clitic(fold) : 0;
    size_t bytes = cut;
    struct cd_str tail = cd_str_sub(fold, fold.n - cut, fold.n);

    /* a typographic apostrophe takes two bytes more than its folded form */
    if (cut > 0 && memchr(s->text.p + end - cut, '\'', cut) == NULL)
        bytes += 2;
    s->flags |= flags;
    cd_scan_add(s, end - bytes, CD_TOKEN_WORD,
                cd_str_sub(fold, 0, fold.n - cut));
    if (cut > 0)
        cd_scan_add(s, end, CD_TOKEN_WORD, tail);
}

/* "Apple", and "iPhone" as well. */
static bool
begins_capital(const struct cd_scan *s, size_t end)
{
    if (cd_utf8_is_upper(cd_utf8_next(s->text, &(size_t){ s->at })))
        return true;
    return end - s->at > 2 && cd_ascii_is_alpha(s->text.p[s->at]) &&
           cd_ascii_is_upper(s->text.p[s->at + 1]);
}

/* "d'euros": where the word before the vowel ends, with its apostrophe, or
 * at. */
static size_t
elision_end(const struct cd_scan *s)
{
    size_t at = s->at, mark;

    while (at < s->end && at < s->at + 3 && cd_ascii_is_alpha(s->text.p[at]))
        at++;
    if (at == s->at || at >= s->end || at > s->at + 2)
        return s->at;
    mark = apostrophe(s, at);
    return mark > 0 ? at + mark : s->at;
}

/* The fold leaves the apostrophe out. */
static void
add_elided(struct cd_scan *s, size_t end)
{
    size_t letters = s->at;

    while (cd_ascii_is_alpha(s->text.p[letters]))
        letters++;
    s->flags |= cd_ascii_is_upper(s->text.p[s->at]) ? CD_TOKEN_CAPITAL : 0;
    cd_scan_add(s, end, CD_TOKEN_WORD, cd_scan_lower(s, s->at, letters));
}

void
cd_scan_word(struct cd_scan *s)
{
    size_t end = initials_end(s, s->at);
    uint8_t flags = CD_TOKEN_CAPS;
    bool plain = true;

    if (end == s->at && s->tokenizer->style->elides) {
        end = elision_end(s);
        if (end > s->at) {
            add_elided(s, end);
            return;
        }
    }
    if (end == s->at)
        end = word_end(s, &flags, &plain);
    else if (!cd_ascii_is_upper(s->text.p[s->at]))
        flags = 0;
    if (begins_capital(s, end))
        flags |= CD_TOKEN_CAPITAL;
    add_word(s, end, plain ? cd_scan_lower(s, s->at, end) : fold_word(s, end),
             flags);
}
