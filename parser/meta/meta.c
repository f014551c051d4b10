/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/meta.h"

#include "base/ascii.h"
#include "base/json.h"
#include "parser/meta/description.h"
#include "parser/meta/meta_byline.h"
#include "parser/meta/meta_date.h"
#include "parser/meta/tags.h"
#include "parser/page/space.h"

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

/* "a, b;c" -> ["a","b","c"] */
static void
find_tags(struct cd_doc *doc, const struct cd_page_facts *facts)
{
    struct cd_tag_list list = { 0 };

    if (facts->jsonld.article.tags.p != NULL) {
        doc->meta.tags =
            (struct cd_fact){ facts->jsonld.article.tags, "json-ld" };
        return;
    }
    cd_tags_split(&list, cd_meta_tag(facts, "keywords"));
    doc->meta.tags.value = cd_tags_json(&doc->arena, &list);
    doc->meta.tags.source = doc->meta.tags.value.p != NULL ? "meta" : NULL;
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

/* What several lines of a page say is one line. */
static void
make_one_line(struct cd_arena *arena, struct cd_fact *fact)
{
    if (fact->value.p != NULL)
        fact->value = cd_space_collapse(arena, fact->value);
}

static void
take_own_date(struct cd_fact *fact, const struct cd_page_facts *facts,
              const char *name)
{
    struct cd_str value = cd_meta_tag(facts, name);

    if (fact->value.p == NULL && value.p != NULL)
        *fact = (struct cd_fact){ value, "meta" };
}

bool
cd_meta_is_own(const struct cd_page_facts *facts)
{
    return cd_str_is(cd_meta_tag(facts, "generator"), "Copydesk");
}

static void
find_title_and_byline(struct cd_doc *doc, const struct cd_page_facts *facts)
{
    struct cd_meta *meta = &doc->meta;
    struct cd_str author = cd_meta_tag(facts, "author");
    bool own = cd_meta_is_own(facts);

    if (meta->title.value.p == NULL)
        meta->title = own && facts->title.n > 0
                          ? (struct cd_fact){ facts->title, "title" }
                          : facts->headline;
    make_one_line(&doc->arena, &meta->title);
    if (meta->byline.value.p != NULL)
        return;
    if (!own)
        meta->byline = cd_byline_choose(&doc->arena, facts, doc->url);
    else if (author.p != NULL)
        meta->byline = (struct cd_fact){ author, "meta" };
}

void
cd_meta_find(struct cd_doc *doc, const struct cd_page_facts *facts)
{
    struct cd_meta *meta = &doc->meta;

    *meta = doc->given;
    find_title_and_byline(doc, facts);
    if (meta->authors.value.p == NULL && meta->byline.value.p != NULL)
        meta->authors =
            (struct cd_fact){ cd_byline_split(&doc->arena, meta->byline.value),
                              meta->byline.source };
    if (meta->canonical.value.p == NULL && facts->canonical.n > 0)
        meta->canonical = (struct cd_fact){ facts->canonical, "link" };
    if (meta->language.value.p == NULL && facts->language.n > 0)
        meta->language = (struct cd_fact){ facts->language, "html" };
    apply_rules(meta, facts);
    make_one_line(&doc->arena, &meta->site);
    make_one_line(&doc->arena, &meta->section);
    if (meta->description.source != NULL &&
        (doc->given.description.value.p == NULL) && !cd_meta_is_own(facts))
        meta->description.value =
            cd_description_tidy(&doc->arena, meta->description.value);
    make_one_line(&doc->arena, &meta->description);
    if (meta->language.value.p != NULL)
        tidy_language(&doc->arena, &meta->language);
    if (!cd_meta_is_own(facts)) {
        cd_dates_find(doc, facts);
    } else {
        take_own_date(&meta->published, facts, "article:published_time");
        take_own_date(&meta->modified, facts, "article:modified_time");
    }
    find_tags(doc, facts);
    find_paywall(meta, facts);
}
