/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/input/json_scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/ascii.h"
#include "base/utf8.h"

static bool
fail(struct cd_json_scan *scan, const char *why)
{
    if (scan->why == NULL)
        scan->why = why;
    return false;
}

static char
peek(const struct cd_json_scan *scan)
{
    return scan->at < scan->text.n ? scan->text.p[scan->at] : '\0';
}

static void
skip_space(struct cd_json_scan *scan)
{
    char c;

    while (scan->at < scan->text.n && ((c = scan->text.p[scan->at]) == ' ' ||
                                       c == '\t' || c == '\n' || c == '\r'))
        scan->at++;
}

static bool
take(struct cd_json_scan *scan, char c)
{
    if (scan->at >= scan->text.n || scan->text.p[scan->at] != c)
        return false;
    scan->at++;
    return true;
}

/* STEP bytes at p: is a quote, a backslash or a control among them? */
#ifdef __SSE2__
enum { STEP = 16 };

static bool
special(const char *p)
{
    __m128i c = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i quote = _mm_cmpeq_epi8(c, _mm_set1_epi8('"'));
    __m128i slash = _mm_cmpeq_epi8(c, _mm_set1_epi8('\\'));
    __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(c, _mm_set1_epi8(0x1F)), c);

    return _mm_movemask_epi8(
               _mm_or_si128(_mm_or_si128(quote, slash), control)) != 0;
}
#else
enum { STEP = 8 };

static bool
special(const char *p)
{
    uint64_t word;
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t high = ones << 7;
    uint64_t quote, slash;

    memcpy(&word, p, sizeof(word));
    quote = word ^ (ones * '"');
    slash = word ^ (ones * '\\');
    return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) |
            ((word - ones * 0x20) & ~word)) &
           high;
}
#endif

/* The first byte at or after at that ends a plain run in a string. */
static size_t
plain_run(struct cd_str text, size_t at)
{
    while (at + STEP <= text.n && !special(text.p + at))
        at += STEP;
    while (at < text.n && text.p[at] != '"' && text.p[at] != '\\' &&
           (unsigned char)text.p[at] >= 0x20)
        at++;
    return at;
}

/* The value of four hex digits at at, or -1. */
static int32_t
hex4(struct cd_str text, size_t at)
{
    int32_t value = 0;

    if (text.n < 4 || at > text.n - 4)
        return -1;
    for (size_t i = at; i < at + 4; i++) {
        char c = cd_ascii_lower(text.p[i]);
        int32_t digit;

        if (cd_ascii_is_digit(c))
            digit = c - '0';
        else if (c >= 'a' && c <= 'f')
            digit = c - 'a' + 10;
        else
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

static bool
skip_escape(struct cd_json_scan *scan)
{
    char c;

    scan->at++;
    c = peek(scan);
    if (c == 'u') {
        if (hex4(scan->text, scan->at + 1) < 0)
            return fail(scan, "bad \\u escape");
        scan->at += 5;
        return true;
    }
    if (c == '\0' || strchr("\"\\/bfnrt", c) == NULL)
        return fail(scan, "bad escape");
    scan->at++;
    return true;
}

/* Behind the opening quote; moves behind the closing one. */
static bool
skip_string(struct cd_json_scan *scan)
{
    for (;;) {
        scan->at = plain_run(scan->text, scan->at);
        if (scan->at >= scan->text.n)
            return fail(scan, "string without end");
        if (scan->text.p[scan->at] == '"') {
            scan->at++;
            return true;
        }
        if (scan->text.p[scan->at] != '\\')
            return fail(scan, "control character in a string");
        if (!skip_escape(scan))
            return false;
    }
}

static bool
skip_digits(struct cd_json_scan *scan)
{
    size_t from = scan->at;

    while (cd_ascii_is_digit(peek(scan)))
        scan->at++;
    return scan->at > from;
}

static bool
skip_number(struct cd_json_scan *scan)
{
    take(scan, '-');
    if (!take(scan, '0') && !skip_digits(scan))
        return fail(scan, "not a value");
    if (take(scan, '.') && !skip_digits(scan))
        return fail(scan, "bad number");
    if (take(scan, 'e') || take(scan, 'E')) {
        if (!take(scan, '+'))
            take(scan, '-');
        if (!skip_digits(scan))
            return fail(scan, "bad number");
    }
    return true;
}

static bool
skip_word(struct cd_json_scan *scan, struct cd_str word)
{
    struct cd_str rest = { scan->text.p + scan->at, scan->text.n - scan->at };

    if (!cd_str_starts(rest, word))
        return fail(scan, "not a value");
    scan->at += word.n;
    return true;
}

/* A value that is not an object or array. */
static bool
skip_scalar(struct cd_json_scan *scan)
{
    switch (peek(scan)) {
    case '"':
        scan->at++;
        return skip_string(scan);
    case 't':
        return skip_word(scan, CD_STR("true"));
    case 'f':
        return skip_word(scan, CD_STR("false"));
    case 'n':
        return skip_word(scan, CD_STR("null"));
    default:
        return skip_number(scan);
    }
}

static bool
skip_name(struct cd_json_scan *scan)
{
    skip_space(scan);
    if (!take(scan, '"'))
        return fail(scan, "a name is missing");
    if (!skip_string(scan))
        return false;
    skip_space(scan);
    if (!take(scan, ':'))
        return fail(scan, "a colon is missing");
    skip_space(scan);
    return true;
}

/* Brackets that are open, a byte each: '{' or '['. */
struct nest {
    char open[CD_JSON_DEPTH];
    size_t n;
};

/* Closes what ends here, up to the comma before the next value. */
static bool
close_or_next(struct cd_json_scan *scan, struct nest *nest)
{
    while (nest->n > 0) {
        bool object = nest->open[nest->n - 1] == '{';

        skip_space(scan);
        if (take(scan, object ? '}' : ']')) {
            nest->n--;
            continue;
        }
        if (!take(scan, ','))
            return fail(scan, "a comma or bracket is missing");
        if (object)
            return skip_name(scan);
        skip_space(scan);
        return true;
    }
    return true;
}

/* Opens the brackets that begin here, up to the first value inside; *empty
 * where the innermost has none. */
static bool
open_brackets(struct cd_json_scan *scan, struct nest *nest, bool *empty)
{
    *empty = false;
    while (!*empty && (peek(scan) == '{' || peek(scan) == '[')) {
        char c = peek(scan);

        if (nest->n == CD_JSON_DEPTH)
            return fail(scan, "nested too deeply");
        nest->open[nest->n++] = c;
        scan->at++;
        skip_space(scan);
        if (take(scan, c == '{' ? '}' : ']')) {
            nest->n--;
            *empty = true;
        } else if (c == '{' && !skip_name(scan)) {
            return false;
        }
    }
    return true;
}

static bool
skip_nested(struct cd_json_scan *scan)
{
    struct nest nest;
    bool empty;

    nest.n = 0;
    do {
        if (!open_brackets(scan, &nest, &empty))
            return false;
        if (!empty && !skip_scalar(scan))
            return false;
        if (!close_or_next(scan, &nest))
            return false;
    } while (nest.n > 0);
    return true;
}

static bool
skip_value(struct cd_json_scan *scan)
{
    char c = peek(scan);

    return c == '{' || c == '[' ? skip_nested(scan) : skip_scalar(scan);
}

static bool
finish(struct cd_json_scan *scan)
{
    skip_space(scan);
    scan->closed = true;
    if (scan->at < scan->text.n)
        return fail(scan, "something follows the object");
    return false;
}

bool
cd_json_member(struct cd_json_scan *scan, struct cd_json_member *member)
{
    size_t from;

    if (scan->closed || scan->why != NULL)
        return false;
    skip_space(scan);
    if (!scan->open) {
        if (!take(scan, '{'))
            return fail(scan, "not an object");
        scan->open = true;
        skip_space(scan);
        if (take(scan, '}'))
            return finish(scan);
    } else if (take(scan, '}')) {
        return finish(scan);
    } else if (!take(scan, ',')) {
        return fail(scan, "a comma or bracket is missing");
    }
    skip_space(scan);
    from = scan->at + 1;
    if (!take(scan, '"'))
        return fail(scan, "a name is missing");
    if (!skip_string(scan))
        return false;
    member->name = cd_str_sub(scan->text, from, scan->at - 1);
    skip_space(scan);
    if (!take(scan, ':'))
        return fail(scan, "a colon is missing");
    skip_space(scan);
    from = scan->at;
    if (!skip_value(scan))
        return false;
    member->value = cd_str_sub(scan->text, from, scan->at);
    return true;
}

/* The code point of the \u escape at at, which is moved behind it. */
static uint32_t
read_unicode(struct cd_str text, size_t *at)
{
    uint32_t code = (uint32_t)hex4(text, *at + 2);
    int32_t low;

    *at += 6;
    if (code < 0xD800 || code > 0xDFFF)
        return code;
    if (code > 0xDBFF || *at + 6 > text.n || text.p[*at] != '\\' ||
        text.p[*at + 1] != 'u')
        return CD_UTF8_BAD;
    low = hex4(text, *at + 2);
    if (low < 0xDC00 || low > 0xDFFF)
        return CD_UTF8_BAD;
    *at += 6;
    return 0x10000 + ((code - 0xD800) << 10) + ((uint32_t)low - 0xDC00);
}

/* Undoes the escape at *at and returns the bytes written. */
static size_t
unescape(char *out, struct cd_str text, size_t *at)
{
    static const char plain[128] = {
        ['"'] = '"',  ['\\'] = '\\', ['/'] = '/',  ['b'] = '\b',
        ['f'] = '\f', ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t'
    };
    char c = text.p[*at + 1];

    if (c == 'u')
        return cd_utf8_put(out, read_unicode(text, at));
    *at += 2;
    *out = plain[(unsigned char)c & 127];
    return 1;
}

struct cd_str
cd_json_text(struct cd_arena *arena, struct cd_str value)
{
    struct cd_str text;
    char *out;
    size_t n = 0;

    if (value.n < 2 || value.p[0] != '"')
        return (struct cd_str){ NULL, 0 };
    text = cd_str_sub(value, 1, value.n - 1);
    if (memchr(text.p, '\\', text.n) == NULL)
        return text;
    out = cd_arena_bytes(arena, text.n);
    for (size_t at = 0; at < text.n;) {
        const char *slash = memchr(text.p + at, '\\', text.n - at);
        size_t to = slash != NULL ? (size_t)(slash - text.p) : text.n;

        memcpy(out + n, text.p + at, to - at);
        n += to - at;
        at = to;
        if (at < text.n)
            n += unescape(out + n, text, &at);
    }
    return (struct cd_str){ out, n };
}

bool
cd_json_valid(struct cd_str text)
{
    struct cd_json_scan scan = { .text = text };

    skip_space(&scan);
    if (!skip_value(&scan))
        return false;
    skip_space(&scan);
    return scan.at == text.n;
}
