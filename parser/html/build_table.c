/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The modes inside tables, selects and templates: sections 13.2.6.4.9 to 18 of
 * the HTML standard.
 */
#include "base/ascii.h"
#include "parser/html/build.h"

static bool
is_start_of(const struct cd_builder *b, unsigned sets)
{
    return b->token->kind == CD_TOKEN_START && cd_tag_is(b->token->tag, sets);
}

static bool
is_end_of(const struct cd_builder *b, unsigned sets)
{
    return b->token->kind == CD_TOKEN_END && cd_tag_is(b->token->tag, sets);
}

static bool
is_section(enum cd_tag tag)
{
    return tag == CD_TAG_TBODY || tag == CD_TAG_THEAD || tag == CD_TAG_TFOOT;
}

static bool
is_cell(enum cd_tag tag)
{
    return tag == CD_TAG_TD || tag == CD_TAG_TH;
}

/* End tags that never mean anything inside a table. */
static bool
is_stray_end(const struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    return b->token->kind == CD_TOKEN_END &&
           (tag == CD_TAG_BODY || tag == CD_TAG_HTML || tag == CD_TAG_CAPTION ||
            tag == CD_TAG_COL || tag == CD_TAG_COLGROUP);
}

static bool
in_table_scope(const struct cd_builder *b, enum cd_tag tag)
{
    return cd_build_in_scope(b, tag, CD_SCOPE_TABLE);
}

static void
clear_to_table(struct cd_builder *b)
{
    cd_build_clear_to(b, CD_TAG_TABLE, CD_TAG_HTML, CD_TAG_HTML);
}

static void
clear_to_section(struct cd_builder *b)
{
    cd_build_clear_to(b, CD_TAG_TBODY, CD_TAG_TFOOT, CD_TAG_THEAD);
}

static void
clear_to_row(struct cd_builder *b)
{
    cd_build_clear_to(b, CD_TAG_TR, CD_TAG_HTML, CD_TAG_HTML);
}

/* ---- in table --------------------------------------------------------- */

/* A start tag of a part of a table. */
static bool
start_part(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    clear_to_table(b);
    if (tag == CD_TAG_COL) {
        cd_build_imply(b, CD_TAG_COLGROUP);
        b->mode = CD_MODE_IN_COLUMN_GROUP;
        return true;
    }
    if (tag == CD_TAG_TR || is_cell(tag)) {
        cd_build_imply(b, CD_TAG_TBODY);
        b->mode = CD_MODE_IN_TABLE_BODY;
        return true;
    }
    if (tag == CD_TAG_CAPTION)
        cd_build_format_mark(b);
    cd_build_insert(b);
    b->mode = tag == CD_TAG_CAPTION    ? CD_MODE_IN_CAPTION
              : tag == CD_TAG_COLGROUP ? CD_MODE_IN_COLUMN_GROUP
                                       : CD_MODE_IN_TABLE_BODY;
    return false;
}

static bool
end_table(struct cd_builder *b)
{
    if (!in_table_scope(b, CD_TAG_TABLE))
        return false;
    cd_build_pop_until(b, CD_TAG_TABLE);
    cd_build_reset_mode(b);
    return b->token->kind == CD_TOKEN_START;
}

static bool
start_form(struct cd_builder *b)
{
    if (b->form != NULL || b->open_count[CD_TAG_TEMPLATE] > 0)
        return false;
    b->form = cd_build_insert(b);
    cd_build_pop(b);
    return false;
}

static bool
by_fostering(struct cd_builder *b)
{
    bool again;

    b->foster = true;
    again = cd_mode_in_body(b);
    b->foster = false;
    return again;
}

static bool
is_hidden_input(const struct cd_builder *b)
{
    const struct cd_token *token = b->token;

    if (!cd_build_is_start(b, CD_TAG_INPUT))
        return false;
    for (unsigned i = 0; i < token->attr_count; i++) {
        if (token->attrs[i].attr == CD_ATTR_TYPE)
            return cd_str_eq_nocase(token->attrs[i].value, CD_STR("hidden"));
    }
    return false;
}

static bool
is_for_head(const struct cd_builder *b)
{
    return cd_build_is_start(b, CD_TAG_STYLE) ||
           cd_build_is_start(b, CD_TAG_SCRIPT) ||
           cd_build_is_start(b, CD_TAG_TEMPLATE) ||
           cd_build_is_end(b, CD_TAG_TEMPLATE);
}

bool
cd_mode_in_table(struct cd_builder *b)
{
    if (cd_build_is_space(b) &&
        cd_tag_is(cd_build_current(b)->tag, CD_IS_TABLE)) {
        cd_build_insert_text(b);
        return false;
    }
    if (b->token->kind == CD_TOKEN_DOCTYPE || is_stray_end(b))
        return false;
    if (cd_build_is_start(b, CD_TAG_TABLE) || cd_build_is_end(b, CD_TAG_TABLE))
        return end_table(b);
    if (is_start_of(b, CD_IS_TABLE))
        return start_part(b);
    if (is_end_of(b, CD_IS_TABLE))
        return false;
    if (is_for_head(b))
        return cd_mode_in_head(b);
    if (is_hidden_input(b)) {
        cd_build_insert_void(b);
        return false;
    }
    if (cd_build_is_start(b, CD_TAG_FORM))
        return start_form(b);
    return by_fostering(b);
}

bool
cd_mode_in_caption(struct cd_builder *b)
{
    bool own_end = cd_build_is_end(b, CD_TAG_CAPTION);

    if (own_end || is_start_of(b, CD_IS_TABLE) ||
        cd_build_is_end(b, CD_TAG_TABLE)) {
        if (cd_build_is_start(b, CD_TAG_TABLE))
            return cd_mode_in_body(b);
        if (!in_table_scope(b, CD_TAG_CAPTION))
            return false;
        cd_build_imply_ends(b, CD_TAG_TEXT);
        cd_build_pop_until(b, CD_TAG_CAPTION);
        cd_build_format_clear(b);
        b->mode = CD_MODE_IN_TABLE;
        return !own_end;
    }
    if (is_stray_end(b) || is_end_of(b, CD_IS_TABLE))
        return false;
    return cd_mode_in_body(b);
}

bool
cd_mode_in_column_group(struct cd_builder *b)
{
    if (cd_build_is_space(b)) {
        cd_build_insert_text(b);
        return false;
    }
    if (b->token->kind == CD_TOKEN_DOCTYPE || cd_build_is_end(b, CD_TAG_COL))
        return false;
    if (cd_build_is_start(b, CD_TAG_HTML) ||
        b->token->kind == CD_TOKEN_END_OF_PAGE)
        return cd_mode_in_body(b);
    if (cd_build_is_start(b, CD_TAG_COL)) {
        cd_build_insert_void(b);
        return false;
    }
    if (cd_build_is_start(b, CD_TAG_TEMPLATE) ||
        cd_build_is_end(b, CD_TAG_TEMPLATE))
        return cd_mode_in_head(b);
    if (!cd_build_current_is(b, CD_TAG_COLGROUP))
        return false;
    cd_build_pop(b);
    b->mode = CD_MODE_IN_TABLE;
    return !cd_build_is_end(b, CD_TAG_COLGROUP);
}

static bool
section_in_scope(const struct cd_builder *b)
{
    return in_table_scope(b, CD_TAG_TBODY) || in_table_scope(b, CD_TAG_THEAD) ||
           in_table_scope(b, CD_TAG_TFOOT);
}

static void
leave_section(struct cd_builder *b)
{
    clear_to_section(b);
    if (b->depth > 1)
        cd_build_pop(b);
    b->mode = CD_MODE_IN_TABLE;
}

bool
cd_mode_in_table_body(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;
    bool start = b->token->kind == CD_TOKEN_START;

    if (start && (tag == CD_TAG_TR || is_cell(tag))) {
        clear_to_section(b);
        b->mode = CD_MODE_IN_ROW;
        if (is_cell(tag)) {
            cd_build_imply(b, CD_TAG_TR);
            return true;
        }
        cd_build_insert(b);
        return false;
    }
    if (b->token->kind == CD_TOKEN_END && is_section(tag)) {
        if (in_table_scope(b, tag))
            leave_section(b);
        return false;
    }
    if ((is_start_of(b, CD_IS_TABLE) && tag != CD_TAG_TABLE) ||
        cd_build_is_end(b, CD_TAG_TABLE)) {
        if (!section_in_scope(b))
            return false;
        leave_section(b);
        return true;
    }
    if (is_stray_end(b) || is_end_of(b, CD_IS_TABLE))
        return false;
    return cd_mode_in_table(b);
}

static bool
leave_row(struct cd_builder *b)
{
    if (!in_table_scope(b, CD_TAG_TR))
        return false;
    clear_to_row(b);
    cd_build_pop(b);
    b->mode = CD_MODE_IN_TABLE_BODY;
    return true;
}

bool
cd_mode_in_row(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    if (b->token->kind == CD_TOKEN_START && is_cell(tag)) {
        clear_to_row(b);
        cd_build_insert(b);
        b->mode = CD_MODE_IN_CELL;
        cd_build_format_mark(b);
        return false;
    }
    if (cd_build_is_end(b, CD_TAG_TR)) {
        leave_row(b);
        return false;
    }
    if ((is_start_of(b, CD_IS_TABLE) && tag != CD_TAG_TABLE) ||
        cd_build_is_end(b, CD_TAG_TABLE))
        return leave_row(b);
    if (b->token->kind == CD_TOKEN_END && is_section(tag))
        return in_table_scope(b, tag) && leave_row(b);
    if (is_stray_end(b) || is_end_of(b, CD_IS_TABLE))
        return false;
    return cd_mode_in_table(b);
}

static void
leave_cell(struct cd_builder *b)
{
    cd_build_imply_ends(b, CD_TAG_TEXT);
    while (b->depth > 1) {
        bool last = cd_build_current_is(b, CD_TAG_TD) ||
                    cd_build_current_is(b, CD_TAG_TH);

        cd_build_pop(b);
        if (last)
            break;
    }
    cd_build_format_clear(b);
    b->mode = CD_MODE_IN_ROW;
}

bool
cd_mode_in_cell(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    if (b->token->kind == CD_TOKEN_END && is_cell(tag)) {
        if (!in_table_scope(b, tag))
            return false;
        cd_build_imply_ends(b, CD_TAG_TEXT);
        cd_build_pop_until(b, tag);
        cd_build_format_clear(b);
        b->mode = CD_MODE_IN_ROW;
        return false;
    }
    if (is_start_of(b, CD_IS_TABLE) && tag != CD_TAG_TABLE) {
        leave_cell(b);
        return true;
    }
    if (is_stray_end(b))
        return false;
    if (is_end_of(b, CD_IS_TABLE)) {
        if (!in_table_scope(b, tag))
            return false;
        leave_cell(b);
        return true;
    }
    return cd_mode_in_body(b);
}

/* ---- in select -------------------------------------------------------- */

static void
end_select(struct cd_builder *b)
{
    if (!cd_build_in_scope(b, CD_TAG_SELECT, CD_SCOPE_SELECT))
        return;
    cd_build_pop_until(b, CD_TAG_SELECT);
    cd_build_reset_mode(b);
}

static void
close_options(struct cd_builder *b, bool group)
{
    if (cd_build_current_is(b, CD_TAG_OPTION))
        cd_build_pop(b);
    if (group && cd_build_current_is(b, CD_TAG_OPTGROUP))
        cd_build_pop(b);
}

static bool
start_in_select(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    if (tag == CD_TAG_OPTION || tag == CD_TAG_OPTGROUP) {
        close_options(b, tag == CD_TAG_OPTGROUP);
        cd_build_insert(b);
    } else if (tag == CD_TAG_HR) {
        close_options(b, true);
        cd_build_insert_void(b);
    } else if (tag == CD_TAG_SELECT) {
        end_select(b);
    } else if (tag == CD_TAG_INPUT || tag == CD_TAG_KEYGEN ||
               tag == CD_TAG_TEXTAREA) {
        if (!cd_build_in_scope(b, CD_TAG_SELECT, CD_SCOPE_SELECT))
            return false;
        end_select(b);
        return true;
    } else if (tag == CD_TAG_SCRIPT || tag == CD_TAG_TEMPLATE) {
        return cd_mode_in_head(b);
    }
    return false;
}

static bool
end_in_select(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    if (tag == CD_TAG_OPTGROUP) {
        if (cd_build_current_is(b, CD_TAG_OPTION) && b->depth > 1 &&
            b->open[b->depth - 2]->tag == CD_TAG_OPTGROUP)
            cd_build_pop(b);
        if (cd_build_current_is(b, CD_TAG_OPTGROUP))
            cd_build_pop(b);
    } else if (tag == CD_TAG_OPTION) {
        close_options(b, false);
    } else if (tag == CD_TAG_SELECT) {
        end_select(b);
    } else if (tag == CD_TAG_TEMPLATE) {
        return cd_mode_in_head(b);
    }
    return false;
}

bool
cd_mode_in_select(struct cd_builder *b)
{
    switch (b->token->kind) {
    case CD_TOKEN_TEXT:
        cd_build_insert_text(b);
        break;
    case CD_TOKEN_START:
        return start_in_select(b);
    case CD_TOKEN_END:
        return end_in_select(b);
    case CD_TOKEN_DOCTYPE:
    case CD_TOKEN_END_OF_PAGE:
        break;
    }
    return false;
}

bool
cd_mode_in_select_in_table(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;
    bool is_part = cd_tag_is(tag, CD_IS_TABLE) && tag != CD_TAG_COL &&
                   tag != CD_TAG_COLGROUP;

    if (is_part && b->token->kind == CD_TOKEN_END && !in_table_scope(b, tag))
        return false;
    if (is_part &&
        (b->token->kind == CD_TOKEN_START || b->token->kind == CD_TOKEN_END)) {
        cd_build_pop_until(b, CD_TAG_SELECT);
        cd_build_reset_mode(b);
        return true;
    }
    return cd_mode_in_select(b);
}

/* ---- in template ------------------------------------------------------ */

static enum cd_mode
mode_in_template(enum cd_tag tag)
{
    if (tag == CD_TAG_COL)
        return CD_MODE_IN_COLUMN_GROUP;
    if (tag == CD_TAG_TR)
        return CD_MODE_IN_TABLE_BODY;
    if (is_cell(tag))
        return CD_MODE_IN_ROW;
    if (cd_tag_is(tag, CD_IS_TABLE) && tag != CD_TAG_TABLE)
        return CD_MODE_IN_TABLE;
    return CD_MODE_IN_BODY;
}

bool
cd_mode_in_template(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    if (b->token->kind == CD_TOKEN_TEXT)
        return cd_mode_in_body(b);
    if (cd_build_is_end(b, CD_TAG_TEMPLATE) ||
        (is_start_of(b, CD_IS_HEAD) && tag != CD_TAG_NOSCRIPT))
        return cd_mode_in_head(b);
    if (b->token->kind != CD_TOKEN_START)
        return false;
    b->mode = mode_in_template(tag);
    if (b->template_count > 0)
        b->templates[b->template_count - 1] = b->mode;
    return true;
}
