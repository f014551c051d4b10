/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The modes around the body: before it, in the head, after it, in framesets.
 * Sections 13.2.6.4.1 to 6, 19 to 23 of the HTML standard.
 */
#include "base/memory.h"
#include "parser/html/build.h"

/* An end tag that means nothing before the body? */
static bool
is_stray_end(const struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    return b->token->kind == CD_TOKEN_END && tag != CD_TAG_BODY &&
           tag != CD_TAG_HTML && tag != CD_TAG_BR;
}

bool
cd_mode_initial(struct cd_builder *b)
{
    if (cd_build_is_space(b))
        return false;
    b->mode = CD_MODE_BEFORE_HTML;
    return b->token->kind != CD_TOKEN_DOCTYPE;
}

static void
begin_html(struct cd_builder *b)
{
    struct cd_node *html =
        cd_tree_new(b->tree, b->arena, CD_TAG_HTML, cd_tag_names[CD_TAG_HTML]);

    html->raw.start = html->raw.end = b->token->raw.start;
    b->tree->root = html;
    cd_build_push(b, html);
    b->mode = CD_MODE_BEFORE_HEAD;
}

bool
cd_mode_before_html(struct cd_builder *b)
{
    if (b->token->kind == CD_TOKEN_DOCTYPE || cd_build_is_space(b))
        return false;
    if (is_stray_end(b) && b->token->tag != CD_TAG_HEAD)
        return false;
    begin_html(b);
    if (!cd_build_is_start(b, CD_TAG_HTML))
        return true;
    cd_build_take_attributes(b, b->tree->root);
    return false;
}

bool
cd_mode_before_head(struct cd_builder *b)
{
    if (b->token->kind == CD_TOKEN_DOCTYPE || cd_build_is_space(b))
        return false;
    if (cd_build_is_start(b, CD_TAG_HTML))
        return cd_mode_in_body(b);
    if (is_stray_end(b) && b->token->tag != CD_TAG_HEAD)
        return false;
    b->mode = CD_MODE_IN_HEAD;
    if (cd_build_is_start(b, CD_TAG_HEAD)) {
        b->head = cd_build_insert(b);
        return false;
    }
    b->head = cd_build_imply(b, CD_TAG_HEAD);
    return true;
}

static void
begin_template(struct cd_builder *b)
{
    cd_build_insert(b);
    cd_build_format_mark(b);
    b->frameset_ok = false;
    b->mode = CD_MODE_IN_TEMPLATE;
    b->templates = cd_grow(b->templates, &b->template_room,
                           b->template_count + 1, sizeof(*b->templates));
    b->templates[b->template_count++] = CD_MODE_IN_TEMPLATE;
}

static void
end_template(struct cd_builder *b)
{
    if (b->open_count[CD_TAG_TEMPLATE] == 0)
        return;
    cd_build_pop_until(b, CD_TAG_TEMPLATE);
    cd_build_reset_mode(b);
}

/* A start tag that belongs into the head. */
static void
start_in_head(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    if (cd_tag_is(tag, CD_IS_VOID))
        cd_build_insert_void(b);
    else if (tag == CD_TAG_TEMPLATE)
        begin_template(b);
    else
        cd_build_insert_raw(b); /* title, style, script, noframes */
}

bool
cd_mode_in_head(struct cd_builder *b)
{
    const struct cd_token *token = b->token;

    if (cd_build_is_space(b)) {
        cd_build_insert_text(b);
        return false;
    }
    if (token->kind == CD_TOKEN_DOCTYPE || cd_build_is_start(b, CD_TAG_HEAD))
        return false;
    if (cd_build_is_start(b, CD_TAG_HTML))
        return cd_mode_in_body(b);
    if (cd_build_is_start(b, CD_TAG_NOSCRIPT)) {
        cd_build_insert(b);
        b->mode = CD_MODE_IN_HEAD_NOSCRIPT;
        return false;
    }
    if (token->kind == CD_TOKEN_START && cd_tag_is(token->tag, CD_IS_HEAD)) {
        start_in_head(b);
        return false;
    }
    if (cd_build_is_end(b, CD_TAG_TEMPLATE)) {
        end_template(b);
        return false;
    }
    if (is_stray_end(b) && token->tag != CD_TAG_HEAD)
        return false;
    cd_build_pop(b);
    b->mode = CD_MODE_AFTER_HEAD;
    return !cd_build_is_end(b, CD_TAG_HEAD);
}

bool
cd_mode_in_head_noscript(struct cd_builder *b)
{
    const struct cd_token *token = b->token;
    enum cd_tag tag = token->tag;

    if (token->kind == CD_TOKEN_DOCTYPE || cd_build_is_start(b, CD_TAG_HEAD) ||
        cd_build_is_start(b, CD_TAG_NOSCRIPT))
        return false;
    if (cd_build_is_start(b, CD_TAG_HTML))
        return cd_mode_in_body(b);
    if (cd_build_is_space(b) ||
        (token->kind == CD_TOKEN_START && cd_tag_is(tag, CD_IS_HEAD) &&
         tag != CD_TAG_SCRIPT && tag != CD_TAG_TITLE &&
         tag != CD_TAG_TEMPLATE && tag != CD_TAG_BASE))
        return cd_mode_in_head(b);
    if (token->kind == CD_TOKEN_END && tag != CD_TAG_NOSCRIPT &&
        tag != CD_TAG_BR)
        return false;
    cd_build_pop(b);
    b->mode = CD_MODE_IN_HEAD;
    return !cd_build_is_end(b, CD_TAG_NOSCRIPT);
}

/* The head is closed, but this still goes into it. */
static void
reopen_head(struct cd_builder *b)
{
    size_t index;

    cd_build_push(b, b->head);
    cd_mode_in_head(b);
    index = cd_build_index(b, b->head);
    if (index != SIZE_MAX)
        cd_build_remove_at(b, index);
}

bool
cd_mode_after_head(struct cd_builder *b)
{
    const struct cd_token *token = b->token;

    if (cd_build_is_space(b)) {
        cd_build_insert_text(b);
        return false;
    }
    if (token->kind == CD_TOKEN_DOCTYPE || cd_build_is_start(b, CD_TAG_HEAD))
        return false;
    if (cd_build_is_start(b, CD_TAG_HTML))
        return cd_mode_in_body(b);
    if (cd_build_is_start(b, CD_TAG_BODY)) {
        cd_build_insert(b);
        b->frameset_ok = false;
        b->mode = CD_MODE_IN_BODY;
        return false;
    }
    if (cd_build_is_start(b, CD_TAG_FRAMESET)) {
        cd_build_insert(b);
        b->mode = CD_MODE_IN_FRAMESET;
        return false;
    }
    if (token->kind == CD_TOKEN_START && cd_tag_is(token->tag, CD_IS_HEAD) &&
        token->tag != CD_TAG_NOSCRIPT) {
        reopen_head(b);
        return false;
    }
    if (cd_build_is_end(b, CD_TAG_TEMPLATE))
        return cd_mode_in_head(b);
    if (is_stray_end(b))
        return false;
    cd_build_imply(b, CD_TAG_BODY);
    b->mode = CD_MODE_IN_BODY;
    return true;
}

/* Also after the html element: what comes there goes into the body. */
bool
cd_mode_after_body(struct cd_builder *b)
{
    const struct cd_token *token = b->token;

    if (cd_build_is_space(b) || cd_build_is_start(b, CD_TAG_HTML))
        return cd_mode_in_body(b);
    if (token->kind == CD_TOKEN_DOCTYPE ||
        token->kind == CD_TOKEN_END_OF_PAGE || cd_build_is_end(b, CD_TAG_HTML))
        return false;
    b->mode = CD_MODE_IN_BODY;
    return true;
}

bool
cd_mode_in_frameset(struct cd_builder *b)
{
    if (cd_build_is_start(b, CD_TAG_HTML))
        return cd_mode_in_body(b);
    if (cd_build_is_space(b))
        cd_build_insert_text(b);
    else if (cd_build_is_start(b, CD_TAG_FRAMESET))
        cd_build_insert(b);
    else if (cd_build_is_start(b, CD_TAG_FRAME))
        cd_build_insert_void(b);
    else if (cd_build_is_start(b, CD_TAG_NOFRAMES))
        cd_build_insert_raw(b);
    else if (cd_build_is_end(b, CD_TAG_FRAMESET) && b->depth > 1)
        cd_build_pop(b);
    if (!cd_build_current_is(b, CD_TAG_FRAMESET))
        b->mode = CD_MODE_AFTER_FRAMESET;
    return false;
}

bool
cd_mode_after_frameset(struct cd_builder *b)
{
    if (cd_build_is_start(b, CD_TAG_HTML))
        return cd_mode_in_body(b);
    if (cd_build_is_space(b))
        cd_build_insert_text(b);
    else if (cd_build_is_start(b, CD_TAG_NOFRAMES))
        cd_build_insert_raw(b);
    return false;
}
