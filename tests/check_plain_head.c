/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/clock.h"
#include "parser/meta/plain_head.h"
#include "parser/plain/plain.h"
#include "tests/check.h"

#define LEAD                                                                   \
    "Drivers will pay 3 euros to cross the Elm bridge from July, the county "  \
    "council decided after a long night. Lorries pay more."

static const struct {
    const char *text, *id;
    const char *title, *byline, *published, *source; /* NULL: none */
    const char *kept;                                /* the clean text */
} cases[] = {
    { "Toll on Elm bridge doubles\n\n" LEAD, "a.txt",
      "Toll on Elm bridge doubles", NULL, NULL, NULL,
      "Toll on Elm bridge doubles\n\n" LEAD },
    { "-- Toll on U.S. bridge doubles\n-- By Ana Reyes and Bo Lind\n"
      "-- Tue May 8, 2012 5:00pm EDT\n-- "
      "https://news.example/2012/toll\n\n" LEAD,
      "a.txt", "Toll on U.S. bridge doubles", "Ana Reyes and Bo Lind",
      "2012-05-08T17:00:00-04:00", "text",
      "Toll on U.S. bridge doubles\n\n" LEAD },
    { "Toll doubles\nPublished: 8 May 2012\n\n" LEAD, "a.txt", "Toll doubles",
      NULL, "2012-05-08", "text", "Toll doubles\n\n" LEAD },
    { "Toll doubles\nUpdated 9 May 2012, 17:30 CEST\n\n" LEAD, "a.txt",
      "Toll doubles", NULL, "2012-05-09T17:30:00+02:00", "updated:text",
      "Toll doubles\n\n" LEAD },
    /* the year of a dateline is in the name of the file, for that day alone */
    { "Toll doubles\n\nHALM, May 8 (Harbour Wire) - " LEAD, "news/20120508/7",
      "Toll doubles", NULL, "2012-05-08", "dateline", NULL },
    { "HALM, 8 May (Harbour Wire) - " LEAD, "news/2012/05/08/toll", NULL, NULL,
      "2012-05-08", "dateline", NULL },
    { "HALM, May 8 (Harbour Wire) - " LEAD, "news/20120509/7", NULL, NULL, NULL,
      NULL, NULL },
    { "HALM, May 8, 2012 (Harbour Wire) - " LEAD, "a", NULL, NULL, "2012-05-08",
      "dateline", NULL },
    /* a sentence is no title, a title with a date no date line, nor is one of
     * the text; "De" is no "By" */
    { "The ferry sails again.\n\n" LEAD, "a", NULL, NULL, NULL, NULL, NULL },
    { "What happened on May 8, 2012 at the bridge\n\n" LEAD, "a",
      "What happened on May 8, 2012 at the bridge", NULL, NULL, NULL, NULL },
    { "What would a second bridge mean for the ferry at Halm?\n\n" LEAD, "a",
      "What would a second bridge mean for the ferry at Halm?", NULL, NULL,
      NULL, NULL },
    { "De Witt film leads the charts\n\n" LEAD, "a",
      "De Witt film leads the charts", NULL, NULL, NULL, NULL },
    /* a mark before a title goes, a sign that is a part of it stays */
    { "# Toll doubles\n\nBy Ana Reyes\n\n" LEAD, "a", "Toll doubles",
      "Ana Reyes", NULL, NULL, "Toll doubles\n\n" LEAD },
    { "#TollToo grows in the north\n\nBy Ana Reyes\n\n" LEAD, "a",
      "#TollToo grows in the north", "Ana Reyes", NULL, NULL,
      "#TollToo grows in the north\n\n" LEAD },
    { "-5 degrees at the bridge\n\nBy Ana Reyes\n\n" LEAD, "a",
      "-5 degrees at the bridge", "Ana Reyes", NULL, NULL,
      "-5 degrees at the bridge\n\n" LEAD },
    { LEAD "\n\nMay 8, 2012", "a", NULL, NULL, NULL, NULL, NULL },
    { "Boots\n\nA coat\n\nA lamp", "a", NULL, NULL, NULL, NULL, NULL },
};

static void
check_fact(const struct cd_fact *fact, const char *want)
{
    ck_assert_int_eq(fact->value.p != NULL, want != NULL);
    if (want != NULL)
        ck_assert_view_eq(fact->value, want);
}

START_TEST(head)
{
    struct cd_doc doc = { .page = cd_str_of(cases[_i].text),
                          .id = cd_str_of(cases[_i].id) };

    cd_plain_read(&doc);
    cd_plain_judge(&doc);
    cd_plain_head(&doc);
    cd_doc_join(&doc);
    check_fact(&doc.meta.title, cases[_i].title);
    check_fact(&doc.meta.byline, cases[_i].byline);
    check_fact(&doc.meta.published, cases[_i].published);
    if (cases[_i].source != NULL)
        ck_assert_str_eq(doc.meta.published.source, cases[_i].source);
    if (cases[_i].kept != NULL)
        ck_assert_view_eq(doc.text, cases[_i].kept);
    cd_arena_release(&doc.arena);
}
END_TEST

static const struct {
    const char *text;
    int hour, minute, zone; /* hour -1: no time */
} times[] = {
    { "5:00pm EDT", 17, 0, -240 },   { "at 12:05 a.m. GMT", 0, 5, 0 },
    { "12:30 pm", 12, 30, 0 },       { "1910 GMT", 19, 10, 0 },
    { "17:30 (CEST)", 17, 30, 120 }, { "1910", -1, 0, 0 },
    { "25:00", -1, 0, 0 },           { "10:5", -1, 0, 0 },
    { "No. 3,1230 GMT", -1, 0, 0 },
};

START_TEST(clocks)
{
    struct cd_date date = { 0 };
    bool found = cd_clock_read(cd_str_of(times[_i].text), &date);

    ck_assert_int_eq(found, times[_i].hour >= 0);
    if (!found)
        return;
    ck_assert_int_eq(date.hour, times[_i].hour);
    ck_assert_int_eq(date.minute, times[_i].minute);
    ck_assert_int_eq(date.zone, times[_i].zone);
}
END_TEST

Suite *
check_plain_head(void)
{
    Suite *suite = suite_create("plain_head");
    TCase *tests = tcase_create("plain_head");

    tcase_add_loop_test(tests, head, 0, CD_COUNT(cases));
    tcase_add_loop_test(tests, clocks, 0, CD_COUNT(times));
    suite_add_tcase(suite, tests);
    return suite;
}
