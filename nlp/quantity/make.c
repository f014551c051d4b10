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
