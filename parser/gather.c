/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/gather.h"

#include "base/ascii.h"
#include "base/date.h"
#include "base/utf8.h"
#include "parser/meta_byline.h"
#include "parser/meta_date.h"
#include "parser/meta_title.h"
#include "parser/meta_words.h"

enum {
    TAGS_MAX = 400,
    HEADINGS_MAX = 16,
    HINTS_MAX = 400,
    TEXT_MAX = 400, /* bytes of an element's text that are looked at */
    LINE_MAX = 200, /* a line near the headline that may be a byline */
    DATE_LINE = 48, /* a line that says little more than a date */
    BEFORE = 6,     /* blocks before the headline that are looked at */
    AFTER = 14,     /* and behind it */
    SPELLING = 40,  /* bytes by which two spellings of a headline differ */
    LABEL = 16,     /* bytes at the start of a line that may label a date */
    CLOSE = 4,
    NAME_AFTER = 5, /* a name alone so near behind it is a byline */
};

struct gatherer {
    struct cd_arena *arena;
    struct cd_page_facts *facts;
};

/* ---- text of an element ----------------------------------------------- */

/* What is being put together; a gap of tags becomes a line end, one of white
 * space alone a space. */
struct line {
    char *p;
    size_t n;
    bool space, tags;
};

static void
add_text(struct line *line, struct cd_str text)
{
    for (size_t i = 0; i < text.n && line->n + 1 < TEXT_MAX; i++) {
        bool nbsp =
            cd_str_starts(cd_str_sub(text, i, text.n), CD_STR("\xc2\xa0"));

        if (nbsp || cd_ascii_is_space(text.p[i])) {
            line->space = true;
            i += nbsp;
            continue;
        }
        if (line->n > 0 && (line->space || line->tags))
            line->p[line->n++] = line->tags ? '\n' : ' ';
        line->space = line->tags = false;
        line->p[line->n++] = text.p[i];
    }
}

/* The text inside node, white space collapsed, at most TEXT_MAX bytes. */
static struct cd_str
text_of(struct cd_arena *arena, const struct cd_node *node)
{
    const struct cd_node *end = cd_node_skip(node);
    struct line line = { .p = cd_arena_bytes(arena, TEXT_MAX) };

    for (const struct cd_node *at = node; at != end; at = cd_node_after(at)) {
        if (at->tag == CD_TAG_TEXT)
            add_text(&line, at->text);
        else if (!cd_tag_is(at->tag, CD_IS_FORMAT) || at->tag == CD_TAG_A)
            line.tags = true;
    }
    return (struct cd_str){ line.p,
                            cd_utf8_valid((struct cd_str){ line.p, line.n }) };
}

static struct cd_str
plain(struct cd_arena *arena, struct cd_str text)
{
    struct line line = { .p = cd_arena_bytes(arena, TEXT_MAX) };

    add_text(&line, text);
    return (struct cd_str){ line.p,
                            cd_utf8_valid((struct cd_str){ line.p, line.n }) };
}

static struct cd_str
lower(struct cd_arena *arena, struct cd_str text)
{
    char *p = cd_arena_bytes(arena, text.n);

    for (size_t i = 0; i < text.n; i++)
        p[i] = cd_ascii_lower(text.p[i]);
    return (struct cd_str){ p, text.n };
}

/* ---- the head --------------------------------------------------------- */

static void
add_tag(struct gatherer *g, const struct cd_node *node)
{
    static const enum cd_attr names[] = { CD_ATTR_PROPERTY, CD_ATTR_NAME,
                                          CD_ATTR_ITEMPROP };
    struct cd_str content = cd_node_attr(node, CD_ATTR_CONTENT);

    if (content.p == NULL)
        return;
    for (size_t i = 0; i < CD_COUNT(names); i++) {
        struct cd_str name = cd_node_attr(node, names[i]);

        if (name.n > 0 && g->facts->tag_count < TAGS_MAX)
            g->facts->tags[g->facts->tag_count++] =
                (struct cd_meta_tag){ lower(g->arena, name), content };
    }
}

static void
add_link(struct gatherer *g, const struct cd_node *node)
{
    struct cd_str href = cd_node_attr(node, CD_ATTR_HREF);

    if (g->facts->canonical.p == NULL && href.n > 0 &&
        cd_str_eq_nocase(cd_node_attr(node, CD_ATTR_REL), CD_STR("canonical")))
        g->facts->canonical = cd_str_trim(href);
}

/* ---- hints ------------------------------------------------------------ */

static void
add_hint(struct cd_hint *hints, size_t *count, struct cd_hint hint)
{
    if (*count < HINTS_MAX && (hint.text.n > 0 || hint.datetime.n > 0))
        hints[(*count)++] = hint;
}

static bool
has(struct cd_str text, const char *needle)
{
    return text.n > 0 && cd_str_find(text, cd_str_of(needle), 0) != SIZE_MAX;
}

static bool
starts_with_one_of(struct cd_str text, const char *const *needles)
{
    for (; *needles != NULL; needles++) {
        if (text.p[0] == (*needles)[0] &&
            cd_str_starts(text, cd_str_of(*needles)))
            return true;
    }
    return false;
}

/* A bit for two bytes. */
static uint64_t
pair_bit(const char *p)
{
    return (uint64_t)1 << (((unsigned char)p[0] * 7 + (unsigned char)p[1] * 3) &
                           63);
}

/* One pass over text for all needles, which have two bytes or more: this sees
 * every class of a page. */
static bool
has_one_of(struct cd_str text, const char *const *needles)
{
    uint64_t pairs = 0;

    for (const char *const *needle = needles; *needle != NULL; needle++)
        pairs |= pair_bit(*needle);
    for (size_t i = 0; i + 1 < text.n; i++) {
        if ((pairs & pair_bit(text.p + i)) != 0 &&
            starts_with_one_of(cd_str_sub(text, i, text.n), needles))
            return true;
    }
    return false;
}

/* Most classes say nothing of either: one look at them tells. */
static bool
is_marked(struct cd_str classes)
{
    static const char *const marks[] = {
        "author", "byline",  "c-person",  "contributor-name", "date",
        "posted", "publish", "timestamp", "writer",           NULL
    };

    return has_one_of(classes, marks);
}

/* CD_TRUST_FAR: the element does not say that it holds the author. */
static enum cd_trust
author_trust(struct cd_str itemprop, struct cd_str rel, struct cd_str classes)
{
    static const char *const good[] = { "byline",   "author",
                                        "writer",   "contributor-name",
                                        "c-person", NULL };
    static const char *const bad[] = { "bio",   "comment", "avatar", "image",
                                       "photo", "social",  "box",    "related",
                                       "card",  "desc",    "follow", NULL };

    if (has(itemprop, "author") || has(rel, "author"))
        return CD_TRUST_SAID;
    return has_one_of(classes, good) && !has_one_of(classes, bad)
               ? CD_TRUST_CLASS
               : CD_TRUST_FAR;
}

static enum cd_trust
date_trust(struct cd_str itemprop, struct cd_str classes)
{
    static const char *const good[] = { "date",      "publish", "posted",
                                        "timestamp", "pubdate", NULL };
    static const char *const bad[] = { "update-", "related", "comment",
                                       "card",    "event",   NULL };

    if (has(itemprop, "datepublished") || has(itemprop, "datecreated"))
        return CD_TRUST_SAID;
    return has_one_of(classes, good) && !has_one_of(classes, bad)
               ? CD_TRUST_CLASS
               : CD_TRUST_FAR;
}

/* Teasers for other articles and readers' comments have authors and dates of
 * their own. */
static bool
belongs_elsewhere(const struct cd_node *node)
{
    static const char *const places[] = { "related", "comment",   "teaser",
                                          "sidebar", "recommend", "popular",
                                          "more-",   "card",      "footer",
                                          NULL };

    for (; node != NULL; node = node->parent) {
        if (node->tag == CD_TAG_ASIDE || node->tag == CD_TAG_NAV ||
            node->tag == CD_TAG_FOOTER || node->tag == CD_TAG_LI)
            return true;
        if (node->tag != CD_TAG_BODY && node->tag != CD_TAG_HTML &&
            node->tag != CD_TAG_MAIN && node->tag != CD_TAG_ARTICLE &&
            has_one_of(cd_node_attr(node, CD_ATTR_CLASS), places))
            return true;
    }
    return false;
}

static struct cd_str
classes_of(struct gatherer *g, const struct cd_node *node)
{
    struct cd_str classes = lower(g->arena, cd_node_attr(node, CD_ATTR_CLASS));

    return is_marked(classes) ? classes : (struct cd_str){ "", 0 };
}

static void
add_marked(struct gatherer *g, const struct cd_node *node)
{
    struct cd_str itemprop =
        lower(g->arena, cd_node_attr(node, CD_ATTR_ITEMPROP));
    struct cd_str classes = classes_of(g, node);
    struct cd_str rel = cd_node_attr(node, CD_ATTR_REL);
    struct cd_str datetime = cd_node_attr(node, CD_ATTR_DATETIME);
    enum cd_trust author = author_trust(itemprop, rel, classes);
    enum cd_trust date = date_trust(itemprop, classes);

    if (node->tag == CD_TAG_TIME && date == CD_TRUST_FAR)
        date = CD_TRUST_CLASS;
    if ((author == CD_TRUST_FAR && date == CD_TRUST_FAR) ||
        node->tag == CD_TAG_BODY || belongs_elsewhere(node))
        return;
    if (datetime.p == NULL)
        datetime = cd_node_attr(node, CD_ATTR_CONTENT);
    if (author > CD_TRUST_FAR)
        add_hint(
            g->facts->bylines, &g->facts->byline_count,
            (struct cd_hint){ text_of(g->arena, node), { NULL, 0 }, author });
    if (date > CD_TRUST_FAR)
        add_hint(g->facts->dates, &g->facts->date_count,
                 (struct cd_hint){ text_of(g->arena, node), datetime, date });
}

static void
visit(struct gatherer *g, const struct cd_node *node)
{
    struct cd_page_facts *facts = g->facts;

    switch (node->tag) {
    case CD_TAG_TEXT:
        break;
    case CD_TAG_META:
        add_tag(g, node);
        break;
    case CD_TAG_LINK:
        add_link(g, node);
        break;
    case CD_TAG_TITLE:
        if (facts->title.p == NULL && node->space == CD_SPACE_HTML)
            facts->title = text_of(g->arena, node);
        break;
    case CD_TAG_H1:
        if (facts->heading_count < HEADINGS_MAX)
            facts->headings[facts->heading_count++] = text_of(g->arena, node);
        break;
    default:
        if (node->attr_count > 0 || node->tag == CD_TAG_TIME)
            add_marked(g, node);
        break;
    }
}

/* ---- lines around the headline ---------------------------------------- */

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
line_at(struct gatherer *g, const struct cd_doc *doc, size_t i)
{
    struct cd_str line = plain(g->arena, doc->blocks[i].text);

    if (i + 1 < doc->block_count && cd_byline_is_begin(line))
        line = cd_arena_printf(g->arena, "%.*s %.*s", (int)line.n, line.p,
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
add_line(struct gatherer *g, const struct cd_doc *doc, size_t i,
         size_t headline, size_t behind)
{
    bool close = i >= headline && behind <= CLOSE;
    bool near = i + BEFORE >= headline && i < headline + AFTER;
    struct cd_hint hint = { .trust = near ? CD_TRUST_NEAR : CD_TRUST_FAR };

    hint.text = near ? line_at(g, doc, i) : doc->blocks[i].text;
    if (close && is_date_line(hint.text))
        hint.trust = CD_TRUST_PRINTED;
    if (near || (hint.text.n <= DATE_LINE && has_year(hint.text)))
        add_hint(g->facts->dates, &g->facts->date_count, hint);
    hint.trust = near ? CD_TRUST_NEAR : CD_TRUST_FAR;
    if (!near && !cd_byline_begins(hint.text))
        return;
    add_hint(g->facts->bylines, &g->facts->byline_count, hint);
    if (i > headline && i < headline + NAME_AFTER &&
        is_confirmed_name(doc, headline, i)) {
        hint.trust = CD_TRUST_NAME;
        add_hint(g->facts->bylines, &g->facts->byline_count, hint);
    }
}

/* A date right above the headline counts if there is none below it. */
static void
add_kicker(struct gatherer *g, struct cd_str line)
{
    struct cd_hint hint = { .text = line, .trust = CD_TRUST_PRINTED };

    if (line.n <= LINE_MAX && is_date_line(line))
        add_hint(g->facts->dates, &g->facts->date_count, hint);
}

static void
add_lines(struct gatherer *g, const struct cd_doc *doc)
{
    size_t headline = headline_block(doc, g->facts->headline.value);
    size_t behind = 0; /* blocks with words behind the headline */

    for (size_t i = 0; i < doc->block_count; i++) {
        if (i > headline && behind <= CLOSE)
            behind += has_word(doc->blocks[i].text);
        if (doc->blocks[i].text.n <= LINE_MAX)
            add_line(g, doc, i, headline, behind);
    }
    if (headline > 0)
        add_kicker(g, doc->blocks[headline - 1].text);
}

void
cd_gather(struct cd_doc *doc, const struct cd_page *page,
          struct cd_page_facts *facts)
{
    struct cd_arena *arena = &doc->arena;
    struct gatherer g = { arena, facts };

    facts->tags = cd_arena_new_array(arena, struct cd_meta_tag, TAGS_MAX);
    facts->headings = cd_arena_new_array(arena, struct cd_str, HEADINGS_MAX);
    facts->bylines = cd_arena_new_array(arena, struct cd_hint, HINTS_MAX);
    facts->dates = cd_arena_new_array(arena, struct cd_hint, HINTS_MAX);
    for (const struct cd_node *n = page->tree.root; n != NULL;
         n = cd_node_after(n))
        visit(&g, n);
    if (page->tree.root != NULL)
        facts->language =
            cd_str_trim(cd_node_attr(page->tree.root, CD_ATTR_LANG));
    for (size_t i = 0; i < page->tree.json_ld_count; i++)
        cd_jsonld_read(arena, page->tree.json_ld[i], &facts->jsonld);
    facts->headline = cd_title_choose(arena, facts, doc->url);
    add_lines(&g, doc);
}
