/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bearer of a size that stands before its noun.
 */
#include "nlp/attach/bearer_part.h"
#include "nlp/quantity/dimension.h"
#include "nlp/word/word.h"

/* What a quantity of a unit tells of the thing that it stands before. */
static const char *
told_by(struct cd_str unit)
{
    static const char *const told[] = {
#define X(name, text, told) told,
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
        return cd_str_is(v->b->quantity->unit, "page") ? "length" : NULL;
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
