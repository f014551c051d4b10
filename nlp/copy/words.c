/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/words.h"

#include <stdlib.h>
#include <xxhash.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "nlp/copy/digits.h"
#include "nlp/copy/idf.h"
#include "nlp/word/script.h"
#include "nlp/word/stem.h"

enum {
    WORD_MAX = CD_FOLD_CODES, /* code points; a longer run is cut there */
    ROOT = 5,                 /* letters that related words share: judiciary */
    NAME_ROOT = 4,            /* and names: Iran, Iranians */
    SHORT_WORD = 3,           /* "Mr.", "Gen.": no end of a sentence */
    COUNTED = 1 << 12,        /* words that are kept while counting */
    ENGLISH_SHARE = 5,        /* see weigh_other_language() */
};

struct maker {
    struct cd_str text;
    size_t at;
    struct cd_word *words;
    size_t count, room;
    bool sentence; /* the next word begins one */
    bool quoted;
};

/* A code point of text and where it ends. */
struct code {
    uint32_t code;
    size_t end;
};

static struct code
code_at(struct cd_str text, size_t at)
{
    struct code next = { 0, at };

    if (at < text.n)
        next.code = cd_utf8_next(text, &next.end);
    return next;
}

static bool
is_letter(uint32_t code)
{
    return code < 0x80 ? cd_ascii_is_alpha((char)code)
                       : cd_utf8_is_letter(code);
}

static bool
is_digit(uint32_t code)
{
    return code < 0x80 ? cd_ascii_is_digit((char)code) : cd_utf8_is_digit(code);
}

static bool
is_inner(uint32_t code) /* invisible inside a word: folding drops it */
{
    return code == 0xAD || (code >= 0x200B && code <= 0x200D) ||
           code == 0x2060 || code == 0xFEFF;
}

static bool
is_apostrophe(uint32_t code)
{
    return code == '\'' || code == 0x2019 || code == 0x02BC;
}

/* The word being read: its bytes as they will be folded. */
struct reading {
    char bytes[WORD_MAX * 4 + 8];
    size_t n; /* bytes */
    size_t codes;
    size_t end; /* in the text */
    bool ascii;
    bool digits;  /* digits only, so far */
    bool acronym; /* single capitals, so far: "U.S" */
};

static void
take(struct reading *word, struct cd_str text, size_t from, size_t to,
     uint32_t code)
{
    memcpy(word->bytes + word->n, text.p + from, to - from);
    word->n += to - from;
    word->codes++;
    word->end = to;
    word->ascii &= code < 0x80;
    word->digits &= is_digit(code);
}

/* "U" before ".S." */
static bool
goes_on_as_acronym(const struct reading *word, struct cd_str text,
                   struct code point)
{
    struct code letter = code_at(text, point.end);
    struct code after = code_at(text, letter.end);

    return point.code == '.' && word->acronym && letter.code < 0x80 &&
           cd_ascii_is_upper((char)letter.code) && !is_letter(after.code) &&
           !is_digit(after.code);
}

/* A mark between two parts of one word, which the folded form leaves out or,
 * of an apostrophe and a decimal point, keeps as one form. */
static bool
take_joint(struct reading *word, struct cd_str text, struct code mark)
{
    struct code after = code_at(text, mark.end);

    if (is_inner(mark.code))
        return true;
    if (word->digits && cd_digits_mark(text, word->end) > 0)
        return true;
    if (word->digits && mark.code == ',') {
        if (!cd_digits_decimal(text, mark.end - 1))
            return false;
        word->bytes[word->n++] = '.';
        return true;
    }
    if (goes_on_as_acronym(word, text, mark))
        return true;
    if (is_apostrophe(mark.code)
            ? is_letter(after.code) && !word->digits
            : mark.code == '.' && word->digits && is_digit(after.code)) {
        word->bytes[word->n++] = mark.code == '.' ? '.' : '\'';
        return true;
    }
    return false;
}

static void
read_word(struct reading *word, struct cd_str text, size_t at,
          struct code first)
{
    word->n = word->codes = 0;
    word->ascii = word->digits = true;
    take(word, text, at, first.end, first.code);
    word->acronym = first.code < 0x80 && cd_ascii_is_upper((char)first.code);
    while (word->codes < WORD_MAX) {
        struct code next = code_at(text, word->end);

        if (next.end == word->end)
            break;
        if (cd_script_is_unspaced(next.code))
            break;
        if (is_letter(next.code) || is_digit(next.code)) {
            word->acronym &= text.p[word->end - 1] == '.';
            take(word, text, word->end, next.end, next.code);
        } else if (take_joint(word, text, next)) {
            word->codes++;
            word->end = next.end;
        } else {
            break;
        }
    }
}

static struct cd_word *
add(struct maker *maker, size_t start, size_t end, uint8_t flags)
{
    struct cd_word *word;

    maker->words = cd_grow(maker->words, &maker->room, maker->count + 1,
                           sizeof(*maker->words));
    word = &maker->words[maker->count++];
    *word = (struct cd_word){ .start = (uint32_t)start,
                              .end = (uint32_t)end,
                              .flags = flags };
    if (maker->quoted)
        word->flags |= CD_WORD_QUOTED;
    if (maker->sentence)
        word->flags |= CD_WORD_FIRST;
    maker->sentence = false;
    return word;
}

static void
set_hashes(struct cd_word *word, char *folded, size_t n)
{
    size_t root;

    word->hash = XXH3_64bits(folded, n);
    n = cd_stem(folded, n);
    word->stem = (uint32_t)XXH3_64bits(folded, n);
    root = (word->flags & CD_WORD_CAPITAL) != 0 ? NAME_ROOT : ROOT;
    word->root = (uint32_t)XXH3_64bits(folded, n < root ? n : root);
    word->weight = cd_idf(word->stem, n, word->flags & CD_WORD_NUMBER);
}

static void
add_word(struct maker *maker, struct code first)
{
    struct reading reading;
    char folded[CD_FOLD_ROOM];
    size_t start = maker->at, n = 0;
    struct cd_word *word;
    uint8_t flags = 0;

    read_word(&reading, maker->text, start, first);
    if (is_digit(first.code))
        flags |= CD_WORD_NUMBER;
    else if (cd_utf8_is_upper(first.code))
        flags |= CD_WORD_CAPITAL;
    word = add(maker, start, reading.end, flags);
    if (reading.ascii) {
        for (; n < reading.n; n++)
            folded[n] = cd_ascii_lower(reading.bytes[n]);
    } else {
        n = cd_fold((struct cd_str){ reading.bytes, reading.n }, folded);
    }
    set_hashes(word, folded, n);
    maker->at = reading.end;
}

/* A character of a script without spaces, hashed with the one behind it. */
static void
add_gram(struct maker *maker, struct code code)
{
    struct code next = code_at(maker->text, code.end);
    size_t end = cd_script_is_unspaced(next.code) ? next.end : code.end;
    char folded[CD_FOLD_ROOM];
    struct cd_word *word = add(maker, maker->at, code.end, CD_WORD_GRAM);
    size_t n = cd_fold(cd_str_sub(maker->text, maker->at, end), folded);

    word->hash = XXH3_64bits(folded, n);
    word->stem = (uint32_t)word->hash;
    word->weight = CD_IDF_UNKNOWN;
    maker->at = code.end;
}

/* Does the mark end a sentence?  Not behind "Mr" or "U.S". */
static bool
ends_sentence(const struct maker *maker, uint32_t code)
{
    const struct cd_word *last;

    if (code == '!' || code == '?' || code == ':' || code == '\n' ||
        code == 0x3002)
        return true;
    if (code != '.' || maker->count == 0)
        return false;
    last = &maker->words[maker->count - 1];
    return (last->flags & CD_WORD_CAPITAL) == 0 ||
           last->end - last->start > SHORT_WORD;
}

/* Quotation marks: “ ” „ « » and the plain one; a quotation ends with its
 * paragraph at the latest. */
static void
note_quote(struct maker *maker, uint32_t code)
{
    if (code == '\n')
        maker->quoted = false;
    else if (code == '"')
        maker->quoted = !maker->quoted;
    else if (code == 0x201C || code == 0x201E || code == 0xAB)
        maker->quoted = true;
    else if (code == 0x201D || code == 0xBB)
        maker->quoted = false;
}

static void
add_next(struct maker *maker)
{
    struct code next = code_at(maker->text, maker->at);

    if (cd_script_is_unspaced(next.code)) {
        add_gram(maker, next);
    } else if (is_letter(next.code) || is_digit(next.code)) {
        add_word(maker, next);
    } else {
        if (ends_sentence(maker, next.code))
            maker->sentence = true;
        note_quote(maker, next.code);
        maker->at = next.end;
    }
}

static int
by_stem(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static void
set_order(struct cd_words *words, struct cd_arena *arena)
{
    uint64_t *keys = cd_realloc(NULL, words->count + 1, sizeof(*keys));

    for (uint32_t i = 0; i < words->count; i++)
        keys[i] = (uint64_t)words->words[i].stem << 32 | i;
    qsort(keys, words->count, sizeof(*keys), by_stem);
    words->order = cd_arena_new_array(arena, uint32_t, words->count);
    for (uint32_t i = 0; i < words->count; i++)
        words->order[i] = (uint32_t)keys[i];
    free(keys);
}

static bool
is_capital(const struct cd_words *words, uint32_t i)
{
    return i < words->count && (words->words[i].flags & CD_WORD_CAPITAL) != 0;
}

/* At the start of a sentence only where a capital follows: "Jimmy Carter". */
static bool
is_name(const struct cd_words *words, uint32_t i)
{
    const struct cd_word *word = &words->words[i];

    if (!is_capital(words, i) || word->figure != CD_WORD_NO_FIGURE ||
        word->weight < CD_IDF_COMMON)
        return false;
    return (word->flags & CD_WORD_FIRST) == 0 ||
           (is_capital(words, i + 1) &&
            (words->words[i + 1].flags & CD_WORD_FIRST) == 0);
}

static void
flag_names(struct cd_words *words)
{
    for (uint32_t i = 0; i < words->count; i++) {
        if (is_name(words, i))
            words->words[i].flags |= CD_WORD_NAME;
    }
}

/*
 * Two in five words of English are function words; where hardly one in five is,
 * and those of other languages are more ("Du Pont", "El Paso" are names), the
 * text is in one of those, and its frequent words prove as little as "the".
 */
static void
weigh_other_language(struct cd_words *words)
{
    uint32_t english = 0, other = 0;

    for (uint32_t i = 0; i < words->count; i++)
        english += words->words[i].weight < CD_IDF_COMMON;
    if (english * ENGLISH_SHARE >= words->count)
        return;
    for (uint32_t i = 0; i < words->count; i++) {
        const struct cd_word *word = &words->words[i];
        uint8_t weight = cd_idf_other(word->stem);

        other += (word->flags & CD_WORD_CAPITAL) == 0 && weight > 0 &&
                 weight < CD_IDF_COMMON && word->weight >= CD_IDF_COMMON;
    }
    words->other = other > english;
    for (uint32_t i = 0; words->other && i < words->count; i++) {
        struct cd_word *word = &words->words[i];
        uint8_t weight = cd_idf_other(word->stem);

        if (weight > 0 && weight < word->weight)
            word->weight = weight;
    }
}

static void
describe(struct cd_words *words, struct cd_arena *arena)
{
    set_order(words, arena);
    cd_figures_find(words, arena);
    flag_names(words);
}

void
cd_words_make(struct cd_words *words, struct cd_arena *arena,
              struct cd_str text)
{
    struct maker maker = { .text = text, .sentence = true };
    size_t bytes;

    if (text.n > CD_WORDS_TEXT_MAX)
        maker.text.n = CD_WORDS_TEXT_MAX;
    while (maker.at < maker.text.n)
        add_next(&maker);
    *words = (struct cd_words){ .text = text,
                                .count = (uint32_t)maker.count,
                                .cut = text.n > CD_WORDS_TEXT_MAX };
    words->words = cd_arena_new_array(arena, struct cd_word, maker.count);
    bytes = maker.count * sizeof(*maker.words);
    if (bytes > 0)
        memcpy(words->words, maker.words, bytes);
    free(maker.words);
    weigh_other_language(words);
    describe(words, arena);
}

/* What was counted is forgotten: no word depends on those before it. */
size_t
cd_words_count(struct cd_str text)
{
    struct maker maker = { .text = text };
    size_t count = 0;

    while (maker.at < text.n) {
        add_next(&maker);
        if (maker.count < COUNTED)
            continue;
        count += maker.count;
        maker.count = 0;
    }
    free(maker.words);
    return count + maker.count;
}

void
cd_words_drop_quoted(struct cd_words *words, struct cd_arena *arena)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < words->count; i++) {
        if ((words->words[i].flags & CD_WORD_QUOTED) == 0)
            words->words[n++] = words->words[i];
    }
    words->count = n;
    describe(words, arena);
}
