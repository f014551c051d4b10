/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tree by libxml2's HTML parser.
 *
 * libxml2 never sees the page.  What it sees is our tokens written out again:
 * no comments, scripts, doctypes or processing instructions, few attributes, no
 * raw text, "<" and "&" escaped, nodes bounded by our limit (its own limits
 * silently drop the rest of a page).  Each tag carries the number of its token,
 * by which the raw offsets find their way back.  libxml2's tree dies in
 * cd_tree_parse_xml().
 */
#include "parser/html/tree.h"

#include <libxml/HTMLparser.h>
#include <limits.h>

#include "base/buf.h"
#include "parser/html/reference.h"
#include "parser/html/token.h"

/* libxml2 2.9 has this option of its XML parser in its HTML parser as well,
 * under no name: without it a text of 10 MB or a depth of 256 ends the page. */
enum { HTML_HUGE = 1 << 19 };

/* The attribute that holds the start of the raw tag. */
#define MARK "cd-at"

struct writer {
    struct cd_tree *tree;
    struct cd_arena *arena;
    const struct cd_tree_limits *limits;
    struct cd_tokens tokens;
    struct cd_buf out;
    size_t nodes;
};

static void
write_start(struct writer *w)
{
    const struct cd_token *token = &w->tokens.token;

    cd_buf_printf(&w->out, "<%.*s " MARK "=\"%zu\"", (int)token->text.n,
                  token->text.p, token->raw.start);
    for (unsigned i = 0; i < token->attr_count; i++) {
        struct cd_str name = cd_attr_name(token->attrs[i].attr);

        cd_buf_putc(&w->out, ' ');
        cd_buf_add(&w->out, name);
        cd_buf_puts(&w->out, "=\"");
        cd_buf_escape(&w->out, token->attrs[i].value);
        cd_buf_putc(&w->out, '"');
    }
    cd_buf_putc(&w->out, '>');
}

/* A name that libxml2 would read otherwise is written as one it does not
 * know; CD_TAG_OTHER has no meaning to anyone. */
static bool
is_plain_name(struct cd_str name)
{
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];

        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-')
            return false;
    }
    return name.n < 64;
}

/* Elements whose text is kept out of the tree, or would be markup to libxml2:
 * their text is read here. */
static bool
holds_raw_text(enum cd_tag tag)
{
    return tag == CD_TAG_SCRIPT || tag == CD_TAG_STYLE || tag == CD_TAG_TITLE ||
           tag == CD_TAG_TEXTAREA || tag == CD_TAG_IFRAME ||
           tag == CD_TAG_NOEMBED || tag == CD_TAG_NOFRAMES ||
           tag == CD_TAG_XMP || tag == CD_TAG_PLAINTEXT;
}

static void
see_end(struct writer *w)
{
    const struct cd_token *token = &w->tokens.token;

    if (token->tag == CD_TAG_SCRIPT || token->tag == CD_TAG_STYLE ||
        !is_plain_name(token->text))
        return;
    cd_buf_printf(&w->out, "</%.*s>", (int)token->text.n, token->text.p);
}

static void
take_raw(struct writer *w)
{
    struct cd_token *token = &w->tokens.token;
    enum cd_tag tag = token->tag;
    bool json = tag == CD_TAG_SCRIPT &&
                cd_tree_is_json_ld(token->attrs, token->attr_count);

    w->tokens.raw = tag;
    cd_token_next(&w->tokens);
    if (token->kind == CD_TOKEN_END)
        see_end(w);
    if (token->kind != CD_TOKEN_TEXT)
        return;
    if (json)
        cd_tree_keep_json_ld(w->tree, w->arena, token->text);
    else if (tag != CD_TAG_SCRIPT && tag != CD_TAG_STYLE)
        cd_buf_escape(&w->out,
                      token->references
                          ? cd_reference_decode(w->arena, token->text, false)
                          : token->text);
}

static void
see_start(struct writer *w)
{
    const struct cd_token *token = &w->tokens.token;
    enum cd_tag tag = token->tag;

    if (!is_plain_name(token->text))
        return;
    if (tag == CD_TAG_PLAINTEXT || tag == CD_TAG_XMP)
        cd_buf_puts(&w->out, "<pre>");
    else if (tag != CD_TAG_SCRIPT && tag != CD_TAG_STYLE)
        write_start(w);
    if (holds_raw_text(tag))
        take_raw(w);
}

static void
write_page(struct writer *w)
{
    const struct cd_token *token = &w->tokens.token;

    while (cd_token_next(&w->tokens)) {
        if (++w->nodes > w->limits->nodes && token->kind != CD_TOKEN_TEXT) {
            w->tree->cut_nodes++;
            continue;
        }
        if (token->kind == CD_TOKEN_TEXT)
            cd_buf_escape(&w->out,
                          cd_reference_decode(w->arena, token->text, false));
        else if (token->kind == CD_TOKEN_START)
            see_start(w);
        else if (token->kind == CD_TOKEN_END)
            see_end(w);
    }
    w->tree->cut_attributes = w->tokens.cut_attributes;
    w->tree->unclosed = w->tokens.unclosed;
}

/* ---- libxml2's tree -> ours ------------------------------------------- */

static struct cd_str
view(const xmlChar *text)
{
    return cd_str_of(text != NULL ? (const char *)text : "");
}

static size_t
number_of(struct cd_str digits)
{
    size_t n = 0;

    for (size_t i = 0; i < digits.n; i++)
        n = n * 10 + (size_t)(digits.p[i] - '0');
    return n;
}

static void
take_attributes(struct cd_arena *arena, struct cd_node *to, const xmlNode *from)
{
    struct cd_attr_value *attrs =
        cd_arena_new_array(arena, struct cd_attr_value, CD_ATTR_COUNT);

    for (const xmlAttr *a = from->properties; a != NULL; a = a->next) {
        enum cd_attr attr = cd_attr_find(view(a->name));
        struct cd_str value =
            view(a->children != NULL ? a->children->content : NULL);

        if (cd_str_is(view(a->name), MARK))
            to->raw.start = to->raw.end = number_of(value);
        else if (attr != CD_ATTR_COUNT && to->attr_count < CD_ATTR_COUNT)
            attrs[to->attr_count++] =
                (struct cd_attr_value){ attr, cd_arena_copy(arena, value) };
    }
    to->attrs = attrs;
}

static struct cd_node *
make(struct cd_tree *tree, struct cd_arena *arena, const xmlNode *from)
{
    struct cd_node *node;
    struct cd_str name;

    if (from->type == XML_TEXT_NODE)
        return cd_tree_new(tree, arena, CD_TAG_TEXT,
                           cd_arena_copy(arena, view(from->content)));
    if (from->type != XML_ELEMENT_NODE)
        return NULL;
    name = cd_arena_copy(arena, view(from->name));
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

    while (from != NULL) {
        struct cd_node *node = make(tree, arena, from);

        if (node != NULL)
            cd_node_append(at, node);
        if (node != NULL && node->tag != CD_TAG_TEXT &&
            from->children != NULL) {
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

/* A text stands behind the last tag before it: a raw span that is near. */
static void
place_texts(struct cd_tree *tree)
{
    struct cd_span raw = { 0, 0 };

    for (struct cd_node *n = tree->root; n != NULL; n = cd_node_after(n)) {
        if (n->raw.start > 0)
            raw = n->raw;
        n->raw = raw;
    }
}

void
cd_tree_parse_xml(struct cd_tree *tree, struct cd_arena *arena,
                  struct cd_str page, const struct cd_tree_limits *limits)
{
    struct writer w = { .tree = tree, .arena = arena, .limits = limits };
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                        HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                        HTML_PARSE_COMPACT | HTML_HUGE;
    htmlDocPtr doc;
    const xmlNode *root;

    w.tokens.page = page;
    w.tokens.arena = arena;
    w.tokens.max_attributes = limits->attributes;
    write_page(&w);
    doc = w.out.n <= INT_MAX
              ? htmlReadMemory(cd_buf_str(&w.out).p, (int)w.out.n, NULL,
                               "UTF-8", options)
              : NULL;
    cd_buf_release(&w.out);
    tree->root = cd_tree_new(tree, arena, CD_TAG_HTML, CD_STR("html"));
    root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    if (root != NULL && root->children != NULL)
        copy_tree(tree, arena, root->children);
    xmlFreeDoc(doc);
    place_texts(tree);
    cd_tree_find_body(tree);
}
