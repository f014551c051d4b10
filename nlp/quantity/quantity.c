/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/quantity.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/memory.h"
#include "nlp/quantity/bare.h"
#include "nlp/quantity/finish.h"
#include "nlp/quantity/items.h"
#include "nlp/quantity/wire.h"

const char *const cd_quantity_class_names[] = {
#define X(name, text) text,
    CD_QUANTITY_CLASSES(X)
#undef X
};

const char *const cd_quantity_kind_names[] = {
#define X(name, text) text,
    CD_QUANTITY_KINDS(X)
#undef X
};

/* What one language is read with. */
struct reader {
    struct cd_tokenizer *tokenizer;
    struct cd_lexicon *lexicon;
    struct cd_grammar *grammar;
};

/* Most texts are English: the other languages are built by the first thread's
 * reading that meets one, for itself. */
struct cd_quantities {
    struct reader english;
    struct cd_rule_file rules; /* no path: none */
    struct cd_buf rules_text;
};

struct cd_grammar_scratch {
    struct cd_regex_scratch *regex;
    struct cd_work work;
    struct reader others[CD_LANGUAGE_COUNT];
};

static bool
reader_init(struct reader *reader, const struct cd_quantities *engine,
            enum cd_language language, struct cd_error *err)
{
    const struct cd_rule_file *rules =
        engine->rules.path != NULL ? &engine->rules : NULL;

    reader->tokenizer = cd_tokenizer_new(language, err);
    if (reader->tokenizer != NULL)
        reader->lexicon = cd_lexicon_new(reader->tokenizer, language, err);
    if (reader->lexicon != NULL)
        reader->grammar = cd_grammar_new(rules, language, err);
    return reader->grammar != NULL;
}

static void
reader_release(struct reader *reader)
{
    cd_grammar_free(reader->grammar);
    cd_lexicon_free(reader->lexicon);
    cd_tokenizer_free(reader->tokenizer);
    *reader = (struct reader){ 0 };
}

/* What the language of the reading is read with; NULL with *err if it can not
 * be built. */
static const struct reader *
reader_of(const struct cd_quantities *engine, struct cd_reading *reading,
          struct cd_error *err)
{
    struct reader *reader = &reading->scratch->others[reading->language];

    if (reading->language == CD_LANGUAGE_EN)
        return &engine->english;
    if (reader->grammar != NULL ||
        reader_init(reader, engine, reading->language, err))
        return reader;
    reader_release(reader);
    return NULL;
}

/* The whole file is kept, for it may be a pipe. */
static enum cd_status
read_rules(struct cd_quantities *engine, const char *path, struct cd_error *err)
{
    FILE *file = fopen(path, "r");
    char part[4096];
    size_t n;
    bool failed;

    if (file == NULL)
        return cd_fail(err, CD_USAGE, "cannot open '%s': %s", path,
                       strerror(errno));
    while ((n = fread(part, 1, sizeof(part), file)) > 0)
        cd_buf_add(&engine->rules_text, (struct cd_str){ part, n });
    failed = ferror(file) != 0;
    fclose(file);
    if (failed)
        return cd_fail(err, CD_USAGE, "cannot read '%s'", path);
    engine->rules.path = path;
    engine->rules.text = cd_buf_str(&engine->rules_text);
    return CD_OK;
}

struct cd_quantities *
cd_quantities_new(const char *rules, struct cd_error *err)
{
    struct cd_quantities *engine = cd_alloc(sizeof(*engine));

    if ((rules == NULL || read_rules(engine, rules, err) == CD_OK) &&
        reader_init(&engine->english, engine, CD_LANGUAGE_EN, err))
        return engine;
    cd_quantities_free(engine);
    return NULL;
}

void
cd_quantities_free(struct cd_quantities *engine)
{
    if (engine == NULL)
        return;
    reader_release(&engine->english);
    cd_buf_release(&engine->rules_text);
    free(engine);
}

struct cd_reading *
cd_reading_new(void)
{
    struct cd_reading *reading = cd_alloc(sizeof(*reading));

    reading->scratch = cd_alloc(sizeof(*reading->scratch));
    reading->scratch->regex = cd_regex_scratch_new();
    return reading;
}

void
cd_reading_free(struct cd_reading *reading)
{
    if (reading == NULL)
        return;
    cd_regex_scratch_free(reading->scratch->regex);
    for (int i = 0; i < CD_LANGUAGE_COUNT; i++)
        reader_release(&reading->scratch->others[i]);
    free(reading->scratch->work.terms);
    free(reading->scratch->work.words);
    free(reading->scratch->work.items);
    free(reading->scratch->work.numbers);
    free(reading->scratch->work.pool);
    free(reading->scratch);
    free(reading->tokens.items);
    free(reading->items);
    free(reading->others);
    free(reading);
}

static void
reset(struct cd_work *work, struct cd_reading *reading)
{
    work->reading = reading;
    work->count = work->number_count = work->pool_count = 0;
    work->steps = 0;
    reading->count = reading->other_count = 0;
}

/* The items of a window, for rows or for a bare reading. */
static enum cd_status
read_items(const struct cd_quantities *engine, struct cd_reading *reading,
           struct cd_arena *arena, struct cd_str text, struct cd_span window,
           bool bare, struct cd_error *err)
{
    const struct reader *reader = reader_of(engine, reading, err);
    struct cd_work *work = &reading->scratch->work;
    enum cd_status status;

    if (reader == NULL)
        return CD_FATAL;
    reset(work, reading);
    work->lexicon = reader->lexicon;
    work->arena = arena;
    work->text = text;
    work->bare = bare;
    status = cd_tokens_read(reader->tokenizer, reading->scratch->regex, arena,
                            text, window, &reading->tokens, err);
    if (status != CD_OK)
        return status;
    cd_wire_drop(&reading->tokens);
    cd_items_find(work);
    return CD_OK;
}

enum cd_status
cd_quantities_read(const struct cd_quantities *engine,
                   struct cd_reading *reading, struct cd_arena *arena,
                   struct cd_str text, struct cd_span window,
                   struct cd_error *err)
{
    enum cd_status status =
        read_items(engine, reading, arena, text, window, false, err);

    if (status != CD_OK)
        return status;
    cd_grammar_apply(reader_of(engine, reading, err)->grammar,
                     &reading->scratch->work);
    cd_finish(&reading->scratch->work);
    return CD_OK;
}

enum cd_status
cd_quantities_bare(const struct cd_quantities *engine,
                   struct cd_reading *reading, struct cd_arena *arena,
                   struct cd_str text, struct cd_span window,
                   struct cd_error *err)
{
    enum cd_status status =
        read_items(engine, reading, arena, text, window, true, err);

    if (status == CD_OK)
        cd_bare_read(&reading->scratch->work);
    return status;
}

void
cd_reading_drop_weak(struct cd_reading *reading)
{
    size_t kept = 0;

    for (size_t i = 0; i < reading->count; i++)
        if (!reading->items[i].weak)
            reading->items[kept++] = reading->items[i];
    reading->count = kept;
}

const struct cd_term *
cd_reading_terms(const struct cd_reading *reading)
{
    return reading->scratch->work.terms;
}

uint64_t
cd_reading_steps(const struct cd_reading *reading)
{
    return reading->scratch->work.steps;
}

/* May a character that begins with this byte be a digit, a fraction or a sign
 * of a currency?  Of the others, letters of Latin and the marks of typography
 * (E2 80) are most. */
static bool
is_odd(const char *p, size_t left)
{
    unsigned char c = (unsigned char)p[0];

    if (c < 0xC2 || (c >= 0xC3 && c <= 0xC9))
        return false;
    return c != 0xE2 || left < 2 || (unsigned char)p[1] != 0x80;
}

static size_t
letters_end(struct cd_str text, size_t at)
{
    while (at < text.n && cd_ascii_is_alpha(text.p[at]))
        at++;
    return at;
}

static bool
is_article(struct cd_str word)
{
    return (word.n == 1 && word.p[0] == 'a') ||
           (word.n == 2 && word.p[0] == 'a' && word.p[1] == 'n');
}

bool
cd_quantities_gate(const struct cd_quantities *engine, struct cd_str text)
{
    const struct cd_lexicon *lexicon = engine->english.lexicon;
    size_t behind_article = SIZE_MAX; /* where the word behind one begins */

    for (size_t at = 0; at < text.n;) {
        char c = text.p[at];
        struct cd_str word;

        if (cd_ascii_is_digit(c) || c == '$' ||
            ((unsigned char)c >= 0x80 && is_odd(text.p + at, text.n - at)))
            return true;
        word = cd_str_sub(text, at, letters_end(text, at));
        if (word.n >= 3 && (cd_lexicon_is(lexicon, word, CD_LEXICON_NUMBER) ||
                            (at == behind_article &&
                             cd_lexicon_is(lexicon, word, CD_LEXICON_MEASURE))))
            return true;
        at += word.n > 0 ? word.n : 1;
        if (is_article(word))
            behind_article = at + 1;
    }
    return false;
}
