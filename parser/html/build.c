/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/html/build.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "parser/html/reference.h"

static bool (*const modes[CD_MODE_COUNT])(struct cd_builder *) = {
#define X(name, function) [CD_MODE_##name] = cd_mode_##function,
    CD_MODES(X)
#undef X
};

static size_t
leading_space(struct cd_str text)
{
    size_t n = 0;

    while (n < text.n && cd_ascii_is_space(text.p[n]))
        n++;
    return n;
}

bool
cd_build_is_space(const struct cd_builder *b)
{
    return b->token->kind == CD_TOKEN_TEXT &&
           leading_space(b->token->text) == b->token->text.n;
}

/* ---- inserting -------------------------------------------------------- */

static bool
takes_no_text(const struct cd_node *node)
{
    return node->space == CD_SPACE_HTML &&
           (node->tag == CD_TAG_TABLE || node->tag == CD_TAG_TBODY ||
            node->tag == CD_TAG_TFOOT || node->tag == CD_TAG_THEAD ||
            node->tag == CD_TAG_TR);
}

/* What does not belong into a table goes before it. */
static void
foster(struct cd_builder *b, struct cd_node *node)
{
    for (size_t i = b->depth; i-- > 1;) {
        struct cd_node *at = b->open[i];

        if (at->space != CD_SPACE_HTML)
            continue;
        if (at->tag == CD_TAG_TEMPLATE) {
            cd_node_append(at, node);
            return;
        }
        if (at->tag != CD_TAG_TABLE)
            continue;
        if (at->parent != NULL)
            cd_node_insert(at, node);
        else
            cd_node_append(b->open[i - 1], node);
        return;
    }
    cd_node_append(b->open[0], node);
}

void
cd_build_place(struct cd_builder *b, struct cd_node *target,
               struct cd_node *node)
{
    if (b->foster && takes_no_text(target))
        foster(b, node);
    else
        cd_node_append(target, node);
}

void
cd_build_take_attributes(struct cd_builder *b, struct cd_node *node)
{
    const struct cd_token *token = b->token;
    struct cd_attr_value *attrs;

    if (token->attr_count == 0 || node->attr_count > 0)
        return;
    attrs =
        cd_arena_new_array(b->arena, struct cd_attr_value, token->attr_count);
    memcpy(attrs, token->attrs, token->attr_count * sizeof(*attrs));
    node->attrs = attrs;
    node->attr_count = (unsigned short)token->attr_count;
}

static struct cd_node *
element_of_token(struct cd_builder *b)
{
    struct cd_node *node =
        cd_tree_new(b->tree, b->arena, b->token->tag, b->token->text);

    node->raw = b->token->raw;
    cd_build_take_attributes(b, node);
    return node;
}

struct cd_node *
cd_build_insert(struct cd_builder *b)
{
    struct cd_node *node = element_of_token(b);

    cd_build_flatten(b);
    cd_build_place(b, cd_build_current(b), node);
    cd_build_push(b, node);
    return node;
}

struct cd_node *
cd_build_imply(struct cd_builder *b, enum cd_tag tag)
{
    struct cd_node *node =
        cd_tree_new(b->tree, b->arena, tag, cd_tag_names[tag]);

    node->raw.start = node->raw.end = b->token->raw.start;
    cd_build_flatten(b);
    cd_build_place(b, cd_build_current(b), node);
    cd_build_push(b, node);
    return node;
}

void
cd_build_insert_void(struct cd_builder *b)
{
    cd_build_place(b, cd_build_current(b), element_of_token(b));
}

static struct cd_node *
text_of_token(struct cd_builder *b)
{
    struct cd_str text = b->token->text;
    struct cd_node *node;

    if (b->token->references)
        text = cd_reference_decode(b->arena, text, false);
    node = cd_tree_new(b->tree, b->arena, CD_TAG_TEXT, text);
    node->raw = b->token->raw;
    return node;
}

void
cd_build_insert_text(struct cd_builder *b)
{
    cd_build_place(b, cd_build_current(b), text_of_token(b));
}

/* The line end right behind <pre> is not part of its text. */
static void
drop_newline(struct cd_token *token)
{
    struct cd_str *text = &token->text;
    bool crlf = text->n > 1 && text->p[0] == '\r' && text->p[1] == '\n';

    if (text->n > 0 && (text->p[0] == '\n' || text->p[0] == '\r'))
        *text = cd_str_sub(*text, crlf ? 2 : 1, text->n);
}

static void
take_raw_text(struct cd_builder *b, struct cd_node *node)
{
    if (node->tag == CD_TAG_TEXTAREA)
        drop_newline(b->token);
    if (node->tag == CD_TAG_SCRIPT &&
        cd_tree_is_json_ld(node->attrs, node->attr_count))
        cd_tree_keep_json_ld(b->tree, b->arena, b->token->text);
    else if (node->tag != CD_TAG_SCRIPT && node->tag != CD_TAG_STYLE)
        cd_node_append(node, text_of_token(b));
}

void
cd_build_insert_raw(struct cd_builder *b)
{
    struct cd_node *node = element_of_token(b);
    enum cd_tag tag = node->tag;

    cd_build_place(b, cd_build_current(b), node);
    b->tokens.raw = tag;
    cd_token_next(&b->tokens);
    if (b->token->kind == CD_TOKEN_TEXT) {
        take_raw_text(b, node);
        cd_token_next(&b->tokens);
    }
    node->raw.end = b->token->raw.end;
}

/* ---- the page, token by token ----------------------------------------- */

static void
see(struct cd_builder *b)
{
    while (cd_build_is_foreign(b) ? cd_mode_foreign(b) : modes[b->mode](b))
        ;
}

/* Do white space and other text mean different things here? */
static bool
splits(const struct cd_builder *b)
{
    return b->mode <= CD_MODE_AFTER_FRAMESET ||
           b->mode == CD_MODE_IN_COLUMN_GROUP;
}

static void
see_text(struct cd_builder *b)
{
    struct cd_token *token = b->token;
    struct cd_str text;
    size_t n;

    text = token->text;
    n = splits(b) ? leading_space(text) : 0;
    if (n > 0 && n < text.n) {
        token->text = cd_str_sub(text, 0, n);
        see(b);
        token->text = cd_str_sub(text, n, text.n);
        token->raw.start += n;
    }
    if (text.n > 0)
        see(b);
}

/* Past the most nodes: text is gathered, tags are passed over. */
static void
overflow(struct cd_builder *b)
{
    struct cd_token *token = b->token;

    b->tree->cut_nodes++;
    if (token->kind == CD_TOKEN_START &&
        (token->tag == CD_TAG_SCRIPT || token->tag == CD_TAG_STYLE)) {
        b->tokens.raw = token->tag;
        cd_token_next(&b->tokens);
    } else if (token->kind == CD_TOKEN_TEXT) {
        cd_buf_add(&b->overflow,
                   cd_reference_decode(b->arena, token->text, false));
    } else if (cd_tag_is(token->tag, CD_IS_BLOCK)) {
        cd_buf_putc(&b->overflow, ' ');
    }
}

static void
end_overflow(struct cd_builder *b)
{
    struct cd_node *node;

    if (b->overflow.n == 0)
        return;
    node = cd_tree_new(b->tree, b->arena, CD_TAG_TEXT,
                       cd_buf_into(&b->overflow, b->arena));
    node->raw.start = node->raw.end = b->tokens.page.n;
    cd_node_append(b->tree->body != NULL ? b->tree->body : b->tree->root, node);
}

static void
run(struct cd_builder *b)
{
    bool more;

    do {
        if (b->depth > 0)
            b->tokens.foreign = cd_build_current(b)->space != CD_SPACE_HTML;
        more = cd_token_next(&b->tokens);
        if (b->tree->count >= b->limits->nodes && more) {
            overflow(b);
            continue;
        }
        if (b->skip_newline && b->token->kind == CD_TOKEN_TEXT)
            drop_newline(b->token);
        b->skip_newline = false;
        if (b->token->kind == CD_TOKEN_TEXT)
            see_text(b);
        else
            see(b);
    } while (more);
}

void
cd_tree_parse(struct cd_tree *tree, struct cd_arena *arena, struct cd_str page,
              const struct cd_tree_limits *limits)
{
    struct cd_builder b = {
        .tree = tree,
        .arena = arena,
        .limits = limits,
        .tokens = { .page = page,
                    .arena = arena,
                    .max_attributes = limits->attributes },
        .mode = CD_MODE_INITIAL,
        .frameset_ok = true,
    };

    b.token = &b.tokens.token;
    run(&b);
    cd_tree_find_body(tree);
    end_overflow(&b);
    for (size_t i = 0; i < b.depth; i++)
        b.open[i]->raw.end = page.n;
    tree->cut_attributes = b.tokens.cut_attributes;
    tree->unclosed = b.tokens.unclosed;
    free(b.open);
    free(b.templates);
}
