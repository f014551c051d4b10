/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of plain text that were broken to a width, and lines that were not. */
#include "base/buf.h"
#include "parser/plain/plain.h"
#include "tests/check.h"
#include "tests/random_rows.h"

static const struct {
    const char *text;
    const char *want; /* the blocks, a line each */
} cases[] = {
    /* a blank line ends a paragraph */
    { "The harbour was closed for most of the week, because the\n"
      "wind from the north drove the ice against the piers and no\n"
      "pilot wanted to go out.\n"
      "\n"
      "On Friday it turned, and two ferries left for the islands\n"
      "with a day's delay.\n",
      "The harbour was closed for most of the week, because the wind "
      "from the north drove the ice against the piers and no pilot "
      "wanted to go out.\n"
      "On Friday it turned, and two ferries left for the islands with a"
      " day's delay." },
    /* an indent begins one; the first line was cut; rows and a signature */
    { "Tarn Foods and Hollin Mills\nInc said they plan to merge their bakeries "
      "in the two towns on\nthe coast, and to close one of them.\n"
      "    The new firm is to be called Tarn Hollin. It will have its\n"
      "seat in Halm.\n    No price was given.\n"
      "    Shr 27 cts vs 24 cts\n    Net 1.1 mln vs 829,000\n"
      "    Revs 14.2 mln vs 11.9 mln\n Wire\n",
      "Tarn Foods and Hollin Mills Inc said they plan to merge their bakeries "
      "in the two towns on the coast, and to close one of them.\n"
      "The new firm is to be called Tarn Hollin. It will have its seat in "
      "Halm.\n"
      "No price was given.\nShr 27 cts vs 24 cts\nNet 1.1 mln vs 829,000\n"
      "Revs 14.2 mln vs 11.9 mln\nWire" },
    /* a short line ends one, and a heading is one */
    { "Storm in the north\n"
      "The harbour was closed for most of the week, because the wind\n"
      "from the north drove the ice against the piers.\n"
      "On Friday it turned, and two ferries left for the islands with\n"
      "a day's delay.\n",
      "Storm in the north\n"
      "The harbour was closed for most of the week, because the wind from "
      "the north drove the ice against the piers.\n"
      "On Friday it turned, and two ferries left for the islands with a "
      "day's delay." },
    /* items of lists with what hangs below them, and an address */
    { "The council wants to repair three things before the winter comes, and\n"
      "to pay for them out of the harbour's fees:\n"
      "  - the lamp at the end of the long pier, which has been dark since\n"
      "    the storm in March\n"
      "  - the ice house\n  - the steps\n\n"
      "Harbour Office\n1 Pier Road\nHalm\n",
      "The council wants to repair three things before the winter comes, and "
      "to pay for them out of the harbour's fees:\n"
      "- the lamp at the end of the long pier, which has been dark since the "
      "storm in March\n"
      "- the ice house\n- the steps\nHarbour Office\n1 Pier Road\nHalm" },
    /* a table and a song among prose */
    { "The catches of the boats that came in on Tuesday and on Wednesday were\n"
      "counted by the harbour office, as far as they were landed here; what\n"
      "was sold at sea, or went to the yards across the bay, is not in the\n"
      "figures:\n"
      "  Herring      1,200     900\n"
      "  Cod            310     280\n"
      "The men sang on the pier while the last boxes were carried ashore, as\n"
      "they have done each year since the first boat came home from the far\n"
      "banks with more cod than it could hold:\n"
      "\n"
      "    O carry the cod to the town,\n"
      "    And carry the herring home,\n"
      "    we carry them up, we carry them down\n"
      "    until the morning is come.\n",
      "The catches of the boats that came in on Tuesday and on "
      "Wednesday were counted by the harbour office, as far as they "
      "were landed here; what was sold at sea, or went to the yards "
      "across the bay, is not in the figures:\n"
      "Herring 1,200 900\n"
      "Cod 310 280\n"
      "The men sang on the pier while the last boxes were carried "
      "ashore, as they have done each year since the first boat came "
      "home from the far banks with more cod than it could hold:\n"
      "O carry the cod to the town,\n"
      "And carry the herring home,\n"
      "we carry them up, we carry them down\n"
      "until the morning is come." },
    /* verse, code and a list in lower case alone */
    { "the fog comes in over the water\nand the gulls\n"
      "are quiet, for once, on the long pier\nof the town\nwhere i was born\n",
      "the fog comes in over the water\nand the gulls\n"
      "are quiet, for once, on the long pier\nof the town\nwhere i was born" },
    { "def tides(days):\n    found = []\n"
      "    for day in days:\n        if day.moon == 'new' and day.wind > 5:\n"
      "            found.append(day)\n    return found\n",
      "def tides(days):\nfound = []\nfor day in days:\n"
      "if day.moon == 'new' and day.wind > 5:\nfound.append(day)\n"
      "return found" },
    /* letters to readers: a margin, and marks of quotations */
    { "> The lamp at the end of the pier has been dark since the storm,\n"
      "> and nobody has told us why it is not repaired.\n>\n"
      "> Who pays for it?\n\n"
      "The harbour office says that the lamp belongs to the county, which\n"
      "has to find the money first.\n",
      "> The lamp at the end of the pier has been dark since the storm, and "
      "nobody has told us why it is not repaired.\n>\n> Who pays for it?\n"
      "The harbour office says that the lamp belongs to the county, which has "
      "to find the money first." },
    /* hyphens: of the word, of the break, of a part left out; a dash */
    { "Halm built a plant for the international firms in the air-\n"
      "moving trade, and when the boats had gone home the inter-\n"
      "national guests of the town came for loans, mid-\n"
      "and long-term, of the bank in Pier Road; or so it said --\n"
      "and nobody knows for how long a plant like this, which no\n"
      "other town wanted to have, will stay open there.\n",
      "Halm built a plant for the international firms in the air-moving"
      " trade, and when the boats had gone home the international "
      "guests of the town came for loans, mid- and long-term, of the "
      "bank in Pier Road; or so it said -- and nobody knows for how "
      "long a plant like this, which no other town wanted to have, will"
      " stay open there." },
    { "The ferry brings guests from the out\xc2\xad\nlying islands to the town "
      "on each day of the week,\nand takes them home at six in the evening if "
      "the\nweather lets it, which it often does not do.\n",
      "The ferry brings guests from the outlying islands to the town on each "
      "day of the week, and takes them home at six in the evening if the "
      "weather lets it, which it often does not do." },
    /* no spaces between signs that are written without */
    { "港は一週間のほとんどの間閉鎖されていた。北風が氷を\n"
      "桟橋に押し付け、水先案内人は誰も出ようとしなかった\n"
      "からだ。金曜日に風向きが変わり、二隻のフェリーが一\n"
      "日遅れで島々へ向けて出発したが、三隻目は修理のため\n"
      "に港に残ることになっている。\n",
      "港は一週間のほとんどの間閉鎖されていた。北風が氷を"
      "桟橋に押し付け、水先案内人は誰も出ようとしなかった"
      "からだ。金曜日に風向きが変わり、二隻のフェリーが一"
      "日遅れで島々へ向けて出発したが、三隻目は修理のため"
      "に港に残ることになっている。" },
    /* a sentence in two lines, the first without its dateline */
    { "Tarn Foods Inc said it has\n"
      "completed the sale of its mills in Halm for 2,500,000 dlrs.\n Wire\n",
      "Tarn Foods Inc said it has completed the sale of its mills in Halm for "
      "2,500,000 dlrs.\nWire" },
    /* a title behind a blurb that was cut is none of its lines */
    { "The council of Halm has voted to raise the price of the\n"
      "harbour, and the boats that come in from the islands will\n"
      "have to pay for it. The lamp is to be repaired, and\n"
      "What the tide leaves behind\n"
      "The keeper of the last manned light on this coast has seen\n"
      "storms come and go, and was never afraid.\n",
      "The council of Halm has voted to raise the price of the harbour, and "
      "the boats that come in from the islands will have to pay for it. The "
      "lamp is to be repaired, and\n"
      "What the tide leaves behind\n"
      "The keeper of the last manned light on this coast has seen storms come "
      "and go, and was never afraid." },
    /* a page that breaks words; one that has both halves as words does not */
    { "The council of Halm has voted to raise the price of the har-\n"
      "bour, and each of the boats that come in from the outer is-\n"
      "lands will have to pay for it. The lamp at the end is to be re-\n"
      "paired, and whoever lives in a house by the water is to con-\n"
      "tribute a share, which the house-owners, who met in the ice-\n"
      "house by the pier, where ice is kept, were not asked for. An of-\n"
      "ficer of the council said that this was not so.\n",
      "The council of Halm has voted to raise the price of the harbour, and "
      "each of the boats that come in from the outer islands will have to pay "
      "for it. The lamp at the end is to be repaired, and whoever lives in a "
      "house by the water is to contribute a share, which the house-owners, "
      "who met in the ice-house by the pier, where ice is kept, were not asked "
      "for. An officer of the council said that this was not so." },
    /* a paragraph a line; a list of headlines of one length */
    { "The ferry sails again on Monday.\nThe company said so after three weeks "
      "of repairs, which cost more than the board had expected.\nTickets stay "
      "valid.\n",
      "The ferry sails again on Monday.\nThe company said so after three weeks "
      "of repairs, which cost more than the board had expected.\nTickets stay "
      "valid." },
    { "Ferry to the islands sails again after long repairs\n"
      "Council of Halm to vote on the price of the harbour\n"
      "Two boats lost near the long pier in a storm at sea\n",
      "Ferry to the islands sails again after long repairs\n"
      "Council of Halm to vote on the price of the harbour\n"
      "Two boats lost near the long pier in a storm at sea" },
};

/* The blocks of a text, a line each. */
static void
read_blocks(struct cd_buf *out, struct cd_str text)
{
    struct cd_doc doc = { .format = CD_FORMAT_TEXT, .page = text };

    cd_plain_read(&doc);
    for (size_t i = 0; i < doc.block_count; i++) {
        const struct cd_block *block = &doc.blocks[i];

        ck_assert_uint_lt(block->raw.start, block->raw.end);
        ck_assert_uint_le(block->raw.end, text.n);
        ck_assert(i == 0 || block->raw.start > block[-1].raw.end);
        if (i > 0)
            cd_buf_add(out, CD_STR("\n"));
        cd_buf_add(out, block->text);
    }
    cd_arena_release(&doc.arena);
}

START_TEST(blocks)
{
    struct cd_buf out = { 0 };

    read_blocks(&out, cd_str_of(cases[_i].text));
    ck_assert_view_eq(cd_buf_str(&out), cases[_i].want);
    cd_buf_release(&out);
}
END_TEST

enum {
    TEXTS = 200,
    PARAGRAPHS = 8,
    WORDS_MIN = 20, /* in a paragraph */
    WORDS_MORE = 60,
};

/* How paragraphs are told apart in a wrapped text. */
enum style { STYLE_BLANK, STYLE_INDENT, STYLE_MARGIN, STYLE_SHORT, STYLES };

/* A word; its sentence's first in upper case, its last with a stop. */
static void
add_word(struct cd_buf *out, uint64_t *state, bool first, bool last)
{
    size_t letters = 1 + random_rows_draw(state, 9);

    for (size_t i = 0; i < letters; i++)
        cd_buf_putc(out, (char)((first && i == 0 ? 'A' : 'a') +
                                (int)random_rows_draw(state, 26)));
    if (last)
        cd_buf_putc(out, '.');
}

static void
add_paragraph(struct cd_buf *out, uint64_t *state)
{
    size_t n = WORDS_MIN + random_rows_draw(state, WORDS_MORE);
    bool first = true;

    for (size_t i = 0; i < n; i++) {
        bool last = i + 1 == n || random_rows_draw(state, 12) == 0;

        if (i > 0)
            cd_buf_putc(out, ' ');
        add_word(out, state, first, last);
        first = last;
    }
}

/* The words of text in lines of at most width columns, and of so many spaces
 * before the first and before the others.  Returns the columns of the last. */
static size_t
wrap(struct cd_buf *out, struct cd_str text, size_t width, size_t begin,
     size_t margin)
{
    size_t column = 0;

    for (size_t at = 0, end; at < text.n; at = end + 1) {
        end = cd_str_find(text, CD_STR(" "), at);
        end = end == SIZE_MAX ? text.n : end;
        if (column + 1 + end - at > width && column > 0) {
            cd_buf_putc(out, '\n');
            column = 0;
            begin = margin;
        }
        if (column == 0)
            cd_buf_printf(out, "%*s", (int)begin, "");
        else
            cd_buf_putc(out, ' ');
        column += (column == 0 ? begin : 1) + end - at;
        cd_buf_add(out, cd_str_sub(text, at, end));
    }
    return column;
}

static size_t
longest_line(struct cd_str text)
{
    size_t longest = 0;

    for (size_t at = 0, end; at < text.n; at = end + 1) {
        end = cd_str_find(text, CD_STR("\n"), at);
        end = end == SIZE_MAX ? text.n : end;
        if (end - at > longest)
            longest = end - at;
    }
    return longest;
}

/* A text and the paragraphs in it, a line each. */
struct wrapped {
    struct cd_buf text, want;
    size_t last[PARAGRAPHS];  /* columns of the last line of each */
    size_t begin[PARAGRAPHS]; /* where each begins in want */
};

static void
make_wrapped(struct wrapped *made, enum style style, uint64_t *state)
{
    size_t width = 45 + random_rows_draw(state, 60);

    cd_buf_reset(&made->text);
    cd_buf_reset(&made->want);
    for (size_t i = 0; i < PARAGRAPHS; i++) {
        struct cd_str paragraph;
        size_t from;

        if (i > 0) {
            cd_buf_puts(&made->text, style == STYLE_BLANK ? "\n\n" : "\n");
            cd_buf_putc(&made->want, '\n');
        }
        if (i > 0 && style == STYLE_MARGIN)
            cd_buf_puts(&made->text, "  \r\n");
        from = made->begin[i] = made->want.n;
        add_paragraph(&made->want, state);
        paragraph = (struct cd_str){ made->want.p + from, made->want.n - from };
        made->last[i] = wrap(&made->text, paragraph, width,
                             style == STYLE_INDENT   ? 4
                             : style == STYLE_MARGIN ? 7
                                                     : 0,
                             style == STYLE_MARGIN ? 7 : 0);
    }
}

/* Without blank lines or indents a paragraph whose last line is full runs into
 * the next. */
static void
run_on(struct wrapped *made)
{
    size_t width = longest_line(cd_buf_str(&made->text));

    for (size_t i = 1; i < PARAGRAPHS; i++) {
        size_t word =
            cd_str_find(cd_buf_str(&made->want), CD_STR(" "), made->begin[i]) -
            made->begin[i];

        if (made->last[i - 1] + 1 + word > width)
            made->want.p[made->begin[i] - 1] = ' ';
    }
}

/* Paragraphs that were wrapped come back. */
START_TEST(come_back)
{
    struct wrapped made = { 0 };
    struct cd_buf out = { 0 };
    uint64_t state = (uint64_t)_i + 1;

    for (size_t i = 0; i < TEXTS; i++) {
        make_wrapped(&made, (enum style)_i, &state);
        if (_i == STYLE_SHORT)
            run_on(&made);
        cd_buf_putc(&made.want, '\0');
        cd_buf_reset(&out);
        read_blocks(&out, cd_buf_str(&made.text));
        ck_assert_view_eq(cd_buf_str(&out), made.want.p);
    }
    cd_buf_release(&made.text);
    cd_buf_release(&made.want);
    cd_buf_release(&out);
}
END_TEST

/* A paragraph a line stays so, of one sentence or of many. */
START_TEST(stay)
{
    struct cd_buf text = { 0 }, out = { 0 };
    uint64_t state = 7;

    for (size_t i = 0; i < TEXTS; i++) {
        cd_buf_reset(&text);
        cd_buf_reset(&out);
        for (size_t k = 0; k < PARAGRAPHS; k++) {
            size_t words = 2 + random_rows_draw(&state, 10);

            if (k > 0)
                cd_buf_putc(&text, '\n');
            if (random_rows_draw(&state, 3) == 0)
                add_paragraph(&text, &state);
            else
                for (size_t w = 0; w < words; w++) {
                    cd_buf_puts(&text, w > 0 ? " " : "");
                    add_word(&text, &state, w == 0, w + 1 == words);
                }
        }
        read_blocks(&out, cd_buf_str(&text));
        cd_buf_putc(&text, '\0');
        ck_assert_view_eq(cd_buf_str(&out), text.p);
    }
    cd_buf_release(&text);
    cd_buf_release(&out);
}
END_TEST

/* Many lines that pull in all directions: nothing is lost. */
START_TEST(flood)
{
    static const char *const lines[] = {
        "a-\n",
        "b\n",
        "-\n",
        ">\n",
        "> > > a b c\n",
        "\t\t\tx\ty\n",
        "\n",
        "\xe6\xb8\xaf\xe3\x81\xaf\n",
        "aaa bbb ccc ddd eee fff ggg hhh iii-\n",
        "\xc2\xad\n",
        "- a\n",
        "   aaa bbb ccc ddd eee fff ggg hhh iii jjj --\n",
        "1. aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll mmm nnn ooo\n",
    };
    struct cd_buf text = { 0 };
    struct cd_doc doc = { .format = CD_FORMAT_TEXT };
    uint64_t state = 3;

    for (size_t i = 0; i < 100000; i++)
        cd_buf_puts(&text, lines[random_rows_draw(&state, CD_COUNT(lines))]);
    doc.page = cd_buf_str(&text);
    cd_plain_read(&doc);
    cd_plain_judge(&doc);
    ck_assert_uint_gt(doc.block_count, 0);
    ck_assert_uint_eq(doc.account.in, doc.account.kept + doc.account.dropped);
    cd_arena_release(&doc.arena);
    cd_buf_release(&text);
}
END_TEST

Suite *
check_wrap(void)
{
    Suite *suite = suite_create("wrap");
    TCase *tests = tcase_create("wrap");

    tcase_add_loop_test(tests, blocks, 0, CD_COUNT(cases));
    tcase_add_loop_test(tests, come_back, 0, STYLES);
    tcase_add_test(tests, stay);
    tcase_add_test(tests, flood);
    suite_add_tcase(suite, tests);
    return suite;
}
