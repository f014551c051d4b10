/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/lexicon.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/memory.h"

enum {
    BUCKETS = 8192, /* power of two, twice the rows */
    ROWS_MAX = 6,   /* meanings of one surface */
    PHRASE_MAX = 7, /* tokens of one surface */
};

_Static_assert(CD_CLASS_COUNT <= 128, "a set of classes has 128 bits");

const char *const cd_class_names[] = {
#define X(name) #name,
    CD_CLASSES(X)
#undef X
};

/* A surface as tokens, with all its rows. */
struct cd_entry {
    struct cd_entry *next; /* in the bucket: longest first */
    struct cd_str words[PHRASE_MAX];
    uint32_t count;
    bool exact; /* has a capital letter: compare the text itself */
    cd_u128 classes;
    const struct cd_lex *rows[ROWS_MAX];
    uint32_t row_count;
    uint32_t hash; /* of the first word */
};

struct cd_lexicon {
    struct cd_arena arena;
    enum cd_language language;
    struct cd_entry *buckets[BUCKETS];
    /* lengths of single words of a kind, by their first letter, as bits */
    uint32_t lengths[CD_LEXICON_KINDS][256];
};

static bool
has_capital(struct cd_str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (cd_ascii_is_upper(text.p[i]))
            return true;
    return false;
}

static void
insert(struct cd_lexicon *lexicon, struct cd_entry *entry)
{
    struct cd_entry **at = &lexicon->buckets[entry->hash % BUCKETS];

    while (*at != NULL && ((*at)->count > entry->count ||
                           ((*at)->count == entry->count && (*at)->exact)))
        at = &(*at)->next;
    entry->next = *at;
    *at = entry;
}

static const cd_u128 kind_classes[CD_LEXICON_KINDS] = {
    [CD_LEXICON_NUMBER] = CD_CLASS(ONES) | CD_CLASS(TENS) | CD_CLASS(HUNDRED) |
                          CD_CLASS(SCALE) | CD_CLASS(DOZEN) | CD_CLASS(PLENTY) |
                          CD_CLASS(ORDINAL) | CD_CLASS(DENOM) | CD_CLASS(HALF) |
                          CD_CLASS(MULTIPLE),
    [CD_LEXICON_MEASURE] = CD_CLASS(TIMEUNIT) | CD_CLASS(UNIT) |
                           CD_CLASS(CURWORD) | CD_CLASS(CENTS) |
                           CD_CLASS(APPROXNOUN),
};

static void
note_kinds(struct cd_lexicon *lexicon, const struct cd_entry *entry,
           struct cd_str surface)
{
    if (entry->count != 1 || surface.n > CD_LEXICON_WORD_MAX)
        return;
    for (int kind = 0; kind < CD_LEXICON_KINDS; kind++)
        if ((entry->classes & kind_classes[kind]) != 0)
            lexicon->lengths[kind][(unsigned char)surface.p[0]] |= (uint32_t)1
                                                                   << surface.n;
}

/* Adds the rows from rows[i] on that share one surface; returns the next. */
static size_t
add_surface(struct cd_lexicon *lexicon, const struct cd_tokens *tokens,
            const struct cd_lex_rows *list, struct cd_str surface, size_t i)
{
    struct cd_entry *entry = cd_arena_new(&lexicon->arena, struct cd_entry);

    entry->exact = has_capital(surface);
    for (size_t k = 0; k < tokens->count && k < PHRASE_MAX; k++)
        entry->words[entry->count++] =
            entry->exact
                ? cd_str_sub(surface, tokens->items[k].span.start,
                             tokens->items[k].span.end)
                : cd_arena_copy(&lexicon->arena, tokens->items[k].fold);
    entry->hash = cd_hash(CD_HASH_START, tokens->items[0].fold);
    for (; i < list->count && cd_str_is(surface, list->rows[i].surface); i++) {
        entry->classes |= (cd_u128)1 << list->rows[i].class;
        if (entry->row_count < ROWS_MAX)
            entry->rows[entry->row_count++] = &list->rows[i];
    }
    note_kinds(lexicon, entry, surface);
    insert(lexicon, entry);
    return i;
}

/* Is the row of the English table a sign or symbol that every language has: the
 * codes of currencies, units as they are abbreviated? */
static bool
is_symbol(const struct cd_lex *row)
{
    const cd_u128 units = CD_CLASS(UNIT) | CD_CLASS(CONTEXTUNIT) |
                          CD_CLASS(TIMEUNIT) | CD_CLASS(PLUSMINUS);

    if (row->class == CD_CLASS_CUR || row->class == CD_CLASS_GLUEDCUR)
        return true;
    return ((cd_u128)1 << row->class & units) != 0 &&
           strcmp(row->surface, row->value) == 0;
}

/* Is a surface among the rows? */
static bool
has_surface(const struct cd_lex_rows *list, const char *surface)
{
    size_t low = 0, high = list->count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(surface, list->rows[middle].surface);

        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

/* Adds the rows of a language; of another's table only symbols that the first
 * does not use otherwise. */
static enum cd_status
add_rows(struct cd_lexicon *lexicon, const struct cd_tokenizer *tokenizer,
         const struct cd_lex_rows *list, const struct cd_lex_rows *own,
         struct cd_error *err)
{
    struct cd_regex_scratch *scratch = cd_regex_scratch_new();
    struct cd_tokens tokens = { 0 };
    enum cd_status status = CD_OK;

    for (size_t i = 0; i < list->count && status == CD_OK;) {
        struct cd_str surface = cd_str_of(list->rows[i].surface);
        struct cd_span all = { 0, surface.n };

        if (list != own && (!is_symbol(&list->rows[i]) ||
                            has_surface(own, list->rows[i].surface))) {
            i++;
            continue;
        }
        status = cd_tokens_read(tokenizer, scratch, &lexicon->arena, surface,
                                all, &tokens, err);
        if (status == CD_OK)
            i = add_surface(lexicon, &tokens, list, surface, i);
    }
    free(tokens.items);
    cd_regex_scratch_free(scratch);
    return status;
}

struct cd_lexicon *
cd_lexicon_new(const struct cd_tokenizer *tokenizer, enum cd_language language,
               struct cd_error *err)
{
    struct cd_lexicon *lexicon = cd_alloc(sizeof(*lexicon));
    const struct cd_lex_rows *own = &cd_lexicon_rows[language];
    enum cd_status status = add_rows(lexicon, tokenizer, own, own, err);

    lexicon->language = language;
    if (status == CD_OK && language != CD_LANGUAGE_EN)
        status = add_rows(lexicon, tokenizer, &cd_lexicon_rows[CD_LANGUAGE_EN],
                          own, err);
    if (status == CD_OK)
        return lexicon;
    cd_lexicon_free(lexicon);
    return NULL;
}

enum cd_language
cd_lexicon_language(const struct cd_lexicon *lexicon)
{
    return lexicon->language;
}

void
cd_lexicon_free(struct cd_lexicon *lexicon)
{
    if (lexicon != NULL)
        cd_arena_release(&lexicon->arena);
    free(lexicon);
}

/* The article of "A $5 million fund" is no part of a sign as that of "A$5". */
static bool
is_apart(const struct cd_entry *entry, const struct cd_token *token, size_t i)
{
    return i == 1 && cd_str_is(entry->words[0], "A") &&
           (entry->classes & CD_CLASS(CUR)) != 0 &&
           (token->flags & CD_TOKEN_SPACED) != 0;
}

static bool
begins(const struct cd_entry *entry, struct cd_str text,
       const struct cd_tokens *tokens, size_t at)
{
    if (entry->count > tokens->count - at)
        return false;
    for (uint32_t i = 0; i < entry->count; i++) {
        const struct cd_token *token = &tokens->items[at + i];
        struct cd_str word =
            entry->exact ? cd_str_sub(text, token->span.start, token->span.end)
                         : token->fold;

        if (!cd_str_eq(word, entry->words[i]) ||
            (i > 0 && (token->flags & CD_TOKEN_BREAK) != 0) ||
            is_apart(entry, token, i))
            return false;
    }
    return true;
}

static const struct {
    struct cd_str sign;
    cd_u128 classes;
} signs[] = {
    { { ",", sizeof(",") - 1 }, CD_CLASS(COMMA) },
    { { ".", sizeof(".") - 1 }, CD_CLASS(STOPMARK) },
    { { ";", sizeof(";") - 1 }, CD_CLASS(STOPMARK) },
    { { "!", sizeof("!") - 1 }, CD_CLASS(STOPMARK) },
    { { "?", sizeof("?") - 1 }, CD_CLASS(STOPMARK) },
    { { ":", sizeof(":") - 1 }, CD_CLASS(STOPMARK) | CD_CLASS(COLON) },
    { { "-", sizeof("-") - 1 },
      CD_CLASS(HYPHEN) | CD_CLASS(MINUS) | CD_CLASS(DASH) },
    { { "\xE2\x80\x90", sizeof("\xE2\x80\x90") - 1 }, CD_CLASS(HYPHEN) },
    { { "\xE2\x80\x91", sizeof("\xE2\x80\x91") - 1 }, CD_CLASS(HYPHEN) },
    { { "\xE2\x80\x92", sizeof("\xE2\x80\x92") - 1 },
      CD_CLASS(DASH) | CD_CLASS(HYPHEN) },
    { { "\xE2\x80\x93", sizeof("\xE2\x80\x93") - 1 },
      CD_CLASS(DASH) | CD_CLASS(HYPHEN) | CD_CLASS(MINUS) },
    { { "\xE2\x80\x94", sizeof("\xE2\x80\x94") - 1 },
      CD_CLASS(DASH) | CD_CLASS(STOPMARK) },
    { { "\xE2\x88\x92", sizeof("\xE2\x88\x92") - 1 },
      CD_CLASS(MINUS) | CD_CLASS(DASH) },
    { { "\xEF\xBC\x8D", sizeof("\xEF\xBC\x8D") - 1 },
      CD_CLASS(MINUS) | CD_CLASS(DASH) },
    { { "(", sizeof("(") - 1 }, CD_CLASS(LPAREN) },
    { { "[", sizeof("[") - 1 }, CD_CLASS(LPAREN) },
    { { ")", sizeof(")") - 1 }, CD_CLASS(RPAREN) },
    { { "]", sizeof("]") - 1 }, CD_CLASS(RPAREN) },
    { { "/", sizeof("/") - 1 }, CD_CLASS(SLASH) | CD_CLASS(PER) },
    { { "+", sizeof("+") - 1 }, CD_CLASS(PLUS) },
    { { "\xC2\xB1", sizeof("\xC2\xB1") - 1 }, CD_CLASS(PLUSMINUS) },
    { { "#", sizeof("#") - 1 }, CD_CLASS(HASH) },
    { { "~", sizeof("~") - 1 }, CD_CLASS(ABOUT) },
    { { "\xE2\x89\x88", sizeof("\xE2\x89\x88") - 1 }, CD_CLASS(ABOUT) },
    { { "<", sizeof("<") - 1 }, CD_CLASS(LESSTHAN) },
    { { ">", sizeof(">") - 1 }, CD_CLASS(MORETHAN) },
    { { "\xE2\x89\xA5", sizeof("\xE2\x89\xA5") - 1 }, CD_CLASS(ATLEAST) },
    { { "\xE2\x89\xA4", sizeof("\xE2\x89\xA4") - 1 }, CD_CLASS(ATMOST) },
    { { "\"", sizeof("\"") - 1 }, CD_CLASS(QUOTE) | CD_CLASS(PRIME) },
    { { "'", sizeof("'") - 1 }, CD_CLASS(QUOTE) | CD_CLASS(PRIME) },
    { { "\xE2\x80\x9C", sizeof("\xE2\x80\x9C") - 1 }, CD_CLASS(QUOTE) },
    { { "\xE2\x80\x9D", sizeof("\xE2\x80\x9D") - 1 },
      CD_CLASS(QUOTE) | CD_CLASS(PRIME) },
    { { "\xE2\x80\xB2", sizeof("\xE2\x80\xB2") - 1 }, CD_CLASS(PRIME) },
    { { "\xE2\x80\xB3", sizeof("\xE2\x80\xB3") - 1 }, CD_CLASS(PRIME) },
};

static cd_u128
sign_classes(struct cd_str fold)
{
    for (size_t i = 0; i < CD_COUNT(signs); i++)
        if (cd_str_eq(fold, signs[i].sign))
            return signs[i].classes;
    return 0;
}

/* Ends as plurals do: "cities", "Israelis", but not "class", "virus". */
static bool
looks_plural(const struct cd_token *token)
{
    struct cd_str word = token->fold;

    if (word.n < 3 || word.p[word.n - 1] != 's')
        return false;
    if (cd_str_ends(word, CD_STR("is")))
        return (token->flags & CD_TOKEN_CAPITAL) != 0 && word.n > 6;
    return !cd_str_ends(word, CD_STR("ss")) && !cd_str_ends(word, CD_STR("us"));
}

static cd_u128
form_classes(const struct cd_token *token)
{
    cd_u128 classes = CD_CLASS(WORD);

    if (token->kind == CD_TOKEN_SIGN)
        return sign_classes(token->fold);
    if (token->kind == CD_TOKEN_NUMBER)
        return 0;
    if (token->fold.p[0] == '\'')
        return cd_token_is(token, "'s") ? CD_CLASS(POSSESSIVE) : 0;
    if ((token->flags & CD_TOKEN_CAPITAL) != 0)
        classes |= CD_CLASS(CAPITAL);
    else
        classes |= CD_CLASS(LOWER);
    if ((token->flags & CD_TOKEN_CAPS) != 0)
        classes |= CD_CLASS(CAPS);
    if ((token->flags & CD_TOKEN_DIGITS) != 0)
        classes |= CD_CLASS(DIGITS);
    if (looks_plural(token))
        classes |= CD_CLASS(PLURALISH);
    return classes;
}

struct cd_term
cd_lexicon_at(const struct cd_lexicon *lexicon, struct cd_str text,
              const struct cd_tokens *tokens, size_t at, size_t most)
{
    const struct cd_token *token = &tokens->items[at];
    struct cd_term term = { .classes = form_classes(token), .tokens = 1 };
    bool found = false;
    uint32_t h;

    h = cd_hash(CD_HASH_START, token->fold);
    for (const struct cd_entry *entry = lexicon->buckets[h % BUCKETS];
         entry != NULL; entry = entry->next) {
        if (entry->hash != h || entry->count > most ||
            !begins(entry, text, tokens, at))
            continue;
        if (found && entry->count != term.tokens)
            break;
        found = true;
        term.tokens = entry->count;
        term.classes |= entry->classes;
        *(entry->exact ? &term.as_written : &term.folded) = entry;
    }
    if (term.tokens == 1 && (term.classes & CD_CLASS(PLURAL)) != 0)
        term.classes |= CD_CLASS(PLURALISH);
    if (term.as_written != NULL &&
        (term.as_written->classes & CD_CLASS(WORD)) != 0)
        term.classes &= ~CD_CLASS(STOP);
    if ((term.classes & CD_CLASS(SAME)) != 0 || term.tokens > 1)
        term.classes &= ~CD_CLASS(PLURALISH);
    return term;
}

static const char *
entry_value(const struct cd_entry *entry, enum cd_class class)
{
    for (uint32_t i = 0; entry != NULL && i < entry->row_count; i++)
        if (entry->rows[i]->class == class)
            return entry->rows[i]->value;
    return NULL;
}

const char *
cd_term_value(const struct cd_term *term, enum cd_class class)
{
    const char *value = entry_value(term->as_written, class);

    return value != NULL ? value : entry_value(term->folded, class);
}

const char *
cd_lexicon_value(const struct cd_lexicon *lexicon, struct cd_str word,
                 enum cd_class class)
{
    uint32_t h = cd_hash(CD_HASH_START, word);

    for (const struct cd_entry *entry = lexicon->buckets[h % BUCKETS];
         entry != NULL; entry = entry->next)
        if (entry->hash == h && entry->count == 1 && !entry->exact &&
            cd_str_eq(entry->words[0], word))
            return entry_value(entry, class);
    return NULL;
}

bool
cd_lexicon_is(const struct cd_lexicon *lexicon, struct cd_str word,
              enum cd_lexicon_kind kind)
{
    char lower[CD_LEXICON_WORD_MAX];
    struct cd_str fold = { lower, word.n };
    uint32_t h;

    if (word.n == 0 || word.n > CD_LEXICON_WORD_MAX ||
        (lexicon->lengths[kind][(unsigned char)(word.p[0] | 0x20)] >> word.n &
         1) == 0)
        return false;
    for (size_t i = 0; i < word.n; i++)
        lower[i] = cd_ascii_lower(word.p[i]);
    h = cd_hash(CD_HASH_START, fold);
    for (const struct cd_entry *entry = lexicon->buckets[h % BUCKETS];
         entry != NULL; entry = entry->next)
        if (entry->hash == h && entry->count == 1 && !entry->exact &&
            (entry->classes & kind_classes[kind]) != 0 &&
            cd_str_eq(entry->words[0], fold))
            return true;
    return false;
}
