/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quantities: the example of every grammar row, values in many forms, and that
 * no text makes the grammar slow.
 */
#include "tests/check.h"

#include "nlp/quantity/grammar.h"
#include "nlp/quantity/quantity.h"

struct engine {
    struct cd_quantities *quantities;
    struct cd_reading *reading;
    struct cd_arena arena;
};

static struct engine
engine_new(void)
{
    struct cd_error err = { 0 };
    struct engine e = { .quantities = cd_quantities_new(NULL, &err) };

    ck_assert_msg(e.quantities != NULL, "%s", err.message);
    e.reading = cd_reading_new();
    return e;
}

static void
engine_release(struct engine *e)
{
    cd_quantities_free(e->quantities);
    cd_reading_free(e->reading);
    cd_arena_release(&e->arena);
}

static void
read_text(struct engine *e, struct cd_str text)
{
    struct cd_error err = { 0 };
    struct cd_span all = { 0, text.n };

    ck_assert_msg(cd_quantities_read(e->quantities, e->reading, &e->arena, text,
                                     all, &err) == CD_OK,
                  "%s", err.message);
}

/* "text|value|unit" as the rows write it. */
static struct cd_str
show(struct engine *e, struct cd_str text, const struct cd_quantity *q)
{
    struct cd_str words = cd_str_sub(text, q->span.start, q->span.end);
    struct cd_str a = cd_decimal_print(q->value, &e->arena);
    struct cd_str low = cd_decimal_print(q->low, &e->arena);
    struct cd_str high = cd_decimal_print(q->high, &e->arena);

    if (q->shape == CD_SHAPE_VAGUE)
        a = CD_STR("null");
    else if (q->shape != CD_SHAPE_ONE && q->triple)
        a = cd_arena_printf(&e->arena, "[%s,%s,%s]", low.p, high.p, a.p);
    else if (q->shape != CD_SHAPE_ONE)
        a = cd_arena_printf(&e->arena, "[%s,%s]", low.p, high.p);
    return cd_arena_printf(&e->arena, "%.*s|%.*s|%.*s", (int)words.n, words.p,
                           (int)a.n, a.p, (int)q->unit.n, q->unit.p);
}

static bool
has_nonclaim(const struct engine *e, struct cd_str text, const char *words,
             const char *rule)
{
    for (size_t i = 0; i < e->reading->other_count; i++) {
        const struct cd_nonclaim *other = &e->reading->others[i];

        if (strcmp(other->rule, rule) == 0 &&
            cd_str_is(cd_str_sub(text, other->span.start, other->span.end),
                      words))
            return true;
    }
    return false;
}

static void
check_row(struct engine *e, const struct cd_rule_row *row)
{
    struct cd_str text = cd_str_of(row->example);
    struct cd_str got = CD_STR("nothing");

    read_text(e, text);
    if (strncmp(row->expected, "not|", 4) == 0) {
        ck_assert_msg(has_nonclaim(e, text, row->expected + 4, row->id),
                      "%s: no non-claim '%s'", row->id, row->expected + 4);
        return;
    }
    for (size_t i = 0; i < e->reading->count; i++) {
        const struct cd_quantity *q = &e->reading->items[i];

        got = show(e, text, q);
        for (size_t k = 0; k < CD_QUANTITY_RULES && q->rules[k] != NULL; k++)
            if (strcmp(q->rules[k], row->id) == 0 &&
                cd_str_is(got, row->expected))
                return;
    }
    ck_abort_msg("%s: want '%s', got '%.*s'", row->id, row->expected,
                 (int)got.n, got.p);
}

START_TEST(every_row)
{
    struct engine e = engine_new();
    const struct cd_rule_list *list = &cd_rule_lists[_i];

    e.reading->language = (enum cd_language)_i;
    for (size_t i = 0; i < list->count; i++)
        check_row(&e, &list->rows[i]);
    engine_release(&e);
}
END_TEST

static const struct {
    const char *text, *want; /* want NULL: nothing */
} cases[] = {
    { "Two hundred and fifty thousand people marched.",
      "Two hundred and fifty thousand people|250000|person" },
    { "They hired forty-two engineers.", "forty-two engineers|42|engineer" },
    { "It fetched 1.234,56 euros.", "1.234,56 euros|1234.56|EUR" },
    { "It holds 1 234 567 tonnes.", "1 234 567 tonnes|1234567|t" },
    { "He owes 12,34,567 rupees.", "12,34,567 rupees|1234567|INR" },
    { "It fell to \xE2\x88\x92"
      "12\xC2\xB0"
      "C.",
      "\xE2\x88\x92"
      "12\xC2\xB0"
      "C|-12|degC" },
    { "It needs 2 1/2 cups.", "2 1/2 cups|2.5|cup" },
    { "It needs 2\xC2\xBD cups.", "2\xC2\xBD cups|2.5|cup" },
    { "It grew by \xEF\xBC\x91\xEF\xBC\x92%.",
      "\xEF\xBC\x91\xEF\xBC\x92%|12|%" },
    { "The state spent Rs 50 lakh crore.",
      "Rs 50 lakh crore|50000000000000|INR" },
    { "It bought half a million shares.",
      "half a million shares|500000|share" },
    { "It listed at HK$88.20.", "HK$88.20|88.2|HKD" },
    { "The pipe lost 8,400 barrels a day.", "8,400 barrels a day|8400|bbl/d" },
    { "It trained on 2,048 Foobar Z900s.",
      "2,048 Foobar Z900s|2048|foobar z900" },
    { "The old one is here.", NULL },
    { "Call 555-867-5309 now.", NULL },
    { "Call 0555 01 42 17 or (020) 7946 0958 now.", NULL },
    { "Call +44 (0)20 7946 0958, +1 (555) 010-4477 or 555.010.4477.", NULL },
    { "Text 07700 900123 or 09.87.65.43.21; in danger call 911.", NULL },
    { "It opened in 1998.", NULL },
    { "Version 3.12.1 is out.", NULL },
};

START_TEST(forms)
{
    struct engine e = engine_new();
    struct cd_str text = cd_str_of(cases[_i].text);

    read_text(&e, text);
    cd_reading_drop_weak(e.reading);
    if (cases[_i].want == NULL) {
        ck_assert_uint_eq(e.reading->count, 0);
    } else {
        ck_assert_uint_ge(e.reading->count, 1);
        ck_assert_view_eq(show(&e, text, &e.reading->items[0]), cases[_i].want);
    }
    engine_release(&e);
}
END_TEST

/* A list shares its unit, and each number of it is a quantity. */
START_TEST(respectively)
{
    struct engine e = engine_new();

    read_text(&e, CD_STR("They rose 10, 20 and 30 percent respectively."));
    ck_assert_uint_eq(e.reading->count, 3);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_view_eq(e.reading->items[i].unit, "%");
        ck_assert_int_eq(
            cd_decimal_compare(e.reading->items[i].value,
                               cd_decimal_of(10 * (int64_t)(i + 1), 0)),
            0);
    }
    engine_release(&e);
}
END_TEST

/* Renders n in a form; what is read must be n again. */
static struct cd_str
render(struct cd_arena *arena, int64_t n, int form)
{
    long long v = (long long)n;

    switch (form) {
    case 0:
        return cd_arena_printf(arena, "It paid $%lld then.", v);
    case 1:
        return cd_arena_printf(arena, "It paid USD %lld,%03lld,%03lld then.",
                               v / 1000000, v / 1000 % 1000, v % 1000);
    case 2:
        return cd_arena_printf(arena, "It paid %lld.%03lld.%03lld dollars.",
                               v / 1000000, v / 1000 % 1000, v % 1000);
    case 3:
        return cd_arena_printf(arena, "It paid $%lld.%06lldm then.",
                               v / 1000000, v % 1000000);
    default:
        return cd_arena_printf(arena, "It paid $%lld.%06lld million then.",
                               v / 1000000, v % 1000000);
    }
}

START_TEST(round_trip)
{
    struct engine e = engine_new();
    uint64_t random = 88172645463325252U;

    for (int i = 0; i < 2000; i++) {
        int64_t n;

        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        n = 1000000 + (int64_t)(random % 998000000);
        read_text(&e, render(&e.arena, n, i % 5));
        ck_assert_uint_eq(e.reading->count, 1);
        ck_assert_int_eq(
            cd_decimal_compare(e.reading->items[0].value, cd_decimal_of(n, 0)),
            0);
        cd_arena_reset(&e.arena);
    }
    engine_release(&e);
}
END_TEST

/* Steps over a text of unit repeated to n bytes. */
static uint64_t
steps(struct engine *e, struct cd_str unit, size_t n)
{
    char *text = cd_arena_bytes(&e->arena, n + unit.n);
    size_t at = 0;

    for (; at < n; at += unit.n)
        memcpy(text + at, unit.p, unit.n);
    read_text(e, (struct cd_str){ text, at });
    return cd_reading_steps(e->reading);
}

/* Twice the text, at most 2.2 times the steps. */
static void
check_growth(struct engine *e, const char *what, struct cd_str unit)
{
    static const size_t sizes[] = { 10000, 20000, 40000 };
    uint64_t before = 0;

    for (size_t i = 0; i < CD_COUNT(sizes); i++) {
        uint64_t now = steps(e, unit, sizes[i] / CD_SLOWER);

        ck_assert_msg(i == 0 || now * 10 <= before * 22 + 1000,
                      "%s: '%.*s' to %zu bytes: %llu steps after %llu", what,
                      (int)unit.n, unit.p, sizes[i], (unsigned long long)now,
                      (unsigned long long)before);
        before = now;
        cd_arena_reset(&e->arena);
    }
}

/* The words of the example that the row reads: "text|value" or "not|text". */
static struct cd_str
words_of(const struct cd_rule_row *row)
{
    struct cd_str all = cd_str_of(row->expected);
    size_t bar = cd_str_find(all, CD_STR("|"), 0);

    if (cd_str_starts(all, CD_STR("not|")))
        return cd_str_sub(all, bar + 1, all.n);
    return cd_str_sub(all, 0, bar);
}

/* Floods of the example of each row, and of the words in it that it reads. */
START_TEST(linear_rows)
{
    struct engine e = engine_new();
    struct cd_arena units = { 0 };
    const struct cd_rule_list *list = &cd_rule_lists[_i];

    e.reading->language = (enum cd_language)_i;
    for (size_t i = 0; i < list->count; i++) {
        const struct cd_rule_row *row = &list->rows[i];
        struct cd_str words = words_of(row);

        check_growth(&e, row->id, cd_arena_printf(&units, "%s ", row->example));
        check_growth(&e, row->id,
                     cd_arena_printf(&units, "%.*s ", (int)words.n, words.p));
    }
    cd_arena_release(&units);
    engine_release(&e);
}
END_TEST

static const char *const pathological[] = {
    "1,",      "111,",   "1 ",      "5 and ",   "one hundred and ",
    "$",       "$5 to ", "from 5 ", "5% ",      "half a ",
    "May 5 ",  "1/",     "1-",      "million ", "more than about ",
    "5 feet ", "No. 5 ", "1:2",     "(5) ",     "twenty-",
};

START_TEST(linear)
{
    struct engine e = engine_new();

    check_growth(&e, "flood", cd_str_of(pathological[_i]));
    engine_release(&e);
}
END_TEST

/* "6 per 100,000 per 100,000 ...": no unit is as long as the sentence. */
START_TEST(endless)
{
    struct engine e = engine_new();
    char text[2000] = "It was 6 ";

    while (strlen(text) + 20 < sizeof(text))
        strcat(text, "per 100,000 ");
    read_text(&e, cd_str_of(text));
    ck_assert_uint_gt(e.reading->count, 0);
    for (size_t i = 0; i < e.reading->count; i++)
        ck_assert_uint_lt(e.reading->items[i].unit.n, 256);
    engine_release(&e);
}
END_TEST

Suite *
check_quantity(void)
{
    Suite *suite = suite_create("quantity");
    TCase *tcase = tcase_create("quantity");

    tcase_add_loop_test(tcase, every_row, 0, CD_LANGUAGE_COUNT);
    tcase_add_loop_test(tcase, forms, 0, CD_COUNT(cases));
    tcase_add_test(tcase, respectively);
    tcase_add_test(tcase, round_trip);
    tcase_add_loop_test(tcase, linear_rows, 0, CD_LANGUAGE_COUNT);
    tcase_add_loop_test(tcase, linear, 0, CD_COUNT(pathological));
    tcase_add_test(tcase, endless);
    suite_add_tcase(suite, tcase);
    return suite;
}
