/* SPDX-License-Identifier: Apache-2.0 */
#include "base/buf.h"
#include "parser/html/tree.h"
#include "parser/page/stream.h"
#include "tests/check.h"

static const struct cd_tree_limits limits = { 100000, 512, 256 };

/* "body(p('one' b('two')))": an element is its name and its content. */
static void
dump(struct cd_buf *out, const struct cd_node *root)
{
    const struct cd_node *n = root;

    while (n != NULL) {
        if (n->tag == CD_TAG_TEXT) {
            cd_buf_putc(out, '\'');
            cd_buf_add(out, n->text);
            cd_buf_putc(out, '\'');
        } else {
            cd_buf_add(out, n->text);
        }
        if (n->child != NULL) {
            cd_buf_putc(out, '(');
            n = n->child;
            continue;
        }
        while (n != root && n->next == NULL) {
            cd_buf_putc(out, ')');
            n = n->parent;
        }
        if (n != root)
            cd_buf_putc(out, ' ');
        n = n != root ? n->next : NULL;
    }
}

static const struct {
    const char *page, *want; /* want: of the body */
} cases[] = {
    { "", "body" },
    { "text", "body('text')" },
    { "<p>one<p>two", "body(p('one') p('two'))" },
    { "<p>a &lt; b &amp c &notit; &#x41;&#150;", /* one text */
      "body(p('a < b & c \xc2\xacit; A\xe2\x80\x93'))" },
    { "a < b <3 </ x>c", "body('a < b <3 ' 'c')" },
    { "<!-->a<!--->b<!-- <p> --!>c<!-x>d<?php >e</>f",
      "body('a' 'b' 'c' 'd' 'e' 'f')" },
    { "<ul><li>a<ul><li>b</ul><li>c</ul>",
      "body(ul(li('a' ul(li('b'))) li('c')))" },
    { "<dl><dt>a<dd>b<dt>c</dl>", "body(dl(dt('a') dd('b') dt('c')))" },
    { "<h2>a<h3>b</h2>c", "body(h2('a') h3('b') 'c')" },
    { "a<p>b</div>c</p>d</p>e", "body('a' p('b' 'c') 'd' p 'e')" },
    { "<b>1<p>2</b>3</p>4", "body(b('1') p(b('2') '3') '4')" },
    { "<b><em><i><u><s><p>1</b>2", /* more than three between */
      "body(b(em(i(u(s)))) i(u(s(p(b('1') '2')))))" },
    { "<b><p>1</b>2</p><i>3", "body(b p(b('1') '2') i('3'))" },
    { "<a href=x>1<a href=y>2</a>3", "body(a('1') a('2') '3')" },
    { "<p><b>1<p>2</b>3", "body(p(b('1')) p(b('2') '3'))" },
    { "<table><tr><td>1<td>2</table>",
      "body(table(tbody(tr(td('1') td('2')))))" },
    { "<table>lost<tr><td>1</td>too<p>x</table>", /* goes before the table */
      "body('lost' 'too' p('x') table(tbody(tr(td('1')))))" },
    { "<table><tr><td><table><tr><td>1</table>2</table>3",
      "body(table(tbody(tr(td(table(tbody(tr(td('1')))) '2')))) '3')" },
    { "<table><caption>c<tr><th>h", "body(table(caption('c') "
                                    "tbody(tr(th('h')))))" },
    { "<select><option>1<option>2</select>3",
      "body(select(option('1') option('2')) '3')" },
    { "<script>if (a<b) '</p>' <!-- <script> </script> --></script>x",
      "body('x')" },
    { "x<style>p{}</style><textarea>\n<b>y</textarea>",
      "body('x' style textarea('<b>y'))" },
    { "<svg><title>t</title><p>out", "body(svg(title('t')) p('out'))" },
    { "<svg><![CDATA[a<b]]></svg><![CDATA[x>y", "body(svg('a<b') 'y')" },
    { "<math><mi>x</mi><mtext><b>y</b></mtext></math>z",
      "body(math(mi('x') mtext(b('y'))) 'z')" },
    { "<template><tr><td>1</template>2", "body('2')" },
    { "<div><template><td>1</template>2", "body(div(template(td('1')) '2'))" },
    { "<noscript><p>x</noscript>y", "body(p('x' 'y'))" },
    { "x<noscript><iframe src=c /></noscript><p>y</p>", /* not all the rest */
      "body('x' noscript(iframe) p('y'))" },
    { "<iframe>a</noscript>b</iframe>c", "body(iframe('a</noscript>b') 'c')" },
    { "a</body>b</html>c", "body('a' 'b' 'c')" },
    { "</p><html lang=en>x", "body('x')" },
    { "<pre>\n\na\n</pre>", "body(pre('\na\n'))" },
    { "<ruby>a<rt>b<rp>(</ruby>c", "body(ruby('a' rt('b') rp('(')) 'c')" },
    { "<button>1<button>2", "body(button('1') button('2'))" },
    { "<form><div></form>x</div>y", "body(form(div('x')) 'y')" },
    { "<my-tag>1<p>2</my-tag>3", "body(my-tag('1' p('2' '3')))" },
    { "<image>x<br></br>y", "body(img 'x' br br 'y')" },
    { "<p>a<p/>b<br/>c", "body(p('a') p('b' br 'c'))" },
    { "x<p class='a>b", "body('x')" }, /* a tag that nothing ends */
};

START_TEST(tree)
{
    struct cd_arena arena = { 0 };
    struct cd_tree made = { 0 };
    struct cd_buf out = { 0 };

    cd_tree_parse(&made, &arena, cd_str_of(cases[_i].page), &limits);
    ck_assert_ptr_nonnull(made.body);
    dump(&out, made.body);
    ck_assert_view_eq(cd_buf_str(&out), cases[_i].want);
    cd_buf_release(&out);
    cd_arena_release(&arena);
}
END_TEST

/* Pages in pieces: what their script would make of them. */
static const struct {
    const char *page, *want;
} piece_cases[] = {
    { "<main><template id=B:0></template>a</main>b<div hidden "
      "id=S:0><p>c</div>",
      "body(main(template p('c') 'a') 'b')" },
    { "<p>a</p><template id=B:0></template><div hidden id=S:0>b"
      "<template id=P:1f></template></div><div hidden id=S:1f>c</div>",
      "body(p('a') template 'b' template 'c')" },
    { "<div hidden id=S:1>a<template id=B:1></template></div>", /* its own */
      "body(div('a' template))" },
    { "<body><template id=B:1></template><div id=S:1>a</div>", /* seen */
      "body(template div('a'))" },
    { "<body><template id=B:1></template><div hidden id=S:2>a</div>",
      "body(template div('a'))" },
    { "<body><template id=B:1></template><template id=B:1></template>"
      "<div hidden id=S:1>a</div>",
      "body(template 'a' template)" },
};

START_TEST(pieces)
{
    struct cd_arena arena = { 0 };
    struct cd_tree made = { 0 };
    struct cd_buf out = { 0 };

    cd_tree_parse(&made, &arena, cd_str_of(piece_cases[_i].page), &limits);
    cd_stream_place(&made);
    dump(&out, made.body);
    ck_assert_view_eq(cd_buf_str(&out), piece_cases[_i].want);
    cd_buf_release(&out);
    cd_arena_release(&arena);
}
END_TEST

static const struct {
    const char *page;
    enum cd_attr attr;
    const char *want; /* of the last element; NULL: it lacks it */
} attr_cases[] = {
    { "<p class=a>", CD_ATTR_CLASS, "a" },
    { "<p CLASS = 'a b' x>", CD_ATTR_CLASS, "a b" },
    { "<p class=\"a>b\">", CD_ATTR_CLASS, "a>b" },
    { "<p class=a class=b>", CD_ATTR_CLASS, "a" },
    { "<a href=?x=1&copy=2&amp;y>", CD_ATTR_HREF, "?x=1&copy=2&y" },
    { "<a href=/a/>", CD_ATTR_HREF, "/a/" },
    { "<p hidden>", CD_ATTR_HIDDEN, "" },
    { "<p/hidden/>", CD_ATTR_HIDDEN, "" },
    { "<p onclick='a' data-x=y>", CD_ATTR_CLASS, NULL },
    { "<p style='color:red'>", CD_ATTR_STYLE, NULL }, /* hides nothing */
    { "<p style='x:y; display : none'>", CD_ATTR_STYLE, "x:y; display : none" },
};

START_TEST(attributes)
{
    struct cd_arena arena = { 0 };
    struct cd_tree made = { 0 };

    cd_tree_parse(&made, &arena, cd_str_of(attr_cases[_i].page), &limits);
    ck_assert_ptr_nonnull(made.body->last);
    if (attr_cases[_i].want == NULL)
        ck_assert_ptr_null(
            cd_node_attr(made.body->last, attr_cases[_i].attr).p);
    else
        ck_assert_view_eq(cd_node_attr(made.body->last, attr_cases[_i].attr),
                          attr_cases[_i].want);
    cd_arena_release(&arena);
}
END_TEST

START_TEST(raw_spans)
{
    const struct cd_str page = CD_STR("<!-- x --><p>one<b class=y>two</b></p>");
    struct cd_arena arena = { 0 };
    struct cd_tree made = { 0 };
    const struct cd_node *p;

    cd_tree_parse(&made, &arena, page, &limits);
    p = made.body->child;
    ck_assert_view_eq(cd_str_sub(page, p->raw.start, p->raw.end),
                      "<p>one<b class=y>two</b></p>");
    ck_assert_view_eq(cd_str_sub(page, p->last->raw.start, p->last->raw.end),
                      "<b class=y>two</b>");
    ck_assert_view_eq(cd_str_sub(page, p->child->raw.start, p->child->raw.end),
                      "one");
    cd_arena_release(&arena);
}
END_TEST

/* n times piece, and a word behind it. */
static struct cd_str
repeat(struct cd_arena *arena, const char *piece, size_t n)
{
    size_t length = strlen(piece);
    char *p = cd_arena_bytes(arena, n * length + 3);

    for (size_t i = 0; i < n; i++)
        memcpy(p + i * length, piece, length);
    memcpy(p + n * length, "end", 3);
    return (struct cd_str){ p, n * length + 3 };
}

static const char *const floods[] = {
    "<div>",      "<b>",         "<b id=1><i>", "<p>",        "</p>",
    "<table>",    "<a>",         "<li>",        "<select>",   "<svg>",
    "<template>", "<font>",      "x<br>",       "<table><b>", "<h1>",
    "<!--->",     "<p a b c d>", "&amp;",       "<button>",   "<a><p>",
    "<nobr>",     "<x-y>",       "<tr><td>",    "<math><mi>",
};

/* Whatever is repeated, and whichever limit it hits, the text behind it is
 * there, and nothing is nested much deeper than allowed. */
START_TEST(floods_lose_no_text)
{
    const struct cd_tree_limits low = { 2000, 40, 2 };
    struct cd_arena arena = { 0 };
    struct cd_str page = repeat(&arena, floods[_i], 20000);
    struct cd_tree made = { 0 };
    bool found = false;

    cd_tree_parse(&made, &arena, page, &low);
    ck_assert_uint_le(made.count, 2200);
    for (const struct cd_node *n = made.root; n != NULL; n = cd_node_after(n)) {
        if (n->tag == CD_TAG_TEXT)
            found |= cd_str_ends(cd_str_trim(n->text), CD_STR("end"));
    }
    ck_assert(found);
    cd_arena_release(&arena);
}
END_TEST

START_TEST(json_ld_is_kept)
{
    struct cd_arena arena = { 0 };
    struct cd_tree made = { 0 };

    cd_tree_parse(&made, &arena,
                  CD_STR("<script type='application/ld+json'>{\"a\":1}</script>"
                         "<script>x</script><p>y"
                         "<script type=\"Application/LD+JSON; x\">{}</script>"),
                  &limits);
    ck_assert_uint_eq(made.json_ld_count, 2);
    ck_assert_view_eq(made.json_ld[0], "{\"a\":1}");
    ck_assert_view_eq(made.json_ld[1], "{}");
    cd_arena_release(&arena);
}
END_TEST

static void
text_of(struct cd_buf *out, const struct cd_tree *made)
{
    for (const struct cd_node *n = made->body; n != NULL;
         n = cd_node_after(n)) {
        if (n->tag == CD_TAG_TEXT)
            cd_buf_add(out, n->text);
    }
}

/* Pages as people write them, with the usual slips: here libxml2 reads the
 * same text. */
static const char *const oracle_pages[] = {
    ("<html><head><title>T</title></head><body><div><h1>Bus fares rise</h1>"
     "<p>One <b>bold</b> word.<p>Another &amp; more.</div></body></html>"),
    "<ul><li>one<li>two <a href=x>three</a><ul><li>four</ul></ul>after",
    "<table><tr><td>1<td>2<tr><td>3</table><p>x<br>y<hr>z",
    "<div><p>open <i>all <b>the</i> way</b></div><!-- gone -->down",
    "<p>caf\xc3\xa9 &eacute; &#8217; <script>var a = '<p>';</script>end",
    "<section><article><header><h2>h</h2></header><p>p</p></article></section>",
    "<dl><dt>a<dd>b</dl><pre>x\n  y</pre><blockquote>q</blockquote>",
};

START_TEST(libxml2_agrees)
{
    struct cd_str page = cd_str_of(oracle_pages[_i]);
    struct cd_arena arena = { 0 };
    struct cd_tree own = { 0 }, other = { 0 };
    struct cd_buf a = { 0 }, b = { 0 };

    cd_tree_parse(&own, &arena, page, &limits);
    cd_tree_parse_xml(&other, &arena, page, &limits);
    text_of(&a, &own);
    text_of(&b, &other);
    cd_buf_putc(&b, '\0');
    ck_assert_view_eq(cd_buf_str(&a), b.p);
    cd_buf_release(&a);
    cd_buf_release(&b);
    cd_arena_release(&arena);
}
END_TEST

START_TEST(every_tag_is_found)
{
    for (unsigned tag = CD_TAG_OTHER + 1; tag < CD_TAG_COUNT; tag++)
        ck_assert_uint_eq(cd_tag_find(cd_tag_names[tag]), tag);
    ck_assert_uint_eq(cd_tag_find(CD_STR("x-card")), CD_TAG_OTHER);
    ck_assert_uint_eq(cd_tag_find(CD_STR("")), CD_TAG_OTHER);
    for (unsigned attr = 0; attr < CD_ATTR_COUNT; attr++)
        ck_assert_uint_eq(cd_attr_find(cd_attr_name((enum cd_attr)attr)), attr);
}
END_TEST

Suite *
check_tree(void)
{
    Suite *suite = suite_create("tree");
    TCase *tcase = tcase_create("tree");

    tcase_add_loop_test(tcase, tree, 0, (int)CD_COUNT(cases));
    tcase_add_loop_test(tcase, pieces, 0, (int)CD_COUNT(piece_cases));
    tcase_add_loop_test(tcase, attributes, 0, (int)CD_COUNT(attr_cases));
    tcase_add_loop_test(tcase, floods_lose_no_text, 0, (int)CD_COUNT(floods));
    tcase_add_loop_test(tcase, libxml2_agrees, 0, (int)CD_COUNT(oracle_pages));
    tcase_add_test(tcase, raw_spans);
    tcase_add_test(tcase, json_ld_is_kept);
    tcase_add_test(tcase, every_tag_is_found);
    suite_add_tcase(suite, tcase);
    return suite;
}
