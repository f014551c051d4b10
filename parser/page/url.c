/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/url.h"

#include <libxml/uri.h>
#include <string.h>

enum { URL_MAX = 8192 }; /* bytes; a longer one is data */

static bool
is_usable(struct cd_str url)
{
    return url.n > 0 && url.n <= URL_MAX && memchr(url.p, '\0', url.n) == NULL;
}

/* With what an address may not hold, spaces and letters beyond ASCII, as %20.
 * NULL if that is no address either. */
static xmlChar *
build_escaped(const xmlChar *href, const xmlChar *base)
{
    static const xmlChar kept[] = ":/?#[]@!$&'()*+,;=%";
    xmlChar *escaped = xmlURIEscapeStr(href, kept);
    xmlChar *url = escaped != NULL ? xmlBuildURI(escaped, base) : NULL;

    xmlFree(escaped);
    return url;
}

struct cd_str
cd_url_resolve(struct cd_arena *arena, struct cd_str href, struct cd_str base)
{
    const xmlChar *from, *to;
    xmlChar *url;

    href = cd_str_trim(href);
    if (!is_usable(href) || !is_usable(base) ||
        cd_str_find(base, CD_STR("://"), 0) == SIZE_MAX)
        return href;
    from = (const xmlChar *)cd_arena_copy(arena, base).p;
    to = (const xmlChar *)cd_arena_copy(arena, href).p;
    url = xmlBuildURI(to, from);
    if (url == NULL)
        url = build_escaped(to, from);
    if (url != NULL)
        href = cd_arena_copy(arena, cd_str_of((const char *)url));
    xmlFree(url);
    return href;
}

struct cd_str
cd_url_base(struct cd_arena *arena, const struct cd_tree *tree,
            struct cd_str url)
{
    const struct cd_node *node = tree->root;

    while (node != NULL && node != tree->body && node->tag != CD_TAG_BASE)
        node = cd_node_after(node);
    if (node == NULL || node->tag != CD_TAG_BASE)
        return url;
    return cd_url_resolve(arena, cd_node_attr(node, CD_ATTR_HREF), url);
}
