/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON and JSONL in, with everything that can be wrong with a line.
 */
#include "corpus/input/json_scan.h"
#include "tests/check.h"
#include "tests/read_lines.h"

static const struct {
    struct cd_str text;
    bool valid;
} json_cases[] = {
    { BYTES("null"), true },
    { BYTES(" [1, -0.5e+10, \"a\\u00e9\\n\", {\"a\":[]}, {}] "), true },
    { BYTES("0"), true },
    { BYTES("01"), false },
    { BYTES("-"), false },
    { BYTES("1."), false },
    { BYTES(".5"), false },
    { BYTES("1e"), false },
    { BYTES("+1"), false },
    { BYTES("NaN"), false },
    { BYTES("nul"), false },
    { BYTES("truefalse"), false },
    { BYTES("[1,]"), false },
    { BYTES("[,1]"), false },
    { BYTES("[1 2]"), false },
    { BYTES("{\"a\" 1}"), false },
    { BYTES("{\"a\":1,}"), false },
    { BYTES("{a:1}"), false },
    { BYTES("{'a':1}"), false },
    { BYTES("[1}"), false },
    { BYTES("[[[[]]"), false },
    { BYTES("\"\\x41\""), false },
    { BYTES("\"\\u12g4\""), false },
    { BYTES("\"\\u12"), false },
    { BYTES("\"a"), false },
    { BYTES("\"a\tb\""), false },
    { BYTES("\"a\0b\""), false },
    { BYTES(""), false },
    { BYTES("1 2"), false },
};

START_TEST(json)
{
    ck_assert_msg(cd_json_valid(json_cases[_i].text) == json_cases[_i].valid,
                  "%s", json_cases[_i].text.p);
}
END_TEST

START_TEST(json_depth)
{
    struct cd_buf deep = { 0 };

    for (int depth = CD_JSON_DEPTH - 1; depth < CD_JSON_DEPTH + 2; depth++) {
        cd_buf_reset(&deep);
        for (int i = 0; i < depth; i++)
            cd_buf_putc(&deep, '[');
        for (int i = 0; i < depth; i++)
            cd_buf_putc(&deep, ']');
        ck_assert_int_eq(cd_json_valid(cd_buf_str(&deep)),
                         depth <= CD_JSON_DEPTH);
    }
    cd_buf_release(&deep);
}
END_TEST

#define NO_PAGE                                                                \
    "!no page: no string in 'html', 'text', 'raw' or 'markdown' "              \
    "(--html-field, --text-field)\n"

static const struct {
    struct cd_str line, want;
} line_cases[] = {
    { BYTES("{\"id\":1,\"text\":\"abc\"}\n"), BYTES("1|text|abc\n") },
    { BYTES("{\"id\":\"a\",\"text\":\"abc\"}"), BYTES("\"a\"|text|abc\n") },
    /* the token of the id stays as it was */
    { BYTES("{\"id\":1.50,\"text\":\"a\"}\n{\"id\":1e999999,\"text\":\"b\"}\n"
            "{\"id\":12345678901234567890123,\"text\":\"c\"}"),
      BYTES("1.50|text|a\n1e999999|text|b\n"
            "12345678901234567890123|text|c\n") },
    { BYTES("{\"id\":1,\"html\":\"<p>x\",\"text\":\"y\",\"a\":[1, 2]}"),
      BYTES("1|html|<p>x|{\"a\":[1, 2],\"text\":\"y\"}\n") },
    { BYTES("{\"id\":1,\"markdown\":\"# x\",\"text\":\"y\"}"),
      BYTES("1|markdown|# x|{\"text\":\"y\"}\n") },
    { BYTES("{\"id\":1,\"raw\":\"<html><p>x\"}"),
      BYTES("1|html|<html><p>x\n") },
    { BYTES("{\"id\":1,\"raw\":\"plain\"}"), BYTES("1|text|plain\n") },
    /* other fields stand as they stood */
    { BYTES("{\"id\":1,\"text\":\"t\",\"n\":1.50,\"s\":\"\\u00e9\\/\","
            "\"title\":5,\"o\":{ \"k\" : null }}"),
      BYTES("1|text|t|{\"n\":1.50,\"s\":\"\\u00e9\\/\",\"title\":5,"
            "\"o\":{ \"k\" : null }}\n") },
    { BYTES("{\"id\":1,\"text\":\"\\ud83d\\ude00 \\ud83d \\u0000\"}"),
      BYTES("1|text|\xF0\x9F\x98\x80 \xEF\xBF\xBD \0\n") },
    { BYTES("{\"id\":\"\\ud800\",\"text\":\"a\"}"),
      BYTES("\"\\ud800\"|text|a\n") },
    { BYTES("{\"id\":1,\"text\":\"caf\xFF\"}"), BYTES("1|text|caf\xFF\n") },
    { BYTES("{\"id\":1,\"text\":\"a\",\"x\":\"\xFF\"}"),
      BYTES("1|text|a|{\"x\":\"\xEF\xBF\xBD\"}\n") },
    /* of two values the later one counts */
    { BYTES("{\"id\":1,\"id\":2,\"text\":\"a\",\"text\":\"b\"}"),
      BYTES("2|text|b\n") },
    { BYTES("{\"te\\u0078t\":\"a\",\"id\":1}"), BYTES("1|text|a\n") },
    /* line ends, blank lines, byte order marks */
    { BYTES("\xEF\xBB\xBF{\"id\":1,\"text\":\"a\"}\r\n\r\n  \n"
            "{\"id\":2,\"text\":\"b\"}\r{\"id\":3,\"text\":\"c\"}"),
      BYTES("1|text|a\n2|text|b\n3|text|c\n") },
    /* a broken line costs itself */
    { BYTES("{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b\n"
            "{\"id\":3,\"text\":\"c\"}\n[1]\nNaN\n{}\n"
            "{\"id\":4,\"text\":null}\n{\"id\":5,\"text\":\"e\"} x\n"
            "\0\0\0\n{\"id\":6,\"text\":\"f\"}\n"),
      BYTES("1|text|a\n"
            "!not JSON: string without end, at byte 17 of the line\n"
            "3|text|c\n"
            "!not JSON: not an object, at byte 0 of the line\n"
            "!not JSON: not an object, at byte 0 of the line\n" NO_PAGE NO_PAGE
            "!not JSON: something follows the object, at byte 20 of the "
            "line\n"
            "!not JSON: not an object, at byte 0 of the line\n"
            "6|text|f\n") },
    /* the first line may be broken as well */
    { BYTES("garbage\n{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b\"}\n"),
      BYTES("!not JSON: not an object, at byte 0 of the line\n"
            "1|text|a\n2|text|b\n") },
};

START_TEST(line)
{
    struct cd_buf out = { 0 };

    read_lines(&out, line_cases[_i].line, NULL);
    ck_assert_msg(cd_str_eq(cd_buf_str(&out), line_cases[_i].want),
                  "got '%.*s', want '%s'", (int)out.n, out.p,
                  line_cases[_i].want.p);
    cd_buf_release(&out);
}
END_TEST

START_TEST(fields_by_option)
{
    struct cd_settings *settings = cd_settings_new();
    struct cd_buf out = { 0 };
    struct cd_error err;

    cd_settings_set(settings, "id-field", "key", &err);
    cd_settings_set(settings, "html-field", "content", &err);
    cd_settings_set(settings, "text-field", "body", &err);
    read_lines(&out,
               CD_STR("{\"key\":7,\"content\":\"<p>a\",\"html\":\"b\"}\n"
                      "{\"key\":8,\"body\":\"c\"}\n"),
               settings);
    ck_assert_view_eq(cd_buf_str(&out),
                      "7|html|<p>a|{\"html\":\"b\"}\n8|text|c\n");
    cd_buf_release(&out);
    cd_settings_free(settings);
}
END_TEST

START_TEST(clean_texts)
{
    struct cd_settings *settings = cd_settings_new();
    struct cd_buf out = { 0 };
    struct cd_error err;

    cd_settings_set(settings, "clean", "no", &err);
    read_lines(&out, CD_STR("{\"id\":1,\"html\":\"<p>a\",\"text\":\"b\"}\n"),
               settings);
    ck_assert_view_eq(cd_buf_str(&out), "1|clean|b|{\"html\":\"<p>a\"}\n");
    cd_buf_release(&out);
    cd_settings_free(settings);
}
END_TEST

/* A line over --max-doc is one reject, whether it fits a chunk or not. */
START_TEST(monster_line)
{
    struct cd_settings *settings = cd_settings_new();
    struct cd_buf in = { 0 }, out = { 0 };
    struct cd_error err;

    cd_settings_set(settings, "max-doc", "1000", &err);
    cd_buf_puts(&in, "{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"");
    for (int i = 0; i < _i; i++)
        cd_buf_puts(&in, "0123456789");
    cd_buf_puts(&in, "\"}\n{\"id\":3,\"text\":\"c\"}\n");
    read_lines(&out, cd_buf_str(&in), settings);
    cd_buf_reset(&in);
    cd_buf_printf(&in,
                  "1|text|a\n!line of %d bytes is over --max-doc\n"
                  "3|text|c\n",
                  19 + _i * 10);
    ck_assert_msg(cd_str_eq(cd_buf_str(&out), cd_buf_str(&in)), "got %.*s",
                  (int)out.n, out.p);
    cd_buf_release(&in);
    cd_buf_release(&out);
    cd_settings_free(settings);
}
END_TEST

Suite *
check_jsonl(void)
{
    Suite *suite = suite_create("jsonl");
    TCase *tcase = tcase_create("jsonl");

    tcase_add_loop_test(tcase, json, 0, (int)CD_COUNT(json_cases));
    tcase_add_test(tcase, json_depth);
    tcase_add_loop_test(tcase, line, 0, (int)CD_COUNT(line_cases));
    tcase_add_test(tcase, fields_by_option);
    tcase_add_test(tcase, clean_texts);
    tcase_add_loop_test(tcase, monster_line, 99, 102);
    tcase_add_loop_test(tcase, monster_line, 26210, 26218);
    tcase_add_loop_test(tcase, monster_line, 100000, 100001);
    suite_add_tcase(suite, tcase);
    return suite;
}
