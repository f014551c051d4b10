/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTML: each article is a whole document that holds what was kept and nothing
 * else: headings, paragraphs, lists, quotes, tables, captions, code, and links
 * if they were noted.  No script, no style, no image; every text is escaped,
 * and a link leads only to an address that runs nothing.
 *
 * The generator's name in the head says that all of it is text, but for a
 * headline in <header>: parser/parse.c keeps it whole, so cleaning it again
 * changes nothing.
 */
#include "corpus/output/article.h"
#include "corpus/output/html.h"
#include "corpus/output/render.h"
#include "corpus/output/write.h"

/* What is open: elements around blocks of one kind. */
struct page {
    struct cd_buf *out;
    enum cd_block_kind kind; /* of the block before; COUNT: there is none */
    struct cd_nest nest;
    size_t depth; /* open lists, each with an open item */
    bool ordered[CD_NEST_MAX];
};

static const struct {
    const char *open, *close;
} groups[CD_BLOCK_KIND_COUNT + 1] = {
    [CD_BLOCK_QUOTE] = { "<blockquote>\n", "</blockquote>\n" },
    [CD_BLOCK_TABLE_ROW] = { "<table>\n", "</table>\n" },
    [CD_BLOCK_COMMENT] = { "<section class=\"comments\">\n", "</section>\n" },
};

static void
add_part(struct page *page, const struct cd_block *block, struct cd_span part)
{
    struct cd_stretches runs = cd_stretches_of(block, part);
    struct cd_stretch run;

    while (cd_stretch_next(&runs, &run)) {
        if (run.href.p != NULL) {
            cd_buf_puts(page->out, "<a href=\"");
            cd_html_text(page->out, run.href);
            cd_buf_puts(page->out, "\">");
        }
        cd_html_text(page->out, run.text);
        if (run.href.p != NULL)
            cd_buf_puts(page->out, "</a>");
    }
}

static void
add_in(struct page *page, const struct cd_block *block, const char *open,
       const char *close)
{
    cd_buf_puts(page->out, open);
    add_part(page, block, cd_render_whole(block));
    cd_buf_puts(page->out, close);
}

static void
add_heading(struct page *page, const struct cd_block *block)
{
    int level = block->level < 1 ? 2 : block->level > 6 ? 6 : block->level;

    cd_buf_printf(page->out, "<h%d>", level);
    add_part(page, block, cd_render_whole(block));
    cd_buf_printf(page->out, "</h%d>\n", level);
}

/* Always two cells or more: a single one lays out a page. */
static void
add_row(struct page *page, const struct cd_block *block)
{
    struct cd_span cell;
    size_t at = 0;

    cd_buf_puts(page->out, "<tr>");
    while (cd_render_cell(block->text, &at, &cell)) {
        cd_buf_puts(page->out, "<td>");
        add_part(page, block, cell);
        cd_buf_puts(page->out, "</td>");
    }
    if (cd_render_cells(block->text) < 2)
        cd_buf_puts(page->out, "<td></td>");
    cd_buf_puts(page->out, "</tr>\n");
}

/* Down to so many. */
static void
close_lists(struct page *page, size_t depth)
{
    while (page->depth > depth)
        cd_buf_puts(page->out, page->ordered[--page->depth] ? "</li>\n</ol>\n"
                                                            : "</li>\n</ul>\n");
}

/* The number stands where a browser would count another one. */
static void
open_list(struct page *page, const struct cd_nest_list *list)
{
    if (page->depth > 0)
        cd_buf_putc(page->out, '\n');
    page->ordered[page->depth++] = list->ordered;
    if (!list->ordered)
        cd_buf_puts(page->out, "<ul>\n<li>");
    else if (list->number == 1)
        cd_buf_puts(page->out, "<ol>\n<li>");
    else
        cd_buf_printf(page->out, "<ol start=\"%d\">\n<li>", list->number);
}

static void
add_item(struct page *page, const struct cd_block *block)
{
    struct cd_item item = cd_nest(&page->nest, block);
    const struct cd_nest_list *list =
        &page->nest.lists[item.depth > 0 ? item.depth - 1 : 0];

    close_lists(page, item.depth - (item.opens && item.depth > 0));
    if (item.continues)
        cd_buf_puts(page->out, item.depth > 0 ? "\n<p>" : "<p>");
    else if (item.opens)
        open_list(page, list);
    else if (list->ordered && !item.follows)
        cd_buf_printf(page->out, "</li>\n<li value=\"%d\">", list->number);
    else
        cd_buf_puts(page->out, "</li>\n<li>");
    add_part(page, block, item.text);
    if (item.continues)
        cd_buf_puts(page->out, item.depth > 0 ? "</p>" : "</p>\n");
}

static void
add_block(struct page *page, const struct cd_block *block)
{
    switch (block->kind) {
    case CD_BLOCK_HEADING:
        add_heading(page, block);
        break;
    case CD_BLOCK_LIST_ITEM:
        add_item(page, block);
        break;
    case CD_BLOCK_TABLE_ROW:
        add_row(page, block);
        break;
    case CD_BLOCK_CAPTION:
        add_in(page, block, "<figure><figcaption>", "</figcaption></figure>\n");
        break;
    case CD_BLOCK_CODE:
        add_in(page, block, "<pre>\n<code>", "</code></pre>\n");
        break;
    default:
        add_in(page, block, "<p>", "</p>\n");
        break;
    }
}

/* Ends what is open and does not hold blocks of this kind, and opens what
 * does. */
static void
turn_to(struct page *page, enum cd_block_kind kind)
{
    if (kind == page->kind)
        return;
    close_lists(page, 0);
    cd_nest_close(&page->nest);
    if (groups[page->kind].close != NULL)
        cd_buf_puts(page->out, groups[page->kind].close);
    if (groups[kind].open != NULL)
        cd_buf_puts(page->out, groups[kind].open);
    page->kind = kind;
}

/* Nothing where there is no value. */
static void
add_fact(struct cd_buf *out, const char *open, struct cd_str value,
         const char *close)
{
    if (value.n == 0)
        return;
    cd_buf_puts(out, open);
    cd_html_text(out, value);
    cd_buf_puts(out, close);
}

static void
add_head(struct cd_buf *out, const struct cd_doc *doc)
{
    const struct cd_meta *meta = &doc->meta;

    cd_buf_puts(out, "<!DOCTYPE html>\n<html");
    add_fact(out, " lang=\"", meta->language.value, "\"");
    cd_buf_puts(out, ">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"generator\" content=\"Copydesk\">\n<title>");
    cd_html_text(out, meta->title.value);
    cd_buf_puts(out, "</title>\n");
    add_fact(out, "<meta name=\"author\" content=\"", meta->byline.value,
             "\">\n");
    add_fact(out, "<meta property=\"article:published_time\" content=\"",
             meta->published.value, "\">\n");
    add_fact(out, "<meta property=\"article:modified_time\" content=\"",
             meta->modified.value, "\">\n");
    add_fact(out, "<meta property=\"og:site_name\" content=\"",
             meta->site.value, "\">\n");
    if (cd_href_is_safe(meta->canonical.value))
        add_fact(out, "<link rel=\"canonical\" href=\"", meta->canonical.value,
                 "\">\n");
    cd_buf_puts(out, "</head>\n<body>\n");
    add_fact(out, "<header><h1>", cd_render_title(doc), "</h1></header>\n");
    cd_buf_puts(out, "<article>\n");
}

static void
write_article(struct cd_buf *out, const struct cd_doc *doc, bool codepoints)
{
    struct page page = { .out = out, .kind = CD_BLOCK_KIND_COUNT };

    (void)codepoints;
    add_head(out, doc);
    for (size_t i = 0; i < doc->block_count; i++) {
        if (!doc->blocks[i].keep)
            continue;
        turn_to(&page, doc->blocks[i].kind);
        add_block(&page, &doc->blocks[i]);
    }
    turn_to(&page, CD_BLOCK_KIND_COUNT);
    cd_buf_puts(out, "</article>\n</body>\n</html>\n");
}

static bool
takes(const struct cd_table *table)
{
    return table == &cd_article_table;
}

const struct cd_writer cd_writer_html = { .name = "html",
                                          .takes = takes,
                                          .article = write_article };
