/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/plain/figures.h"
#include "parser/plain/plain.h"
#include "tests/check.h"

#define LEAD                                                                   \
    "The ferry to the outer islands will sail again on Monday. The company "   \
    "said so on Friday, after three weeks of repairs."
#define MORE                                                                   \
    "Passengers with tickets for the lost weeks get their money back, or may " \
    "sail on any day before the end of June."
#define CUT1                                                                   \
    "Every spring the tide leaves more behind than the town can carry away. "  \
    "Volunteers who have walked the beach for years say that this time the"
#define CUT2                                                                   \
    "The keeper of the last manned light on this coast has seen storms come "  \
    "and go. Now he is asked to explain why nobody wants to take over when"
#define NOTE                                                                   \
    "Whoever has lost a suitcase on the pier can ask for it in the office at " \
    "the harbour, which is open on weekdays."

#define MENU                                                                   \
    "Home\nNews\nSport\nWeather\nTides\nShips\nPeople\nLetters\nArts\nFood\n"  \
    "Travel\nVideo\n"

static const struct {
    const char *text;
    const char *want; /* the kept text */
} cases[] = {
    /* a whole page: the menu, the headline, and what stands behind the text */
    { MENU
      "The ferry returns after three weeks\nBy Ida Marsh\n3 May 2026\n\n" LEAD
      "\n\n" MORE "\n\n" NOTE "\n\nTerms\nPrivacy\n" MENU,
      "The ferry returns after three weeks\n\n" LEAD "\n\n" MORE "\n\n" NOTE },
    /* a list at the end of an article makes no page of it */
    { LEAD "\n\n" MORE "\n\n" NOTE "\n\nWhat to bring\n\nBoots\n\nA coat\n\n"
           "Bread\n\nA lamp\n\nRope\n\nTea",
      LEAD "\n\n" MORE "\n\n" NOTE "\n\nWhat to bring\n\nBoots\n\nA coat\n\n"
           "Bread\n\nA lamp\n\nRope\n\nTea" },
    { "Ferry returns\n\n" LEAD "\n\n" MORE,
      "Ferry returns\n\n" LEAD "\n\n" MORE },
    /* a list under a teaser heading */
    { LEAD "\n\nExplore more\n\nWhat the tide leaves\n\n" CUT1
           "\n\nThe last keeper\n\n" CUT2,
      LEAD },
    /* and article behind it */
    { LEAD "\n\nRead next\n\nWhat the tide leaves\n\n" CUT1 "\n\n" MORE,
      LEAD "\n\n" MORE },
    { LEAD "\n\nLees ook\n\nWat de vloed achterlaat\n\n" CUT1
           "\n\nLost and found\n\n" MORE,
      LEAD "\n\nLost and found\n\n" MORE },
    /* bare titles; the last one heads the prose behind them */
    { LEAD "\n\nRelated articles\n\nTide tables\nStorm warnings\nNew pier"
           "\n\nLost and found\n\n" NOTE,
      LEAD "\n\nLost and found\n\n" NOTE },
    /* a teaser heading with prose under it heads a part of the article */
    { LEAD "\n\nRecommended reading\n\n" MORE, LEAD "\n\n" MORE },
    /* no phrase heads the list, but it ends the text */
    { LEAD "\n\n" MORE "\n\nWhat the tide leaves\n\n" CUT1
           "\n\nThe last keeper\n\n" CUT2,
      LEAD "\n\n" MORE },
    /* one cut paragraph is no list */
    { LEAD "\n\nWhat the tide leaves\n\n" CUT1,
      LEAD "\n\nWhat the tide leaves\n\n" CUT1 },
    /* single lines in the text */
    { LEAD "\n\nAdvertisement\n\nRead more: Storm warnings for the "
           "coast\n\nSign up for our newsletter\n\n" MORE,
      LEAD "\n\n" MORE },
    { LEAD "\n\nCorrection: an earlier version gave a wrong day.",
      LEAD "\n\nCorrection: an earlier version gave a wrong day." },
    /* addresses at the end, not in the middle */
    { LEAD "\n\nHarbour Post, 1 Pier Road\n\nnews@harbourpost.example\n\n"
           "+00 555 0100 200",
      LEAD },
    { LEAD "\n\nWrite to news@harbourpost.example\n\n" MORE,
      LEAD "\n\nWrite to news@harbourpost.example\n\n" MORE },
    /* figures of a result are no address, and no headings without text */
    { LEAD "\n\nYear\n\nShr loss nine cts vs profit 22 cts\n\n"
           "Net 1,923,304 vs 1,897,998\n\nRevs 12.4 mln vs 11.9 mln\n\n"
           "Avg shrs 2,332,397 vs 1,428,000",
      LEAD "\n\nYear\n\nShr loss nine cts vs profit 22 cts\n\n"
           "Net 1,923,304 vs 1,897,998\n\nRevs 12.4 mln vs 11.9 mln\n\n"
           "Avg shrs 2,332,397 vs 1,428,000" },
    /* rows of a table are no titles with blurbs */
    { LEAD "\n\nQuota\n\nHalm 5,848 160,160 Tarn 103 21,840 Hollin 1,200 "
           "7,500 Dun 340 10,010 Low Fen 26,019.8 Elm 900 25,190\n\nQuota\n\n"
           "Kestrel 1,848 60,160 Marsh 1,403 2,840 Harrow 200 7,500 Norr 310 "
           "1,010 Sund 2,019.8 Vik 900 5,190",
      LEAD "\n\nQuota\n\nHalm 5,848 160,160 Tarn 103 21,840 Hollin 1,200 "
           "7,500 Dun 340 10,010 Low Fen 26,019.8 Elm 900 25,190\n\nQuota\n\n"
           "Kestrel 1,848 60,160 Marsh 1,403 2,840 Harrow 200 7,500 Norr 310 "
           "1,010 Sund 2,019.8 Vik 900 5,190" },
    { LEAD "\n\nTel. 020 555 0100 Fax 020 555 0101", LEAD },
    /* a heading that has lost its text */
    { LEAD "\n\nOn other pages\n\nRead more: Storm warnings", LEAD },
    /* lines broken to a width are put together, list items are not */
    { "The ferry to the outer islands will sail again on\n"
      "Monday. The company said so on Friday, after three\n"
      "weeks of repairs.\n"
      "- a second boat\n"
      "- a new pier",
      LEAD "\n\n- a second boat\n\n- a new pier" },
    { "\xef\xbb\xbf\r\n" LEAD "\r\n\r\n\t" MORE "\r\n", LEAD "\n\n" MORE },
    { "\n \n\xc2\xa0\n", "" },
};

static void
read_text(struct cd_doc *doc, const char *text)
{
    doc->page = cd_str_of(text);
    if (cd_str_starts(doc->page, CD_STR("\xef\xbb\xbf")))
        doc->page = cd_str_sub(doc->page, 3, doc->page.n);
    cd_plain_read(doc);
    cd_plain_judge(doc);
    cd_doc_join(doc);
}

START_TEST(kept)
{
    struct cd_doc doc = { .format = CD_FORMAT_TEXT };

    read_text(&doc, cases[_i].text);
    ck_assert_view_eq(doc.text, cases[_i].want);
    ck_assert_uint_eq(doc.account.in, doc.account.kept + doc.account.dropped);
    for (size_t i = 0; i < doc.block_count; i++)
        ck_assert_uint_gt(doc.blocks[i].reason.n, 0);
    cd_arena_release(&doc.arena);
}
END_TEST

/* Cleaning what was cleaned changes nothing. */
START_TEST(twice)
{
    struct cd_doc once = { 0 }, again = { 0 };

    read_text(&once, cases[_i].text);
    read_text(&again, once.text.p);
    ck_assert(cd_str_eq(once.text, again.text));
    cd_arena_release(&once.arena);
    cd_arena_release(&again.arena);
}
END_TEST

static const struct {
    const char *text;
    unsigned want;
} figure_cases[] = {
    { "Net 1.1 mln vs 829,000", 2 },
    { "Shr 27 cts vs 24 cts", 2 },
    { "Up 3% to $40", 2 },
    { "Prices of 2019", 0 },
    { "1 Pier Road, +00 555 0100", 0 },
    { "12.03.2024", 0 },
    { "B52 and MP3", 0 },
    { "9", 0 },
    { "", 0 },
};

START_TEST(figures)
{
    ck_assert_uint_eq(cd_plain_figures(cd_str_of(figure_cases[_i].text)),
                      figure_cases[_i].want);
}
END_TEST

Suite *
check_plain(void)
{
    Suite *suite = suite_create("plain");
    TCase *tests = tcase_create("plain");

    tcase_add_loop_test(tests, kept, 0, CD_COUNT(cases));
    tcase_add_loop_test(tests, twice, 0, CD_COUNT(cases));
    tcase_add_loop_test(tests, figures, 0, CD_COUNT(figure_cases));
    suite_add_tcase(suite, tests);
    return suite;
}
