/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/html/tree.h"

static const struct cd_str attr_names[CD_ATTR_COUNT] = {
#define X(name, text) [CD_ATTR_##name] = { text, sizeof(text) - 1 },
    CD_ATTRS(X)
#undef X
};

struct cd_str
cd_attr_name(enum cd_attr attr)
{
    return attr_names[attr];
}

/* The first row of each letter; a letter without rows has the next one's. */
static const unsigned char letters[] = {
    CD_ATTR_ALT,
    CD_ATTR_CHARSET,
    CD_ATTR_CHARSET,
    CD_ATTR_DATA_COMPONENT,
    CD_ATTR_ENCODING,
    CD_ATTR_FACE,
    CD_ATTR_HIDDEN,
    CD_ATTR_HIDDEN,
    CD_ATTR_ID,
    CD_ATTR_LANG,
    CD_ATTR_LANG,
    CD_ATTR_LANG,
    CD_ATTR_NAME,
    CD_ATTR_NAME,
    CD_ATTR_PROPERTY,
    CD_ATTR_PROPERTY,
    CD_ATTR_REL,
    CD_ATTR_REL,
    CD_ATTR_SHADOWROOTMODE,
    CD_ATTR_TITLE,
    CD_ATTR_VALUE,
    CD_ATTR_VALUE,
    CD_ATTR_COUNT,
    CD_ATTR_COUNT,
    CD_ATTR_COUNT,
    CD_ATTR_COUNT,
    CD_ATTR_COUNT,
};

enum cd_attr
cd_attr_find(struct cd_str name)
{
    unsigned letter;

    if (name.n == 0 || name.p[0] < 'a' || name.p[0] > 'z')
        return CD_ATTR_COUNT;
    letter = (unsigned)(name.p[0] - 'a');
    for (unsigned i = letters[letter]; i < letters[letter + 1]; i++) {
        if (attr_names[i].n == name.n &&
            memcmp(attr_names[i].p, name.p, name.n) == 0)
            return (enum cd_attr)i;
    }
    return CD_ATTR_COUNT;
}

struct cd_str
cd_node_attr(const struct cd_node *node, enum cd_attr attr)
{
    for (unsigned i = 0; i < node->attr_count; i++) {
        if (node->attrs[i].attr == attr)
            return node->attrs[i].value;
    }
    return (struct cd_str){ NULL, 0 };
}

struct cd_node *
cd_node_skip(const struct cd_node *node)
{
    while (node != NULL && node->next == NULL)
        node = node->parent;
    return node != NULL ? node->next : NULL;
}

struct cd_node *
cd_node_after(const struct cd_node *node)
{
    return node->child != NULL ? node->child : cd_node_skip(node);
}

struct cd_node *
cd_tree_new(struct cd_tree *tree, struct cd_arena *arena, enum cd_tag tag,
            struct cd_str text)
{
    struct cd_node *node = cd_arena_new(arena, struct cd_node);

    node->tag = tag;
    node->text = text;
    node->number = tree->count++;
    return node;
}

void
cd_node_append(struct cd_node *parent, struct cd_node *node)
{
    node->parent = parent;
    node->previous = parent->last;
    node->next = NULL;
    if (parent->last != NULL)
        parent->last->next = node;
    else
        parent->child = node;
    parent->last = node;
}

void
cd_node_insert(struct cd_node *before, struct cd_node *node)
{
    node->parent = before->parent;
    node->previous = before->previous;
    node->next = before;
    if (before->previous != NULL)
        before->previous->next = node;
    else
        before->parent->child = node;
    before->previous = node;
}

void
cd_node_remove(struct cd_node *node)
{
    struct cd_node *parent = node->parent;

    if (parent == NULL)
        return;
    if (node->previous != NULL)
        node->previous->next = node->next;
    else
        parent->child = node->next;
    if (node->next != NULL)
        node->next->previous = node->previous;
    else
        parent->last = node->previous;
    node->parent = node->previous = node->next = NULL;
}

void
cd_tree_find_body(struct cd_tree *tree)
{
    struct cd_node *n = tree->root->child;

    while (n != NULL && n->tag != CD_TAG_BODY)
        n = n->next;
    tree->body = n;
}

bool
cd_tree_is_json_ld(const struct cd_attr_value *attrs, size_t count)
{
    static const struct cd_str want = { "application/ld+json", 19 };

    for (size_t i = 0; i < count; i++) {
        struct cd_str type = cd_str_trim(attrs[i].value);

        if (attrs[i].attr == CD_ATTR_TYPE)
            return type.n >= want.n &&
                   cd_str_eq_nocase(cd_str_sub(type, 0, want.n), want);
    }
    return false;
}

void
cd_tree_keep_json_ld(struct cd_tree *tree, struct cd_arena *arena,
                     struct cd_str text)
{
    struct cd_str *more;

    if (tree->json_ld_count == tree->json_ld_room) {
        tree->json_ld_room = tree->json_ld_room * 2 + 8;
        more = cd_arena_new_array(arena, struct cd_str, tree->json_ld_room);
        if (tree->json_ld_count > 0)
            memcpy(more, tree->json_ld, tree->json_ld_count * sizeof(*more));
        tree->json_ld = more;
    }
    tree->json_ld[tree->json_ld_count++] = text;
}
