/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/plain_head.h"

#include "base/ascii.h"
#include "parser/judge/measure.h"
#include "parser/meta/clock.h"
#include "parser/meta/dateline.h"
#include "parser/meta/meta_byline.h"
#include "parser/meta/meta_date.h"
#include "parser/page/space.h"

enum {
    HEAD_BLOCKS = 16, /* before the first paragraph; more are a page of lists */
    LINE = 120,       /* bytes of a line that tells a date */
    TITLE = 240,      /* bytes of a title */
    TITLE_WORDS = 24,
    LONG = 30,        /* words of a paragraph */
    WORDS_BEHIND = 5, /* of a bare date: "at 5:00 pm EDT" */
};

/* Is the sign in front part of what follows: "#MeToo", "-5 degrees"? */
static bool
is_sign_of(struct cd_str line)
{
    return line.n > 1 && ((line.p[0] == '#' && cd_ascii_is_alpha(line.p[1])) ||
                          (line.p[0] == '-' && cd_ascii_is_digit(line.p[1])));
}

/* Without "-- " or "# " before it. */
static struct cd_str
bare(struct cd_str line)
{
    line = cd_str_trim(line);
    while (line.n > 0 && !is_sign_of(line) && strchr("-#*=|", line.p[0]))
        line = cd_str_trim(cd_str_sub(line, 1, line.n));
    return line;
}

/* Does a sentence end in line?  Not behind "U.S." or "St.": three small
 * letters.  A title may be a question. */
static bool
has_sentence(struct cd_str line)
{
    size_t small = 0;

    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] == '.' && small >= 3 &&
            (i + 1 == line.n || line.p[i + 1] == ' '))
            return true;
        small = cd_ascii_is_alpha(line.p[i]) && !cd_ascii_is_upper(line.p[i])
                    ? small + 1
                    : 0;
    }
    return false;
}

/* The first block of prose, or block_count: one that is long need not end its
 * sentence. */
static size_t
find_body(const struct cd_doc *doc)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_measure m = cd_measure(doc->blocks[i].text);

        if (m.words >= LONG ||
            (cd_measure_is_prose(&m) && has_sentence(doc->blocks[i].text)))
            return i;
    }
    return doc->block_count;
}

static void
drop(struct cd_block *block, struct cd_str reason)
{
    if (!block->keep)
        return;
    block->keep = false;
    block->reason = reason;
}

static void
set(struct cd_doc *doc, struct cd_fact *fact, struct cd_str value,
    const char *source)
{
    if (fact->value.p == NULL && value.n > 0)
        *fact =
            (struct cd_fact){ cd_space_collapse(&doc->arena, value), source };
}

static bool
is_address(struct cd_str line)
{
    return (cd_str_starts(line, CD_STR("http://")) ||
            cd_str_starts(line, CD_STR("https://"))) &&
           memchr(line.p, ' ', line.n) == NULL;
}

/* How many words stand in text; of those behind a date, none may be one of a
 * sentence. */
static size_t
count_words(struct cd_str text)
{
    size_t n = 0;
    bool inside = false;

    for (size_t i = 0; i < text.n; i++) {
        bool word = !cd_ascii_is_space(text.p[i]) &&
                    strchr(",.|()-", text.p[i]) == NULL;

        n += word && !inside;
        inside = word;
    }
    return n;
}

/* "at 5:00 pm EDT", "10h30": digits, capitals, two letters. */
static bool
is_time(struct cd_str text)
{
    size_t letters = 0;

    if (count_words(text) > WORDS_BEHIND)
        return false;
    for (size_t i = 0; i < text.n; i++) {
        letters = cd_ascii_is_alpha(text.p[i]) && !cd_ascii_is_upper(text.p[i])
                      ? letters + 1
                      : 0;
        if (letters > 2)
            return false;
    }
    return true;
}

/* A line that tells nothing but a date, or says what happened on it. */
static bool
is_date_line(struct cd_str line, struct cd_span date)
{
    struct cd_str before = cd_str_sub(line, 0, date.start);
    struct cd_str behind = cd_str_sub(line, date.end, line.n);

    if (cd_date_label_of(before) != CD_LABEL_NONE ||
        cd_date_label_of(behind) != CD_LABEL_NONE)
        return true;
    return count_words(before) <= 1 && is_time(behind);
}

/* The time of day beside the only date of a line. */
static void
add_clock(struct cd_str line, struct cd_date *date)
{
    struct cd_date other;
    struct cd_span span, next;

    if (date->has_time ||
        !cd_date_find(line, CD_DATE_MONTH_FIRST, &other, &span))
        return;
    if (cd_date_find(cd_str_sub(line, span.end, line.n), CD_DATE_MONTH_FIRST,
                     &other, &next))
        return;
    if (!cd_clock_read(cd_str_sub(line, span.end, line.n), date))
        cd_clock_read(cd_str_sub(line, 0, span.start), date);
}

static void
take_date(struct cd_doc *doc, struct cd_str line)
{
    struct cd_fact *facts[] = { &doc->meta.published, &doc->meta.modified };

    for (size_t i = 0; i < CD_COUNT(facts); i++) {
        struct cd_date date;

        if (!cd_date_labelled(line, CD_DATE_MONTH_FIRST, i == 1, &date))
            continue;
        add_clock(line, &date);
        set(doc, facts[i], cd_date_format(&doc->arena, &date), "text");
    }
}

/* Where no title stands above it, it must look like a name: "De" is "by" in
 * other languages. */
static bool
take_byline(struct cd_doc *doc, struct cd_str line, bool titled)
{
    struct cd_str names;

    if (!cd_byline_begins(line))
        return false;
    line = cd_space_collapse(&doc->arena, line);
    names = cd_byline_clean(line);
    if (names.n == 0 || (!titled && !cd_byline_is_name(names)))
        return false;
    if (doc->meta.byline.value.p == NULL) {
        set(doc, &doc->meta.byline, names, "text");
        set(doc, &doc->meta.authors, cd_byline_split(&doc->arena, names),
            "text");
    }
    return true;
}

/* Is the block one of the lines about the article?  Then it is read. */
static bool
take_line(struct cd_doc *doc, struct cd_block *block, bool titled)
{
    struct cd_str line = bare(block->text);
    struct cd_date date;
    struct cd_span span;
    bool dated =
        line.n <= LINE && cd_date_find(line, CD_DATE_MONTH_FIRST, &date, &span);

    if (line.n == 0 && block->text.n <= 3) {
        drop(block, CD_STR("head:rule"));
    } else if (is_address(line)) {
        set(doc, &doc->meta.canonical, line, "text");
        drop(block, CD_STR("head:address"));
    } else if (line.n <= LINE && take_byline(doc, line, titled)) {
        if (dated)
            take_date(doc, line);
        drop(block, CD_STR("head:byline"));
    } else if (dated && is_date_line(line, span)) {
        take_date(doc, line);
        drop(block, CD_STR("head:date"));
    } else {
        return false;
    }
    return true;
}

static bool
may_be_title(const struct cd_block *block)
{
    struct cd_str line = bare(block->text);
    struct cd_measure m = cd_measure(line);

    return block->keep && block->kind != CD_BLOCK_LIST_ITEM &&
           line.n <= TITLE && m.letters > 0 && m.words <= TITLE_WORDS &&
           m.end != CD_END_COLON && m.end != CD_END_COMMA &&
           !has_sentence(line);
}

/* The day of a change stands for that of publication where no other is told. */
static void
fill_published(struct cd_doc *doc, const struct cd_block *body)
{
    struct cd_meta *meta = &doc->meta;

    if (meta->published.value.p == NULL && body != NULL)
        set(doc, &meta->published, cd_dateline_day(doc, body->text),
            "dateline");
    if (meta->published.value.p == NULL && meta->modified.value.p != NULL)
        meta->published =
            (struct cd_fact){ meta->modified.value, "updated:text" };
}

void
cd_plain_head(struct cd_doc *doc)
{
    size_t body = find_body(doc);
    struct cd_block *title = NULL;
    bool told = body < doc->block_count;

    if (body > HEAD_BLOCKS)
        return;
    for (size_t i = 0; i < body; i++) {
        struct cd_block *block = &doc->blocks[i];

        if (take_line(doc, block, title != NULL))
            told = true;
        else if (title == NULL && may_be_title(block))
            title = block;
    }
    if (title != NULL && told) {
        title->text = bare(title->text);
        set(doc, &doc->meta.title, title->text, "text");
    }
    fill_published(doc, body < doc->block_count ? &doc->blocks[body] : NULL);
    cd_doc_account(doc);
}
