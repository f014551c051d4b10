/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/word/stem.h"

#include <stdbool.h>
#include <string.h>

#include "base/str.h"

/* The word under work; p[n] is not part of it. */
struct word {
    char *p;
    size_t n;
};

struct rule {
    struct cd_str suffix, put;
};

#define RULE(suffix, put)                                                      \
    {                                                                          \
        { (suffix), sizeof(suffix) - 1 },                                      \
        {                                                                      \
            (put), sizeof(put) - 1                                             \
        }                                                                      \
    }

/* One of "aeiou"; c is a letter of lower case. */
static bool
is_vowel(char c)
{
    return (0x104111U >> (c - 'a') & 1) != 0;
}

static bool
is_consonant(const char *p, size_t at)
{
    if (is_vowel(p[at]))
        return false;
    /* y is a vowel behind a consonant: count the run of y before it */
    if (p[at] == 'y' && at > 0) {
        size_t first = at;

        while (first > 0 && p[first - 1] == 'y')
            first--;
        if (first == 0 || is_vowel(p[first - 1]))
            return (at - first) % 2 == 0;
        return (at - first) % 2 == 1;
    }
    return true;
}

/* Porter's m: the number of vowel-consonant sequences in the first n bytes. */
static int
measure(const char *p, size_t n)
{
    bool vowel = false;
    int m = 0;

    for (size_t i = 0; i < n; i++) {
        bool consonant = is_consonant(p, i);

        m += vowel && consonant;
        vowel = !consonant;
    }
    return m;
}

static bool
has_vowel(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!is_consonant(p, i))
            return true;
    }
    return false;
}

static bool
has(const struct word *w, struct cd_str suffix)
{
    return w->n > suffix.n && w->p[w->n - 1] == suffix.p[suffix.n - 1] &&
           memcmp(w->p + w->n - suffix.n, suffix.p, suffix.n) == 0;
}

#define ends(w, suffix) has((w), CD_STR(suffix))

static bool
ends_double(const struct word *w)
{
    return w->n >= 2 && w->p[w->n - 1] == w->p[w->n - 2] &&
           is_consonant(w->p, w->n - 1);
}

/* Consonant, vowel, consonant other than w, x, y: "hop". */
static bool
ends_short(const char *p, size_t n)
{
    return n >= 3 && is_consonant(p, n - 1) && !is_consonant(p, n - 2) &&
           is_consonant(p, n - 3) && strchr("wxy", p[n - 1]) == NULL;
}

static void
replace(struct word *w, const struct rule *rule)
{
    w->n -= rule->suffix.n;
    memcpy(w->p + w->n, rule->put.p, rule->put.n);
    w->n += rule->put.n;
}

/* The first rule whose suffix the word has, if what is left measures more than
 * least.  Suffixes stand before their own endings. */
static void
apply(struct word *w, const struct rule *rules, int least)
{
    for (; rules->suffix.p != NULL; rules++) {
        if (!has(w, rules->suffix))
            continue;
        if (measure(w->p, w->n - rules->suffix.n) > least)
            replace(w, rules);
        return;
    }
}

static void
plural(struct word *w)
{
    static const struct rule rules[] = {
        RULE("sses", "ss"),
        RULE("ies", "i"),
        RULE("ss", "ss"),
        RULE("s", ""),
        { { NULL, 0 }, { NULL, 0 } },
    };

    apply(w, rules, -1);
}

/* What -ed and -ing leave behind: conflat(ed) -> conflate, hopp -> hop. */
static void
mend(struct word *w)
{
    if (ends(w, "at") || ends(w, "bl") || ends(w, "iz"))
        w->p[w->n++] = 'e';
    else if (ends_double(w) && strchr("lsz", w->p[w->n - 1]) == NULL)
        w->n--;
    else if (measure(w->p, w->n) == 1 && ends_short(w->p, w->n))
        w->p[w->n++] = 'e';
}

static void
past(struct word *w)
{
    size_t cut = ends(w, "ing") ? 3 : ends(w, "ed") ? 2 : 0;

    if (ends(w, "eed")) {
        if (measure(w->p, w->n - 3) > 0)
            w->n--;
    } else if (cut > 0 && has_vowel(w->p, w->n - cut)) {
        w->n -= cut;
        mend(w);
    }
    if (ends(w, "y") && has_vowel(w->p, w->n - 1))
        w->p[w->n - 1] = 'i';
}

static void
derived(struct word *w)
{
    static const struct rule first[] = {
        RULE("ational", "ate"),
        RULE("tional", "tion"),
        RULE("enci", "ence"),
        RULE("anci", "ance"),
        RULE("izer", "ize"),
        RULE("abli", "able"),
        RULE("alli", "al"),
        RULE("entli", "ent"),
        RULE("eli", "e"),
        RULE("ousli", "ous"),
        RULE("ization", "ize"),
        RULE("ation", "ate"),
        RULE("ator", "ate"),
        RULE("alism", "al"),
        RULE("iveness", "ive"),
        RULE("fulness", "ful"),
        RULE("ousness", "ous"),
        RULE("aliti", "al"),
        RULE("iviti", "ive"),
        RULE("biliti", "ble"),
        { { NULL, 0 }, { NULL, 0 } },
    };
    static const struct rule second[] = {
        RULE("icate", "ic"), RULE("ative", ""),
        RULE("alize", "al"), RULE("iciti", "ic"),
        RULE("ical", "ic"),  RULE("ful", ""),
        RULE("ness", ""),    { { NULL, 0 }, { NULL, 0 } },
    };
    static const struct rule third[] = {
        RULE("al", ""),    RULE("ance", ""), RULE("ence", ""),
        RULE("er", ""),    RULE("ic", ""),   RULE("able", ""),
        RULE("ible", ""),  RULE("ant", ""),  RULE("ement", ""),
        RULE("ment", ""),  RULE("ent", ""),  RULE("sion", "s"),
        RULE("tion", "t"), RULE("ou", ""),   RULE("ism", ""),
        RULE("ate", ""),   RULE("iti", ""),  RULE("ous", ""),
        RULE("ive", ""),   RULE("ize", ""),  { { NULL, 0 }, { NULL, 0 } },
    };

    apply(w, first, 0);
    apply(w, second, 0);
    apply(w, third, 1);
}

static void
last(struct word *w)
{
    if (ends(w, "e")) {
        int m = measure(w->p, w->n - 1);

        if (m > 1 || (m == 1 && !ends_short(w->p, w->n - 1)))
            w->n--;
    }
    if (ends(w, "ll") && measure(w->p, w->n) > 1)
        w->n--;
}

static bool
is_plain(const struct word *w)
{
    for (size_t i = 0; i < w->n; i++) {
        if (w->p[i] < 'a' || w->p[i] > 'z')
            return false;
    }
    return true;
}

size_t
cd_stem(char *word, size_t n)
{
    struct word w = { word, n };

    if (ends(&w, "'s"))
        w.n -= 2;
    else if (ends(&w, "'"))
        w.n--;
    if (w.n <= 2 || !is_plain(&w))
        return w.n;
    plural(&w);
    past(&w);
    derived(&w);
    last(&w);
    return w.n;
}
