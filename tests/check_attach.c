/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include "base/buf.h"
#include "nlp/claim/claim.h"
#include "nlp/claims.h"
#include "tests/check.h"

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
    { "Tuition will go up 3% to $14,200.", "$14,200", "Tuition", NULL, "up",
      "level", "forecast" },
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
    { "The strike lasted 11 days.", "11 days", "strike", "time lasted", "none",
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
      "relative_delta", "asserted" },
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

static struct cd_claims *engine;
static void *scratch;

static void
start(void)
{
    struct cd_claims_options options = CD_CLAIMS_OPTIONS;
    struct cd_error err;

    engine = cd_claims_new(&options, &err);
    ck_assert_msg(engine != NULL, "%s", err.message);
    scratch = cd_claims_scratch(engine);
}

static void
stop(void)
{
    cd_claims_scratch_free(scratch);
    cd_claims_free(engine);
}

/* The claims of one paragraph, published on a Wednesday. */
static void
read_text(struct cd_doc *doc, const char *text)
{
    struct cd_error err;

    doc->id_json = CD_STR("1");
    doc->meta.published.value = CD_STR("2025-03-12");
    doc->text = cd_str_of(text);
    doc->blocks = cd_arena_new(&doc->arena, struct cd_block);
    doc->blocks[0].keep = true;
    doc->blocks[0].text = doc->text;
    doc->blocks[0].span = (struct cd_span){ 0, doc->text.n };
    doc->block_count = 1;
    ck_assert_msg(cd_claims_find(engine, scratch, doc, &err) == CD_OK, "%s",
                  err.message);
}

static const struct cd_claim *
claim_of(const struct cd_doc *doc, const char *quantity)
{
    for (size_t i = 0; i < doc->claim_count; i++)
        if (cd_str_is(doc->claims[i].text, quantity))
            return &doc->claims[i];
    ck_abort_msg("no claim '%s' in '%s'", quantity, doc->text.p);
    return NULL;
}

START_TEST(attach)
{
    struct cd_doc doc = { 0 };
    const struct cd_claim *claim;

    read_text(&doc, cases[_i].text);
    claim = claim_of(&doc, cases[_i].quantity);
    ck_assert_view_eq(claim->subject, cases[_i].subject);
    ck_assert_view_eq(claim->property, cases[_i].property);
    ck_assert_str_eq(claim->change, cases[_i].change);
    ck_assert_str_eq(claim->role, cases[_i].role);
    ck_assert_str_eq(claim->modality, cases[_i].modality);
    cd_arena_release(&doc.arena);
}
END_TEST

/* Names that a pronoun, "the company" or nothing stands for. */
static const struct {
    const char *text, *quantity, *subject;
} names[] = {
    { "Corvane is new. It employs 900 people.", "900 people", "Corvane" },
    { "Corvane is new. The company cut 40 jobs.", "40 jobs", "Corvane" },
    { "Dana Pruitt won. She scored 27 points.", "27 points", "Dana Pruitt" },
    { "Corvane said its profit rose 8%.", "8%", "Corvane" },
    { "The Lynx X2 model won. This model cost $9m.", "$9m", "Lynx X2 model" },
};

START_TEST(name)
{
    struct cd_doc doc = { 0 };

    read_text(&doc, names[_i].text);
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

    read_text(&doc, pairs[_i].text);
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
        ck_assert_msg(cd_str_find(a->links, cd_str_of(want), 0) != SIZE_MAX &&
                          cd_str_find(a->links, b->claim_id, 0) != SIZE_MAX,
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
    const char *said[] = { "", "\"consistent", "\"inconsistent" };
    char text[300];

    for (int round = 0; round < 20; round++) {
        struct cd_doc doc = { 0 };
        state = state * 6364136223846793005U + 1442695040888963407U;
        unsigned from = 2000 + (unsigned)(state >> 40) % 7000;
        unsigned to = from - 100 - (unsigned)(state >> 20) % 1500;
        snprintf(text, sizeof(text),
                 "Corvane's debt fell from $%u to $%u. Corvane's debt fell by "
                 "$%u. Corvane's debt fell by $%u.",
                 from, to, from - to, from - to + 50);
        read_text(&doc, text);
        ck_assert_uint_eq(doc.claim_count, 3);
        for (size_t i = 1; i < 3; i++)
            ck_assert_msg(cd_str_find(doc.claims[i].links, cd_str_of(said[i]),
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
    read_text(&doc, text.p);
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

        while (text.n < at)
            cd_buf_puts(&text, text.n + 6 < at   ? "grain "
                               : text.n + 1 < at ? "x"
                                                 : " ");
        cd_buf_puts(&text, "at more than $5 million per share ");
        while (text.n < 9000)
            cd_buf_puts(&text, "grain ");
        cd_buf_putc(&text, '\0');
        read_text(&doc, text.p);
        ck_assert_uint_eq(doc.claim_count, 1);
        ck_assert_str_eq(claim_of(&doc, "$5 million per share")->kind,
                         "more_than");
        cd_arena_release(&doc.arena);
        cd_buf_release(&text);
    }
}
END_TEST

Suite *
check_attach(void)
{
    Suite *suite = suite_create("attach");
    TCase *tests = tcase_create("attach");

    tcase_add_unchecked_fixture(tests, start, stop);
    tcase_add_loop_test(tests, attach, 0, CD_COUNT(cases));
    tcase_add_loop_test(tests, name, 0, CD_COUNT(names));
    tcase_add_loop_test(tests, pair, 0, CD_COUNT(pairs));
    tcase_add_loop_test(tests, difference, 0, 5);
    tcase_add_loop_test(tests, survives, 0, CD_COUNT(hostile));
    tcase_add_test(tests, seam);
    suite_add_tcase(suite, tests);
    return suite;
}
