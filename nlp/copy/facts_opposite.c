/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/facts_part.h"

#include "base/sorted.h"
#include "nlp/copy/idf.h"

struct cd_opposite {
    const char *form;
    int group, side;
};

#include "nlp/copy/opposites.inc"

enum {
    NEGATION = 0, /* data/opposites.tsv: the group of "not" */
    BREAK = -1,   /* and of "only": what stands beside it is no denial */
    SHORT = 4,    /* words of a side of a gap; a longer one is another clause */
    NEAR = 12,    /* words in which the other text may tell the same */
};

/* What a side of a gap says. */
struct side {
    struct cd_fact_part part;
    int group;        /* of its opposite, or NEGATION */
    int sense;        /* -1 where it denies or stands for the other one */
    uint32_t content; /* words of content beside these; the last of them */
    uint32_t last;
    bool denies; /* has a negation */
    bool unclear;
};

static const uint16_t pairs[] = CD_OPPOSITE_PAIRS;
static const struct cd_sorted table = CD_SORTED(cd_opposite_table, pairs);

static const struct cd_opposite *
find_row(const struct cd_words *words, uint32_t i)
{
    struct cd_str text = cd_words_text(words, i);
    size_t row;

    if (cd_str_ends(text, CD_STR("n't")) ||
        cd_str_ends(text, CD_STR("n\xE2\x80\x99t")))
        text = CD_STR("not");
    row = cd_sorted_find_nocase(&table, text);
    return row < table.count ? &cd_opposite_table[row] : NULL;
}

static void
look_at(struct side *side, const struct cd_words *words, uint32_t i)
{
    const struct cd_opposite *row = find_row(words, i);

    if (row == NULL) {
        if (words->words[i].weight >= CD_IDF_COMMON) {
            side->content++;
            side->last = i;
        }
    } else if (row->group == BREAK) {
        side->unclear = true;
    } else if (row->group == NEGATION) {
        side->sense = -side->sense;
        side->denies = true;
    } else {
        side->unclear |= side->group != NEGATION;
        side->group = row->group;
        side->sense *= row->side;
    }
}

static struct side
look(const struct cd_words *words, struct cd_fact_part part)
{
    struct side side = { .part = part, .sense = 1 };

    side.unclear = part.end - part.first > SHORT;
    for (uint32_t i = part.first; !side.unclear && i < part.end; i++)
        look_at(&side, words, i);
    if (part.end < words->count) {
        const struct cd_opposite *row = find_row(words, part.end);

        side.unclear |= side.denies && row != NULL && row->group == BREAK;
    }
    return side;
}

/* The words of the sentence about part, a few on each side. */
static struct cd_fact_part
about(const struct cd_words *words, struct cd_fact_part part)
{
    struct cd_fact_part near = part;

    while (near.first > 0 && part.first - near.first < NEAR &&
           (words->words[near.first].flags & CD_WORD_FIRST) == 0)
        near.first--;
    while (near.end < words->count && near.end - part.end < NEAR &&
           (words->words[near.end].flags & CD_WORD_FIRST) == 0)
        near.end++;
    return near;
}

/* How often a sentence denies, or speaks of one side of a group. */
static unsigned
count(const struct cd_words *words, struct cd_fact_part part, int group,
      int side)
{
    unsigned n = 0;

    for (uint32_t i = part.first; i < part.end; i++) {
        const struct cd_opposite *row = find_row(words, i);

        n += row != NULL && row->group == group && row->side == side;
    }
    return n;
}

/* Do both sentences say as much of either side, in another order? */
static bool
is_moved(const struct cd_fact_scan *scan, const struct side *x,
         const struct side *y)
{
    struct cd_fact_part p = about(scan->a, x->part);
    struct cd_fact_part q = about(scan->b, y->part);
    bool moved = true;

    for (int side = -1; side <= 1; side += 2) {
        moved &= count(scan->a, p, x->group, side) ==
                 count(scan->b, q, x->group, side);
    }
    return moved &&
           count(scan->a, p, NEGATION, -1) == count(scan->b, q, NEGATION, -1);
}

/* Nothing but the negation is another: "paid", "did not pay". */
static bool
is_bare(const struct cd_fact_scan *scan, const struct side *x,
        const struct side *y)
{
    if (x->content == 0 && y->content == 0)
        return true;
    return x->content == 1 && y->content == 1 &&
           scan->a->words[x->last].root == scan->b->words[y->last].root;
}

/* The bytes of a side; where it has no word, those of the one behind it. */
static struct cd_span
bytes_of(const struct cd_words *words, struct cd_fact_part part)
{
    uint32_t last = part.end > part.first ? part.end - 1 : part.first;

    return (struct cd_span){ words->words[part.first].start,
                             words->words[last].end };
}

static void
add(struct cd_fact_scan *scan, struct cd_fact_part x, struct cd_fact_part y)
{
    if (x.first == x.end || y.first == y.end) {
        x.end++;
        y.end++;
    }
    cd_facts_add(scan, bytes_of(scan->a, x), bytes_of(scan->b, y), "opposite");
}

void
cd_facts_opposites(struct cd_fact_scan *scan, const struct cd_fact_gap *gap)
{
    struct side x = look(scan->a, gap->a), y = look(scan->b, gap->b);

    if (gap->open || gap->a.end >= scan->a->count ||
        gap->b.end >= scan->b->count || x.unclear || y.unclear ||
        x.group != y.group || x.sense == y.sense)
        return;
    if (x.group == NEGATION && !is_bare(scan, &x, &y))
        return;
    if (!is_moved(scan, &x, &y))
        add(scan, x.part, y.part);
}
