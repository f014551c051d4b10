/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/gather.h"

#include "base/ascii.h"

enum {
    TAGS_MAX = 400,
    HEADINGS_MAX = 16,
    HINTS_MAX = 64,
    TEXT_MAX = 400,  /* bytes of an element's text that are looked at */
    LINE_MAX = 200,  /* a line near the headline that may be a byline */
    BEFORE = 6,      /* blocks before the headline that are looked at */
    AFTER = 14,      /* and behind it */
};

struct gatherer {
    struct cd_arena *arena;
    struct cd_page_facts *facts;
};

/* ---- text of an element ----------------------------------------------- */

/* The text inside node, white space collapsed, at most TEXT_MAX bytes. */
static struct cd_str
text_of(struct cd_arena *arena, const struct cd_node *node)
{
    const struct cd_node *end = cd_node_skip(node);
    char *p = cd_arena_bytes(arena, TEXT_MAX);
    size_t n = 0;

    for (const struct cd_node *at = node; at != end && n < TEXT_MAX;
         at = cd_node_after(at)) {
        if (at->tag != CD_TAG_TEXT) {
            if (n > 0 && p[n - 1] != ' ' && cd_tag_is(at->tag, CD_IS_BLOCK))
                p[n++] = ' ';
            continue;
        }
        for (size_t i = 0; i < at->text.n && n < TEXT_MAX; i++) {
            bool space = cd_ascii_is_space(at->text.p[i]);

            if (!space || (n > 0 && p[n - 1] != ' '))
                p[n++] = space ? ' ' : at->text.p[i];
        }
    }
    while (n > 0 && ((unsigned char)p[n - 1] & 0xC0) == 0x80 && n == TEXT_MAX)
        n--; /* a character that the limit cut */
    return cd_str_trim((struct cd_str){ p, n });
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
has_one_of(struct cd_str text, const char *const *needles)
{
    for (; *needles != NULL; needles++) {
        if (has(text, *needles))
            return true;
    }
    return false;
}

/* 3, 2 or 0: how sure is it that the element holds the author? */
static int
author_trust(struct cd_str itemprop, struct cd_str rel, struct cd_str classes)
{
    static const char *const good[] = { "byline", "author", "writer",
                                        "contributor-name", "c-person", NULL };
    static const char *const bad[] = { "bio", "comment", "avatar", "image",
                                       "photo", "social", "box", "related",
                                       "card", "desc", "follow", NULL };

    if (has(itemprop, "author") || has(rel, "author"))
        return 3;
    return has_one_of(classes, good) && !has_one_of(classes, bad) ? 2 : 0;
}

static int
date_trust(struct cd_str itemprop, struct cd_str classes)
{
    static const char *const good[] = { "date", "publish", "posted",
                                        "timestamp", "pubdate", NULL };
    static const char *const bad[] = { "update-", "related", "comment",
                                       "card", "event", NULL };

    if (has(itemprop, "datepublished") || has(itemprop, "datecreated"))
        return 3;
    return has_one_of(classes, good) && !has_one_of(classes, bad) ? 2 : 0;
}

/* Teasers for other articles and readers' comments have authors and dates of
 * their own. */
static bool
belongs_elsewhere(const struct cd_node *node)
{
    static const char *const places[] = { "related", "comment", "teaser",
                                          "sidebar", "recommend", "popular",
                                          "more-", "card", "footer", NULL };

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

static void
add_marked(struct gatherer *g, const struct cd_node *node)
{
    struct cd_str itemprop =
        lower(g->arena, cd_node_attr(node, CD_ATTR_ITEMPROP));
    struct cd_str classes = lower(g->arena, cd_node_attr(node, CD_ATTR_CLASS));
    struct cd_str rel = cd_node_attr(node, CD_ATTR_REL);
    struct cd_str datetime = cd_node_attr(node, CD_ATTR_DATETIME);
    int author = author_trust(itemprop, rel, classes);
    int date = date_trust(itemprop, classes);

    if (node->tag == CD_TAG_TIME && date == 0)
        date = 2;
    if ((author == 0 && date == 0) || node->tag == CD_TAG_BODY ||
        belongs_elsewhere(node))
        return;
    if (datetime.p == NULL)
        datetime = cd_node_attr(node, CD_ATTR_CONTENT);
    if (author > 0)
        add_hint(g->facts->bylines, &g->facts->byline_count,
                 (struct cd_hint){ text_of(g->arena, node), { NULL, 0 },
                                   author });
    if (date > 0)
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

static size_t
headline_block(const struct cd_doc *doc)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        if (doc->blocks[i].kind == CD_BLOCK_HEADING &&
            doc->blocks[i].level == 1)
            return i;
    }
    return 0;
}

static void
add_lines(struct gatherer *g, const struct cd_doc *doc)
{
    size_t headline = headline_block(doc);
    size_t first = headline > BEFORE ? headline - BEFORE : 0;

    for (size_t i = first; i < doc->block_count && i < headline + AFTER; i++) {
        struct cd_str line = doc->blocks[i].text;
        struct cd_hint hint = { line, { NULL, 0 }, 1 };

        if (line.n > LINE_MAX)
            continue;
        add_hint(g->facts->bylines, &g->facts->byline_count, hint);
        add_hint(g->facts->dates, &g->facts->date_count, hint);
    }
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
    add_lines(&g, doc);
    for (size_t i = 0; i < page->tree.json_ld_count; i++)
        cd_jsonld_read(arena, page->tree.json_ld[i], &facts->jsonld);
}
