/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/clean_page.h"

#include "parser/parse.h"
#include "tests/check.h"

enum cd_status
clean_page(struct cd_doc *doc, struct cd_str html)
{
    const struct cd_parse_options options = CD_PARSE_OPTIONS;
    struct cd_arena scratch = { 0 };
    struct cd_error err;
    enum cd_status status;

    doc->format = CD_FORMAT_HTML;
    doc->bytes = html;
    status = cd_parse(doc, &options, &scratch, &err);
    if (status != CD_OK)
        doc->text = CD_STR("");
    cd_arena_release(&scratch);
    return status;
}

void
assert_kept(const struct cd_doc *doc, const char *want, const char *without)
{
    if (want != NULL)
        ck_assert_msg(cd_str_find(doc->text, cd_str_of(want), 0) != SIZE_MAX,
                      "'%.*s'", (int)doc->text.n, doc->text.p);
    if (without != NULL)
        ck_assert_msg(cd_str_find(doc->text, cd_str_of(without), 0) == SIZE_MAX,
                      "'%.*s'", (int)doc->text.n, doc->text.p);
    ck_assert_uint_eq(doc->account.in,
                      doc->account.kept + doc->account.dropped);
    for (size_t i = 0; i < doc->block_count; i++)
        ck_assert_uint_gt(doc->blocks[i].reason.n, 0);
}

void
assert_page(const char *html, const char *want, const char *without)
{
    struct cd_doc doc = { .arena = { 0 } };

    clean_page(&doc, cd_str_of(html));
    assert_kept(&doc, want, without);
    cd_arena_release(&doc.arena);
}
