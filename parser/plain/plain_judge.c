/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/plain/figures.h"
#include "parser/plain/plain.h"

enum {
    PAIRS_WITHOUT_PHRASE = 2, /* title and cut blurb, to be a list at the end */
    FOOTER_WORDS = 30,
    PHONE_DIGITS = 7,
    SIGNS_AROUND = 4, /* bytes of colons, arrows and the like at a phrase */
};

/* A document under judgement. */
struct text {
    struct cd_doc *doc;
    struct cd_plain_item *items;
    size_t n;
};

static void
drop(struct text *text, size_t i, struct cd_str reason)
{
    text->doc->blocks[i].keep = false;
    text->doc->blocks[i].reason = reason;
}

static bool
is_title(const struct text *text, size_t i)
{
    return i < text->n && text->doc->blocks[i].kind != CD_BLOCK_LIST_ITEM &&
           !text->items[i].row && cd_measure_is_title(&text->items[i].measure);
}

static bool
is_cut(const struct text *text, size_t i)
{
    return i < text->n && !text->items[i].row &&
           cd_measure_is_cut(&text->items[i].measure);
}

static bool
is_prose(const struct text *text, size_t i)
{
    return i < text->n && cd_measure_is_prose(&text->items[i].measure);
}

/* Bylines, dates and pointers between the teasers of a list. */
static bool
is_aside(const struct text *text, size_t i)
{
    return i < text->n && text->items[i].phrase != NULL &&
           text->items[i].phrase->kind != CD_PHRASE_CORRECTION;
}

/* Titles from i on, one after the other. */
static size_t
title_run(const struct text *text, size_t i)
{
    size_t from = i;

    while (is_title(text, i))
        i++;
    return i - from;
}

/*
 * Behind the teaser that begins at i, or i if none does.  With titles alone:
 * the last title before prose is the heading of that prose, not a teaser.
 */
static size_t
teaser_end(const struct text *text, size_t i, bool titles)
{
    size_t run = title_run(text, i);

    if (run > 0 && is_cut(text, i + run))
        return i + run + 1;
    if (is_cut(text, i))
        return i + 1;
    if (titles && run > 1)
        return is_prose(text, i + run) ? i + run - 1 : i + run;
    if (titles && run == 1 && i + 1 == text->n)
        return i + 1;
    return i;
}

/* A blurb that happens to end with its sentence stands in a list only if the
 * list goes on behind it with a title and a cut blurb. */
static size_t
whole_teaser_end(const struct text *text, size_t i)
{
    if (is_title(text, i) && is_prose(text, i + 1) && is_title(text, i + 2) &&
        is_cut(text, i + 3))
        return i + 2;
    return i;
}

/* Drops the list that heading i heads; returns the index behind it. */
static size_t
drop_list(struct text *text, size_t i)
{
    struct cd_str reason =
        cd_phrase_reason(&text->doc->arena, text->items[i].phrase);
    size_t at = i + 1, end;

    drop(text, i, reason);
    for (; at < text->n; at = end) {
        end = teaser_end(text, at, true);
        if (end == at)
            end = whole_teaser_end(text, at);
        if (end == at && is_aside(text, at))
            end = at + 1;
        if (end == at)
            break;
        for (size_t k = at; k < end; k++)
            drop(text, k, reason);
    }
    return at;
}

/* A teaser heading, or "Read also" with nothing behind it. */
static bool
heads_list(const struct text *text, size_t i)
{
    const struct cd_phrase *phrase = text->items[i].phrase;

    if (phrase == NULL)
        return false;
    return phrase->kind == CD_PHRASE_TEASER ||
           (phrase->kind == CD_PHRASE_READMORE &&
            text->doc->blocks[i].text.n <= strlen(phrase->form) + SIGNS_AROUND);
}

static void
judge_phrases(struct text *text)
{
    for (size_t i = 0; i < text->n;) {
        const struct cd_phrase *phrase = text->items[i].phrase;

        if (heads_list(text, i)) {
            i = drop_list(text, i);
            continue;
        }
        if (phrase != NULL && phrase->kind == CD_PHRASE_CORRECTION)
            text->doc->blocks[i].reason =
                cd_phrase_reason(&text->doc->arena, phrase);
        else if (phrase != NULL)
            drop(text, i, cd_phrase_reason(&text->doc->arena, phrase));
        i++;
    }
}

/* Start of the pairs of title and cut blurb that end before end, and their
 * number. */
static size_t
pairs_before(const struct text *text, size_t end, size_t *pairs)
{
    size_t at = end;

    *pairs = 0;
    while (at >= 2 && is_cut(text, at - 1) && is_title(text, at - 2)) {
        at -= 2;
        (*pairs)++;
    }
    return at;
}

/* Index behind the last block that is kept. */
static size_t
kept_end(const struct text *text)
{
    size_t end = text->n;

    while (end > 0 && !text->doc->blocks[end - 1].keep)
        end--;
    return end;
}

/* A list of teasers at the end that no phrase heads. */
static void
judge_trailing_list(struct text *text)
{
    size_t end = kept_end(text), pairs;
    size_t start = pairs_before(text, end, &pairs);

    if (pairs < PAIRS_WITHOUT_PHRASE || start == 0)
        return;
    for (size_t i = start; i < end; i++)
        drop(text, i, CD_STR("teaser:cut-blurbs"));
}

/* Figures of results are no phone number. */
static bool
is_contact(struct cd_str text, const struct cd_measure *m)
{
    return m->words <= FOOTER_WORDS && m->end != CD_END_STOP &&
           (m->ats > 0 || m->url || m->copyright ||
            (m->digits >= PHONE_DIGITS && m->digits * 2 > m->letters &&
             cd_plain_figures(text) < 2));
}

/* Addresses, phone numbers and links after the last sentence. */
static void
judge_footer(struct text *text)
{
    size_t end = kept_end(text);

    for (; end > 1; end--) {
        if (!text->doc->blocks[end - 1].keep)
            continue;
        if (!is_contact(text->doc->blocks[end - 1].text,
                        &text->items[end - 1].measure))
            break;
        drop(text, end - 1, CD_STR("footer:address"));
    }
}

/* Headings that have lost all that stood under them. */
static void
judge_headings(struct text *text)
{
    bool empty = true;

    for (size_t i = text->n; i-- > 1;) {
        struct cd_block *block = &text->doc->blocks[i];

        if (!block->keep)
            continue;
        if (block->kind != CD_BLOCK_HEADING)
            empty = false;
        else if (empty && i + 1 < text->n && !block[1].keep)
            drop(text, i, CD_STR("heading:empty"));
    }
}

void
cd_plain_judge(struct cd_doc *doc)
{
    struct text text = { doc, NULL, doc->block_count };

    text.items =
        cd_arena_new_array(&doc->arena, struct cd_plain_item, text.n + 1);
    for (size_t i = 0; i < text.n; i++) {
        text.items[i].measure = cd_measure(doc->blocks[i].text);
        text.items[i].phrase = cd_phrase_match(doc->blocks[i].text);
        text.items[i].row = cd_plain_is_row(doc, i);
    }
    judge_phrases(&text);
    judge_trailing_list(&text);
    cd_plain_zone(doc, text.items);
    judge_footer(&text);
    judge_headings(&text);
    cd_doc_account(doc);
}
