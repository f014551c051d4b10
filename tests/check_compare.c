/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/check.h"
#include "tests/compare_texts.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "nlp/copy/align.h"
#include "nlp/copy/facts.h"
#include "nlp/copy/stock.h"

#define FERRY                                                                  \
    "The ferry company Norrlin said it would close its night route to Halm "   \
    "in September, after a third year of losses, and cut 340 jobs on its "     \
    "ships and in the ticket offices of Sorvik and Dunmarsh."
#define BRIDGE                                                                 \
    "Engineers who inspected the bridge at Elm found cracks in four of its "   \
    "pillars, and the county closed it to lorries until the spring."

/* Two stories with nothing in common but what is put between their halves. */
#define HARBOUR_BEGIN                                                          \
    "The harbour master of Sorvik has resigned after a quarrel with the "      \
    "council over who pays for dredging the northern basin, where trawlers "   \
    "ran aground twice last winter. Fishermen had collected signatures "       \
    "against her. "
#define HARBOUR_END                                                            \
    " A successor will be chosen by the port's owners, who meet in the old "   \
    "customs house on the quay every other week and publish no minutes."
#define BAKER_BEGIN                                                            \
    "Bakers in Dunmarsh are paying a third more for rye than a year ago and "  \
    "some have begun to mix barley into their loaves, the guild's "            \
    "newsletter reported. Customers have hardly noticed. "
#define BAKER_END                                                              \
    " Millers blame rain during the harvest, empty silos and the weak crown "  \
    "for a shortage that, in their view, nobody could have foreseen in "       \
    "spring, when fields looked green."
#define SENTENCE                                                               \
    "Villagers remember the flood that swept away both mills and drowned "     \
    "forty sheep."
#define TITLE                                                                  \
    "a remark by Ola Brandt, vice president and chief grain buyer of Lomond "  \
    "Brothers in Halm, is quoted"

static const struct {
    const char *a, *b;
    enum cd_copy_kind kind;
} pairs[] = {
    { "", "", CD_COPY_UNRELATED },
    { "", FERRY, CD_COPY_UNRELATED },
    { "Halm", "halm!", CD_COPY_SAME },
    { "Halm", "Elm", CD_COPY_UNRELATED },
    { FERRY, FERRY, CD_COPY_SAME },
    { FERRY, BRIDGE, CD_COPY_UNRELATED },
    { "\xFF\xFE\xC0", "\x80", CD_COPY_UNRELATED },
    /* one clause is gone, one word another */
    { FERRY,
      "The ferry company Norrlin said it will close its night route to Halm "
      "in September, after a third year of losses, and cut 340 jobs on its "
      "ships and in the ticket offices.",
      CD_COPY_EDITED },
    { FERRY, BRIDGE " " FERRY, CD_COPY_CONTAINS },
    /* one sentence word for word, and nothing else; half of it; a title */
    { HARBOUR_BEGIN SENTENCE HARBOUR_END, BAKER_BEGIN SENTENCE BAKER_END,
      CD_COPY_CONTAINS },
    { HARBOUR_BEGIN
      "Villagers remember the flood that swept away both." HARBOUR_END,
      BAKER_BEGIN SENTENCE BAKER_END, CD_COPY_RELATED },
    { HARBOUR_BEGIN "Elsewhere " TITLE " too." HARBOUR_END,
      BAKER_BEGIN "Today " TITLE " often." BAKER_END, CD_COPY_RELATED },
    /* most of a clause; as many words of a name and its title */
    { HARBOUR_BEGIN
      "He added that the mills were never insured because nobody in the valley "
      "had believed that water could rise." HARBOUR_END,
      BAKER_BEGIN
      "Flour is dear, for the mills were never insured because nobody in the "
      "valley had believed that water might." BAKER_END,
      CD_COPY_CONTAINS },
    { HARBOUR_BEGIN
      "It was said by Ola Brandt, a futures analyst and broker at Lomond "
      "Brothers in Halm." HARBOUR_END,
      BAKER_BEGIN
      "Rye will rise, said Ola Brandt, a futures analyst and broker at Lomond "
      "Brothers in Halm." BAKER_END,
      CD_COPY_RELATED },
    /* the same names in another order, and in the same */
    { "Sorvik v Dunmarsh United; Halm v Vantry; Osgard v Tresk Islands.",
      "Osgard v Dunmarsh United; Vantry v Sorvik; Halm v Tresk Islands.",
      CD_COPY_TEMPLATE },
    { "T Brandt, K Oru, E Varga, P Marrow, J Birch, L Keller, M Webb, A Voss.",
      "T Brandt, K Oru, E Varga, P Marrow, J Birch (capt), L Keller, M Webb, A "
      "Voss.",
      CD_COPY_EDITED },
    /* a market report of another day */
    { "The Sorvik exchange closed 0.4 percent lower at 2,318 points on Monday. "
      "Turnover was 1.2 billion crowns, with 61 shares up and 88 down.",
      "The Sorvik exchange closed 2.9 percent higher at 2,451 points on "
      "Thursday. Turnover was 3.7 billion crowns, with 95 shares up and 43 "
      "down.",
      CD_COPY_TEMPLATE },
    /* a whole sentence in two texts of one frame */
    { "Today in Halm: 14 degrees at noon, wind from the west at 20 knots, high "
      "water at 4:15, sunset at 17:02, ferry at 9 and 12. The harbour office "
      "asks all owners of boats to tie them up twice before the storm of the "
      "night.",
      "Today in Sorvik: 19 degrees at noon, wind from the north at 35 knots, "
      "high water at 6:40, sunset at 18:23, ferry at 7 and 15. The harbour "
      "office asks all owners of boats to tie them up twice before the storm "
      "of the night.",
      CD_COPY_CONTAINS },
    { "\xE6\xB8\xAF\xE5\x8F\xA3\xE4\xBB\x8A\xE6\x97\xA5\xE5\x85\xB3\xE9\x97"
      "\xAD",
      "\xE6\xB8\xAF\xE5\x8F\xA3\xE4\xBB\x8A\xE6\x97\xA5\xE5\x85\xB3\xE9\x97\xAD"
      "\xE3\x80\x82",
      CD_COPY_SAME },
};

static bool
is_copy(enum cd_copy_kind kind)
{
    return kind <= CD_COPY_CONTAINS;
}

START_TEST(kind)
{
    struct cd_arena arena = { 0 };
    struct cd_judgement judged =
        compare_texts(&arena, cd_str_of(pairs[_i].a), cd_str_of(pairs[_i].b));

    ck_assert_str_eq(cd_copy_kind_names[judged.kind],
                     cd_copy_kind_names[pairs[_i].kind]);
    ck_assert_int_eq(judged.copy, is_copy(judged.kind));
    cd_arena_release(&arena);
}
END_TEST

static const struct {
    const char *a, *b, *want;
} differing[] = {
    { FERRY,
      "The ferry company Norrlin said it would close its night route to Halm "
      "in September, after a third year of losses, and cut 430 jobs on its "
      "ships and in the ticket offices of Sorvik and Dunmarsh.",
      "[[\"340\",\"430\",\"number\"]]" },
    { FERRY,
      "The ferry company Norrlin said it would close its night route to Halm "
      "in October, after a third year of losses, and cut 340 jobs on its "
      "ships and in the ticket offices of Sorvik and Vantry.",
      "[[\"September\",\"October\",\"date\"],[\"Dunmarsh\",\"Vantry\","
      "\"name\"]]" },
    { FERRY,
      "The ferry company Norrlin said it would not close its night route to "
      "Halm in September, after a third year of losses, and cut 340 jobs on "
      "its ships and in the ticket offices of Sorvik and Dunmarsh.",
      "[[\"close\",\"not close\",\"opposite\"]]" },
    { FERRY, FERRY, "[]" },
    { "Sales were 8.8 mln in the year to March",
      "Sales were 8,791,000 in the year to March", "[]" }, /* rounded */
};

START_TEST(facts)
{
    struct cd_str a = cd_str_of(differing[_i].a);
    struct cd_str b = cd_str_of(differing[_i].b);
    struct cd_arena arena = { 0 };
    struct cd_buf out = { 0 };
    struct cd_judgement judged = { .kind = CD_COPY_EDITED };
    struct cd_alignment found;
    struct cd_words x, y;

    cd_words_make(&x, &arena, a);
    cd_words_make(&y, &arena, b);
    cd_align(&found, &arena, &x, &y);
    judged.facts = cd_facts_find(&arena, judged.kind, &found.chain, &x, &y,
                                 &judged.fact_count);
    cd_facts_json(&out, &judged, a, b);
    ck_assert_view_eq(cd_buf_str(&out), differing[_i].want);
    cd_buf_release(&out);
    cd_arena_release(&arena);
}
END_TEST

/* A text of words, digits, names and bad bytes out of a small stock, so that
 * two texts share much. */
static struct cd_str
random_text(char *out, unsigned *seed)
{
    static const char *const stock[] = {
        "ferry",  "bridge ",   "the",  "Norrlin",
        "closed", "closes",    "12",   "1,200",
        "3.5",    ". ",        "\xFF", "\xE6\xB8\xAF",
        "U.S.",   "on Friday", "May",  "\xC3\xA9t\xC3\xA9",
        "mln",    "'",         "1/8",  "said",
    };
    size_t n = (size_t)rand_r(seed) % 60, at = 0;

    for (size_t i = 0; i < n; i++) {
        const char *word = stock[(size_t)rand_r(seed) % CD_COUNT(stock)];

        memcpy(out + at, word, strlen(word));
        at += strlen(word);
        out[at++] = ' ';
    }
    return (struct cd_str){ out, at };
}

static bool
same_words(struct cd_arena *arena, struct cd_str a, struct cd_str b)
{
    struct cd_words x, y;

    cd_words_make(&x, arena, a);
    cd_words_make(&y, arena, b);
    if (x.count != y.count || x.count == 0)
        return false;
    for (uint32_t i = 0; i < x.count; i++) {
        if (x.words[i].hash != y.words[i].hash)
            return false;
    }
    return true;
}

/* Marks the bytes of a span, which lie inside and are marked once. */
static void
mark(char *marks, size_t n, struct cd_span span)
{
    ck_assert(span.start < span.end && span.end <= n);
    ck_assert(memchr(marks + span.start, 1, span.end - span.start) == NULL);
    memset(marks + span.start, 1, span.end - span.start);
}

static void
check_spans(const struct cd_judgement *judged, struct cd_str a, struct cd_str b)
{
    char *in_a = cd_alloc(a.n + 1), *in_b = cd_alloc(b.n + 1);

    for (size_t i = 0; i < judged->span_count; i++) {
        mark(in_a, a.n, judged->spans[i].a);
        mark(in_b, b.n, judged->spans[i].b);
    }
    free(in_a);
    free(in_b);
}

static size_t
covered(const struct cd_judgement *judged)
{
    size_t bytes = 0;

    for (size_t i = 0; i < judged->span_count; i++)
        bytes += judged->spans[i].a.end - judged->spans[i].a.start;
    return bytes;
}

/* Symmetric; "same" exactly where the words are; spans inside, none over
 * another. */
START_TEST(properties)
{
    struct cd_arena arena = { 0 };
    unsigned seed = 20261124;
    char one[1024], two[1024];

    for (int i = 0; i < 3000 / CD_SLOWER; i++) {
        struct cd_str a = random_text(one, &seed);
        struct cd_str b = i % 10 != 0 ? random_text(two, &seed) : a;
        struct cd_judgement x = compare_texts(&arena, a, b);
        struct cd_judgement y = compare_texts(&arena, b, a);

        ck_assert_int_eq(x.kind, y.kind);
        ck_assert(x.score == y.score);
        ck_assert(x.score >= 0 && x.score <= 1);
        ck_assert_uint_eq(x.span_count, y.span_count);
        ck_assert_uint_eq(x.fact_count, y.fact_count);
        ck_assert_int_eq(x.kind == CD_COPY_SAME, same_words(&arena, a, b));
        check_spans(&x, a, b);
        check_spans(&y, b, a);
        cd_arena_reset(&arena);
    }
    cd_arena_release(&arena);
}
END_TEST

static struct cd_stock
stock_of(const char *a, const char *b)
{
    struct cd_arena arena = { 0 };
    struct cd_words x, y;
    struct cd_stock stock;

    cd_words_make(&x, &arena, (struct cd_str){ a, strlen(a) });
    cd_words_make(&y, &arena, (struct cd_str){ b, strlen(b) });
    cd_stock_count(&stock, &arena, &x, &y);
    cd_arena_release(&arena);
    return stock;
}

START_TEST(stock_phrases)
{
    struct cd_stock stock = stock_of("", "Halm");

    ck_assert_uint_eq(stock.shared, 0);
    /* "of the" is stock, "brass kettles" is not; each pair counts once */
    stock = stock_of("brass kettles of the brass kettles",
                     "of the moon, brass kettles");
    ck_assert_uint_eq(stock.shared, 2);
    ck_assert_uint_eq(stock.stock, 1);
    /* all numbers are alike */
    stock = stock_of("rose 31 kettles", "rose 7 kettles");
    ck_assert_uint_eq(stock.shared, 2);
}
END_TEST

/* Paragraphs that changed places are spans, too: of short texts, and of such
 * as are aligned by rows. */
START_TEST(moved)
{
    struct cd_arena arena = { 0 };
    struct cd_buf one = { 0 }, other = { 0 }, a = { 0 }, b = { 0 };
    struct cd_judgement judged;

    cd_buf_puts(&one, FERRY " ");
    cd_buf_puts(&other, BRIDGE " ");
    for (int i = 0; i < _i * 3000; i++) {
        cd_buf_printf(&one, "kettle%d stove%d tent%d ", i, i % 7, i * 3);
        cd_buf_printf(&other, "pillar%d lorry%d spring%d ", i, i % 5, i * 2);
    }
    cd_buf_add(&a, cd_buf_str(&one));
    cd_buf_puts(&a, "\n\n");
    cd_buf_add(&a, cd_buf_str(&other));
    cd_buf_add(&b, cd_buf_str(&other));
    cd_buf_puts(&b, "\n\n");
    cd_buf_add(&b, cd_buf_str(&one));
    judged = compare_texts(&arena, cd_buf_str(&a), cd_buf_str(&b));
    check_spans(&judged, cd_buf_str(&a), cd_buf_str(&b));
    ck_assert(judged.copy);
    ck_assert_uint_gt(covered(&judged) * 100, a.n * 96);
    cd_arena_release(&arena);
    cd_buf_release(&one);
    cd_buf_release(&other);
    cd_buf_release(&a);
    cd_buf_release(&b);
}
END_TEST

/* Function words that both begin and end with are spans, too. */
START_TEST(edges)
{
    const struct cd_str a = CD_STR("The ferry sails at dawn, we hope, he said");
    const struct cd_str b = CD_STR("The big ferry sails at dawn, the men said");
    struct cd_arena arena = { 0 };
    struct cd_judgement judged = compare_texts(&arena, a, b);

    check_spans(&judged, a, b);
    ck_assert_uint_eq(judged.span_count, 3);
    ck_assert_uint_eq(judged.spans[0].b.end, strlen("The"));
    ck_assert_uint_eq(judged.spans[2].b.start, b.n - strlen("said"));
    cd_arena_release(&arena);
}
END_TEST

/* Words that repeat without end must not make the work quadratic: this takes
 * part of a second, or hours. */
START_TEST(long_texts)
{
    static const char *const parts[] = {
        "the ", "ferry ", "ferry bridge ", "a b c d e f g h ", "17 ",
    };
    size_t n = ((size_t)1 << 21) / CD_SLOWER;
    char *a = cd_alloc(n), *b = cd_alloc(n);
    size_t width = strlen(parts[_i]);
    struct cd_arena arena = { 0 };
    struct cd_judgement judged;

    for (size_t i = 0; i < n; i++) {
        a[i] = parts[_i][i % width];
        b[i] = parts[_i][(i + width / 2) % width];
    }
    memcpy(b + n / 2, " elsewhere ", 11);
    judged =
        compare_texts(&arena, (struct cd_str){ a, n }, (struct cd_str){ b, n });
    ck_assert(judged.score >= 0 && judged.score <= 1);
    cd_arena_release(&arena);
    free(a);
    free(b);
}
END_TEST

/* Of a long text, in which every word is frequent, all that an edit left is
 * found again, and what was put in stands between. */
/* Two long rows apart by a changed sentence: inside the first one many runs of
 * single words begin, for it says its few words again and again. */
START_TEST(two_rows)
{
    enum { WORDS = 400, STOCK = 60 };
    struct cd_arena arena = { 0 };
    struct cd_buf a = { 0 }, b = { 0 };
    struct cd_judgement judged;
    unsigned seed = 11;

    for (int i = 0; i < WORDS; i++) {
        char word[32];
        unsigned pick = (seed = seed * 1103515245 + 12345) / 65536 % STOCK;

        snprintf(word, sizeof(word), "%cbor%cugh%s", (int)('a' + pick % 26),
                 (int)('a' + pick / 26), i % 25 == 24 ? ". " : " ");
        cd_buf_puts(&a, word);
        cd_buf_puts(&b, word);
        if (i == WORDS / 2)
            cd_buf_puts(&b, "but the harbour says nothing of it. ");
    }
    judged = compare_texts(&arena, cd_buf_str(&a), cd_buf_str(&b));
    check_spans(&judged, cd_buf_str(&a), cd_buf_str(&b));
    ck_assert_uint_eq(judged.span_count, 2);
    ck_assert_uint_ge(covered(&judged) + 2, a.n - 2);
    cd_arena_release(&arena);
    cd_buf_release(&a);
    cd_buf_release(&b);
}
END_TEST

START_TEST(long_edited)
{
    enum { WORDS = 30000, EDIT = 40, STOCK = 700 };
    struct cd_arena arena = { 0 };
    struct cd_buf a = { 0 }, b = { 0 };
    struct cd_judgement judged;
    unsigned seed = 28;
    size_t found, copied = 0;

    for (int i = 0; i < WORDS; i++) {
        char word[32];
        int n;

        seed = seed * 1103515245 + 12345;
        n = snprintf(word, sizeof(word), "%cbor%cugh ",
                     (int)('a' + seed % STOCK % 26),
                     (int)('a' + seed / 65536 % 26));
        cd_buf_puts(&a, word);
        cd_buf_puts(&b, i % EDIT == 7 ? "elsewhere " : word);
        copied += i % EDIT == 7 ? 0 : (size_t)n;
        if (i % 1000 == 999) /* what only one of them has */
            cd_buf_puts(_i ? &a : &b, "and so on and so forth ");
    }
    judged = compare_texts(&arena, cd_buf_str(&a), cd_buf_str(&b));
    check_spans(&judged, cd_buf_str(&a), cd_buf_str(&b));
    found = covered(&judged) + judged.span_count;
    ck_assert(judged.copy);
    ck_assert_uint_gt(found * 100, copied * 99);
    ck_assert_uint_lt(found * 100, copied * 101);
    cd_arena_release(&arena);
    cd_buf_release(&a);
    cd_buf_release(&b);
}
END_TEST

Suite *
check_compare(void)
{
    Suite *suite = suite_create("compare");
    TCase *tests = tcase_create("compare");

    tcase_add_loop_test(tests, kind, 0, CD_COUNT(pairs));
    tcase_add_loop_test(tests, facts, 0, CD_COUNT(differing));
    tcase_add_test(tests, properties);
    tcase_add_test(tests, stock_phrases);
    tcase_add_loop_test(tests, moved, 0, 2);
    tcase_add_test(tests, edges);
    tcase_add_loop_test(tests, long_texts, 0, 5);
    tcase_add_test(tests, two_rows);
    tcase_add_loop_test(tests, long_edited, 0, 2);
    suite_add_tcase(suite, tests);
    return suite;
}
