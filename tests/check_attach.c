/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/claim/claim.h"
#include "tests/check.h"
#include "tests/read_claims.h"

/* What a sentence says of one of its quantities, by hand. */
static const struct {
    const char *text, *quantity, *subject, *property, *change, *role, *modality;
} cases[] = {
    { "Council to spend $6 million on road repairs.", "$6 million", "Council",
      "spending on road repairs", "none", "level", "forecast" },
    { "Bank to cut 900 jobs as profits halve.", "900 jobs", "Bank", "jobs cut",
      "down", "delta", "forecast" },
    { "Ryanford to pay $700 million to settle the case.", "$700 million",
      "Ryanford", "amount paid", "none", "level", "forecast" },
    { "Ryanford to cut 900 jobs.", "900 jobs", "Ryanford", "jobs cut", "down",
      "delta", "forecast" },
    { "Tuition will go up 3% to $14,200.", "$14,200", "Tuition", "Tuition",
      "up", "level", "forecast" },
    { "Inflation cooled to an annual rate of 3.1%.", "3.1%", "Inflation",
      "annual rate", "down", "level", "asserted" },
    { "The clinic cut its waiting list by 3,400.", "3,400", "clinic",
      "waiting list", "down", "delta", "asserted" },
    { "A judge sentenced the clerk to 18 months in prison.", "18 months",
      "clerk", "prison sentence", "none", "duration", "asserted" },
    { "Cases rose to 1,043, up 112 from the day before.", "112", "Cases",
      "Cases", "up", "delta", "asserted" },
    { "Harbour Foods' shares rose 12% to $48.20.", "12%", "Harbour Foods",
      "shares", "up", "relative_delta", "asserted" },
    { "Harbour Foods' shares rose 12% to $48.20.", "$48.20", "Harbour Foods",
      "shares", "up", "level", "asserted" },
    { "Shares of Meridian Rail fell 3.5% on Tuesday.", "3.5%", "Meridian Rail",
      "Shares", "down", "relative_delta", "asserted" },
    { "Meridian Rail's revenue climbed to $2.4 billion from $2.1 billion a "
      "year earlier.",
      "$2.4 billion", "Meridian Rail", "revenue", "up", "level", "asserted" },
    { "The price of copper dropped 4% to $8,900 a tonne.", "4%", "copper",
      "price", "down", "relative_delta", "asserted" },
    { "The price of copper dropped 4% to $8,900 a tonne.", "$8,900 a tonne",
      "copper", "price", "down", "level", "asserted" },
    { "Unemployment in Norland fell to 4.2% in March.", "4.2%", "Norland",
      "Unemployment", "down", "level", "asserted" },
    { "Lakeside Bank cut 1,200 jobs.", "1,200 jobs", "Lakeside Bank",
      "jobs cut", "down", "delta", "asserted" },
    { "The council approved a budget of $45 million.", "$45 million", "council",
      "budget", "none", "level", "asserted" },
    { "Orion Motors reported net income of $310 million, up from $280 million.",
      "$310 million", "Orion Motors", "net income", "up", "level", "asserted" },
    { "Orion Motors reported net income of $310 million, up from $280 million.",
      "$280 million", "Orion Motors", "net income", "none", "level",
      "asserted" },
    { "The number of visitors grew by 15% last year.", "15%", "visitors",
      "number", "up", "relative_delta", "asserted" },
    { "The company's loss of $20 million was its largest ever.", "$20 million",
      "company", "loss", "down", "delta", "asserted" },
    { "Fernway's market value shrank by $3 billion.", "$3 billion", "Fernway",
      "market value", "down", "delta", "asserted" },
    { "Nearly 60% of residents backed the plan.", "60%", "residents",
      "backed the plan", "none", "share", "asserted" },
    { "Two-thirds of the ferries were late.", "Two-thirds", "ferries", "late",
      "none", "share", "asserted" },
    { "The tower is 210 metres tall.", "210 metres", "tower", "height", "none",
      "level", "asserted" },
    { "The bridge cost $90 million.", "$90 million", "bridge", "cost", "none",
      "level", "asserted" },
    { "Vera Holt, 52, leads the agency.", "52", "Vera Holt", "age", "none",
      "age", "asserted" },
    { "Holt said the project will cost $14 million.", "$14 million", "project",
      "cost", "none", "level", "forecast" },
    { "The ministry expects growth of 2.5% next year.", "2.5%", "ministry",
      "growth", "up", "relative_delta", "forecast" },
    { "Analysts at Corvane predict that sales will reach $5 billion by 2027.",
      "$5 billion", "sales", "sales", "none", "level", "forecast" },
    { "The firm denied that it lost 40% of its customers.", "40%", "firm",
      "customers", "down", "relative_delta", "denied" },
    { "Exports fell from $9 billion to $7 billion.",
      "from $9 billion to $7 billion", "Exports", "Exports", "down", "level",
      "asserted" },
    { "The population of Elmsworth is 84,000.", "84,000", "Elmsworth",
      "population", "none", "level", "asserted" },
    { "Elmsworth has 84,000 residents.", "84,000 residents", "Elmsworth",
      "residents", "none", "count", "asserted" },
    { "Kestrel Air carried 2.3 million passengers in June.",
      "2.3 million passengers", "Kestrel Air", "passengers carried", "none",
      "count", "asserted" },
    { "Kestrel Air employs about 9,000 people.", "9,000 people", "Kestrel Air",
      "people employed", "none", "count", "asserted" },
    { "The strike lasted 11 days.", "11 days", "strike", "length", "none",
      "duration", "asserted" },
    { "A 15-year contract was signed.", "15-year", "contract", "length", "none",
      "duration", "asserted" },
    { "The museum drew 120,000 visitors, a 20% increase.", "120,000 visitors",
      "museum", "visitors drawn", "up", "count", "asserted" },
    { "The museum drew 120,000 visitors, a 20% increase.", "20%", "museum",
      "visitors drawn", "up", "relative_delta", "asserted" },
    { "Prices are 8% higher than a year ago.", "8%", "Prices", "Prices", "up",
      "relative_delta", "asserted" },
    { "The new engine uses 30% less fuel.", "30%", "new engine", "fuel used",
      "down", "relative_delta", "asserted" },
    { "Rents have risen by more than 5% since 2022.", "5%", "Rents", "Rents",
      "up", "relative_delta", "asserted" },
    { "The mayor wants to raise taxes by 2%.", "2%", "mayor", "taxes", "up",
      "relative_delta", "forecast" },
    { "Car sales slumped 18%, dragging the index down 40 points.", "18%", "Car",
      "Car sales", "down", "relative_delta", "asserted" },
    { "Companies such as Fernway, Corvane and Tarn saw their shares slide by "
      "6%.",
      "6%", "Fernway, Corvane and Tarn", "shares", "down", "relative_delta",
      "asserted" },
    { "The index closed at 4,210, down 1.3%.", "4,210", "index", "close",
      "down", "level", "asserted" },
    { "The index closed at 4,210, down 1.3%.", "1.3%", "index", "close", "down",
      "relative_delta", "asserted" },
    { "The central bank raised its rate by 25 basis points.", "25 basis points",
      "central bank", "rate", "up", "delta", "asserted" },
    { "The central bank raised its key rate to 5.25%.", "5.25%", "central bank",
      "key rate", "up", "level", "asserted" },
    { "Turnout was 61%, down from 68% in 2019.", "61%", "Turnout", "Turnout",
      "down", "share", "asserted" },
    { "Turnout was 61%, down from 68% in 2019.", "68%", "Turnout", "Turnout",
      "none", "share", "asserted" },
    { "The charity has 340 volunteers.", "340 volunteers", "charity",
      "volunteers", "none", "count", "asserted" },
    { "More than 500 people attended the vigil.", "500 people", "people",
      "people attended the vigil", "none", "count", "asserted" },
    { "Some 40 homes were destroyed by the fire.", "40 homes", "homes",
      "homes destroyed by the fire", "none", "count", "asserted" },
    { "The fire destroyed 40 homes.", "40 homes", "fire", "homes destroyed",
      "none", "count", "asserted" },
    { "The fire burned 300 hectares.", "300 hectares", "fire", "burned", "none",
      "level", "asserted" },
    { "At least 12 people were injured in the crash.", "12 people", "people",
      "people injured in the crash", "none", "count", "asserted" },
    { "The crash injured 12 people.", "12 people", "crash", "people injured",
      "none", "count", "asserted" },
    { "Police arrested 35 protesters.", "35 protesters", "Police",
      "protesters arrested", "none", "count", "asserted" },
    { "The airline ordered 20 planes worth $4 billion.", "20 planes", "airline",
      "planes ordered", "none", "count", "asserted" },
    { "The airline will add 15 routes.", "15 routes", "airline", "routes added",
      "up", "delta", "forecast" },
    { "The school received a grant of $50,000.", "$50,000", "school", "grant",
      "none", "level", "asserted" },
    { "The grant will pay for 12 teachers.", "12 teachers", "grant",
      "teachers paid", "none", "count", "forecast" },
    { "Torrin spends $80 million on roads each year.", "$80 million", "Torrin",
      "spending", "none", "level", "asserted" },
    { "The road is 40 km long.", "40 km", "road", "length", "none", "level",
      "asserted" },
    { "The startup raised $25 million.", "$25 million", "startup",
      "amount raised", "none", "level", "asserted" },
    { "Rainfall was 30% below average.", "30%", "Rainfall", "Rainfall", "down",
      "relative_delta", "asserted" },
    { "Home prices in Elmsworth jumped 11%.", "11%", "Elmsworth", "Home prices",
      "up", "relative_delta", "asserted" },
    { "Wages grew 4.1% in the first quarter.", "4.1%", "Wages", "Wages", "up",
      "relative_delta", "asserted" },
    { "The trade deficit narrowed to $12.3 billion.", "$12.3 billion", "trade",
      "trade deficit", "down", "level", "asserted" },
    { "The survey found that 72% of nurses work overtime.", "72%", "nurses",
      "work overtime", "none", "share", "asserted" },
    { "Women hold 28% of board seats.", "28%", "Women", "share of board seats",
      "none", "share", "asserted" },
    { "Coal accounted for 22% of power output.", "22%", "Coal",
      "share of power output", "none", "share", "asserted" },
    { "The vaccine was 94% effective.", "94%", "vaccine", "effectiveness",
      "none", "share", "asserted" },
    { "The ship weighs 90,000 tonnes.", "90,000 tonnes", "ship", "weight",
      "none", "level", "asserted" },
    { "The hotel has 240 rooms and 12 suites.", "240 rooms", "hotel", "rooms",
      "none", "count", "asserted" },
    { "The fine could reach $2 million.", "$2 million", "fine", "fine", "none",
      "level", "hedged" },
    { "The fund returned 14% last year.", "14%", "fund", "returned", "none",
      "relative_delta", "asserted" },
    { "The bank's assets total $230 billion.", "$230 billion", "bank", "assets",
      "none", "level", "asserted" },
    { "Gold traded at $2,310 an ounce.", "$2,310 an ounce", "Gold", "price",
      "none", "level", "asserted" },
    { "The euro slipped 0.4% against the dollar.", "0.4%", "euro", "change",
      "down", "relative_delta", "asserted" },
    { "Oil prices plunged by an astonishing 17%, falling to $61 a barrel.",
      "17%", "Oil", "Oil prices", "down", "relative_delta", "asserted" },
    { "Oil prices plunged by an astonishing 17%, falling to $61 a barrel.",
      "$61 a barrel", "Oil", "Oil prices", "down", "level", "asserted" },
    { "The agency's staff shrank from 400 to 310.", "from 400 to 310", "agency",
      "staff", "down", "level", "asserted" },
    { "Membership fell by half.", "half", "Membership", "Membership", "down",
      "relative_delta", "asserted" },
    { "The team won 14 games.", "14 games", "team", "games won", "none",
      "count", "asserted" },
    { "Dana Pruitt scored 27 points.", "27 points", "Dana Pruitt",
      "points scored", "none", "count", "asserted" },
    { "Dana Pruitt, who scored 27 points, is 24.", "27 points", "Dana Pruitt",
      "points scored", "none", "count", "asserted" },
    { "The film made $40 million on a budget of $9 million.", "$9 million",
      "film", "budget", "none", "level", "asserted" },
    { "The company said its revenue rose 8%.", "8%", "company", "revenue", "up",
      "relative_delta", "asserted" },
    { "The average wait is 14 minutes.", "14 minutes", "average wait",
      "average wait", "none", "duration", "asserted" },
    { "The typical household pays $1,900 a year.", "$1,900 a year",
      "typical household", "amount paid", "none", "level", "asserted" },
    { "Customers can save up to 40%.", "40%", "Customers", "savings", "down",
      "relative_delta", "hedged" },
    { "The discount is 15%.", "15%", "discount", "discount", "down",
      "relative_delta", "asserted" },
    { "The chance of rain is 70%.", "70%", "rain", "chance", "none", "share",
      "asserted" },
    { "The magnitude was 5.6.", "5.6", "magnitude", "magnitude", "none",
      "level", "asserted" },
    { "Water levels fell 3 metres.", "3 metres", "Water", "Water levels",
      "down", "delta", "asserted" },
    { "The city planted 10,000 trees.", "10,000 trees", "city", "trees planted",
      "none", "count", "asserted" },
    { "The valley is served by 60 buses.", "60 buses", "valley", "buses served",
      "none", "count", "asserted" },
    { "The app has been downloaded 5 million times.", "5 million times", "app",
      "times downloaded", "none", "count", "asserted" },
    { "Fernway reduced its workforce by 800.", "800", "Fernway", "workforce",
      "down", "delta", "asserted" },
    { "Fernway's workforce was reduced by 800.", "800", "Fernway", "workforce",
      "down", "delta", "asserted" },
    { "The reservoir is 45% full.", "45%", "reservoir", "fullness", "none",
      "share", "asserted" },
    { "The rocket will carry 22 satellites.", "22 satellites", "rocket",
      "satellites carried", "none", "count", "forecast" },
    { "Corvane plans to invest $3 billion in Norland.", "$3 billion", "Corvane",
      "investment in Norland", "none", "level", "forecast" },
    { "Norland's exports to Torrin fell 21% in 2023.", "21%", "Norland",
      "exports", "down", "relative_delta", "asserted" },
    { "The court awarded the family $6 million.", "$6 million", "court",
      "award", "none", "level", "asserted" },
    { "The family was awarded $6 million.", "$6 million", "family", "award",
      "none", "level", "asserted" },
    { "The study followed 2,500 adults for ten years.", "2,500 adults", "study",
      "adults followed", "none", "count", "asserted" },
    { "The study followed 2,500 adults for ten years.", "ten years", "study",
      "time followed", "none", "duration", "asserted" },
    { "The drug cut the risk of stroke by 30%.", "30%", "stroke", "risk",
      "down", "relative_delta", "asserted" },
    { "The risk of stroke fell 30%.", "30%", "stroke", "risk", "down",
      "relative_delta", "asserted" },
    { "The government's deficit is projected to hit 6% of output.", "6%",
      "government", "deficit", "none", "share", "forecast" },
    { "House sales tumbled 22%, the steepest drop since 2009.", "22%", "House",
      "House sales", "down", "relative_delta", "asserted" },
    { "Corvane rose 4%.", "4%", "Corvane", "change", "up", "relative_delta",
      "asserted" },
    { "Tarn lost 2.2%.", "2.2%", "Tarn", "loss", "down", "relative_delta",
      "asserted" },
    { "The club paid $30 million for the striker.", "$30 million", "club",
      "amount paid for the striker", "none", "level", "asserted" },
    { "The striker cost $30 million.", "$30 million", "striker", "cost", "none",
      "level", "asserted" },
    { "Around 4,000 seals live in the bay.", "4,000 seals", "bay",
      "seals lived", "none", "count", "asserted" },
    { "The bay has 4,000 seals.", "4,000 seals", "bay", "seals", "none",
      "count", "asserted" },
    { "The report says 1.2 million people need help.", "1.2 million people",
      "people", "people need help", "none", "count", "asserted" },
    { "The union represents 70,000 workers.", "70,000 workers", "union",
      "workers represented", "none", "count", "asserted" },
    { "Fuel costs make up 31% of spending.", "31%", "Fuel costs",
      "share of spending", "none", "share", "asserted" },
    { "The index gained 1.1% after falling 2% on Monday.", "2%", "index",
      "index", "down", "relative_delta", "asserted" },
};

START_TEST(attach)
{
    struct cd_doc doc = { 0 };
    const struct cd_claim *claim;

    read_claims(&doc, cases[_i].text);
    claim = claim_of(&doc, cases[_i].quantity);
    ck_assert_view_eq(claim->subject, cases[_i].subject);
    ck_assert_view_eq(claim->property, cases[_i].property);
    ck_assert_str_eq(claim->change, cases[_i].change);
    ck_assert_str_eq(claim->role, cases[_i].role);
    ck_assert_str_eq(claim->modality, cases[_i].modality);
    cd_arena_release(&doc.arena);
}
END_TEST

/* Tables: a head, bars around the rows, places in a list, labels, and prose
 * that is no row. */
static const struct {
    const char *text, *quantity, *subject, *property; /* NULL: nothing */
} cells[] = {
    { "Plan | Price | Users\n\nBasic | $10 | 3 users\n\nPro | $25 | 9 users",
      "$25", "Pro", "Price" },
    { "| Plan | Price | Users |\n\n| Basic | $10 | 3 users |", "3 users",
      "Basic", "Users" },
    { "Package | Fee\n\nTwo sessions | $55\n\nFive sessions | $145", "$145",
      "Five sessions", "Fee" },
    { "1 | Lomond School | 38% | 729\n\n2 (tie) | Halm School | 35% | 733",
      "35%", "Halm School", NULL },
    { "CPU: Core i5 | RAM: 16 GB | Weight: 3 lbs", "3 lbs", NULL, "Weight" },
    { "Best for | Small teams on the road\n\nPrice | From $12\n\nSize | 5 kg",
      "5 kg", NULL, "Size" },
    { "Best of\n | Price | Cash\n25 kg | low | more", "25 kg", NULL, NULL },
    { "12 | $7 | 9 kg", "9 kg", NULL, "weight" }, /* numbers name nothing */
};

START_TEST(row)
{
    struct cd_doc doc = { 0 };
    const struct cd_claim *claim;

    read_claims(&doc, cells[_i].text);
    claim = claim_of(&doc, cells[_i].quantity);
    ck_assert_int_eq(claim->subject.p == NULL, cells[_i].subject == NULL);
    if (cells[_i].subject != NULL)
        ck_assert_view_eq(claim->subject, cells[_i].subject);
    ck_assert_int_eq(claim->property.p == NULL, cells[_i].property == NULL);
    if (cells[_i].property != NULL)
        ck_assert_view_eq(claim->property, cells[_i].property);
    cd_arena_release(&doc.arena);
}
END_TEST

/* The cells of a line of over 4 KB name nothing; none is cut in a letter. */
START_TEST(long_row)
{
    static const char tail[] = " | sold 7 kg | z";
    char text[5000], *at = text;
    struct cd_doc doc = { 0 };

    for (int i = 0; i < 40; i++, at += 3)
        memcpy(at, "\xE6\xBC\xA2", 3);
    for (int i = 0; i < 21; i++) {
        memcpy(at, " | ", 3);
        memset(at + 3, 'x', 190);
        at += 3 + 190;
    }
    memcpy(at - _i, tail, sizeof(tail)); /* 4,173 bytes and less before it */
    read_claims(&doc, text);
    ck_assert_ptr_null(claim_of(&doc, "7 kg")->subject.p);
    cd_arena_release(&doc.arena);
}
END_TEST

Suite *
check_attach(void)
{
    Suite *suite = suite_create("attach");
    TCase *tests = tcase_create("attach");

    tcase_add_unchecked_fixture(tests, read_claims_start, read_claims_stop);
    tcase_add_loop_test(tests, attach, 0, CD_COUNT(cases));
    tcase_add_loop_test(tests, row, 0, CD_COUNT(cells));
    tcase_add_loop_test(tests, long_row, 0, 3);
    suite_add_tcase(suite, tests);
    return suite;
}
