/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/reasons/reasoner.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/memory.h"
#include "nlp/claim/entry.h"
#include "nlp/reasons/reasoner_claim.h"
#include "nlp/syntax/mend.h"

struct cd_reasoner {
    bool english; /* is the sentence? */
    struct cd_syntax syntax;
    uint8_t *tags; /* of the tokens */
    size_t tag_room;
    struct cd_quantity *noted;
    size_t noted_count, noted_room;
    struct cd_reasons *items; /* of the document so far */
    size_t count, room;
    struct cd_buf line;
};

struct cd_reasoner *
cd_reasoner_new(void)
{
    return cd_alloc(sizeof(struct cd_reasoner));
}

void
cd_reasoner_free(struct cd_reasoner *reasoner)
{
    if (reasoner == NULL)
        return;
    cd_syntax_release(&reasoner->syntax);
    cd_buf_release(&reasoner->line);
    free(reasoner->tags);
    free(reasoner->noted);
    free(reasoner->items);
    free(reasoner);
}

void
cd_reasoner_start(struct cd_reasoner *reasoner)
{
    reasoner->count = 0;
}

void
cd_reasoner_note(struct cd_reasoner *r, const struct cd_reading *reading)
{
    r->noted =
        cd_grow(r->noted, &r->noted_room, reading->count, sizeof(*r->noted));
    if (reading->count > 0)
        memcpy(r->noted, reading->items, reading->count * sizeof(*r->noted));
    r->noted_count = reading->count;
}

static struct cd_str
keep(struct cd_reasoner *r, struct cd_doc *doc)
{
    struct cd_str text = cd_arena_copy(&doc->arena, cd_buf_str(&r->line));

    cd_buf_reset(&r->line);
    return text;
}

static void
put_tokens(struct cd_reasoner *r, struct cd_str text,
           const struct cd_tokens *tokens)
{
    r->tags = cd_grow(r->tags, &r->tag_room, tokens->count + 1, 1);
    if (r->english) {
        cd_tagger_tag(tokens, 0, tokens->count, r->tags);
        cd_mend_tags(tokens->items, tokens->count, r->tags);
    }
    cd_buf_putc(&r->line, '[');
    for (size_t i = 0; i < tokens->count; i++) {
        struct cd_span span = tokens->items[i].span;

        cd_json_next(&r->line);
        cd_buf_putc(&r->line, '[');
        cd_json_str(&r->line, cd_str_sub(text, span.start, span.end));
        if (r->english)
            cd_buf_printf(&r->line, ",\"%s\"", cd_pos_names[r->tags[i]]);
        cd_buf_putc(&r->line, ']');
    }
    cd_buf_putc(&r->line, ']');
}

static void
put_spans(struct cd_reasoner *r, const struct cd_tokens *tokens)
{
    cd_buf_putc(&r->line, '[');
    for (size_t i = 0; i < tokens->count; i++) {
        cd_json_next(&r->line);
        cd_json_span(&r->line, tokens->items[i].span);
    }
    cd_buf_putc(&r->line, ']');
}

static void
put_nonclaims(struct cd_reasoner *r, struct cd_str text,
              const struct cd_reading *reading, struct cd_span sentence)
{
    cd_buf_putc(&r->line, '[');
    for (size_t i = 0; i < reading->other_count; i++) {
        const struct cd_nonclaim *other = &reading->others[i];

        if (other->span.start < sentence.start ||
            other->span.start >= sentence.end)
            continue;
        cd_json_next(&r->line);
        cd_buf_puts(&r->line, "{\"text\":");
        cd_json_str(&r->line,
                    cd_str_sub(text, other->span.start, other->span.end));
        cd_buf_printf(&r->line, ",\"tokens\":[%zu,%zu],\"why\":", other->first,
                      other->end);
        cd_json_str(&r->line, cd_str_of(other->why));
        cd_buf_puts(&r->line, ",\"rule\":");
        cd_json_str(&r->line, cd_str_of(other->rule));
        cd_buf_putc(&r->line, '}');
    }
    cd_buf_putc(&r->line, ']');
}

static const char *
left_out(const struct cd_quantity *q, bool dropped)
{
    if (q->weak)
        return "a reference more than a count: below --min-confidence";
    return dropped ? "number of a list or section"
                   : "not asked for: --only or --min-confidence";
}

/* One that was noted: reading and claims have the rest of them, in order. */
static void
put_quantity(struct cd_reasoner *r, struct cd_doc *doc, struct cd_span sentence,
             const struct cd_quantity *q, size_t index,
             const struct cd_claim *claim, const struct cd_claim *before)
{
    struct cd_claim other;

    if (claim == NULL)
        cd_entry_fill(&other, q, doc, sentence);
    other.claim_id.p = NULL;
    cd_json_next(&r->line);
    cd_reasoner_quantity(&r->line, q, claim != NULL ? claim : &other);
    if (claim == NULL) {
        cd_buf_puts(&r->line, ",\"left_out\":");
        cd_json_str(&r->line, cd_str_of(left_out(q, index == SIZE_MAX)));
    } else if (r->english) {
        cd_reasoner_claim(&r->line, &r->syntax, &doc->arena, index, claim,
                          before);
    } else {
        cd_reasoner_plain(&r->line, claim);
    }
    cd_buf_putc(&r->line, '}');
}

static void
put_quantities(struct cd_reasoner *r, struct cd_doc *doc,
               struct cd_span sentence, const struct cd_reading *reading,
               const struct cd_claim *claims, size_t count)
{
    size_t index = 0, at = 0;

    cd_buf_putc(&r->line, '[');
    for (size_t i = 0; i < r->noted_count; i++) {
        const struct cd_quantity *q = &r->noted[i];
        bool read = index < reading->count &&
                    reading->items[index].span.start == q->span.start;
        bool kept = read && at < count && claims[at].start == q->span.start;

        put_quantity(r, doc, sentence, q, read ? index : SIZE_MAX,
                     kept ? &claims[at] : NULL,
                     kept && at > 0 ? &claims[at - 1] : NULL);
        index += read;
        at += kept;
    }
    cd_buf_putc(&r->line, ']');
}

void
cd_reasoner_add(struct cd_reasoner *r, struct cd_doc *doc,
                struct cd_span sentence, const struct cd_reading *reading,
                const struct cd_claim *claims, size_t count)
{
    struct cd_reasons record = {
        .doc = doc->id_json,
        .block = cd_doc_block_at(doc, sentence.start),
        .sentence = sentence,
        .text = cd_str_sub(doc->text, sentence.start, sentence.end),
        .language = cd_languages[reading->language].tag,
    };

    r->english = reading->language == CD_LANGUAGE_EN;
    put_nonclaims(r, doc->text, reading, sentence);
    if (r->noted_count == 0 && r->line.n == 2) {
        cd_buf_reset(&r->line);
        return;
    }
    record.nonclaims = keep(r, doc);
    if (r->english)
        cd_syntax_read(&r->syntax, doc->text, reading);
    put_quantities(r, doc, sentence, reading, claims, count);
    record.quantities = keep(r, doc);
    put_tokens(r, doc->text, &reading->tokens);
    record.tokens = keep(r, doc);
    put_spans(r, &reading->tokens);
    record.spans = keep(r, doc);
    r->items = cd_grow(r->items, &r->room, r->count + 1, sizeof(*r->items));
    r->items[r->count++] = record;
}

void
cd_reasoner_give(const struct cd_reasoner *r, struct cd_doc *doc)
{
    doc->reasons = cd_arena_new_array(&doc->arena, struct cd_reasons, r->count);
    if (r->count > 0)
        memcpy(doc->reasons, r->items, r->count * sizeof(*r->items));
    doc->reason_count = r->count;
}
