/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Markdown (CommonMark): an article with its headings, lists, quotes, tables'
 * rows and code; another record is a list of its fields.
 */
#include "base/ascii.h"
#include "corpus/write.h"

/* Bytes that mean something inside a line. */
static bool
is_mark(char c)
{
    return c != '\0' && strchr("\\`*_[]<>&", c) != NULL;
}

/* Bytes that mean something at the start of a line. */
static bool
opens_line(struct cd_str text)
{
    size_t digits = 0;

    while (digits < text.n && cd_ascii_is_digit(text.p[digits]))
        digits++;
    if (digits > 0 && digits < text.n)
        return text.p[digits] == '.' || text.p[digits] == ')';
    return text.n > 0 && text.p[0] != '\0' &&
           strchr("#+-=~|", text.p[0]) != NULL;
}

static void
add_text(struct cd_buf *out, struct cd_str text)
{
    size_t digits = 0;

    if (opens_line(text)) {
        while (cd_ascii_is_digit(text.p[digits]))
            cd_buf_putc(out, text.p[digits++]);
        cd_buf_putc(out, '\\');
    }
    for (size_t i = digits; i < text.n; i++) {
        if (is_mark(text.p[i]))
            cd_buf_putc(out, '\\');
        cd_buf_putc(out, text.p[i]);
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
add_code(struct cd_buf *out, struct cd_str text)
{
    size_t n = fence_of(text);

    for (size_t i = 0; i < n; i++)
        cd_buf_putc(out, '`');
    cd_buf_putc(out, '\n');
    cd_buf_add(out, text);
    cd_buf_putc(out, '\n');
    for (size_t i = 0; i < n; i++)
        cd_buf_putc(out, '`');
}

static void
add_prefix(struct cd_buf *out, const struct cd_block *block)
{
    int level = block->level > 0 ? block->level : 1;

    if (block->kind == CD_BLOCK_HEADING) {
        for (int i = 0; i < level && i < 6; i++)
            cd_buf_putc(out, '#');
        cd_buf_putc(out, ' ');
    } else if (block->kind == CD_BLOCK_LIST_ITEM) {
        for (int i = 1; i < level && i < 10; i++)
            cd_buf_puts(out, "  ");
        cd_buf_puts(out, "- ");
    } else if (block->kind == CD_BLOCK_QUOTE) {
        cd_buf_puts(out, "> ");
    }
}

static void
add_block(struct cd_buf *out, const struct cd_block *block)
{
    add_prefix(out, block);
    if (block->kind == CD_BLOCK_CODE)
        add_code(out, block->text);
    else
        add_text(out, block->text);
    cd_buf_puts(out, "\n");
}

static bool
same_list(const struct cd_block *a, const struct cd_block *b)
{
    return a != NULL && a->kind == CD_BLOCK_LIST_ITEM &&
           b->kind == CD_BLOCK_LIST_ITEM;
}

/* The title comes first unless the article begins with it as a heading. */
static void
add_title(struct cd_buf *out, const struct cd_doc *doc)
{
    struct cd_str title = doc->meta.title.value;

    for (size_t i = 0; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];

        if (!block->keep)
            continue;
        if (block->kind == CD_BLOCK_HEADING && cd_str_eq(block->text, title))
            return;
        break;
    }
    if (title.n == 0)
        return;
    cd_buf_puts(out, "# ");
    add_text(out, title);
    cd_buf_puts(out, "\n\n");
}

static void
write_article(struct cd_buf *out, const struct cd_doc *doc, bool codepoints)
{
    const struct cd_block *before = NULL;

    (void)codepoints;
    add_title(out, doc);
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];

        if (!block->keep)
            continue;
        if (before != NULL && !same_list(before, block))
            cd_buf_putc(out, '\n');
        add_block(out, block);
        before = block;
    }
    cd_buf_putc(out, '\n');
}

static void
write_record(struct cd_buf *out, const struct cd_table *table,
             const void *record)
{
    struct cd_buf value = { 0 };

    for (size_t i = 0; i < table->count; i++) {
        const struct cd_field *field = &table->fields[i];

        cd_buf_reset(&value);
        if (!cd_write_value(&value, field, record, 0))
            continue;
        if (field->type == CD_TYPE_SPAN) {
            cd_buf_putc(&value, '-');
            cd_write_value(&value, field, record, 1);
        }
        cd_buf_printf(out, "- %s: ", field->name);
        add_text(out, cd_buf_str(&value));
        cd_buf_putc(out, '\n');
    }
    cd_buf_putc(out, '\n');
    cd_buf_release(&value);
}

const struct cd_writer cd_writer_markdown = { .name = "md",
                                              .record = write_record,
                                              .article = write_article };
