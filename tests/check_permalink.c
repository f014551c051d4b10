/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/permalink.h"

#include "base/buf.h"
#include "tests/check.h"

/* Every row of data/permalinks.tsv matches its own example and itself. */
START_TEST(examples)
{
    const struct cd_permalink_row *row;

    for (size_t i = 0; (row = cd_permalink_at(i)) != NULL; i++) {
        ck_assert_msg(cd_permalink_find(cd_str_of(row->example)) != NULL,
                      "'%s' is not found in '%s'", row->form, row->example);
        ck_assert_msg(cd_permalink_find(cd_str_of(row->form)) != NULL,
                      "'%s' does not match itself", row->form);
    }
    ck_assert_ptr_null(cd_permalink_find(CD_STR("# 1")));
    ck_assert_ptr_null(cd_permalink_find(CD_STR("")));
}
END_TEST

static const struct {
    const char *page;
    const char *texts; /* of the blocks; one that is dropped in brackets */
    const char *raws, *links;
} cases[] = {
    { "<h2>The <b>ferry</b> <a href='#f'>\xc2\xb6</a></h2>",
      "The ferry/[\xc2\xb6]", "The <b>ferry/\xc2\xb6", "" },
    { "<h2><a href='#f'>#</a> The <a href='/f'>ferry</a></h2>", "[#]/The ferry",
      "#/The <a href='/f'>ferry", "[{\"start\":4,\"href\":\"/f\",\"end\":9}]" },
    { "<h2>The <a href='/f'>ferry</a><a href='#f'>&sect;</a></h2>",
      "The ferry/[\xc2\xa7]", "The <a href='/f'>ferry/&sect;",
      "[{\"start\":4,\"href\":\"/f\",\"end\":9}]" },
    { "<h2>Ferry<a href='#f'>Link to <i>this</i> heading</a></h2>",
      "Ferry/[Link to this heading]", "Ferry/Link to <i>this</i> heading", "" },
    { "<h2>Ferry</h2><a href='#f'>Permalink</a>", "Ferry/[Permalink]",
      "Ferry/Permalink", "" },
    /* neither the words of a sentence nor what leads elsewhere */
    { "<p>See the <a href='#f'>permalink</a></p>", "See the permalink",
      "See the <a href='#f'>permalink",
      "[{\"start\":8,\"href\":\"#f\",\"end\":17}]" },
    { "<p><a href='/p'>Permalink</a></p>", "Permalink", "Permalink",
      "[{\"start\":0,\"href\":\"/p\",\"end\":9}]" },
    { "<h2>Article \xc2\xa7</h2>", "Article \xc2\xa7", "Article \xc2\xa7", "" },
    { "<pre>a <a href='#1'>#</a></pre>", "a #", "a <a href='#1'>#",
      "[{\"start\":2,\"href\":\"#1\",\"end\":3}]" },
};

static void
show(struct cd_buf *texts, struct cd_buf *raws, struct cd_buf *links,
     const struct cd_doc *doc)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];

        if (i > 0) {
            cd_buf_putc(texts, '/');
            cd_buf_putc(raws, '/');
        }
        cd_buf_puts(texts, block->keep ? "" : "[");
        cd_buf_add(texts, block->text);
        cd_buf_puts(texts, block->keep ? "" : "]");
        cd_buf_add(raws,
                   cd_str_sub(doc->page, block->raw.start, block->raw.end));
        if (block->links.p != NULL)
            cd_buf_add(links, block->links);
    }
}

START_TEST(split)
{
    struct cd_parse_options options = CD_PARSE_OPTIONS;
    struct cd_doc doc = { .page = cd_str_of(cases[_i].page) };
    struct cd_page page = { 0 };
    struct cd_buf texts = { 0 }, raws = { 0 }, links = { 0 };
    size_t bytes = 0;

    options.links = true;
    cd_page_build(&doc, &options, &page);
    cd_permalink_split(&doc, &page);
    show(&texts, &raws, &links, &doc);
    ck_assert_view_eq(cd_buf_str(&texts), cases[_i].texts);
    ck_assert_view_eq(cd_buf_str(&raws), cases[_i].raws);
    ck_assert_view_eq(cd_buf_str(&links), cases[_i].links);
    for (size_t i = 0; i < doc.block_count; i++)
        bytes += doc.blocks[i].text.n;
    ck_assert_uint_eq(doc.account.in, bytes);
    cd_buf_release(&texts);
    cd_buf_release(&raws);
    cd_buf_release(&links);
    cd_arena_release(&doc.arena);
}
END_TEST

Suite *
check_permalink(void)
{
    Suite *suite = suite_create("permalink");
    TCase *tests = tcase_create("permalink");

    tcase_add_test(tests, examples);
    tcase_add_loop_test(tests, split, 0, CD_COUNT(cases));
    suite_add_tcase(suite, tests);
    return suite;
}
