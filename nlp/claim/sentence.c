/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/claim/sentence.h"

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
    { "Mrd", 3 },  { "Mio", 3 },  { "Mill", 4 }, { "Tsd", 3 }, { "Nr", 2 },
    { "bzw", 3 },  { "Bio", 3 },  { "Std", 3 },  { "rd", 2 },  { "Sra", 3 },
    { "Mme", 3 },  { "art", 3 },  { "Art", 3 },
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
    if (word.n == 1 && cd_ascii_is_upper(word.p[0])) /* not "I/B/E/S." */
        return from == start || memchr("/&-", text.p[from - 1], 3) == NULL;
    if (word.n > 1 && memchr(word.p, '.', word.n) != NULL &&
        cd_ascii_is_alpha(word.p[0]) && word.p[1] == '.')
        return true;
    for (size_t i = 0; i < CD_COUNT(abbreviations); i++)
        if (cd_str_eq(word, abbreviations[i]))
            return true;
    return false;
}

static const struct cd_str months[] = {
    { "Januar", 6 }, { "Februar", 7 }, { "M\xC3\xA4rz", 5 }, { "April", 5 },
    { "Mai", 3 },    { "Juni", 4 },    { "Juli", 4 },        { "August", 6 },
    { "Septem", 6 }, { "Oktober", 7 }, { "Novem", 5 },       { "Dezember", 8 },
};

/* "am 3. Mai": does the point at at follow a day before its month? */
static bool
is_day(struct cd_str text, size_t start, size_t at, size_t end)
{
    size_t from = at, next = at + 1;

    while (from > start && cd_ascii_is_digit(text.p[from - 1]))
        from--;
    if (from == at || at - from > 2)
        return false;
    while (next < end && cd_ascii_is_space(text.p[next]))
        next++;
    for (size_t i = 0; i < CD_COUNT(months); i++)
        if (cd_str_starts(cd_str_sub(text, next, end), months[i]))
            return true;
    return false;
}

/* German: "der 27. Minute", and what is no noun behind such a point. */
static const char *const before_ordinal[] = {
    "am",   "beim",  "das",   "dem",   "den",    "der",    "des",   "die",
    "eine", "einem", "einen", "einer", "ihre",   "ihrem",  "ihren", "ihrer",
    "im",   "jede",  "jedem", "jeden", "jeder",  "jedes",  "seine", "seinem",
    "ins",  "vom",   "zum",   "zur",   "seinen", "seiner",
};
static const char *const no_noun[] = {
    "Aber",  "Als",  "Am",  "Auch", "Auf",  "Bei",  "Da",    "Danach",
    "Dann",  "Das",  "Dem", "Den",  "Der",  "Des",  "Die",   "Diese",
    "Doch",  "Dort", "Ein", "Eine", "Er",   "Es",   "Für",   "Im",
    "In",    "Ich",  "Mit", "Nach", "Nun",  "Sein", "Seine", "Sie",
    "Trotz", "Und",  "Von", "Vor",  "Wenn", "Wer",  "Wie",   "Wir",
};

static bool
is_listed(struct cd_str word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (cd_str_is(word, list[i]))
            return true;
    return false;
}

/* "in der 27. Minute": does the point at at follow a number behind an article,
 * before a noun? */
static bool
is_ordinal(struct cd_str text, size_t start, size_t at, size_t end)
{
    size_t from = at, next = at + 1, stop;
    struct cd_str word;
    char lower[8];

    while (from > start && cd_ascii_is_digit(text.p[from - 1]))
        from--;
    if (from == at || at - from > 3 || from < start + 2 ||
        text.p[from - 1] != ' ')
        return false;
    for (stop = --from; from > start && cd_ascii_is_alpha(text.p[from - 1]);)
        from--;
    if (stop == from || stop - from > sizeof(lower))
        return false;
    memcpy(lower, text.p + from, stop - from);
    lower[0] = cd_ascii_lower(lower[0]);
    word = (struct cd_str){ lower, stop - from };
    if (!is_listed(word, before_ordinal, CD_COUNT(before_ordinal)))
        return false;
    while (next < end && cd_ascii_is_space(text.p[next]))
        next++;
    for (stop = next; stop < end && (cd_ascii_is_alpha(text.p[stop]) ||
                                     (unsigned char)text.p[stop] >= 0x80);)
        stop++;
    word = cd_str_sub(text, next, stop);
    return word.n > 1 && !is_listed(word, no_noun, CD_COUNT(no_noun));
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

bool
cd_sentence_is_cut(struct cd_str text, struct cd_span sentence,
                   struct cd_span block)
{
    size_t at = sentence.end;

    if (sentence.end >= block.end ||
        sentence.end - sentence.start < CD_SENTENCE_MAX / 2)
        return false;
    while (at > sentence.start && cd_ascii_is_space(text.p[at - 1]))
        if (text.p[--at] == '\n')
            return false;
    return sentence.end - sentence.start >= CD_SENTENCE_MAX / 2 &&
           memchr(".!?", text.p[at - 1], 3) == NULL;
}

struct cd_span
cd_sentence_next(struct cd_str text, struct cd_span block, bool ordinals)
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
            (c == '.' && end == at + 1 &&
             (is_abbreviation(text, start, at) ||
              is_day(text, start, at, block.end) ||
              (ordinals && is_ordinal(text, start, at, block.end)))))
            continue;
        return (struct cd_span){ start, skip_space(text, end, block.end) };
    }
    return block;
}
