/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tree by libxml2's HTML parser.  Its tree dies in cd_tree_parse_xml().
 */
#include "parser/tree.h"

#include <libxml/HTMLparser.h>

#include "base/ascii.h"

static struct cd_str
lower(struct cd_arena *arena, const xmlChar *name)
{
    struct cd_str text = cd_str_of((const char *)name);
    char *p = cd_arena_bytes(arena, text.n);

    for (size_t i = 0; i < text.n; i++)
        p[i] = cd_ascii_lower(text.p[i]);
    return (struct cd_str){ p, text.n };
}

static void
take_attributes(struct cd_arena *arena, struct cd_node *to, const xmlNode *from)
{
    struct cd_attr_value *attrs =
        cd_arena_new_array(arena, struct cd_attr_value, CD_ATTR_COUNT);

    for (const xmlAttr *a = from->properties; a != NULL; a = a->next) {
        enum cd_attr attr = cd_attr_find(lower(arena, a->name));
        const xmlChar *value =
            a->children != NULL ? a->children->content : NULL;

        if (attr == CD_ATTR_COUNT || to->attr_count == CD_ATTR_COUNT)
            continue;
        attrs[to->attr_count++] = (struct cd_attr_value){
            attr,
            cd_arena_copy(arena,
                          cd_str_of(value != NULL ? (const char *)value : ""))
        };
    }
    to->attrs = attrs;
}

static struct cd_node *
make(struct cd_tree *tree, struct cd_arena *arena, const xmlNode *from)
{
    struct cd_node *node;
    struct cd_str name;

    if (from->type == XML_TEXT_NODE)
        return cd_tree_new(
            tree, arena, CD_TAG_TEXT,
            cd_arena_copy(arena, cd_str_of((const char *)from->content)));
    if (from->type != XML_ELEMENT_NODE)
        return NULL;
    name = lower(arena, from->name);
    node = cd_tree_new(tree, arena, cd_tag_find(name), name);
    if (from->properties != NULL)
        take_attributes(arena, node, from);
    return node;
}

static void
copy_tree(struct cd_tree *tree, struct cd_arena *arena, const xmlNode *from)
{
    struct cd_node *at = tree->root;
    const xmlNode *end = from->parent;

    while (from != NULL && from != end) {
        struct cd_node *node = make(tree, arena, from);

        if (node != NULL)
            cd_node_append(at, node);
        if (node != NULL && from->children != NULL &&
            from->type == XML_ELEMENT_NODE) {
            at = node;
            from = from->children;
            continue;
        }
        while (from->next == NULL && from->parent != end) {
            from = from->parent;
            at = at->parent;
        }
        from = from->next;
    }
}

void
cd_tree_parse_xml(struct cd_tree *tree, struct cd_arena *arena,
                  struct cd_str page, const struct cd_tree_limits *limits)
{
    htmlDocPtr doc =
        htmlReadMemory(page.p, (int)page.n, NULL, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                           HTML_PARSE_NOWARNING | HTML_PARSE_NONET | 1 << 19);
    xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;

    (void)limits;
    tree->root = cd_tree_new(tree, arena, CD_TAG_HTML, CD_STR("html"));
    if (root != NULL && root->children != NULL)
        copy_tree(tree, arena, root->children);
    for (struct cd_node *n = tree->root->child; n != NULL; n = n->next) {
        if (n->tag == CD_TAG_BODY && tree->body == NULL)
            tree->body = n;
    }
    xmlFreeDoc(doc);
}
