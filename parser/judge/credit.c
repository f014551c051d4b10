/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/credit.h"

#include "base/ascii.h"
#include "base/utf8.h"

enum cd_credit_place {
    CD_CREDIT_MARK,   /* names follow to the end of the line */
    CD_CREDIT_AGENCY, /* the line ends with it, or begins with it */
};

struct cd_credit_row {
    const char *form;
    enum cd_credit_place place;
    const char *lang;
};

#include "parser/judge/credit.inc"

enum {
    NAME_WORDS = 8,   /* behind a mark */
    PHOTOGRAPHER = 4, /* and behind an agency and a stroke */
    LINE_WORDS = 9,   /* of a line that is nothing but names and an agency */
};

/* A line, and where its last words begin: found once, for a credit may seem to
 * begin at each of its signs. */
struct line {
    struct cd_str text;
    size_t end;          /* without brackets, quotation marks and stops */
    size_t names;        /* behind it stand few enough words for names */
    size_t photographer; /* and for the one behind an agency and a stroke */
    bool few;            /* LINE_WORDS or less */
};

/* Bytes of the longest form, and more: in other case it may be longer. */
static size_t
longest_form(void)
{
    size_t n = 0;

    for (size_t i = 0; i < CD_COUNT(cd_credit_row_table); i++) {
        size_t form = strlen(cd_credit_row_table[i].form);

        n = form > n ? form : n;
    }
    return 3 * n;
}

/* Behind the last word but so many of text; 0: there are no more than these. */
static size_t
before_last(struct cd_str text, size_t words)
{
    size_t at = text.n;

    for (;;) {
        while (at > 0 && text.p[at - 1] == ' ')
            at--;
        if (at == 0 || words-- == 0)
            return at;
        while (at > 0 && text.p[at - 1] != ' ')
            at--;
    }
}

static struct line
line_of(struct cd_str text)
{
    struct line line = { .text = text, .end = text.n };

    while (line.end > 0 && strchr(" .)]'\"", text.p[line.end - 1]) != NULL)
        line.end--;
    line.names = before_last(cd_str_sub(text, 0, line.end), NAME_WORDS);
    line.photographer = before_last(text, PHOTOGRAPHER);
    line.few = before_last(text, LINE_WORDS) == 0;
    return line;
}

/* Does something new begin at at: the line, a sentence, a sign, or what stands
 * behind one? */
static bool
begins(struct cd_str text, size_t at)
{
    if (cd_str_starts(cd_str_sub(text, at, text.n), CD_STR("©")))
        return true;
    while (at > 0 && text.p[at - 1] == ' ')
        at--;
    return at == 0 || strchr(".!?|()[]/,;:-\"", text.p[at - 1]) != NULL ||
           (text.p[at - 1] & 0x80) != 0;
}

static bool
ends_word(struct cd_str text, size_t at)
{
    return at >= text.n || !cd_ascii_is_alpha(text.p[at]) ||
           !cd_ascii_is_alpha(text.p[at - 1]);
}

/* The mark of "Photo: Ada Lovell", which ends before at: names stand from there
 * to the end of the line. */
static bool
is_mark(const struct line *line, size_t at)
{
    return at >= line->names && ends_word(line->text, at) &&
           cd_str_trim(cd_str_sub(line->text, at, line->end)).n > 0;
}

/* "Lovell/Getty Images", "at dawn. AP", "AP/Ada Lovell" at the end of the line,
 * or "Getty Images / Ada Lovell" alone; the agency begins at at. */
static bool
is_agency(const struct line *line, size_t at, size_t n)
{
    struct cd_str text = line->text;
    struct cd_str before = cd_str_trim(cd_str_sub(text, 0, at));
    struct cd_str rest = cd_str_sub(text, at + n, text.n);

    if (at + n >= line->end)
        return text.p[text.n - 1] != '.' &&
               (before.n == 0 ||
                strchr("/|(.!?", before.p[before.n - 1]) != NULL);
    if (rest.p[0] == '/' && at + n >= line->photographer)
        return true;
    rest = cd_str_trim(rest);
    return at == 0 && strchr("/|", rest.p[0]) != NULL && line->few;
}

/* Does a credit begin at at, with first in lower case? */
static bool
is_credit_at(const struct line *line, size_t at, uint32_t first)
{
    struct cd_str rest = cd_str_sub(line->text, at, line->text.n);

    for (size_t i = 0; i < CD_COUNT(cd_credit_row_table); i++) {
        const struct cd_credit_row *row = &cd_credit_row_table[i];
        size_t n = cd_utf8_may_begin(row->form, first)
                       ? cd_utf8_begins(rest, cd_str_of(row->form))
                       : 0;

        if (n > 0 && (row->place == CD_CREDIT_MARK ? is_mark(line, at + n)
                                                   : is_agency(line, at, n)))
            return true;
    }
    return false;
}

/* Where the first credit may begin: in a long line so near to its end that few
 * enough words stand behind it. */
static size_t
first_of(const struct line *line)
{
    size_t at = line->names < line->end ? line->names : line->end;
    size_t form = longest_form();

    if (line->photographer < at)
        at = line->photographer;
    if (line->few || at <= form)
        return 0;
    for (at -= form; at > 0 && (line->text.p[at] & 0xC0) == 0x80;)
        at--;
    return at;
}

enum cd_credit
cd_credit_find(struct cd_str text)
{
    struct line line = line_of(text);

    for (size_t at = first_of(&line), next; at < text.n; at = next) {
        uint32_t code;

        next = at;
        code = cd_utf8_next(text, &next);
        if (code == ' ' || !begins(text, at) ||
            !is_credit_at(&line, at, cd_utf8_lower(code)))
            continue;
        return at <= 1 || line.few ? CD_CREDIT_ALL : CD_CREDIT_ENDS;
    }
    return CD_CREDIT_NONE;
}
