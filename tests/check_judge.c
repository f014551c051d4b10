/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of our own writing, one for each class of error: what is kept. */
#include "base/buf.h"
#include "parser/judge/address.h"
#include "parser/judge/family.h"
#include "parser/judge/model.h"
#include "parser/parse.h"
#include "tests/check.h"
#include "tests/clean_page.h"
#include "tests/judge_pages.h"

/* Nine words: a shorter text is no copy of another. */
#define ROW(day, hour)                                                         \
    "<tr><td>" day " at " hour "</td><td>The ferry sails from Halm to the "    \
    "outer islands</td></tr>"

static const struct {
    const char *html;
    const char *want;    /* stands in the text; NULL: nothing more is asked */
    const char *without; /* must not stand in it */
} cases[] = {
    { HEAD BODY FOOT, P1 "\n\n" P2 "\n\n" P3 "\n\n" P4, "Home" },
    { HEAD BODY FOOT, NULL, "rights reserved" },
    /* a list of teasers behind the text, and in it */
    { HEAD BODY "<h3>Read next</h3><ul><li><a href=/1>What the tide leaves on "
                "the beach</a></li><li><a href=/2>The last keeper of the "
                "light</a></li></ul>" FOOT,
      P4, "tide leaves" },
    { HEAD BODY "<h3>Related articles</h3><p>You may also like the following:"
                "</p><ul><li><a href=/1>What the tide leaves on the beach</a>"
                "</li></ul>" FOOT,
      P4, "the following:" },
    { HEAD "<p>" P1 "</p><p>" P2 "</p><p><b>Related:</b></p><ul><li><a "
           "href=/1>What the tide leaves on the beach</a></li></ul><p>" P3
           "</p><p>" P4 "</p>" FOOT,
      P3 "\n\n" P4, "tide leaves" },
    { HEAD "<p>" P1 "</p><p>" P2 "</p><p><a href=/1>Read more: What the tide "
           "leaves on the beach</a></p><p>" P3 "</p><p>" P4 "</p>" FOOT,
      P2 "\n\n" P3, "tide leaves" },
    { HEAD "<p>" P1 "</p><p>" P2
           "</p><p><a href=/1>WHAT THE TIDE LEAVES ON THE "
           "BEACH</a></p><p>" P3 "</p><p>" P4 "</p>" FOOT,
      P2 "\n\n" P3, "TIDE" },
    /* cards whose blurbs are whole sentences go with their titles, behind the
     * article and before it; answers that open on the page stay */
    { HEAD BODY "<div>" CARDS("/") "</div>" FOOT, P4, "dried seaweed" },
    { HEAD "<div>" CARDS("/") "</div>" BODY FOOT, P1, "dried seaweed" },
    { HEAD BODY "<div>" CARDS("#") "</div>" FOOT, "dried seaweed", NULL },
    { HEAD "<p>" P1 "</p><p>" P2
           "</p><div>" CARDS("/") "</div><p>" P3 "</p><p>" P4 "</p>" FOOT,
      "dried seaweed", NULL },
    /* but not on a page that is a list: a section, by its address */
    { "<html><head><title>Ferry returns</title><meta "
      "property=article:published_time content=2026-05-03T10:00:00Z><link "
      "rel=canonical href=https://post.example/news></head><body>" MENU
      "<main><article><h1>Ferry returns</h1>" BODY
      "<div>" CARDS("/") "</div>" FOOT,
      "dried seaweed", NULL },
    /* who wrote it, behind the text */
    { HEAD BODY
      "</article><div class=box><div>By Ana Reyes</div><div>Ana Reyes "
      "is a reporter of the paper and has lived by the harbour for "
      "many years. She writes about ships and the people on them."
      "</div></div>" FOOT,
      P4, "lived by the harbour" },
    /* newsletter, follow and advertisement lines among the paragraphs */
    { HEAD "<p>" P1 "</p><p>Sign up for our newsletter</p><p>" P2
           "</p><p>Advertisement</p><p>" P3 "</p><p>" P4 "</p>" FOOT,
      P1 "\n\n" P2 "\n\n" P3, "Advertisement" },
    { HEAD BODY "<p>Follow us on Mastodon</p>" FOOT, P4, "Mastodon" },
    /* readers' comments */
    { HEAD BODY "</article><section class=comments id=comments><h3>Comments "
                "(2)</h3><div class=comment><p>I have waited for three weeks "
                "and nobody ever told me anything at all. It is a shame."
                "</p></div><div class=comment><p>The old boat was better than "
                "any new one. We should keep it in the harbour.</p></div>"
                "</section>" FOOT,
      P4, "It is a shame" },
    /* one of several subheadings stays, whatever was dropped below it */
    { HEAD "<h5>Bread from the air</h5><p>" P1 "</p><h5>The doctor</h5><p>" P2
           "</p><h5>A yard</h5><p>Sign up for our newsletter</p><p>" P3
           "</p><p>" P4 "</p>" FOOT,
      "A yard\n\n" P3, "Sign up" },
    /* a row that another table has, too, between two of its own */
    { HEAD "<p>" P1 "</p><p>" P2 "</p><div><table>" ROW("Monday", "six") ROW(
          "Friday", "nine")
          ROW("Sunday", "two") "</table></div><p>" P3 "</p><div><table>" ROW(
              "Tuesday", "ten") ROW("Friday", "nine")
              ROW("Saturday", "one") "</table></div><p>" P4 "</p>" FOOT,
      "six | The ferry sails from Halm to the outer islands\n\n"
      "Friday at nine",
      NULL },
    /* a list of teasers ends with its box */
    { HEAD "<p>" P1 "</p><div class=box><h3>Read next</h3><ul><li><a href=/1>"
           "What the tide leaves on the beach</a></li><li><a href=/2>The last "
           "keeper of the light</a></li></ul></div><h2>The doctor of</h2><p>" P2
           "</p><p>" P3 "</p><p>" P4 "</p>" FOOT,
      "The doctor of\n\n" P2, "tide leaves" },
    /* a heading stays with its text and goes without */
    { HEAD "<p>" P1 "</p><p>" P2 "</p><h2>Bread from the air</h2><p>" P3
           "</p><p>" P4 "</p>" FOOT,
      P2 "\n\nBread from the air\n\n" P3, NULL },
    /* a class name alone drops nothing */
    { "<html><head><title>Ferry returns</title></head><body>" MENU
      "<div class=teaser>" BODY "</div></body></html>",
      P1 "\n\n" P2 "\n\n" P3 "\n\n" P4, NULL },
    { "<html><head><title>Ferry returns</title></head><body "
      "class=comments-open>" MENU "<h1>Ferry returns</h1><div>" BODY
      "</div></body></html>",
      P1 "\n\n" P2 "\n\n" P3 "\n\n" P4, NULL },
    /* what a page shows twice, for wide screens and for small ones */
    { HEAD BODY "<div class=mobile><div>" BODY "</div></div>" FOOT,
      P1 "\n\n" P2 "\n\n" P3 "\n\n" P4, P4 "\n\n" P1 },
    /* two pages in one file: what the second says again is kept once, and each
     * keeps its headline */
    { HEAD BODY "</article></main></body></html><!doctype html><html><head>"
                "<title>Bread flown in</title></head><body><main><article>"
                "<h1>Bread is flown in</h1>" BODY "<p>The bread came by air, "
                "a baker in the harbour said.</p>" FOOT,
      "\n\nBread is flown in\n\n", P4 "\n\n" P1 },
    /* a print view: not a link, so a short line among sentences is text */
    { "<html><head><title>Ferry returns</title></head><body><article>"
      "<h1>Ferry returns</h1><p>" P1 "</p><p>" P2 "</p><div><div><p>Monday at "
      "seven</p></div></div><p>" P3 "</p></article></body></html>",
      P2 "\n\nMonday at seven\n\n" P3, NULL },
    /* a live blog: entries with their times, the last one too */
    { "<html><head><title>Ferry returns: live</title></head><body>" MENU
      "<main><article class=live-blog><h1>Ferry returns: live</h1>"
      "<section class=entry><time>10:42</time><h2>She has sailed</h2><p>" P1
      "</p></section><section class=entry><time>10:15</time><p>" P2
      "</p></section><section class=entry><time>09:50</time><p>" P3 "</p><p>" P4
      "</p></section>" FOOT,
      P4, "Imprint" },
    { "<html><head><title>Ferry returns: live</title></head><body>" MENU
      "<main><article class=live-blog><h1>Ferry returns: live</h1>"
      "<section class=entry><time>10:42</time><h2>She has sailed</h2><p>" P1
      "</p></section><section class=entry><time>10:15</time><p>" P2
      "</p></section><section class=entry><time>09:50</time><p>" P3 "</p><p>" P4
      "</p></section>" FOOT,
      "She has sailed\n\n" P1, "Home" },
    /* a gallery: the text and what the pictures show */
    { HEAD BODY "<div class=gallery><figure><img src=1.jpg><figcaption>The old "
                "ferry leaves the yard at Northport on Friday morning, with "
                "her new funnel.</figcaption></figure><figure><img src=2.jpg>"
                "<figcaption>Passengers wait on the pier for the first boat in "
                "three weeks.</figcaption></figure></div>" FOOT,
      P4, "Imprint" },
    /* AMP */
    { "<!doctype html><html amp lang=en><head><title>Ferry returns</title>"
      "<script async src=https://cdn.example/v0.js></script><style "
      "amp-boilerplate>body{opacity:0}</style></head><body><amp-sidebar "
      "id=s><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul>"
      "</amp-sidebar><article><h1>Ferry returns</h1><amp-img src=a.jpg "
      "width=1 height=1></amp-img>" BODY "<amp-ad type=x></amp-ad></article>"
      "<amp-consent id=c><p>This site uses cookies. <button>Accept"
      "</button></p></amp-consent></body></html>",
      P1 "\n\n" P2 "\n\n" P3 "\n\n" P4, "cookies" },
    /* a correction stays */
    { HEAD BODY "<p><em>Correction: an earlier version of this article gave "
                "the wrong day.</em></p>" FOOT,
      P4 "\n\nCorrection: an earlier version", "Imprint" },
    /* a pull quote that says the text again is no body, a quotation is */
    { HEAD "<p>" P1 "</p><blockquote><p>" P2 "</p></blockquote><p>" P3
           "</p><p>" P4 "</p>" FOOT,
      P1 "\n\n" P2 "\n\n" P3, NULL },
    /* paywall, share and author lines */
    { HEAD "<div class=share><a href=/f>Share on Facebook</a><a href=/x>Share "
           "on X</a></div>" BODY "<div class=paywall><p>Already a subscriber? "
           "Log in</p></div><div class=author-bio><p>Ida Marsh has written "
           "about the coast for the Harbour Post since 2011.</p></div>" FOOT,
      P4, "Already a subscriber" },
    /* no text at all */
    { "<html><head><title>Shop</title></head><body><noscript>You need to "
      "enable JavaScript to run this app.</noscript><div id=root></div>"
      "</body></html>",
      NULL, "JavaScript" },
    { "", NULL, NULL },
};

#define LD(body)                                                               \
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","           \
    "\"articleBody\":\"" body "\"}</script>"

/* Where a page holds its article in JSON-LD. */
static const struct {
    const char *html;
    const char *want, *without;
    bool noted;
} scripts[] = {
    /* which it does not show */
    { HEAD LD(P1 "\\n\\n" P2 "\\n" P3 " \\t " P4) "<p>Loading</p>" FOOT,
      P1 "\n\n" P2 "\n\n" P3 " " P4, "Loading", true },
    { HEAD LD(P1 "\\n\\n" P2 "\\n" P3 " " P4) "<p>" P1 "</p>" FOOT,
      P1 "\n\n" P2, P4 "\n\n" P1, true },
    /* and does */
    { HEAD LD(P1 " " P2 " " P3 " " P4) BODY FOOT,
      P1 "\n\n" P2 "\n\n" P3 "\n\n" P4, P1 " " P2, false },
    /* too short to be one, and with markup in it */
    { HEAD LD("We are loading.") "<p>Loading</p>" FOOT, NULL, "We are", false },
    { HEAD LD("<p>" P1 " " P2 " " P3 "</p>") "<p>Loading</p>" FOOT, NULL, P1,
      false },
};

START_TEST(kept)
{
    assert_page(cases[_i].html, cases[_i].want, cases[_i].without);
}
END_TEST

/* The page with scripts, styles and comments before each end tag of p: what
 * they hold is no text. */
static struct cd_str
with_scripts(struct cd_buf *out, struct cd_str html)
{
    const struct cd_str end = CD_STR("</p>");
    size_t from = 0, at;

    while ((at = cd_str_find(html, end, from)) != SIZE_MAX) {
        cd_buf_add(out, cd_str_sub(html, from, at));
        cd_buf_puts(out, "<script>document.write('<p>Sold out.</p>')</script>"
                         "<style>p > a { color: red }</style>"
                         "<!-- <p>Not yet, the company said.</p> -->");
        cd_buf_add(out, end);
        from = at + end.n;
    }
    cd_buf_add(out, cd_str_sub(html, from, html.n));
    return cd_buf_str(out);
}

START_TEST(scripts_change_nothing)
{
    struct cd_doc plain = { .arena = { 0 } }, scripted = { .arena = { 0 } };
    struct cd_str html = cd_str_of(cases[_i].html);
    struct cd_buf page = { 0 };

    clean_page(&plain, html);
    clean_page(&scripted, with_scripts(&page, html));
    ck_assert_msg(cd_str_eq(plain.text, scripted.text), "'%.*s'",
                  (int)scripted.text.n, scripted.text.p);
    ck_assert_uint_eq(plain.account.in, scripted.account.in);
    cd_buf_release(&page);
    cd_arena_release(&plain.arena);
    cd_arena_release(&scripted.arena);
}
END_TEST

static void
add_block(struct cd_buf *out, const struct cd_block *block)
{
    static const char *const tags[CD_BLOCK_KIND_COUNT] = {
        [CD_BLOCK_PARAGRAPH] = "p",  [CD_BLOCK_HEADING] = "h2",
        [CD_BLOCK_LIST_ITEM] = "li", [CD_BLOCK_QUOTE] = "blockquote",
        [CD_BLOCK_TABLE_ROW] = "p",  [CD_BLOCK_CAPTION] = "figcaption",
        [CD_BLOCK_CODE] = "pre",     [CD_BLOCK_COMMENT] = "p",
    };

    cd_buf_printf(out, "<%s>%.*s</%s>", tags[block->kind], (int)block->text.n,
                  block->text.p, tags[block->kind]);
}

/* What was kept, as a page again: all of it is kept. */
START_TEST(clean_stays_clean)
{
    struct cd_doc doc = { .arena = { 0 } }, again = { .arena = { 0 } };
    struct cd_buf page = { 0 };

    clean_page(&doc, cd_str_of(cases[_i].html));
    cd_buf_puts(&page, "<!doctype html><title>Ferry returns</title><article>");
    for (size_t i = 0; i < doc.block_count; i++) {
        if (doc.blocks[i].keep)
            add_block(&page, &doc.blocks[i]);
    }
    clean_page(&again, cd_buf_str(&page));
    ck_assert_msg(cd_str_eq(doc.text, again.text), "'%.*s'\nagain '%.*s'",
                  (int)doc.text.n, doc.text.p, (int)again.text.n, again.text.p);
    cd_buf_release(&page);
    cd_arena_release(&doc.arena);
    cd_arena_release(&again.arena);
}
END_TEST

/* A hundred times more junk than the model has ever seen on a page. */
START_TEST(flood)
{
    struct cd_doc doc = { .arena = { 0 } };
    struct cd_buf page = { 0 };

    cd_buf_puts(&page, HEAD "<p>" P1 "</p><p>" P2 "</p><p>" P3 "</p><select>");
    for (int i = 0; i < 25000; i++)
        cd_buf_puts(&page, "<option>choice");
    cd_buf_puts(&page, "</select><p>" P4 "</p>" FOOT);
    clean_page(&doc, cd_buf_str(&page));
    ck_assert_uint_ne(cd_str_find(doc.text, CD_STR(P4), 0), SIZE_MAX);
    ck_assert_uint_eq(cd_str_find(doc.text, CD_STR("choice"), 0), SIZE_MAX);
    cd_buf_release(&page);
    cd_arena_release(&doc.arena);
}
END_TEST

/* One block that is longer than any page, and the sentences around it. */
START_TEST(flood_in_a_block)
{
    struct cd_doc doc = { .arena = { 0 } };
    struct cd_buf page = { 0 };

    cd_buf_puts(&page, HEAD "<p>" P1 "</p><p>" P2 "</p><p>");
    for (int i = 0; i < 250000; i++)
        cd_buf_puts(&page, "A.");
    cd_buf_puts(&page, "</p><p>" P4 "</p>" FOOT);
    clean_page(&doc, cd_buf_str(&page));
    ck_assert_uint_ne(cd_str_find(doc.text, CD_STR("Ferry returns"), 0),
                      SIZE_MAX);
    ck_assert_uint_ne(cd_str_find(doc.text, CD_STR(P4), 0), SIZE_MAX);
    cd_buf_release(&page);
    cd_arena_release(&doc.arena);
}
END_TEST

static const struct cd_block *
block_with(const struct cd_doc *doc, struct cd_str words)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        if (cd_str_find(doc->blocks[i].text, words, 0) != SIZE_MAX)
            return &doc->blocks[i];
    }
    return NULL;
}

/* Captions and corrections say what they are; comments only if asked for. */
START_TEST(marks)
{
    static const char html[] = HEAD
        "<p>" P1 "</p><figure><img src=a.jpg><figcaption>The yard at noon"
        "</figcaption></figure><p>" P2 "</p><p>" P3 "</p><p>" P4 "</p>"
        "<p>Correction: an earlier version gave the wrong day.</p></article>"
        "<section class=comments id=comments><h3>Comments (1)</h3><div "
        "class=comment><p>The old boat was better than any new one. We should "
        "keep it in the harbour.</p></div></section>" FOOT;
    struct cd_parse_options options = CD_PARSE_OPTIONS;
    struct cd_doc doc = { .format = CD_FORMAT_HTML, .bytes = CD_STR(html) };
    const struct cd_block *block;
    struct cd_arena scratch = { 0 };
    struct cd_error err;

    options.comments = true;
    ck_assert_int_eq(cd_parse(&doc, &options, &scratch, &err), CD_OK);
    cd_arena_release(&scratch);
    block = block_with(&doc, CD_STR("The yard at noon"));
    ck_assert_int_eq(block->kind, CD_BLOCK_CAPTION);
    block = block_with(&doc, CD_STR("gave the wrong day"));
    ck_assert(block->keep);
    ck_assert(cd_str_starts(block->reason, CD_STR("correction:")));
    block = block_with(&doc, CD_STR("The old boat was better"));
    ck_assert(block->keep);
    ck_assert_int_eq(block->kind, CD_BLOCK_COMMENT);
    cd_arena_release(&doc.arena);
}
END_TEST

/* A phrase is the reason where it alone would do; else the model is. */
static const struct {
    const char *words, *reason;
} phrase_reasons[] = {
    { "Advertisement", "advert:advertisement" },
    { "Share this article", "model:share" },
};

START_TEST(reasons_of_phrases)
{
    struct cd_doc doc = { .arena = { 0 } };
    const struct cd_block *block;

    clean_page(&doc,
               CD_STR(HEAD "<p>" P1 "</p><p>Advertisement</p><p>" P2
                           "</p><p>" P3 "</p></article><div class=share>"
                           "<a href=/s>Share this article</a></div>" FOOT));
    block = block_with(&doc, cd_str_of(phrase_reasons[_i].words));
    ck_assert(!block->keep);
    ck_assert_view_eq(block->reason, phrase_reasons[_i].reason);
    cd_arena_release(&doc.arena);
}
END_TEST

START_TEST(script)
{
    struct cd_doc doc = { .arena = { 0 } };

    clean_page(&doc, cd_str_of(scripts[_i].html));
    assert_kept(&doc, scripts[_i].want, scripts[_i].without);
    ck_assert(
        scripts[_i].noted ==
        (cd_str_find(doc.notes, CD_STR("fallback-json-ld"), 0) != SIZE_MAX));
    cd_arena_release(&doc.arena);
}
END_TEST

static const struct {
    size_t n;
    int want;
} scales[] = {
    { 0, 0 }, { 1, 8 }, { 3, 16 }, { 7, 24 }, { 15, 32 }, { 255, 64 },
};

START_TEST(scale)
{
    ck_assert_int_eq(cd_features_scale(scales[_i].n), scales[_i].want);
}
END_TEST

START_TEST(probability)
{
    ck_assert_double_eq_tol(cd_model_probability(0), .5, 1e-9);
    ck_assert_double_eq_tol(cd_model_probability(CD_MODEL_ONE), .7311, .001);
    ck_assert(cd_model_probability(INT32_MIN / 2) >= 0);
    ck_assert(cd_model_probability(INT32_MAX / 2) <= 1);
}
END_TEST

/* Names and numbers of the features belong together. */
START_TEST(features)
{
    ck_assert_int_eq(cd_feature_find(CD_STR("words")), CD_FEATURE_words);
    ck_assert_int_eq(cd_feature_find(CD_STR("near_CONTENT")), CD_FEATURE_near);
    ck_assert_int_eq(cd_feature_find(CD_STR("no such")), -1);
}
END_TEST

static const struct {
    const char *names;
    unsigned want;
} families[] = {
    { "post__shareBar", 1u << CD_FAMILY_CONTENT | 1u << CD_FAMILY_SHARE },
    { "js-related-box", 1u << CD_FAMILY_RELATED },
    { "ad", 1u << CD_FAMILY_AD },
    { "adapter", 0 },
    { "commentlist", 1u << CD_FAMILY_COMMENT },
    { "", 0 },
};

START_TEST(family)
{
    unsigned got = cd_family_bits(cd_str_of(families[_i].names));

    ck_assert_uint_eq(got, families[_i].want);
}
END_TEST

static const struct {
    const char *url;
    bool front, forum;
} addresses[] = {
    { "https://x.example/", true, false },
    { "https://x.example/news", true, false },
    { "https://x.example/news/ferry-returns", false, false },
    { "https://x.example/2024/05/questions-about-the-ferry/", false, false },
    { "https://x.example/news/the-forum-on-trade-ends/12", false, false },
    { "https://x.example/travel-forum/harbours/first-trip", false, true },
    { "https://forum.x.example/t/ferry/12", false, true },
    { "https://x.example/threads/ferry.12/", false, true },
    { "https://x.example/forum", true, false },
    { "ferry.html", false, false },
    { "", false, false },
};

START_TEST(address)
{
    struct cd_str url = cd_str_of(addresses[_i].url);

    ck_assert_int_eq(cd_address_is_front(url), addresses[_i].front);
    ck_assert_int_eq(cd_address_is_forum(url), addresses[_i].forum);
}
END_TEST

Suite *
check_judge(void)
{
    Suite *suite = suite_create("judge");
    TCase *tests = tcase_create("judge");

    tcase_add_loop_test(tests, kept, 0, CD_COUNT(cases));
    tcase_add_loop_test(tests, scripts_change_nothing, 0, CD_COUNT(cases));
    tcase_add_loop_test(tests, clean_stays_clean, 0, CD_COUNT(cases));
    tcase_add_loop_test(tests, script, 0, CD_COUNT(scripts));
    tcase_add_loop_test(tests, scale, 0, CD_COUNT(scales));
    tcase_add_loop_test(tests, family, 0, CD_COUNT(families));
    tcase_add_loop_test(tests, address, 0, CD_COUNT(addresses));
    tcase_add_test(tests, marks);
    tcase_add_loop_test(tests, reasons_of_phrases, 0,
                        (int)CD_COUNT(phrase_reasons));
    tcase_add_test(tests, flood);
    tcase_add_test(tests, flood_in_a_block);
    tcase_add_test(tests, probability);
    tcase_add_test(tests, features);
    suite_add_tcase(suite, tests);
    return suite;
}
