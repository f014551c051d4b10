/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SVG and MathML inside HTML: section 13.2.6.5 of the HTML standard.
 */
#include "parser/html/build.h"

static bool
is_mathml_text(const struct cd_node *node)
{
    return node->space == CD_SPACE_MATHML &&
           (node->tag == CD_TAG_MI || node->tag == CD_TAG_MO ||
            node->tag == CD_TAG_MN || node->tag == CD_TAG_MS ||
            node->tag == CD_TAG_MTEXT);
}

/* Does HTML begin again inside this element? */
static bool
holds_html(const struct cd_node *node)
{
    struct cd_str encoding;

    if (node->space == CD_SPACE_SVG)
        return node->tag == CD_TAG_FOREIGNOBJECT || node->tag == CD_TAG_DESC ||
               node->tag == CD_TAG_TITLE;
    if (node->space != CD_SPACE_MATHML || node->tag != CD_TAG_ANNOTATION_XML)
        return false;
    encoding = cd_node_attr(node, CD_ATTR_ENCODING);
    return cd_str_eq_nocase(encoding, CD_STR("text/html")) ||
           cd_str_eq_nocase(encoding, CD_STR("application/xhtml+xml"));
}

bool
cd_build_is_foreign(const struct cd_builder *b)
{
    const struct cd_token *token = b->token;
    bool start = token->kind == CD_TOKEN_START;
    const struct cd_node *node;

    if (b->depth == 0)
        return false;
    node = cd_build_current(b);
    if (node->space == CD_SPACE_HTML || token->kind == CD_TOKEN_END_OF_PAGE)
        return false;
    if (is_mathml_text(node) && (token->kind == CD_TOKEN_TEXT ||
                                 (start && token->tag != CD_TAG_MGLYPH &&
                                  token->tag != CD_TAG_MALIGNMARK)))
        return false;
    if (node->space == CD_SPACE_MATHML && node->tag == CD_TAG_ANNOTATION_XML &&
        start && token->tag == CD_TAG_SVG)
        return false;
    return !holds_html(node) || !(start || token->kind == CD_TOKEN_TEXT);
}

/* Does this tag end SVG and MathML? */
static bool
breaks_out(const struct cd_token *token)
{
    if (token->kind == CD_TOKEN_END)
        return token->tag == CD_TAG_BR || token->tag == CD_TAG_P;
    if (token->tag != CD_TAG_FONT)
        return cd_tag_is(token->tag, CD_IS_BREAKOUT);
    for (unsigned i = 0; i < token->attr_count; i++) {
        enum cd_attr attr = token->attrs[i].attr;

        if (attr == CD_ATTR_COLOR || attr == CD_ATTR_FACE ||
            attr == CD_ATTR_SIZE)
            return true;
    }
    return false;
}

static bool
break_out(struct cd_builder *b)
{
    while (b->depth > 1 && cd_build_current(b)->space != CD_SPACE_HTML &&
           !is_mathml_text(cd_build_current(b)) &&
           !holds_html(cd_build_current(b)))
        cd_build_pop(b);
    if (b->token->kind == CD_TOKEN_END)
        return cd_mode_in_body(b);
    return true;
}

static void
start(struct cd_builder *b)
{
    unsigned char space = cd_build_current(b)->space;
    struct cd_node *node;

    node = cd_build_insert(b);
    b->open_count[node->tag]--; /* counted as HTML */
    node->space = space;
    if (b->token->self_closing)
        cd_build_pop(b);
}

/* Ends the nearest foreign element of that name; false where HTML comes first,
 * which then decides. */
static bool
end(struct cd_builder *b)
{
    for (size_t i = b->depth; i-- > 1;) {
        if (b->open[i]->space == CD_SPACE_HTML)
            return false;
        if (!cd_str_eq(b->open[i]->text, b->token->text))
            continue;
        while (b->depth > i)
            cd_build_pop(b);
        return true;
    }
    return true;
}

bool
cd_mode_foreign(struct cd_builder *b)
{
    static bool (*const modes[CD_MODE_COUNT])(struct cd_builder *) = {
#define X(name, function) [CD_MODE_##name] = cd_mode_##function,
        CD_MODES(X)
#undef X
    };

    switch (b->token->kind) {
    case CD_TOKEN_TEXT:
        b->frameset_ok = b->frameset_ok && cd_build_is_space(b);
        cd_build_insert_text(b);
        break;
    case CD_TOKEN_START:
        if (breaks_out(b->token))
            return break_out(b);
        start(b);
        break;
    case CD_TOKEN_END:
        if (breaks_out(b->token))
            return break_out(b);
        return !end(b) && modes[b->mode](b);
    case CD_TOKEN_DOCTYPE:
    case CD_TOKEN_END_OF_PAGE:
        break;
    }
    return false;
}
