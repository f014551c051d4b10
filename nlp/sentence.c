/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/sentence.h"

#include "base/ascii.h"
#include "base/utf8.h"

static const struct cd_str abbreviations[] = {
    { "Mr", 2 },   { "Mrs", 3 },  { "Ms", 2 },   { "Dr", 2 },  { "St", 2 },
    { "No", 2 },   { "Nos", 3 },  { "Jr", 2 },   { "Sr", 2 },  { "Inc", 3 },
    { "Corp", 4 }, { "Co", 2 },   { "Ltd", 3 },  { "vs", 2 },  { "Jan", 3 },
    { "Feb", 3 },  { "Mar", 3 },  { "Apr", 3 },  { "Jun", 3 }, { "Jul", 3 },
    { "Aug", 3 },  { "Sep", 3 },  { "Sept", 4 }, { "Oct", 3 }, { "Nov", 3 },
    { "Dec", 3 },  { "Gov", 3 },  { "Sen", 3 },  { "Rep", 3 }, { "Gen", 3 },
    { "Lt", 2 },   { "Col", 3 },  { "Prof", 4 }, { "Rs", 2 },  { "approx", 6 },
    { "Mt", 2 },   { "Ft", 2 },   { "Fig", 3 },  { "pp", 2 },  { "al", 2 },
    { "cf", 2 },   { "Rev", 3 },  { "Capt", 4 }, { "Sgt", 3 }, { "Bros", 4 },
    { "Ave", 3 },  { "Blvd", 4 }, { "ca", 2 },   { "Est", 3 }, { "Maj", 3 },
    { "no", 2 },   { "sq", 2 },   { "est", 3 },  { "md", 2 },  { "avg", 3 },
};

/* Is the word that ends before the point at at an abbreviation, an initial? */
static bool
is_abbreviation(struct cd_str text, size_t start, size_t at)
{
    size_t from = at;
    struct cd_str word;

    while (from > start && at - from < 12 &&
           (cd_ascii_is_alnum(text.p[from - 1]) || text.p[from - 1] == '.'))
        from--;
    word = cd_str_sub(text, from, at);
    if (word.n == 1 && cd_ascii_is_upper(word.p[0]))
        return true;
    if (word.n > 1 && memchr(word.p, '.', word.n) != NULL &&
        cd_ascii_is_alpha(word.p[0]) && word.p[1] == '.')
        return true;
    for (size_t i = 0; i < CD_COUNT(abbreviations); i++)
        if (cd_str_eq(word, abbreviations[i]))
            return true;
    return false;
}

/* Skips quotes and brackets that close a sentence. */
static size_t
closing(struct cd_str text, size_t at, size_t end)
{
    while (at < end) {
        size_t next = at;
        uint32_t code = cd_utf8_next(text, &next);

        if (code != '"' && code != '\'' && code != ')' && code != ']' &&
            code != 0x201D && code != 0x2019 && code != 0xBB)
            break;
        at = next;
    }
    return at;
}

/* Does what stands behind the white space at at begin a sentence? */
static bool
opens(struct cd_str text, size_t at, size_t end)
{
    while (at < end && cd_ascii_is_space(text.p[at]))
        at++;
    while (at < end) {
        size_t next = at;
        uint32_t code = cd_utf8_next(text, &next);

        if (code == '"' || code == '\'' || code == '(' || code == '[' ||
            code == 0x201C || code == 0x2018 || code == 0xAB) {
            at = next;
            continue;
        }
        return cd_utf8_is_upper(code) || cd_utf8_is_digit(code) ||
               code == '$' || code == 0xA3 || code == 0x20AC;
    }
    return true;
}

static size_t
skip_space(struct cd_str text, size_t at, size_t end)
{
    while (at < end && cd_ascii_is_space(text.p[at]))
        at++;
    return at;
}

/* Where the sentence that is too long to be one may be cut: white space. */
static size_t
forced(struct cd_str text, size_t start, size_t at)
{
    size_t cut = at;

    while (cut > start + CD_SENTENCE_MAX / 2 &&
           !cd_ascii_is_space(text.p[cut - 1]))
        cut--;
    if (cut > start + CD_SENTENCE_MAX / 2)
        return cut;
    while (at > start && ((unsigned char)text.p[at] & 0xC0) == 0x80)
        at--;
    return at;
}

struct cd_span
cd_sentence_next(struct cd_str text, struct cd_span block)
{
    size_t start = block.start;

    for (size_t at = start; at < block.end; at++) {
        char c = text.p[at];
        size_t end;

        if (at - start >= CD_SENTENCE_MAX)
            return (struct cd_span){ start, forced(text, start, at) };
        if (c == '\n')
            return (struct cd_span){ start, skip_space(text, at, block.end) };
        if (c != '.' && c != '!' && c != '?')
            continue;
        end = closing(text, at + 1, block.end);
        if (end < block.end && !cd_ascii_is_space(text.p[end]))
            continue;
        if (!opens(text, end, block.end) ||
            (c == '.' && end == at + 1 && is_abbreviation(text, start, at)))
            continue;
        return (struct cd_span){ start, skip_space(text, end, block.end) };
    }
    return block;
}
