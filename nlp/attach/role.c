/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/role.h"

#include "nlp/word/word.h"

static const char *const roles[] = {
    [CD_QUANTITY_PLAIN] = "level",       [CD_QUANTITY_COUNT] = "count",
    [CD_QUANTITY_MONEY] = "level",       [CD_QUANTITY_PERCENT] = "share",
    [CD_QUANTITY_POINTS] = "delta",      [CD_QUANTITY_PHYSICAL] = "level",
    [CD_QUANTITY_TEMPERATURE] = "level", [CD_QUANTITY_DURATION] = "duration",
    [CD_QUANTITY_AGE] = "age",           [CD_QUANTITY_RANK] = "rank",
    [CD_QUANTITY_RATIO] = "share",       [CD_QUANTITY_MULTIPLE] = "ratio",
    [CD_QUANTITY_FRACTION] = "share",    [CD_QUANTITY_SCORE] = "score",
};

/* inflation of "annual inflation rate" */
static struct cd_str
without_rate(struct cd_str property)
{
    struct cd_str rate = CD_STR(" rate");

    if (cd_str_ends(property, rate))
        property.n -= rate.n;
    return property;
}

bool cd_role_is_amount(enum cd_quantity_class class)
{
    return class == CD_QUANTITY_MONEY || class == CD_QUANTITY_PHYSICAL ||
           class == CD_QUANTITY_TEMPERATURE || class == CD_QUANTITY_COUNT ||
           class == CD_QUANTITY_PLAIN;
}

const char *
cd_role_read(const struct cd_bond *bond, const struct cd_change *change,
             struct cd_str property)
{
    enum cd_quantity_class class = bond->quantity->class;
    bool delta = change->delta && bond->quantity->shape != CD_SHAPE_FROM_TO;

    if (class == CD_QUANTITY_PERCENT || class == CD_QUANTITY_FRACTION) {
        if (delta)
            return "relative_delta";
        if (bond->part_of == CD_NODE_NONE &&
            cd_word_ends(without_rate(property), CD_WORD_GROWTH))
            return "relative_delta";
        if (class == CD_QUANTITY_PERCENT &&
            cd_word_ends(property, CD_WORD_RATIO))
            return "ratio";
        if (class == CD_QUANTITY_PERCENT &&
            cd_word_ends(property, CD_WORD_RATE))
            return "level";
    }
    if (class == CD_QUANTITY_COUNT &&
        cd_str_starts(bond->quantity->unit, CD_STR("time/")))
        return "level"; /* "once a week": a rate */
    if (delta && cd_role_is_amount(class))
        return "delta";
    if (cd_str_is(bond->quantity->unit, "odds"))
        return "ratio";
    if (cd_quantity_is_exchange(bond->quantity) && bond->preposition.n == 0 &&
        cd_str_is(property, "exchange rate") && bond->verb == CD_NODE_NONE)
        return "ratio"; /* "($1 = 0.7612 euros)" */
    if (class == CD_QUANTITY_COUNT &&
        cd_str_ends(bond->quantity->unit, CD_STR("/a")))
        return "level"; /* "an annual rate of 5 million cars" */
    return roles[class];
}

const char *cd_role_of_class(enum cd_quantity_class class)
{
    return roles[class];
}
