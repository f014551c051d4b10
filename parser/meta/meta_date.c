/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/meta_date.h"

#include "base/ascii.h"
#include "base/utf8.h"

struct cd_date_label {
    const char *form; /* lower case */
    enum cd_label_use use;
    const char *lang;
};

#include "parser/meta/date_label.inc"

enum {
    LABEL_MAX = 160, /* bytes before a date that may say what it is */
    WITNESS_MAX = 4,
};

/* ---- labels ----------------------------------------------------------- */

/* A bit for two bytes. */
static uint64_t
pair_bit(const char *p)
{
    return (uint64_t)1 << (((unsigned char)p[0] * 7 + (unsigned char)p[1] * 3) %
                           64);
}

enum cd_label_use
cd_date_label_of(struct cd_str text)
{
    char folded[LABEL_MAX + 8];
    enum cd_label_use use = CD_LABEL_NONE;
    uint64_t pairs = 0; /* of folded: most labels begin with none of them */
    size_t n = 0, last = 0;

    if (text.n > LABEL_MAX)
        text = cd_str_sub(text, text.n - LABEL_MAX, text.n);
    for (size_t at = 0; at < text.n && n + 4 <= sizeof(folded);)
        n += cd_utf8_put(folded + n, cd_utf8_lower(cd_utf8_next(text, &at)));
    for (size_t i = 0; i + 1 < n; i++)
        pairs |= pair_bit(folded + i);
    for (size_t i = 0; pairs != 0 && i < CD_COUNT(cd_date_label_table); i++) {
        const struct cd_date_label *label = &cd_date_label_table[i];
        size_t at;

        if ((pairs & pair_bit(label->form)) == 0)
            continue;
        at = cd_str_find((struct cd_str){ folded, n }, cd_str_of(label->form),
                         last);

        if (at != SIZE_MAX && (use == CD_LABEL_NONE || at > last)) {
            use = label->use;
            last = at;
        }
    }
    return use;
}

/* "March 4, 2025 (updated)": the only date of a text may have its label behind
 * it. */
static bool
changed_behind(struct cd_str tail, enum cd_date_order order)
{
    struct cd_date date;
    struct cd_span span;

    return cd_date_label_of(tail) == CD_LABEL_MODIFIED &&
           !cd_date_find(tail, order, &date, &span);
}

/* As cd_date_labelled; *span: where it stands. */
static bool
labelled(struct cd_str text, enum cd_date_order order, bool modified,
         struct cd_date *date, struct cd_span *span)
{
    size_t at = 0;

    while (cd_date_find(cd_str_sub(text, at, text.n), order, date, span)) {
        struct cd_str before = cd_str_sub(text, at, at + span->start);
        enum cd_label_use use = cd_date_label_of(before);
        bool first = at == 0;

        *span = (struct cd_span){ at + span->start, at + span->end };
        at = span->end;
        if (use == CD_LABEL_NONE && first &&
            changed_behind(cd_str_sub(text, at, text.n), order))
            use = CD_LABEL_MODIFIED;
        if ((use == CD_LABEL_MODIFIED) == modified)
            return true;
    }
    return false;
}

bool
cd_date_labelled(struct cd_str text, enum cd_date_order order, bool modified,
                 struct cd_date *date)
{
    struct cd_span span;

    return labelled(text, order, modified, date, &span);
}

/* ---- the dates of a page ---------------------------------------------- */

/* What is needed to read a date of this page. */
struct reading {
    struct cd_arena *arena;
    const struct cd_page_facts *facts;
    enum cd_date_order order;
    /* days that the page declares in forms that cannot be misread */
    struct cd_date witnesses[WITNESS_MAX];
    size_t witness_count;
};

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
is_witnessed(const struct reading *r, const struct cd_date *date)
{
    for (size_t i = 0; i < r->witness_count; i++) {
        if (cd_date_compare_days(&r->witnesses[i], date) == 0)
            return true;
    }
    return false;
}

/* Day and month in numbers, the year behind them. */
static bool
is_ambiguous(struct cd_str text, const struct cd_date *date)
{
    if (date->day > 12 || text.n < 6 ||
        (cd_ascii_is_digit(text.p[1]) && cd_ascii_is_digit(text.p[2])))
        return false;
    for (size_t i = 0; i < text.n; i++) {
        if (!cd_ascii_is_digit(text.p[i]) && strchr("/.-", text.p[i]) == NULL)
            return false;
    }
    return true;
}

/* "10/09/2024" may be two days: the one that the page declares elsewhere. */
static void
settle_order(const struct reading *r, struct cd_str text, struct cd_date *date)
{
    struct cd_date swapped = *date;

    swapped.day = date->month;
    swapped.month = date->day;
    if (is_ambiguous(text, date) && !is_witnessed(r, date) &&
        is_witnessed(r, &swapped))
        *date = swapped;
}

static bool
set_date(const struct reading *r, struct cd_fact *fact, struct cd_str text,
         bool modified, const char *source)
{
    struct cd_date date;
    struct cd_span span;

    if (fact->value.p != NULL)
        return true;
    if (text.n == 0 || !labelled(text, r->order, modified, &date, &span))
        return false;
    settle_order(r, cd_str_sub(text, span.start, span.end), &date);
    *fact = (struct cd_fact){ cd_date_format(r->arena, &date), source };
    return true;
}

static void
declared(const struct reading *r, struct cd_fact *fact, struct cd_str text,
         const char *source)
{
    set_date(r, fact, text, false, source);
}

static void
date_from_tags(const struct reading *r, struct cd_fact *fact,
               const char *const *tags, size_t count)
{
    for (size_t i = 0; i < count && fact->value.p == NULL; i++)
        declared(r, fact, cd_meta_tag(r->facts, tags[i]), "meta");
}

/* The date of one hint, if it is one of a change, or if it is none. */
static bool
date_from_hint(const struct reading *r, struct cd_fact *fact,
               const struct cd_hint *hint, bool modified)
{
    if (hint->datetime.n > 0 &&
        (cd_date_label_of(hint->text) == CD_LABEL_MODIFIED) == modified &&
        set_date(r, fact, hint->datetime, false, "time"))
        return true;
    return set_date(r, fact, hint->text, modified, "page");
}

/* Dates on the page of a trust from most down to least, of equals the first
 * printed. */
static void
date_from_page(const struct reading *r, struct cd_fact *fact,
               enum cd_trust most, enum cd_trust least, bool modified)
{
    for (int trust = (int)most; trust >= (int)least && fact->value.p == NULL;
         trust--) {
        for (size_t i = 0; i < r->facts->date_count; i++) {
            const struct cd_hint *hint = &r->facts->dates[i];

            if ((int)hint->trust == trust &&
                date_from_hint(r, fact, hint, modified))
                break;
        }
    }
}

/* ---- the choice ------------------------------------------------------- */

static void
add_witness(struct reading *r, struct cd_str text)
{
    struct cd_date *date = &r->witnesses[r->witness_count];
    struct cd_span span;

    if (r->witness_count < WITNESS_MAX && text.n > 0 &&
        cd_date_find(text, r->order, date, &span))
        r->witness_count++;
}

static void
find_modified(const struct reading *r, struct cd_fact *modified)
{
    const struct cd_jsonld *ld = &r->facts->jsonld;

    declared(r, modified, ld->article.modified, "json-ld");
    date_from_tags(r, modified, modified_tags, CD_COUNT(modified_tags));
    date_from_page(r, modified, CD_TRUST_PRINTED, CD_TRUST_NEAR, true);
    declared(r, modified, ld->page.modified, "json-ld");
    date_from_page(r, modified, CD_TRUST_FAR, CD_TRUST_FAR, true);
}

static bool
same_day(const struct cd_fact *a, const struct cd_fact *b)
{
    return a->value.n >= 10 && b->value.n >= 10 &&
           memcmp(a->value.p, b->value.p, 10) == 0;
}

/* The day of a change that stands for the day of publication says so. */
static struct cd_fact
as_updated(struct cd_fact modified)
{
    static const char *const sources[][2] = {
        { "page", "updated:page" },
        { "time", "updated:time" },
        { "meta", "updated:meta" },
        { "json-ld", "updated:json-ld" },
    };

    for (size_t i = 0; modified.source != NULL && i < CD_COUNT(sources); i++) {
        if (strcmp(modified.source, sources[i][0]) == 0)
            modified.source = sources[i][1];
    }
    return modified;
}

/*
 * A printed day and a declared time that are a day apart are one instant in
 * two time zones: the time is the more exact, unless the URL has the day too.
 */
static bool
is_eve_of(const struct reading *r, const struct cd_fact *printed,
          const struct cd_fact *declared, struct cd_str url)
{
    struct cd_date day, time, path;
    struct cd_span span;

    if (printed->value.n != 10 || cd_date_iso(declared->value, &time) == 0 ||
        cd_date_iso(printed->value, &day) == 0 || !time.has_time ||
        !cd_date_is_next(&day, &time))
        return false;
    return url.n == 0 || !cd_date_find(url, r->order, &path, &span) ||
           cd_date_compare_days(&path, &day) != 0;
}

/*
 * What the page shows and its tags declare.  Scripts are asked last by a page
 * that shows its readers the day of a change and no other.
 */
static void
find_shown(const struct reading *r, struct cd_fact *published,
           const struct cd_fact *said, const struct cd_fact *modified,
           struct cd_str url)
{
    struct cd_fact printed = { { NULL, 0 }, NULL };
    struct cd_fact updated = { { NULL, 0 }, NULL };
    struct cd_fact tagged = { { NULL, 0 }, NULL };

    date_from_page(r, &printed, CD_TRUST_PRINTED, CD_TRUST_PRINTED, false);
    date_from_page(r, &updated, CD_TRUST_PRINTED, CD_TRUST_NEAR, true);
    date_from_tags(r, &tagged, published_tags, CD_COUNT(published_tags));
    if (printed.value.p != NULL && !same_day(&printed, modified))
        *published = printed;
    if (is_eve_of(r, &printed, said, url) ||
        (published->value.p == NULL && printed.value.p == NULL &&
         updated.value.p == NULL))
        *published = *said;
    if (published->value.p == NULL || is_eve_of(r, &printed, &tagged, url))
        *published = tagged;
    if (published->value.p == NULL)
        *published = printed;
    if (said->value.p == NULL)
        date_from_page(r, published, CD_TRUST_SAID, CD_TRUST_NEAR, false);
    if (published->value.p == NULL)
        *published = as_updated(updated);
    if (published->value.p == NULL)
        *published = *said;
}

/* The rest of the places, the surest first. */
static void
find_elsewhere(const struct reading *r, struct cd_fact *published,
               const struct cd_fact *modified, struct cd_str url)
{
    date_from_page(r, published, CD_TRUST_SAID, CD_TRUST_NEAR, false);
    declared(r, published, r->facts->jsonld.page.published, "json-ld");
    declared(r, published, url, "url");
    if (published->value.p == NULL)
        *published = as_updated(*modified);
    date_from_page(r, published, CD_TRUST_FAR, CD_TRUST_FAR, false);
}

static bool
is_updated(const struct cd_fact *fact)
{
    return fact->source != NULL && strncmp(fact->source, "updated:", 8) == 0;
}

void
cd_dates_find(struct cd_doc *doc, const struct cd_page_facts *facts)
{
    struct cd_meta *meta = &doc->meta;
    struct cd_fact said = { { NULL, 0 }, NULL };
    struct reading r = { .arena = &doc->arena,
                         .facts = facts,
                         .order = date_order(facts) };

    add_witness(&r, facts->jsonld.article.published);
    add_witness(&r, facts->jsonld.page.published);
    add_witness(&r, cd_meta_tag(facts, published_tags[0]));
    add_witness(&r, doc->url);
    find_modified(&r, &meta->modified);
    declared(&r, &said, facts->jsonld.article.published, "json-ld");
    if (meta->published.value.p == NULL)
        find_shown(&r, &meta->published, &said, &meta->modified, doc->url);
    find_elsewhere(&r, &meta->published, &meta->modified, doc->url);
    if (said.value.p != NULL && is_updated(&meta->published) &&
        !same_day(&said, &meta->published))
        meta->first_published = said;
}
