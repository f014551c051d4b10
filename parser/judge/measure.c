/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/measure.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "base/sorted.h"
#include "base/utf8.h"

struct stopword {
    const char *form;
    const char *languages;
};

#include "parser/judge/stopword.inc"

enum {
    STOP_WORDS_LOOKED_AT = 48,
    FIRST_CJK = 0x2E80,
    FIRST_HANGUL = 0xAC00,
    LAST_HANGUL = 0xD7AF,
    RUN_ON_BYTES = 18, /* six letters of Thai */
    NOTE_SIGNS = 24,
};

/* A word under way, and the end of a sentence. */
struct word {
    char p[STOPWORD_KEY_MAX + 8]; /* its beginning in lower case */
    size_t n;                     /* bytes; more than fit are not kept */
    bool open;
    bool counted;  /* the full stop before this */
    unsigned note; /* signs since the bracket behind a full stop, or 0 */
};

/* Byte by byte, from i on: for short keys in a table this is far cheaper than
 * memcmp(). */
static int
compare(struct cd_str key, const char *form, size_t i)
{
    while (i < key.n && key.p[i] == form[i])
        i++;
    if (i >= key.n)
        return form[i] == '\0' ? 0 : -1;
    return (int)(unsigned char)key.p[i] - (int)(unsigned char)form[i];
}

static bool
is_stop_word(struct cd_str key)
{
    static const uint16_t pairs[] = STOPWORD_PAIRS;
    const size_t pair = cd_sorted_pair(key);
    size_t low = pairs[pair], high = pairs[pair + 1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order =
            compare(key, stopword_table[middle].form, cd_sorted_shared(pair));

        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static void
close_word(struct cd_measure *m, struct word *word)
{
    if (!word->open)
        return;
    word->open = false;
    if (m->words <= STOP_WORDS_LOOKED_AT && word->n <= STOPWORD_KEY_MAX &&
        is_stop_word((struct cd_str){ word->p, word->n }))
        m->stop_words++;
}

static void
open_word(struct cd_measure *m, struct word *word, bool upper)
{
    word->open = true;
    word->n = 0;
    m->words++;
    m->capital_words += upper;
}

/* Thai, Lao, Burmese, Khmer: a space ends a clause, not a word. */
static bool
is_run_on(uint32_t code)
{
    return (code >= 0x0E00 && code <= 0x0EFF) ||
           (code >= 0x1000 && code <= 0x109F) ||
           (code >= 0x1780 && code <= 0x17FF);
}

static void
add_letter(struct cd_measure *m, struct word *word, uint32_t code, bool upper)
{
    char bytes[4];
    size_t n;

    if (!word->open)
        open_word(m, word, upper);
    else if (word->n % RUN_ON_BYTES == 0 && is_run_on(code))
        m->words++;
    if (upper)
        code = cd_utf8_lower(code);
    n = cd_utf8_put(bytes, code);
    if (word->n + n <= sizeof word->p)
        memcpy(word->p + word->n, bytes, n);
    word->n += n;
    m->hash = cd_hash(m->hash, (struct cd_str){ bytes, n });
    m->letters++;
    m->uppers += upper;
    if (m->letters == 1)
        m->capital = upper;
}

/* The same for most letters of most pages: a to z inside a word. */
static void
go_on(struct cd_measure *m, struct word *word, char letter)
{
    if (word->n < sizeof word->p)
        word->p[word->n] = letter;
    word->n++;
    m->hash = cd_hash_add(m->hash, (unsigned char)letter);
    m->letters++;
    m->end = CD_END_OPEN;
}

static bool
is_unspaced(uint32_t code)
{
    return code >= FIRST_CJK && !(code >= FIRST_HANGUL && code <= LAST_HANGUL);
}

/* Ideographs and kana: every second one counts as a word. */
static void
add_unspaced(struct cd_measure *m, struct word *word, uint32_t code)
{
    char bytes[4];

    close_word(m, word);
    m->letters++;
    m->words += m->letters % 2;
    m->hash =
        cd_hash(m->hash, (struct cd_str){ bytes, cd_utf8_put(bytes, code) });
}

enum cd_end
cd_measure_end(uint32_t code, enum cd_end before)
{
    switch (code) {
    case '.':
        return before == CD_END_STOP || before == CD_END_ELLIPSIS
                   ? CD_END_ELLIPSIS
                   : CD_END_STOP;
    case '!':
    case '?':
    case 0x3002: /* ideographic full stop */
    case 0xFF01:
    case 0xFF1F:
    case 0xFF0E:
    case 0x061F: /* Arabic question mark */
    case 0x06D4:
    case 0x0964: /* danda */
    case 0x037E: /* Greek question mark */
        return CD_END_STOP;
    case 0x2026:
        return CD_END_ELLIPSIS;
    case ':':
    case 0xFF1A:
        return CD_END_COLON;
    case ',':
    case ';':
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x060C:
    case 0x3001:
    case 0xFF0C:
        return CD_END_COMMA;
    default:
        return CD_END_OPEN;
    }
}

/* Signs that may follow the end of a sentence without undoing it. */
static bool
is_closing(uint32_t code)
{
    return code == '"' || code == '\'' || code == ')' || code == ']' ||
           code == 0x2019 || code == 0x201D || code == 0xBB || code == 0x300D ||
           code == 0x300F || code == 0xFF09 || code == 0x200B || code == '*';
}

static bool
is_bar(uint32_t code)
{
    return code == '|' || code == '/' || code == '>' || code == 0x2022 ||
           code == 0xB7 || code == 0xBB || (code >= 0x2190 && code <= 0x21FF) ||
           code == 0x203A || code == 0x25CF || code == 0x25B6;
}

static bool
is_quote(uint32_t code)
{
    return code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0xAB ||
           code == 0x300C;
}

/* Where a sentence has ended: a space, a word of a script without spaces, the
 * end of the text. */
static void
count_stop(struct cd_measure *m, struct word *word)
{
    if (m->end != CD_END_STOP || word->counted)
        return;
    m->stops++;
    word->counted = true;
}

/* A note behind a full stop, such as "[45]", does not undo it. */
static void
follow_note(struct cd_measure *m, struct word *word, uint32_t code,
            enum cd_end before)
{
    if (word->note == 0) {
        word->note = code == '[' && before == CD_END_STOP;
        return;
    }
    word->note = word->note < NOTE_SIGNS ? word->note + 1 : 0;
    if (code != ']' || word->note == 0)
        return;
    m->end = CD_END_STOP;
    word->note = 0;
}

static void
add_sign(struct cd_measure *m, uint32_t code)
{
    m->commas +=
        code == ',' || code == 0x3001 || code == 0xFF0C || code == 0x060C;
    m->marks += code == '!' || code == '?';
    m->bars += is_bar(code);
    m->quotes += is_quote(code);
    m->currencies += code == '$' || code == 0xA3 || code == 0xA5 ||
                     (code >= 0x20A0 && code <= 0x20CF);
    m->ats += code == '@';
    m->copyright |= code == 0xA9;
}

static void
add_code(struct cd_measure *m, struct word *word, uint32_t code)
{
    if (code < 0x80 ? cd_ascii_is_alpha((char)code) : cd_utf8_is_letter(code)) {
        if (is_unspaced(code)) {
            count_stop(m, word);
            add_unspaced(m, word, code);
        } else
            add_letter(m, word, code,
                       code < 0x80 ? cd_ascii_is_upper((char)code)
                                   : cd_utf8_is_upper(code));
        m->end = CD_END_OPEN;
        return;
    }
    if (code == '\'' || code == 0x2019)
        return; /* inside a word, or closing: neither ends anything */
    if (code < 0x80 ? cd_ascii_is_digit((char)code) : cd_utf8_is_digit(code)) {
        if (!word->open)
            open_word(m, word, false);
        word->n = sizeof word->p + 1; /* no stop word */
        m->digits++;
        m->hash = cd_hash_add(m->hash, code);
        m->end = CD_END_OPEN;
        return;
    }
    close_word(m, word);
    if (code == ' ' || is_closing(code) || cd_utf8_is_space(code)) {
        if (code == ' ')
            count_stop(m, word);
        m->quotes += is_quote(code);
        return;
    }
    add_sign(m, code);
    m->end = cd_measure_end(code, m->end);
    word->counted &= m->end != CD_END_STOP || word->note > 0;
}

/* Is c followed by rest anywhere in text? */
static bool
has_after(struct cd_str text, char c, struct cd_str rest)
{
    const char *end = text.p + text.n, *p = text.p;

    while ((p = memchr(p, c, (size_t)(end - p))) != NULL) {
        p++;
        if (cd_str_starts((struct cd_str){ p, (size_t)(end - p) }, rest))
            return true;
    }
    return false;
}

/* Does c follow rest anywhere in text? */
static bool
has_before(struct cd_str text, char c, struct cd_str rest)
{
    const char *end = text.p + text.n, *p = text.p;

    while ((p = memchr(p, c, (size_t)(end - p))) != NULL) {
        if (cd_str_ends((struct cd_str){ text.p, (size_t)(p - text.p) }, rest))
            return true;
        p++;
    }
    return false;
}

struct cd_measure
cd_measure(struct cd_str text)
{
    struct cd_measure m = { .hash = CD_HASH_START };
    struct word word = { .open = false };
    enum cd_end before;

    m.numbered = text.n > 0 && cd_ascii_is_digit(text.p[0]);
    for (size_t at = 0; at < text.n;) {
        uint32_t code = (unsigned char)text.p[at];

        if (word.open && code >= 'a' && code <= 'z') {
            go_on(&m, &word, (char)code);
            at++;
            continue;
        }
        if (code < 0x80)
            at++;
        else
            code = cd_utf8_next(text, &at);
        before = m.end;
        add_code(&m, &word, code);
        follow_note(&m, &word, code, before);
    }
    close_word(&m, &word);
    count_stop(&m, &word);
    m.url = has_after(text, ':', CD_STR("//")) ||
            has_before(text, '.', CD_STR("www"));
    return m;
}

bool
cd_measure_is_title(const struct cd_measure *m)
{
    return m->words > 0 && m->words <= 20 && m->letters > 0 &&
           (m->stops == 0 || (m->stops == 1 && m->marks == 1)) &&
           m->end != CD_END_COMMA;
}

bool
cd_measure_is_cut(const struct cd_measure *m)
{
    return m->words >= 12 &&
           (m->end == CD_END_OPEN || m->end == CD_END_ELLIPSIS ||
            m->end == CD_END_COMMA) &&
           (m->stops > 0 || m->words > 20 || m->end == CD_END_ELLIPSIS);
}

bool
cd_measure_is_prose(const struct cd_measure *m)
{
    return m->words >= 8 && m->stops > 0 &&
           (m->end == CD_END_STOP || m->end == CD_END_COLON);
}
