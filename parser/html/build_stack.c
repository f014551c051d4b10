/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/html/build.h"

#include "base/memory.h"

static bool
is_html(const struct cd_node *node, enum cd_tag tag)
{
    return node->tag == tag && node->space == CD_SPACE_HTML;
}

static void
forget(struct cd_builder *b, const struct cd_node *node)
{
    if (node->space == CD_SPACE_HTML)
        b->open_count[node->tag]--;
}

void
cd_build_insert_at(struct cd_builder *b, size_t index, struct cd_node *node)
{
    b->open = cd_grow(b->open, &b->room, b->depth + 1, sizeof(*b->open));
    memmove(b->open + index + 1, b->open + index,
            (b->depth - index) * sizeof(*b->open));
    b->open[index] = node;
    b->depth++;
    if (node->space == CD_SPACE_HTML)
        b->open_count[node->tag]++;
}

void
cd_build_push(struct cd_builder *b, struct cd_node *node)
{
    cd_build_insert_at(b, b->depth, node);
}

void
cd_build_pop(struct cd_builder *b)
{
    struct cd_node *node = b->open[--b->depth];

    forget(b, node);
    if (b->token->raw.start > node->raw.start) {
        node->raw.end =
            b->token->kind == CD_TOKEN_END && b->token->tag == node->tag
                ? b->token->raw.end
                : b->token->raw.start;
    }
    if (is_html(node, CD_TAG_TEMPLATE) && b->template_count > 0) {
        b->template_count--;
        cd_build_format_clear(b);
    }
}

void
cd_build_flatten(struct cd_builder *b)
{
    while (b->depth >= b->limits->depth && b->depth > 2) {
        b->tree->cut_depth++;
        cd_build_pop(b);
    }
}

void
cd_build_pop_until(struct cd_builder *b, enum cd_tag tag)
{
    bool last = false;

    while (b->depth > 1 && !last) {
        last = cd_build_current_is(b, tag);
        cd_build_pop(b);
    }
}

void
cd_build_pop_until_set(struct cd_builder *b, unsigned sets)
{
    bool last = false;

    while (b->depth > 1 && !last) {
        last = cd_tag_is(cd_build_current(b)->tag, sets) &&
               cd_build_current(b)->space == CD_SPACE_HTML;
        cd_build_pop(b);
    }
}

void
cd_build_clear_to(struct cd_builder *b, enum cd_tag one, enum cd_tag two,
                  enum cd_tag three)
{
    while (b->depth > 1 && !cd_build_current_is(b, one) &&
           !cd_build_current_is(b, two) && !cd_build_current_is(b, three) &&
           !cd_build_current_is(b, CD_TAG_TEMPLATE))
        cd_build_pop(b);
}

size_t
cd_build_index(const struct cd_builder *b, const struct cd_node *node)
{
    for (size_t i = b->depth; i-- > 0;) {
        if (b->open[i] == node)
            return i;
    }
    return SIZE_MAX;
}

void
cd_build_remove_at(struct cd_builder *b, size_t index)
{
    forget(b, b->open[index]);
    b->depth--;
    memmove(b->open + index, b->open + index + 1,
            (b->depth - index) * sizeof(*b->open));
}

static bool
is_foreign_scope(const struct cd_node *node)
{
    if (node->space == CD_SPACE_SVG)
        return node->tag == CD_TAG_FOREIGNOBJECT || node->tag == CD_TAG_DESC ||
               node->tag == CD_TAG_TITLE;
    return node->tag == CD_TAG_MI || node->tag == CD_TAG_MO ||
           node->tag == CD_TAG_MN || node->tag == CD_TAG_MS ||
           node->tag == CD_TAG_MTEXT || node->tag == CD_TAG_ANNOTATION_XML;
}

/* Does the search in scope end at node? */
static bool
ends_scope(const struct cd_node *node, enum cd_scope scope)
{
    if (scope == CD_SCOPE_SELECT)
        return !is_html(node, CD_TAG_OPTGROUP) && !is_html(node, CD_TAG_OPTION);
    if (scope == CD_SCOPE_TABLE)
        return is_html(node, CD_TAG_HTML) || is_html(node, CD_TAG_TABLE) ||
               is_html(node, CD_TAG_TEMPLATE);
    if (node->space != CD_SPACE_HTML)
        return is_foreign_scope(node);
    if (scope == CD_SCOPE_LIST &&
        (node->tag == CD_TAG_OL || node->tag == CD_TAG_UL))
        return true;
    if (scope == CD_SCOPE_BUTTON && node->tag == CD_TAG_BUTTON)
        return true;
    return cd_tag_is(node->tag, CD_IS_SCOPE);
}

bool
cd_build_in_scope(const struct cd_builder *b, enum cd_tag tag,
                  enum cd_scope scope)
{
    if (b->open_count[tag] == 0)
        return false;
    for (size_t i = b->depth; i-- > 0;) {
        if (is_html(b->open[i], tag))
            return true;
        if (ends_scope(b->open[i], scope))
            return false;
    }
    return false;
}

bool
cd_build_node_in_scope(const struct cd_builder *b, const struct cd_node *node)
{
    for (size_t i = b->depth; i-- > 0;) {
        if (b->open[i] == node)
            return true;
        if (ends_scope(b->open[i], CD_SCOPE_ANY))
            return false;
    }
    return false;
}

bool
cd_build_heading_in_scope(const struct cd_builder *b)
{
    for (size_t i = b->depth; i-- > 0;) {
        if (cd_tag_is(b->open[i]->tag, CD_IS_HEADLINE) &&
            b->open[i]->space == CD_SPACE_HTML)
            return true;
        if (ends_scope(b->open[i], CD_SCOPE_ANY))
            return false;
    }
    return false;
}

void
cd_build_imply_ends(struct cd_builder *b, enum cd_tag except)
{
    while (b->depth > 1) {
        const struct cd_node *node = cd_build_current(b);

        if (node->space != CD_SPACE_HTML || node->tag == except ||
            !cd_tag_is(node->tag, CD_IS_IMPLIED))
            return;
        cd_build_pop(b);
    }
}

void
cd_build_close_p(struct cd_builder *b)
{
    if (!cd_build_in_scope(b, CD_TAG_P, CD_SCOPE_BUTTON))
        return;
    cd_build_imply_ends(b, CD_TAG_P);
    cd_build_pop_until(b, CD_TAG_P);
}

/* The mode inside a select: is it inside a table? */
static enum cd_mode
select_mode(const struct cd_builder *b, size_t index)
{
    while (index-- > 1) {
        if (is_html(b->open[index], CD_TAG_TEMPLATE))
            break;
        if (is_html(b->open[index], CD_TAG_TABLE))
            return CD_MODE_IN_SELECT_IN_TABLE;
    }
    return CD_MODE_IN_SELECT;
}

void
cd_build_reset_mode(struct cd_builder *b)
{
    static const unsigned char modes[CD_TAG_COUNT] = {
        [CD_TAG_TD] = CD_MODE_IN_CELL,
        [CD_TAG_TH] = CD_MODE_IN_CELL,
        [CD_TAG_TR] = CD_MODE_IN_ROW,
        [CD_TAG_TBODY] = CD_MODE_IN_TABLE_BODY,
        [CD_TAG_THEAD] = CD_MODE_IN_TABLE_BODY,
        [CD_TAG_TFOOT] = CD_MODE_IN_TABLE_BODY,
        [CD_TAG_CAPTION] = CD_MODE_IN_CAPTION,
        [CD_TAG_COLGROUP] = CD_MODE_IN_COLUMN_GROUP,
        [CD_TAG_TABLE] = CD_MODE_IN_TABLE,
        [CD_TAG_HEAD] = CD_MODE_IN_HEAD,
        [CD_TAG_BODY] = CD_MODE_IN_BODY,
        [CD_TAG_FRAMESET] = CD_MODE_IN_FRAMESET,
        [CD_TAG_SELECT] = CD_MODE_IN_SELECT,
        [CD_TAG_TEMPLATE] = CD_MODE_IN_TEMPLATE,
    };

    b->mode = b->head == NULL ? CD_MODE_BEFORE_HEAD : CD_MODE_AFTER_HEAD;
    for (size_t i = b->depth; i-- > 0;) {
        if (b->open[i]->space != CD_SPACE_HTML ||
            modes[b->open[i]->tag] == CD_MODE_INITIAL)
            continue;
        b->mode = (enum cd_mode)modes[b->open[i]->tag];
        if (b->mode == CD_MODE_IN_SELECT)
            b->mode = select_mode(b, i);
        if (b->mode == CD_MODE_IN_TEMPLATE && b->template_count > 0)
            b->mode = b->templates[b->template_count - 1];
        return;
    }
}
