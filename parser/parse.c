/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/parse.h"

#include <math.h>

#include "parser/charset.h"
#include "parser/fallback.h"
#include "parser/gather.h"
#include "parser/judge.h"
#include "parser/markdown.h"
#include "parser/page.h"
#include "parser/path.h"
#include "parser/plain.h"

/* The end of the paragraph that begins at from: a blank line or the end. */
static size_t
paragraph_end(struct cd_str text, size_t from)
{
    size_t at = cd_str_find(text, CD_STR("\n\n"), from);

    return at != SIZE_MAX ? at : text.n;
}

static size_t
count_paragraphs(struct cd_str text)
{
    size_t n = 0;

    for (size_t at = 0; at < text.n; at = paragraph_end(text, at) + 2)
        n++;
    return n;
}

static void
split(struct cd_doc *doc)
{
    size_t room = count_paragraphs(doc->page);

    doc->blocks = cd_arena_new_array(&doc->arena, struct cd_block, room);
    for (size_t at = 0, end; at < doc->page.n; at = end + 2) {
        struct cd_block *block = &doc->blocks[doc->block_count];

        end = paragraph_end(doc->page, at);
        block->text = cd_str_trim(cd_str_sub(doc->page, at, end));
        block->raw = (struct cd_span){ at, end };
        block->keep = true;
        block->score = NAN;
        block->reason = CD_STR("clean");
        doc->block_count += block->text.n > 0;
    }
}

static void
note_paths(struct cd_doc *doc, const struct cd_page *page)
{
    for (size_t i = 0; i < doc->block_count; i++)
        doc->blocks[i].path = cd_path_of(&doc->arena, page->blocks[i].node);
}

/* The title that corpus/write_html.c shows above the article. */
static bool
is_headline(const struct cd_node *node)
{
    return node->tag == CD_TAG_H1 && node->parent->tag == CD_TAG_HEADER;
}

static void
keep_all(struct cd_doc *doc, const struct cd_page *page)
{
    for (size_t i = 0; i < doc->block_count; i++)
        doc->blocks[i].reason = CD_STR("clean");
    if (doc->block_count > 0 && is_headline(page->blocks[0].node)) {
        doc->blocks[0].keep = false;
        doc->blocks[0].reason = CD_STR("title");
    }
    cd_doc_account(doc);
}

static void
read_page(struct cd_doc *doc, const struct cd_page *page,
          const struct cd_parse_options *options)
{
    struct cd_page_facts facts = { 0 };
    bool clean;

    cd_gather(doc, page, &facts);
    cd_meta_find(doc, &facts);
    clean = cd_meta_is_own(&facts);
    if (clean)
        keep_all(doc, page);
    else
        cd_judge(doc, page, options);
    if (options->explain)
        note_paths(doc, page);
    if (!clean)
        cd_fallback_body(doc, page, facts.jsonld.article.body);
}

static enum cd_status
read_markdown(struct cd_doc *doc, const struct cd_parse_options *options,
              struct cd_error *err)
{
    struct cd_page page = { 0 };
    enum cd_status status = cd_charset_decode(doc, err);

    if (status != CD_OK)
        return status;
    cd_front_matter(doc);
    cd_markdown_to_html(doc);
    cd_page_build(doc, options, &page);
    read_page(doc, &page, options);
    cd_doc_join(doc);
    return CD_OK;
}

enum cd_status
cd_parse(struct cd_doc *doc, const struct cd_parse_options *options,
         struct cd_error *err)
{
    struct cd_page page = { 0 };
    enum cd_status status;

    doc->meta = doc->given;
    if (doc->format == CD_FORMAT_HTML) {
        status = cd_page_open(doc, options, &page, err);
        if (status == CD_OK)
            read_page(doc, &page, options);
        cd_doc_join(doc);
        return status;
    }
    if (doc->format == CD_FORMAT_MARKDOWN)
        return read_markdown(doc, options, err);
    status = cd_charset_decode(doc, err);
    if (status != CD_OK)
        return status;
    if (doc->format == CD_FORMAT_TEXT) {
        cd_plain_read(doc);
        cd_plain_judge(doc);
    } else
        split(doc);
    cd_doc_join(doc);
    return CD_OK;
}
