/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Markdown: which bytes are taken for it, what its marks become, and that no
 * text makes it long.
 */
#include "corpus/input/reader.h"
#include "parser/parse.h"
#include "tests/check.h"

#define PROSE                                                                  \
    "The ferry to the outer islands will sail again on Monday. The company "   \
    "said so on Friday, after three weeks of repairs."

static const struct {
    const char *text;
    const char *want; /* the reader */
} bids[] = {
    { "# Ferry returns\n\n" PROSE, "markdown" },
    { "Ferry\n\n## Repairs\n\n" PROSE "\n\n## Tickets\n\n" PROSE, "markdown" },
    { "---\ntitle: Ferry\ndate: 2024-05-01\n---\n" PROSE, "markdown" },
    { "+++\ntitle = \"Ferry\"\n+++\n\n" PROSE, "markdown" },
    { "Title: Ferry\n\nURL Source: https://a.example/\n\n"
      "Markdown Content:\n" PROSE,
      "markdown" },
    { PROSE " See [the table](https://a.example/t) and **the map**.",
      "markdown" },
    { "[a](/a) [b](/b) [c](/c)\n\n" PROSE, "markdown" },
    { "![A ferry](ferry.jpg)\n\n" PROSE " **Sold out**.", "markdown" },
    { "| Day | Boats |\n|-----|------:|\n| Monday | 2 |\n", "markdown" },
    { "Ferry [1]\n\n[1]: https://a.example/\n\n```\ncode\n```\n", "markdown" },
    { "# Ferry\r\n\r\n" PROSE "\r\n", "markdown" },
    /* HTML inside does not make it a page of HTML */
    { "# Ferry\n\n<div class=\"box\">\n\n" PROSE "\n\n</div>\n", "markdown" },
    /* what news has, and is not */
    { PROSE, "text" },
    { "#ferry #islands " PROSE, "text" },
    { "#1 in the charts\n\n" PROSE, "text" },
    { "* " PROSE "\n* " PROSE, "text" },
    { "- " PROSE "\n\n1. " PROSE, "text" },
    { "Ferry returns\n-------------\n\n" PROSE, "text" },
    { "---\n" PROSE "\n---\n" PROSE, "text" },
    { "> He wrote this.\n> And that.\n\n" PROSE, "text" },
    { PROSE " The mayor [pictured](see page 4) did not.", "text" },
    { PROSE " *Update*: the _other_ boat, 5 ** 2 and 3 ** 4.", "text" },
    { "It costs **** of 5 stars **\n\n" PROSE, "text" },
    { "# install\nmake\n# run\n./run\n", "text" },
    { "make\n\n# one\n\nrun\n\n# two\n\nstop\n", "text" },
    { "a | b | c\n" PROSE, "text" },
    { "[Music] " PROSE " [1] (2024)", "text" },
    { "Title: Ferry\nBy: A. Clerk\n\n" PROSE, "text" },
    /* what others are surer of */
    { "<html><body># Ferry\n\n**a** [b](/c)\n\n", "html" },
    { "{\"text\":\"# Ferry\"}\n", "jsonl" },
};

START_TEST(bid)
{
    struct cd_error err;
    const struct cd_reader *reader =
        cd_reader_find(cd_str_of(bids[_i].text), &err);

    ck_assert_ptr_nonnull(reader);
    ck_assert_msg(strcmp(reader->name, bids[_i].want) == 0,
                  "%s and not %s:\n%s", reader->name, bids[_i].want,
                  bids[_i].text);
}
END_TEST

static void
read_markdown(struct cd_doc *doc, struct cd_str text)
{
    const struct cd_parse_options options = CD_PARSE_OPTIONS;
    struct cd_arena scratch = { 0 };
    struct cd_error err;

    doc->format = CD_FORMAT_MARKDOWN;
    doc->bytes = cd_arena_copy(&doc->arena, text);
    ck_assert_int_eq(cd_parse(doc, &options, &scratch, &err), CD_OK);
    cd_arena_release(&scratch);
    ck_assert_uint_eq(doc->account.in,
                      doc->account.kept + doc->account.dropped);
}

static const struct {
    const char *text;
    const char *want; /* KIND[LEVEL] TEXT, a line a block */
} pages[] = {
    { "# Ferry *returns*\n\nIt was\n__late__.", /* lines are put together */
      "heading1 Ferry returns\nparagraph0 It was late.\n" },
    { "Ferry\n=====\n\nTickets\n---\n", "heading1 Ferry\nheading2 Tickets\n" },
    { "- one\n- two\n  - three\n\n1. four\n",
      "list-item1 one\nlist-item1 two\nlist-item2 three\nlist-item1 four\n" },
    { "> He said\n> so.\n", "quote0 He said so.\n" },
    { "```c\nint a;\n  b<c>;\n```\n", "code0 int a;\n  b<c>;\n" },
    { "[the *map*](https://a.example/m \"title\") here",
      "paragraph0 the map here\n" },
    { "[ref][r] and <https://a.example/>\n\n[r]: /x",
      "paragraph0 ref and https://a.example/\n" },
    { "| Day | Boats |\n|---|---|\n| Monday | 2 |\n",
      "table-row0 Day | Boats\ntable-row0 Monday | 2\n" },
    { "a &amp; b &#x2014; c < d & e \\* f",
      "paragraph0 a & b \xe2\x80\x94 c < d & e * f\n" },
    { "<div class=\"x\"><b>Bold</b> box</div>\n\nafter",
      "paragraph0 Bold box\nparagraph0 after\n" },
    { "a <b>c</b> <script>d</script> <title> e", /* nothing is swallowed */
      "paragraph0 a c <script>d</script> <title> e\n" },
    { "<script>\nvar a;\n</script>\n\nafter", "paragraph0 after\n" },
    { "![alt *text*](a.jpg) caption", "paragraph0 caption\n" },
    { "~~old~~ new  \nline", "paragraph0 old new line\n" },
};

START_TEST(blocks)
{
    struct cd_doc doc = { 0 };
    struct cd_buf got = { 0 };

    read_markdown(&doc, cd_str_of(pages[_i].text));
    for (size_t i = 0; i < doc.block_count; i++) {
        const struct cd_block *block = &doc.blocks[i];

        cd_buf_printf(&got, "%s%d ", cd_block_kind_names[block->kind],
                      block->level);
        cd_buf_add(&got, block->text);
        cd_buf_putc(&got, '\n');
        ck_assert_uint_le(block->raw.start, block->raw.end);
        ck_assert_uint_le(block->raw.end, doc.page.n);
    }
    ck_assert_view_eq(cd_buf_str(&got), pages[_i].want);
    cd_buf_release(&got);
    cd_arena_release(&doc.arena);
}
END_TEST

static const struct {
    const char *text;
    const char *title, *byline, *published, *url, *extra;
} fronts[] = {
    { "---\ntitle: \"Ferry: it \\\"returns\\\"\"\nauthor: 'Ann''s Clerk'\n"
      "Date: 2024-05-01 10:00\nurl: https://a.example/f\nmood: glad\n---\nText",
      "Ferry: it \"returns\"", "Ann's Clerk", "2024-05-01T10:00:00",
      "https://a.example/f", "{\"front_matter\":{\"mood\":\"glad\"}}" },
    { "---\nauthors:\n  - Ann Clerk\n  - \"Bo Dean\"\ntags: [a, b]\n---\nText",
      NULL, "Ann Clerk, Bo Dean", NULL, NULL,
      "{\"front_matter\":{\"tags\":\"a, b\"}}" },
    { "+++\ntitle = \"Ferry\"\npubDate = 2024-05-01\n+++\nText", "Ferry", NULL,
      "2024-05-01", NULL, NULL },
    { "Title: Ferry returns\n\nURL Source: https://a.example/f\n\nPublished "
      "Time: 1 May 2024\n\nMarkdown Content:\nText",
      "Ferry returns", NULL, "2024-05-01", "https://a.example/f", NULL },
    /* no date: it is kept as it stands */
    { "---\ndate: soon\ntitle: >\n  Ferry\n  returns\n---\nText",
      "Ferry returns", NULL, NULL, NULL,
      "{\"front_matter\":{\"date\":\"soon\"}}" },
    /* what is no key stays out of the value behind it */
    { "---\n\"layout\": post\ntitle: Bridge\n---\nText", "Bridge", NULL, NULL,
      NULL, NULL },
    { "---\nauthor:\n  name: Ann Clerk\n---\nText", NULL, "Ann Clerk", NULL,
      NULL, NULL },
    { "---\nauthors:\n  - name: Ann Clerk\n  - name: Bo Dean\n---\nText", NULL,
      "Ann Clerk, Bo Dean", NULL, NULL, NULL },
    /* never ends: it is text */
    { "---\ntitle: Ferry\n", NULL, NULL, NULL, NULL, NULL },
};

START_TEST(front)
{
    struct cd_doc doc = { 0 };
    const struct cd_meta *given = &doc.given;

    read_markdown(&doc, cd_str_of(fronts[_i].text));
    ck_assert_pstr_eq(given->title.value.p, fronts[_i].title);
    ck_assert_pstr_eq(given->byline.value.p, fronts[_i].byline);
    ck_assert_pstr_eq(given->published.value.p, fronts[_i].published);
    ck_assert_pstr_eq(doc.url.p, fronts[_i].url);
    ck_assert_pstr_eq(doc.extra.p, fronts[_i].extra);
    if (given->title.value.p != NULL) {
        ck_assert_str_eq(doc.meta.title.source, "front-matter");
        ck_assert_uint_eq(doc.block_count, 1);
    }
    cd_arena_release(&doc.arena);
}
END_TEST

/* Marks that could be made to multiply: the page stays in proportion. */
static const char *const attacks[] = {
    "[",       "![",       "[a](", ">",     "> ",      "`",        "`a",
    "*a ",     "a**b",     "_a__", "<",     "<!--",    "<a ",      "1. ",
    "- ",      "|",        "\n",   "\t",    "&",       "~~a",      "\\",
    "<div>\n", "[a]: b\n", "a\n",  "***\n", "http://", "\xc3\xa9",
};

START_TEST(bounded)
{
    struct cd_buf text = { 0 };
    struct cd_doc doc = { 0 };

    while (text.n < 300000 / CD_SLOWER)
        cd_buf_puts(&text, attacks[_i]);
    read_markdown(&doc, cd_buf_str(&text));
    ck_assert_uint_le(doc.page.n, text.n * 20 + 100000);
    cd_buf_release(&text);
    cd_arena_release(&doc.arena);
}
END_TEST

/* A head of many columns, and short rows that would each be filled up. */
START_TEST(table)
{
    struct cd_buf text = { 0 };
    struct cd_doc doc = { 0 };

    for (int row = 0; row < 2; row++) {
        for (int i = 0; i < 8000 / CD_SLOWER; i++)
            cd_buf_puts(&text, row == 0 ? "a|" : "-|");
        cd_buf_putc(&text, '\n');
    }
    for (int i = 0; i < 12000 / CD_SLOWER; i++)
        cd_buf_puts(&text, "a\n");
    read_markdown(&doc, cd_buf_str(&text));
    ck_assert_uint_le(doc.page.n, text.n * 20);
    cd_buf_release(&text);
    cd_arena_release(&doc.arena);
}
END_TEST

Suite *
check_markdown(void)
{
    Suite *suite = suite_create("markdown");
    TCase *tests = tcase_create("markdown");

    tcase_add_loop_test(tests, bid, 0, CD_COUNT(bids));
    tcase_add_loop_test(tests, blocks, 0, CD_COUNT(pages));
    tcase_add_loop_test(tests, front, 0, CD_COUNT(fronts));
    tcase_add_loop_test(tests, bounded, 0, CD_COUNT(attacks));
    tcase_add_test(tests, table);
    suite_add_tcase(suite, tests);
    return suite;
}
