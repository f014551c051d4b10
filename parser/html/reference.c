/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/html/reference.h"

#include "base/ascii.h"
#include "base/utf8.h"

struct cd_entity {
    const char *name;
    uint32_t first, second;
};

#include "parser/html/entity.inc"

/* What &#128; to &#159; mean: the bytes of windows-1252; 0 is itself. */
static const unsigned short c1_controls[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* The output, which never outgrows its room: no reference is shorter than half
 * of what it means. */
struct output {
    char *p;
    size_t n;
};

static void
put(struct output *out, uint32_t code)
{
    if (code < 0x80)
        out->p[out->n++] = (char)code;
    else
        out->n += cd_utf8_put(out->p + out->n, code);
}

static uint32_t
mend(uint32_t code)
{
    if (code >= 0x80 && code < 0xA0 && c1_controls[code - 0x80] != 0)
        return c1_controls[code - 0x80];
    if (code < 0x20 ? !cd_ascii_is_space((char)code)
                    : code < 0xA0 && code > 0x7E)
        return CD_UTF8_BAD; /* a control, which decoding leaves out as well */
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return CD_UTF8_BAD;
    return code;
}

static int
digit_of(char c, bool hex)
{
    if (cd_ascii_is_digit(c))
        return c - '0';
    c = cd_ascii_lower(c);
    return hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* raw.p[0] is "&", raw.p[1] is "#".  Bytes read; 0: this is no reference. */
static size_t
numeric(struct output *out, struct cd_str raw)
{
    bool hex = raw.n > 2 && (raw.p[2] == 'x' || raw.p[2] == 'X');
    size_t from = hex ? 3 : 2, at = from;
    uint32_t code = 0;
    int digit;

    for (; at < raw.n && (digit = digit_of(raw.p[at], hex)) >= 0; at++) {
        if (code <= 0x10FFFF)
            code = code * (hex ? 16 : 10) + (uint32_t)digit;
    }
    if (at == from)
        return 0;
    put(out, mend(code));
    return at < raw.n && raw.p[at] == ';' ? at + 1 : at;
}

/* The first row at or after low whose name has at least c at index at; all
 * rows of [low, high) are alike before it. */
static size_t
lower_bound(size_t low, size_t high, size_t at, int c)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if ((unsigned char)cd_entity_table[middle].name[at] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The longest name at the start of text, or NULL. */
static const struct cd_entity *
find(struct cd_str text, size_t *length)
{
    size_t low = 0, high = CD_COUNT(cd_entity_table);
    const struct cd_entity *found = NULL;

    for (size_t at = 0; at < text.n && low < high; at++) {
        int c = (unsigned char)text.p[at];

        if (c == 0)
            break;
        low = lower_bound(low, high, at, c);
        high = lower_bound(low, high, at, c + 1);
        if (low < high && cd_entity_table[low].name[at + 1] == '\0') {
            found = &cd_entity_table[low];
            *length = at + 1;
        }
    }
    return found;
}

static size_t
named(struct output *out, struct cd_str raw, bool attribute)
{
    struct cd_str text = cd_str_sub(raw, 1, raw.n);
    size_t n = 0;
    const struct cd_entity *entity = find(text, &n);

    if (entity == NULL)
        return 0;
    if (attribute && text.p[n - 1] != ';' && n < text.n &&
        (text.p[n] == '=' || cd_ascii_is_alnum(text.p[n])))
        return 0;
    put(out, entity->first);
    if (entity->second != 0)
        put(out, entity->second);
    return n + 1;
}

static size_t
reference(struct output *out, struct cd_str raw, bool attribute)
{
    size_t n = 0;

    if (raw.n > 1 && raw.p[1] == '#')
        n = numeric(out, raw);
    else if (raw.n > 1 && cd_ascii_is_alnum(raw.p[1]))
        n = named(out, raw, attribute);
    if (n > 0)
        return n;
    put(out, '&');
    return 1;
}

/* A carriage return is a line feed, or belongs to the one behind it. */
static void
line_end(struct output *out, struct cd_str raw, size_t at)
{
    if (at + 1 == raw.n || raw.p[at + 1] != '\n')
        put(out, '\n');
}

/* Bytes before the next "&" or carriage return from at. */
static size_t
plain(struct cd_str raw, size_t at)
{
    size_t n = at;

    while (n < raw.n && raw.p[n] != '&' && raw.p[n] != '\r')
        n++;
    return n - at;
}

struct cd_str
cd_reference_decode(struct cd_arena *arena, struct cd_str raw, bool attribute)
{
    struct output out = { NULL, 0 };
    size_t n;

    if (memchr(raw.p, '&', raw.n) == NULL && memchr(raw.p, '\r', raw.n) == NULL)
        return raw;
    out.p = cd_arena_bytes(arena, raw.n + raw.n / 2 + 4);
    for (size_t at = 0; at < raw.n;) {
        n = plain(raw, at);
        memcpy(out.p + out.n, raw.p + at, n);
        out.n += n;
        at += n;
        if (at == raw.n)
            break;
        if (raw.p[at] == '&')
            at += reference(&out, cd_str_sub(raw, at, raw.n), attribute);
        else
            line_end(&out, raw, at++);
    }
    return (struct cd_str){ out.p, out.n };
}
