/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/reasons/reasoner_claim.h"

#include "base/json.h"
#include "nlp/attach/bearer.h"
#include "nlp/attach/entity.h"
#include "nlp/attach/phrase.h"
#include "nlp/attach/speaker.h"
#include "nlp/attach/stance.h"

static const struct cd_str nothing = { NULL, 0 };

/* A member, if there is something to say. */
static void
put(struct cd_buf *out, const char *name, struct cd_str text)
{
    if (text.p == NULL || text.n == 0)
        return;
    cd_json_key(out, name);
    cd_json_str(out, text);
}

static void
put_json(struct cd_buf *out, const char *name, struct cd_str json)
{
    if (json.p == NULL)
        return;
    cd_json_key(out, name);
    cd_buf_add(out, json);
}

void
cd_reasoner_quantity(struct cd_buf *out, const struct cd_quantity *quantity,
                     const struct cd_claim *claim)
{
    cd_buf_putc(out, '{');
    put(out, "text", claim->text);
    cd_buf_printf(out, ",\"tokens\":[%zu,%zu]", quantity->first, quantity->end);
    put(out, "claim_id", claim->claim_id);
    put(out, "class", cd_str_of(cd_quantity_class_names[quantity->class]));
    if (claim->from.p == NULL)
        put_json(out, "value", claim->value);
    put_json(out, "from", claim->from);
    put_json(out, "to", claim->to);
    put(out, "unit", claim->unit);
    put_json(out, "rules", claim->rules);
}

static struct cd_str
word(const struct cd_syntax *s, size_t node)
{
    return node < s->count ? cd_str_sub(s->text, s->nodes[node].span.start,
                                        s->nodes[node].span.end)
                           : nothing;
}

static struct cd_str
phrase(const struct cd_syntax *s, size_t node)
{
    return node < s->count ? cd_phrase_noun(s, node) : nothing;
}

static void
open(struct cd_buf *out, const char *name, struct cd_str is)
{
    cd_json_key(out, name);
    cd_buf_putc(out, '{');
    cd_json_key(out, "is");
    cd_json_str(out, is);
}

/* How the quantity hangs in its sentence, and on what. */
static void
put_tie(struct cd_buf *out, const struct cd_syntax *s, const struct cd_bond *b)
{
    static const char *const names[] = {
        [CD_TIE_ALONE] = "alone",   [CD_TIE_BEFORE] = "before",
        [CD_TIE_NOUN] = "noun",     [CD_TIE_SUBJECT] = "subject",
        [CD_TIE_OBJECT] = "object", [CD_TIE_OBLIQUE] = "oblique",
        [CD_TIE_IS] = "is",         [CD_TIE_ASIDE] = "aside",
    };

    open(out, "tie", cd_str_of(names[b->tie]));
    put(out, "verb", word(s, b->verb));
    put(out, "noun", word(s, b->noun));
    put(out, "preposition", b->preposition);
    put(out, "of", word(s, b->part_of));
    cd_buf_putc(out, '}');
}

/* Who could be the subject. */
static void
put_candidates(struct cd_buf *out, const struct cd_syntax *s,
               const struct cd_bond *b)
{
    bool has_verb = b->verb < s->count;
    size_t verb;

    cd_json_key(out, "candidates");
    cd_buf_putc(out, '{');
    put(out, "clause",
        phrase(s, has_verb ? cd_syntax_subject(s, b->verb) : CD_NODE_NONE));
    put(out, "object",
        phrase(s, has_verb ? cd_syntax_object(s, b->verb) : CD_NODE_NONE));
    put(out, "owner",
        phrase(s, b->node < s->count ? cd_syntax_owner(s, b->node)
                                     : CD_NODE_NONE));
    put(out, "noun", phrase(s, b->noun));
    put(out, "topic", phrase(s, cd_syntax_topic(s, &verb)));
    cd_buf_putc(out, '}');
}

static bool
is_inside(struct cd_str words, const struct cd_syntax *s)
{
    const struct cd_tokens *tokens = &s->reading->tokens;
    uintptr_t at = (uintptr_t)words.p, text = (uintptr_t)s->text.p;

    return tokens->count > 0 && at >= text + tokens->items[0].span.start &&
           at < text + tokens->items[tokens->count - 1].span.end;
}

/* Where the subject was found. */
static const char *
subject_by(const struct cd_syntax *s, const struct cd_bearer *bearer,
           const struct cd_claim *claim, const struct cd_claim *before)
{
    struct cd_str is = claim->subject;

    if (is.p == NULL)
        return "nothing names it";
    if (bearer->subject.p != NULL && cd_str_eq(bearer->subject, is))
        return "its own words";
    if (bearer->subject.p != NULL && bearer->node < s->count &&
        cd_entity_stands_in(s, bearer->node) != CD_NAMED)
        return "name that the words stand for";
    if (before != NULL && cd_str_eq(before->subject, is))
        return "quantity before";
    return is_inside(is, s) ? "elsewhere in the sentence" : "earlier sentence";
}

static void
put_subject(struct cd_buf *out, const struct cd_syntax *s,
            const struct cd_bearer *bearer, const struct cd_claim *claim,
            const struct cd_claim *before)
{
    open(out, "subject", claim->subject);
    put(out, "words", bearer->subject);
    put(out, "by", cd_str_of(subject_by(s, bearer, claim, before)));
    cd_buf_putc(out, '}');
    open(out, "property", claim->property);
    put(out, "words", bearer->property);
    cd_buf_putc(out, '}');
}

/* The words that give direction and bounds. */
static void
put_change(struct cd_buf *out, const struct cd_syntax *s,
           const struct cd_bond *b, const struct cd_change *change,
           const struct cd_claim *claim)
{
    const struct cd_token *tokens = s->reading->tokens.items;
    const struct cd_quantity *q = b->quantity;

    open(out, "change", cd_str_of(claim->change));
    put(out, "words", word(s, change->word));
    cd_buf_putc(out, '}');
    open(out, "role", cd_str_of(claim->role));
    cd_buf_putc(out, '}');
    open(out, "kind", cd_str_of(claim->kind));
    if (q->hedge < q->hedge_end)
        put(out, "words",
            cd_str_sub(s->text, tokens[q->hedge].span.start,
                       tokens[q->hedge_end - 1].span.end));
    else if (change->kind != NULL)
        put(out, "words", word(s, change->word));
    cd_buf_putc(out, '}');
}

static void
put_stance(struct cd_buf *out, const struct cd_syntax *s,
           const struct cd_bond *b, const struct cd_claim *claim)
{
    size_t sign;

    cd_stance_modality(s, b, &sign);
    open(out, "modality", cd_str_of(claim->modality));
    put(out, "words", word(s, sign));
    cd_buf_putc(out, '}');
    open(out, "speaker", claim->speaker);
    put(out, "words", phrase(s, cd_speaker_read(s, b)));
    cd_buf_putc(out, '}');
    open(out, "time", claim->time);
    put(out, "words", claim->time_text);
    cd_buf_putc(out, '}');
}

void
cd_reasoner_plain(struct cd_buf *out, const struct cd_claim *claim)
{
    open(out, "change", cd_str_of(claim->change));
    cd_buf_putc(out, '}');
    open(out, "role", cd_str_of(claim->role));
    cd_buf_putc(out, '}');
    open(out, "kind", cd_str_of(claim->kind));
    cd_buf_putc(out, '}');
}

void
cd_reasoner_claim(struct cd_buf *out, const struct cd_syntax *syntax,
                  struct cd_arena *arena, size_t index,
                  const struct cd_claim *claim, const struct cd_claim *before)
{
    struct cd_bond bond = cd_bond_read(syntax, index);
    struct cd_change change = cd_change_read(syntax, &bond);
    struct cd_bearer bearer = cd_bearer_read(syntax, arena, &bond, &change);

    put_tie(out, syntax, &bond);
    put_candidates(out, syntax, &bond);
    put_subject(out, syntax, &bearer, claim, before);
    put_change(out, syntax, &bond, &change, claim);
    put_stance(out, syntax, &bond, claim);
}
