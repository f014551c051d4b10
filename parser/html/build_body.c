/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The mode "in body", section 13.2.6.4.7 of the HTML standard: a function for
 * each group of start tags, and a table that says which.  End tags are in
 * build_body_end.c.
 */
#include "base/ascii.h"
#include "parser/html/build.h"

/* ---- start tags ------------------------------------------------------- */

static bool
start_other(struct cd_builder *b)
{
    cd_build_format_reopen(b);
    cd_build_insert(b);
    return false;
}

static bool
start_block(struct cd_builder *b)
{
    cd_build_close_p(b);
    cd_build_insert(b);
    return false;
}

static bool
start_heading(struct cd_builder *b)
{
    cd_build_close_p(b);
    if (cd_tag_is(cd_build_current(b)->tag, CD_IS_HEADLINE) &&
        cd_build_current(b)->space == CD_SPACE_HTML)
        cd_build_pop(b);
    cd_build_insert(b);
    return false;
}

static bool
start_pre(struct cd_builder *b)
{
    start_block(b);
    b->skip_newline = true;
    b->frameset_ok = false;
    return false;
}

static bool
start_form(struct cd_builder *b)
{
    bool in_template = b->open_count[CD_TAG_TEMPLATE] > 0;
    struct cd_node *form;

    if (b->form != NULL && !in_template)
        return false;
    cd_build_close_p(b);
    form = cd_build_insert(b);
    if (!in_template)
        b->form = form;
    return false;
}

/* li ends an open li; dd and dt end an open dd or dt. */
static void
close_items(struct cd_builder *b, enum cd_tag one, enum cd_tag two)
{
    for (size_t i = b->depth; i-- > 0;) {
        const struct cd_node *node = b->open[i];
        enum cd_tag tag = node->tag;

        if (node->space == CD_SPACE_HTML && (tag == one || tag == two)) {
            cd_build_imply_ends(b, tag);
            cd_build_pop_until(b, tag);
            break;
        }
        if (cd_tag_is(tag, CD_IS_SPECIAL) && tag != CD_TAG_ADDRESS &&
            tag != CD_TAG_DIV && tag != CD_TAG_P)
            break;
    }
    cd_build_close_p(b);
    b->frameset_ok = false;
}

static bool
start_li(struct cd_builder *b)
{
    close_items(b, CD_TAG_LI, CD_TAG_LI);
    cd_build_insert(b);
    return false;
}

static bool
start_dd(struct cd_builder *b)
{
    close_items(b, CD_TAG_DD, CD_TAG_DT);
    cd_build_insert(b);
    return false;
}

static bool
start_plaintext(struct cd_builder *b)
{
    cd_build_close_p(b);
    cd_build_insert_raw(b);
    return false;
}

static bool
start_button(struct cd_builder *b)
{
    if (cd_build_in_scope(b, CD_TAG_BUTTON, CD_SCOPE_ANY)) {
        cd_build_imply_ends(b, CD_TAG_TEXT);
        cd_build_pop_until(b, CD_TAG_BUTTON);
    }
    b->frameset_ok = false;
    return start_other(b);
}

static bool
start_format(struct cd_builder *b)
{
    cd_build_format_reopen(b);
    cd_build_format_push(b, cd_build_insert(b));
    return false;
}

static bool
start_a(struct cd_builder *b)
{
    struct cd_node *open = cd_build_format_find(b, CD_TAG_A);

    if (open != NULL) {
        size_t index;

        cd_build_adopt(b);
        cd_build_format_remove(b, open);
        index = cd_build_index(b, open);
        if (index != SIZE_MAX)
            cd_build_remove_at(b, index);
    }
    return start_format(b);
}

static bool
start_nobr(struct cd_builder *b)
{
    cd_build_format_reopen(b);
    if (cd_build_in_scope(b, CD_TAG_NOBR, CD_SCOPE_ANY))
        cd_build_adopt(b);
    return start_format(b);
}

static bool
start_object(struct cd_builder *b)
{
    start_other(b);
    cd_build_format_mark(b);
    b->frameset_ok = false;
    return false;
}

static bool
start_table(struct cd_builder *b)
{
    start_block(b);
    b->frameset_ok = false;
    b->mode = CD_MODE_IN_TABLE;
    return false;
}

bool
cd_body_void(struct cd_builder *b)
{
    cd_build_format_reopen(b);
    cd_build_insert_void(b);
    b->frameset_ok = false;
    return false;
}

static bool
start_param(struct cd_builder *b)
{
    cd_build_insert_void(b);
    return false;
}

static bool
start_hr(struct cd_builder *b)
{
    cd_build_close_p(b);
    cd_build_insert_void(b);
    b->frameset_ok = false;
    return false;
}

static bool
start_image(struct cd_builder *b)
{
    b->token->tag = CD_TAG_IMG;
    b->token->text = cd_tag_names[CD_TAG_IMG];
    return true;
}

static bool
start_raw(struct cd_builder *b)
{
    b->frameset_ok = false;
    cd_build_insert_raw(b);
    return false;
}

static bool
start_xmp(struct cd_builder *b)
{
    cd_build_close_p(b);
    cd_build_format_reopen(b);
    return start_raw(b);
}

static bool
start_select(struct cd_builder *b)
{
    bool in_table = b->mode == CD_MODE_IN_TABLE ||
                    b->mode == CD_MODE_IN_CAPTION ||
                    b->mode == CD_MODE_IN_TABLE_BODY ||
                    b->mode == CD_MODE_IN_ROW || b->mode == CD_MODE_IN_CELL;

    start_other(b);
    b->frameset_ok = false;
    b->mode = in_table ? CD_MODE_IN_SELECT_IN_TABLE : CD_MODE_IN_SELECT;
    return false;
}

static bool
start_option(struct cd_builder *b)
{
    if (cd_build_current_is(b, CD_TAG_OPTION))
        cd_build_pop(b);
    return start_other(b);
}

static bool
start_ruby_base(struct cd_builder *b)
{
    if (cd_build_in_scope(b, CD_TAG_RUBY, CD_SCOPE_ANY))
        cd_build_imply_ends(b, CD_TAG_TEXT);
    cd_build_insert(b);
    return false;
}

static bool
start_ruby_text(struct cd_builder *b)
{
    if (cd_build_in_scope(b, CD_TAG_RUBY, CD_SCOPE_ANY))
        cd_build_imply_ends(b, CD_TAG_RTC);
    cd_build_insert(b);
    return false;
}

static bool
start_foreign(struct cd_builder *b)
{
    bool svg = b->token->tag == CD_TAG_SVG;
    struct cd_node *node;

    cd_build_format_reopen(b);
    node = cd_build_insert(b);
    b->open_count[node->tag]--; /* counted as HTML */
    node->space = svg ? CD_SPACE_SVG : CD_SPACE_MATHML;
    if (b->token->self_closing)
        cd_build_pop(b);
    return false;
}

/* The body may still become a frameset if it holds nothing. */
static bool
start_frameset(struct cd_builder *b)
{
    if (!b->frameset_ok || b->depth < 2 || b->open[1]->tag != CD_TAG_BODY)
        return false;
    cd_node_remove(b->open[1]);
    while (b->depth > 1)
        cd_build_pop(b);
    cd_build_insert(b);
    b->mode = CD_MODE_IN_FRAMESET;
    return false;
}

static void
add_attributes(struct cd_builder *b, struct cd_node *node)
{
    if (b->open_count[CD_TAG_TEMPLATE] == 0)
        cd_build_take_attributes(b, node);
}

static bool
start_html(struct cd_builder *b)
{
    add_attributes(b, b->open[0]);
    return false;
}

static bool
start_body(struct cd_builder *b)
{
    b->frameset_ok = false;
    if (b->depth > 1 && b->open[1]->tag == CD_TAG_BODY)
        add_attributes(b, b->open[1]);
    return false;
}

static bool
ignore(struct cd_builder *b)
{
    (void)b;
    return false;
}

static bool (*const starts[CD_TAG_COUNT])(struct cd_builder *) = {
    [CD_TAG_A] = start_a,
    [CD_TAG_APPLET] = start_object,
    [CD_TAG_AREA] = cd_body_void,
    [CD_TAG_BODY] = start_body,
    [CD_TAG_BR] = cd_body_void,
    [CD_TAG_BUTTON] = start_button,
    [CD_TAG_CAPTION] = ignore,
    [CD_TAG_COL] = ignore,
    [CD_TAG_COLGROUP] = ignore,
    [CD_TAG_DD] = start_dd,
    [CD_TAG_DT] = start_dd,
    [CD_TAG_EMBED] = cd_body_void,
    [CD_TAG_FORM] = start_form,
    [CD_TAG_FRAME] = ignore,
    [CD_TAG_FRAMESET] = start_frameset,
    [CD_TAG_HEAD] = ignore,
    [CD_TAG_HR] = start_hr,
    [CD_TAG_HTML] = start_html,
    [CD_TAG_IFRAME] = start_raw,
    [CD_TAG_IMAGE] = start_image,
    [CD_TAG_IMG] = cd_body_void,
    [CD_TAG_INPUT] = cd_body_void,
    [CD_TAG_KEYGEN] = cd_body_void,
    [CD_TAG_LI] = start_li,
    [CD_TAG_LISTING] = start_pre,
    [CD_TAG_MARQUEE] = start_object,
    [CD_TAG_MATH] = start_foreign,
    [CD_TAG_NOBR] = start_nobr,
    [CD_TAG_NOEMBED] = start_raw,
    [CD_TAG_NOSCRIPT] = start_other,
    [CD_TAG_OBJECT] = start_object,
    [CD_TAG_OPTGROUP] = start_option,
    [CD_TAG_OPTION] = start_option,
    [CD_TAG_PARAM] = start_param,
    [CD_TAG_PLAINTEXT] = start_plaintext,
    [CD_TAG_PRE] = start_pre,
    [CD_TAG_RB] = start_ruby_base,
    [CD_TAG_RP] = start_ruby_text,
    [CD_TAG_RT] = start_ruby_text,
    [CD_TAG_RTC] = start_ruby_base,
    [CD_TAG_SELECT] = start_select,
    [CD_TAG_SOURCE] = start_param,
    [CD_TAG_SVG] = start_foreign,
    [CD_TAG_TABLE] = start_table,
    [CD_TAG_TBODY] = ignore,
    [CD_TAG_TD] = ignore,
    [CD_TAG_TEXTAREA] = start_raw,
    [CD_TAG_TFOOT] = ignore,
    [CD_TAG_TH] = ignore,
    [CD_TAG_THEAD] = ignore,
    [CD_TAG_TR] = ignore,
    [CD_TAG_TRACK] = start_param,
    [CD_TAG_WBR] = cd_body_void,
    [CD_TAG_XMP] = start_xmp,
};

static bool
start(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    if (starts[tag] != NULL)
        return starts[tag](b);
    if (cd_tag_is(tag, CD_IS_HEAD))
        return cd_mode_in_head(b);
    if (cd_tag_is(tag, CD_IS_HEADLINE))
        return start_heading(b);
    if (cd_tag_is(tag, CD_IS_CLOSES_P) || tag == CD_TAG_P)
        return start_block(b);
    if (cd_tag_is(tag, CD_IS_FORMAT))
        return start_format(b);
    return start_other(b);
}

bool
cd_mode_in_body(struct cd_builder *b)
{
    switch (b->token->kind) {
    case CD_TOKEN_TEXT:
        cd_build_format_reopen(b);
        cd_build_insert_text(b);
        b->frameset_ok = b->frameset_ok && cd_build_is_space(b);
        return false;
    case CD_TOKEN_START:
        return start(b);
    case CD_TOKEN_END:
        return cd_body_end(b);
    case CD_TOKEN_DOCTYPE:
    case CD_TOKEN_END_OF_PAGE:
        break;
    }
    return false;
}
