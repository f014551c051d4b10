/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/bytes/charset.h"
#include "parser/bytes/utf8_mend.h"
#include "tests/check.h"

/* The label, and the encoding of the standard; NULL: there is none. */
static const struct {
    const char *label, *want;
} labels[] = {
    { "utf-8", "utf-8" },
    { " UTF8\n", "utf-8" },
    { "latin1", "windows-1252" },
    { "ISO-8859-1", "windows-1252" },
    { "us-ascii", "windows-1252" },
    { "cp1251", "windows-1251" },
    { "x-sjis", "shift_jis" },
    { "gb2312", "gbk" },
    { "utf-16", "utf-16le" },
    { "utf-7", NULL },
    { "", NULL },
    { "x-unknown-name-of-some-length-yes", NULL },
};

START_TEST(label)
{
    const struct cd_charset *found =
        cd_charset_find(cd_str_of(labels[_i].label));

    ck_assert_pstr_eq(found != NULL ? found->name : NULL, labels[_i].want);
}
END_TEST

#define NINE                                                                   \
    "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"

static const struct {
    struct cd_str bytes;
    const char *header, *page, *encoding;
    size_t bad;
} decodes[] = {
    { { "plain", 5 }, NULL, "plain", "utf-8", 0 },
    { { "\xef\xbb\xbf"
        "caf\xc3\xa9",
        8 },
      "latin1",
      "caf\xc3\xa9",
      "utf-8",
      0 },
    { { "\xff\xfe"
        "a\0\xe9\0",
        6 },
      NULL,
      "a\xc3\xa9",
      "utf-16le",
      0 },
    { { "\xfe\xff\0a\0\xe9", 6 }, NULL, "a\xc3\xa9", "utf-16be", 0 },
    { { "<\0p\0>\0a\0\x19\x20", 10 },
      NULL,
      "<p>a\xe2\x80\x99",
      "utf-16le",
      0 }, /* no mark, but NULs */
    { { "\x93q\x94 \x80", 5 },
      "iso-8859-1",
      "\xe2\x80\x9cq\xe2\x80\x9d \xe2\x82\xac",
      "windows-1252",
      0 },
    { { "<meta charset=cp1251>\xcf\xf0", 23 },
      NULL,
      "<meta charset=cp1251>\xd0\x9f\xd1\x80",
      "windows-1251",
      0 },
    { { "<meta charset=latin1>" NINE, 21 + 18 },
      NULL,
      "<meta charset=latin1>" NINE,
      "utf-8",
      0 }, /* what it is, not says */
    { { "<meta charset=utf-16>\xc3\xa9", 23 },
      NULL,
      "<meta charset=utf-16>\xc3\xa9",
      "utf-8",
      0 },
    { { "<meta charset=utf-7>+ADw-", 25 },
      NULL,
      "<meta charset=utf-7>+ADw-",
      "utf-8",
      0 },
    { { "caf\xc3\xa9 \xff \xc3\xa9 x\xe2\x82y", 15 },
      NULL,
      "caf\xc3\xa9 \xef\xbf\xbd \xc3\xa9 x\xef\xbf\xbdy",
      "utf-8",
      2 },
    { { "a\0b\x1b[2Jc\xc2\x9b", 10 }, NULL, "ab[2Jc", "utf-8", 3 },
    { { "<html lang=ru>\xcf\xf0\xe8\xe2\xe5\xf2", 20 },
      NULL,
      "<html lang=ru>\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82",
      "windows-1251",
      0 },
    { { "na\xefve \x96 \x81", 9 },
      NULL,
      "na\xc3\xafve \xe2\x80\x93 ",
      "windows-1252",
      1 },
    { { "<?xml version='1.0' encoding='shift_jis'?>\x93\xfa", 44 },
      NULL,
      "<?xml version='1.0' encoding='shift_jis'?>\xe6\x97\xa5",
      "shift_jis",
      0 },
};

START_TEST(decode)
{
    struct cd_doc doc = { 0 };
    struct cd_error err;

    doc.bytes = decodes[_i].bytes;
    doc.charset = cd_str_of(decodes[_i].header);
    ck_assert_int_eq(cd_charset_decode(&doc, &err), CD_OK);
    ck_assert_view_eq(doc.page, decodes[_i].page);
    ck_assert_view_eq(doc.encoding, decodes[_i].encoding);
    ck_assert_uint_eq(doc.account.bad_bytes, decodes[_i].bad);
    cd_arena_release(&doc.arena);
}
END_TEST

static const struct cd_str refused[] = {
    { "", 0 },
    { "%PDF-1.7 x", 10 },
    { "\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f text", 15 },
};

START_TEST(bytes_that_are_no_text)
{
    struct cd_doc doc = { 0 };
    struct cd_error err;

    doc.bytes = refused[_i];
    ck_assert_int_eq(cd_charset_decode(&doc, &err), CD_SKIP);
    cd_arena_release(&doc.arena);
}
END_TEST

/* The longest beginning of a sequence is one U+FFFD: Unicode 15, table 3-8. */
START_TEST(bad_sequences)
{
    const struct cd_str bytes =
        CD_STR("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"
               "\xED\xA0\x80\xC0\xAF\xF4\x90\x80\x80");
    struct cd_utf8_state state = cd_utf8_look(bytes);
    struct cd_arena arena = { 0 };

    ck_assert_uint_eq(state.bad, 15);
    ck_assert_view_eq(
        cd_utf8_mend(&arena, bytes, &state),
        "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
        "b\xEF\xBF\xBD"
        "c\xEF\xBF\xBD\xEF\xBF\xBD"
        "d\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
        "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
        "\xEF\xBF\xBD");
    cd_arena_release(&arena);
}
END_TEST

Suite *
check_charset(void)
{
    Suite *suite = suite_create("charset");
    TCase *tcase = tcase_create("charset");

    tcase_add_loop_test(tcase, label, 0, (int)CD_COUNT(labels));
    tcase_add_loop_test(tcase, decode, 0, (int)CD_COUNT(decodes));
    tcase_add_loop_test(tcase, bytes_that_are_no_text, 0,
                        (int)CD_COUNT(refused));
    tcase_add_test(tcase, bad_sequences);
    suite_add_tcase(suite, tcase);
    return suite;
}
