/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/slots.h"

#include <stdlib.h>

#include "nlp/copy/idf.h"
#include "nlp/copy/synonyms.h"

/* Words [a, a_end) of the one text face [b, b_end) of the other. */
struct gap {
    uint32_t a, a_end, b, b_end;
};

/* What a side of a gap holds. */
struct side {
    bool figure, date, name, content;
    unsigned weight;
    unsigned rarest; /* weight of its rarest word that is no figure */
};

enum {
    SLOT_WORDS = 4, /* a longer gap is no slot of a frame */
    EDGE = 2,       /* words before and behind the chain that may be one */
};

static bool
is_date(const struct cd_figure *figure)
{
    return figure->kind == CD_FIGURE_DATE || figure->kind == CD_FIGURE_DAY ||
           figure->kind == CD_FIGURE_MONTH;
}

/* The model was learnt while "half" was a word as others. */
static bool
is_fraction(const struct cd_figure *figure)
{
    return figure->kind == CD_FIGURE_FRACTION;
}

static void
look_at(struct side *side, const struct cd_words *words, uint32_t i)
{
    const struct cd_word *word = &words->words[i];

    side->weight += word->weight;
    if (word->figure != CD_WORD_NO_FIGURE &&
        !is_fraction(&words->figures[word->figure])) {
        if (is_date(&words->figures[word->figure]))
            side->date = true;
        else
            side->figure = true;
        return;
    }
    if (word->weight > side->rarest)
        side->rarest = word->weight;
    if ((word->flags & CD_WORD_NAME) != 0)
        side->name = true;
    else if (word->weight >= CD_IDF_COMMON)
        side->content = true;
}

static struct side
look(const struct cd_words *words, uint32_t first, uint32_t end)
{
    struct side side = { 0 };

    for (uint32_t i = first; i < end; i++)
        look_at(&side, words, i);
    return side;
}

/* Digits that changed places are a slip, not another fact. */
static bool
is_as_good(const struct cd_figure *a, const struct cd_figure *b)
{
    return cd_figure_equal(a, b) || cd_figure_transposed(a, b);
}

/* Is a figure of the gap's one side equal to one of the other?  Sides with many
 * figures are compared in order, so that the work stays linear. */
static bool
figures_agree(const struct gap *gap, const struct cd_words *a,
              const struct cd_words *b)
{
    enum { NEAR = 16 };

    for (uint32_t i = gap->a; i < gap->a_end && i < gap->a + NEAR; i++) {
        uint32_t x = a->words[i].figure;

        for (uint32_t j = gap->b; j < gap->b_end && j < gap->b + NEAR; j++) {
            uint32_t y = b->words[j].figure;

            if (x != CD_WORD_NO_FIGURE && y != CD_WORD_NO_FIGURE &&
                is_as_good(&a->figures[x], &b->figures[y]))
                return true;
        }
    }
    return false;
}

static bool
has_synonyms(const struct gap *gap, const struct cd_words *a,
             const struct cd_words *b)
{
    for (uint32_t i = gap->a; i < gap->a_end; i++) {
        for (uint32_t j = gap->b; j < gap->b_end; j++) {
            if (cd_synonyms(a->words[i].stem, b->words[j].stem))
                return true;
        }
    }
    return false;
}

static void
count_slot(struct cd_slots *slots, const struct gap *gap, unsigned rarest,
           const struct cd_words *a, const struct cd_words *b)
{
    double weight = (double)rarest / CD_IDF_ONE;

    if (rarest < CD_IDF_COMMON || gap->a_end - gap->a > SLOT_WORDS ||
        gap->b_end - gap->b > SLOT_WORDS || has_synonyms(gap, a, b))
        return;
    slots->slots += weight;
    if (weight > slots->slot)
        slots->slot = weight;
}

static void
count_gap(struct cd_slots *slots, const struct gap *gap,
          const struct cd_words *a, const struct cd_words *b)
{
    struct side x = look(a, gap->a, gap->a_end);
    struct side y = look(b, gap->b, gap->b_end);
    double weight = (double)(x.weight + y.weight) / CD_IDF_ONE;

    slots->weight += weight;
    if (gap->a == gap->a_end || gap->b == gap->b_end) {
        slots->added += weight;
        return;
    }
    slots->swapped += weight;
    if ((x.figure && y.figure) || (x.date && y.date)) {
        bool differ = !figures_agree(gap, a, b);

        slots->figures += x.figure && y.figure && differ;
        slots->dates += x.date && y.date && differ;
    }
    count_slot(slots, gap, x.rarest < y.rarest ? x.rarest : y.rarest, a, b);
    slots->names += x.name && y.name;
    slots->words += x.content && y.content;
}

/* The slot at an end of the frame: figures, dates or names on both sides of
 * which the words next to the chain differ. */
static void
count_edge(struct cd_slots *slots, const struct gap *gap,
           const struct cd_words *a, const struct cd_words *b)
{
    struct side x = look(a, gap->a, gap->a_end);
    struct side y = look(b, gap->b, gap->b_end);
    bool differ = ((x.figure && y.figure) || (x.date && y.date)) &&
                  !figures_agree(gap, a, b);

    slots->figures += x.figure && y.figure && differ;
    slots->dates += x.date && y.date && differ;
    slots->names += x.name && y.name;
}

static void
count_edges(struct cd_slots *slots, const struct cd_chain *chain,
            const struct cd_words *a, const struct cd_words *b)
{
    const struct cd_run *first, *last;
    struct gap gap;

    if (chain->count == 0)
        return;
    first = chain->runs;
    last = chain->runs + chain->count - 1;
    gap = (struct gap){ first->a > EDGE ? first->a - EDGE : 0, first->a,
                        first->b > EDGE ? first->b - EDGE : 0, first->b };
    count_edge(slots, &gap, a, b);
    gap = (struct gap){ last->a + last->n, last->a + last->n + EDGE,
                        last->b + last->n, last->b + last->n + EDGE };
    gap.a_end = gap.a_end < a->count ? gap.a_end : a->count;
    gap.b_end = gap.b_end < b->count ? gap.b_end : b->count;
    count_edge(slots, &gap, a, b);
}

static void
count_gaps(struct cd_slots *slots, const struct cd_chain *chain,
           const struct cd_words *a, const struct cd_words *b)
{
    slots->weight = 2 * chain->weight;
    for (uint32_t i = 1; i < chain->count; i++) {
        const struct cd_run *before = &chain->runs[i - 1];
        const struct cd_run *run = &chain->runs[i];
        struct gap gap = { before->a + before->n, run->a, before->b + before->n,
                           run->b };

        count_gap(slots, &gap, a, b);
    }
}

bool
cd_slots_has_stem(const struct cd_words *b, uint32_t stem)
{
    uint32_t low = 0, high = b->count;

    while (low < high) {
        uint32_t at = low + (high - low) / 2;
        uint32_t have = b->words[b->order[at]].stem;

        if (have == stem)
            return true;
        if (have < stem)
            low = at + 1;
        else
            high = at;
    }
    return false;
}

static int
by_value(const void *x, const void *y)
{
    const struct cd_figure *a = x, *b = y;

    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return (a->slack > b->slack) - (a->slack < b->slack);
}

static struct cd_figure *
sort_figures(struct cd_arena *arena, const struct cd_words *words)
{
    uint32_t n = words->figure_count;
    struct cd_figure *sorted = cd_arena_new_array(arena, struct cd_figure, n);

    if (n == 0)
        return sorted;
    memcpy(sorted, words->figures, n * sizeof(*sorted));
    qsort(sorted, n, sizeof(*sorted), by_value);
    return sorted;
}

static bool
has_figure(const struct cd_figure *sorted, uint32_t n,
           const struct cd_figure *wanted)
{
    enum {
        NEAR = 8, /* neighbours by value that are tried */
        FEW = 32, /* figures that are tried for transposed digits */
    };
    uint32_t low = 0, high = n;

    while (low < high) {
        uint32_t at = low + (high - low) / 2;

        if (sorted[at].value < wanted->value)
            low = at + 1;
        else
            high = at;
    }
    low = low > NEAR ? low - NEAR : 0;
    for (uint32_t i = low; i < n && i < low + 2 * NEAR; i++) {
        if (cd_figure_equal(&sorted[i], wanted))
            return true;
    }
    for (uint32_t i = 0; i < n && i < FEW; i++) {
        if (cd_figure_transposed(&sorted[i], wanted))
            return true;
    }
    return false;
}

static void
count_figures(struct cd_slots *slots, struct cd_arena *arena,
              const struct cd_words *a, const struct cd_words *b)
{
    struct cd_figure *sorted = sort_figures(arena, b);

    for (uint32_t i = 0; i < a->figure_count; i++) {
        const struct cd_figure *figure = &a->figures[i];
        bool shared = has_figure(sorted, b->figure_count, figure);

        if (is_fraction(figure))
            continue;
        if (is_date(figure)) {
            slots->dates_lacked += !shared;
        } else {
            slots->figures_shared += shared;
            slots->figures_lacked += !shared;
        }
    }
}

static void
count_words(struct cd_slots *slots, const struct cd_chain *chain,
            const struct cd_words *a, const struct cd_words *b)
{
    const struct cd_run *runs = chain->runs;
    size_t n = chain->count;
    uint32_t first = n > 0 ? runs[0].a : 0;
    uint32_t end = n > 0 ? runs[n - 1].a + runs[n - 1].n : 0;
    unsigned rest = 0;

    for (uint32_t i = 0; i < a->count; i++) {
        const struct cd_word *word = &a->words[i];
        bool name = (word->flags & CD_WORD_NAME) != 0;
        bool outside = i < first || i >= end;
        bool shared;

        if (!name && !outside)
            continue;
        shared = cd_slots_has_stem(b, word->stem);
        slots->names_shared += name && shared;
        slots->names_lacked += name && !shared;
        rest += outside && !shared ? word->weight : 0;
    }
    slots->rest = (double)rest / CD_IDF_ONE;
}

/* What b has and a has nowhere, and how much of it in the chain's reach. */
static void
count_added(struct cd_slots *slots, struct cd_arena *arena,
            const struct cd_chain *chain, const struct cd_words *a,
            const struct cd_words *b)
{
    struct cd_figure *sorted = sort_figures(arena, a);
    const struct cd_run *runs = chain->runs;
    size_t n = chain->count;
    uint32_t first = n > 0 ? runs[0].b : 0;
    uint32_t end = n > 0 ? runs[n - 1].b + runs[n - 1].n : 0;

    for (uint32_t i = 0; i < b->count; i++) {
        if ((b->words[i].flags & CD_WORD_NAME) == 0 ||
            cd_slots_has_stem(a, b->words[i].stem))
            continue;
        slots->long_names_lacked++;
        slots->names_added += i >= first && i < end;
    }
    for (uint32_t i = 0; i < b->figure_count; i++) {
        const struct cd_figure *figure = &b->figures[i];

        if (is_date(figure) || is_fraction(figure) ||
            has_figure(sorted, a->figure_count, figure))
            continue;
        slots->long_figures_lacked++;
        slots->figures_added += figure->first >= first && figure->first < end;
    }
}

void
cd_slots_count(struct cd_slots *slots, struct cd_arena *arena,
               const struct cd_chain *chain, const struct cd_words *a,
               const struct cd_words *b)
{
    *slots = (struct cd_slots){ 0 };
    count_gaps(slots, chain, a, b);
    count_edges(slots, chain, a, b);
    count_figures(slots, arena, a, b);
    count_words(slots, chain, a, b);
    count_added(slots, arena, chain, a, b);
}
