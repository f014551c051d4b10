/* SPDX-License-Identifier: Apache-2.0 */
/* Claims of several sentences, and of sentences without end. */
#include <stdio.h>

#include "base/buf.h"
#include "nlp/claim/claim.h"
#include "tests/check.h"
#include "tests/read_claims.h"

/* Names that a pronoun, "the company" or nothing stands for. */
static const struct {
    const char *text, *quantity, *subject;
} names[] = {
    { "Corvane is based in Elmsworth. It employs 900 people.", "900 people",
      "Corvane" },
    { "Corvane is based in Elmsworth. The company cut 40 jobs.", "40 jobs",
      "Corvane" },
    { "Dana Pruitt plays for Ashby. She scored 27 points.", "27 points",
      "Dana Pruitt" },
    { "Corvane said its profit rose 8%.", "8%", "Corvane" },
    { "The Falcon X2 model is new. This model cost $9 million.", "$9 million",
      "Falcon X2 model" },
};

START_TEST(name)
{
    struct cd_doc doc = { 0 };

    read_claims(&doc, names[_i].text);
    ck_assert_view_eq(claim_of(&doc, names[_i].quantity)->subject,
                      names[_i].subject);
    cd_arena_release(&doc.arena);
}
END_TEST

/* Two quantities of a text: do they share a group, and how are they linked? */
static const struct {
    const char *text, *first, *second, *relation; /* NULL: no link */
    bool group;
} pairs[] = {
    { "Corvane's market value fell from $3.5 billion to $2.9 billion. Corvane "
      "had a market value loss of $600 million.",
      "from $3.5 billion to $2.9 billion", "$600 million", "consistent",
      false },
    { "Corvane's market value fell from $3.5 billion to $2.9 billion. Corvane "
      "had a market value loss of $900 million.",
      "from $3.5 billion to $2.9 billion", "$900 million", "inconsistent",
      false },
    { "Corvane's sales fell from 800 to 600. Corvane's sales fell 25%.",
      "from 800 to 600", "25%", "consistent", false },
    { "Corvane's sales fell from 800 to 600. Corvane's sales fell 35%.",
      "from 800 to 600", "35%", "inconsistent", false },
    { "Corvane's sales fell from 800 to 600. Tarn's sales fell 35%.",
      "from 800 to 600", "35%", NULL, false },
    { "Corvane's sales rose 5% in May. Corvane's sales rose 5%, it said.", "5%",
      "5%", NULL, true },
};

START_TEST(pair)
{
    struct cd_doc doc = { 0 };
    const struct cd_claim *a, *b = NULL;
    struct cd_str relation = cd_str_of(pairs[_i].relation);

    read_claims(&doc, pairs[_i].text);
    a = claim_of(&doc, pairs[_i].first);
    for (const struct cd_claim *c = a + 1; c < doc.claims + doc.claim_count;
         c++)
        if (cd_str_is(c->text, pairs[_i].second))
            b = c;
    ck_assert_ptr_nonnull(b);
    ck_assert_int_eq(cd_str_eq(a->group, b->group), pairs[_i].group);
    if (relation.p == NULL) {
        ck_assert_view_eq(a->links, "[]");
    } else {
        char want[64];

        snprintf(want, sizeof(want), "\"relation\":\"%s\"", relation.p);
        ck_assert_msg(cd_str_find(a->links, cd_str_of(want), 0) != SIZE_MAX,
                      "links: %.*s", (int)a->links.n, a->links.p);
        ck_assert_msg(cd_str_find(a->links, b->claim_id, 0) != SIZE_MAX,
                      "links: %.*s", (int)a->links.n, a->links.p);
    }
    cd_arena_release(&doc.arena);
}
END_TEST

/* A change from A to B is consistent with its own difference, whatever the
 * numbers are, and with no other. */
START_TEST(difference)
{
    uint64_t state = (uint64_t)_i + 1;
    char text[300];

    for (int round = 0; round < 20; round++) {
        struct cd_doc doc = { 0 };
        unsigned from, to, wrong;

        state = state * 6364136223846793005U + 1442695040888963407U;
        from = 2000 + (unsigned)(state >> 40) % 7000;
        to = from - 100 - (unsigned)(state >> 20) % 1500;
        wrong = from - to + 50;
        snprintf(text, sizeof(text),
                 "Corvane's debt fell from $%u to $%u. Corvane's debt fell by "
                 "$%u. Corvane's debt fell by $%u.",
                 from, to, from - to, wrong);
        read_claims(&doc, text);
        ck_assert_uint_eq(doc.claim_count, 3);
        ck_assert_msg(cd_str_find(doc.claims[1].links, CD_STR("\"consistent"),
                                  0) != SIZE_MAX,
                      "%s", text);
        ck_assert_msg(cd_str_find(doc.claims[2].links, CD_STR("\"inconsistent"),
                                  0) != SIZE_MAX,
                      "%s", text);
        cd_arena_release(&doc.arena);
    }
}
END_TEST

/* Nothing in a sentence can make it long or deep. */
static const char *const hostile[] = { "of the ",   "5% of ",
                                       "A, B and ", "its ",
                                       "(5% ",      "\"said 5 ",
                                       "who was ",  ", which fell 5% " };

START_TEST(survives)
{
    struct cd_buf text = { 0 };
    struct cd_doc doc = { 0 };

    while (text.n < 20000)
        cd_buf_puts(&text, hostile[_i]);
    cd_buf_putc(&text, '\0');
    read_claims(&doc, text.p);
    cd_arena_release(&doc.arena);
    cd_buf_release(&text);
}
END_TEST

/* A quantity at every place around the cut of an overlong sentence is found
 * once and whole. */
START_TEST(seam)
{
    for (size_t at = 3990; at < 4110; at++) {
        struct cd_buf text = { 0 };
        struct cd_doc doc = { 0 };
        const struct cd_claim *claim;

        while (text.n + 6 < at)
            cd_buf_puts(&text, "grain ");
        while (text.n < at)
            cd_buf_putc(&text, text.n + 1 < at ? 'x' : ' ');
        cd_buf_puts(&text, "at more than $5 million per share ");
        while (text.n < 9000)
            cd_buf_puts(&text, "grain ");
        cd_buf_putc(&text, '\0');
        read_claims(&doc, text.p);
        ck_assert_uint_eq(doc.claim_count, 1);
        claim = claim_of(&doc, "$5 million per share");
        ck_assert_str_eq(claim->kind, "more_than");
        cd_arena_release(&doc.arena);
        cd_buf_release(&text);
    }
}
END_TEST

Suite *
check_claims(void)
{
    Suite *suite = suite_create("claims");
    TCase *tests = tcase_create("claims");

    tcase_add_unchecked_fixture(tests, read_claims_start, read_claims_stop);
    tcase_add_loop_test(tests, name, 0, CD_COUNT(names));
    tcase_add_loop_test(tests, pair, 0, CD_COUNT(pairs));
    tcase_add_loop_test(tests, difference, 0, 5);
    tcase_add_loop_test(tests, survives, 0, CD_COUNT(hostile));
    tcase_add_test(tests, seam);
    suite_add_tcase(suite, tests);
    return suite;
}
