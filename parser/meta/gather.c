/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/gather.h"

#include "base/ascii.h"
#include "base/memo.h"
#include "base/utf8.h"
#include "parser/meta/meta_title.h"
#include "parser/page/meta_words.h"
#include "parser/page/permalink.h"

enum {
    TAGS_MAX = 400,
    HEADINGS_MAX = 16,
    HINTS_MAX = 400,
    TEXT_MAX = 400, /* bytes of an element's text that are looked at */
};

struct gatherer {
    struct cd_arena *arena;
    struct cd_page_facts *facts;
    struct cd_memo classes; /* is_marked() of each */
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

/* The text of a heading without its link to itself, which is its last line. */
static struct cd_str
heading_of(struct cd_arena *arena, const struct cd_node *node)
{
    struct cd_str text = text_of(arena, node);
    size_t end = text.n;

    while (end > 0 && text.p[end - 1] != '\n')
        end--;
    if (end == 0 || cd_permalink_find(cd_str_sub(text, end, text.n)) == NULL)
        return text;
    return cd_str_sub(text, 0, end - 1);
}

/* ---- reviews ------------------------------------------------------------ */

/* Is node in a customer's review?  That of a critic is the article. */
static bool
is_in_reviews(const struct cd_node *node)
{
    for (; node != NULL; node = node->parent) {
        if (cd_str_is(cd_node_attr(node, CD_ATTR_ITEMPROP), "review"))
            return node->tag != CD_TAG_ARTICLE && node->tag != CD_TAG_MAIN &&
                   node->tag != CD_TAG_BODY;
    }
    return false;
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

        if (name.n > 0 && g->facts->tag_count < TAGS_MAX &&
            (names[i] != CD_ATTR_ITEMPROP || !is_in_reviews(node)))
            g->facts->tags[g->facts->tag_count++] =
                (struct cd_meta_tag){ cd_lower(g->arena, name), content };
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

void
cd_hint_add(struct cd_hint *hints, size_t *count, struct cd_hint hint)
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
    struct cd_str classes = cd_node_attr(node, CD_ATTR_CLASS);
    struct cd_memo_slot *slot;

    if (!cd_memo_seek(&g->classes, classes, &slot))
        slot->value = is_marked(cd_lower(g->arena, classes));
    return slot->value != 0 ? cd_lower(g->arena, classes)
                            : (struct cd_str){ "", 0 };
}

static void
add_marked(struct gatherer *g, const struct cd_node *node)
{
    struct cd_str itemprop =
        cd_lower(g->arena, cd_node_attr(node, CD_ATTR_ITEMPROP));
    struct cd_str classes = classes_of(g, node);
    struct cd_str rel = cd_node_attr(node, CD_ATTR_REL);
    struct cd_str datetime = cd_node_attr(node, CD_ATTR_DATETIME);
    enum cd_trust author = author_trust(itemprop, rel, classes);
    enum cd_trust date = date_trust(itemprop, classes);

    if (node->tag == CD_TAG_TIME && date == CD_TRUST_FAR)
        date = CD_TRUST_CLASS;
    if ((author == CD_TRUST_FAR && date == CD_TRUST_FAR) ||
        node->tag == CD_TAG_BODY || belongs_elsewhere(node) ||
        is_in_reviews(node))
        return;
    if (datetime.p == NULL)
        datetime = cd_node_attr(node, CD_ATTR_CONTENT);
    if (author > CD_TRUST_FAR)
        cd_hint_add(
            g->facts->bylines, &g->facts->byline_count,
            (struct cd_hint){ text_of(g->arena, node), { NULL, 0 }, author });
    if (date > CD_TRUST_FAR)
        cd_hint_add(
            g->facts->dates, &g->facts->date_count,
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
            facts->headings[facts->heading_count++] =
                heading_of(g->arena, node);
        break;
    default:
        if (node->attr_count > 0 || node->tag == CD_TAG_TIME)
            add_marked(g, node);
        break;
    }
}

void
cd_gather(struct cd_doc *doc, const struct cd_page *page,
          struct cd_page_facts *facts)
{
    struct cd_arena *arena = &doc->arena;
    struct gatherer g = { .arena = arena, .facts = facts };

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
    cd_gather_lines(doc, facts);
}
