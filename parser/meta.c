/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta.h"

#include "base/date.h"
#include "base/json.h"
#include "parser/meta_byline.h"
#include "parser/meta_title.h"

/* ---- simple facts: the first place that has one ----------------------- */

enum place { TAG, ARTICLE, PAGE };

struct rule {
    size_t fact; /* in struct cd_meta */
    enum place place;
    const char *tag; /* of TAG */
    size_t member;   /* of ARTICLE and PAGE, in struct cd_jsonld_facts */
};

#define FROM_TAG(fact, name)                                                   \
    {                                                                          \
        offsetof(struct cd_meta, fact), TAG, name, 0                           \
    }
#define FROM_LD(fact, where, member)                                           \
    {                                                                          \
        offsetof(struct cd_meta, fact), where, NULL,                           \
            offsetof(struct cd_jsonld_facts, member)                           \
    }

/* Of one fact the first rule that finds something wins. */
static const struct rule rules[] = {
    FROM_TAG(site, "og:site_name"),
    FROM_LD(site, ARTICLE, publisher),
    FROM_LD(site, PAGE, publisher),
    FROM_TAG(site, "application-name"),
    FROM_TAG(section, "article:section"),
    FROM_LD(section, ARTICLE, section),
    FROM_TAG(section, "parsely-section"),
    FROM_LD(description, ARTICLE, description),
    FROM_TAG(description, "og:description"),
    FROM_TAG(description, "description"),
    FROM_TAG(description, "twitter:description"),
    FROM_TAG(image, "og:image"),
    FROM_TAG(image, "og:image:url"),
    FROM_LD(image, ARTICLE, image),
    FROM_TAG(image, "twitter:image"),
    FROM_TAG(canonical, "og:url"),
    FROM_LD(canonical, ARTICLE, url),
    FROM_LD(language, ARTICLE, language),
    FROM_TAG(language, "og:locale"),
    FROM_TAG(language, "content-language"),
    FROM_TAG(language, "dc.language"),
};

static struct cd_str
look(const struct cd_page_facts *facts, const struct rule *rule)
{
    const struct cd_jsonld_facts *from =
        rule->place == ARTICLE ? &facts->jsonld.article : &facts->jsonld.page;

    if (rule->place == TAG)
        return cd_meta_tag(facts, rule->tag);
    return *(const struct cd_str *)((const char *)from + rule->member);
}

static void
apply_rules(struct cd_meta *meta, const struct cd_page_facts *facts)
{
    for (size_t i = 0; i < CD_COUNT(rules); i++) {
        struct cd_fact *fact = (void *)((char *)meta + rules[i].fact);
        struct cd_str value = look(facts, &rules[i]);

        if (fact->value.p != NULL || value.n == 0)
            continue;
        fact->value = value;
        fact->source = rules[i].place == TAG ? "meta" : "json-ld";
    }
}

struct cd_str
cd_meta_tag(const struct cd_page_facts *facts, const char *name)
{
    struct cd_str wanted = cd_str_of(name);

    for (size_t i = 0; i < facts->tag_count; i++) {
        struct cd_str content = cd_str_trim(facts->tags[i].content);

        if (content.n > 0 && cd_str_eq(facts->tags[i].name, wanted))
            return content;
    }
    return (struct cd_str){ NULL, 0 };
}

/* ---- dates ------------------------------------------------------------ */

static const char *const published_tags[] = {
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "og:publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "article.published",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "published",
    "date-pub",
    "published-date",
    "w-published-date",
    "shareaholic:article_published_time",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "citation_date",
    "date",
};

static const char *const modified_tags[] = {
    "article:modified_time", "og:article:modified_time",
    "datemodified",          "og:updated_time",
    "og:modified_time",      "last-modified",
    "dcterms.modified",      "revised",
};

/* Days are written before months everywhere but in the United States. */
static enum cd_date_order
date_order(const struct cd_page_facts *facts)
{
    struct cd_str language = facts->language;

    if (language.n >= 2 && !cd_str_starts(language, CD_STR("en")))
        return CD_DATE_DAY_FIRST;
    return cd_str_ends(language, CD_STR("GB")) ||
                   cd_str_ends(language, CD_STR("AU"))
               ? CD_DATE_DAY_FIRST
               : CD_DATE_MONTH_FIRST;
}

static bool
set_date(struct cd_arena *arena, struct cd_fact *fact, struct cd_str text,
         enum cd_date_order order, const char *source)
{
    struct cd_date date;
    struct cd_span span;

    if (fact->value.p != NULL || text.n == 0 ||
        !cd_date_find(text, order, &date, &span))
        return fact->value.p != NULL;
    *fact = (struct cd_fact){ cd_date_format(arena, &date), source };
    return true;
}

static void
date_from_tags(struct cd_arena *arena, struct cd_fact *fact,
               const struct cd_page_facts *facts, const char *const *tags,
               size_t count)
{
    enum cd_date_order order = date_order(facts);

    for (size_t i = 0; i < count && fact->value.p == NULL; i++)
        set_date(arena, fact, cd_meta_tag(facts, tags[i]), order, "meta");
}

/* A date that is said to be of a change, and not of the first printing. */
static bool
says_modified(struct cd_str text)
{
    static const struct cd_str words[] = {
        { "pdated", 6 },       { "odified", 7 },          { "eviewed", 7 },
        { "ktualisiert", 11 }, { "is \xc3\xa0 jour", 9 }, { "ctualizado", 10 },
        { "ggiornato", 9 },
    };

    for (size_t i = 0; i < CD_COUNT(words); i++) {
        if (cd_str_find(text, words[i], 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* Dates on the page of a trust from most down to least, of equals the first
 * printed. */
static void
date_from_page(struct cd_arena *arena, struct cd_fact *fact,
               const struct cd_page_facts *facts, enum cd_trust most,
               enum cd_trust least, bool modified)
{
    enum cd_date_order order = date_order(facts);

    for (int trust = (int)most; trust >= (int)least && fact->value.p == NULL;
         trust--) {
        for (size_t i = 0; i < facts->date_count; i++) {
            const struct cd_hint *hint = &facts->dates[i];

            if ((int)hint->trust != trust ||
                says_modified(hint->text) != modified)
                continue;
            if (set_date(arena, fact, hint->datetime, order, "time") ||
                set_date(arena, fact, hint->text, order, "page"))
                break;
        }
    }
}

static void
find_modified(struct cd_doc *doc, const struct cd_page_facts *facts)
{
    struct cd_arena *arena = &doc->arena;
    struct cd_fact *modified = &doc->meta.modified;

    set_date(arena, modified, facts->jsonld.article.modified, 0, "json-ld");
    date_from_tags(arena, modified, facts, modified_tags,
                   CD_COUNT(modified_tags));
    date_from_page(arena, modified, facts, CD_TRUST_PRINTED, CD_TRUST_NEAR,
                   true);
    set_date(arena, modified, facts->jsonld.page.modified, 0, "json-ld");
}

static bool
same_day(const struct cd_fact *a, const struct cd_fact *b)
{
    return a->value.n >= 10 && b->value.n >= 10 &&
           memcmp(a->value.p, b->value.p, 10) == 0;
}

/*
 * The date that readers see below the headline wins, unless it is the day of
 * the last change: many pages print that one without saying so.  A page that
 * tells only when it was changed was published then, as far as it says.
 */
static void
find_published(struct cd_doc *doc, const struct cd_page_facts *facts)
{
    struct cd_arena *arena = &doc->arena;
    struct cd_fact *published = &doc->meta.published;
    const struct cd_jsonld *ld = &facts->jsonld;
    struct cd_fact printed = { { NULL, 0 }, NULL };

    date_from_page(arena, &printed, facts, CD_TRUST_PRINTED, CD_TRUST_PRINTED,
                   false);
    if (published->value.p == NULL && printed.value.p != NULL &&
        !same_day(&printed, &doc->meta.modified))
        *published = printed;
    set_date(arena, published, ld->article.published, 0, "json-ld");
    date_from_tags(arena, published, facts, published_tags,
                   CD_COUNT(published_tags));
    if (published->value.p == NULL)
        *published = printed;
    date_from_page(arena, published, facts, CD_TRUST_SAID, CD_TRUST_NEAR,
                   false);
    set_date(arena, published, ld->page.published, 0, "json-ld");
    set_date(arena, published, doc->url, 0, "url");
    if (published->value.p == NULL)
        *published = doc->meta.modified;
    date_from_page(arena, published, facts, CD_TRUST_FAR, CD_TRUST_FAR, false);
}

/* ---- the rest --------------------------------------------------------- */

/* "en_US" -> "en-US"; what is no language tag is dropped. */
static void
tidy_language(struct cd_arena *arena, struct cd_fact *fact)
{
    struct cd_str tag = cd_arena_copy(arena, cd_str_trim(fact->value));
    char *p = (char *)tag.p;
    bool good = tag.n >= 2 && tag.n <= 35;

    for (size_t i = 0; good && i < tag.n; i++) {
        if (p[i] == '_')
            p[i] = '-';
        if (i < 2 && p[i] >= 'A' && p[i] <= 'Z')
            p[i] = (char)(p[i] + ('a' - 'A'));
        good = p[i] == '-' || (p[i] >= '0' && p[i] <= '9') ||
               (p[i] >= 'A' && p[i] <= 'Z') || (p[i] >= 'a' && p[i] <= 'z');
    }
    *fact = good ? (struct cd_fact){ tag, fact->source }
                 : (struct cd_fact){ { NULL, 0 }, NULL };
}

/* "a, b;c" -> ["a","b","c"]; an array stays one. */
static void
find_tags(struct cd_doc *doc, const struct cd_page_facts *facts)
{
    struct cd_str from = cd_meta_tag(facts, "keywords");
    struct cd_buf out = { 0 };
    size_t start = 0;

    if (facts->jsonld.article.tags.p != NULL) {
        doc->meta.tags =
            (struct cd_fact){ facts->jsonld.article.tags, "json-ld" };
        return;
    }
    if (from.n == 0)
        return;
    cd_buf_putc(&out, '[');
    for (size_t at = 0; at <= from.n; at++) {
        struct cd_str tag;

        if (at < from.n && from.p[at] != ',' && from.p[at] != ';')
            continue;
        tag = cd_str_trim(cd_str_sub(from, start, at));
        start = at + 1;
        if (tag.n == 0)
            continue;
        cd_json_next(&out);
        cd_json_str(&out, tag);
    }
    cd_buf_putc(&out, ']');
    doc->meta.tags =
        (struct cd_fact){ cd_arena_copy(&doc->arena, cd_buf_str(&out)),
                          "meta" };
    cd_buf_release(&out);
}

static void
find_paywall(struct cd_meta *meta, const struct cd_page_facts *facts)
{
    struct cd_str tier = cd_meta_tag(facts, "article:content_tier");
    struct cd_str access = facts->jsonld.article.free;

    if (access.p == NULL)
        access = facts->jsonld.page.free;
    if (access.p != NULL)
        meta->paywall =
            (struct cd_fact){ cd_str_is(access, "false") ? CD_STR("true")
                                                         : CD_STR("false"),
                              "json-ld" };
    else if (tier.n > 0)
        meta->paywall = (struct cd_fact){
            cd_str_is(tier, "free") ? CD_STR("false") : CD_STR("true"), "meta"
        };
}

void
cd_meta_find(struct cd_doc *doc, const struct cd_page_facts *facts)
{
    struct cd_meta *meta = &doc->meta;

    *meta = doc->given;
    if (meta->title.value.p == NULL)
        meta->title = cd_title_choose(&doc->arena, facts, doc->url);
    if (meta->byline.value.p == NULL)
        meta->byline = cd_byline_choose(&doc->arena, facts, doc->url);
    if (meta->authors.value.p == NULL && meta->byline.value.p != NULL)
        meta->authors =
            (struct cd_fact){ cd_byline_split(&doc->arena, meta->byline.value),
                              meta->byline.source };
    if (meta->canonical.value.p == NULL && facts->canonical.n > 0)
        meta->canonical = (struct cd_fact){ facts->canonical, "link" };
    if (meta->language.value.p == NULL && facts->language.n > 0)
        meta->language = (struct cd_fact){ facts->language, "html" };
    apply_rules(meta, facts);
    if (meta->language.value.p != NULL)
        tidy_language(&doc->arena, &meta->language);
    find_modified(doc, facts);
    find_published(doc, facts);
    find_tags(doc, facts);
    find_paywall(meta, facts);
}
