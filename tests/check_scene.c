/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "nlp/scene/scene.h"
#include "tests/check.h"

/* The claim is what stands between brackets. */
static const struct {
    const char *a, *a_property, *b, *b_property;
    bool same;
} cases[] = {
    { "The watchdog fined Ravlon Foods [$3 million].", "fine",
      "Ravlon Foods must pay a penalty of [$4 million].", "penalty", true },
    { "Revenue at Ravlon rose to [$3 million].", "revenue",
      "Ravlon reported sales of [$4 million].", "sales", true },
    { "Revenue at Ravlon rose to [$3 million].", "revenue",
      "Ravlon reported a profit of [$4 million].", "profit", false },
    { "Ravlon will cut [300] jobs.", "jobs cut",
      "Ravlon plans layoffs of [400] people.", "layoffs", true },
    /* who */
    { "Brackenford Falls has [300] inhabitants.", "inhabitants",
      "The population of Brackenford is [400].", "population", false },
    { "North Brackenford has [300] inhabitants.", "inhabitants",
      "The population of Brackenford is [400].", "population", false },
    { "Voter turnout in Ulmoford was [30%].", "turnout",
      "Voter turnout in Estmouth was [40%].", "turnout", false },
    { "Voter turnout was [30%].", "turnout", "Voter turnout was [40%].",
      "turnout", false },
    { "Ravlon's sales fell [8%], while Kestrel and Ulmovik sold more.", "sales",
      "Kestrel's sales rose 2% and Ulmovik's sales were up [3%].", "sales",
      false },
    { "Ravlon's sales rose [8%], while Kestrel and Ulmovik sold less.", "sales",
      "Sales of Ravlon, which makes cars, rose [3%].", "sales", true },
    { "Tarn Bank said an offering of [3 shares] of Ulmovik Looms is open.",
      "offering",
      "Ravlon Foods made an offering of [4 shares] through Tarn Bank.",
      "offering", false },
    { "Ravmot Motor of Ulmoland sold [30] cars.", "sales",
      "General Motors of Ulmoland sold [40] cars.", "sales", false },
    { "General Hale sold [30] cars to Ulmoland.", "sales",
      "Hale sold [40] cars to Ulmoland.", "sales", true },
    /* where */
    { "Ravland's trade surplus was [$3 million].", "surplus",
      "Ravland's trade surplus with Ulmoland was [$4 million].", "surplus",
      false },
    { "Ravlon's revenue rose to [$3 million].", "revenue",
      "Ravlon's revenue in Delmouth rose to [$4 million].", "revenue", false },
    { "Ravlon's chief was sentenced to [30] months.", "sentence",
      "A court in Delmouth sent Ravlon's head to prison for [28] months.",
      "prison", true },
    { "Ravland's prices rose by [30%].", "consumer prices",
      "At [40%], Ravland had high inflation.", "inflation", true },
    /* when */
    { "Inflation in Ravland slowed to [3%].", "inflation",
      "Ravland's annual inflation rate rose to [4%].", "annual inflation rate",
      true },
    { "Ravlon's annual revenue rose to [$3 million].", "annual revenue",
      "Ravlon's quarterly revenue rose to [$4 million].", "quarterly revenue",
      false },
    /* which */
    { "Ravland's trade surplus was [$3 million].", "trade surplus",
      "Ravland's budget surplus was [$4 million].", "budget surplus", false },
    /* bases of comparisons, rows of tables, what comes on top */
    { "Ravlon's revenue rose from [$3 million].", "revenue",
      "Ravlon's revenue rose to [$4 million].", "revenue", false },
    { "Ravlon's revenue was $2 million against $1 million and [$3 million]"
      " a year ago.",
      "revenue", "Ravlon's revenue rose to [$4 million].", "revenue", false },
    { "Ravlon's revenue rose to [$3 million] from $2 million a year ago.",
      "revenue", "Ravlon's revenue rose to [$4 million].", "revenue", true },
    { "Ravlon revenue [$3 million] vs $2 million.", "revenue",
      "Ravlon's revenue rose to [$4 million].", "revenue", false },
    { "Ravlon got another [$3 million] of aid.", "aid",
      "Ravlon got [$4 million] of aid.", "aid", false },
    { "Exports from Ravland reached [$3 million].", "exports",
      "Ravland exported goods for [$4 million].", "exports", true },
    /* other words for one question, the name in front or behind */
    { "Hackers stole the data of [30] customers of Ulmovik.", "customers",
      "The data breach at Ulmovik affected [40] customers.", "customers",
      true },
    /* a part, another time, another thing in the same place */
    { "Ulmovik Museum had [30] visitors.", "visitors",
      "Ulmovik Museum had [40] visitors from abroad.", "visitors", false },
    { "The Ulmovik party won [30] seats.", "seats",
      "The Ulmovik party had [40] seats before the election.", "seats", false },
    { "The wheat harvest in Ulmovik came to [30 tonnes].", "harvest",
      "The barley harvest in Ulmovik came to [40 tonnes].", "harvest", false },
    { "The new bridge at Ulmovik will cost [$3 million].", "cost",
      "The new road to Ulmovik will cost [$4 million].", "cost", false },
    { "Ulmovik makes [30 tonnes of steel].", "output",
      "The output of Ulmovik is [40 tonnes of paper].", "output", false },
    { "The metro of Ulmovik has a daily ridership of [30].", "ridership",
      "Every day [40] passengers use the Ulmovik metro.", "passengers", true },
    { "The metro of Ulmovik has a daily ridership of [30].", "ridership",
      "Every week [40] passengers use the Ulmovik metro.", "passengers",
      false },
    { "Ulmovik has dug the first [30 metres] of the tunnel.", "length",
      "The tunnel of Ulmovik is [40 metres] long.", "length", false },
};

static void
make(struct cd_scene *scene, const char *text, const char *property,
     const char *unit)
{
    struct cd_arena arena = { 0 };
    char sentence[200];
    size_t n = 0, start = 0, end = 0;
    struct cd_scene_place place;

    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '[')
            start = n;
        else if (*p == ']')
            end = n;
        else
            sentence[n++] = *p;
    }
    place = (struct cd_scene_place){ .sentence = { sentence, n },
                                     .start = start,
                                     .end = end,
                                     .to = n,
                                     .property = cd_str_of(property),
                                     .unit = cd_str_of(unit) };
    cd_scene_make(scene, &arena, &place);
    cd_arena_release(&arena);
}

START_TEST(same)
{
    struct cd_scene a, b;

    make(&a, cases[_i].a, cases[_i].a_property, "");
    make(&b, cases[_i].b, cases[_i].b_property, "");
    ck_assert_msg(cd_scene_same(&a, &b) == cases[_i].same, "%s / %s",
                  cases[_i].a, cases[_i].b);
    ck_assert_int_eq(cd_scene_same(&b, &a), cases[_i].same);
}
END_TEST

/* What is counted asks nothing that tells one thing from another. */
START_TEST(one_asks_more)
{
    struct cd_scene a, b;

    make(&a, "Ulmovik has [30 customers] in two countries.", "customers",
         "customer");
    make(&b, "The data breach at Ulmovik affected [40 customers].", "customers",
         "customer");
    ck_assert(!cd_scene_same(&a, &b));
}
END_TEST

/* A stake that is offered for is not the one that is held. */
START_TEST(offer)
{
    struct cd_scene held, offered, bid;

    make(&held, "Ravlon has bought [30%] of Ulmovik Looms.", "stake", "%");
    make(&offered, "Ravlon offered to buy [40%] of Ulmovik Looms.", "stake",
         "%");
    make(&bid, "Ravlon made a bid for [50%] of Ulmovik Looms.", "stake", "%");
    ck_assert(!cd_scene_same(&held, &offered));
    ck_assert(!cd_scene_apart(&offered, &bid));
}
END_TEST

START_TEST(units)
{
    static const char *const rows[][3] = {
        { "inhabitant", "person", "" }, { "passenger/d", "person", "/d" },
        { "flat", "home", "" },         { "USD/mo", "USD", "/mo" },
        { "km/h", "km/h", "" },         { "", "", "" },
    };

    for (size_t i = 0; i < CD_COUNT(rows); i++) {
        struct cd_str unit = cd_str_of(rows[i][0]);

        ck_assert(cd_str_is(cd_scene_unit(unit), rows[i][1]));
        ck_assert(cd_str_is(cd_scene_unit_per(unit), rows[i][2]));
    }
    ck_assert(cd_str_is(cd_scene_unit_of(CD_STR("daily ridership")), "person"));
    ck_assert(cd_str_is(cd_scene_unit_of(CD_STR("share price")), "1"));
}
END_TEST

START_TEST(quoted)
{
    struct cd_scene scene;

    make(&scene, "Ravlon's stock rose 2 to [49].", "stock", "");
    ck_assert(scene.quoted);
    make(&scene, "Bonds of Ravlon traded at [49].", "bonds", "");
    ck_assert(scene.quoted);
    make(&scene, "Ravlon's stock of coal is [49] tonnes.", "stock", "");
    ck_assert(!scene.quoted);
}
END_TEST

/* More names than there is room for: nobody is accused by some of them. */
START_TEST(too_many_names)
{
    struct cd_scene scene;

    make(&scene,
         "At Aba, Bab, Cac, Dad, Eae, Faf, Gag, Hah, Iai, Jaj, Kak, Lal, Mam,"
         " Nan, Oao, Pap and Qaq revenue was [$3].",
         "revenue", "");
    ck_assert(scene.useless);
}
END_TEST

Suite *
check_scene(void)
{
    Suite *suite = suite_create("scene");
    TCase *tcase = tcase_create("scene");

    tcase_add_loop_test(tcase, same, 0, (int)CD_COUNT(cases));
    tcase_add_test(tcase, one_asks_more);
    tcase_add_test(tcase, offer);
    tcase_add_test(tcase, quoted);
    tcase_add_test(tcase, units);
    tcase_add_test(tcase, too_many_names);
    suite_add_tcase(suite, tcase);
    return suite;
}
