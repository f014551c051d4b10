/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How far something lies from a place.
 */
#include "nlp/attach/bearer_part.h"
#include "nlp/quantity/dimension.h"
#include "nlp/word/word.h"

/* away, south */
static bool
is_way(struct cd_str fold)
{
    const char *told = cd_word_value(fold, CD_WORD_DIMENSION);

    return told != NULL && strcmp(told, "distance") == 0;
}

size_t
cd_bearer_place(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->node + 1;
    bool way;

    if (!cd_view_is_class(v, CD_QUANTITY_PHYSICAL) ||
        cd_dimension_of(v->b->quantity->unit) != CD_DIMENSION_LENGTH)
        return CD_NODE_NONE;
    way = at < v->s->count && is_way(n[at].fold);
    at += way;
    if (at + 1 >= v->s->count || !(cd_str_is(n[at].fold, "from") ||
                                   (way && cd_str_is(n[at].fold, "of"))))
        return CD_NODE_NONE;
    return at + 1;
}

struct cd_bearer
cd_bearer_distance(const struct cd_view *v, size_t place)
{
    size_t last = cd_syntax_phrase_last(v->s, place);
    struct cd_str property = CD_STR("distance");

    if (last != CD_NODE_NONE)
        property = cd_view_join(v, property, " from ",
                                cd_view_span_text(v, place, last + 1));
    return v->b->tie == CD_TIE_NOUN ? cd_view_named(v, v->b->noun, property)
                                    : cd_view_doer(v, property);
}

const char *
cd_bearer_told(const struct cd_view *v)
{
    size_t next = v->b->node + 1;

    return cd_view_is_class(v, CD_QUANTITY_PHYSICAL) &&
                   cd_dimension_of(v->b->quantity->unit) != CD_DIMENSION_AREA &&
                   v->b->tie == CD_TIE_OBJECT && next < v->s->count &&
                   cd_bearer_place(v) == CD_NODE_NONE
               ? cd_word_value(cd_view_fold_of(v, next), CD_WORD_DIMENSION)
               : NULL;
}
