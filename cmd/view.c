/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/view.h"

#include "cmd/view_claim.h"
#include "cmd/view_compare.h"
#include "cmd/view_sentence.h"
#include "cmd/view_summary.h"

#include <string.h>

enum {
    INDENT = 6,
    COPIED = 10,     /* the same below a copy or a cluster */
    BLOCK_MAX = 240, /* bytes of a block that are shown */
    MEMBERS = 5,     /* of a cluster */
};

void
cd_view_field(const struct cd_view *view, struct cd_row *row, const char *name,
              size_t columns)
{
    size_t n;
    const char *value = cd_row_get(row, name, &n);

    cd_terminal_cell(view->to, value != NULL ? value : "", n, columns);
}

static const char *
id_of(struct cd_row *row, const char *name, size_t *n)
{
    const char *id = cd_row_get(row, name, n);

    return id != NULL ? id : "";
}

int
cd_view_is(struct cd_row *row, const char *name, const char *literal)
{
    size_t n;
    const char *value = cd_row_get(row, name, &n);

    return value != NULL && n == strlen(literal) &&
           memcmp(value, literal, n) == 0;
}

/* The sum of a document's blocks. */
static void
end_document(struct cd_view *view)
{
    if (view->kept + view->dropped > 0) {
        cd_terminal_style(view->to, CD_STYLE_STRONG);
        fprintf(view->to->file, "%zu kept, %zu dropped", view->kept,
                view->dropped);
        cd_terminal_style(view->to, CD_STYLE_PLAIN);
        fputc('\n', view->to->file);
    }
    view->kept = view->dropped = 0;
}

/* A heading when another document begins. */
static void
begin_document(struct cd_view *view, struct cd_row *row)
{
    char id[sizeof(view->document)];
    size_t n;
    const char *value = id_of(row, "doc", &n);

    snprintf(id, sizeof(id), "%.*s", (int)n, value);
    if (view->rows++ > 0 && strcmp(id, view->document) == 0)
        return;
    end_document(view);
    if (view->rows > 1)
        fputc('\n', view->to->file);
    memcpy(view->document, id, sizeof(id));
    cd_terminal_style(view->to, CD_STYLE_STRONG);
    cd_terminal_text(view->to, value, n, view->to->width);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    fputc('\n', view->to->file);
}

/* The JSON value at p: its bytes without quotes; numbers to two decimals. */
static size_t
value_size(const char *p)
{
    const char *point = strchr(p, '.');
    size_t n = strcspn(p, "\",}");

    return point != NULL && point < p + n && point + 3 < p + n
               ? (size_t)(point + 3 - p)
               : n;
}

/* What pushed the model to its score, in one line: an array of
 * {"feature":"words","value":35,"push":0.82} as "words=35 +0.82". */
static void
show_features(const struct cd_view *view, struct cd_row *row)
{
    static const char *const behind[] = { "  ", "=", " " };
    char line[512];
    size_t n, used = 0, members = 0;
    const char *json = cd_row_get(row, "features", &n);

    for (size_t i = 0; json != NULL && i < n && used < sizeof(line); i++) {
        const char *value = json + i + 1;

        if (json[i] != ':')
            continue;
        value += *value == '"';
        members++;
        used += (size_t)snprintf(line + used, sizeof(line) - used, "%s%.*s%s",
                                 members % 3 == 0 && *value != '-' ? "+" : "",
                                 (int)value_size(value), value,
                                 behind[members % 3]);
    }
    if (members == 0)
        return;
    cd_terminal_style(view->to, CD_STYLE_FAINT);
    cd_terminal_wrap(view->to, line, used - 2, INDENT, 0);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
}

/* KEEP  paragraph   rule-id        0.98
 *       The text of the block ... */
static void
show_block(struct cd_view *view, struct cd_row *row)
{
    int keep = cd_view_is(row, "keep", "true");
    size_t n;
    const char *text;

    begin_document(view, row);
    view->kept += (size_t)keep;
    view->dropped += (size_t)!keep;
    cd_terminal_style(view->to, keep ? CD_STYLE_KEEP : CD_STYLE_DROP);
    fputs(keep ? "keep  " : "drop  ", view->to->file);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    cd_view_field(view, row, "kind", 12);
    cd_terminal_style(view->to, CD_STYLE_NOTE);
    text = cd_row_get(row, "reason", &n);
    cd_terminal_text(view->to, text, text != NULL ? n : 0,
                     view->to->width - INDENT - 12 - 8);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    text = cd_row_get(row, "score", &n);
    if (text != NULL)
        fprintf(view->to->file, " %.*s", (int)n, text);
    fputc('\n', view->to->file);
    show_features(view, row);
    text = cd_row_get(row, "text", &n);
    if (text == NULL)
        return;
    cd_terminal_style(view->to, keep ? CD_STYLE_PLAIN : CD_STYLE_FAINT);
    cd_terminal_wrap(view->to, text, n, INDENT, BLOCK_MAX);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
}

static void
show_claim(struct cd_view *view, struct cd_row *row)
{
    begin_document(view, row);
    cd_view_claim(view, row);
}

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

    place.name = id_of(row, document, &place.n);
    place.number = cd_row_get(row, block, &place.n_number);
    used = show_place(view, &place, columns);
    if (*document == 'a')
        fprintf(view->to->file, "%*s", (int)(columns + 2 - used), "");
}

/* How a text begins, in one line. */
static void
show_beginning(struct cd_view *view, struct cd_row *row, const char *which)
{
    size_t n;
    const char *text = cd_row_get(row, which, &n);

    if (text == NULL || n == 0)
        return;
    fprintf(view->to->file, "%*s", COPIED, "");
    cd_terminal_text(view->to, text, n, view->to->width - COPIED);
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
static void
show_copy(struct cd_view *view, struct cd_row *row)
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
    show_beginning(view, row, "text");
    show_beginning(view, row, "copy");
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
static void
end_pairs(struct cd_view *view)
{
    if (view->templates > 0)
        fprintf(view->to->file,
                "%zu pair%s only a template: the same frame with other "
                "facts (--templates)\n",
                view->templates, view->templates == 1 ? " shares" : "s share");
    view->templates = 0;
}

/* Of two members their pair tells. */
static void
show_cluster(struct cd_view *view, struct cd_row *row)
{
    end_pairs(view);
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

static void
show_sentence(struct cd_view *view, struct cd_row *row)
{
    begin_document(view, row);
    cd_view_sentence(view, row);
}

static void
show_end(struct cd_view *view, struct cd_row *row)
{
    (void)row;
    end_pairs(view);
    end_document(view);
}

static const struct {
    const char *table;
    void (*show)(struct cd_view *view, struct cd_row *row);
} shows[] = {
    { "explain", show_block },        { "claims", show_claim },
    { "copies", show_copy },          { "clusters", show_cluster },
    { "compared", cd_view_compared }, { "summary", cd_view_summary },
    { "sentences", show_sentence },   { "end", show_end },
};

struct cd_view
cd_view(const struct cd_terminal *to)
{
    return (struct cd_view){ .to = to };
}

void
cd_view_row(struct cd_view *view, struct cd_row *row)
{
    for (size_t i = 0; i < sizeof(shows) / sizeof(shows[0]); i++) {
        if (strcmp(shows[i].table, cd_row_table(row)) == 0)
            shows[i].show(view, row);
    }
}
