/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/meta_title.h"

#include "base/date.h"
#include "base/utf8.h"
#include "parser/page/meta_words.h"

enum {
    SITES_MAX = 7,
    KEY_MAX = 96,
    PARTS_MAX = 16,
    HEADINGS_MAX = 8,
    SITE_WORDS = 6,  /* a longer part of <title> names no site */
    LABEL_WORDS = 2, /* of a label before a headline */
    LATER_GAP = 25,  /* a later heading must agree so much better, in % */
};

/* Names of the site, squeezed: "theharbourpost". */
struct sites {
    char keys[SITES_MAX][KEY_MAX];
    size_t sizes[SITES_MAX];
    size_t count;
};

static void
add_site(struct sites *sites, struct cd_str name)
{
    size_t n;

    if (sites->count == SITES_MAX || name.p == NULL)
        return;
    n = cd_squeeze(name, sites->keys[sites->count], KEY_MAX);
    sites->sizes[sites->count] = n;
    sites->count += n > 0;
}

/* The label that a person would call the host by: "bbc" of www.bbc.co.uk. */
static struct cd_str
host_label(struct cd_str url)
{
    static const char *const shared[] = { "co",  "com", "org", "net", "gov",
                                          "edu", "ac",  "or",  "ne" };
    size_t from = cd_str_find(url, CD_STR("://"), 0);
    struct cd_str labels[8];
    size_t n = 0, start, end, pick;

    if (url.p == NULL || from == SIZE_MAX)
        return (struct cd_str){ NULL, 0 };
    start = from + 3;
    for (end = start; end <= url.n; end++) {
        char c = end < url.n ? url.p[end] : '/';

        if (c != '.' && c != '/' && c != ':')
            continue;
        if (n < CD_COUNT(labels))
            labels[n++] = cd_str_sub(url, start, end);
        start = end + 1;
        if (c != '.')
            break;
    }
    if (n < 2)
        return n == 1 ? labels[0] : (struct cd_str){ NULL, 0 };
    pick = n - 2;
    if (pick > 0 && cd_str_among(labels[pick], shared, CD_COUNT(shared)))
        pick--;
    return labels[pick];
}

/* <title> is "Site: headline" and OpenGraph has the headline alone. */
static struct cd_str
before_headline(const struct cd_page_facts *facts)
{
    struct cd_str title = cd_str_trim(facts->title);
    struct cd_str headline = cd_meta_tag(facts, "og:title"), site;
    struct cd_word_set words;

    if (headline.n == 0 || headline.n + 2 > title.n ||
        !cd_str_ends(title, headline))
        return (struct cd_str){ NULL, 0 };
    site = cd_str_trim(cd_str_sub(title, 0, title.n - headline.n));
    if (site.n == 0 || site.p[site.n - 1] != ':')
        return (struct cd_str){ NULL, 0 };
    cd_word_set_of(&words, site);
    return words.count <= SITE_WORDS ? site : (struct cd_str){ NULL, 0 };
}

static void
find_sites(struct sites *sites, const struct cd_page_facts *facts,
           struct cd_str url)
{
    sites->count = 0;
    add_site(sites, host_label(url));
    add_site(sites, cd_meta_tag(facts, "og:site_name"));
    add_site(sites, cd_meta_tag(facts, "application-name"));
    add_site(sites, cd_meta_tag(facts, "apple-mobile-web-app-title"));
    add_site(sites, facts->jsonld.article.publisher);
    add_site(sites, facts->jsonld.page.publisher);
    add_site(sites, before_headline(facts));
}

static bool
is_prefix(struct cd_str of, struct cd_str prefix)
{
    return prefix.n >= 4 && cd_str_starts(of, prefix);
}

static bool
is_site(const struct sites *sites, struct cd_str text)
{
    char key[KEY_MAX * 2];
    struct cd_str squeezed = { key, cd_squeeze(text, key, sizeof(key)) };

    if (squeezed.n == 0)
        return true;
    for (size_t i = 0; i < sites->count; i++) {
        struct cd_str site = { sites->keys[i], sites->sizes[i] };

        if (cd_str_eq(site, squeezed) || is_prefix(site, squeezed) ||
            (is_prefix(squeezed, site) && squeezed.n < 2 * site.n + 4))
            return true;
        if (site.n >= 5 && squeezed.n < 2 * site.n + 4 &&
            cd_str_find(squeezed, site, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

bool
cd_title_is_site(const struct cd_page_facts *facts, struct cd_str url,
                 struct cd_str text)
{
    struct sites sites;

    find_sites(&sites, facts, url);
    return is_site(&sites, text);
}

/* ---- parts of a title ------------------------------------------------- */

/* A title cut at its separators: "a | b - c". */
struct parts {
    struct cd_span spans[PARTS_MAX];
    size_t count;
};

/* | and the guillemets part by themselves, dashes and dots between spaces. */
static size_t
separator(struct cd_str text, size_t at)
{
    size_t end = at;
    uint32_t code = cd_utf8_next(text, &end);
    bool spaced =
        at > 0 && text.p[at - 1] == ' ' && end < text.n && text.p[end] == ' ';

    switch (code) {
    case '|':
    case 0xBB:   /* right guillemet */
    case 0x2022: /* bullet */
    case 0x3163: /* a Korean vowel that is typed for a bar */
    case 0xFF5C: /* full-width bar */
        return end - at;
    case '-':
    case '~':
    case 0xB7:   /* middle dot */
    case 0x2013: /* en dash */
    case 0x2014: /* em dash */
    case 0xAB:   /* left guillemet */
        return spaced ? end - at : 0;
    case ':':
        if (at > 0 && text.p[at - 1] == ' ' && end < text.n &&
            text.p[end] == ':')
            return 2;
        return 0;
    default:
        return 0;
    }
}

static void
cut(struct cd_str text, struct parts *parts)
{
    size_t start = 0;

    parts->count = 0;
    for (size_t at = 0; at < text.n && parts->count + 1 < PARTS_MAX;) {
        size_t n = separator(text, at);

        if (n > 0) {
            parts->spans[parts->count++] = (struct cd_span){ start, at };
            start = at + n;
        }
        at += n > 0 ? n : 1;
    }
    parts->spans[parts->count++] = (struct cd_span){ start, text.n };
}

static struct cd_str
part(struct cd_str text, const struct parts *parts, size_t i)
{
    return cd_str_trim(
        cd_str_sub(text, parts->spans[i].start, parts->spans[i].end));
}

static struct cd_str
between(struct cd_str text, const struct parts *parts, size_t first,
        size_t last)
{
    return cd_str_trim(
        cd_str_sub(text, parts->spans[first].start, parts->spans[last].end));
}

/* Without the parts at both ends that name the site. */
static struct cd_str
without_site(struct cd_str text, const struct sites *sites)
{
    struct parts parts;
    size_t first = 0, last;

    text = cd_str_trim(text);
    if (text.n == 0)
        return text;
    cut(text, &parts);
    last = parts.count - 1;
    while (last > first && is_site(sites, part(text, &parts, last)))
        last--;
    while (first < last && is_site(sites, part(text, &parts, first)))
        first++;
    return between(text, &parts, first, last);
}

/* Without a last part of up to five words that is shorter than the rest. */
static struct cd_str
without_tail(struct cd_str text)
{
    struct cd_word_set tail, rest;
    struct parts parts;

    if (text.n == 0)
        return text;
    cut(text, &parts);
    if (parts.count < 2)
        return text;
    cd_word_set_of(&tail, part(text, &parts, parts.count - 1));
    cd_word_set_of(&rest, between(text, &parts, 0, parts.count - 2));
    if (tail.count > 5 || tail.count >= rest.count)
        return text;
    return between(text, &parts, 0, parts.count - 2);
}

/* Without what follows its last bar, where that is no part of the headline:
 * "Why tides turn | Opinion". */
static struct cd_str
without_bar(struct cd_str text)
{
    struct parts parts;

    if (text.n == 0)
        return text;
    cut(text, &parts);
    return parts.count >= 2 && text.p[parts.spans[parts.count - 2].end] == '|'
               ? without_tail(text)
               : text;
}

/* ---- the choice ------------------------------------------------------- */

/* How well a heading agrees with what the page's head calls it: 0 to 1. */
static double
agreement(const struct cd_word_set *heading, struct cd_str reference)
{
    struct cd_word_set words;
    double dice, held = 0;

    cd_word_set_of(&words, reference);
    dice = cd_word_set_dice(heading, &words);
    if (heading->count >= 3)
        held = 0.9 * (double)cd_word_set_shared(heading, &words) /
               (double)heading->count;
    return dice > held ? dice : held;
}

/* How well it agrees with the reference that names it best. */
static double
most_agreement(const struct cd_word_set *heading,
               const struct cd_str *references, size_t count)
{
    double most = 0;

    for (size_t i = 0; i < count; i++) {
        double agrees = agreement(heading, references[i]);

        most = agrees > most ? agrees : most;
    }
    return most;
}

/*
 * The heading that the references name best, if one does: of few words it must
 * agree more than a long one that stands alone, and a later one much more than
 * one before.
 */
static struct cd_str
best_heading(const struct cd_page_facts *facts, const struct sites *sites,
             const struct cd_str *references, size_t count)
{
    struct cd_str best = { NULL, 0 };
    double most = 0;
    size_t candidates = 0;

    for (size_t i = 0; i < facts->heading_count && i < HEADINGS_MAX; i++) {
        struct cd_str heading = without_site(facts->headings[i], sites);
        struct cd_word_set words;
        double agrees, least;

        cd_word_set_of(&words, heading);
        if (words.count == 0 || is_site(sites, heading))
            continue;
        candidates++;
        least = words.count >= 4 && candidates == 1 ? 0.2 : 0.4;
        agrees = most_agreement(&words, references, count);
        if (agrees >= least &&
            agrees > most + (best.n > 0 ? LATER_GAP / 100.0 : 0)) {
            most = agrees;
            best = heading;
        }
    }
    return best;
}

/* ---- the spelling ----------------------------------------------------- */

/* "Blog:", "March 4, 2025": what may stand before a headline in its heading. */
static bool
is_label(struct cd_str text)
{
    struct cd_word_set words;
    struct cd_date date;
    struct cd_span span;

    if (text.p[text.n - 1] == '\n')
        return true;
    cd_word_set_of(&words, text);
    if (text.p[text.n - 1] == ':')
        return words.count <= LABEL_WORDS;
    return words.count == 3 &&
           cd_date_find(text, CD_DATE_MONTH_FIRST, &date, &span);
}

/* Is headline what the heading says but for a label before it, or but for the
 * lines behind it? */
static bool
is_core_of(struct cd_str headline, struct cd_str heading)
{
    for (size_t at = 1; at + 1 < heading.n; at++) {
        char c = heading.p[at];

        if (c == '\n' && cd_same_letters(headline, cd_str_sub(heading, 0, at)))
            return true;
        if ((c == '\n' || c == ':' || c == ' ') &&
            cd_same_letters(headline, cd_str_sub(heading, at + 1, heading.n)) &&
            is_label(cd_str_sub(heading, 0, at + (c != ' '))))
            return true;
    }
    return false;
}

/*
 * A heading may hold more than the headline: a label, a date, a counter on
 * lines of their own.  Where the head of the page names one of its parts, that
 * is the headline.
 */
static struct cd_str
spelled(struct cd_str heading, const struct cd_str *named, size_t count)
{
    struct cd_str head = { NULL, 0 };

    for (size_t i = 0; i < count && head.n == 0; i++)
        head = named[(i + 1) % count]; /* OpenGraph, ..., <title> */
    if (head.n == 0)
        return without_bar(heading);
    if (is_core_of(head, heading) ||
        (memchr(heading.p, '\n', heading.n) != NULL &&
         cd_same_letters(head, heading)))
        return head;
    return without_bar(heading);
}

struct cd_fact
cd_title_choose(struct cd_arena *arena, const struct cd_page_facts *facts,
                struct cd_str url)
{
    struct sites sites;
    struct cd_str heading, named[4];
    const char *const sources[] = { "title", "og", "json-ld", "twitter" };

    find_sites(&sites, facts, url);
    named[0] = without_site(facts->title, &sites);
    named[1] = without_site(cd_meta_tag(facts, "og:title"), &sites);
    named[2] = without_site(facts->jsonld.article.headline, &sites);
    named[3] = without_site(cd_meta_tag(facts, "twitter:title"), &sites);
    heading = best_heading(facts, &sites, named, CD_COUNT(named));
    if (heading.n > 0)
        return (struct cd_fact){
            cd_arena_copy(arena, spelled(heading, named, CD_COUNT(named))), "h1"
        };
    for (size_t i = 0; i < CD_COUNT(named); i++)
        named[i] = without_bar(named[i]);
    /* <title> often carries more than the headline: a shorter one that it
     * begins or ends with is the headline. */
    if (named[1].n > 0 &&
        (cd_str_starts(named[0], named[1]) || cd_str_ends(named[0], named[1])))
        return (struct cd_fact){ cd_arena_copy(arena, named[1]), "og" };
    named[0] = without_tail(named[0]);
    for (size_t i = 0; i < CD_COUNT(named); i++) {
        if (named[i].n > 0)
            return (struct cd_fact){ cd_arena_copy(arena, named[i]),
                                     sources[i] };
    }
    if (facts->heading_count > 0)
        return (struct cd_fact){ facts->headings[0], "h1" };
    return (struct cd_fact){ { NULL, 0 }, NULL };
}
