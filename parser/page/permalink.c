/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/permalink.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "parser/page/space.h"

#include "parser/page/permalink.inc"

enum { LINK_MAX = 200 }; /* bytes of a link that is looked at */

/* Where a block is cut: at an end of its text. */
struct cut {
    const struct cd_node *link; /* or NULL: nowhere */
    size_t bytes;               /* of the mark */
    bool front, whole;
};

const struct cd_permalink_row *
cd_permalink_at(size_t index)
{
    return index < CD_COUNT(cd_permalink_row_table)
               ? &cd_permalink_row_table[index]
               : NULL;
}

const struct cd_permalink_row *
cd_permalink_find(struct cd_str text)
{
    size_t at = 0;
    uint32_t first = text.n > 0 ? cd_utf8_lower(cd_utf8_next(text, &at)) : 0;

    for (size_t i = 0; i < CD_COUNT(cd_permalink_row_table); i++) {
        const struct cd_permalink_row *row = &cd_permalink_row_table[i];
        size_t n = cd_utf8_may_begin(row->form, first)
                       ? cd_utf8_begins(text, cd_str_of(row->form))
                       : 0;

        if (n > 0 && (row->match == CD_PERMALINK_BEGIN || n == text.n))
            return row;
    }
    return NULL;
}

/* ---- the link at an end of a block ------------------------------------- */

static const struct cd_node *
link_around(const struct cd_node *node)
{
    while (node != NULL && node->tag != CD_TAG_A &&
           !cd_tag_is(node->tag, CD_IS_BLOCK))
        node = node->parent;
    return node != NULL && node->tag == CD_TAG_A ? node : NULL;
}

/* The text of the link, white space collapsed; empty if it is long. */
static struct cd_str
text_of(struct cd_arena *arena, const struct cd_node *link)
{
    const struct cd_node *end = cd_node_skip(link);
    struct cd_buf text = { 0 };
    struct cd_str all;

    for (const struct cd_node *n = link; n != end; n = cd_node_after(n)) {
        if (n->tag != CD_TAG_TEXT)
            continue;
        cd_buf_add(&text, n->text);
        if (text.n > LINK_MAX)
            break;
    }
    all = text.n > LINK_MAX ? (struct cd_str){ "", 0 }
                            : cd_space_collapse(arena, cd_buf_str(&text));
    cd_buf_release(&text);
    return all;
}

static bool
has_letter(struct cd_str text)
{
    for (size_t at = 0; at < text.n;) {
        if (cd_utf8_is_letter(cd_utf8_next(text, &at)))
            return true;
    }
    return false;
}

static bool
leads_to_place(const struct cd_node *link)
{
    struct cd_str href = cd_node_attr(link, CD_ATTR_HREF);

    return href.n > 0 && memchr(href.p, '#', href.n) != NULL;
}

static bool
may_have(const struct cd_block *block, const struct cut *cut,
         struct cd_str mark)
{
    if (block->kind == CD_BLOCK_CODE || block->kind == CD_BLOCK_TABLE_ROW)
        return false;
    return block->kind == CD_BLOCK_HEADING || !has_letter(mark) ||
           (cut->whole && leads_to_place(cut->link));
}

/* Is the mark of no use, whatever it is?  Most links at an end are words of a
 * sentence. */
static bool
is_hopeless(const struct cd_block *block, const struct cut *cut)
{
    struct cd_str text = block->text;

    return block->kind != CD_BLOCK_HEADING && text.n > 0 &&
           cd_ascii_is_alpha(text.p[cut->front ? 0 : text.n - 1]) &&
           !leads_to_place(cut->link);
}

/* The cut at the end of block's text where node is. */
static struct cut
cut_at(struct cd_arena *arena, const struct cd_block *block,
       const struct cd_node *node, bool front)
{
    const struct cut none = { 0 };
    struct cut cut = { .link = link_around(node), .front = front };
    struct cd_str text = block->text, mark;

    if (cut.link == NULL || cd_node_attr(cut.link, CD_ATTR_HREF).p == NULL ||
        is_hopeless(block, &cut))
        return none;
    mark = text_of(arena, cut.link);
    cut.bytes = mark.n;
    cut.whole = mark.n == text.n;
    if (mark.n == 0 || mark.n > text.n || cd_permalink_find(mark) == NULL ||
        memcmp(front ? text.p : text.p + text.n - mark.n, mark.p, mark.n) != 0)
        return none;
    return may_have(block, &cut, mark) ? cut : none;
}

static struct cut
find_cut(struct cd_doc *doc, const struct cd_page *page, size_t i)
{
    const struct cd_page_block *of = &page->blocks[i];
    struct cut cut = { 0 };

    if (of->links == 0 || of->title > 0)
        return cut;
    cut = cut_at(&doc->arena, &doc->blocks[i], of->last, false);
    if (cut.link == NULL)
        cut = cut_at(&doc->arena, &doc->blocks[i], of->first, true);
    return cut;
}

/* ---- cutting ------------------------------------------------------------ */

static struct cd_span
raw_of(const struct cd_doc *doc, const struct cd_node *node)
{
    struct cd_str text = cd_str_trim(node->text);
    uintptr_t at = (uintptr_t)text.p, from = (uintptr_t)doc->page.p;

    if (at >= from && at + text.n <= from + doc->page.n)
        return (struct cd_span){ at - from, at - from + text.n };
    return node->raw;
}

static bool
is_shown(const struct cd_node *node)
{
    return node->tag == CD_TAG_TEXT && cd_str_trim(node->text).n > 0;
}

/* The texts on both sides of the cut share out the bytes of the page. */
static void
cut_raw(const struct cd_doc *doc, const struct cd_page_block *of,
        const struct cut *cut, struct cd_block *before, struct cd_block *behind)
{
    const struct cd_node *edge =
        cut->front ? cd_node_skip(cut->link) : cut->link;

    for (const struct cd_node *n = of->first; n != edge && n != NULL;
         n = cd_node_after(n)) {
        if (is_shown(n))
            before->raw.end = raw_of(doc, n).end;
    }
    for (const struct cd_node *n = edge; n != NULL; n = cd_node_after(n)) {
        if (is_shown(n)) {
            behind->raw.start = raw_of(doc, n).start;
            break;
        }
    }
}

/* Adds the JSON of a link to out, its numbers less by shift. */
static void
shift_link(struct cd_buf *out, struct cd_str link, long shift)
{
    static const struct cd_str names[] = { { "\"start\":", 8 },
                                           { ",\"end\":", 7 } };
    size_t from = 0;

    for (size_t k = 0; k < CD_COUNT(names); k++) {
        size_t at = cd_str_find(link, names[k], from) + names[k].n;

        cd_buf_add(out, cd_str_sub(link, from, at));
        cd_buf_printf(out, "%ld", strtol(link.p + at, NULL, 10) - shift);
        for (from = at; link.p[from] >= '0' && link.p[from] <= '9';)
            from++;
    }
    cd_buf_add(out, cd_str_sub(link, from, link.n));
}

/* The links of a block without that of the mark, the first or the last. */
static struct cd_str
other_links(struct cd_arena *arena, struct cd_str all, size_t from, bool front)
{
    const struct cd_str border = CD_STR("},{\"start\":");
    struct cd_buf out = { 0 };
    size_t at = 0, next;

    for (; at < all.n; at = next + 1) {
        bool last;

        next = cd_str_find(all, border, at);
        last = next == SIZE_MAX;
        next = last ? all.n - 2 : next;
        if (front ? at > 0 : !last) {
            cd_buf_putc(&out, out.n == 0 ? '[' : ',');
            shift_link(&out, cd_str_sub(all, at + 1, next + 1), (long)from);
        }
        next += last ? 2 : 0;
    }
    if (out.n > 0)
        cd_buf_putc(&out, ']');
    return out.n > 0 ? cd_buf_into(&out, arena) : (struct cd_str){ NULL, 0 };
}

static void
drop(struct cd_block *mark)
{
    mark->keep = false;
    mark->reason = CD_STR("permalink");
    mark->links = mark->number = (struct cd_str){ NULL, 0 };
}

/* Makes before and behind of before. */
static void
cut_block(struct cd_doc *doc, const struct cd_page_block *of,
          const struct cut *cut, struct cd_block *before,
          struct cd_block *behind)
{
    struct cd_str text = before->text;
    size_t at = cut->front ? cut->bytes : text.n - cut->bytes;
    bool space;

    *behind = *before;
    before->text = cd_str_trim(cd_str_sub(text, 0, at));
    behind->text = cd_str_trim(cd_str_sub(text, at, text.n));
    space = before->text.n + behind->text.n < text.n;
    cut_raw(doc, of, cut, before, behind);
    if (cut->front)
        behind->links = other_links(&doc->arena, behind->links,
                                    text.n - behind->text.n, true);
    else
        before->links = other_links(&doc->arena, before->links, 0, false);
    drop(cut->front ? before : behind);
    doc->account.in -= space;
}

void
cd_permalink_split(struct cd_doc *doc, struct cd_page *page)
{
    struct cut *cuts =
        cd_arena_new_array(&doc->arena, struct cut, doc->block_count + 1);
    struct cd_page_block *of;
    struct cd_block *blocks;
    size_t marks = 0, n = 0;

    for (size_t i = 0; i < doc->block_count; i++) {
        cuts[i] = find_cut(doc, page, i);
        marks += cuts[i].link != NULL;
    }
    if (marks == 0)
        return;
    blocks = cd_arena_new_array(&doc->arena, struct cd_block,
                                doc->block_count + marks);
    of = cd_arena_new_array(&doc->arena, struct cd_page_block,
                            doc->block_count + marks);
    for (size_t i = 0; i < doc->block_count; i++) {
        blocks[n] = doc->blocks[i];
        of[n++] = page->blocks[i];
        if (cuts[i].whole)
            drop(&blocks[n - 1]);
        else if (cuts[i].link != NULL) {
            cut_block(doc, &page->blocks[i], &cuts[i], &blocks[n - 1],
                      &blocks[n]);
            of[n++] = page->blocks[i];
        }
    }
    doc->blocks = blocks;
    doc->block_count = n;
    page->blocks = of;
    cd_doc_account(doc);
}
