/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/check.h"

#include <stdio.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "base/buf.h"
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

static const struct {
    const char *tag, *text;
    enum cd_language want;
} texts[] = {
    { "de-AT", "", CD_LANGUAGE_DE },
    { "FR", "", CD_LANGUAGE_FR },
    { "es_MX", "the and of the", CD_LANGUAGE_ES },
    { "den", "", CD_LANGUAGE_EN },
    { "it", "il governo ha detto", CD_LANGUAGE_EN },
    { "", "Das ist der Preis, und er ist nicht hoch.", CD_LANGUAGE_DE },
    { "", "Le prix est dans une liste pour les clients.", CD_LANGUAGE_FR },
    { "", "El precio es alto y los clientes se van por la noche.",
      CD_LANGUAGE_ES },
    { "", "The price is in the list and that was it.", CD_LANGUAGE_EN },
    { "", "Rue de la Paix", CD_LANGUAGE_EN },
    { "", "Der Gewinn sank auf 3 Euro.", CD_LANGUAGE_DE },
    { "", "She met Der Spiegel and El Pais.", CD_LANGUAGE_EN },
};

START_TEST(chosen)
{
    ck_assert_int_eq(
        cd_language_of(cd_str_of(texts[_i].tag), cd_str_of(texts[_i].text)),
        texts[_i].want);
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
    suite_add_tcase(suite, tcase);
    return suite;
}
