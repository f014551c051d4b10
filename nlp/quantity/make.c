/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/make.h"

#include "base/memory.h"

struct cd_quantity *
cd_work_quantity(const struct cd_work *work, size_t item)
{
    return &work->pool[work->items[item].quantity];
}

const struct cd_number *
cd_work_number(const struct cd_work *work, size_t item)
{
    return &work->numbers[work->items[item].number];
}

bool
cd_match_descends(const struct cd_work *work, const struct cd_match *match)
{
    return cd_decimal_compare(
               cd_work_number(work, match->slots[CD_SLOT_N])->value,
               cd_work_number(work, match->slots[CD_SLOT_M])->value) >= 0;
}

struct cd_span
cd_make_span(const struct cd_work *work, size_t first, size_t end)
{
    const struct cd_token *tokens = work->reading->tokens.items;

    return (struct cd_span){ tokens[first].span.start,
                             tokens[end - 1].span.end };
}

void
cd_make_rule(struct cd_quantity *quantity, const char *id)
{
    for (size_t i = 0; i < CD_QUANTITY_RULES; i++) {
        if (quantity->rules[i] == id)
            return;
        if (quantity->rules[i] == NULL) {
            quantity->rules[i] = id;
            return;
        }
    }
}

void
cd_make_item(const struct cd_work *work, const struct cd_match *match,
             cd_u128 classes, struct cd_item *out)
{
    *out = (struct cd_item){
        .first = work->items[match->from].first,
        .end = work->items[match->to - 1].end,
        .classes = classes,
        .number = CD_NO_INDEX,
        .quantity = CD_NO_INDEX,
    };
}

static cd_u128 item_classes(enum cd_quantity_class class)
{
    switch (class) {
    case CD_QUANTITY_MONEY:
        return CD_CLASS(QTY) | CD_CLASS(MONEY);
    case CD_QUANTITY_PERCENT:
    case CD_QUANTITY_POINTS:
        return CD_CLASS(QTY) | CD_CLASS(PERCENT);
    case CD_QUANTITY_DURATION:
        return CD_CLASS(QTY) | CD_CLASS(DURATION) | CD_CLASS(MEASURE);
    case CD_QUANTITY_PHYSICAL:
    case CD_QUANTITY_TEMPERATURE:
        return CD_CLASS(QTY) | CD_CLASS(MEASURE);
    case CD_QUANTITY_PLAIN:
        return CD_CLASS(QTY) | CD_CLASS(PLAIN);
    default:
        return CD_CLASS(QTY);
    }
}

static struct cd_quantity *
add(struct cd_work *work)
{
    work->pool = cd_grow(work->pool, &work->pool_room, work->pool_count + 1,
                         sizeof(*work->pool));
    return &work->pool[work->pool_count++];
}

static void
cover(const struct cd_work *work, struct cd_quantity *quantity,
      const struct cd_item *item)
{
    quantity->first = item->first;
    quantity->end = item->end;
    quantity->span = cd_make_span(work, item->first, item->end);
}

struct cd_quantity *
cd_make_quantity(struct cd_work *work, const struct cd_match *match,
                 enum cd_quantity_class class, struct cd_item *out)
{
    struct cd_quantity *quantity = add(work);

    cd_make_item(work, match, item_classes(class), out);
    out->quantity = (uint32_t)(work->pool_count - 1);
    *quantity = (struct cd_quantity){ .class = class,
                                      .unit = CD_STR("1"),
                                      .unit_system = "none" };
    cover(work, quantity, out);
    cd_make_rule(quantity, match->id);
    return quantity;
}

struct cd_quantity *
cd_make_wider(struct cd_work *work, const struct cd_match *match, size_t at,
              struct cd_item *out)
{
    struct cd_quantity *quantity = add(work);

    *quantity = *cd_work_quantity(work, at);
    cd_make_item(work, match, item_classes(quantity->class), out);
    out->quantity = (uint32_t)(work->pool_count - 1);
    cover(work, quantity, out);
    cd_make_rule(quantity, match->id);
    return quantity;
}

void
cd_make_number(const struct cd_work *work, struct cd_quantity *quantity,
               const struct cd_item *item)
{
    const struct cd_number *number = &work->numbers[item->number];

    quantity->number = item->first;
    quantity->number_end = item->end;
    quantity->value = number->value;
    quantity->precision = number->precision;
    quantity->from_to = number->from_to;
    quantity->scale = number->scale;
    if (number->rule != NULL)
        cd_make_rule(quantity, number->rule);
    if ((number->classes & CD_CLASS(VAGUE)) != 0) {
        quantity->shape = CD_SHAPE_VAGUE;
        quantity->kind = CD_KIND_ABOUT;
    } else if ((number->classes & CD_CLASS(RANGE)) != 0) {
        quantity->shape = CD_SHAPE_RANGE;
        quantity->kind = CD_KIND_RANGE;
        quantity->low = number->value;
        quantity->high = number->high;
    }
}

const char *
cd_slot_value(const struct cd_work *work, const struct cd_match *match,
              enum cd_slot slot, enum cd_class class)
{
    if (match->slots[slot] == CD_NO_INDEX)
        return NULL;
    return cd_term_value(&work->items[match->slots[slot]].term, class);
}

const char *
cd_slot_unit(const struct cd_work *work, const struct cd_match *match,
             enum cd_slot slot)
{
    const char *code = cd_slot_value(work, match, slot, CD_CLASS_UNIT);

    if (code == NULL)
        code = cd_slot_value(work, match, slot, CD_CLASS_TIMEUNIT);
    if (code == NULL)
        code = cd_slot_value(work, match, slot, CD_CLASS_CONTEXTUNIT);
    if (code == NULL)
        code = cd_slot_value(work, match, slot, CD_CLASS_DEGUNIT);
    return code;
}

void
cd_make_code(struct cd_quantity *quantity, const char *code)
{
    quantity->unit = cd_str_of(code);
    quantity->unit_system = "UCUM";
}

void
cd_make_scaled(struct cd_quantity *quantity, struct cd_decimal factor)
{
    quantity->value = cd_decimal_times(quantity->value, factor);
    quantity->low = cd_decimal_times(quantity->low, factor);
    quantity->high = cd_decimal_times(quantity->high, factor);
    quantity->precision = cd_decimal_times(quantity->precision, factor);
}

struct cd_quantity *
cd_make_numbered(struct cd_work *work, struct cd_match *match,
                 enum cd_quantity_class class, struct cd_item *out)
{
    struct cd_quantity *quantity = cd_make_quantity(work, match, class, out);

    cd_make_number(work, quantity, &work->items[match->slots[CD_SLOT_N]]);
    return quantity;
}

bool
cd_make_bound(struct cd_work *work, const struct cd_match *match,
              const struct cd_item *out)
{
    size_t behind = match->slots[CD_SLOT_N] + 1;
    cd_u128 classes = behind < work->count ? work->items[behind].classes : 0;
    enum cd_quantity_kind kind = CD_KIND_ABOUT;

    if ((classes & (CD_CLASS(ORMORE) | CD_CLASS(PLUS))) != 0)
        kind = CD_KIND_AT_LEAST;
    else if ((classes & CD_CLASS(ORLESS)) != 0)
        kind = CD_KIND_AT_MOST;
    work->pool[out->quantity].kind = kind;
    return true;
}

void
cd_make_other(struct cd_work *work, size_t first, size_t end, const char *why,
              const char *rule)
{
    struct cd_reading *reading = work->reading;

    reading->others =
        cd_grow(reading->others, &reading->other_room, reading->other_count + 1,
                sizeof(*reading->others));
    reading->others[reading->other_count++] =
        (struct cd_nonclaim){ .span = cd_make_span(work, first, end),
                              .first = first,
                              .end = end,
                              .why = why,
                              .rule = rule };
}

bool
cd_make_nonclaim(struct cd_work *work, struct cd_match *match,
                 struct cd_item *out)
{
    cd_make_item(work, match, CD_CLASS(NONCLAIM), out);
    cd_make_other(work, out->first, out->end, match->makes, match->id);
    return true;
}
