/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tree construction: tokens -> tree, as section 13.2.6 of the HTML standard
 * has it.  This header is for parser/html/build*.c alone.
 *
 * The modes of the standard are functions over the builder and its token.  Each
 * returns whether the token is to be seen again, in the mode that is set then.
 * Where the standard's parser pauses for scripts ours does not, and noscript is
 * parsed as if scripting were off.
 */
#ifndef CD_PARSER_HTML_BUILD_H
#define CD_PARSER_HTML_BUILD_H

#include "base/buf.h"
#include "parser/html/token.h"

#define CD_MODES(X)                                                            \
    X(INITIAL, initial)                                                        \
    X(BEFORE_HTML, before_html)                                                \
    X(BEFORE_HEAD, before_head)                                                \
    X(IN_HEAD, in_head)                                                        \
    X(IN_HEAD_NOSCRIPT, in_head_noscript)                                      \
    X(AFTER_HEAD, after_head)                                                  \
    X(AFTER_BODY, after_body)                                                  \
    X(IN_FRAMESET, in_frameset)                                                \
    X(AFTER_FRAMESET, after_frameset)                                          \
    X(IN_BODY, in_body)                                                        \
    X(IN_TABLE, in_table)                                                      \
    X(IN_CAPTION, in_caption)                                                  \
    X(IN_COLUMN_GROUP, in_column_group)                                        \
    X(IN_TABLE_BODY, in_table_body)                                            \
    X(IN_ROW, in_row)                                                          \
    X(IN_CELL, in_cell)                                                        \
    X(IN_SELECT, in_select)                                                    \
    X(IN_SELECT_IN_TABLE, in_select_in_table)                                  \
    X(IN_TEMPLATE, in_template)

enum cd_mode {
#define X(name, function) CD_MODE_##name,
    CD_MODES(X)
#undef X
        CD_MODE_COUNT
};

/* The most formatting elements that wait to be opened again; of more, the
 * oldest are forgotten.  The standard has no such limit. */
enum { CD_FORMAT_MAX = 64 };

struct cd_builder {
    struct cd_tree *tree;
    struct cd_arena *arena;
    const struct cd_tree_limits *limits;
    struct cd_tokens tokens;
    struct cd_token *token;
    enum cd_mode mode;
    struct cd_node **open; /* the stack of open elements */
    size_t depth, room;
    unsigned open_count[CD_TAG_COUNT];     /* HTML elements in it */
    struct cd_node *format[CD_FORMAT_MAX]; /* NULL: a marker */
    size_t format_count;
    enum cd_mode *templates; /* modes of the open templates */
    size_t template_count, template_room;
    struct cd_node *head, *form;
    bool foster, frameset_ok, skip_newline;
    struct cd_buf overflow; /* text past the most nodes */
};

/* ---- modes ------------------------------------------------------------ */

#define X(name, function) bool cd_mode_##function(struct cd_builder *b);
CD_MODES(X)
#undef X
bool cd_mode_foreign(struct cd_builder *b);

/* Is the token to be seen by cd_mode_foreign()? */
bool cd_build_is_foreign(const struct cd_builder *b);

/* Parts of cd_mode_in_body(): an end tag, and an element without an end. */
bool cd_body_end(struct cd_builder *b);
bool cd_body_void(struct cd_builder *b);

/* ---- what the token is ------------------------------------------------ */

static inline bool
cd_build_is_start(const struct cd_builder *b, enum cd_tag tag)
{
    return b->token->kind == CD_TOKEN_START && b->token->tag == tag;
}

static inline bool
cd_build_is_end(const struct cd_builder *b, enum cd_tag tag)
{
    return b->token->kind == CD_TOKEN_END && b->token->tag == tag;
}

/* Is it text of white space alone? */
bool cd_build_is_space(const struct cd_builder *b);

/* ---- inserting -------------------------------------------------------- */

/* The token's attributes, unless the node has some: those of an html or body
 * tag may come after the element began. */
void cd_build_take_attributes(struct cd_builder *b, struct cd_node *node);
/* The token's element, inserted and opened. */
struct cd_node *cd_build_insert(struct cd_builder *b);
/* An element that the page leaves out. */
struct cd_node *cd_build_imply(struct cd_builder *b, enum cd_tag tag);
/* An element without content, not opened. */
void cd_build_insert_void(struct cd_builder *b);
/* An element of text alone; reads the text and the end tag as well. */
void cd_build_insert_raw(struct cd_builder *b);
void cd_build_insert_text(struct cd_builder *b);
/* Puts node where the standard's "appropriate place" is; target: the current
 * node, or what the standard overrides it with. */
void cd_build_place(struct cd_builder *b, struct cd_node *target,
                    struct cd_node *node);

/* ---- the stack (parser/html/build_stack.c) ------------------------------- */

static inline struct cd_node *
cd_build_current(const struct cd_builder *b)
{
    return b->open[b->depth - 1];
}

static inline bool
cd_build_current_is(const struct cd_builder *b, enum cd_tag tag)
{
    const struct cd_node *node = cd_build_current(b);

    return node->tag == tag && node->space == CD_SPACE_HTML;
}

enum cd_scope {
    CD_SCOPE_ANY,
    CD_SCOPE_LIST,
    CD_SCOPE_BUTTON,
    CD_SCOPE_TABLE,
    CD_SCOPE_SELECT
};

void cd_build_push(struct cd_builder *b, struct cd_node *node);
/* Makes room on a stack that is at its limit: called before an element is
 * inserted, it makes the element a sibling of the deepest one. */
void cd_build_flatten(struct cd_builder *b);
void cd_build_pop(struct cd_builder *b);
/* Pops until an HTML element of tag is popped, or of one of sets. */
void cd_build_pop_until(struct cd_builder *b, enum cd_tag tag);
void cd_build_pop_until_set(struct cd_builder *b, unsigned sets);
/* Pops until one of the three (or html, or template) is the current node. */
void cd_build_clear_to(struct cd_builder *b, enum cd_tag one, enum cd_tag two,
                       enum cd_tag three);
/* Index of node in the stack, or SIZE_MAX. */
size_t cd_build_index(const struct cd_builder *b, const struct cd_node *node);
void cd_build_remove_at(struct cd_builder *b, size_t index);
void cd_build_insert_at(struct cd_builder *b, size_t index,
                        struct cd_node *node);
bool cd_build_in_scope(const struct cd_builder *b, enum cd_tag tag,
                       enum cd_scope scope);
bool cd_build_node_in_scope(const struct cd_builder *b,
                            const struct cd_node *node);
bool cd_build_heading_in_scope(const struct cd_builder *b);
/* Ends what may be left open, but not an element of except. */
void cd_build_imply_ends(struct cd_builder *b, enum cd_tag except);
void cd_build_close_p(struct cd_builder *b);
void cd_build_reset_mode(struct cd_builder *b);

/* ---- formatting elements (parser/html/build_format.c) -------------------- */

void cd_build_format_push(struct cd_builder *b, struct cd_node *node);
void cd_build_format_mark(struct cd_builder *b);
void cd_build_format_clear(struct cd_builder *b); /* to the last marker */
void cd_build_format_reopen(struct cd_builder *b);
/* The last one of tag behind the last marker, or NULL. */
struct cd_node *cd_build_format_find(const struct cd_builder *b,
                                     enum cd_tag tag);
void cd_build_format_remove(struct cd_builder *b, const struct cd_node *node);
/* The adoption agency for the token's tag; false: treat it as any other end
 * tag. */
bool cd_build_adopt(struct cd_builder *b);

#endif
