/* SPDX-License-Identifier: Apache-2.0 */
#include "base/language.h"

#include "base/ascii.h"
#include "base/script.h"
#include "base/utf8.h"

struct tag {
    char tag[4];
    uint8_t language;
};

struct word {
    uint32_t hash;
    uint16_t weights; /* the first; the next word's end them */
};

struct weight {
    uint8_t language, weight; /* weights are tenths */
};

#include "base/language.inc"

enum {
    WHOLE = 1200,       /* bytes of a text that is looked at whole */
    WINDOWS = 8,        /* in a longer one, evenly over it, */
    WINDOW_WORDS = 16,  /* of so many words */
    WINDOW_BYTES = 256, /* or bytes */
    REPEATS = 3,        /* a word speaks no oftener */

    LEAST_WORDS = 20,    /* of a text whose language can be told */
    WINS_BY = 100,       /* weight, over each other language */
    COMMON_PERCENT = 20, /* of its words in small letters */

    LATIN_END = 0x370,
    LATIN_MORE = 0x1E00,
    LATIN_MORE_END = 0x1F00,
    WIDE = 0x2E80, /* scripts that say more in a letter */
    WIDE_END = 0xD800,
    HASH = 1000003,
};

_Static_assert((int)LANGUAGES <= (int)CD_LANGUAGES_MAX,
               "more languages than room");
_Static_assert(CD_COUNT(words) <= CD_LANGUAGE_WORDS_MAX,
               "more words than room");

/* A word as it is read. */
struct reader {
    uint32_t hash;
    bool begins; /* a sentence does */
    bool capital;
};

int
cd_language_declared(struct cd_str tag)
{
    char lower[4] = "";
    size_t n = 0;

    while (n < tag.n && n < 4 && cd_ascii_is_alpha(tag.p[n])) {
        lower[n] = cd_ascii_lower(tag.p[n]);
        n++;
    }
    if (n > 3 || (n < tag.n && tag.p[n] != '-' && tag.p[n] != '_'))
        return -1;
    lower[n] = '\0';
    for (size_t i = 0; i < CD_COUNT(tags); i++)
        if (strcmp(tags[i].tag, lower) == 0)
            return tags[i].language;
    return -1;
}

static void
add_kind(struct cd_language_count *count, uint32_t hash)
{
    uint64_t *bits = &count->kind_bits[hash >> 30];
    uint64_t bit = UINT64_C(1) << (hash >> 24 & 63);

    count->small++;
    count->kinds += (*bits & bit) == 0;
    *bits |= bit;
}

/* Adds what a word says. */
static void
add_word(struct cd_language_count *count, const struct reader *reader)
{
    uint32_t hash = reader->hash * HASH;
    size_t at = first[hash >> 22], end = first[(hash >> 22) + 1];
    bool half = reader->capital && !reader->begins; /* a name more often */

    count->words++;
    if (!reader->capital)
        add_kind(count, hash);
    while (at < end && words[at].hash < hash)
        at++;
    if (at == end || words[at].hash != hash || count->seen[at] == REPEATS)
        return;
    count->seen[at]++;
    for (size_t i = words[at].weights; i < words[at + 1].weights; i++) {
        int language = weights[i].language;

        count->score[language] +=
            half ? weights[i].weight / 2 : weights[i].weight;
        count->common[language] += !reader->capital;
    }
}

static void
add_letter(struct cd_language_count *count, uint32_t code)
{
    if (code < LATIN_END || (code >= LATIN_MORE && code < LATIN_MORE_END))
        count->latin++;
    else
        count->other += code >= WIDE && code < WIDE_END ? 3 : 1;
}

/* Reads the word at *at to its end. */
static void
read_word(struct cd_language_count *count, struct cd_str text, size_t *at,
          bool begins)
{
    struct reader reader = { .begins = begins };
    size_t next = *at;
    uint32_t code = cd_utf8_next(text, &next);

    reader.capital = cd_utf8_is_upper(code);
    do {
        char bytes[4];
        size_t n = cd_utf8_put(bytes, cd_utf8_lower(code));

        for (size_t i = 0; i < n; i++)
            reader.hash = (reader.hash + (unsigned char)bytes[i]) * HASH;
        add_letter(count, code);
        *at = next;
        code = next < text.n ? cd_utf8_next(text, &next) : 0;
    } while (cd_utf8_is_letter(code));
    add_word(count, &reader);
}

/* Behind these begins a sentence, a quotation or an item. */
static bool
ends_sentence(uint32_t code)
{
    static const char ends[] = ".!?:\n\"";

    return code < 0x80 ? code != 0 && strchr(ends, (int)code) != NULL
                       : (code >= 0x201C && code <= 0x201F) || code == 0xAB ||
                             code == 0xBB;
}

/* Reads so many words; the text begins where a word may. */
static void
read_window(struct cd_language_count *count, struct cd_str text, size_t most)
{
    size_t most_words = count->words + most;
    bool begins = true, number = false;

    for (size_t at = 0; at < text.n && count->words < most_words;) {
        size_t next = at;
        uint32_t code = cd_utf8_next(text, &next);

        if (cd_utf8_is_letter(code)) {
            read_word(count, text, &at, begins);
            begins = number = false;
        } else {
            count->numbers += cd_ascii_is_digit((char)code) && !number;
            number = code < 0x80 && (cd_ascii_is_digit((char)code) ||
                                     code == '.' || code == ',');
            begins = begins || (code != ' ' && ends_sentence(code));
            at = next;
        }
    }
}

/* From the first space at or behind at, if that is not far. */
static struct cd_str
window(struct cd_str text, size_t at)
{
    size_t end = at + WINDOW_BYTES < text.n ? at + WINDOW_BYTES : text.n;

    for (size_t i = at; at > 0 && i < end; i++)
        if (cd_ascii_is_space(text.p[i]))
            return cd_str_sub(text, i, end);
    return cd_str_sub(text, at, end);
}

void
cd_language_read(struct cd_language_count *count, struct cd_str text)
{
    if (text.n < WHOLE) {
        read_window(count, text, text.n);
        return;
    }
    for (size_t i = 0; i < WINDOWS; i++)
        read_window(count, window(text, text.n / WINDOWS * i), WINDOW_WORDS);
}

/* The language with the highest score, by a margin, or -1. */
static int
winner(const struct cd_language_count *count)
{
    int best = 0;

    for (int i = 1; i < LANGUAGES; i++)
        if (count->score[i] > count->score[best])
            best = i;
    for (int i = 0; i < LANGUAGES; i++)
        if (i != best && count->score[best] - count->score[i] < WINS_BY)
            return -1;
    return best;
}

struct cd_str
cd_language_tell(struct cd_str text)
{
    struct cd_language_count count = { 0 };
    int best;

    cd_language_read(&count, text);
    if (count.other > count.latin)
        return cd_script_language(text);
    best = winner(&count);
    if (best < 0 || count.words < LEAST_WORDS ||
        count.common[best] * 100 < count.small * COMMON_PERCENT)
        return (struct cd_str){ NULL, 0 };
    for (size_t i = 0; i < CD_COUNT(tags); i++)
        if (tags[i].language == best)
            return cd_str_of(tags[i].tag);
    return (struct cd_str){ NULL, 0 };
}
