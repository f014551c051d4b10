/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bearer of a size that stands before its noun, and what a quantity tells
 * where the text does not say.
 */
#include "nlp/attach/bearer_part.h"
#include "nlp/quantity/dimension.h"
#include "nlp/word/word.h"

/* What a quantity of a unit tells of a thing: weight of kg. */
static const char *
told_by(struct cd_str unit)
{
    static const char *const told[] = {
#define X(name, text, told, alone) told,
        CD_DIMENSIONS(X)
#undef X
    };
    enum cd_dimension dimension = cd_dimension_of(unit);

    return dimension < CD_DIMENSION_COUNT ? told[dimension] : NULL;
}

/* depth of "a 20-foot-deep well", or NULL */
static const char *
said_dimension(const struct cd_view *v)
{
    size_t at = v->b->node + 2;

    return at < v->s->count && cd_str_is(cd_view_fold_of(v, at - 1), "-")
               ? cd_word_value(cd_view_fold_of(v, at), CD_WORD_DIMENSION)
               : NULL;
}

const char *
cd_bearer_dimension_of(const struct cd_view *v)
{
    static const bool tells[CD_DIMENSION_COUNT + 1] = {
#define X(name, text, told, alone) alone,
        CD_DIMENSIONS(X)
#undef X
    };
    struct cd_str unit = v->b->quantity->unit;

    if (cd_view_is_class(v, CD_QUANTITY_TEMPERATURE))
        return "temperature";
    return cd_view_is_class(v, CD_QUANTITY_PHYSICAL) &&
                   tells[cd_dimension_of(unit)]
               ? told_by(unit)
               : NULL;
}

static const char *
property_of(const struct cd_view *v)
{
    const char *said = said_dimension(v);

    if (said != NULL)
        return said;
    switch (v->b->quantity->class) {
    case CD_QUANTITY_PHYSICAL:
        return told_by(v->b->quantity->unit);
    case CD_QUANTITY_TEMPERATURE:
        return "temperature";
    case CD_QUANTITY_DURATION:
        return "length";
    case CD_QUANTITY_COUNT:
        return cd_str_is(v->b->quantity->unit, "page") ? "length in pages"
                                                       : NULL;
    default:
        return NULL;
    }
}

/* Does somebody do or get what the noun says: "had a 28-yard run", "serves a
 * 20-year sentence"?  "A 15-year contract was signed" is the contract's. */
static bool
is_anothers(const struct cd_view *v, size_t noun)
{
    struct cd_str fold = cd_view_fold_of(v, noun);

    if (v->b->verb == CD_NODE_NONE ||
        cd_syntax_subject(v->s, v->b->verb) == noun)
        return false;
    return cd_word_is(fold, CD_WORD_TERM) ||
           (!cd_view_is_class(v, CD_QUANTITY_COUNT) &&
            cd_word_is(fold, CD_WORD_DEED));
}

bool
cd_bearer_size(const struct cd_view *v, size_t noun, struct cd_bearer *out)
{
    const char *property;

    if (v->b->tie != CD_TIE_BEFORE || cd_view_measures(v, noun) ||
        is_anothers(v, noun))
        return false;
    property = property_of(v);
    if (property == NULL && v->b->quantity->class != CD_QUANTITY_COUNT)
        return false;
    *out = (struct cd_bearer){
        said_dimension(v) != NULL && v->b->node + 3 <= noun
            ? cd_view_span_text(v, v->b->node + 3, noun + 1)
            : cd_phrase_noun(v->s, noun),
        noun, property != NULL ? cd_str_of(property) : cd_view_counted(v)
    };
    return true;
}

struct cd_str
cd_bearer_usual(const struct cd_view *v)
{
    const struct cd_quantity *q = v->b->quantity;
    const char *told = NULL;

    if (cd_view_counted(v).p != NULL)
        return cd_view_join(v, cd_view_counted(v), " ", cd_bearer_said_of(v));
    if (q->class == CD_QUANTITY_MONEY && v->b->tie >= CD_TIE_OBJECT &&
        v->b->tie <= CD_TIE_IS)
        told = "cost";
    else if (q->class == CD_QUANTITY_MONEY &&
             (v->b->verb == CD_NODE_NONE || v->b->tie == CD_TIE_ASIDE) &&
             cd_decimal_is_zero(q->scale))
        told = "price"; /* "Bride: hair styling ($70)" */
    else if (q->unit.n > 6 && cd_str_ends(q->unit, CD_STR("/share")))
        told = "share price";
    else if (v->b->preposition.n > 0)
        told = NULL; /* "At 66 km the tunnel is the longest" */
    else if (cd_str_is(q->unit, "mi") || cd_str_is(q->unit, "km"))
        told = "distance";
    else
        told = cd_bearer_dimension_of(v);
    return told != NULL ? cd_str_of(told) : (struct cd_str){ NULL, 0 };
}
