/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/number_split.h"

#include "base/memory.h"
#include "base/utf8.h"

enum {
    PARTS_MAX = 16, /* of one word */
    PART_MIN = 3,   /* bytes: "elf", "und" */
    PART_MAX = 20,  /* "siebenundzwanzig" has 16, umlauts two each */
    WORD_MAX = 128,
};

static bool
is_part(const struct cd_lexicon *lexicon, struct cd_str part)
{
    static const enum cd_class classes[] = { CD_CLASS_ONES, CD_CLASS_HUNDRED,
                                             CD_CLASS_SCALE };

    if (cd_str_is(part, "und"))
        return true;
    for (size_t i = 0; i < CD_COUNT(classes); i++)
        if (cd_lexicon_value(lexicon, part, classes[i]) != NULL)
            return true;
    return false;
}

/* "ein" of "einhundert": an article elsewhere. */
static bool
is_one(struct cd_str part)
{
    return cd_str_is(part, "ein");
}

/* The longest part of a number at the start of rest, in bytes; 0 for none. */
static size_t
part_at(const struct cd_lexicon *lexicon, struct cd_str rest)
{
    size_t n = rest.n < PART_MAX ? rest.n : PART_MAX;

    for (; n >= PART_MIN; n--)
        if (is_part(lexicon, cd_str_sub(rest, 0, n)) ||
            is_one(cd_str_sub(rest, 0, n)))
            return n;
    return 0;
}

/* The ends of the parts of a number written as one word; how many, or 1 for
 * every other word. */
static size_t
split(const struct cd_lexicon *lexicon, const struct cd_token *token,
      size_t ends[PARTS_MAX])
{
    struct cd_str word = token->fold;
    size_t count = 0;

    if (token->kind != CD_TOKEN_WORD || word.n > WORD_MAX ||
        (cd_str_find(word, CD_STR("hundert"), 0) == SIZE_MAX &&
         cd_str_find(word, CD_STR("tausend"), 0) == SIZE_MAX))
        return 1;
    for (size_t at = 0; at < word.n; at = ends[count++]) {
        size_t n = part_at(lexicon, cd_str_sub(word, at, word.n));

        if (n == 0 || count == PARTS_MAX)
            return 1;
        ends[count] = at + n;
    }
    return count;
}

/* Where in text the byte of a word's fold stands: marks that the fold composed
 * with their letters have places of their own there. */
static size_t
source_of(struct cd_str text, const struct cd_token *token, size_t fold)
{
    struct cd_str word = cd_str_sub(text, 0, token->span.end);
    size_t at = token->span.start;

    if (token->fold.n == token->span.end - token->span.start)
        return at + fold;
    for (size_t in_fold = 0; in_fold < fold && at < word.n;) {
        cd_utf8_next(token->fold, &in_fold);
        cd_utf8_next(word, &at);
        for (size_t next = at;
             next < word.n && cd_utf8_is_mark(cd_utf8_next(word, &next));)
            at = next;
    }
    return at;
}

static void
put(struct cd_token *out, struct cd_str text, const struct cd_token *whole,
    size_t from, size_t to)
{
    *out = *whole;
    out->fold = cd_str_sub(whole->fold, from, to);
    if (is_one(out->fold)) /* as a number, not as an article */
        out->fold = CD_STR("eins");
    out->span = (struct cd_span){ source_of(text, whole, from),
                                  source_of(text, whole, to) };
    if (from > 0)
        out->flags &= (uint8_t) ~(CD_TOKEN_SPACED | CD_TOKEN_BREAK);
}

void
cd_number_split(const struct cd_lexicon *lexicon, struct cd_str text,
                struct cd_tokens *tokens)
{
    size_t ends[PARTS_MAX], count = 0, out;

    for (size_t i = 0; i < tokens->count; i++)
        count += split(lexicon, &tokens->items[i], ends);
    if (count == tokens->count)
        return;
    tokens->items =
        cd_grow(tokens->items, &tokens->room, count, sizeof(*tokens->items));
    out = count;
    for (size_t i = tokens->count; i-- > 0;) {
        struct cd_token whole = tokens->items[i];
        size_t parts = split(lexicon, &whole, ends);

        if (parts == 1)
            tokens->items[--out] = whole;
        else
            for (size_t k = parts; k-- > 0;)
                put(&tokens->items[--out], text, &whole,
                    k > 0 ? ends[k - 1] : 0, ends[k]);
    }
    tokens->count = count;
}
