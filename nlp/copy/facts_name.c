/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/facts_part.h"

#include "base/ascii.h"
#include "nlp/copy/idf.h"
#include "nlp/copy/slots.h"
#include "nlp/copy/synonyms.h"

enum {
    NAME_WORDS = 6,
    NAME_LETTERS = 16, /* of a name that are compared */
    SLIP_LETTERS = 4,  /* of the shortest name that may hold a slip */
    SLIPS = 2,         /* letters changed, added or left out */
    STEM_LETTERS = 3,  /* that a country and its people share at least */
    ORDINARY = 128,    /* weight from which on a word is no ordinary one */
    ACRONYM_MIN = 2,
    ACRONYM_MAX = 6,
    DATELINE_WORDS = 4, /* before which a text's dateline begins */
    AGENCY_BYTES = 40,  /* behind it */
    CREDIT_WORDS = 24,  /* from "Reporting by" to the last of the names */
};

static enum cd_figure_kind
kind_at(const struct cd_words *words, uint32_t i, double *value)
{
    return cd_figure_word(cd_words_text(words, i), value);
}

static bool
is_name(const struct cd_words *words, uint32_t i)
{
    double value;

    return (words->words[i].flags & CD_WORD_NAME) != 0 &&
           kind_at(words, i, &value) != CD_FIGURE_TITLE;
}

/* From the first name of part to the last; first == end if there is none. */
static struct cd_fact_part
names_of(const struct cd_words *words, struct cd_fact_part part)
{
    while (part.first < part.end && !is_name(words, part.first))
        part.first++;
    while (part.first < part.end && !is_name(words, part.end - 1))
        part.end--;
    return part;
}

/* Nothing but function words and titles from first to end? */
static bool
is_bare(const struct cd_words *words, uint32_t first, uint32_t end)
{
    double value;

    for (uint32_t i = first; i < end; i++) {
        if (words->words[i].weight >= CD_IDF_COMMON &&
            kind_at(words, i, &value) != CD_FIGURE_TITLE)
            return false;
    }
    return true;
}

/* Does a clause end before word i? */
static bool
is_closed(const struct cd_words *words, uint32_t i)
{
    char mark;

    if (i >= words->count || (words->words[i].flags & CD_WORD_FIRST) != 0)
        return true;
    mark = words->text.p[words->words[i - 1].end];
    return mark == ',' || mark == ';' || mark == ')' || mark == '"';
}

/* Does one space stand between word i and the one before it? */
static bool
is_joined(const struct cd_words *words, uint32_t i)
{
    return i > 0 && (words->words[i].flags & CD_WORD_FIRST) == 0 &&
           words->words[i].start == words->words[i - 1].end + 1 &&
           words->text.p[words->words[i - 1].end] == ' ';
}

/* Nothing, or one word that says who the name is: "by [investor] Martin
 * Sosnoff". */
static bool
is_led_up_to(const struct cd_words *words, uint32_t first, uint32_t name)
{
    return is_bare(words, first, name) ||
           (is_joined(words, name) && is_bare(words, first, name - 1));
}

/* Is what stands between the start of the gap and the name nothing, or the
 * same? */
static bool
begins_alike(const struct cd_fact_scan *scan, const struct cd_fact_gap *gap,
             struct cd_fact_part x, struct cd_fact_part y)
{
    if (is_led_up_to(scan->a, gap->a.first, x.first) &&
        is_led_up_to(scan->b, gap->b.first, y.first))
        return true;
    return x.first > 0 && y.first > 0 &&
           cd_facts_stem_equal(scan->a, x.first - 1, scan->b, y.first - 1);
}

/* The same of what stands behind it. */
static bool
ends_alike(const struct cd_fact_scan *scan, const struct cd_fact_gap *gap,
           struct cd_fact_part x, struct cd_fact_part y)
{
    if (cd_facts_stem_equal(scan->a, x.end, scan->b, y.end))
        return true;
    if (gap->open)
        return is_closed(scan->a, x.end) && is_closed(scan->b, y.end);
    return is_bare(scan->a, x.end, gap->a.end) &&
           is_bare(scan->b, y.end, gap->b.end);
}

/* Is a word of the name nowhere in the other text? */
static bool
is_new(const struct cd_words *words, struct cd_fact_part name,
       const struct cd_words *others)
{
    for (uint32_t i = name.first; i < name.end; i++) {
        if (!cd_slots_has_stem(others, words->words[i].stem))
            return true;
    }
    return false;
}

/* Without "'s". */
static struct cd_str
plain(const struct cd_words *words, uint32_t i)
{
    struct cd_str text = cd_words_text(words, i);

    if (cd_str_ends(text, CD_STR("'s")))
        text.n -= 2;
    else if (cd_str_ends(text, CD_STR("\xE2\x80\x99s")))
        text.n -= 4;
    return text;
}

/* Letters to change, to add or to leave out, up to SLIPS + 1; case does not
 * count.  One row of the table of Wagner and Fischer (1974) at a time. */
static unsigned
slips_between(struct cd_str a, struct cd_str b)
{
    unsigned row[NAME_LETTERS + 1];

    if (a.n > NAME_LETTERS || b.n > NAME_LETTERS)
        return SLIPS + 1;
    for (unsigned j = 0; j <= b.n; j++)
        row[j] = j;
    for (unsigned i = 1; i <= a.n; i++) {
        unsigned diagonal = row[0];

        row[0] = i;
        for (unsigned j = 1; j <= b.n; j++) {
            unsigned best = diagonal + (cd_ascii_lower(a.p[i - 1]) !=
                                        cd_ascii_lower(b.p[j - 1]));

            diagonal = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[b.n] < SLIPS + 1 ? row[b.n] : SLIPS + 1;
}

static bool
is_slip(struct cd_str a, struct cd_str b)
{
    return a.n >= SLIP_LETTERS && b.n >= SLIP_LETTERS &&
           slips_between(a, b) <= SLIPS;
}

/* "Korea", "Korean"; "Turkey", "Turkish"; "Britain", "U.K." */
static bool
is_form_of(const struct cd_words *a, uint32_t i, const struct cd_words *b,
           uint32_t j)
{
    struct cd_str x = plain(a, i), y = plain(b, j);
    size_t n = x.n < y.n ? x.n : y.n;
    double p, q;

    if (n >= STEM_LETTERS &&
        cd_str_eq_nocase(cd_str_sub(x, 0, n), cd_str_sub(y, 0, n)))
        return true;
    if (kind_at(a, i, &p) == CD_FIGURE_NATION &&
        kind_at(b, j, &q) == CD_FIGURE_NATION && p == q)
        return true;
    if (cd_synonyms(a->words[i].stem, b->words[j].stem))
        return true;
    return a->words[i].root == b->words[j].root && !is_slip(x, y);
}

/* "Acquisitions", "Aquisitions": a slip in an ordinary word, no other name. */
static bool
is_misspelt(const struct cd_words *a, uint32_t i, const struct cd_words *b,
            uint32_t j)
{
    unsigned p = a->words[i].weight, q = b->words[j].weight;

    return (p < q ? p : q) < ORDINARY && (p > q ? p : q) == CD_IDF_UNKNOWN &&
           is_slip(plain(a, i), plain(b, j));
}

/* "USDA" for "Agriculture Department": the initials of the one are letters of
 * the other. */
static bool
is_acronym(const struct cd_words *a, uint32_t i, const struct cd_words *b,
           struct cd_fact_part name)
{
    struct cd_str letters = plain(a, i);
    unsigned used = 0, initials = 0;

    if (letters.n < ACRONYM_MIN || letters.n > ACRONYM_MAX)
        return false;
    for (size_t k = 0; k < letters.n; k++) {
        if (!cd_ascii_is_upper(letters.p[k]) && letters.p[k] != '.')
            return false;
    }
    for (uint32_t j = name.first; j < name.end; j++) {
        size_t k = 0;

        if ((b->words[j].flags & CD_WORD_CAPITAL) == 0)
            continue;
        while (k < letters.n && ((used >> k & 1) != 0 ||
                                 letters.p[k] != cd_words_text(b, j).p[0]))
            k++;
        if (k == letters.n)
            return false;
        used |= 1U << k;
        initials++;
    }
    return initials >= ACRONYM_MIN;
}

static bool
has_acronym(const struct cd_words *a, struct cd_fact_part x,
            const struct cd_words *b, struct cd_fact_part y)
{
    return x.end - x.first == 1 && is_acronym(a, x.first, b, y);
}

static bool
is_same_thing(const struct cd_words *a, struct cd_fact_part x,
              const struct cd_words *b, struct cd_fact_part y)
{
    for (uint32_t i = x.first; i < x.end; i++) {
        for (uint32_t j = y.first; j < y.end; j++) {
            if (is_form_of(a, i, b, j) || is_misspelt(a, i, b, j))
                return true;
        }
    }
    return has_acronym(a, x, b, y) || has_acronym(b, y, a, x);
}

/* "Meal Futures [Association]", "Meal Futures [Exchange]": what goes on with a
 * name is part of it.  Else first == end. */
static struct cd_fact_part
rest_of_name(const struct cd_words *words, struct cd_fact_part part)
{
    struct cd_fact_part rest = { part.first, part.first };

    if (part.first == 0 || !is_name(words, part.first - 1))
        return rest;
    while (rest.end < part.end && is_name(words, rest.end) &&
           is_joined(words, rest.end))
        rest.end++;
    return rest;
}

/* The subject of a sentence, where it may be a name: "Bongard and two others
 * were charged". */
static struct cd_fact_part
subject_of(const struct cd_words *words, struct cd_fact_part part)
{
    const struct cd_word *word = &words->words[part.first];

    if (part.first == part.end || (word->flags & CD_WORD_FIRST) == 0 ||
        (word->flags & CD_WORD_CAPITAL) == 0 || word->weight < ORDINARY)
        return (struct cd_fact_part){ part.first, part.first };
    part.end = part.first + 1;
    while (is_name(words, part.end - 1) && part.end < words->count &&
           is_name(words, part.end))
        part.end++;
    return part;
}

/* A few words of one sentence. */
static bool
is_short(const struct cd_words *words, struct cd_fact_part name)
{
    if (name.first >= name.end || name.end - name.first > NAME_WORDS)
        return false;
    for (uint32_t i = name.first + 1; i < name.end; i++) {
        if ((words->words[i].flags & CD_WORD_FIRST) != 0)
            return false;
    }
    return true;
}

/* Who wrote a story is no fact of it: "(Reporting by Ann Webb; Editing by ...".
 */
static bool
is_credit(const struct cd_words *words, struct cd_fact_part name)
{
    double value;

    for (uint32_t i = name.first; i > 1 && i + CREDIT_WORDS > name.first; i--) {
        if (cd_str_eq_nocase(cd_words_text(words, i - 1), CD_STR("by")) &&
            kind_at(words, i - 2, &value) == CD_FIGURE_CREDIT)
            return true;
    }
    return false;
}

/* Does an agency in brackets and a dash follow: "Bangalore (Reuters) - "? */
static bool
is_before_agency(struct cd_str text, size_t at)
{
    size_t end = text.n - at < AGENCY_BYTES ? text.n : at + AGENCY_BYTES;
    struct cd_str next = cd_str_sub(text, at, end);
    size_t shut = cd_str_find(next, CD_STR(") "), 0);

    if (shut == SIZE_MAX || !cd_str_starts(next, CD_STR(" (")))
        return false;
    next = cd_str_sub(next, shut + 2, next.n);
    return cd_str_starts(next, CD_STR("-")) ||
           cd_str_starts(next, CD_STR("\xE2\x80\x93")) ||
           cd_str_starts(next, CD_STR("\xE2\x80\x94"));
}

/* Nor is where it was written: "NEW YORK (Reuters) -". */
static bool
is_dateline(const struct cd_words *words, struct cd_fact_part name)
{
    struct cd_str text = words->text;
    size_t end = words->words[name.end - 1].end;

    if (name.first < DATELINE_WORDS && is_before_agency(text, end))
        return true;
    for (size_t i = words->words[name.first].start; i < end; i++) {
        if (cd_ascii_is_alpha(text.p[i]) && !cd_ascii_is_upper(text.p[i]))
            return false;
    }
    return end + 1 < text.n && text.p[end] == ' ' && text.p[end + 1] == '(';
}

/* "Goldman ([GS.N])": what stands in brackets alone is no other name of the
 * place outside. */
static bool
is_bracketed(const struct cd_words *words, struct cd_fact_part name)
{
    struct cd_str text = words->text;
    size_t start = words->words[name.first].start;
    size_t end = words->words[name.end - 1].end;

    while (start > 0 && text.p[start - 1] == ' ')
        start--;
    while (end < text.n && text.p[end] == ' ')
        end++;
    return start > 0 && text.p[start - 1] == '(' && end < text.n &&
           text.p[end] == ')';
}

static void
add(struct cd_fact_scan *scan, struct cd_fact_part x, struct cd_fact_part y)
{
    const struct cd_word *a = scan->a->words, *b = scan->b->words;

    if (is_credit(scan->a, x) || is_credit(scan->b, y) ||
        is_bracketed(scan->a, x) != is_bracketed(scan->b, y) ||
        (is_dateline(scan->a, x) && is_dateline(scan->b, y)))
        return;
    if (!is_same_thing(scan->a, x, scan->b, y))
        cd_facts_add(
            scan, (struct cd_span){ a[x.first].start, a[x.end - 1].end },
            (struct cd_span){ b[y.first].start, b[y.end - 1].end }, "name");
}

/* Each has a word that is nowhere in the other text; of a slip, one. */
static bool
are_new(const struct cd_fact_scan *scan, struct cd_fact_part x,
        struct cd_fact_part y)
{
    bool one = is_new(scan->a, x, scan->b), other = is_new(scan->b, y, scan->a);

    if (one != other && x.end - x.first == 1 && y.end - y.first == 1)
        return is_slip(plain(scan->a, x.first), plain(scan->b, y.first));
    return one && other;
}

/* Does it add one? */
static bool
find_subjects(struct cd_fact_scan *scan, const struct cd_fact_gap *gap)
{
    struct cd_fact_part x = subject_of(scan->a, gap->a);
    struct cd_fact_part y = subject_of(scan->b, gap->b);

    if (!scan->ordered || !is_short(scan->a, x) || !is_short(scan->b, y) ||
        !are_new(scan, x, y))
        return false;
    add(scan, x, y);
    return true;
}

void
cd_facts_names(struct cd_fact_scan *scan, const struct cd_fact_gap *gap)
{
    struct cd_fact_part x = rest_of_name(scan->a, gap->a);
    struct cd_fact_part y = rest_of_name(scan->b, gap->b);

    if (scan->moved || gap->a.first == gap->a.end ||
        gap->b.first == gap->b.end || find_subjects(scan, gap))
        return;
    if (is_short(scan->a, x) && is_short(scan->b, y)) {
        add(scan, x, y);
        return;
    }
    x = names_of(scan->a, gap->a);
    y = names_of(scan->b, gap->b);
    if (is_short(scan->a, x) && is_short(scan->b, y) && are_new(scan, x, y) &&
        begins_alike(scan, gap, x, y) && ends_alike(scan, gap, x, y))
        add(scan, x, y);
}
