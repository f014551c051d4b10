/* SPDX-License-Identifier: Apache-2.0 */
#include "cmd/view.h"

#include "cmd/view_claim.h"
#include "cmd/view_compare.h"
#include "cmd/view_copy.h"
#include "cmd/view_sentence.h"
#include "cmd/view_summary.h"

#include <string.h>

enum {
    INDENT = 6,
    BLOCK_MAX = 240, /* bytes of a block that are shown */
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
    cd_view_copies_end(view);
    end_document(view);
}

static const struct {
    const char *table;
    void (*show)(struct cd_view *view, struct cd_row *row);
} shows[] = {
    { "explain", show_block },        { "claims", show_claim },
    { "copies", cd_view_copy },       { "clusters", cd_view_cluster },
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
