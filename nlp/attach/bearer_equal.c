/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bearer of a quantity that its verb says of the subject.
 */
#include "nlp/attach/bearer_part.h"
#include "nlp/attach/clause.h"
#include "nlp/quantity/dimension.h"
#include "nlp/word/word.h"

/* Who "witnessed a loss" that has no other owner. */
static size_t
who_has(const struct cd_view *v, size_t noun)
{
    const struct cd_node *n = v->s->nodes;
    const char *cause = cd_clause_cause(v->s, v->b->verb);
    size_t i = cd_phrase_first(v->s, noun);

    if (cause != NULL && strcmp(cause, "owner") != 0)
        return CD_NODE_NONE; /* "let rents rise" */
    while (i > 0 && (n[i - 1].tag == CD_POS_DET || n[i - 1].tag == CD_POS_ADJ ||
                     n[i - 1].quantity != CD_NODE_NONE))
        i--;
    if (i == 0 || !cd_node_is_verb(&n[i - 1]) ||
        n[i - 1].tag == CD_POS_VERB_DONE)
        return CD_NODE_NONE;
    if (cd_word_is(n[i - 1].fold, CD_WORD_FORECAST) ||
        cd_word_is(n[i - 1].fold, CD_WORD_REPORT))
        return CD_NODE_NONE; /* "expect rents to rise" */
    i = cd_syntax_subject(v->s, i - 1);
    return i != CD_NODE_NONE && n[i].quantity == CD_NODE_NONE ? i
                                                              : CD_NODE_NONE;
}

struct cd_bearer
cd_bearer_of_subject(const struct cd_view *v)
{
    struct cd_bearer bearer;
    size_t subject = v->b->verb != CD_NODE_NONE
                         ? cd_syntax_subject(v->s, v->b->verb)
                         : CD_NODE_NONE;
    size_t in = cd_view_measured_in(v);

    if (subject == CD_NODE_NONE || subject == v->b->node ||
        (subject > v->b->node && !cd_clause_shares(v->s, v->b->verb)))
        return in != CD_NODE_NONE ? cd_view_split(v, in) : cd_bearer_nobody;
    bearer = cd_view_split(v, subject);
    if (bearer.subject.p == NULL)
        bearer = cd_view_named(v, who_has(v, subject), bearer.property);
    if (in != CD_NODE_NONE && bearer.property.p == NULL)
        bearer.property = cd_phrase_of(v->s, in);
    return bearer;
}

/* "tickets start at $9" */
static bool
starts_at(const struct cd_view *v)
{
    const char *kind =
        cd_word_value(cd_view_fold_of(v, v->b->verb), CD_WORD_KIND);

    return cd_view_is_class(v, CD_QUANTITY_MONEY) && kind != NULL &&
           strcmp(kind, "at_least") == 0;
}

/* "upgrades range from $3,000 to $9,000" */
static bool
spans(const struct cd_view *v)
{
    const char *kind =
        cd_word_value(cd_view_fold_of(v, v->b->verb), CD_WORD_FROMTO);

    return cd_view_is_class(v, CD_QUANTITY_MONEY) &&
           v->s->nodes[v->b->verb].tag != CD_POS_VERB_ING && kind != NULL &&
           strcmp(kind, "range") == 0;
}

/* Does the unit tell more than the subject's noun?  Not in "The harvest came to
 * 500 tonnes". */
static bool
tells_more(const struct cd_view *v)
{
    enum cd_dimension dimension = cd_dimension_of(v->b->quantity->unit);

    return dimension != CD_DIMENSION_MASS && dimension != CD_DIMENSION_VOLUME &&
           cd_bearer_dimension_of(v) != NULL;
}

struct cd_bearer
cd_bearer_equal(const struct cd_view *v)
{
    struct cd_bearer bearer;
    size_t next = v->b->node + 1;
    const char *noun = NULL;

    if (cd_view_counted(v).p != NULL &&
        (cd_str_is(v->b->preposition, "in") ||
         cd_str_is(v->b->preposition, "at"))) /* "were in the two houses" */
        return (struct cd_bearer){ cd_view_counted(v), v->b->node,
                                   cd_view_counted(v) };
    bearer = cd_bearer_of_subject(v);
    if (bearer.property.p == NULL && cd_view_is_share(v) &&
        v->b->part_of != CD_NODE_NONE)
        bearer.property = cd_bearer_share(v);
    if (next < v->s->count)
        noun = cd_word_value(cd_view_fold_of(v, next), CD_WORD_DIMENSION);
    if (noun == NULL && cd_node_is_verb(&v->s->nodes[v->b->verb]))
        noun = cd_word_value(cd_view_fold_of(v, v->b->verb), CD_WORD_NOMINAL);
    if (bearer.property.p == NULL && noun != NULL)
        bearer.property = cd_str_of(noun);
    if (bearer.property.p == NULL && starts_at(v))
        bearer.property = CD_STR("price");
    if (bearer.property.p == NULL && bearer.node != CD_NODE_NONE &&
        tells_more(v))
        bearer.property = cd_str_of(cd_bearer_dimension_of(v));
    if (bearer.property.p == NULL && bearer.node != CD_NODE_NONE &&
        v->s->nodes[bearer.node].tag == CD_POS_NOUN &&
        cd_view_counted(v).p == NULL && !cd_view_is_class(v, CD_QUANTITY_AGE))
        bearer.property = spans(v) && !cd_view_measures(v, bearer.node)
                              ? CD_STR("cost")
                              : cd_phrase_noun(v->s, bearer.node);
    return bearer;
}
