/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/word/stem.h"

#include <stdbool.h>
#include <string.h>

/* The word under work; p[n] is not part of it. */
struct word {
    char *p;
    size_t n;
};

struct rule {
    const char *suffix, *put;
};

static bool
is_consonant(const char *p, size_t at)
{
    if (strchr("aeiou", p[at]) != NULL)
        return false;
    /* y is a vowel behind a consonant: count the run of y before it */
    if (p[at] == 'y' && at > 0) {
        size_t first = at;

        while (first > 0 && p[first - 1] == 'y')
            first--;
        if (first == 0 || strchr("aeiou", p[first - 1]) != NULL)
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
ends(const struct word *w, const char *suffix)
{
    size_t n = strlen(suffix);

    return w->n > n && memcmp(w->p + w->n - n, suffix, n) == 0;
}

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
    size_t put = strlen(rule->put);

    w->n -= strlen(rule->suffix);
    memcpy(w->p + w->n, rule->put, put);
    w->n += put;
}

/* The first rule whose suffix the word has, if what is left measures more than
 * least.  Suffixes stand before their own endings. */
static void
apply(struct word *w, const struct rule *rules, int least)
{
    for (; rules->suffix != NULL; rules++) {
        if (!ends(w, rules->suffix))
            continue;
        if (measure(w->p, w->n - strlen(rules->suffix)) > least)
            replace(w, rules);
        return;
    }
}

static void
plural(struct word *w)
{
    static const struct rule rules[] = {
        { "sses", "ss" }, { "ies", "i" }, { "ss", "ss" },
        { "s", "" },      { NULL, NULL },
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
        { "ational", "ate" }, { "tional", "tion" }, { "enci", "ence" },
        { "anci", "ance" },   { "izer", "ize" },    { "abli", "able" },
        { "alli", "al" },     { "entli", "ent" },   { "eli", "e" },
        { "ousli", "ous" },   { "ization", "ize" }, { "ation", "ate" },
        { "ator", "ate" },    { "alism", "al" },    { "iveness", "ive" },
        { "fulness", "ful" }, { "ousness", "ous" }, { "aliti", "al" },
        { "iviti", "ive" },   { "biliti", "ble" },  { NULL, NULL },
    };
    static const struct rule second[] = {
        { "icate", "ic" }, { "ative", "" },  { "alize", "al" },
        { "iciti", "ic" }, { "ical", "ic" }, { "ful", "" },
        { "ness", "" },    { NULL, NULL },
    };
    static const struct rule third[] = {
        { "al", "" },    { "ance", "" }, { "ence", "" }, { "er", "" },
        { "ic", "" },    { "able", "" }, { "ible", "" }, { "ant", "" },
        { "ement", "" }, { "ment", "" }, { "ent", "" },  { "sion", "s" },
        { "tion", "t" }, { "ou", "" },   { "ism", "" },  { "ate", "" },
        { "iti", "" },   { "ous", "" },  { "ive", "" },  { "ize", "" },
        { NULL, NULL },
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
