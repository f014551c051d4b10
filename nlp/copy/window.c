/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/window.h"

enum {
    LEAST_WORDS = 60, /* of a window, where the text has them */
    TILE_WORDS = 6,   /* equal words in a row that are no chance */
};

/* Of both texts, from where on they are judged whole. */
static const double WHOLE = 0.5;

/* Words of the other's window, for each of one's own. */
static const double AROUND = 1.5;

struct range {
    uint32_t from, to;
};

static struct range
passage_of(const struct cd_chain *region, bool b)
{
    const struct cd_run *first = &region->runs[0];
    const struct cd_run *last = &region->runs[region->count - 1];

    return b ? (struct range){ first->b, last->b + last->n }
             : (struct range){ first->a, last->a + last->n };
}

/* Words in long tiles, which may be scattered over both texts. */
static uint32_t
tiled_words(const struct cd_alignment *found)
{
    uint32_t words = 0;

    for (uint32_t i = 0; i < found->tile_count; i++)
        if (found->tiles[i].n >= TILE_WORDS)
            words += found->tiles[i].n;
    return words;
}

/* What the passage or the tiles reach over, whichever is more. */
static double
share_of(struct range range, uint32_t tiled, const struct cd_words *words)
{
    uint32_t length = range.to - range.from;

    return (double)(length > tiled ? length : tiled) / words->count;
}

/* A range of so many words, if there are so many, around the passage. */
static struct range
around(struct range passage, uint32_t want, uint32_t count)
{
    uint32_t length = passage.to - passage.from, before;

    if (want > count)
        want = count;
    if (want <= length)
        return passage;
    before = (want - length) / 2;
    if (before > passage.from)
        before = passage.from;
    passage.from -= before;
    passage.to = passage.from + want;
    if (passage.to > count)
        passage = (struct range){ count - want, count };
    return passage;
}

static void
slice_figures(struct cd_words *out, struct cd_arena *arena,
              const struct cd_words *words, struct range range)
{
    uint32_t first = 0, count = 0;

    while (first < words->figure_count &&
           words->figures[first].first < range.from)
        first++;
    while (first + count < words->figure_count &&
           words->figures[first + count].last < range.to)
        count++;
    out->figures = cd_arena_new_array(arena, struct cd_figure, count);
    out->figure_count = count;
    for (uint32_t i = 0; i < count; i++) {
        out->figures[i] = words->figures[first + i];
        out->figures[i].first -= range.from;
        out->figures[i].last -= range.from;
    }
    for (uint32_t i = 0; i < out->count; i++) {
        uint32_t figure = out->words[i].figure;

        out->words[i].figure = figure != CD_WORD_NO_FIGURE && figure >= first &&
                                       figure - first < count
                                   ? figure - first
                                   : CD_WORD_NO_FIGURE;
    }
}

/* Some words of a text as a text of their own. */
static void
slice(struct cd_words *out, struct cd_arena *arena,
      const struct cd_words *words, struct range range)
{
    uint32_t n = range.to - range.from, k = 0;

    *out = *words;
    if (n == words->count)
        return;
    out->count = n;
    out->words = cd_arena_new_array(arena, struct cd_word, n);
    memcpy(out->words, words->words + range.from, n * sizeof(*out->words));
    out->order = cd_arena_new_array(arena, uint32_t, n);
    for (uint32_t i = 0; i < words->count; i++)
        if (words->order[i] >= range.from && words->order[i] < range.to)
            out->order[k++] = words->order[i] - range.from;
    slice_figures(out, arena, words, range);
}

bool
cd_window_cut(struct cd_window *window, struct cd_arena *arena,
              const struct cd_alignment *found, const struct cd_words *a,
              const struct cd_words *b)
{
    struct range in_a, in_b;
    uint32_t tiled = tiled_words(found);

    if (b->count <= CD_WINDOW_WORDS || found->region.count == 0)
        return false;
    in_a = passage_of(&found->region, false);
    in_b = passage_of(&found->region, true);
    window->share = share_of(in_a, tiled, a);
    if (window->share >= WHOLE && share_of(in_b, tiled, b) >= WHOLE)
        return false;
    window->a_cut = a->count > CD_WINDOW_WORDS;
    in_a = window->a_cut ? around(in_a, LEAST_WORDS, a->count)
                         : (struct range){ 0, a->count };
    slice(&window->a, arena, a, in_a);
    in_b = around(in_b,
                  (uint32_t)(AROUND * window->a.count) > LEAST_WORDS
                      ? (uint32_t)(AROUND * window->a.count)
                      : LEAST_WORDS,
                  b->count);
    slice(&window->b, arena, b, in_b);
    window->a_from = in_a.from;
    window->b_from = in_b.from;
    return true;
}
