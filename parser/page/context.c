/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/context.h"

#include "base/ascii.h"

static const unsigned tag_flags[CD_TAG_COUNT] = {
    [CD_TAG_ARTICLE] = CD_IN_ARTICLE,
    [CD_TAG_MAIN] = CD_IN_MAIN,
    [CD_TAG_NAV] = CD_IN_NAV,
    [CD_TAG_ASIDE] = CD_IN_ASIDE,
    [CD_TAG_HEADER] = CD_IN_HEADER,
    [CD_TAG_FOOTER] = CD_IN_FOOTER,
    [CD_TAG_FIGURE] = CD_IN_FIGURE,
    [CD_TAG_FORM] = CD_IN_FORM,
    [CD_TAG_BUTTON] = CD_IN_BUTTON,
    [CD_TAG_SELECT] = CD_IN_SELECT,
    [CD_TAG_OPTION] = CD_IN_SELECT,
    [CD_TAG_TEXTAREA] = CD_IN_SELECT,
    [CD_TAG_TABLE] = CD_IN_TABLE,
    [CD_TAG_UL] = CD_IN_LIST,
    [CD_TAG_OL] = CD_IN_LIST,
    [CD_TAG_MENU] = CD_IN_LIST,
    [CD_TAG_DIR] = CD_IN_LIST,
    [CD_TAG_DL] = CD_IN_LIST,
    [CD_TAG_BLOCKQUOTE] = CD_IN_QUOTE,
    [CD_TAG_DIALOG] = CD_IN_DIALOG,
    [CD_TAG_DETAILS] = CD_IN_DETAILS,
    [CD_TAG_H1] = CD_IN_HEADING,
    [CD_TAG_H2] = CD_IN_HEADING,
    [CD_TAG_H3] = CD_IN_HEADING,
    [CD_TAG_H4] = CD_IN_HEADING,
    [CD_TAG_H5] = CD_IN_HEADING,
    [CD_TAG_H6] = CD_IN_HEADING,
    [CD_TAG_VIDEO] = CD_IN_MEDIA,
    [CD_TAG_AUDIO] = CD_IN_MEDIA,
    [CD_TAG_OBJECT] = CD_IN_MEDIA,
    [CD_TAG_CANVAS] = CD_IN_MEDIA,
    [CD_TAG_SVG] = CD_IN_SVG,
    [CD_TAG_MATH] = CD_IN_SVG,
    [CD_TAG_NOSCRIPT] = CD_HIDDEN_NOSCRIPT,
    [CD_TAG_TEMPLATE] = CD_HIDDEN_TEMPLATE,
    [CD_TAG_B] = CD_CONTEXT_STRONG,
    [CD_TAG_STRONG] = CD_CONTEXT_STRONG,
    [CD_TAG_I] = CD_CONTEXT_EMPHASIS,
    [CD_TAG_EM] = CD_CONTEXT_EMPHASIS,
    [CD_TAG_CITE] = CD_CONTEXT_EMPHASIS,
};

static const struct {
    struct cd_str role;
    unsigned flag;
} role_flags[] = {
    { { "alertdialog", 11 }, CD_IN_DIALOG },
    { { "article", 7 }, CD_IN_ARTICLE },
    { { "banner", 6 }, CD_IN_HEADER },
    { { "button", 6 }, CD_IN_BUTTON },
    { { "complementary", 13 }, CD_IN_ASIDE },
    { { "contentinfo", 11 }, CD_IN_FOOTER },
    { { "dialog", 6 }, CD_IN_DIALOG },
    { { "form", 4 }, CD_IN_FORM },
    { { "main", 4 }, CD_IN_MAIN },
    { { "menu", 4 }, CD_IN_NAV },
    { { "navigation", 10 }, CD_IN_NAV },
    { { "search", 6 }, CD_IN_FORM },
};

/* The kind of block that an element makes; where none is given, that of the
 * element around it stays. */
static const struct {
    enum cd_tag tag;
    enum cd_block_kind kind;
    int level;
} tag_kinds[] = {
    { CD_TAG_H1, CD_BLOCK_HEADING, 1 },
    { CD_TAG_H2, CD_BLOCK_HEADING, 2 },
    { CD_TAG_H3, CD_BLOCK_HEADING, 3 },
    { CD_TAG_H4, CD_BLOCK_HEADING, 4 },
    { CD_TAG_H5, CD_BLOCK_HEADING, 5 },
    { CD_TAG_H6, CD_BLOCK_HEADING, 6 },
    { CD_TAG_LI, CD_BLOCK_LIST_ITEM, 0 },
    { CD_TAG_DT, CD_BLOCK_LIST_ITEM, 0 },
    { CD_TAG_DD, CD_BLOCK_LIST_ITEM, 0 },
    { CD_TAG_BLOCKQUOTE, CD_BLOCK_QUOTE, 0 },
    { CD_TAG_FIGCAPTION, CD_BLOCK_CAPTION, 0 },
    { CD_TAG_CAPTION, CD_BLOCK_CAPTION, 0 },
    { CD_TAG_PRE, CD_BLOCK_CODE, 0 },
    { CD_TAG_LISTING, CD_BLOCK_CODE, 0 },
    { CD_TAG_XMP, CD_BLOCK_CODE, 0 },
    { CD_TAG_PLAINTEXT, CD_BLOCK_CODE, 0 },
    { CD_TAG_TABLE, CD_BLOCK_PARAGRAPH, 0 },
};

/* Is word one of the words of a class, which "-", "_" and spaces part? */
static bool
has_word(struct cd_str class, struct cd_str word)
{
    size_t at = 0;

    while ((at = cd_str_find(class, word, at)) != SIZE_MAX) {
        size_t end = at + word.n;

        if ((at == 0 || !cd_ascii_is_alnum(class.p[at - 1])) &&
            (end == class.n || !cd_ascii_is_alnum(class.p[end])))
            return true;
        at = end;
    }
    return false;
}

static unsigned
flag_of_role(struct cd_str role)
{
    for (size_t i = 0; i < CD_COUNT(role_flags); i++) {
        if (cd_str_eq(role_flags[i].role, role))
            return role_flags[i].flag;
    }
    return 0;
}

static void
take_attribute(struct cd_context *context, const struct cd_node *node,
               const struct cd_attr_value *attr)
{
    switch ((int)attr->attr) {
    case CD_ATTR_ROLE:
        context->flags |= flag_of_role(attr->value);
        break;
    case CD_ATTR_HIDDEN:
        context->flags |= CD_HIDDEN_ATTR;
        break;
    case CD_ATTR_ARIA_HIDDEN:
        if (cd_str_is(attr->value, "true"))
            context->flags |= CD_HIDDEN_ARIA;
        break;
    case CD_ATTR_STYLE:
        context->flags |= CD_HIDDEN_STYLE;
        break;
    case CD_ATTR_HREF:
        if (node->tag == CD_TAG_A)
            context->link = node;
        break;
    case CD_ATTR_CLASS:
        if (context->kind == CD_BLOCK_PARAGRAPH &&
            has_word(attr->value, CD_STR("caption")))
            context->kind = CD_BLOCK_CAPTION;
        break;
    }
}

static void
take_kind(struct cd_context *context, const struct cd_node *node)
{
    for (size_t i = 0; i < CD_COUNT(tag_kinds); i++) {
        if (tag_kinds[i].tag != node->tag)
            continue;
        context->kind = tag_kinds[i].kind;
        context->level = tag_kinds[i].level;
        if (context->kind == CD_BLOCK_LIST_ITEM)
            context->level = context->list_depth > 0 ? context->list_depth : 1;
        return;
    }
}

bool
cd_context_is_row(const struct cd_node *row)
{
    const struct cd_node *end = cd_node_skip(row);
    unsigned cells = 0, breaks = 0;

    for (const struct cd_node *n = row->child; n != NULL && n != end;
         n = cd_node_after(n)) {
        if (n->tag == CD_TAG_TD || n->tag == CD_TAG_TH)
            cells++;
        else if (cd_tag_is(n->tag, CD_IS_BLOCK) && n->tag != CD_TAG_HR)
            return false;
        if (n->tag == CD_TAG_TEXT && cd_str_trim(n->text).n > 0)
            breaks = 0;
        else if (n->tag == CD_TAG_BR && ++breaks > 1)
            return false;
    }
    return cells > 1;
}

bool
cd_context_is_line(const struct cd_node *node)
{
    struct cd_str class = cd_node_attr(node, CD_ATTR_CLASS);
    size_t at = 0, end;

    for (; at < class.n; at = end + 1) {
        struct cd_str word;

        end = at;
        while (end < class.n && !cd_ascii_is_space(class.p[end]))
            end++;
        word = cd_str_sub(class, at, end);
        if (cd_str_is(word, "line") || cd_str_ends(word, CD_STR("-line")))
            return true;
    }
    return false;
}

void
cd_context_enter(struct cd_context *context, const struct cd_node *node)
{
    context->depth++;
    context->flags |= tag_flags[node->tag];
    if (cd_tag_is(node->tag, CD_IS_BLOCK)) {
        context->block = node;
        context->block_depth = context->depth - 1;
        if ((context->flags & CD_IN_LINK) == 0 && context->link != NULL)
            context->flags |= CD_IN_LINK;
        context->list_depth += (tag_flags[node->tag] & CD_IN_LIST) != 0;
        take_kind(context, node);
    }
    for (unsigned i = 0; i < node->attr_count; i++)
        take_attribute(context, node, &node->attrs[i]);
}
