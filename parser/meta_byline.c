/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta_byline.h"

#include "base/ascii.h"
#include "base/date.h"
#include "base/json.h"
#include "base/utf8.h"
#include "parser/meta_title.h"
#include "parser/meta_words.h"

enum cd_byline_use { CD_BYLINE_BEGIN, CD_BYLINE_END, CD_BYLINE_NOBODY };

struct cd_byline_row {
    const char *form; /* lower case */
    enum cd_byline_use use;
    const char *lang;
};

#include "parser/byline.inc"

enum { LONGEST = 160, MOST_WORDS = 16, FOLDED_MAX = CD_BYLINE_ROW_KEY_MAX + 8 };

/* ---- the table -------------------------------------------------------- */

static const struct cd_byline_row *
exact(struct cd_str folded)
{
    size_t low = 0, high = CD_COUNT(cd_byline_row_table);

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        const struct cd_byline_row *row = &cd_byline_row_table[mid];
        int order = cd_str_compare(folded, cd_str_of(row->form));

        if (order == 0)
            return row;
        if (order > 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

/* The longest row at the start of text that ends with a word, and how many
 * bytes of text it takes. */
static const struct cd_byline_row *
row_at(struct cd_str text, size_t *taken)
{
    char folded[FOLDED_MAX];
    const struct cd_byline_row *best = NULL;
    size_t n = 0;

    for (size_t at = 0; at < text.n && n + 4 <= sizeof(folded);) {
        const struct cd_byline_row *row;

        n += cd_utf8_put(folded + n, cd_utf8_lower(cd_utf8_next(text, &at)));
        if (cd_utf8_is_word(text, at))
            continue;
        row = exact((struct cd_str){ folded, n });
        if (row != NULL) {
            best = row;
            *taken = at;
        }
    }
    return best;
}

/* ---- cleaning --------------------------------------------------------- */

static struct cd_str
strip_marks(struct cd_str text)
{
    static const char marks[] = " \t\n,;:|-/\"";

    while (text.n > 0 && strchr(marks, text.p[0]) != NULL && text.p[0] != 0) {
        text.p++;
        text.n--;
    }
    while (text.n > 0 && strchr(marks, text.p[text.n - 1]) != NULL &&
           text.p[text.n - 1] != 0)
        text.n--;
    return text;
}

/* Off with "By", "Written by:", "Author |". */
static struct cd_str
strip_begin(struct cd_str text)
{
    const struct cd_byline_row *row;
    size_t taken = 0;

    text = strip_marks(text);
    while ((row = row_at(text, &taken)) != NULL &&
           row->use == CD_BYLINE_BEGIN && taken < text.n)
        text = strip_marks(cd_str_sub(text, taken, text.n));
    return text;
}

/* Where a word of use END, a bar, a bullet or a bracket ends the names. */
static size_t
names_end(struct cd_str text)
{
    bool inside = false;

    for (size_t at = 0; at < text.n;) {
        size_t next = at, taken = 0;
        uint32_t code = cd_utf8_next(text, &next);
        const struct cd_byline_row *row;
        bool word = cd_utf8_is_letter(code) || cd_utf8_is_digit(code);

        if (code == '|' || code == 0x2022 || code == 0xB7 || code == '\n' ||
            code == 0x2014 || code == 0x2013)
            return at;
        if (word && !inside && at > 0) {
            row = row_at(cd_str_sub(text, at, text.n), &taken);
            if (row != NULL && row->use == CD_BYLINE_END)
                return at;
        }
        inside = word;
        at = next;
    }
    return text.n;
}

static bool
names_nobody(struct cd_str text)
{
    size_t taken = 0;
    const struct cd_byline_row *row = row_at(text, &taken);

    return row != NULL && taken == text.n;
}

/* Names have a capital or come from a script without case, few words, few
 * digits, and no sign of an address. */
static bool
looks_like_names(struct cd_str text)
{
    size_t letters = 0, uppers = 0, digits = 0, words = 0;
    bool inside = false, cased = false;

    if (text.n < 2 || text.n > LONGEST ||
        cd_str_find(text, CD_STR("://"), 0) != SIZE_MAX ||
        cd_str_find(text, CD_STR("@"), 0) != SIZE_MAX ||
        cd_str_find(text, CD_STR("{"), 0) != SIZE_MAX)
        return false;
    for (size_t at = 0; at < text.n;) {
        uint32_t code = cd_utf8_next(text, &at);
        bool letter = cd_utf8_is_letter(code);

        words += letter && !inside;
        inside = letter || code == '\'' || code == 0x2019 || code == '.';
        letters += letter;
        digits += cd_utf8_is_digit(code);
        uppers += cd_utf8_is_upper(code);
        cased = cased || (letter && code < 0x530);
    }
    return letters >= 2 && digits * 3 <= letters && words <= MOST_WORDS &&
           (!cased || uppers > 0) && (!cased || words <= 2 * uppers + 2);
}

struct cd_str
cd_byline_clean(struct cd_str text)
{
    struct cd_date date;
    struct cd_span span;

    text = strip_begin(text);
    if (cd_date_find(text, CD_DATE_MONTH_FIRST, &date, &span))
        text = cd_str_sub(text, 0, span.start);
    text = strip_marks(cd_str_sub(text, 0, names_end(text)));
    if (!looks_like_names(text) || names_nobody(text))
        return (struct cd_str){ text.p, 0 };
    return text;
}

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
        { ", and ", 6 }, { " and ", 5 }, { ", & ", 4 }, { " & ", 3 },
        { ", ", 2 },     { "; ", 2 },    { " und ", 5 }, { " et ", 4 },
        { " y ", 3 },    { " e ", 3 },   { " en ", 4 },  { " och ", 5 },
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
    struct cd_str all;
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
            if (is_credential(cd_str_sub(byline, next, end)))
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
    all = cd_arena_copy(arena, cd_buf_str(&out));
    cd_buf_release(&out);
    return all;
}

/* ---- the choice ------------------------------------------------------- */

/* The byline that a tag or script gives, once it is clean; a site's own name
 * is no author. */
static struct cd_str
acceptable(const struct cd_page_facts *facts, struct cd_str url,
           struct cd_str text)
{
    struct cd_str clean;

    if (text.p == NULL)
        return text;
    clean = cd_byline_clean(text);
    if (clean.n > 0 && cd_title_is_site(facts, url, clean))
        clean.n = 0;
    return clean;
}

static struct cd_str
from_tags(const struct cd_page_facts *facts, struct cd_str url)
{
    static const char *const names[] = {
        "author",          "parsely-author", "sailthru.author",
        "article:author_name", "dc.creator", "dcterms.creator",
        "dc.author",       "byl",            "byline",
        "twitter:data1",   "citation_author", "article:author",
    };

    for (size_t i = 0; i < CD_COUNT(names); i++) {
        struct cd_str clean =
            acceptable(facts, url, cd_meta_tag(facts, names[i]));

        if (clean.n > 0)
            return clean;
    }
    return (struct cd_str){ NULL, 0 };
}

/* The first byline of the most trusted places: printed ones begin with "By"
 * or stand in an element that says author. */
static struct cd_str
from_page(const struct cd_page_facts *facts, struct cd_str url, int trust)
{
    for (size_t i = 0; i < facts->byline_count; i++) {
        const struct cd_hint *hint = &facts->bylines[i];
        struct cd_str clean = { NULL, 0 };
        size_t taken = 0;
        const struct cd_byline_row *row;

        if (hint->trust != trust)
            continue;
        row = row_at(strip_marks(hint->text), &taken);
        if (trust > 1 || (row != NULL && row->use == CD_BYLINE_BEGIN))
            clean = acceptable(facts, url, hint->text);
        if (clean.n > 0)
            return clean;
    }
    return (struct cd_str){ NULL, 0 };
}

struct cd_fact
cd_byline_choose(struct cd_arena *arena, const struct cd_page_facts *facts,
                 struct cd_str url)
{
    struct cd_str found = acceptable(facts, url, facts->jsonld.article.byline);

    if (found.n > 0)
        return (struct cd_fact){ cd_arena_copy(arena, found), "json-ld" };
    found = from_tags(facts, url);
    if (found.n > 0)
        return (struct cd_fact){ cd_arena_copy(arena, found), "meta" };
    for (int trust = 3; trust > 0; trust--) {
        found = from_page(facts, url, trust);
        if (found.n > 0)
            return (struct cd_fact){ cd_arena_copy(arena, found), "page" };
    }
    return (struct cd_fact){ { NULL, 0 }, NULL };
}
