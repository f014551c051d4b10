/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/html/token.h"

#include "base/ascii.h"
#include "parser/html/token_attr.h"

static bool
at_end_of_name(char c)
{
    return c == '>' || c == '/' || c == ' ' || (c >= '\t' && c <= '\r');
}

/* Offset of c at or after from, or the end of the page. */
static size_t
find_byte(const struct cd_tokens *tokens, char c, size_t from)
{
    const char *p = tokens->page.p;
    const char *found = from < tokens->page.n
                            ? memchr(p + from, c, tokens->page.n - from)
                            : NULL;

    return found != NULL ? (size_t)(found - p) : tokens->page.n;
}

static struct cd_str
rest(const struct cd_tokens *tokens, size_t from)
{
    return cd_str_sub(tokens->page, from, tokens->page.n);
}

static bool
starts(const struct cd_tokens *tokens, size_t at, const char *text)
{
    return cd_str_starts(rest(tokens, at), cd_str_of(text));
}

static bool
starts_nocase(const struct cd_tokens *tokens, size_t at, struct cd_str name)
{
    struct cd_str text = rest(tokens, at);

    return text.n >= name.n &&
           cd_str_eq_nocase(cd_str_sub(text, 0, name.n), name);
}

/* Is "<" + slash + name + white space, "/" or ">" at at? */
static bool
tag_at(const struct cd_tokens *tokens, size_t at, const char *slash,
       struct cd_str name)
{
    size_t n = at + 1 + strlen(slash) + name.n;

    return n < tokens->page.n && starts(tokens, at + 1, slash) &&
           starts_nocase(tokens, n - name.n, name) &&
           at_end_of_name(tokens->page.p[n]);
}

static bool
emit(struct cd_tokens *tokens, enum cd_token_kind kind, size_t start,
     size_t end)
{
    tokens->token.kind = kind;
    tokens->token.raw = (struct cd_span){ start, end };
    tokens->at = end;
    return kind != CD_TOKEN_END_OF_PAGE;
}

static bool
emit_text(struct cd_tokens *tokens, size_t start, size_t end, bool references)
{
    tokens->token.tag = CD_TAG_TEXT;
    tokens->token.text = cd_str_sub(tokens->page, start, end);
    tokens->token.references = references;
    return emit(tokens, CD_TOKEN_TEXT, start, end);
}

/* Offset behind the comment whose text begins at from. */
static size_t
comment_end(struct cd_tokens *tokens, size_t from)
{
    size_t at = from;

    if (starts(tokens, at, ">"))
        return at + 1;
    if (starts(tokens, at, "->"))
        return at + 2;
    for (; at < tokens->page.n; at++) {
        at = cd_str_find(tokens->page, CD_STR("--"), at);
        if (at == SIZE_MAX)
            break;
        if (starts(tokens, at + 2, ">"))
            return at + 3;
        if (starts(tokens, at + 2, "!>"))
            return at + 4;
    }
    tokens->unclosed = true;
    return tokens->page.n;
}

static size_t
bogus_comment_end(const struct cd_tokens *tokens, size_t from)
{
    size_t end = find_byte(tokens, '>', from);

    return end < tokens->page.n ? end + 1 : end;
}

static bool
cdata(struct cd_tokens *tokens, size_t start)
{
    size_t from = start + sizeof("<![CDATA[") - 1;
    size_t end = cd_str_find(tokens->page, CD_STR("]]>"), from);

    if (end == SIZE_MAX) {
        tokens->unclosed = true;
        end = tokens->page.n;
    }
    emit_text(tokens, from, end, false);
    if (end < tokens->page.n)
        tokens->at = end + 3;
    return true;
}

/* At "<!" or "<?"; false if it was a comment of some kind. */
static bool
declaration(struct cd_tokens *tokens, size_t start)
{
    size_t from = start + 2;

    if (tokens->page.p[start + 1] == '!' && starts(tokens, from, "--")) {
        tokens->at = comment_end(tokens, from + 2);
        return false;
    }
    if (tokens->foreign && starts(tokens, start, "<![CDATA["))
        return cdata(tokens, start);
    tokens->at = bogus_comment_end(tokens, from);
    if (!starts_nocase(tokens, from, CD_STR("doctype")))
        return false;
    return emit(tokens, CD_TOKEN_DOCTYPE, start, tokens->at);
}

/* At "<" or "</" before a letter.  A tag that the page does not end is no
 * token. */
static bool
tag(struct cd_tokens *tokens, size_t start, size_t from)
{
    struct cd_token *token = &tokens->token;
    size_t end = from;

    while (end < tokens->page.n && !at_end_of_name(tokens->page.p[end]))
        end++;
    token->text =
        cd_token_lower(tokens->arena, cd_str_sub(tokens->page, from, end));
    token->tag = cd_tag_find(token->text);
    token->attr_count = 0;
    token->self_closing = false;
    tokens->at = end;
    if (!cd_token_attributes(tokens)) {
        tokens->unclosed = true;
        return emit(tokens, CD_TOKEN_END_OF_PAGE, tokens->page.n,
                    tokens->page.n);
    }
    if (tokens->token.tag == CD_TAG_NOSCRIPT)
        tokens->noscript = from == start + 1;
    return emit(tokens, from > start + 1 ? CD_TOKEN_END : CD_TOKEN_START, start,
                tokens->at);
}

/* Can markup begin with the "<" at at? */
static bool
is_markup(const struct cd_tokens *tokens, size_t at)
{
    const char *p = tokens->page.p + at;
    size_t left = tokens->page.n - at;

    if (left < 2)
        return false;
    if (p[1] == '/')
        return left > 2;
    return p[1] == '!' || p[1] == '?' || cd_ascii_is_alpha(p[1]);
}

static bool
text(struct cd_tokens *tokens)
{
    size_t start = tokens->at;
    size_t at = find_byte(tokens, '<', start);

    while (at < tokens->page.n && !is_markup(tokens, at))
        at = find_byte(tokens, '<', at + 1);
    return emit_text(tokens, start, at, true);
}

/* What begins with "<"; false if that was no token. */
static bool
markup(struct cd_tokens *tokens)
{
    size_t at = tokens->at;
    char next = tokens->page.p[at + 1];

    if (cd_ascii_is_alpha(next))
        return tag(tokens, at, at + 1);
    if (next != '/')
        return declaration(tokens, at);
    next = tokens->page.p[at + 2];
    if (cd_ascii_is_alpha(next))
        return tag(tokens, at, at + 2);
    tokens->at = bogus_comment_end(tokens, at + 2);
    return false;
}

/*
 * The end of the text of a script from from.  Behind "<!--" a nested <script>
 * hides the next </script>, until "-->".
 */
static size_t
script_end(const struct cd_tokens *tokens, size_t from)
{
    const struct cd_str name = cd_tag_names[CD_TAG_SCRIPT];
    size_t at = find_byte(tokens, '<', from), last = from;
    bool comment = false, nested = false;

    for (; at < tokens->page.n; at = find_byte(tokens, '<', at + 1)) {
        if (comment && cd_str_find(cd_str_sub(tokens->page, 0, at),
                                   CD_STR("-->"), last) != SIZE_MAX)
            comment = nested = false;
        last = at;
        if (tag_at(tokens, at, "/", name)) {
            if (!nested)
                break;
            nested = false;
        } else if (!comment && starts(tokens, at, "<!--")) {
            comment = true;
            last = at + 2;
        } else if (comment && tag_at(tokens, at, "", name)) {
            nested = true;
        }
    }
    return at;
}

static size_t
raw_end(const struct cd_tokens *tokens, size_t from)
{
    const struct cd_str name = cd_tag_names[tokens->raw];
    size_t at;

    if (tokens->raw == CD_TAG_PLAINTEXT)
        return tokens->page.n;
    if (tokens->raw == CD_TAG_SCRIPT)
        return script_end(tokens, from);
    at = find_byte(tokens, '<', from);
    while (at < tokens->page.n && !tag_at(tokens, at, "/", name) &&
           !(tokens->noscript &&
             tag_at(tokens, at, "/", cd_tag_names[CD_TAG_NOSCRIPT])))
        at = find_byte(tokens, '<', at + 1);
    return at;
}

/* The text of an element that holds text alone; false if it has none. */
static bool
raw_text(struct cd_tokens *tokens)
{
    size_t start = tokens->at;
    size_t end = raw_end(tokens, start);
    bool references =
        tokens->raw == CD_TAG_TITLE || tokens->raw == CD_TAG_TEXTAREA;

    if (end == tokens->page.n && tokens->raw != CD_TAG_PLAINTEXT)
        tokens->unclosed = true;
    if (end < tokens->page.n &&
        !tag_at(tokens, end, "/", cd_tag_names[tokens->raw]))
        tokens->cut = tokens->raw;
    tokens->raw = CD_TAG_TEXT;
    return end > start && emit_text(tokens, start, end, references);
}

/* The end tag that the element before </noscript> does not have. */
static bool
end_of_cut(struct cd_tokens *tokens)
{
    struct cd_token *token = &tokens->token;

    token->tag = tokens->cut;
    token->text = cd_tag_names[tokens->cut];
    token->attr_count = 0;
    token->self_closing = false;
    tokens->cut = CD_TAG_TEXT;
    return emit(tokens, CD_TOKEN_END, tokens->at, tokens->at);
}

bool
cd_token_next(struct cd_tokens *tokens)
{
    if (tokens->raw != CD_TAG_TEXT && raw_text(tokens))
        return true;
    if (tokens->cut != CD_TAG_TEXT)
        return end_of_cut(tokens);
    while (tokens->at < tokens->page.n) {
        if (tokens->page.p[tokens->at] != '<' || !is_markup(tokens, tokens->at))
            return text(tokens);
        if (markup(tokens))
            return true;
    }
    return emit(tokens, CD_TOKEN_END_OF_PAGE, tokens->page.n, tokens->page.n);
}
