/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/token.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "nlp/quantity/digit.h"
#include "nlp/quantity/token_part.h"

#include "nlp/quantity/shapes.inc"

enum {
    SCRIPT_MAX = 64, /* digits of another script are read this many at a time */
};

void
cd_scan_add(struct cd_scan *s, size_t end, enum cd_token_kind kind,
            struct cd_str fold)
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

struct cd_str
cd_scan_lower(const struct cd_scan *s, size_t start, size_t end)
{
    return (struct cd_str){ s->lower + (start - s->base), end - start };
}

bool
cd_scan_goes_on(struct cd_str text, size_t at)
{
    if (at < text.n && cd_ascii_is_digit(text.p[at]))
        return true;
    return at + 1 < text.n && (text.p[at] == ',' || text.p[at] == '.') &&
           cd_ascii_is_digit(text.p[at + 1]);
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

/* Digits and separators in no known shape, as one token. */
static size_t
heap_end(struct cd_str text, size_t at)
{
    while (at < text.n &&
           (cd_ascii_is_digit(text.p[at]) || cd_scan_goes_on(text, at)))
        at++;
    return at;
}

/* The shape of the digits at text[at], its end in *end. */
static enum cd_status
find_shape(struct cd_scan *s, struct cd_str text, size_t at, size_t *end,
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
fold_digits(struct cd_scan *s, struct cd_str raw,
            const struct cd_digits_row *row)
{
    if (row != NULL && row->shape >= CD_DIGITS_INTEGER &&
        row->shape <= CD_DIGITS_GROUPED)
        return plain_digits(s->arena, raw, row);
    return raw;
}

static void
add_digits(struct cd_scan *s, size_t end, struct cd_str fold,
           const struct cd_digits_row *row)
{
    cd_scan_add(s, end, CD_TOKEN_NUMBER, fold);
    s->out->items[s->out->count - 1].flags |= CD_TOKEN_DIGITS;
    s->out->items[s->out->count - 1].digits =
        (uint8_t)(row != NULL ? row->shape : CD_DIGITS_REFERENCE);
    s->out->items[s->out->count - 1].rule =
        row != NULL ? row->id : "99-heap-of-digits";
}

static enum cd_status
read_digits(struct cd_scan *s, struct cd_error *err)
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
read_script_digits(struct cd_scan *s, struct cd_error *err)
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

/* Does "'s" stand at at, and no letter behind it? */
static bool
is_possessive(const struct cd_scan *s, size_t at)
{
    struct cd_str rest = cd_str_sub(s->text, at, s->end);
    size_t n = cd_str_starts(rest, CD_STR("'s"))        ? 2
               : cd_str_starts(rest, CD_STR("\u2019s")) ? 4
                                                        : 0;

    return n > 0 && (rest.n == n ||
                     !cd_utf8_is_letter(cd_utf8_next(rest, &(size_t){ n })));
}

static void
read_sign(struct cd_scan *s, uint32_t code, size_t end)
{
    const char *fraction = cd_digit_fraction(code);

    if (code == '.' && is_possessive(s, end)) { /* of "Tarn Corp.'s" */
        s->at = end;
        return;
    }
    if ((code == '\'' || code == 0x2019) && s->at > s->base &&
        memchr(".)", s->text.p[s->at - 1], 2) != NULL &&
        is_possessive(s, s->at)) {
        cd_scan_add(s, end + 1, CD_TOKEN_WORD, CD_STR("'s"));
        return;
    }

    if (code == '-' && end < s->end && s->text.p[end] == '-') {
        while (end < s->end && s->text.p[end] == '-')
            end++;
        cd_scan_add(s, end, CD_TOKEN_SIGN, CD_STR("\u2014"));
        return; /* the dash of a typewriter */
    }
    if (fraction == NULL) {
        if (code == 0x2019 || code == 0x2018)
            cd_scan_add(s, end, CD_TOKEN_SIGN, CD_STR("'"));
        else
            cd_scan_add(s, end, CD_TOKEN_SIGN, cd_scan_lower(s, s->at, end));
        return;
    }
    cd_scan_add(s, end, CD_TOKEN_NUMBER, cd_str_of(fraction));
    s->out->items[s->out->count - 1].digits = CD_DIGITS_FRACTION;
    s->out->items[s->out->count - 1].rule = "vulgar-fraction";
}

/* ".5" is a number where no word or digit comes before the point. */
static bool
is_bare_decimal(const struct cd_scan *s)
{
    return s->text.p[s->at] == '.' && s->at + 1 < s->end &&
           cd_ascii_is_digit(s->text.p[s->at + 1]) &&
           (s->at == s->base || cd_ascii_is_space(s->text.p[s->at - 1]) ||
            memchr("($-+", s->text.p[s->at - 1], 4) != NULL);
}

static enum cd_status
read_token(struct cd_scan *s, struct cd_error *err)
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
        cd_scan_word(s);
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
    struct cd_scan s = { .tokenizer = tokenizer,
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
