/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/plain/wrap.h"

enum {
    WIDTH_MIN = 40,  /* lines are not broken to a smaller width, */
    WIDTH_SURE = 50, /* and a single break proves nothing below this */
    OVER = 4,        /* columns by which a line may pass the width */
    FEW = 4,         /* breaks that prove something without letter case */
    SLACK_FEW = 6,   /* breaks that prove an uneven width */
    SLACK = 8,       /* an eighth of the width */
    LEAD_MIN = 20,   /* columns of a first line that lost its dateline */
    BROKEN_FEW = 5,  /* hyphens at ends of lines */
    LONG_WORD = 30,  /* columns: a longer word fits nowhere anyway */
};

/*
 * Of the breaks and lines of a text.  All but the numbers are sums of the
 * columns of lines, so that a song or a list of short lines weighs little
 * beside the prose that it stands in.
 */
struct counts {
    /* Breaks inside a sentence that a width explains, as differences: the line
     * fits into it, but not with the next word. */
    long torn[CD_PLAIN_WIDE + 1];
    long loose[CD_PLAIN_WIDE + 1];   /* the same with some slack */
    long any[CD_PLAIN_WIDE + 1];     /* the same of all breaks */
    long wider[CD_PLAIN_WIDE + 1];   /* lines of several words, by width */
    long all_torn, cased, all_wider; /* any width */
    long pairs;                      /* lines that could go on in the next */
    size_t torn_number;
    size_t hyphens; /* at the ends of lines that go on in lower case */
};

/* What a width explains. */
struct verdict {
    unsigned width;
    long explained; /* breaks inside a sentence */
    long wider;     /* lines that would have been broken */
};

/* Could line i be one of prose that goes on in the next? */
static bool
is_pair(const struct cd_plain_lines *lines, size_t i)
{
    const struct cd_plain_line *a = &lines->p[i], *b = a + 1;

    return i + 1 < lines->n && a->n > a->quote && b->n > b->quote &&
           a->depth == b->depth && a->width < CD_PLAIN_WIDE &&
           !cd_plain_has(a, CD_PLAIN_ROW) && !cd_plain_has(b, CD_PLAIN_ROW) &&
           !(cd_plain_has(a, CD_PLAIN_ONE) && cd_plain_has(b, CD_PLAIN_ONE));
}

/* Does a sentence run on from a to b? */
static bool
is_torn(const struct cd_plain_line *a, const struct cd_plain_line *b)
{
    if (cd_plain_has(a, CD_PLAIN_STOP))
        return false;
    return cd_plain_has(b, CD_PLAIN_LOWER | CD_PLAIN_NOCASE) ||
           (cd_plain_has(a, CD_PLAIN_CAPS) && cd_plain_has(b, CD_PLAIN_CAPS));
}

/* Widths from that of a line to end - 1 explain its break. */
static void
add(long *explained, unsigned width, unsigned end)
{
    explained[width] += width;
    explained[end < CD_PLAIN_WIDE ? end : CD_PLAIN_WIDE] -= width;
}

static void
count_break(struct counts *counts, const struct cd_plain_line *a,
            const struct cd_plain_line *b)
{
    unsigned word = b->word < LONG_WORD ? b->word : LONG_WORD;
    unsigned end = a->width + word + 1;
    bool lower = cd_plain_has(b, CD_PLAIN_LOWER);

    add(counts->any, a->width, end);
    if (!is_torn(a, b) || cd_plain_has(b, CD_PLAIN_ITEM))
        return;
    counts->torn_number++;
    counts->all_torn += a->width;
    counts->cased += lower ? a->width : 0;
    counts->hyphens += lower && cd_plain_has(a, CD_PLAIN_HYPHEN);
    add(counts->torn, a->width, end);
    add(counts->loose, a->width, end + SLACK);
}

static unsigned
base_of(const struct cd_plain_lines *lines)
{
    unsigned base = CD_PLAIN_WIDE;

    for (size_t i = 0; i < lines->n; i++) {
        if (lines->p[i].n > 0 && lines->p[i].indent < base)
            base = lines->p[i].indent;
    }
    return base;
}

static void
count(const struct cd_plain_lines *lines, unsigned base, struct counts *counts)
{
    for (size_t i = 0; i < lines->n; i++) {
        const struct cd_plain_line *a = &lines->p[i];

        if (a->n > 0 && !cd_plain_has(a, CD_PLAIN_ROW | CD_PLAIN_ONE)) {
            counts->all_wider += a->width;
            counts->wider[a->width] += a->width;
        }
        if (!is_pair(lines, i))
            continue;
        counts->pairs += a[1].indent <= base ? a->width : 0;
        count_break(counts, a, a + 1);
    }
}

/* The width that explains most and that fewest lines pass. */
static struct verdict
best_width(const struct counts *counts, const long *explained)
{
    struct verdict best = { 0, 0, 0 }, here = { 0, 0, counts->all_wider };

    for (; here.width < CD_PLAIN_WIDE; here.width++) {
        here.wider -= counts->wider[here.width];
        here.explained += explained[here.width];
        if (here.width >= WIDTH_MIN && here.explained > 0 &&
            (best.width == 0 ||
             here.explained - 2 * here.wider > best.explained - 2 * best.wider))
            best = here;
    }
    return best;
}

static long
explained_of(const long *explained, unsigned width)
{
    long sum = 0;

    for (unsigned i = 0; i <= width; i++)
        sum += explained[i];
    return sum;
}

/* Are the breaks inside sentences enough of all? */
static bool
is_enough(const struct counts *counts, const struct verdict *best)
{
    return best->explained * 5 >= counts->pairs ||
           explained_of(counts->any, best->width) * 3 >= counts->pairs * 2;
}

/* Does a width explain so much that the lines must have been broken to it?
 * first: columns of the text's first line, if that was torn and is short, as
 * where a place and a day stood before it; else 0. */
static bool
is_sure(const struct counts *counts, const struct verdict *best, unsigned first)
{
    size_t number = counts->torn_number - (first > 0);
    long torn = counts->all_torn - first;

    if (best->width == 0 || best->wider * 10 > counts->all_wider ||
        !is_enough(counts, best) || number == 0)
        return false;
    if (counts->cased * 2 < counts->all_torn)
        return number >= FEW && best->explained * 20 >= torn * 17;
    return best->explained * 4 >= torn * 3 &&
           (number > 1 || best->width >= WIDTH_SURE);
}

/* The same for lines that are only about as wide as each other. */
static bool
is_sure_loosely(const struct counts *counts, const struct verdict *best)
{
    return best->width >= WIDTH_SURE && counts->torn_number >= SLACK_FEW &&
           best->wider * 50 <= counts->all_wider &&
           best->explained * 5 >= counts->pairs &&
           best->explained * 10 >= counts->all_torn * 9;
}

/* Does some slack explain most of what the width alone does not? */
static bool
is_uneven(const struct counts *counts, const struct verdict *best)
{
    return counts->torn_number >= SLACK_FEW &&
           best->explained * 20 < counts->all_torn * 19 &&
           explained_of(counts->loose, best->width) * 20 >=
               counts->all_torn * 19;
}

/* Did the next word not fit behind line a? */
static bool
is_full(const struct cd_plain_wrap *wrap, const struct cd_plain_line *a)
{
    return a->width + 1u + a[1].word + wrap->slack > wrap->width;
}

/*
 * How paragraphs are told apart.  They begin with an indent where more lines
 * that are full go on further left than go on at the same indent; blank lines
 * are between them where more lines have one behind them than end a sentence
 * short of the width without.
 */
static void
find_style(const struct cd_plain_lines *lines, struct cd_plain_wrap *wrap)
{
    size_t begin = 0, within = 0, blank = 0, end = 0;

    for (size_t i = 0; i + 1 < lines->n; i++) {
        const struct cd_plain_line *a = &lines->p[i];

        blank += a->n > 0 && a[1].n == 0;
        if (!is_pair(lines, i))
            continue;
        if (!is_full(wrap, a)) {
            end += cd_plain_has(a, CD_PLAIN_STOP) && a->indent == a[1].indent;
            continue;
        }
        begin += a->indent > a[1].indent;
        within += a->indent == a[1].indent && a->indent > wrap->base &&
                  is_torn(a, a + 1);
    }
    wrap->indented = begin > within;
    wrap->spaced = blank > end && !wrap->indented;
}

/* The columns of the text's first line if it is torn, and short of the width;
 * else 0. */
static unsigned
short_first(const struct cd_plain_lines *lines,
            const struct cd_plain_wrap *wrap)
{
    const struct cd_plain_line *a = &lines->p[wrap->first];

    return is_pair(lines, wrap->first) && is_torn(a, a + 1) && !is_full(wrap, a)
               ? a->width
               : 0;
}

static void
find_width(const struct cd_plain_lines *lines, const struct counts *counts,
           struct cd_plain_wrap *wrap)
{
    struct verdict best = best_width(counts, counts->torn);

    wrap->width = best.width;
    if (is_sure(counts, &best, short_first(lines, wrap))) {
        wrap->slack = is_uneven(counts, &best) ? wrap->width / SLACK : 0;
        return;
    }
    best = best_width(counts, counts->loose);
    wrap->width = is_sure_loosely(counts, &best) ? best.width : 0;
    wrap->slack = wrap->width / SLACK;
}

/* A report of one sentence in two lines, the first of which lost its
 * dateline, has no other break that would show a width. */
static bool
is_lead(const struct cd_plain_lines *lines, size_t first)
{
    const struct cd_plain_line *a = &lines->p[first], *b = a + 1;

    return is_pair(lines, first) && is_torn(a, b) && a->width >= LEAD_MIN &&
           b->width >= WIDTH_MIN && b->indent <= a->indent &&
           cd_plain_has(b, CD_PLAIN_LOWER) && cd_plain_has(b, CD_PLAIN_STOP);
}

struct cd_plain_wrap
cd_plain_wrap(const struct cd_plain_lines *lines)
{
    struct cd_plain_wrap wrap = { .base = base_of(lines) };
    struct counts counts = { 0 };

    while (wrap.first < lines->n && lines->p[wrap.first].n == 0)
        wrap.first++;
    count(lines, wrap.base, &counts);
    if (counts.torn_number == 0)
        return wrap;
    find_width(lines, &counts, &wrap);
    wrap.broken = counts.hyphens >= BROKEN_FEW &&
                  counts.hyphens * 10 >= counts.torn_number;
    if (wrap.width > 0)
        find_style(lines, &wrap);
    else
        wrap.lead = counts.torn_number == 1 && is_lead(lines, wrap.first);
    return wrap;
}

/* Is the line one that was broken to the width, or that nothing could break? */
static bool
fits(const struct cd_plain_wrap *wrap, const struct cd_plain_line *line)
{
    return line->width <= wrap->width + OVER ||
           cd_plain_has(line, CD_PLAIN_ONE) || line->word * 2u > wrap->width;
}

/* May b be in one paragraph with a, the line before it, as to where they
 * begin?  begins: a is the first line of its block. */
static bool
is_aligned(const struct cd_plain_wrap *wrap, const struct cd_plain_line *a,
           bool begins)
{
    const struct cd_plain_line *b = a + 1;

    if (b->indent == a->indent)
        return !(begins && wrap->indented && a->indent > wrap->base);
    if (b->indent < a->indent && begins &&
        (!cd_plain_has(a, CD_PLAIN_ITEM) ||
         (wrap->indented && is_full(wrap, a))))
        return true;
    if (b->indent > a->indent && begins && cd_plain_has(a, CD_PLAIN_ITEM))
        return true;
    return is_full(wrap, a) && is_torn(a, b) &&
           (b->indent < a->indent || !wrap->indented);
}

/* A line that is short of the width, but whose sentence goes on: after a
 * change, or where a place and a day stood before the text's first line. */
static bool
goes_on_anyway(const struct cd_plain_wrap *wrap, const struct cd_plain_line *a,
               bool begins, bool first)
{
    const struct cd_plain_line *b = a + 1;

    if (cd_plain_has(a, CD_PLAIN_STOP))
        return false;
    if (first && b->indent <= a->indent && !cd_plain_has(a, CD_PLAIN_ONE) &&
        (is_torn(a, b) ||
         (wrap->indented && a->width * 10u >= wrap->width * 4)))
        return true;
    return a->width * 10u >= wrap->width * 7 &&
           (is_torn(a, b) || (wrap->spaced && !begins));
}

static bool
goes_on(const struct cd_plain_lines *lines, const struct cd_plain_wrap *wrap,
        size_t first, size_t i)
{
    const struct cd_plain_line *a = &lines->p[i];
    bool full, item = cd_plain_has(&lines->p[first], CD_PLAIN_ITEM);

    if (!is_pair(lines, i) || !fits(wrap, a) || !fits(wrap, a + 1) ||
        !is_aligned(wrap, a, i == first))
        return false;
    full = is_full(wrap, a);
    if (cd_plain_has(a + 1, CD_PLAIN_ITEM))
        return full && !cd_plain_has(a, CD_PLAIN_STOP) &&
               (!item || a[1].indent != lines->p[first].indent);
    return full || goes_on_anyway(wrap, a, i == first, i == wrap->first);
}

size_t
cd_plain_block_end(const struct cd_plain_lines *lines,
                   const struct cd_plain_wrap *wrap, size_t first)
{
    size_t i = first;

    if (wrap->lead && first == wrap->first)
        return first + 2;
    while (wrap->width > 0 && goes_on(lines, wrap, first, i))
        i++;
    return i + 1;
}
