/* SPDX-License-Identifier: Apache-2.0 */
#include "base/language.h"
#include "tests/check.h"
#include "tests/clean_page.h"

#include <stdio.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "base/buf.h"
#include "copydesk.h"
#include "nlp/quantity/language.h"
#include "nlp/quantity/quantity.h"

/* Number words as grammars of the languages put them together, apart from
 * tools/mknumerals.py. */
static const char *const de_small[] = {
    "",         "ein",      "zwei",     "drei",     "vier",
    "fünf",     "sechs",    "sieben",   "acht",     "neun",
    "zehn",     "elf",      "zwölf",    "dreizehn", "vierzehn",
    "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"
};
static const char *const de_tens[] = { "",        "",        "zwanzig",
                                       "dreißig", "vierzig", "fünfzig",
                                       "sechzig", "siebzig", "achtzig",
                                       "neunzig" };
static const char *const fr_small[] = {
    "",         "un",     "deux",  "trois",    "quatre",   "cinq",    "six",
    "sept",     "huit",   "neuf",  "dix",      "onze",     "douze",   "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"
};
static const char *const fr_tens[] = {
    "",          "",         "vingt",    "trente",       "quarante",
    "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"
};
static const char *const es_small[] = { "",
                                        "uno",
                                        "dos",
                                        "tres",
                                        "cuatro",
                                        "cinco",
                                        "seis",
                                        "siete",
                                        "ocho",
                                        "nueve",
                                        "diez",
                                        "once",
                                        "doce",
                                        "trece",
                                        "catorce",
                                        "quince",
                                        "dieciséis",
                                        "diecisiete",
                                        "dieciocho",
                                        "diecinueve",
                                        "veinte",
                                        "veintiuno",
                                        "veintidós",
                                        "veintitrés",
                                        "veinticuatro",
                                        "veinticinco",
                                        "veintiséis",
                                        "veintisiete",
                                        "veintiocho",
                                        "veintinueve" };
static const char *const es_tens[] = { "",        "",         "",
                                       "treinta", "cuarenta", "cincuenta",
                                       "sesenta", "setenta",  "ochenta",
                                       "noventa" };
static const char *const es_hundreds[] = {
    "",           "ciento",      "doscientos",  "trescientos", "cuatrocientos",
    "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"
};

static void
german(struct cd_buf *out, unsigned n)
{
    if (n >= 1000) {
        german(out, n / 1000);
        cd_buf_puts(out, "tausend");
        n %= 1000;
    }
    if (n >= 100)
        cd_buf_printf(out, "%shundert", de_small[n / 100]);
    n %= 100;
    if (n < 20)
        cd_buf_puts(out, de_small[n]);
    else
        cd_buf_printf(out, "%s%s%s", de_small[n % 10], n % 10 > 0 ? "und" : "",
                      de_tens[n / 10]);
}

static void
french(struct cd_buf *out, unsigned n)
{
    unsigned tens;

    if (n >= 1000) {
        if (n >= 2000) {
            french(out, n / 1000);
            cd_buf_putc(out, ' ');
        }
        cd_buf_puts(out, "mille ");
        n %= 1000;
    }
    if (n >= 200)
        cd_buf_printf(out, "%s ", fr_small[n / 100]);
    if (n >= 100)
        cd_buf_puts(out, "cent ");
    n %= 100;
    if (n < 20) {
        cd_buf_puts(out, fr_small[n]);
        return;
    }
    tens = n / 10;
    cd_buf_puts(out, fr_tens[n / 10]);
    if (n / 10 != 7 && n / 10 != 9)
        n %= 10;
    else
        n -= n / 10 == 7 ? 60 : 80;
    if (n > 0)
        cd_buf_printf(out, "-%s%s", n % 10 == 1 && tens < 8 ? "et-" : "",
                      fr_small[n]);
}

static void
spanish(struct cd_buf *out, unsigned n)
{
    if (n >= 1000) {
        if (n >= 2000) {
            spanish(out, n / 1000);
            cd_buf_putc(out, ' ');
        }
        cd_buf_puts(out, "mil ");
        n %= 1000;
    }
    if (n >= 100)
        cd_buf_printf(out, "%s ", n == 100 ? "cien" : es_hundreds[n / 100]);
    n %= 100;
    if (n < 30)
        cd_buf_puts(out, es_small[n]);
    else
        cd_buf_printf(out, "%s%s%s", es_tens[n / 10], n % 10 > 0 ? " y " : "",
                      es_small[n % 10]);
}

static void (*const spell[])(struct cd_buf *, unsigned) = {
    [CD_LANGUAGE_DE] = german,
    [CD_LANGUAGE_FR] = french,
    [CD_LANGUAGE_ES] = spanish,
};
static const char *const things[] = { NULL, "Meter", "mètres", "metros" };

/* Reads "WORDS metres" and compares the value. */
static void
check_reading(const struct cd_quantities *engine, struct cd_reading *reading,
              struct cd_str text, unsigned n)
{
    struct cd_arena arena = { 0 };
    struct cd_error err;
    struct cd_str got = CD_STR("nothing");
    struct cd_span all = { 0, text.n };
    char want[16];

    ck_assert(cd_quantities_read(engine, reading, &arena, text, all, &err) ==
              CD_OK);
    if (reading->count == 1)
        got = cd_decimal_print(reading->items[0].value, &arena);
    snprintf(want, sizeof(want), "%u", n);
    ck_assert_msg(cd_str_is(got, want), "'%.*s' is %.*s", (int)text.n, text.p,
                  (int)got.n, got.p);
    cd_arena_release(&arena);
}

/* Letters with marks are one code point, and then two. */
static void
check_number(const struct cd_quantities *engine, struct cd_reading *reading,
             unsigned n)
{
    struct cd_buf words = { 0 };
    char *apart;

    spell[reading->language](&words, n);
    cd_buf_printf(&words, " %s.", things[reading->language]);
    check_reading(engine, reading, cd_buf_str(&words), n);
    cd_buf_putc(&words, '\0');
    apart = (char *)utf8proc_NFD((const utf8proc_uint8_t *)words.p);
    ck_assert_ptr_nonnull(apart);
    check_reading(engine, reading, cd_str_of(apart), n);
    free(apart);
    cd_buf_release(&words);
}

START_TEST(number_words)
{
    struct cd_error err;
    struct cd_quantities *engine = cd_quantities_new(NULL, &err);
    struct cd_reading *reading = cd_reading_new();

    reading->language = (enum cd_language)(_i);
    for (unsigned n = 2; n < 130; n++)
        check_number(engine, reading, n);
    for (unsigned n = 130; n < 1000000; n += n / 7 + 13)
        check_number(engine, reading, n);
    cd_reading_free(reading);
    cd_quantities_free(engine);
}
END_TEST

/* The parts of a word are more tokens: those at the end are read, too. */
START_TEST(behind_a_compound)
{
    const struct cd_str text =
        CD_STR("Es war einhundertzwanzigtausend Meter lang und kostet 12 Euro");
    struct cd_error err;
    struct cd_arena arena = { 0 };
    struct cd_quantities *engine = cd_quantities_new(NULL, &err);
    struct cd_reading *reading = cd_reading_new();

    reading->language = CD_LANGUAGE_DE;
    ck_assert(cd_quantities_read(engine, reading, &arena, text,
                                 (struct cd_span){ 0, text.n }, &err) == CD_OK);
    ck_assert_uint_eq(reading->count, 2);
    cd_reading_free(reading);
    cd_quantities_free(engine);
    cd_arena_release(&arena);
}
END_TEST

/* Texts of a length that a paragraph has. */
#define ENGLISH                                                                \
    "The ferry carried 4,200 people in May, said the company that runs it, "   \
    "and that was more than it has had in any month since the war."
#define ZULU                                                                   \
    "Isikebhe sithwale abantu abangu-4,200 ngoMeyi, futhi lokhu kudlula "      \
    "konke, kusho inkampani. Abantu bathi bajabule kakhulu ngoba umkhumbi "    \
    "omusha uyashesha kodwa ubiza imali eningi uma kuqhathaniswa nomdala."
#define INVENTED                                                               \
    "Komu tarel ovedi brinka solute, morani keltu davo preski 4,200 ulvan "    \
    "tiresko hamli, vorden kashti melo ruvan dispa terkin olvath simre "       \
    "gontal, bareshi nomutek falder wispo treke lundar chavi."
#define LIST                                                                   \
    "Arden 3 Bexley 1\nCrofton 2 Dunmore 2\nElmsford 0 Farleigh 4\nGilden "    \
    "1 Harrow 0\nIverton 5 Jarrow 3\nKelso 2 Lorne 1\nMarden 0 Norrlin 0\n"

static const struct {
    const char *tag, *text;
    enum cd_language want;
} texts[] = {
    /* a tag alone */
    { "de-AT", "", CD_LANGUAGE_DE },
    { "FR", "", CD_LANGUAGE_FR },
    { "es_MX", "the end", CD_LANGUAGE_ES },
    { "nn-NO", "", CD_LANGUAGE_NONE },
    { "hr", "42", CD_LANGUAGE_NONE },
    { "ja", "Norrlin 15 Pro, 256 GB", CD_LANGUAGE_NONE },
    { "den", "", CD_LANGUAGE_EN },
    { "xyzzy", "", CD_LANGUAGE_EN },
    { "e", "", CD_LANGUAGE_EN },
    /* words alone */
    { "", "Das ist der Preis, und er ist nicht hoch.", CD_LANGUAGE_DE },
    { "", "Le prix est dans une liste pour les clients.", CD_LANGUAGE_FR },
    { "", "El precio es alto y los clientes se van por la noche.",
      CD_LANGUAGE_ES },
    { "", "The price is in the list and that was it.", CD_LANGUAGE_EN },
    { "", "Der Gewinn sank auf 3 Euro.", CD_LANGUAGE_DE },
    { "",
      "Shr 34 cts vs 1.19 dlrs\n\nNet 807,000 vs 2,858,000\n\nAssets 510.2 mln "
      "vs 479.7 mln\n\nDeposits 472.3 mln vs 440.3 mln\n\nLoans 299.2 mln vs "
      "327.2 mln",
      CD_LANGUAGE_EN },
    { "", INVENTED, CD_LANGUAGE_NONE },
    { "", ZULU, CD_LANGUAGE_NONE },
    /* nothing that tells */
    { "", "", CD_LANGUAGE_EN },
    { "", "Rue de la Paix", CD_LANGUAGE_EN },
    { "", "She met Der Spiegel and El Pais.", CD_LANGUAGE_EN },
    { "", "Los Angeles, Las Vegas and El Paso", CD_LANGUAGE_EN },
    { "", LIST, CD_LANGUAGE_EN },
    { "en", LIST LIST LIST LIST, CD_LANGUAGE_EN },
    { "",
      "grain grain grain grain grain grain grain grain grain grain grain "
      "grain grain grain grain grain grain grain grain grain grain grain "
      "grain grain grain grain grain grain grain grain grain grain grain",
      CD_LANGUAGE_EN },
    /* a tag that the words belie */
    { "fr", ENGLISH, CD_LANGUAGE_EN },
    { "it", ENGLISH, CD_LANGUAGE_EN },
    { "ja", ENGLISH, CD_LANGUAGE_EN },
    { "it", "il governo ha detto", CD_LANGUAGE_NONE },
    { "en", ZULU, CD_LANGUAGE_NONE },
    { "de-DE", ZULU, CD_LANGUAGE_NONE },
    { "fr", INVENTED, CD_LANGUAGE_NONE },
    { "en",
      "Il ministero ha detto che i treni sono stati fermi per 3 ore, e "
      "che non si sa ancora quando la linea sarà di nuovo aperta.",
      CD_LANGUAGE_NONE },
    /* the whole of a text, not how it begins */
    { "en", ENGLISH " " ZULU " " ZULU " " ZULU " " ZULU " " ZULU " " ZULU,
      CD_LANGUAGE_NONE },
    { "en",
      ZULU " " ENGLISH " " ENGLISH " " ENGLISH " " ENGLISH " " ENGLISH
           " " ENGLISH " " ENGLISH,
      CD_LANGUAGE_EN },
    /* other letters */
    { "", "Паром перевёз в мае 4200 человек.", CD_LANGUAGE_NONE },
    { "", "Паром перевіз у травні 4200 людей.", CD_LANGUAGE_NONE },
    { "", "Фериботът превози през май 4200 души.", CD_LANGUAGE_NONE },
    { "", "Траектот во мај превезе 4200 луѓе.", CD_LANGUAGE_NONE },
    { "", "Το πλοίο μετέφερε 4.200 άτομα τον Μάιο.", CD_LANGUAGE_NONE },
    { "", "נקלו 4,200 איש במעבורת בחודש מאי.", CD_LANGUAGE_NONE },
    { "", "نقلت العبارة 4200 شخص في مايو.", CD_LANGUAGE_NONE },
    { "",
      "کشتی در ماه مه ۴۲۰۰ نفر را جابه‌جا کرد.",
      CD_LANGUAGE_NONE },
    { "", "فیری نے مئی میں 4200 افراد کو سفر کرایا۔", CD_LANGUAGE_NONE },
    { "", "नाव ने मई में 4,200 लोगों को पार कराया।", CD_LANGUAGE_NONE },
    { "", "ফেরিটি মে মাসে ৪,২০০ জনকে পার করেছে।", CD_LANGUAGE_NONE },
    { "", "படகு மே மாதத்தில் 4,200 பேரை ஏற்றிச் சென்றது.", CD_LANGUAGE_NONE },
    { "", "เรือมีคน 4,200 คน", CD_LANGUAGE_NONE },
    { "", "渡轮五月载客4200人。", CD_LANGUAGE_NONE },
    { "", "フェリーは5月に4万6584人を運んだ。", CD_LANGUAGE_NONE },
    { "", "여객선은 5월에 4200명을 태웠다.", CD_LANGUAGE_NONE },
    { "", "ბორანმა მაისში 4200 ადამიანი გადაიყვანა.", CD_LANGUAGE_NONE },
    { "", "Լաստանավը մայիսին տեղափոխեց 4200 մարդ։", CD_LANGUAGE_NONE },
    { "", "ጀልባው በግንቦት 4,200 ሰዎችን አጓጓዘ።", CD_LANGUAGE_NONE },
    { "en", "渡轮五月载客4200人，创下纪录。 Copyright Norrlin Ferries",
      CD_LANGUAGE_NONE },
    { "", ENGLISH " (\"渡轮五月载客\", Паром перевёз в мае)", CD_LANGUAGE_EN },
};

START_TEST(chosen)
{
    ck_assert_int_eq(
        cd_language_of(cd_str_of(texts[_i].tag), cd_str_of(texts[_i].text)),
        texts[_i].want);
}
END_TEST

/* The language that a row of data/languages.tsv stands for. */
static enum cd_language
of_row(const char *row)
{
    for (int i = 0; i < CD_LANGUAGE_COUNT; i++)
        if (strncmp(row, cd_languages[i].tag, 2) == 0 && row[2] == '\t')
            return (enum cd_language)i;
    return CD_LANGUAGE_NONE;
}

/* The example of each language is known without a tag. */
START_TEST(examples)
{
    const struct cd_rules_file *file = NULL;
    size_t rows = 0;

    for (size_t i = 0; (file = cd_rules_at(i)) != NULL; i++)
        if (strcmp(file->name, "languages") == 0)
            break;
    ck_assert_ptr_nonnull(file);
    for (const char *const *line = file->lines; *line != NULL; line++) {
        if (**line == '#' || **line == '\0')
            continue;
        ck_assert_msg(
            cd_language_of(CD_STR(""), cd_str_of(strrchr(*line, '\t') + 1)) ==
                of_row(*line),
            "%s", *line);
        rows++;
    }
    ck_assert_uint_ge(rows, 60);
}
END_TEST

/* What is no text at all. */
START_TEST(hostile)
{
    static const char bytes[] = "\xF0\x9F\x98\x80\xEF\xBF\xBD\0 \xCC\x81";
    char text[6000];

    memset(text, 'a', sizeof(text));
    ck_assert_int_eq(
        cd_language_of(CD_STR(""), (struct cd_str){ text, sizeof(text) }),
        CD_LANGUAGE_EN);
    for (size_t i = 0; i < sizeof(text); i++)
        text[i] = bytes[i % (sizeof(bytes) - 1)];
    ck_assert_int_eq(
        cd_language_of(CD_STR("de"), (struct cd_str){ text, sizeof(text) }),
        CD_LANGUAGE_DE);
    ck_assert_int_eq(cd_language_of(CD_STR("-"), (struct cd_str){ NULL, 0 }),
                     CD_LANGUAGE_EN);
}
END_TEST

/* Texts whose language is told by nothing else; NULL: it is not sure. */
static const struct {
    const char *text, *tag;
} told[] = {
    { "The ferry to the outer islands will sail again on Monday, the company "
      "said on Friday, after three weeks of repairs in the yard.",
      "en" },
    { "De veerboot naar de eilanden vaart vanaf maandag weer, zei de rederij "
      "op vrijdag, nadat het schip drie weken op de werf had gelegen.",
      "nl" },
    { "Trajekt na ostrovy bude od pondělí opět jezdit, oznámila v pátek "
      "společnost poté, co byl tři týdny v loděnici v přístavu a nikdo "
      "nevěděl, kdy to bude.",
      "cs" },
    { "Пассажиры, паром на острова снова пойдёт в понедельник, сообщила "
      "компания "
      "в пятницу, после трёх недель ремонта на верфи.",
      "ru" },
    { "Пором на зовнішні острови знову піде в понеділок, повідомила компанія "
      "в п'ятницю, після трьох тижнів ремонту її кораблів на верфі.",
      "uk" },
    { "渡轮公司周五表示，经过三周的维修，前往外岛的渡轮将于周一重新启航，"
      "持票的乘客可以退款。",
      "zh" },
    { "離島へのフェリーは月曜日に再開すると会社が金曜日に発表した。"
      "船は三週間にわたり造船所で修理を受けていた。",
      "ja" },
    { "바깥 섬으로 가는 여객선이 월요일부터 다시 운항한다고 선사가 금요일에 "
      "밝혔다. 배는 조선소에서 수리를 받았다.",
      "ko" },
    /* too short; a script that several languages share; no text */
    { "The ferry sails on Monday.", NULL },
    { "द्वीपों के लिए नौका सोमवार से "
      "फिर चलेगी, कंपनी ने कहा।",
      NULL },
    { "BILLY 80x28x202 LACK 110x26 KALLAX 77x147 MALM 160x200", NULL },
    { "", NULL },
};

START_TEST(tell)
{
    struct cd_str tag = cd_language_tell(cd_str_of(told[_i].text));

    if (told[_i].tag == NULL)
        ck_assert_ptr_null(tag.p);
    else
        ck_assert_view_eq(tag, told[_i].tag);
}
END_TEST

/* The language that a page names is never asked of its text. */
START_TEST(of_page)
{
    static const struct {
        const char *head, *tag, *source;
    } pages[] = { { "<html>", "en", "text" },
                  { "<html lang=da>", "da", "html" } };

    for (size_t i = 0; i < CD_COUNT(pages); i++) {
        struct cd_doc doc = { .arena = { 0 } };
        struct cd_str page;

        page = cd_arena_printf(&doc.arena, "%s<article><h1>Ferry</h1><p>%s</p>",
                               pages[i].head, told[0].text);
        clean_page(&doc, page);
        ck_assert_view_eq(doc.meta.language.value, pages[i].tag);
        ck_assert_str_eq(doc.meta.language.source, pages[i].source);
        cd_arena_release(&doc.arena);
    }
}
END_TEST

Suite *
check_language(void)
{
    Suite *suite = suite_create("language");
    TCase *tcase = tcase_create("language");

    tcase_add_loop_test(tcase, number_words, CD_LANGUAGE_DE, CD_LANGUAGE_COUNT);
    tcase_add_test(tcase, behind_a_compound);
    tcase_add_loop_test(tcase, chosen, 0, CD_COUNT(texts));
    tcase_add_test(tcase, examples);
    tcase_add_test(tcase, hostile);
    tcase_add_loop_test(tcase, tell, 0, CD_COUNT(told));
    tcase_add_test(tcase, of_page);
    suite_add_tcase(suite, tcase);
    return suite;
}
