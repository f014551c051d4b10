/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The language of a text, by its words: each common word speaks for the
 * languages that have it, by the logarithm of its share there; the tag speaks
 * as loud as three or four words.  What no language wins stays with its tag,
 * and is English without one.  A text in sentences with few of the winner's
 * words is in a language that the table does not have.
 */
#include "nlp/quantity/language.h"

#include "base/ascii.h"
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

#include "nlp/quantity/language.inc"

enum {
    OTHER = CD_LANGUAGE_COUNT, /* languages from here on have no rules */

    WHOLE = 1200,        /* bytes of a text that is looked at whole */
    WINDOWS = 8,         /* in a longer one, evenly over it, */
    WINDOW_WORDS = 16,   /* of so many words */
    WINDOW_BYTES = 256,  /* or bytes */
    REPEATS = 3,         /* a word speaks no oftener */
    TAG = 250,           /* weight of a tag */
    UNTAGGED = 70,       /* of English without one */
    MARGIN = 50,         /* by which a language wins */
    PROSE_WORDS = 25,    /* words in small letters that make a text prose, */
    PROSE_KINDS = 20,    /* so many of them different, */
    PROSE_PERCENT = 60,  /* where so many of its words are */
    COMMON_PERCENT = 20, /* of them are common words in any language */
    NUMBERS = 6,         /* of a table at least, */
    TABLE = 8,           /* with fewer words to each */

    LATIN_END = 0x370,
    LATIN_MORE = 0x1E00,
    LATIN_MORE_END = 0x1F00,
    WIDE = 0x2E80, /* scripts that say more in a letter */
    WIDE_END = 0xD800,
    HASH = 1000003,
};

const struct cd_language_style cd_languages[] = {
    [CD_LANGUAGE_EN] = { "en", false, false, false, false },
    [CD_LANGUAGE_DE] = { "de", true, false, true, true },
    [CD_LANGUAGE_FR] = { "fr", true, true, false, false },
    [CD_LANGUAGE_ES] = { "es", true, false, false, false },
};

/* What a text was found to have. */
struct count {
    int32_t score[LANGUAGES];
    uint32_t common[LANGUAGES]; /* its words, in small letters */
    size_t words, small;        /* those that begin with a small letter */
    size_t numbers;
    size_t kinds; /* different ones of these, at the least */
    uint64_t kind_bits[4];
    size_t latin, other; /* letters */
    uint8_t seen[CD_COUNT(words)];
};

/* A word as it is read. */
struct reader {
    uint32_t hash;
    bool begins; /* a sentence does */
    bool capital;
};

/* The language of a tag, or LANGUAGES. */
static int
declared(struct cd_str tag)
{
    char lower[4] = "";
    size_t n = 0;

    while (n < tag.n && n < 4 && cd_ascii_is_alpha(tag.p[n])) {
        lower[n] = cd_ascii_lower(tag.p[n]);
        n++;
    }
    if (n > 3 || (n < tag.n && tag.p[n] != '-' && tag.p[n] != '_'))
        return LANGUAGES;
    lower[n] = '\0';
    for (size_t i = 0; i < CD_COUNT(tags); i++)
        if (strcmp(tags[i].tag, lower) == 0)
            return tags[i].language;
    return LANGUAGES;
}

static void
add_kind(struct count *count, uint32_t hash)
{
    uint64_t *bits = &count->kind_bits[hash >> 30];
    uint64_t bit = UINT64_C(1) << (hash >> 24 & 63);

    count->small++;
    count->kinds += (*bits & bit) == 0;
    *bits |= bit;
}

/* Adds what a word says. */
static void
add_word(struct count *count, const struct reader *reader)
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
add_letter(struct count *count, uint32_t code)
{
    if (code < LATIN_END || (code >= LATIN_MORE && code < LATIN_MORE_END))
        count->latin++;
    else
        count->other += code >= WIDE && code < WIDE_END ? 3 : 1;
}

/* Reads the word at *at to its end. */
static void
read_word(struct count *count, struct cd_str text, size_t *at, bool begins)
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
read_window(struct count *count, struct cd_str text, size_t most)
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

static void
read_text(struct count *count, struct cd_str text)
{
    if (text.n < WHOLE) {
        read_window(count, text, text.n);
        return;
    }
    for (size_t i = 0; i < WINDOWS; i++)
        read_window(count, window(text, text.n / WINDOWS * i), WINDOW_WORDS);
}

/* Is it prose with hardly a common word of the language in it? */
static bool
is_unknown(const struct count *count, int language)
{
    return count->small >= PROSE_WORDS && count->kinds >= PROSE_KINDS &&
           count->small * 100 >= count->words * PROSE_PERCENT &&
           count->common[language] * 100 < count->small * COMMON_PERCENT;
}

/* "Net 807,000 vs 2,858,000": what its few words are says nothing. */
static bool
is_table(const struct count *count)
{
    return count->numbers >= NUMBERS && count->words < TABLE * count->numbers;
}

/* The language that wins, those without rules as one; where none does, that
 * of the tag. */
static int
winner(const struct count *count, int tag)
{
    int32_t scores[OTHER + 1] = { 0 };
    int best = 0;
    bool wins = true;

    for (int i = 0; i < LANGUAGES; i++) {
        int32_t *score = &scores[i < OTHER ? i : OTHER];

        if (count->score[i] > *score)
            *score = count->score[i];
    }
    for (int i = 1; i <= OTHER; i++)
        if (scores[i] > scores[best])
            best = i;
    for (int i = 0; i <= OTHER; i++)
        wins &= i == best || scores[best] - scores[i] >= MARGIN;
    return wins ? best : tag;
}

enum cd_language
cd_language_of(struct cd_str tag, struct cd_str text)
{
    struct count count = { 0 };
    int language = declared(tag), best;

    if (language < LANGUAGES) {
        count.score[language] += TAG;
    } else {
        language = CD_LANGUAGE_EN;
        count.score[language] += UNTAGGED;
    }
    read_text(&count, text);
    if (count.other > count.latin)
        return CD_LANGUAGE_NONE;
    best = winner(&count, language);
    if (best < OTHER && !is_unknown(&count, best))
        return (enum cd_language)best;
    return language < OTHER && is_table(&count) ? (enum cd_language)language
                                                : CD_LANGUAGE_NONE;
}
