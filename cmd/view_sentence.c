/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence, its tokens, and what was read out of it, an object of JSON in
 * lines:
 *
 *   Sales rose by about 17%.
 *       Sales/NOUN rose/VERB by/ADP about/ADV 17/NUM %/SYM ./PUNCT
 *     quantity: 17%; class percent; value 17; rules percent hedge.about
 *       change: up; words rise
 */
#include <stdbool.h>
#include <string.h>

#include "cmd/view_sentence.h"

enum { SENTENCE = 2, ENTRY = 4, DETAIL = 6, LINE_MAX_BYTES = 4096 };

struct line {
    char text[LINE_MAX_BYTES]; /* more is cut, and ends with "..." */
    size_t n;
    bool full;
    bool empty; /* nothing but its label yet */
};

static void
add(struct line *line, const char *text, size_t n)
{
    static const char cut[] = " ...";

    if (line->full)
        return;
    line->full = n > sizeof(line->text) - sizeof(cut) - line->n;
    text = line->full ? cut : text;
    n = line->full ? sizeof(cut) - 1 : n;
    memcpy(line->text + line->n, text, n);
    line->n += n;
}

static void
begin(struct line *line, const char *label, size_t n)
{
    line->n = 0;
    line->full = false;
    line->empty = true;
    add(line, label, n);
}

static void
flush(const struct cd_view *view, struct line *line, size_t indent)
{
    if (!line->empty)
        cd_terminal_wrap(view->to, line->text, line->n, indent, 0);
}

/* Behind a string of JSON whose quote is at p. */
static const char *
string_end(const char *p, const char *end)
{
    for (p++; p < end && *p != '"'; p++)
        p += *p == '\\' && p + 1 < end;
    return p < end ? p + 1 : end;
}

/* A string, number or word of JSON at p, as it reads: other escapes than those
 * of quote and backslash stay as they are.  Returns what is behind it. */
static const char *
add_scalar(struct line *line, const char *p, const char *end)
{
    const char *behind;

    if (*p != '"') {
        behind = p;
        while (behind < end && strchr(",]}", *behind) == NULL)
            behind++;
        add(line, p, (size_t)(behind - p));
        return behind;
    }
    behind = string_end(p, end);
    for (p++; p + 1 < behind; p++) {
        if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
            p++;
        add(line, p, 1);
    }
    return behind;
}

/* An array of scalars, or of pairs: "a b", "a/b c/d". */
static const char *
add_array(struct line *line, const char *p, const char *end)
{
    size_t depth = 0;

    while (p < end) {
        if (*p == '[') {
            depth++;
            p++;
        } else if (*p == ']') {
            p++;
            if (--depth == 0)
                break;
        } else if (*p == ',') {
            add(line, depth == 1 ? " " : "/", 1);
            p++;
        } else {
            p = add_scalar(line, p, end);
        }
    }
    return p;
}

/* The value of a member whose name is given, but for null. */
static const char *
add_member(struct line *line, const char *name, size_t n, const char *p,
           const char *end)
{
    bool first = (n == 2 && memcmp(name, "is", 2) == 0) ||
                 (n == 4 && memcmp(name, "text", 4) == 0);

    if (*p == 'n')
        return p + strcspn(p, ",}");
    add(line, line->empty ? " " : "; ", line->empty ? 1 : 2);
    line->empty = false;
    if (!first) {
        add(line, name, n);
        add(line, " ", 1);
    }
    return *p == '[' ? add_array(line, p, end) : add_scalar(line, p, end);
}

/* The members of the object at p, and those of the objects in it as lines of
 * their own behind it. */
static const char *
show_object(const struct cd_view *view, const char *p, const char *end,
            const char *label)
{
    struct line line;
    size_t indent = ENTRY;

    begin(&line, label, strlen(label));
    for (p++; p < end && *p != ']';) {
        const char *name = p + 1, *behind;

        if (*p == ',' || *p == '{') {
            p++;
        } else if (*p == '}') {
            flush(view, &line, indent);
            begin(&line, "", 0);
            p++;
            if (indent == ENTRY || *p == '}')
                return p + (indent != ENTRY);
        } else {
            behind = string_end(p, end);
            p = behind + 1; /* the colon */
            if (p < end && *p == '{') {
                flush(view, &line, indent);
                indent = DETAIL;
                begin(&line, name, (size_t)(behind - name) - 1);
                add(&line, ":", 1);
            } else if (p < end) {
                p = add_member(&line, name, (size_t)(behind - name) - 1, p,
                               end);
            }
        }
    }
    return p;
}

static void
show_objects(const struct cd_view *view, struct cd_row *row, const char *column,
             const char *label)
{
    size_t n;
    const char *p = cd_row_get(row, column, &n);
    const char *end = p != NULL ? p + n : NULL;

    while (p != NULL && p < end) {
        if (*p == '{')
            p = show_object(view, p, end, label);
        else
            p++;
    }
}

void
cd_view_sentence(struct cd_view *view, struct cd_row *row)
{
    size_t n;
    const char *text = cd_row_get(row, "text", &n);
    const char *tokens;
    struct line line;

    cd_terminal_style(view->to, CD_STYLE_KEEP);
    if (text != NULL)
        cd_terminal_wrap(view->to, text, n, SENTENCE, 0);
    cd_terminal_style(view->to, CD_STYLE_FAINT);
    tokens = cd_row_get(row, "tokens", &n);
    begin(&line, "", 0);
    if (tokens != NULL)
        add_array(&line, tokens, tokens + n);
    line.empty = false;
    flush(view, &line, DETAIL);
    cd_terminal_style(view->to, CD_STYLE_PLAIN);
    show_objects(view, row, "quantities", "quantity:");
    show_objects(view, row, "nonclaims", "no claim:");
}
