/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/blocks.h"

#include <math.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "parser/page/apart.h"
#include "parser/page/list.h"
#include "parser/page/space.h"
#include "parser/page/url.h"

enum { BOLD_TITLE_MAX = 200 }; /* bytes */

/* The walk; text is that of the block under construction. */
struct walk {
    struct cd_doc *doc;
    const struct cd_parse_options *options;
    struct cd_page *page;
    struct cd_context *stack; /* of the open elements */
    size_t depth, stack_room;
    size_t block_room, cut;
    struct cd_buf text;
    struct cd_buf links;
    uint32_t items;             /* of lists, so far */
    struct cd_page_block now;   /* counts of the block under construction */
    struct cd_context at;       /* context of its first text */
    const struct cd_node *row;  /* tr whose cells are one block, or NULL */
    const struct cd_node *link; /* a element of the last text added */
    struct cd_span raw;
    unsigned breaks;  /* br since the last text */
    bool space, cell; /* one is due before the next text */
    /* since the last text an inline element ended or began; one ended; one
     * ended, and then one began */
    bool edge, left, border;
};

static struct cd_context *
top(const struct walk *walk)
{
    return &walk->stack[walk->depth - 1];
}

static void
make_room(struct walk *walk)
{
    struct cd_doc *doc = walk->doc;
    size_t room = walk->block_room > 0 ? walk->block_room * 2 : 256;
    struct cd_block *blocks;
    struct cd_page_block *more;

    if (doc->block_count < walk->block_room)
        return;
    blocks = cd_arena_new_array(&doc->arena, struct cd_block, room);
    more = cd_arena_new_array(&doc->arena, struct cd_page_block, room);
    if (doc->block_count > 0) {
        memcpy(blocks, doc->blocks, doc->block_count * sizeof(*blocks));
        memcpy(more, walk->page->blocks, doc->block_count * sizeof(*more));
    }
    doc->blocks = blocks;
    walk->page->blocks = more;
    walk->block_room = room;
}

/* Where a link begins or ends: in the block, or in the text below its title. */
static size_t
link_at(const struct walk *walk)
{
    return walk->text.n - (walk->now.title > 0 ? walk->now.title + 1 : 0);
}

static void
end_link(struct walk *walk)
{
    if (walk->link == NULL)
        return;
    if (walk->links.n > 0)
        cd_buf_printf(&walk->links, ",\"end\":%zu}", link_at(walk));
    walk->link = NULL;
}

static struct cd_str
take_links(struct walk *walk)
{
    if (walk->links.n == 0)
        return (struct cd_str){ NULL, 0 };
    cd_buf_putc(&walk->links, ']');
    return cd_arena_copy(&walk->doc->arena, cd_buf_str(&walk->links));
}

static struct cd_str
take_text(struct walk *walk)
{
    struct cd_str text = cd_buf_str(&walk->text);

    while (text.n > 0 && text.p[text.n - 1] == '\n')
        text.n--; /* of pre */
    return cd_arena_copy(&walk->doc->arena, text);
}

static struct cd_str
take_number(struct walk *walk)
{
    if (walk->at.kind != CD_BLOCK_LIST_ITEM || !walk->at.numbered)
        return (struct cd_str){ NULL, 0 };
    return cd_arena_printf(&walk->doc->arena, "%d", walk->at.number);
}

static void
push_block(struct walk *walk)
{
    struct cd_block *block = &walk->doc->blocks[walk->doc->block_count];

    *block = (struct cd_block){
        .kind = walk->at.kind,
        .level = walk->at.level,
        .keep = true,
        .text = take_text(walk),
        .raw = walk->raw,
        .reason = CD_STR("html"),
        .score = NAN,
        .links = take_links(walk),
        .item = walk->at.item,
        .number = take_number(walk),
    };
    walk->now.node = walk->at.block;
    walk->now.depth = walk->at.block_depth;
    walk->now.flags |= walk->at.flags & CD_CONTEXT_FLAGS;
    walk->page->blocks[walk->doc->block_count++] = walk->now;
    walk->doc->account.in += block->text.n;
}

static void
forget_border(struct walk *walk)
{
    walk->space = walk->cell = false;
    walk->edge = walk->left = walk->border = false;
}

/* The block ends here, if any has begun. */
static void
flush(struct walk *walk)
{
    walk->breaks = 0;
    forget_border(walk);
    if (walk->text.n == 0)
        return;
    end_link(walk);
    make_room(walk);
    push_block(walk);
    walk->now = (struct cd_page_block){ 0 };
    cd_buf_reset(&walk->text);
    cd_buf_reset(&walk->links);
}

static void
begin_link(struct walk *walk, const struct cd_node *link)
{
    if (link == NULL)
        return;
    walk->now.links++;
    walk->link = link;
    if (!walk->options->links)
        return;
    cd_buf_puts(&walk->links, walk->links.n == 0 ? "[" : ",");
    cd_buf_printf(&walk->links, "{\"start\":%zu,\"href\":", link_at(walk));
    cd_json_str(&walk->links, cd_url_resolve(&walk->doc->arena,
                                             cd_node_attr(link, CD_ATTR_HREF),
                                             walk->page->base));
}

static bool
is_apart(const struct walk *walk, struct cd_str word)
{
    const struct cd_node *link = top(walk)->link;
    bool links = walk->link != NULL && link != NULL && walk->link != link;

    return walk->edge && walk->at.kind != CD_BLOCK_CODE &&
           cd_words_apart(cd_buf_str(&walk->text), word, walk->border, links);
}

/* Does the text become the title in bold of what comes now?  With a mark at its
 * end it reads well before it. */
static bool
is_bold_title(const struct walk *walk)
{
    struct cd_str text = cd_buf_str(&walk->text);
    size_t spaces = 0;

    if (walk->breaks != 1 || walk->now.breaks > 0 || walk->row != NULL ||
        text.n == 0 || text.n > BOLD_TITLE_MAX || walk->link != NULL ||
        (top(walk)->flags & CD_CONTEXT_STRONG) != 0 ||
        strchr(".:;,!?", text.p[text.n - 1]) != NULL ||
        (walk->at.kind != CD_BLOCK_PARAGRAPH &&
         walk->at.kind != CD_BLOCK_LIST_ITEM))
        return false;
    for (size_t i = 0; i < text.n; i++)
        spaces += text.p[i] == ' ';
    return walk->now.strong_bytes + spaces == text.n;
}

/* What separates the last text from the next word. */
static void
separate(struct walk *walk, struct cd_str word)
{
    if (!walk->space && is_apart(walk, word))
        walk->space = true;
    if (walk->breaks > 1 && walk->row == NULL)
        flush(walk);
    if (walk->text.n == 0) {
        forget_border(walk);
        walk->breaks = 0;
        return;
    }
    if (walk->link != NULL && walk->link != top(walk)->link)
        end_link(walk);
    if (is_bold_title(walk)) {
        walk->now.title = (unsigned)walk->text.n;
        walk->now.title_links = (unsigned)walk->links.n;
        walk->now.title_break.start = walk->raw.end;
    }
    if (walk->cell)
        cd_buf_puts(&walk->text, " | ");
    else if (walk->space || walk->breaks > 0)
        cd_buf_putc(&walk->text, ' ');
    walk->now.breaks += walk->breaks;
    forget_border(walk);
    walk->breaks = 0;
}

/* Where word, a part of node's text, stands in the page. */
static struct cd_span
raw_of(const struct walk *walk, const struct cd_node *node, struct cd_str word)
{
    const struct cd_str page = walk->doc->page;
    uintptr_t at = (uintptr_t)word.p, from = (uintptr_t)page.p;

    if (at >= from && at + word.n <= from + page.n)
        return (struct cd_span){ at - from, at - from + word.n };
    return node->raw;
}

/* In pre: of a line of code. */
static bool
is_line(const struct cd_node *node)
{
    return node->tag == CD_TAG_DIV || node->tag == CD_TAG_P ||
           !cd_tag_is(node->tag, CD_IS_BLOCK);
}

static void
begin_text(struct walk *walk, const struct cd_node *node)
{
    walk->at = *top(walk);
    walk->raw = (struct cd_span){ SIZE_MAX, 0 };
    walk->now.first = node;
    if (walk->row != NULL) {
        walk->at.kind = CD_BLOCK_TABLE_ROW;
        walk->at.level = 0;
        walk->at.block = walk->row;
    }
    while (walk->at.kind == CD_BLOCK_CODE && walk->at.block->parent != NULL &&
           is_line(walk->at.block)) {
        walk->at.block = walk->at.block->parent;
        walk->at.block_depth--;
    }
}

static void
count_bytes(struct walk *walk, size_t n)
{
    unsigned flags = top(walk)->flags;

    walk->now.link_bytes += walk->link != NULL ? n : 0;
    walk->now.strong_bytes += (flags & CD_CONTEXT_STRONG) != 0 ? n : 0;
    walk->now.emphasis_bytes += (flags & CD_CONTEXT_EMPHASIS) != 0 ? n : 0;
}

/* Adds a word, or in pre any run of text, of node. */
static void
add_word(struct walk *walk, const struct cd_node *node, struct cd_str word)
{
    struct cd_span raw = raw_of(walk, node, word);

    if (walk->text.n + word.n > walk->options->max_text && walk->text.n > 0) {
        flush(walk);
        walk->cut++;
    }
    separate(walk, word);
    if (walk->text.n == 0)
        begin_text(walk, node);
    if (walk->link != top(walk)->link)
        begin_link(walk, top(walk)->link);
    cd_buf_add(&walk->text, word);
    count_bytes(walk, word.n);
    walk->now.last = node;
    walk->now.flags |= top(walk)->flags & CD_IN_BUTTON;
    if (walk->now.title > 0 && walk->now.title_break.end == 0)
        walk->now.title_break.end = raw.start;
    if (raw.start < walk->raw.start)
        walk->raw.start = raw.start;
    if (raw.end > walk->raw.end)
        walk->raw.end = raw.end;
}

static void
add_text(struct walk *walk, const struct cd_node *node)
{
    const struct cd_str text = node->text;
    size_t start = 0, at = 0;

    while (at < text.n) {
        bool gone;
        size_t n;

        at = cd_space_skip(text, at);
        n = at < text.n ? cd_space_at(text, at, &gone) : 0;

        if (n == 0 && at < text.n && ++at < text.n)
            continue;
        if (at > start)
            add_word(walk, node, cd_str_sub(text, start, at));
        walk->space |= n > 0 && !gone;
        at += n;
        start = at;
    }
}

/* The text of pre: as it is, without carriage returns. */
static void
add_verbatim(struct walk *walk, const struct cd_node *node)
{
    struct cd_str text = node->text;

    if (walk->text.n == 0) {
        while (text.n > 0 && (*text.p == '\n' || *text.p == '\r')) {
            text.p++;
            text.n--;
        }
    }
    if (cd_str_trim(text).n == 0 && walk->text.n == 0)
        return;
    walk->breaks = 0;
    walk->space = false;
    if (text.n > 0)
        add_word(walk, node, text);
}

static void
line_break(struct walk *walk)
{
    if (top(walk)->kind == CD_BLOCK_CODE && walk->text.n > 0)
        cd_buf_putc(&walk->text, '\n');
    else
        walk->breaks++;
}

static bool
is_cell(enum cd_tag tag)
{
    return tag == CD_TAG_TD || tag == CD_TAG_TH;
}

/* Is this a line of code: a div or p in pre?  Then it ends no block. */
static bool
is_code_line(const struct walk *walk, const struct cd_node *node)
{
    return top(walk)->kind == CD_BLOCK_CODE && is_line(node);
}

static void
end_code_line(struct walk *walk)
{
    size_t n = walk->text.n;

    while (n > 0 && n + 64 > walk->text.n && walk->text.p[n - 1] == ' ')
        n--; /* the indent of the next one */
    if (n > 0 && walk->text.p[n - 1] != '\n')
        cd_buf_putc(&walk->text, '\n');
}

static void
begin_block(struct walk *walk, const struct cd_node *node)
{
    if (is_code_line(walk, node)) {
        end_code_line(walk);
        return;
    }
    if (walk->row != NULL) {
        walk->cell |= is_cell(node->tag);
        walk->now.cells += is_cell(node->tag);
        return;
    }
    flush(walk);
    if (node->tag == CD_TAG_TR && cd_context_is_row(node))
        walk->row = node;
}

static void
end_block(struct walk *walk, const struct cd_node *node)
{
    if (is_code_line(walk, node)) {
        end_code_line(walk);
        return;
    }
    if (walk->row != NULL && walk->row != node)
        return;
    flush(walk);
    walk->row = NULL;
}

static void
enter(struct walk *walk, const struct cd_node *node)
{
    if (cd_tag_is(node->tag, CD_IS_BLOCK))
        begin_block(walk, node);
    walk->stack = cd_grow(walk->stack, &walk->stack_room, walk->depth + 1,
                          sizeof(*walk->stack));
    walk->stack[walk->depth] = walk->stack[walk->depth - 1];
    walk->depth++;
    cd_context_enter(top(walk), node);
    cd_list_enter(walk->stack, walk->depth, node, &walk->items);
    walk->edge = true;
    if (top(walk)->kind == CD_BLOCK_CODE && cd_context_is_line(node))
        end_code_line(walk);
    if (node->tag == CD_TAG_BR)
        line_break(walk);
    else
        walk->border = walk->left;
    walk->now.images += node->tag == CD_TAG_IMG;
    walk->space |= (top(walk)->flags & CD_IN_BUTTON) != 0;
}

static void
leave(struct walk *walk, const struct cd_node *node)
{
    walk->space |= (top(walk)->flags & CD_IN_BUTTON) != 0;
    walk->depth--;
    walk->edge = walk->left = true;
    walk->border = false;
    if (cd_tag_is(node->tag, CD_IS_BLOCK))
        end_block(walk, node);
}

static void
see(struct walk *walk, const struct cd_node *text)
{
    if (top(walk)->kind == CD_BLOCK_CODE)
        add_verbatim(walk, text);
    else
        add_text(walk, text);
}

static void
walk_tree(struct walk *walk, const struct cd_node *root)
{
    const struct cd_node *node = root;

    while (node != NULL) {
        if (node->tag == CD_TAG_TEXT) {
            see(walk, node);
        } else if (!cd_tag_is(node->tag, CD_IS_SILENT)) {
            enter(walk, node);
            if (node->child != NULL) {
                node = node->child;
                continue;
            }
            leave(walk, node);
        }
        while (node != root && node->next == NULL) {
            node = node->parent;
            leave(walk, node);
        }
        node = node != root ? node->next : NULL;
    }
    flush(walk);
}

size_t
cd_blocks_find(struct cd_doc *doc, const struct cd_parse_options *options,
               struct cd_page *page)
{
    struct walk walk = { .doc = doc, .options = options, .page = page };

    walk.stack = cd_grow(NULL, &walk.stack_room, 64, sizeof(*walk.stack));
    walk.stack[0] = (struct cd_context){ .block = page->tree.root };
    walk.depth = 1;
    walk_tree(&walk, page->tree.root);
    free(walk.stack);
    cd_buf_release(&walk.text);
    cd_buf_release(&walk.links);
    return walk.cut;
}
