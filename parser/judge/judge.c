/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/judge.h"

#include "parser/judge/address.h"
#include "parser/judge/features.h"
#include "parser/judge/model.h"
#include "parser/judge/pushes.h"
#include "parser/judge/verdict.h"
#include "parser/page/note.h"

enum {
    BUCKETS = 64,            /* of probability, to choose the threshold */
    LEAST_THRESHOLD = 150,   /* thousandths */
    PROSE_THRESHOLD = 450,   /* on a page that the model is sure of */
    ALIKE_THRESHOLD = 300,   /* and there for prose beside most of its prose */
    SHORT_THRESHOLD = 600,   /* and there for what is no sentence */
    CAPTION_THRESHOLD = 700, /* there too: news keeps its captions apart */
    OUTSIDE_THRESHOLD = 700, /* outside the area of the article */
    CORE_WORDS = 50,         /* that a page must have to be sure of */
    CERTAIN = 880,           /* expected F1 of a page that needs no date */
    PROSE_SHARE = 40,        /* hundredths of its words that are prose */
    TALK_SHARE = 50,         /* and that are a forum's */
    HOPE_WORDS = 30,         /* a page that promises fewer words */
    HOPE = 350,              /* and no higher F1 has no text */
    CORE_SHARE = 90,         /* hundredths of them in the article's area */
    CAPTION_WORDS = 25,      /* a longer one outside a figure is a paragraph */
};

#define CORE_SCORE .6

/* A class "caption" on a box around the article makes no captions of it. */
static void
mend_captions(struct cd_doc *doc, const struct cd_page *page)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_block *block = &doc->blocks[i];
        struct cd_measure m;

        if (block->kind != CD_BLOCK_CAPTION ||
            (page->blocks[i].flags & CD_IN_FIGURE) != 0)
            continue;
        m = cd_measure(block->text);
        if (m.words >= CAPTION_WORDS && m.stops > 0)
            block->kind = CD_BLOCK_PARAGRAPH;
    }
}

static void
ask_model(struct cd_trial *trial, const struct cd_model *model)
{
    int32_t *odds =
        cd_arena_new_array(&trial->doc->arena, int32_t, trial->n + 1);

    cd_model_odds(model, trial->rows, trial->n, odds);
    for (size_t i = 0; i < trial->n; i++)
        trial->doc->blocks[i].score = cd_model_probability(odds[i]);
}

/* How many of block i's words are likely to be wanted. */
static double
expected_words(const struct cd_trial *trial, size_t i)
{
    return trial->copy[i] ? 0
                          : trial->outline.pieces[i].measure.words *
                                trial->doc->blocks[i].score;
}

/*
 * The highest F1 that a threshold can be expected to reach on this page; that
 * threshold is half of it (Lipton, Elkan and Naryanaswamy, Optimal thresholding
 * of classifiers to maximize F1 measure, 2014).  Words count in buckets of
 * probability, so no sorting is needed.
 */
static double
expected_f1(struct cd_trial *trial)
{
    double words[BUCKETS + 1] = { 0 }, right[BUCKETS + 1] = { 0 };
    double expected = 0, chosen = 0, hit = 0, best = 0;

    for (size_t i = 0; i < trial->n; i++) {
        double n = trial->outline.pieces[i].measure.words;
        int bucket = (int)(trial->doc->blocks[i].score * BUCKETS);

        words[bucket] += trial->copy[i] ? 0 : n;
        right[bucket] += expected_words(trial, i);
        expected += expected_words(trial, i);
    }
    for (int bucket = BUCKETS; bucket >= 0; bucket--) {
        double f1;

        chosen += words[bucket];
        hit += right[bucket];
        f1 = chosen > 0 ? 2 * hit / (chosen + expected) : 0;
        best = f1 > best ? f1 : best;
    }
    trial->expected_words = expected;
    return best;
}

/* A line that is no sentence: on a page of prose it needs a better reason to
 * stay, for there it is a heading, a name or a link among sentences. */
static bool
is_short(const struct cd_trial *trial, size_t i)
{
    enum cd_block_kind kind = trial->doc->blocks[i].kind;

    return trial->outline.pieces[i].measure.stops == 0 &&
           (kind == CD_BLOCK_PARAGRAPH || kind == CD_BLOCK_HEADING ||
            kind == CD_BLOCK_CAPTION || kind == CD_BLOCK_LIST_ITEM);
}

/* Words of the sentences that the model is sure of, in each area. */
static unsigned *
sure_words(const struct cd_trial *trial)
{
    const struct cd_outline *outline = &trial->outline;
    unsigned *words = cd_arena_new_array(&trial->doc->arena, unsigned,
                                         outline->area_count + 1);

    for (size_t i = 0; i < trial->n; i++) {
        const struct cd_piece *piece = &outline->pieces[i];

        if (trial->doc->blocks[i].score >= CORE_SCORE &&
            piece->measure.stops > 0)
            words[piece->area] += piece->measure.words;
    }
    for (size_t a = outline->area_count; a-- > 1;)
        words[outline->areas[a].parent] += words[a];
    return words;
}

/* Does what the model would keep read like an article?  Some of it is prose,
 * and next to none of it is what people say on a forum or below an article. */
static bool
is_article(const struct cd_trial *trial)
{
    const struct cd_outline *outline = &trial->outline;
    double words = 0, prose = 0, talk = 0;

    for (size_t i = 0; i < trial->n; i++) {
        const struct cd_piece *piece = &outline->pieces[i];
        const unsigned char *near = outline->areas[piece->area].near;
        double n = expected_words(trial, i);

        words += n;
        prose += piece->measure.stops > 0 &&
                         piece->link_words * 2 < piece->measure.words
                     ? n
                     : 0;
        talk += near[CD_FAMILY_FORUM] < CD_FAR ? n : 0;
    }
    return prose * 100 >= words * PROSE_SHARE &&
           talk * 100 <= words * TALK_SHARE;
}

/*
 * The path of most of the sentences that the model is sure of, or 0 if none has
 * half of their words (Boyer and Moore, MJRTY, 1981).
 */
static uint32_t
main_path(const struct cd_trial *trial)
{
    const struct cd_piece *pieces = trial->outline.pieces;
    uint32_t path = 0;
    uint64_t lead = 0, all = 0, of_path = 0;

    for (size_t i = 0; i < trial->n; i++) {
        uint64_t words = pieces[i].measure.words;

        if (trial->doc->blocks[i].score < CORE_SCORE || !pieces[i].prose)
            continue;
        all += words;
        if (pieces[i].path == path)
            lead += words;
        else if (lead >= words)
            lead -= words;
        else {
            lead = words - lead;
            path = pieces[i].path;
        }
    }
    for (size_t i = 0; i < trial->n; i++) {
        if (trial->doc->blocks[i].score >= CORE_SCORE && pieces[i].prose &&
            pieces[i].path == path)
            of_path += pieces[i].measure.words;
    }
    return of_path * 2 > all ? path : 0;
}

/* The smallest area that holds nearly all of those words, if they are enough
 * to be an article; then the page is one that the model is sure of. */
static void
find_core(struct cd_trial *trial)
{
    const struct cd_outline *outline = &trial->outline;
    const unsigned *words = sure_words(trial);

    trial->sure = outline->area_count > 0 && words[0] >= CORE_WORDS &&
                  (trial->expected_f1 * 1000 >= CERTAIN ||
                   trial->doc->meta.published.value.p != NULL) &&
                  !cd_address_is_front(cd_address_of(trial->doc)) &&
                  is_article(trial);
    trial->core = 0;
    trial->path = trial->sure ? main_path(trial) : 0;
    for (unsigned a = 1; trial->sure && a < outline->area_count; a++) {
        if ((uint64_t)words[a] * 100 >= (uint64_t)words[0] * CORE_SHARE &&
            outline->areas[a].depth > outline->areas[trial->core].depth)
            trial->core = a;
    }
}

/* Thousandths that block i must reach on a page with a core. */
static double
limit_of(const struct cd_trial *trial, size_t i)
{
    if (!cd_outline_within(&trial->outline, trial->outline.pieces[i].area,
                           trial->core))
        return OUTSIDE_THRESHOLD;
    if (trial->path != 0 && trial->outline.pieces[i].prose &&
        trial->outline.pieces[i].phrase == NULL &&
        trial->outline.pieces[i].path == trial->path)
        return ALIKE_THRESHOLD;
    if (trial->doc->blocks[i].kind == CD_BLOCK_CAPTION)
        return CAPTION_THRESHOLD;
    return is_short(trial, i) ? SHORT_THRESHOLD : PROSE_THRESHOLD;
}

/* A page without text, such as a menu or "Please enable JavaScript": whatever
 * would be kept is more likely wrong than right. */
static bool
is_hopeless(const struct cd_trial *trial)
{
    return trial->expected_f1 * 1000 < HOPE &&
           trial->expected_words < HOPE_WORDS;
}

static void
judge_by_model(struct cd_trial *trial)
{
    double best;
    bool hopeless;

    trial->expected_f1 = expected_f1(trial);
    hopeless = is_hopeless(trial);
    find_core(trial);
    best = trial->expected_f1 * 1000 / 2;
    best = best < LEAST_THRESHOLD   ? LEAST_THRESHOLD
           : best > PROSE_THRESHOLD ? PROSE_THRESHOLD
                                    : best;
    if (hopeless && trial->n > 0)
        cd_note(trial->doc, "no-text", SIZE_MAX);
    for (size_t i = 0; i < trial->n; i++) {
        double limit = trial->sure ? limit_of(trial, i) : best;

        if (trial->copy[i])
            cd_drop(trial, i, CD_STR("copy"));
        else if (!hopeless && trial->doc->blocks[i].score * 1000 >= limit)
            cd_keep(trial, i, CD_STR("model"));
        else
            cd_drop(trial, i, cd_model_reason(trial, i));
    }
}

static size_t
kept_words(const struct cd_trial *trial)
{
    size_t words = 0;

    for (size_t i = 0; i < trial->n; i++) {
        if (trial->doc->blocks[i].keep)
            words += trial->outline.pieces[i].measure.words;
    }
    return words;
}

/* All prose inside the area that holds most of it. */
static void
keep_prose(struct cd_trial *trial)
{
    const struct cd_outline *outline = &trial->outline;

    for (size_t i = 0; i < trial->n; i++) {
        const struct cd_piece *piece = &outline->pieces[i];

        if (piece->prose &&
            cd_outline_within(outline, piece->area, outline->most))
            cd_keep(trial, i, CD_STR("fallback:prose"));
    }
}

/* A result that has lost the article: next to nothing of the prose is kept. */
static void
guard(struct cd_trial *trial)
{
    const struct cd_outline *outline = &trial->outline;
    const struct cd_area *most;

    if (trial->n == 0 || outline->sums.prose_words < CD_GUARD_WORDS)
        return;
    most = &outline->areas[outline->most];
    if (kept_words(trial) * 5 >= most->sums.prose_words)
        return;
    keep_prose(trial);
    cd_note(trial->doc, "fallback-prose", SIZE_MAX);
}

void
cd_judge(struct cd_doc *doc, const struct cd_page *page,
         const struct cd_parse_options *options)
{
    const struct cd_model *model =
        options->model != NULL ? options->model : cd_model_default();
    struct cd_trial trial = { .doc = doc, .page = page, .n = doc->block_count };

    mend_captions(doc, page);
    trial.outline = cd_outline_make(doc, page);
    trial.rows = cd_features_make(doc, page, &trial.outline);
    ask_model(&trial, model);
    if (options->explain)
        cd_pushes_note(doc, model, trial.rows);
    cd_mark_copies(&trial);
    judge_by_model(&trial);
    guard(&trial);
    cd_apply_rules(&trial, options);
    cd_doc_account(doc);
}
