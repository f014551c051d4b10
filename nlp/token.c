/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/token.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "nlp/digit.h"

enum cd_decimal_mark { CD_MARK_POINT, CD_MARK_COMMA };
enum cd_digits_used { CD_USED_ALWAYS, CD_USED_POINT, CD_USED_COMMA };

struct cd_digits_row {
    const char *id, *pattern;
    enum cd_digits shape;
    enum cd_decimal_mark decimal;
    enum cd_digits_used used;
};

#include "nlp/shapes.inc"

enum {
    SCRIPT_MAX = 64, /* digits of another script are read this many at a time */
};

struct cd_tokenizer {
    struct cd_regex *shapes;
    const struct cd_language_style *style;
};

/* One reading: what the functions below share. */
struct scan {
    const struct cd_tokenizer *tokenizer;
    struct cd_regex_scratch *scratch;
    struct cd_arena *arena;
    struct cd_str text;
    size_t at, end;
    char *lower; /* text[window] with ASCII letters in lower case */
    size_t base; /* where the window begins */
    struct cd_tokens *out;
    uint8_t flags; /* of the token to come */
};

static void
add(struct scan *s, size_t end, enum cd_token_kind kind, struct cd_str fold)
{
    struct cd_tokens *out = s->out;

    out->items =
        cd_grow(out->items, &out->room, out->count + 1, sizeof(*out->items));
    out->items[out->count++] = (struct cd_token){
        .span = { s->at, end },
        .fold = fold,
        .kind = (uint8_t)kind,
        .flags = s->flags,
    };
    s->at = end;
    s->flags = 0;
}

static struct cd_str
lower(const struct scan *s, size_t start, size_t end)
{
    return (struct cd_str){ s->lower + (start - s->base), end - start };
}

/* "1.234,5" with its separators out: "1234.5". */
static struct cd_str
plain_digits(struct cd_arena *arena, struct cd_str text,
             const struct cd_digits_row *row)
{
    char mark = row->decimal == CD_MARK_COMMA ? ',' : '.';
    char *out;
    size_t n = 0;

    if (row->shape == CD_DIGITS_INTEGER ||
        (row->shape == CD_DIGITS_DECIMAL && mark == '.'))
        return text;
    out = cd_arena_bytes(arena, text.n + 1);
    for (size_t i = 0; i < text.n; i++) {
        if (cd_ascii_is_digit(text.p[i]))
            out[n++] = text.p[i];
        else if (text.p[i] == mark || (row->decimal == CD_MARK_COMMA &&
                                       text.p[i] == '.' && i + 4 > text.n))
            out[n++] = '.';
    }
    return (struct cd_str){ out, n };
}

/* Is more of a number behind at, so that a shape that ends here is cut? */
static bool
goes_on(struct cd_str text, size_t at)
{
    if (at < text.n && cd_ascii_is_digit(text.p[at]))
        return true;
    return at + 1 < text.n && (text.p[at] == ',' || text.p[at] == '.') &&
           cd_ascii_is_digit(text.p[at + 1]);
}

/* Digits and separators in no known shape, as one token. */
static size_t
heap_end(struct cd_str text, size_t at)
{
    while (at < text.n && (cd_ascii_is_digit(text.p[at]) || goes_on(text, at)))
        at++;
    return at;
}

/* The shape of the digits at text[at], its end in *end. */
static enum cd_status
find_shape(struct scan *s, struct cd_str text, size_t at, size_t *end,
           const struct cd_digits_row **row, struct cd_error *err)
{
    struct cd_regex_hit hit;
    enum cd_status status =
        cd_regex_at(s->tokenizer->shapes, s->scratch, text, at, &hit, err);

    *row = NULL;
    if (status != CD_OK)
        return status;
    *end = hit.found ? hit.span.end : heap_end(text, at);
    if (*end == at)
        *end = at + 1;
    if (hit.found && hit.mark != NULL)
        *row = &cd_digits_row_table[strtoul(hit.mark, NULL, 10)];
    return CD_OK;
}

static struct cd_str
fold_digits(struct scan *s, struct cd_str raw, const struct cd_digits_row *row)
{
    if (row != NULL && row->shape >= CD_DIGITS_INTEGER &&
        row->shape <= CD_DIGITS_GROUPED)
        return plain_digits(s->arena, raw, row);
    return raw;
}

static void
add_digits(struct scan *s, size_t end, struct cd_str fold,
           const struct cd_digits_row *row)
{
    add(s, end, CD_TOKEN_NUMBER, fold);
    s->out->items[s->out->count - 1].flags |= CD_TOKEN_DIGITS;
    s->out->items[s->out->count - 1].digits =
        (uint8_t)(row != NULL ? row->shape : CD_DIGITS_REFERENCE);
    s->out->items[s->out->count - 1].rule =
        row != NULL ? row->id : "99-heap-of-digits";
}

static enum cd_status
read_digits(struct scan *s, struct cd_error *err)
{
    const struct cd_digits_row *row;
    struct cd_str text = { s->text.p, s->end };
    size_t end;
    enum cd_status status = find_shape(s, text, s->at, &end, &row, err);

    if (status == CD_OK)
        add_digits(s, end, fold_digits(s, cd_str_sub(text, s->at, end), row),
                   row);
    return status;
}

/* Digits of another script: matched as ASCII, mapped back to their bytes. */
static enum cd_status
read_script_digits(struct scan *s, struct cd_error *err)
{
    char *ascii = cd_arena_bytes(s->arena, SCRIPT_MAX);
    size_t ends[SCRIPT_MAX], n = 0, at = s->at, end;
    const struct cd_digits_row *row;
    enum cd_status status;

    while (at < s->end && n < SCRIPT_MAX) {
        char c = cd_digit_ascii(cd_utf8_next(s->text, &at));

        if (c == 0)
            break;
        ascii[n] = c;
        ends[n++] = at;
    }
    while (n > 1 && !cd_ascii_is_digit(ascii[n - 1]))
        n--;
    status = find_shape(s, (struct cd_str){ ascii, n }, 0, &end, &row, err);
    if (status == CD_OK)
        add_digits(s, ends[end - 1],
                   fold_digits(s, (struct cd_str){ ascii, end }, row), row);
    return status;
}

/* Is there an apostrophe at at with letters on both sides?  Its bytes, or 0. */
static size_t
apostrophe(const struct scan *s, size_t at)
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
initials_end(const struct scan *s, size_t start)
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
};

/* "PS21,700": what plain ASCII makes of a pound sign; "PS5" is a name. */
static bool
is_ascii_pound(const struct scan *s, struct cd_str letters, size_t end)
{
    return cd_str_is(letters, "PS") && end + 1 < s->end &&
           (cd_ascii_is_digit(s->text.p[end + 1]) ||
            goes_on((struct cd_str){ s->text.p, s->end }, end + 1));
}

static bool
is_money_letters(const struct scan *s, size_t end)
{
    struct cd_str letters = cd_str_sub(s->text, s->at, end);

    if (is_ascii_pound(s, letters, end))
        return true;
    if (s->at > s->base && s->text.p[s->at - 1] == '$' && letters.n <= 2)
        return true;
    for (size_t i = 0; letters.n <= 3 && i < CD_COUNT(money_letters); i++)
        if (cd_str_eq(letters, money_letters[i]))
            return true;
    return false;
}

static size_t
word_end(const struct scan *s, uint8_t *flags, bool *plain)
{
    size_t at = s->at;

    while (at < s->end) {
        unsigned char c = (unsigned char)s->text.p[at];
        size_t next = at;
        uint32_t code;

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

/* Lower case of a word that is not all ASCII. */
static struct cd_str
fold_word(struct scan *s, size_t end)
{
    char *out = cd_arena_bytes(s->arena, 2 * (end - s->at) + 4);
    size_t n = 0;

    for (size_t at = s->at; at < end;) {
        uint32_t code = cd_utf8_next(s->text, &at);

        n += cd_utf8_put(out + n, code == 0x2019 ? '\'' : cd_utf8_lower(code));
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
add_word(struct scan *s, size_t end, struct cd_str fold, uint8_t flags)
{
    size_t cut = memchr(fold.p, '\'', fold.n) != NULL ? clitic(fold) : 0;
    size_t bytes = cut;
    struct cd_str tail = cd_str_sub(fold, fold.n - cut, fold.n);

    /* a typographic apostrophe takes two bytes more than its folded form */
    if (cut > 0 && memchr(s->text.p + end - cut, '\'', cut) == NULL)
        bytes += 2;
    s->flags |= flags;
    add(s, end - bytes, CD_TOKEN_WORD, cd_str_sub(fold, 0, fold.n - cut));
    if (cut > 0)
        add(s, end, CD_TOKEN_WORD, tail);
}

/* "Apple", and "iPhone" as well. */
static bool
begins_capital(const struct scan *s, size_t end)
{
    if (cd_utf8_is_upper(cd_utf8_next(s->text, &(size_t){ s->at })))
        return true;
    return end - s->at > 2 && cd_ascii_is_alpha(s->text.p[s->at]) &&
           cd_ascii_is_upper(s->text.p[s->at + 1]);
}

/* "d'euros": where the word before the vowel ends, with its apostrophe, or
 * at. */
static size_t
elision_end(const struct scan *s)
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
add_elided(struct scan *s, size_t end)
{
    size_t letters = s->at;

    while (cd_ascii_is_alpha(s->text.p[letters]))
        letters++;
    s->flags |= cd_ascii_is_upper(s->text.p[s->at]) ? CD_TOKEN_CAPITAL : 0;
    add(s, end, CD_TOKEN_WORD, lower(s, s->at, letters));
}

static void
read_word(struct scan *s)
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
    add_word(s, end, plain ? lower(s, s->at, end) : fold_word(s, end), flags);
}

static void
read_sign(struct scan *s, uint32_t code, size_t end)
{
    const char *fraction = cd_digit_fraction(code);

    if (fraction == NULL) {
        if (code == 0x2019 || code == 0x2018)
            add(s, end, CD_TOKEN_SIGN, CD_STR("'"));
        else
            add(s, end, CD_TOKEN_SIGN, lower(s, s->at, end));
        return;
    }
    add(s, end, CD_TOKEN_NUMBER, cd_str_of(fraction));
    s->out->items[s->out->count - 1].digits = CD_DIGITS_FRACTION;
    s->out->items[s->out->count - 1].rule = "vulgar-fraction";
}

/* ".5" is a number where no word or digit comes before the point. */
static bool
is_bare_decimal(const struct scan *s)
{
    return s->text.p[s->at] == '.' && s->at + 1 < s->end &&
           cd_ascii_is_digit(s->text.p[s->at + 1]) &&
           (s->at == s->base || cd_ascii_is_space(s->text.p[s->at - 1]) ||
            strchr("($-+", s->text.p[s->at - 1]) != NULL);
}

static enum cd_status
read_token(struct scan *s, struct cd_error *err)
{
    size_t next = s->at;
    unsigned char c = (unsigned char)s->text.p[s->at];
    uint32_t code = c;

    if (c < 0x80)
        next++;
    else
        code = cd_utf8_next(s->text, &next);
    if (cd_utf8_is_space(code)) {
        s->flags |= CD_TOKEN_SPACED | (c == '\n' ? CD_TOKEN_BREAK : 0);
        s->at = next;
    } else if (c < 0x80 && (cd_ascii_is_digit((char)c) || is_bare_decimal(s))) {
        return read_digits(s, err);
    } else if (cd_utf8_is_letter(code)) {
        read_word(s);
    } else if (c >= 0x80 && cd_utf8_is_digit(code)) {
        return read_script_digits(s, err);
    } else {
        read_sign(s, code, next);
    }
    return CD_OK;
}

struct cd_tokenizer *
cd_tokenizer_new(enum cd_language language, struct cd_error *err)
{
    struct cd_buf all = { 0 };
    struct cd_tokenizer *tokenizer = cd_alloc(sizeof(*tokenizer));
    enum cd_digits_used other =
        cd_languages[language].comma ? CD_USED_POINT : CD_USED_COMMA;

    tokenizer->style = &cd_languages[language];
    cd_buf_puts(&all, "(?:");
    for (size_t i = 0; i < CD_COUNT(cd_digits_row_table); i++)
        if (cd_digits_row_table[i].used != other)
            cd_buf_printf(&all, "%s(*MARK:%zu)(?:%s)(?!\\d|[.,]\\d)",
                          i > 0 ? "|" : "", i, cd_digits_row_table[i].pattern);
    cd_buf_puts(&all, ")");
    tokenizer->shapes = cd_regex_new(cd_buf_str(&all), err);
    cd_buf_release(&all);
    if (tokenizer->shapes != NULL)
        return tokenizer;
    free(tokenizer);
    return NULL;
}

void
cd_tokenizer_free(struct cd_tokenizer *tokenizer)
{
    if (tokenizer != NULL)
        cd_regex_free(tokenizer->shapes);
    free(tokenizer);
}

static char *
lower_copy(struct cd_arena *arena, struct cd_str text)
{
    char *out = cd_arena_bytes(arena, text.n);

    for (size_t i = 0; i < text.n; i++)
        out[i] = cd_ascii_lower(text.p[i]);
    return out;
}

enum cd_status
cd_tokens_read(const struct cd_tokenizer *tokenizer,
               struct cd_regex_scratch *scratch, struct cd_arena *arena,
               struct cd_str text, struct cd_span window, struct cd_tokens *out,
               struct cd_error *err)
{
    struct scan s = { .tokenizer = tokenizer,
                      .scratch = scratch,
                      .arena = arena,
                      .text = { text.p, window.end },
                      .at = window.start,
                      .end = window.end,
                      .base = window.start,
                      .out = out,
                      .flags = CD_TOKEN_SPACED };
    enum cd_status status = CD_OK;

    s.lower = lower_copy(arena, cd_str_sub(text, window.start, window.end));
    out->count = 0;
    while (s.at < s.end && status == CD_OK)
        status = read_token(&s, err);
    return status;
}
