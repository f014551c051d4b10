/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/claim_row.h"

#include "base/buf.h"
#include "base/json.h"
#include "nlp/scene/scene.h"
#include "base/calendar.h"

enum {
    EPOCH = 2440587,  /* Julian day that 1970 began in */
    SEASON = 150,     /* days from what an article tells of without saying it */
    DAYS = 3,         /* between publications of one piece of news */
    ROUND_SHARE = 100 /* round numbers are good to a hundredth at best */
};

enum column {
    NUMBER,
    ARTICLE,
    CLAIM_ID,
    SUBJECT,
    PROPERTY,
    ROLE,
    VALUE,
    TO,
    LOWER,
    UPPER,
    KIND,
    UNIT,
    CHANGE,
    TIME,
    MODALITY,
    DOC,
    DAY,
    SPEAKER
};

/* Half of what the last printed digit is worth: of 5,000 rather the last that
 * is no zero, within reason. */
static struct cd_decimal
half_unit(struct cd_decimal value)
{
    struct cd_decimal least = cd_decimal_of(5, -1), most;

    if (value.negative)
        value = cd_decimal_negate(value);
    if (value.exponent <= 0)
        return cd_decimal_of(5, value.exponent - 1);
    most = cd_decimal_over(value, cd_decimal_of(ROUND_SHARE, 0));
    if (cd_decimal_compare(most, cd_decimal_of(5, value.exponent - 1)) > 0)
        most = cd_decimal_of(5, value.exponent - 1);
    return cd_decimal_compare(most, least) > 0 ? most : least;
}

static void
widen(struct cd_claim_row *row, struct cd_decimal by)
{
    row->low = cd_decimal_minus(row->low, by);
    row->high = cd_decimal_plus(row->high, by);
}

/* "about" is read as within a twentieth. */
static void
read_bounds(struct cd_claim_row *row, struct cd_str lower, struct cd_str upper)
{
    row->from_below = !cd_decimal_parse(lower, &row->low);
    row->from_above = !cd_decimal_parse(upper, &row->high);
    row->vague = row->from_below && row->from_above;
    if (row->from_below || row->from_above)
        return;
    if (cd_decimal_compare(row->low, row->high) == 0)
        widen(row, half_unit(row->low));
    if (cd_str_is(row->kind, "about"))
        widen(row, cd_decimal_over(row->high, cd_decimal_of(20, 0)));
}

static void
read_number(struct cd_claim_row *row)
{
    struct cd_decimal value, half;

    row->whole = cd_decimal_parse(row->value, &value);
    if (!row->whole)
        return;
    half = half_unit(value);
    row->least = cd_decimal_minus(value, half);
    row->most = cd_decimal_plus(value, half);
}

static struct cd_str
text_of(struct cd_query *query, struct cd_arena *arena, enum column column)
{
    struct cd_str text = cd_query_text(query, column);

    return text.p != NULL ? cd_arena_copy(arena, text) : text;
}

/* The database has ids as text. */
static struct cd_str
as_json(struct cd_arena *arena, struct cd_str text)
{
    struct cd_buf out = { 0 };

    cd_json_str(&out, text);
    return cd_buf_into(&out, arena);
}

void
cd_claim_row_read(struct cd_query *query, struct cd_arena *arena,
                  struct cd_claim_row *row)
{
    struct cd_str to = cd_query_text(query, TO);
    bool moved = to.p != NULL;

    *row = (struct cd_claim_row){
        .number = (size_t)cd_query_int(query, NUMBER),
        .article = (size_t)cd_query_int(query, ARTICLE),
        .claim_id = text_of(query, arena, CLAIM_ID),
        .doc = as_json(arena, cd_query_text(query, DOC)),
        .subject = text_of(query, arena, SUBJECT),
        .property = text_of(query, arena, PROPERTY),
        .role = text_of(query, arena, ROLE),
        .value = text_of(query, arena, moved ? TO : VALUE),
        .unit = text_of(query, arena, UNIT),
        .change = text_of(query, arena, CHANGE),
        .time = text_of(query, arena, TIME),
        .modality = text_of(query, arena, MODALITY),
        .speaker = text_of(query, arena, SPEAKER),
        .kind = text_of(query, arena, KIND),
        .day = cd_query_int(query, DAY),
    };
    read_bounds(row, moved ? to : cd_query_text(query, LOWER),
                moved ? to : cd_query_text(query, UPPER));
    read_number(row);
}

const char *
cd_verdict_name(enum cd_verdict verdict)
{
    static const char *const names[] = { [CD_AGREE] = "agree",
                                         [CD_REFINE] = "refine",
                                         [CD_CONTRADICT] = "contradict" };

    return names[verdict];
}

static bool
is_move(const struct cd_claim_row *row)
{
    return cd_str_is(row->role, "delta") ||
           cd_str_is(row->role, "relative_delta");
}

static bool
opposite(const struct cd_claim_row *a, const struct cd_claim_row *b)
{
    return is_move(a) && !cd_str_is(a->change, "none") &&
           !cd_str_is(b->change, "none") && !cd_str_eq(a->change, b->change);
}

static bool
below(const struct cd_claim_row *a, const struct cd_claim_row *b)
{
    return !a->from_above && !b->from_below &&
           cd_decimal_compare(a->high, b->low) <= 0;
}

static bool
other_number(const struct cd_claim_row *a, const struct cd_claim_row *b)
{
    return a->whole && b->whole && cd_str_eq(a->kind, b->kind) &&
           (cd_decimal_compare(a->most, b->least) <= 0 ||
            cd_decimal_compare(b->most, a->least) <= 0);
}

enum cd_verdict
cd_claim_rows_verdict(const struct cd_claim_row *a,
                      const struct cd_claim_row *b, bool copied)
{
    if (below(a, b) || below(b, a) ||
        (copied && (opposite(a, b) || other_number(a, b))))
        return CD_CONTRADICT;
    return cd_str_eq(a->value, b->value) ? CD_AGREE : CD_REFINE;
}

struct cd_str
cd_claim_row_unit(const struct cd_claim_row *row)
{
    return cd_str_is(row->unit, "1") ? cd_scene_unit_of(row->property)
           : row->unit.n == 0        ? row->unit
                                     : cd_scene_unit(row->unit);
}

bool
cd_claim_rows_close(const struct cd_claim_row *a, const struct cd_claim_row *b)
{
    struct cd_decimal three = cd_decimal_of(3, 0);

    if (!a->whole || !b->whole)
        return true;
    return cd_decimal_compare(a->least, cd_decimal_times(b->most, three)) <=
               0 &&
           cd_decimal_compare(b->least, cd_decimal_times(a->most, three)) <= 0;
}

static bool
same_role(const struct cd_claim_row *a, const struct cd_claim_row *b)
{
    return is_move(a) == is_move(b) &&
           (!is_move(a) || cd_str_eq(a->role, b->role));
}

bool
cd_claim_rows_comparable(const struct cd_claim_row *a,
                         const struct cd_claim_row *b)
{
    return !a->vague && !b->vague &&
           cd_str_eq(cd_claim_row_unit(a), cd_claim_row_unit(b)) &&
           ((a->rate && b->rate) || same_role(a, b)) &&
           cd_str_is(a->role, "rank") == cd_str_is(b->role, "rank") &&
           cd_str_is(a->role, "score") == cd_str_is(b->role, "score");
}

/* Is the time, if there is one, near the day of publication? */
static bool
is_of_its_day(const struct cd_claim_row *row)
{
    int64_t year = 0, month = 0, published = row->day - EPOCH, day;

    if (row->time.n < 4 || row->day == 0)
        return true;
    for (size_t i = 0; i < 4; i++)
        year = year * 10 + (row->time.p[i] - '0');
    if (row->time.n == 4)
        return published >= cd_day_of(year, 1, 1) &&
               published < cd_day_of(year + 1, 1, 1);
    for (size_t i = 5; i < 7 && i < row->time.n; i++)
        month = month * 10 + (row->time.p[i] - '0');
    if (month < 1 || month > 12)
        return true;
    day = cd_day_of(year, month, 1);
    return published - day < SEASON && day - published < SEASON;
}

static bool
same_time(const struct cd_claim_row *a, const struct cd_claim_row *b)
{
    int64_t days = a->day > b->day ? a->day - b->day : b->day - a->day;
    bool near = a->day == 0 || b->day == 0 ? a->day == b->day : days <= DAYS;

    if (a->time.n > 0 && b->time.n > 0)
        return cd_str_eq(a->time, b->time);
    return near && is_of_its_day(a) && is_of_its_day(b);
}

/* "will cut 2,000 jobs" is as good as "is to cut": what nobody is quoted for is
 * a plan and no guess. */
static bool
same_modality(const struct cd_claim_row *a, const struct cd_claim_row *b)
{
    bool plan = a->speaker.p == NULL && b->speaker.p == NULL;

    return !cd_str_is(a->modality, "denied") &&
           !cd_str_is(b->modality, "denied") &&
           (plan || cd_str_is(a->modality, "forecast") ==
                        cd_str_is(b->modality, "forecast"));
}

bool
cd_claim_rows_near(const struct cd_claim_row *a, const struct cd_claim_row *b)
{
    return same_modality(a, b) && same_time(a, b);
}

bool
cd_claim_rows_timely(const struct cd_claim_row *a, const struct cd_claim_row *b,
                     bool lasting)
{
    int64_t days = a->day > b->day ? a->day - b->day : b->day - a->day;
    bool dated = a->time.n > 0 && b->time.n > 0;

    return !cd_str_is(a->modality, "denied") &&
           !cd_str_is(b->modality, "denied") && same_time(a, b) &&
           (a->day == 0 || b->day == 0 || days == 0 ||
            (days <= DAYS && (dated || lasting)));
}
