/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes, decoded, through both makers of trees, once with limits that are
 * soon hit: the links of the tree agree, and no text view leaves its memory.
 */
#include <assert.h>

#include "fuzz/fuzz.h"
#include "parser/bytes/charset.h"
#include "parser/html/tree.h"

typedef void maker(struct cd_tree *, struct cd_arena *, struct cd_str,
                   const struct cd_tree_limits *);

static void
check_node(const struct cd_tree *tree, const struct cd_node *n)
{
    assert(n->number < tree->count);
    assert(n->raw.start <= n->raw.end);
    assert(n->child == NULL || n->child->parent == n);
    assert(n->next == NULL || n->next->previous == n);
    assert((n->last == NULL) == (n->child == NULL));
    assert(n->last == NULL || n->last->next == NULL);
    for (size_t i = 0; i < n->text.n; i++)
        assert(n->text.p[i] != '\0');
}

static void
check(maker *make, struct cd_arena *arena, struct cd_str page,
      const struct cd_tree_limits *limits)
{
    struct cd_tree tree = { 0 };
    unsigned count = 0;

    make(&tree, arena, page, limits);
    for (const struct cd_node *n = tree.root; n != NULL; n = cd_node_after(n)) {
        check_node(&tree, n);
        count++;
    }
    assert(count <= tree.count);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct cd_tree_limits wide = { 100000, 512, 256 },
                                       low = { 40, 8, 2 };
    struct cd_doc doc = { 0 };
    struct cd_error err;

    doc.bytes =
        cd_arena_copy(&doc.arena, (struct cd_str){ (const char *)data, size });
    if (cd_charset_decode(&doc, &err) == CD_OK) {
        check(cd_tree_parse, &doc.arena, doc.page, &wide);
        check(cd_tree_parse, &doc.arena, doc.page, &low);
        check(cd_tree_parse_xml, &doc.arena, doc.page, &wide);
    }
    cd_arena_release(&doc.arena);
    return 0;
}
