/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Markdown (CommonMark, with the tables of GitHub's): an article with its
 * headings, lists, quotes, tables, captions in italics, code, and links if they
 * were noted; another record is a list of its fields.
 */
#include "base/ascii.h"
#include "corpus/output/article.h"
#include "corpus/output/render.h"
#include "corpus/output/write.h"

/* Does the byte at i mean something inside a line?  An underscore inside a word
 * does not, nor does a sign that no tag or entity can begin with. */
static bool
is_mark(struct cd_str text, size_t i)
{
    char before = i > 0 ? text.p[i - 1] : ' ';
    char after = i + 1 < text.n ? text.p[i + 1] : ' ';

    switch (text.p[i]) {
    case '_':
        return !cd_ascii_is_alnum(before) || !cd_ascii_is_alnum(after);
    case '<':
        return cd_ascii_is_alpha(after) || strchr("/!?", after) != NULL;
    case '&':
        return cd_ascii_is_alpha(after) || after == '#';
    case '#': /* at the end of a heading */
        return i + 1 == text.n && (before == ' ' || before == '#');
    case '~':
        return before != ' ' || after != ' ';
    default:
        return text.p[i] != '\0' && strchr("\\`*[]", text.p[i]) != NULL;
    }
}

static size_t
count_at(struct cd_str text, char c)
{
    size_t n = 0;

    while (n < text.n && text.p[n] == c)
        n++;
    return n;
}

/* Bytes before the one that makes more of a line than a paragraph, if one at
 * its start does; SIZE_MAX: none does. */
static size_t
opens_line(struct cd_str text)
{
    size_t n = 0;

    while (n < text.n && cd_ascii_is_digit(text.p[n]))
        n++;
    if (n == 0) {
        if (text.n > 0 && strchr("+-", text.p[0]) != NULL && text.p[0] != '\0')
            n = text.n > 1 && text.p[1] != ' ' && text.p[1] != '-' ? SIZE_MAX
                                                                   : 0;
        else if (count_at(text, '#') > 0 && count_at(text, '#') < 7)
            n = 0;
        else if (text.n == 0 || strchr(">=", text.p[0]) == NULL ||
                 text.p[0] == '\0')
            n = SIZE_MAX;
        return n;
    }
    return n < text.n && (text.p[n] == '.' || text.p[n] == ')') &&
                   (n + 1 == text.n || text.p[n + 1] == ' ')
               ? n
               : SIZE_MAX;
}

/* bars: in a row of a table. */
static void
add_escaped(struct cd_buf *out, struct cd_str text, bool bars)
{
    for (size_t i = 0; i < text.n; i++) {
        if (is_mark(text, i) || (bars && text.p[i] == '|'))
            cd_buf_putc(out, '\\');
        cd_buf_putc(out, text.p[i]);
    }
}

/* A line of text. */
static void
add_text(struct cd_buf *out, struct cd_str text)
{
    size_t n = opens_line(text);

    if (n != SIZE_MAX) {
        cd_buf_add(out, cd_str_sub(text, 0, n));
        cd_buf_putc(out, '\\');
        cd_buf_putc(out, text.p[n]);
        text = cd_str_sub(text, n + 1, text.n);
    }
    add_escaped(out, text, false);
}

/* An address with brackets stands between angle brackets. */
static void
add_link(struct cd_buf *out, const struct cd_stretch *run, bool bars)
{
    bool angle = false;

    for (size_t i = 0; i < run->href.n; i++)
        angle |= strchr("()<>", run->href.p[i]) != NULL;
    cd_buf_putc(out, '[');
    add_escaped(out, run->text, bars);
    cd_buf_puts(out, angle ? "](<" : "](");
    for (size_t i = 0; i < run->href.n; i++) {
        if (run->href.p[i] == '<' || run->href.p[i] == '>')
            cd_buf_putc(out, '\\');
        cd_buf_putc(out, run->href.p[i]);
    }
    cd_buf_puts(out, angle ? ">)" : ")");
}

static void
add_part(struct cd_buf *out, const struct cd_block *block, struct cd_span part)
{
    struct cd_stretches runs = cd_stretches_of(block, part);
    bool bars = block->kind == CD_BLOCK_TABLE_ROW;
    bool line = !bars && block->kind != CD_BLOCK_HEADING;
    struct cd_stretch run;

    while (cd_stretch_next(&runs, &run)) {
        if (run.href.p != NULL)
            add_link(out, &run, bars);
        else if (run.text.p == block->text.p + part.start && line)
            add_text(out, run.text);
        else
            add_escaped(out, run.text, bars);
    }
}

/* The longest run of backticks in text: the fence has one more. */
static size_t
fence_of(struct cd_str text)
{
    size_t run = 0, longest = 2;

    for (size_t i = 0; i < text.n; i++) {
        run = text.p[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest + 1;
}

static void
add_times(struct cd_buf *out, const char *text, size_t n)
{
    while (n-- > 0)
        cd_buf_puts(out, text);
}

static void
add_code(struct cd_buf *out, struct cd_str text)
{
    size_t n = fence_of(text);

    add_times(out, "`", n);
    cd_buf_putc(out, '\n');
    cd_buf_add(out, text);
    cd_buf_putc(out, '\n');
    add_times(out, "`", n);
}

/* A row of a table as wide as its widest row. */
static void
add_row(struct cd_buf *out, const struct cd_block *block, size_t columns)
{
    struct cd_span cell;
    size_t at = 0;

    for (; cd_render_cell(block->text, &at, &cell); columns--) {
        cd_buf_puts(out, "| ");
        add_part(out, block, cell);
        cd_buf_putc(out, ' ');
    }
    add_times(out, "|  ", columns);
    cd_buf_putc(out, '|');
}

/* What is around the block at hand. */
struct page {
    struct cd_buf *out;
    const struct cd_block *before; /* the last that was kept, or NULL */
    struct cd_nest nest;
    bool apart;     /* nothing may stand in the line behind */
    size_t columns; /* of this table */
};

static bool
same_kind(const struct page *page, const struct cd_block *block)
{
    return page->before != NULL && page->before->kind == block->kind;
}

/* Blocks of one list or table stand line by line, paragraphs of one quotation
 * together. */
static void
part_from_before(struct page *page, const struct cd_block *block)
{
    bool same = same_kind(page, block);

    if (!same)
        cd_nest_close(&page->nest);
    if (same && block->kind == CD_BLOCK_QUOTE)
        cd_buf_puts(page->out, ">\n");
    else if (page->before != NULL &&
             (!same || (block->kind != CD_BLOCK_LIST_ITEM &&
                        block->kind != CD_BLOCK_TABLE_ROW)))
        cd_buf_putc(page->out, '\n');
}

/* "- " or "3. " or, where a list begins anew behind another, "1) ": another
 * mark is another list.  What is in the item stands below its text. */
static void
add_mark(struct cd_buf *out, struct cd_nest_list *list,
         const struct cd_item *item)
{
    size_t start = out->n;

    if (!list->ordered)
        cd_buf_puts(out, "- ");
    else {
        if (!item->opens && !item->follows)
            list->mark = list->mark == '.' ? ')' : '.';
        cd_buf_printf(out, "%d%c ", list->number, list->mark);
    }
    list->width = out->n - start;
}

/* Another paragraph of an item has a blank line on both sides; so has a list
 * that does not begin with 1, which else would be more of the text. */
static void
add_item(struct page *page, const struct cd_block *block)
{
    bool same = same_kind(page, block);
    struct cd_item item = cd_nest(&page->nest, block);
    size_t depth = item.depth - (item.depth > 0 && !item.continues);
    struct cd_nest_list *list = &page->nest.lists[depth];
    bool late = item.opens && list->ordered && list->number != 1;

    if (same && (page->apart || item.continues || late))
        cd_buf_putc(page->out, '\n');
    page->apart = item.continues;
    for (size_t i = 0; i < depth; i++)
        add_times(page->out, " ", page->nest.lists[i].width);
    if (!item.continues)
        add_mark(page->out, list, &item);
    add_part(page->out, block, item.text);
}

/* A quotation of plain text has its mark already. */
static void
add_quote(struct page *page, const struct cd_block *block)
{
    struct cd_span text = cd_render_whole(block);

    if (block->item == 0 && cd_str_starts(block->text, CD_STR("> ")))
        text.start = 2;
    cd_buf_puts(page->out, "> ");
    add_part(page->out, block, text);
}

static void
add_heading(struct page *page, const struct cd_block *block)
{
    size_t level = block->level > 0 ? (size_t)block->level : 1;

    add_times(page->out, "#", level < 6 ? level : 6);
    cd_buf_putc(page->out, ' ');
    add_part(page->out, block, cd_render_whole(block));
}

static void
add_table_row(struct page *page, const struct cd_block *block)
{
    add_row(page->out, block, page->columns);
    if (same_kind(page, block))
        return;
    cd_buf_putc(page->out, '\n');
    add_times(page->out, "| --- ", page->columns);
    cd_buf_putc(page->out, '|');
}

static void
add_code_block(struct page *page, const struct cd_block *block)
{
    add_code(page->out, block->text);
}

static void
add_caption(struct page *page, const struct cd_block *block)
{
    cd_buf_putc(page->out, '*');
    add_part(page->out, block, cd_render_whole(block));
    cd_buf_putc(page->out, '*');
}

static void
add_paragraph(struct page *page, const struct cd_block *block)
{
    add_part(page->out, block, cd_render_whole(block));
}

static void (*const adds[])(struct page *page, const struct cd_block *block) = {
    [CD_BLOCK_PARAGRAPH] = add_paragraph, [CD_BLOCK_HEADING] = add_heading,
    [CD_BLOCK_LIST_ITEM] = add_item,      [CD_BLOCK_QUOTE] = add_quote,
    [CD_BLOCK_TABLE_ROW] = add_table_row, [CD_BLOCK_CAPTION] = add_caption,
    [CD_BLOCK_CODE] = add_code_block,     [CD_BLOCK_COMMENT] = add_paragraph,
};

static void
add_block(struct page *page, const struct cd_block *block)
{
    part_from_before(page, block);
    if (block->kind != CD_BLOCK_LIST_ITEM)
        page->apart = false;
    adds[block->kind](page, block);
    cd_buf_putc(page->out, '\n');
    page->before = block;
}

/* Cells of the widest row of the table that begins at block i. */
static size_t
count_columns(const struct cd_doc *doc, size_t i)
{
    size_t most = 0;

    for (; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];
        size_t n;

        if (!block->keep)
            continue;
        if (block->kind != CD_BLOCK_TABLE_ROW)
            break;
        n = cd_render_cells(block->text);
        most = n > most ? n : most;
    }
    return most;
}

static void
add_title(struct cd_buf *out, const struct cd_doc *doc)
{
    struct cd_str title = cd_render_title(doc);

    if (title.n == 0)
        return;
    cd_buf_puts(out, "# ");
    add_escaped(out, title, false);
    cd_buf_puts(out, "\n\n");
}

static void
write_article(struct cd_buf *out, const struct cd_doc *doc, bool codepoints)
{
    struct page page = { .out = out };

    (void)codepoints;
    add_title(out, doc);
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];

        if (!block->keep)
            continue;
        if (block->kind == CD_BLOCK_TABLE_ROW && !same_kind(&page, block))
            page.columns = count_columns(doc, i);
        add_block(&page, block);
    }
    cd_buf_putc(out, '\n');
}

static bool
takes(const struct cd_table *table)
{
    return table == &cd_article_table;
}

const struct cd_writer cd_writer_markdown = { .name = "md",
                                              .takes = takes,
                                              .article = write_article };
