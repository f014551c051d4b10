/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The text of a page's tree, all of it but scripts and styles, run together:
 *
 *     tree_text own|libxml2 < page.html
 *
 * For bench/html5lib.py, which compares it with the cases of html5lib-tests.
 * The page must be UTF-8 without NUL bytes.
 */
#include <stdio.h>

#include "base/buf.h"
#include "parser/html/tree.h"

static void
read_all(struct cd_buf *page)
{
    size_t n;

    do {
        n = fread(cd_buf_reserve(page, 65536), 1, 65536, stdin);
        page->n += n;
    } while (n > 0);
}

int
main(int argc, char **argv)
{
    static const struct cd_tree_limits limits = { 1000000, 512, 256 };
    struct cd_arena arena = { 0 };
    struct cd_tree tree = { 0 };
    struct cd_buf page = { 0 };

    read_all(&page);
    if (argc > 1 && strcmp(argv[1], "libxml2") == 0)
        cd_tree_parse_xml(&tree, &arena, cd_buf_str(&page), &limits);
    else
        cd_tree_parse(&tree, &arena, cd_buf_str(&page), &limits);
    for (const struct cd_node *n = tree.root; n != NULL; n = cd_node_after(n)) {
        if (n->tag == CD_TAG_TEXT && n->parent->tag != CD_TAG_SCRIPT &&
            n->parent->tag != CD_TAG_STYLE)
            fwrite(n->text.p, 1, n->text.n, stdout);
    }
    cd_arena_release(&arena);
    cd_buf_release(&page);
    return 0;
}
