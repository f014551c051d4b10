/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/claims.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "nlp/attach/attach.h"
#include "nlp/attach/order.h"
#include "nlp/claim/entry.h"
#include "nlp/claim/link.h"
#include "nlp/claim/literal.h"
#include "nlp/claim/program.h"
#include "nlp/claim/sentence.h"
#include "nlp/quantity/money.h"
#include "nlp/quantity/pounds.h"
#include "nlp/quantity/quantity.h"
#include "nlp/reasons/reasoner.h"

enum {
    SEAM = 256,         /* bytes read on both sides of a cut sentence */
    CLAIMS_MAX = 50000, /* of a document: more are no article */
};

struct cd_claims {
    struct cd_claims_options options;
    struct cd_want want;
    struct cd_quantities *quantities;
};

/* What a thread works with. */
struct scratch {
    struct cd_reading *reading;
    struct cd_money money; /* of the document */
    struct cd_attacher *attacher;
    struct cd_claim_list list;      /* of the document so far */
    struct cd_quantity *quantities; /* that they were made of */
    size_t quantity_room;
    struct cd_reasoner *reasoner; /* NULL: nothing is explained */
};

struct cd_claims *
cd_claims_new(const struct cd_claims_options *options, struct cd_error *err)
{
    struct cd_claims *claims = cd_alloc(sizeof(*claims));

    claims->options = *options;
    if (cd_want_read(options->only, &claims->want, err) == CD_OK)
        claims->quantities = cd_quantities_new(options->rules, err);
    if (claims->quantities != NULL)
        return claims;
    free(claims);
    return NULL;
}

void
cd_claims_free(struct cd_claims *claims)
{
    if (claims != NULL)
        cd_quantities_free(claims->quantities);
    free(claims);
}

void *
cd_claims_scratch(const struct cd_claims *claims)
{
    struct scratch *scratch = cd_alloc(sizeof(*scratch));

    scratch->reading = cd_reading_new();
    scratch->attacher = cd_attacher_new(claims->quantities);
    if (claims->options.explain)
        scratch->reasoner = cd_reasoner_new();
    return scratch;
}

void
cd_claims_scratch_free(void *scratch)
{
    struct scratch *s = scratch;

    if (s == NULL)
        return;
    cd_reading_free(s->reading);
    cd_attacher_free(s->attacher);
    cd_reasoner_free(s->reasoner);
    cd_claim_list_release(&s->list);
    free(s->quantities);
    free(s);
}

/* A number alone in its sentence is that of a list or a heading: "3." */
static bool
is_bare(const struct cd_reading *reading)
{
    if (reading->count != 1 || reading->items[0].class != CD_QUANTITY_PLAIN)
        return false;
    for (size_t i = 0; i < reading->tokens.count; i++)
        if (reading->tokens.items[i].kind == CD_TOKEN_WORD)
            return false;
    return true;
}

/* "2.1 Where to stay": the number of a section. */
static bool
is_section(const struct cd_reading *reading)
{
    const struct cd_quantity *q = reading->items;
    const struct cd_token *tokens = reading->tokens.items;

    return reading->count > 0 && q->first == 0 && q->number_end == 1 &&
           (q->class == CD_QUANTITY_PLAIN || q->class == CD_QUANTITY_COUNT) &&
           reading->tokens.count > 2 && tokens[0].fold.n <= 4 &&
           cd_str_find(tokens[0].fold, CD_STR("."), 0) != SIZE_MAX &&
           (tokens[1].flags & CD_TOKEN_CAPITAL) != 0;
}

/* Takes numbers of lists and sections out. */
static void
drop_numbering(struct cd_reading *reading)
{
    if (is_bare(reading))
        reading->count = 0;
    if (!is_section(reading))
        return;
    reading->count--;
    memmove(reading->items, reading->items + 1,
            reading->count * sizeof(*reading->items));
}

/* Keeps the claims behind s->count that the options ask for. */
static void
keep_wanted(const struct cd_claims *claims, struct scratch *s)
{
    const struct cd_claim *fresh = s->list.items + s->list.count;

    for (size_t i = 0; i < s->reading->count; i++)
        if (cd_want_has(&claims->want, &s->reading->items[i]) &&
            fresh[i].confidence >= claims->options.min_confidence) {
            s->quantities[s->list.count] = s->reading->items[i];
            s->list.items[s->list.count] = fresh[i];
            /* a window of time is not what rose in it */
            if (s->reading->items[i].weak &&
                s->reading->items[i].class == CD_QUANTITY_DURATION)
                s->list.items[s->list.count].change = "none";
            s->list.count++;
        }
}

static enum cd_status
add_claims(const struct cd_claims *claims, struct scratch *s,
           struct cd_doc *doc, struct cd_span sentence, struct cd_error *err)
{
    struct cd_claim_list *list = &s->list;
    size_t need = list->count + s->reading->count;
    enum cd_status status = CD_OK;

    list->items = cd_grow(list->items, &list->room, need, sizeof(*list->items));
    s->quantities =
        cd_grow(s->quantities, &s->quantity_room, need, sizeof(*s->quantities));
    for (size_t i = 0; i < s->reading->count; i++)
        cd_entry_fill(&list->items[list->count + i], &s->reading->items[i], doc,
                      sentence);
    if (s->reading->language == CD_LANGUAGE_EN)
        status = cd_attacher_sentence(s->attacher, doc, sentence, s->reading,
                                      list->items + list->count, err);
    else
        for (size_t i = 0; i < s->reading->count; i++)
            cd_order_read(s->reading, i, doc->text,
                          &list->items[list->count + i]);
    if (status == CD_OK)
        keep_wanted(claims, s);
    return status;
}

/* The sentence with what stands before and behind it in the block, where it was
 * cut there: from white space to white space. */
static struct cd_span
with_seams(struct cd_str text, struct cd_span sentence, struct cd_span block,
           bool before, bool behind)
{
    struct cd_span wide = sentence;

    if (before && sentence.start - block.start > SEAM) {
        wide.start -= SEAM;
        while (wide.start < sentence.start &&
               !cd_ascii_is_space(text.p[wide.start]))
            wide.start++;
    }
    if (behind) {
        wide.end =
            block.end - sentence.end > SEAM ? sentence.end + SEAM : block.end;
        while (wide.end < block.end && wide.end > sentence.end &&
               !cd_ascii_is_space(text.p[wide.end]))
            wide.end--;
    }
    return wide;
}

/* Leaves the quantities that begin in the sentence: those before and behind
 * are the neighbours'. */
static void
keep_inside(struct cd_reading *reading, struct cd_span sentence)
{
    size_t kept = 0;

    for (size_t i = 0; i < reading->count; i++)
        if (reading->items[i].span.start >= sentence.start &&
            reading->items[i].span.start < sentence.end)
            reading->items[kept++] = reading->items[i];
    reading->count = kept;
}

static enum cd_status
read_sentence(const struct cd_claims *claims, struct scratch *s,
              struct cd_doc *doc, struct cd_span sentence, struct cd_span wide,
              struct cd_error *err)
{
    bool weak = claims->options.min_confidence <= CD_QUANTITY_WEAK;
    size_t before = s->list.count;
    enum cd_status status = CD_OK;

    s->reading->count = s->reading->other_count = 0;
    /* "a metric tonne" has no word that the gate looks for */
    if (weak || s->reading->language != CD_LANGUAGE_EN ||
        cd_quantities_gate(claims->quantities,
                           cd_str_sub(doc->text, sentence.start, sentence.end)))
        status = cd_quantities_read(claims->quantities, s->reading, &doc->arena,
                                    doc->text, wide, err);
    keep_inside(s->reading, sentence);
    if (s->reasoner != NULL)
        cd_reasoner_note(s->reasoner, s->reading);
    if (!weak)
        cd_reading_drop_weak(s->reading);
    if (!weak)
        drop_numbering(s->reading);
    if (status == CD_OK && s->reading->count > 0)
        status = add_claims(claims, s, doc, sentence, err);
    else
        cd_attacher_pass(s->attacher, sentence);
    if (status == CD_OK && s->reasoner != NULL)
        cd_reasoner_add(s->reasoner, doc, sentence, s->reading,
                        s->list.count > before ? s->list.items + before : NULL,
                        s->list.count - before);
    return status;
}

/* The sentences of the kept blocks, but programs. */
static enum cd_status
read_blocks(const struct cd_claims *claims, struct scratch *s,
            struct cd_doc *doc, struct cd_error *err)
{
    enum cd_status status = CD_OK;

    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_span block = doc->blocks[i].span;
        bool before = false;

        if (!doc->blocks[i].keep || cd_program_is(&doc->blocks[i]))
            continue;
        while (block.start < block.end) {
            struct cd_span sentence = cd_sentence_next(
                doc->text, block, s->reading->language == CD_LANGUAGE_DE);
            bool cut = cd_sentence_is_cut(doc->text, sentence, block);

            status = read_sentence(claims, s, doc, sentence,
                                   with_seams(doc->text, sentence,
                                              doc->blocks[i].span, before, cut),
                                   err);
            if (status == CD_OK && s->list.count > CLAIMS_MAX)
                status = cd_fail(err, CD_SKIP,
                                 "more than %d claims: this is no article",
                                 CLAIMS_MAX);
            if (status != CD_OK)
                return status;
            block.start = sentence.end;
            before = cut;
        }
    }
    return status;
}

static void
hand_over(struct cd_doc *doc, const struct cd_claim_list *list)
{
    doc->claims = cd_arena_new_array(&doc->arena, struct cd_claim, list->count);
    if (list->count > 0)
        memcpy(doc->claims, list->items, list->count * sizeof(*list->items));
    doc->claim_count = list->count;
}

/* The language that the document is read in; false: none. */
static bool
choose_language(const struct cd_claims *claims, struct cd_reading *reading,
                struct cd_doc *doc)
{
    reading->language =
        claims->options.language > 0
            ? (enum cd_language)(claims->options.language - 1)
            : cd_language_of(doc->meta.language.value, doc->text);
    if (reading->language == CD_LANGUAGE_NONE)
        return false;
    doc->claims_language = cd_str_of(cd_languages[reading->language].tag);
    return true;
}

/* The URL that tells where the document's site is. */
static struct cd_str
host_of(const struct cd_doc *doc)
{
    return doc->url.n > 0 ? doc->url : doc->meta.canonical.value;
}

enum cd_status
cd_claims_find(const struct cd_claims *claims, void *scratch,
               struct cd_doc *doc, struct cd_error *err)
{
    struct scratch *s = scratch;
    enum cd_status status = CD_OK;

    s->list.count = 0;
    if (s->reasoner != NULL)
        cd_reasoner_start(s->reasoner);
    if (!choose_language(claims, s->reading, doc)) {
        hand_over(doc, &s->list);
        return CD_OK;
    }
    cd_money_start(&s->money, doc->text, host_of(doc),
                   doc->meta.language.value);
    s->reading->money = &s->money;
    s->reading->sterling = cd_pounds_are_money(doc->text);
    if (cd_want_quantities(&claims->want)) {
        cd_attacher_start(s->attacher, doc);
        status = read_blocks(claims, s, doc, err);
        if (status == CD_OK)
            cd_links_make(doc, s->list.items, s->quantities, s->list.count);
    }
    if (status == CD_OK)
        status = cd_literal_find(claims->quantities, s->reading, &claims->want,
                                 doc, &s->list, err);
    if (status == CD_OK)
        hand_over(doc, &s->list);
    if (status == CD_OK && s->reasoner != NULL)
        cd_reasoner_give(s->reasoner, doc);
    return status;
}
