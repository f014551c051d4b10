/* SPDX-License-Identifier: Apache-2.0 */
#include "base/ascii.h"
#include "parser/bytes/charset.h"
#include "parser/html/token.h"

/* A browser looks at 1 KB; some pages have a long comment or script first. */
enum { LOOK_AT = 64 * 1024 };

static struct cd_str
attr_of(const struct cd_token *token, enum cd_attr attr)
{
    for (unsigned i = 0; i < token->attr_count; i++) {
        if (token->attrs[i].attr == attr)
            return token->attrs[i].value;
    }
    return (struct cd_str){ NULL, 0 };
}

/* Bytes of text up to one of stops or white space. */
static struct cd_str
up_to(struct cd_str text, const char *stops)
{
    size_t n = 0;

    while (n < text.n && !cd_ascii_is_space(text.p[n]) &&
           (text.p[n] == '\0' || strchr(stops, text.p[n]) == NULL))
        n++;
    return cd_str_sub(text, 0, n);
}

/* The value of key=value or key="value" in text. */
static struct cd_str
value_of(struct cd_str text, struct cd_str key)
{
    for (size_t at = 0; at + key.n <= text.n; at++) {
        struct cd_str rest = cd_str_sub(text, at, text.n);

        if (!cd_str_eq_nocase(cd_str_sub(rest, 0, key.n), key))
            continue;
        rest = cd_str_trim(cd_str_sub(rest, key.n, rest.n));
        if (rest.n == 0 || rest.p[0] != '=')
            continue;
        rest = cd_str_trim(cd_str_sub(rest, 1, rest.n));
        if (rest.n > 0 && (rest.p[0] == '"' || rest.p[0] == '\''))
            return up_to(cd_str_sub(rest, 1, rest.n), "\"'");
        return up_to(rest, ";,\"'>?");
    }
    return (struct cd_str){ NULL, 0 };
}

static struct cd_str
xml_label(struct cd_str bytes)
{
    size_t end;

    bytes = cd_str_trim(bytes);
    end = cd_str_find(bytes, CD_STR("?>"), 0);
    if (!cd_str_starts(bytes, CD_STR("<?xml")) || end == SIZE_MAX)
        return (struct cd_str){ NULL, 0 };
    return value_of(cd_str_sub(bytes, 0, end), CD_STR("encoding"));
}

static struct cd_str
meta_label(const struct cd_token *token)
{
    struct cd_str label = attr_of(token, CD_ATTR_CHARSET);
    struct cd_str pragma = attr_of(token, CD_ATTR_HTTP_EQUIV);

    if (label.p != NULL)
        return label;
    if (!cd_str_eq_nocase(pragma, CD_STR("content-type")))
        return (struct cd_str){ NULL, 0 };
    return value_of(attr_of(token, CD_ATTR_CONTENT), CD_STR("charset"));
}

static void
see_start(struct cd_tokens *tokens, struct cd_charset_hints *hints)
{
    const struct cd_token *token = &tokens->token;

    if (token->tag == CD_TAG_HTML && hints->lang.p == NULL)
        hints->lang = attr_of(token, CD_ATTR_LANG);
    if (token->tag == CD_TAG_META && hints->label.p == NULL)
        hints->label = meta_label(token);
    if (token->tag == CD_TAG_SCRIPT || token->tag == CD_TAG_STYLE ||
        token->tag == CD_TAG_TITLE)
        tokens->raw = token->tag;
}

struct cd_charset_hints
cd_charset_hints(struct cd_arena *arena, struct cd_str bytes)
{
    struct cd_charset_hints hints = { { NULL, 0 }, { NULL, 0 } };
    struct cd_tokens tokens = { .arena = arena, .max_attributes = 64 };

    tokens.page = cd_str_sub(bytes, 0, bytes.n < LOOK_AT ? bytes.n : LOOK_AT);
    hints.label = xml_label(tokens.page);
    while (cd_token_next(&tokens)) {
        if (tokens.token.kind == CD_TOKEN_START)
            see_start(&tokens, &hints);
    }
    return hints;
}
