/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/output/render.h"

#include "base/ascii.h"
#include "base/list_mark.h"
#include "base/utf8.h"

static const struct cd_str bar = { " | ", 3 };

struct cd_span
cd_render_whole(const struct cd_block *block)
{
    return (struct cd_span){ 0, block->text.n };
}

/* "Ferry: back again", "Ferry – Back Again" */
static bool
says_the_same(struct cd_str a, struct cd_str b)
{
    size_t at = 0, of = 0;
    uint32_t sign;

    do {
        sign = cd_utf8_next_sign(a, &at);
        if (sign != cd_utf8_next_sign(b, &of))
            return false;
    } while (sign != 0);
    return true;
}

struct cd_str
cd_render_title(const struct cd_doc *doc)
{
    struct cd_str title = doc->meta.title.value;
    size_t i = 0;

    while (i < doc->block_count && !doc->blocks[i].keep)
        i++;
    if (i < doc->block_count && doc->blocks[i].kind == CD_BLOCK_HEADING &&
        says_the_same(doc->blocks[i].text, title))
        return (struct cd_str){ 0 };
    return title;
}

/* ---- links -------------------------------------------------------------- */

/* The number behind key in json, or fallback. */
static size_t
number_of(struct cd_str json, struct cd_str key, size_t fallback)
{
    size_t at = cd_str_find(json, key, 0), n = 0;

    if (at == SIZE_MAX)
        return fallback;
    for (at += key.n; at < json.n && cd_ascii_is_digit(json.p[at]); at++)
        n = n * 10 + (size_t)(json.p[at] - '0');
    return n;
}

/* The bytes of the string behind "href":, still escaped. */
static struct cd_str
href_of(struct cd_str json)
{
    const struct cd_str key = CD_STR("\"href\":\"");
    size_t at = cd_str_find(json, key, 0), end;

    if (at == SIZE_MAX)
        return (struct cd_str){ NULL, 0 };
    for (end = at += key.n; end < json.n && json.p[end] != '"'; end++)
        end += json.p[end] == '\\';
    return cd_str_trim(cd_str_sub(json, at, end < json.n ? end : json.n));
}

/* Takes the first object off a JSON array of links. */
static struct cd_str
take_object(struct cd_str *links)
{
    bool quoted = false;
    size_t from = cd_str_find(*links, CD_STR("{"), 0), at = from;
    struct cd_str object;

    if (from == SIZE_MAX)
        return (struct cd_str){ NULL, 0 };
    for (; at < links->n && (quoted || links->p[at] != '}'); at++) {
        if (quoted && links->p[at] == '\\')
            at++;
        else
            quoted ^= links->p[at] == '"';
    }
    at = at < links->n ? at : links->n;
    object = cd_str_sub(*links, from, at);
    *links = cd_str_sub(*links, at, links->n);
    return object;
}

/* Without what a browser leaves out and a writer of JSON escapes. */
bool
cd_href_is_safe(struct cd_str href)
{
    static const char *const schemes[] = { "http", "https", "mailto", "tel",
                                           "ftp" };
    size_t n = 0;

    for (size_t i = 0; i < href.n; i++) {
        if ((unsigned char)href.p[i] <= ' ' || href.p[i] == '\\' ||
            href.p[i] == 0x7f)
            return false;
    }
    while (n < href.n && strchr(":/?#", href.p[n]) == NULL)
        n++;
    if (n == href.n || href.p[n] != ':')
        return href.n > 0;
    for (size_t i = 0; i < CD_COUNT(schemes); i++) {
        if (cd_str_eq_nocase(cd_str_sub(href, 0, n), cd_str_of(schemes[i])))
            return true;
    }
    return false;
}

struct cd_stretches
cd_stretches_of(const struct cd_block *block, struct cd_span part)
{
    struct cd_str links = block->links;

    if (links.p == NULL || block->kind == CD_BLOCK_CODE)
        links = (struct cd_str){ NULL, 0 };
    return (struct cd_stretches){ block, part.start, part.end, links };
}

/* The first link that ends behind runs->at, cut to what is to come. */
static struct cd_span
next_link(struct cd_stretches *runs, struct cd_str *href)
{
    struct cd_str rest = runs->links, object;

    while (rest.n > 0 && (object = take_object(&rest)).p != NULL) {
        size_t start = number_of(object, CD_STR("\"start\":"), SIZE_MAX);
        size_t end = number_of(object, CD_STR("\"end\":"), 0);

        if (start >= runs->end)
            break;
        *href = href_of(object);
        if (end > runs->at && start < end && cd_href_is_safe(*href))
            return (struct cd_span){ start > runs->at ? start : runs->at,
                                     end < runs->end ? end : runs->end };
        runs->links = rest;
    }
    *href = (struct cd_str){ NULL, 0 };
    return (struct cd_span){ runs->end, runs->end };
}

bool
cd_stretch_next(struct cd_stretches *runs, struct cd_stretch *run)
{
    struct cd_str text = runs->block->text, href;
    struct cd_span link;

    if (runs->at >= runs->end)
        return false;
    link = next_link(runs, &href);
    if (link.start > runs->at) {
        run->text = cd_str_sub(text, runs->at, link.start);
        run->href = (struct cd_str){ NULL, 0 };
        runs->at = link.start;
        return true;
    }
    run->text = cd_str_sub(text, link.start, link.end);
    run->href = href;
    runs->at = link.end;
    return true;
}

/* ---- tables and lists --------------------------------------------------- */

bool
cd_render_cell(struct cd_str row, size_t *at, struct cd_span *cell)
{
    size_t end;

    if (*at > row.n)
        return false;
    end = cd_str_find(row, bar, *at);
    end = end != SIZE_MAX ? end : row.n;
    *cell = (struct cd_span){ *at, end };
    *at = end < row.n ? end + bar.n : row.n + 1;
    return true;
}

size_t
cd_render_cells(struct cd_str row)
{
    struct cd_span cell;
    size_t at = 0, n = 0;

    while (cd_render_cell(row, &at, &cell))
        n++;
    return n;
}

void
cd_nest_close(struct cd_nest *nest)
{
    nest->depth = 0;
}

/* The number of an item as the page gives it, or as its own mark says. */
static bool
number_at(struct cd_str text, int *number)
{
    size_t i = 0;

    *number = 0;
    for (; i < text.n && i < 9 && cd_ascii_is_digit(text.p[i]); i++)
        *number = *number * 10 + (text.p[i] - '0');
    return i > 0;
}

/* The list that an item of this level is in: one that is open, or a new one
 * inside it. */
static struct cd_nest_list *
open_list(struct cd_nest *nest, int level, bool *opens)
{
    while (nest->depth > 0 && nest->lists[nest->depth - 1].level > level)
        nest->depth--;
    *opens = nest->depth == 0 || (nest->lists[nest->depth - 1].level < level &&
                                  nest->depth < CD_NEST_MAX);
    if (*opens)
        nest->lists[nest->depth++] =
            (struct cd_nest_list){ .level = level, .mark = '.' };
    return &nest->lists[nest->depth - 1];
}

struct cd_item
cd_nest(struct cd_nest *nest, const struct cd_block *block)
{
    struct cd_item item = { .text = cd_render_whole(block) };
    struct cd_str mark = block->number;
    struct cd_nest_list *list;
    bool again = block->item > 0 && block->item == nest->last, ordered;
    int number;

    nest->last = block->item;
    item.continues = again && nest->depth == 0;
    if (item.continues)
        return item;
    list = open_list(nest, block->level, &item.opens);
    item.depth = nest->depth;
    item.continues =
        !item.opens && block->item > 0 && block->item == list->item;
    if (item.continues)
        return item;
    if (block->item == 0) {
        item.text.start = cd_list_mark(block->text);
        mark = block->text;
    }
    ordered = number_at(mark, &number);
    item.opens |= ordered != list->ordered;
    item.follows = !item.opens && number == list->number + 1;
    list->item = block->item;
    list->ordered = ordered;
    list->number = number;
    return item;
}
