/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/compare.h"

#include "base/json.h"
#include "nlp/copy/align.h"
#include "nlp/copy/credits.h"
#include "nlp/copy/facts.h"
#include "nlp/copy/features.h"
#include "nlp/copy/model.h"
#include "nlp/copy/passage.h"
#include "nlp/copy/spans.h"
#include "nlp/copy/substance.h"
#include "nlp/copy/window.h"

/* Words in the same order in both, of the shorter text: the line between an
 * edited copy and a reworded one. */
static const double EDITED_ORDER = 0.7;

/* A template is a frame that both share: less in the same order is none. */
static const double FRAME_ORDER = 0.25;

/* A pair is called a copy where that is likelier than not. */
static const double LEAST_CHANCE = 0.5;

/* A copied block in other text: what the long text has beside it is a share of
 * its weight, and the model must think so too. */
static const double CONTAINS_REGION = 0.7;

/* Two long texts are a copy where the passage is so much of the shorter one. */
static const double LEAST_BLOCK = 1.0 / 3;

/* Words of content that are no names which copies share; if most words stand in
 * the same order. */
enum {
    LEAST_SUBSTANCE = 3,
    LEAST_IN_ORDER = 2,
    FIGURE_SUBSTANCE = 2, /* words that an equal figure counts for */
};

/* A copied block is so much of the shorter text, or has a clause word for
 * word. */
static const double LEAST_ANCHORS = 0.5;

/* A list of names is a copy where it is in that order. */
static const double LIST_ORDER = 0.85;

const char *const cd_copy_kind_names[] = {
#define X(name, text) text,
    CD_COPY_KINDS(X)
#undef X
};

static bool
same_words(const struct cd_words *a, const struct cd_words *b)
{
    if (a->count != b->count || a->count == 0)
        return false;
    for (uint32_t i = 0; i < a->count; i++) {
        if (a->words[i].hash != b->words[i].hash)
            return false;
    }
    return true;
}

/* A word may weigh more in one text than in the other (capitals tell no
 * language), and the share that both have more than 1. */
static double
share(double measured)
{
    return measured < 1 ? measured : 1;
}

static void
set_measures(struct cd_measures *measures, const double *features)
{
    measures->dice = share(features[CD_FEATURE_DICE]);
    measures->containment = share(features[CD_FEATURE_CONTAINMENT]);
    measures->word5 = share(features[CD_FEATURE_JACCARD5]);
    measures->order = share(features[CD_FEATURE_LCS_SHORT]);
    measures->anchors = share(features[CD_FEATURE_CHAIN_SHORT]);
}

static enum cd_copy_kind
kind_of(const double *chances, const double *features, bool copy)
{
    if (!copy && features[CD_FEATURE_LCS_SHORT] >= FRAME_ORDER &&
        chances[CD_CLASS_TEMPLATE] >= chances[CD_CLASS_RELATED] &&
        chances[CD_CLASS_TEMPLATE] >= chances[CD_CLASS_UNRELATED])
        return CD_COPY_TEMPLATE;
    if (!copy)
        return chances[CD_CLASS_RELATED] >= chances[CD_CLASS_UNRELATED]
                   ? CD_COPY_RELATED
                   : CD_COPY_UNRELATED;
    if (chances[CD_CLASS_CONTAINS] > chances[CD_CLASS_COPY] &&
        features[CD_FEATURE_REGION_LONG] < CONTAINS_REGION)
        return CD_COPY_CONTAINS;
    return features[CD_FEATURE_LCS_SHORT] >= EDITED_ORDER ? CD_COPY_EDITED
                                                          : CD_COPY_REWORDED;
}

static void
judge(struct cd_judgement *judged, const double *features)
{
    double chances[CD_CLASS_COUNT];

    cd_model_apply(chances, features);
    judged->score = chances[CD_CLASS_COPY] + chances[CD_CLASS_CONTAINS];
    judged->copy = judged->score >= LEAST_CHANCE;
    judged->kind = kind_of(chances, features, judged->copy);
    judged->otherwise = kind_of(chances, features, false);
}

/* Which text takes the part of the short one must not depend on the order they
 * were given in. */
static bool
comes_first(const struct cd_words *a, const struct cd_words *b)
{
    if (a->count != b->count)
        return a->count < b->count;
    for (uint32_t i = 0; i < a->count; i++) {
        if (a->words[i].hash != b->words[i].hash)
            return a->words[i].hash < b->words[i].hash;
    }
    return false;
}

static struct cd_span
swap(struct cd_span *a, struct cd_span b)
{
    struct cd_span was = *a;

    *a = b;
    return was;
}

static void
swap_sides(struct cd_judgement *judged)
{
    for (size_t i = 0; i < judged->span_count; i++)
        judged->spans[i].b = swap(&judged->spans[i].a, judged->spans[i].b);
    for (size_t i = 0; i < judged->fact_count; i++)
        judged->facts[i].b = swap(&judged->facts[i].a, judged->facts[i].b);
}

static void
judge_words(struct cd_judgement *judged, struct cd_arena *arena,
            const struct cd_alignment *found, const struct cd_words *a,
            const struct cd_words *b)
{
    double features[CD_FEATURE_COUNT];

    if (comes_first(b, a)) { /* windows of two long texts */
        struct cd_alignment other;

        cd_align(&other, arena, b, a);
        cd_features(features, arena, &other, b, a);
    } else {
        cd_features(features, arena, found, a, b);
    }
    set_measures(&judged->measures, features);
    judge(judged, features);
}

/* Names alone are no text: who plays whom, who was there. */
static void
judge_substance(struct cd_judgement *judged, const struct cd_alignment *found,
                const struct cd_words *a, const struct cd_words *b)
{
    double order = judged->measures.order;
    bool edited = judged->kind == CD_COPY_EDITED;
    bool block = judged->kind == CD_COPY_CONTAINS;
    unsigned least = edited ? LEAST_IN_ORDER : LEAST_SUBSTANCE, shared;

    if (!judged->copy || (edited && order >= LIST_ORDER) ||
        cd_substance_row(found, a))
        return;
    shared = cd_substance(a, b, least);
    if (!block)
        shared += FIGURE_SUBSTANCE * cd_substance_figures(a, b);
    if (shared >= least && !(block && judged->measures.anchors < LEAST_ANCHORS))
        return;
    judged->copy = false;
    judged->score *= 1 - LEAST_CHANCE;
    judged->kind = judged->otherwise;
}

static void
set_same(struct cd_judgement *judged, const struct cd_words *a,
         const struct cd_words *b)
{
    if (!same_words(a, b))
        return;
    judged->kind = CD_COPY_SAME;
    judged->copy = true;
    judged->score = 1;
}

/* Of windows: the long text has more than what was judged; and two long texts
 * that share less than a third of the shorter one are related. */
static void
judge_window(struct cd_judgement *judged, const struct cd_window *window)
{
    if (window->a_cut && window->share < LEAST_BLOCK) {
        judged->score *= window->share;
        judged->copy = false;
        judged->kind = judged->kind == CD_COPY_UNRELATED ? CD_COPY_UNRELATED
                                                         : CD_COPY_RELATED;
    } else if (judged->copy) {
        judged->kind = CD_COPY_CONTAINS;
    }
}

/* The judgement of the texts as wholes misses a passage that both have word
 * for word; in two of one frame, whole sentences. */
static void
judge_passage(struct cd_judgement *judged, const struct cd_alignment *found,
              const struct cd_words *a, const struct cd_words *b)
{
    uint32_t proof;

    if (judged->copy)
        return;
    proof = cd_passage_proof(found, a, b, judged->kind == CD_COPY_TEMPLATE);
    if (proof == 0)
        return;
    judged->copy = judged->passage = true;
    judged->kind = CD_COPY_CONTAINS;
    judged->score = cd_passage_score(proof);
}

/* Two texts, whole and what was judged of them. */
struct compared {
    const struct cd_words *all_a, *all_b, *a, *b;
    struct cd_alignment whole, found;
    struct cd_window window;
    bool cut;
};

static void
find_spans(struct cd_judgement *judged, struct cd_arena *arena,
           const struct compared *texts, const bool *credits)
{
    size_t *count = &judged->span_count;

    if (judged->passage)
        judged->spans = cd_spans_rows(count, arena, &texts->whole, texts->all_a,
                                      texts->all_b, CD_PASSAGE_SPAN, credits);
    else if (texts->cut)
        judged->spans = cd_spans_window(
            count, arena, &texts->whole, texts->all_a, texts->all_b,
            &texts->found, &texts->window, CD_PASSAGE_SPAN, credits);
    else
        judged->spans = cd_spans_all(count, arena, &texts->found, texts->a,
                                     texts->b, true, credits);
}

/* Who made both stories is no part of a passage that they share, unless they
 * share nothing else. */
static void
set_spans(struct cd_judgement *judged, struct cd_arena *arena,
          const struct compared *texts)
{
    const bool *credits = judged->kind == CD_COPY_CONTAINS
                              ? cd_credits_find(arena, texts->all_a)
                              : NULL;

    find_spans(judged, arena, texts, credits);
    if (credits != NULL && judged->span_count == 0)
        find_spans(judged, arena, texts, NULL);
}

static void
set_facts(struct cd_judgement *judged, struct cd_arena *arena,
          const struct compared *texts)
{
    const struct cd_chain *chain = judged->kind == CD_COPY_CONTAINS
                                       ? &texts->found.region
                                       : &texts->found.chain;

    if (!judged->passage && (judged->copy || judged->kind == CD_COPY_TEMPLATE))
        judged->facts = cd_facts_find(arena, judged->kind, chain, texts->a,
                                      texts->b, &judged->fact_count);
}

void
cd_compare(struct cd_judgement *judged, struct cd_arena *arena,
           const struct cd_words *a, const struct cd_words *b,
           enum cd_compare_depth depth)
{
    struct compared texts = { a, b, a, b, .cut = false };

    *judged = (struct cd_judgement){ .kind = CD_COPY_UNRELATED };
    if (a->count == 0 || b->count == 0)
        return;
    if (comes_first(b, a)) {
        cd_compare(judged, arena, b, a, depth);
        swap_sides(judged);
        return;
    }
    cd_align(&texts.whole, arena, a, b);
    texts.found = texts.whole;
    texts.cut = cd_window_cut(&texts.window, arena, &texts.whole, a, b);
    if (texts.cut) {
        texts.a = &texts.window.a;
        texts.b = &texts.window.b;
        cd_align(&texts.found, arena, texts.a, texts.b);
        judge_words(judged, arena, &texts.found, texts.a, texts.b);
        judge_window(judged, &texts.window);
    } else {
        judge_words(judged, arena, &texts.found, a, b);
        set_same(judged, a, b);
    }
    if (judged->kind != CD_COPY_SAME)
        judge_substance(judged, &texts.whole, a, b);
    judge_passage(judged, &texts.whole, a, b);
    if (depth != CD_COMPARE_ALL)
        return;
    set_spans(judged, arena, &texts);
    set_facts(judged, arena, &texts);
}

void
cd_compare_features(double *features, struct cd_arena *arena,
                    const struct cd_words *a, const struct cd_words *b)
{
    struct cd_alignment found;
    bool swapped = comes_first(b, a);

    cd_align(&found, arena, swapped ? b : a, swapped ? a : b);
    cd_features(features, arena, &found, swapped ? b : a, swapped ? a : b);
}

void
cd_measures_json(struct cd_buf *out, const struct cd_measures *measures)
{
    cd_buf_putc(out, '{');
#define X(name)                                                                \
    cd_json_key(out, #name);                                                   \
    cd_json_score(out, measures->name);
    CD_MEASURES(X)
#undef X
    cd_buf_putc(out, '}');
}

void
cd_spans_json(struct cd_buf *out, const struct cd_judgement *judged)
{
    cd_buf_putc(out, '[');
    for (size_t i = 0; i < judged->span_count; i++) {
        const struct cd_aligned *at = &judged->spans[i];

        cd_json_next(out);
        cd_buf_printf(out, "[%zu,%zu,%zu,%zu]", at->a.start, at->a.end,
                      at->b.start, at->b.end);
    }
    cd_buf_putc(out, ']');
}

void
cd_facts_json(struct cd_buf *out, const struct cd_judgement *judged,
              struct cd_str a, struct cd_str b)
{
    cd_buf_putc(out, '[');
    for (size_t i = 0; i < judged->fact_count; i++) {
        const struct cd_difference *fact = &judged->facts[i];

        cd_json_next(out);
        cd_buf_putc(out, '[');
        cd_json_str(out, cd_str_sub(a, fact->a.start, fact->a.end));
        cd_buf_putc(out, ',');
        cd_json_str(out, cd_str_sub(b, fact->b.start, fact->b.end));
        cd_buf_printf(out, ",\"%s\"]", fact->what);
    }
    cd_buf_putc(out, ']');
}
