/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/html/token_attr.h"

#include "base/ascii.h"
#include "parser/html/reference.h"

/* Bytes that end the name of an attribute, or of a tag but for "=". */
enum { SPACE = 1, ENDS_NAME = 2, ENDS_VALUE = 4 };

static const unsigned char classes[256] = {
    ['\t'] = SPACE | ENDS_NAME | ENDS_VALUE,
    ['\n'] = SPACE | ENDS_NAME | ENDS_VALUE,
    ['\f'] = SPACE | ENDS_NAME | ENDS_VALUE,
    ['\r'] = SPACE | ENDS_NAME | ENDS_VALUE,
    [' '] = SPACE | ENDS_NAME | ENDS_VALUE,
    ['/'] = ENDS_NAME,
    ['='] = ENDS_NAME,
    ['>'] = ENDS_NAME | ENDS_VALUE,
};

static bool
is(char c, unsigned set)
{
    return (classes[(unsigned char)c] & set) != 0;
}

static size_t
skip_space(struct cd_str page, size_t at)
{
    while (at < page.n && is(page.p[at], SPACE))
        at++;
    return at;
}

struct cd_str
cd_token_lower(struct cd_arena *arena, struct cd_str name)
{
    size_t i = 0;
    char *p;

    while (i < name.n && !cd_ascii_is_upper(name.p[i]))
        i++;
    if (i == name.n)
        return name;
    p = cd_arena_bytes(arena, name.n);
    for (i = 0; i < name.n; i++)
        p[i] = cd_ascii_lower(name.p[i]);
    return (struct cd_str){ p, name.n };
}

/* The value at at, behind "=" and white space; *at moves behind it. */
static struct cd_str
take_value(struct cd_str page, size_t *at)
{
    size_t from = *at;
    const char *end;

    if (from >= page.n)
        return (struct cd_str){ "", 0 };
    if (page.p[from] == '"' || page.p[from] == '\'') {
        end = memchr(page.p + from + 1, page.p[from], page.n - from - 1);
        *at = end != NULL ? (size_t)(end - page.p) + 1 : page.n + 1;
        return cd_str_sub(page, from + 1, *at - 1);
    }
    while (*at < page.n && !is(page.p[*at], ENDS_VALUE))
        ++*at;
    return cd_str_sub(page, from, *at);
}

/* Does this style hide its element? */
static bool
hides(struct cd_str style)
{
    static const struct {
        struct cd_str name, value;
    } rows[] = {
        { { "display", 7 }, { "none", 4 } },
        { { "visibility", 10 }, { "hidden", 6 } },
    };

    for (size_t i = 0; i < CD_COUNT(rows); i++) {
        size_t at = cd_str_find(style, rows[i].name, 0);

        if (at == SIZE_MAX)
            continue;
        at = skip_space(style, at + rows[i].name.n);
        if (at == style.n || style.p[at] != ':')
            continue;
        at = skip_space(style, at + 1);
        if (cd_str_starts(cd_str_sub(style, at, style.n), rows[i].value))
            return true;
    }
    return false;
}

/* Longest name of CD_ATTRS, and no shorter one than 2. */
enum { NAME_MAX_BYTES = 16 };

static enum cd_attr
find_attr(struct cd_str name)
{
    char lower[NAME_MAX_BYTES];

    if (name.n < 2 || name.n > sizeof(lower))
        return CD_ATTR_COUNT;
    for (size_t i = 0; i < name.n; i++)
        lower[i] = cd_ascii_lower(name.p[i]);
    return cd_attr_find((struct cd_str){ lower, name.n });
}

static void
keep(struct cd_tokens *tokens, enum cd_attr attr, struct cd_str value,
     uint64_t *seen)
{
    struct cd_token *token = &tokens->token;

    if (attr == CD_ATTR_COUNT || (*seen >> attr & 1) != 0)
        return;
    if (attr == CD_ATTR_STYLE && !hides(value))
        return;
    *seen |= (uint64_t)1 << attr;
    token->attrs[token->attr_count++] =
        (struct cd_attr_value){ attr, cd_reference_decode(tokens->arena, value,
                                                          true) };
}

bool
cd_token_attributes(struct cd_tokens *tokens)
{
    const struct cd_str page = tokens->page;
    size_t at = tokens->at, count = 0;
    uint64_t seen = 0;

    for (;;) {
        struct cd_str name, value = { "", 0 };
        size_t from;

        while (at < page.n && is(page.p[at], SPACE))
            at++;
        if (at >= page.n)
            return false;
        if (page.p[at] == '>')
            break;
        if (page.p[at] == '/') {
            at++;
            tokens->token.self_closing = at < page.n && page.p[at] == '>';
            continue;
        }
        from = at++; /* a "=" may begin a name */
        while (at < page.n && !is(page.p[at], ENDS_NAME))
            at++;
        name = cd_str_sub(page, from, at);
        from = skip_space(page, at);
        if (from < page.n && page.p[from] == '=') {
            at = skip_space(page, from + 1);
            if (at < page.n && page.p[at] != '>')
                value = take_value(page, &at);
        }
        if (at > page.n)
            return false;
        if (++count > tokens->max_attributes)
            tokens->cut_attributes++;
        else
            keep(tokens, find_attr(name), value, &seen);
    }
    tokens->at = at + 1;
    return true;
}
