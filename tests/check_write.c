/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records out: CSV and TSV, Markdown, offsets in code points.
 */
#include "base/doc.h"
#include "base/utf8.h"
#include "corpus/output/write.h"
#include "tests/check.h"
#include "tests/read_lines.h"

struct cell {
    struct cd_str text;
    struct cd_str json;
    struct cd_str number;
    struct cd_span span;
};

static const struct cd_field cell_fields[] = {
    CD_FIELD(struct cell, text, TEXT, "text"),
    CD_FIELD(struct cell, json, JSON, "JSON"),
    CD_FIELD(struct cell, number, NUMBER, "number"),
    CD_FIELD(struct cell, span, SPAN, "span"),
};

static const struct cd_table cell_table = { "cells", "cells", cell_fields,
                                            CD_COUNT(cell_fields) };

static const struct {
    struct cell cell;
    const char *csv, *tsv;
} cells[] = {
    { { BYTES("a"), BYTES("[1,2]"), BYTES("-1.50"), { 3, 7 } },
      "a,\"[1,2]\",-1.50,3,7\r\n",
      "a\t\"[1,2]\"\t-1.50\t3\t7\r\n" },
    { { { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { SIZE_MAX, 0 } },
      ",,,,\r\n",
      "\t\t\t\t\r\n" },
    /* formulas, also behind the quotes of a JSON string */
    { { BYTES("=1+1"), BYTES("\"@cmd\""), BYTES("5"), { 0, 0 } },
      "\"'=1+1\",\"'@cmd\",5,0,0\r\n",
      "\"'=1+1\"\t\"'@cmd\"\t5\t0\t0\r\n" },
    { { BYTES("-2+3|x"), BYTES("-17"), { NULL, 0 }, { 0, 0 } },
      "\"'-2+3|x\",-17,,0,0\r\n",
      "\"'-2+3|x\"\t-17\t\t0\t0\r\n" },
    { { BYTES("'quoted'"), BYTES("null"), { NULL, 0 }, { 0, 0 } },
      "\"''quoted'\",,,0,0\r\n",
      "\"''quoted'\"\t\t\t0\t0\r\n" },
    { { BYTES("a \"b\",\nc"), BYTES("\"\\u0041\\n\""), { NULL, 0 }, { 0, 0 } },
      "\"a \"\"b\"\",\nc\",\"A\n\",,0,0\r\n",
      "\"a \"\"b\"\",\nc\"\t\"A\n\"\t\t0\t0\r\n" },
};

START_TEST(csv)
{
    struct cd_buf out = { 0 };

    cd_writer_csv.record(&out, &cell_table, &cells[_i].cell);
    ck_assert_view_eq(cd_buf_str(&out), cells[_i].csv);
    cd_buf_reset(&out);
    cd_writer_tsv.record(&out, &cell_table, &cells[_i].cell);
    ck_assert_view_eq(cd_buf_str(&out), cells[_i].tsv);
    cd_buf_release(&out);
}
END_TEST

START_TEST(csv_head)
{
    struct cd_buf out = { 0 };

    cd_writer_csv.head(&out, &cell_table);
    ck_assert_view_eq(cd_buf_str(&out),
                      "text,json,number,span_start,span_end\r\n");
    cd_buf_release(&out);
}
END_TEST

static const struct {
    enum cd_block_kind kind;
    int level;
    const char *text, *want;
} block_cases[] = {
    { CD_BLOCK_PARAGRAPH, 0, "1. No * list_item", "1\\. No \\* list_item\n" },
    { CD_BLOCK_PARAGRAPH, 0, "# a <b> [c](d)", "\\# a \\<b> \\[c\\](d)\n" },
    { CD_BLOCK_PARAGRAPH, 0, "2026 was warm", "2026 was warm\n" },
    { CD_BLOCK_HEADING, 2, "Why", "## Why\n" },
    { CD_BLOCK_PARAGRAPH, 0, "3.57 & R&D &lt; _x_",
      "3.57 & R\\&D \\&lt; \\_x\\_\n" },
    { CD_BLOCK_PARAGRAPH, 0, "---", "\\---\n" },
    { CD_BLOCK_PARAGRAPH, 0, "-5 degrees", "-5 degrees\n" },
    /* the first item of a list stands in one list, whatever the page says */
    { CD_BLOCK_LIST_ITEM, 3, "one", "- one\n" },
    /* plain text has its marks */
    { CD_BLOCK_LIST_ITEM, 0, "- one", "- one\n" },
    { CD_BLOCK_LIST_ITEM, 0, "12) two", "12. two\n" },
    { CD_BLOCK_QUOTE, 0, "> said", "> said\n" },
    { CD_BLOCK_HEADING, 2, "1. C # #", "## 1. C # \\#\n" },
    { CD_BLOCK_TABLE_ROW, 0, "a|b | c", "| a\\|b | c |\n| --- | --- |\n" },
    { CD_BLOCK_CAPTION, 0, "The pier", "*The pier*\n" },
    { CD_BLOCK_QUOTE, 0, "said", "> said\n" },
    { CD_BLOCK_CODE, 0, "a = `b`;\n```", "````\na = `b`;\n```\n````\n" },
};

START_TEST(markdown)
{
    struct cd_block block = { .kind = block_cases[_i].kind,
                              .level = block_cases[_i].level,
                              .keep = true,
                              .text = cd_str_of(block_cases[_i].text) };
    struct cd_doc doc = { .blocks = &block, .block_count = 1 };
    struct cd_buf out = { 0 };

    cd_writer_markdown.article(&out, &doc, false);
    out.n--; /* the blank line behind an article */
    ck_assert_view_eq(cd_buf_str(&out), block_cases[_i].want);
    cd_buf_release(&out);
}
END_TEST

static const struct cd_str offset_cases[] = {
    BYTES(""),
    BYTES("plain"),
    BYTES("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80."),
    BYTES("\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8\xAD\xE6"
          "\x96\x87\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8"
          "\xAD\xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87"
          "\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8\xAD\xE6\x96\x87\xE4\xB8\xAD\xE6"
          "\x96\x87 tail"),
};

/* Every offset at which a character begins, against counting. */
START_TEST(offset)
{
    struct cd_str text = offset_cases[_i];
    struct cd_arena arena = { 0 };
    struct cd_offsets offsets = cd_offsets_of(&arena, text);
    size_t count = 0;

    for (size_t at = 0; at < text.n; count++) {
        ck_assert_uint_eq(cd_offsets_at(&offsets, at), count);
        cd_utf8_next(text, &at);
    }
    ck_assert_uint_eq(cd_offsets_at(&offsets, text.n), count);
    ck_assert_uint_eq(cd_offsets_at(&offsets, SIZE_MAX), SIZE_MAX);
    cd_arena_release(&arena);
}
END_TEST

START_TEST(offsets_in_json)
{
    struct cd_arena arena = { 0 };
    struct cd_offsets a = cd_offsets_of(&arena, CD_STR("\xC3\xA9\xC3\xA9xy"));
    const struct cd_offsets *const cycle[] = { &a, NULL };
    struct cd_buf out = { 0 };

    cd_offsets_json(&out, CD_STR("[[2,2,\"4\\\"4\",4,4]]"), cycle, 2);
    ck_assert_view_eq(cd_buf_str(&out), "[[1,2,\"4\\\"4\",2,4]]");
    cd_buf_release(&out);
    cd_arena_release(&arena);
}
END_TEST

Suite *
check_write(void)
{
    Suite *suite = suite_create("write");
    TCase *tcase = tcase_create("write");

    tcase_add_loop_test(tcase, csv, 0, (int)CD_COUNT(cells));
    tcase_add_test(tcase, csv_head);
    tcase_add_loop_test(tcase, markdown, 0, (int)CD_COUNT(block_cases));
    tcase_add_loop_test(tcase, offset, 0, (int)CD_COUNT(offset_cases));
    tcase_add_test(tcase, offsets_in_json);
    suite_add_tcase(suite, tcase);
    return suite;
}
