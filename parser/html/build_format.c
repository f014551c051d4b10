/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The list of active formatting elements, and the adoption agency: how
 * "<b>one<p>two</b>three" becomes a tree.  Sections 13.2.4.3 and 13.2.6.4.7 of
 * the HTML standard.
 */
#include "parser/html/build.h"

static size_t
index_of(const struct cd_builder *b, const struct cd_node *node)
{
    for (size_t i = b->format_count; i-- > 0;) {
        if (b->format[i] == node)
            return i;
    }
    return SIZE_MAX;
}

static void
remove_at(struct cd_builder *b, size_t index)
{
    b->format_count--;
    memmove(b->format + index, b->format + index + 1,
            (b->format_count - index) * sizeof(b->format[0]));
}

static void
insert_at(struct cd_builder *b, size_t index, struct cd_node *node)
{
    if (b->format_count == CD_FORMAT_MAX) {
        remove_at(b, 0);
        index -= index > 0;
    }
    memmove(b->format + index + 1, b->format + index,
            (b->format_count - index) * sizeof(b->format[0]));
    b->format[index] = node;
    b->format_count++;
}

static bool
same(const struct cd_node *x, const struct cd_node *y)
{
    if (x->tag != y->tag || x->attr_count != y->attr_count)
        return false;
    for (unsigned i = 0; i < x->attr_count; i++) {
        if (!cd_str_eq(cd_node_attr(y, x->attrs[i].attr), x->attrs[i].value))
            return false;
    }
    return true;
}

/* At most three alike behind the last marker: of more the first one goes. */
static void
keep_three(struct cd_builder *b, const struct cd_node *node)
{
    size_t count = 0, first = 0;

    for (size_t i = b->format_count; i-- > 0 && b->format[i] != NULL;) {
        if (!same(b->format[i], node))
            continue;
        first = i;
        count++;
    }
    if (count >= 3)
        remove_at(b, first);
}

void
cd_build_format_push(struct cd_builder *b, struct cd_node *node)
{
    keep_three(b, node);
    insert_at(b, b->format_count, node);
}

void
cd_build_format_mark(struct cd_builder *b)
{
    insert_at(b, b->format_count, NULL);
}

void
cd_build_format_clear(struct cd_builder *b)
{
    while (b->format_count > 0 && b->format[--b->format_count] != NULL)
        ;
}

struct cd_node *
cd_build_format_find(const struct cd_builder *b, enum cd_tag tag)
{
    for (size_t i = b->format_count; i-- > 0 && b->format[i] != NULL;) {
        if (b->format[i]->tag == tag)
            return b->format[i];
    }
    return NULL;
}

void
cd_build_format_remove(struct cd_builder *b, const struct cd_node *node)
{
    size_t index = index_of(b, node);

    if (index != SIZE_MAX)
        remove_at(b, index);
}

static struct cd_node *
clone(struct cd_builder *b, const struct cd_node *node)
{
    struct cd_node *copy =
        cd_tree_new(b->tree, b->arena, node->tag, node->text);

    copy->attrs = node->attrs;
    copy->attr_count = node->attr_count;
    copy->raw.start = copy->raw.end = b->token->raw.start;
    return copy;
}

void
cd_build_format_reopen(struct cd_builder *b)
{
    size_t i = b->format_count;

    while (i > 0 && b->format[i - 1] != NULL &&
           cd_build_index(b, b->format[i - 1]) == SIZE_MAX)
        i--;
    for (; i < b->format_count; i++) {
        struct cd_node *node = clone(b, b->format[i]);

        cd_build_flatten(b);
        cd_build_place(b, cd_build_current(b), node);
        cd_build_push(b, node);
        b->format[i] = node;
    }
}

/* ---- the adoption agency ---------------------------------------------- */

/* The furthest block of the element at index: the first special element above
 * it in the stack; SIZE_MAX if there is none. */
static size_t
furthest_block(const struct cd_builder *b, size_t index)
{
    for (size_t i = index + 1; i < b->depth; i++) {
        const struct cd_node *node = b->open[i];

        if (cd_tag_is(node->tag, CD_IS_SPECIAL) && node->space == CD_SPACE_HTML)
            return i;
    }
    return SIZE_MAX;
}

static void
move_children(struct cd_node *from, struct cd_node *to)
{
    for (struct cd_node *n = from->child; n != NULL; n = n->next)
        n->parent = to;
    to->child = from->child;
    to->last = from->last;
    from->child = from->last = NULL;
}

/* The inner loop: clones the formatting elements between the block at index
 * block and the one at index format, each into the next.  Returns the
 * outermost; *bookmark is where the new formatting element goes in the list. */
static struct cd_node *
clone_chain(struct cd_builder *b, size_t format, size_t block, size_t *bookmark)
{
    struct cd_node *last = b->open[block];
    unsigned count = 0;

    for (size_t i = block - 1; i > format; i--) {
        size_t listed = index_of(b, b->open[i]);

        if (++count > 3 && listed != SIZE_MAX) {
            remove_at(b, listed);
            *bookmark -= *bookmark != SIZE_MAX && listed < *bookmark;
            listed = SIZE_MAX;
        }
        if (listed == SIZE_MAX) {
            cd_build_remove_at(b, i);
            continue;
        }
        b->open[i] = b->format[listed] = clone(b, b->open[i]);
        if (*bookmark == SIZE_MAX)
            *bookmark = listed + 1;
        cd_node_remove(last);
        cd_node_append(b->open[i], last);
        last = b->open[i];
    }
    return last;
}

/* One round of the outer loop: element, at index in the stack, gives its
 * content behind the start of the block to a clone inside the block. */
static void
adopt_once(struct cd_builder *b, struct cd_node *element, size_t index,
           size_t block_index)
{
    struct cd_node *block = b->open[block_index];
    struct cd_node *ancestor = b->open[index - 1];
    struct cd_node *copy, *last;
    size_t bookmark = SIZE_MAX, listed;

    last = clone_chain(b, index, block_index, &bookmark);
    cd_node_remove(last);
    cd_build_place(b, ancestor, last);
    copy = clone(b, element);
    move_children(block, copy);
    cd_node_append(block, copy);
    listed = index_of(b, element);
    if (bookmark == SIZE_MAX)
        bookmark = listed;
    remove_at(b, listed);
    bookmark -= listed < bookmark;
    insert_at(b, bookmark, copy);
    cd_build_remove_at(b, index);
    cd_build_insert_at(b, cd_build_index(b, block) + 1, copy);
}

bool
cd_build_adopt(struct cd_builder *b)
{
    enum cd_tag tag = b->token->tag;

    if (cd_build_current_is(b, tag) &&
        index_of(b, cd_build_current(b)) == SIZE_MAX) {
        cd_build_pop(b);
        return true;
    }
    for (int round = 0; round < 8; round++) {
        struct cd_node *element = cd_build_format_find(b, tag);
        size_t index, block;

        if (element == NULL)
            return round > 0;
        index = cd_build_index(b, element);
        if (index == SIZE_MAX) {
            cd_build_format_remove(b, element);
            return true;
        }
        if (!cd_build_node_in_scope(b, element))
            return true;
        block = furthest_block(b, index);
        if (block == SIZE_MAX) {
            while (b->depth > index)
                cd_build_pop(b);
            cd_build_format_remove(b, element);
            return true;
        }
        adopt_once(b, element, index, block);
    }
    return true;
}
