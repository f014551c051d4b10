/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/fallback.h"

#include <math.h>

#include "parser/judge/measure.h"
#include "parser/judge/verdict.h"
#include "parser/page/note.h"
#include "parser/page/space.h"

enum { TIMES = 3 }; /* as long as what was kept */

static size_t
kept_words(const struct cd_doc *doc)
{
    size_t words = 0;

    for (size_t i = 0; i < doc->block_count; i++) {
        if (doc->blocks[i].keep)
            words += cd_measure(doc->blocks[i].text).words;
    }
    return words;
}

static bool
is_wanted(const struct cd_doc *doc, struct cd_str body)
{
    size_t words;

    if (body.p == NULL || cd_str_find(body, CD_STR("</"), 0) != SIZE_MAX)
        return false;
    words = cd_measure(body).words;
    return words >= CD_GUARD_WORDS && words > TIMES * kept_words(doc);
}

/* Where the script with an articleBody stands in the page. */
static struct cd_span
script_span(const struct cd_doc *doc, const struct cd_page *page)
{
    for (size_t i = 0; i < page->tree.json_ld_count; i++) {
        struct cd_str script = page->tree.json_ld[i];
        size_t at;

        if (cd_str_find(script, CD_STR("\"articleBody\""), 0) == SIZE_MAX)
            continue;
        at = (size_t)(script.p - doc->page.p);
        if (script.p >= doc->page.p && at + script.n <= doc->page.n)
            return (struct cd_span){ at, at + script.n };
    }
    return (struct cd_span){ 0, 0 };
}

static void
keep_headline_only(struct cd_doc *doc)
{
    bool headline = false;

    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_block *block = &doc->blocks[i];

        if (!headline && block->kind == CD_BLOCK_HEADING && block->level == 1) {
            headline = true;
            continue;
        }
        if (block->keep)
            block->reason = CD_STR("instead:json-ld");
        block->keep = false;
    }
}

/* The next line of text at or after *at that is not blank; {NULL, 0} if
 * none. */
static struct cd_str
next_line(struct cd_str text, size_t *at)
{
    while (*at < text.n) {
        size_t end = cd_str_find(text, CD_STR("\n"), *at);
        struct cd_str line;

        end = end != SIZE_MAX ? end : text.n;
        line = cd_str_trim(cd_str_sub(text, *at, end));
        *at = end + 1;
        if (line.n > 0)
            return line;
    }
    return (struct cd_str){ NULL, 0 };
}

static size_t
count_lines(struct cd_str text)
{
    size_t n = 0, at = 0;

    while (next_line(text, &at).p != NULL)
        n++;
    return n;
}

void
cd_fallback_body(struct cd_doc *doc, const struct cd_page *page,
                 struct cd_str body)
{
    struct cd_block *blocks;
    struct cd_span span;
    struct cd_str line;
    size_t at = 0;

    if (!is_wanted(doc, body))
        return;
    keep_headline_only(doc);
    span = script_span(doc, page);
    blocks = cd_arena_new_array(&doc->arena, struct cd_block,
                                doc->block_count + count_lines(body));
    if (doc->block_count > 0)
        memcpy(blocks, doc->blocks, doc->block_count * sizeof *blocks);
    doc->blocks = blocks;
    while ((line = next_line(body, &at)).p != NULL) {
        line = cd_space_collapse(&doc->arena, line);
        blocks[doc->block_count] = (struct cd_block){
            .kind = CD_BLOCK_PARAGRAPH,
            .keep = true,
            .text = line,
            .raw = span,
            .reason = CD_STR("fallback:json-ld"),
            .score = NAN,
        };
        cd_block_trace(doc, &blocks[doc->block_count])->path = CD_STR("script");
        doc->block_count++;
        doc->account.in += line.n;
    }
    cd_note(doc, "fallback-json-ld", SIZE_MAX);
    cd_doc_account(doc);
}
