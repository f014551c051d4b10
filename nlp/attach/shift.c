/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/shift.h"

#include "nlp/word/word.h"

/* value of "wiped $5bn off Tarn's market value", or CD_NODE_NONE. */
static size_t
moved_noun(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->node + 1, noun;
    const char *way =
        cd_word_value(cd_view_fold_of(v, v->b->verb), CD_WORD_SHIFT);

    if (way == NULL || at + 1 >= v->s->count)
        return CD_NODE_NONE;
    if (strcmp(way, "to") == 0
            ? !cd_str_is(n[at].fold, "to")
            : !cd_str_is(n[at].fold, "from") && !cd_str_is(n[at].fold, "off"))
        return CD_NODE_NONE;
    if (cd_str_is(n[at].fold, "off") && cd_str_is(n[at + 1].fold, "of"))
        at++;
    noun = cd_syntax_phrase_last(v->s, at + 1);
    return noun != CD_NODE_NONE && n[noun].quantity == CD_NODE_NONE &&
                   !cd_node_is_time(&n[noun])
               ? noun
               : CD_NODE_NONE;
}

/* sector of "pulled the sector 5% lower", or CD_NODE_NONE. */
static size_t
pushed_noun(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t node = v->b->node;

    return node > v->b->verb + 1 && node + 1 < v->s->count &&
                   n[node - 1].quantity == CD_NODE_NONE &&
                   (n[node - 1].tag == CD_POS_NOUN ||
                    n[node - 1].tag == CD_POS_PROPN) &&
                   cd_word_is(n[node + 1].fold, CD_WORD_BESIDE)
               ? node - 1
               : CD_NODE_NONE;
}

bool
cd_shift_read(const struct cd_view *v, struct cd_bearer *bearer)
{
    size_t noun;

    if (v->b->tie != CD_TIE_OBJECT || v->b->verb == CD_NODE_NONE ||
        v->b->verb >= v->b->node || cd_view_counted(v).p != NULL)
        return false;
    noun = v->change->word != CD_NODE_NONE ? pushed_noun(v) : CD_NODE_NONE;
    if (noun == CD_NODE_NONE)
        noun = moved_noun(v);
    if (noun == CD_NODE_NONE)
        return false;
    *bearer = cd_view_split(v, noun);
    if (bearer->property.p == NULL)
        bearer->property = cd_view_measures(v, noun)
                               ? cd_phrase_noun(v->s, noun)
                               : CD_STR("change");
    if (bearer->subject.p == NULL)
        *bearer = (struct cd_bearer){ cd_phrase_of(v->s, noun), noun,
                                      bearer->property };
    return true;
}

size_t
cd_shift_beneficiary(const struct cd_view *v)
{
    const struct cd_node *n = v->s->nodes;
    size_t at = v->b->node + 1, noun;

    if (at + 1 >= v->s->count || !cd_str_is(n[at].fold, "for") ||
        cd_view_counted(v).p != NULL)
        return CD_NODE_NONE;
    noun = cd_syntax_phrase_last(v->s, at + 1);
    return noun != CD_NODE_NONE && n[noun].tag == CD_POS_PROPN &&
                   !cd_node_is_time(&n[noun])
               ? noun
               : CD_NODE_NONE;
}
