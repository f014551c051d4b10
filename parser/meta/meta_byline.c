/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/meta_byline.h"

#include "base/ascii.h"
#include "base/json.h"
#include "base/utf8.h"
#include "parser/judge/address.h"
#include "parser/meta/meta_title.h"

enum {
    LOWER_LINE = 48, /* a line that may name an account in small letters */
    LONGEST = 160,
    FULL_NAME = 40, /* what may stand in for one word */
    TEASERS = 2,    /* other names than the first that a page's lines have */
};

/* ---- splitting -------------------------------------------------------- */

/* "MD", "Ph.D.", "RN": it follows a comma but belongs to the name before. */
static bool
is_credential(struct cd_str text)
{
    size_t uppers = 0, letters = 0;

    for (size_t i = 0; i < text.n; i++) {
        letters += cd_ascii_is_alpha(text.p[i]);
        uppers += cd_ascii_is_upper(text.p[i]);
    }
    return letters > 0 && letters <= 6 && 2 * uppers >= letters &&
           memchr(text.p, ' ', text.n) == NULL;
}

/* A separator of names at at: its length, else 0. */
static size_t
name_separator(struct cd_str text, size_t at)
{
    static const struct cd_str words[] = {
        { ", and ", 6 }, { " and ", 5 },  { ", & ", 4 },  { " & ", 3 },
        { ", ", 2 },     { "; ", 2 },     { " und ", 5 }, { " et ", 4 },
        { " y ", 3 },    { " e ", 3 },    { " en ", 4 },  { " och ", 5 },
        { " og ", 4 },   { " with ", 6 },
    };

    for (size_t i = 0; i < CD_COUNT(words); i++) {
        if (cd_str_starts(cd_str_sub(text, at, text.n), words[i]))
            return words[i].n;
    }
    return 0;
}

struct cd_str
cd_byline_split(struct cd_arena *arena, struct cd_str byline)
{
    struct cd_buf out = { 0 };
    size_t start = 0;

    cd_buf_putc(&out, '[');
    for (size_t at = 0; at <= byline.n; at++) {
        size_t n = at < byline.n ? name_separator(byline, at) : 1;
        size_t next = at + n;

        if (n == 0)
            continue;
        if (n == 2 && next < byline.n) { /* a comma: is a title behind it? */
            size_t end = next;

            while (end < byline.n && name_separator(byline, end) == 0)
                end++;
            if (is_credential(cd_str_sub(byline, next, end)) &&
                !cd_byline_is_agency(cd_str_sub(byline, next, end)))
                continue;
        }
        if (at > start) {
            cd_json_next(&out);
            cd_json_str(&out, cd_str_trim(cd_str_sub(byline, start, at)));
        }
        start = next;
        at = next - 1;
    }
    cd_buf_putc(&out, ']');
    return cd_buf_into(&out, arena);
}

/* ---- the choice ------------------------------------------------------- */

/* "Ana Reyes, The Harbour Post" without the paper. */
static struct cd_str
without_paper(const struct cd_page_facts *facts, struct cd_str url,
              struct cd_str names)
{
    for (size_t at = names.n; at > 0; at--) {
        struct cd_str last;

        if (names.p[at - 1] != ',')
            continue;
        last = cd_str_trim(cd_str_sub(names, at, names.n));
        return last.n > 0 && memchr(names.p, ' ', at - 1) != NULL &&
                       cd_title_is_site(facts, url, last)
                   ? cd_str_sub(names, 0, at - 1)
                   : names;
    }
    return names;
}

/* The byline that a tag or script gives, once it is clean; a site's own name
 * is no author unless site allows it. */
static struct cd_str
acceptable(const struct cd_page_facts *facts, struct cd_str url,
           struct cd_str text, bool site)
{
    struct cd_str clean;

    if (text.p == NULL)
        return text;
    clean = without_paper(facts, url, cd_byline_clean(text));
    if (clean.n > 0 && !site && cd_title_is_site(facts, url, clean))
        clean.n = 0;
    return clean;
}

/* The contents of all tags of that name, which papers repeat once an author:
 * "A, B". */
static struct cd_str
all_of(struct cd_arena *arena, const struct cd_page_facts *facts,
       const char *name)
{
    struct cd_str wanted = cd_str_of(name), all = { NULL, 0 };

    for (size_t i = 0; i < facts->tag_count; i++) {
        struct cd_str content = cd_str_trim(facts->tags[i].content);

        if (content.n == 0 || content.n > LONGEST || all.n > LONGEST ||
            !cd_str_eq(facts->tags[i].name, wanted))
            continue;
        if (all.n == 0)
            all = content;
        else if (cd_str_find(all, content, 0) == SIZE_MAX)
            all = cd_arena_printf(arena, "%.*s, %.*s", (int)all.n, all.p,
                                  (int)content.n, content.p);
    }
    return all;
}

static struct cd_str
from_tags(struct cd_arena *arena, const struct cd_page_facts *facts,
          struct cd_str url)
{
    static const char *const names[] = {
        "author",          "parsely-author",      "sailthru.author",
        "citation_author", "article:author_name", "dc.creator",
        "dcterms.creator", "dc.author",           "byl",
        "byline",          "twitter:data1",       "article:author",
    };

    for (size_t i = 0; i < CD_COUNT(names); i++) {
        struct cd_str clean =
            acceptable(facts, url, all_of(arena, facts, names[i]), false);

        if (clean.n > 0)
            return clean;
    }
    return (struct cd_str){ NULL, 0 };
}

/* With a capital, or in a script that has none. */
static bool
begins_like_a_name(struct cd_str text)
{
    size_t at = 0;
    uint32_t code = cd_utf8_next(text, &at);

    return cd_utf8_is_letter(code) &&
           (cd_utf8_is_upper(code) || cd_utf8_lower(code) != code ||
            code >= 0x530);
}

/* May the byline of a hint be one?  A line that begins with "By" somewhere on
 * the page must look like a name otherwise too: "By company size". */
static bool
is_likely(const struct cd_hint *hint, struct cd_str clean, bool printed)
{
    bool one_word = memchr(clean.p, ' ', clean.n) == NULL;

    if (hint->trust < CD_TRUST_SAID && cd_byline_has_menu_word(clean) &&
        !(printed && cd_byline_is_desk(clean)))
        return false;
    if (hint->trust == CD_TRUST_FAR && one_word)
        return false;
    return begins_like_a_name(clean) ||
           (printed && hint->text.n <= LOWER_LINE && one_word);
}

/* The acceptable byline of hint i, if it has that trust; printed: only one with
 * "By". */
static struct cd_str
from_hint(const struct cd_page_facts *facts, struct cd_str url, size_t i,
          enum cd_trust trust, bool printed)
{
    const struct cd_hint *hint = &facts->bylines[i];
    struct cd_str clean = { NULL, 0 };

    if (hint->trust == trust && (!printed || cd_byline_begins(hint->text)))
        clean = acceptable(facts, url, hint->text,
                           printed || trust == CD_TRUST_NAME);
    return clean.n > 0 && is_likely(hint, clean, printed)
               ? clean
               : (struct cd_str){ NULL, 0 };
}

/* The first of them. */
static struct cd_str
from_page(const struct cd_page_facts *facts, struct cd_str url,
          enum cd_trust trust, bool printed)
{
    struct cd_str clean = { NULL, 0 };

    for (size_t i = 0; i < facts->byline_count && clean.n == 0; i++)
        clean = from_hint(facts, url, i, trust, printed);
    return clean;
}

/* "By ..." somewhere on the page.  Where three are named or more, each by a
 * line of its own, those are the authors of teasers; on a forum, of posts. */
static struct cd_str
from_anywhere(const struct cd_page_facts *facts, struct cd_str url)
{
    struct cd_str first = { NULL, 0 };
    size_t others = 0;

    for (size_t i = 0; i < facts->byline_count && others < TEASERS; i++) {
        struct cd_str clean = from_hint(facts, url, i, CD_TRUST_FAR, true);

        if (first.n == 0)
            first = clean;
        others += clean.n > 0 && !cd_str_eq(clean, first);
    }
    return others < TEASERS || cd_address_is_forum(url)
               ? first
               : (struct cd_str){ NULL, 0 };
}

/*
 * A site that bears its author's name, or articles that the site itself signs:
 * only where the author tag says so, or where a script's looks like a person.
 */
static struct cd_str
from_site(struct cd_arena *arena, const struct cd_page_facts *facts,
          struct cd_str url)
{
    struct cd_str tag =
        acceptable(facts, url, all_of(arena, facts, "author"), true);
    struct cd_str script;

    if (tag.n > 0 && memchr(tag.p, ' ', tag.n) != NULL)
        return tag;
    script = acceptable(facts, url, facts->jsonld.article.byline, true);
    return script.n > 0 && cd_byline_is_name(script)
               ? script
               : (struct cd_str){ NULL, 0 };
}

/* "Ana Reyes, Halm" where a script names Ana Reyes alone: the place that she
 * writes from goes, an agency stays. */
static struct cd_str
without_place(struct cd_str printed, struct cd_str script)
{
    struct cd_str rest;

    if (script.n == 0 || memchr(script.p, ' ', script.n) == NULL ||
        !cd_str_starts(printed, script))
        return printed;
    rest = cd_str_sub(printed, script.n, printed.n);
    if (!cd_str_starts(rest, CD_STR(", ")) ||
        memchr(rest.p + 2, ' ', rest.n - 2) != NULL ||
        is_credential(cd_str_sub(rest, 2, rest.n)))
        return printed;
    return cd_str_sub(printed, 0, script.n);
}

/* Where a byline may come from, the surest first. */
enum place { PRINTED, SCRIPT, TAGS, MARKED, NEAR, SITE, ANYWHERE, PLACE_COUNT };

static struct cd_str
look(struct cd_arena *arena, const struct cd_page_facts *facts,
     struct cd_str url, enum place place)
{
    struct cd_str found = { NULL, 0 };

    switch (place) {
    case PRINTED:
        return without_place(
            from_page(facts, url, CD_TRUST_NEAR, true),
            acceptable(facts, url, facts->jsonld.article.byline, false));
    case SCRIPT:
        return acceptable(facts, url, facts->jsonld.article.byline, false);
    case TAGS:
        return from_tags(arena, facts, url);
    case MARKED:
        found = from_page(facts, url, CD_TRUST_SAID, false);
        return found.n > 0 ? found
                           : from_page(facts, url, CD_TRUST_CLASS, false);
    case NEAR:
        return from_page(facts, url, CD_TRUST_NAME, false);
    case SITE:
        return from_site(arena, facts, url);
    case ANYWHERE:
        return from_anywhere(facts, url);
    case PLACE_COUNT:
        break;
    }
    return found;
}

static bool
is_full(struct cd_str names)
{
    return memchr(names.p, ' ', names.n) != NULL;
}

/* One word is an account or half a name: a full name from the places that are
 * meant for it is better. */
struct cd_fact
cd_byline_choose(struct cd_arena *arena, const struct cd_page_facts *facts,
                 struct cd_str url)
{
    static const char *const sources[PLACE_COUNT] = { "page", "json-ld", "meta",
                                                      "page", "page",    "site",
                                                      "page" };
    struct cd_fact best = { { NULL, 0 }, NULL };

    for (int place = 0; place < PLACE_COUNT; place++) {
        struct cd_str found;

        if (best.value.n > 0 && (place > MARKED || is_full(best.value)))
            break;
        found = look(arena, facts, url, (enum place)place);
        if (found.n > 0 &&
            (best.value.n == 0 || (is_full(found) && found.n <= FULL_NAME)))
            best = (struct cd_fact){ found, sources[place] };
    }
    if (best.value.n > 0)
        best.value = cd_arena_copy(arena, best.value);
    return best;
}
