/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One page in memory: cd_page_*() of copydesk.h.
 */
#include <stdlib.h>

#include "base/json.h"
#include "base/memory.h"
#include "corpus/input/reader.h"
#include "corpus/output/article.h"
#include "corpus/output/comparison.h"
#include "corpus/output/text_offsets.h"
#include "corpus/search/copies.h"

struct cd_page {
    const struct cd_settings *settings;
    struct cd_claims *claims;
    struct cd_error failed; /* why there are no claims, if there are none */
    void *scratch;
    struct cd_arena parsing;
    struct cd_doc doc;
    struct cd_buf text, article, claims_json, copies, comparison;
};

struct cd_page *
cd_page_new(const struct cd_settings *settings)
{
    struct cd_page *page = cd_alloc(sizeof(*page));

    page->settings = settings;
    page->claims = cd_claims_new(&settings->claims, &page->failed);
    if (page->claims != NULL)
        page->scratch = cd_claims_scratch(page->claims);
    return page;
}

void
cd_page_free(struct cd_page *page)
{
    if (page == NULL)
        return;
    if (page->claims != NULL) {
        cd_claims_scratch_free(page->scratch);
        cd_claims_free(page->claims);
    }
    cd_arena_release(&page->parsing);
    cd_arena_release(&page->doc.arena);
    cd_buf_release(&page->text);
    cd_buf_release(&page->article);
    cd_buf_release(&page->claims_json);
    cd_buf_release(&page->copies);
    cd_buf_release(&page->comparison);
    free(page);
}

static void
forget(struct cd_page *page)
{
    cd_arena_reset(&page->doc.arena);
    page->doc = (struct cd_doc){ .arena = page->doc.arena, .number = 1 };
    cd_buf_reset(&page->text);
    cd_buf_reset(&page->article);
    cd_buf_reset(&page->claims_json);
    cd_buf_reset(&page->copies);
}

/* The id of the page is its URL, or "page". */
static void
fill(struct cd_page *page, struct cd_str bytes, struct cd_str url)
{
    struct cd_doc *doc = &page->doc;

    doc->bytes = cd_arena_copy(&doc->arena, bytes);
    if (url.p != NULL)
        doc->url = cd_reader_utf8(&doc->arena, cd_arena_copy(&doc->arena, url));
    cd_reader_id(doc, url.p != NULL ? doc->url : CD_STR("page"));
    doc->source = CD_STR("memory");
    doc->format = cd_reader_format(page->settings, cd_reader_first(bytes));
}

enum cd_status
cd_page_read(struct cd_page *page, const void *html, size_t n, const char *url,
             struct cd_error *err)
{
    enum cd_status status;

    forget(page);
    if (page->claims == NULL) {
        *err = page->failed;
        return err->status;
    }
    if (n > page->settings->max_doc)
        return cd_fail(err, CD_SKIP, "more than %zu bytes",
                       page->settings->max_doc);
    fill(page, (struct cd_str){ html, n }, cd_str_of(url));
    status = cd_parse(&page->doc, &page->settings->parse, &page->parsing, err);
    if (status == CD_OK)
        status = cd_claims_find(page->claims, page->scratch, &page->doc, err);
    return status;
}

/* buf as a C string, made once a page by fill. */
static const char *
ended(struct cd_buf *buf)
{
    if (buf->n == 0 || buf->p[buf->n - 1] != '\0')
        cd_buf_putc(buf, '\0');
    return buf->p;
}

static bool
in_codepoints(const struct cd_page *page)
{
    return page->settings->offsets == CD_OFFSETS_CODEPOINT;
}

const char *
cd_page_text(const struct cd_page *page)
{
    /* cd_doc_join() ends it with a NUL */
    return page->doc.text.p != NULL ? page->doc.text.p : "";
}

const char *
cd_page_article_json(struct cd_page *page)
{
    if (page->article.n == 0)
        cd_article_json(&page->article, &page->doc, in_codepoints(page));
    return ended(&page->article);
}

const char *
cd_page_claims_json(struct cd_page *page)
{
    struct cd_doc *doc = &page->doc;
    const struct cd_claim *claims = doc->claims;
    struct cd_buf *out = &page->claims_json;

    if (out->n > 0)
        return ended(out);
    if (in_codepoints(page))
        claims = cd_text_offsets_claims(doc);
    cd_buf_putc(out, '[');
    for (size_t i = 0; i < doc->claim_count; i++) {
        cd_json_next(out);
        cd_record_json(out, &cd_claim_table, &claims[i]);
    }
    cd_buf_putc(out, ']');
    return ended(out);
}

static enum cd_status
add_pair(void *state, const struct cd_copy *pair, struct cd_error *err)
{
    struct cd_page *page = state;
    struct cd_text_offsets texts = { 0 };
    struct cd_copy copy = *pair;

    (void)err;
    if (in_codepoints(page)) {
        cd_text_offsets_add(&texts, &page->doc);
        copy = cd_text_offsets_pair(&texts, &page->doc.arena, pair);
        cd_text_offsets_release(&texts);
    }
    cd_json_next(&page->copies);
    cd_record_json(&page->copies, &cd_copy_table, &copy);
    return CD_OK;
}

static enum cd_status
pass_cluster(void *state, const struct cd_cluster *cluster,
             struct cd_error *err)
{
    (void)state;
    (void)cluster;
    (void)err;
    return CD_OK;
}

/* The search through a corpus of one document. */
static void
find_copies(struct cd_page *page)
{
    struct cd_copies *copies = cd_copies_new(&page->settings->copies, 1);
    void *scratch = cd_copies_scratch(copies);
    const struct cd_copies_sink sink = { .state = page,
                                         .pair = add_pair,
                                         .cluster = pass_cluster };
    struct cd_error err;

    if (cd_copies_prepare(copies, scratch, &page->doc, &err) == CD_OK &&
        cd_copies_add(copies, &page->doc, &err) == CD_OK)
        cd_copies_finish(copies, &sink, &err);
    cd_copies_scratch_free(scratch);
    cd_copies_free(copies);
}

const char *
cd_page_copies_json(struct cd_page *page)
{
    if (page->copies.n > 0)
        return ended(&page->copies);
    cd_buf_putc(&page->copies, '[');
    if (page->doc.text.n > 0)
        find_copies(page);
    cd_buf_putc(&page->copies, ']');
    return ended(&page->copies);
}

const char *
cd_page_compare_json(struct cd_page *page, const char *a, size_t a_size,
                     const char *b, size_t b_size)
{
    struct cd_arena arena = { 0 };
    struct cd_comparison record;

    cd_comparison_make(
        &record, &arena, cd_reader_utf8(&arena, (struct cd_str){ a, a_size }),
        cd_reader_utf8(&arena, (struct cd_str){ b, b_size }), true);
    cd_buf_reset(&page->comparison);
    cd_record_json(&page->comparison, &cd_comparison_table, &record);
    cd_arena_release(&arena);
    return ended(&page->comparison);
}
