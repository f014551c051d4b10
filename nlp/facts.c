/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/facts.h"

#include "nlp/slots.h"

enum {
    GAP_WORDS = 10, /* a longer gap is another sentence, not another fact */
    EDGE_WORDS = 3, /* before and behind the chain */
};

struct finder {
    struct cd_arena *arena;
    const struct cd_words *a, *b;
    bool names;
    struct cd_difference *facts;
    size_t count, room;
};

/* Words [first, end) of a text. */
struct part {
    uint32_t first, end;
};

static struct cd_span
bytes_of(const struct cd_words *words, uint32_t first, uint32_t last)
{
    return (struct cd_span){ words->words[first].start,
                             words->words[last].end };
}

static void
add(struct finder *finder, struct cd_span a, struct cd_span b, const char *what)
{
    if (finder->count == finder->room) {
        size_t room = finder->room > 0 ? 2 * finder->room : 8;
        struct cd_difference *facts =
            cd_arena_new_array(finder->arena, struct cd_difference, room);

        if (finder->count > 0)
            memcpy(facts, finder->facts, finder->count * sizeof(*facts));
        finder->facts = facts;
        finder->room = room;
    }
    finder->facts[finder->count++] = (struct cd_difference){ a, b, what };
}

static bool
is_dated(const struct cd_figure *figure)
{
    return figure->kind == CD_FIGURE_DATE || figure->kind == CD_FIGURE_MONTH;
}

static bool
is_told(const struct cd_figure *figure) /* ordinals and days are turns */
{
    return figure->kind == CD_FIGURE_NUMBER ||
           figure->kind == CD_FIGURE_CARDINAL || is_dated(figure);
}

static const struct cd_figure *
figure_at(const struct cd_words *words, uint32_t i)
{
    uint32_t index = words->words[i].figure;

    if (index == CD_WORD_NO_FIGURE || words->figures[index].first != i)
        return NULL;
    return is_told(&words->figures[index]) ? &words->figures[index] : NULL;
}

static bool
has_equal(const struct cd_words *words, struct part part,
          const struct cd_figure *wanted)
{
    for (uint32_t i = part.first; i < part.end; i++) {
        const struct cd_figure *figure = figure_at(words, i);

        if (figure != NULL && cd_figure_equal(figure, wanted))
            return true;
    }
    return false;
}

/* The next figure of part from *at that the other side does not have. */
static const struct cd_figure *
next_lone(const struct cd_words *words, struct part part, uint32_t *at,
          const struct cd_words *others, struct part other)
{
    for (; *at < part.end; ++*at) {
        const struct cd_figure *figure = figure_at(words, *at);

        if (figure != NULL && !has_equal(others, other, figure)) {
            ++*at;
            return figure;
        }
    }
    return NULL;
}

static void
find_figures(struct finder *finder, struct part a, struct part b)
{
    uint32_t i = a.first, j = b.first;

    for (;;) {
        const struct cd_figure *x = next_lone(finder->a, a, &i, finder->b, b);
        const struct cd_figure *y = next_lone(finder->b, b, &j, finder->a, a);

        if (x == NULL || y == NULL)
            return;
        if (is_dated(x) == is_dated(y))
            add(finder, bytes_of(finder->a, x->first, x->last),
                bytes_of(finder->b, y->first, y->last),
                is_dated(x) ? "date" : "number");
    }
}

/* The first run of names in part; first == end if there is none. */
static struct part
first_name(const struct cd_words *words, struct part part)
{
    struct part name = { part.first, part.first };

    while (name.first < part.end &&
           (words->words[name.first].flags & CD_WORD_NAME) == 0)
        name.first++;
    name.end = name.first;
    while (name.end < part.end &&
           (words->words[name.end].flags & CD_WORD_NAME) != 0)
        name.end++;
    return name;
}

/* Is a word of the name nowhere in the other text? */
static bool
is_new(const struct cd_words *words, struct part name,
       const struct cd_words *others)
{
    for (uint32_t i = name.first; i < name.end; i++) {
        if (!cd_slots_has_stem(others, words->words[i].stem))
            return true;
    }
    return false;
}

/* "Korea", "Korean"; "U.S.", "US" */
static bool
is_form_of(struct cd_str a, struct cd_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;

    return cd_str_eq_nocase(cd_str_sub(a, 0, n), cd_str_sub(b, 0, n));
}

static void
find_name(struct finder *finder, struct part a, struct part b)
{
    struct part x = first_name(finder->a, a);
    struct part y = first_name(finder->b, b);

    if (x.first == x.end || y.first == y.end ||
        is_form_of(cd_words_text(finder->a, x.first),
                   cd_words_text(finder->b, y.first)))
        return;
    if (is_new(finder->a, x, finder->b) || is_new(finder->b, y, finder->a))
        add(finder, bytes_of(finder->a, x.first, x.end - 1),
            bytes_of(finder->b, y.first, y.end - 1), "name");
}

static void
find_gap(struct finder *finder, struct part a, struct part b)
{
    if (a.end - a.first > GAP_WORDS || b.end - b.first > GAP_WORDS)
        return;
    find_figures(finder, a, b);
    if (finder->names)
        find_name(finder, a, b);
}

static struct part
before(uint32_t at)
{
    return (struct part){ at > EDGE_WORDS ? at - EDGE_WORDS : 0, at };
}

static struct part
behind(const struct cd_words *words, uint32_t at)
{
    uint32_t end = at + EDGE_WORDS;

    return (struct part){ at, end < words->count ? end : words->count };
}

struct cd_difference *
cd_facts_find(struct cd_arena *arena, enum cd_copy_kind kind,
              const struct cd_chain *chain, const struct cd_words *a,
              const struct cd_words *b, size_t *count)
{
    struct finder finder = { .arena = arena, .a = a, .b = b };
    const struct cd_run *last = NULL;
    bool edges = kind == CD_COPY_EDITED;

    finder.names = kind != CD_COPY_REWORDED;
    for (uint32_t i = 0; i < chain->count; i++) {
        const struct cd_run *run = &chain->runs[i];

        if (last != NULL)
            find_gap(&finder, (struct part){ last->a + last->n, run->a },
                     (struct part){ last->b + last->n, run->b });
        else if (edges)
            find_gap(&finder, before(run->a), before(run->b));
        last = run;
    }
    if (last != NULL && edges)
        find_gap(&finder, behind(a, last->a + last->n),
                 behind(b, last->b + last->n));
    *count = finder.count;
    return finder.facts;
}
