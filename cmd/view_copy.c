/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/view_copy.h"

#include <string.h>

enum {
    COPIED = 10, /* columns before what stands below a copy or a cluster */
    MEMBERS = 5, /* of a cluster */
};

/* The quoted strings of a JSON array, each pair of them as "a, not b". */
void
cd_view_differences(struct cd_view *view, struct cd_row *row)
{
    size_t n, strings = 0;
    const char *json = cd_row_get(row, "facts_differ", &n);

    for (size_t i = 0; json != NULL && i < n; i++) {
        size_t start = ++i;

        if (json[start - 1] != '"') {
            i--;
            continue;
        }
        while (i < n && json[i] != '"')
            i += json[i] == '\\' ? 2 : 1;
        if (strings % 3 != 2) {
            fputs(strings % 3 == 0 ? "          differs: " : " / ",
                  view->to->file);
            cd_terminal_text(view->to, json + start, i - start, 30);
        } else {
            fputc('\n', view->to->file);
        }
        strings++;
    }
}

/* A document, and the number of a block or NULL. */
struct place {
    const char *name, *number;
    size_t n, n_number;
};

/* "...kestrel-wire.jsonl 17": the end of a long name tells more than its
 * beginning.  Returns the columns written. */
static size_t
show_place(struct cd_view *view, const struct place *place, size_t columns)
{
    const char *name = place->name;
    size_t n = place->n, used = 0;
    size_t room = columns - (place->number != NULL ? place->n_number + 1 : 0);

    if (cd_terminal_columns(name, n) > room) {
        used = (size_t)fprintf(view->to->file, "...");
        while (cd_terminal_columns(name, n) > room - 3) {
            do {
                name++;
                n--;
            } while (n > 0 && ((unsigned char)*name & 0xc0) == 0x80);
        }
    }
    used += cd_terminal_text(view->to, name, n, room);
    if (place->number != NULL)
        used += (size_t)fprintf(view->to->file, " %.*s", (int)place->n_number,
                                place->number);
    return used;
}

static void
show_side(struct cd_view *view, struct cd_row *row, const char *document,
          const char *block, size_t columns)
{
    struct place place = { 0 };
    size_t used;

    place.name = cd_row_get(row, document, &place.n);
    if (place.name == NULL)
        place.name = "";
    place.number = cd_row_get(row, block, &place.n_number);
    used = show_place(view, &place, columns);
    if (*document == 'a')
        fprintf(view->to->file, "%*s", (int)(columns + 2 - used), "");
}

/* Bytes of the "... " of a passage that the text does not begin with. */
static size_t
lead_of(const char *text, size_t n)
{
    static const char lead[] = "... ";
    size_t size = sizeof(lead) - 1;

    return n >= size && memcmp(text, lead, size) == 0 ? size : 0;
}

/* Columns in which two texts begin alike, their leads apart. */
static size_t
alike(const char *a, size_t n, const char *b, size_t m)
{
    size_t x = lead_of(a, n), y = lead_of(b, m), same = 0;

    while (x + same < n && y + same < m && a[x + same] == b[y + same])
        same++;
    return x + cd_terminal_columns(a + x, same);
}

/* A text from its passage on, in one line; the second one only where the line
 * is another. */
static void
show_texts(struct cd_view *view, struct cd_row *row)
{
    size_t columns = view->to->width - COPIED, n, m;
    const char *text = cd_row_get(row, "text", &n);
    const char *copy = cd_row_get(row, "copy", &m);

    if (text == NULL || n == 0)
        return;
    fprintf(view->to->file, "%*s", COPIED, "");
    cd_terminal_text(view->to, text, n, columns);
    fputc('\n', view->to->file);
    if (copy == NULL || m == 0 || alike(text, n, copy, m) >= columns)
        return;
    fprintf(view->to->file, "%*s", COPIED, "");
    cd_terminal_text(view->to, copy, m, columns);
    fputc('\n', view->to->file);
}

static void
show_head(struct cd_view *view, size_t columns)
{
    cd_terminal_style(view->to, CD_STYLE_STRONG);
    fprintf(view->to->file, "%-10s%-7s%-*s  %s\n", "kind", "score",
            (int)columns, "document, paragraph", "its copy");
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
}

/* The document with the earlier date, if the dates tell. */
static void
show_earliest(struct cd_view *view, struct cd_row *row)
{
    size_t n;
    const char *id = cd_row_get(row, "earliest", &n);

    if (id == NULL)
        return;
    fprintf(view->to->file, "%*sfirst: ", COPIED, "");
    cd_terminal_text(view->to, id, n, view->to->width - COPIED - 7);
    fputc('\n', view->to->file);
}

/* reworded  0.86  "a.html" 1   "b.html" 7 */
void
cd_view_copy(struct cd_view *view, struct cd_row *row)
{
    size_t columns = (view->to->width - 19) / 2;

    if (!view->all && cd_view_is(row, "kind", "template")) {
        view->templates++;
        return;
    }
    if (view->rows++ == 0)
        show_head(view, columns);
    cd_terminal_style(view->to, CD_STYLE_NOTE);
    cd_view_field(view, row, "kind", 9);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    fputc(' ', view->to->file);
    cd_view_field(view, row, "score", 7);
    show_side(view, row, "a", "a_block", columns);
    show_side(view, row, "b", "b_block", columns);
    fputc('\n', view->to->file);
    show_texts(view, row);
    cd_view_differences(view, row);
    show_earliest(view, row);
}

/* Behind the string or number of JSON at at. */
static const char *
value_end(const char *at, const char *end)
{
    if (at < end && *at == '"') {
        for (at++; at < end && *at != '"'; at++)
            at += *at == '\\';
        return at < end ? at + 1 : end;
    }
    while (at < end && strchr(",]}", *at) == NULL)
        at++;
    return at;
}

/* Behind name, if it stands at at; else at. */
static const char *
skip(const char *at, const char *end, const char *name)
{
    size_t n = strlen(name);

    return (size_t)(end - at) > n && memcmp(at, name, n) == 0 ? at + n : at;
}

/* The member at at: an id, or {"doc":ID,"block":N,"span":[A,B]}; returns what
 * is behind it. */
static const char *
read_member(const char *at, const char *end, struct place *place)
{
    const char *id = skip(at, end, "{\"doc\":");
    const char *behind = value_end(id, end);
    bool quoted = *id == '"' && behind - id > 1;

    *place = (struct place){ .name = id + quoted,
                             .n = (size_t)(behind - id) - 2 * quoted };
    if (id == at)
        return behind;
    place->number = skip(behind, end, ",\"block\":");
    behind = value_end(place->number, end);
    place->n_number = (size_t)(behind - place->number);
    while (behind < end && *behind != '}')
        behind++;
    return behind + (behind < end);
}

static void
show_members(struct cd_view *view, struct cd_row *row)
{
    size_t n = 0, shown = 0;
    const char *at = cd_row_get(row, "members", &n);
    const char *end;

    if (at == NULL)
        return;
    end = at + n;
    for (at++; at < end && *at != ']'; at++) {
        struct place place;

        if (shown++ == MEMBERS) {
            fprintf(view->to->file, "%*s...\n", COPIED, "");
            return;
        }
        fprintf(view->to->file, "%*s", COPIED, "");
        at = read_member(at, end, &place);
        show_place(view, &place, view->to->width - COPIED);
        fputc('\n', view->to->file);
    }
}

/* Many more pairs of wire stories are templates than are copies. */
void
cd_view_copies_end(struct cd_view *view)
{
    if (view->templates > 0)
        fprintf(view->to->file,
                "%zu pair%s only a template: the same frame with other "
                "facts (--templates)\n",
                view->templates, view->templates == 1 ? " shares" : "s share");
    view->templates = 0;
}

/* Of two members their pair tells. */
void
cd_view_cluster(struct cd_view *view, struct cd_row *row)
{
    cd_view_copies_end(view);
    if (cd_view_is(row, "size", "2"))
        return;
    cd_terminal_style(view->to, CD_STYLE_NOTE);
    fputs("cluster   ", view->to->file);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    cd_view_field(view, row, "cluster", 16);
    fputs("  members: ", view->to->file);
    cd_view_field(view, row, "size", 1);
    fputc('\n', view->to->file);
    show_members(view, row);
}
