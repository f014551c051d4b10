/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/jsonld.h"

#include <json-c/json.h>

#include "base/json.h"
#include "parser/html/reference.h"
#include "parser/meta/tags.h"

enum { DEPTH = 32, OBJECTS_MAX = 2000, NAMES_MAX = 50 };
enum { RANK_NONE, RANK_PAGE, RANK_ARTICLE };

/* The objects of a script, outer before inner. */
struct graph {
    struct cd_arena *arena;
    struct json_object *objects[OBJECTS_MAX];
    size_t count;
};

static struct cd_str
string_of(struct json_object *value)
{
    if (!json_object_is_type(value, json_type_string))
        return (struct cd_str){ NULL, 0 };
    return cd_str_trim(
        (struct cd_str){ json_object_get_string(value),
                         (size_t)json_object_get_string_len(value) });
}

static struct json_object *
member(struct json_object *object, const char *name)
{
    struct json_object *value = NULL;

    if (!json_object_is_type(object, json_type_object))
        return NULL;
    json_object_object_get_ex(object, name, &value);
    return value;
}

/* ---- types ------------------------------------------------------------ */

static int
rank_of_name(struct cd_str type)
{
    static const char *const pages[] = { "WebPage", "ItemPage", "FAQPage",
                                         "AboutPage", "CollectionPage" };

    if (cd_str_ends(type, CD_STR("Article")) ||
        cd_str_ends(type, CD_STR("Posting")) ||
        cd_str_ends(type, CD_STR("Review")) || cd_str_is(type, "Report") ||
        cd_str_is(type, "Recipe") || cd_str_is(type, "HowTo"))
        return RANK_ARTICLE;
    if (cd_str_among(type, pages, CD_COUNT(pages)))
        return RANK_PAGE;
    return RANK_NONE;
}

static int
rank_of(struct json_object *object)
{
    struct json_object *type = member(object, "@type");
    int best = RANK_NONE;

    if (!json_object_is_type(type, json_type_array))
        return rank_of_name(string_of(type));
    for (size_t i = 0; i < json_object_array_length(type); i++) {
        int rank = rank_of_name(string_of(json_object_array_get_idx(type, i)));

        best = rank > best ? rank : best;
    }
    return best;
}

/* ---- walking ---------------------------------------------------------- */

static void
push(struct graph *graph, struct json_object *value)
{
    if (graph->count < OBJECTS_MAX &&
        (json_object_is_type(value, json_type_object) ||
         json_object_is_type(value, json_type_array)))
        graph->objects[graph->count++] = value;
}

/*
 * Are the reviews of object those of customers?  Where they are many, or one of
 * them stands beside a mean of all.  One alone may be the page itself.
 */
static bool
is_rated(struct json_object *object, struct json_object *reviews)
{
    return member(object, "aggregateRating") != NULL ||
           (json_object_is_type(reviews, json_type_array) &&
            json_object_array_length(reviews) > 1);
}

static bool
is_of_customers(struct json_object *object, const char *key,
                struct json_object *value)
{
    return (strcmp(key, "review") == 0 || strcmp(key, "reviews") == 0) &&
           is_rated(object, value);
}

/* Breadth first: the list is its own queue. */
static void
collect(struct graph *graph, struct json_object *root)
{
    push(graph, root);
    for (size_t at = 0; at < graph->count; at++) {
        struct json_object *value = graph->objects[at];

        if (json_object_is_type(value, json_type_array)) {
            for (size_t i = 0; i < json_object_array_length(value); i++)
                push(graph, json_object_array_get_idx(value, i));
            continue;
        }
        json_object_object_foreach(value, key, child)
        {
            if (!is_of_customers(value, key, child))
                push(graph, child);
        }
    }
}

static struct json_object *
by_id(const struct graph *graph, struct cd_str id)
{
    for (size_t i = 0; id.p != NULL && i < graph->count; i++) {
        if (member(graph->objects[i], "name") != NULL &&
            cd_str_eq(string_of(member(graph->objects[i], "@id")), id))
            return graph->objects[i];
    }
    return NULL;
}

/* ---- values ----------------------------------------------------------- */

/* The first of value if it is an array. */
static struct json_object *
first(struct json_object *value)
{
    if (json_object_is_type(value, json_type_array) &&
        json_object_array_length(value) > 0)
        return json_object_array_get_idx(value, 0);
    return value;
}

/* A string, or the named member of an object: {"name":"X"}, {"url":"X"}. */
static struct cd_str
string_or_member(struct json_object *value, const char *name)
{
    value = first(value);
    if (json_object_is_type(value, json_type_object))
        value = first(member(value, name));
    return string_of(value);
}

static struct cd_str
name_of(const struct graph *graph, struct json_object *value)
{
    struct cd_str name = string_or_member(value, "name");

    if (name.p == NULL && json_object_is_type(value, json_type_object))
        name = string_or_member(by_id(graph, string_of(member(value, "@id"))),
                                "name");
    return name;
}

/* Many sites put HTML's character references into their JSON. */
static struct cd_str
decoded(struct cd_arena *arena, struct cd_str value)
{
    return cd_reference_decode(arena, cd_arena_copy(arena, value), false);
}

static void
set(struct cd_arena *arena, struct cd_str *to, struct cd_str value)
{
    if (to->p == NULL && value.p != NULL && value.n > 0)
        *to = decoded(arena, value);
}

/* How many values an array has, or one that is none. */
static size_t
count_values(struct json_object *value)
{
    return json_object_is_type(value, json_type_array)
               ? json_object_array_length(value)
               : value != NULL;
}

/* The name of the i-th of them, or empty. */
static struct cd_str
nth_name(const struct graph *graph, struct json_object *value, size_t i)
{
    struct cd_str name =
        name_of(graph, json_object_is_type(value, json_type_array)
                           ? json_object_array_get_idx(value, i)
                           : value);

    return name.n > 0 ? decoded(graph->arena, name) : name;
}

/*
 * ["A","B"] of the names in value, without repeats of a neighbour, and the same
 * as "A, B".
 */
static void
set_names(const struct graph *graph, struct cd_str *to, struct cd_str *plain,
          struct json_object *value)
{
    size_t n = count_values(value);
    struct cd_str last = { NULL, 0 };
    struct cd_buf out = { 0 }, joined = { 0 };

    if (to->p != NULL)
        return;
    cd_buf_putc(&out, '[');
    for (size_t i = 0; i < n && i < NAMES_MAX; i++) {
        struct cd_str name = nth_name(graph, value, i);

        if (name.n == 0 || cd_str_eq(name, last))
            continue;
        cd_json_next(&out);
        cd_json_str(&out, name);
        cd_buf_puts(&joined, last.p != NULL ? ", " : "");
        cd_buf_add(&joined, name);
        last = name;
    }
    cd_buf_putc(&out, ']');
    if (out.n > 2)
        *to = cd_arena_copy(graph->arena, cd_buf_str(&out));
    if (joined.n > 0)
        *plain = cd_arena_copy(graph->arena, cd_buf_str(&joined));
    cd_buf_release(&out);
    cd_buf_release(&joined);
}

/* Keywords are a list, or one text with commas between them. */
static void
set_tags(const struct graph *graph, struct cd_str *to,
         struct json_object *value)
{
    size_t n = count_values(value);
    struct cd_tag_list list = { 0 };

    if (to->p != NULL)
        return;
    for (size_t i = 0; i < n && i < CD_TAGS_MAX; i++) {
        struct cd_str name = nth_name(graph, value, i);

        if (n == 1)
            cd_tags_split(&list, name);
        else
            cd_tags_add(&list, name);
    }
    *to = cd_tags_json(graph->arena, &list);
}

static void
set_boolean(struct cd_str *to, struct json_object *value)
{
    struct cd_str text = string_of(value);

    if (to->p != NULL || value == NULL)
        return;
    if (json_object_is_type(value, json_type_boolean))
        *to = cd_str_of(json_object_get_boolean(value) ? "true" : "false");
    else if (cd_str_eq_nocase(text, CD_STR("true")))
        *to = CD_STR("true");
    else if (cd_str_eq_nocase(text, CD_STR("false")))
        *to = CD_STR("false");
}

static void
read_object(const struct graph *graph, struct json_object *object, int rank,
            struct cd_jsonld_facts *facts)
{
    struct cd_arena *arena = graph->arena;
    struct json_object *author = member(object, "author");

    set(arena, &facts->headline, string_of(member(object, "headline")));
    if (rank == RANK_ARTICLE)
        set(arena, &facts->headline, string_of(member(object, "name")));
    set(arena, &facts->description, string_of(member(object, "description")));
    set(arena, &facts->published, string_of(member(object, "datePublished")));
    set(arena, &facts->modified, string_of(member(object, "dateModified")));
    set(arena, &facts->publisher, name_of(graph, member(object, "publisher")));
    set(arena, &facts->section,
        string_or_member(member(object, "articleSection"), "name"));
    set(arena, &facts->language,
        string_or_member(member(object, "inLanguage"), "alternateName"));
    set(arena, &facts->image, string_or_member(member(object, "image"), "url"));
    set(arena, &facts->url, string_of(member(object, "url")));
    set(arena, &facts->body, string_of(member(object, "articleBody")));
    set_names(graph, &facts->authors, &facts->byline,
              author != NULL ? author : member(object, "creator"));
    set_tags(graph, &facts->tags, member(object, "keywords"));
    set_boolean(&facts->free, member(object, "isAccessibleForFree"));
}

/* Some scripts stand in a CDATA section, some end in a semicolon. */
static struct cd_str
strip(struct cd_str script)
{
    size_t open = cd_str_find(script, CD_STR("{"), 0);
    size_t list = cd_str_find(script, CD_STR("["), 0);

    if (cd_str_starts(cd_str_trim(script), CD_STR("//<![CDATA[")) ||
        cd_str_starts(cd_str_trim(script), CD_STR("<![CDATA[")))
        list = open;
    if (list < open)
        open = list;
    return open < script.n ? cd_str_sub(script, open, script.n)
                           : (struct cd_str){ script.p, 0 };
}

void
cd_jsonld_read(struct cd_arena *arena, struct cd_str script,
               struct cd_jsonld *facts)
{
    struct json_tokener *tokener = json_tokener_new_ex(DEPTH);
    struct cd_str text = strip(script);
    struct json_object *root = NULL;
    struct graph *graph;

    if (text.n > 0 && text.n < INT32_MAX)
        root = json_tokener_parse_ex(tokener, text.p, (int)text.n);
    if (root != NULL) {
        graph = cd_arena_new(arena, struct graph);
        graph->arena = arena;
        collect(graph, root);
        for (size_t i = 0; i < graph->count; i++) {
            int rank = rank_of(graph->objects[i]);

            if (rank != RANK_NONE)
                read_object(graph, graph->objects[i], rank,
                            rank == RANK_ARTICLE ? &facts->article
                                                 : &facts->page);
        }
    }
    json_object_put(root);
    json_tokener_free(tokener);
}
