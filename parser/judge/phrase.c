/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/phrase.h"

#include "base/ascii.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "parser/judge/phrase.inc"

enum {
    FOLDED_MAX = 640,
    COPYRIGHT_SIGN = 0xA9,
    FIRST_CJK = 0x2E80, /* scripts that put no space between words */
};

const char *const cd_phrase_kind_names[] = {
#define X(name, text, words) text,
    CD_PHRASE_KINDS(X)
#undef X
};

static const size_t kind_words[] = {
#define X(name, text, words) words,
    CD_PHRASE_KINDS(X)
#undef X
};

/* The beginning of a block, folded, and where its words begin and end. */
struct folded {
    char p[FOLDED_MAX + 8];
    size_t n;
    size_t words;
    size_t letters_end; /* behind the last letter */
    bool cut;           /* the block is longer */
    bool sentence;      /* it ends like one */
};

static bool
is_apostrophe(uint32_t code)
{
    return code == 0x2019 || code == 0x2018 || code == 0x02BC || code == '`';
}

/* Vowel marks of Arabic and invisible signs: writing with and without them is
 * the same phrase. */
static bool
is_ignored(uint32_t code)
{
    return (code >= 0x064B && code <= 0x0652) || code == 0xAD ||
           (code >= 0x200B && code <= 0x200F) || code == 0xFEFF;
}

static bool
is_inner(uint32_t code)
{
    if (code < 0x80)
        return cd_ascii_is_alpha((char)code);
    return code == COPYRIGHT_SIGN || cd_utf8_is_letter(code);
}

static uint32_t
fold_code(uint32_t code)
{
    if (code < 0x80)
        return (uint32_t)(unsigned char)cd_ascii_lower((char)code);
    if (is_apostrophe(code))
        return '\'';
    return cd_utf8_is_space(code) ? ' ' : cd_utf8_lower(code);
}

static bool
is_break(uint32_t code)
{
    return code < 0x80 ? cd_ascii_is_space((char)code) : code == ' ';
}

/* Leading signs are left out; runs of space become one. */
static void
fold(struct folded *out, struct cd_str text)
{
    bool gap = true;
    size_t at = 0;

    out->n = out->words = out->letters_end = 0;
    while (at < text.n && out->n < FOLDED_MAX) {
        char letter = text.p[at];
        uint32_t raw, code;
        bool inner;

        if (letter >= 'a' && letter <= 'z') { /* most are */
            out->words += gap;
            gap = false;
            out->p[out->n++] = letter;
            out->letters_end = out->n;
            at++;
            continue;
        }
        raw = cd_utf8_next(text, &at);
        code = fold_code(raw);
        inner = is_inner(raw);

        if (is_ignored(raw) || (out->words == 0 && !inner))
            continue;
        if (is_break(code)) {
            if (!gap)
                out->p[out->n++] = ' ';
            gap = true;
            continue;
        }
        out->words += gap;
        gap = false;
        out->n += cd_utf8_put(out->p + out->n, code);
        if (inner)
            out->letters_end = out->n;
    }
    out->cut = at < text.n;
    out->sentence = out->n > 0 && memchr(".!?", out->p[out->n - 1], 3) != NULL;
}

/* May a phrase end before offset at?  Not inside a word. */
static bool
ends_word(struct cd_str folded, size_t at)
{
    size_t next = at, start;

    if (at >= folded.n)
        return true;
    if (!is_inner(cd_utf8_next(folded, &next)))
        return true;
    return cd_utf8_before(folded, at, &start) >= FIRST_CJK;
}

/* The first row in [low, high) whose byte at depth is c or more. */
static size_t
lower_bound(size_t low, size_t high, size_t depth, unsigned c)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if ((unsigned char)cd_phrase_table[middle].form[depth] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool
allows(const struct cd_phrase *row, const struct folded *text, size_t from,
       size_t end)
{
    size_t limit = kind_words[row->kind];

    if (from == 0 && end >= text->letters_end && !text->cut)
        return true;
    if (row->match != CD_MATCH_PREFIX && row->match != CD_MATCH_ANYWHERE)
        return false;
    if (text->words > limit || (text->cut && limit < FOLDED_MAX / 4))
        return false;
    if (row->kind == CD_PHRASE_BYLINE && text->sentence)
        return false; /* "By noon the ferry was back." */
    return row->match == CD_MATCH_ANYWHERE || from == 0;
}

/* The longest row that stands at from: the sorted table read as a trie, a byte
 * at a time, until no row is left. */
static const struct cd_phrase *
longest_at(const struct folded *text, size_t from)
{
    static const uint16_t pairs[] = CD_PHRASE_PAIRS;
    struct cd_str view = { text->p, text->n };
    const struct cd_phrase *found = NULL;
    size_t pair = cd_sorted_pair(cd_str_sub(view, from, view.n));
    size_t low = pairs[pair], high = pairs[pair + 1];

    for (size_t at = from + cd_sorted_shared(pair); low < high; at++) {
        const struct cd_phrase *row = &cd_phrase_table[low];
        unsigned c;

        if (at > from && row->form[at - from] == '\0' && ends_word(view, at) &&
            allows(row, text, from, at))
            found = row;
        if (at >= view.n)
            break;
        c = (unsigned char)view.p[at];
        low = lower_bound(low, high, at - from, c);
        high = lower_bound(low, high, at - from, c + 1);
    }
    return found;
}

/* Behind the next space, or n. */
static size_t
next_word(const struct folded *text, size_t at)
{
    const char *space = memchr(text->p + at, ' ', text->n - at);

    return space != NULL ? (size_t)(space - text->p) + 1 : text->n;
}

/* In a script without spaces a phrase may begin at any letter. */
static size_t
next_start(const struct folded *text, size_t at)
{
    struct cd_str view = { text->p, text->n };
    size_t next = at;

    if (cd_utf8_next(view, &next) >= FIRST_CJK)
        return next;
    return next_word(text, at);
}

const struct cd_phrase *
cd_phrase_match(struct cd_str text)
{
    struct folded folded;
    const struct cd_phrase *row;

    fold(&folded, text);
    if (folded.n == 0)
        return NULL;
    row = longest_at(&folded, 0);
    if (row != NULL || folded.words > kind_words[CD_PHRASE_COOKIE])
        return row;
    for (size_t at = next_start(&folded, 0); at < folded.n;
         at = next_start(&folded, at)) {
        row = longest_at(&folded, at);
        if (row != NULL)
            return row;
    }
    return NULL;
}

struct cd_str
cd_phrase_reason(struct cd_arena *arena, const struct cd_phrase *row)
{
    struct cd_str reason = cd_arena_printf(
        arena, "%s:%s", cd_phrase_kind_names[row->kind], row->form);
    char *p = (char *)reason.p;

    for (size_t i = 0; i < reason.n; i++)
        p[i] = p[i] == ' ' ? '-' : p[i];
    return reason;
}

const struct cd_phrase *
cd_phrase_at(size_t index)
{
    return index < CD_COUNT(cd_phrase_table) ? &cd_phrase_table[index] : NULL;
}
