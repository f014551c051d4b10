/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bearer of a quantity that is a subject itself.
 */
#include "nlp/attach/bearer_part.h"
#include "nlp/attach/clause.h"
#include "nlp/word/word.h"

enum { HELD_MAX = 40 }; /* nodes from "with" to what somebody has */

/* The predicate of which the quantity is the subject, without "have" or
 * "be". */
static struct cd_str
predicate(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->verb;

    if (at == CD_NODE_NONE || at < v->b->node)
        return (struct cd_str){ NULL, 0 };
    while (at + 1 < v->s->count &&
           (n[at].tag == CD_POS_AUX || cd_str_is(n[at].fold, "had") ||
            cd_str_is(n[at].fold, "have") || cd_str_is(n[at].fold, "has") ||
            n[at].tag == CD_POS_DET || n[at].tag == CD_POS_PUNCT))
        at++;
    return cd_phrase_clause(v->s, at);
}

/* The verb of "34 people live in X", if it has a place right behind it. */
static size_t
stays(const struct cd_view *v, size_t verb)
{
    const struct cd_node *n = v->s->nodes;

    for (size_t i = verb;
         i != CD_NODE_NONE && i + 2 < v->s->count && i < verb + 6; i++)
        if (cd_word_is(n[i].fold, CD_WORD_LOCATE) && n[i].tag != CD_POS_AUX &&
            (cd_str_is(n[i + 1].fold, "in") || cd_str_is(n[i + 1].fold, "at")))
            return i;
    return CD_NODE_NONE;
}

/* What a share is of, with all that restricts it. */
static struct cd_bearer
whole(const struct cd_view *v, struct cd_str said)
{
    const struct cd_node *n = v->s->nodes;
    struct cd_bearer bearer = cd_view_named(v, v->b->part_of, said);
    size_t first = v->b->node + 2, end = v->b->verb;

    if (end == CD_NODE_NONE || end < first || end > first + 12 ||
        n[v->b->part_of].tag == CD_POS_PRON)
        return bearer;
    while (first < v->b->part_of && !cd_str_is(n[first - 1].fold, "of"))
        first++; /* "a third - 31% - of investors" */
    while (first < v->b->part_of && n[first].tag == CD_POS_DET)
        first++;
    for (size_t i = first; i < end; i++)
        if (cd_str_is(n[i].fold, ",") || cd_str_is(n[i].fold, "("))
            return bearer;
    if (n[first].quantity != CD_NODE_NONE)
        return bearer;
    bearer.subject = cd_view_span_text(v, first, end);
    return bearer;
}

/* The whole that begins the sentence: "Out of the 45 deals, a quarter had". */
static size_t
out_of(const struct cd_view *v)
{
    size_t at = v->s->count > 1 && cd_str_is(v->s->nodes[0].fold, "out");

    if (at + 1 >= v->s->count || !cd_str_is(v->s->nodes[at].fold, "of"))
        return CD_NODE_NONE;
    at = cd_syntax_phrase_last(v->s, at + 1);
    return at < v->b->node ? at : CD_NODE_NONE;
}

/* "two areas of study", but not "40 of the cars". */
static bool
names_things(const struct cd_quantity *q)
{
    return q->noun < q->noun_end && q->noun_end <= q->end;
}

/* "48% of participants said ...", "34 people live in X". */
struct cd_bearer
cd_bearer_as_subject(const struct cd_view *v)
{
    struct cd_str said = predicate(v), things = cd_view_counted(v);
    size_t verb = v->b->verb;

    if (v->b->part_of != CD_NODE_NONE && names_things(v->b->quantity))
        said = cd_view_join(v, things, " ", said);
    if (v->b->part_of != CD_NODE_NONE)
        return whole(v, said);
    if (things.p == NULL)
        return cd_view_named(v, out_of(v), said);
    verb = stays(v, verb);
    if (verb != CD_NODE_NONE) {
        size_t place = verb + 2;

        while (place + 1 < v->s->count &&
               (v->s->nodes[place].tag == CD_POS_DET ||
                v->s->nodes[place].tag == CD_POS_ADJ ||
                cd_node_is_noun(&v->s->nodes[place + 1]) ||
                cd_str_is(v->s->nodes[place + 1].fold, "-")))
            place++;
        return cd_view_named(
            v, place,
            cd_view_join(v, things, " ", cd_view_participle(v, verb)));
    }
    return (struct cd_bearer){ things, v->b->node,
                               cd_view_join(v, things, " ", said) };
}

bool
cd_bearer_lasting(const struct cd_view *v, struct cd_bearer *out)
{
    size_t noun = v->b->noun, subject;

    if (!cd_view_is_class(v, CD_QUANTITY_DURATION) ||
        v->b->tie != CD_TIE_NOUN || noun > v->b->node ||
        !cd_str_is(v->b->preposition, "for") ||
        !cd_syntax_has_before(v->s, noun, CD_POS_AUX))
        return false;
    subject = cd_syntax_subject(v->s, noun);
    if (subject == CD_NODE_NONE || subject >= noun)
        return false;
    *out = cd_view_named(v, subject, cd_phrase_of(v->s, noun));
    return true;
}

bool
cd_bearer_held(const struct cd_view *v, struct cd_bearer *out)
{
    const struct cd_node *n = v->s->nodes;
    size_t i = v->b->node, verb, named;
    size_t topic = cd_syntax_topic(v->s, &verb);

    if (topic == CD_NODE_NONE || topic >= i || cd_view_counted(v).p == NULL)
        return false;
    while (i > 0 && i + HELD_MAX > v->b->node &&
           (n[i - 1].tag == CD_POS_CCONJ || n[i - 1].tag == CD_POS_ADJ ||
            n[i - 1].quantity != CD_NODE_NONE || cd_node_is_noun(&n[i - 1])))
        i--;
    if (i < 2 || !cd_str_is(n[i - 1].fold, "with") ||
        !cd_str_is(n[i - 2].fold, ",") || n[verb].tag != CD_POS_AUX ||
        verb >= i)
        return false;
    named = cd_syntax_phrase_last(v->s, verb + 1);
    if (named != CD_NODE_NONE && n[named].tag == CD_POS_PROPN)
        *out = cd_view_named(v, named, /* "The largest is Tarn, with" */
                             cd_bearer_deed(v, cd_view_counted(v)));
    else
        *out = (struct cd_bearer){ cd_phrase_until(v->s, topic, verb), topic,
                                   cd_bearer_deed(v, cd_view_counted(v)) };
    return true;
}
