/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/tags.h"

#include "base/ascii.h"
#include "base/json.h"

enum {
    UUID_SIZE = 36,  /* "cce15240-c52a-4887-a61a-cd64701d6596" */
    NUMBER_SIZE = 5, /* digits; what is shorter may be a year */
};

void
cd_tags_add(struct cd_tag_list *list, struct cd_str tag)
{
    tag = cd_str_trim(tag);
    if (tag.n == 0 || list->count == CD_TAGS_MAX)
        return;
    for (size_t i = 0; i < list->count; i++)
        if (cd_str_eq(list->items[i], tag))
            return;
    list->items[list->count++] = tag;
}

void
cd_tags_split(struct cd_tag_list *list, struct cd_str text)
{
    size_t start = 0;

    for (size_t at = 0; at <= text.n; at++) {
        if (at < text.n && text.p[at] != ',' && text.p[at] != ';')
            continue;
        cd_tags_add(list, cd_str_sub(text, start, at));
        start = at + 1;
    }
}

static bool
is_uuid(struct cd_str tag)
{
    if (tag.n != UUID_SIZE)
        return false;
    for (size_t i = 0; i < tag.n; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        char c = cd_ascii_lower(tag.p[i]);

        if (dash ? c != '-' : !cd_ascii_is_digit(c) && (c < 'a' || c > 'f'))
            return false;
    }
    return true;
}

static bool
is_number(struct cd_str tag)
{
    size_t n = 0;

    while (n < tag.n && cd_ascii_is_digit(tag.p[n]))
        n++;
    return n == tag.n && n >= NUMBER_SIZE;
}

/* "PACKAGE:US-TOP-NEWS": capitals around a colon. */
static bool
is_code(struct cd_str tag)
{
    size_t colon = cd_str_find(tag, CD_STR(":"), 0);

    if (colon == SIZE_MAX || colon == 0 || colon + 1 == tag.n)
        return false;
    for (size_t i = 0; i < tag.n; i++)
        if (i != colon && tag.p[i] != '-' && !cd_ascii_is_upper(tag.p[i]) &&
            !cd_ascii_is_digit(tag.p[i]))
            return false;
    return true;
}

/* "Page Type: Article" */
static bool
has_label(struct cd_str tag)
{
    return cd_str_find(tag, CD_STR(": "), 1) != SIZE_MAX;
}

struct cd_str
cd_tags_json(struct cd_arena *arena, const struct cd_tag_list *list)
{
    struct cd_buf out = { 0 };
    size_t labels = 0;

    for (size_t i = 0; i < list->count; i++)
        labels += has_label(list->items[i]);
    cd_buf_putc(&out, '[');
    for (size_t i = 0; i < list->count; i++) {
        struct cd_str tag = list->items[i];

        if (is_uuid(tag) || is_number(tag) || is_code(tag) ||
            (labels > 1 && labels * 2 >= list->count && has_label(tag)))
            continue;
        cd_json_next(&out);
        cd_json_str(&out, tag);
    }
    cd_buf_putc(&out, ']');
    if (out.n > 2)
        return cd_buf_into(&out, arena);
    cd_buf_release(&out);
    return (struct cd_str){ NULL, 0 };
}
