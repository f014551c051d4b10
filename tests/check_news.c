/* SPDX-License-Identifier: Apache-2.0 */
/* News pages of our own writing in several languages: leads, headings above
 * pictures, offers, links and notes among the paragraphs. */
#include "parser/judge/lead_name.h"
#include "parser/judge/outline.h"
#include "tests/check.h"
#include "tests/clean_page.h"

#define TOP(lang, title)                                                       \
    "<!doctype html><html lang=" lang "><head><title>" title "</title>"        \
    "<meta property=article:published_time content=2026-05-03T10:00:00Z>"      \
    "</head><body><nav><ul><li><a href=/>Start</a></li></ul></nav><main>"      \
    "<article><header><h1>" title "</h1>"
#define END                                                                    \
    "</div></article></main><footer><p>&copy; 2026 Hafenpost</p></footer>"     \
    "</body></html>"

#define DE_LEAD                                                                \
    "Drei Wochen lang kam kein Schiff zu den Inseln. Nun ist die Schraube "    \
    "ersetzt, und am Montag geht es wieder los."
#define DE1                                                                    \
    "Die Fähre zu den äußeren Inseln fährt ab Montag wieder, teilte die "  \
    "Reederei am Freitag mit, nachdem sie drei Wochen lang in der Werft lag."
#define DE2                                                                    \
    "Wer für die verlorenen Wochen eine Karte hatte, bekommt sein Geld "      \
    "zurück oder darf bis Ende Juni an jedem anderen Tag fahren, sagte eine " \
    "Sprecherin."
#define DE3                                                                    \
    "Die Inseln hatten seit dem Sturm kein Brot mehr vom Festland, und ihre "  \
    "einzige Ärztin wurde zweimal in der Woche von der Küstenwache geflogen."
#define DE4                                                                    \
    "Ob das alte Schiff zu retten ist, muss die Werft sagen. Es wurde 1971 "   \
    "gebaut, und kein anderes dieser Art ist noch auf See."
#define DE_SUB                                                                 \
    "Reederei verspricht den Inseln nach drei Wochen wieder tägliche Fahrten"
#define TOPBOX(name)                                                           \
    "<html lang=de><head><title>Fähre kehrt zurück</title>"                  \
    "<meta property=article:published_time content=2026-05-03T10:00:00Z>"      \
    "</head><body><main><article><header class='" name "'>"                    \
    "<h1>Fähre kehrt zurück</h1>"
#define DE TOP("de", "Fähre kehrt zurück")
#define SAID "<meta name=description content='" DE_LEAD "'>"
#define IN "</header><div class=body>"

#define EN_LEAD                                                                \
    "For three weeks no ship came to the islands. Now the screw has been "     \
    "replaced, and she sails on Monday."
#define EN1                                                                    \
    "The ferry to the outer islands will sail again on Monday, the company "   \
    "said on Friday, after three weeks of repairs in the yard at Northport."
#define EN2                                                                    \
    "Passengers with tickets for the lost weeks get their money back, or may " \
    "sail on any day before the end of June, a spokeswoman told reporters."
#define EN3                                                                    \
    "The islands have had no bread from the mainland since the storm, and "    \
    "their only doctor has been flown in by the coast guard twice a week."

#define EN_TITLE "Ferry returns to the outer islands"
#define TWICE(head)                                                            \
    "<html lang=en><head><title>" EN_TITLE "</title>"                          \
    "<meta property=article:published_time content=2026-05-03T10:00:00Z>"      \
    "</head><body><main><article><div>" head "<p>" EN1 "</p><p>" EN2           \
    "</p><p>" EN3 "</p>" END

/* clang-format off: it counts signs, and tests/style.sh bytes */
#define CS1                                                                    \
    "Trajekt na vnější ostrovy bude od pondělí opět jezdit, "            \
    "oznámila v pátek společnost poté, co byl tři týdny v loděnici "    \
    "v přístavu."
#define CS2                                                                    \
    "Cestující s lístky na ztracené týdny dostanou peníze zpět, "       \
    "nebo mohou jet kterýkoli den do konce června, řekla mluvčí."
#define CS3                                                                    \
    "Ostrovy neměly od bouře žádný chléb z pevniny a jejich jediná "    \
    "lékařka přilétala dvakrát týdně s pobřežní stráží."
#define KO1                                                                    \
    "바깥 섬으로 가는 여객선이 월요일부터 "                    \
    "다시 운항한다고 선사가 금요일에 밝혔다. "                \
    "배는 북항 조선소에서 3주 동안 수리를 받았다."
#define KO2                                                                    \
    "운항하지 못한 기간의 표를 가진 승객은 "                   \
    "환불을 받거나 6월 말까지 아무 날이나 "                     \
    "탈 수 있다고 대변인은 기자들에게 말했다."
#define KO3                                                                    \
    "섬에는 폭풍 이후 육지에서 빵이 "                             \
    "들어오지 않았고, 하나뿐인 의사는 일주일에 "             \
    "두 번 해안경비대의 도움으로 들어왔다."
#define KO_LEAD                                                                \
    "3주 동안 섬에 배가 오지 않았다. "                             \
    "이제 수리가 끝나 월요일에 다시 떠난다."
/* clang-format on */

static const struct {
    const char *html;
    const char *want;    /* stands in the text; NULL: nothing is asked */
    const char *without; /* must not stand in it */
} cases[] = {
    /* the lead, in the head of the article */
    { DE "<p class=lead>" DE_LEAD "</p><p>Von Ida Marsch</p>" IN "<p>" DE1
         "</p><p>" DE2 "</p><p>" DE3 "</p><p>" DE4 "</p>" END,
      DE_LEAD "\n\n" DE1, "Marsch" },
    { TOP("ko", "여객선 돌아온다") "<p class=lead>" KO_LEAD "</p>" IN "<p>" KO1
                                   "</p><p>" KO2 "</p><p>" KO3 "</p>" END,
      KO_LEAD "\n\n" KO1, NULL },
    /* a heading in a box named after links, which the page says of itself */
    { DE SAID "<div class=related-head><h2>" DE_LEAD "</h2></div>" IN "<p>" DE1
              "</p><p>" DE2 "</p><p>" DE3 "</p>" END,
      DE_LEAD "\n\n" DE1, NULL },
    /* behind the first of two headlines */
    { DE SAID "<div class=related-head><h2>" DE_LEAD "</h2></div>" IN
              "<h2>Fähre kehrt am Montag zurück</h2><p>" DE1 "</p><p>" DE2
              "</p><p>" DE3 "</p>" END,
      DE_LEAD, NULL },
    /* in a head with a picture, which is named after that */
    { TOPBOX("story has-media") "<div class=summary><p>" DE_LEAD "</p></div>" IN
                                "<p>" DE1 "</p><p>" DE2 "</p><p>" DE3
                                "</p>" END,
      DE_LEAD "\n\n" DE1, NULL },
    /* a heading without a full stop, above a picture */
    { DE "<div class=subtitles><h2 class=subtitle>" DE_SUB
         "</h2></div><figure><img src=1.jpg><figcaption>Foto: Marsch"
         "</figcaption></figure>" IN "<p>" DE1 "</p><p>" DE2 "</p><p>" DE3
         "</p>" END,
      DE_SUB "\n\n" DE1, "Foto" },
    /* the same, and a lead behind it */
    { DE "<h2>" DE_SUB "</h2><p>" DE_LEAD "</p>" IN "<p>" DE1 "</p><p>" DE2
         "</p><p>" DE3 "</p>" END,
      DE_SUB "\n\n" DE_LEAD "\n\n" DE1, NULL },
    /* no lead: what a picture shows, in a box of its own */
    { DE "<div class=media><p>" DE_LEAD "</p></div>" IN "<p>" DE1 "</p><p>" DE2
         "</p><p>" DE3 "</p>" END,
      DE1, DE_LEAD },
    /* the headline again, in capitals, and with the name of the site */
    { TWICE("<h1>" EN_TITLE "</h1><h2>FERRY RETURNS TO THE OUTER ISLANDS</h2>"),
      EN_TITLE "\n\n" EN1, "RETURNS" },
    { TWICE("<h1>" EN_TITLE "</h1><div><h1>&ldquo;" EN_TITLE
            "&rdquo; | The Harbour Post</h1></div>"),
      EN_TITLE "\n\n" EN1, "Harbour Post" },
    /* but not its words and more, nor in the text */
    { TWICE("<h1>" EN_TITLE "</h1><h2>" EN_TITLE " after three weeks</h2>"),
      "weeks\n\n" EN1, NULL },
    { TWICE("<h1>" EN_TITLE "</h1><p>" EN1 "</p><p>" EN2 "</p><h2>" EN_TITLE
            "</h2>"),
      EN2 "\n\n" EN_TITLE "\n\n" EN1, NULL },
    /* nor where text follows a dash */
    { TWICE("<h1>" EN_TITLE "</h1><p>" EN_TITLE " \u2013 and with it come the "
            "bread, the post and the doctor, whom the people of the north have "
            "not seen since the storm of the spring tore away the pier.</p>"),
      "tore away the pier.\n\n" EN1, NULL },
    /* an advertisement between a heading and its text */
    { DE IN "<p>" DE1 "</p><p>" DE2 "</p><h3>Brot aus der Luft</h3><p>Anzeige"
            "</p><p>" DE3 "</p><p>" DE4 "</p>" END,
      "Brot aus der Luft\n\n" DE3, "Anzeige" },
    /* no lead: a heading with the words of the title */
    { TOP("de",
          "Fähre kehrt nach drei Wochen zu den Inseln zurück") "<h2>Zu "
                                                               "den Inseln "
                                                               "kehrt heute "
                                                               "die alte Fähre "
                                                               "zurück</h2>" IN
                                                               "<p>" DE1
                                                               "</p><p>" DE2
                                                               "</p><p>" DE3
                                                               "</p><p>" DE4
                                                               "</p>" END,
      DE1, "alte Fähre" },
    /* no lead: a date, a link, the caption of a picture */
    { DE "<p>Stand: 03.05.2026, 10:15 Uhr, geändert 03.05.2026, 11:20 "
         "Uhr</p>" IN "<p>" DE1 "</p><p>" DE2 "</p><p>" DE3 "</p>" END,
      DE1, "11:20" },
    { DE "<p><a href=/abo>Drei Monate lesen und nur einen bezahlen: unser "
         "Angebot zum Frühling</a></p>" IN "<p>" DE1 "</p><p>" DE2 "</p><p>" DE3
         "</p>" END,
      DE1, "Frühling" },
    /* a heading whose picture does not stay stays with the text below that */
    { DE IN
      "<p>" DE1 "</p><p>" DE2 "</p><h2>Brot aus der Luft</h2><figure>"
      "<img src=1.jpg><figcaption>Foto: Marsch</figcaption></figure><p>" DE3
      "</p><p>" DE4 "</p>" END,
      "Brot aus der Luft", NULL },
    /* what stands for a video that the reader has to allow */
    { DE IN "<p>" DE1 "</p><p>" DE2 "</p><div class=embed><h3>Empfohlener "
            "redaktioneller Inhalt</h3><p>An dieser Stelle steht ein Film von "
            "X, der den Artikel ergänzt. Er kann mit einem Klick angezeigt "
            "werden.</p><p>Ich bin damit einverstanden, dass mir Inhalte von X "
            "angezeigt werden.</p></div><p>" DE3 "</p><p>" DE4 "</p>" END,
      DE3, "angezeigt" },
    { TOP("cs", "Trajekt se vrací") IN
      "<p>" CS1 "</p><p>Následuje obsah "
      "vložený z jiného webu. Zde jej můžete přeskočit.</p><p>" CS2
      "</p><p>" CS3 "</p>" END,
      CS1 "\n\n" CS2, "přeskočit" },
    /* a list of other articles among the paragraphs */
    { DE IN "<p>" DE1 "</p><p>" DE2 "</p><ul><li><a href=/1>Wie die Werft an "
            "der Küste überlebte</a></li><li><a href=/2>Der letzte Wärter des "
            "Leuchtturms geht</a></li></ul><p>" DE3 "</p><p>" DE4 "</p>" END,
      DE2 "\n\n" DE3, "Wärter" },
    /* the address of a source is no teaser */
    { TWICE("<h1>" EN_TITLE "</h1><p>" EN1 "</p><p>" EN2 "</p><p><a "
            "href=http://port.example/2026/05/plan-of-the-yard.html>http://"
            "port.example/2026/05/plan-of-the-yard.html</a></p>"),
      "/plan-of-the-yard.html\n\n" EN1, NULL },
    /* what a subscription offers */
    { TOP("en", "Ferry returns") IN
      "<p>" EN1 "</p><p>" EN2 "</p><p>Subscribe "
      "now to read the latest news of the coast.</p><ul><li>Exclusive columns "
      "by Ida Marsh and other writers of the harbour.</li><li>All crosswords "
      "since 1971, with their answers.</li></ul><p>" EN3 "</p>" END,
      EN3, "crosswords" },
    { TOP("nb", "Fergen er tilbake") IN
      "<p>Fergen til de ytre øyene går igjen "
      "fra mandag, opplyste rederiet fredag, etter tre uker på verftet i "
      "nord.</p><p>Artikkelen fortsetter under annonsen</p><p>Passasjerer med "
      "billetter for de tapte ukene får pengene tilbake, sa en talskvinne til "
      "avisen.</p><p>Øyene har ikke hatt brød fra fastlandet siden stormen, og "
      "legen er blitt fløyet inn to ganger i uken.</p>" END,
      "Øyene har", "annonsen" },
};

START_TEST(kept)
{
    struct cd_doc doc = { .arena = { 0 } };

    ck_assert_int_eq(clean_page(&doc, cd_str_of(cases[_i].html)), CD_OK);
    assert_kept(&doc, cases[_i].want, cases[_i].without);
    cd_arena_release(&doc.arena);
}
END_TEST

static const struct {
    const char *names;
    bool lead;
} names[] = {
    { "story__summary", true }, { "atc-IntroText", true },
    { "lead", true },           { "doc_header__subheader", true },
    { "leaderboard", false },   { "misleading", false },
    { "Entradilla2", true },    { "", false },
};

START_TEST(lead_names)
{
    ck_assert_int_eq(cd_lead_is_name(cd_str_of(names[_i].names)),
                     names[_i].lead);
}
END_TEST

/* So many names before it. */
START_TEST(lead_behind_names)
{
    static const int many[] = { 10, 1000 };
    char text[8192] = "";

    for (int i = 0; i < many[_i]; i++)
        strcpy(text + strlen(text), "xy-z ");
    strcpy(text + strlen(text), "lead");
    ck_assert_int_eq(cd_lead_is_name(cd_str_of(text)), many[_i] == 10);
}
END_TEST

/* Where a text stands in a forum, and where its readers talk of it. */
static const struct {
    const char *html;
    bool forum;
} places[] = {
    { "<div class=forum><div class=post><p>" EN1, true },
    { "<ol class=thread><li class=comment><p>" EN1, true },
    { "<ol><li class='comment even thread-even depth-1'><div><p>" EN1, false },
    { "<p>" EN1, false },
};

START_TEST(in_forum)
{
    const struct cd_parse_options options = CD_PARSE_OPTIONS;
    struct cd_doc doc = { .page = cd_str_of(places[_i].html) };
    struct cd_outline outline;
    struct cd_page page = { 0 };

    cd_page_build(&doc, &options, &page);
    outline = cd_outline_make(&doc, &page);
    ck_assert_uint_eq(outline.piece_count, 1);
    ck_assert_int_eq(cd_outline_in_forum(&outline, outline.pieces[0].area),
                     places[_i].forum);
    cd_arena_release(&doc.arena);
}
END_TEST

Suite *
check_news(void)
{
    Suite *suite = suite_create("news");
    TCase *tc = tcase_create("news");

    tcase_add_loop_test(tc, kept, 0, (int)CD_COUNT(cases));
    tcase_add_loop_test(tc, in_forum, 0, (int)CD_COUNT(places));
    tcase_add_loop_test(tc, lead_names, 0, (int)CD_COUNT(names));
    tcase_add_loop_test(tc, lead_behind_names, 0, 2);
    suite_add_tcase(suite, tc);
    return suite;
}
