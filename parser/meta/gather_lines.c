/* SPDX-License-Identifier: Apache-2.0 */
/* The lines around the headline, where papers print who wrote it and when. */
#include "base/ascii.h"
#include "base/date.h"
#include "base/utf8.h"
#include "parser/meta/gather.h"
#include "parser/meta/meta_byline.h"
#include "parser/meta/meta_date.h"
#include "parser/page/meta_words.h"

enum {
    LINE_MAX = 200,  /* a line near the headline that may be a byline */
    DATE_LINE = 48,  /* a line that says little more than a date */
    BEFORE = 6,      /* blocks before the headline that are looked at */
    AFTER = 14,      /* and behind it */
    SPELLING = 40,   /* bytes by which two spellings of a headline differ */
    LABEL = 16,      /* bytes at the start of a line that may label a date */
    COMMON_WORD = 3, /* bytes of the shortest word that tells a menu */
    CLOSE = 4,       /* blocks with words from the headline to its date */
    NAME_AFTER = 5,  /* a name alone so near behind it is a byline */
};

/* A block that says the headline: a heading rather than a breadcrumb. */
static bool
says_headline(const struct cd_doc *doc, size_t i, struct cd_str headline,
              bool heading)
{
    const struct cd_block *block = &doc->blocks[i];

    return (block->kind == CD_BLOCK_HEADING) == heading &&
           block->text.n <= headline.n + SPELLING &&
           headline.n <= block->text.n + SPELLING &&
           cd_same_letters(block->text, headline);
}

/* Where the headline stands; else the first heading of level 1, or 0. */
static size_t
headline_block(const struct cd_doc *doc, struct cd_str headline)
{
    for (int heading = 1; headline.n > 0 && heading >= 0; heading--) {
        for (size_t i = 0; i < doc->block_count; i++) {
            if (says_headline(doc, i, headline, heading == 1))
                return i;
        }
    }
    for (size_t i = 0; i < doc->block_count; i++) {
        if (doc->blocks[i].kind == CD_BLOCK_HEADING &&
            doc->blocks[i].level == 1)
            return i;
    }
    return 0;
}

/* "By" that stands alone goes before the next block. */
static struct cd_str
line_at(struct cd_doc *doc, size_t i)
{
    struct cd_str line = doc->blocks[i].text;

    if (i + 1 < doc->block_count && cd_byline_is_begin(line))
        line = cd_arena_printf(&doc->arena, "%.*s %.*s", (int)line.n, line.p,
                               (int)(doc->blocks[i + 1].text.n < LINE_MAX
                                         ? doc->blocks[i + 1].text.n
                                         : 0),
                               doc->blocks[i + 1].text.p);
    return line;
}

static bool
holds_date(const struct cd_doc *doc, size_t i)
{
    struct cd_date date;
    struct cd_span span;

    return i < doc->block_count && doc->blocks[i].text.n <= LINE_MAX &&
           cd_date_find(doc->blocks[i].text, CD_DATE_MONTH_FIRST, &date, &span);
}

/* Does word stand in the page's text in small letters? */
static bool
stands_small(struct cd_doc *doc, struct cd_str word)
{
    struct cd_str small = cd_lower(&doc->arena, word);

    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_str text = doc->blocks[i].text;
        size_t at = cd_str_find(text, small, 0);

        for (; at != SIZE_MAX; at = cd_str_find(text, small, at + 1)) {
            size_t before = at;

            if ((at == 0 ||
                 !cd_utf8_is_letter(cd_utf8_before(text, at, &before))) &&
                (at + small.n == text.n ||
                 !cd_utf8_is_word(text, at + small.n)))
                return true;
        }
    }
    return false;
}

/* Words of names are not written small in the text, those of menus are. */
static bool
has_common_word(struct cd_doc *doc, struct cd_str name)
{
    size_t start = 0;

    if (cd_byline_is_desk(name))
        return false;
    for (size_t at = 0; at <= name.n; at++) {
        if (at < name.n && cd_ascii_is_alpha(name.p[at]))
            continue;
        if (at - start >= COMMON_WORD &&
            stands_small(doc, cd_str_sub(name, start, at)))
            return true;
        start = at + 1;
    }
    return false;
}

/* "Vehicle Care" above "A schedule of vehicle care" */
static bool
is_of_headline(struct cd_str name, struct cd_str headline)
{
    struct cd_word_set a, b;

    cd_word_set_of(&a, name);
    cd_word_set_of(&b, headline);
    return cd_word_set_shared(&a, &b) > 0;
}

/* Two capitalised words may be anything: they are a name if a date stands next
 * to them, or if a later block begins with them, as the author's bio does. */
static bool
is_confirmed_name(const struct cd_doc *doc, size_t headline, size_t i)
{
    struct cd_str name = doc->blocks[i].text;

    if (i <= headline + CLOSE && holds_date(doc, i)) /* "Ana Reyes, May 4" */
        name = cd_byline_clean(name);
    if (!cd_byline_is_name(name) || doc->blocks[i].kind == CD_BLOCK_HEADING)
        return false;
    if (i <= headline + CLOSE || holds_date(doc, i + 1) ||
        (i > 0 && holds_date(doc, i - 1)))
        return true;
    for (size_t j = i + 2; j < doc->block_count; j++) {
        struct cd_str text = doc->blocks[j].text;

        if (text.n > name.n + 8 && cd_str_starts(text, name) &&
            text.p[name.n] == ' ')
            return true;
    }
    return false;
}

static bool
has_word(struct cd_str text)
{
    for (size_t at = 0; at < text.n;) {
        uint32_t code = cd_utf8_next(text, &at);

        if (cd_utf8_is_letter(code) || cd_utf8_is_digit(code))
            return true;
    }
    return false;
}

/* Four digits: most lines have no date, and there is room for few hints. */
static bool
has_year(struct cd_str text)
{
    size_t digits = 0;

    for (size_t i = 0; i < text.n && digits < 4; i++)
        digits = cd_ascii_is_digit(text.p[i]) ? digits + 1 : 0;
    return digits >= 4;
}

/* Is it a line about the date of the article, if it stands near its headline:
 * short, or labelled, or one that begins with the date? */
static bool
is_date_line(struct cd_str line)
{
    struct cd_date date;
    struct cd_span span;

    if (line.n <= DATE_LINE)
        return true;
    return cd_date_label_of(cd_str_sub(line, 0, LABEL)) == CD_LABEL_PUBLISHED ||
           (cd_date_find(line, CD_DATE_MONTH_FIRST, &date, &span) &&
            span.start == 0);
}

static void
add_line(struct cd_doc *doc, struct cd_page_facts *facts, size_t i,
         size_t headline, size_t behind)
{
    bool close = i >= headline && behind <= CLOSE;
    bool near = i + BEFORE >= headline && i < headline + AFTER;
    struct cd_hint hint = { .trust = near ? CD_TRUST_NEAR : CD_TRUST_FAR };

    hint.text = near ? line_at(doc, i) : doc->blocks[i].text;
    if (close && is_date_line(hint.text))
        hint.trust = CD_TRUST_PRINTED;
    if (near || (hint.text.n <= DATE_LINE && has_year(hint.text)))
        cd_hint_add(facts->dates, &facts->date_count, hint);
    hint.trust = near ? CD_TRUST_NEAR : CD_TRUST_FAR;
    if (!near && (!cd_byline_begins(hint.text) ||
                  has_common_word(doc, cd_byline_clean(hint.text))))
        return;
    cd_hint_add(facts->bylines, &facts->byline_count, hint);
    if (i > headline && i < headline + NAME_AFTER &&
        is_confirmed_name(doc, headline, i) &&
        !is_of_headline(hint.text, facts->headline.value) &&
        !has_common_word(doc, cd_byline_clean(hint.text))) {
        hint.trust = CD_TRUST_NAME;
        cd_hint_add(facts->bylines, &facts->byline_count, hint);
    }
}

/* A date right above the headline counts if there is none below it. */
static void
add_kicker(struct cd_page_facts *facts, struct cd_str line)
{
    struct cd_hint hint = { .text = line, .trust = CD_TRUST_PRINTED };

    if (line.n <= LINE_MAX && is_date_line(line))
        cd_hint_add(facts->dates, &facts->date_count, hint);
}

void
cd_gather_lines(struct cd_doc *doc, struct cd_page_facts *facts)
{
    size_t headline = headline_block(doc, facts->headline.value);
    size_t behind = 0; /* blocks with words behind the headline */

    for (size_t i = 0; i < doc->block_count; i++) {
        if (i > headline && behind <= CLOSE)
            behind += has_word(doc->blocks[i].text);
        if (doc->blocks[i].text.n <= LINE_MAX)
            add_line(doc, facts, i, headline, behind);
    }
    if (headline > 0)
        add_kicker(facts, doc->blocks[headline - 1].text);
}
