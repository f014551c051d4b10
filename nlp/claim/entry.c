/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/claim/entry.h"

#include <xxhash.h>

#include "base/json.h"

#define DATE_CONFIDENCE 0.9

/* What the class says of the role, until attachment knows better. */
static const char *role_of(enum cd_quantity_class class)
{
    static const char *const roles[CD_QUANTITY_CLASS_COUNT] = {
        [CD_QUANTITY_PLAIN] = "level",
        [CD_QUANTITY_COUNT] = "count",
        [CD_QUANTITY_MONEY] = "level",
        [CD_QUANTITY_PERCENT] = "share",
        [CD_QUANTITY_POINTS] = "delta",
        [CD_QUANTITY_PHYSICAL] = "level",
        [CD_QUANTITY_TEMPERATURE] = "level",
        [CD_QUANTITY_DURATION] = "duration",
        [CD_QUANTITY_AGE] = "age",
        [CD_QUANTITY_RANK] = "rank",
        [CD_QUANTITY_RATIO] = "share",
        [CD_QUANTITY_MULTIPLE] = "ratio",
        [CD_QUANTITY_FRACTION] = "share",
        [CD_QUANTITY_SCORE] = "score",
    };

    return roles[class];
}

static struct cd_str
print(struct cd_decimal value, struct cd_doc *doc)
{
    return cd_decimal_print(value, &doc->arena);
}

static struct cd_str
print_list(const struct cd_quantity *q, struct cd_doc *doc)
{
    struct cd_str low = print(q->low, doc), high = print(q->high, doc);

    if (q->triple) {
        struct cd_str last = print(q->value, doc);

        return cd_arena_printf(&doc->arena, "[%.*s,%.*s,%.*s]", (int)low.n,
                               low.p, (int)high.n, high.p, (int)last.n, last.p);
    }
    return cd_arena_printf(&doc->arena, "[%.*s,%.*s]", (int)low.n, low.p,
                           (int)high.n, high.p);
}

static void
set_value(struct cd_claim *claim, const struct cd_quantity *q,
          struct cd_doc *doc)
{
    claim->value = CD_STR("null");
    if (q->shape == CD_SHAPE_ONE) {
        claim->value = print(q->value, doc);
    } else if (q->shape == CD_SHAPE_RANGE || q->shape == CD_SHAPE_PAIR) {
        claim->value = print_list(q, doc);
    } else if (q->shape == CD_SHAPE_FROM_TO) {
        claim->from = print(q->low, doc);
        claim->to = print(q->high, doc);
    }
}

/* The interval that the words allow: printed precision for an exact value,
 * tolerance, open ends for bounds. */
static void
set_bounds(struct cd_claim *claim, const struct cd_quantity *q,
           struct cd_doc *doc)
{
    struct cd_decimal slack =
        cd_decimal_times(q->precision, cd_decimal_of(5, -1));

    if (q->shape == CD_SHAPE_RANGE) {
        claim->lower = print(q->low, doc);
        claim->upper = print(q->high, doc);
    }
    if (q->shape != CD_SHAPE_ONE)
        return;
    if (!cd_decimal_is_zero(q->tolerance))
        slack = q->tolerance;
    /* whole counts and small numbers are meant as printed */
    if (cd_decimal_is_zero(q->tolerance) &&
        cd_decimal_compare(q->precision, cd_decimal_of(1, 0)) == 0)
        slack = cd_decimal_of(0, 0);
    if (q->kind != CD_KIND_AT_MOST && q->kind != CD_KIND_LESS_THAN)
        claim->lower =
            q->kind == CD_KIND_AT_LEAST || q->kind == CD_KIND_MORE_THAN
                ? print(q->value, doc)
                : print(cd_decimal_minus(q->value, slack), doc);
    if (q->kind != CD_KIND_AT_LEAST && q->kind != CD_KIND_MORE_THAN)
        claim->upper =
            q->kind == CD_KIND_AT_MOST || q->kind == CD_KIND_LESS_THAN
                ? print(q->value, doc)
                : print(cd_decimal_plus(q->value, slack), doc);
}

static struct cd_str
rules_json(const struct cd_quantity *q, struct cd_doc *doc)
{
    struct cd_buf out = { 0 };

    cd_buf_putc(&out, '[');
    for (size_t i = 0; i < CD_QUANTITY_RULES && q->rules[i] != NULL; i++) {
        cd_json_next(&out);
        cd_json_str(&out, cd_str_of(q->rules[i]));
    }
    cd_buf_putc(&out, ']');
    return cd_buf_into(&out, &doc->arena);
}

/* 16 hex digits of document, place and words. */
static struct cd_str
make_id(const struct cd_claim *claim, struct cd_doc *doc)
{
    uint64_t place[2] = { claim->start, claim->end };
    XXH64_hash_t h = XXH3_64bits(doc->id_json.p != NULL ? doc->id_json.p : "",
                                 doc->id_json.n);

    h = XXH3_64bits_withSeed(place, sizeof(place), h);
    h = XXH3_64bits_withSeed(claim->text.p, claim->text.n, h);
    return cd_arena_printf(&doc->arena, "%016llx", (unsigned long long)h);
}

/* How sure the engine is that this is a quantity, read right. */
static double
confidence_of(const struct cd_quantity *q)
{
    if (q->weak)
        return CD_QUANTITY_WEAK;
    switch (q->class) {
    case CD_QUANTITY_PLAIN:
        return 0.6;
    case CD_QUANTITY_COUNT:
    case CD_QUANTITY_SCORE:
        return 0.85;
    case CD_QUANTITY_MONEY:
    case CD_QUANTITY_PERCENT:
    case CD_QUANTITY_POINTS:
        return 0.98;
    default:
        return 0.9;
    }
}

void
cd_entry_fill(struct cd_claim *claim, const struct cd_quantity *q,
              struct cd_doc *doc, struct cd_span sentence)
{
    *claim = (struct cd_claim){
        .doc = doc->id_json,
        .block = cd_doc_block_at(doc, q->span.start),
        .sentence = sentence,
        .start = q->span.start,
        .end = q->span.end,
        .text = cd_str_sub(doc->text, q->span.start, q->span.end),
        .role = role_of(q->class),
        .kind = cd_quantity_kind_names[q->kind],
        .unit = q->unit,
        .unit_system = q->unit_system,
        .change = "none",
        .modality = "asserted",
        .confidence = confidence_of(q),
        .rules = rules_json(q, doc),
        .links = CD_STR("[]"),
    };
    set_value(claim, q, doc);
    set_bounds(claim, q, doc);
    claim->claim_id = make_id(claim, doc);
}

void
cd_entry_date(struct cd_claim *claim, const struct cd_when_found *found,
              struct cd_span span, struct cd_doc *doc, struct cd_span sentence)
{
    struct cd_quantity none = { .span = span,
                                .shape = CD_SHAPE_VAGUE,
                                .unit = CD_STR("1"),
                                .unit_system = "none",
                                .rules = { "literal.date" } };

    cd_entry_fill(claim, &none, doc, sentence);
    claim->role = "date";
    claim->time = found->iso;
    claim->time_text = found->words;
    claim->confidence = DATE_CONFIDENCE;
}
