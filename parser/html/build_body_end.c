/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The mode "in body", section 13.2.6.4.7 of the HTML standard: a function for
 * each group of end tags.
 */
#include "base/ascii.h"
#include "parser/html/build.h"

static bool
end_other(struct cd_builder *b)
{
    const struct cd_token *token = b->token;

    if (b->open_count[token->tag] == 0)
        return false;
    for (size_t i = b->depth; i-- > 0;) {
        const struct cd_node *node = b->open[i];

        if (node->space == CD_SPACE_HTML && node->tag == token->tag &&
            (node->tag != CD_TAG_OTHER || cd_str_eq(node->text, token->text))) {
            cd_build_imply_ends(b, token->tag);
            while (b->depth > i && b->depth > 1)
                cd_build_pop(b);
            return false;
        }
        if (cd_tag_is(node->tag, CD_IS_SPECIAL))
            return false;
    }
    return false;
}

static bool
end_block(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    if (!cd_build_in_scope(b, tag, CD_SCOPE_ANY))
        return false;
    cd_build_imply_ends(b, CD_TAG_TEXT);
    cd_build_pop_until(b, tag);
    return false;
}

static bool
end_object(struct cd_builder *b)
{
    if (!cd_build_in_scope(b, b->token->tag, CD_SCOPE_ANY))
        return false;
    end_block(b);
    cd_build_format_clear(b);
    return false;
}

static bool
end_form(struct cd_builder *b)
{
    struct cd_node *form = b->form;
    size_t index;

    if (b->open_count[CD_TAG_TEMPLATE] > 0)
        return end_block(b);
    b->form = NULL;
    if (form == NULL || !cd_build_node_in_scope(b, form))
        return false;
    cd_build_imply_ends(b, CD_TAG_TEXT);
    index = cd_build_index(b, form);
    if (index == b->depth - 1)
        cd_build_pop(b);
    else
        cd_build_remove_at(b, index);
    return false;
}

static bool
end_p(struct cd_builder *b)
{
    if (!cd_build_in_scope(b, CD_TAG_P, CD_SCOPE_BUTTON))
        cd_build_imply(b, CD_TAG_P);
    cd_build_close_p(b);
    return false;
}

static bool
end_item(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;
    enum cd_scope scope = tag == CD_TAG_LI ? CD_SCOPE_LIST : CD_SCOPE_ANY;

    if (!cd_build_in_scope(b, tag, scope))
        return false;
    cd_build_imply_ends(b, tag);
    cd_build_pop_until(b, tag);
    return false;
}

static bool
end_heading(struct cd_builder *b)
{
    if (!cd_build_heading_in_scope(b))
        return false;
    cd_build_imply_ends(b, CD_TAG_TEXT);
    cd_build_pop_until_set(b, CD_IS_HEADLINE);
    return false;
}

static bool
end_br(struct cd_builder *b)
{
    b->token->kind = CD_TOKEN_START;
    b->token->attr_count = 0;
    return cd_body_void(b);
}

static bool
end_body(struct cd_builder *b)
{
    if (!cd_build_in_scope(b, CD_TAG_BODY, CD_SCOPE_ANY))
        return false;
    b->mode = CD_MODE_AFTER_BODY;
    return b->token->tag == CD_TAG_HTML;
}

static bool (*const ends[CD_TAG_COUNT])(struct cd_builder *) = {
    [CD_TAG_APPLET] = end_object,
    [CD_TAG_BODY] = end_body,
    [CD_TAG_BR] = end_br,
    [CD_TAG_DD] = end_item,
    [CD_TAG_DT] = end_item,
    [CD_TAG_FORM] = end_form,
    [CD_TAG_HTML] = end_body,
    [CD_TAG_LI] = end_item,
    [CD_TAG_MARQUEE] = end_object,
    [CD_TAG_OBJECT] = end_object,
    [CD_TAG_P] = end_p,
    [CD_TAG_TEMPLATE] = cd_mode_in_head,
};

bool
cd_body_end(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    if (ends[tag] != NULL)
        return ends[tag](b);
    if (cd_tag_is(tag, CD_IS_ENDS))
        return end_block(b);
    if (cd_tag_is(tag, CD_IS_HEADLINE))
        return end_heading(b);
    if (cd_tag_is(tag, CD_IS_FORMAT) && cd_build_adopt(b))
        return false;
    return end_other(b);
}
