/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lead: one or more paragraphs between the headline and the text, in
 * larger type and in a box of their own, which the model takes for a part of
 * the head.  News in German, Spanish, Italian, Czech and Korean has one nearly
 * always.
 */
#include "parser/judge/lead_name.h"
#include "parser/judge/measure.h"
#include "parser/judge/verdict.h"

enum {
    LEAD_WORDS = 8,       /* fewer may be a kicker, a place, a name */
    LEAD_MAX_WORDS = 90,  /* more are the text */
    HEADLINE_BEFORE = 25, /* blocks from the headline to the text */
    HEADLINES = 3,        /* as often may it stand there */
    DIGITS = 4,           /* more than one in as many letters: a date */
    TITLE_SHARE = 900,    /* thousandths of its words: the title again */
    LIKE_TITLE = 500,     /* and of a heading: its like */
    NEAR = 3,             /* elements up to the name of a box */
    SAID_BYTES = 20,      /* fewer in common with the description are chance */
};

/* How little the model may think of a lead. */
static const double lead_odds = 0.3;

/* The same of one whose element says that it is one. */
static const double named_odds = 0.1;

/* And how much of text behind the lead that it lost. */
static const double text_odds = 0.5;

static const unsigned elsewhere = CD_IN_NAV | CD_IN_FOOTER | CD_IN_ASIDE |
                                  CD_IN_FORM | CD_IN_BUTTON | CD_IN_SELECT |
                                  CD_IN_TABLE | CD_IN_FIGURE | CD_IN_DIALOG |
                                  CD_IN_MEDIA | CD_HIDDEN;

/* Does block i lie in a box of the family, or in one of few elements around
 * it?  A box that holds the headline, too, is the head of the article, whatever
 * else is in it: class="story__header has-media". */
static bool
near(const struct cd_trial *trial, size_t i, size_t headline,
     enum cd_family family)
{
    const struct cd_area *areas = trial->outline.areas;
    unsigned box = trial->outline.pieces[i].area;

    return areas[box].near[family] < NEAR &&
           areas[cd_outline_named(&trial->outline, box, family)].first >
               headline;
}

/* Does an element around block i alone, or around its like, say that it holds
 * a lead? */
static bool
is_named(const struct cd_trial *trial, size_t i, size_t headline)
{
    const struct cd_area *areas = trial->outline.areas;
    unsigned box = trial->outline.pieces[i].area;

    for (int up = 0; up < NEAR && areas[box].first > headline; up++) {
        if (cd_lead_is_named(areas[box].node))
            return true;
        box = areas[box].parent;
    }
    return false;
}

/* Does the description of the page begin as block i does? */
static bool
is_described(const struct cd_trial *trial, size_t i)
{
    struct cd_str said = trial->doc->meta.description.value;
    struct cd_str text = trial->doc->blocks[i].text;
    size_t n = said.n < text.n ? said.n : text.n;

    return said.p != NULL && n > SAID_BYTES &&
           memcmp(said.p, text.p, n * 3 / 4) == 0;
}

static bool
may_be_lead(const struct cd_trial *trial, size_t i, size_t headline)
{
    const struct cd_piece *piece = &trial->outline.pieces[i];
    const struct cd_block *block = &trial->doc->blocks[i];

    if ((block->kind != CD_BLOCK_PARAGRAPH &&
         (block->kind != CD_BLOCK_HEADING || block->level == 1)) ||
        piece->measure.words < LEAD_WORDS ||
        piece->measure.words > LEAD_MAX_WORDS || piece->link_words > 0 ||
        piece->phrase != NULL || trial->copy[i] ||
        piece->title_share >=
            (block->kind == CD_BLOCK_HEADING ? LIKE_TITLE : TITLE_SHARE) ||
        piece->measure.digits * DIGITS > piece->measure.letters ||
        (trial->page->blocks[i].flags & elsewhere) != 0 ||
        near(trial, i, headline, CD_FAMILY_CAPTION) ||
        near(trial, i, headline, CD_FAMILY_BIO))
        return false;
    return block->score >= lead_odds || is_described(trial, i) ||
           (block->score >= named_odds && is_named(trial, i, headline));
}

/* The last headline before block first; where none has the words of the title,
 * the last heading of level 2; or first. */
static size_t
headline_before(const struct cd_trial *trial, size_t first)
{
    size_t least = first > HEADLINE_BEFORE ? first - HEADLINE_BEFORE : 0;
    size_t second = first;

    for (size_t i = first; i > least;) {
        const struct cd_block *block = &trial->doc->blocks[--i];

        if (block->kind != CD_BLOCK_HEADING)
            continue;
        if (block->level == 1 ||
            trial->outline.pieces[i].title_share >= TITLE_SHARE)
            return i;
        if (block->level == 2 && second == first)
            second = i;
    }
    return second;
}

/* A lead in sentences is no heading, whatever its element: headlines may ask
 * and cry, but have no full stop. */
static bool
is_sentence(struct cd_str text)
{
    return text.n > 0 && text.p[text.n - 1] == '.';
}

/* What English pages have there is a second headline, which the text says
 * again. */
static bool
has_leads(const struct cd_doc *doc)
{
    struct cd_str language = doc->meta.language.value;

    return language.n >= 2 && memcmp(language.p, "en", 2) != 0;
}

/* The first block behind a headline that may be a lead, or end. */
static size_t
find_lead(const struct cd_trial *trial, size_t headline, size_t end)
{
    size_t i = headline + 1;

    while (i < end &&
           (trial->doc->blocks[i].keep || !may_be_lead(trial, i, headline)))
        i++;
    return i < end ? i : end;
}

/* The lead, its like right behind it, and text that was lost between them and
 * the first block of the text. */
static void
keep_leads(struct cd_trial *trial, size_t headline, size_t lead, size_t end)
{
    struct cd_block *blocks = trial->doc->blocks;
    enum cd_block_kind kind = blocks[lead].kind;
    bool like = true;

    for (size_t i = lead; i < end; i++) {
        if (!may_be_lead(trial, i, headline)) {
            like = false;
            continue;
        }
        if (kind == CD_BLOCK_HEADING) /* a second headline, then the lead */
            kind = blocks[i].kind;
        like = like && blocks[i].kind == kind;
        if (!blocks[i].keep && (like || blocks[i].score >= text_odds))
            cd_keep(trial, i, CD_STR("lead"));
        if (like && is_sentence(blocks[i].text))
            blocks[i].kind = CD_BLOCK_PARAGRAPH;
    }
}

void
cd_keep_lead(struct cd_trial *trial)
{
    const struct cd_block *blocks = trial->doc->blocks;
    size_t end = 0;

    while (end < trial->n &&
           (!blocks[end].keep || blocks[end].kind == CD_BLOCK_HEADING))
        end++;
    if (end == trial->n || !has_leads(trial->doc))
        return;
    for (int i = 0; i < HEADLINES; i++) {
        size_t headline = headline_before(trial, end);
        size_t lead = find_lead(trial, headline, end);

        if (lead < end) {
            keep_leads(trial, headline, lead, end);
            return;
        }
        end = headline;
    }
}
