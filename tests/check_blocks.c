/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"
#include "parser/judge/measure.h"
#include "parser/page/bold_title.h"
#include "parser/page/page.h"
#include "parser/page/space.h"
#include "parser/page/url.h"
#include "tests/check.h"

static const struct cd_parse_options options = CD_PARSE_OPTIONS;

/* Blocks joined by "/", each with a letter for its kind: P paragraph, H heading
 * with its level, L list item with its depth, Q, T, C caption, X code. */
static void
show(struct cd_buf *out, const struct cd_doc *doc)
{
    static const char letters[] = "PHLQTCX";

    for (size_t i = 0; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];

        cd_buf_puts(out, i > 0 ? "/" : "");
        cd_buf_putc(out, letters[block->kind]);
        if (block->level > 0)
            cd_buf_printf(out, "%d", block->level);
        cd_buf_putc(out, ' ');
        cd_buf_add(out, block->text);
    }
}

static const struct {
    const char *page, *want;
} cases[] = {
    { "<p>One  two\n three </p> four", "P One two three/P four" },
    { "a<b>b</b>c <i>d</i>e", "P abc de" },
    { "<p>a<br>b<p>c<br><br>d<br> <br/>e", "P a b/P c/P d/P e" },
    { "<h1>t</h1><h4>u</h4>", "H1 t/H4 u" },
    { "<ul><li>a<ul><li>b</ul>c</ul>", "L1 a/L2 b/L1 c" },
    { "<blockquote><p>q<p>r</blockquote>s", "Q q/Q r/P s" },
    { "<table><tr><th>a<th>b<tr><td>1<td>2</table>", "T a | b/T 1 | 2" },
    { "<table><tr><td><p>a</p><p>b</p><td>c</table>", "P a/P b/P c" },
    { "<figure><img><figcaption>c</figcaption></figure>", "C c" },
    { "<p class=wp-caption-text>c</p><p class=recaptioned>d", "C c/P d" },
    { "<pre>\na\n  b\n</pre>", "X a\n  b" },
    { "<pre><div>f(</div><div>  x)<p>y</div></pre><p>z", "X f(\n  x)\ny/P z" },
    { "<pre><code><span class='line x'><b>f</b>(</span><span class=view-line>"
      "  x)</span>\n<span class=line>y<i class=underline>z</i></span></pre>",
      "X f(\n  x)\nyz" },
    { "<pre><div>f</div></pre><pre><h2>g</h2>h</pre>", "X f/H2 g/X h" },
    { "<span>News</span><span>(12)</span><a href=1>of</a> f<b>(x)</b>",
      "P News (12) of f(x)" },
    { "a&nbsp;b\xc2\xad"
      "c\xe2\x80\x8b"
      "d",
      "P a bcd" },
    { "<p>a.\u200d</p><p>\u200d</p><p>\u200d\u200d b &nbsp;\u200dc",
      "P a./P b c" },
    { "<p>\U0001F469\u200d\U0001F33E \u0d28\u0d4d\u200d",
      "P \U0001F469\u200d\U0001F33E \u0d28\u0d4d\u200d" },
    { "x<script>y</script>z<style>w</style><!-- v -->u", "P xzu" },
    { "<title>t</title><iframe>i</iframe><p>p", "P p" },
    { "<a href=1>Home</a><a href=2>World</a>", "P Home World" },
    { "<span>News</span><span>Live</span>", "P News Live" },
    { "<span>wor</span><span>d</span> <b>i</b>Phone", "P word iPhone" },
    { "<b>Who is there?</b>The cat. <i>It</i> is<a href=1>.Net</a>",
      "P Who is there? The cat. It is.Net" },
    { "See www.<b>Elm.example</b>, Node.<b>JS</b> or U.<b>Other</b>",
      "P See www.Elm.example, Node.JS or U.Other" },
    { "<button>One</button><button>two</button>", "P One two" },
    { "<div>a<div>b</div>c</div>", "P a/P b/P c" },
    { "<p></p><p> </p><p>&nbsp;</p>", "" },
    { "<dl><dt>t<dd>d</dl>", "L1 t/L1 d" },
};

/* Items of lists as ITEM or ITEM:NUMBER, each with its text. */
static const struct {
    const char *page, *want;
} list_cases[] = {
    { "<ol><li>a<li><p>b<p>c</ol>d", "1:1 a/2:2 b/2:2 c/0 d" },
    { "<ol start=3><li>a<ul><li>b</ul>c</ol>", "1:3 a/2 b/1:3 c" },
    { "<ol reversed><li>a<li value=7>b<li>c</ol>", "1:3 a/2:7 b/3:6 c" },
    { "<ol start=-1><li>a<li>b<li>c</ol>", "1:-1 a/2:0 b/3:1 c" },
    { "<ol start=x><li value=99999999999>a</ol>", "1:1 a" },
    { "<ol><div><li>a</div><li>b</ol><li>c", "1:1 a/2:2 b/3 c" },
    { "<ol><li><ol><li>a</ol><li>b</ol>", "2:1 a/3:2 b" },
    { "<dl><dt>a<dd>b</dl>", "1 a/2 b" },
    { "<ol><li><h2>a</h2>b</ol>", "1 a/1:1 b" },
};

static void
show_items(struct cd_buf *out, const struct cd_doc *doc)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        const struct cd_block *block = &doc->blocks[i];

        cd_buf_printf(out, "%s%u", i > 0 ? "/" : "", block->item);
        cd_buf_puts(out, block->number.n > 0 ? ":" : "");
        cd_buf_add(out, block->number);
        cd_buf_putc(out, ' ');
        cd_buf_add(out, block->text);
    }
}

START_TEST(items_of_lists)
{
    struct cd_doc doc = { 0 };
    struct cd_page page = { 0 };
    struct cd_error err;
    struct cd_buf out = { 0 };

    doc.bytes = cd_str_of(list_cases[_i].page);
    ck_assert_int_eq(cd_page_open(&doc, &options, &page, &err), CD_OK);
    show_items(&out, &doc);
    ck_assert_view_eq(cd_buf_str(&out), list_cases[_i].want);
    cd_buf_release(&out);
    cd_arena_release(&doc.arena);
}
END_TEST

START_TEST(blocks)
{
    struct cd_doc doc = { 0 };
    struct cd_page page = { 0 };
    struct cd_error err;
    struct cd_buf out = { 0 };

    doc.bytes = cd_str_of(cases[_i].page);
    ck_assert_int_eq(cd_page_open(&doc, &options, &page, &err), CD_OK);
    show(&out, &doc);
    ck_assert_view_eq(cd_buf_str(&out), cases[_i].want);
    cd_buf_release(&out);
    cd_arena_release(&doc.arena);
}
END_TEST

/* Blocks with their links and where they stand in the page, which is shown with
 * "|" there. */
static const struct {
    const char *page, *want;
} title_cases[] = {
    { "<p><b>Pothos</b><br>One of the easiest plants.",
      "Pothos|Pothos / One of the easiest plants.|One of the easiest plants." },
    { "<p><b><a href=1>A</a> b</b><br>c <a href=2>d</a>",
      "A b[{\"start\":0,\"href\":\"1\",\"end\":1}]|A</a> b / "
      "c d[{\"start\":2,\"href\":\"2\",\"end\":3}]|c <a href=2>d" },
    { "<p><b><a href=1>A</a></b><br>c",
      "A[{\"start\":0,\"href\":\"1\",\"end\":1}]|A / c|c" },
    { "<p><b>A</b><br><a href=1>c</a> d",
      "A|A / c d[{\"start\":0,\"href\":\"1\",\"end\":1}]|c</a> d" },
    /* a mark at its end parts it already; what else is no title */
    { "<p><b>When:</b><br>on Monday",
      "When: on Monday|When:</b><br>on Monday" },
    { "<p><b>a</b><br><b>b</b> c", "a b c|a</b><br><b>b</b> c" },
    { "<p>x <b>a</b><br>b", "x a b|x <b>a</b><br>b" },
    { "<a href=1><b>a</b><br>b</a>",
      "a b[{\"start\":0,\"href\":\"1\",\"end\":3}]|a</b><br>b" },
};

static const struct {
    const char *text, *want;
} space_cases[] = {
    { "", "" },
    { " a\r\n\t b  ", "a b" },
    { "a\xc2\xa0\xc2\xa0"
      "b\x01"
      "c\x7f",
      "a b c" },
    { "a\xc2\xad"
      "b\xe2\x80\x8b"
      "c\xef\xbb\xbf",
      "abc" },
    { "\xe4\xb8\xad\xe3\x80\x80\xe6\x96\x87",
      "\xe4\xb8\xad\xe3\x80\x80\xe6\x96\x87" },
};

START_TEST(space_is_collapsed)
{
    struct cd_arena arena = { 0 };

    ck_assert_view_eq(
        cd_space_collapse(&arena, cd_str_of(space_cases[_i].text)),
        space_cases[_i].want);
    cd_arena_release(&arena);
}
END_TEST

START_TEST(titles_in_bold)
{
    struct cd_parse_options links = options;
    struct cd_doc doc = { 0 };
    struct cd_page page = { 0 };
    struct cd_error err;
    struct cd_buf out = { 0 };

    links.links = true;
    doc.bytes = cd_str_of(title_cases[_i].page);
    ck_assert_int_eq(cd_page_open(&doc, &links, &page, &err), CD_OK);
    cd_bold_title_split(&doc, &page);
    for (size_t i = 0; i < doc.block_count; i++) {
        const struct cd_block *block = &doc.blocks[i];

        cd_buf_puts(&out, i > 0 ? " / " : "");
        cd_buf_add(&out, block->text);
        cd_buf_add(&out, block->links);
        cd_buf_putc(&out, '|');
        cd_buf_add(&out,
                   cd_str_sub(doc.page, block->raw.start, block->raw.end));
    }
    ck_assert_view_eq(cd_buf_str(&out), title_cases[_i].want);
    cd_doc_account(&doc);
    ck_assert_uint_eq(doc.account.in, doc.account.kept + doc.account.dropped);
    cd_buf_release(&out);
    cd_arena_release(&doc.arena);
}
END_TEST

static const struct {
    const char *page;
    unsigned flags;
} flag_cases[] = {
    { "<p>x", 0 },
    { "<nav><p>x", CD_IN_NAV },
    { "<div role=navigation>x", CD_IN_NAV },
    { "<article><footer>x", CD_IN_ARTICLE | CD_IN_FOOTER },
    { "<p hidden>x", CD_HIDDEN_ATTR },
    { "<p style='display:none'>x", CD_HIDDEN_STYLE },
    { "<p aria-hidden=true>x", CD_HIDDEN_ARIA },
    { "<div><noscript><p>x", CD_HIDDEN_NOSCRIPT },
    { "<div><template>x", CD_HIDDEN_TEMPLATE },
    { "<ul><li>x", CD_IN_LIST },
};

START_TEST(flags)
{
    struct cd_doc doc = { 0 };
    struct cd_page page = { 0 };
    struct cd_error err;

    doc.bytes = cd_str_of(flag_cases[_i].page);
    ck_assert_int_eq(cd_page_open(&doc, &options, &page, &err), CD_OK);
    ck_assert_uint_eq(doc.block_count, 1);
    ck_assert_uint_eq(page.blocks[0].flags, flag_cases[_i].flags);
    cd_arena_release(&doc.arena);
}
END_TEST

START_TEST(counts_and_raw)
{
    const char *html = "<p> see <a href=x>this <b>page</b></a> &amp; <a "
                       "href=y>that</a>.</p>";
    struct cd_parse_options with = options;
    struct cd_doc doc = { 0 };
    struct cd_page page = { 0 };
    struct cd_error err;

    with.links = true;
    doc.bytes = cd_str_of(html);
    ck_assert_int_eq(cd_page_open(&doc, &with, &page, &err), CD_OK);
    ck_assert_uint_eq(doc.block_count, 1);
    ck_assert_view_eq(doc.blocks[0].text, "see this page & that.");
    ck_assert_uint_eq(page.blocks[0].links, 2);
    ck_assert_uint_eq(page.blocks[0].link_bytes, 4 + 4 + 4);
    ck_assert_uint_eq(page.blocks[0].strong_bytes, 4);
    ck_assert_view_eq(
        cd_str_sub(doc.page, doc.blocks[0].raw.start, doc.blocks[0].raw.end),
        "see <a href=x>this <b>page</b></a> &amp; <a "
        "href=y>that</a>.");
    ck_assert_view_eq(doc.blocks[0].links,
                      "[{\"start\":4,\"href\":\"x\",\"end\":13},"
                      "{\"start\":16,\"href\":\"y\",\"end\":20}]");
    ck_assert_uint_eq(doc.account.in, doc.blocks[0].text.n);
    cd_arena_release(&doc.arena);
}
END_TEST

START_TEST(long_text_is_cut_and_said)
{
    struct cd_parse_options low = options;
    struct cd_doc doc = { 0 };
    struct cd_page page = { 0 };
    struct cd_error err;

    low.max_text = 10;
    doc.bytes = CD_STR("one two three four five six");
    ck_assert_int_eq(cd_page_open(&doc, &low, &page, &err), CD_OK);
    ck_assert_uint_eq(doc.block_count, 3);
    ck_assert_view_eq(doc.blocks[1].text, "three four");
    ck_assert_view_eq(doc.notes, "[\"max-text:2\"]");
    cd_arena_release(&doc.arena);
}
END_TEST

static const struct {
    const char *text;
    unsigned stops;
    bool prose;
} sentences[] = {
    { "The ferry runs again. It was in the yard for weeks.", 2, true },
    { "The ferry runs again.[4] It was in the yard for weeks.[5][6]", 2, true },
    { "The ferry runs again.[citation needed] It was in the yard.[p. 7]", 2,
      true },
    { "The ferry runs again. [4] It was in the yard for weeks.", 2, true },
    { "The ferry runs again [once more], and was in the yard for weeks", 0,
      false },
    { "The ferry runs again.[ It was in the yard for weeks, and will not come",
      0, false },
    { "渡船は再び走る。それは何週間も造船所にあった。", 2, true },
    { "渡船は「走る。」と言われて、何週間も造船所にあった", 1, false },
};

START_TEST(sentences_end)
{
    struct cd_measure m = cd_measure(cd_str_of(sentences[_i].text));

    ck_assert_uint_eq(m.stops, sentences[_i].stops);
    ck_assert(cd_measure_is_prose(&m) == sentences[_i].prose);
}
END_TEST

static const struct {
    const char *href, *base, *want;
} addresses[] = {
    { "../b", "https://x.example/a/c", "https://x.example/b" },
    { " b?q=1#f ", "https://x.example/a/c", "https://x.example/a/b?q=1#f" },
    { "//y.example/b", "https://x.example/a/c", "https://y.example/b" },
    { "#f", "https://x.example/a/c", "https://x.example/a/c#f" },
    { "mailto:a@b.example", "https://x.example/", "mailto:a@b.example" },
    { "two words", "https://x.example/a", "https://x.example/two%20words" },
    { "ü", "https://x.example/a", "https://x.example/%C3%BC" },
    { "b", "kw-2041", "b" },
    { "b", "", "b" },
    { "", "https://x.example/a", "" },
};

START_TEST(links_are_absolute)
{
    struct cd_arena arena = { 0 };

    ck_assert_view_eq(cd_url_resolve(&arena, cd_str_of(addresses[_i].href),
                                     cd_str_of(addresses[_i].base)),
                      addresses[_i].want);
    cd_arena_release(&arena);
}
END_TEST

START_TEST(base_of_page)
{
    struct cd_parse_options with = options;
    struct cd_doc doc = { .url = CD_STR("https://x.example/a/b") };
    struct cd_page page = { 0 };
    struct cd_error err;

    with.links = true;
    doc.bytes = CD_STR("<head><base href=/news/></head><p><a href=c>c</a>");
    ck_assert_int_eq(cd_page_open(&doc, &with, &page, &err), CD_OK);
    ck_assert_view_eq(doc.blocks[0].links,
                      "[{\"start\":0,\"href\":\"https://x.example/news/c\","
                      "\"end\":1}]");
    cd_arena_release(&doc.arena);
}
END_TEST

Suite *
check_blocks(void)
{
    Suite *suite = suite_create("blocks");
    TCase *tcase = tcase_create("blocks");

    tcase_add_loop_test(tcase, blocks, 0, (int)CD_COUNT(cases));
    tcase_add_loop_test(tcase, items_of_lists, 0, (int)CD_COUNT(list_cases));
    tcase_add_loop_test(tcase, space_is_collapsed, 0,
                        (int)CD_COUNT(space_cases));
    tcase_add_loop_test(tcase, titles_in_bold, 0, (int)CD_COUNT(title_cases));
    tcase_add_loop_test(tcase, flags, 0, (int)CD_COUNT(flag_cases));
    tcase_add_test(tcase, counts_and_raw);
    tcase_add_loop_test(tcase, links_are_absolute, 0, (int)CD_COUNT(addresses));
    tcase_add_test(tcase, base_of_page);
    tcase_add_loop_test(tcase, sentences_end, 0, (int)CD_COUNT(sentences));
    tcase_add_test(tcase, long_text_is_cut_and_said);
    suite_add_tcase(suite, tcase);
    return suite;
}
