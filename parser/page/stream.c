/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/stream.h"

/* Pieces of a page, and how deep a template may stand: a page within them costs
 * no time worth naming. */
enum { PIECES_MAX = 256, DEPTH_MAX = 512 };

struct pieces {
    struct cd_node *boxes[PIECES_MAX]; /* NULL once placed */
    size_t n;
};

/* Is the element's id kind, ":" and more? */
static bool
has_id(const struct cd_node *node, char kind)
{
    struct cd_str id = cd_node_attr(node, CD_ATTR_ID);

    return id.n > 2 && id.p[0] == kind && id.p[1] == ':';
}

static void
find_boxes(struct pieces *pieces, const struct cd_tree *tree)
{
    for (struct cd_node *n = tree->body->child;
         n != NULL && pieces->n < PIECES_MAX; n = n->next) {
        if (n->tag == CD_TAG_DIV && has_id(n, 'S') &&
            cd_node_attr(n, CD_ATTR_HIDDEN).p != NULL)
            pieces->boxes[pieces->n++] = n;
    }
}

/* Which of the boxes belongs at the template, or pieces->n. */
static size_t
box_of(const struct pieces *pieces, const struct cd_node *template)
{
    struct cd_str id = cd_node_attr(template, CD_ATTR_ID);
    size_t i = 0;

    for (; i < pieces->n; i++) {
        struct cd_str of_box;

        if (pieces->boxes[i] == NULL)
            continue;
        of_box = cd_node_attr(pieces->boxes[i], CD_ATTR_ID);
        if (cd_str_eq(cd_str_sub(of_box, 1, of_box.n), cd_str_sub(id, 1, id.n)))
            break;
    }
    return i;
}

/* Does node stand in box, or deeper than is looked? */
static bool
is_inside(const struct cd_node *node, const struct cd_node *box)
{
    unsigned depth = 0;

    while (node != NULL && node != box && depth++ < DEPTH_MAX)
        node = node->parent;
    return node != NULL;
}

/* Behind the template, so that the templates in the box are still to come. */
static void
place(struct cd_node *box, struct cd_node *template)
{
    struct cd_node *next = template->next;

    while (box->child != NULL) {
        struct cd_node *node = box->child;

        cd_node_remove(node);
        if (next != NULL)
            cd_node_insert(next, node);
        else
            cd_node_append(template->parent, node);
    }
    cd_node_remove(box);
}

void
cd_stream_place(struct cd_tree *tree)
{
    struct pieces pieces = { .n = 0 };

    if (tree->body == NULL)
        return;
    find_boxes(&pieces, tree);
    for (struct cd_node *n = tree->body; n != NULL && pieces.n > 0;
         n = cd_node_after(n)) {
        size_t i;

        if (n->tag != CD_TAG_TEMPLATE || (!has_id(n, 'B') && !has_id(n, 'P')))
            continue;
        i = box_of(&pieces, n);
        if (i == pieces.n || is_inside(n, pieces.boxes[i]))
            continue;
        place(pieces.boxes[i], n);
        pieces.boxes[i] = NULL;
    }
}
