/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/description.h"
#include "parser/meta/meta_byline.h"
#include "parser/meta/meta_date.h"
#include "parser/meta/meta_title.h"
#include "parser/meta/tags.h"
#include "tests/check.h"

static const struct {
    const char *text;
    const char *want; /* "": names nobody */
} bylines[] = {
    { "By Ana Reyes", "Ana Reyes" },
    { "ByAna Reyes", "Ana Reyes" }, /* a tag stood between */
    { "Written by: Ana Reyes | March 4, 2025", "Ana Reyes" },
    { "By Ana Reyes and Bo Lind", "Ana Reyes and Bo Lind" },
    { "Posted on March 4, 2025 by Ana Reyes", "Ana Reyes" },
    { "Ana Reyes\nSenior Reporter", "Ana Reyes" },
    { "By Ana Reyes, Senior Reporter", "Ana Reyes" },
    { "Ana Reyes Published: March 4, 2025", "Ana Reyes" },
    { "Ana ReyesPublished: March 4, 2025", "Ana Reyes" },
    { "Dana Holt, MD, RN", "Dana Holt, MD, RN" },
    { "Von J\xc3\xbcrgen Kranz", "J\xc3\xbcrgen Kranz" },
    { "\xe7\x94\xb0\xe4\xb8\xad\xe4\xb8\x80\xe9\x83\x8e",
      "\xe7\x94\xb0\xe4\xb8\xad\xe4\xb8\x80\xe9\x83\x8e" },
    /* a role goes with its comma, a name before it stays */
    { "By Ana Reyes, trial attorney", "Ana Reyes" },
    { "Ana Reyes, Home and Digital Security Editor", "Ana Reyes" },
    { "By Ana Reyes, Bo Lind Senior Reporter", "Ana Reyes, Bo Lind" },
    { "By the Harbour Post Team", "the Harbour Post Team" },
    { "Ana Reyes Korrespondentin", "Ana Reyes" },
    { "Ana Reyes, Redakteurin", "Ana Reyes" },
    { "Par Ana Reyes, correspondante \u00e0 Halm", "Ana Reyes" },
    { "\uae40\ucca0\uc218 \uae30\uc790", "\uae40\ucca0\uc218" },
    { "AfD gewinnt in Halm", "AfD gewinnt" },
    { "Ana Reyes, AP National Political Writer", "Ana Reyes" },
    { "Ana Reyes and Bo Lind Monday", "Ana Reyes and Bo Lind" },
    { "Ana Reyes/Getty Images", "" },
    { "Ana Reyes from Pixabay", "" },
    { "Recipe by\nAna Reyes", "Ana Reyes" },
    { "In stock", "" },
    { "Sort By", "" },
    { "https://example.org/ana", "" },
    { "ana@example.org", "" },
    { "12 minutes", "" },
    { "admin", "" },
    { "{{ author }}", "" },
    { "", "" },
    { "By", "" },
};

START_TEST(byline_clean)
{
    ck_assert_view_eq(cd_byline_clean(cd_str_of(bylines[_i].text)),
                      bylines[_i].want);
}
END_TEST

/* The role is sought once, however far it stands from the names. */
START_TEST(byline_far)
{
    enum { SPACES = 1 << 20 };
    struct cd_str names = CD_STR("Ana Reyes"), role = CD_STR("reporter");
    struct cd_arena arena = { 0 };
    struct cd_str text = { NULL, names.n + SPACES + role.n };
    char *p = cd_arena_bytes(&arena, text.n);

    memset(p, ' ', text.n);
    memcpy(p, names.p, names.n);
    memcpy(p + text.n - role.n, role.p, role.n);
    text.p = p;
    ck_assert_view_eq(cd_byline_clean(text), "Ana Reyes");
    cd_arena_release(&arena);
}
END_TEST

static const struct {
    const char *text;
    bool name;
} names[] = {
    { "Ana Reyes", true },     { "J. R. Holt", true },
    { "John Holt III", true }, { "PJ Holt", true },
    { "Harbour GSB", false },  { "R Computing", false },
    { "Recent Posts", false }, { "ana reyes", false },
    { "Ana", false },          { "Ana Reyes & Co", false },
};

START_TEST(is_name)
{
    ck_assert_msg(cd_byline_is_name(cd_str_of(names[_i].text)) ==
                      names[_i].name,
                  "%s", names[_i].text);
}
END_TEST

static const struct {
    const char *printed, *json_ld, *tag, *far;
    const char *want, *source; /* NULL: nobody */
} authors[] = {
    { "By Ana Reyes", "Bo Lind", NULL, NULL, "Ana Reyes", "page" },
    /* an account name yields to a full one */
    { "By anar", NULL, "Ana Reyes", NULL, "Ana Reyes", "meta" },
    { "By anar", NULL, NULL, NULL, "anar", "page" },
    /* menus: "By company size" */
    { "By Company Size", NULL, NULL, "By Industry", NULL, NULL },
    { "By The Harbour Post Team", NULL, NULL, NULL, "The Harbour Post Team",
      "page" },
    /* without the paper; and a site that bears its author's name */
    { NULL, "Ana Reyes, Harbour Post", NULL, NULL, "Ana Reyes", "json-ld" },
    { NULL, NULL, "The Harbour Post", NULL, "The Harbour Post", "site" },
};

START_TEST(author)
{
    struct cd_arena arena = { 0 };
    struct cd_hint hints[2] = {
        { .text = cd_str_of(authors[_i].printed), .trust = CD_TRUST_NEAR },
        { .text = cd_str_of(authors[_i].far), .trust = CD_TRUST_FAR },
    };
    struct cd_meta_tag tag = { CD_STR("author"), cd_str_of(authors[_i].tag) };
    struct cd_page_facts facts = {
        .bylines = hints, .byline_count = 2, .tags = &tag, .tag_count = 1
    };
    struct cd_fact found;

    facts.jsonld.article.byline = cd_str_of(authors[_i].json_ld);
    found = cd_byline_choose(&arena, &facts,
                             CD_STR("https://www.harbourpost.example/x"));
    ck_assert_view_eq(found.value, authors[_i].want);
    ck_assert_pstr_eq(found.source, authors[_i].source);
    cd_arena_release(&arena);
}
END_TEST

/* The names of lines somewhere on a page: teasers have three. */
static const struct {
    const char *lines[3];
    const char *url, *want;
} crowds[] = {
    { { "By Ana Reyes", "By Bo Lind", "By Cy Orr" },
      "https://www.harbourpost.example/x",
      NULL },
    { { "By Ana Reyes", "By Bo Lind", "By Ana Reyes" },
      "https://www.harbourpost.example/x",
      "Ana Reyes" },
    { { "By Ana Reyes", "By Bo Lind", "By Cy Orr" },
      "https://forum.harbourpost.example/x",
      "Ana Reyes" },
};

START_TEST(crowd)
{
    struct cd_arena arena = { 0 };
    struct cd_hint hints[3];
    struct cd_page_facts facts = { .bylines = hints, .byline_count = 3 };

    for (size_t i = 0; i < 3; i++)
        hints[i] = (struct cd_hint){ .text = cd_str_of(crowds[_i].lines[i]),
                                     .trust = CD_TRUST_FAR };
    ck_assert_view_eq(
        cd_byline_choose(&arena, &facts, cd_str_of(crowds[_i].url)).value,
        crowds[_i].want);
    cd_arena_release(&arena);
}
END_TEST

static const struct {
    const char *byline, *want;
} splits[] = {
    { "Ana Reyes", "[\"Ana Reyes\"]" },
    { "Ana Reyes and Bo Lind", "[\"Ana Reyes\",\"Bo Lind\"]" },
    { "Ana Reyes, Bo Lind, and Cy Orr",
      "[\"Ana Reyes\",\"Bo Lind\",\"Cy Orr\"]" },
    { "Dana Holt, MD", "[\"Dana Holt, MD\"]" },
    { "Dana Holt, AP", "[\"Dana Holt\",\"AP\"]" },
    { "Dana Holt, SDA", "[\"Dana Holt\",\"SDA\"]" },
    { "Dana Holt, MD, RN and Bo Lind", "[\"Dana Holt, MD, RN\",\"Bo Lind\"]" },
};

START_TEST(byline_split)
{
    struct cd_arena arena = { 0 };

    ck_assert_view_eq(cd_byline_split(&arena, cd_str_of(splits[_i].byline)),
                      splits[_i].want);
    cd_arena_release(&arena);
}
END_TEST

static const struct {
    const char *title, *og, *h1, *site, *url;
    const char *want;
} titles[] = {
    { "Ferry runs again | The Harbour Post", NULL, NULL, "The Harbour Post",
      NULL, "Ferry runs again" },
    { "Ferry runs again \u3163 The Harbour Post", NULL, NULL,
      "The Harbour Post", NULL, "Ferry runs again" },
    { "Ferry runs again\uff5cThe Harbour Post", NULL, NULL, "The Harbour Post",
      NULL, "Ferry runs again" },
    { "Ferry runs again | Harbour Post", NULL, NULL, NULL,
      "https://www.harbourpost.example/x", "Ferry runs again" },
    { "Ferry runs again after storm - News - Harbour Post", NULL,
      "Ferry Runs Again After Storm", NULL, NULL,
      "Ferry Runs Again After Storm" },
    /* a heading that is the site's name is no headline */
    { "Ferry runs again", NULL, "Harbour Post", "Harbour Post", NULL,
      "Ferry runs again" },
    /* nor one that nothing else mentions */
    { "Ferry runs again", "Ferry runs again", "Latest", NULL, NULL,
      "Ferry runs again" },
    { "", NULL, "Ferry runs again", NULL, NULL, "Ferry runs again" },
    { "A long way home for the crew of the ferry: what we know | Politics",
      NULL, NULL, NULL, NULL,
      "A long way home for the crew of the ferry: what we know" },
    /* a rubric behind a bar */
    { "Why the ferry should stay", NULL, "Why the ferry should stay | Opinion",
      NULL, NULL, "Why the ferry should stay" },
    /* what else stands in the heading: a label, a date, lines */
    { "Ferry runs again after storm", "Ferry runs again after storm",
      "Blog: Ferry runs again after storm", NULL, NULL,
      "Ferry runs again after storm" },
    { "Ferry runs again", "Ferry runs again", "Dec\n18 2025 Ferry runs again",
      NULL, NULL, "Ferry runs again" },
    { "Ferry runs again", "Ferry runs again", "Ferry runs again\n(wire)\n87",
      NULL, NULL, "Ferry runs again" },
    { "Ferry runs again", "Ferry runs again", "What we know: Ferry runs again",
      NULL, NULL, "What we know: Ferry runs again" }, /* no label */
    /* OpenGraph has the headline alone, the heading is the site's name */
    { "Quay Notes: Ferry runs again", "Ferry runs again", "Quay Notes", NULL,
      NULL, "Ferry runs again" },
};

START_TEST(title)
{
    struct cd_arena arena = { 0 };
    struct cd_str heading = cd_str_of(titles[_i].h1);
    struct cd_meta_tag tags[2] = {
        { CD_STR("og:title"), cd_str_of(titles[_i].og) },
        { CD_STR("og:site_name"), cd_str_of(titles[_i].site) },
    };
    struct cd_page_facts facts = {
        .tags = tags,
        .tag_count = 2,
        .headings = &heading,
        .heading_count = heading.p != NULL,
        .title = cd_str_of(titles[_i].title),
    };

    ck_assert_view_eq(
        cd_title_choose(&arena, &facts, cd_str_of(titles[_i].url)).value,
        titles[_i].want);
    cd_arena_release(&arena);
}
END_TEST

static const struct {
    const char *text;
    const char *published, *modified; /* NULL: none */
} labels[] = {
    { "March 4, 2025", "2025-03-04", NULL },
    { "Updated March 4, 2025", NULL, "2025-03-04" },
    { "March 4, 2025 (updated)", NULL, "2025-03-04" },
    { "March 3, 2025. Updated: March 4, 2025", "2025-03-03", "2025-03-04" },
    { "Updated March 4, 2025 | Published March 3, 2025", "2025-03-03",
      "2025-03-04" },
    { "Ge\xc3\xa4ndert am 4. M\xc3\xa4rz 2025", NULL, "2025-03-04" },
    { "no date, updated", NULL, NULL },
};

static void
label(const char *text, bool modified, const char *want)
{
    struct cd_arena arena = { 0 };
    struct cd_date date;
    bool found =
        cd_date_labelled(cd_str_of(text), CD_DATE_MONTH_FIRST, modified, &date);

    ck_assert_msg(found == (want != NULL), "%s", text);
    if (found)
        ck_assert_view_eq(cd_date_format(&arena, &date), want);
    cd_arena_release(&arena);
}

START_TEST(date_label)
{
    label(labels[_i].text, false, labels[_i].published);
    label(labels[_i].text, true, labels[_i].modified);
}
END_TEST

static const struct {
    const char *printed, *json_ld, *tag, *url;
    const char *want, *source;
} days[] = {
    { "March 4, 2025", NULL, NULL, NULL, "2025-03-04", "page" },
    /* what readers see comes before what scripts see */
    { "Updated March 4, 2025", "2020-01-02", NULL, NULL, "2025-03-04",
      "updated:page" },
    { "Updated March 4, 2025", NULL, "2020-01-02", NULL, "2020-01-02", "meta" },
    { NULL, "2020-01-02", NULL, NULL, "2020-01-02", "json-ld" },
    /* the order of day and month that a script confirms */
    { "04/03/2025", "2025-03-04", NULL, NULL, "2025-03-04", "page" },
    { "04/03/2025", NULL, NULL, NULL, "2025-04-03", "page" },
    /* one instant in two time zones */
    { "March 4, 2025", NULL, "2025-03-05T01:30:00Z", NULL,
      "2025-03-05T01:30:00Z", "meta" },
    { "March 4, 2025", NULL, "2025-03-05T01:30:00Z",
      "https://paper.example/2025/03/04/x", "2025-03-04", "page" },
};

START_TEST(day)
{
    struct cd_hint hint = { .text = cd_str_of(days[_i].printed),
                            .trust = CD_TRUST_PRINTED };
    struct cd_meta_tag tag = { CD_STR("article:published_time"),
                               cd_str_of(days[_i].tag) };
    struct cd_page_facts facts = { .dates = &hint,
                                   .date_count = hint.text.p != NULL,
                                   .tags = &tag,
                                   .tag_count = 1 };
    struct cd_doc doc = { .url = cd_str_of(days[_i].url) };

    facts.jsonld.article.published = cd_str_of(days[_i].json_ld);
    cd_dates_find(&doc, &facts);
    ck_assert_view_eq(doc.meta.published.value, days[_i].want);
    ck_assert_str_eq(doc.meta.published.source, days[_i].source);
    cd_arena_release(&doc.arena);
}
END_TEST

static const struct {
    const char *text, *want; /* NULL: none is left */
} tag_lists[] = {
    { "Ferries, Halm;Ferries", "[\"Ferries\",\"Halm\"]" },
    { " , ;", NULL },
    { "cce15240-c52a-4887-a61a-cd64701d6596, Halm", "[\"Halm\"]" },
    { "2024, 100312362, Halm", "[\"2024\",\"Halm\"]" },
    { "PACKAGE:US-TOP-NEWS, Halm", "[\"Halm\"]" },
    { "Day: Friday, Page Type: Article, Halm", "[\"Halm\"]" },
    { "Dune: Part Two, Halm", "[\"Dune: Part Two\",\"Halm\"]" },
};

START_TEST(tags)
{
    struct cd_arena arena = { 0 };
    struct cd_tag_list list = { 0 };
    struct cd_str got;

    cd_tags_split(&list, cd_str_of(tag_lists[_i].text));
    got = cd_tags_json(&arena, &list);
    if (tag_lists[_i].want == NULL)
        ck_assert_ptr_null(got.p);
    else
        ck_assert_view_eq(got, tag_lists[_i].want);
    cd_arena_release(&arena);
}
END_TEST

static const struct {
    const char *text, *want;
} descriptions[] = {
    { "A ferry &amp; its rope", "A ferry & its rope" },
    { "<p>The <a href=\"/f\">ferry</a> sails.</p><p>Again.</p>",
      " The ferry sails.  Again. " },
    { "The <table> element has rows, 3 < 4",
      "The <table> element has rows, 3 < 4" },
    { "a < b</i> c", "a < b c" },
    { "It sails again, and that&#821\u2026", "It sails again, and that\u2026" },
    { "It sails again, and that&#", "It sails again, and that" },
    { "Lock &#38; key", "Lock & key" },
    { "R&D...", "R&D..." },
    { "<a</", "" },
    { "&", "&" },
    { "", "" },
};

START_TEST(description)
{
    struct cd_arena arena = { 0 };

    ck_assert_view_eq(
        cd_description_tidy(&arena, cd_str_of(descriptions[_i].text)),
        descriptions[_i].want);
    cd_arena_release(&arena);
}
END_TEST

Suite *
check_meta(void)
{
    Suite *suite = suite_create("meta");
    TCase *tcase = tcase_create("meta");

    tcase_add_loop_test(tcase, byline_clean, 0, (int)CD_COUNT(bylines));
    tcase_add_test(tcase, byline_far);
    tcase_add_loop_test(tcase, is_name, 0, (int)CD_COUNT(names));
    tcase_add_loop_test(tcase, author, 0, (int)CD_COUNT(authors));
    tcase_add_loop_test(tcase, crowd, 0, (int)CD_COUNT(crowds));
    tcase_add_loop_test(tcase, byline_split, 0, (int)CD_COUNT(splits));
    tcase_add_loop_test(tcase, title, 0, (int)CD_COUNT(titles));
    tcase_add_loop_test(tcase, date_label, 0, (int)CD_COUNT(labels));
    tcase_add_loop_test(tcase, tags, 0, (int)CD_COUNT(tag_lists));
    tcase_add_loop_test(tcase, description, 0, (int)CD_COUNT(descriptions));
    tcase_add_loop_test(tcase, day, 0, (int)CD_COUNT(days));
    suite_add_tcase(suite, tcase);
    return suite;
}
