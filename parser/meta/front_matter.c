/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Front matter: YAML or TOML in front of Markdown, as static sites and scrapers
 * write it.  Not either language: lines of a key and a value, lists of strings,
 * lines that go on; what else there may be is a value as it stands.
 */
#include "base/ascii.h"
#include "base/date.h"
#include "base/json.h"
#include "parser/plain/markdown.h"

enum { KEY_MAX = 64, FRONT_MAX = 64 * 1024 };

/* What stands between two values of a list. */
static const char list_comma[] = ", ";

struct front {
    struct cd_doc *doc;
    struct cd_str key;   /* of the entry that is being read, or absent */
    struct cd_buf value; /* of it, so far */
    struct cd_buf extra; /* members of the JSON object for other keys */
};

/* ---- entries --------------------------------------------------------- */

#define GIVEN(name) offsetof(struct cd_doc, given.name.value)

/* Keys in lower case, with "_" for a hyphen or space. */
static const struct {
    const char *key;
    size_t offset;
    bool date;
} keys[] = {
    { "title", GIVEN(title), false },
    { "author", GIVEN(byline), false },
    { "authors", GIVEN(byline), false },
    { "byline", GIVEN(byline), false },
    { "date", GIVEN(published), true },
    { "published", GIVEN(published), true },
    { "published_at", GIVEN(published), true },
    { "published_time", GIVEN(published), true },
    { "publishdate", GIVEN(published), true },
    { "pubdate", GIVEN(published), true },
    { "modified", GIVEN(modified), true },
    { "updated", GIVEN(modified), true },
    { "lastmod", GIVEN(modified), true },
    { "description", GIVEN(description), false },
    { "excerpt", GIVEN(description), false },
    { "site", GIVEN(site), false },
    { "sitename", GIVEN(site), false },
    { "site_name", GIVEN(site), false },
    { "publisher", GIVEN(site), false },
    { "lang", GIVEN(language), false },
    { "language", GIVEN(language), false },
    { "section", GIVEN(section), false },
    { "image", GIVEN(image), false },
    { "url", offsetof(struct cd_doc, url), false },
    { "source_url", offsetof(struct cd_doc, url), false },
    { "url_source", offsetof(struct cd_doc, url), false },
};

static struct cd_str
plain_key(struct cd_str key, char out[KEY_MAX])
{
    size_t n = key.n < KEY_MAX ? key.n : KEY_MAX;

    for (size_t i = 0; i < n; i++) {
        char c = cd_ascii_lower(key.p[i]);

        out[i] = c == '-' || c == ' ' ? '_' : c;
    }
    return (struct cd_str){ out, n };
}

/* The place of a key's value; NULL: nothing asks for it. */
static struct cd_str *
place_of(struct cd_doc *doc, struct cd_str key, bool *date)
{
    char room[KEY_MAX];

    key = plain_key(key, room);
    for (size_t i = 0; i < CD_COUNT(keys); i++) {
        if (!cd_str_is(key, keys[i].key))
            continue;
        *date = keys[i].date;
        return (struct cd_str *)((char *)doc + keys[i].offset);
    }
    return NULL;
}

/* Facts begin with their value; where it is from stands behind it. */
static void
name_source(struct cd_doc *doc, struct cd_str *place)
{
    if (place != &doc->url)
        ((struct cd_fact *)(void *)place)->source = "front-matter";
}

static bool
set_date(struct cd_doc *doc, struct cd_str text, struct cd_str *place)
{
    struct cd_date date;
    struct cd_span span;

    if (!cd_date_find(text, CD_DATE_MONTH_FIRST, &date, &span) ||
        !cd_date_plausible(&date))
        return false;
    *place = cd_date_format(&doc->arena, &date);
    return true;
}

static void
add_extra(struct front *front, struct cd_str value)
{
    cd_buf_puts(&front->extra, front->extra.n > 0 ? "," : "");
    cd_json_str(&front->extra, front->key);
    cd_buf_putc(&front->extra, ':');
    cd_json_str(&front->extra, value);
}

/* The entry is complete.  What the record itself gave wins, as does the first
 * of several keys for one thing; the others are kept with the rest. */
static void
finish_entry(struct front *front)
{
    struct cd_doc *doc = front->doc;
    struct cd_str value = cd_str_trim(cd_buf_str(&front->value)), *place;
    bool date = false, used = false;

    if (front->key.p == NULL) {
        cd_buf_reset(&front->value); /* lines before the first key */
        return;
    }
    place = place_of(doc, front->key, &date);
    if (place != NULL && place->p == NULL && value.n > 0) {
        used = !date || set_date(doc, value, place);
        if (used && !date)
            *place = cd_arena_copy(&doc->arena, value);
        if (used)
            name_source(doc, place);
    }
    if (!used)
        add_extra(front, value);
    front->key = (struct cd_str){ NULL, 0 };
    cd_buf_reset(&front->value);
}

/* ---- lines ----------------------------------------------------------- */

/* Without quotes around it; what they escape is undone. */
static void
add_value(struct front *front, struct cd_str value)
{
    char quote = value.n >= 2 ? value.p[0] : '\0';

    if ((quote != '"' && quote != '\'') || value.p[value.n - 1] != quote) {
        cd_buf_add(&front->value, value);
        return;
    }
    for (size_t i = 1; i + 1 < value.n; i++) {
        bool escaped = i + 2 < value.n &&
                       value.p[i] == (quote == '"' ? '\\' : '\'') &&
                       (value.p[i + 1] == quote || value.p[i + 1] == '\\');

        i += escaped;
        cd_buf_putc(&front->value, value.p[i]);
    }
}

static void
add_comma(struct front *front)
{
    if (front->value.n > 0)
        cd_buf_puts(&front->value, list_comma);
}

/* [a, "b"] */
static void
add_list(struct front *front, struct cd_str list)
{
    for (size_t at = 0, end; at <= list.n; at = end + 1) {
        end = cd_str_find(list, CD_STR(","), at);
        if (end == SIZE_MAX)
            end = list.n;
        add_comma(front);
        add_value(front, cd_str_trim(cd_str_sub(list, at, end)));
    }
}

/* Bytes of the key at the start of line: letters, digits, "_", "-", and spaces
 * between them; 0 if none ends with the sign. */
static size_t
key_size(struct cd_str line, char sign)
{
    size_t n = 0;

    while (n < line.n && n < KEY_MAX &&
           (cd_ascii_is_alnum(line.p[n]) || line.p[n] == '_' ||
            line.p[n] == '-' || (n > 0 && line.p[n] == ' ')))
        n++;
    return n < line.n && line.p[n] == sign ? n : 0;
}

/* "name: Ann Webb" below "author:" is her name. */
static struct cd_str
nested_name(struct cd_str text, char sign)
{
    size_t n = key_size(text, sign);

    return cd_str_is(cd_str_trim(cd_str_sub(text, 0, n)), "name")
               ? cd_str_trim(cd_str_sub(text, n + 1, text.n))
               : text;
}

static void
read_line(struct front *front, struct cd_str line, char sign)
{
    struct cd_str text = cd_str_trim(line);
    size_t n = key_size(line, sign);

    if (n > 0) {
        finish_entry(front);
        front->key = cd_str_trim(cd_str_sub(line, 0, n));
        text = cd_str_trim(cd_str_sub(line, n + 1, line.n));
        if (text.n >= 2 && text.p[0] == '[' && text.p[text.n - 1] == ']')
            add_list(front, cd_str_sub(text, 1, text.n - 1));
        else if (!cd_str_is(text, ">") && !cd_str_is(text, "|"))
            add_value(front, text);
    } else if (cd_str_starts(text, CD_STR("- "))) {
        add_comma(front);
        text = cd_str_trim(cd_str_sub(text, 2, text.n));
        add_value(front, nested_name(text, sign));
    } else if (text.n > 0 && text.p[0] != '#') {
        cd_buf_putc(&front->value, ' ');
        cd_buf_add(&front->value, nested_name(text, sign));
    }
}

/* ---- the whole ------------------------------------------------------- */

static size_t
line_end(struct cd_str text, size_t from)
{
    size_t at = cd_str_find(text, CD_STR("\n"), from);

    return at != SIZE_MAX ? at : text.n;
}

/* Start of the line that is end alone; 0: none is near. */
static size_t
find_end(struct cd_str text, struct cd_str end)
{
    for (size_t at = line_end(text, 0) + 1, to; at < text.n && at < FRONT_MAX;
         at = to + 1) {
        to = line_end(text, at);
        if (cd_str_eq(cd_str_trim(cd_str_sub(text, at, to)), end))
            return at;
    }
    return 0;
}

struct form {
    struct cd_str start, end;
    char sign; /* between key and value */
    bool head; /* is the first line start alone? */
};

/* The form of the front matter, and where its last line begins; NULL: none. */
static const struct form *
find_form(struct cd_str text, size_t *end)
{
    static const struct form forms[] = {
        { { "---", 3 }, { "---", 3 }, ':', true },
        { { "---", 3 }, { "...", 3 }, ':', true },
        { { "+++", 3 }, { "+++", 3 }, '=', true },
        { { "Title: ", 7 }, { "Markdown Content:", 17 }, ':', false },
    };

    for (size_t i = 0; i < CD_COUNT(forms); i++) {
        struct cd_str first = cd_str_sub(text, 0, line_end(text, 0));

        if (forms[i].head ? !cd_str_eq(cd_str_trim(first), forms[i].start)
                          : !cd_str_starts(first, forms[i].start))
            continue;
        *end = find_end(text, forms[i].end);
        if (*end > 0)
            return &forms[i];
    }
    return NULL;
}

static void
keep_extra(struct front *front)
{
    struct cd_doc *doc = front->doc;
    struct cd_str old = doc->extra;

    if (front->extra.n == 0)
        return;
    if (old.n > 2) /* "{...}" */
        old = cd_str_sub(old, 1, old.n - 1);
    else
        old = (struct cd_str){ "", 0 };
    doc->extra = cd_arena_printf(&doc->arena, "{%.*s%s\"front_matter\":{%.*s}}",
                                 (int)old.n, old.p, old.n > 0 ? "," : "",
                                 (int)front->extra.n, front->extra.p);
}

void
cd_front_matter(struct cd_doc *doc)
{
    struct front front = { .doc = doc };
    struct cd_str text = doc->page;
    size_t end = 0;
    const struct form *form = find_form(text, &end);

    if (form == NULL)
        return;
    for (size_t at = form->head ? line_end(text, 0) + 1 : 0, to; at < end;
         at = to + 1) {
        to = line_end(text, at);
        read_line(&front, cd_str_sub(text, at, to), form->sign);
    }
    finish_entry(&front);
    keep_extra(&front);
    end = line_end(text, end);
    doc->page = cd_str_sub(text, end, text.n);
    cd_buf_release(&front.value);
    cd_buf_release(&front.extra);
}
