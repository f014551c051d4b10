/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The element tree of a page, in the document's arena.
 *
 *     for (struct cd_node *n = tree->root; n != NULL; n = cd_node_after(n))
 *         if (n->tag == CD_TAG_TEXT) ...      every node, in page order
 *
 * Who makes the tree is hidden behind cd_tree_parse(): a page never reaches
 * libxml2 but through it, and no type of libxml2 leaves
 * parser/html/tree_xml.c.  Of the attributes only those of CD_ATTRS are kept;
 * comments are not.  Text of script and style elements is not in the tree; that
 * of JSON-LD is in tree->json_ld.
 */
#ifndef CD_PARSER_HTML_TREE_H
#define CD_PARSER_HTML_TREE_H

#include "base/arena.h"
#include "parser/html/tag.h"

/* Attributes that something reads, sorted by name; the others are passed
 * over.  The value of style is kept only where it hides the element. */
#define CD_ATTRS(X)                                                            \
    X(ALT, "alt")                                                              \
    X(ARIA_HIDDEN, "aria-hidden")                                              \
    X(ARIA_LABEL, "aria-label")                                                \
    X(CHARSET, "charset")                                                      \
    X(CLASS, "class")                                                          \
    X(COLOR, "color")                                                          \
    X(COLSPAN, "colspan")                                                      \
    X(CONTENT, "content")                                                      \
    X(DATA_COMPONENT, "data-component")                                        \
    X(DATA_TESTID, "data-testid")                                              \
    X(DATETIME, "datetime")                                                    \
    X(DIR, "dir")                                                              \
    X(ENCODING, "encoding")                                                    \
    X(FACE, "face")                                                            \
    X(HIDDEN, "hidden")                                                        \
    X(HREF, "href")                                                            \
    X(HTTP_EQUIV, "http-equiv")                                                \
    X(ID, "id")                                                                \
    X(ITEMPROP, "itemprop")                                                    \
    X(ITEMTYPE, "itemtype")                                                    \
    X(LANG, "lang")                                                            \
    X(NAME, "name")                                                            \
    X(PROPERTY, "property")                                                    \
    X(REL, "rel")                                                              \
    X(REVERSED, "reversed")                                                    \
    X(ROLE, "role")                                                            \
    X(SHADOWROOTMODE, "shadowrootmode")                                        \
    X(SIZE, "size")                                                            \
    X(SRC, "src")                                                              \
    X(START, "start")                                                          \
    X(STYLE, "style")                                                          \
    X(TITLE, "title")                                                          \
    X(TYPE, "type")                                                            \
    X(VALUE, "value")

enum cd_attr {
#define X(name, text) CD_ATTR_##name,
    CD_ATTRS(X)
#undef X
        CD_ATTR_COUNT /* also: an attribute that is not in the list */
};

struct cd_attr_value {
    enum cd_attr attr;
    struct cd_str value; /* character references decoded */
};

enum cd_space { CD_SPACE_HTML, CD_SPACE_SVG, CD_SPACE_MATHML };

struct cd_node {
    enum cd_tag tag; /* CD_TAG_TEXT: a run of text, maybe all white */
    unsigned short attr_count;
    unsigned char space; /* enum cd_space */
    unsigned number;     /* of making, from 0: an index for side tables */
    struct cd_node *parent, *child, *last, *previous, *next;
    struct cd_str text; /* of a text: references decoded; else the name */
    const struct cd_attr_value *attrs;
    struct cd_span raw; /* in the page; an element that the page only implies
                           has start == end where it begins */
};

struct cd_tree {
    struct cd_node *root;   /* html */
    struct cd_node *body;   /* or NULL */
    unsigned count;         /* of nodes made: numbers are below it */
    struct cd_str *json_ld; /* text of the JSON-LD scripts, in page order */
    size_t json_ld_count, json_ld_room;
    /* what limits cut, for the notes: 0 where nothing was */
    size_t cut_depth, cut_attributes, cut_nodes;
    bool unclosed; /* a tag, comment or script runs to the end of the page */
};

struct cd_tree_limits {
    size_t nodes, depth, attributes;
};

/*
 * Makes the tree of page, which must be valid UTF-8 without NUL bytes and must
 * live as long as the tree.  Never fails: every text has a tree.  What a limit
 * cuts keeps its text: deeper elements are flattened, and past the most nodes
 * tags are passed over.
 */
void cd_tree_parse(struct cd_tree *tree, struct cd_arena *arena,
                   struct cd_str page, const struct cd_tree_limits *limits);

/* The same by libxml2's HTML parser. */
void cd_tree_parse_xml(struct cd_tree *tree, struct cd_arena *arena,
                       struct cd_str page, const struct cd_tree_limits *limits);

/* The value of an attribute; .p == NULL if the element lacks it. */
struct cd_str cd_node_attr(const struct cd_node *node, enum cd_attr attr);

/* The attribute of a name in lower case, or CD_ATTR_COUNT; and the name. */
enum cd_attr cd_attr_find(struct cd_str name);
struct cd_str cd_attr_name(enum cd_attr attr);

/* The next node of the tree in page order, or NULL; the second passes over
 * what is inside node. */
struct cd_node *cd_node_after(const struct cd_node *node);
struct cd_node *cd_node_skip(const struct cd_node *node);

/* For those who build: a new node; append puts it in as the last child. */
struct cd_node *cd_tree_new(struct cd_tree *tree, struct cd_arena *arena,
                            enum cd_tag tag, struct cd_str text);
void cd_node_append(struct cd_node *parent, struct cd_node *node);
void cd_node_insert(struct cd_node *before, struct cd_node *node);
void cd_node_remove(struct cd_node *node);
/* Sets tree->body. */
void cd_tree_find_body(struct cd_tree *tree);
/* Do a script's attributes say that it is JSON-LD? */
bool cd_tree_is_json_ld(const struct cd_attr_value *attrs, size_t count);
void cd_tree_keep_json_ld(struct cd_tree *tree, struct cd_arena *arena,
                          struct cd_str text);

#endif
