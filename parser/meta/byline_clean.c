/* SPDX-License-Identifier: Apache-2.0 */
/* Reading one byline: what of it are names. */
#include "parser/meta/meta_byline.h"

#include "base/ascii.h"
#include "base/date.h"
#include "base/sorted.h"
#include "base/utf8.h"

enum cd_byline_use {
    CD_BYLINE_BEGIN,
    CD_BYLINE_END,
    CD_BYLINE_NOBODY,
    CD_BYLINE_GROUP,
    CD_BYLINE_ROLE,
    CD_BYLINE_MONTH,
    CD_BYLINE_NEVER,
    CD_BYLINE_AGENCY,
    CD_BYLINE_IMAGE,
};

struct cd_byline_row {
    const char *form; /* lower case */
    enum cd_byline_use use;
    const char *lang;
};

#include "parser/meta/byline.inc"

enum { LONGEST = 160, MOST_WORDS = 16, FOLDED_MAX = CD_BYLINE_ROW_KEY_MAX + 8 };
/* ---- the table -------------------------------------------------------- */

/* The row of folded, or NULL; *longer: does a row begin with folded? */
static const struct cd_byline_row *
exact(struct cd_str folded, bool *longer)
{
    static const uint16_t pairs[] = CD_BYLINE_ROW_PAIRS;
    static const struct cd_sorted rows = CD_SORTED(cd_byline_row_table, pairs);
    size_t row = cd_sorted_first(&rows, folded);

    *longer = row < rows.count &&
              cd_str_starts(cd_str_of(cd_byline_row_table[row].form), folded);
    return cd_sorted_is(&rows, row, folded) ? &cd_byline_row_table[row] : NULL;
}

/* Does a word end before at?  Also in "ByAna", where a tag stood between, but
 * not in "AfD". */
static bool
word_ends(struct cd_str text, size_t at)
{
    size_t next = at, start;

    if (!cd_utf8_is_word(text, at))
        return true;
    return cd_utf8_is_upper(cd_utf8_next(text, &next)) &&
           !cd_utf8_is_upper(cd_utf8_before(text, at, &start)) &&
           cd_utf8_is_word(text, next);
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
        bool longer;

        n += cd_utf8_put(folded + n, cd_utf8_lower(cd_utf8_next(text, &at)));
        if (!word_ends(text, at))
            continue;
        row = exact((struct cd_str){ folded, n }, &longer);
        if (!longer)
            break;
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

/* A sign that parts the names from what follows. */
static bool
is_bar(struct cd_str text, size_t at, uint32_t code)
{
    static const uint32_t bars[] = { '|',  0x25CF, '*',    '\n',   '(',   '[',
                                     0xB7, 0x2022, 0x22C5, 0x2013, 0x2014 };

    for (size_t i = 0; i < CD_COUNT(bars); i++) {
        if (code == bars[i])
            return true;
    }
    return (code == '/' || code == '-') && at > 0 && text.p[at - 1] == ' ';
}

/* Does the row, which ends before at, end the names? */
static bool
ends_names(const struct cd_byline_row *row, struct cd_str text, size_t at,
           size_t words)
{
    while (at < text.n && (text.p[at] == ' ' || text.p[at] == '.'))
        at++;
    return row->use == CD_BYLINE_END ||
           (row->use == CD_BYLINE_ROLE && words >= 2) ||
           (row->use == CD_BYLINE_MONTH && at < text.n &&
            cd_ascii_is_digit(text.p[at]));
}

/* The row of the word that begins at at, or NULL; *taken: its bytes. */
static const struct cd_byline_row *
word_row(struct cd_str text, size_t at, size_t *taken)
{
    size_t start = at;
    bool begins =
        at == 0 || !cd_utf8_is_letter(cd_utf8_before(text, at, &start));

    return begins ? row_at(cd_str_sub(text, at, text.n), taken) : NULL;
}

bool
cd_byline_has_menu_word(struct cd_str text)
{
    for (size_t at = 0, taken; at < text.n;) {
        const struct cd_byline_row *row = word_row(text, at, &taken);

        if (row != NULL &&
            (row->use == CD_BYLINE_NEVER || row->use == CD_BYLINE_NOBODY ||
             row->use == CD_BYLINE_GROUP))
            return true;
        cd_utf8_next(text, &at);
    }
    return false;
}

bool
cd_byline_is_desk(struct cd_str text)
{
    for (size_t at = 0, taken; at < text.n;) {
        const struct cd_byline_row *row = word_row(text, at, &taken);

        if (row != NULL && at > 0 && row->use == CD_BYLINE_GROUP &&
            at + taken == text.n)
            return true;
        cd_utf8_next(text, &at);
    }
    return false;
}

/* "GSB", "R": capitals alone, as in the names of things; in "J. R. Holt" and
 * "John Holt III" they are not. */
static bool
is_acronym(struct cd_str word)
{
    size_t letters = 0, numeral = 0;

    for (size_t i = 0; i < word.n; i++) {
        if (!cd_ascii_is_upper(word.p[i]))
            return false;
        letters++;
        numeral += strchr("IVX", word.p[i]) != NULL;
    }
    return letters != 2 && letters <= 3 && letters > 0 && numeral < letters;
}

bool
cd_byline_is_name(struct cd_str text)
{
    size_t words = 0, start = 0;
    bool inside = false, acronym = false;

    for (size_t at = 0; at < text.n;) {
        uint32_t code = cd_utf8_next(text, &at);
        bool letter = cd_utf8_is_letter(code);

        if (letter && !inside && !cd_utf8_is_upper(code))
            return false;
        if (!letter && code != ' ' && code != '.' && code != '\'' &&
            code != '-' && code != 0x2019)
            return false;
        words += letter && !inside;
        inside = letter || (code != ' ' && inside);
        if (code == ' ' || at == text.n) {
            acronym =
                acronym || is_acronym(cd_str_trim(cd_str_sub(text, start, at)));
            start = at;
        }
    }
    return words >= 2 && words <= 4 && text.n <= 40 && !acronym &&
           !cd_byline_has_menu_word(text);
}

/* "AP National Political" */
static bool
is_department(struct cd_str text)
{
    size_t taken = 0;
    const struct cd_byline_row *row = row_at(text, &taken);

    return row != NULL && row->use == CD_BYLINE_AGENCY && taken < text.n;
}

/* "Ana Reyes, trial attorney" ends with the comma, "Ana Reyes, Bo Lind senior
 * reporters" with Bo's name; at: where the role begins. */
static size_t
before_role(struct cd_str text, size_t at)
{
    size_t last = at;
    struct cd_str name;

    while (last > 0 && text.p[last - 1] != ',')
        last--;
    if (last == 0)
        return at;
    name = cd_str_trim(cd_str_sub(text, last, at));
    return cd_byline_is_name(name) && !is_department(name) ? at : last - 1;
}

/* Where a word of use END, a bar, a bullet or a bracket ends the names. */
static size_t
names_end(struct cd_str text)
{
    bool inside = false;
    size_t words = 0;

    for (size_t at = 0; at < text.n;) {
        size_t next = at, taken = 0;
        uint32_t code = cd_utf8_next(text, &next);
        const struct cd_byline_row *row;
        bool word = cd_utf8_is_letter(code) || cd_utf8_is_digit(code);

        if (is_bar(text, at, code))
            return at;
        if (word && at > 0 && (!inside || word_ends(text, at))) {
            row = row_at(cd_str_sub(text, at, text.n), &taken);
            if (cd_ascii_is_digit(text.p[at]))
                return at;
            if (row != NULL && ends_names(row, text, at + taken, words))
                return row->use == CD_BYLINE_ROLE ? before_role(text, at) : at;
        }
        words += word && !inside;
        inside = word;
        at = next;
    }
    return text.n;
}

/* The row that is all of text, or NULL. */
static const struct cd_byline_row *
whole_row(struct cd_str text)
{
    size_t taken = 0;
    const struct cd_byline_row *row = row_at(text, &taken);

    return row != NULL && taken == text.n ? row : NULL;
}

static bool
names_nobody(struct cd_str text)
{
    const struct cd_byline_row *row = whole_row(text);

    return row != NULL && row->use != CD_BYLINE_AGENCY;
}

/* "Ana Reyes/Getty Images": who made a picture. */
static bool
is_of_picture(struct cd_str text)
{
    for (size_t at = 0, taken; at < text.n;) {
        const struct cd_byline_row *row = word_row(text, at, &taken);

        if (row != NULL && row->use == CD_BYLINE_IMAGE)
            return true;
        cd_utf8_next(text, &at);
    }
    return false;
}

bool
cd_byline_is_agency(struct cd_str text)
{
    const struct cd_byline_row *row = whole_row(text);

    return row != NULL && row->use == CD_BYLINE_AGENCY;
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
           (!cased || uppers > 0 || (words == 1 && digits == 0)) &&
           (!cased || words <= 2 * uppers + 2);
}

/* "Ana Reyes Ana Reyes", as a picture and its link give: once. */
static struct cd_str
once(struct cd_str text)
{
    size_t half = text.n / 2;

    if (text.n % 2 == 1 && text.p[half] == ' ' && half > 3 &&
        memcmp(text.p, text.p + half + 1, half) == 0)
        text.n = half;
    if (text.n > 2 && text.p[text.n - 1] == '.' &&
        !cd_ascii_is_upper(text.p[text.n - 2]) && text.p[text.n - 3] != '.')
        text.n--;
    return text;
}

/* "Posted on March 4, 2025 by Ana": from the "by" on. */
static struct cd_str
after_by(struct cd_str text)
{
    size_t taken = 0, at;
    struct cd_str bare = strip_marks(text);
    const struct cd_byline_row *row;
    struct cd_date date;
    struct cd_span span;

    at = cd_str_find(bare, CD_STR(" by "), 0);
    if (at == SIZE_MAX)
        at = cd_str_find(bare, CD_STR(" By "), 0);
    if (at == SIZE_MAX)
        return text;
    row = row_at(bare, &taken);
    if (row != NULL && row->use == CD_BYLINE_BEGIN)
        return text;
    if ((row != NULL && row->use == CD_BYLINE_END) ||
        cd_date_find(cd_str_sub(bare, 0, at), CD_DATE_MONTH_FIRST, &date,
                     &span))
        return cd_str_sub(bare, at + 1, bare.n);
    return text;
}

struct cd_str
cd_byline_clean(struct cd_str text)
{
    struct cd_date date;
    struct cd_span span;

    text = strip_begin(after_by(text));
    if (cd_date_find(text, CD_DATE_MONTH_FIRST, &date, &span))
        text = cd_str_sub(text, 0, span.start);
    text = once(strip_marks(cd_str_sub(text, 0, names_end(text))));
    if (!looks_like_names(text) || names_nobody(text) || is_of_picture(text))
        return (struct cd_str){ text.p, 0 };
    return text;
}

/* ---- questions -------------------------------------------------------- */

bool
cd_byline_begins(struct cd_str text)
{
    size_t taken = 0;
    const struct cd_byline_row *row =
        row_at(strip_marks(after_by(text)), &taken);

    return row != NULL && row->use == CD_BYLINE_BEGIN;
}

bool
cd_byline_is_begin(struct cd_str text)
{
    size_t taken = 0;
    struct cd_str bare = strip_marks(text);
    const struct cd_byline_row *row = row_at(bare, &taken);

    return row != NULL && row->use == CD_BYLINE_BEGIN && taken == bare.n;
}
