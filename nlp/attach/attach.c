/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/attach.h"

#include <stdlib.h>

#include "base/memory.h"
#include "nlp/attach/bearer.h"
#include "nlp/attach/clause.h"
#include "nlp/attach/contrast.h"
#include "nlp/attach/entity.h"
#include "nlp/attach/phrase.h"
#include "nlp/attach/refer.h"
#include "nlp/attach/respective.h"
#include "nlp/attach/restate.h"
#include "nlp/attach/role.h"
#include "nlp/attach/row.h"
#include "nlp/attach/series.h"
#include "nlp/attach/speaker.h"
#include "nlp/attach/stance.h"
#include "nlp/when/when.h"
#include "nlp/word/word.h"

struct cd_attacher {
    struct cd_syntax syntax;
    struct cd_refer refer;
    struct cd_date today;
};

/* One sentence at work. */
struct job {
    struct cd_attacher *attacher;
    struct cd_doc *doc;
    size_t *bases; /* by quantity: "up" of "up from 9", or CD_NODE_NONE */
};

struct cd_attacher *
cd_attacher_new(const struct cd_quantities *engine)
{
    struct cd_attacher *attacher = cd_alloc(sizeof(*attacher));

    cd_refer_init(&attacher->refer, engine);
    return attacher;
}

void
cd_attacher_free(struct cd_attacher *attacher)
{
    if (attacher == NULL)
        return;
    cd_refer_release(&attacher->refer);
    cd_syntax_release(&attacher->syntax);
    free(attacher);
}

void
cd_attacher_start(struct cd_attacher *attacher, struct cd_doc *doc)
{
    cd_refer_start(&attacher->refer, doc);
    attacher->today = cd_when_today(doc->meta.published.value);
}

void
cd_attacher_pass(struct cd_attacher *attacher, struct cd_span sentence)
{
    cd_refer_pass(&attacher->refer, sentence, NULL);
}

/* A bound that the verb adds: "surpassed $1 trillion". */
static void
set_kind(struct cd_claim *claim, const char *kind)
{
    struct cd_str none = { NULL, 0 };

    claim->kind = kind;
    if (strcmp(kind, "at_least") == 0 || strcmp(kind, "more_than") == 0) {
        claim->lower = claim->value;
        claim->upper = none;
    } else if (strcmp(kind, "at_most") == 0) {
        claim->lower = none;
        claim->upper = claim->value;
    }
}

static const char *const tie_rules[] = {
    [CD_TIE_ALONE] = "tie.alone",   [CD_TIE_BEFORE] = "tie.before",
    [CD_TIE_NOUN] = "tie.noun",     [CD_TIE_SUBJECT] = "tie.subject",
    [CD_TIE_OBJECT] = "tie.object", [CD_TIE_OBLIQUE] = "tie.oblique",
    [CD_TIE_IS] = "tie.is",         [CD_TIE_ASIDE] = "tie.aside",
};

/* Adds an id to a list of them in JSON that is not empty. */
static void
add_rule(struct cd_claim *claim, struct cd_arena *arena, const char *id)
{
    claim->rules = cd_arena_printf(arena, "%.*s,\"%s\"]",
                                   (int)claim->rules.n - 1, claim->rules.p, id);
}

/* The quantity of one party of several has the property of the quantity before
 * it. */
static void
set_party(const struct job *job, const struct cd_bond *b, size_t party,
          struct cd_claim *claims)
{
    struct cd_claim *claim = &claims[b->index];

    claim->subject = cd_phrase_full(&job->attacher->syntax, party);
    if (b->index == 0)
        return;
    claim->property = claims[b->index - 1].property;
    if (b->quantity[-1].class == b->quantity->class)
        claim->role = claims[b->index - 1].role;
}

/* Does the property begin with what companies have: "income for the year"? */
static bool
is_firms(struct cd_str property)
{
    static const char *const behind[] = { " for ", " in ", " of ", " from " };

    for (size_t i = 0; i < CD_COUNT(behind); i++) {
        size_t at = cd_str_find(property, cd_str_of(behind[i]), 0);

        if (at != SIZE_MAX)
            property.n = at;
    }
    return property.p != NULL && cd_word_ends(property, CD_WORD_FIRM);
}

/* "With unemployment at 9%, spending fell": the clause is about another. */
static bool
stands_beside(const struct cd_syntax *s, const struct cd_bond *b)
{
    size_t first;

    if (b->tie != CD_TIE_NOUN || b->noun > b->node ||
        !cd_str_is(b->preposition, "at"))
        return false;
    first = cd_clause_phrase(s, b->noun);
    return first > 0 && cd_str_is(s->nodes[first - 1].fold, "with") &&
           (first == 1 || s->nodes[first - 2].tag == CD_POS_SCONJ);
}

/* Does the clause of the verb, its subject first, begin at the node? */
static bool
opens_at(const struct cd_syntax *s, size_t verb, size_t node)
{
    size_t subject = cd_syntax_subject(s, verb);

    return subject != CD_NODE_NONE && cd_clause_phrase(s, subject) == node;
}

/* The division of "At its cable division, revenue rose 9%", whose a measure is
 * that the clause gives no owner; or CD_NODE_NONE. */
static size_t
at_front(const struct cd_syntax *s, const struct cd_bond *b,
         struct cd_str property)
{
    const struct cd_node *n = s->nodes;
    bool at, in;
    size_t last;

    if (s->count < 4 || !cd_word_ends(property, CD_WORD_MEASURE))
        return CD_NODE_NONE;
    at = cd_str_is(n[0].fold, "at");
    in = cd_str_is(n[0].fold, "in") && b->verb != CD_NODE_NONE;
    last = at || in ? cd_syntax_phrase_last(s, 1) : CD_NODE_NONE;
    return last != CD_NODE_NONE && last + 1 < b->node &&
                   cd_str_is(n[last + 1].fold, ",") &&
                   !cd_node_is_time(&n[last]) &&
                   n[last].quantity == CD_NODE_NONE &&
                   (at ? cd_node_is_noun(&n[last])
                       : n[last].tag == CD_POS_PROPN &&
                             opens_at(s, b->verb, last + 2))
               ? last
               : CD_NODE_NONE;
}

/* Is the subject nobody but the property, as in "bad loans doubled"? */
static bool
stands_alone(const struct cd_claim *claim)
{
    return claim->subject.p != NULL &&
           cd_str_eq(claim->subject, claim->property);
}

/* Whose the quantity is when its own clause does not say: the company's, if it
 * is what companies have, else the sentence's topic, else what the quantity
 * before belongs to, else the property speaks for itself. */
static void
find_owner(struct job *job, const struct cd_bond *b, struct cd_claim *claims)
{
    const struct cd_syntax *s = &job->attacher->syntax;
    struct cd_claim *claim = &claims[b->index];
    struct cd_str name = { "", 0 };
    bool firm = is_firms(claim->property);
    size_t owner = firm ? cd_entity_firm(s, b->node) : CD_NODE_NONE;
    const char *cause = cd_clause_cause(s, b->verb);
    size_t verb, topic = cd_syntax_topic(s, &verb), front;
    size_t pronoun =
        cd_entity_pronoun_behind(s, b->node); /* "Now 24, she works" */

    if (!firm &&
        ((cause != NULL && strcmp(cause, "owner") != 0) || stands_beside(s, b)))
        return; /* "let prices rise" */
    front = at_front(s, b, claim->property);
    if (front != CD_NODE_NONE) {
        claim->subject = cd_phrase_noun(s, front);
        return;
    }
    if (b->tie == CD_TIE_SUBJECT && b->index > 0)
        claim->subject = claims[b->index - 1].subject; /* "34% reported" */
    else if (!firm && topic != CD_NODE_NONE &&
             !cd_word_is(s->nodes[topic].fold, CD_WORD_FORECASTER))
        claim->subject = cd_phrase_until(s, topic, verb);
    else if (b->index > 0 && !(firm && stands_alone(&claims[b->index - 1])))
        claim->subject = claims[b->index - 1].subject;
    else if (b->quantity->class == CD_QUANTITY_AGE && pronoun != CD_NODE_NONE)
        claim->subject = cd_refer_resolve(&job->attacher->refer,
                                          cd_phrase_noun(s, pronoun), pronoun);
    else if (owner != CD_NODE_NONE)
        claim->subject = cd_refer_resolve(&job->attacher->refer,
                                          cd_speaker_words(s, owner), owner);
    else if (firm || claim->property.p == NULL)
        claim->subject = cd_refer_name(&job->attacher->refer, CD_THING, name);
}

/* Whose "analysts had expected $5m" is: that of the quantity before, or of the
 * name before; what they expected is no property. */
static void
find_expected(struct job *job, const struct cd_bond *b, struct cd_claim *claims)
{
    const struct cd_node *n = job->attacher->syntax.nodes;
    struct cd_claim *claim = &claims[b->index];
    struct cd_str any = { "", 0 };
    bool bare = cd_str_eq(
        claim->property, cd_verb_participle(&job->doc->arena, n[b->verb].fold));

    claim->subject = (struct cd_str){ NULL, 0 };
    if (b->index > 0 && b->quantity[-1].class == b->quantity->class) {
        claim->subject = claim[-1].subject;
        if (bare)
            claim->property = claim[-1].property;
    } else if (b->quantity->class != CD_QUANTITY_PHYSICAL &&
               (bare || is_firms(claim->property))) {
        claim->subject = cd_refer_name(&job->attacher->refer, CD_THING, any);
    }
}

/* What stands for the subject where nothing else does: the property, if it is
 * the text's own words, or the things counted.  Not for what is itself the
 * subject: "12 were hurt" names nobody, and "hurt" is no name. */
static struct cd_str
stand_in(const struct cd_syntax *s, const struct cd_quantity *q,
         struct cd_str property)
{
    const struct cd_token *tokens = s->reading->tokens.items;

    if (property.p != NULL && (uintptr_t)property.p >= (uintptr_t)s->text.p &&
        (uintptr_t)property.p < (uintptr_t)s->text.p + s->text.n)
        return property;
    if (q->noun == q->noun_end)
        return (struct cd_str){ NULL, 0 };
    return cd_str_sub(s->text, tokens[q->noun].span.start,
                      tokens[q->noun_end - 1].span.end);
}

/* The sum or size that stands for the subject ("RM1.7 million, which is 27% of
 * it") says its own subject; SIZE_MAX: none does. */
static size_t
amount_meant(const struct cd_syntax *s, size_t node, size_t index)
{
    uint16_t quantity =
        node != CD_NODE_NONE ? s->nodes[node].quantity : CD_NODE_NONE;

    return quantity != CD_NODE_NONE && quantity < index &&
                   s->reading->items[quantity].noun ==
                       s->reading->items[quantity].noun_end &&
                   (s->reading->items[quantity].class == CD_QUANTITY_MONEY ||
                    s->reading->items[quantity].class == CD_QUANTITY_PHYSICAL)
               ? quantity
               : SIZE_MAX;
}

/* May the quantity be of the same property as the one before? */
static bool
is_alike(const struct cd_bond *b)
{
    return b->quantity->class != CD_QUANTITY_PHYSICAL ||
           cd_str_eq(b->quantity->unit, b->quantity[-1].unit);
}

static void
attach_one(struct job *job, size_t index, struct cd_claim *claims)
{
    const struct cd_syntax *s = &job->attacher->syntax;
    struct cd_bond bond = cd_bond_read(s, index);
    struct cd_change change = cd_change_read(s, &bond);
    struct cd_bearer bearer =
        cd_bearer_read(s, &job->doc->arena, &bond, &change);
    struct cd_claim *claim = &claims[index];
    const char *rule;
    size_t speaker, party;

    claim->subject = cd_phrase_tidy(
        cd_refer_resolve(&job->attacher->refer, bearer.subject, bearer.node));
    if (amount_meant(s, bearer.node, index) != SIZE_MAX)
        claim->subject = claims[amount_meant(s, bearer.node, index)].subject;
    claim->property = bearer.property;
    claim->change = change.direction;
    job->bases[index] = change.base ? change.word : CD_NODE_NONE;
    add_rule(claim, &job->doc->arena, tie_rules[bond.tie]);
    if (change.rule != NULL)
        add_rule(claim, &job->doc->arena, change.rule);
    if (cd_speaker_foretells(s, &bond, bearer.node))
        find_expected(job, &bond, claims);
    else if (claim->subject.p == NULL)
        find_owner(job, &bond, claims);
    if (claim->property.p == NULL && index > 0 && is_alike(&bond))
        claim->property = claims[index - 1].property;
    if (claim->subject.p == NULL && bond.tie != CD_TIE_SUBJECT)
        claim->subject = stand_in(s, bond.quantity, claim->property);
    claim->role = cd_role_read(&bond, &change, claim->property);
    if ((change.base || change.follows) && index > 0)
        cd_restate_follow(claim, change.base);
    rule = cd_series_read(s, &job->doc->arena, &bond, &change, claims);
    if (rule != NULL)
        add_rule(claim, &job->doc->arena, rule);
    party = cd_contrast_party(s, &bond);
    if (party != CD_NODE_NONE)
        set_party(job, &bond, party, claims);
    if (change.kind != NULL && claim->kind != NULL &&
        bond.quantity->shape == CD_SHAPE_ONE &&
        strcmp(claim->kind, "exact") == 0)
        set_kind(claim, change.kind);
    cd_row_fill(claim, job->doc->text);
    claim->modality = cd_stance_modality(s, &bond, NULL);
    speaker = cd_speaker_read(s, &bond);
    if (speaker != CD_NODE_NONE)
        claim->speaker = cd_refer_resolve(
            &job->attacher->refer, cd_speaker_words(s, speaker), speaker);
}

/* "up from 9": the quantity before is the one that went up. */
static void
mark_risen(const struct job *job, size_t index, struct cd_claim *claims)
{
    const struct cd_node *n = job->attacher->syntax.nodes;
    size_t up = job->bases[index];

    if (up == CD_NODE_NONE || index == 0 ||
        strcmp(claims[index - 1].change, "none") != 0)
        return;
    claims[index - 1].change = cd_word_value(n[up].fold, CD_WORD_BESIDE);
    if (claims[index - 1].change == NULL)
        claims[index - 1].change = "none";
}

/* "A and B sold 200 and 300 cars, respectively" */
static void
tell_apart(struct job *job, struct cd_claim *claims)
{
    struct cd_respective told =
        cd_respective_read(&job->attacher->syntax, claims);

    for (size_t i = 0; i < told.count; i++)
        add_rule(&claims[told.quantities[i]], &job->doc->arena,
                 "series.respectively");
}

enum cd_status
cd_attacher_sentence(struct cd_attacher *attacher, struct cd_doc *doc,
                     struct cd_span sentence, const struct cd_reading *reading,
                     struct cd_claim *claims, struct cd_error *err)
{
    struct job job = { .attacher = attacher, .doc = doc };
    struct cd_refer *refer = &attacher->refer;
    struct cd_when_list times;

    job.bases = cd_arena_new_array(&doc->arena, size_t, reading->count);
    cd_syntax_read(&attacher->syntax, doc->text, reading);
    cd_refer_begin(refer, &attacher->syntax, err);
    times = cd_when_list(reading, doc->text, &doc->arena, &attacher->today);
    for (size_t i = 0; i < reading->count && refer->status == CD_OK; i++) {
        attach_one(&job, i, claims);
        cd_when_find(&times, &attacher->syntax, i, &claims[i].time_text,
                     &claims[i].time);
    }
    for (size_t i = 0; i < reading->count && refer->status == CD_OK; i++)
        mark_risen(&job, i, claims);
    if (refer->status == CD_OK)
        tell_apart(&job, claims);
    cd_refer_pass(refer, sentence, &attacher->syntax);
    return refer->status;
}
