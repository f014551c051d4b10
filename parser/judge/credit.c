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

static size_t
count_words(struct cd_str text)
{
    size_t words = 0;

    for (size_t i = 0; i < text.n; i++)
        words += text.p[i] != ' ' && (i == 0 || text.p[i - 1] == ' ');
    return words;
}

/* Bytes of text that are the form, in whatever case; 0: it begins otherwise. */
static size_t
begin_of(struct cd_str text, struct cd_str form)
{
    size_t at = 0;

    for (size_t of = 0; of < form.n;) {
        uint32_t code = at < text.n ? cd_utf8_next(text, &at) : 0;

        if (cd_utf8_lower(code) != cd_utf8_next(form, &of))
            return 0;
    }
    return at;
}

/* Without brackets, quotation marks and stops at the end. */
static struct cd_str
without_end(struct cd_str line)
{
    while (line.n > 0 && strchr(" .)]'\"", line.p[line.n - 1]) != NULL)
        line.n--;
    return line;
}

/* Does something new begin at at: the line, a sentence, a sign, or what stands
 * behind one? */
static bool
begins(struct cd_str line, size_t at)
{
    if (cd_str_starts(cd_str_sub(line, at, line.n), CD_STR("©")))
        return true;
    while (at > 0 && line.p[at - 1] == ' ')
        at--;
    return at == 0 || strchr(".!?|()[]/,;:-\"", line.p[at - 1]) != NULL ||
           (line.p[at - 1] & 0x80) != 0;
}

static bool
ends_word(struct cd_str line, size_t at)
{
    return at >= line.n || !cd_ascii_is_alpha(line.p[at]) ||
           !cd_ascii_is_alpha(line.p[at - 1]);
}

/* "Photo: Ada Lovell" at at, to the end of the line. */
static bool
is_mark(struct cd_str line, size_t at, size_t n)
{
    size_t words = count_words(without_end(cd_str_sub(line, at + n, line.n)));

    return words > 0 && words <= NAME_WORDS && ends_word(line, at + n);
}

/* "Lovell/Getty Images", "at dawn. AP", "AP/Ada Lovell" at the end of the line,
 * or "Getty Images / Ada Lovell" alone. */
static bool
is_agency(struct cd_str line, size_t at, size_t n)
{
    struct cd_str before = cd_str_trim(cd_str_sub(line, 0, at));
    struct cd_str rest = cd_str_sub(line, at + n, line.n);

    if (without_end(rest).n == 0)
        return line.p[line.n - 1] != '.' &&
               (before.n == 0 ||
                strchr("/|(.!?", before.p[before.n - 1]) != NULL);
    if (rest.p[0] == '/' && count_words(rest) <= PHOTOGRAPHER)
        return true;
    rest = cd_str_trim(rest);
    return at == 0 && strchr("/|", rest.p[0]) != NULL &&
           count_words(line) <= LINE_WORDS;
}

static bool
is_credit_at(struct cd_str line, size_t at)
{
    struct cd_str rest = cd_str_sub(line, at, line.n);

    for (size_t i = 0; i < CD_COUNT(cd_credit_row_table); i++) {
        const struct cd_credit_row *row = &cd_credit_row_table[i];
        size_t n = begin_of(rest, cd_str_of(row->form));

        if (n > 0 && (row->place == CD_CREDIT_MARK ? is_mark(line, at, n)
                                                   : is_agency(line, at, n)))
            return true;
    }
    return false;
}

enum cd_credit
cd_credit_find(struct cd_str line)
{
    for (size_t at = 0; at < line.n; at++) {
        if (line.p[at] == ' ' || !begins(line, at) || !is_credit_at(line, at))
            continue;
        return at <= 1 || count_words(line) <= LINE_WORDS ? CD_CREDIT_ALL
                                                          : CD_CREDIT_ENDS;
    }
    return CD_CREDIT_NONE;
}
