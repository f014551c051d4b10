/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/parse.h"

#include <math.h>

#include "base/language.h"
#include "parser/bytes/charset.h"
#include "parser/fallback.h"
#include "parser/judge/judge.h"
#include "parser/meta/gather.h"
#include "parser/meta/plain_head.h"
#include "parser/page/bold_title.h"
#include "parser/page/page.h"
#include "parser/page/path.h"
#include "parser/page/permalink.h"
#include "parser/page/url.h"
#include "parser/plain/markdown.h"
#include "parser/plain/plain.h"

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
        cd_block_trace(doc, &doc->blocks[i])->path =
            cd_path_of(&doc->arena, page->blocks[i].node);
}

/* The title that corpus/output/write_html.c shows above the article. */
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
make_absolute(struct cd_doc *doc, struct cd_fact *fact, struct cd_str base)
{
    if (fact->value.p != NULL)
        fact->value = cd_url_resolve(&doc->arena, fact->value, base);
}

static void
read_page(struct cd_doc *doc, struct cd_page *page,
          const struct cd_parse_options *options)
{
    struct cd_page_facts facts = { 0 };
    bool clean;

    cd_gather(doc, page, &facts);
    cd_meta_find(doc, &facts);
    make_absolute(doc, &doc->meta.canonical, page->base);
    make_absolute(doc, &doc->meta.image, page->base);
    clean = cd_meta_is_own(&facts);
    if (clean)
        keep_all(doc, page);
    else
        cd_judge(doc, page, options);
    if (options->explain)
        note_paths(doc, page);
    if (!clean) {
        cd_permalink_split(doc, page);
        cd_bold_title_split(doc, page);
        cd_fallback_body(doc, page, facts.jsonld.article.body);
    }
}

static void
swap(struct cd_arena *a, struct cd_arena *b)
{
    struct cd_arena was = *a;

    *a = *b;
    *b = was;
}

static void
read_html(struct cd_doc *doc, const struct cd_parse_options *options,
          struct cd_arena *scratch)
{
    struct cd_page page = { 0 };

    swap(&doc->arena, scratch);
    cd_page_build(doc, options, &page);
    read_page(doc, &page, options);
    swap(&doc->arena, scratch);
    cd_doc_keep(doc);
    cd_arena_reset(scratch);
}

static void
read_markdown(struct cd_doc *doc, const struct cd_parse_options *options,
              struct cd_arena *scratch)
{
    cd_front_matter(doc);
    cd_markdown_to_html(doc);
    read_html(doc, options, scratch);
}

static void
read_text(struct cd_doc *doc, const struct cd_parse_options *options,
          struct cd_arena *scratch)
{
    (void)options;
    (void)scratch;
    cd_plain_read(doc);
    cd_plain_judge(doc);
    cd_plain_head(doc);
}

static void
read_clean(struct cd_doc *doc, const struct cd_parse_options *options,
           struct cd_arena *scratch)
{
    (void)options;
    (void)scratch;
    split(doc);
}

static void (*const readers[])(struct cd_doc *, const struct cd_parse_options *,
                               struct cd_arena *) = {
    [CD_FORMAT_HTML] = read_html,
    [CD_FORMAT_TEXT] = read_text,
    [CD_FORMAT_MARKDOWN] = read_markdown,
    [CD_FORMAT_CLEAN] = read_clean,
};

/* Where nothing names the language, the text tells. */
static void
tell_language(struct cd_doc *doc)
{
    struct cd_fact *language = &doc->meta.language;

    if (language->value.p != NULL)
        return;
    language->value = cd_language_tell(doc->text);
    language->source = language->value.p != NULL ? "text" : NULL;
}

enum cd_status
cd_parse(struct cd_doc *doc, const struct cd_parse_options *options,
         struct cd_arena *scratch, struct cd_error *err)
{
    enum cd_status status;

    doc->meta = doc->given;
    status = cd_charset_decode(doc, err);
    if (status != CD_OK)
        return status;
    readers[doc->format](doc, options, scratch);
    cd_doc_join(doc);
    tell_language(doc);
    return CD_OK;
}
