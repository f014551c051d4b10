/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/meta/description.h"

#include "base/ascii.h"
#include "parser/html/reference.h"

/* ---- a reference that was cut ------------------------------------------- */

/* Of "&#8217": bytes of "&#" and digits at at, 0 if there are none. */
static size_t
numeric(struct cd_str text, size_t at)
{
    size_t end = at + 2;

    if (!cd_str_starts(cd_str_sub(text, at, text.n), CD_STR("&#")))
        return 0;
    while (end < text.n && cd_ascii_is_digit(text.p[end]))
        end++;
    return end - at;
}

/* "and that&#821…" without what is left of the reference: nothing but dots
 * stands behind it. */
static struct cd_str
without_cut(struct cd_arena *arena, struct cd_str text)
{
    size_t at = text.n, n, behind;

    while (at > 0 && text.p[at - 1] != '&')
        at--;
    n = at > 0 ? numeric(text, at - 1) : 0;
    if (n == 0)
        return text;
    behind = at - 1 + n;
    if (!cd_str_is(cd_str_sub(text, behind, text.n), "…") &&
        !cd_str_is(cd_str_sub(text, behind, text.n), "...") &&
        !cd_str_is(cd_str_sub(text, behind, text.n), "[…]") && behind < text.n)
        return text;
    return cd_arena_printf(arena, "%.*s%.*s", (int)(at - 1), text.p,
                           (int)(text.n - behind), text.p + behind);
}

/* ---- markup ------------------------------------------------------------- */

/* Where the tag at at ends, or at: no tag begins there. */
static size_t
tag_end(struct cd_str text, size_t at)
{
    size_t name = at + 1 + (at + 1 < text.n && text.p[at + 1] == '/');
    const char *end;

    if (text.p[at] != '<' || name >= text.n || !cd_ascii_is_alpha(text.p[name]))
        return at;
    end = memchr(text.p + name, '>', text.n - name);
    return end != NULL ? (size_t)(end - text.p) + 1 : text.n;
}

/* A space for each tag of a block, nothing for one inside of a line. */
static bool
parts_words(struct cd_str tag)
{
    static const char *const names[] = { "<p",   "</p",  "<br",  "<li",
                                         "</li", "<div", "</div" };

    for (size_t i = 0; i < CD_COUNT(names); i++) {
        if (cd_str_starts(tag, cd_str_of(names[i])))
            return true;
    }
    return false;
}

static struct cd_str
without_tags(struct cd_arena *arena, struct cd_str text)
{
    char *p = cd_arena_bytes(arena, text.n + 1);
    size_t n = 0;

    for (size_t at = 0; at < text.n;) {
        size_t end = tag_end(text, at);

        if (end == at)
            p[n++] = text.p[at++];
        else if (parts_words(cd_str_sub(text, at, end)))
            p[n++] = ' ';
        at = end > at ? end : at;
    }
    return (struct cd_str){ p, n };
}

struct cd_str
cd_description_tidy(struct cd_arena *arena, struct cd_str text)
{
    if (text.n > 0 && memchr(text.p, '&', text.n) != NULL)
        text = cd_reference_decode(arena, without_cut(arena, text), false);
    /* "The <table> element" speaks of a tag, and has none that ends */
    if (text.n > 0 && cd_str_find(text, CD_STR("</"), 0) != SIZE_MAX)
        text = without_tags(arena, text);
    return text;
}
